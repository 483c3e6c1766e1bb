"""Two travellers, and what the window does with files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu

from kzstay.core.case import Case
from kzstay.files.store import open_case as read_case
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller

ANNA = traveller("DE", stay("2026-11-11"))
BORIS = traveller("GB", stay("2026-11-01", "2026-11-05"), name="Boris Brown")
Answer = Callable[[Path | str], list[str]]


def do(window: MainWindow, name: str) -> None:
    window.commands.by_name[name].trigger()


def stored(path: Path | None) -> Case:
    assert path is not None
    return read_case(path).document.case


def recent(window: MainWindow) -> QMenu:
    menu = window.commands.submenus["recent"]
    menu.aboutToShow.emit()
    return menu
