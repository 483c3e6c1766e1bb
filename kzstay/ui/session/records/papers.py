"""The lists of papers: permits, rulings and changes of address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, get_args

import msgspec

from kzstay import bundled
from kzstay.core.case import (
    LEAST,
    MOST,
    Move,
    Number,
    Permit,
    PermitKind,
    Record,
    Ruling,
    RulingKind,
    Stay,
    Traveller,
    early_record,
    place_of,
)
from kzstay.core.problems import Problem, traveller_problems
from kzstay.core.sanctions import PENALTIES
from kzstay.patterns import pattern
from kzstay.texts import Words
from kzstay.texts import problems as problem_texts
from kzstay.ui.session.records.lists import RecordList, TupleList, Value

Paper = Permit | Ruling | Move
NUMBERS = ("days", "period", "entries")
SETTLED_BY: Mapping[str, str] = {"fine": "paid", "expulsion": "executed", "readmission": "executed"}
DATED = ("expulsion", "shortened")  # tell by when to leave
_NUMBERS = pattern(r"\d{1,3}(?:-\d{1,2})?", re.ASCII)
LONGEST = 9  # figures that are looked at, with the noughts before them


class Permits(TupleList):
    """Visas, residence permits and labour contracts."""

    name = "permits"
    item = "permit"
    kinds = get_args(PermitKind)
    columns = ("kind", "first", "until", "days", "period", "entries")
    required = ("first", "until")
    counted: ClassVar[Mapping[str, str]] = {"until": "first"}

    def made(self, kind: str, values: dict[str, Any]) -> Record:
        return Permit(kind=kind, **values)  # type: ignore[arg-type]

    def read(self, w: Words, field: str, text: str, today: date) -> Value | None:
        if field in NUMBERS:
            return read_number(text)
        return super().read(w, field, text, today)

    def unread(self, w: Words, field: str, text: str, today: date) -> str:
        return problem_texts.not_a_number(w, text) if field in NUMBERS else super().unread(w, field, text, today)

    def editable(self, column: str, kind: str, record: Record | None) -> bool:
        # Only a visa allows so many days or entries; what a file holds all the same can be taken out
        return column not in NUMBERS or kind == "visa" or getattr(record, column, None) is not None


class Rulings(TupleList):
    """Warnings, fines and what tells to leave."""

    name = "rulings"
    item = "ruling"
    kinds = get_args(RulingKind)
    columns = ("kind", "served", "part", "leave_by", "appealed", "settled")
    required = ("served",)

    def made(self, kind: str, values: dict[str, Any]) -> Record:
        return Ruling(kind=kind, **values)  # type: ignore[arg-type]

    def field(self, column: str, kind: str) -> str | None:
        if column == "settled":
            return SETTLED_BY.get(kind)
        return column

    def editable(self, column: str, kind: str, record: Record | None) -> bool:
        if column == "settled":
            return kind in SETTLED_BY
        kinds = {"leave_by": DATED, "part": PENALTIES}.get(column, self.kinds)
        # What a file holds all the same can be taken out
        return kind in kinds or bool(getattr(record, column, None))

    def read(self, w: Words, field: str, text: str, today: date) -> Value | None:
        return read_part(text) if field == "part" else super().read(w, field, text, today)

    def unread(self, w: Words, field: str, text: str, today: date) -> str:
        return problem_texts.no_part(w, text) if field == "part" else super().unread(w, field, text, today)


class Moves(RecordList):
    """Changes of address; the stay that a day belongs to holds it."""

    name = "moves"
    item = "move"
    columns = ("on", "stay", "notified")
    required = ("on",)

    def records(self, traveller: Traveller) -> Sequence[Record]:
        return [move for stay in traveller.in_order() for move in traveller.stays[stay].moves]

    def stays_of(self, traveller: Traveller) -> list[int]:
        """List, row by row, which stay holds it."""
        return [stay for stay in traveller.in_order() for _move in traveller.stays[stay].moves]

    def made(self, kind: str, values: dict[str, Any]) -> Record:
        return Move(**values)

    def put(self, traveller: Traveller, record: Record) -> Traveller | None:
        assert isinstance(record, Move)
        key = record.key.number
        before = _stay_with(traveller, key)
        if before is not None:
            moves = traveller.stays[before].moves
            if any(move.key.number == key and move.on == record.on for move in moves):
                # Also a move that a file has outside its stay may be told of
                same = tuple(record if move.key.number == key else move for move in moves)
                return _with_moves(traveller, before, same)
        stay = _stay_on(traveller, record.on, before)
        if stay is None:
            return None
        traveller = self.removed(traveller, key)
        moves = traveller.stays[stay].moves
        place = sum(move.on <= record.on for move in moves)
        return _with_moves(traveller, stay, (*moves[:place], record, *moves[place:]))

    def removed(self, traveller: Traveller, key: Number) -> Traveller:
        stay = _stay_with(traveller, key)
        if stay is None:
            return traveller
        kept = tuple(move for move in traveller.stays[stay].moves if move.key.number != key)
        return _with_moves(traveller, stay, kept)

    def problems(self, traveller: Traveller, key: Number, today: date) -> Iterator[Problem]:
        stay = _stay_with(traveller, key)
        found = [] if stay is None else [move for move in traveller.stays[stay].moves if move.key.number == key]
        days = [day.isoformat() for move in found for day in (move.on, move.notified) if day]
        for problem in traveller_problems(0, traveller, [traveller.citizenship], today):
            if problem.stay == stay and problem.code == "year" and problem.value in days:
                yield problem

    def objection(self, w: Words, record: Record, fields: Sequence[str]) -> str:
        assert isinstance(record, Move)
        if record.notified and early_record(record, record.notified) and "notified" in fields:
            return w.gettext("This is before the change of address.")
        return ""

    def field(self, column: str, kind: str) -> str | None:
        return None if column == "stay" else column


def read_number(text: str) -> int | None:
    """Read a number of days or entries."""
    text = text.strip()
    return int(text) if text.isdecimal() and len(text) <= LONGEST and LEAST <= int(text) <= MOST else None


def read_part(text: str) -> str | None:
    """Read the part of an article that a ruling names, however its numbers are set apart: ``ст. 517 ч. 3``."""
    if not text:
        return ""
    article, *parts = _NUMBERS.findall(text) or [""]
    name = article + "".join(f"({part})" for part in parts)
    return name if name in bundled.law().part_names else None


def _stay_with(traveller: Traveller, key: Number) -> int | None:
    """Return the stay that holds a move."""
    stays = enumerate(traveller.stays)
    return next((index for index, stay in stays if place_of(stay.moves, key) is not None), None)


def _stay_on(traveller: Traveller, day: date, before: int | None) -> int | None:
    """Return the stay that a day belongs to, that of before if it may be."""
    if before is not None and _holds(traveller.stays[before], day):
        return before
    # Who left and came again on one day moved during the later stay; an open stay gives way to the next
    order = reversed(traveller.in_order())
    return next((index for index in order if _holds(traveller.stays[index], day)), None)


def _with_moves(traveller: Traveller, stay: int, moves: tuple[Move, ...]) -> Traveller:
    stays = list(traveller.stays)
    stays[stay] = msgspec.structs.replace(stays[stay], moves=moves)
    return msgspec.structs.replace(traveller, stays=tuple(stays))


def _holds(stay: Stay, day: date) -> bool:
    return stay.entry <= day <= (stay.exit or date.max)


PERMITS, RULINGS, MOVES = Permits(), Rulings(), Moves()


def of_kind(paper: Record | None, kind: str) -> Record | None:
    """Change the kind of a permit or ruling; what the other kind has not goes, what settles a ruling stays."""
    if isinstance(paper, Permit):
        numbers = {} if kind == "visa" else {"days": None, "period": None, "entries": None}
        return msgspec.structs.replace(paper, kind=kind, **numbers)
    if isinstance(paper, Ruling) and paper.kind != kind:
        settled, by = getattr(paper, SETTLED_BY.get(paper.kind, ""), None), SETTLED_BY.get(kind)
        return msgspec.structs.replace(
            paper,
            kind=kind,
            part=paper.part if kind in PENALTIES else "",
            leave_by=paper.leave_by if kind in DATED else None,
            paid=settled if by == "paid" else None,
            executed=settled if by == "executed" else None,
        )
    return paper
