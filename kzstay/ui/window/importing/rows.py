"""The rows of a preview: each row of a source, with what becomes of it and why."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from kzstay.core.case import Permit, PermitKind, Stay
from kzstay.imports.merging import Joined, Merged
from kzstay.imports.merging_records import Fate
from kzstay.imports.result import WHOLE, Left, Origin, Question, Refused, Result

State = Literal["taken", "asked", "refused", "left"]
STATES: tuple[State, ...] = ("taken", "asked", "refused", "left")
_TAKEN: tuple[Fate, ...] = ("added", "completed", "replaced")
WHOLE_CODES = ("dates", "sense", "encoding", "other-state")  # of questions by which all rows are read otherwise
_NOTES = ("column", "as-here")  # of what is left out, what tells of the source as a whole
_REMARKS = ("days-differ",)  # and of a row that was taken


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row: where it stands, what becomes of it, and what it says as far as that is understood.

    ``lines`` are all the lines that it is of. ``asked`` is what is open about it, also where it is taken.
    """

    at: Origin
    lines: tuple[int, ...] = ()
    state: State
    traveller: int | None = None  # among those of the source
    entry: date | None = None
    exit: date | None = None
    place: str = ""
    note: str = ""
    permit: PermitKind | None = None
    fate: Fate | None = None
    refused: Refused | None = None
    left: Left | None = None
    asked: tuple[Question, ...] = ()

    @property
    def days(self) -> int | None:
        """Return how many days a stay has, both ends counted."""
        return (self.exit - self.entry).days + 1 if self.entry and self.exit and not self.permit else None

    def has(self, state: State) -> bool:
        """Tell whether it is one of those that a state is about: what is taken may be asked about, too."""
        return self.state == state or (state == "asked" and bool(self.asked))


Place = tuple[str, int]


def rows_of(result: Result, together: Merged, questions: tuple[Question, ...]) -> tuple[Row, ...]:
    """List the rows of a source in their order."""
    origins: dict[tuple[int, int | None, int | None], list[Origin]] = {}
    for one in result.taken:
        origins.setdefault((one.traveller, one.stay, one.permit), []).append(one.at)
    asked: dict[Place, list[Question]] = {}
    for question in questions:
        if question.at.line and question.code not in WHOLE_CODES:
            asked.setdefault((question.at.sheet, question.at.line), []).append(question)
    remarks = {_place(one.at): one for one in result.left if one.code in _REMARKS and one.at.line}
    rows: list[Row] = []
    for joined in together.joined:
        came = result.travellers[joined.came]
        for place, stay in enumerate(came.stays):
            at = origins.get((joined.came, place, None), [WHOLE])
            rows.append(_of_stay(joined, place, stay, at))
        for place, permit in enumerate(came.permits):
            at = origins.get((joined.came, None, place), [WHOLE])
            rows.append(_of_permit(joined, place, permit, at))
    rows = [_with(row, asked, remarks) for row in rows]
    told = {(row.at.sheet, line) for row in rows for line in row.lines}
    rows += [Row(at=one.at, lines=(one.at.line,), state="refused", refused=one) for one in result.refused]
    rows += [
        Row(at=one.at, lines=(one.at.line,), state="left", left=one)
        for one in result.left
        if one.at.line and one.code not in _NOTES and (one.code not in _REMARKS or _place(one.at) not in told)
    ]
    rows += [_of_question(found) for place, found in asked.items() if place not in told]
    rows += [row for question in questions for row in _beside(question)]
    return tuple(sorted(rows, key=lambda row: (row.at.sheet, row.at.line)))


def counts(rows: tuple[Row, ...]) -> dict[State, int]:
    """Count the rows that each state is about."""
    return {state: sum(row.has(state) for row in rows) for state in STATES}


def notes(result: Result) -> list[Left]:
    """List what is told of the source as a whole, or of a column."""
    return [one for one in result.left if not one.at.line or one.code in _NOTES]


def _place(at: Origin) -> Place:
    return at.sheet, at.line


def _state(fate: Fate) -> State:
    return "taken" if fate in _TAKEN else "asked" if fate == "asked" else "left"


def _of_stay(joined: Joined, place: int, stay: Stay, at: list[Origin]) -> Row:
    fate = joined.stays[place]
    places = (stay.checkpoint, stay.exit_checkpoint if stay.exit_checkpoint != stay.checkpoint else "")
    return Row(
        at=at[0],
        lines=tuple(sorted({one.line for one in at})),
        state=_state(fate),
        traveller=joined.came,
        entry=stay.entry,
        exit=stay.exit,
        place=" – ".join(filter(None, places)),
        note=stay.note,
        fate=fate,
    )


def _of_permit(joined: Joined, place: int, permit: Permit, at: list[Origin]) -> Row:
    fate = joined.permits[place]
    return Row(
        at=at[0],
        lines=tuple(sorted({one.line for one in at})),
        state=_state(fate),
        traveller=joined.came,
        entry=permit.first,
        exit=permit.until,
        permit=permit.kind,
        fate=fate,
    )


def _with(row: Row, asked: dict[Place, list[Question]], remarks: dict[Place, Left]) -> Row:
    """Return a row with what is asked and told of any of its lines."""
    places = [(row.at.sheet, line) for line in row.lines]
    questions = tuple(question for place in places for question in asked.get(place, []))
    left = next((remarks[place] for place in places if place in remarks), None)
    return msgspec.structs.replace(row, asked=questions, left=left) if questions or left else row


def _beside(question: Question) -> list[Row]:
    """List the rows that hang on a question and stand elsewhere; of one about the whole those that it tells."""
    whole = question.code in WHOLE_CODES
    also = (*question.also, *([Origin(sheet=question.at.sheet)] * len(question.stays) if whole else []))
    rows: list[Row] = []
    for number, at in enumerate(also[: len(question.stays)] if whole else also):
        days = question.stays[number] if number < len(question.stays) else (None, None)
        lines = (at.line,) if at.line else ()
        rows.append(Row(at=at, lines=lines, state="asked", entry=days[0], exit=days[1], asked=(question,)))
    return rows


def _of_question(found: list[Question]) -> Row:
    first = found[0]
    days = first.stays[-1] if first.stays else (None, None)
    if first.code == "missing-entry" and first.days:
        days = None, first.days[-1]
    return Row(at=first.at, lines=(first.at.line,), state="asked", entry=days[0], exit=days[1], asked=tuple(found))
