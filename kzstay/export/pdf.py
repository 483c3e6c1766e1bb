"""Blocks as PDF/A-1b: text that can be searched and copied, bundled fonts, no screen needed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from kzstay import __version__
from kzstay.export.fonts import ensure_application, register_fonts
from kzstay.export.formats import Told, quiet
from kzstay.export.layout import Chapter, Pages
from kzstay.export.pdf_a import GREATEST, finished
from kzstay.files.atomic import target_of, write_whole
from kzstay.texts import Words, foreign

_DPIS = 144, 72, 36  # a coarser one only where a place far down would be more than PDF/A-1 allows
SIDE, TOP, BOTTOM = 17.0, 16.0, 11.0  # millimetres


def pdf_bytes(parts: list[Chapter], w: Words, *, title: str, author: str = "", told: Told = quiet) -> bytes:
    """Lay parts out on A4 pages and return them as one PDF/A-1b file; ``told`` hears how far it is."""
    return _made(parts, w, title, author, told)[0]


def write_pdf(parts: list[Chapter], w: Words, path: Path, *, title: str, told: Told = quiet) -> str:
    """Write parts as a PDF file that is whole or not there at all. Raises OSError.

    Return the letters that no font here can draw, each once, which the file has not.
    """
    made, lacking = _made(parts, w, title, "", told)
    write_whole(target_of(path), made)
    return lacking


def _made(parts: list[Chapter], w: Words, title: str, author: str, told: Told) -> tuple[bytes, str]:
    ensure_application()
    register_fonts()
    for dpi in _DPIS:
        buffer = QBuffer()
        writer = _writer(buffer, dpi, title, author)
        pages = Pages(parts, w, writer, QSizeF(writer.width(), writer.height()), lambda share: told(share / 2))
        if dpi == _DPIS[-1] or pages.deepest < GREATEST:
            pages.draw_all(writer, lambda share: told((1 + share) / 2))
            break
    else:
        raise AssertionError
    made = bytes(buffer.data().data())
    try:
        return finished(made, w.language, pages.bookmarks()), pages.lacking
    except ValueError:
        return made, pages.lacking  # another Qt writes it otherwise: it is read all the same, without bookmarks


def _writer(buffer: QBuffer, dpi: int, title: str, author: str) -> QPdfWriter:
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
    writer.setResolution(dpi)
    writer.setTitle(foreign.clean(title))
    writer.setAuthor(foreign.clean(author))
    writer.setCreator(f"kzstay {__version__}")
    margins = QMarginsF(SIDE, TOP, SIDE, BOTTOM)
    page = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )
    writer.setPageLayout(page)
    return writer
