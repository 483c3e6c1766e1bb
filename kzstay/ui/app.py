"""Putting the window together."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from kzstay import __version__
from kzstay.paths import resource
from kzstay.ui import crash, theme
from kzstay.ui import settings as settings_file
from kzstay.ui.main_window import MainWindow
from kzstay.ui.opened_files import OpenedFiles
from kzstay.ui.session import Session


def open_window(path: str | Path | None = None, *, today: date | None = None) -> MainWindow:
    """Open the window on a case file, or on an empty case, and show it; a QApplication must be running.

    ``today`` is the day of reckoning to begin with. A file that cannot be opened leaves an empty case and a
    sentence in the window that says why.
    """
    settings = settings_file.load()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    # Before the first part is made: what the style sheet sizes keeps the font that it met
    theme.apply(app, settings.appearance)
    session = Session(today or date.today(), settings.language, settings_file.unsaved_path())  # noqa: DTZ011
    session.read_as(settings.reading)
    window = MainWindow(session, settings)
    if path is not None:
        window.desk.open(Path(path))
    window.follows_clock = today is None
    window.show()
    QTimer.singleShot(0, window, _help_screen_readers)
    return window


def _help_screen_readers() -> None:
    """Read in, once the window is painted, what only a screen reader asks for."""
    from kzstay.ui.timeline.accessible import install

    install()


def run(path: Path | None) -> int:
    """Run the program until its window is closed."""
    QCoreApplication.setApplicationName("kzstay")
    QCoreApplication.setApplicationVersion(__version__)
    app = QApplication(sys.argv[:1])
    app.setDesktopFileName("kzstay")

    app.setWindowIcon(QIcon(str(resource("icons/kzstay.svg"))))
    earlier = crash.watch()
    window = open_window(path)
    if sys.platform == "darwin":  # elsewhere a filter would only slow every event down
        app.installEventFilter(OpenedFiles(window.desk.open, app))
    crash.tell_of(window, earlier)
    if path is None:
        window.session().restore_unsaved()
    return app.exec()
