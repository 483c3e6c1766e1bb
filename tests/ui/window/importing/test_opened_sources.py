"""Lists where a case is expected: opened, named at the start, or dropped beside others."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kzstay.files.store import save_case
from kzstay.ui import app
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import case
from tests.ui.conftest import OpenCase
from tests.ui.window.importing.open_imports import ANNA, BORIS, UNNAMED, shown, written
from tests.ui.window.test_main_window import drop, old_events


def test_a_list_that_is_opened_is_imported(
    open_case: OpenCase, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    path, asked = written(tmp_path, UNNAMED), []

    def choose(*said: str) -> tuple[str, str]:
        asked.extend(said)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *said: choose(*map(str, said[1:])))
    window.files.choose_and_open()
    assert any("*.csv" in text for text in asked)
    assert shown(window, qtbot).found
    assert window.session().case == case(ANNA)
    assert not window.info.isVisible()


@pytest.mark.parametrize(
    ("name", "text"), [("peer.json", '{"trips": []}'), ("list.dat", UNNAMED), ("list.kzstay", UNNAMED)]
)
def test_where_the_name_does_not_tell_the_import_is_offered(
    open_case: OpenCase, qtbot: QtBot, tmp_path: Path, name: str, text: str
) -> None:
    window = open_case(ANNA)
    assert not window.files.open(written(tmp_path, text, name))
    assert window.info.button.text() == "Import it…"
    window.info.button.click()
    dialog = shown(window, qtbot)
    assert dialog.found or dialog.error


def test_a_case_that_is_cut_short_is_no_list(open_case: OpenCase, tmp_path: Path) -> None:
    window = open_case(ANNA)
    assert not window.files.open(written(tmp_path, '{"format": "kzstay", "trav', "cut.kzstay"))
    assert window.info.text.text().startswith("cut.kzstay: the file is cut short")
    assert not window.info.button.isVisible()


def test_the_program_begins_with_the_import_of_a_list(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kzstay.ui.system.crash.watch", lambda **_: "")
    monkeypatch.setattr("kzstay.ui.system.shutdown.close_with_the_system", lambda *_: None)
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    app.begin(window, written(tmp_path, UNNAMED), None)
    assert shown(window, qtbot).found
    assert not window.info.isVisible()


@old_events
def test_of_several_files_the_first_is_taken_and_that_is_told(open_case: OpenCase, tmp_path: Path) -> None:
    window = open_case(ANNA)
    save_case(case(BORIS), tmp_path / "other.kzstay")
    paths = tmp_path / "other.kzstay", written(tmp_path, UNNAMED)
    assert drop(window, *(QUrl.fromLocalFile(str(path)) for path in paths))
    assert window.session().case == case(BORIS)
    assert window.importing.dialog is None
    assert window.info.text.text() == "One file at a time: other.kzstay was taken, the others were not."


@old_events
def test_an_address_beside_a_file_is_left_alone(open_case: OpenCase, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_case(ANNA)
    list_of = QUrl.fromLocalFile(str(written(tmp_path, UNNAMED)))
    assert drop(window, QUrl("https://example.com/list.csv"), list_of)
    assert shown(window, qtbot).found
    assert not window.info.isVisible()
