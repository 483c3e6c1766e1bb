"""How high a certificate is on paper, estimated: a browser sets it in a font that is not known here."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from kzstay.content.blocks import Table
from kzstay.content.certificate import Sheet, said
from kzstay.export.certificate_style import WIDTH

_LETTER = 0.6  # of the size of letters, on an average; a wide font, and Cyrillic
_LINE = 1.14  # of the size of letters
_POINT = 25.4 / 72  # millimetres
_BETWEEN = 4.0  # millimetres between columns
_NUMBER = 34.0  # millimetres beside the answer
_HUGE, _HEAD, _SMALL = 4.4, 1.18, 0.88  # lines; factors of the size


def height(sheets: Sequence[Sheet], points: float) -> float:
    """Return the height in millimetres of what stands on a sheet in letters of a size."""
    return _Estimate(sheets, points).lines() * _LINE * points * _POINT


class _Estimate:
    def __init__(self, sheets: Sequence[Sheet], points: float) -> None:
        self._sheets = sheets
        self._letter = _LETTER * points * _POINT
        self._column = WIDTH / len(sheets) - _BETWEEN

    def lines(self) -> float:
        """Count the lines of all parts, with what stands between them."""
        sheets, first = self._sheets, self._sheets[0]
        found = sum(self._of(one.caution, WIDTH) for one in sheets) + 2.5
        found += (
            self._beside([[one.title] for one in sheets], 1.4) + self._beside([[one.by] for one in sheets]) + 2
        )
        found += self._holder() + self._answer()
        found += self._beside([[*one.forbids, *one.missed] for one in sheets])
        found += self._beside([[f"{label}: {value}" for label, value in one.facts.rows] for one in sheets])
        found += self._table([one.limits for one in sheets]) + self._table([one.stays for one in sheets])
        found += self._beside([[one.stays_name] for one in sheets], _HEAD) + 1.5
        found += (
            self._beside([one.articles for one in sheets]) + self._beside([one.method for one in sheets]) + 4.6
        )
        found += 4.2 if first.blanks else 0
        return found + self._beside([one.about for one in sheets], _SMALL)

    def _of(self, told: str, width: float, factor: float = 1.0) -> int:
        return ceil(max(1, len(told)) * self._letter * factor / width)

    def _beside(self, columns: Sequence[Sequence[str]], factor: float = 1.0) -> float:
        rows = zip(*columns, strict=True)
        return sum(max(self._of(one, self._column, factor) for one in row) * factor + 0.2 for row in rows)

    def _cell(self, texts: Sequence[str], width: float) -> int:
        return sum(self._of(one, width) for _, one in said(self._sheets, texts))

    def _holder(self) -> float:
        rows = zip(*([value for _, value in one.holder.rows] for one in self._sheets), strict=True)
        cells = [self._cell(row, WIDTH / 2 - _BETWEEN) for row in rows]
        return sum(max(cells[at : at + 2]) + 1.4 for at in range(0, len(cells), 2))

    def _answer(self) -> float:
        columns = [(one.answer.standing_text, one.answer.lead, *one.answer.facts) for one in self._sheets]
        width = (WIDTH - _NUMBER) / len(columns) - _BETWEEN
        told = sum(max(self._of(one, width, _HEAD) for one in row) * _HEAD for row in zip(*columns, strict=True))
        return max(_HUGE + len(columns), told) + 2.6

    def _table(self, tables: Sequence[Table | None]) -> float:
        listed = [one for one in tables if one]
        rows = zip(*([one.header, *one.rows] for one in listed), strict=True)
        found = 0.0
        for row in rows:
            width = WIDTH / len(row[0]) - _BETWEEN
            found += max(self._cell(texts, width) for texts in zip(*row, strict=True)) + 0.45
        return found
