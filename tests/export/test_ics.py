"""The calendar, read back as a calendar does."""

from __future__ import annotations

import re
import stat
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest
from icalendar import Calendar

from kzstay.core import agenda
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Record, Traveller
from kzstay.core.days import DAY
from kzstay.core.readings import Reading
from kzstay.export.formats import NothingAhead
from kzstay.export.ics import ics_bytes, write_calendar, write_report
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from tests.core.builders import LAW, SAFE, USUAL, expulsion, fine, ruled
from tests.core.law_cases.schema import CASES
from tests.helpers import day, move, permit, stay, traveller

ON = "2026-11-22"
HERE = stay("2026-11-11", notified="2026-11-12")
AHEAD = stay("2027-01-08", "2027-01-24")
FINED = ruled(traveller("DE", HERE, AHEAD), fine("2026-11-18"))


def of(who: Traveller, on: str = ON, reading: Reading = SAFE) -> Assessment:
    return assess(who, day(on), LAW, reading)


def events(*found: Assessment, language: Language = "en", left_out: tuple[int, int] = (0, 0)) -> list[Any]:
    return Calendar.from_ical(ics_bytes(list(found), words(language), left_out=left_out).decode()).walk("VEVENT")


def uids(who: Traveller, on: str = ON) -> list[str]:
    return [str(event["UID"]) for event in events(of(who, on))]


def with_id(record: Any, name: str) -> Any:  # noqa: ANN401
    return msgspec.structs.replace(record, unknown={"id": name})


# What is in it


@pytest.mark.parametrize("reading", Reading)
def test_the_events_of_every_case_of_the_law_are_its_open_duties(reading: Reading) -> None:
    for name, case in CASES.items():
        a = assess(case.traveller, case.on, LAW, reading)
        waiting = [duty for duty in a.duties if duty.state == "open" and not agenda.doubled(a, duty)]
        hopeless = {stay.index for stay in a.stays if stay.planned and not stay.lawful_until.under(reading)}
        waiting = [duty for duty in waiting if not (duty.row.leaving and duty.stay in hopeless)]
        if not waiting:
            with pytest.raises(NothingAhead):
                ics_bytes([a], words("en"))
            continue
        found = events(a)
        days = [event["DTSTART"].dt for event in found]
        assert days == sorted(agenda.day_ahead(a, duty) for duty in waiting), name
        assert min(days) >= a.on, name
        assert len({event["UID"] for event in found}) == len(found), name


@pytest.mark.parametrize("reading", Reading)
def test_the_days_to_leave_by_and_the_ends_of_bans_and_plans_are_in_it(reading: Reading) -> None:
    seen = 0
    for name, case in CASES.items():
        a = assess(case.traveller, case.on, LAW, reading)
        here = a.current is not None and a.day_to_leave is not None and a.day_to_leave >= a.on
        due = {a.day_to_leave} if here else set[date | None]()
        due |= {bar.until for bar in a.bars if bar.because == "ban"}
        due |= {stay.lawful_until.under(reading) for stay in a.stays if stay.planned} - {None}
        if due:
            assert due <= {event["DTSTART"].dt for event in events(a)}, name
            seen += 1
    assert seen > 12


def test_a_stay_to_come_that_has_no_lawful_day_ends_nowhere() -> None:
    banned = ruled(traveller("DE", AHEAD), expulsion("2026-01-01", executed="2026-01-05"))
    found = [event["SUMMARY"] for event in events(of(banned))]
    assert not any(text.startswith("Leave") for text in found)
    assert found[-1] == "Entry is banned, to the end of this day"


def test_the_day_is_that_of_the_reading() -> None:
    who = traveller("DE", stay("2026-11-20"))
    days = [events(of(who, reading=reading))[0]["DTSTART"].dt for reading in (SAFE, USUAL)]
    assert days == [date(2026, 11, 24), date(2026, 11, 25)]


# What an event holds


