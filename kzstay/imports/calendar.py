"""Calendar: flights and trips of an iCalendar file. A trip and the flights in it are one stay.

Of a whole day the end is the day after (RFC 5545, 3.6.1). A flight is told by codes of airports or by towns, a
trip by a place in Kazakhstan. What repeats, is cancelled, or lasts some hours is no trip.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

import msgspec
from icalendar import Calendar, Component

from kzstay.core.case import Stay, of_these_years
from kzstay.imports.legs import DAY, Leg, crossed
from kzstay.imports.places import airport, named_state
from kzstay.imports.result import (
    Answers,
    Crossing,
    Evidence,
    FoundStay,
    ImportFileError,
    Left,
    LeftCode,
    Origin,
    Question,
    Refused,
    day_between,
)
from kzstay.today import local

_ARROW = r"\s*(?:-+>?|–|—|→|⟶|➔|✈\ufe0f?|>|/|\bto\b|\bв\b)\s*"
_CODES = re.compile(rf"(?<![A-Za-z])([A-Z]{{3}}){_ARROW}([A-Z]{{3}})(?![A-Za-z])")
_BRACKETED = re.compile(r"\(([A-Z]{3})\).{0,60}?\(([A-Z]{3})\)")
_FLIGHT = re.compile(r"\b(?:flight|рейс|перел[её]т|ұшу|fly|[A-Z][A-Z\d]\s?\d{2,4})\b", re.IGNORECASE)
_TOWNS = re.compile(r"([^\W\d_][\w .'’-]{1,40}?)\s*(?:\s->?\s|–|—|→|\bto\b)\s*([^\W\d_][\w .'’-]{1,40})")
_FLIGHT_TO = re.compile(r"^(?:flight|рейс|fly)\s+(?:to|в)\s+(.{2,60}?)(?:\s*\(.*\))?$", re.IGNORECASE)
_CODE_LAST = re.compile(r"\b([A-Z]{3})$")
NEAR = 1  # days by which a flight and the end of a trip may differ and mean one crossing
FAR = 7  # days by which they may differ and still be asked about as one
# By whose clocks a time needs no other, also where a system knows no zones of the world
OUR_ZONES = {f"Asia/{town}" for town in ("Almaty", "Aqtau", "Aqtobe", "Atyrau", "Oral", "Qostanay", "Qyzylorda")}
SHOWN = 200  # characters of an event that are shown again


class _Event(msgspec.Struct, frozen=True):
    """An event: its first moment or day, and its last; a whole day's end is the last day itself."""

    at: Origin
    summary: str
    place: str
    starts: date
    ends: date
    whole: bool  # days, and no hours of them


class _Trip(msgspec.Struct, frozen=True):
    at: Origin
    first: date
    last: date
    note: str


def evidence(written: str, today: date, answers: Answers) -> Evidence | None:
    """Return the crossings and stays of a calendar; None where the text is none.

    Raises ImportFileError where it is one, and damaged.
    """
    text = written.lstrip("\N{ZERO WIDTH NO-BREAK SPACE} \t\r\n")
    if not text[:20].upper().startswith("BEGIN:VCALENDAR"):
        return None
    return _Reader(_events(text), _lines(written), answers).evidence()


def _events(text: str) -> list[Component]:
    """Return the events of a calendar. Raises ImportFileError."""
    try:
        calendars = Calendar.from_ical(text, multiple=True)
        return [event for calendar in calendars for event in calendar.walk("VEVENT")]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError, RecursionError):
        raise ImportFileError("damaged") from None


def _lines(written: str) -> list[int]:
    """Return the lines on which events begin."""
    lines = enumerate(written.splitlines(), 1)
    return [number for number, line in lines if line.strip().upper() == "BEGIN:VEVENT"]


