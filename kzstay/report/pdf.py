"""The report as PDF/A-1b: text that can be searched and copied, bundled fonts, no screen needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPen,
    QPyTextObject,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
    QTextTable,
)

from kzstay import __version__
from kzstay.files.store import write_whole
from kzstay.paths import resource
from kzstay.report.blocks import Block, Figure, Title
from kzstay.report.html import Paper, render
from kzstay.texts import Words

Draw = Callable[[QPainter, QRectF], None]

_DPI = 1200
_SIZES = 9.0, 8.6, 8.2  # points; a smaller one only where it saves a page with little on it
_FOOT_POINTS = 7.2
_LITTLE = 0.25  # of a page
_SIDE, _TOP, _BOTTOM, _FOOT = 17.0, 16.0, 11.0, 9.0  # millimetres
_FIGURE = QTextFormat.ObjectTypes.UserObject + 1
_FIGURE_HEIGHT = 0.27  # of its width
_ANCHOR = "kzstay-figure-"
_PIXEL = _DPI / 96  # of the drawing in a figure
_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"


def pdf_bytes(
    blocks: list[Block],
    w: Words,
    *,
    title: str,
    author: str = "",
    draw_figure: Draw | None = None,
) -> bytes:
    """Lay blocks out on A4 pages and return them as a PDF/A-1b file.

    ``draw_figure`` draws the timeline into the rectangle that it is given, in units of 1/96 inch: a font there
    has its size set in pixels, and colours are opaque, as PDF/A-1 knows no transparency.
    """
    ensure_application()
    register_fonts()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    writer.setAuthor(author)
    writer.setCreator(f"kzstay {__version__}")
    margins = QMarginsF(_SIDE, _TOP, _SIDE, _BOTTOM)
    page = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )
    writer.setPageLayout(page)
    area = QSizeF(writer.width(), writer.height() - _FOOT / 25.4 * _DPI)
    document = _fitted(blocks, w, writer, area, draw_figure)
    line = next((block.line for block in blocks if isinstance(block, Title)), "")
    painter = QPainter(writer)
    try:
        count = document.pageCount()
        for number in range(count):
            if number:
                writer.newPage()
            _draw_page(painter, document, number, area)
            of = w.gettext("page {n} of {count}").format(n=number + 1, count=count)
            _draw_foot(painter, QSizeF(writer.width(), writer.height()), line, of)
    finally:
        painter.end()
    return bytes(buffer.data().data())


def write_pdf(
    blocks: list[Block],
    w: Words,
    path: Path,
    *,
    title: str,
    author: str = "",
    draw_figure: Draw | None = None,
) -> None:
    """Write blocks as a PDF file that is whole or not there at all. Raises OSError."""
    write_whole(path, pdf_bytes(blocks, w, title=title, author=author, draw_figure=draw_figure))


_kept: list[QGuiApplication] = []


def ensure_application() -> None:
    """Start Qt without a display where no application runs yet; one that does run is left as it is."""
    if QGuiApplication.instance() is None:
        # Qt ends with the last reference to its application
        _kept.append(QGuiApplication(["kzstay", "-platform", "offscreen"]))


@lru_cache(maxsize=1)
def register_fonts() -> None:
    """Make the bundled fonts known to Qt, whatever fonts the system has."""
    for file in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


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
        painter.scale(_PIXEL, _PIXEL)
        self._draw(painter, QRectF(0, 0, rect.width() / _PIXEL, rect.height() / _PIXEL))
        painter.restore()


def _fitted(blocks: list[Block], w: Words, writer: QPdfWriter, area: QSizeF, draw: Draw | None) -> QTextDocument:
    """Lay blocks out, in slightly smaller letters where only a few lines would stand on the last page."""
    first = _document(blocks, w, writer, area, draw, _SIZES[0])
    pages = first.pageCount()
    last = first.documentLayout().blockBoundingRect(first.lastBlock())
    if pages == 1 or last.bottom() / area.height() - (pages - 1) > _LITTLE:
        return first
    for points in _SIZES[1:]:
        document = _document(blocks, w, writer, area, draw, points)
        if document.pageCount() < pages:
            return document
    return first


def _document(
    blocks: list[Block], w: Words, writer: QPdfWriter, area: QSizeF, draw: Draw | None, points: float
) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    document.setDefaultFont(_font(points))
    document.documentLayout().setPaintDevice(writer)
    # A name without a single space must not run off the page
    document.setDefaultTextOption(_wrapping())
    document.setHtml(render(blocks, w, figure=_place if draw else None, points=points))
    if draw:
        size = QSizeF(area.width(), round(area.width() * _FIGURE_HEIGHT))
        document.documentLayout().registerHandler(_FIGURE, _Drawing(document, size, draw))
        _put_figures(document)
    document.setPageSize(area)
    _keep_together(document, area.height())
    return document


def _font(points: float) -> QFont:
    font = QFont("Inter")
    font.setPointSizeF(points)
    return font


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


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


def _keep_together(document: QTextDocument, height: float) -> None:
    """Begin a new page before a heading that would stand alone at the foot of one, or a row that would be torn.

    What is mended moves all that follows, so one place is mended at a time, from the first page to the last.
    """
    frames = document.rootFrame().childFrames()
    tables = {frame.firstPosition(): frame for frame in frames if isinstance(frame, QTextTable)}
    first: QTextBlock | None = None  # of headings that follow one another
    block = document.begin()
    while block.isValid():
        table = tables.get(block.position())
        if table is not None:
            for row in range(table.rows()):
                _mend_row(document, table, row, height)
            block = document.findBlock(table.lastPosition())
            first = None
        elif block.blockFormat().headingLevel():
            first = first or block
            _mend_heading(document, first, _held_by(block.next(), tables), height)
        else:
            first = None
        block = block.next()


def _held_by(block: QTextBlock, tables: dict[int, QTextTable]) -> QTextBlock:
    """Return what has to stand on the page of the heading before a block.

    Of a table that is the first row under its header, of a list of facts the last one; else the block itself.
    """
    table = tables.get(block.position())
    if table is None:
        return block
    row = min(table.format().toTableFormat().headerRowCount() or table.rows(), table.rows() - 1)
    return table.cellAt(row, 0).firstCursorPosition().block()


def _mend_heading(document: QTextDocument, heading: QTextBlock, after: QTextBlock, height: float) -> None:
    if after.isValid() and _line(document, heading) // height != _line(document, after) // height:
        form = QTextBlockFormat()
        form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        with _change(document):
            QTextCursor(heading).mergeBlockFormat(form)


def _mend_row(document: QTextDocument, table: QTextTable, row: int, height: float) -> None:
    """Push a row to the next page by its padding: Qt knows no better way, and gives it the header there."""
    cells = [table.cellAt(row, column) for column in range(table.columns())]
    tops = [_line(document, cell.firstCursorPosition().block()) for cell in cells]
    bottoms = [_line(document, cell.lastCursorPosition().block(), last=True) for cell in cells]
    if min(tops) // height == max(bottoms) // height:
        return
    room = height - min(tops) % height
    with _change(document):
        for cell in cells:
            form = cell.format().toTableCellFormat()
            form.setTopPadding(form.topPadding() + room / _PIXEL)
            cell.setFormat(form)


@contextmanager
def _change(document: QTextDocument) -> Iterator[None]:
    """Lay the document out once after several changes, and to its end, which Qt would put off."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    yield
    document.markContentsDirty(0, document.characterCount())
    cursor.endEditBlock()


