"""The window: the header, the answer, the timeline and the pages, and the commands that join them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMessageBox,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kzstay import __version__
from kzstay.core.case import Stay, Traveller
from kzstay.core.law import Reading
from kzstay.i18n import Language
from kzstay.paths import resource
from kzstay.report import content
from kzstay.texts import law as law_texts
from kzstay.texts.words import words
from kzstay.ui import settings as settings_file
from kzstay.ui import theme as themes
from kzstay.ui.actions import Actions
from kzstay.ui.duties_view import DutiesView
from kzstay.ui.header import Header
from kzstay.ui.hero import Hero
from kzstay.ui.info_bar import InfoBar
from kzstay.ui.pages import Page
from kzstay.ui.plan_view import PlanView
from kzstay.ui.qt_words import QtWords
from kzstay.ui.reports import write_report
from kzstay.ui.session import Session
from kzstay.ui.settings import Settings
from kzstay.ui.stays_table import StaysTable
from kzstay.ui.theme import Appearance, Theme
from kzstay.ui.timeline import gestures
from kzstay.ui.timeline.minimap import Minimap
from kzstay.ui.timeline.widget import Timeline
from kzstay.ui.traveller_form import TravellerForm

EXAMPLE = "examples/anna.kzstay"
STAYS, DUTIES, PLAN, WHY, LAW = range(5)


class MainWindow(QMainWindow):
    """One window on one case."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self.settings = settings
        self._qt_words = QtWords()
        self.setObjectName("kzstay")
        self.setAcceptDrops(True)
        self.header = Header(session)
        self.form = TravellerForm(session)
        self.info = InfoBar()
        self.hero = Hero(session)
        self.timeline = Timeline(session)
        self.minimap = Minimap(self.timeline)
        self.stays = StaysTable(session)
        self.duties = DutiesView(session)
        self.plan = PlanView(session)
        self.why = Page(session, "why", content.why)
        self.law = Page(session, "law", content.law_page)
        self.empty = EmptyState()
        self.add_button = QPushButton(objectName="add_stay_button")
        self.echo = QLabel(textFormat=Qt.TextFormat.PlainText, objectName="echo")
        self.tabs = QTabWidget(objectName="tabs")
        self._lay_out()
        self.actions_ = Actions(self)
        self._join()
        self.look(settings.appearance)
        self._retranslate()
        self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))

    def session(self) -> Session:
        """Return the open case."""
        return self._session

    # Layout

    def _lay_out(self) -> None:
        page = QWidget(objectName="page")
        column = QVBoxLayout(page, spacing=14)
        column.setContentsMargins(28, 14, 28, 20)
        column.addWidget(self.header)
        column.addWidget(self.form)
        column.addWidget(self.info)
        column.addWidget(self.hero)
        card = QFrame(objectName="timeline_card")
        inside = QVBoxLayout(card, spacing=0)
        inside.setContentsMargins(1, 4, 1, 4)
        inside.addWidget(self.timeline, 1)
        inside.addWidget(self.minimap)
        self.empty.setParent(self.timeline)
        pages = QFrame(objectName="pages")
        below = QVBoxLayout(pages, spacing=0)
        below.setContentsMargins(1, 1, 1, 1)
        stays = QWidget()
        stays_column = QVBoxLayout(stays, spacing=0)
        stays_column.setContentsMargins(0, 0, 0, 0)
        stays_column.addWidget(self.stays, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 10)
        foot.addWidget(self.add_button)
        foot.addSpacing(12)
        foot.addWidget(self.echo, 1)
        stays_column.addLayout(foot)
        for part in (stays, self.duties, self.plan, self.why, self.law):
            self.tabs.addTab(part, "")
        below.addWidget(self.tabs)
        splitter = QSplitter(Qt.Orientation.Vertical, objectName="splitter")
        splitter.setHandleWidth(14)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(card)
        splitter.addWidget(pages)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([366, 280])
        pages.setMinimumHeight(180)
        column.addWidget(splitter, 1)
        self.setCentralWidget(page)
        self.form.hide()
        self.resize(1280, 900)
        self.setMinimumSize(760, 640)

    def _join(self) -> None:
        session = self._session
        session.told.connect(lambda text, caution: self.info.tell(text, caution))
        session.changed.connect(self._on_changed)
        session.retranslated.connect(self._retranslate)
        session.file_changed.connect(self._name_window)
        self.hero.asked_why.connect(lambda: self.tabs.setCurrentIndex(WHY))
        self.header.edit_traveller.connect(self.edit_traveller)
        self.header.add_traveller.connect(self.add_traveller)
        self.header.export.connect(self.export_report)
        self.form.closed.connect(self.form.hide)
        self.stays.days.echoed.connect(self._echo)
        self.add_button.clicked.connect(self.add_stay)
        self.empty.add.clicked.connect(self.add_stay)
        self.empty.example.clicked.connect(self.open_example)
        recent = self.actions_.submenus["recent"]
        recent.aboutToShow.connect(self._list_recent)
        QApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)

    # What is shown

    def _on_changed(self) -> None:
        session = self._session
        self.empty.setVisible(not session.traveller.stays)
        self.actions_.by_name["delete_stay"].setEnabled(bool(session.traveller.stays))
        self._name_tabs()
        self._name_window()

    def _name_tabs(self) -> None:
        w = self._session.w
        pending = self.duties.pending()
        duties = w.gettext("Duties")
        names = [
            w.gettext("Stays"),
            f"{duties} · {pending}" if pending else duties,
            w.gettext("Plan"),
            w.gettext("Why"),
            w.gettext("Law"),
        ]
        for index, name in enumerate(names):
            self.tabs.setTabText(index, name)

    def _name_window(self) -> None:
        session = self._session
        name = session.path.name if session.path else session.w.gettext("Untitled case")
        if session.read_only:
            name += " · " + session.w.gettext("read-only")
        self.setWindowTitle(f"{name}[*] — kzstay")
        self.setWindowModified(not session.undo_stack.isClean())

    def _retranslate(self) -> None:
        w = self._session.w
        self._qt_words.speak(w.language)
        self.actions_.retranslate()
        self.add_button.setText(w.gettext("Add stay"))
        self.info.close_button.setAccessibleName(w.gettext("Close"))
        self.empty.retranslate(w)
        self._on_changed()

    def _echo(self, text: str, wrong: bool) -> None:
        self.echo.setText(text)
        self.echo.setProperty("role", "error" if wrong else "muted")
        self.echo.style().unpolish(self.echo)
        self.echo.style().polish(self.echo)

    def speak(self, language: Language) -> None:
        """Switch the language."""
        self.settings.language = language
        self.actions_.by_name[f"language_{language}"].setChecked(True)
        self._session.speak(language)
        settings_file.save(self.settings)

    def read_as(self, reading: str) -> None:
        """Switch the way of counting."""
        self.settings.reading = Reading(reading)
        self._session.read_as(self.settings.reading)
        settings_file.save(self.settings)

    def look(self, appearance: Appearance) -> None:
        """Switch between light, dark and the system's choice."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if appearance != self.settings.appearance:
            self.settings.appearance = appearance
            settings_file.save(self.settings)
        self._take_theme(themes.apply(app, appearance))

    def _on_scheme(self) -> None:
        app = QApplication.instance()
        if self.settings.appearance == "system" and isinstance(app, QApplication):
            self._take_theme(themes.apply(app, "system"))

    def _take_theme(self, theme: Theme) -> None:
        for part in (
            self.header,
            self.info,
            self.hero,
            self.timeline,
            self.minimap,
            self.stays,
            self.duties,
            self.plan,
            self.why,
            self.law,
        ):
            part.set_theme(theme)
        self.add_button.setIcon(themes.icon("add", theme.text, 16))

    def go_today(self) -> None:
        """Reckon for today and bring it into sight."""
        session = self._session
        if session.on != session.today:
            session.reckon_on(session.today)
        self.timeline.see(session.on)

    # Stays and travellers

    def add_stay(self) -> None:
        """Add a stay of one day on the first free day and type its entry."""
        session = self._session
        day = gestures.free_day(session.traveller, session.on, session.on)
        change = gestures.inserted(session.traveller, Stay(entry=day, exit=day))
        session.change(change, session.w.gettext("Add stay"))
        self.tabs.setCurrentIndex(STAYS)
        if session.selection >= 0:
            self.stays.edit_entry(session.selection)
        if not session.traveller.citizenship:
            self.form.show()

    def delete_stay(self) -> None:
        """Delete the selected stay; it can be had back at once."""
        session = self._session
        if session.selection < 0:
            return
        w = session.w
        session.change(gestures.removed(session.traveller, session.selection), w.gettext("Delete stay"))
        self.info.tell(w.gettext("Stay deleted."), False, w.gettext("Undo"), session.undo_stack.undo)

    def edit_traveller(self) -> None:
        """Show or hide who the traveller is."""
        if self.form.isVisible():
            self.form.hide()
        else:
            self.form.begin()

    def add_traveller(self) -> None:
        """Add a traveller and ask who it is."""
        session = self._session
        if not session.blank:
            session.add_traveller(Traveller(name="", citizenship=""), session.w.gettext("Add traveller"))
        self.form.begin()

    def remove_traveller(self) -> None:
        """Remove the shown traveller; it can be had back at once."""
        session, w = self._session, self._session.w
        session.remove_traveller(w.gettext("Remove traveller"))
        self.info.tell(w.gettext("Traveller removed."), False, w.gettext("Undo"), session.undo_stack.undo)

    # Files

    def new_case(self) -> None:
        """Begin an empty case."""
        self._session.new()

    def open_file(self, path: Path) -> bool:
        """Open a file and tell whether it could be."""
        if not self._session.open(path):
            return False
        settings_file.remember_recent(self.settings, path)
        settings_file.save(self.settings)
        self.timeline.show_window()
        return True

    def open_example(self) -> None:
        """Open the example as a case of one's own, on the day it was made for."""
        session = self._session
        if session.open(resource(EXAMPLE), as_copy=True):
            session.reckon_on(session.law.date)
            self.timeline.show_window()
            w = session.w
            self.info.tell(
                w.gettext("An example, reckoned for {day}.").format(day=w.full_day(session.on)),
                False,
                w.gettext("New case"),
                self.new_case,
            )

    def choose_and_open(self) -> None:
        """Ask for a file and open it."""
        w = self._session.w
        name, _ = QFileDialog.getOpenFileName(self, w.gettext("Open case"), self._folder(), self._filter())
        if name:
            self.open_file(Path(name))

    def save(self) -> bool:
        """Save to the file, or ask for one."""
        return self._session.save() if self._session.path and not self._session.read_only else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and save to it."""
        w, session = self._session.w, self._session
        start = session.path or Path(self._folder()) / f"{session.traveller.name or 'kzstay'}.kzstay"
        name, _ = QFileDialog.getSaveFileName(self, w.gettext("Save case"), str(start), self._filter())
        if not name:
            return False
        path = Path(name) if Path(name).suffix else Path(name).with_suffix(".kzstay")
        if session.save(path):
            settings_file.remember_recent(self.settings, path)
            settings_file.save(self.settings)
            return True
        return False

    def export_report(self, language: Language) -> None:
        """Ask for a file and write the report of the shown traveller to it."""
        w, session = self._session.w, self._session
        stem = session.path.stem if session.path else session.traveller.name or "kzstay"
        start = str(Path(self._folder()) / f"{stem} {session.on.isoformat()}.pdf")
        name, _ = QFileDialog.getSaveFileName(
            self, w.gettext("Export report"), start, w.gettext("PDF document") + " (*.pdf)"
        )
        if name:
            path = Path(name) if Path(name).suffix else Path(name).with_suffix(".pdf")
            self.write_report(path, language)

    def write_report(self, path: Path, language: Language) -> bool:
        """Write the report of the shown traveller and tell whether it worked."""
        session, w = self._session, self._session.w
        try:
            write_report(session.pair, session.reading, words(language), path)
        except OSError as error:
            reason = w.gettext("{file}: The report could not be written ({reason}).")
            self.info.tell(reason.format(file=path.name, reason=error.strerror or ""), True)
            return False
        self.info.tell(w.gettext("Report written: {file}").format(file=path.name), False)
        return True

    def _folder(self) -> str:
        session = self._session
        if session.path:
            return str(session.path.parent)
        return str(Path(self.settings.recent[0]).parent) if self.settings.recent else str(Path.home())

    def _filter(self) -> str:
        return self._session.w.gettext("kzstay case") + " (*.kzstay)"

    def _list_recent(self) -> None:
        menu = self.actions_.submenus["recent"]
        menu.clear()
        for name in self.settings.recent:
            menu.addAction(Path(name).name, lambda name=name: self.open_file(Path(name))).setToolTip(name)
        menu.setToolTipsVisible(True)
        if not self.settings.recent:
            menu.addAction(self._session.w.gettext("No recent files")).setEnabled(False)

    # Help

    def show_keys(self) -> None:
        """Tell the keys of the timeline."""
        w = self._session.w
        lines = [
            ("← →", w.gettext("previous, next stay")),
            ("Alt+← →", w.gettext("move the stay by a day; with Shift by a week")),
            ("S, E", w.gettext("choose entry or exit, then arrows, Page Up and Page Down")),
            ("Esc", w.gettext("take a drag back")),
            ("+ − 0", w.gettext("zoom in, zoom out, show all")),
            ("Shift+Page Up/Down", w.gettext("one screen back, forward")),
            ("Ctrl+Enter", w.gettext("add a stay")),
            ("Delete", w.gettext("delete the stay")),
            ("F2", w.gettext("change a cell of the table")),
        ]
        rows = "".join(f"<tr><td><b>{key}</b>&nbsp;&nbsp;</td><td>{text}</td></tr>" for key, text in lines)
        self._show_box(w.gettext("Keyboard"), f"<table cellpadding='4'>{rows}</table>")

    def show_about(self) -> None:
        """Tell what this is."""
        w, law = self._session.w, self._session.law
        text = w.gettext("Law data of {day}.").format(day=w.full_day(law.date))
        body = f"<h3>kzstay {__version__}</h3><p>{text}</p><p>{law_texts.disclaimer(w)}</p>"
        self._show_box(w.gettext("About kzstay"), body)

    def _show_box(self, title: str, body: str) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.RichText)
        box.setText(body)
        box.open()

    # Events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls()[:1]:
            self.open_file(Path(url.toLocalFile()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._session.autosave()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._session.autosave()
        self.settings.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        settings_file.save(self.settings)
        self._qt_words.silence()
        with suppress(RuntimeError):
            QApplication.styleHints().colorSchemeChanged.disconnect(self._on_scheme)
        super().closeEvent(event)

    def showEvent(self, event: QEvent) -> None:  # type: ignore[override]
        super().showEvent(event)  # type: ignore[arg-type]
        # The width is known only now
        QTimer.singleShot(0, self.timeline, self.timeline.show_window)


class EmptyState(QFrame):
    """What to do first; it hides as soon as there is a stay."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.text = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.text.setProperty("role", "heading")
        self.add = QPushButton(objectName="empty_add")
        self.add.setProperty("primary", True)
        self.example = QPushButton(objectName="empty_example")
        row = QHBoxLayout(spacing=10)
        row.addStretch()
        row.addWidget(self.add)
        row.addWidget(self.example)
        row.addStretch()
        column = QVBoxLayout(self, spacing=12)
        column.setContentsMargins(24, 18, 24, 18)
        column.addWidget(self.text)
        column.addLayout(row)

    def retranslate(self, w: object) -> None:
        """Speak the window's language."""
        gettext = w.gettext  # type: ignore[attr-defined]
        self.text.setText(gettext("When did you enter, when did you leave?"))
        self.add.setText(gettext("Add your first stay"))
        self.example.setText(gettext("Open example"))
