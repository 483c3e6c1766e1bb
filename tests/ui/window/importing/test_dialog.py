"""The import dialog: what is asked, what is seen, and that what is bad leaves the case as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kzstay.i18n import LANGUAGES
from kzstay.imports.result import ImportFileError
from kzstay.ui.window.importing import dialog as dialogs
from kzstay.ui.window.importing import worker as workers
from kzstay.ui.window.importing.source import Task
from tests.helpers import case
from tests.ui.conftest import OpenCase
from tests.ui.sessions import type_text
from tests.ui.test_tab_order import reached_by_tab
from tests.ui.window.importing.open_imports import (
    ANNA,
    BORIS,
    OPEN_ORDER,
    TABLE,
    UNNAMED,
    card,
    choose,
    days,
    gone,
    opened,
    pasted,
    settle,
    shown,
    states,
    type_answer,
    written,
)

UNKNOWN_COUNTRY = """name,citizenship,entry,exit
Anna Schmidt,Atlantis,2026-02-01,2026-02-10
"""


def test_every_row_is_seen_and_what_becomes_of_it(open_case: OpenCase, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(open_case(ANNA), qtbot, written(tmp_path, TABLE))
    assert dialog.heading.text() == "list.csv"
    assert dialog.recognised.text() == "A table of 5 rows"
    assert states(dialog) == ["Taken", "There already", "Asked", "Refused", "Taken"]
    told = "Comes in: 2 stays. There already: 1. Stays out: 1 row that is asked about, 1 refused row. "
    assert dialog.summary.text() == told + "Open: 1 question."
    assert dialog.take_button.text() == "&Add 2 stays"


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_question_is_cut_in_a_narrow_dialog(
    open_case: OpenCase, qtbot: QtBot, language: str, percent: int
) -> None:
    window = open_case(ANNA)
    window.resize(840, 540)
    window.commands.by_name[f"language_{language}"].trigger()
    window.preferences.set_text_size(percent)
    dialog = pasted(window, qtbot, UNKNOWN_COUNTRY)
    QApplication.processEvents()
    cards = dialog.cards
    assert cards.body.minimumSizeHint().width() <= cards.viewport().width()
    assert cards.body.width() <= cards.viewport().width()


def test_an_answer_changes_the_rows_at_once_and_can_be_taken_back(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    dialog = pasted(window, qtbot, TABLE)
    choose(dialog, qtbot, "clash", "replace")
    assert states(dialog)[2] == "Taken"
    assert dialog.take_button.text() == "&Add 3 stays"
    assert dialog.cards.heading.text() == "Nothing is open any more"
    choose(dialog, qtbot, "clash", "")
    assert states(dialog)[2] == "Asked"
    choose(dialog, qtbot, "clash", "keep")
    assert states(dialog)[2] == "Left out"
    choose(dialog, qtbot, "clash", "replace")
    dialog.take()
    assert ("2026-03-05", "2026-03-20") in days(window)
    assert ("2026-03-01", "2026-03-10") not in days(window)


def test_the_order_of_day_and_month_is_asked_with_what_each_would_mean(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case()
    dialog = pasted(window, qtbot, OPEN_ORDER)
    (asked,) = (one for one in dialog.cards.cards.values() if one.question.code == "dates")
    said = [radio.accessibleName() for radio in asked.radios]
    assert "3 Apr 2026" in said[0]
    assert "4 Mar 2026" in said[1]
    assert not dialog.take_button.isEnabled()
    choose(dialog, qtbot, "dates", "mdy")
    assert dialog.take_button.isEnabled()
    dialog.take()
    assert days(window) == [("2026-03-04", "2026-05-04")]


def test_a_citizenship_is_chosen(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case()
    dialog = pasted(window, qtbot, UNNAMED)
    type_answer(dialog, qtbot, "citizenship", "Nowhere")
    assert window.session().case.travellers[0].citizenship == ""
    type_answer(dialog, qtbot, "citizenship", "Austria")
    dialog.take()
    assert window.session().case.travellers[0].citizenship == "AT"


def test_who_is_known_is_not_asked_for_the_citizenship(open_case: OpenCase, qtbot: QtBot) -> None:
    dialog = pasted(open_case(ANNA), qtbot, UNNAMED)
    assert dialog.cards.empty
    assert dialog.cards.isHidden()


def test_a_missing_exit_is_typed_and_must_lie_between(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(BORIS)
    dialog = pasted(window, qtbot, "entry,exit\n2026-02-01,\n2026-08-01,2026-08-09\n")
    type_answer(dialog, qtbot, "missing-exit", "1.9.2026")
    assert dialog.found is not None
    assert len(dialog.found.questions) == 1
    type_answer(dialog, qtbot, "missing-exit", "10.2.2026")
    dialog.take()
    assert days(window)[0] == ("2026-02-01", "2026-02-10")


# How it is taken


def test_what_is_there_may_be_replaced(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    dialog = pasted(window, qtbot, UNNAMED)
    dialog.taking.replace.click()
    settle(dialog, qtbot)
    assert dialog.take_button.text() == "&Replace by 2 stays"
    assert "3 stays and permits that are there now go." in dialog.summary.text()
    dialog.take()
    assert days(window) == [("2026-02-01", "2026-02-10"), ("2026-08-01", "2026-08-09")]
    window.session().undo()
    assert window.session().case == case(ANNA)


def test_another_traveller_is_chosen_or_a_new_one(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA, BORIS)
    dialog = pasted(window, qtbot, UNNAMED)
    names = [dialog.taking.traveller.itemText(place) for place in range(dialog.taking.traveller.count())]
    assert names == ["Anna Schmidt", "Boris Brown", "Add a new traveller"]
    assert dialog.taking.traveller.currentText() == "Anna Schmidt"
    dialog.taking.traveller.setCurrentIndex(1)
    dialog.taking.traveller.activated.emit(1)
    settle(dialog, qtbot)
    dialog.take()
    assert len(days(window, 0)) == 3
    assert len(days(window, 1)) == 3


def test_the_same_again_is_nothing_to_add(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    pasted(window, qtbot, UNNAMED).take()
    dialog = pasted(window, qtbot, UNNAMED)
    assert dialog.take_button.text() == "Nothing to add"
    assert not dialog.take_button.isEnabled()
    dialog.take()
    assert not gone(window)


def test_what_changed_under_it_is_not_undone_by_it(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    dialog = pasted(window, qtbot, UNNAMED)
    type_text(window.session(), 0, "note", "by train")
    dialog.take()
    settle(dialog, qtbot)
    assert not gone(window)
    dialog.take()
    assert gone(window)
    assert len(days(window)) == 5
    assert "by train" in [one.note for one in window.session().traveller.stays]


def test_one_import_takes_the_place_of_another(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    first = pasted(window, qtbot, TABLE)
    second = pasted(window, qtbot, UNNAMED)
    assert not isValid(first) or not first.isVisible()
    assert window.importing.dialog is second


# What is bad


BAD = [
    (b"", "The file holds nothing."),
    (b"\x00\x01\x02\xff\xfe\x00" * 9, "neither text nor a workbook"),
    (b"PK\x03\x04 and no more of it", "list.csv: "),
    (b"one,two\nthree,four\n", "No entries and exits"),
]


@pytest.mark.parametrize(("data", "sentence"), BAD)
def test_what_cannot_be_read_is_told_and_the_case_stays(
    open_case: OpenCase, qtbot: QtBot, tmp_path: Path, data: bytes, sentence: str
) -> None:
    window = open_case(ANNA)
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    dialog = opened(window, qtbot, path)
    assert dialog.refusal.isVisible()
    assert sentence.casefold() in dialog.refusal.text().casefold()
    assert not dialog.take_button.isVisible()
    assert QApplication.focusWidget() is dialog.other
    dialog.cancel.click()
    assert gone(window)
    assert window.session().case == case(ANNA)
    assert not window.session().undo_stack.canUndo()


def test_a_file_that_is_not_there_is_told(open_case: OpenCase, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(open_case(ANNA), qtbot, tmp_path / "gone.csv")
    assert dialog.refusal.text() == "gone.csv: there is no such file."


def test_another_file_is_chosen_in_its_place(
    open_case: OpenCase, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    dialog = opened(window, qtbot, tmp_path / "gone.csv")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(written(tmp_path, UNNAMED)), ""))
    dialog.other.click()
    assert shown(window, qtbot).heading.text() == "list.csv"


def test_closing_leaves_everything_as_it_was(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    dialog = pasted(window, qtbot, TABLE)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert gone(window)
    assert window.session().case == case(ANNA)


def test_another_case_closes_it(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    pasted(window, qtbot, TABLE)
    window.files.new()
    assert gone(window)


def test_what_takes_long_is_waited_for_and_can_be_left(
    open_case: OpenCase, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    from threading import Event

    go_on = Event()

    def slow(task: Task) -> object:
        go_on.wait(10)
        raise ImportFileError("unknown")

    monkeypatch.setattr(dialogs, "found", slow)
    monkeypatch.setattr(workers, "PATIENCE", 0.05)
    window.importing.import_text(TABLE)
    dialog = window.importing.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.progress.isVisible()
    assert dialog.recognised.text() == "Reading…"
    dialog.cancel.click()
    go_on.set()
    assert gone(window)
    assert window.session().case == case(ANNA)


def test_a_fault_of_the_program_is_told_as_one(
    open_case: OpenCase, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)

    def broken(_task: Task) -> object:
        raise ZeroDivisionError("a slip")

    monkeypatch.setattr(dialogs, "found", broken)
    with qtbot.capture_exceptions() as caught:
        window.importing.import_text(TABLE)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert gone(window)
    assert window.importing.dialog is None
    assert window.session().case == case(ANNA)


# For every person


def test_the_keyboard_begins_at_the_first_question_or_where_it_is_done(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    dialog = pasted(window, qtbot, TABLE)
    assert QApplication.focusWidget() is card(dialog, "clash").field
    dialog.cancel.click()
    dialog = pasted(window, qtbot, UNNAMED)
    assert QApplication.focusWidget() is dialog.take_button
    qtbot.keyClick(dialog.take_button, Qt.Key.Key_Return)
    assert gone(window)
    assert len(days(window)) == 5


def test_what_was_said_of_the_whole_stays_said(open_case: OpenCase, qtbot: QtBot) -> None:
    dialog = pasted(open_case(BORIS), qtbot, OPEN_ORDER)
    choose(dialog, qtbot, "dates", "dmy")
    choose(dialog, qtbot, "dates", "mdy")
    assert [one.question.code for one in dialog.cards.cards.values()] == ["dates"]
    assert dialog.found is not None
    assert dialog.found.result.travellers[0].stays[0].entry.isoformat() == "2026-03-04"


def test_everything_is_reached_by_tab(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    dialog = pasted(window, qtbot, TABLE)
    dialog.other.setFocus()
    assert reached_by_tab(qtbot) >= {
        "answer_open",
        "import_all",
        "import_rows",
        "import_append",
        "import_traveller",
        "import_other",
        "import_cancel",
        "import_take",
    }


def test_questions_come_before_rows_and_rows_before_the_buttons(open_case: OpenCase, qtbot: QtBot) -> None:
    dialog = pasted(open_case(ANNA), qtbot, TABLE)
    names: list[str] = []
    part = dialog.cards.cards[next(iter(dialog.cards.cards))].field
    part.setFocus()
    for _ in range(30):
        at = QApplication.focusWidget()
        assert at is not None
        names.append(at.objectName())
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    wanted = "answer_open", "import_all", "import_rows", "import_append", "import_take"
    order = [names.index(name) for name in wanted]
    assert order == sorted(order)


def test_the_counts_are_said_after_each_answer(
    open_case: OpenCase, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(dialogs, "announce", lambda _part, text: said.append(text))
    dialog = pasted(open_case(ANNA), qtbot, TABLE)
    choose(dialog, qtbot, "clash", "replace")
    assert said == [dialog.summary.text()]
    assert said[0].startswith("Comes in: 3 stays.")


def test_every_field_has_a_name(open_case: OpenCase, qtbot: QtBot) -> None:
    dialog = pasted(open_case(ANNA), qtbot, TABLE)
    for part in (*dialog.cards.cards.values(), dialog.preview.table, dialog.taking.traveller, dialog.progress):
        assert part.accessibleName()
    assert QAccessible.queryAccessibleInterface(dialog.preview.table).text(QAccessible.Text.Name)
    assert QAccessibleEvent is not None
