"""The application: it makes the window and runs it; ``window.startup`` tells the order."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLoggingCategory, QTimer
from PySide6.QtWidgets import QApplication

from kzstay import __version__
from kzstay.display import SILENCE, write_in_utf_8
from kzstay.identity import IDENTITY, Identity
from kzstay.ui.system.portal import ask_portal
from kzstay.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from kzstay.ui.system.opened_files import OpenedFiles


def open_window(
    path: str | Path | None = None, *, today: date | None = None, identity: Identity = IDENTITY
) -> MainWindow:
    """Open the window on a case file, or on an empty case, and show it; a QApplication must be running.

    ``today`` is the day of reckoning to begin with, ``identity`` where the project lives. A file that cannot be
    opened leaves an empty case and a sentence in the window that says why.
    """
    window = MainWindow()
    _fill(window, path, today, identity)
    complete(window)
    window.show()
    return window


def run(path: Path | None, *, fresh: bool = False) -> int:
    """Run the program until its window is closed; with no path on the last case, unless it is a ``fresh`` one.

    The empty window is shown first, then the answer in it; a page that is not seen yet is made when it is.
    """
    QCoreApplication.setApplicationName("kzstay")
    QCoreApplication.setApplicationVersion(__version__)
    QLoggingCategory.setFilterRules(SILENCE)
    write_in_utf_8()
    ask_portal(os.environ)
    # By this a desktop of X11 finds the menu entry of the window, whatever file was started
    app = QApplication([*sys.argv[:1], "-name", IDENTITY.desktop_name])
    app.setDesktopFileName(IDENTITY.desktop_name)
    handed = None
    if sys.platform == "darwin":  # elsewhere a filter would only slow every event down
        from kzstay.ui.system.opened_files import OpenedFiles

        handed = OpenedFiles(app)
        app.installEventFilter(handed)
    window = MainWindow()
    window.once_painted(lambda: begin(window, path, handed, fresh=fresh))
    window.show()
    code = app.exec()
    if code == 0:
        from kzstay.ui.system import crash

        crash.forget()
    return code


def begin(window: MainWindow, path: Path | None, handed: OpenedFiles | None, *, fresh: bool = False) -> None:
    """Make the shown window the program, or end it: a window that stays empty helps nobody."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    try:
        from PySide6.QtGui import QIcon

        from kzstay.imports.suffixes import is_source
        from kzstay.paths import resource
        from kzstay.ui.system import crash, portable
        from kzstay.ui.system.shutdown import close_with_the_system
        from kzstay.ui.window import last_time

        early: list[str] = []  # what went wrong before there was a place to tell it

        def tell(details: str) -> None:
            if window.filled:
                crash.tell_now(window.info, window.session().view.w, details)
            else:
                early.append(details)

        earlier = crash.watch(keep=lambda: window.case_file.autosave(), tell=tell)
        app.setWindowIcon(QIcon(str(resource("icons/kzstay.svg"))))
        source = path if path is not None and is_source(path) else None
        _fill(window, None if source else path, None)
        close_with_the_system(window, window.end_unasked)
        if path is None or source:
            window.case_file.restore()
        if fresh:
            last_time.begin_anew(window)
        elif path is None and window.case_file.blank:
            last_time.come_back(window)
        if handed is not None:
            handed.give_to(window.files.open)
        crash.tell_of(window.info, window.session().view.w, earlier)
        portable.tell_of(window.info, window.session().view.w)
        for details in early:
            tell(details)
        if source:  # which comes into what would have been there without it
            window.importing.import_file(source)
        window.lay_out()
        window.once_painted(lambda: _end_start(window))
    except BaseException as error:
        _tell_of_failure(window, error)
        app.exit(1)
        raise


def _tell_of_failure(window: MainWindow, error: BaseException) -> None:
    """Say why the program cannot start to a person who sees no terminal."""
    seen_in_terminal = sys.stderr is not None and sys.stderr.isatty()
    if seen_in_terminal or QApplication.platformName() in ("offscreen", "minimal"):
        return
    from PySide6.QtWidgets import QMessageBox

    gettext: Callable[[str], str] = str
    with suppress(Exception):  # what is broken may be the catalogs
        from kzstay.i18n import system_language
        from kzstay.texts.words import words

        gettext = words(system_language()).gettext
    sentence = gettext("kzstay could not start. Installing it again may help.")
    QMessageBox.critical(window, "kzstay", f"{sentence}\n\n{type(error).__name__}: {error}")


def _fill(window: MainWindow, path: str | Path | None, today: date | None, identity: Identity = IDENTITY) -> None:
    from kzstay import today as clock
    from kzstay.ui.session.clock import Clock
    from kzstay.ui.window.build import build

    build(window, today or clock.today(), identity)
    if path is not None:
        window.files.open(Path(path))
    if today is None:
        window.controller.clock = Clock(window.session())


def complete(window: MainWindow, *, seen_only: bool = False) -> None:
    """Put in what is not seen at first, or its pages when they are; then what only a screen reader asks for."""
    from kzstay.ui.window import build

    build.complete(window, seen_only=seen_only)
    QTimer.singleShot(0, window, lambda: help_screen_readers(window))


def _end_start(window: MainWindow) -> None:
    complete(window, seen_only=True)  # most people go to few of the pages, and all of them take megabytes
    if not gc.isenabled():  # see ``kzstay.__main__``
        gc.freeze()  # no later look for what went goes through what is there by now, and holds up a drag with it
        gc.enable()


def help_screen_readers(window: MainWindow) -> None:
    """Put in what only a screen reader asks for, the last of a start."""
    from kzstay.ui.timeline.accessible import install
    from kzstay.ui.widgets import divider_access
    from kzstay.ui.widgets.divider import DividerHandle

    install(window.stay.timeline)
    divider_access.install(window.findChild(DividerHandle))
