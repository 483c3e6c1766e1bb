"""Blocks laid out on pages, for whatever draws them: a PDF file, a printer, a picture of the first one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPagedPaintDevice,
    QPaintDevice,
    QPainter,
    QPalette,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from kzstay.content.blocks import Block, Figure, Title
from kzstay.drawing import paper
from kzstay.export import letters
from kzstay.export.fonts import font
from kzstay.export.formats import Told, quiet
from kzstay.export.html import Paper, render
from kzstay.export.page_breaks import begin_last_page, bottom, figure_pushed, keep_together, page_of
from kzstay.export.pdf_a import Bookmark
from kzstay.guard import guarded
from kzstay.texts import Words, foreign

Draw = Callable[[QPainter, QRectF], None]
Draft = Callable[[], tuple[str, float]]
"""Makes the markup of a page, and says the size of its letters in points."""

_SIZES = 9.0, 8.6, 8.2, 8.0  # points; a smaller one only where it saves a page with little on it
_WHOLE = 12  # pages; a longer document is not laid out once more to save one
_FOOT_POINTS = 7.2
_FEW = 4  # pages
_LITTLE = 0.4  # of a page
_FOOT = 9.0  # millimetres
_INCH = 25.4  # millimetres
_FIGURE = QTextFormat.ObjectTypes.UserObject + 1
_FIGURE_SIZE = QSizeF(paper.WIDTH, paper.HEIGHT)
_ROUNDED = 1  # unit
_ANCHOR = "kzstay-figure-"
_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"


class Chapter(NamedTuple):
    """What begins on a page of its own: blocks, and what draws their figure.

    ``draw_figure`` draws the timeline into the rectangle that it is given, whose units are like the pixels of a
    window: a font has its size set in pixels, and colours are opaque, as PDF/A-1 knows no transparency.
    """

    blocks: list[Block]
    draw_figure: Draw | None = None
    name: str = ""  # in the list of bookmarks; the title of the page where there is none
    drafts: Sequence[Draft] = ()  # of a single page, in place of the blocks: the first that fits is taken


class Pages:
    """Parts laid out for a device, each on pages of its own."""

    def __init__(
        self, parts: list[Chapter], w: Words, device: QPaintDevice, size: QSizeF, told: Told = quiet
    ) -> None:
        """Lay parts out on pages of a size, in units of the device, whose foot is kept free.

        ``told`` hears of each part what share of them is laid out. ``lacking`` is then what no font has of them.
        """
        self._parts: list[Chapter] = []
        lacking: list[str] = []
        self._w = w
        self._size = size
        self._device = device
        self._failed: list[Exception] = []
        self._area = QSizeF(size.width(), size.height() - _FOOT / _INCH * device.logicalDpiY())
        self._documents: list[QTextDocument] = []
        for number, part in enumerate(parts):
            told(number / len(parts))
            blocks, without = letters.prepared(part.blocks, w)
            lacking.append(without)
            self._parts.append(part._replace(blocks=blocks))
            draw = part.draw_figure and _kept_back(part.draw_figure, self._failed)
            self._documents.append(
                _single(part.drafts, device, self._area)
                if part.drafts
                else _fitted(blocks, w, device, self._area, draw)
            )
        self.lacking = "".join(dict.fromkeys("".join(lacking)))
        self._counts = [document.pageCount() for document in self._documents]
        self.count = sum(self._counts)

    @property
    def deepest(self) -> float:
        """Return how far down the last line of the longest part stands, in units of the device."""
        return max(self._counts) * self._area.height()

    def draw(self, painter: QPainter, number: int, *, counted: bool = True) -> None:
        """Draw one page, counted from nought. Raises what the drawing of a figure raised.

        ``counted`` says that its foot tells how many pages there are.
        """
        told = self._w.gettext("page {n} of {count}") if counted else self._w.gettext("page {n}")
        of = told.format(n=number + 1, count=self.count)
        for part, document, count in zip(self._parts, self._documents, self._counts, strict=True):
            if number < count:
                _draw_page(painter, document, number, self._area)
                title = next((block for block in part.blocks if isinstance(block, Title)), Title(""))
                right = " · ".join(filter(None, (title.mark, "" if part.drafts else of)))
                _draw_foot(painter, self._size, title.foot or title.line, right, self._device.logicalDpiY() / 96)
                break
            number -= count
        if self._failed:
            raise self._failed[0]

    def draw_all(self, device: QPagedPaintDevice, told: Told = quiet) -> None:
        """Draw every page on a device that has pages; ``told`` hears what share is drawn."""
        painter = QPainter(device)
        try:
            for number in range(self.count):
                told(number / self.count)
                if number:
                    device.newPage()
                self.draw(painter, number)
        finally:
            painter.end()

    def bookmarks(self) -> list[Bookmark]:
        """List a bookmark for each part that has a name, and under it one for each of its headings."""
        found: list[Bookmark] = []
        first = 0
        for part, document, count in zip(self._parts, self._documents, self._counts, strict=True):
            title = part.name or next((block.text for block in part.blocks if isinstance(block, Title)), "")
            if title:
                found.append(Bookmark(foreign.remark(title), first))
            block = document.begin()
            while block.isValid():
                if block.blockFormat().headingLevel() == 2:
                    page = first + min(page_of(document, block, self._area.height()), count - 1)
                    found.append(Bookmark(foreign.remark(block.text()), page, under=bool(title)))
                block = block.next()
            first += count
        return found


def _kept_back(draw: Draw, failed: list[Exception]) -> Draw:
    """Keep an error of a drawing until Qt has returned; a report without its figure is none."""

    def held(painter: QPainter, place: QRectF) -> None:
        try:
            draw(painter, place)
        except Exception as error:  # noqa: BLE001 - raised again as soon as it can be
            failed.append(error)

    return held


@guarded
class _Drawing(QPyTextObject):
    """A picture that flows with the text and stays made of lines and letters."""

    def __init__(self, document: QTextDocument, size: QSizeF, draw: Draw) -> None:
        super().__init__(document)
        self._size = size
        self._draw = draw

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: A002
        return self._size

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,  # noqa: A002
    ) -> None:
        painter.save()
        painter.translate(QPointF(rect.topLeft()))
        painter.scale(rect.width() / _FIGURE_SIZE.width(), rect.height() / _FIGURE_SIZE.height())
        self._draw(painter, QRectF(QPointF(), _FIGURE_SIZE))
        painter.restore()


def _fitted(blocks: list[Block], w: Words, device: QPaintDevice, area: QSizeF, draw: Draw | None) -> QTextDocument:
    """Lay blocks out so that the last page holds more than a few lines, where that can be.

    Slightly smaller letters may save that page; else it begins with an earlier heading.
    """

    def lay_out(points: float, *, full_end: bool = False) -> QTextDocument:
        return _document(blocks, w, device, area, draw, points, _LITTLE if full_end else 0)

    first = lay_out(_SIZES[0])
    if first.size().width() > area.width() + 1:  # a table whose longest words need more
        return lay_out(_SIZES[-1])
    if first.pageCount() > _WHOLE or _ends_well(first, area):
        return first
    fewest = first
    for points in _SIZES[1:]:
        document = lay_out(points)
        if _better(document, fewest, area):
            fewest = document
            if _ends_well(document, area):
                return document
    if not _ends_with_little(fewest, area):
        return fewest
    moved = lay_out(fewest.defaultFont().pointSizeF(), full_end=True)
    return moved if moved.pageCount() == fewest.pageCount() else fewest


def _ends_well(document: QTextDocument, area: QSizeF) -> bool:
    """Tell whether there is more than a little on the last page, and in a short document no room before a figure.

    What a figure left empty that had none on its page may be had in smaller letters.
    """
    pushed = document.pageCount() <= _FEW and figure_pushed(document)
    return not pushed and not _ends_with_little(document, area)


def _ends_with_little(document: QTextDocument, area: QSizeF) -> bool:
    pages = document.pageCount()
    return pages > 1 and bottom(document) / area.height() - (pages - 1) <= _LITTLE


def _better(document: QTextDocument, other: QTextDocument, area: QSizeF) -> bool:
    """Tell whether one has less pages, or as many, its figure where it belongs and more than little at its end."""
    pages, others = document.pageCount(), other.pageCount()
    settled = figure_pushed(other) and not figure_pushed(document) and not _ends_with_little(document, area)
    return pages < others or (pages == others and settled)


def _single(drafts: Sequence[Draft], device: QPaintDevice, area: QSizeF) -> QTextDocument:
    """Lay out the first draft that stands on one page, with no word beyond its edge; the last one if none does."""
    document = QTextDocument()
    for draft in drafts:
        markup, points = draft()
        document = _empty(points)
        document.setHtml(markup)
        document.documentLayout().setPaintDevice(device)
        document.setPageSize(area)
        if document.pageCount() == 1 and document.size().width() <= area.width() + _ROUNDED:
            break
    return document


def _document(
    blocks: list[Block],
    w: Words,
    device: QPaintDevice,
    area: QSizeF,
    draw: Draw | None,
    points: float,
    least: float,
) -> QTextDocument:
    """Lay blocks out; with ``least`` so much of the last page is filled, where an earlier heading may begin it."""
    document = _empty(points)
    document.setHtml(render(blocks, w, figure=_place if draw else None, points=points))
    if draw:
        _put_figures(document)
    # Whoever asks for the layout makes it, and each change from then on lays the document out again
    layout = document.documentLayout()
    layout.setPaintDevice(device)
    if draw:
        size = QSizeF(area.width(), area.width() * _FIGURE_SIZE.height() / _FIGURE_SIZE.width())
        layout.registerHandler(_FIGURE, _Drawing(document, size, draw))
    document.setPageSize(area)
    if least:
        begin_last_page(document, area.height(), least)
    keep_together(document, area.height())
    return document


def _empty(points: float) -> QTextDocument:
    """Return a document for letters of a size that is not laid out yet."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    document.setDefaultFont(font(points))
    # A column is never narrower than its longest word
    option = document.defaultTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    document.setDefaultTextOption(option)
    return document


