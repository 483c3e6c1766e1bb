"""What a row of the law says: the rule that it makes, the days on which it holds, and under which reading."""

from __future__ import annotations

from datetime import date
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.bundled import law
from kzstay.core.law.schema import Index, LimitKind, LimitRow, PersonRow, Regime, Row, Source
from kzstay.core.limits import CalendarYear, Forward, Limit, PerEntry, Rolling
from kzstay.core.readings import Both, Reading
from tests.helpers import day

DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))
SIDES = DAYS | st.builds(lambda safe, usual: Both(safe, usual), DAYS, DAYS)


# A limit


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (LimitRow("per-entry", 30), PerEntry(30)),
        (LimitRow("rolling", 90, 180), Rolling(90, 181)),
        (LimitRow("forward", 30, 365), Forward(30, 365)),
        (LimitRow("calendar-year", 120), CalendarYear(120)),
    ],
)
def test_a_row_makes_a_rule_and_only_a_rolling_one_looks_further_back(row: LimitRow, rule: Limit) -> None:
    assert row.rule(look_back=1) == rule
    assert row.rule(look_back=1).kind == row.kind


@pytest.mark.parametrize("kind", get_args(LimitKind))
def test_every_kind_of_limit_makes_the_rule_of_its_name(kind: LimitKind) -> None:
    assert LimitRow(kind, 30, 180).rule().kind == kind


@pytest.mark.parametrize("row", [LimitRow("rolling", 90), LimitRow("forward", 30)])
def test_a_window_needs_a_period(row: LimitRow) -> None:
    with pytest.raises(ValueError, match="needs a period"):
        row.rule()


def test_a_limit_begins_to_count_on_a_day_that_may_differ_by_reading() -> None:
    begins = Both(day("2022-07-08"), day("2023-01-27"))
    row = LimitRow("rolling", 90, 180, since=begins)
    assert [row.begins(reading) for reading in Reading] == [begins.safe, begins.usual]
    assert LimitRow("rolling", 90, 180, since=begins.usual).begins(Reading.SAFE) == begins.usual
    assert LimitRow("per-entry", 30).begins(Reading.SAFE) is None


# Who a row is for, and when


def row_from(begins: date | Both[date], ends: date | Both[date] | None) -> PersonRow:
    return PersonRow(
        id="made-up",
        countries=["DE"],
        passports=["national"],
        begins=begins,
        ends=ends,
        source=["made up"],
        certainty="low",
    )


@given(SIDES, st.none() | SIDES, DAYS, st.sampled_from(list(Reading)))
def test_a_row_is_in_force_from_its_first_day_of_entry_to_its_last(
    begins: date | Both[date], ends: date | Both[date] | None, on: date, reading: Reading
) -> None:
    row = row_from(begins, ends)
    first, last = row.first_entry(reading), row.last_entry(reading)
    assert first == (begins.under(reading) if isinstance(begins, Both) else begins)
    assert last == (ends.under(reading) if isinstance(ends, Both) else ends)
    assert row.in_force(on, reading) is (first <= on <= (last or date.max))


def test_a_regime_has_the_limits_of_its_reading_and_gives_the_least_of_them() -> None:
    korea = next(regime for regime in law().regimes if len(set(map(tuple, sides(regime)))) > 1)
    strict, common = sides(korea)
    shared = [limit for limit in korea.limits if limit.reading is None]
    assert [limit for limit in strict if limit in common] == shared
    for reading in Reading:
        limits = korea.limits_under(reading)
        assert {limit.reading for limit in limits} <= {None, reading}
        assert korea.days_per_entry(reading) == min(limit.days for limit in limits)


def sides(regime: Regime) -> list[list[LimitRow]]:
    return [regime.limits_under(reading) for reading in Reading]


# How it stands in a file


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        (Row, {"source": ["made up"], "certainty": "low"}),
        (LimitRow, {"kind": "per-entry", "days": 30}),
        (Index, {"year": 2026, "tenge": 4325, "source": ["made up"], "certainty": "low"}),
        (Source, {"address": "https://example.org"}),
    ],
)
def test_a_key_that_no_row_has_is_refused(kind: type[msgspec.Struct], raw: dict[str, object]) -> None:
    assert msgspec.convert(raw, kind)
    with pytest.raises(msgspec.ValidationError, match="unknown field `days_off`"):
        msgspec.convert({**raw, "days_off": 3}, kind)


def test_the_days_of_force_are_called_from_and_until() -> None:
    raw = {
        "id": "made-up",
        "countries": ["DE"],
        "passports": ["national"],
        "from": date(2026, 1, 1),
        "until": {"safe": date(2026, 6, 30), "usual": date(2026, 12, 31)},
        "source": ["made up"],
        "certainty": "low",
    }
    row = msgspec.convert(raw, PersonRow)
    assert row == row_from(day("2026-01-01"), Both(day("2026-06-30"), day("2026-12-31")))
    with pytest.raises(msgspec.ValidationError, match="unknown field"):
        msgspec.convert({**raw, "begins": raw["from"]}, PersonRow)


def test_a_complaint_names_the_places_and_the_articles_of_both_roads() -> None:
    duties = law().duties
    row = duties["appeal"]
    assert row.places == ["court-that-ruled", "body-that-ruled", "court"]
    assert {"KoAP 739", "KoAP 832(1)", "KoAP 832(2)", "KoAP 826-2", "KoAP 829-4(3)"} <= set(row.cited)
    assert (row.questions, duties["fine"].questions) == (
        ["term-days-off"],
        ["fine-term-begins", "term-days-off"],
    )
