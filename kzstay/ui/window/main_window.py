"""The main window: empty at first, then with its places in it; what the system asks of it as a whole.

``startup`` tells why nothing heavy is imported here, and in which order all of it comes; ``build`` puts the places
in; what a person can have done is the ``controller``'s.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMainWindow
from shiboken6 import isValid

from kzstay.guard import guarded
from kzstay.ui.window import startup

if TYPE_CHECKING:
    from kzstay.ui.places.frame import Places
    from kzstay.ui.session.case_file import CaseFile
    from kzstay.ui.session.session import Session
    from kzstay.ui.widgets.qt_words import QtWords
    from kzstay.ui.window.actions import Actions
    from kzstay.ui.window.controller import Controller
    from kzstay.ui.window.files import FileActions
    from kzstay.ui.window.importing.entrance import Importing
    from kzstay.ui.window.info_bar import InfoBar
    from kzstay.ui.window.newer import Newer
    from kzstay.ui.window.preferences import Preferences
    from kzstay.ui.window.sheets import Sheets

LATEST = 1000  # milliseconds
PASSES = 4
LEAST = 480, 280  # of a screen that is enlarged three times; what has no room is scrolled to


@guarded
class MainWindow(QMainWindow):
    """One window on one case."""

    def __init__(self) -> None:
        super().__init__()
        self._session: Session | None = None
        self._painted: Callable[[], object] | None = None
        self.told_to_end = False
        self.setObjectName("kzstay")
        self.setWindowTitle("kzstay")
        self.setMinimumSize(*LEAST)
        startup.dress(self)

    @property
    def filled(self) -> bool:
        """Tell whether its parts are in it."""
        return self._session is not None

    def session(self) -> Session:
        """Return the open case."""
        assert self._session is not None
        return self._session

    def fill(
        self,
        *,
        session: Session,
        case_file: CaseFile,
        preferences: Preferences,
        qt_words: QtWords,
        places: Places,
        info: InfoBar,
        sheets: Sheets,
        files: FileActions,
        controller: Controller,
        importing: Importing,
        commands: Actions,
        newer: Newer,
    ) -> None:
        """Take in what ``build`` has made."""
        self._session = session
        self.case_file = case_file
        self.preferences = preferences
        self.qt_words = qt_words
        self.places = places
        self.stay = places.stay
        self.info = info
        self.sheets = sheets
        self.files = files
        self.controller = controller
        self.importing = importing
        self.commands = commands
        self.newer = newer
        self.setCentralWidget(places)
        self.stay.timeline.setFocus()
        self.stay.timeline.installEventFilter(self)
        self.setAcceptDrops(True)

    # The first look

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

    def lay_out(self) -> None:
        """Give every part its place now: what is painted before that is cut short."""
        startup.keep_on_screen(self)  # now that it has its frame
        self.places.show()  # which Qt would do a little later
        for _ in range(PASSES):  # what a part learns of its room may change what it asks for
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    # What is shown

    def name_window(self) -> None:
        """Name the file in the title, and whether something in it is not saved."""
        from kzstay.texts import foreign

        session, path = self.session(), self.case_file.path
        w = session.view.w
        name = foreign.file(path) if path else w.gettext("Untitled case")
        if path is None and self.case_file.origin is not None:
            name = w.gettext("Recovered copy of {file}").format(file=foreign.file(self.case_file.origin))
        name = name.replace("[*]", "[*][*]")  # of which Qt shows one, and takes none for its own
        if session.read_only:
            name += " · " + w.gettext("read-only")
        self.setWindowTitle(f"{name}[*] — kzstay")
        if isValid(session.undo_stack):  # Qt tells of a stack that empties itself while it goes
            # What is in its file in a moment is no news: a reader would say the title twice for each change
            self.setWindowModified(not session.undo_stack.isClean() and not self.case_file.saves_soon)

    def retranslate(self) -> None:
        """Speak the language of the view where no part does so by itself."""
        w = self.session().view.w
        self.qt_words.set_language(w.language)
        self.info.close_button.setAccessibleName(w.gettext("Close"))
        self.name_window()

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._on_painted()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._on_painted()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What nobody in the window has taken
        if self._session is None or not self.sheets.press(event):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.importing.drop([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def changeEvent(self, event: QEvent) -> None:
        if self._session is not None and event.type() == QEvent.Type.ActivationChange:
            if not self.isActiveWindow():
                self.case_file.autosave()
            else:
                self.controller.follow_clock()
                self.case_file.look_again()
                QTimer.singleShot(0, self, self._tell_focus)
        super().changeEvent(event)

    def _tell_focus(self) -> None:
        """Tell where the keyboard is to who comes back: each table that has a current cell looks as if it were."""
        from kzstay.ui.widgets.announce import tell_focus

        at = QApplication.focusWidget()
        if at is self.stay.timeline and self.session().selection >= 0:
            self.stay.timeline.voice.chosen()
        elif at is not None and self.isAncestorOf(at) and not isinstance(at, QAbstractItemView):
            tell_focus(at)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._session is None or self._settle():
            super().closeEvent(event)
        else:
            event.ignore()

    # The end

    def end_unasked(self) -> None:
        """Ask nothing any more: the system ends the program."""
        self.told_to_end = True

    def may_lose(self) -> bool:
        """Tell whether a case may go that could be kept nowhere; the system waits for no answer."""
        return self._ends_unasked() or self.ask_before_loss() or self.told_to_end  # perhaps while it was asked

    def ask_before_loss(self) -> bool:
        """Ask what is to become of a case that could be kept nowhere; tell whether it may go."""
        from kzstay.ui.system import shutdown

        return shutdown.ask_before_loss(self, self.session().view.w, self.files.save_as)

    def may_drop(self) -> bool:
        """Tell whether typed rows may go that no file can hold; the system waits for no answer."""
        from kzstay.ui.system import shutdown

        if self._ends_unasked():
            return True
        asked = shutdown.ask_before_dropping(self, self.session().view.w, self.controller.show_waiting)
        return asked or self.told_to_end

    def _ends_unasked(self) -> bool:
        app = QApplication.instance()
        return self.told_to_end or (isinstance(app, QApplication) and app.isSavingSession())

    def _settle(self) -> bool:
        """Keep everything before the window goes, and tell whether it may."""
        self.controller.finish_typing()
        if not self.case_file.may_go():
            return False
        self.case_file.let_go()
        from kzstay.ui.window import last_time

        self.preferences.settings.last = last_time.noted(self)
        self.preferences.settings.manual = self.controller.manual.leave() or self.preferences.settings.manual
        self.preferences.settings.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.preferences.keep()
        self.qt_words.silence()
        with suppress(RuntimeError):
            QApplication.styleHints().colorSchemeChanged.disconnect(self.preferences.follow_system)
        with suppress(RuntimeError):
            hints = QApplication.styleHints().accessibility()
            hints.contrastPreferenceChanged.disconnect(self.preferences.follow_contrast)
        return True
