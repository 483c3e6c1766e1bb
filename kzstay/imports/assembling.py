"""Assembling: what sources say, put together to travellers with their stays and permits.

Who is one person is told by the number that the source gives, else by the number of the passport, else by name,
citizenship and birth; ``groups`` joins rows that say more and less of somebody, and asks about namesakes. Stays
that hold the same days are asked about; what cannot be so is refused with its row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from kzstay.core.case import Permit, Stay, Traveller, of_these_years
from kzstay.imports.crossings import paired
from kzstay.imports.groups import Group, joined, merged_person
from kzstay.imports.result import (
    NOBODY,
    Answers,
    Evidence,
    FoundPermit,
    FoundStay,
    Left,
    Origin,
    Person,
    Question,
    Refused,
    Result,
    Taken,
    day_between,
)
from kzstay.imports.vocabulary import folded


def assembled(sources: Sequence[Evidence], answers: Answers) -> Result:
    """Put together what the parts of one source say."""
    return _Assembly(sources, answers).result()


class _Assembly:
    def __init__(self, sources: Sequence[Evidence], answers: Answers) -> None:
        self._sources = sources
        self._answers = answers
        self._groups: list[Group] = []
        self._known: dict[tuple[str, ...], Group] = {}
        self._refused: list[Refused] = [one for source in sources for one in source.refused]
        self._left: list[Left] = [one for source in sources for one in source.left]
        self._questions: list[Question] = [one for source in sources for one in source.questions]

    def result(self) -> Result:
        self._gather()
        travellers = [one for source in self._sources for one in source.travellers if self._is_wanted(one.name)]
        taken: list[Taken] = []
        for group in self._asked_for():
            index = len(travellers)
            stays = self._stays(group)
            permits = self._permits(group)
            travellers.append(self._traveller(group.person, stays, permits))
            for place, found in enumerate(stays):
                taken += [Taken(at, index, stay=place) for at in (found.at, found.also) if at]
            taken += [Taken(found.at, index, permit=place) for place, found in enumerate(permits)]
        taken.sort(key=lambda one: (one.at.sheet, one.at.line))
        return Result(
            kind=self._sources[0].kind,
            travellers=tuple(travellers),
            taken=tuple(taken),
            refused=tuple(self._refused),
            left=tuple(self._left),
            questions=tuple(self._questions),
        )

    # Who is who

    def _gather(self) -> None:
        for number, source in enumerate(self._sources):
            for stay in source.stays:
                self._group(stay.person, stay.at).stays.append(stay)
            for permit in source.permits:
                self._group(permit.person, permit.at).permits.append(permit)
            for at, person in source.people:
                self._group(person, at)
            for crossing in source.crossings:
                self._group(crossing.person, crossing.at).crossings.setdefault(number, []).append(crossing)
        self._groups, open_ = joined(self._groups, self._answers)
        self._questions += open_
        for group in self._groups:
            for _, crossings in sorted(group.crossings.items()):
                pairs = paired(crossings, self._answers)
                group.stays += pairs.stays
                self._left += pairs.left
                self._questions += pairs.questions

    def _group(self, person: Person, at: Origin) -> Group:
        """Return the group of a person, and let it know what this row says besides."""
        keys = list(_keys(person))
        group = next((self._known[key] for key in keys if key in self._known), None)
        if group is None:
            group = Group(person, at)
            self._groups.append(group)
        else:
            group.person = merged_person(group.person, person)
        for key in keys:
            self._known.setdefault(key, group)
        return group

    def _asked_for(self) -> list[Group]:
        """Return whom the import is about: all, or the one who was asked for where the source has names."""
        if not any(group.person.name for group in self._groups):
            return self._groups
        return [group for group in self._groups if self._is_wanted(group.person.name)]

    def _is_wanted(self, name: str) -> bool:
        wanted = folded(self._answers.traveller)
        return not wanted or folded(name) == wanted

    def _traveller(self, person: Person, stays: list[FoundStay], permits: list[FoundPermit]) -> Traveller:
        return Traveller(
            name=person.name or self._answers.traveller,
            native_name=person.native_name,
            citizenship=self._citizenship(person, stays),
            passport=person.passport or "national",
            document=person.document,
            born=person.born,
            host=person.host,
            stays=tuple(found.stay for found in stays),
            permits=tuple(found.permit for found in permits),
        )

    def _citizenship(self, person: Person, stays: list[FoundStay]) -> str:
        if person.citizenship:
            return person.citizenship
        samples = (person.nationality,) if person.nationality else ()
        question = Question(code="citizenship", person=person.called, samples=samples)
        code = self._answers.to(question) or self._answers.citizenship
        if not code and (stays or person is not NOBODY):
            self._questions.append(question)
        return code

    # Their days

    def _stays(self, group: Group) -> list[FoundStay]:
        """Return the stays of a person in order: those that can be so, each once, none over another."""
        sound = [found for found in group.stays if not self._impossible(found)]
        sound.sort(key=lambda found: (found.stay.entry, found.stay.exit or date.max))
        once: list[FoundStay] = []
        for found in sound:
            if once and _double(once[-1].stay, found.stay):
                self._left.append(Left(code="double", at=found.at, other=once[-1].at.line))
                continue
            once.append(_of_its_own(found, group.person))
        return self._apart(once)

    def _impossible(self, found: FoundStay) -> bool:
        """Refuse a stay that cannot be so."""
        stay = found.stay
        for field in ("entry", "exit", "notified", "registered"):
            day: date | None = getattr(stay, field)
            if day and not of_these_years(day):
                self._refused.append(Refused(code="year", at=found.at, field=field, value=day.isoformat()))
                return True
        if stay.exit and stay.exit < stay.entry:
            value = f"{stay.entry.isoformat()} – {stay.exit.isoformat()}"
            self._refused.append(Refused(code="exit-before-entry", at=found.at, field="exit", value=value))
            return True
        return False

    def _apart(self, stays: list[FoundStay]) -> list[FoundStay]:
        """Keep what holds days that nothing else holds; ask about the others, and for exits that are missing."""
        kept: list[FoundStay] = []
        for found in stays:
            before = kept[-1] if kept else None
            if before is None:
                kept.append(found)
            elif before.stay.exit is None:
                kept[-1:] = [self._left_on(before, found), found]
            elif found.stay.entry < before.stay.exit:
                kept[-1:] = self._chosen(before, found)
            else:
                kept.append(found)
        return kept

    def _left_on(self, found: FoundStay, following: FoundStay) -> FoundStay:
        """Ask when an open stay ended after which another one begins; return it with the answer."""
        question = Question(
            code="missing-exit",
            at=found.at,
            person=found.person.called,
            days=(found.stay.entry, following.stay.entry),
            stays=((found.stay.entry, None),),
        )
        day = day_between(self._answers.to(question), *question.days)
        if day is not None:
            return msgspec.structs.replace(found, stay=msgspec.structs.replace(found.stay, exit=day))
        if all(one.id != question.id for one in self._questions):  # which the crossings may have asked
            self._questions.append(question)
        return found

    def _chosen(self, one: FoundStay, other: FoundStay) -> list[FoundStay]:
        """Return which of two stays over each other are meant; none before that is answered."""
        stays = tuple((found.stay.entry, found.stay.exit) for found in (one, other))
        question = Question(
            code="overlap",
            at=other.at,
            also=(one.at,),
            person=one.person.called,
            values=("first", "second", "joined"),
            stays=stays,
            samples=(one.at.text,),
        )
        answer = self._answers.to(question)
        if answer in ("first", "second"):
            return [one if answer == "first" else other]
        if answer == "joined":
            ends = (one.stay.exit, other.stay.exit)
            last = None if None in ends else max(filter(None, ends))
            return [msgspec.structs.replace(one, stay=msgspec.structs.replace(one.stay, exit=last))]
        self._questions.append(question)
        return []

    def _permits(self, group: Group) -> list[FoundPermit]:
        kept: list[FoundPermit] = []
        for found in sorted(group.permits, key=lambda one: (one.permit.first, one.permit.until)):
            if found.permit.until < found.permit.first:
                value = f"{found.permit.first.isoformat()} – {found.permit.until.isoformat()}"
                self._refused.append(Refused(code="exit-before-entry", at=found.at, field="permit", value=value))
            elif all(_plain(one.permit) != _plain(found.permit) for one in kept):
                kept.append(found)
        return kept


def _keys(person: Person) -> Iterator[tuple[str, ...]]:
    """Yield what a person may be told by, the surest first."""
    if person.number:
        yield ("number", folded(person.number))
    if person.document:
        yield ("document", folded(person.document).replace(" ", ""))
    if person.name and not person.number and not person.document:
        yield ("name", folded(person.name), person.citizenship, person.born.isoformat() if person.born else "")
    if person.called == "":
        yield ("nobody",)


def _of_its_own(found: FoundStay, person: Person) -> FoundStay:
    """Return a stay with the citizenship that was shown on it, where that is another than the person's."""
    shown = found.person
    if not shown.citizenship or shown.citizenship == person.citizenship:
        return found
    stay = msgspec.structs.replace(found.stay, citizenship=shown.citizenship, passport=shown.passport)
    return msgspec.structs.replace(found, stay=stay)


def _double(one: Stay, other: Stay) -> bool:
    """Tell whether a stay says no more than the one before it, which may have its exit as well."""
    again = one.exit == one.entry and other.exit is None  # out and in on one day, and here since
    return one.entry == other.entry and other.exit in (one.exit, None) and not again


def _plain(permit: Permit) -> tuple[object, ...]:
    return (permit.kind, permit.first, permit.until, permit.days, permit.period, permit.entries)
