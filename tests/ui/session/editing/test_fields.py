"""What is typed on the Papers page is taken over as soon as it can be, and never lost before."""

from __future__ import annotations

import msgspec
import pytest

from kzstay.core import editing
from kzstay.core.case import Move, Ruling
from kzstay.ui.session.records.lists import RecordList
from kzstay.ui.session.records.papers import MOVES, PERMITS, RULINGS
from tests.helpers import day, move, permit, stay, traveller
from tests.ui.pages.papers.paper_rows import VISA
from tests.ui.session.editing.desks import ANNA, BORIS, NO_NUMBER, add, opened, reasons, steps
from tests.ui.sessions import OnFile

# Adding


def test_a_permit_is_added_when_both_its_days_are_known(desk: OnFile) -> None:
    session, drafts = opened(desk, BORIS)
    row = add(drafts, PERMITS, "rvp")
    assert drafts.missing(PERMITS, row) == ["first", "until"]
    drafts.type(PERMITS, row, "until", "1.2.2027")
    assert drafts.missing(PERMITS, row) == ["first"]
    assert session.traveller == BORIS
    drafts.type(PERMITS, row, "first", "1 nov")
    assert session.traveller.permits == (permit("2026-11-01", "2027-02-01", "rvp"),)
    assert steps(session) == ["add-permit"]
    assert len(drafts.rows(PERMITS)) == 1
    session.undo_stack.undo()
    assert session.traveller == BORIS


def test_what_is_typed_before_the_days_comes_with_them(desk: OnFile) -> None:
    session, drafts = opened(desk, BORIS)
    row = add(drafts, PERMITS, "visa")
    for field, text in (("days", "30"), ("entries", "2"), ("first", "1.11.2026"), ("until", "30.1.2027")):
        drafts.type(PERMITS, row, field, text)
    assert session.traveller.permits == (msgspec.structs.replace(VISA, days=30),)
    assert steps(session) == ["add-permit"]


def test_a_ruling_is_added_when_it_is_known_when_it_was_served(desk: OnFile) -> None:
    session, drafts = opened(desk, BORIS)
    row = add(drafts, RULINGS, "expulsion")
    drafts.type(RULINGS, row, "leave_by", "30.11.2026")
    assert session.traveller == BORIS
    drafts.type(RULINGS, row, "served", "15.11.2026")
    assert session.traveller.rulings == (
        Ruling(kind="expulsion", served=day("2026-11-15"), leave_by=day("2026-11-30")),
    )
    assert steps(session) == ["add-ruling"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("20.05.2026", 0),
        ("28.05.2026", 0),
        ("8.6.2026", 1),  # left and came again on that day: the later stay is the one that goes on
        ("20.06.2026", 1),
        ("11.11.2026", 2),
        ("31.12.2026", 2),
    ],
)
def test_a_move_belongs_to_the_stay_of_its_day(desk: OnFile, text: str, place: int) -> None:
    session, drafts = opened(desk)
    row = drafts.type(MOVES, add(drafts, MOVES), "on", text)
    before, after = ANNA.stays[place].moves, session.traveller.stays[place].moves
    assert len(after) == len(before) + 1
    assert [one.on for one in after] == sorted(one.on for one in after)
    shown = drafts.rows(MOVES)[row].record
    assert isinstance(shown, Move)
    assert shown.on == session.view.w.read_day(text, session.view.today)
    assert steps(session) == ["add-move"]


def test_a_move_outside_every_stay_is_kept_as_typed(desk: OnFile) -> None:
    session, drafts = opened(desk)
    row = add(drafts, MOVES)
    drafts.type(MOVES, row, "on", "1.8.2026")
    assert reasons(drafts, MOVES, row) == ["There is no stay on 1 Aug 2026."]
    assert session.traveller == ANNA
    assert drafts.rows(MOVES)[row].typed == {"on": "1.8.2026"}
    drafts.type(MOVES, row, "on", "12.6.2026")
    assert session.traveller.stays[1].moves == (move("2026-06-12"),)


