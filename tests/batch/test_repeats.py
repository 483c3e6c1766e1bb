"""Who comes back in a table is found, with both lines."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from kzstay.batch.repeats import Repeats, hash_of


def repeats(*people: tuple[str, bool]) -> Repeats:
    found = Repeats()
    for number, (name, answered) in enumerate(people):
        hashes = array("Q", [hash_of((name, "DE", "", "")) | answered])
        found.add(hashes.tobytes(), array("Q", [number * 10]).tobytes())
    return found


def test_all_four_columns_tell_a_traveller() -> None:
    people = [("A", "B", "", ""), ("AB", "", "", ""), ("A", "", "B", ""), ("A", "B", "", "1990-01-01")]
    assert len({hash_of(person) for person in people}) == 4
    assert not any(hash_of(person) & 1 for person in people)


def test_who_comes_back_is_told_with_the_first_time() -> None:
    found = repeats(("A", True), ("B", True), ("A", False), ("C", True), ("B", True), ("A", True))
    assert found.found() == [(0, 2), (1, 4), (0, 5)]
    assert (found.line(4), len(found)) == (40, 6)
    assert found.answers([0, 2, 1, 4, 5]) == {0: 0, 1: 1, 4: 3, 5: 4}


def test_nobody_comes_back() -> None:
    assert repeats(("A", True), ("B", True)).found() == []
    assert Repeats().found() == []


@given(st.lists(st.sampled_from("ABCDEFGH"), max_size=30))
def test_each_that_is_not_the_first_is_found(names: list[str]) -> None:
    expected = [(names.index(name), place) for place, name in enumerate(names) if names.index(name) < place]
    assert repeats(*((name, True) for name in names)).found() == expected
