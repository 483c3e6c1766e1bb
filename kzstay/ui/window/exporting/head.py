"""The head of a file that has no pages: its first lines, as they will stand in it."""

from __future__ import annotations

from collections.abc import Callable

from kzstay.core.assess import Assessment
from kzstay.export.formats import Format
from kzstay.texts import foreign
from kzstay.ui.window.exporting.order import Document, Order

LINES = 200
LETTERS = 12_000
_MANY = 10  # travellers; of more than these, the first alone is looked at


def _json(order: Order, found: list[Assessment]) -> bytes:
    from kzstay.export.report_json import json_bytes

    return json_bytes(found, left_out=order.left_out)


def _ics(order: Order, found: list[Assessment]) -> bytes:
    from kzstay.export.ics import ics_bytes

    return ics_bytes(found, order.words, left_out=order.left_out)


def _csv(order: Order, found: list[Assessment]) -> bytes:
    from kzstay.export.csv import csv_bytes

    return csv_bytes(found, order.words, left_out=order.left_out)


_TEXTS: dict[str, Callable[[Order, list[Assessment]], bytes]] = {".json": _json, ".csv": _csv, ".ics": _ics}


def has_pages(document: Document, kind: Format) -> bool:
    """Tell whether a format shows what the pages of its document do; else it is lines."""
    return document.name != "report" or kind.suffix not in _TEXTS


def head(order: Order) -> str:
    """Return the first lines of a file. Raises NothingAhead."""
    found = order.assessed() if len(order.travellers) <= _MANY else order.first()
    text = _TEXTS[order.format.suffix](order, found).decode("utf-8-sig")
    return "\n".join(foreign.clean(line) for line in text[:LETTERS].splitlines()[:LINES])
