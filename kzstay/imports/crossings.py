"""Crossings in any order made stays: what closes what, which halves are missing, and what stands there twice.

A half that is missing is a question with the days between which it lies. It is never filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from kzstay.core.case import Stay
from kzstay.imports.result import Answers, Crossing, Days, FoundStay, Left, Question, QuestionCode, day_between


class Paired(msgspec.Struct, frozen=True):
    """What came of the crossings of one person."""

    stays: tuple[FoundStay, ...]
    left: tuple[Left, ...]
    questions: tuple[Question, ...]


def paired(crossings: Iterable[Crossing], answers: Answers) -> Paired:
    """Pair the crossings of one person, given in the order in which they happened where they share a day.

    An exit without an entry is in no stay; an entry without an exit is a stay without one, even where a later one
    begins. Equal crossings are one. On one day an exit comes before an entry for who is inside, else after it,
    unless their times say which is first.
    """
    once, left = _once(crossings)
    walk = _Walk(answers)
    for crossing in _in_time(once):
        walk.step(crossing)
    return Paired(tuple(walk.stays()), tuple(left), tuple(walk.questions))


def _once(crossings: Iterable[Crossing]) -> tuple[list[Crossing], list[Left]]:
    """Merge what stands there twice: the same day and way, and no two places."""
    kept: dict[tuple[date, bool], list[Crossing]] = {}
    left: list[Left] = []
    for crossing in crossings:
        same = kept.setdefault((crossing.day, crossing.into), [])
        place = next((i for i, one in enumerate(same) if _double(one, crossing)), None)
        if place is None:
            same.append(crossing)
            continue
        first = same[place]
        left.append(Left(code="double", at=crossing.at, other=first.at.line))
        same[place] = msgspec.structs.replace(
            first,
            place=first.place or crossing.place,
            note=first.note or crossing.note,
            minutes=crossing.minutes if first.minutes is None else first.minutes,
        )
    return [crossing for same in kept.values() for crossing in same], left


def _double(one: Crossing, other: Crossing) -> bool:
    places = {one.place.casefold(), other.place.casefold()} - {""}
    times = {one.minutes, other.minutes} - {None}
    return len(places) < 2 and len(times) < 2


def _in_time(crossings: list[Crossing]) -> Iterator[Crossing]:
    """Yield crossings as they happened: by day, by time where both have one, else so that they fit."""
    by_day: dict[date, list[Crossing]] = {}
    for crossing in crossings:
        by_day.setdefault(crossing.day, []).append(crossing)
    inside = False
    for day in sorted(by_day):
        waiting = by_day[day]
        if all(crossing.minutes is not None for crossing in waiting):
            waiting.sort(key=lambda one: one.minutes or 0)
            yield from waiting
            inside = waiting[-1].into
            continue
        while waiting:
            place = next((i for i, one in enumerate(waiting) if one.into != inside), 0)
            crossing = waiting.pop(place)
            inside = crossing.into
            yield crossing


class _Walk:
    """A walk along the crossings: who is inside, since when."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._entered: Crossing | None = None
        self._last_exit: date | None = None
        self._made: list[FoundStay] = []
        self.questions: list[Question] = []

    def step(self, crossing: Crossing) -> None:
        """Go over the border."""
        if crossing.into:
            if self._entered is not None:
                self._missing_exit(self._entered, crossing)
            self._entered = crossing
        elif self._entered is None:
            self._missing_entry(crossing)
        else:
            self._make(self._entered, crossing)

    def stays(self) -> Iterator[FoundStay]:
        """Yield the stays; the last one has no exit where the person is still here."""
        yield from self._made
        if self._entered is not None:
            yield _stay(self._entered, None)

    def _make(self, entry: Crossing, leaving: Crossing) -> None:
        self._made.append(_stay(entry, leaving))
        self._entered, self._last_exit = None, leaving.day

    def _missing_exit(self, entry: Crossing, following: Crossing) -> None:
        days = (entry.day, following.day)
        question = _asked("missing-exit", entry, days, (entry.day, None))
        day = day_between(self._answers.to(question), *days)
        if day is None:
            self.questions.append(question)
        self._made.append(_stay(entry, None, day))
        self._last_exit = day or self._last_exit

    def _missing_entry(self, leaving: Crossing) -> None:
        days = (leaving.day,) if self._last_exit is None else (self._last_exit, leaving.day)
        question = _asked("missing-entry", leaving, days)
        day = day_between(self._answers.to(question), self._last_exit or date.min, leaving.day)
        if day is None:
            self.questions.append(question)
        else:
            entry = msgspec.structs.replace(leaving, day=day, into=True, place="")
            self._make(entry, leaving)
            return
        self._last_exit = leaving.day


def _asked(code: QuestionCode, crossing: Crossing, days: tuple[date, ...], *stays: Days) -> Question:
    return Question(code=code, at=crossing.at, person=crossing.person.called, days=days, stays=stays)


def _stay(entry: Crossing, leaving: Crossing | None, day: date | None = None) -> FoundStay:
    notes = [entry.note, leaving.note if leaving else ""]
    stay = Stay(
        entry=entry.day,
        exit=leaving.day if leaving else day,
        checkpoint=entry.place,
        exit_checkpoint=leaving.place if leaving else "",
        note=" · ".join(dict.fromkeys(filter(None, notes))),
    )
    return FoundStay(at=entry.at, also=leaving.at if leaving else None, person=entry.person, stay=stay)
