"""The export dialog, by mouse and by keys: what goes to a printer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kzstay.ui.system import settings as settings_file
from kzstay.ui.window.exporting import printing
from tests.ui.conftest import OpenCase
from tests.ui.window.exporting.open_dialogs import ANNA, BORIS, choose, gone, opened, press, words_of

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


def test_what_is_chosen_is_printed(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = open_case(ANNA, BORIS)

    def to_file(_parent: QWidget, title: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        assert title.startswith("Отчёт")
        return printer

    monkeypatch.setattr(printing, "choose_printer", to_file)
    dialog = opened(window, on_paper=True)
    choose(dialog.choices.language, "ru")
    dialog.choices.travellers.every.click()
    press(qtbot, Key.Key_Return, Control)
    told = words_of(tmp_path / "printed.pdf")
    assert "Отчёт о пребывании" in told
    assert BORIS.name in told
    assert gone(window)
    assert window.info.text.text() == "Report written: printed.pdf"
    assert settings_file.load().exported.language == "ru"


def test_what_is_on_paper_is_told(open_case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_case(ANNA)
    monkeypatch.setattr(printing, "choose_printer", lambda *_: QPrinter())
    monkeypatch.setattr(QPrinter, "outputFileName", lambda _self: "")
    monkeypatch.setattr(printing, "print_on", lambda *_: "")
    dialog = opened(window)
    dialog.print_it()
    assert gone(window)
    assert window.info.text.text() == "Sent to the printer."
    assert window.info.second_button.isHidden()


def test_whoever_thinks_better_of_a_printer_is_where_they_were(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    monkeypatch.setattr(printing, "choose_printer", lambda *_: None)
    dialog = opened(window)
    dialog.print_it()
    assert dialog.isVisible()
    dialog.close()
