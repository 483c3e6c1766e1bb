"""What was typed and cannot be used yet goes where its row goes, and with it when that is gone."""

from __future__ import annotations

from datetime import date

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.case import Case, Stay, Traveller
from kzstay.core.days import DAY
from kzstay.ui.session.records.drafts import LISTS, Draft, carried, overruled, places
from tests.helpers import day, stay, traveller

START = day("2026-01-01")
ROWS = st.lists(st.integers(0, 9), max_size=8)


class Thing(msgspec.Struct, frozen=True):
    """Something that is equal to its like, and yet not the same."""

    name: int


def stays_of(count: int) -> tuple[Stay, ...]:
    """Make stays one after the other, each with a note that tells it from the others."""
    return tuple(Stay(entry=START + DAY * 3 * n, exit=START + DAY * 3 * n, note=str(n)) for n in range(count))


def person(stays: tuple[Stay, ...], name: str = "Anna") -> Traveller:
    return Traveller(name=name, citizenship="DE", stays=stays)


# Where things stand after a change


@given(ROWS, st.data())
def test_what_is_left_alone_is_found_where_it_stands(names: list[int], data: st.DataObject) -> None:
    before = [Thing(name) for name in names]
    first = data.draw(st.integers(0, len(before)))
    last = data.draw(st.integers(first, len(before)))
    new = [Thing(name) for name in data.draw(ROWS)]
    after = [*before[:first], *new, *before[last:]]
    place = places(before, after)
    for index, thing in enumerate(before):
        if index < first or index >= last:
            found = place(index)
            assert found is not None
            assert after[found] is thing
        elif len(new) != last - first:
            assert place(index) is None, "it was taken out, and something else put in"
        else:
            assert place(index) == index, "as many rows are the same rows, changed"


@given(ROWS.filter(bool), st.data())
def test_what_has_only_moved_is_followed(names: list[int], data: st.DataObject) -> None:
    before = [Thing(name) for name in names]
    order = data.draw(st.permutations(range(len(before))))
    after = [before[index] for index in order]
    place = places(before, after)
    assert [place(index) for index in order] == list(range(len(before)))


# Drafts through a change


@given(st.integers(1, 6), st.data())
def test_a_draft_follows_its_stay_when_others_are_put_in_or_taken_out(count: int, data: st.DataObject) -> None:
    stays = stays_of(count)
    row = data.draw(st.integers(0, count - 1))
    draft = Draft(0, "stays", row, typed={"exit": "soon"})
    kept = [number for number in range(count) if number == row or data.draw(st.booleans())]
    # One change puts in or takes out what lies together
    first, last = min(kept), max(kept) + 1
    after = Case(travellers=(person(stays[first:last]),))
    (found,) = carried((draft,), Case(travellers=(person(stays),)), after)
    assert found.row is not None
    assert after.travellers[0].stays[found.row] is stays[row]
    assert found.typed == draft.typed


@given(st.integers(1, 6), st.data())
def test_a_draft_goes_with_its_stay(count: int, data: st.DataObject) -> None:
    stays = stays_of(count)
    row = data.draw(st.integers(0, count - 1))
    before, after = (Case(travellers=(person(held),)) for held in (stays, (*stays[:row], *stays[row + 1 :])))
    drafts = tuple(Draft(0, "stays", number, typed={"exit": str(number)}) for number in range(count))
    texts = [draft.typed["exit"] for draft in carried(drafts, before, after)]
    assert texts == [str(number) for number in range(count) if number != row]


def test_a_draft_goes_with_its_traveller_and_follows_who_moves_up() -> None:
    anna, boris = person((), "Anna"), person((), "Boris")
    drafts = (
        Draft(0, "stays", None, typed={"entry": "soon"}),
        Draft(1, "permits", None, "visa", {"days": "many"}),
    )
    (found,) = carried(drafts, Case(travellers=(anna, boris)), Case(travellers=(boris,)))
    assert found == msgspec.structs.replace(drafts[1], traveller=0)


def test_a_row_to_be_stays_a_row_to_be() -> None:
    before = Case(travellers=(person(stays_of(2)),))
    draft = Draft(0, "stays", None, typed={"entry": "soon"})
    assert carried((draft,), before, Case(travellers=(person(stays_of(0)),))) == (draft,)


# A change that sets what was typed otherwise


def change(before: Traveller, after: Traveller, draft: Draft) -> tuple[Draft, ...]:
    return overruled((draft,), Case(travellers=(before,)), Case(travellers=(after,)))


def test_what_a_change_sets_is_no_longer_meant_as_it_was_typed() -> None:
    before = traveller("DE", stay("2026-05-20", "2026-06-08"))
    after = traveller("DE", stay("2026-05-20", "2026-06-15"))
    typed = {"exit": "soon", "notified": "later"}
    (kept,) = change(before, after, Draft(0, "stays", 0, typed=typed))
    assert kept.typed == {"notified": "later"}, "the exit was dragged, the notice was not"
    assert change(before, after, Draft(0, "stays", 0, typed={"exit": "soon"})) == ()


def test_an_exit_that_is_set_apart_from_the_entry_goes_along_with_it_no_more() -> None:
    begun = traveller("DE", stay("2026-05-20", "2026-05-20"))
    draft = Draft(0, "stays", 0, untouched=True)
    assert change(begun, traveller("DE", stay("2026-05-20", "2026-06-01")), draft) == ()
    (kept,) = change(begun, traveller("DE", stay("2026-05-22", "2026-05-22")), draft)
    assert kept.untouched
    # Nor does an exit that was typed begin to go along because it came to lie on the entry
    typed = Draft(0, "stays", 0, typed={"exit": "soon"})
    assert change(traveller("DE", stay("2026-05-20", "2026-06-01")), begun, typed) == ()


def test_every_list_is_found_by_its_name() -> None:
    assert all(name == listed.name for name, listed in LISTS.items())
    assert len({listed.item for listed in LISTS.values()}) == len(LISTS)


def test_days_are_not_what_tells_rows_apart() -> None:
    # Two stays that are alike in everything are still two rows, and the draft of the second is its own
    twins = tuple(Stay(entry=date(2026, 5, 20), exit=date(2026, 5, 20)) for _ in range(2))
    draft = Draft(0, "stays", 1, typed={"note": "later"})
    (found,) = carried((draft,), Case(travellers=(person(twins),)), Case(travellers=(person(twins[1:]),)))
    assert found.row == 0
