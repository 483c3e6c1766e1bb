"""Merging: what came of a source put into a case. Nothing that is there is overwritten without an answer.

A traveller who is there already is known by the ``id`` of a file, by the number of the passport, or by name,
citizenship and birth. Whoever is not is added, the first of them in the place of a traveller who is blank still.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec

from kzstay.core.case import Case, Number, Record, Ruling, Stay, Traveller, another, place_of
from kzstay.imports.merging_records import Asking, Fate, id_of, merged_permits, merged_stays, replaced_stays
from kzstay.imports.recognising import Recognition
from kzstay.imports.result import WHOLE, Answers, Origin, Question, Result
from kzstay.imports.vocabulary import folded

FIELDS = ("name", "native_name", "citizenship", "document", "born", "host")


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """How a source is taken: what it is about and, of a single traveller, whose stays they are.

    ``replace``: the stays and the permits of a source take the place of those that its travellers have; of what it
    does not tell, nothing goes. ``into``: the traveller of the case whose stays they are, by key. ``apart``: a new
    one, whoever is there.
    """

    replace: bool = False
    into: Number | None = None
    apart: bool = False


class Difference(msgspec.Struct, frozen=True):
    """A field of a person that the source has otherwise; what was there is kept."""

    field: str
    kept: Any
    came: Any


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one traveller of a source.

    ``stays``, ``permits`` and ``rulings`` tell of each that came what was done with it; ``keys`` which stay of the
    case it is now, None where it is in none. ``gone`` counts the stays and permits that others took the place of.
    """

    came: int
    key: Number
    new: bool
    stays: tuple[Fate, ...] = ()
    keys: tuple[Number | None, ...] = ()
    permits: tuple[Fate, ...] = ()
    rulings: tuple[Fate, ...] = ()
    gone: int = 0
    filled: tuple[str, ...] = ()
    differs: tuple[Difference, ...] = ()


class Merged(msgspec.Struct, frozen=True, kw_only=True):
    """The case after an import, what became of each traveller of the source, and what has to be asked."""

    case: Case
    joined: tuple[Joined, ...] = ()
    questions: tuple[Question, ...] = ()

    def stays(self, *fates: Fate) -> int:
        """Count the stays of the source with which one of some things was done."""
        return sum(fate in fates for one in self.joined for fate in one.stays)

    def permits(self, *fates: Fate) -> int:
        """Count the permits of the source with which one of some things was done."""
        return sum(fate in fates for one in self.joined for fate in one.permits)


def recognised(case: Case, came: Traveller) -> Number | None:
    """Return the key of the traveller of a case who a traveller of a source is, if there is one."""
    place = Recognition(case.travellers).place(came)
    return None if place is None else case.travellers[place].key.number


def merged(case: Case, result: Result, today: date, answers: Answers, wish: Wish) -> Merged:
    """Put what came of a source into a case; what is entered after ``today`` is planned."""
    return _Merge(case, result, today, answers, wish).merged()


