"""The lists of the Papers page, without Qt: what a row holds, and what a changed row makes of a traveller."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, ClassVar, Literal

import msgspec

from kzstay.core.case import Move, Permit, Problem, Ruling, Stay, Traveller, traveller_problems

Paper = Permit | Ruling | Move
Column = Literal[
    "kind", "first", "until", "days", "entries", "served", "leave_by", "settled", "on", "stay", "notified"
]
NUMBERS = ("days", "entries")


class Shelf(ABC):
    """One of the lists: permits, rulings or changes of address."""

    name: ClassVar[str]
    item: ClassVar[str]  # how the steps that can be undone call one
    kinds: ClassVar[tuple[str, ...]] = ()
    columns: ClassVar[tuple[Column, ...]]
    required: ClassVar[tuple[str, ...]]

    @abstractmethod
    def papers(self, traveller: Traveller) -> Sequence[Paper]:
        """List what a traveller has."""

    @abstractmethod
    def made(self, kind: str, values: dict[str, Any]) -> Paper:
        """Make a paper of values that hold all that is required."""

    @abstractmethod
    def put(self, traveller: Traveller, row: int | None, paper: Paper) -> tuple[Traveller, int] | None:
        """Put a paper in a row, or add it with None; return its row, or None where it fits nowhere."""

    @abstractmethod
    def removed(self, traveller: Traveller, row: int) -> Traveller:
        """Take a paper out."""

    @abstractmethod
    def problems(self, index: int, traveller: Traveller, row: int, today: date) -> Iterator[Problem]:
        """Yield what cannot be so with the paper in a row."""

    def field(self, column: Column, kind: str) -> str | None:
        """Return which field of a paper of some kind a column shows; None where it has none."""
        return column

    def editable(self, column: Column, kind: str, paper: Paper | None) -> bool:
        """Tell whether something may be typed in a column."""
        return self.field(column, kind) is not None


class _Tuple(Shelf):
    """A list that is a field of the traveller."""

    def papers(self, traveller: Traveller) -> Sequence[Paper]:
        return getattr(traveller, self.name)

    def put(self, traveller: Traveller, row: int | None, paper: Paper) -> tuple[Traveller, int] | None:
        held = self.papers(traveller)
        row = len(held) if row is None else row
        return msgspec.structs.replace(traveller, **{self.name: (*held[:row], paper, *held[row + 1 :])}), row

    def removed(self, traveller: Traveller, row: int) -> Traveller:
        held = self.papers(traveller)
        return msgspec.structs.replace(traveller, **{self.name: (*held[:row], *held[row + 1 :])})

    def problems(self, index: int, traveller: Traveller, row: int, today: date) -> Iterator[Problem]:
        for problem in traveller_problems(index, traveller, [traveller.citizenship], today):
            if getattr(problem, self.item) == row:
                yield problem


class Permits(_Tuple):
    """Visas, temporary and permanent residence permits."""

    name = "permits"
    item = "permit"
    kinds = ("visa", "rvp", "residence")
    columns = ("kind", "first", "until", "days", "entries")
    required = ("first", "until")

    def made(self, kind: str, values: dict[str, Any]) -> Paper:
        return Permit(kind=kind, **values)  # type: ignore[arg-type]

    def editable(self, column: Column, kind: str, paper: Paper | None) -> bool:
        # Only a visa allows so many days or entries; what a file holds all the same can be taken out
        return column not in NUMBERS or kind == "visa" or getattr(paper, column, None) is not None


class Rulings(_Tuple):
    """Fines and expulsions."""

    name = "rulings"
    item = "ruling"
    kinds = ("fine", "expulsion")
    columns = ("kind", "served", "leave_by", "settled")
    required = ("served",)

    def made(self, kind: str, values: dict[str, Any]) -> Paper:
        return Ruling(kind=kind, **values)  # type: ignore[arg-type]

    def field(self, column: Column, kind: str) -> str | None:
        if column == "settled":
            return "paid" if kind == "fine" else "executed"
        return column

    def editable(self, column: Column, kind: str, paper: Paper | None) -> bool:
        return column != "leave_by" or kind == "expulsion" or getattr(paper, column, None) is not None


class Moves(Shelf):
    """Changes of address; the stay that a day belongs to holds it."""

    name = "moves"
    item = "move"
    columns = ("on", "stay", "notified")
    required = ("on",)

    def papers(self, traveller: Traveller) -> Sequence[Paper]:
        return [traveller.stays[stay].moves[number] for stay, number in self.places(traveller)]

    def places(self, traveller: Traveller) -> list[tuple[int, int]]:
        """List, row by row, the stay and the place among its moves."""
        return [
            (stay, number) for stay in traveller.in_order() for number in range(len(traveller.stays[stay].moves))
        ]

    def made(self, kind: str, values: dict[str, Any]) -> Paper:
        return Move(**values)

    def put(self, traveller: Traveller, row: int | None, paper: Paper) -> tuple[Traveller, int] | None:
        assert isinstance(paper, Move)
        before, number = self.places(traveller)[row] if row is not None else (None, 0)
        if before is not None and traveller.stays[before].moves[number].on == paper.on:
            # Also a move that a file has outside its stay may be told of
            moves = traveller.stays[before].moves
            return self._with(traveller, before, (*moves[:number], paper, *moves[number + 1 :])), row or 0
        stay = self._stay_of(traveller, paper.on, before)
        if stay is None:
            return None
        if row is not None:
            traveller = self.removed(traveller, row)
        moves = traveller.stays[stay].moves
        place = sum(move.on <= paper.on for move in moves)
        after = self._with(traveller, stay, (*moves[:place], paper, *moves[place:]))
        return after, self.places(after).index((stay, place))

    def _stay_of(self, traveller: Traveller, day: date, before: int | None) -> int | None:
        if before is not None and _holds(traveller.stays[before], day):
            return before
        # Who left and came again on one day moved during the later stay; an open stay gives way to the next
        order = reversed(traveller.in_order())
        return next((index for index in order if _holds(traveller.stays[index], day)), None)

    def removed(self, traveller: Traveller, row: int) -> Traveller:
        stay, number = self.places(traveller)[row]
        moves = traveller.stays[stay].moves
        return self._with(traveller, stay, (*moves[:number], *moves[number + 1 :]))

    def _with(self, traveller: Traveller, stay: int, moves: tuple[Move, ...]) -> Traveller:
        stays = list(traveller.stays)
        stays[stay] = msgspec.structs.replace(stays[stay], moves=moves)
        return msgspec.structs.replace(traveller, stays=tuple(stays))

    def problems(self, index: int, traveller: Traveller, row: int, today: date) -> Iterator[Problem]:
        stay, number = self.places(traveller)[row]
        move = traveller.stays[stay].moves[number]
        days = [day.isoformat() for day in (move.on, move.notified) if day]
        for problem in traveller_problems(index, traveller, [traveller.citizenship], today):
            if problem.stay == stay and problem.code == "year" and problem.value in days:
                yield problem

    def field(self, column: Column, kind: str) -> str | None:
        return None if column == "stay" else column


def _holds(stay: Stay, day: date) -> bool:
    return stay.entry <= day <= (stay.exit or date.max)


PERMITS, RULINGS, MOVES = Permits(), Rulings(), Moves()


def of_kind(paper: Paper | None, kind: str) -> Paper | None:
    """Change the kind of a permit or ruling; what the other kind has not goes, what settles a ruling stays."""
    if isinstance(paper, Permit):
        kept = {} if kind == "visa" else {"days": None, "entries": None}
        return msgspec.structs.replace(paper, kind=kind, **kept)
    if isinstance(paper, Ruling) and paper.kind != kind:
        if kind == "fine":
            return msgspec.structs.replace(paper, kind=kind, paid=paper.executed, executed=None, leave_by=None)
        return msgspec.structs.replace(paper, kind=kind, executed=paper.paid, paid=None)
    return paper
