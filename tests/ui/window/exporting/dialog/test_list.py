"""The same dialog for a list of travellers: opened from People, it remembers nothing that was not chosen in it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.ui.system.settings import Exported
from kzstay.ui.window.main_window import MainWindow
from tests.ui.conftest import OpenCase
from tests.ui.window.exporting.open_dialogs import ANNA, BORIS, answer, choose, gone, shown


@pytest.fixture
def window(open_case: OpenCase, qtbot: QtBot) -> MainWindow:
    window = open_case(BORIS, ANNA)
    qtbot.mouseClick(window.places.rail.buttons["people"], Qt.MouseButton.LeftButton)
    return window


def test_the_list_of_those_who_are_shown_is_saved_in_that_order(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    place = window.places.place("people")
    qtbot.mouseClick(place.export, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    QApplication.processEvents()
    dialog = shown(window)
    assert dialog.windowTitle() == "Export list"
    asked = answer(monkeypatch, tmp_path / "out.csv")
    choose(dialog.choices.format, ".csv")
    dialog.save()
    assert gone(window)
    assert asked[0][0].endswith("case list 2026-11-22.csv")
    lines = list(csv.reader((tmp_path / "out.csv").read_text("utf-8-sig").splitlines()))
    assert [line[0] for line in lines[1:]] == [ANNA.name, BORIS.name]
    remembered = window.preferences.settings.exported
    assert (remembered.document, remembered.format, remembered.everyone) == ("", "", False)
    assert remembered.folder == str(tmp_path)


def test_a_calendar_is_one_of_the_report_whatever_was_exported_last(window: MainWindow) -> None:
    window.preferences.settings.exported = Exported(document="certificate")
    keys = [one.key.number for one in window.session().case.travellers]
    window.files.export_report(".ics", keys)
    QApplication.processEvents()
    order = shown(window).choices.order()
    assert order is not None
    assert (order.document.name, order.format.suffix, len(order.travellers)) == ("report", ".ics", 2)
