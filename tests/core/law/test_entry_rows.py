"""Rows on an entry: they name purposes, topics and states that there are, and are in force between their days."""

from __future__ import annotations

from datetime import date

from kzstay.bundled import countries, guide, law
from kzstay.core.law.entry_rows import GroundRow, PaperRow, PurposeRow
from kzstay.core.law.schema import OF_PURPOSE
from kzstay.guide.topics import number

ENTRY = law().entry
ROWS: list[PurposeRow | PaperRow | GroundRow] = [*ENTRY.purposes.values(), *ENTRY.papers, *ENTRY.grounds]


def test_rows_lead_to_topics_that_there_are() -> None:
    assert {row.topic for row in ROWS} <= set(guide().topics)


def test_rows_name_purposes_that_there_are() -> None:
    named = {one for row in ENTRY.papers for one in (*row.purposes, *row.spared_purposes)}
    named |= {one for row in ENTRY.grounds for one in row.spared_purposes}
    named |= {one for use in ENTRY.uses.values() for one in (*use.allows, *use.refuses)}
    assert named <= set(ENTRY.purposes)


def test_rows_name_states_that_there_are() -> None:
    named = {code for row in ENTRY.papers for code in (*row.countries, *row.not_countries, *row.spared_countries)}
    assert named <= countries()


def test_no_purpose_is_both_allowed_and_refused() -> None:
    for use in ENTRY.uses.values():
        assert not set(use.allows) & set(use.refuses), use.id
        assert use.remark in OF_PURPOSE


def test_who_needs_a_contract_is_who_needs_no_work_permit() -> None:
    papers = {row.id: row for row in ENTRY.papers}
    assert set(papers["paper-work"].not_countries) == set(law().contract.countries)
    assert set(papers["paper-contract"].countries) == set(law().contract.countries)


def test_the_guide_may_name_what_a_paper_asks_for() -> None:
    topic = guide().topics["entry-papers"]
    papers = {row.id: row for row in ENTRY.papers}
    assert number(law(), topic, "paper-eta.hours") == papers["paper-eta"].hours
    assert number(law(), topic, "paper-validity-visa.months") == papers["paper-validity-visa"].months


def test_a_row_is_in_force_from_its_first_day_to_its_last() -> None:
    row = PurposeRow(
        id="x",
        visas=[],
        visa_free="open",
        source=["made up"],
        certainty="low",
        begins=date(2026, 1, 2),
        ends=date(2026, 1, 3),
    )
    days = [date(2026, 1, day) for day in (1, 2, 3, 4)]
    assert [row.in_force(day) for day in days] == [False, True, True, False]
