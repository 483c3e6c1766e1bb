from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzstay.imports import calendar
from kzstay.imports.result import Answers, ImportFileError
from tests.imports.told import TODAY, asked, left, refused, source, stays, told


def event(*lines: str) -> str:
    return "\n".join(["BEGIN:VEVENT", f"UID:{abs(hash(lines))}", *lines, "END:VEVENT"])


def ics(*events: str) -> str:
    return "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//EN", *events, "END:VCALENDAR"]) + "\n"


def whole(first: str, after: str, summary: str, place: str = "") -> str:
    lines = [f"DTSTART;VALUE=DATE:{first}", f"DTEND;VALUE=DATE:{after}", f"SUMMARY:{summary}"]
    return event(*lines, *([f"LOCATION:{place}"] if place else []))


def flight(starts: str, ends: str, summary: str, *more: str) -> str:
    return event(f"DTSTART{starts}", f"DTEND{ends}", f"SUMMARY:{summary}", *more)


TRIP = whole("20260305", "20260320", "Almaty\\, Kazakhstan")
THERE = flight(":20260304T190500Z", ":20260305T003000Z", "LH646 FRA to ALA")
BACK = flight(":20260319T185500Z", ":20260320T023000Z", "LH647 ALA to FRA")


def test_a_trip_and_its_flights_are_one_stay() -> None:
    found = told(source("tripit-ics.txt"))
    assert stays(found) == [("2026-03-05", "2026-03-19")]
    assert [line for line, _ in left(found, "other-country")] == [24]
    assert [line for line, _ in left(found, "double")] == [4]
    assert {question.code for question in found.questions} == {"citizenship"}


@pytest.mark.parametrize(
    "summary",
    [
        "LH646 FRA to ALA",
        "FRA-ALA",
        "FRA → ALA",
        "LH 646 FRA – ALA",
        "Flight FRA > ALA",
        "Frankfurt (FRA) to Almaty (ALA)",
        "Рейс Франкфурт – Алматы",
        "Flight Frankfurt to Almaty",
    ],
)
def test_a_flight_is_told_by_codes_and_towns(summary: str) -> None:
    found = told(ics(flight(":20260304T190500Z", ":20260305T003000Z", summary)))
    assert stays(found) == [("2026-03-05", None)]


def test_a_flight_may_be_told_by_its_place() -> None:
    found = told(
        ics(
            flight(
                ":20260304T190500Z", ":20260305T003000Z", "Flight to Almaty (KC 922)", "LOCATION:Frankfurt FRA"
            ),
            flight(
                ":20260319T185500Z", ":20260320T023000Z", "Flight to Frankfurt (KC 921)", "LOCATION:Almaty ALA"
            ),
            flight(":20260310T060000Z", ":20260310T073000Z", "Flight to Astana (KC 851)", "LOCATION:Almaty ALA"),
        )
    )
    assert stays(found) == [("2026-03-05", "2026-03-19")]
    assert left(found, "domestic")


@pytest.mark.parametrize(
    ("starts", "ends", "entry"),
    [
        (":20260304T190500Z", ":20260304T233000Z", "2026-03-05"),
        (";TZID=Europe/Berlin:20260304T200500", ";TZID=Asia/Almaty:20260305T053000", "2026-03-05"),
        (":20260304T200500", ":20260305T053000", "2026-03-05"),  # by the clocks of each end
        (":20240105T120000Z", ":20240105T183000Z", "2024-01-06"),  # the clocks of Almaty were an hour further on
    ],
)
def test_the_day_is_that_of_kazakhstan(starts: str, ends: str, entry: str) -> None:
    assert stays(told(ics(flight(starts, ends, "FRA-ALA")))) == [(entry, None)]


@pytest.mark.parametrize("zone", ["Nowhere/X", "Custom 1"])
def test_a_time_in_a_zone_that_is_not_known_leaves_the_day_open(zone: str) -> None:
    flown = flight(";TZID=Europe/Berlin:20260304T200500", f";TZID={zone}:20260304T233000", "FRA-ALA")
    found = told(ics(flown))
    assert stays(found) == [("2026-03-04", None)] or stays(found) == [("2026-03-05", None)]
    assert asked(found, "arrival-day")
    call = event(f"DTSTART;TZID={zone}:20260410T060000", f"DTEND;TZID={zone}:20260410T080000", "SUMMARY:Almaty")
    assert left(told(ics(flown, call)), "not-a-trip")


def test_a_trip_by_the_hour_keeps_its_last_day() -> None:
    for zone in ("Nowhere/X", "Asia/Almaty"):
        trip = event(
            f"DTSTART;TZID={zone}:20260410T100000", f"DTEND;TZID={zone}:20260413T180000", "SUMMARY:Almaty"
        )
        assert stays(told(ics(trip))) == [("2026-04-10", "2026-04-13")]


def test_the_clocks_of_kazakhstan_need_no_zones_of_the_world() -> None:
    flown = flight(";TZID=Nowhere/X:20260304T200500", ";TZID=Asia/Aqtau:20260305T053000", "FRA-SCO")
    assert stays(told(ics(flown))) == [("2026-03-05", None)]


def test_without_a_landing_it_is_asked() -> None:
    found = told(ics(event("DTSTART:20260304T190500Z", "SUMMARY:FRA-ALA")))
    assert stays(found) == [("2026-03-05", None)]
    assert asked(found, "arrival-day")


