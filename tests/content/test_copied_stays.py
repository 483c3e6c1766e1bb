"""Stays that are copied are read in again as the same stays, in every language of the window."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay import bundled
from kzstay.content.copied_stays import copied
from kzstay.core.assess import assess
from kzstay.core.case import Stay
from kzstay.i18n import LANGUAGES, Language
from kzstay.imports.reading import read_text
from kzstay.imports.result import Answers
from kzstay.texts.words import words
from tests.helpers import day, stay, traveller

ON = day("2026-11-22")
NOTES = st.text(alphabet="abcжқ =+-@'1", max_size=12).map(lambda text: " ".join(text.split()))


@st.composite
def stays(draw: st.DrawFn) -> list[Stay]:
    found: list[Stay] = []
    entry = date(2025, 1, 1)
    for _ in range(draw(st.integers(1, 5))):
        entry += timedelta(draw(st.integers(2, 60)))
        last = entry + timedelta(draw(st.integers(0, 40)))
        abroad = draw(st.booleans())
        found.append(
            Stay(
                entry=entry,
                exit=last,
                kind=draw(st.sampled_from(["visit", "transit", "transport"])),
                notified=draw(st.sampled_from([None, entry + timedelta(1)])),
                registered=draw(st.sampled_from([None, entry])),
                citizenship="UZ" if abroad else None,
                passport="diplomatic" if abroad and draw(st.booleans()) else None,
                checkpoint=draw(st.sampled_from(["", "Korday"])),
                exit_checkpoint=draw(st.sampled_from(["", "Almaty airport"])),
                note=draw(NOTES),
            )
        )
        entry = last
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@given(stays())
def test_what_is_copied_is_read_in_again_as_it_was(language: Language, held: list[Stay]) -> None:
    who = traveller("DE", *held)
    text = copied(words(language), assess(who, ON, bundled.law()), range(len(held)))
    found = read_text(text, ON, Answers())
    assert not found.refused
    (one,) = found.travellers
    assert list(one.stays) == held


def test_rows_are_cells_under_the_names_of_the_columns() -> None:
    who = traveller("DE", stay("2026-05-20", "2026-06-08", note="=1+1"), stay("2026-11-11", notified="2026-11-12"))
    a = assess(who, ON, bundled.law())
    assert copied(words("en"), a, [0, 1]).splitlines() == [
        "Entry\tExit\tDays\tHost's notice\tNote",
        "2026-05-20\t2026-06-08\t20\t\t'=1+1",
        "2026-11-11\t\t12\t2026-11-12\t",
    ]
    assert copied(words("en"), a, [1]).splitlines()[1:] == ["2026-11-11\t\t12\t2026-11-12"]
