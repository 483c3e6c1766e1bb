"""Shutdown: at the system's word the window closes as a person closes it, saved and unasked."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kzstay.texts import Words

WORDS = "SIGTERM", "SIGHUP", "SIGINT"


def close_with_the_system(window: QWidget, told_to_end: Callable[[], object]) -> None:
    """Close a window when the process is told to end; on Windows the window is told so itself.

    ``told_to_end`` is called before, so that nobody is asked.
    """
    if os.name != "posix":
        return
    # A signal lands in the middle of whatever runs. It only wakes Qt's loop, by a byte, and what it asks for is
    # done in a turn of its own
    heard, told = os.pipe()
    for end in (heard, told):
        os.set_blocking(end, False)
    notifier = QSocketNotifier(heard, QSocketNotifier.Type.Read, window)
    notifier.activated.connect(lambda: _end(window, heard, told_to_end))
    signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    for name in WORDS:
        signal.signal(getattr(signal, name), _only_wake)


def ask_before_loss(window: QWidget, w: Words, save_as: Callable[[], bool]) -> bool:
    """Ask what is to become of a case that could be kept nowhere; tell whether it may go."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(w.gettext("What you entered could not be saved anywhere. If the case is closed now, it is lost."))
    save = box.addButton(w.gettext("Save as…"), QMessageBox.ButtonRole.AcceptRole)
    lose = box.addButton(w.gettext("Close without saving"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(save)
    box.exec()
    if box.clickedButton() is save:
        return save_as()
    return box.clickedButton() is lose


def ask_before_dropping(window: QWidget, w: Words, show_waiting: Callable[[], object]) -> bool:
    """Ask what is to become of typed rows that no file can hold yet; tell whether they may go."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(w.gettext("Something that was typed cannot be used yet. If the case is closed now, it is lost."))
    back = box.addButton(w.gettext("Go back"), QMessageBox.ButtonRole.RejectRole)
    drop = box.addButton(w.gettext("Close anyway"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(back)
    box.setEscapeButton(back)
    box.exec()
    if box.clickedButton() is not drop:
        show_waiting()
        return False
    return True


def _only_wake(*_: object) -> None:
    """Do nothing: a handler of Python's own is what makes the byte come."""


def _end(window: QWidget, heard: int, told_to_end: Callable[[], object]) -> None:
    os.read(heard, 512)
    told_to_end()
    _close(window)


def _close(window: QWidget, before: QWidget | None = None) -> None:
    # A dialog or a menu has a loop of its own, which would go on without the window
    above = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if above is None or above is before:
        window.close()
        return
    above.close()
    QTimer.singleShot(0, window, lambda: _close(window, above))
