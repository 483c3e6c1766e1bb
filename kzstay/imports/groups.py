"""Groups: what a source says of one person, and groups that may be of one, joined or asked about."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kzstay.imports.identity import MOST_PASSPORTS, described, spellings, together
from kzstay.imports.result import Answers, Crossing, Days, FoundPermit, FoundStay, Origin, Person, Question


class Group(msgspec.Struct, eq=False):
    """Everything that is said of one person, and where that is said first."""

    person: Person
    at: Origin
    stays: list[FoundStay] = msgspec.field(default_factory=list[FoundStay])
    permits: list[FoundPermit] = msgspec.field(default_factory=list[FoundPermit])
    crossings: dict[int, list[Crossing]] = msgspec.field(default_factory=dict[int, list[Crossing]])  # by source
    members: list[Person] = msgspec.field(default_factory=list[Person])  # that were joined

    @property
    def counts(self) -> bool:
        """Tell whether anything hangs on whose it is."""
        return bool(self.stays or self.permits or self.crossings)

    @property
    def told(self) -> list[tuple[Origin, Days]]:
        """Return where its days stand, and which they are; of a crossing its day."""
        stays: list[tuple[Origin, Days]] = [(one.at, (one.stay.entry, one.stay.exit)) for one in self.stays]
        return stays + [(one.at, (one.day, one.day)) for found in self.crossings.values() for one in found]


def merged_person(one: Person, other: Person) -> Person:
    """Return what two rows say of a person; the first that says something counts."""
    values = {name: getattr(one, name) or getattr(other, name) for name in Person.__struct_fields__}
    return Person(**values)


def joined(groups: Sequence[Group], answers: Answers) -> tuple[list[Group], list[Question]]:
    """Return the groups of those who are known, each once, and ask about the others.

    Two groups of whom it is open whether they are one are with neither: half of somebody's days are no answer.
    """
    return _Joining(groups, answers).joined()


def _how_little(group: Group) -> tuple[bool, bool, bool]:
    person = group.person
    return not (person.document or person.number), not person.born, not person.citizenship


class _Joining:
    def __init__(self, groups: Sequence[Group], answers: Answers) -> None:
        self._groups, self._answers = groups, answers
        self._by_name: dict[str, list[Group]] = {}
        self._gone: set[int] = set()  # joined to others, or open; by id
        self._questions: list[Question] = []
        unnamed = sum(not one.person.name and not one.person.native_name for one in groups)
        self._several = unnamed > MOST_PASSPORTS

    def joined(self) -> tuple[list[Group], list[Question]]:
        # Who is told by more comes first, so that a bare name finds all whose it may be
        for group in sorted(self._groups, key=_how_little):
            names = spellings(group.person)
            if "" in names and self._several:
                continue
            known = [one for name in sorted(names) for one in self._by_name.get(name, [])]
            group.members = [group.person]
            if not self._found_in(group, known):
                for name in names:
                    self._by_name.setdefault(name, []).append(group)
        return [group for group in self._groups if id(group) not in self._gone], self._questions

    def _found_in(self, group: Group, known: Sequence[Group]) -> bool:
        """Join a group to one that is known; tell whether it was."""
        verdicts = [(one, together(one.members, group.person)) for one in dict.fromkeys(known)]
        open_ = [(one, verdict) for one, verdict in verdicts if verdict != "other"]
        for one, verdict in open_:
            sure = verdict == "same" and len(open_) == 1
            if not sure and not (one.counts and group.counts):
                continue
            answer = "yes" if sure else self._answer(one, group)
            if answer == "yes":
                self._join(one, group)
                return True
            if not answer:
                self._gone |= {id(one), id(group)}
                return False
        return False

    def _join(self, one: Group, other: Group) -> None:
        one.person = merged_person(one.person, other.person)
        one.stays += other.stays
        one.permits += other.permits
        for source, crossings in other.crossings.items():
            one.crossings.setdefault(source, []).extend(crossings)
        one.members += other.members
        self._gone.add(id(other))

    def _answer(self, one: Group, other: Group) -> str:
        """Ask whether two are one person; return the answer, nothing as long as there is none."""
        own = other.told
        found = [*one.told, *own[1:], *own[:1]]  # what stands where it is asked comes last
        question = Question(
            code="same-person",
            at=own[0][0] if own else other.at,
            also=tuple(at for at, _ in found[: len(found) - bool(own)]),
            person=other.person.called,
            samples=(described(one.person), described(other.person)),
            values=("yes", "no"),
            stays=tuple(days for _, days in found),
            part=f"{one.at.sheet}{one.at.line}",
        )
        answer = self._answers.to(question)
        if answer in question.values:
            return answer
        self._questions.append(question)
        return ""
