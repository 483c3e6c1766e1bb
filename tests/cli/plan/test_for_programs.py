"""``kzstay plan --json``: the answer for programs."""

from __future__ import annotations

import pytest

from kzstay.core.case import Traveller
from tests.cli.plan.asking import ANNA, BORIS, Save, Told, found
from tests.helpers import permit, stay, traveller


def test_the_answer_for_programs_keeps_the_contract(capsys: Told, saved: Save) -> None:
    assert found(capsys, saved(ANNA), "--entry", "2026-12-01", "--days", "12") == {
        "schema": 2,
        "entry": "2026-12-01",
        "longest_stay": 7,
        "last_day": "2026-12-07",
        "limited_by": {"limit": "rolling", "stay": 2},
        "assumes": None,
        "history_only": {"longest_stay": 30},
        "trip": {"lawful": False, "breaks": [{"entry": "2027-01-02", "first_day": "2027-01-20"}]},
        "earliest_entry": {"date": "2027-01-25", "days": 12},
    }


def test_without_a_trip_one_day_is_looked_for(capsys: Told, saved: Save) -> None:
    answer = found(capsys, saved(ANNA), "--entry", "2026-12-01")
    assert answer["trip"] is None
    assert answer["earliest_entry"] == {"date": "2026-12-01", "days": 1}


def test_the_exit_says_how_many_days_are_looked_for(capsys: Told, saved: Save) -> None:
    answer = found(capsys, saved(ANNA), "--entry", "2026-12-01", "--exit", "2026-12-12")
    assert answer["earliest_entry"] == {"date": "2027-01-25", "days": 12}


@pytest.mark.parametrize(
    ("who", "entry", "limited"),
    [
        (traveller("DE"), "2026-12-01", {"limit": "per-entry"}),
        (traveller("DE", stay("2026-12-11", "2026-12-20")), "2026-12-01", {"limit": "stay", "stay": 0}),
        (traveller("DE", stay("2026-12-11", "2026-12-20")), "2026-12-15", {"limit": "stay", "stay": 0}),
        (traveller("PK"), "2026-12-01", {"limit": "no-regime"}),
        (
            traveller("PK", permits=[permit("2026-12-01", "2026-12-31")]),
            "2026-12-01",
            {"limit": "permit"},
        ),
    ],
)
def test_what_limits_is_named(
    who: Traveller, entry: str, limited: dict[str, object], capsys: Told, saved: Save
) -> None:
    assert found(capsys, saved(who), "--entry", entry)["limited_by"] == limited


def test_where_no_stay_is_possible_there_is_no_last_day(capsys: Told, saved: Save) -> None:
    answer = found(capsys, saved(BORIS), "--entry", "2026-12-01")
    assert (answer["longest_stay"], answer["last_day"], answer["earliest_entry"]) == (0, None, None)
    assert answer["history_only"] == {"longest_stay": 0}


def test_a_trip_that_no_entry_allows_has_no_earliest_entry(capsys: Told, saved: Save) -> None:
    answer = found(capsys, saved(ANNA), "--entry", "2026-12-01", "--days", "31")
    assert answer["earliest_entry"] is None
    assert answer["trip"]["lawful"] is False


def test_the_answer_for_programs_follows_the_reading(capsys: Told, saved: Save) -> None:
    file = saved(
        traveller(
            "DE",
            stay("2026-06-01", "2026-06-30"),
            stay("2026-07-02", "2026-07-31"),
            stay("2026-08-02", "2026-08-31"),
        )
    )
    days = [
        found(capsys, file, "--entry", "2026-11-28", "--reading", reading)["longest_stay"]
        for reading in ("safe", "usual")
    ]
    assert days == [0, 30]
