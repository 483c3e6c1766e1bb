"""Drafts: what was typed and cannot be used yet, as plain values, each of a row and going where that goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from kzstay.core.case import Case
from kzstay.ui.session.records.lists import RecordList
from kzstay.ui.session.records.papers import MOVES, PERMITS, RULINGS
from kzstay.ui.session.records.person import PERSON
from kzstay.ui.session.records.stays import STAYS

LISTS: dict[str, RecordList] = {found.name: found for found in (PERSON, STAYS, PERMITS, RULINGS, MOVES)}


class Draft(msgspec.Struct, frozen=True):
    """A row in which something stands that counts for nothing yet."""

    traveller: int
    list: str
    row: int | None  # of its record; None where too little was typed for one
    kind: str = ""
    typed: dict[str, str] = {}  # field by field, the latest last
    untouched: bool = False  # the exit of a new stay: it goes with the entry until somebody types it


Drafts = tuple[Draft, ...]


def carried(drafts: Drafts, before: Case, after: Case) -> Drafts:
    """Return the drafts with the rows and travellers as they stand after a change; those of what is gone go.

    A change keeps the records that it leaves alone; hence what lies between these is what was put in, taken out
    or changed.
    """
    if not drafts:
        return drafts
    travellers = places(before.travellers, after.travellers)
    rows: dict[tuple[int, str], Callable[[int], int | None]] = {}
    kept: list[Draft] = []
    for draft in drafts:
        place, row = travellers(draft.traveller), draft.row
        if place is not None and row is not None:
            key = draft.traveller, draft.list
            if key not in rows:
                held = LISTS[draft.list].records
                rows[key] = places(held(before.travellers[draft.traveller]), held(after.travellers[place]))
            row = rows[key](row)
        if place is not None and (row is None) == (draft.row is None):
            kept.append(msgspec.structs.replace(draft, traveller=place, row=row))
    return tuple(kept)


def overruled(drafts: Drafts, before: Case, after: Case) -> Drafts:
    """Carry drafts through a change that was made otherwise: what it set is no longer meant as it was typed."""
    kept: list[Draft] = []
    for draft in drafts:
        (moved,) = carried((draft,), before, after) or (None,)
        if moved is not None and moved.row is not None and draft.row is not None:
            held = LISTS[draft.list].records
            was = held(before.travellers[draft.traveller])[draft.row]
            now = held(after.travellers[moved.traveller])[moved.row]
            typed = {field: text for field, text in draft.typed.items() if _same(was, now, field)}
            # An exit that a drag has set apart from the entry goes along with it no more
            untouched = draft.untouched and getattr(now, "exit", None) == getattr(now, "entry", None)
            moved = (
                msgspec.structs.replace(moved, typed=typed, untouched=untouched) if typed or untouched else None
            )
        if moved is not None:
            kept.append(moved)
    return tuple(kept)


def _same(one: object, other: object, field: str) -> bool:
    return getattr(one, field, None) == getattr(other, field, None)


def places(before: Sequence[object], after: Sequence[object]) -> Callable[[int], int | None]:
    """Tell where what stood in a place stands after a change, or that it is gone."""
    shorter = min(len(before), len(after))
    head = next((i for i in range(shorter) if before[i] is not after[i]), shorter)
    tail = next((i for i in range(shorter - head) if before[-1 - i] is not after[-1 - i]), shorter - head)
    changed = len(before) == len(after)
    moved = {id(item): place for place, item in enumerate(after[head : len(after) - tail], head)}

    def place(index: int) -> int | None:
        if index < head:
            return index
        if index >= len(before) - tail:
            return index + len(after) - len(before)
        # Between: one that is the same object has only moved, else as many rows are the same rows, changed
        return moved.get(id(before[index]), index if changed else None)

    return place
