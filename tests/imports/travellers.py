"""Travellers as the tables of our own export hold them, for what goes out and comes in again."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from kzstay.core.assess import Assessment, assess
from kzstay.core.case import PassportKind, Stay, Traveller
from kzstay.imports.vocabulary import country_codes
from kzstay.texts import foreign
from tests.core.builders import LAW, SAFE
from tests.imports.told import TODAY

FIRST, LAST = date(1992, 1, 2), date(2035, 12, 31)
CODES = sorted(set(country_codes().values()))
KINDS: tuple[PassportKind, ...] = ("national", "service", "diplomatic")
# Letters of names, and the signs that trip others up
WORDS = st.text(st.sampled_from("abcXYZ äЖқІ'\"=+-@;,|\t\n1/.\\_#?"), max_size=12)
DAYS = st.none() | st.dates(FIRST, LAST)


def line(text: str) -> str:
    """Return a text as it stands in a cell."""
    return foreign.name(text)


@st.composite
def stays(draw: st.DrawFn, own: str) -> tuple[Stay, ...]:
    """Draw stays one after another, of which the last may go on; one on another citizenship says so."""
    found: list[Stay] = []
    day = draw(st.dates(date(2015, 1, 1), TODAY - timedelta(days=700)))
    for _ in range(draw(st.integers(0, 4))):
        entry = day + timedelta(days=draw(st.integers(1, 60)))
        day = entry + timedelta(days=draw(st.integers(0, 90)))
        shown = draw(st.none() | st.sampled_from([code for code in CODES if code != own]))
        found.append(
            Stay(
                entry=entry,
                exit=day,
                kind=draw(st.sampled_from(["visit", "transit", "transport"])),
                notified=draw(DAYS),
                registered=draw(DAYS),
                citizenship=shown,
                passport=draw(st.sampled_from(KINDS)) if shown else None,
                checkpoint=line(draw(WORDS)),
                exit_checkpoint=line(draw(WORDS)),
                note=line(draw(WORDS)),
            )
        )
    if found and draw(st.booleans()):
        last = found.pop()
        found.append(Stay(entry=last.entry, note=last.note, checkpoint=last.checkpoint))
    return tuple(found)


@st.composite
def travellers(draw: st.DrawFn) -> list[Traveller]:
    """Draw travellers with names of their own."""
    names = draw(st.lists(WORDS.map(line).filter(bool), min_size=1, max_size=3, unique_by=str.casefold))
    codes = [draw(st.sampled_from(CODES)) for _ in names]
    return [
        Traveller(
            name=f"{name} {number}",
            citizenship=codes[number],
            passport=draw(st.sampled_from(KINDS)),
            born=draw(st.none() | st.dates(date(1930, 1, 1), date(2015, 1, 1))),
            stays=draw(stays(codes[number])),
        )
        for number, name in enumerate(names)
    ]


def assessed(people: list[Traveller]) -> list[Assessment]:
    """Assess travellers on the day of these tests."""
    return [assess(one, TODAY, LAW, SAFE) for one in people]


def by_name(people: tuple[Traveller, ...] | list[Traveller]) -> list[Traveller]:
    """Put travellers in an order of their own."""
    return sorted(people, key=lambda one: one.name)
