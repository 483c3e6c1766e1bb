"""The limits of a stay, or of an entry: what each looks at, what every stay gives to it, and when it ends."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.bundled import law
from kzstay.content.blocks import Block, Facts, Heading, Paragraph, Table
from kzstay.content.limits import key, limit_blocks, remarks
from kzstay.core.assess import assess, reckon
from kzstay.core.case import Traveller
from kzstay.core.days import DAY
from kzstay.core.limit_use import StayOrEntry, limit_uses, stay_or_entry, uses
from kzstay.core.readings import Reading
from kzstay.texts.words import words
from tests.content.block_reader import GERMAN, sentences
from tests.core.builders import planned
from tests.helpers import day, stay, traveller

EN = words("en")
ON = day("2026-11-22")
COUNTRIES = st.sampled_from(["DE", "RU", "IN", "CN", "KR", "AL"])
GAPS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 40)), max_size=6)


def blocks_of(who: Traveller, *, place: int | None = None, reading: Reading = Reading.SAFE) -> list[Block]:
    return limit_blocks(assess(who, ON, law(), reading), EN, place, sources=False)


def tables(blocks: list[Block]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def limit_facts(blocks: list[Block]) -> list[dict[str, str]]:
    """Return the facts of each limit in turn."""
    return [dict(block.rows) for block in blocks if isinstance(block, Facts)]


# Where is looked


def test_a_present_stay_is_looked_at_on_the_day_of_reckoning_and_another_on_its_last() -> None:
    reckoning = reckon(GERMAN, ON, law()).safe
    assert stay_or_entry(reckoning, 3) == StayOrEntry(3, day("2026-11-11"), ON)
    assert stay_or_entry(reckoning, 1) == StayOrEntry(1, day("2026-07-14"), day("2026-08-09"))
    assert stay_or_entry(reckoning, 4) == StayOrEntry(4, day("2027-01-08"), day("2027-01-24"))
    assert stay_or_entry(reckoning, None) == StayOrEntry(None, ON, ON)


def test_the_entry_is_that_of_the_present_stay_or_one_today() -> None:
    assert assess(GERMAN, ON, law()).entry == day("2026-11-11")
    assert assess(traveller("DE"), ON, law()).entry == ON


# What is used


@given(COUNTRIES, GAPS, st.sampled_from(list(Reading)))
def test_of_the_present_stay_as_much_is_used_as_the_answer_says(
    country: str, gaps: list[tuple[int, int]], reading: Reading
) -> None:
    who = planned(country, ON - DAY * 150, gaps)
    reckoning = reckon(who, ON, law()).under(reading)
    place = stay_or_entry(reckoning, reckoning.current)
    assert [use for _, use in uses(reckoning, place)] == limit_uses(reckoning)


@given(COUNTRIES, GAPS.filter(bool), st.sampled_from(list(Reading)), st.data())
def test_what_the_stays_give_adds_up_to_what_is_used(
    country: str, gaps: list[tuple[int, int]], reading: Reading, data: st.DataObject
) -> None:
    who = planned(country, ON - DAY * 150, gaps)
    place = data.draw(st.none() | st.integers(0, len(gaps) - 1))
    blocks = blocks_of(who, place=place, reading=reading)
    for table in tables(blocks):
        *given_days, together = [int(row[2]) for row in table.rows]
        assert table.total
        assert sum(given_days) == together
        assert all(given_days)
    reckoning = reckon(who, ON, law()).under(reading)
    used = [str(use.used) for _, use in uses(reckoning, stay_or_entry(reckoning, place)) if use.used]
    assert [table.rows[-1][2] for table in tables(blocks)] == used


def test_a_stay_to_come_counts_what_the_present_one_may_still_last() -> None:
    # from 22 November to 10 December the present stay may last 18 days more, which January's window holds
    rows = [table.rows for table in tables(blocks_of(GERMAN, place=4))]
    assert [row for row in rows[0] if "last" in row[1]] == [["4", "days that it may still last", "18"]]


@pytest.mark.parametrize(("place", "given"), [(0, ["20", "20"]), (1, ["20", "22", "42"]), (2, None)])
def test_a_period_that_runs_on_counts_no_day_after_the_one_looked_at(place: int, given: list[str] | None) -> None:
    # Albania: 90 days in the 365 that begin with the first entry
    who = traveller("AL", stay("2026-02-01", "2026-02-20"), stay("2026-11-01"), stay("2027-01-10", "2027-01-20"))
    table, *_ = tables(blocks_of(who, place=place))  # the general limit has one of its own
    found = [row[2] for row in table.rows]
    assert given is None or found == given
    assert sum(map(int, found[:-1])) == int(found[-1])


def test_a_period_in_which_nobody_was_here_says_so() -> None:
    blocks = blocks_of(traveller("DE"))
    assert tables(blocks) == []
    assert "No days of a stay fall in this period." in sentences(blocks)


# What is told


def test_each_limit_is_told_under_its_rule_and_ends_on_its_own_day() -> None:
    blocks = blocks_of(GERMAN, place=3)
    assert [block.text for block in blocks if isinstance(block, Heading)] == [
        "30 days from the day of entry",
        "90 days in each 180 days",
    ]
    per_entry, rolling = limit_facts(blocks)
    assert per_entry["On this day"] == "day 12 of 30 in this entry"
    assert per_entry["Last day by this limit"] == "10 December 2026"
    # 20 and 27 and 15 days of before are left in the window: day for day they are made up for
    assert rolling["Used"] == "68 (by the usual count 67)"
    assert rolling["Remaining"] == "22 (by the usual count 23)"


@pytest.mark.parametrize(("place", "label"), [(1, "Last day of the stay"), (3, "On this day")])
def test_the_day_of_a_stay_is_counted_from_its_entry(place: int, label: str) -> None:
    reckoning = reckon(GERMAN, ON, law()).safe
    at = stay_or_entry(reckoning, place)
    count = (at.day - at.entry).days + 1
    assert limit_facts(blocks_of(GERMAN, place=place))[0][label] == f"day {count} of 30 in this entry"


def test_an_entry_today_has_a_last_day_and_no_day_of_a_stay() -> None:
    per_entry, rolling = limit_facts(blocks_of(traveller("DE")))
    assert per_entry.keys() == {"Last day if you enter on this day"}
    assert rolling["Used"] == "0"


def test_the_articles_and_sources_of_a_limit_are_told_where_they_are_wanted() -> None:
    told = limit_facts(limit_blocks(assess(GERMAN, ON, law(), Reading.SAFE), EN, 3, sources=True))
    assert all({"Articles", "Certainty", "Sources"} <= facts.keys() for facts in told)
    assert not any("Articles" in facts for facts in limit_facts(blocks_of(GERMAN, place=3)))


def test_without_a_regime_there_is_no_limit_to_tell() -> None:
    assert blocks_of(traveller("AF", stay("2026-11-11")), place=0) == []


# One limit beside another


@given(st.dates(date(2023, 1, 1), date(2026, 12, 31)), COUNTRIES)
def test_no_two_limits_of_an_entry_are_taken_for_one(entry: date, country: str) -> None:
    for reading in Reading:
        reckoning = reckon(traveller(country), entry, law()).under(reading)
        keys = [key(limit) for limit, _ in uses(reckoning, stay_or_entry(reckoning, None))]
        assert len(set(keys)) == len(keys)


def test_where_sources_differ_the_remark_names_what_each_side_takes() -> None:
    regime = reckon(traveller("KR"), ON, law()).safe.regime(ON)
    assert regime is not None
    told = [block.text for block in remarks(EN, law(), regime, ON) if isinstance(block, Paragraph)]
    assert any("60" in text and "90" in text for text in told)