def test_an_event_is_a_whole_day_that_keeps_nobody_busy() -> None:
    for event in events(of(FINED)):
        assert event["DTEND"].dt == event["DTSTART"].dt + DAY
        assert event["DTSTART"].params["VALUE"] == event["DTEND"].params["VALUE"] == "DATE"
        assert (event["TRANSP"], event["CLASS"]) == ("TRANSPARENT", "PRIVATE")
        assert event["CATEGORIES"].to_ical() == b"kzstay"
        assert event["X-MICROSOFT-CDO-BUSYSTATUS"] == "FREE"


def test_what_hangs_on_a_plan_is_tentative() -> None:
    told = {(event["STATUS"], "as planned" in event["DESCRIPTION"]) for event in events(of(FINED))}
    assert told == {("CONFIRMED", False), ("TENTATIVE", True)}


def test_reminders_ring_in_the_morning_seven_three_and_one_day_before() -> None:
    for event in events(of(FINED)):
        alarms = event.walk("VALARM")
        rings = [event["DTSTART"].dt - alarm["TRIGGER"].dt for alarm in alarms]
        assert [alarm["TRIGGER"].dt - timedelta(hours=9) for alarm in alarms] == [-3 * DAY, -7 * DAY, -1 * DAY]
        assert all(alarm["ACTION"] == "DISPLAY" for alarm in alarms)
        assert all(alarm["DESCRIPTION"] == event["SUMMARY"] for alarm in alarms)
        assert len(set(rings)) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_are_of_the_language_and_say_which_it_is(language: Language) -> None:
    says = {"en": "last day", "ru": "последний день", "kk": "соңғы күн"}[language]
    for event in events(of(FINED), language=language):
        assert says in event["SUMMARY"]
        assert "kzstay" in event["DESCRIPTION"]
        assert event["SUMMARY"].params["LANGUAGE"] == event["DESCRIPTION"].params["LANGUAGE"] == language


def test_of_several_travellers_the_name_leads_and_the_calendar_has_none() -> None:
    boris = traveller("GB", HERE, name="Boris; B,\nN:\u202eX")
    alone = Calendar.from_ical(ics_bytes([of(FINED)], words("en")).decode())
    assert alone["X-WR-CALNAME"] == "kzstay · Anna Schmidt"
    assert not any("Anna" in event["SUMMARY"] for event in alone.walk("VEVENT"))
    both = Calendar.from_ical(ics_bytes([of(FINED), of(boris)], words("en")).decode())
    assert both["X-WR-CALNAME"] == "kzstay"
    names = {event["SUMMARY"].partition(" · ")[0] for event in both.walk("VEVENT")}
    assert names == {"Anna Schmidt", "Boris; B, N:X"}


def test_an_event_alone_names_no_calendar() -> None:
    calendar = Calendar.from_ical(ics_bytes([of(traveller("DE", HERE))], words("en")).decode())
    assert len(calendar.walk("VEVENT")) == 1
    assert "X-WR-CALNAME" not in calendar
    assert "METHOD" not in calendar


def test_neither_the_passport_nor_the_birthday_is_told() -> None:
    who = msgspec.structs.replace(FINED, document="N1234567", born=date(1990, 5, 6))
    data = ics_bytes([of(who)], words("en"))
    assert b"N1234567" not in data
    assert data == ics_bytes([of(FINED)], words("en"))


def test_rows_that_count_for_nothing_are_told() -> None:
    for event in events(of(FINED), left_out=(2, 0)):
        assert "2 rows are left out" in event["DESCRIPTION"]


# The same event again


def test_another_day_tells_of_the_same_events_in_a_later_version() -> None:
    first, later = events(of(FINED)), events(of(FINED, "2026-11-23"))
    assert [event["UID"] for event in first] == [event["UID"] for event in later]
    assert all(UUID(event["UID"]) for event in first)
    for old, new in zip(first, later, strict=True):
        assert new["SEQUENCE"] == old["SEQUENCE"] + 1
        assert new["DTSTAMP"].dt - old["DTSTAMP"].dt == DAY
    assert first[0]["DTSTAMP"].dt == datetime(2026, 11, 22, tzinfo=UTC)


