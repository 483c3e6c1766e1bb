"""A PDF file made and read back."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from pypdf import PageObject, PdfReader
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from kzstay.content.blocks import Block
from kzstay.core.case import Stay, Traveller
from kzstay.export import pdf
from kzstay.export.layout import Draw
from kzstay.i18n import Language
from kzstay.texts import Words
from tests.helpers import day, traveller

Pages = Callable[..., list[Block]]
Speak = Callable[[Language], Words]


def opened(blocks: list[Block], w: Words, draw: Draw | None = None) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.pdf_bytes([pdf.Chapter(blocks, draw)], w, title="A report", author="Me")))


def text(page: PageObject) -> str:
    # Qt writes a space as a step to the right, which is read as a tab
    return " ".join(page.extract_text().split())


def whole(reader: PdfReader) -> str:
    return " ".join(text(page) for page in reader.pages)


def bars(painter: QPainter, area: QRectF) -> None:
    painter.fillRect(area, QColor("#E8F2F8"))
    font = QFont("Inter")
    font.setPixelSize(12)
    painter.setFont(font)
    painter.setPen(QColor("#16202A"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "drawn by hand")


def objects(reader: PdfReader) -> list[Any]:
    found: list[Any] = []
    for page in reader.pages:
        resources: Any = page["/Resources"]
        found += [item.get_object() for item in resources.get("/XObject", {}).values()]
    return found


def often(count: int, every: int) -> Traveller:
    """Build a traveller with short stays in 2019 and later, every so many of them with a note of two lines."""
    entries = [day("2019-01-10") + timedelta(days=14 * number) for number in range(count)]
    note = "a note that is long enough to need two lines of the table at the very least"
    return traveller(
        "RU",
        *(
            Stay(entry=entry, exit=entry + timedelta(days=4), notified=entry, note="" if number % every else note)
            for number, entry in enumerate(entries)
        ),
        born="1980-03-04",
        name="Константинопольский-Преображенский Александр Владимирович Максимилианович",
    )
