"""Opening: a file with the program that the system has for it, or the folder that it lies in."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QUrl


def open_file(path: Path) -> bool:
    """Open a file as the system does, and tell whether that could be asked for."""
    return _open(path.absolute())


def show_in_folder(path: Path) -> bool:
    """Show a file in its folder, chosen there where the system can do that; tell whether it could be asked for."""
    command = _command(str(path.absolute()))
    if command and _start(command):
        return True
    return _open(path.absolute().parent)


def open_another() -> bool:
    """Start the program once more, with an empty case, and tell whether that could be asked for."""
    bundled = getattr(sys, "frozen", False)
    arguments = [] if bundled else ["-m", "kzstay"]
    return _start([sys.executable, *arguments, "gui", "--new"])


# What no start asks for is read in when it is


def _open(path: Path) -> bool:
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _start(command: list[str]) -> bool:
    from PySide6.QtCore import QProcess

    return QProcess.startDetached(command[0], command[1:])[0]


def _command(path: str) -> list[str]:
    from PySide6.QtCore import QDir

    return {
        "win32": ["explorer.exe", "/select,", QDir.toNativeSeparators(path)],
        "darwin": ["open", "-R", path],
    }.get(sys.platform, [])
