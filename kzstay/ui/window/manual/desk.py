"""The manual of a window: opened on what the keyboard is on, beside the window, and closed with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kzstay.drawing.colours import Theme
from kzstay.guard import guarded
from kzstay.ui.places.frame import Places
from kzstay.ui.session.session import Session
from kzstay.ui.window.manual.chapters import ABOUT, FIRST

if TYPE_CHECKING:
    from kzstay.ui.window.actions import Actions
    from kzstay.ui.window.manual.window import ManualWindow

HELP = "manual"  # the command whose keys ask for it


@guarded
class ManualDesk(QObject):
    """The window of the manual, made when it is first asked for.

    The key for it is heard in every window of the program: a dialog shuts the commands of the window under it off.
    """

    def __init__(
        self, window: QWidget, session: Session, places: Places, show_topic: Callable[[str], object]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._places = places
        self._show_topic = show_topic
        self._watched: QWindow | None = None
        self.commands: Actions | None = None  # which are made of what makes this
        self.shown: ManualWindow | None = None
        app = QApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._watch)

    def show_here(self) -> None:
        """Show the chapter about what the keyboard is on."""
        self.show(self.chapter_here())

    def show_keys(self) -> None:
        """Show the list of keys."""
        from kzstay.guide.manual import KEYS

        self.show(KEYS)

    def show(self, name: str) -> None:
        """Show a chapter or a section beside the window."""
        if self.shown is None:
            self.shown = self._made()
        self.shown.appear()
        self.shown.show_chapter(name)

    def chapter_here(self) -> str:
        """Return the chapter about the dialog, page, place or part that a person is at."""
        at = QApplication.activeModalWidget() or QApplication.focusWidget() or QApplication.activeWindow()
        if at is None or (at.window() is self._window and self._is_blank()):
            return FIRST
        while at is not None:
            if at.objectName() in ABOUT and not self._holds_a_page(at):
                return ABOUT[at.objectName()]
            at = at.parentWidget()
        here = self._places.current
        return ABOUT[self._places.stay.page if here == "stay" else f"place_{here}"]

    def _is_blank(self) -> bool:
        at_stay = self._places.current == "stay"
        return at_stay and not self._session.traveller.stays and self._places.stay.page == "stays"

    def _holds_a_page(self, part: QWidget) -> bool:
        """Tell whether a part is the place Stay, of which the page says more than that."""
        return part.objectName() == "place_stay"

    def _made(self) -> ManualWindow:
        from kzstay.ui.system.remembered import remembered
        from kzstay.ui.window.manual.window import ManualWindow

        assert self.commands is not None
        made = ManualWindow(self._session, self.commands)
        made.topic_asked.connect(self._leave_for_topic)
        made.stand_beside(self._window, str(remembered().get("manual") or ""))
        return made

    def _leave_for_topic(self, name: str) -> None:
        self._show_topic(name)
        if QGuiApplication.platformName() != "offscreen":  # which has no front
            self._window.raise_()
        self._window.activateWindow()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        if self.shown is not None:
            self.shown.set_theme(theme)

    def leave(self) -> str:
        """Close the manual with its window, and return where it stood; nothing if nobody has opened it."""
        if self.shown is None or not isValid(self.shown):
            return ""
        made, self.shown = self.shown, None
        stood = bytes(made.saveGeometry().toBase64().data()).decode()
        made.close()
        made.deleteLater()
        return stood

    # The key in a dialog

    def _watch(self, window: QWindow | None) -> None:
        # One window has the keys; a filter of the whole program would be asked of every event there is
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = window if window is not self._window.windowHandle() else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.commands is not None:
            asked = QKeySequence(event.keyCombination()) in self.commands.by_name[HELP].shortcuts()
            if asked and self._may_be_asked_from(QApplication.activeWindow()):
                self.show_here()
                return True
        return super().eventFilter(watched, event)

    def _may_be_asked_from(self, dialog: QWidget | None) -> bool:
        """Tell whether a window is a dialog of this one, and leaves others open to be used."""
        if dialog is None or dialog.parentWidget() is None:
            return False
        return dialog.windowModality() != Qt.WindowModality.ApplicationModal
