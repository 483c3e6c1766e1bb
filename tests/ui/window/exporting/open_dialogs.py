"""Export dialogs: opened from the window, and chosen in."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from kzstay.ui.window.exporting.dialog import ExportDialog
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller

ANNA = traveller("DE", stay("2026-11-11"))
BORIS = traveller("GB", stay("2026-11-01", "2026-11-05"), name="Boris Brown")
OLD = b"the old report"


def opened(window: MainWindow, suffix: str = "", *, on_paper: bool = False) -> ExportDialog:
    """Open the dialog as the menu does, and return it once it is drawn."""
    if on_paper:
        window.commands.by_name["print"].trigger()
    elif suffix:
        window.files.export_report(suffix)
    else:
        window.commands.by_name["export"].trigger()
    QApplication.processEvents()
    return shown(window)


def shown(window: MainWindow) -> ExportDialog:
    (dialog,) = (part for part in window.findChildren(ExportDialog) if part.isVisible())
    return dialog


def gone(window: MainWindow) -> bool:
    """Tell whether no dialog is open."""
    return not any(part.isVisible() for part in window.findChildren(ExportDialog))


def choose(choice: QComboBox, data: str) -> None:
    """Choose one of a list as a person does."""
    place = choice.findData(data)
    assert place >= 0, data
    choice.setCurrentIndex(place)
    choice.activated.emit(place)


def answer(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> list[tuple[str, str]]:
    """Answer the dialog of files, and tell what it proposed: a path, and the kinds."""
    asked: list[tuple[str, str]] = []

    def ask(_parent: object, _title: str, start: str, kinds: str) -> tuple[str, str]:
        asked.append((start, kinds))
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return asked


def words_of(path: Path) -> str:
    """Return what a PDF file says."""
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(path).pages)


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    qtbot.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, modifier)
