"""Parts that the report and the explaining pages share."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.bundled import law
from kzstay.content.blocks import Facts, Heading, Paragraph
from kzstay.content.sections import (
    References,
    answer,
    day_sides,
    force,
    last_days,
    leave_rows,
    next_entry,
    notes,
    row_facts,
    sides,
    title,
    what_is_needed,
)
from kzstay.core import agenda
from kzstay.core.assess import Assessment, reckon
from kzstay.core.case import Traveller
from kzstay.core.next_entry import NextEntry
from kzstay.core.readings import Both, Reading
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import answers, duties, evidence, readings
from kzstay.texts.words import words
from tests.content.block_reader import GERMAN, PAPERS
from tests.core.histories import PARTING
from tests.helpers import day, plain, stay, traveller

EN = words("en")
ON = day("2026-11-22")
LAW = law()
CITED = sorted({article for duty in LAW.duties.values() for article in duty.articles})
DIFFERENT = Both[date | None](day("2026-06-29"), day("2026-07-09"))


def assessed(who: Traveller, on: date = ON, reading: Reading = Reading.SAFE) -> Assessment:
    return Assessment(reckon(who, on, LAW), reading)


# Numbers for articles


@given(st.lists(st.lists(st.sampled_from(CITED), max_size=4), max_size=8))
def test_an_article_has_one_number_wherever_it_is_referred_to(rows: list[list[str]]) -> None:
    references = References(EN, LAW)
    marks = [references.mark(row) for row in rows]
    table = references.table()
    numbers = [row[0] for row in table.rows]
    assert numbers == [f"[{number}]" for number in range(1, len(numbers) + 1)]
    assert len({row[1] for row in table.rows}) == len(table.rows), "each is cited in full only once"
    for row, mark in zip(rows, marks, strict=True):
        cited = [int(number) for number in plain(mark).strip("[]").split(", ") if number]
        assert cited == sorted(set(cited)), "in order, and no number twice"
        assert len(cited) <= len(set(row))
        assert bool(cited) is bool(row)
        assert set(cited) <= set(range(1, len(numbers) + 1))
        assert references.mark(row) == mark, "asked again it is the same number"


def test_every_act_that_is_cited_says_where_its_text_is_found() -> None:
    references = References(EN, LAW)
    references.mark(CITED)
    addresses = {source.address for source in LAW.sources.values()}
    assert all(address and address in addresses for _, _, address in references.table().rows)


# Two sides


@given(st.sampled_from(list(Reading)), st.text(min_size=1, max_size=9), st.text(min_size=1, max_size=9))
def test_a_value_is_told_once_where_the_readings_agree_and_else_the_asked_one_first(
    reading: Reading, safe: str, usual: str
) -> None:
    told = sides(EN, reading, safe, usual)
    if safe == usual:
        assert told == safe
    else:
        first, second = (safe, usual) if reading is Reading.SAFE else (usual, safe)
        assert told.startswith(first)
        assert told.endswith(f"{second})")


def test_a_day_that_one_side_has_not_is_none() -> None:
    assert day_sides(EN, Reading.SAFE, Both(None, None)) == "none"
    told = plain(day_sides(EN, Reading.SAFE, Both(None, day("2026-07-09"))))
    assert told == "none (by the usual count 9 Jul 2026)"


def test_the_days_of_force_are_told_of_both_sides_where_they_part() -> None:
    since, until = day("2022-07-08"), day("2023-01-26")
    assert plain(force(EN, Reading.SAFE, since, None)) == "from 8 Jul 2022"
    assert plain(force(EN, Reading.SAFE, since, until)) == "8 Jul 2022 – 26 Jan 2023"
    apart = plain(force(EN, Reading.USUAL, since, Both(until, day("2023-01-31"))))
    assert apart == "8 Jul 2022 – 31 Jan 2023 (by the strict count 8 Jul 2022 – 26 Jan 2023)"


# Days


def test_the_last_day_is_one_row_where_the_counts_agree_and_two_where_they_part() -> None:
    assert len(last_days(EN, Both(day("2026-12-10"), day("2026-12-10")))) == 1
    assert [(label, plain(value)) for label, value in last_days(EN, DIFFERENT)] == [
        ("Last lawful day by the strict count", "Monday, 29 June 2026"),
        ("Last lawful day by the usual count", "Thursday, 9 July 2026"),
    ]


@pytest.mark.parametrize("reading", Reading)
def test_what_sets_the_last_day_is_told_of_each_count(reading: Reading) -> None:
    who = traveller("DE", *PARTING, stay("2026-06-10"))
    on = day("2026-06-20")
    rows = dict(leave_rows(EN, assessed(who, on, reading)))
    names = [answers.limit_name(EN, kind) for kind in ("rolling", "per-entry")]
    assert rows["Limited by"] == sides(EN, reading, *names)
    assert "Next entry" in rows


def test_who_is_outside_has_a_next_entry_and_no_day_to_leave_by() -> None:
    who = traveller("DE")
    assert [label for label, _ in leave_rows(EN, assessed(who))] == ["Next entry"]


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)), st.integers(1, 120), st.sampled_from(LANGUAGES))
def test_a_next_entry_names_its_first_and_its_last_day(first: date, count: int, language: Language) -> None:
    w = words(language)
    told = next_entry(w, NextEntry(first, count, count + 2, date(2025, 12, 31)))
    last = date.fromordinal(first.toordinal() + count - 1)
    assert w.full_day(first) in told
    assert w.full_day(last) in told
    assert str(count) in told
    assert str(count + 2) in told
    assert w.full_day(date(2025, 12, 31)) in told


# The page


def test_a_page_says_by_what_it_was_reckoned() -> None:
    found = title(EN, assessed(GERMAN, reading=Reading.USUAL), "Stay report")
    assert found.text == "Stay report"
    assert EN.full_day(ON) in found.line
    assert readings.name(EN, Reading.USUAL) in found.line
    assert EN.full_day(LAW.collected) in found.line


def test_the_large_answer_names_the_first_duty_that_waits() -> None:
    found = answer(EN, assessed(GERMAN))
    assert (found.number, found.standing_code) == ("18", "lawful")
    assert found.facts == evidence.facts(EN, assessed(GERMAN)), "to leave is the answer"
    new = assessed(traveller("DE", stay("2026-11-20")))
    waiting = agenda.next_task(new)
    assert waiting
    assert answer(EN, new).facts == [*evidence.facts(EN, new), duties.upcoming(EN, waiting)]
    assert found.lead == answers.lead(EN, assessed(GERMAN))


def test_without_a_number_there_is_none_to_give() -> None:
    who = traveller("AF", stay("2026-11-11"))
    found = answer(EN, assessed(who))
    assert (found.number, found.unit) == ("", "")


# Notes and needs


def test_notes_stand_under_a_heading_and_there_is_none_without_them() -> None:
    assert notes(EN, assessed(traveller("DE", stay("2026-11-11", notified="2026-11-12")))) == []
    found = notes(EN, assessed(PAPERS))
    assert found[:1] == [Heading("Notes")]
    assert all(isinstance(block, Paragraph) for block in found[1:])
    assert len(found) == len(assessed(PAPERS).notes) + 1


def test_of_one_stay_only_its_own_notes_and_those_of_the_person_are_told() -> None:
    who = traveller("AF", stay("2026-05-01", "2026-05-10"), stay("2026-11-11"))
    about = [note.stay for note in assessed(who).notes]
    assert {0, 1} <= set(about)
    told = notes(EN, assessed(who), 0)
    assert len(told) - 1 == sum(stay in (None, 0) for stay in about)


def test_what_the_answer_says_of_the_need_of_a_visa_is_no_note_beside_it() -> None:
    here = assessed(traveller("NG", stay("2026-11-11")))
    assert [note.need for note in here.notes if note.need]
    assert notes(EN, here) == []


def test_what_an_entry_needs_is_told_with_its_row_where_one_is_known() -> None:
    reckoning = reckon(traveller("EG"), ON, LAW).safe
    row = reckoning.need(ON)
    assert row is not None
    *said, facts = what_is_needed(EN, reckoning, ON)
    assert facts == Facts(row_facts(EN, LAW, row))
    assert all(isinstance(block, Paragraph) for block in said)
    nowhere = reckon(traveller("XX"), ON, LAW).safe
    assert nowhere.need(ON) is None
    assert [type(block) for block in what_is_needed(EN, nowhere, ON)] == [Paragraph]
