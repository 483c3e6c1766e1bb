"""The window: the header, the answer, the timeline and the pages, and what joins them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QSplitter, QTabWidget, QWidget

from kzstay.core.case import Stay, Traveller
from kzstay.core.readings import Reading
from kzstay.i18n import Language
from kzstay.ui import parts
from kzstay.ui import settings as settings_file
from kzstay.ui import theme as themes
from kzstay.ui.actions import Actions
from kzstay.ui.desk import Desk
from kzstay.ui.duties_view import DutiesView
from kzstay.ui.empty_state import EmptyState
from kzstay.ui.header import Header
from kzstay.ui.hero import Hero
from kzstay.ui.info_bar import InfoBar
from kzstay.ui.pages import MakePage, Page
from kzstay.ui.papers_view import PapersView
from kzstay.ui.plan_view import PlanView
from kzstay.ui.qt_words import QtWords
from kzstay.ui.session import Session
from kzstay.ui.settings import Settings
from kzstay.ui.stays_table import StaysTable
from kzstay.ui.theme import Appearance, Theme
from kzstay.ui.timeline import gestures
from kzstay.ui.timeline.minimap import Minimap
from kzstay.ui.timeline.widget import Timeline
from kzstay.ui.traveller_form import TravellerForm

STAYS, DUTIES, PAPERS, PLAN, WHY, LAW = range(6)
LEAST = 900, 690  # a window on a small laptop, between its bars
LEAST_TIMELINE = 230


class MainWindow(QMainWindow):
    """One window on one case."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self.settings = settings
        self._qt_words = QtWords()
        self.follows_clock = False
        self.setObjectName("kzstay")
        self.setAcceptDrops(True)
        self.header = Header(session)
        self.form = TravellerForm(session)
        self.info = InfoBar()
        self.hero = Hero(session)
        self.timeline = Timeline(session)
        self.minimap = Minimap(self.timeline)
        self.card = parts.frame("timeline_card")
        self.stays = StaysTable(session)
        self.duties = DutiesView(session)
        self.papers = PapersView(session)
        self.plan = PlanView(session)
        self.why = Page(session, "why", _why)
        self.law = Page(session, "law", _law)
        self.empty = EmptyState(self.timeline)
        self.add_button = parts.button("add_stay_button", self.add_stay)
        self.echo = parts.label("muted", name="echo")
        self.tabs = QTabWidget()
        self.tabs.setObjectName("tabs")
        self._lay_out()
        self.desk = Desk(self)
        self.commands = Actions(self)
        self._join()
        self.look(settings.appearance)
        self._retranslate()
        self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))

    def session(self) -> Session:
        """Return the open case."""
        return self._session

    # Layout

    def _lay_out(self) -> None:
        self.card.setLayout(parts.column(self.timeline, self.minimap, spacing=0, margins=(1, 4, 1, 4)))
        stays = QWidget()
        foot = parts.row(self.add_button, self.echo, 1, spacing=14, margins=(16, 8, 16, 10))
        stays.setLayout(parts.column(self.stays, foot, spacing=0))
        for page in (stays, self.duties, self.papers, self.plan, self.why, self.law):
            self.tabs.addTab(page, "")
        self.tabs.tabBar().setExpanding(False)
        pages = parts.frame("pages")
        pages.setLayout(parts.column(self.tabs, spacing=0, margins=(1, 1, 1, 1)))
        pages.setMinimumHeight(180)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setObjectName("splitter")
        splitter.setHandleWidth(14)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.card)
        splitter.addWidget(pages)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([340, 326])
        page = QWidget()
        page.setObjectName("page")
        column = parts.column(self.header, self.form, self.hero, spacing=14, margins=(28, 14, 28, 20))
        column.addWidget(splitter, 1)
        page.setLayout(column)
        self.setCentralWidget(page)
        self.info.setParent(page)
        page.installEventFilter(self.info)
        self.form.hide()
        self.resize(1280, 900)
        self.timeline.setMinimumHeight(LEAST_TIMELINE)
        self.setMinimumSize(*LEAST)
        self.timeline.setFocus()
        self.timeline.installEventFilter(self)
        self.card.installEventFilter(self)

    def _join(self) -> None:
        session = self._session
        session.told.connect(lambda text, caution: self.info.tell(text, caution))
        session.settling.connect(self.finish_typing)
        session.put_away.connect(self.desk.remember_put_away)
        # What the bar offers to take back is the last step only until there is another
        session.undo_stack.indexChanged.connect(self.info.retire)
        session.changed.connect(self._on_changed)
        session.retranslated.connect(self._retranslate)
        session.file_changed.connect(self._name_window)
        self.hero.asked_why.connect(lambda: self.tabs.setCurrentIndex(WHY))
        self.header.edit_traveller.connect(self.edit_traveller)
        self.header.add_traveller.connect(self.add_traveller)
        self.header.export.connect(self.desk.export_report)
        self.form.closed.connect(self.form.hide)
        self.stays.days.echoed.connect(self._echo)
        self.papers.removed.connect(self._offer_back)
        self.empty.add.clicked.connect(self.add_stay)
        self.empty.example.clicked.connect(self.desk.open_example)
        recent = self.commands.submenus["recent"]
        recent.aboutToShow.connect(lambda: self.desk.list_recent(recent))
        QApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)

    # What is shown

    def _on_changed(self) -> None:
        session = self._session
        self.empty.setVisible(not session.traveller.stays)
        self.commands.by_name["delete_stay"].setEnabled(bool(session.traveller.stays))
        self._name_tabs()
        self._name_window()

    def _name_tabs(self) -> None:
        w, pending = self._session.w, self.duties.pending()
        duties = w.gettext("Duties")
        names = [
            w.gettext("Stays"),
            f"{duties} · {pending}" if pending else duties,
            w.gettext("Papers"),
            w.gettext("Plan"),
            w.gettext("Why"),
            w.gettext("Law"),
        ]
        for index, name in enumerate(names):
            self.tabs.setTabText(index, name)
        for page, name in ((self.why, names[WHY]), (self.law, names[LAW])):
            page.setAccessibleName(name)

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
        self.commands.retranslate()
        self.add_button.setText(w.gettext("Add stay"))
        self.info.close_button.setAccessibleName(w.gettext("Close"))
        self.empty.retranslate(w)
        self._on_changed()

    def _echo(self, text: str, wrong: bool) -> None:
        self.echo.setText(text)
        parts.mark(self.echo, "role", "error" if wrong else "muted")

    def speak(self, language: Language) -> None:
        """Switch the language."""
        self.settings.language = language
        self.commands.by_name[f"language_{language}"].setChecked(True)
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
        if self.settings.appearance == "system":
            self.look("system")

    def _take_theme(self, theme: Theme) -> None:
        self.header.set_theme(theme)
        self.info.set_theme(theme)
        self.hero.set_theme(theme)
        self.timeline.set_theme(theme)
        self.minimap.set_theme(theme)
        self.stays.stays.set_theme(theme)
        self.duties.model.set_theme(theme)
        self.plan.set_theme(theme)
        self.papers.set_theme(theme)
        self.why.set_theme(theme)
        self.law.set_theme(theme)
        self.add_button.setIcon(themes.icon("add", theme.text, 16))

    def go_today(self) -> None:
        """Reckon for today and bring it into sight."""
        session = self._session
        if session.on != session.today:
            session.reckon_on(session.today)
        self.timeline.see(session.on)

    # Stays and travellers

    def add_stay(self) -> None:
        """Add a stay of one day on the last free day and type its entry."""
        self.finish_typing()
        session = self._session
        day = gestures.free_day(session.traveller, session.on, session.on)
        change = gestures.inserted(session.traveller, Stay(entry=day, exit=day))
        session.change(change, "add-stay")
        self.tabs.setCurrentIndex(STAYS)
        if not session.traveller.citizenship:
            # Without it nothing can be said of the stay
            self.form.begin()
        elif session.selection >= 0:
            self.stays.edit_entry(session.selection)

    def delete_stay(self) -> None:
        """Delete the selected stay; it can be had back at once."""
        session, w = self._session, self._session.w
        if session.selection < 0:
            return
        session.change(gestures.removed(session.traveller, session.selection), "delete-stay")
        self.info.tell(w.gettext("Stay deleted."), False, w.gettext("Undo"), session.undo_stack.undo)

    def _offer_back(self, text: str, undo: Callable[[], object]) -> None:
        self.info.tell(text, False, self._session.w.gettext("Undo"), undo)

    def edit_traveller(self) -> None:
        """Show or hide who the traveller is."""
        if self.form.isVisible() and self._session.traveller.citizenship:
            self.form.hide()
        else:
            self.form.begin()

    def add_traveller(self) -> None:
        """Add a traveller and ask who it is."""
        session = self._session
        if not session.blank:
            session.add_traveller(Traveller(name="", citizenship=""), "add-traveller")
        self.form.begin()

    def remove_traveller(self) -> None:
        """Remove the shown traveller; it can be had back at once."""
        session, w = self._session, self._session.w
        session.remove_traveller("remove-traveller")
        self.info.tell(w.gettext("Traveller removed."), False, w.gettext("Undo"), session.undo_stack.undo)

    def finish_typing(self) -> None:
        """Take over what is being typed, as leaving the field does."""
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit) and self.isAncestorOf(field):
            field.clearFocus()
            if field.isVisible():
                field.setFocus()

    # Help

    def show_keys(self) -> None:
        """Tell the keys."""
        from kzstay.ui.help import show_keys

        show_keys(self, self._session.w)

    def show_about(self) -> None:
        """Tell what this is."""
        from kzstay.ui.help import show_about

        show_about(self, self._session.w, self._session.law)

    # Events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.timeline and event.type() == QEvent.Type.Resize:
            self.empty.place()
        elif watched is self.card and event.type() == QEvent.Type.Resize:
            # Where there is room for one of the two, it is the timeline's
            self.minimap.setVisible(self.card.height() >= LEAST_TIMELINE + self.minimap.height())
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls()[:1]:
            self.desk.open(Path(url.toLocalFile()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange:
            if not self.isActiveWindow():
                self._session.autosave()
            elif self.follows_clock:
                self._session.wake(date.today())  # noqa: DTZ011 - the person's own day
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.finish_typing()
        self._session.autosave()
        self.settings.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        settings_file.save(self.settings)
        self._qt_words.silence()
        with suppress(RuntimeError):
            QApplication.styleHints().colorSchemeChanged.disconnect(self._on_scheme)
        super().closeEvent(event)


# What is not seen at the start is read in when it is


def _why() -> MakePage:
    from kzstay.report.content import why

    return why


def _law() -> MakePage:
    from kzstay.report.content import law_page

    return law_page
