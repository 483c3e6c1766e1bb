"""Timeline: where a phone was, as Google keeps it. Evidence and no proof: what it leaves open is asked.

Shapes: ``semanticSegments`` of Android, the list that iOS writes, and ``timelineObjects`` and ``locations`` of
older exports. A stay begins with the first point in Kazakhstan and ends with the last one. Points by the border,
which the outline cannot tell apart, decide nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any, TypeAlias, cast

import msgspec

from kzstay.core.case import Stay, of_these_years
from kzstay.imports.places import Where, where
from kzstay.imports.result import Answers, Evidence, FoundStay, Origin, Question, QuestionCode, day_between
from kzstay.today import local

Json: TypeAlias = Any  # what a parser of JSON returns

GAP_DAYS = 2  # without a record, and more are asked about
RECENT_DAYS = 3  # before today; who was here then may be here still
MOST_NEAR = 20  # runs of points by the border that are shown
_NUMBER = r"(-?\d{1,3}(?:\.\d+)?)"
_POINT = re.compile(rf"(?:geo:)?\s*{_NUMBER}\s*°?\s*,\s*{_NUMBER}\s*°?")
_E7 = 10_000_000


class _Seen(msgspec.Struct, frozen=True):
    """A record of the phone: when, by the clocks of Kazakhstan, and where."""

    moment: datetime
    number: int
    where: Where

    @property
    def day(self) -> date:
        return self.moment.date()

    @property
    def at(self) -> Origin:
        return Origin(self.number, self.moment.isoformat(" ", "minutes"))


def evidence(document: Json, today: date, answers: Answers) -> Evidence | None:
    """Return the stays of a timeline; None where the document is none.

    The line of an origin is the number of the record.
    """
    records = _records(document)
    if records is None:
        return None
    seen = [one for number, record in enumerate(records, 1) for one in _seen(record, number)]
    seen.sort(key=lambda one: (one.moment, one.number))
    return _Walk(today, answers).evidence(seen)


# Shapes


def _records(document: Json) -> Sequence[Json] | None:
    if isinstance(document, dict):
        values = cast("dict[str, Json]", document)
        for name in ("semanticSegments", "timelineObjects", "locations"):
            if isinstance(found := values.get(name), list):
                return cast("list[Json]", found)
        return None
    if isinstance(document, list):
        found = cast("list[Json]", document)
        first = _of(found[0]) if found else {}
        if "startTime" in first and first.keys() & {"visit", "activity", "timelinePath", "timelineMemory"}:
            return found
    return None


def _of(value: Json) -> dict[str, Json]:
    """Return an object of JSON; an empty one where it is none."""
    return cast("dict[str, Json]", value) if isinstance(value, dict) else {}


def _seen(record: Json, number: int) -> Iterator[_Seen]:
    """Yield when and where a record saw the phone."""
    for told, point in (*_segment(_of(record)), *_object(_of(record)), *_location(_of(record))):
        moment, place = _moment(told), _place(point)
        if moment is not None and place is not None:
            yield _Seen(moment, number, where(*place))


def _segment(record: dict[str, Json]) -> Iterator[tuple[Json, Json]]:
    starts, ends = record.get("startTime"), record.get("endTime")
    visited = _of(_of(record.get("visit")).get("topCandidate")).get("placeLocation")
    if visited is not None:
        yield starts, visited
        yield ends, visited
    activity = _of(record.get("activity"))
    yield starts, activity.get("start")
    yield ends, activity.get("end")
    path = record.get("timelinePath")
    for one in cast("list[Json]", path) if isinstance(path, list) else []:
        point = _of(one)
        yield (
            point.get("time") or _later(starts, point.get("durationMinutesOffsetFromStartTime")),
            point.get("point"),
        )


def _object(record: dict[str, Json]) -> Iterator[tuple[Json, Json]]:
    visit, activity = _of(record.get("placeVisit")), _of(record.get("activitySegment"))
    for part, first, last in ((visit, "location", "location"), (activity, "startLocation", "endLocation")):
        duration = _of(part.get("duration"))
        yield duration.get("startTimestamp") or duration.get("startTimestampMs"), part.get(first)
        yield duration.get("endTimestamp") or duration.get("endTimestampMs"), part.get(last)


def _location(record: dict[str, Json]) -> Iterator[tuple[Json, Json]]:
    if "latitudeE7" in record:
        yield record.get("timestamp") or record.get("timestampMs"), record


def _later(starts: Json, minutes: Json) -> Json:
    moment = _moment(starts)
    try:
        return (moment + timedelta(minutes=float(minutes))).isoformat() if moment else None
    except (TypeError, ValueError, OverflowError):
        return starts


def _moment(told: Json) -> datetime | None:
    """Return a moment by the clocks of Kazakhstan."""
    try:
        if re.fullmatch(r"\d{11,14}", str(told)):
            found = local(datetime.fromtimestamp(int(str(told)) / 1000, UTC))
        else:
            found = local(datetime.fromisoformat(str(told)))
    except (TypeError, ValueError, OverflowError, OSError):
        return None
    return found if of_these_years(found.date()) else None


def _place(point: Json) -> tuple[float, float] | None:
    """Return latitude and longitude."""
    values = _of(point)
    if "latitudeE7" in values:
        found = _degrees(values.get("latitudeE7")), _degrees(values.get("longitudeE7"))
    else:
        match = _POINT.fullmatch(text.strip()) if isinstance(text := values.get("latLng", point), str) else None
        found = (float(match[1]), float(match[2])) if match else (None, None)
    latitude, longitude = found
    if latitude is None or longitude is None or not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    return None if latitude == longitude == 0 else (latitude, longitude)  # where a phone does not know


def _degrees(number: Json) -> float | None:
    if not isinstance(number, int) or abs(number) > 2**32:
        return None
    return (number - 2**32 if number > 180 * _E7 else number) / _E7  # as some exports ran over


# What comes of them


class _Walk:
    """A walk along the records: what is surely in Kazakhstan, what surely not, and what lies between."""

    def __init__(self, today: date, answers: Answers) -> None:
        self._today, self._answers = today, answers
        self._questions: list[Question] = []
        self._stays: list[FoundStay] = []

    def evidence(self, seen: Sequence[_Seen]) -> Evidence:
        seen = self._by_the_border(seen)
        before: _Seen | None = None
        within: list[_Seen] = []
        for one in seen:
            if one.where == "outside":
                if within:
                    self._close(before, within, one)
                    within = []
                before = one
            elif one.where == "inside" or within:
                within.append(one)
        if within:
            self._close(before, within, None)
        return Evidence(kind="records", stays=tuple(self._stays), questions=tuple(self._questions))

    def _by_the_border(self, seen: Sequence[_Seen]) -> Sequence[_Seen]:
        """Ask where points by the border were that stand for themselves; return all with the answer."""
        runs = list(_alone(seen))
        if not runs:
            return seen
        days = tuple((run[0].day, run[-1].day) for run in runs)
        question = Question(
            code="near-border",
            days=(days[0][0], days[-1][1]),
            values=("inside", "outside"),
            stays=days[:MOST_NEAR],
        )
        answer = self._answers.to(question)
        if answer in ("inside", "outside"):
            place: Where = "inside" if answer == "inside" else "outside"
            return [msgspec.structs.replace(one, where=place) if one.where == "near" else one for one in seen]
        self._questions.append(question)
        return seen

    def _close(self, before: _Seen | None, within: list[_Seen], after: _Seen | None) -> None:
        """Make a stay of records that are in Kazakhstan, or by its border after one that is."""
        sure = [one for one in within if one.where == "inside"]
        first, last = sure[0], sure[-1]
        entry = self._entry(before, first)
        leaving = self._exit(first, last, after)
        start = entry
        for one, following in pairwise(within):
            if one is last:
                break
            if not self._was_away(one, following):
                continue
            self._add(start, one.day, first, one)
            start, first = following.day, following
        self._add(start, leaving, first, last)

    def _add(self, entry: date, leaving: date | None, first: _Seen, last: _Seen) -> None:
        self._stays.append(FoundStay(at=first.at, also=last.at, stay=Stay(entry=entry, exit=leaving)))

    def _was_away(self, one: _Seen, following: _Seen) -> bool:
        """Ask about days without a record; tell whether the person was away then."""
        if following.number == one.number or (following.day - one.day).days <= GAP_DAYS:
            return False
        question = Question(
            code="gap", at=following.at, days=(one.day, following.day), values=("inside", "outside")
        )
        answer = self._answers.to(question)
        if answer not in ("inside", "outside"):
            self._questions.append(question)
        return answer == "outside"

    def _entry(self, before: _Seen | None, first: _Seen) -> date:
        if before is None:
            question = Question(code="first-day", at=first.at, days=(first.day,))
            answer = day_between(self._answers.to(question), date.min, first.day)
            if answer is None:
                self._questions.append(question)
            return answer or first.day
        return self._between("doubtful-day", first.at, before.day, first.day) or first.day

    def _exit(self, first: _Seen, last: _Seen, after: _Seen | None) -> date | None:
        if after is not None:
            return self._between("doubtful-day", after.at, last.day, after.day) or last.day
        if (self._today - last.day).days <= RECENT_DAYS:
            return None
        question = Question(code="last-seen", at=last.at, days=(first.day, last.day), stays=((first.day, None),))
        answer = day_between(self._answers.to(question), last.day, self._today)
        if answer is None:
            self._questions.append(question)
        return answer

    def _between(self, code: QuestionCode, at: Origin, first: date, last: date) -> date | None:
        """Return a day that was answered between two; ask for it where they are not one."""
        if first == last:
            return None
        values = (first.isoformat(), last.isoformat()) if (last - first).days == 1 else ()
        question = Question(code=code, at=at, days=(first, last), values=values)
        answer = day_between(self._answers.to(question), first, last)
        if answer is None:
            self._questions.append(question)
        return answer


def _alone(seen: Sequence[_Seen]) -> Iterator[list[_Seen]]:
    """Yield the runs of points by the border that touch none in Kazakhstan."""
    run: list[_Seen] = []
    within = False
    for one in seen:
        if one.where == "near":
            run.append(one)
            continue
        if run and not within and one.where == "outside":
            yield run
        run, within = [], one.where == "inside"
    if run and not within:
        yield run
