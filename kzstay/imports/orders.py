"""Orders: which of day and month comes first, settled for all cells of a table that are written alike, or asked.

A table may hold several forms at once, told by the sign between the figures; each is settled for itself:

1. What only one order can read decides for its column, and what the head says, such as DD.MM.YYYY.
2. Where one column has both kinds, nobody knows: what fewer cells say is refused, and the rest is asked about.
3. Columns that leave it open follow those of the same table that do not: one hand wrote them.
4. Figures between dots have the day first: nobody who writes dots does otherwise.
5. An order that makes somebody leave before the entry, be here twice at once or cross the border in years that are
   far ahead is out, where another one does not.

What is open then is asked, once for each form. Never is a single cell read by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

import msgspec

from kzstay.imports.days import AHEAD_YEARS, Written
from kzstay.imports.result import Answers, Order, Origin, Question
from kzstay.imports.slots import Slot

_ALL: tuple[Order, ...] = ("dmy", "mdy", "ymd")
_DAY_FIRST: set[Order] = {"dmy"}
SAMPLES = 3
Span = tuple[int | None, int | None]  # the columns of the first and of the last day of a stay


class Column(msgspec.Struct, frozen=True):
    """A column of days, as its cells are read, and the order that its head tells."""

    slots: Sequence[Slot]
    order: Order | None = None
    ahead: int = AHEAD_YEARS  # that its days may be

    def written(self, form: str) -> list[Written]:
        """Return the days of one form."""
        return [slot.written for slot in self.slots if slot.written and slot.written.form == form]


class Orders(msgspec.Struct, frozen=True):
    """What was settled: the order of each form in each column. What is not there is open."""

    by: Mapping[tuple[int, str], Order]
    questions: tuple[Question, ...] = ()
    minority: frozenset[tuple[int, int]] = frozenset()  # cells against most of their column: its number, the row's

    def day(self, column: int, slot: Slot) -> date | None:
        """Return the day of a cell; None where it is none by that order."""
        found = slot.written
        if found is None:
            return None
        return found.under({found.form: self.by[column, found.form]}) if found.form else found.sure

    def waits(self, column: int, slot: Slot, row: int) -> bool:
        """Tell whether the day of a cell hangs on an answer."""
        found = slot.written
        if found is None or not found.form or (column, row) in self.minority:
            return False
        return (column, found.form) not in self.by


def settled(
    columns: Sequence[Column],
    spans: Sequence[Span],
    who: Sequence[str],
    today: date,
    answers: Answers,
    at: Sequence[Origin],
) -> Orders:
    """Settle the order of each form, or ask for it.

    ``spans`` are the columns that make stays, ``who`` tells for each row whose they are, ``at`` where it stands.
    """
    forms = {slot.written.form for column in columns for slot in column.slots if slot.written} - {""}
    by: dict[tuple[int, str], Order] = {}
    questions: list[Question] = []
    minority: set[tuple[int, int]] = set()
    for form in sorted(forms):
        table = _Form(form, columns, spans, who, today, beside=len(forms) > 1)
        table.settle()
        if table.open:
            question = table.question(at)
            answer = answers.dates or answers.to(question)
            if answer in table.candidates():
                table.answer(answer)
            else:
                questions.append(question)
                minority |= table.minority()
        by |= {(number, form): order for number, order in table.by.items()}
    return Orders(by, tuple(questions), frozenset(minority))


class _Form:
    """The cells of all columns that have the same sign between their figures."""

    def __init__(
        self,
        form: str,
        columns: Sequence[Column],
        spans: Sequence[Span],
        who: Sequence[str],
        today: date,
        *,
        beside: bool = False,  # other forms, whose order is another question
    ) -> None:
        self._beside = beside
        self._form, self._columns, self._spans, self._who = form, columns, spans, who
        self._latest = [date(min(today.year + one.ahead, date.max.year), 12, 31) for one in columns]
        self._cells = {number: column.written(form) for number, column in enumerate(columns)}
        self._cells = {number: cells for number, cells in self._cells.items() if cells}
        self._possible = {number: _possible(cells) for number, cells in self._cells.items()}
        self.by: dict[int, Order] = {}

    @property
    def open(self) -> list[int]:
        """Return the columns whose order is not settled."""
        return [number for number in self._cells if number not in self.by]

    def settle(self) -> None:
        """Settle what can be settled without asking."""
        for number, possible in self._possible.items():
            hint = self._columns[number].order
            if len(possible) == 1 or _alike(self._cells[number]):
                self.by[number] = possible[0]
            elif hint in possible:
                self.by[number] = hint
        told: set[Order] = {self.by[number] for number in self.by if not _alike(self._cells[number])}
        self._follow(told)
        if self._form == ".":
            self._follow(_DAY_FIRST)
        if self.open:
            sound: set[Order] = {
                order for order in self.candidates() if order in self._common() and self._sound(order)
            }
            self._follow(sound)

    def answer(self, order: Order) -> None:
        """Settle what is open as the person says."""
        for number in self.open:
            self.by[number] = order

    def _follow(self, orders: set[Order]) -> None:
        """Give the open columns the one order that is left for them."""
        if len(orders) == 1:
            order = orders.copy().pop()
            self.by |= {number: order for number in self.open if order in self._possible[number]}

    def candidates(self) -> tuple[Order, ...]:
        """Return the orders that may be answered: those that any cell of the open columns has."""
        cells = [cell for number in self.open for cell in self._cells[number]]
        return tuple(order for order in _ALL if any(order in cell.by for cell in cells))

    def _common(self) -> list[Order]:
        """Return the orders that every cell of the open columns has."""
        return [order for order in _ALL if all(order in self._possible[number] for number in self.open)]

    def _sound(self, order: Order) -> bool:
        """Tell whether nothing impossible comes of an order."""
        stays: dict[str, list[tuple[date, date]]] = {}
        days = {number: self._days(number, order) for number in range(len(self._columns))}
        if any(day > self._latest[number] for number in self._cells for day in days[number] if day):
            return False
        for first, last in self._spans:
            for row, who in enumerate(self._who):
                entry = days[first][row] if first is not None else None
                leaving = days[last][row] if last is not None else None
                if entry and leaving:
                    if leaving < entry:
                        return False
                    stays.setdefault(who, []).append((entry, leaving))
        return not any(_overlapping(found) for found in stays.values())

    def _days(self, number: int, order: Order) -> list[date | None]:
        """Return the days of a column, as far as they are known by this order."""
        order = self.by.get(number, order)
        found: list[date | None] = []
        for slot in self._columns[number].slots:
            told = slot.written
            if told is None or told.form not in ("", self._form):
                found.append(None)
            else:
                found.append(told.under({self._form: order}) if told.form else told.sure)
        return found

    def question(self, at: Sequence[Origin]) -> Question:
        """Ask for the order, with values that say different days by each."""
        texts: dict[str, tuple[int, Written]] = {}
        for number in self.open:
            for row, slot in enumerate(self._columns[number].slots):
                told = slot.written
                if told and told.form == self._form and len(set(told.by.values())) > 1:
                    texts.setdefault(slot.text, (row, told))
        samples = sorted(texts, key=lambda text: texts[text][0])
        place = at[texts[samples[0]][0]] if samples else at[0]
        told = [texts[text][1].by for text in samples[:SAMPLES]]
        values = self.candidates()
        return Question(
            code="dates",
            at=place,
            samples=tuple(samples[:SAMPLES]),
            values=values,
            readings=tuple(tuple(by[order] for by in told if order in by) for order in values),
            part=self._form if self._beside else "",
        )

    def minority(self) -> set[tuple[int, int]]:
        """Return the cells that only an order can read which fewer of their column say."""
        found: set[tuple[int, int]] = set()
        for number in self.open:
            kinds: dict[Order, list[int]] = {}
            for row, slot in enumerate(self._columns[number].slots):
                told = slot.written
                if told and told.form == self._form and len(told.by) == 1:
                    kinds.setdefault(next(iter(told.by)), []).append(row)
            most = max(kinds.values(), key=len) if kinds else []
            found |= {(number, row) for rows in kinds.values() if rows is not most for row in rows}
        return found


def _possible(cells: Sequence[Written]) -> list[Order]:
    """Return the orders that can read each cell."""
    return [order for order in _ALL if all(order in cell.by for cell in cells)]


def _alike(cells: Sequence[Written]) -> bool:
    """Tell whether each cell is the same day by every order, which leaves nothing open."""
    return bool(_possible(cells)) and all(len(set(cell.by.values())) == 1 and len(cell.by) > 1 for cell in cells)


def _overlapping(stays: list[tuple[date, date]]) -> bool:
    stays.sort()
    return any(after[0] < before[1] for before, after in pairwise(stays))
