"""A report as PDF against Qt alone, which lays the same words and tables out once, with no page mended."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument

from kzstay.bundled import law
from kzstay.core.assess import assess
from kzstay.core.case import Traveller
from kzstay.core.days import DAY
from kzstay.export import pdf
from kzstay.export.fonts import ensure_application, font, register_fonts
from kzstay.export.html import render
from kzstay.export.layout import Chapter
from kzstay.export.report_pdf import chapters
from kzstay.texts.words import words
from tests.bench.bench_core import timed
from tests.helpers import day, stay, traveller

ON, WORDS = day("2026-11-22"), words("en")


def measure() -> Iterator[tuple[str, float, float]]:
    """Give what was done, our seconds and those of the reference."""
    ensure_application()
    register_fonts()
    one, many, times = [_often(60)], [_often(600)], 10
    twelve = [msgspec.structs.replace(_often(8), name=f"Anna {number}") for number in range(12)]
    for name, people in (("60 stays", one), ("12 travellers", twelve)):
        plain = timed(lambda: _bare(_chapters(people)), 3)[0]  # noqa: B023
        yield f"PDF of {name}, against Qt alone", timed(lambda: _made(people), 3)[0], plain  # noqa: B023
    yield (
        "PDF of 600 stays, against ten of 60",
        timed(lambda: _made(many), 1)[0],
        times * timed(lambda: _made(one))[0],
    )


def _often(count: int) -> Traveller:
    """Return a traveller with short stays, the last of them a week ago."""
    entries = [ON - DAY * (40 * number + 20) for number in range(count)]
    return traveller("DE", *(stay(entry.isoformat(), (entry + DAY * 12).isoformat()) for entry in entries))


def _chapters(people: list[Traveller]) -> list[Chapter]:
    return chapters([assess(who, ON, law()) for who in people], WORDS)


def _made(people: list[Traveller]) -> bytes:
    return pdf.pdf_bytes(_chapters(people), WORDS, title="T")


def _bare(parts: list[Chapter]) -> bytes:
    """Write the same words and tables, without a picture and without looking where pages end."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    for part in parts:
        document = QTextDocument()
        document.setDefaultFont(font(9))
        document.setHtml(render(part.blocks, WORDS, points=9))
        document.print_(writer)
    return bytes(buffer.data().data())