class _Merge:
    def __init__(self, case: Case, result: Result, today: date, answers: Answers, wish: Wish) -> None:
        self._case = case
        self._result = result
        self._today = today
        self._answers = answers
        self._wish = wish
        self._travellers = list(case.travellers)
        self._blank = [place for place, one in enumerate(case.travellers) if _is_blank(one)]
        self._recognition = Recognition(case.travellers)
        self._keys = {record.key.number for record in _records(case)}
        self._ids = {id_of(record) for record in _records(case)} - {None}
        self._origins: dict[tuple[int, int | None, int | None], Origin] = {}
        for one in result.taken:
            self._origins.setdefault((one.traveller, one.stay, one.permit), one.at)
        self._questions: dict[str, Question] = {}
        self._replaced: set[Number] = set()

    def merged(self) -> Merged:
        # Of whom nothing is said is nobody
        some = [(number, came) for number, came in enumerate(self._result.travellers) if not _is_blank(came)]
        joined = [self._join(number, came) for number, came in some]
        case, before = self._case, self._case.travellers
        added = len(self._travellers) > len(before)
        if added or any(one is not other for one, other in zip(self._travellers, before, strict=False)):
            case = msgspec.structs.replace(case, travellers=tuple(self._travellers))
        return Merged(case=case, joined=tuple(joined), questions=tuple(self._questions.values()))

    def _join(self, number: int, came: Traveller) -> Joined:
        place = self._place(came)
        if place is None:
            base = self._own(msgspec.structs.replace(came, stays=(), permits=(), rulings=()))
            if self._blank:
                place = self._blank.pop(0)
                self._travellers[place] = msgspec.structs.replace(base, key=self._travellers[place].key)
            else:
                self._travellers.append(base)
                place = len(self._travellers) - 1
            return self._taken(number, came, place, new=True)
        if place in self._blank:  # nobody else of the source is put there
            self._blank.remove(place)
        return self._taken(number, came, place, new=False)

    def _place(self, came: Traveller) -> int | None:
        """Return where the traveller stands whose stays they are; None for a new one."""
        if len(self._result.travellers) == 1:
            if self._wish.apart:
                return None
            if (place := place_of(self._travellers, self._wish.into)) is not None:
                return place
        place = self._recognition.place(came)
        if place is not None:
            self._recognition.claim(place)
        return place

    def _taken(self, number: int, came: Traveller, place: int, *, new: bool) -> Joined:
        there = self._travellers[place]
        whole, filled, differs = _filled(there, came)
        held = {id_of(stay) for stay in there.stays}
        stays = tuple(_under(self._own(stay, held), whole, came) for stay in came.stays)
        person = came.name or there.name
        asking = Asking(self._answers, lambda question: self._ask(number, question, person), self._today)
        replaces = self._wish.replace and there.key.number not in self._replaced
        self._replaced.add(there.key.number)
        put = replaced_stays if replaces and came.stays else merged_stays
        made = put(there.stays, stays, asking)
        permits = merged_permits(
            () if replaces and came.permits else there.permits,
            tuple(self._own(permit) for permit in came.permits),
            asking,
            there.permits if replaces else (),
        )
        rulings, done = _with_rulings(there.rulings, tuple(self._own(ruling) for ruling in came.rulings))
        after = msgspec.structs.replace(whole, stays=made.records, permits=permits.records, rulings=rulings)
        self._travellers[place] = there if _says_the_same(after, there) else after
        return Joined(
            came=number,
            key=there.key.number,
            new=new,
            stays=made.fates,
            keys=made.keys,
            permits=permits.fates,
            rulings=done,
            gone=made.gone + permits.gone,
            filled=filled,
            differs=differs,
        )

    def _ask(self, number: int, question: Question, person: str) -> Question:
        """Return a question with where it stands; those of one row and person are one."""
        stay, permit = (question.at.line, None) if question.code == "clash" else (None, question.at.line)
        at = self._origins.get((number, stay, permit), WHOLE)
        question = msgspec.structs.replace(question, at=at, person=person)
        if not self._answers.to(question):
            before = self._questions.get(question.id)
            if before is not None:
                stays = tuple(dict.fromkeys((*before.stays, *question.stays)))
                values = tuple(value for value in before.values if value in question.values)
                question = msgspec.structs.replace(question, stays=stays, values=values)
            self._questions[question.id] = question
        return question

    def _own(self, record: Any, within: Collection[str | None] = ()) -> Any:  # noqa: ANN401 - what comes, goes
        """Return a record with neither the key nor the ``id`` of one of the case, but for one of its own list."""
        known = id_of(record)
        if known and known in within:
            return msgspec.structs.replace(another(record), unknown=record.unknown)
        return another(record) if record.key.number in self._keys or (known and known in self._ids) else record


def _records(case: Case) -> Iterator[Record]:
    for traveller in case.travellers:
        yield traveller
        for stay in traveller.stays:
            yield stay
            yield from stay.moves
        yield from traveller.permits
        yield from traveller.rulings


def _is_blank(traveller: Traveller) -> bool:
    return traveller == Traveller(name="", citizenship="")


def _filled(there: Traveller, came: Traveller) -> tuple[Traveller, tuple[str, ...], tuple[Difference, ...]]:
    """Return a person with what was not known, and what the source has otherwise."""
    values: dict[str, Any] = {}
    differs: list[Difference] = []
    for field in FIELDS:
        held, given = getattr(there, field), getattr(came, field)
        if not given:
            continue
        if not held:
            values[field] = given
        elif not _alike(field, held, given):
            differs.append(Difference(field, held, given))
    if came.passport not in ("national", there.passport):  # which is also what is put where nothing is said
        differs.append(Difference("passport", there.passport, came.passport))
    return (msgspec.structs.replace(there, **values) if values else there), tuple(values), tuple(differs)


def _alike(field: str, held: Any, given: Any) -> bool:  # noqa: ANN401 - whatever the field holds
    if field == "document":
        return folded(held).replace(" ", "") == folded(given).replace(" ", "")
    if field in ("name", "native_name"):
        return folded(held) == folded(given)
    return held == given


def _under(stay: Stay, person: Traveller, came: Traveller) -> Stay:
    """Return a stay with the citizenship that was shown on it, where the person has another one by now."""
    if stay.citizenship is not None or not came.citizenship or came.citizenship == person.citizenship:
        return stay
    passport = None if came.passport == "national" else came.passport
    return msgspec.structs.replace(stay, citizenship=came.citizenship, passport=passport)


def _with_rulings(
    there: tuple[Ruling, ...], came: Sequence[Ruling]
) -> tuple[tuple[Ruling, ...], tuple[Fate, ...]]:
    """Add the rulings that are not there yet."""
    kept, fates = list(there), list[Fate]()
    plain = [msgspec.structs.replace(one, unknown={}) for one in there]
    for one in came:
        bare = msgspec.structs.replace(one, unknown={})
        fates.append("double" if bare in plain else "added")
        if bare not in plain:
            kept.append(one)
            plain.append(bare)
    return tuple(kept), tuple(fates)


def _says_the_same(one: Traveller, other: Traveller) -> bool:
    return one == other and _keys(one) == _keys(other)


def _keys(traveller: Traveller) -> list[Number]:
    return [record.key.number for record in (*traveller.stays, *traveller.permits, *traveller.rulings)]
