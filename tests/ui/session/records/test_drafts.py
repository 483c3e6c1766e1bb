"""What was typed and cannot be used yet goes where its row goes, and with it when that is gone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.case import Case, Key, Stay, Traveller
from kzstay.core.days import DAY
from kzstay.ui.session.records.drafts import LISTS, Draft, is_there, overruled, record_of
from tests.helpers import day, maybe, stay, traveller

START = day("2026-01-01")


def stays_of(count: int) -> tuple[Stay, ...]:
    """Make stays one after the other, each with a note that tells it from the others."""
    return tuple(Stay(entry=START + DAY * 3 * n, exit=START + DAY * 3 * n, note=str(n)) for n in range(count))


def person(stays: tuple[Stay, ...], name: str = "Anna") -> Traveller:
    return Traveller(name=name, citizenship="DE", stays=stays)


def in_stay(who: Traveller, row: int, **said: Any) -> Draft:  # noqa: ANN401
    """Make a draft in a stay of somebody."""
    return Draft(traveller=who.key.number, list="stays", key=who.stays[row].key.number, **said)


def to_be(who: Traveller, listed: str = "stays", **said: Any) -> Draft:  # noqa: ANN401
    """Make a row to be of somebody."""
    return Draft(traveller=who.key.number, list=listed, key=Key().number, to_be=True, **said)


def case(*travellers: Traveller) -> Case:
    return Case(travellers=travellers)


def with_stays(who: Traveller, stays: Iterable[Stay]) -> Traveller:
    return msgspec.structs.replace(who, stays=tuple(stays))


# Drafts through a change


@given(st.integers(1, 6), st.data())
def test_a_draft_follows_its_stay_however_others_come_go_and_move(count: int, data: st.DataObject) -> None:
    who = person(stays_of(count))
    row = data.draw(st.integers(0, count - 1))
    draft = in_stay(who, row, typed={"exit": "soon"})
    kept = [number for number in range(count) if number == row or data.draw(st.booleans())]
    held = [who.stays[number] for number in data.draw(st.permutations(kept))]
    after = case(with_stays(who, [*stays_of(data.draw(st.integers(0, 2))), *held]))
    assert overruled((draft,), case(who), after) == (draft,)
    assert record_of(draft, after) is who.stays[row]


@given(st.integers(1, 6), st.data())
def test_a_draft_goes_with_its_stay(count: int, data: st.DataObject) -> None:
    who = person(stays_of(count))
    row = data.draw(st.integers(0, count - 1))
    after = with_stays(who, (*who.stays[:row], *who.stays[row + 1 :]))
    drafts = tuple(in_stay(who, number, typed={"exit": str(number)}) for number in range(count))
    texts = [draft.typed["exit"] for draft in overruled(drafts, case(who), case(after))]
    assert texts == [str(number) for number in range(count) if number != row]
    assert record_of(drafts[row], case(after)) is None


def test_a_draft_goes_with_its_traveller_and_follows_who_moves_up() -> None:
    anna, boris = person((), "Anna"), person((), "Boris")
    drafts = (to_be(anna, typed={"entry": "soon"}), to_be(boris, "permits", kind="visa", typed={"days": "many"}))
    assert overruled(drafts, case(anna, boris), case(boris)) == drafts[1:]


def test_a_row_to_be_stays_a_row_to_be_until_there_is_a_record_with_its_key() -> None:
    who = person(stays_of(2))
    draft = to_be(who, typed={"entry": "soon"})
    assert overruled((draft,), case(who), case(with_stays(who, ()))) == (draft,)
    made = Stay(entry=START, key=Key(draft.key))
    assert not is_there(draft, case(with_stays(who, (*who.stays, made))))


# A change that sets what was typed otherwise


def change(before: Traveller, exit: str | None, draft: Draft, entry: str = "2026-05-20") -> tuple[Draft, ...]:  # noqa: A002
    """Set the days of the only stay of somebody, and return what waits then."""
    after = msgspec.structs.replace(before.stays[0], entry=day(entry), exit=maybe(exit))
    return overruled((draft,), case(before), case(with_stays(before, [after])))


def test_what_a_change_sets_is_no_longer_meant_as_it_was_typed() -> None:
    before = traveller("DE", stay("2026-05-20", "2026-06-08"))
    typed = {"exit": "soon", "notified": "later"}
    (kept,) = change(before, "2026-06-15", in_stay(before, 0, typed=typed))
    assert kept.typed == {"notified": "later"}, "the exit was dragged, the notice was not"
    assert change(before, "2026-06-15", in_stay(before, 0, typed={"exit": "soon"})) == ()


def test_an_exit_that_is_set_apart_from_the_entry_goes_along_with_it_no_more() -> None:
    begun = traveller("DE", stay("2026-05-20", "2026-05-20"))
    draft = in_stay(begun, 0, untouched=True)
    assert change(begun, "2026-06-01", draft) == ()
    (kept,) = change(begun, "2026-05-22", draft, entry="2026-05-22")
    assert kept.untouched
    # Nor does an exit that was typed begin to go along because it came to lie on the entry
    apart = traveller("DE", stay("2026-05-20", "2026-06-01"))
    assert change(apart, "2026-05-20", in_stay(apart, 0, typed={"exit": "soon"})) == ()


def test_every_list_is_found_by_its_name() -> None:
    assert all(name == listed.name for name, listed in LISTS.items())
    assert len({listed.item for listed in LISTS.values()}) == len(LISTS)


def test_days_are_not_what_tells_rows_apart() -> None:
    # Two stays that are alike in everything are still two rows, and the draft of the second is its own
    who = person(tuple(Stay(entry=date(2026, 5, 20), exit=date(2026, 5, 20)) for _ in range(2)))
    draft = in_stay(who, 1, typed={"note": "later"})
    assert overruled((draft,), case(who), case(with_stays(who, who.stays[1:]))) == (draft,)
    assert overruled((draft,), case(who), case(with_stays(who, who.stays[:1]))) == ()
