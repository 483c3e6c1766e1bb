"""Slots: the cells of a column of days, each a day, nothing, a stay that goes on, or what cannot be used.

What a bare number means its column says: the count of days that spreadsheets keep, where all numbers of the column
are such as a crossing may have.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from kzstay.core.case import FIRST_DAY, LAST_DAY
from kzstay.imports.days import AHEAD_YEARS, Cell, Written, written
from kzstay.imports.grid import said
from kzstay.imports.vocabulary import vocabulary

_COUNTED_FROM = date(1899, 12, 30)  # as serials count from March 1900 on, the only ones that are read
_EPOCH_1904 = 1462  # days later
FIRST_SERIAL, LAST_SERIAL = ((day - _COUNTED_FROM).days for day in (FIRST_DAY, LAST_DAY))
_OLDEST_SERIAL = 61  # Excel counts a day before it that there was not
_NUMBER = re.compile(r"\d{2,6}(?:[.,]\d+)?")
# What office programs write where a formula has no value, in English and in Russian
_ERROR = re.compile(
    r"#(?:REF|NAME|VALUE|N/A|DIV/0|NULL|NUM|ССЫЛКА|ИМЯ|ЗНАЧ|Н/Д|ДЕЛ/0|ПУСТО|ЧИСЛО)[!?]?|#{3,}|Err:\d{3}",
    re.IGNORECASE,
)


class Slot(msgspec.Struct, frozen=True):
    """A cell of a column of days; ``text`` is what stands there."""

    kind: Literal["day", "blank", "open", "wrong", "error"]
    text: str = ""
    written: Written | None = None


BLANK = Slot("blank")


class Reader(msgspec.Struct, frozen=True):
    """What a cell is read by: the day on which it is read, and from when the workbook counts."""

    today: date
    epoch_1904: bool = False

    def may_be_day(self, cell: Cell) -> bool:
        """Tell whether a cell may stand in a column of days, and is not empty."""
        number = _number(cell)
        if number is not None:
            return self._serial(number, ahead=AHEAD_YEARS) is not None
        return is_error(cell) or _is_open(cell) or written(cell, self.today) is not None

    def slots(self, cells: Sequence[Cell], *, ahead: int = AHEAD_YEARS) -> list[Slot]:
        """Read a column; ``ahead`` is nought where its days are births."""
        numbers = [_number(cell) for cell in cells]
        serial = all(number is None or self._serial(number, ahead=ahead) for number in numbers)
        return [
            self._slot(cell, number if serial else None, ahead=ahead)
            for cell, number in zip(cells, numbers, strict=True)
        ]

    def _slot(self, cell: Cell, number: float | None, *, ahead: int) -> Slot:
        text = said(cell)
        if not text:
            return BLANK
        if number is not None:
            day = self._serial(number, ahead=ahead)
            return Slot("day", text, Written({"ymd": day})) if day else Slot("wrong", text)
        if is_error(cell):
            return Slot("error", text)
        if ahead and _is_open(cell):
            return Slot("open", text)
        found = written(cell, self.today, ahead=ahead)
        return Slot("day", text, found) if found else Slot("wrong", text)

    def _serial(self, number: float, *, ahead: int) -> date | None:
        whole = int(number) + (_EPOCH_1904 if self.epoch_1904 else 0)
        born = (_OLDEST_SERIAL, (self.today - _COUNTED_FROM).days)
        first, last = (FIRST_SERIAL, LAST_SERIAL) if ahead else born
        return _COUNTED_FROM + timedelta(days=whole) if first <= whole <= last else None


def is_error(cell: Cell) -> bool:
    """Tell whether a formula left an error here, or itself."""
    if not isinstance(cell, str) or cell.lstrip()[:1] not in ("#", "E", "e", "="):
        return False
    return cell.lstrip().startswith("=") or bool(_ERROR.fullmatch(cell.strip()))


def _is_open(cell: Cell) -> bool:
    return isinstance(cell, str) and " ".join(cell.split()).casefold() in vocabulary().open_words


def _number(cell: Cell) -> float | None:
    """Return a bare number, also one that a table of text has as figures."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return float(cell) if abs(cell) < 10**7 else None
    if isinstance(cell, str) and _NUMBER.fullmatch(cell.strip()):
        return float(cell.strip().replace(",", "."))
    return None
