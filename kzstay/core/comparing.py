"""Comparing: in what two versions of a case differ, traveller by traveller and record by record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, cast

import msgspec

from kzstay.core.case import AnyRecord, Case, Permit, Record, Ruling, Stay, Traveller

RecordKind = Literal["stay", "permit", "ruling"]
LISTS: dict[str, RecordKind] = {"stays": "stay", "permits": "permit", "rulings": "ruling"}
_NOT_TOLD = {"unknown", "key", *LISTS}


class Change(msgspec.Struct, frozen=True):
    """A record that one of two versions lacks, or has otherwise: ``fields`` are those that differ."""

    kind: RecordKind
    here: Record | None
    there: Record | None
    fields: tuple[str, ...] = ()


class Difference(msgspec.Struct, frozen=True):
    """A traveller whom one of two versions lacks, or has otherwise."""

    here: Traveller | None
    there: Traveller | None
    fields: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


def compare(here: Case, there: Case) -> list[Difference]:
    """List in what a case differs from another version of it; the order of what is in it makes no difference.

    A traveller is known again by the passport, else by name and citizenship, else by name alone. What a newer
    program has written beside is not compared.
    """
    found: list[Difference] = []
    ordered = {id(one): _in_order(one) for case in (here, there) for one in case.travellers}

    def same(one: Record, other: Record) -> bool:
        return ordered[id(one)] == ordered[id(other)]

    for one, other in _paired(here.travellers, there.travellers, (same, *_WAYS)):
        if one is None or other is None:
            found.append(Difference(one, other))
            continue
        fields = _fields(one, other)
        changes = tuple(change for name, kind in LISTS.items() for change in _changes(one, other, name, kind))
        if fields or changes:
            found.append(Difference(one, other, fields, changes))
    return found


def _in_order(one: Traveller) -> Traveller:
    """Return a traveller with all of a kind in the order of what it says: who has the same is equal then."""
    return msgspec.structs.replace(one, **{name: _sorted(getattr(one, name)) for name in LISTS})


def _sorted(records: tuple[Record, ...]) -> tuple[Record, ...]:
    return tuple(sorted(records, key=lambda record: repr(_told(record))))


def _changes(here: Traveller, there: Traveller, name: str, kind: RecordKind) -> list[Change]:
    one: tuple[Record, ...] = getattr(here, name)
    other: tuple[Record, ...] = getattr(there, name)
    return [
        Change(kind, mine, theirs, _fields(mine, theirs) if mine and theirs else ())
        for mine, theirs in _paired(one, other, (_equal, _same_begin, _meets))
        if mine is None or theirs is None or _fields(mine, theirs)
    ]


def _fields(one: Record, other: Record) -> tuple[str, ...]:
    names = (name for name in one.__struct_fields__ if name not in _NOT_TOLD)
    return tuple(name for name in names if _told(getattr(one, name)) != _told(getattr(other, name)))


def _told(value: object) -> object:
    """Return a value as it is compared: without what this version does not know."""
    if isinstance(value, Record):
        return [_told(getattr(value, name)) for name in value.__struct_fields__ if name not in _NOT_TOLD]
    if isinstance(value, tuple):
        return [_told(part) for part in cast("tuple[object, ...]", value)]
    return value


# What belongs together

Way = Callable[[Record, Record], bool]


def _paired(
    here: Sequence[AnyRecord], there: Sequence[AnyRecord], ways: Sequence[Way]
) -> list[tuple[AnyRecord | None, AnyRecord | None]]:
    """Pair the records of two lists by what they have in common, the surest first; some stand alone."""
    left, right = list(here), list(there)
    of: dict[int, AnyRecord] = {}
    for way in ways:
        for one in list(left):
            match = next((other for other in right if way(one, other)), None)
            if match is not None:
                _remove(left, one)
                _remove(right, match)
                of[one.key.number] = match
    pairs: list[tuple[AnyRecord | None, AnyRecord | None]] = [(one, of.get(one.key.number)) for one in here]
    return [*pairs, *((None, other) for other in right)]


def _remove(records: list[AnyRecord], gone: AnyRecord) -> None:
    del records[next(place for place, one in enumerate(records) if one is gone)]


def _equal(one: Record, other: Record) -> bool:
    return one == other


def _same_passport(one: Record, other: Record) -> bool:
    assert isinstance(one, Traveller)
    assert isinstance(other, Traveller)
    return bool(one.document) and one.document == other.document


def _same_person(one: Record, other: Record) -> bool:
    assert isinstance(one, Traveller)
    assert isinstance(other, Traveller)
    return (one.name.casefold(), one.citizenship) == (other.name.casefold(), other.citizenship)


def _same_name(one: Record, other: Record) -> bool:
    assert isinstance(one, Traveller)
    assert isinstance(other, Traveller)
    return one.name.casefold() == other.name.casefold()


def _same_begin(one: Record, other: Record) -> bool:
    if isinstance(one, Stay) and isinstance(other, Stay):
        return one.entry == other.entry
    if isinstance(one, Permit) and isinstance(other, Permit):
        return (one.kind, one.first) == (other.kind, other.first)
    return isinstance(one, Ruling) and isinstance(other, Ruling) and one.served == other.served


def _meets(one: Record, other: Record) -> bool:
    """Tell whether two records of other days are one: stays and permits that share a day, rulings of one kind."""
    if isinstance(one, Stay) and isinstance(other, Stay):
        return one.entry <= (other.exit or other.entry) and other.entry <= (one.exit or one.entry)
    if isinstance(one, Permit) and isinstance(other, Permit):
        return one.kind == other.kind and one.first <= other.until and other.first <= one.until
    return isinstance(one, Ruling) and isinstance(other, Ruling) and one.kind == other.kind


_WAYS: tuple[Way, ...] = (_same_passport, _same_person, _same_name)