def test_a_move_that_waits_for_its_stay_is_taken_over_with_it(desk: OnFile) -> None:
    session, drafts = opened(desk)
    row = add(drafts, MOVES)
    drafts.type(MOVES, row, "on", "1.8.2026")
    session.change(editing.inserted(session.traveller, stay("2026-07-25", "2026-08-10")), "add-stay")
    assert [one.on for one in session.traveller.stays[2].moves] == [day("2026-08-01")]
    assert len(drafts.rows(MOVES)) == 3
    assert steps(session) == ["add-stay"]
    session.undo_stack.undo()
    assert drafts.rows(MOVES)[row].typed == {"on": "1.8.2026"}, "it waits again"
    assert session.traveller == ANNA
    session.undo_stack.redo()
    assert [one.on for one in session.traveller.stays[2].moves] == [day("2026-08-01")]


def test_an_emptied_field_of_a_row_to_be_is_only_empty(desk: OnFile) -> None:
    _, drafts = opened(desk, BORIS)
    row = add(drafts, PERMITS, "visa")
    drafts.type(PERMITS, row, "first", "31.02.2026")
    drafts.type(PERMITS, row, "first", "")
    assert drafts.wrong(PERMITS, row) == {}
    assert drafts.missing(PERMITS, row) == ["first", "until"]


def test_a_file_open_for_reading_only_gets_no_row(desk: OnFile) -> None:
    session, drafts = opened(desk)
    session.read_only = True
    assert drafts.add(PERMITS, "visa") is None
    assert len(drafts.rows(PERMITS)) == 1
    assert desk.told[-1] == ("The file is open for reading only. Save it under another name.", True)
    drafts.type(PERMITS, 0, "days", "30")
    drafts.change_kind(PERMITS, 0, "rvp")
    drafts.remove(PERMITS, 0)
    assert session.traveller == ANNA
    assert [draft.typed for draft in drafts.rows(PERMITS)] == [{}]


# Changing


@pytest.mark.parametrize(
    ("listed", "field", "text", "after"),
    [
        (PERMITS, "first", "2.11.2026", {"first": day("2026-11-02")}),
        (PERMITS, "until", "31.1.2027", {"until": day("2027-01-31")}),
        (PERMITS, "days", " 30 ", {"days": 30}),
        (PERMITS, "days", "", {"days": None}),
        (PERMITS, "entries", "", {"entries": None}),
        (RULINGS, "served", "14.11.2026", {"served": day("2026-11-14")}),
        (RULINGS, "paid", "20.11.2026", {"paid": day("2026-11-20")}),
        (MOVES, "on", "27.5.2026", {"on": day("2026-05-27")}),
        (MOVES, "notified", "", {"notified": None}),
    ],
)
def test_a_field_is_changed_in_one_step(
    desk: OnFile, listed: RecordList, field: str, text: str, after: dict[str, object]
) -> None:
    session, drafts = opened(desk)
    before = listed.records(session.traveller)[0]
    drafts.type(listed, 0, field, text)
    assert listed.records(session.traveller)[0] == msgspec.structs.replace(before, **after)
    assert steps(session) == [f"change-{listed.item}"]
    session.undo_stack.undo()
    assert session.traveller == ANNA


def test_a_move_goes_with_its_day_into_another_stay(desk: OnFile) -> None:
    session, drafts = opened(desk)
    assert drafts.type(MOVES, 0, "on", "20.11.2026") == 1
    assert [one.moves for one in session.traveller.stays] == [
        (),
        (),
        (move("2026-11-16"), move("2026-11-20", "2026-05-29")),
    ]


