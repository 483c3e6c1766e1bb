"""The picture of a first page, as sharp as the screen, laid out as the paper is."""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from kzstay.content.blocks import Block, Table
from kzstay.export.fonts import register_fonts
from kzstay.export.layout import Chapter, Pages
from kzstay.export.pdf import BOTTOM, SIDE, TOP
from kzstay.texts import Words
from kzstay.ui.window.exporting.order import Known, Order

A4 = 210.0, 297.0  # millimetres
_DPI = 144  # as the PDF file has it, so that every line breaks where it does there
_DOT = _DPI / 25.4  # of a millimetre
_ROWS = 80  # of a table; more of them stand on no first page


class Picture(NamedTuple):
    """A page in pixels of the screen, and how many pages there are; None where they were not counted."""

    image: QImage
    pages: int | None


def first_page(order: Order, width: int, known: Known | None = None) -> Picture:
    """Draw the first page of a document, so many pixels wide. Raises what the drawing of a figure raises.

    ``known`` is whom one need not assess again.
    """
    register_fonts()
    chapter = order.first_chapter(order.assessed(known=known))
    shorter = _shorter(chapter)
    counted = shorter is chapter and len(order.travellers) == 1
    return _drawn(shorter, order.words, width, counted=counted)


def _shorter(chapter: Chapter) -> Chapter:
    """Leave out what no first page shows: to lay out hundreds of rows takes seconds."""
    blocks: list[Block] = [
        msgspec.structs.replace(block, rows=block.rows[:_ROWS])
        if isinstance(block, Table) and len(block.rows) > _ROWS
        else block
        for block in chapter.blocks
    ]
    return chapter if blocks == chapter.blocks else chapter._replace(blocks=blocks)


def _drawn(chapter: Chapter, w: Words, width: int, *, counted: bool) -> Picture:
    device = _image(1, 1)
    size = QSizeF(int((A4[0] - 2 * SIDE) * _DOT), int((A4[1] - TOP - BOTTOM) * _DOT))
    pages = Pages([chapter], w, device, size)
    image = _image(width, round(width * A4[1] / A4[0]))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    try:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        scale = width / (A4[0] * _DOT)
        painter.scale(scale, scale)
        painter.translate(SIDE * _DOT, TOP * _DOT)
        pages.draw(painter, 0, counted=counted)
    finally:
        painter.end()
    return Picture(image, pages.count if counted else None)


def _image(width: int, height: int) -> QImage:
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_RGB32)
    dots = round(_DPI / 0.0254)  # of a metre
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    return image
