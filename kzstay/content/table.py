"""Table: columns and rows as a spreadsheet takes them; every cell is a text, a number, a day or empty."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

Cell = str | int | date | None
Row = Mapping[str, Cell]  # by the key of the column; what is not there is empty


class Column(msgspec.Struct, frozen=True):
    """One column: its key, its header, and how many letters wide its cells are meant to be."""

    key: str
    header: str
    width: int


class Table(msgspec.Struct, frozen=True):
    """The columns of one table: those that belong on paper first, and besides what a screen has room for."""

    key: str
    title: str
    printed: list[Column]
    besides: list[Column] = []

    @property
    def columns(self) -> list[Column]:
        """Return all columns."""
        return [*self.printed, *self.besides]
