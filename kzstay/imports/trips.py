"""Trips: tables whose rows are stays, here or away.

What the days of such a table are, its heads tell, its column of states, or the person: see ``columns``. Of days
away from Kazakhstan each row is an exit and an entry, and only what lies between two rows is a stay.
"""

from __future__ import annotations

from datetime import date
from typing import cast

import msgspec

from kzstay.core.case import Stay, StayKind
from kzstay.imports.columns import Block, Dates, Head, at
from kzstay.imports.grid import Row, said
from kzstay.imports.people import TELLING, passport_kind, permit_of
from kzstay.imports.places import is_abroad as is_airport_abroad
from kzstay.imports.places import is_crossing, named_state
from kzstay.imports.result import (
    Answers,
    Crossing,
    Days,
    Evidence,
    FoundPermit,
    FoundStay,
    Left,
    Origin,
    Person,
    Question,
    Refused,
)
from kzstay.imports.slots import Reader
from kzstay.imports.states import is_abroad, state_of
from kzstay.imports.table import Table
from kzstay.imports.vocabulary import folded, vocabulary

_SAMPLES = 3
_NOTE = 2000  # characters of a note
_USED = frozenset({
    *TELLING, "passport-kind", "host-kind", "country", "checkpoint", "exit-checkpoint", "days", "note", "permit",
    "row-kind", "stay-kind", "shown-citizenship", "shown-passport", "dates",
})  # fmt: skip


def evidence(block: Block, dates: Dates | None, reader: Reader, answers: Answers) -> Evidence:
    """Return what the rows of a table say; without ``dates`` it tells of people alone."""
    return _Trips(block, dates, reader, answers).evidence()


