"""The system's word to end, as at a logout or from a terminal: the window closes as a person closes it, saved."""

from __future__ import annotations

import os
import signal

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QWidget

WORDS = "SIGTERM", "SIGHUP", "SIGINT"


def close_with_the_system(window: QWidget) -> None:
    """Close a window when the process is told to end; on Windows the window is told so itself."""
    if os.name != "posix":
        return
    # Python hears a signal only while it runs, and while nothing happens Qt does: the byte wakes it
    heard, told = os.pipe()
    for end in (heard, told):
        os.set_blocking(end, False)
    signal.set_wakeup_fd(told)
    notifier = QSocketNotifier(heard, QSocketNotifier.Type.Read, window)
    notifier.activated.connect(lambda: os.read(heard, 1))
    for name in WORDS:
        signal.signal(getattr(signal, name), lambda *_: window.close())