def _line(document: QTextDocument, block: QTextBlock, *, last: bool = False) -> float:
    """Return where a line of a block stands; the block itself may begin on the page before."""
    top = document.documentLayout().blockBoundingRect(block).top()  # lays the block out, so it comes first
    lines = block.layout()
    return top + lines.lineAt(lines.lineCount() - 1 if last else 0).y()


def _draw_page(painter: QPainter, document: QTextDocument, number: int, area: QSizeF) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, QColor(Paper().text))
    context.clip = QRectF(QPointF(0, number * area.height()), area)
    painter.save()
    painter.translate(0, -number * area.height())
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _draw_foot(painter: QPainter, size: QSizeF, line: str, of: str) -> None:
    colours = Paper()
    painter.setFont(_font(_FOOT_POINTS))
    metrics = painter.fontMetrics()
    height = metrics.height()
    top = size.height() - height
    painter.setPen(QPen(QColor(colours.line), _PIXEL * 0.75))
    painter.drawLine(QPointF(0, top - height * 0.5), QPointF(size.width(), top - height * 0.5))
    painter.setPen(QColor(colours.muted))
    room = size.width() - metrics.horizontalAdvance(of) - height * 2
    line = metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(room))
    painter.drawText(QRectF(0, top, room, height), Qt.AlignmentFlag.AlignLeft, line)
    painter.drawText(QRectF(0, top, size.width(), height), Qt.AlignmentFlag.AlignRight, of)
