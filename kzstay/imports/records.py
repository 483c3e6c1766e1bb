"""Records: JSON that other programs write of trips, whichever keys they call the days and the states by.

Known are the exports of schengen-guard, schengen-days-calculator and BorderLog, the answers of our own program,
and lists of arrivals whose ends are not told: there the next arrival elsewhere is the last day that the exit can
have. The line of an origin is the number of the record in the file.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias, cast

import msgspec

from kzstay.core.case import Stay
from kzstay.imports import timeline
from kzstay.imports.orders import Column, settled
from kzstay.imports.places import named_state
from kzstay.imports.result import (
    NOBODY,
    Answers,
    Evidence,
    FoundStay,
    ImportFileError,
    Left,
    Origin,
    Person,
    Question,
    Refused,
    Sense,
    day_between,
)
from kzstay.imports.slots import BLANK, Reader
from kzstay.imports.timeline import Json
from kzstay.imports.vocabulary import Pair, folded, vocabulary

Object: TypeAlias = dict[str, Json]

_DEPTH = 5  # levels of a document at which lists are looked for
_CAMEL = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_BROKEN = re.compile(r"\{\s*\"|\[\s*[{\[\"]")
# What keys of these programs mean beside the heads of tables
_KEYS = {
    "entry day key": "entry",
    "exit day key": "exit",
    "entry country": "country",
    "is ongoing": "ongoing",
    "label": "note",
    "title": "note",
    "name": "note",
}
SHOWN = 200  # characters of a record that are shown again


class _Record(msgspec.Struct, frozen=True):
    """A record by the meanings of its keys."""

    at: Origin
    person: Person
    values: dict[str, str]
    excluded: tuple[tuple[str, str], ...] = ()


class _Trip(msgspec.Struct, frozen=True):
    """A record with its days read."""

    record: _Record
    state: str
    first: date
    last: date | None


def evidence(written: str, today: date, answers: Answers) -> Evidence | None:
    """Return what a document of JSON says; None where the text is none.

    Raises ImportFileError where it is one of which nothing can be made.
    """
    text = written.strip("\N{ZERO WIDTH NO-BREAK SPACE} \t\r\n\0")
    if text[:1] not in ("{", "["):
        return None
    try:
        document: Json = json.loads(text, parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        if _BROKEN.match(text):
            raise ImportFileError("damaged") from None
        return None
    found = timeline.evidence(document, today, answers) or _Trips(document, today, answers).evidence()
    if found is None:
        raise ImportFileError("unknown")
    return found


@lru_cache(maxsize=1024)
def _meaning(key: str) -> str:
    """Return what a key means; empty where it means nothing to us."""
    known = folded(_CAMEL.sub(" ", key))
    return _KEYS.get(known) or vocabulary().heads.get(known, "")


def _records(document: Json) -> Iterator[_Record]:
    """Yield the records of all lists that may be trips, each with whose they are."""
    number = 0
    waiting: deque[tuple[Json, Person, int]] = deque([(document, NOBODY, 0)])
    while waiting:
        node, person, depth = waiting.popleft()
        if isinstance(node, dict):
            values = cast("Object", node)
            inner = _inner(values, person) if depth else person
            waiting += [
                (value, inner, depth + 1) for value in values.values() if depth < _DEPTH and _is_list(value)
            ]
        elif isinstance(node, list):
            for one in cast("list[Json]", node):
                if not isinstance(one, dict):
                    continue
                record = _record(cast("Object", one), person, number + 1)
                if _pair([record]) is not None:
                    number += 1
                    yield record
                elif depth < _DEPTH:
                    waiting.append((cast("Object", one), person, depth + 1))


def _inner(values: Object, person: Person) -> Person:
    """Return whose the lists in an object are; its ``id`` tells people of one name apart."""
    named, number = values.get("name"), values.get("id")
    if not isinstance(named, str):
        return person
    known = isinstance(number, (str, int)) and not isinstance(number, bool)
    return Person(name=" ".join(named.split()), number=str(number)[:SHOWN] if known else "")


def _is_list(value: Json) -> bool:
    return isinstance(value, (list, dict))


def _record(values: Object, person: Person, number: int) -> _Record:
    told: dict[str, str] = {}
    for key, value in values.items():
        meaning = _meaning(key)
        if meaning and isinstance(value, (str, int, float, type(None))) and not told.get(meaning):
            told[meaning] = "" if value is None else " ".join(str(value).split())[:SHOWN]
    if told.get("name") or told.get("citizenship") or told.get("document"):
        nationality = told.get("citizenship", "")
        code = named_state(nationality) if nationality else ""
        person = Person(
            name=told.get("name") or person.name,
            citizenship=code,
            nationality="" if code else nationality,
            document=told.get("document", ""),
        )
    shown = " · ".join(value for value in told.values() if value)[:SHOWN]
    return _Record(Origin(number, shown), person, told, tuple(_excluded(values.get("excludedRanges"))))


def _excluded(ranges: Json) -> Iterator[tuple[str, str]]:
    for one in cast("list[Json]", ranges) if isinstance(ranges, list) else []:
        if isinstance(one, dict):
            values = cast("Object", one)
            yield str(values.get("start")), str(values.get("end"))


def _pair(records: Sequence[_Record]) -> Pair | None:
    """Return which two keys make a stay; None where none do."""
    keys = {key for record in records for key in record.values}
    return next((pair for pair in vocabulary().pair if pair.first in keys and pair.last in keys), None) or next(
        (pair for pair in vocabulary().pair if pair.first in keys and pair.sense == "here"), None
    )


class _Trips:
    def __init__(self, document: Json, today: date, answers: Answers) -> None:
        self._records = list(_records(document))
        self._today, self._answers = today, answers
        self._refused: list[Refused] = []
        self._left: list[Left] = []
        self._questions: list[Question] = []

    def evidence(self) -> Evidence | None:
        pair = _pair(self._records)
        if pair is None:
            return None
        trips = list(self._read(pair))
        stays = list(self._stays(trips)) if self._tells_states() else list(self._anywhere(trips, pair))
        return Evidence(
            kind="records",
            stays=tuple(stays),
            refused=tuple(self._refused),
            left=tuple(self._left),
            questions=tuple(self._questions),
        )

    def _tells_states(self) -> bool:
        """Tell whether the records say in which state the days were."""
        return any(
            record.values.get("country") or named_state(record.values.get("note", "")) for record in self._records
        )

    def _read(self, pair: Pair) -> Iterator[_Trip]:
        """Yield the records with their days; refuse what has none."""
        reader = Reader(self._today)
        columns = [
            Column(reader.slots([record.values.get(key) for record in self._records]))
            for key in (pair.first, pair.last)
        ]
        who = [record.person.called for record in self._records]
        at = [record.at for record in self._records]
        orders = settled(columns, [(0, 1)], who, self._today, self._answers, at)
        self._questions += orders.questions
        for row, record in enumerate(self._records):
            slots = [column.slots[row] for column in columns]
            if any(orders.waits(number, slot, row) for number, slot in enumerate(slots)):
                continue
            first, last = (
                None if (number, row) in orders.minority else orders.day(number, slot)
                for number, slot in enumerate(slots)
            )
            if record.values.get("ongoing") == "True":  # whatever day was the last when it was written
                last, slots[1] = None, BLANK
            if first is None:
                code = "no-entry" if slots[0].kind == "blank" else "no-date"
                self._refused.append(Refused(code=code, at=record.at, field="entry", value=slots[0].text))
            elif last is None and slots[1].kind not in ("blank", "open"):
                self._refused.append(Refused(code="no-date", at=record.at, field="exit", value=slots[1].text))
            else:
                yield _Trip(record, self._state(record), first, last)

    def _state(self, record: _Record) -> str:
        return named_state(record.values.get("country") or record.values.get("note", ""))

    def _stays(self, trips: Sequence[_Trip]) -> Iterator[FoundStay]:
        """Yield the trips that were to Kazakhstan."""
        following = _next_elsewhere(trips)
        for at, trip in enumerate(trips):
            if trip.state == "KZ":
                yield from self._trip(trip, following.get(at))
            elif trip.state or trip.record.values.get("country"):
                told = trip.record.values.get("country") or trip.record.values.get("note", "")
                self._left.append(Left(code="other-country", at=trip.record.at, value=told))
            else:
                self._refused.append(Refused(code="country", at=trip.record.at, field="country"))

    def _trip(self, trip: _Trip, elsewhere: date | None = None) -> Iterator[FoundStay]:
        """Yield the stay of a trip, in pieces where the person said so of days that its source leaves out."""
        record, entry = trip.record, trip.first
        last = trip.last or (self._last_day(trip, elsewhere) if elsewhere else None)
        for away in self._away(record):
            if entry <= away[0] < away[1] <= (last or date.max):
                yield _stay(record, entry, away[0])
                entry = away[1]
        yield _stay(record, entry, last)

    def _last_day(self, trip: _Trip, elsewhere: date) -> date:
        """Return when somebody left who came to another state on a day; that day as long as it is not answered."""
        record, days = trip.record, (trip.first, elsewhere)
        question = Question(code="last-day", at=record.at, person=record.person.called, days=days, stays=(days,))
        answer = day_between(self._answers.to(question), *days)
        if answer is None:
            self._questions.append(question)
        return answer or elsewhere

    def _away(self, record: _Record) -> Iterator[tuple[date, date]]:
        """Ask about the days that the source leaves out of a trip; yield those on which the person was away."""
        spans = sorted(filter(None, (_span(*texts) for texts in record.excluded)))
        if not spans:
            return
        days = (spans[0][0], spans[-1][1])
        question = Question(
            code="gap", at=record.at, person=record.person.called, days=days, values=("inside", "outside")
        )
        answer = self._answers.to(question)
        if answer == "outside":
            yield from spans
        elif answer != "inside":
            self._questions.append(question)

    def _anywhere(self, trips: Sequence[_Trip], pair: Pair) -> Iterator[FoundStay]:
        """Yield trips of which nobody says where they went, as far as that is known or was answered."""
        sense = self._sense(trips, pair)
        if sense == "here":
            for trip in trips:
                yield from self._trip(trip)
        elif sense == "away":
            yield from _between(trips)

    def _sense(self, trips: Sequence[_Trip], pair: Pair) -> Sense | None:
        if pair.sense == "here" and self._answers.days is None:
            self._left.append(Left(code="as-here"))
            return "here"
        question = Question(
            code="sense",
            values=("here", "away", "other"),
            stays=tuple((trip.first, trip.last) for trip in trips),
            part="" if pair == vocabulary().pair[0] else pair.first,
            samples=tuple(trip.record.at.text for trip in trips[:3]),
        )
        answer = self._answers.days or self._answers.to(question)
        if answer in ("here", "away"):
            return "here" if answer == "here" else "away"
        if answer == "other":
            self._left += [
                Left(code="other-country", at=trip.record.at, value=trip.record.at.text) for trip in trips
            ]
        else:
            self._questions.append(question)
        return None


def _stay(record: _Record, entry: date, last: date | None) -> FoundStay:
    place, note = record.values.get("checkpoint", ""), record.values.get("note", "")
    return FoundStay(
        at=record.at, person=record.person, stay=Stay(entry=entry, exit=last, checkpoint=place, note=note)
    )


def _span(first: str, last: str) -> tuple[date, date] | None:
    try:
        return date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return None


def _next_elsewhere(trips: Sequence[_Trip]) -> dict[int, date]:
    """Return for trips the day of the next arrival of the same person, where that is in another state."""
    by_person: dict[str, list[int]] = {}
    for at, trip in enumerate(trips):
        by_person.setdefault(trip.record.person.called, []).append(at)
    found: dict[int, date] = {}
    for indexes in by_person.values():
        indexes.sort(key=lambda at: trips[at].first)
        for at, following in pairwise(indexes):
            if trips[following].state not in ("", "KZ"):
                found[at] = trips[following].first
    return found


def _between(trips: Sequence[_Trip]) -> Iterator[FoundStay]:
    """Yield the stays at home, in Kazakhstan, between journeys of each person; the last one goes on."""
    by_person: dict[str, list[_Trip]] = {}
    for trip in trips:
        by_person.setdefault(trip.record.person.called, []).append(trip)
    for journeys in by_person.values():
        journeys.sort(key=lambda trip: trip.first)
        for at, trip in enumerate(journeys):
            if trip.last is not None:
                until = journeys[at + 1].first if at + 1 < len(journeys) else None
                yield FoundStay(
                    at=trip.record.at, person=trip.record.person, stay=Stay(entry=trip.last, exit=until)
                )
