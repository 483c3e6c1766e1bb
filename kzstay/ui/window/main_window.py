"""The window: empty at first, then with the answer and its pages in it, and what it does as a whole.

``startup`` tells why nothing heavy is imported here; ``build`` puts the parts in and joins them.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QMainWindow, QTabWidget, QWidget
from shiboken6 import isValid

from kzstay.guard import guarded
from kzstay.ui.window import startup

if TYPE_CHECKING:
    from kzstay.core.readings import Reading
    from kzstay.drawing.colours import Appearance, Theme
    from kzstay.i18n import Language
    from kzstay.ui.pages.duties import DutiesView
    from kzstay.ui.pages.papers.page import PapersView
    from kzstay.ui.pages.plan.page import PlanView
    from kzstay.ui.pages.stays.page import StaysPage
    from kzstay.ui.pages.stays.table import StaysTable
    from kzstay.ui.pages.text_page import TextPage
    from kzstay.ui.session.clock import Clock
    from kzstay.ui.session.session import Session
    from kzstay.ui.system.settings import Settings
    from kzstay.ui.timeline.minimap import Minimap
    from kzstay.ui.timeline.widget import Timeline
    from kzstay.ui.widgets.qt_words import QtWords
    from kzstay.ui.window.actions import Actions
    from kzstay.ui.window.empty_state import EmptyState
    from kzstay.ui.window.files import FileActions
    from kzstay.ui.window.header import Header
    from kzstay.ui.window.hero import Hero
    from kzstay.ui.window.info_bar import InfoBar
    from kzstay.ui.window.sheets import Sheets
    from kzstay.ui.window.traveller_form import TravellerForm

STAYS, DUTIES, PAPERS, PLAN, WHY, LAW = range(6)
LATEST = 1000  # milliseconds
LEAST = 900, 690  # a window on a small laptop, between its bars


@guarded
class MainWindow(QMainWindow):
    """One window on one case."""

    settings: Settings
    qt_words: QtWords
    page: QWidget
    header: Header
    form: TravellerForm
    info: InfoBar
    sheets: Sheets
    hero: Hero
    timeline: Timeline
    minimap: Minimap
    card: QFrame
    tabs: QTabWidget
    stays_page: StaysPage
    stays: StaysTable
    empty: EmptyState
    files: FileActions
    commands: Actions
    duties: DutiesView
    papers: PapersView
    plan: PlanView
    why: TextPage
    law: TextPage

    def __init__(self) -> None:
        super().__init__()
        self._session: Session | None = None
        self._whole = False
        self._painted: Callable[[], object] | None = None
        self.clock: Clock | None = None  # none where the day of reckoning was given
        self.told_to_end = False
        self._offer: Callable[[], object] | None = None
        self.setObjectName("kzstay")
        self.setWindowTitle("kzstay")
        self.setMinimumSize(*LEAST)
        startup.dress(self)

    def session(self) -> Session:
        """Return the open case."""
        assert self._session is not None
        return self._session

    def once_painted(self, do: Callable[[], object]) -> None:
        """Do something as soon as the window, or the timeline in it, was painted once more.

        A window that begins out of sight is not painted, and does not wait for it long.
        """
        self._painted = do
        QTimer.singleShot(LATEST, self, self._on_painted)

    def _on_painted(self) -> None:
        if self._painted is not None:
            QTimer.singleShot(0, self, self._painted)
            self._painted = None

    def furnish(self, session: Session, settings: Settings) -> None:
        """Put into the empty window what a person looks at first."""
        from kzstay.ui.window.build import furnish

        self._session, self.settings = session, settings
        furnish(self, session, settings)
        self.setAcceptDrops(True)
        self.look(settings.appearance)
        self.retranslate()

    def furnish_pages(self) -> None:
        """Put the other pages in."""
        from kzstay.ui.window.build import furnish_pages

        furnish_pages(self, self.session())
        self._whole = True
        self.look(self.settings.appearance)
        self._name_tabs()

    def lay_out(self) -> None:
        """Give every part its place now: what is painted before that is cut short."""
        self.page.show()  # which Qt would do a little later
        for _ in range(2):  # what a part learns of its room may change what it asks for
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    # What is shown

    def refresh(self) -> None:
        """Show what there is to do now."""
        session = self.session()
        self.empty.setVisible(not self.stays.stays.rows)
        self.commands.by_name["delete_stay"].setEnabled(bool(session.traveller.stays))
        self._name_tabs()
        self.name_window()

    def _name_tabs(self) -> None:
        from kzstay.core.agenda import pending

        w, number = self.session().w, pending(self.session().assessment)
        names = [w.gettext("Stays"), w.gettext("Duties"), w.gettext("Papers"), w.gettext("Plan")]
        names += [w.gettext("Why"), w.gettext("Law")]
        if number:
            names[DUTIES] += f" · {number}"
        for index, name in enumerate(names):
            self.tabs.setTabText(index, name)
        if self._whole:
            self.why.setAccessibleName(names[WHY])
            self.law.setAccessibleName(names[LAW])

    def name_window(self) -> None:
        """Name the file in the title, and whether something in it is not saved."""
        from kzstay.texts import foreign

        session = self.session()
        name = foreign.file(session.path) if session.path else session.w.gettext("Untitled case")
        name = name.replace("[*]", "[*][*]")  # of which Qt shows one, and takes none for its own
        if session.read_only:
            name += " · " + session.w.gettext("read-only")
        self.setWindowTitle(f"{name}[*] — kzstay")
        if isValid(session.undo_stack):  # Qt tells of a stack that empties itself while it goes
            self.setWindowModified(not session.undo_stack.isClean())

    def retranslate(self) -> None:
        """Speak the language of the session."""
        w = self.session().w
        self.qt_words.set_language(w.language)
        self.commands.retranslate()
        self.info.close_button.setAccessibleName(w.gettext("Close"))
        self.empty.retranslate(w)
        self.refresh()

    def set_language(self, language: Language) -> None:
        """Switch the language."""
        self.settings.language = language
        self.commands.by_name[f"language_{language}"].setChecked(True)
        self.session().set_language(language)
        self.files.keep_settings()

    def set_reading(self, reading: Reading) -> None:
        """Switch the way of counting."""
        self.settings.reading = reading
        self.session().set_reading(reading)
        self.files.keep_settings()

    def look(self, appearance: Appearance) -> None:
        """Switch between light, dark and the system's choice."""
        from kzstay.ui.widgets import theme

        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if appearance != self.settings.appearance:
            self.settings.appearance = appearance
            self.files.keep_settings()
        self._take_theme(theme.apply(app, appearance))

    def follow_system(self) -> None:
        """Be light or dark as the system now is, where that was chosen."""
        if self.settings.appearance == "system":
            self.look("system")

    def _take_theme(self, theme: Theme) -> None:
        for part in (self.header, self.info, self.hero, self.timeline, self.minimap, self.stays_page):
            part.set_theme(theme)
        if self._whole:
            for page in (self.duties, self.papers, self.plan, self.why, self.law):
                page.set_theme(theme)

    def show_waiting(self) -> None:
        """Show the first thing that was typed and cannot be used yet."""
        from kzstay.ui.window.waiting import show_waiting

        show_waiting(self)

    def show_why(self) -> None:
        """Show why the answer is what it is."""
        self.tabs.setCurrentIndex(WHY)

    def go_today(self) -> None:
        """Reckon for today and bring it into sight."""
        session = self.session()
        if session.on != session.today:
            session.set_day(session.today)
        self.timeline.see(session.on)

    def day_changed(self) -> None:
        """Go on to the day that it is now, where the window follows the clock."""
        if self.clock is not None:
            self.clock.day_changed()

    # Stays and travellers

    def add_stay(self) -> None:
        """Begin a stay and type its entry; it counts once that is confirmed."""
        self.finish_typing()
        session = self.session()
        begun = session.editing.begin()
        if begun is None:
            return
        self.tabs.setCurrentIndex(STAYS)
        if not session.traveller.citizenship:
            # Without it nothing can be said of the stay: it is asked for beside the days
            self.form.show()
        self.stays.edit_entry(*begun)

    def delete_stay(self) -> None:
        """Delete the selected stay, or the row that is to be one."""
        selected = self.session().selection
        self.delete_row(self.stays.currentIndex().row() if selected < 0 and self.stays.begun else selected)

    def delete_row(self, row: int) -> None:
        """Delete a row of the table of stays; it can be had back at once."""
        session = self.session()
        if 0 <= row < len(self.stays.stays.rows) and not session.refuses_change():
            self.offer_back(session.w.gettext("Stay deleted."), session.editing.remove_stay(row))

    def offer_back(self, text: str, undo: Callable[[], object]) -> None:
        """Say what is gone, and offer to have it back."""
        self._offer = undo
        self.info.tell(text, False, self.session().w.gettext("Undo"), undo)

    def undo(self) -> None:
        """Have back what was deleted last, while the bar offers it, else take the last step back."""
        if self._offer is not None and self.info.offers(self._offer):
            self.info.button.click()
        else:
            self.session().undo()

    def edit_traveller(self) -> None:
        """Show or hide who the traveller is."""
        if self.form.isVisible() and self.session().traveller.citizenship:
            self.form.hide()
        else:
            self.form.begin()

    def add_traveller(self) -> None:
        """Add a traveller and ask who it is."""
        session = self.session()
        if not session.blank:
            session.begin_traveller("add-traveller")
        self.form.begin()

    def remove_traveller(self) -> None:
        """Remove the shown traveller; it can be had back at once."""
        session = self.session()
        if not session.refuses_change():
            session.remove_traveller("remove-traveller")
            self.offer_back(session.w.gettext("Traveller removed."), session.undo)

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
        from kzstay.ui.window.help import show_keys

        show_keys(self, self.session().w)

    def show_about(self) -> None:
        """Tell what this is."""
        from kzstay.ui.window.help import show_about

        show_about(self, self.session().w, self.session().law)

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._on_painted()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._on_painted()
        elif event.type() == QEvent.Type.Resize:
            if watched is self.timeline:
                self.empty.place()
            elif watched is self.card:
                # Where there is room for one of the two, it is the timeline's
                least = self.timeline.minimumHeight() + self.minimap.height()
                self.minimap.setVisible(self.card.height() >= least)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What nobody in the window has taken
        if self._session is None or not self.sheets.press(event):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls()[:1]:
            self.files.open(Path(url.toLocalFile()))

    def changeEvent(self, event: QEvent) -> None:
        if self._session is not None and event.type() == QEvent.Type.ActivationChange:
            if not self.isActiveWindow():
                self._session.autosave()
            else:
                self.day_changed()
                self._session.file.look_again()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._session is None or self._settle(self._session):
            super().closeEvent(event)
        else:
            event.ignore()

    def ask_before_loss(self) -> bool:
        """Ask what is to become of a case that could be kept nowhere; tell whether it may go."""
        from kzstay.ui.system.shutdown import ask_before_loss

        return ask_before_loss(self, self.session().w)

    def may_lose(self) -> bool:
        """Tell whether a case may go that could be kept nowhere; the system waits for no answer."""
        return self._ends_unasked() or self.ask_before_loss() or self.told_to_end  # perhaps while it was asked

    def may_drop(self) -> bool:
        """Tell whether typed rows may go that no file can hold; the system waits for no answer."""
        from kzstay.ui.system import shutdown

        if self._ends_unasked():
            return True
        return shutdown.ask_before_dropping(self, self.session().w) or self.told_to_end

    def _ends_unasked(self) -> bool:
        app = QApplication.instance()
        return self.told_to_end or (isinstance(app, QApplication) and app.isSavingSession())

    def _settle(self, session: Session) -> bool:
        """Keep everything before the window goes, and tell whether it may."""
        self.finish_typing()
        if not session.file.may_go():
            return False
        session.file.let_go()
        self.settings.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.files.keep_settings()
        self.qt_words.silence()
        with suppress(RuntimeError):
            QApplication.styleHints().colorSchemeChanged.disconnect(self.follow_system)
        return True
