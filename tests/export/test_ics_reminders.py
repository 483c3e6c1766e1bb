"""The calendar whose reminders are days of their own, read back as a calendar does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from kzstay.core.days import DAY
from kzstay.export.formats import BESIDES, NothingAhead
from kzstay.export.ics import ALARMS, ics_bytes
from kzstay.export.ics_reminders import write_report
from kzstay.texts.words import words
from tests.export.test_ics import FINED, of
from tests.helpers import day, stay, traveller

ON = day("2026-11-22")


def events(path: Path) -> list[Any]:
    return Calendar.from_ical(path.read_text(encoding="utf-8")).walk("VEVENT")


def written(tmp_path: Path, *people: Any) -> list[Any]:  # noqa: ANN401
    write_report([of(who) for who in people], words("en"), tmp_path / "out.ics")
    return events(tmp_path / "out.ics")


def test_each_day_has_its_reminders_as_days_before_it_that_are_not_over(tmp_path: Path) -> None:
    found = written(tmp_path, FINED)
    plain = Calendar.from_ical(ics_bytes([of(FINED)], words("en")).decode()).walk("VEVENT")
    days = {str(event["UID"]): event["DTSTART"].dt for event in plain}
    before = [event for event in found if str(event["UID"]) not in days]
    wanted = sorted(last - ahead * DAY for last in days.values() for ahead in ALARMS if last - ahead * DAY >= ON)
    assert sorted(event["DTSTART"].dt for event in before) == wanted
    assert len(found) == len(plain) + len(wanted)
    assert all(event["DTEND"].dt - event["DTSTART"].dt == DAY for event in found)


def test_no_alarm_rings_besides(tmp_path: Path) -> None:
    assert not any(event.walk("VALARM") for event in written(tmp_path, FINED))


def test_a_reminder_says_how_far_the_day_is_and_keeps_its_name(tmp_path: Path) -> None:
    found = {str(event["UID"]): str(event["SUMMARY"]) for event in written(tmp_path, FINED)}
    assert len(found) == len(written(tmp_path, FINED))
    assert set(found) == {str(event["UID"]) for event in written(tmp_path, FINED)}
    assert {name.partition(": ")[0] for name in found.values() if name.startswith("In ")} == {
        "In 7 days",
        "In 3 days",
        "In 1 day",
    }


def test_nothing_is_written_where_nothing_is_due(tmp_path: Path) -> None:
    with pytest.raises(NothingAhead):
        write_report([of(traveller("DE", stay("2020-01-01", "2020-01-05")))], words("en"), tmp_path / "out.ics")
    assert list(tmp_path.iterdir()) == []


def test_it_is_offered_beside_the_formats_and_not_by_a_name_alone() -> None:
    (found,) = BESIDES
    assert found.writer() is write_report