class _Reader:
    def __init__(self, events: Sequence[Component], lines: Sequence[int], answers: Answers) -> None:
        self._events, self._lines, self._answers = events, lines, answers
        self._legs: list[Leg] = []
        self._trips: list[_Trip] = []
        self._refused: list[Refused] = []
        self._left: list[Left] = []
        self._questions: list[Question] = []

    def evidence(self) -> Evidence:
        for number, component in enumerate(self._events):
            line = self._lines[number] if number < len(self._lines) else 0
            self._take(component, line)
        flights = crossed(self._legs, self._answers)
        beside = _Flights(flights.crossings)
        stays = tuple(self._stays(beside))
        return Evidence(
            kind="calendar",
            stays=stays,
            crossings=tuple(beside.crossings),
            refused=tuple(self._refused),
            left=(*self._left, *flights.left),
            questions=(*self._questions, *flights.questions),
        )

    # What an event is

    def _take(self, component: Component, line: int) -> None:
        summary, place = (_text(component, name) for name in ("SUMMARY", "LOCATION"))
        told = " · ".join(filter(None, (summary, place)))[:SHOWN]
        at = Origin(line, told)
        if _text(component, "STATUS").upper() == "CANCELLED" or "RRULE" in component or "RDATE" in component:
            self._leave("not-a-trip", at)
            return
        span = _span(component)
        if span is None:
            self._refused.append(Refused(code="no-date", at=at, field="date"))
            return
        whole = not isinstance(_told(component, "DTSTART"), datetime)
        event = _Event(at, summary, place, *span, whole=whole)
        if ends := _flight(event, _text(component, "DESCRIPTION")):
            self._fly(event, *ends)
        else:
            self._travel(event)

    def _leave(self, code: LeftCode, at: Origin) -> None:
        self._left.append(Left(code=code, at=at, value=at.text))

    def _fly(self, event: _Event, origin: str, destination: str) -> None:
        (leaves, leaves_at), (lands, lands_at) = _clock(event.starts), _clock(event.ends)
        told = leaves_at is not None and event.ends > event.starts
        if not all(of_these_years(day) for day in (leaves, lands)):
            self._refused.append(Refused(code="year", at=event.at, field="date", value=leaves.isoformat()))
            return
        self._legs.append(
            Leg(
                at=event.at,
                origin=origin,
                destination=destination,
                leaves=leaves,
                leaves_at=leaves_at if told else None,
                lands=lands if told else None,
                lands_at=lands_at,
                note=event.summary,
            )
        )

    def _travel(self, event: _Event) -> None:
        """Take a trip to Kazakhstan."""
        state = named_state(event.place) or named_state(event.summary)
        if state != "KZ":
            self._leave("other-country" if state else "not-a-trip", event.at)
            return
        (first, _), (last, _) = _clock(event.starts), _clock(event.ends)
        if not event.whole and last == first:
            self._leave("not-a-trip", event.at)
        elif not all(of_these_years(day) for day in (first, last)):
            self._refused.append(Refused(code="year", at=event.at, field="date", value=first.isoformat()))
        elif last < first:
            value = f"{first.isoformat()} – {last.isoformat()}"
            self._refused.append(Refused(code="exit-before-entry", at=event.at, field="exit", value=value))
        else:
            self._trips.append(_Trip(event.at, first, last, event.summary))

    # Trips beside flights

    def _stays(self, flights: _Flights) -> Iterator[FoundStay]:
        """Yield the trips that no flight tells of; an end that no flight tells of is a crossing beside flights."""
        for trip in self._outer():
            if not flights.any_between(trip.first - DAY * NEAR, trip.last + DAY * NEAR):
                yield FoundStay(at=trip.at, stay=Stay(entry=trip.first, exit=trip.last, note=trip.note))
                continue
            told = [self._end(flights, trip, day, into) for day, into in ((trip.first, True), (trip.last, False))]
            if all(told):
                self._left.append(Left(code="double", at=trip.at, value=trip.note, other=told[0]))

    def _end(self, flights: _Flights, trip: _Trip, day: date, into: bool) -> int:
        """Return the line of the flight that is an end of a trip; add a crossing where none is, and return nought.

        Where the nearest one is some days off, the flight counts, and is asked about.
        """
        at = flights.nearest(day, into)
        if at is None:
            flights.crossings.append(Crossing(at=trip.at, day=day, into=into, note=trip.note))
            return 0
        flight = flights.crossings[at]
        if abs((flight.day - day).days) > NEAR:
            days = (min(day, flight.day), max(day, flight.day))
            question = Question(
                code="doubtful-day",
                at=flight.at,
                days=days,
                samples=(trip.note, flight.note),
                values=tuple(day.isoformat() for day in days),
            )
            answer = day_between(self._answers.to(question), *days)
            if answer is None:
                self._questions.append(question)
            else:
                flights.crossings[at] = msgspec.structs.replace(flight, day=answer, minutes=None)
        return flight.at.line

    def _outer(self) -> Iterator[_Trip]:
        """Yield the trips that lie in no other one, as a hotel lies in a journey."""
        before: _Trip | None = None
        for trip in sorted(self._trips, key=lambda one: (one.first, -one.last.toordinal())):
            if before is not None and trip.last <= before.last:
                self._left.append(Left(code="double", at=trip.at, value=trip.note, other=before.at.line))
                continue
            before = trip
            yield trip


