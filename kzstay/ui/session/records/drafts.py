"""Drafts: what was typed and cannot be used yet. Each names its row by key, and is found where the row is."""

from __future__ import annotations

import msgspec

from kzstay.core.case import Case, Number, Record, place_of
from kzstay.ui.session.records.lists import RecordList
from kzstay.ui.session.records.papers import MOVES, PERMITS, RULINGS
from kzstay.ui.session.records.person import PERSON
from kzstay.ui.session.records.stays import STAYS

LISTS: dict[str, RecordList] = {found.name: found for found in (PERSON, STAYS, PERMITS, RULINGS, MOVES)}


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A row in which something stands that counts for nothing yet."""

    traveller: Number
    list: str
    key: Number  # of its record, or of the one that it is to become
    to_be: bool = False  # too little was typed for a record
    kind: str = ""
    typed: dict[str, str] = {}  # field by field, the latest last
    untouched: bool = False  # the exit of a new stay: it goes with the entry until somebody types it


Drafts = tuple[Draft, ...]


def record_of(draft: Draft, case: Case) -> Record | None:
    """Return the record that a draft stands in; None where there is none."""
    place = place_of(case.travellers, draft.traveller)
    records = [] if place is None else LISTS[draft.list].records(case.travellers[place])
    row = place_of(records, draft.key)
    return None if row is None else records[row]


def is_there(draft: Draft, case: Case) -> bool:
    """Tell whether the row of a draft is there: its record, or, of one to be, the traveller and no record yet."""
    record = record_of(draft, case)
    return (
        record is None and place_of(case.travellers, draft.traveller) is not None if draft.to_be else bool(record)
    )


def without_row(drafts: Drafts, key: Number) -> Drafts:
    """Return the drafts of all other rows."""
    return tuple(draft for draft in drafts if draft.key != key)


def overruled(drafts: Drafts, before: Case, after: Case) -> Drafts:
    """Return the drafts after a change that was made otherwise: what it set is no longer meant as it was typed."""
    found = (_overruled(draft, before, after) for draft in drafts if is_there(draft, after))
    return tuple(draft for draft in found if draft is not None)


def _overruled(draft: Draft, before: Case, after: Case) -> Draft | None:
    if draft.to_be:
        return draft
    was, now = record_of(draft, before), record_of(draft, after)
    typed = {field: text for field, text in draft.typed.items() if _same(was, now, field)}
    # An exit that a drag has set apart from the entry goes along with it no more
    untouched = draft.untouched and getattr(now, "exit", None) == getattr(now, "entry", None)
    return msgspec.structs.replace(draft, typed=typed, untouched=untouched) if typed or untouched else None


def _same(one: object, other: object, field: str) -> bool:
    return getattr(one, field, None) == getattr(other, field, None)


def merged(typed: Drafts, left: Drafts, then: Drafts, case: Case) -> Drafts:
    """Return what waits after a step from one state to another, whose case is given: what was typed since stays.

    ``typed`` is what waits now, ``left`` what waited where the step begins, ``then`` what waited where it ends.
    """
    was, back = _by_key(left), _by_key(then)
    now: list[Draft] = []
    for draft in typed:
        # What the step itself had put there goes with it
        since = draft != was.get(draft.key)
        kept = _brought_along(draft, back.get(draft.key), case) if since else back.get(draft.key)
        if kept is not None:
            now.append(kept)
    held = {draft.key for draft in now}
    # What the step had taken over, or taken away, waits again; what was cleared since does not come back
    return (*now, *(draft for draft in then if draft.key not in held and not _cleared(draft, was, typed)))


def _brought_along(draft: Draft, then: Draft | None, case: Case) -> Draft | None:
    """Return what was typed since, in its row as a step has it: as a record, as one to be, or not at all."""
    if is_there(draft, case):
        return draft
    if record_of(draft, case) is not None:
        return msgspec.structs.replace(draft, to_be=False)
    return msgspec.structs.replace(then, typed=then.typed | draft.typed) if then is not None else None


def _by_key(drafts: Drafts) -> dict[Number, Draft]:
    return {draft.key: draft for draft in drafts}


def _cleared(draft: Draft, was: dict[Number, Draft], typed: Drafts) -> bool:
    there = was.get(draft.key)
    return there is not None and there.to_be == draft.to_be and draft.key not in _by_key(typed)
