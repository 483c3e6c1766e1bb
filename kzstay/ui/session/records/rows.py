"""A row of a list, as it is shown and typed, and what a change of one makes of a state."""

from __future__ import annotations

import msgspec

from kzstay.core.case import Case, Number, Record, Stay, Traveller, place_of
from kzstay.ui.session.records.drafts import Draft
from kzstay.ui.session.records.state import State


class Row(msgspec.Struct, frozen=True):
    """A row as it is shown: a record, or one to be, with what was typed there and cannot be used yet."""

    key: Number  # of the record, or of the one that it is to become
    kind: str
    record: Record | None = None  # None: too little was typed for one
    typed: dict[str, str] = {}  # field by field, the latest last
    draft: Draft | None = None


def row_of(record: Record, draft: Draft | None) -> Row:
    """Return a record as a row with what is typed there."""
    kind = draft.kind if draft is not None else ""
    typed = draft.typed if draft is not None else {}
    return Row(record.key.number, kind or getattr(record, "kind", ""), record, typed, draft)


def row_to_be(draft: Draft) -> Row:
    """Return a row in which too little was typed for a record."""
    return Row(draft.key, draft.kind, None, draft.typed, draft)


def without(typed: dict[str, str], field: str) -> dict[str, str]:
    """Return what is typed in the other fields."""
    return {name: text for name, text in typed.items() if name != field}


def shown(state: State) -> Traveller:
    """Return the shown traveller."""
    return state.case.travellers[place_of(state.case.travellers, state.traveller) or 0]


def with_traveller(case: Case, after: Traveller) -> Case:
    """Return the case with one of its travellers changed."""
    travellers = tuple(after if one.key.number == after.key.number else one for one in case.travellers)
    return msgspec.structs.replace(case, travellers=travellers)


def is_only_typed(record: Record | None) -> bool:
    """Tell whether a stay holds nothing but what its row shows, so that it can go back into the row."""
    if not isinstance(record, Stay):
        return False
    beside = (record.moves, record.checkpoint, record.exit_checkpoint, record.citizenship, record.unknown)
    return record.kind == "visit" and not any(beside)


def goes_along(at: Row) -> bool:
    """Tell whether the exit of a row goes with its entry: nobody has touched it since the stay was begun."""
    stay = at.record
    untouched = at.draft is not None and at.draft.untouched
    return untouched and isinstance(stay, Stay) and stay.exit == stay.entry
