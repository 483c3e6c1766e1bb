"""Shortcuts under any keyboard layout: Ctrl with a key does what is told of the Latin letter in its place.

Qt sees to it where a Latin layout is installed beside the other one. Under a Russian or a Kazakh one alone on X11,
and for the digits of a Kazakh one, Ctrl+Z comes as Ctrl+Я, which is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QMenu, QWidget
from shiboken6 import isValid

from kzstay.guard import guarded
from kzstay.ui.widgets.layouts import in_place, key_of, latin

LETTERS = range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)


@guarded
class AnyLayout(QObject):
    """Presses anew, as a Latin one, a key that no shortcut was found for; in every window of the program."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        app = QApplication.instance()
        assert isinstance(app, QGuiApplication)
        self._watched: QWindow | None = None
        app.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())

    def _watch(self, window: QWindow | None) -> None:
        # One window has the keys; a filter of the whole program would be asked of every event there is
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = window
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return press_anew(event) or open_menu_by_letter(event)
        return super().eventFilter(watched, event)


def press_anew(event: QKeyEvent) -> bool:
    """Press the Latin key in the place of the one that was pressed with Ctrl, and tell whether there is one."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    only = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    at = QApplication.focusWidget()
    if at is None or QApplication.activePopupWidget() is not None or event.key() in LETTERS:
        return False
    if not held & Qt.KeyboardModifier.ControlModifier or held & ~only:
        return False
    key = in_place(event)
    if key is None or key == event.key():
        return False
    if _taken_by(at, key, held):  # by a field, of which Qt asks first too
        return True
    sequence = QKeySequence(QKeyCombination(held, key))
    for do in _shortcuts(at, sequence):
        if isinstance(do, QAction):
            do.trigger()
        elif isinstance(do, QShortcut):
            do.activated.emit()
        else:
            do.animateClick()
        return True
    return QApplication.sendEvent(at, QKeyEvent(QEvent.Type.KeyPress, key, held))


def open_menu_by_letter(event: QKeyEvent) -> bool:
    """Open the menu whose letter is on the key that was pressed with Alt, whatever the layout has on it."""
    at, held = QApplication.focusWidget(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    window = at.window() if at is not None else None
    if (
        held != Qt.KeyboardModifier.AltModifier
        or not isinstance(window, QMainWindow)
        or not event.text().isalpha()
    ):
        return False
    pressed, bar = latin(event), window.menuBar()
    for action in bar.actions():
        letter = QKeySequence.mnemonic(action.text()).toString().removeprefix("Alt+")
        if letter and key_of(letter) == pressed:
            bar.setActiveAction(action)
            return True
    return False


def _taken_by(at: QWidget, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
    asked.ignore()
    QApplication.sendEvent(at, asked)
    if asked.isAccepted():
        QApplication.sendEvent(at, QKeyEvent(QEvent.Type.KeyPress, key, held))
    return asked.isAccepted()


def _shortcuts(at: QWidget, sequence: QKeySequence) -> Iterator[QAction | QAbstractButton | QShortcut]:
    """Find what a sequence does where the focus is: the nearest first."""
    window = at.window()
    part: QWidget | None = at
    while part is not None:
        for action in part.actions():
            if action.isEnabled() and sequence in action.shortcuts():
                yield action
        part = None if part is window else part.parentWidget()
    for shortcut in window.findChildren(QShortcut):
        parent = shortcut.parent()
        here = parent is window or (isinstance(parent, QWidget) and (parent is at or parent.isAncestorOf(at)))
        if shortcut.isEnabled() and here and sequence in list(shortcut.keys()):
            yield shortcut
    if isinstance(window, QMainWindow):
        for action in _in_menus(window.menuBar().actions()):
            whole = action.shortcutContext() == Qt.ShortcutContext.WindowShortcut
            if action.isEnabled() and whole and sequence in action.shortcuts():
                yield action
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled() and button.shortcut() == sequence:
            yield button


def _in_menus(actions: list[QAction]) -> Iterator[QAction]:
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from _in_menus(menu.actions())
        else:
            yield action
