"""Flights: a log of flights as a table, told by its heads From and To over codes of airports."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from kzstay.core.case import of_these_years
from kzstay.core.law import toml
from kzstay.imports.days import Cell, written
from kzstay.imports.grid import Grid, Row, said
from kzstay.imports.legs import DAY, Leg, crossed, moment_abroad
from kzstay.imports.orders import Column, Orders, settled
from kzstay.imports.places import airport, is_code
from kzstay.imports.result import Answers, Evidence, Left, Refused
from kzstay.imports.slots import Reader, Slot
from kzstay.imports.vocabulary import folded
from kzstay.paths import resource
from kzstay.today import local

_HEAD_ROWS = 10  # among which the heads are looked for
_IN_BRACKETS = re.compile(r"\(([A-Z]{3})(?:/[A-Z]{4})?\)")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")
_DURATION = re.compile(r"(\d{1,2})\s?(?:[:h]|ч|сағ)\.?\s?(\d{1,2})?", re.IGNORECASE)
_YES = {"1", "true", "yes", "x", "да", "иә"}


def evidence(grid: Grid, today: date, answers: Answers) -> Evidence | None:
    """Return the crossings of a log of flights; None where the table is none."""
    found = _headed(grid)
    return _Log(grid, *found, today, answers).evidence() if found else None


@lru_cache(maxsize=1)
def _heads() -> Mapping[str, str]:
    """Return what the heads of a log mean, folded."""
    raw = toml.read(resource("imports/places.toml"))["flight_heads"]
    return {folded(word): meaning for meaning, words in raw.items() for word in words}


def _headed(grid: Grid) -> tuple[dict[str, int], Sequence[Row]] | None:
    """Return the columns by their meaning and the rows under the heads; None where these are no flights."""
    for at, row in enumerate(grid.rows[:_HEAD_ROWS]):
        columns: dict[str, int] = {}
        for column, cell in enumerate(row.cells):
            if meaning := _heads().get(folded(said(cell)[:60])):
                columns.setdefault(meaning, column)
        under = [one for one in grid.rows[at + 1 :] if any(said(cell) for cell in one.cells)]
        ends, days = {"origin", "destination"}, {"date", "leaves"}
        if ends <= columns.keys() and days & columns.keys() and _over_airports(columns, under):
            return columns, under
    return None


def _over_airports(columns: Mapping[str, int], rows: Sequence[Row]) -> bool:
    """Tell whether most of the rows go from an airport to another."""
    airports = sum(bool(_airport(_cell(row, columns, way))) for row in rows for way in ("origin", "destination"))
    return bool(rows) and airports > len(rows)


def _cell(row: Row, columns: Mapping[str, int], meaning: str) -> str:
    column = columns.get(meaning, -1)
    return said(row.cells[column]) if 0 <= column < len(row.cells) else ""


def _airport(cell: str) -> str:
    """Return the code of an airport that a cell names; empty where it names none."""
    if bracketed := _IN_BRACKETS.search(cell):
        return bracketed[1]
    return cell if is_code(cell) else airport(cell)


class _Log:
    def __init__(
        self, grid: Grid, columns: Mapping[str, int], rows: Sequence[Row], today: date, answers: Answers
    ) -> None:
        self._grid, self._columns, self._rows = grid, columns, rows
        self._today, self._answers = today, answers
        self._refused: list[Refused] = []
        self._left: list[Left] = []

    def evidence(self) -> Evidence:
        slots = Reader(self._today, self._grid.epoch_1904).slots([self._day_cell(row) for row in self._rows])
        at = [self._grid.origin(row) for row in self._rows]
        orders = settled([Column(slots)], [], [""] * len(slots), self._today, self._answers, at)
        legs = [
            self._leg(row, slot, orders, number)
            for number, (row, slot) in enumerate(zip(self._rows, slots, strict=True))
        ]
        found = crossed([leg for leg in legs if leg is not None], self._answers)
        return Evidence(
            kind="table",
            crossings=found.crossings,
            refused=tuple(self._refused),
            left=(*self._left, *found.left),
            questions=(*orders.questions, *found.questions),
        )

    def _day_cell(self, row: Row) -> Cell:
        column = self._columns.get("date", self._columns.get("leaves", -1))
        return row.cells[column] if 0 <= column < len(row.cells) else None

    def _leg(self, row: Row, slot: Slot, orders: Orders, number: int) -> Leg | None:
        """Read a row; None where it is refused, left out or waits for an answer."""
        at = self._grid.origin(row)
        origin, destination = (_airport(_cell(row, self._columns, way)) for way in ("origin", "destination"))
        if folded(_cell(row, self._columns, "cancelled")) in _YES:
            self._left.append(Left(code="not-a-trip", at=at))
            return None
        if not origin or not destination:
            self._refused.append(Refused(code="value", at=at, field="checkpoint"))
            return None
        if orders.waits(0, slot, number):
            return None
        day = None if (0, number) in orders.minority else orders.day(0, slot)
        if day is None:
            self._refused.append(Refused(code="no-date", at=at, field="date", value=slot.text))
            return None
        if not of_these_years(day):
            self._refused.append(Refused(code="year", at=at, field="date", value=day.isoformat()))
            return None
        leg = Leg(
            at=at,
            origin=origin,
            destination=destination,
            leaves=day,
            leaves_at=self._leaves_at(row, slot),
            note=_cell(row, self._columns, "note"),
        )
        return self._landed(leg, row) if leg.way else leg

    def _leaves_at(self, row: Row, slot: Slot) -> int | None:
        """Return the time of leaving, which stands with the day or in a column of its own."""
        if slot.written and slot.written.minutes is not None:
            return slot.written.minutes
        return self._minutes(_cell(row, self._columns, "leaves"))

    def _minutes(self, cell: str) -> int | None:
        clock = _CLOCK.fullmatch(cell.strip())
        if clock is None:
            told = written(cell, self._today)
            return told.minutes if told else None
        hour, minute = int(clock[1]), int(clock[2])
        return hour * 60 + minute if hour < 24 and minute < 60 else None

    def _landed(self, leg: Leg, row: Row) -> Leg:
        """Return a flight with the day of landing, where the row tells it or lets it be worked out."""
        lands = _cell(row, self._columns, "lands")
        told = written(lands, self._today)
        if told is not None and told.sure is not None and of_these_years(told.sure):
            return msgspec.structs.replace(leg, lands=told.sure, lands_at=told.minutes)
        leaving = moment_abroad(leg.origin, leg.leaves, leg.leaves_at)
        if leaving is None:
            return leg
        duration = _DURATION.match(_cell(row, self._columns, "duration"))
        if duration and (minutes := int(duration[1]) * 60 + int(duration[2] or 0)):
            landing = local(leaving + timedelta(minutes=minutes))
            return msgspec.structs.replace(leg, lands=landing.date(), lands_at=landing.hour * 60 + landing.minute)
        clock = self._minutes(lands)
        if clock is None:
            return leg
        left = local(leaving)
        day = left.date() if clock > left.hour * 60 + left.minute else left.date() + DAY
        return msgspec.structs.replace(leg, lands=day, lands_at=clock)
