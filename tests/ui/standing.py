"""One window for all tests of a module, as good as new before each.

Opening a window takes 130 ms, which is most of what a test of it costs; to give one back takes a tenth of that.
What is given back is only what a person can reach. What a window reads at its birth (the settings of the run
before, the clock) is no matter of a reset: such a test opens a window of its own.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter

from kzstay.core.readings import Reading
from kzstay.ui.app import open_window
from kzstay.ui.system.settings import USUAL_TEXT, Exported
from kzstay.ui.window.main_window import MainWindow
from tests.ui import pages_of

SIZE = 1280, 900
OUTSIDE = QPoint(-10, -10)


def new_window(path: Path | None, today: date) -> MainWindow:
    """Open a window of the size that tests count on."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    # The windows of tests before this one: closed, but without an event loop still there to be dressed anew
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.setStyle("Fusion")
    window = open_window(path, today=today)
    window.resize(*SIZE)
    return window


class Standing:
    """The window of a module; it is opened when it is first wanted, and anew when a test has closed it."""

    def __init__(self) -> None:
        self.taken = False
        self._window: MainWindow | None = None
        self._layout: dict[str, QByteArray] = {}

    def take(self, path: Path | None, today: date) -> MainWindow:
        """Return the window, opened on a file or on an empty case."""
        self.taken = True
        if self._window is None:
            self._window = new_window(path, today)
            QApplication.processEvents()
            self._layout = {part.objectName(): part.saveState() for part in self._window.findChildren(QSplitter)}
            return self._window
        go_to_day(self._window, today)
        if path is not None:
            open_in(self._window, path)
        return self._window

    def give_back(self, today: date) -> None:
        """Make the window as good as new, if the test that took it has left it open."""
        if self._window is None or not self.taken:
            return
        self.taken = False
        if not self._window.isVisible():
            self.close()
            return
        try:
            as_new(self._window, today)
            for part in self._window.findChildren(QSplitter):
                part.restoreState(self._layout[part.objectName()])
            self._window.stay.share_anew()
        except BaseException:
            self.close()  # of no use to the next test
            raise

    def close(self) -> None:
        """End with the window."""
        if self._window is not None:
            self._window.told_to_end = True  # so that nobody is asked
            self._window.close()
            self._window.deleteLater()
            self._window = None


def as_new(window: MainWindow, today: date) -> None:
    """Bring a window back to how it opens: no case, no page but the first, English, light, nothing under way."""
    session = window.session()
    _let_everything_go(window)
    window.places.show_place("stay")
    window.stay.show_page("stays")
    window.stay.form.hide()
    session.keep_drafts(())  # nobody is asked about them
    window.files.new()
    go_to_day(window, today)
    if window.preferences.settings.language != "en" or session.view.w.language != "en":
        window.commands.by_name["language_en"].trigger()
    if window.preferences.settings.reading != Reading.SAFE or session.view.reading != Reading.SAFE:
        window.commands.by_name["reading_safe"].trigger()
    window.commands.by_name["appearance_light"].trigger()
    if window.preferences.settings.text_size != USUAL_TEXT:
        window.preferences.set_text_size(USUAL_TEXT)
    window.preferences.settings.recent = []
    window.preferences.settings.exported = Exported()
    for edit in (*pages_of.plan(window).fields.edits(), *pages_of.plan(window).more.edits()):
        edit.clear()
    pages_of.plan(window).fields.clear()
    window.info.hide()
    window.resize(*SIZE)
    window.stay.timeline.show_period()
    window.stay.timeline.clearFocus()
    window.stay.timeline.setFocus()
    # An editor that was closed says so when it is deleted, for which it waits for an event loop
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # What was not saved is no matter of the next test, whose files are its own
    window.case_file.let_go()
    window.case_file._gone = False


def open_in(window: MainWindow, path: Path) -> None:
    """Open a file in a window that has held others."""
    window.files.open(path)
    # The one that was chosen last is looked for in the next case too
    pages_of.duties(window).table.setCurrentIndex(pages_of.duties(window).model.index(0, 0))


def go_to_day(window: MainWindow, today: date) -> None:
    """Begin a day, and reckon for it."""
    session = window.session()
    session.view.day_changed(today)
    if session.view.on != today:
        session.view.set_day(today)


def _let_everything_go(window: MainWindow) -> None:
    """Let go of what a test held, shut what it opened and leave what it was typing."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.close()
    QTest.keyRelease(window.stay.timeline, Qt.Key.Key_Space)
    window.stay.timeline.pointer.cancel()
    for button in Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton:
        # Qt keeps what is held for the whole program: every window that is opened later would find it held
        if button in QApplication.mouseButtons():
            QTest.mouseRelease(window.stay.timeline, button, pos=OUTSIDE)
    window.stay.timeline.inspect(None)
    window.stay.timeline.unsetCursor()