def _place(figure: Figure) -> str:
    return f'<a name="{_ANCHOR}{figure.name}">{_OBJECT}</a>'


def _put_figures(document: QTextDocument) -> None:
    """Turn the places of figures into objects that draw themselves."""
    cursor = document.find(_OBJECT)
    while not cursor.isNull():
        form = QTextCharFormat()
        form.setObjectType(_FIGURE)
        cursor.insertText(_OBJECT, form)
        cursor = document.find(_OBJECT, cursor)


def _draw_page(painter: QPainter, document: QTextDocument, number: int, area: QSizeF) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, QColor(Paper().text))
    context.clip = QRectF(QPointF(0, number * area.height()), area)
    painter.save()
    painter.translate(0, -number * area.height())
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _draw_foot(painter: QPainter, size: QSizeF, line: str, right: str, pixel: float) -> None:
    colours = Paper()
    painter.setFont(font(_FOOT_POINTS))
    metrics = painter.fontMetrics()
    height = metrics.height()
    top = size.height() - height
    painter.setPen(QPen(QColor(colours.line), pixel * 0.75))
    painter.drawLine(QPointF(0, top - height * 0.5), QPointF(size.width(), top - height * 0.5))
    painter.setPen(QColor(colours.muted))
    room = size.width() - metrics.horizontalAdvance(right) - height * 2
    line = metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(room))
    painter.drawText(QRectF(0, top, room, height), Qt.AlignmentFlag.AlignLeft, line)
    painter.drawText(QRectF(0, top, size.width(), height), Qt.AlignmentFlag.AlignRight, right)
