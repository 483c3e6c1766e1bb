"""Cases that were put by are found, last one first; what says the same goes, and what is old and far down."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.ui.session import kept_copies
from kzstay.ui.session.kept_copies import LONG, MANY

NOW = 1_800_000_000.0


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return tmp_path / "unsaved.kzstay"


def put(first: Path, name: str, text: str, age: float = 0) -> Path:
    place = first.with_name(name)
    place.write_text(text)
    os.utime(place, (NOW - age, NOW - age))
    return place


def names(first: Path) -> list[str]:
    return [place.name for place in kept_copies.copies(first)]


def test_only_what_was_put_by_is_a_copy_and_the_last_one_comes_first(first: Path) -> None:
    put(first, "unsaved-1.kzstay", "a", 30)
    put(first, "unsaved.2-1.kzstay", "b", 10)
    for other in (
        "unsaved.kzstay",
        "unsaved.2.kzstay",
        "unsaved.kzstay.lock",
        "unsaved-1.broken",
        "mine-1.kzstay",
    ):
        put(first, other, other)
    assert names(first) == ["unsaved.2-1.kzstay", "unsaved-1.kzstay"]


def test_no_folder_has_no_copies(first: Path) -> None:
    assert kept_copies.copies(first.parent / "nowhere" / first.name) == []


def test_of_two_that_say_the_same_the_last_one_stays(first: Path) -> None:
    put(first, "unsaved-1.kzstay", "a", 30)
    put(first, "unsaved-2.kzstay", "a", 10)
    kept_copies.clean(first, NOW)
    assert names(first) == ["unsaved-2.kzstay"]


@given(ages=st.lists(st.integers(0, 3 * LONG), unique=True, max_size=MANY * 2))
def test_what_is_young_or_among_the_last_stays_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, ages: list[int]
) -> None:
    first = tmp_path_factory.mktemp("own") / "unsaved.kzstay"
    for number, age in enumerate(ages):
        put(first, f"unsaved-{number}.kzstay", str(number), age)
    kept_copies.clean(first, NOW)
    young = [age for place, age in enumerate(sorted(ages)) if place < MANY or age <= LONG]
    assert names(first) == [f"unsaved-{ages.index(age)}.kzstay" for age in young]
