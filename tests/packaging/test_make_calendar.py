from __future__ import annotations

import importlib.util
import re
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import holidays
import pytest

ROOT = Path(__file__).resolve().parents[2]
CALENDAR = ROOT / "resources" / "calendar"
YEARS = range(2020, 2036)


def tool() -> Any:  # noqa: ANN401
    spec = importlib.util.spec_from_file_location("make_calendar", ROOT / "packaging/tools/make_calendar.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((CALENDAR / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def generated() -> dict[str, Any]:
    made = read("kz.toml")
    rows = (row.split() for row in made["off"])
    made["off"] = [{"date": date.fromisoformat(day), "name": name, "kind": kind} for day, name, kind in rows]
    return made


@pytest.fixture(scope="module")
def overrides() -> dict[str, Any]:
    return read("kz-overrides.toml")


def test_committed_file_is_what_the_tool_writes() -> None:
    def days(text: str) -> str:  # a newer `holidays` that says the same is no difference
        return re.sub(r"holidays [\d.]+", "holidays", text)

    committed = (CALENDAR / "kz.toml").read_text(encoding="utf-8")
    assert days(committed) == days(tool().render())


def test_the_days_go_with_the_licence_of_the_package_that_they_are_from() -> None:
    text = (CALENDAR / "LICENSE.txt").read_text(encoding="utf-8")
    assert text == tool().licence()
    assert "Permission is hereby granted, free of charge" in text


def test_working_days_agree_with_holidays(generated: dict[str, Any], overrides: dict[str, Any]) -> None:
    confirmed = {(row["date"].year, row["name"]) for row in overrides["confirmed"]}
    off = {
        row["date"]
        for row in generated["off"]
        if row["kind"] != "estimated" or (row["date"].year, row["name"]) not in confirmed
    }
    off |= {row["date"] for row in overrides["confirmed"]} | {row["off"] for row in overrides["swap"]}
    worked = {row["worked"] for row in overrides["swap"]}

    reference = holidays.KZ(years=YEARS)
    first, last = date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31)
    every_day = [first + timedelta(n) for n in range((last - first).days + 1)]
    ours = {day: day in worked or (day.weekday() < 5 and day not in off) for day in every_day}
    assert [day for day in every_day if ours[day] != reference.is_working_day(day)] == []


def test_confirmed_years_have_their_kurban_ait(overrides: dict[str, Any]) -> None:
    years = [row["date"].year for row in overrides["confirmed"]]
    assert years == list(range(2020, overrides["confirmed_until"] + 1))
    assert all(row["source"] for row in overrides["swap"] + overrides["confirmed"])


@pytest.mark.parametrize(
    ("day", "name"),
    [
        pytest.param(date(2021, 12, 1), "first-president-day", id="first president's day, the last"),
        pytest.param(date(2021, 12, 17), "independence-day", id="second independence day, the last"),
        pytest.param(date(2022, 10, 25), "republic-day", id="republic day, back since 2022"),
        pytest.param(date(2025, 8, 30), "constitution-day", id="constitution day in August, the last"),
        pytest.param(date(2027, 3, 15), "constitution-day", id="constitution day in March, the first"),
    ],
)
def test_day_is_off(generated: dict[str, Any], day: date, name: str) -> None:
    assert (day, name) in {(row["date"], row["name"]) for row in generated["off"]}


@pytest.mark.parametrize("day", [date(2022, 12, 1), date(2021, 10, 25), date(2026, 8, 31), date(2026, 3, 16)])
def test_day_is_not_off(generated: dict[str, Any], day: date) -> None:
    assert day not in {row["date"] for row in generated["off"]}


def test_every_name_has_three_languages(generated: dict[str, Any], overrides: dict[str, Any]) -> None:
    used = {row["name"] for row in generated["off"] + overrides["confirmed"]}
    assert used == set(overrides["names"])
    assert all(set(words) == {"en", "ru", "kk"} and all(words.values()) for words in overrides["names"].values())
