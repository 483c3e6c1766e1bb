"""Printing: the pages of a document on the paper that was chosen, or into a file that is whole or not there.

QtPrintSupport is read in when somebody prints.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from kzstay.export.fonts import register_fonts
from kzstay.export.formats import Told
from kzstay.export.layout import Chapter, Pages
from kzstay.export.pdf import BOTTOM, SIDE, TOP
from kzstay.files.atomic import target_of, write_whole
from kzstay.texts import Words

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_LAID_OUT = 0.6  # of the work


class NotPrinted(Exception):  # noqa: N818 - what happened
    """The printer takes nothing."""


def choose_printer(parent: QWidget, title: str) -> QPrinter | None:
    """Ask on what to print; None where somebody thinks better of it."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    margins = QMarginsF(SIDE, TOP, SIDE, BOTTOM)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    try:
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None
    finally:
        dialog.deleteLater()


def print_on(printer: QPrinter, parts: list[Chapter], w: Words, told: Told) -> str:
    """Print pages, or write them where the printer is a file, and return the letters that no font has.

    Raises NotPrinted; OSError; Stopped.
    """
    register_fonts()
    chosen = printer.outputFileName()
    if not chosen:
        return _draw(printer, parts, w, told)
    # Qt would write over the old file page by page
    with tempfile.TemporaryDirectory(prefix="kzstay-") as folder:
        aside = Path(folder) / "printed.pdf"
        printer.setOutputFileName(str(aside))
        lacking = _draw(printer, parts, w, told)
        write_whole(target_of(Path(chosen)), aside.read_bytes())
    return lacking


def _draw(printer: QPrinter, parts: list[Chapter], w: Words, told: Told) -> str:
    size = printer.pageLayout().paintRectPixels(printer.resolution()).size()
    pages = Pages(parts, w, printer, QSizeF(size), lambda share: told(share * _LAID_OUT))
    painter = QPainter()
    if not painter.begin(printer):
        raise NotPrinted
    try:
        chosen = list(_chosen(printer, pages.count))
        for place, number in enumerate(chosen):
            told(_LAID_OUT + place / len(chosen) * (1 - _LAID_OUT))
            if place and not printer.newPage():
                raise NotPrinted
            pages.draw(painter, number)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    return pages.lacking


def _chosen(printer: QPrinter, count: int) -> Iterator[int]:
    """Yield the pages that were asked for, counted from nought."""
    from PySide6.QtPrintSupport import QPrinter as Kinds

    first, last = 1, count
    if printer.printRange() == Kinds.PrintRange.PageRange and printer.fromPage():
        first, last = min(count, printer.fromPage()), min(count, printer.toPage() or count)
    numbers = range(first - 1, last)
    yield from reversed(numbers) if printer.pageOrder() == Kinds.PageOrder.LastPageFirst else numbers
