"""Of two records that say the same one is meant: its key decides which, not what it says or where it stands."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from kzstay.core import editing
from kzstay.core.case import Case, Number, Record, Ruling, Stay, Traveller, another, place_of
from kzstay.core.days import DAY
from kzstay.core.editing import Change, Handle
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.drafts import LISTS, Draft, is_there, record_of
from kzstay.ui.session.records.lists import RecordList
from kzstay.ui.session.records.papers import MOVES, PERMITS, RULINGS
from kzstay.ui.session.records.person import PERSON
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.session.session import Session
from kzstay.ui.session.view import View
from tests.helpers import day, move, permit, stay, traveller
from tests.ui.conftest import TODAY
from tests.ui.sessions import show_traveller, shown_place

FINE = Ruling(kind="fine", served=day("2026-11-05"))


def twice() -> Traveller:
    """Return somebody of whom everything is there twice, and says the same."""
    return msgspec.structs.replace(
        traveller(
            "DE",
            stay("2026-05-20", "2026-05-20"),
            stay("2026-05-20", "2026-05-20"),
            stay("2026-09-01", "2026-09-20", moves=[move("2026-09-05"), move("2026-09-05")]),
            permits=[permit("2026-11-01", "2027-01-30"), permit("2026-11-01", "2027-01-30")],
        ),
        rulings=(another(FINE), another(FINE)),
    )


def on(*travellers: Traveller) -> tuple[Session, Editing]:
    """Open a case; a traveller who is given twice is two."""
    session = Session(View(TODAY, "en"))
    session.become(Case(travellers=tuple(map(another, travellers))))
    return session, Editing(session)


def keys(session: Session, listed: RecordList = STAYS) -> list[Number]:
    return [record.key.number for record in listed.records(session.traveller)]


def waiting(editing: Editing, listed: RecordList) -> dict[Number, dict[str, str]]:
    """Return what waits in the rows, by key."""
    return {row.key: row.typed for row in editing.rows(listed) if row.typed}


WRONG = [(STAYS, "notified"), (PERMITS, "until"), (RULINGS, "served"), (MOVES, "notified")]


@pytest.mark.parametrize(("listed", "field"), WRONG, ids=lambda one: getattr(one, "name", one))
def test_of_two_equal_records_the_one_goes_that_is_removed(
    qapp: QApplication, listed: RecordList, field: str
) -> None:
    session, editing = on(twice())
    first, second = keys(session, listed)[:2]
    editing.type(listed, 1, field, "soon")
    editing.remove(listed, 0)
    assert second in keys(session, listed)
    assert first not in keys(session, listed)
    assert waiting(editing, listed) == {second: {field: "soon"}}
    session.undo()
    assert keys(session, listed)[:2] == [first, second]
    assert waiting(editing, listed) == {second: {field: "soon"}}
    session.redo()
    editing.remove(listed, 0)
    assert waiting(editing, listed) == {}, "it goes with its record"
    session.undo()
    assert waiting(editing, listed) == {second: {field: "soon"}}


@pytest.mark.parametrize(("listed", "field"), WRONG, ids=lambda one: getattr(one, "name", one))
def test_what_waits_follows_its_record_when_two_equal_ones_are_exchanged(
    qapp: QApplication, listed: RecordList, field: str
) -> None:
    session, editing = on(twice())
    before = session.traveller
    first, second, *others = keys(session, listed)
    editing.type(listed, 0, field, "soon")
    if listed is MOVES:
        held = before.stays[2]
        turned = msgspec.structs.replace(held, moves=held.moves[::-1])
        after = msgspec.structs.replace(before, stays=(*before.stays[:2], turned))
    else:
        one, other, *rest = listed.records(before)
        after = msgspec.structs.replace(before, **{listed.name: (other, one, *rest)})
    session.change_traveller(after, "change-name")
    assert session.traveller == before, "nothing that is said has changed"
    assert keys(session, listed) == [second, first, *others]
    assert [row.typed for row in editing.rows(listed)][:2] == [{}, {field: "soon"}]
    session.undo()
    assert [row.typed for row in editing.rows(listed)][:2] == [{field: "soon"}, {}]


def test_a_gesture_that_exchanges_two_equal_stays_is_a_step(qapp: QApplication) -> None:
    session, _editing = on(twice())
    first, second, third = keys(session)
    one, other, last = session.traveller.stays
    session.select(0)
    session.change(Change((other, one, last), 1), "move-stay")
    assert keys(session) == [second, first, third]
    assert (session.state.selection, session.selection) == (first, 1)
    session.undo()
    assert keys(session) == [first, second, third]
    assert (session.state.selection, session.selection) == (first, 0)


def test_the_selection_follows_its_stay_when_stays_are_sorted(qapp: QApplication) -> None:
    session, editing = on(traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-09-01", "2026-09-10")))
    told: list[int] = []
    session.selected.connect(told.append)
    session.select(0)
    editing.type(STAYS, 0, "notified", "soon")
    first, second = session.traveller.stays
    later = msgspec.structs.replace(first, entry=day("2026-10-01"), exit=day("2026-10-10"))
    session.change_traveller(msgspec.structs.replace(session.traveller, stays=(later, second)), "move-stay")
    assert session.traveller.stays == (second, later)
    assert session.selection == 1
    assert editing.rows(STAYS)[1].typed == {"notified": "soon"}
    session.undo()
    assert session.selection == 0
    assert editing.rows(STAYS)[0].typed == {"notified": "soon"}
    assert told == [0, 1, 0]


def test_a_traveller_who_is_there_already_is_added_as_another_one(qapp: QApplication) -> None:
    session, editing = on(twice())
    first = session.traveller
    editing.type(STAYS, 0, "notified", "soon")
    editing.type(PERSON, 0, "born", "once")
    session.add_traveller(first, "add-traveller")
    assert session.traveller == first
    assert session.traveller.key.number != first.key.number
    assert not set(keys(session)) & {one.key.number for one in first.stays}
    assert waiting(editing, STAYS) == waiting(editing, PERSON) == {}
    show_traveller(session, 0)
    session.remove_traveller("remove-traveller")
    assert session.state.drafts == ()
    session.undo()
    assert waiting(editing, STAYS) == {first.stays[0].key.number: {"notified": "soon"}}
    assert waiting(editing, PERSON) == {first.key.number: {"born": "once"}}


def test_what_waits_goes_along_when_its_row_moves_past_an_equal_one(qapp: QApplication) -> None:
    session, editing = on(twice())
    first, second = keys(session, MOVES)
    editing.type(MOVES, 0, "notified", "soon")
    assert editing.type(MOVES, 0, "on", "6.9.2026") == 1
    assert keys(session, MOVES) == [second, first]
    assert waiting(editing, MOVES) == {first: {"notified": "soon"}}
    assert editing.type(MOVES, 1, "on", "5.9.2026") == 1, "behind the one of the same day"
    assert waiting(editing, MOVES) == {first: {"notified": "soon"}}


def test_a_row_to_be_keeps_its_key_when_it_becomes_a_record_and_when_a_slip_takes_it_back(
    qapp: QApplication,
) -> None:
    session, editing = on(twice())
    row = editing.add(STAYS)
    assert row is not None
    key = editing.rows(STAYS)[row].key
    row = editing.type(STAYS, row, "entry", "20.05.2026")
    assert keys(session)[row] == key == session.state.selection
    assert row == 2, "behind the two that say the same"
    row = editing.type(STAYS, row, "exit", "20.5.2o26")
    assert key not in keys(session)
    assert editing.rows(STAYS)[row].key == key
    session.undo()
    assert key in keys(session)


def test_of_two_rows_in_which_the_same_is_typed_the_one_waits_on_that_was_possible_before(
    qapp: QApplication,
) -> None:
    session, drafts = on(traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-06-12", "2026-06-20")))
    first, second = keys(session)
    for row in (0, 1):
        drafts.type(STAYS, row, "exit", "soon")
    # As another language may leave it: the first can be used now, and nobody has confirmed it
    typed = {"exit": "10.06.2026"}
    session.keep_drafts(tuple(msgspec.structs.replace(one, typed=typed) for one in session.state.drafts))
    change = editing.resized(session.traveller, 1, Handle.ENTRY, day("2026-06-10"), TODAY)
    session.change(change, "change-entry")
    assert waiting(drafts, STAYS) == {first: typed}
    assert session.traveller.stays[1] == stay("2026-06-10", "2026-06-10")
    assert keys(session) == [first, second]


def test_text_typed_after_undo_waits_in_the_record_that_its_row_is_again(qapp: QApplication) -> None:
    session, drafts = on(traveller("DE", stay("2026-05-20", "2026-06-08")))
    row = drafts.add(MOVES)
    assert row is not None
    key = drafts.rows(MOVES)[row].key
    drafts.type(MOVES, row, "on", "1.8.2026")
    session.change(editing.inserted(session.traveller, stay("2026-07-25", "2026-08-10")), "add-stay")
    assert keys(session, MOVES) == [key]
    drafts.type(MOVES, 0, "notified", "soon")
    session.undo()
    assert waiting(drafts, MOVES) == {key: {"on": "1.8.2026", "notified": "soon"}}
    session.redo()
    assert keys(session, MOVES) == [key]
    assert waiting(drafts, MOVES)[key]["notified"] == "soon"


def test_a_case_that_takes_the_place_of_another_has_nothing_that_waited_in_it(qapp: QApplication) -> None:
    session, drafts = on(twice(), twice())
    show_traveller(session, 1)
    session.select(0)
    drafts.type(STAYS, 0, "notified", "soon")
    session.change_case(Case(travellers=(another(twice()), another(twice()))), "restore")
    assert (shown_place(session), session.selection) == (1, -1)
    assert session.state.drafts == ()
    session.undo()
    assert session.selection == 0
    assert drafts.rows(STAYS)[0].typed == {"notified": "soon"}


# Whatever is done


def records(case: Case) -> list[Record]:
    """List the records of a case."""
    found: list[Record] = []
    for person in case.travellers:
        found += [person, *person.stays, *person.permits, *person.rulings]
        found += [move for stay in person.stays for move in stay.moves]
    return found


class Hand:
    """Somebody who does anything, told by a number where there is a choice, and types what names its row."""

    def __init__(self) -> None:
        self.session, self.editing = on(twice(), twice())
        self.target: Number | None = None  # what the last act was about

    def wait(self, number: int) -> None:
        listed, field = [*WRONG, (PERSON, "born"), (STAYS, "exit"), (MOVES, "on")][number % 7]
        rows = self.editing.rows(listed)
        if rows:
            at = rows[number // 7 % len(rows)]
            self.target = at.key
            self.editing.type(listed, rows.index(at), field, f"?{at.key}")

    def begin(self, number: int) -> None:
        listed = [STAYS, PERMITS, RULINGS, MOVES][number % 4]
        self.editing.add(listed, listed.kinds[0] if listed.kinds else "")

    def enter(self, number: int) -> None:
        """Type a day that may be into what must not be left out."""
        listed = [STAYS, PERMITS, RULINGS, MOVES][number % 4]
        rows = self.editing.rows(listed)
        if rows:
            row = number // 4 % len(rows)
            self.target = rows[row].key
            on = day("2026-08-20") + DAY * (number // 16 % 30)
            self.editing.type(listed, row, listed.required[number // 64 % len(listed.required)], f"{on:%d.%m.%Y}")

    def remove(self, number: int) -> None:
        listed = [STAYS, PERMITS, RULINGS, MOVES][number % 4]
        rows = self.editing.rows(listed)
        if rows:
            row = number // 4 % len(rows)
            self.target = rows[row].key
            self.editing.remove(listed, row)

    def shuffle(self, number: int) -> None:
        before, random = self.session.traveller, Random(number)
        stays, permits, rulings = (
            tuple(random.sample(held, len(held))) for held in (before.stays, before.permits, before.rulings)
        )
        after = msgspec.structs.replace(before, stays=stays, permits=permits, rulings=rulings)
        self.session.change_traveller(after, "shuffle")

    def nudge(self, number: int) -> None:
        stays = self.session.traveller.stays
        if stays:
            change = editing.moved(self.session.traveller, number % len(stays), number % 9 - 4, TODAY)
            self.session.change(change, "move-stay", merge=True)

    def insert(self, number: int) -> None:
        stays = self.session.traveller.stays
        same = stays[number % len(stays)] if stays else Stay(entry=TODAY)
        self.session.change(editing.inserted(self.session.traveller, same), "add-stay")

    def select(self, number: int) -> None:
        self.session.select(number % 4 - 1)

    def show(self, number: int) -> None:
        show_traveller(self.session, number % len(self.session.case.travellers))

    def double(self, number: int) -> None:
        travellers = self.session.case.travellers
        self.session.add_traveller(travellers[number % len(travellers)], "add-traveller")

    def leave(self, number: int) -> None:
        self.session.remove_traveller("remove-traveller")

    def undo(self, number: int) -> None:
        self.session.undo()

    def redo(self, number: int) -> None:
        self.session.redo()


ACTS: list[Callable[[Hand, int], None]] = [
    Hand.wait,
    Hand.begin,
    Hand.enter,
    Hand.remove,
    Hand.shuffle,
    Hand.nudge,
    Hand.insert,
    Hand.select,
    Hand.show,
    Hand.double,
    Hand.leave,
    Hand.undo,
    Hand.redo,
]


def holds(hand: Hand) -> None:
    """Check that each draft stands with the record whose key it had when it was typed, and is shown there."""
    session = hand.session
    numbers = [record.key.number for record in records(session.case)]
    assert len(set(numbers)) == len(numbers)
    for draft in session.state.drafts:
        assert is_there(draft, session.case)
        assert {text for text in draft.typed.values() if text.startswith("?")} <= {f"?{draft.key}"}
    for listed in LISTS.values():
        for row in hand.editing.rows(listed):
            assert row.record is None or row.record.key.number == row.key
            assert row.draft is None or row.draft.key == row.key
    stays = session.traveller.stays
    assert session.state.selection == (stays[session.selection].key.number if session.selection >= 0 else None)


def named(session: Session) -> dict[Number, Draft]:
    """Return what waits and names its row; an exit is left out, which a drag may overrule."""
    return {
        draft.key: draft
        for draft in session.state.drafts
        if any(text == f"?{draft.key}" for field, text in draft.typed.items() if field != "exit")
    }


@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 999)), min_size=5, max_size=40))
def test_whatever_is_done_each_draft_stands_with_the_record_whose_key_it_had(
    qapp: QApplication, acts: list[tuple[Callable[[Hand, int], None], int]]
) -> None:
    hand = Hand()
    for act, number in acts:
        before, was, hand.target = named(hand.session), hand.session.case, None
        act(hand, number)
        holds(hand)
        case, after = hand.session.case, named(hand.session)
        for key, draft in before.items():
            stays_as_it_was = (record_of(draft, was) is None) == (record_of(draft, case) is None)
            there = place_of(case.travellers, draft.traveller) is not None
            assert key == hand.target or not (stays_as_it_was and there) or key in after, "what waits is lost"