def test_notice_may_be_given_of_a_move_that_a_file_has_outside_its_stay(desk: OnFile) -> None:
    session, drafts = opened(desk, traveller("DE", stay("2026-05-20", "2026-06-08", moves=[move("2026-07-01")])))
    drafts.type(MOVES, 0, "notified", "2.7.2026")
    assert session.traveller.stays[0].moves == (move("2026-07-01", "2026-07-02"),)


def test_the_same_again_is_no_step(desk: OnFile) -> None:
    session, drafts = opened(desk)
    drafts.type(PERMITS, 0, "first", "1 November 2026")
    drafts.type(PERMITS, 0, "days", "060")
    drafts.change_kind(PERMITS, 0, "visa")
    assert steps(session) == []


@pytest.mark.parametrize(
    ("listed", "field", "text", "reason"),
    [
        (PERMITS, "until", "31.10.2026", "It ends before it begins."),
        (PERMITS, "until", "31.02.2027", "“31.02.2027” is not a date. Enter it like 15.12.2026."),
        (PERMITS, "until", "01.01.9999", "The year is not between 1900 and 2199."),
        (PERMITS, "first", "", "Enter a day here, it cannot be left out."),
        (
            PERMITS,
            "days",
            "0",
            "“0” is not a whole number from 1 to 9999. Leave it empty where there is no limit.",
        ),
        (PERMITS, "entries", "two", NO_NUMBER.format("two")),
        (RULINGS, "paid", "14.11.2026", "This is before the day on which it was served."),
        (RULINGS, "served", "", "Enter a day here, it cannot be left out."),
        (MOVES, "on", "01.07.2026", "There is no stay on 1 Jul 2026."),
        (MOVES, "notified", "01.01.2300", "The year is not between 1991 and 2199."),
    ],
)
def test_what_cannot_be_is_kept_as_typed_with_the_reason(
    desk: OnFile, listed: RecordList, field: str, text: str, reason: str
) -> None:
    session, drafts = opened(desk)
    drafts.type(listed, 0, field, text)
    assert drafts.wrong(listed, 0) == {field: reason}
    assert drafts.rows(listed)[0].typed == {field: text}
    assert session.traveller == ANNA
    assert steps(session) == []


def test_a_mistake_typed_over_is_gone(desk: OnFile) -> None:
    session, drafts = opened(desk)
    drafts.type(PERMITS, 0, "until", "31.02.2027")
    drafts.type(PERMITS, 0, "until", "30.01.2027")
    assert drafts.rows(PERMITS)[0].typed == {}
    assert steps(session) == []


def test_two_days_that_are_wrong_one_by_one_are_taken_over_together(desk: OnFile) -> None:
    session, drafts = opened(desk)
    drafts.type(PERMITS, 0, "first", "1.3.2027")
    assert reasons(drafts, PERMITS, 0) == ["It ends before it begins."]
    drafts.type(PERMITS, 0, "until", "31.8.2027")
    (held,) = session.traveller.permits
    assert (held.first, held.until) == (day("2027-03-01"), day("2027-08-31"))
    assert drafts.wrong(PERMITS, 0) == {}
    assert steps(session) == ["change-permit"]


def test_a_mistake_stays_while_another_field_is_changed(desk: OnFile) -> None:
    session, drafts = opened(desk)
    drafts.type(PERMITS, 0, "until", "soon")
    drafts.type(PERMITS, 0, "days", "30")
    assert session.traveller.permits == (msgspec.structs.replace(VISA, days=30),)
    assert list(drafts.wrong(PERMITS, 0)) == ["until"]
    drafts.type(PERMITS, 0, "first", "1.2.2027")
    assert list(drafts.wrong(PERMITS, 0)) == ["until", "first"]


def test_a_reason_speaks_the_language_of_the_window(desk: OnFile) -> None:
    session, drafts = opened(desk)
    drafts.type(PERMITS, 0, "until", "х")
    session.view.set_language("ru")
    assert reasons(drafts, PERMITS, 0) == ["«х» не похоже на дату. Введите, например, 15.12.2026."]