def test_trips_alone_are_stays_up_to_the_day_before_their_end() -> None:
    day = event("DTSTART;VALUE=DATE:20260603", "SUMMARY:Astana, one day")
    week = event("DTSTART;VALUE=DATE:20260701", "DURATION:P7D", "SUMMARY:x", "LOCATION:Шымкент")
    found = told(ics(TRIP, day, week))
    assert stays(found) == [
        ("2026-03-05", "2026-03-19"),
        ("2026-06-03", "2026-06-03"),
        ("2026-07-01", "2026-07-07"),
    ]


def test_where_a_flight_is_a_day_off_it_counts() -> None:
    late = flight(":20260320T185500Z", ":20260321T023000Z", "ALA-FRA")
    found = told(ics(TRIP, THERE, late))
    assert stays(found) == [("2026-03-05", "2026-03-20")]
    assert not asked(found, "doubtful-day")


def test_where_it_is_some_days_off_it_is_asked() -> None:
    written = ics(TRIP, THERE, flight(":20260323T185500Z", ":20260324T023000Z", "ALA-FRA"))
    found = told(written)
    assert stays(found) == [("2026-03-05", "2026-03-23")]
    (question,) = asked(found, "doubtful-day")
    assert question.values == ("2026-03-19", "2026-03-23")
    assert stays(told(written, chosen={question.id: "2026-03-19"})) == [("2026-03-05", "2026-03-19")]


def test_an_end_without_a_flight_is_that_of_the_trip() -> None:
    assert stays(told(ics(TRIP, THERE))) == [("2026-03-05", "2026-03-19")]
    assert stays(told(ics(TRIP, BACK))) == [("2026-03-05", "2026-03-19")]


def test_flights_within_a_trip_part_it() -> None:
    out = flight(":20260310T060000Z", ":20260310T080000Z", "ALA-TAS")
    again = flight(":20260313T060000Z", ":20260313T080000Z", "TAS-ALA")
    assert stays(told(ics(TRIP, THERE, out, again, BACK))) == [
        ("2026-03-05", "2026-03-10"),
        ("2026-03-13", "2026-03-19"),
    ]


def test_a_hotel_lies_in_its_journey() -> None:
    found = told(ics(whole("20260306", "20260309", "Hotel", "Almaty"), TRIP))
    assert stays(found) == [("2026-03-05", "2026-03-19")]
    assert left(found, "double")


def test_what_is_no_trip_is_left_out() -> None:
    found = told(
        ics(
            TRIP,
            event("DTSTART:20260410T060000Z", "DTEND:20260410T080000Z", "SUMMARY:Call", "LOCATION:Almaty"),
            event("DTSTART;VALUE=DATE:20260401", "RRULE:FREQ=YEARLY", "SUMMARY:Almaty again"),
            event("DTSTART;VALUE=DATE:20260501", "STATUS:CANCELLED", "SUMMARY:Almaty"),
            event("DTSTART;VALUE=DATE:20260601", "SUMMARY:Birthday of Tom"),
        )
    )
    assert stays(found) == [("2026-03-05", "2026-03-19")]
    assert len(left(found, "not-a-trip")) == 4


def test_what_cannot_be_so_is_refused() -> None:
    found = told(
        ics(
            TRIP,
            whole("18000305", "18000320", "Almaty"),
            flight(":18000304T190500Z", ":18000305T003000Z", "FRA-ALA"),
            event("SUMMARY:Almaty"),
            flight(";VALUE=DATE-TIME:20260412T000000", ";VALUE=DATE-TIME:20260410T000000", "Almaty"),
        )
    )
    assert {code for code, _, _ in refused(found)} == {"year", "no-date", "exit-before-entry"}


def test_two_calendars_in_a_file() -> None:
    assert len(stays(told(ics(TRIP) + ics(whole("20260701", "20260703", "Astana"))))) == 2


@pytest.mark.parametrize(
    "written",
    [
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:x\n",
        "BEGIN:VCALENDAR\nEND:VEVENT\n",
        "BEGIN:VCALENDAR\nfoo\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n" * 3000 + "END:VEVENT\n" * 3000 + "END:VCALENDAR",
        "BEGIN:VCALENDAR",
    ],
)
def test_a_broken_calendar_is_a_sentence(written: str) -> None:
    with pytest.raises(ImportFileError) as error:
        told(written)
    assert error.value.code in ("damaged", "unknown")


def test_other_texts_are_none() -> None:
    assert calendar.evidence("5–19 March 2026", TODAY, Answers()) is None


LINES = st.sampled_from(
    [
        "BEGIN:VEVENT",
        "END:VEVENT",
        "DTSTART:20260305T100000Z",
        "DTSTART;VALUE=DATE:20260305",
        "DTEND;TZID=Asia/Almaty:20260319T100000",
        "DTEND:99991231",
        "DTSTART:00010101T000000Z",
        "DTEND;TZID=Nowhere/X:20260319T235900",
        "DURATION:P1W",
        "DURATION:-P9999999D",
        "SUMMARY:FRA-ALA",
        "SUMMARY:Almaty",
        "LOCATION:Астана",
        " folded",
        "RRULE:FREQ=DAILY",
        "STATUS:CANCELLED",
        "END:VCALENDAR",
        "BEGIN:VTIMEZONE",
        "x",
        "DTSTART;TZID=\x00:1",
        'SUMMARY;LANGUAGE="a:b',
        "DTSTART:20260230",
    ]
) | st.text(max_size=30)


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, max_size=20))
def test_any_calendar_is_read_or_refused(lines: list[str]) -> None:
    with suppress(ImportFileError):
        told("\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR"]))


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, max_size=6))
def test_any_event_is_read_or_refused(lines: list[str]) -> None:
    with suppress(ImportFileError):
        told(ics(event(*(line for line in lines if not line.startswith(("BEGIN", "END"))))))