class _Trips:
    def __init__(self, block: Block, dates: Dates | None, reader: Reader, answers: Answers) -> None:
        named: dict[str, Head] = {}
        if dates and dates.first:
            named["entry"] = dates.first
        if dates and dates.last:
            named["exit"] = dates.last
        self._table = Table(block, named, [("entry", "exit")] if dates else [], reader, answers)
        self._block, self._dates, self._today, self._answers = block, dates, reader.today, answers
        # What stands in the column of states
        self._countries = {text for row in self._table.rows if (text := block.text(row, "country"))}
        self._of_people = self._tells_citizenships()
        self._own = block.head("row-kind") is not None or block.head("stay-kind") is not None
        self._stays: list[FoundStay] = []
        self._crossings: list[Crossing] = []
        self._permits: list[FoundPermit] = []
        self._people: list[tuple[Origin, Person]] = []

    def evidence(self) -> Evidence:
        table = self._table
        told = [number for number in range(len(table.rows)) if self._is_told(number)]
        days: list[Days | None] = [self._days(number) for number in range(len(table.rows))]
        waiting = table.nameless(days) if self._dates else frozenset[int]()
        here = [number for number in told if self._is_here(number)]
        sense = self._sense([day for number in here if (day := days[number])])
        for number in here:
            if number not in waiting:
                self._row(number, sense)
        if not self._own:
            table.leave_columns(_USED)
        return Evidence(
            kind="table",
            stays=tuple(self._stays),
            crossings=tuple(self._crossings),
            permits=tuple(self._permits),
            people=tuple(self._people),
            refused=tuple(table.refused),
            left=tuple(table.left),
            questions=tuple(table.questions),
        )

    def _is_told(self, number: int) -> bool:
        """Take the rows of stays and of people from a table of our own, and leave the others."""
        kind = vocabulary().rows.get(folded(self._block.text(self._table.rows[number], "row-kind")))
        if kind == "person":
            self._tell_of(number)
        return kind in (None, "stay")

    # What the days are

    def _days(self, number: int) -> Days | None:
        """Return the days of a row as a stay, where it has such."""
        entry, leaving = (self._table.day(name, number) for name in ("entry", "exit"))
        if entry.day:
            return (entry.day, leaving.day)
        return (leaving.day, leaving.day) if leaving.day else None

    def _is_here(self, number: int) -> bool:
        """Tell whether a row is about Kazakhstan, as far as a column says what it is about."""
        row, at_row = self._table.rows[number], self._table.origins[number]
        if self._of_people or not self._countries:
            return True
        country = self._block.text(row, "country")
        abroad = is_abroad(country)
        if abroad:
            self._table.left.append(Left(code="other-country", at=at_row, value=country))
        elif abroad is None:
            self._table.refused.append(Refused(code="country", at=at_row, field="country", value=country))
        return abroad is False

    def _tells_citizenships(self) -> bool:
        """Tell whether a column of states may be that of the people: it names each state but Kazakhstan.

        Lists of guests have such a column as often as lists of journeys; then the person is asked.
        """
        told = self._countries
        if not told or self._block.head("citizenship") or not self._block.head("name", "first-name", "last-name"):
            return False
        return all(state_of(text) not in (None, "KZ") for text in told)

    def _sense(self, stays: list[Days]) -> str:
        """Return what the days of the table are: here, away, or nothing as long as that is open."""
        if self._dates is None or not stays:
            return "here"
        by_country = bool(self._countries) and not self._of_people
        if by_country or self._dates.sure or self._own or self._table.has("notified"):
            return "here"
        here = self._dates.sense == "here" and self._answers.days != "away"
        if here and not self._of_people and not self._elsewhere():
            self._table.leave("as-here")
            return "here"
        question = Question(
            code="sense",
            at=self._table.origin,
            samples=tuple(self._samples()),
            values=("here", "away", "other"),
            stays=tuple(stays),
        )
        answer = self._answers.days or self._answers.to(question)
        if answer in question.values:
            self._name_citizenships(answer)
            return answer
        self._table.questions.append(question)
        return ""

    def _name_citizenships(self, sense: str) -> None:
        """Take the states of a list of guests for their citizenships."""
        if not self._of_people or sense == "other":
            return
        people = self._table.people
        for number, row in enumerate(self._table.rows):
            code = state_of(self._block.text(row, "country")) or ""
            people[number] = msgspec.structs.replace(people[number], citizenship=code)

    def _elsewhere(self) -> bool:
        """Tell whether a column of places has some, and none that is Kazakhstan's."""
        named = [place for row in self._table.rows for place in self._places(row)]
        return bool(named) and not any(is_crossing(place) or named_state(place) == "KZ" for place in named)

    def _places(self, row: Row) -> list[str]:
        """Return the places that a row names, but for those of our own tables, which are known to be here."""
        names = () if self._own else ("checkpoint", "exit-checkpoint")
        return [place for name in names if (place := self._block.text(row, name))]

    def _was_here(self, number: int, stay: Stay) -> bool:
        """Ask whether a stay was here whose row names no place but such as lie in another state."""
        places = self._places(self._table.rows[number])
        if not places or not all(is_airport_abroad(one) or named_state(one) not in ("", "KZ") for one in places):
            return True
        at_row, person = self._table.origins[number], self._table.people[number]
        question = Question(
            code="stay-here",
            at=at_row,
            person=person.called,
            samples=(", ".join(places),),
            values=("yes", "no"),
            stays=((stay.entry, stay.exit),),
        )
        answer = self._answers.to(question)
        if answer == "no":
            self._table.left.append(Left(code="other-country", at=at_row, value=", ".join(places)))
        elif answer != "yes":
            self._table.questions.append(question)
        return answer == "yes"

    def _samples(self) -> list[str]:
        """Return how some rows look, each day with its head."""
        heads = [head for head in (self._dates.first, self._dates.last) if head] if self._dates else []
        found: list[str] = []
        for row in self._table.rows:
            told = [f"{head.text}: {said(at(row, head.index))}" for head in heads if said(at(row, head.index))]
            if len(told) == len(heads):
                found.append(" · ".join(told))
        return found[:_SAMPLES]

    # A row

    def _row(self, number: int, sense: str) -> None:
        table, person = self._table, self._table.people[number]
        if any(table.unusable(name, name, number) for name in ("entry", "exit", "notified", "registered", "born")):
            return
        self._permit(number, person)
        entry, leaving = (table.day(name, number) for name in ("entry", "exit"))
        if any(table.day(name, number).kind == "waits" for name in ("entry", "exit", "notified", "registered")):
            return
        if entry.day is None and leaving.day is None:
            self._without_days(number)
        elif sense == "away":
            self._away(number, entry.day, leaving.day)
        elif sense == "other":
            table.left.append(Left(code="not-a-trip", at=table.origins[number]))
        elif sense == "here" and entry.day is None:
            self._cross(number, leaving.day, into=False)
        elif sense == "here" and entry.day:
            self._stay(number, entry.day, leaving.day)

    def _without_days(self, number: int) -> None:
        """Keep whom a row names that has no days; tell of one that names nobody."""
        if self._table.people[number].called:
            self._tell_of(number)
        else:
            self._table.left.append(Left(code="no-days", at=self._table.origins[number]))

    def _tell_of(self, number: int) -> None:
        person = self._table.people[number]
        if person.called:
            self._people.append((self._table.origins[number], person))

    def _away(self, number: int, first: date | None, last: date | None) -> None:
        """Take days away: they begin with an exit and end with an entry."""
        if first and last and last < first:
            value = f"{first.isoformat()} – {last.isoformat()}"
            refused = Refused(code="exit-before-entry", at=self._table.origins[number], field="exit", value=value)
            self._table.refused.append(refused)
            return
        self._cross(number, first, into=False)
        self._cross(number, last, into=True)

    def _cross(self, number: int, day: date | None, *, into: bool) -> None:
        if day is None:
            return
        at_row, person = self._table.origins[number], self._table.people[number]
        note = self._block.text(self._table.rows[number], "note")[:_NOTE]
        self._crossings.append(Crossing(at=at_row, person=person, day=day, into=into, note=note))

    def _stay(self, number: int, entry: date, leaving: date | None) -> None:
        table, text, row = self._table, self._block.text, self._table.rows[number]
        shown = text(row, "shown-citizenship")
        stay = Stay(
            entry=entry,
            exit=leaving,
            kind=cast("StayKind", vocabulary().stay_kinds.get(folded(text(row, "stay-kind")), "visit")),
            citizenship=state_of(shown) if shown else None,
            passport=passport_kind(text(row, "shown-passport")),
            notified=table.day("notified", number).day,
            registered=table.day("registered", number).day,
            checkpoint=text(row, "checkpoint")[:_NOTE],
            exit_checkpoint=text(row, "exit-checkpoint")[:_NOTE],
            note=text(row, "note")[:_NOTE],
        )
        if not self._was_here(number, stay):
            return
        self._stays.append(FoundStay(at=table.origins[number], person=table.people[number], stay=stay))
        self._check_days(number, entry, leaving)

    def _check_days(self, number: int, entry: date, leaving: date | None) -> None:
        """Compare the days with those that the source counts: both ends, or nights."""
        told = self._block.text(self._table.rows[number], "days")
        if leaving is None or leaving > self._today or not told.isdigit():
            return
        nights = (leaving - entry).days
        if int(told) not in (nights, nights + 1):
            self._table.left.append(Left(code="days-differ", at=self._table.origins[number], value=told))

    def _permit(self, number: int, person: Person) -> None:
        """Take the permit that stands in a row."""
        days = [self._table.day(name, number) for name in ("permit-from", "permit-until")]
        if any(day.kind == "waits" for day in days):
            return
        found = permit_of(
            self._block,
            self._table.rows[number],
            self._table.origins[number],
            person,
            [day.day for day in days],
            [day.text for day in days],
        )
        if found.permit:
            self._permits.append(found.permit)
        if found.refused:
            self._table.refused.append(found.refused)
        if found.left:
            self._table.left.append(found.left)
