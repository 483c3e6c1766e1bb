"""A list of records, without Qt: what a row holds, how it is read, and what a changed row makes of a traveller."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

import msgspec

from kzstay import bundled
from kzstay.core.case import Number, Record, Traveller, place_of
from kzstay.core.problems import Problem, traveller_problems
from kzstay.texts import Words, day_echo

Value = date | int | str


class RecordList(ABC):
    """One of the lists of a traveller, or the one row that is the traveller."""

    name: ClassVar[str]
    item: ClassVar[str]  # how the steps that can be undone call one
    kinds: ClassVar[tuple[str, ...]] = ()
    columns: ClassVar[tuple[str, ...]]
    required: ClassVar[tuple[str, ...]]  # the fields without which a row is no record yet
    counted: ClassVar[Mapping[str, str]] = {}  # days that a number of days may be typed for: what it counts from

    @abstractmethod
    def records(self, traveller: Traveller) -> Sequence[Record]:
        """List what a traveller has."""

    @abstractmethod
    def made(self, kind: str, values: dict[str, Any]) -> Record:
        """Make a record of values that hold all that is required."""

    @abstractmethod
    def put(self, traveller: Traveller, record: Record) -> Traveller | None:
        """Put a record in the place of the one that has its key, or add it; None where it fits nowhere."""

    @abstractmethod
    def removed(self, traveller: Traveller, key: Number) -> Traveller:
        """Take a record out."""

    @abstractmethod
    def problems(self, traveller: Traveller, key: Number, today: date) -> Iterator[Problem]:
        """Yield what cannot be so with a record."""

    def changed(self, record: Record, values: dict[str, Any]) -> Record:
        """Return a record with other values."""
        return msgspec.structs.replace(record, **values)

    def objection(self, w: Words, record: Record, fields: Sequence[str]) -> str:
        """Say why nobody may type some fields of a record so, though a file may hold it; empty where they may."""
        return ""

    def field(self, column: str, kind: str) -> str | None:
        """Return which field of a record of some kind a column shows; None where it has none."""
        return column

    def editable(self, column: str, kind: str, record: Record | None) -> bool:
        """Tell whether something may be typed in a column."""
        return self.field(column, kind) is not None

    def read(self, w: Words, field: str, text: str, today: date) -> Value | None:
        """Return what a text is understood as; None where it is empty or cannot be understood."""
        if not text:
            return None
        if field == "citizenship":
            from kzstay.texts import countries  # with all that they are called, once somebody types one

            return countries.meant(w, text)
        return w.read_day(text, today)

    def typed(self, w: Words, record: Record, field: str) -> str:
        """Write a field of a record as it is typed."""
        value = getattr(record, field, None)
        if field == "citizenship":
            return w.country(value) if value else ""
        return w.numeric_day(value) if isinstance(value, date) else str(value or "")

    def unread(self, w: Words, field: str, text: str, today: date) -> str:
        """Say why a text is none for its field."""
        if field == "citizenship":
            from kzstay.texts import countries

            return countries.not_meant(w, text)
        return (day_echo.not_counted if field in self.counted else day_echo.not_a_day)(w, text, today)

    def step(self, field: str | None, *, new: bool) -> str:
        """Name the step that changes a field of a record, or adds one."""
        return f"{'add' if new else 'change'}-{self.item}"


class TupleList(RecordList):
    """A list that is a field of the traveller."""

    def records(self, traveller: Traveller) -> Sequence[Record]:
        return getattr(traveller, self.name)

    def put(self, traveller: Traveller, record: Record) -> Traveller | None:
        held = self.records(traveller)
        row = place_of(held, record.key.number)
        row = len(held) if row is None else row
        return msgspec.structs.replace(traveller, **{self.name: (*held[:row], record, *held[row + 1 :])})

    def removed(self, traveller: Traveller, key: Number) -> Traveller:
        kept = tuple(record for record in self.records(traveller) if record.key.number != key)
        return msgspec.structs.replace(traveller, **{self.name: kept})

    def problems(self, traveller: Traveller, key: Number, today: date) -> Iterator[Problem]:
        row = place_of(self.records(traveller), key)
        for problem in traveller_problems(0, traveller, [traveller.citizenship], today, bundled.law().part_names):
            if getattr(problem, self.item) == row:
                yield problem