@pytest.mark.parametrize("on", ["1991-01-01", "1999-12-31", "2000-01-01", "2199-12-31"])
def test_no_version_is_less_than_none(on: str) -> None:
    who = ruled(traveller("DE"), expulsion(on, executed=on))
    assert all(0 <= event["SEQUENCE"] < 2**31 for event in events(of(who, on)))


def test_the_same_input_gives_the_same_file_in_every_language() -> None:
    for language in LANGUAGES:
        assert ics_bytes([of(FINED)], words(language)) == ics_bytes([of(FINED)], words(language))
        assert [event["UID"] for event in events(of(FINED), language=language)] == uids(FINED)


def test_a_record_with_an_id_is_the_same_whatever_becomes_of_it() -> None:
    moved = stay("2026-11-11", notified="2026-11-12", registered="2026-11-12", moves=[move("2026-11-20")])
    moved = with_id(msgspec.structs.replace(moved, moves=(with_id(moved.moves[0], "m"),)), "s")
    who = with_id(ruled(traveller("DE", moved), with_id(fine("2026-11-18"), "r")), "t")

    def changed(record: Record, **values: Any) -> Any:  # noqa: ANN401
        return msgspec.structs.replace(record, **values)

    other = changed(
        who,
        name="Anna Schmidt-Müller",
        stays=(
            changed(who.stays[0], entry=day("2026-11-12"), moves=(changed(moved.moves[0], on=day("2026-11-21")),)),
        ),
        rulings=(changed(who.rulings[0], served=day("2026-11-19")),),
    )
    assert set(uids(who)) == set(uids(other))
    assert len(uids(who)) > 4


def test_without_ids_what_a_record_says_tells_it_from_others() -> None:
    renamed = msgspec.structs.replace(FINED, name="Anna Schmidt-Müller")
    assert not set(uids(FINED)) & set(uids(renamed))
    noted = msgspec.structs.replace(FINED, document="1", stays=(stay("2026-11-11", notified="2026-11-13"), AHEAD))
    assert uids(FINED) == uids(noted)


def test_records_that_say_the_same_have_events_of_their_own() -> None:
    twice = ruled(FINED, fine("2026-11-18"), fine("2026-11-18"))
    assert len(set(uids(twice))) == len(uids(twice)) == len(uids(FINED)) + 2
    both = [event["UID"] for event in events(of(FINED), of(FINED))]
    assert len(set(both)) == len(both)


def test_the_end_of_a_stay_stays_one_event_when_a_permit_moves_it() -> None:
    before = traveller("RU", HERE)
    after = traveller("RU", HERE, permits=[permit("2026-11-20", "2027-05-01", "rvp")])
    (end,) = [event for event in events(of(before)) if event["SUMMARY"].startswith("Obtain")]
    (moved,) = [event for event in events(of(after)) if event["SUMMARY"].startswith("Leave, or extend")]
    assert end["UID"] == moved["UID"]
    assert moved["DTSTART"].dt == date(2027, 5, 1)


# The file


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_too_long_for_any_reader(language: Language) -> None:
    who = msgspec.structs.replace(FINED, name="Ә" * 300)
    data = ics_bytes([of(who), of(FINED)], words(language))
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", data)
    assert data.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//kzstay//")
    for line in lines:
        line.decode("utf-8")  # no letter is cut in two


def test_the_file_is_private_and_whole_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "out.ics"
    write_calendar([of(FINED)], words("en"), path, left_out=(0, 1))
    assert path.read_bytes() == ics_bytes([of(FINED)], words("en"), left_out=(0, 1))
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(OSError, match="gone"):
        write_report([of(FINED)], words("en"), tmp_path / "gone" / "out.ics")


def test_nothing_is_written_where_nothing_is_due(tmp_path: Path) -> None:
    path = tmp_path / "out.ics"
    with pytest.raises(NothingAhead):
        write_report([of(traveller("DE"))], words("en"), path)
    assert not path.exists()
