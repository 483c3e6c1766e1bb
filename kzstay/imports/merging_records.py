"""Records merged: stays and permits of a source among those that are there, each told what became of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Generic, Literal, TypeVar

import msgspec

from kzstay.core.case import Number, Permit, Record, Stay
from kzstay.imports.result import Answers, Origin, Question

Fate = Literal[
    "added",
    "completed",  # it was there, and the source knew something more
    "double",  # it was there
    "asked",  # it holds days of another one, and nobody has said yet which is right
    "kept",  # the other one was right
    "replaced",  # it was right, and took the place of the other one
]
Kept = TypeVar("Kept", bound=Record)
_STAY_FIELDS = ("notified", "registered", "moves", "checkpoint", "exit_checkpoint", "note")
_PERMIT_FIELDS = ("days", "period", "entries")


class Asking(msgspec.Struct, frozen=True):
    """How a question is asked: by its code and its place among what came, to which the row is added."""

    answers: Answers
    put: Callable[[Question], Question]
    today: date  # a stay without an exit goes on until then; what begins later is planned

    def answer(self, question: Question) -> str:
        """Return the answer to a question; empty as long as there is none."""
        return self.answers.to(self.put(question))


class Put(msgspec.Struct, Generic[Kept], frozen=True, kw_only=True):
    """The records after, and of each that came what was done with it and which record it is now."""

    records: tuple[Kept, ...]
    fates: tuple[Fate, ...]
    keys: tuple[Number | None, ...]
    gone: int = 0


def id_of(record: Record) -> str | None:
    """Return what a file knows a record by, if anything."""
    known = record.unknown.get("id")
    return known if isinstance(known, str) and known else None


def merged_stays(there: tuple[Stay, ...], came: Sequence[Stay], asking: Asking) -> Put[Stay]:
    """Add stays to those that are there."""
    stays = _Stays(there, asking)
    return stays.put(came)


def replaced_stays(there: tuple[Stay, ...], came: Sequence[Stay], asking: Asking) -> Put[Stay]:
    """Let stays take the place of those that are there; one of the same days is the same one."""
    known: dict[tuple[date, date | None], list[Stay]] = {}
    for stay in there:
        known.setdefault((stay.entry, stay.exit), []).append(stay)
    own: list[Stay] = []
    same: list[bool] = []
    for stay in came:
        held = known.get((stay.entry, stay.exit))
        own.append(_over(held.pop(0), stay) if held else stay)
        same.append(own[-1] is not stay)
    stays = _Stays((), asking)
    made = stays.put(own)
    fates = tuple[Fate, ...](
        "double" if fate == "added" and there_before else fate
        for fate, there_before in zip(made.fates, same, strict=True)
    )
    gone = sum(len(rest) for rest in known.values())
    records = there if list(made.records) == list(there) and not gone else made.records
    return Put(records=records, fates=fates, keys=made.keys, gone=gone)


class _Stays:
    """The stays of one traveller in order, and those that come in."""

    def __init__(self, there: tuple[Stay, ...], asking: Asking) -> None:
        self._there = there
        self._asking = asking
        self._now = sorted(there, key=_order)
        self._before = {stay.key.number for stay in there}
        self._ids = {known: stay.key.number for stay in there if (known := id_of(stay))}
        self._met: set[Number] = set()  # what is one that came
        self._changed = False

    def put(self, came: Sequence[Stay]) -> Put[Stay]:
        fates: dict[int, tuple[Fate, Number | None]] = {}
        # What is there day for day first, so that it is nothing else that came
        for number, stay in enumerate(came):
            if (place := self._equal(stay)) is not None:
                fates[number] = self._fill(place, stay)
        # And what has no exit last: another one that came may say when it ended
        for number in sorted(range(len(came)), key=lambda at: came[at].exit is None):
            if number not in fates:
                fates[number] = self._take(number, came[number])
        told = [fates[number] for number in range(len(came))]
        return Put(
            records=tuple(self._now) if self._changed else self._there,
            fates=tuple(fate for fate, _ in told),
            keys=tuple(key for _, key in told),
        )

    def _equal(self, stay: Stay) -> int | None:
        place = bisect_left(self._now, _order(stay), key=_order)
        return place if place < len(self._now) and _days(self._now[place]) == _days(stay) else None

    def _fill(self, place: int, stay: Stay, **values: Any) -> tuple[Fate, Number]:  # noqa: ANN401 - of any field
        """Take up what was not known of a stay that is there."""
        held = self._now[place]
        self._met.add(held.key.number)
        values |= _unknown(held, stay, _STAY_FIELDS)
        if not values:
            return "double", held.key.number
        self._now[place] = msgspec.structs.replace(held, **values)
        self._changed = True
        return "completed", held.key.number

    def _take(self, number: int, stay: Stay) -> tuple[Fate, Number | None]:
        place = bisect_left(self._now, _order(stay), key=_order)
        if (found := self._begun_with(place, stay)) is not None:
            return found
        held = self._over(place, stay)
        doubtful = [] if held else self._open_beside(place, stay)
        if not held and not doubtful:
            self._insert(stay)
            return "added", stay.key.number
        return self._choose(number, stay, held or doubtful, both=not held)

    def _begun_with(self, place: int, stay: Stay) -> tuple[Fate, Number] | None:
        """Take a stay for one of the same entry, of which only one has an exit."""
        for at in (place - 1, place):
            held = self._now[at] if 0 <= at < len(self._now) else None
            if held is None or held.entry != stay.entry or held.key.number in self._met:
                continue
            if held.exit is None and stay.exit is not None and held.key.number in self._before:
                rest = [one for one in self._over(place, stay) if one is not held]
                if not rest:
                    return self._fill(at, stay, exit=stay.exit)
            elif stay.exit is None and held.exit is not None and held.exit > held.entry:
                return self._fill(at, stay)
        return None

    def _over(self, place: int, stay: Stay) -> list[Stay]:
        """List what holds days of a stay that would stand at a place: more than the day on which one ends."""
        found: list[Stay] = []
        for at in range(place - 1, -1, -1):
            held = self._now[at]
            if held.exit is not None and held.exit <= stay.entry:
                break
            if held.exit is not None:
                found.insert(0, held)
        for at in range(place, len(self._now)):
            if stay.exit is None or self._now[at].entry >= stay.exit:
                break
            found.append(self._now[at])
        known = self._ids.get(id_of(stay) or "")
        if known is not None and all(held.key.number != known for held in found):
            found += [held for held in self._now if held.key.number == known]
        return found

    def _open_beside(self, place: int, stay: Stay) -> list[Stay]:
        """List what was there and holds a day of a stay as it has no exit; what is planned is no reason to ask."""
        left = self._now[place - 1] if place else None
        right = self._now[place] if place < len(self._now) else None
        today = self._asking.today
        if left is not None and left.exit is None and self._untouched(left) and stay.entry <= today:
            return [left]
        goes_on = stay.exit is None and right is not None and right.entry <= today
        return [right] if right is not None and goes_on and self._untouched(right) else []

    def _untouched(self, stay: Stay) -> bool:
        return stay.key.number in self._before and stay.key.number not in self._met

    def _choose(self, number: int, stay: Stay, held: list[Stay], *, both: bool) -> tuple[Fate, Number | None]:
        values = ("keep", "replace", "both") if both else ("keep", "replace")
        question = Question(
            code="clash",
            at=Origin(line=number),
            values=values,
            stays=tuple(_days(one) for one in (*held, stay)),
        )
        answer = self._asking.answer(question)
        if answer == "both" and both:
            self._insert(stay)
            return "added", stay.key.number
        if answer != "replace":
            return ("kept", None) if answer == "keep" else ("asked", None)
        gone = {one.key.number for one in held}
        self._now = [one for one in self._now if one.key.number not in gone]
        self._insert(_over(held[0], stay) if len(held) == 1 else stay)
        return "replaced", (held[0] if len(held) == 1 else stay).key.number

    def _insert(self, stay: Stay) -> None:
        self._now.insert(bisect_left(self._now, _order(stay), key=_order), stay)
        self._met.add(stay.key.number)
        self._changed = True


def merged_permits(
    there: tuple[Permit, ...], came: Sequence[Permit], asking: Asking, gone: tuple[Permit, ...] = ()
) -> Put[Permit]:
    """Add permits to those that are there; ``gone`` are those whose place they take."""
    now, fates, keys = list(there), list[Fate](), list[Number | None]()
    known = list(gone) if came else []
    for number, permit in enumerate(came):
        same = next((one for one in known if _span(one) == _span(permit)), None)
        if same is not None:
            known.remove(same)
            now.append(_over_permit(same, permit))
            fates.append("double")
            keys.append(same.key.number)
            continue
        fate, key = _permit(now, number, permit, asking, {one.key.number for one in there})
        fates.append(fate)
        keys.append(key)
    records = there if now == list(there) and _keys(now) == _keys(there) else tuple(now)
    if gone and now == list(gone) and _keys(now) == _keys(gone):
        records = gone
    return Put(records=records, fates=tuple(fates), keys=tuple(keys), gone=len(known))


def _permit(
    now: list[Permit], number: int, permit: Permit, asking: Asking, before: set[Number]
) -> tuple[Fate, Number | None]:
    for place, held in enumerate(now):
        if _span(held) == _span(permit) and not _differ(held, permit):
            values = _unknown(held, permit, _PERMIT_FIELDS)
            now[place] = msgspec.structs.replace(held, **values) if values else held
            return ("completed" if values else "double"), held.key.number
    over = [
        one
        for one in now
        if one.key.number in before
        and one.kind == permit.kind
        and one.first <= permit.until
        and permit.first <= one.until
    ]
    if over:
        stays = tuple((one.first, one.until) for one in (*over, permit))
        question = Question(
            code="permit-clash", at=Origin(line=number), values=("keep", "replace", "both"), stays=stays
        )
        answer = asking.answer(question)
        if answer not in ("replace", "both"):
            return ("kept" if answer == "keep" else "asked"), None
        if answer == "replace":
            gone = {one.key.number for one in over}
            now[:] = [one for one in now if one.key.number not in gone]
            own = _over_permit(over[0], permit) if len(over) == 1 else permit
            now.append(own)
            return "replaced", own.key.number
    now.append(permit)
    return "added", permit.key.number


def _order(stay: Stay) -> tuple[date, date]:
    return stay.entry, stay.exit or date.max


def _days(stay: Stay) -> tuple[date, date | None]:
    return stay.entry, stay.exit


def _span(permit: Permit) -> tuple[str, date, date]:
    return permit.kind, permit.first, permit.until


def _differ(one: Permit, other: Permit) -> bool:
    pairs = ((getattr(one, name), getattr(other, name)) for name in _PERMIT_FIELDS)
    return any(None not in pair and pair[0] != pair[1] for pair in pairs)


def _unknown(held: Record, came: Record, fields: Sequence[str]) -> dict[str, Any]:
    """Return the fields that are empty in what is held, and not in what came."""
    values = {name: getattr(came, name) for name in fields}
    return {name: value for name, value in values.items() if value and not getattr(held, name)}


def _over(held: Stay, came: Stay) -> Stay:
    """Return a stay that is there with the days and whatever else came in its place."""
    fields = ("citizenship", "passport") if came.citizenship else ()
    values = {name: getattr(came, name) for name in (*_STAY_FIELDS, *fields) if getattr(came, name)}
    if came.citizenship:
        values["passport"] = came.passport
    last = came.exit or date.max
    moves = tuple(move for move in held.moves if came.entry <= move.on <= last)
    kind = came.kind if came.kind != "visit" else held.kind
    values = {"moves": moves, **values, "entry": came.entry, "exit": came.exit, "kind": kind}
    return msgspec.structs.replace(held, **values)


def _over_permit(held: Permit, came: Permit) -> Permit:
    values = {name: getattr(came, name) for name in _PERMIT_FIELDS if getattr(came, name) is not None}
    return msgspec.structs.replace(held, **values, kind=came.kind, first=came.first, until=came.until)


def _keys(records: Sequence[Record]) -> list[Number]:
    return [record.key.number for record in records]
