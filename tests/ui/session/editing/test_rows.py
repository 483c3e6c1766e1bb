"""Rows of the Papers page: their kinds, their end, and to whom what was typed belongs."""

from __future__ import annotations

import msgspec
import pytest

from kzstay.core.case import Ruling
from kzstay.ui.session.records.lists import RecordList
from kzstay.ui.session.records.papers import MOVES, PERMITS, RULINGS
from kzstay.ui.session.records.stays import STAYS
from tests.helpers import day, permit
from tests.ui.pages.papers.paper_rows import FINE
from tests.ui.session.editing.desks import ANNA, BORIS, add, opened, steps
from tests.ui.sessions import OnFile, file_of, show_traveller

# Kinds


def test_days_and_entries_go_with_the_visa(desk: OnFile) -> None:
    session, drafts = opened(desk)
    drafts.type(PERMITS, 0, "days", "many")
    drafts.change_kind(PERMITS, 0, "residence")
    assert session.traveller.permits == (permit("2026-11-01", "2027-01-30", "residence"),)
    assert drafts.wrong(PERMITS, 0) == {}
    assert steps(session) == ["change-permit"]
    session.undo_stack.undo()
    assert session.traveller == ANNA


def test_the_day_that_settles_a_ruling_stays_when_its_kind_changes(desk: OnFile) -> None:
    session, drafts = opened(desk)
    drafts.type(RULINGS, 0, "paid", "20.11.2026")
    drafts.change_kind(RULINGS, 0, "expulsion")
    assert session.traveller.rulings == (
        Ruling(kind="expulsion", served=day("2026-11-15"), executed=day("2026-11-20")),
    )
    drafts.type(RULINGS, 0, "leave_by", "25.11.2026")
    drafts.type(RULINGS, 0, "executed", "later")
    drafts.change_kind(RULINGS, 0, "fine")
    assert session.traveller.rulings == (msgspec.structs.replace(FINE, paid=day("2026-11-20")),)
    assert drafts.rows(RULINGS)[0].typed == {"paid": "later"}


def test_the_kind_of_a_row_to_be_can_be_changed(desk: OnFile) -> None:
    session, drafts = opened(desk, BORIS)
    row = add(drafts, RULINGS, "fine")
    drafts.type(RULINGS, row, "paid", "20.11.2026")
    drafts.change_kind(RULINGS, row, "expulsion")
    drafts.type(RULINGS, row, "served", "15.11.2026")
    assert session.traveller.rulings == (
        Ruling(kind="expulsion", served=day("2026-11-15"), executed=day("2026-11-20")),
    )


def test_only_a_visa_has_days_and_entries() -> None:
    assert PERMITS.editable("days", "visa", None)
    assert not PERMITS.editable("days", "rvp", permit("2026-01-01", "2026-02-01", "rvp"))
    odd = msgspec.structs.replace(permit("2026-01-01", "2026-02-01", "rvp"), days=3)
    assert PERMITS.editable("days", "rvp", odd), "what a file holds all the same can be taken out"
    assert not RULINGS.editable("leave_by", "fine", FINE)
    assert RULINGS.editable("leave_by", "expulsion", None)
    assert not MOVES.editable("stay", "", None)


# Deleting


@pytest.mark.parametrize("listed", [PERMITS, RULINGS, MOVES])
def test_a_row_is_deleted_and_had_back(desk: OnFile, listed: RecordList) -> None:
    session, drafts = opened(desk)
    before = list(listed.records(session.traveller))
    undo = drafts.remove(listed, 0)
    assert list(listed.records(session.traveller)) == before[1:]
    assert steps(session) == [f"delete-{listed.item}"]
    undo()
    assert session.traveller == ANNA


def test_a_row_to_be_is_deleted_and_had_back_with_what_was_typed(desk: OnFile) -> None:
    session, drafts = opened(desk)
    row = add(drafts, PERMITS, "visa")
    drafts.type(PERMITS, row, "first", "soon")
    undo = drafts.remove(PERMITS, row)
    assert len(drafts.rows(PERMITS)) == 1
    undo()
    assert drafts.rows(PERMITS)[row].typed == {"first": "soon"}
    assert steps(session) == []


def test_a_mistake_comes_back_with_its_row(desk: OnFile) -> None:
    session, drafts = opened(desk)
    drafts.type(PERMITS, 0, "until", "soon")
    drafts.remove(PERMITS, 0)()
    assert drafts.rows(PERMITS)[0].typed == {"until": "soon"}
    assert session.traveller == ANNA


# Others


def test_what_is_typed_stays_with_the_traveller_it_was_typed_for(desk: OnFile) -> None:
    session, drafts = opened(desk, BORIS, ANNA)
    show_traveller(session, 1)
    row = add(drafts, PERMITS, "visa")
    drafts.type(PERMITS, row, "first", "soon")
    show_traveller(session, 0)
    assert drafts.rows(PERMITS) == []
    session.remove_traveller("remove-traveller")
    assert session.traveller == ANNA
    assert drafts.rows(PERMITS)[row].typed == {"first": "soon"}


def test_another_case_has_nothing_of_it(desk: OnFile) -> None:
    session, drafts = opened(desk)
    add(drafts, PERMITS, "visa")
    file_of(session).new()
    assert drafts.rows(PERMITS) == []
    assert file_of(session).open(desk.file)
    assert len(drafts.rows(PERMITS)) == 1


def test_rows_that_do_not_count_are_counted_of_whichever_travellers(desk: OnFile) -> None:
    session, editing_of = opened(desk, ANNA, BORIS)
    editing_of.type(STAYS, 0, "exit", "31.02.2026")
    anna, boris = (who.key.number for who in session.case.travellers)
    assert editing_of.left_out_of({anna}) == editing_of.left_out() == (0, 1)
    session.show(boris)
    add(editing_of, STAYS)
    editing_of.type(STAYS, 1, "entry", "soon")
    assert editing_of.left_out_of({boris}) == (1, 0)
    assert editing_of.left_out_of({anna, boris}) == (1, 1)
    assert editing_of.left_out_of(()) == (0, 0)
