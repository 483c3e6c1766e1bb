"""The head of a file that has no pages: its first lines, as they will stand in it, or the first of its tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kzstay.content import register, rows
from kzstay.content.table import Cell
from kzstay.core.assess import Assessment
from kzstay.export import formats
from kzstay.export.formats import Format
from kzstay.texts import Words, foreign
from kzstay.ui.window.exporting.order import LIST, Order

LINES = 200
LETTERS = 12_000
_MANY = 10  # travellers; of more than these, the first alone is looked at


def _json(order: Order, found: list[Assessment]) -> bytes:
    from kzstay.export.report_json import json_bytes

    return json_bytes(found, left_out=order.left_out)


def _ics(order: Order, found: list[Assessment]) -> bytes:
    from kzstay.export.ics import ics_bytes

    apart = order.format in formats.BESIDES
    return ics_bytes(found, order.words, left_out=order.left_out, reminders=apart)


def _csv(order: Order, found: list[Assessment]) -> bytes:
    if order.document.name == LIST:
        from kzstay.export import list_csv

        return list_csv.csv_bytes(found, order.words)
    from kzstay.export.csv import csv_bytes

    return csv_bytes(found, order.words, left_out=order.left_out)


_TEXTS: dict[str, Callable[[Order, list[Assessment]], bytes]] = {".json": _json, ".csv": _csv, ".ics": _ics}

_TABLES = {".xlsx"}


def has_pages(kind: Format) -> bool:
    """Tell whether a format shows what the pages of its document do; else it is lines or tables."""
    return kind.suffix not in (*_TEXTS, *_TABLES)


def has_tables(kind: Format) -> bool:
    """Tell whether a format is tables."""
    return kind.suffix in _TABLES


def summary(order: Order) -> list[list[str]]:
    """Return the first table of a workbook: its headers, and a row for each traveller."""
    found, w = _few(order), order.words
    if order.document.name == LIST:
        table, told = register.table(w), [register.row(w, a) for a in found]
    else:
        table, told = rows.tables(w, found[0])[0], [one.summary for one in rows.told(found, w)]
    lines = [[_shown(w, line.get(column.key)) for column in table.columns] for line in told]
    return [[column.header for column in table.columns], *lines]


def _shown(w: Words, value: Cell) -> str:
    return w.day(value) if isinstance(value, date) else "" if value is None else str(value)


def _few(order: Order) -> list[Assessment]:
    return order.assessed() if len(order.travellers) <= _MANY else order.first()


def head(order: Order) -> str:
    """Return the first lines of a file. Raises NothingAhead."""
    text = _TEXTS[order.format.suffix](order, _few(order)).decode("utf-8-sig")
    return "\n".join(foreign.clean(line) for line in text[:LETTERS].splitlines()[:LINES])
