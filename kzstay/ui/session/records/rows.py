"""A row of a list, as it is shown and typed, and what a change of one makes of a state."""

from __future__ import annotations

import msgspec

from kzstay.core.case import Case, Record, Stay, Traveller
from kzstay.ui.session.records.drafts import Draft, places
from kzstay.ui.session.undo import State


class Row(msgspec.Struct, frozen=True):
    """A row as it is shown: a record, or one to be, with what was typed there and cannot be used yet."""

    kind: str
    record: Record | None = None  # None: too little was typed for one
    typed: dict[str, str] = {}  # field by field, the latest last
    draft: Draft | None = None


def without(typed: dict[str, str], field: str) -> dict[str, str]:
    """Return what is typed in the other fields."""
    return {name: text for name, text in typed.items() if name != field}


def followed(before: State, after: State) -> int:
    """Return where the selected stay is after another was put in or taken out."""
    held = before.case.travellers[before.traveller].stays
    if not 0 <= before.selection < len(held):
        return -1
    place = places(held, after.case.travellers[after.traveller].stays)(before.selection)
    return -1 if place is None else place


def row_of(record: Record | None, draft: Draft | None) -> Row:
    """Return a record, or none yet, as a row with what is typed there."""
    kind = draft.kind if draft is not None else ""
    return Row(kind or getattr(record, "kind", ""), record, draft.typed if draft else {}, draft)


def shown(state: State) -> Traveller:
    """Return the shown traveller."""
    return state.case.travellers[state.traveller]


def with_traveller(state: State, after: Traveller) -> Case:
    """Return the case with the shown traveller changed."""
    travellers = list(state.case.travellers)
    travellers[state.traveller] = after
    return msgspec.structs.replace(state.case, travellers=tuple(travellers))


def is_only_typed(record: Record | None) -> bool:
    """Tell whether a stay holds nothing but what its row shows, so that it can go back into the row."""
    return isinstance(record, Stay) and not (record.moves or record.checkpoint or record.unknown)


def goes_along(at: Row) -> bool:
    """Tell whether the exit of a row goes with its entry: nobody has touched it since the stay was begun."""
    stay = at.record
    untouched = at.draft is not None and at.draft.untouched
    return untouched and isinstance(stay, Stay) and stay.exit == stay.entry
