from __future__ import annotations

from datetime import date, datetime

import pytest

from kzstay.imports import legs
from kzstay.imports.legs import Crossed, Leg, crossed, moment_abroad
from kzstay.imports.result import Answers, Origin


def leg(line: int, origin: str, destination: str, leaves: str, at: int | None = None, **more: object) -> Leg:
    return Leg(
        at=Origin(line),
        origin=origin,
        destination=destination,
        leaves=date.fromisoformat(leaves),
        leaves_at=at,
        **more,  # type: ignore[arg-type]
    )


def over(*flown: Leg, **chosen: str) -> Crossed:
    return crossed(flown, Answers(chosen=chosen))


def days(found: Crossed) -> list[tuple[str, bool, str]]:
    return [(one.day.isoformat(), one.into, one.place) for one in found.crossings]


def test_only_flights_over_the_border_are_crossings() -> None:
    found = over(
        leg(1, "FRA", "ALA", "2026-03-04", lands=date(2026, 3, 5)),
        leg(2, "ALA", "NQZ", "2026-03-09"),
        leg(3, "TSE", "FRA", "2026-03-21", 1435),
        leg(4, "FRA", "JFK", "2026-04-01"),
    )
    assert days(found) == [("2026-03-05", True, "ALA"), ("2026-03-21", False, "NQZ")]
    assert [(one.code, one.at.line) for one in found.left] == [("domestic", 2), ("other-country", 4)]
    assert not found.questions


@pytest.mark.parametrize(
    ("origin", "at", "expected"),
    [
        ("SVO", None, ["2026-05-14", "2026-05-15"]),
        ("XXX", 600, ["2026-05-14", "2026-05-15"]),
        ("SVO", 22 * 60 + 30, []),  # after midnight in Almaty: on the 15th for sure
        ("SVO", 12 * 60, ["2026-05-14", "2026-05-15"]),
        ("ICN", 3 * 60, ["2026-05-13", "2026-05-14"]),  # still the day before in Almaty
    ],
)
def test_the_day_of_landing_is_asked_where_it_is_open(origin: str, at: int | None, expected: list[str]) -> None:
    found = over(leg(1, origin, "ALA", "2026-05-14", at))
    assert [day.isoformat() for one in found.questions for day in one.days] == expected
    assert [one.day.isoformat() for one in found.crossings] == [expected[0] if expected else "2026-05-15"]


def test_an_answer_is_the_day_of_landing() -> None:
    flown = leg(1, "SVO", "ALA", "2026-05-14")
    (question,) = over(flown).questions
    assert question.code == "arrival-day"
    found = over(flown, **{question.id: "2026-05-15"})
    assert days(found) == [("2026-05-15", True, "ALA")]
    assert not found.questions


CHANGE = leg(1, "TAS", "ALA", "2026-07-01", note="to SEL"), leg(2, "ALA", "ICN", "2026-07-01")


def test_a_change_of_planes_is_asked() -> None:
    found = over(*CHANGE)
    (question,) = found.questions
    assert (question.code, question.samples) == ("transit", ("TAS – ALA – ICN", "to SEL"))
    assert not found.crossings
    assert not over(*CHANGE, **{question.id: "airside"}).crossings
    assert len(over(*CHANGE, **{question.id: "airside"}).left) == 2
    # Landing on the same day is then the only way
    assert len(over(*CHANGE, **{question.id: "border"}).crossings) == 2


@pytest.mark.parametrize(
    ("lands", "lands_at", "leaves", "leaves_at", "asked"),
    [
        ("2026-07-01", 22 * 60, "2026-07-02", 6 * 60, True),
        ("2026-07-01", 8 * 60, "2026-07-02", 22 * 60, False),
        ("2026-07-01", None, "2026-07-02", None, False),
        ("2026-07-01", None, "2026-07-05", None, False),
    ],
)
def test_a_night_at_an_airport_may_be_a_change(
    lands: str, lands_at: int | None, leaves: str, leaves_at: int | None, asked: bool
) -> None:
    found = over(
        leg(1, "TAS", "ALA", "2026-07-01", 0, lands=date.fromisoformat(lands), lands_at=lands_at),
        leg(2, "ALA", "ICN", leaves, leaves_at),
    )
    assert bool([one for one in found.questions if one.code == "transit"]) is asked


def test_from_another_airport_it_is_none() -> None:
    found = over(leg(1, "TAS", "ALA", "2026-07-01", lands=date(2026, 7, 1)), leg(2, "NQZ", "ICN", "2026-07-01"))
    assert not found.questions


def test_the_newest_may_stand_first() -> None:
    found = over(leg(1, "ALA", "TAS", "2026-07-09"), *CHANGE[::-1])
    assert [one.code for one in found.questions] == ["transit"]


def test_without_the_zones_of_the_world_nothing_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_here(name: str) -> None:
        raise KeyError(name)

    assert moment_abroad("IST", date(2026, 3, 2), 630) == datetime.fromisoformat("2026-03-02T10:30:00+03:00")
    monkeypatch.setattr(legs, "ZoneInfo", none_here)
    assert moment_abroad("IST", date(2026, 3, 2), 630) is None