class _Flights:
    """The crossings of flights, by their days."""

    def __init__(self, crossings: Sequence[Crossing]) -> None:
        self.crossings = list(crossings)
        self._days = sorted({one.day for one in crossings})
        self._by_day = {(one.day, one.into): at for at, one in enumerate(crossings)}

    def any_between(self, first: date, last: date) -> bool:
        """Tell whether any flight is on one of these days."""
        at = bisect_left(self._days, first)
        return at < len(self._days) and self._days[at] <= last

    def nearest(self, day: date, into: bool) -> int | None:
        """Return the index of the flight that goes the same way about that day, with no other one between."""
        for days in range(FAR + 1):
            for other in (day - DAY * days, day + DAY * days):
                if (at := self._by_day.get((other, into))) is not None:
                    between = (min(day, other) + DAY, max(day, other) - DAY)
                    return at if days <= NEAR or not self.any_between(*between) else None
        return None


def _text(component: Component, name: str) -> str:
    """Return a text of an event on one line; empty where there is none."""
    found = component.get(name)
    return " ".join(str(found).replace("\0", " ").split()) if found is not None else ""


def _told(component: Component, name: str) -> date | None:
    """Return a day or a moment as it stands there; None where none does."""
    found = getattr(component.get(name), "dt", None)
    return found if isinstance(found, date) else None


def _moment(component: Component, name: str) -> date | None:
    """Return a day, or a moment by the clocks of Kazakhstan; of one in a zone that is not known the day alone."""
    found = _told(component, name)
    if not isinstance(found, datetime):
        return found
    zone = str(component[name].params.get("TZID", ""))
    if found.tzinfo is None and zone and zone not in OUR_ZONES:
        return found.date()
    try:
        return local(found)
    except (OverflowError, ValueError):
        return None


def _span(component: Component) -> tuple[date, date] | None:
    """Return when an event begins and ends; of whole days the last one. None where that cannot be read."""
    starts, ends = _moment(component, "DTSTART"), _moment(component, "DTEND")
    if starts is None:
        return None
    if ends is None:
        length = getattr(component.get("DURATION"), "dt", None)
        try:
            ends = starts + length if isinstance(length, timedelta) else starts + DAY
        except OverflowError:
            return None
        if not isinstance(length, timedelta) and isinstance(starts, datetime):
            ends = starts
    if isinstance(ends, datetime) and not isinstance(starts, datetime):
        starts = datetime.combine(starts, time())
    elif isinstance(starts, datetime) and not isinstance(ends, datetime):
        return starts.date(), ends
    if isinstance(_told(component, "DTEND"), datetime) or isinstance(starts, datetime) or ends <= starts:
        return starts, ends
    return starts, ends - DAY


def _clock(moment: date) -> tuple[date, int | None]:
    """Return the day of a moment, and its minutes since midnight where it has a time."""
    if isinstance(moment, datetime):
        return moment.date(), moment.hour * 60 + moment.minute
    return moment, None


def _flight(event: _Event, description: str) -> tuple[str, str] | None:
    """Return from where to where an event flies; None where it is no flight."""
    for text in (event.summary, event.place, description[:SHOWN]):
        for pattern in (_CODES, _BRACKETED):
            if (codes := pattern.search(text)) and (
                airport(codes[1]) or airport(codes[2]) or _FLIGHT.search(text)
            ):
                return codes[1], codes[2]
    if to := _FLIGHT_TO.match(event.summary):
        origin = _CODE_LAST.search(event.place)
        return (origin[1] if origin else event.place), to[1]
    if _FLIGHT.search(event.summary):
        text = _FLIGHT.sub("", event.summary).strip(" :,")
        if (towns := _TOWNS.search(text)) and (airport(towns[1]) or airport(towns[2])):
            return towns[1].strip(), towns[2].strip()
    return None
