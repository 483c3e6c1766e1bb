"""Table: a block of rows with what is shared by whoever reads it: which rows count, whose they are, their days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

import msgspec

from kzstay.imports.columns import Block, Head, at
from kzstay.imports.days import AHEAD_YEARS, written
from kzstay.imports.grid import Row, said
from kzstay.imports.orders import Column, Orders, Span, settled
from kzstay.imports.people import NAMING, TELLING, above, person_of
from kzstay.imports.result import NOBODY, Answers, Days, Left, LeftCode, Origin, Person, Question, Refused
from kzstay.imports.slots import BLANK, Reader
from kzstay.imports.vocabulary import folded, vocabulary

OPTIONAL = ("born", "notified", "registered", "permit-from", "permit-until")  # days that a table may tell besides
_AS_BORN = "born"
_AS_PERMITS = 20  # years that a permit may still last


def _ahead(name: str) -> int:
    """Return how many years from now the days of a column may be."""
    return 0 if name == _AS_BORN else _AS_PERMITS if name.startswith("permit") else AHEAD_YEARS


class Day(msgspec.Struct, frozen=True):
    """A day of a row: known, none, still open, waiting for an answer, or what cannot be one."""

    kind: Literal["day", "blank", "open", "waits", "wrong", "error"]
    day: date | None = None
    text: str = ""


NO_DAY = Day("blank")


class Table:
    """The rows of a block that tell something, whose they are, and their days.

    ``named`` are the columns of days of the shape, by what they are called here, and ``spans`` which of these make
    stays.
    """

    def __init__(
        self,
        block: Block,
        named: dict[str, Head],
        spans: Sequence[tuple[str, str]],
        reader: Reader,
        answers: Answers,
    ) -> None:
        self.block, self.answers = block, answers
        self.left: list[Left] = []
        self.refused: list[Refused] = []
        self._reader, self._of_days = reader, [head.index for head in named.values()]
        self.rows = [row for row in block.rows if self._counts(row)]
        self.origins = [block.grid.origin(row) for row in self.rows]
        self._named = {**named, **_optional(block, reader, named)}
        self._numbers = {name: number for number, name in enumerate(self._named)}
        self._columns = [self._column(name, reader) for name in self._named]
        self._orders = self._settled(spans, reader)
        self.questions: list[Question] = list(self._orders.questions)
        self.people = self._people()

    def _counts(self, row: Row) -> bool:
        """Tell whether a row is one of the table: it is not empty, no sum, and not longer than its heads."""
        told = [text for cell in row.cells if (text := said(cell))]
        if not told:
            return False
        days = any(written(at(row, i), self._reader.today) for i in self._of_days)
        # A sum may stand under days as well; a person has something more than such a name
        sum_of_days = folded(told[0]) in vocabulary().totals and not self.block.text(row, *TELLING[len(NAMING) :])
        if _is_total(told[0]) and (not days or sum_of_days):
            self.left.append(Left(code="total", at=self.block.grid.origin(row)))
            return False
        beyond = [said(cell) for cell in row.cells[len(self.block.heads) :]]
        if any(beyond):
            value = next(filter(None, beyond))
            self.refused.append(Refused(code="columns", at=self.block.grid.origin(row), value=value))
            return False
        return True

    def _column(self, name: str, reader: Reader) -> Column:
        head = self._named[name]
        ahead = _ahead(name)
        slots = reader.slots([at(row, head.index) for row in self.rows], ahead=ahead)
        return Column(slots, head.order, ahead)

    def _settled(self, spans: Sequence[tuple[str, str]], reader: Reader) -> Orders:
        names = list(self._named)
        numbers: list[Span] = [
            (names.index(first) if first in names else None, names.index(last) if last in names else None)
            for first, last in spans
        ]
        who = [self._who(number) for number in range(len(self.rows))]
        return settled(self._columns, numbers, who, reader.today, self.answers, self.origins)

    def _who(self, number: int) -> str:
        """Return what tells whose a row is; one that says nothing of it is beside no other."""
        row, heads = self.rows[number], [name for name in NAMING if self.block.head(name)]
        told = " ".join(self.block.text(row, name) for name in heads).strip()
        return told or (f"\0{number}" if heads else "")

    def _people(self) -> list[Person]:
        over = above(self.block)
        born = [self.day(_AS_BORN, number).day for number in range(len(self.rows))]
        return [person_of(self.block, row, day, over) for row, day in zip(self.rows, born, strict=True)]

    def has(self, name: str) -> bool:
        """Tell whether there is such a column of days."""
        return name in self._named

    def day(self, name: str, number: int) -> Day:
        """Return a day of a row."""
        column = self._numbers.get(name)
        if column is None:
            return NO_DAY
        slot = self._columns[column].slots[number]
        if slot is BLANK:
            return NO_DAY
        if slot.kind != "day":
            return Day(slot.kind, text=slot.text)
        if self._orders.waits(column, slot, number):
            return Day("waits", text=slot.text)
        if (column, number) in self._orders.minority:
            return Day("wrong", text=slot.text)
        day = self._orders.day(column, slot)
        return Day("day", day, slot.text) if day else Day("wrong", text=slot.text)

    def minutes(self, name: str, number: int) -> int | None:
        """Return the time of a day of a row, where one stands there."""
        slot = self._columns[self._numbers[name]].slots[number]
        return slot.written.minutes if slot.written else None

    def unusable(self, name: str, field: str, number: int) -> bool:
        """Refuse a row whose day is none."""
        found = self.day(name, number)
        if found.kind not in ("wrong", "error"):
            return False
        code = "formula-error" if found.kind == "error" else "no-date"
        self.refused.append(Refused(code=code, at=self.origins[number], field=field, value=found.text))
        return True

    # Whose a row is

    def nameless(self, days: Sequence[Days | None]) -> frozenset[int]:
        """Settle or ask whose rows without a name are that stand under one; return those that wait.

        ``days`` are the stays that hang on it.
        """
        found: list[int] = []
        person = NOBODY
        for number, one in enumerate(self.people):
            if one.called:
                person = one
            elif person != NOBODY and days[number]:
                found.append(number)
        if not found or not any(self.block.head(name) for name in NAMING):
            return frozenset()
        question = self._whose(found, days)
        answer = self.answers.to(question)
        if answer == "same":
            self._fill_down(found)
            return frozenset()
        if answer != "unknown":
            self.questions.append(question)
        else:
            self.left += [Left(code="no-name", at=self.origins[number]) for number in found]
        return frozenset(found)

    def _whose(self, numbers: Sequence[int], days: Sequence[Days | None]) -> Question:
        first = numbers[0]
        named = next(person.called for person in reversed(self.people[:first]) if person.called)
        stays = tuple(day for number in numbers if (day := days[number]))
        at_first = self.origins[first]
        return Question(code="blank-name", at=at_first, person=named, values=("same", "unknown"), stays=stays)

    def _fill_down(self, numbers: Sequence[int]) -> None:
        """Give rows the person whom the last row before them names."""
        waiting, person = frozenset(numbers), NOBODY
        for number, one in enumerate(self.people):
            person = one if one.called else person
            if number in waiting:
                self.people[number] = person

    # What is told besides

    def leave(self, code: LeftCode, value: str = "") -> None:
        """Tell of the table as a whole."""
        self.left.append(Left(code=code, at=self.origin, value=value))

    @property
    def origin(self) -> Origin:
        """Return where the heads stand."""
        grid = self.block.grid
        return grid.origin(self.block.row) if self.block.row else Origin(sheet=grid.sheet)

    def leave_columns(self, used: frozenset[str]) -> None:
        """Tell which columns say something and mean nothing to us."""
        for head in self.block.heads:
            unused = not head.meaning or (head.meaning not in used and head not in self._named.values())
            if not unused or head.meaning == "ignored" or not head.text:
                continue
            if any(said(at(row, head.index)) for row in self.rows):
                self.leave("column", head.text)


def _optional(block: Block, reader: Reader, named: dict[str, Head]) -> dict[str, Head]:
    """Return the columns of other days, as far as days stand in them."""
    found: dict[str, Head] = {}
    for meaning in OPTIONAL:
        head = block.head(meaning)
        if head is None or meaning in named:
            continue
        slots = reader.slots([at(row, head.index) for row in block.rows], ahead=_ahead(meaning))
        told = [slot for slot in slots if slot is not BLANK]
        if told and sum(1 for slot in told if slot.kind != "wrong") * 2 >= len(told):
            found[meaning] = head
    return found


def _is_total(text: str) -> bool:
    """Tell whether a row begins as one of sums does."""
    words = folded(text)
    return any(words == word or words.startswith(f"{word} ") for word in vocabulary().totals) and len(words) < 40
