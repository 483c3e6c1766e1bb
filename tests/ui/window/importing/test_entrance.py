"""What comes in by the menu, a drop or the clipboard, and what the window shows after; one step takes it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kzstay.files.store import save_case
from kzstay.i18n import LANGUAGES
from kzstay.ui import app
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import case, day
from tests.ui.conftest import OpenCase
from tests.ui.window.importing.open_imports import (
    ANNA,
    BORIS,
    SEVERAL,
    TABLE,
    UNNAMED,
    copy,
    days,
    gone,
    opened,
    pasted,
    shown,
    written,
)
from tests.ui.window.test_main_window import drop, old_events

HELD = [("2026-03-01", "2026-03-10"), ("2026-05-20", "2026-06-08"), ("2026-11-11", None)]
ADDED = sorted([*HELD, ("2026-02-01", "2026-02-10"), ("2026-08-01", "2026-08-09")])


def test_a_file_is_chosen_seen_and_taken(
    open_case: OpenCase, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    asked: list[str] = []

    def ask(_parent: object, title: str, _start: str, kinds: str) -> tuple[str, str]:
        asked.extend((title, kinds))
        return str(written(tmp_path, TABLE)), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    window.commands.by_name["import"].trigger()
    dialog = shown(window, qtbot)
    assert asked[0] == "Import"
    assert "*.csv" in asked[1]
    assert "*.xlsx" in asked[1]
    assert dialog.take_button.text() == "&Add 2 stays"
    qtbot.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)
    assert gone(window)
    assert days(window) == ADDED
    assert window.places.current == "stay"
    assert window.stay.page == "stays"
    assert window.info.text.text() == (
        "Imported: 2 stays. Left out: 1 row that is asked about, 1 refused row. Left open: 1 question."
    )
    assert window.stay.timeline.scale.first <= day("2026-02-01")


def test_one_step_takes_all_of_it_back(open_case: OpenCase, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_case(ANNA)
    before = window.session().case
    opened(window, qtbot, written(tmp_path, TABLE)).take()
    assert window.session().undo_stack.count() == 1
    assert window.commands.undo.text() == "Undo: Import"
    window.info.button.click()
    assert window.session().case == before
    assert window.session().undo_stack.index() == 0
    window.commands.redo.trigger()
    assert days(window) == ADDED


def test_nobody_chosen_is_nothing_done(open_case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_case(ANNA)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    window.commands.by_name["import"].trigger()
    assert window.importing.dialog is None
    assert window.session().case == case(ANNA)


def test_the_empty_state_leads_here(open_case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_case()
    asked: list[object] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: asked.append(1) or ("", ""))
    window.stay.empty.bring.click()
    assert asked


# Dropped


@old_events
@pytest.mark.parametrize("suffix", ["csv", "txt", "TSV", "json"])
def test_a_dropped_list_is_imported(open_case: OpenCase, qtbot: QtBot, tmp_path: Path, suffix: str) -> None:
    window = open_case(ANNA)
    assert drop(window, QUrl.fromLocalFile(str(written(tmp_path, UNNAMED, f"list.{suffix}"))))
    assert shown(window, qtbot).isVisible()


@old_events
def test_a_dropped_case_is_opened_as_ever(open_case: OpenCase, tmp_path: Path) -> None:
    window = open_case(ANNA)
    save_case(case(BORIS), tmp_path / "other.kzstay")
    assert drop(window, QUrl.fromLocalFile(str(tmp_path / "other.kzstay")))
    assert window.session().case == case(BORIS)
    assert window.importing.dialog is None


# Pasted


def test_a_list_is_pasted_where_nobody_types(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    copy(UNNAMED)
    window.stay.timeline.setFocus()
    qtbot.keyClick(window.stay.timeline, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = shown(window, qtbot)
    assert dialog.heading.text() == "Pasted text"
    dialog.take()
    assert days(window) == ADDED


def test_where_somebody_types_a_text_is_pasted_there(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    window.commands.by_name["edit_traveller"].trigger()
    field = window.stay.form.name
    field.setFocus()
    field.selectAll()
    copy("Maier, Anna")
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "Maier, Anna"
    assert window.importing.dialog is None


def test_what_is_no_list_is_told_in_one_sentence(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    window.importing.import_text("What shall we do with the drunken sailor?")
    qtbot.waitUntil(lambda: window.importing.dialog is None)
    assert window.info.text.text().startswith("Pasted text: no entries and exits were found in it.")
    assert gone(window)
    assert window.session().case == case(ANNA)


def test_an_empty_clipboard_is_told(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    QApplication.clipboard().clear()
    window.commands.by_name["paste"].trigger()
    assert window.info.text.text() == "The clipboard holds no text. Copy a list of stays first."


def test_a_copied_file_is_imported(open_case: OpenCase, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_case(ANNA)
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(written(tmp_path, UNNAMED)))])
    QApplication.clipboard().setMimeData(held)
    window.commands.by_name["paste"].trigger()
    assert shown(window, qtbot).heading.text() == "list.csv"


# After


def test_who_came_is_shown(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA, BORIS)
    pasted(window, qtbot, SEVERAL.replace("Clara Maier,AT", "Boris Brown,GB")).take()
    assert window.session().traveller.name == "Boris Brown"
    assert len(days(window, 1)) == 3


def test_several_travellers_come_at_once(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA, BORIS)
    dialog = pasted(window, qtbot, SEVERAL)
    assert dialog.taking._whose.isHidden()
    dialog.take()
    assert [one.name for one in window.session().case.travellers] == ["Anna Schmidt", "Boris Brown", "Clara Maier"]
    assert window.places.current == "people"
    window.session().undo()
    assert window.session().case == case(ANNA, BORIS)


def test_a_case_for_reading_only_takes_nothing(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.session().read_only = True
    window.importing.import_text(UNNAMED)
    assert window.importing.dialog is None
    assert "reading only" in window.info.text.text()
    window.session().read_only = False


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_the_language_of_the_window(open_case: OpenCase, qtbot: QtBot, language: str) -> None:
    window = open_case(ANNA)
    window.commands.by_name[f"language_{language}"].trigger()
    dialog = pasted(window, qtbot, TABLE)
    title = {"en": "Import", "ru": "Импорт", "kk": "Импорттау"}[language]
    assert dialog.windowTitle() == title
    assert "2" in dialog.take_button.text()
    dialog.take()
    assert window.info.text.text().startswith(
        {"en": "Imported", "ru": "Импортировано", "kk": "Импортталды"}[language]
    )


# Opened, named at the start, or dropped beside others, where a case is expected


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
