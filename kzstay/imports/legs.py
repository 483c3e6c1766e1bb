"""Legs: flights made crossings. Those within Kazakhstan or without it are left out, a change of planes is asked.

An exit is on the day of leaving, an entry on the day of landing, by the clocks of Kazakhstan. Where the day of
landing is not told and cannot be worked out, the day of leaving stands for it, and is asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from kzstay.imports.places import airport, zone_abroad
from kzstay.imports.result import NOBODY, Answers, Crossing, Left, Origin, Person, Question, day_between
from kzstay.today import local

DAY = timedelta(days=1)
_SHORTEST, _LONGEST = timedelta(minutes=30), timedelta(hours=18)  # that a flight takes
_CHANGE_OVERNIGHT = 12 * 60  # minutes; who waits longer over a night hardly does so airside


class Leg(msgspec.Struct, frozen=True, kw_only=True):
    """A flight: ``leaves`` by the clocks where it leaves, ``lands`` by those of Kazakhstan, where that is told.

    Minutes are those since midnight of these clocks, None where no time is told.
    """

    at: Origin
    person: Person = NOBODY
    origin: str
    destination: str
    leaves: date
    leaves_at: int | None = None
    lands: date | None = None
    lands_at: int | None = None
    note: str = ""

    @property
    def way(self) -> bool | None:
        """Tell whether it goes into the country or out of it; None where it does neither."""
        ends = bool(airport(self.origin)), bool(airport(self.destination))
        return None if ends[0] == ends[1] else ends[1]


class Crossed(msgspec.Struct, frozen=True):
    """What came of flights."""

    crossings: tuple[Crossing, ...]
    left: tuple[Left, ...]
    questions: tuple[Question, ...]


def crossed(legs: Sequence[Leg], answers: Answers) -> Crossed:
    """Return the crossings of flights, given in the order of their source."""
    found = _Flights(answers)
    if legs and legs[0].leaves > legs[-1].leaves:  # the newest first
        legs = legs[::-1]
    timed = all(leg.leaves_at is not None for leg in legs)
    in_order = sorted(legs, key=lambda leg: (leg.leaves, (leg.leaves_at or 0) if timed else 0))
    over = [found.over(leg) for leg in in_order]
    found.change([crossing for crossing in over if crossing is not None])
    return Crossed(tuple(found.crossings), tuple(found.left), tuple(found.questions))


class _Over(msgspec.Struct, frozen=True):
    """A flight over the border, with the crossing that it is."""

    leg: Leg
    crossing: Crossing


class _Flights:
    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._days: dict[int, Question] = {}  # those about the day of landing, by the line
        self.crossings: list[Crossing] = []
        self.left: list[Left] = []
        self.questions: list[Question] = []

    def over(self, leg: Leg) -> _Over | None:
        """Return the crossing of a flight; None where it crosses nothing of ours."""
        if leg.way is None:
            inside = bool(airport(leg.origin))
            self.left.append(Left(code="domestic" if inside else "other-country", at=leg.at, value=_named(leg)))
            return None
        day, minutes = self._landing(leg) if leg.way else (leg.leaves, leg.leaves_at)
        place = airport(leg.destination if leg.way else leg.origin)
        crossing = Crossing(
            at=leg.at, person=leg.person, day=day, into=leg.way, minutes=minutes, place=place, note=leg.note
        )
        return _Over(leg, crossing)

    def _landing(self, leg: Leg) -> tuple[date, int | None]:
        """Return the day and the time of landing, and ask for the day where it is open."""
        if leg.lands is not None:
            return leg.lands, leg.lands_at
        earliest, latest = _landings(leg)
        if earliest == latest:
            return earliest, None
        days = (earliest, latest)
        question = Question(
            code="arrival-day",
            at=leg.at,
            person=leg.person.called,
            days=days,
            samples=(_named(leg),),
            values=tuple(day.isoformat() for day in days),
        )
        day = day_between(self._answers.to(question), earliest, latest + DAY)
        if day is None:
            self._days[id(leg)] = question
        return day or earliest, None

    def change(self, over: Sequence[_Over]) -> None:
        """Keep the crossings but those that may be a change of planes, which are asked about."""
        at = 0
        while at < len(over):
            one = over[at]
            following = over[at + 1] if at + 1 < len(over) else None
            at += 1
            if following is not None and _is_change(one, following):
                at += 1
                self._change(one, following)
                continue
            self._keep(one)

    def _keep(self, one: _Over) -> None:
        self.crossings.append(one.crossing)
        if question := self._days.get(id(one.leg)):
            self.questions.append(question)

    def _change(self, one: _Over, following: _Over) -> None:
        days = one.crossing.day, following.crossing.day
        question = Question(
            code="transit",
            at=one.leg.at,
            person=one.leg.person.called,
            days=days,
            values=("airside", "border"),
            stays=(days,),
            samples=tuple(filter(None, (f"{_named(one.leg)} – {following.leg.destination}", one.leg.note))),
        )
        answer = self._answers.to(question)
        if answer == "border":
            self._keep(one)
            self._keep(following)
        elif answer == "airside":
            self.left += [
                Left(code="not-a-trip", at=each.leg.at, value=_named(each.leg)) for each in (one, following)
            ]
        else:
            self.questions.append(question)


def _is_change(one: _Over, following: _Over) -> bool:
    """Tell whether two flights may be a change of planes: in and out by one airport, with little time between."""
    before, after = one.crossing, following.crossing
    if not before.into or after.into or before.place != after.place or before.person != after.person:
        return False
    if before.day == after.day:
        return True
    if after.day - before.day != DAY or before.minutes is None or after.minutes is None:
        return False
    return after.minutes + 24 * 60 - before.minutes < _CHANGE_OVERNIGHT


def _named(leg: Leg) -> str:
    return f"{leg.origin} – {leg.destination}"


def _landings(leg: Leg) -> tuple[date, date]:
    """Return the earliest and the latest day on which a flight may land."""
    moment = moment_abroad(leg.origin, leg.leaves, leg.leaves_at)
    if moment is None:
        return leg.leaves, leg.leaves + DAY
    return local(moment + _SHORTEST).date(), local(moment + _LONGEST).date()


def moment_abroad(code: str, day: date, minutes: int | None) -> datetime | None:
    """Return the moment of a time at an airport abroad; None where the time or the zone is not known."""
    name = zone_abroad(code)
    if minutes is None or not name:
        return None
    try:
        zone = ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # a system without the zones of the world
        return None
    return datetime(day.year, day.month, day.day, minutes // 60, minutes % 60, tzinfo=zone)
