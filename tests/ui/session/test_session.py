"""The open case: what can be undone, what is typed wrongly, and what is looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.core import editing
from kzstay.core.case import Number, Traveller
from kzstay.core.readings import Reading
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.session.session import Session
from tests.helpers import case, day, stay
from tests.ui.conftest import TODAY
from tests.ui.sessions import (
    ANNA,
    BORIS,
    CHANGES,
    FIRST,
    PRESENT,
    SECOND,
    OnFile,
    file_of,
    show_traveller,
    shown_place,
    type_day,
    type_text,
)


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> OnFile:
    return OnFile(tmp_path)


def typed(session: Session, row: int) -> dict[str, str]:
    """Return what waits in a row of the stays, field by field."""
    return Editing(session).rows(STAYS)[row].typed


def reasons(session: Session, row: int) -> list[str]:
    return list(Editing(session).wrong(STAYS, row).values())


# Undo


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_can_be_undone_and_done_again(desk: OnFile, name: str) -> None:
    session = desk.on(ANNA)
    before = session.case
    CHANGES[name](session)
    after = session.case
    assert after != before
    assert session.undo_stack.undoText()
    session.undo_stack.undo()
    assert session.case == before
    session.undo_stack.redo()
    assert session.case == after


def test_a_long_row_of_changes_is_undone_to_the_beginning(desk: OnFile) -> None:
    session = desk.on(ANNA)
    values = [session.case]
    for change in CHANGES.values():
        change(session)
        values.append(session.case)
    for value in reversed(values[:-1]):
        session.undo_stack.undo()
        assert session.case == value
    assert not session.undo_stack.canUndo()


def test_repeated_nudges_of_one_stay_are_one_step(desk: OnFile) -> None:
    session = desk.on(ANNA)
    for _ in range(3):
        session.change(editing.moved(session.traveller, FIRST, 1, session.view.on), "Move stay", merge=True)
    assert session.traveller.stays[FIRST].entry == day("2026-05-23")
    session.undo_stack.undo()
    assert session.case == case(ANNA)


def test_nudges_of_two_stays_are_two_steps(desk: OnFile) -> None:
    session = desk.on(ANNA)
    for index in (FIRST, SECOND):
        session.change(editing.moved(session.traveller, index, 1, session.view.on), "Move stay", merge=True)
    session.undo_stack.undo()
    assert session.traveller.stays[FIRST].entry == day("2026-05-21")
    assert session.traveller.stays[SECOND] == ANNA.stays[SECOND]


def test_a_change_that_changes_nothing_is_no_step(desk: OnFile) -> None:
    session = desk.on(ANNA)
    session.change(editing.moved(session.traveller, FIRST, 0, session.view.on), "Move stay")
    assert not session.undo_stack.canUndo()


def test_a_drag_is_seen_but_is_no_change_until_it_is_let_go(desk: OnFile) -> None:
    session = desk.on(ANNA)
    session.preview(editing.moved(session.traveller, PRESENT, -5, session.view.on))
    assert session.previewing
    assert session.assessment.days_left == 13
    assert session.case == case(ANNA)
    session.preview(None)
    assert not session.previewing
    assert session.assessment.days_left == 18


# What is typed


def test_what_is_no_date_keeps_its_text_and_reason_and_the_answer_stays(desk: OnFile) -> None:
    session = desk.on(ANNA)
    assert not type_day(session, FIRST, "exit", "31.06.2026")
    assert typed(session, FIRST) == {"exit": "31.06.2026"}
    assert reasons(session, FIRST) == ["“31.06.2026” is not a date. Enter it like 15.12.2026."]
    assert session.case == case(ANNA)
    assert session.assessment.stays[FIRST].days == 20


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("exit", "19.05.2026", "The exit is before the entry."),
        ("exit", "21.09.2026", "Overlaps the stay that began on 20 Sep 2026 by more than one day."),
        ("entry", "20.05.1926", "The year is not between 1991 and 2199."),
        ("entry", "09.06.2026", "The exit is before the entry."),
    ],
)
def test_what_cannot_be_so_is_refused_with_its_reason(desk: OnFile, field: str, text: str, reason: str) -> None:
    session = desk.on(ANNA)
    assert not type_day(session, FIRST, field, text)
    assert reasons(session, FIRST) == [reason]
    assert session.case == case(ANNA)


def test_the_better_text_takes_the_place_of_the_worse_one(desk: OnFile) -> None:
    session = desk.on(ANNA)
    type_day(session, FIRST, "exit", "31.06.2026")
    type_day(session, FIRST, "exit", "19.05.2026")
    assert list(typed(session, FIRST).values()) == ["19.05.2026"]
    assert type_day(session, FIRST, "exit", "10.06.2026")
    assert typed(session, FIRST) == {}


def test_an_entry_after_the_exit_waits_and_is_taken_over_with_the_exit(desk: OnFile) -> None:
    session = desk.on(ANNA)
    assert not type_day(session, FIRST, "entry", "01.07.2026")
    assert type_day(session, FIRST, "exit", "09.07.2026")
    assert (session.traveller.stays[FIRST].entry, session.traveller.stays[FIRST].exit) == (
        day("2026-07-01"),
        day("2026-07-09"),
    )
    assert session.state.drafts == ()
    session.undo_stack.undo()
    assert session.case == case(ANNA)


def test_an_entry_that_still_does_not_fit_waits_on_while_the_exit_is_taken_over(desk: OnFile) -> None:
    session = desk.on(ANNA)
    type_day(session, FIRST, "entry", "01.07.2026")
    assert type_day(session, FIRST, "exit", "10.06.2026")
    assert session.traveller.stays[FIRST] == stay("2026-05-20", "2026-06-10")
    assert list(typed(session, FIRST).values()) == ["01.07.2026"]


@pytest.mark.parametrize("change", ["a note", "a stay moved", "a stay added", "a stay deleted", "an exit dragged"])
def test_a_draft_follows_its_stay_through_other_changes(desk: OnFile, change: str) -> None:
    session = desk.on(ANNA)
    type_day(session, FIRST, "notified", "soon")
    CHANGES[change](session)
    assert list(typed(session, FIRST).values()) == ["soon"]


def test_a_draft_belongs_to_one_traveller_even_if_another_has_the_same_stay(desk: OnFile) -> None:
    session = desk.on(ANNA, BORIS)
    type_day(session, FIRST, "exit", "soon")
    show_traveller(session, 1)
    assert typed(session, FIRST) == {}
    type_day(session, FIRST, "exit", "later")
    type_day(session, FIRST, "exit", "07.06.2026")
    type_text(session, FIRST, "note", "by train")
    show_traveller(session, 0)
    assert list(typed(session, FIRST).values()) == ["soon"]


def test_a_draft_is_forgotten_with_its_file(desk: OnFile) -> None:
    session = desk.on(ANNA)
    type_day(session, FIRST, "exit", "soon")
    file_of(session).new()
    assert session.state.drafts == ()


def test_a_change_that_a_file_would_refuse_changes_neither_value_nor_selection(desk: OnFile) -> None:
    session = desk.on(ANNA)
    session.select(SECOND)
    session.change(editing.inserted(session.traveller, stay("2199-12-31", "2200-01-29")), "add-stay")
    assert session.case == case(ANNA)
    assert session.selection == SECOND
    assert not session.undo_stack.canUndo()


@pytest.mark.parametrize("name", CHANGES)
def test_the_selected_stay_is_always_one_that_there_is(desk: OnFile, name: str) -> None:
    session = desk.on(ANNA)
    seen: list[bool] = []
    for signal in (session.renewed, session.changed, session.previewed):
        signal.connect(lambda: seen.append(-1 <= session.selection < len(session.traveller.stays)))
    session.select(PRESENT)
    CHANGES[name](session)
    session.undo_stack.undo()
    session.undo_stack.redo()
    assert seen
    assert all(seen)


@pytest.mark.parametrize("name", CHANGES)
def test_what_waits_is_not_lost_with_a_step_that_is_undone_after_it(desk: OnFile, name: str) -> None:
    session = desk.on(ANNA)
    CHANGES[name](session)
    show_traveller(session, 0)
    if session.traveller.stays:
        type_day(session, FIRST, "notified", "soon")
        session.undo_stack.undo()
        show_traveller(session, 0)
        assert "soon" in typed(session, FIRST).values()
        session.undo_stack.redo()
        show_traveller(session, 0)
        assert "soon" in typed(session, FIRST).values()


# What is looked at


def test_another_traveller_is_shown_with_no_stay_selected(desk: OnFile) -> None:
    session = desk.on(ANNA, BORIS)
    session.select(SECOND)
    show_traveller(session, 1)
    assert session.traveller == BORIS
    assert session.selection == -1
    show_traveller(session, 7)
    assert shown_place(session) == 1


def test_undo_shows_the_traveller_it_is_about(desk: OnFile) -> None:
    session = desk.on(ANNA)
    session.add_traveller(BORIS, "Add traveller")
    assert session.traveller == BORIS
    session.undo_stack.undo()
    assert session.traveller == ANNA
    session.undo_stack.redo()
    assert session.traveller == BORIS


def test_the_last_traveller_removed_leaves_a_blank_one(desk: OnFile) -> None:
    session = desk.on(ANNA)
    session.remove_traveller("Remove traveller")
    assert session.case == case(Traveller(name="", citizenship=""))


def test_several_are_removed_in_one_step_and_who_is_shown_stays_unless_gone(desk: OnFile) -> None:
    session = desk.on(ANNA, BORIS, ANNA, BORIS)
    first, second, third, fourth = (one.key.number for one in session.case.travellers)
    show_traveller(session, 2)
    session.remove_travellers({second, fourth}, "remove-travellers")
    assert [one.key.number for one in session.case.travellers] == [first, third]
    assert session.state.traveller == third
    session.undo()
    assert session.undo_stack.index() == 0
    session.remove_travellers({second, third}, "remove-travellers")
    assert session.state.traveller == first
    session.undo()
    assert session.state.traveller == third
    session.remove_travellers({first, second, third}, "remove-travellers")
    assert session.state.traveller == fourth


def test_a_copy_says_the_same_under_a_name_and_keys_of_its_own(desk: OnFile) -> None:
    session = desk.on(ANNA, Traveller(name="", citizenship="DE"))
    keys = [one.key.number for one in session.case.travellers]
    copies = session.duplicate_travellers(set(keys), "duplicate-travellers")
    travellers = session.case.travellers
    assert [one.name for one in travellers] == ["Anna Schmidt", "Anna Schmidt (copy)", "", ""]
    assert copies == [travellers[1].key.number, travellers[3].key.number]
    assert travellers[1].stays == ANNA.stays
    assert {one.key.number for one in travellers[1].stays}.isdisjoint(
        one.key.number for one in travellers[0].stays
    )
    assert session.state.traveller == keys[0]
    session.undo()
    assert session.case == case(ANNA, Traveller(name="", citizenship="DE"))


def test_another_day_is_another_answer(desk: OnFile) -> None:
    session = desk.on(ANNA)
    assert session.assessment.days_left == 18
    session.view.set_day(day("2026-12-01"))
    assert session.assessment.days_left == 9
    assert session.view.today == TODAY


def test_the_other_way_of_counting_is_another_answer(desk: OnFile) -> None:
    # Used on 22 November, 90 in 180: the strict count looks back to 26 May, the usual one to 27 May
    session = desk.on(ANNA)
    used = {}
    for reading in Reading:
        session.view.set_reading(reading)
        used[reading] = next(limit.used for limit in session.assessment.limits if limit.period)
    assert used == {Reading.SAFE: 41, Reading.USUAL: 40}


def test_another_language_is_spoken_at_once(desk: OnFile, qtbot: QtBot) -> None:
    session = desk.on(ANNA)
    with qtbot.waitSignals([session.view.retranslated, session.changed]):
        session.view.set_language("ru")
    type_day(session, FIRST, "exit", "скоро")
    assert "скоро" in reasons(session, FIRST)[0]
    assert reasons(session, FIRST)[0] != "“скоро” is not a date. Enter it like 15.12.2026."


def test_a_selection_that_does_not_exist_is_none(desk: OnFile, qtbot: QtBot) -> None:
    session = desk.on(ANNA)
    with qtbot.waitSignal(session.selected):
        session.select(SECOND)
    session.select(3)
    assert session.selection == -1


def test_nobody_can_select_what_a_drag_only_shows(desk: OnFile) -> None:
    session = desk.on(ANNA)
    held = {one.key.number for one in session.traveller.stays}
    selected: list[int] = []
    session.selected.connect(selected.append)
    session.preview(editing.inserted(session.traveller, stay("2026-07-01", "2026-07-05")))
    shown = [one.key.number for one in session.traveller.stays]
    (new,) = [index for index, key in enumerate(shown) if key not in held]
    session.select(new)
    session.preview(None)
    assert (session.selection, session.state.selection, selected) == (-1, None, [])


@pytest.mark.parametrize("before", [0, 1, 2])
def test_the_selected_stay_is_the_same_while_a_drag_moves_its_place(desk: OnFile, before: int) -> None:
    session = desk.on(ANNA)
    session.select(before)
    key, selected = session.state.selection, list[int]()
    session.selected.connect(selected.append)
    session.preview(editing.inserted(session.traveller, stay("2026-05-01", "2026-05-02")))
    assert session.traveller.stays[session.selection].key.number == key
    session.preview(None)
    assert (session.selection, session.state.selection, selected) == (before, key, [])


def test_a_key_of_nobody_selects_nothing(desk: OnFile) -> None:
    session = desk.on(ANNA)
    session.select(1)
    selected: list[int] = []
    session.selected.connect(selected.append)
    session.select_stay(Number(10**9))
    session.select_stay(Number(10**9))
    assert (session.selection, session.state.selection, selected) == (-1, None, [-1])
