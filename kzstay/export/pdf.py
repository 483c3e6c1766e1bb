"""Blocks as PDF/A-1b: text that can be searched and copied, bundled fonts, no screen needed."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QLoggingCategory, QMarginsF, QPointF, QRect, QRectF, QSizeF, Qt
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
from kzstay.content.blocks import Block, Figure, Title
from kzstay.display import SILENCE, offscreen
from kzstay.drawing import paper
from kzstay.export.html import Paper, render
from kzstay.export.pdf_a import GREATEST, Bookmark, finished
from kzstay.files.atomic import target_of, write_whole
from kzstay.guard import guarded
from kzstay.paths import resource
from kzstay.texts import Words, foreign

Draw = Callable[[QPainter, QRectF], None]

_DPIS = 144, 72, 36  # a coarser one only where a place far down would be more than PDF/A-1 allows
_SIZES = 9.0, 8.6, 8.2  # points; a smaller one only where it saves a page with little on it
_WHOLE = 12  # pages; in a longer document rows may be torn, as to mend each one lays all pages out anew
_DEEPEST = (
    2**22
)  # units; Qt lays nothing out below twice as many, and ends the process when it is asked about that
_FOOT_POINTS = 7.2
_LITTLE = 0.25  # of a page
_SIDE, _TOP, _BOTTOM, _FOOT = 17.0, 16.0, 11.0, 9.0  # millimetres
_FIGURE = QTextFormat.ObjectTypes.UserObject + 1
_FIGURE_SIZE = QSizeF(paper.WIDTH, paper.HEIGHT)
_ANCHOR = "kzstay-figure-"
_ROUNDED = 1  # unit
_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"


class Chapter(NamedTuple):
    """What begins on a page of its own: blocks, and what draws their figure.

    ``draw_figure`` draws the timeline into the rectangle that it is given, whose units are like the pixels of a
    window: a font has its size set in pixels, and colours are opaque, as PDF/A-1 knows no transparency.
    """

    blocks: list[Block]
    draw_figure: Draw | None = None
    name: str = ""  # in the list of bookmarks; the title of the page where there is none


def pdf_bytes(parts: list[Chapter], w: Words, *, title: str, author: str = "") -> bytes:
    """Lay parts out on A4 pages and return them as one PDF/A-1b file."""
    ensure_application()
    register_fonts()
    failed: list[Exception] = []
    draws = [part.draw_figure and _kept_back(part.draw_figure, failed) for part in parts]
    for dpi in _DPIS:
        buffer = QBuffer()
        writer = _writer(buffer, dpi, title, author)
        area = QSizeF(writer.width(), writer.height() - _FOOT / 25.4 * dpi)
        documents = [_fitted(part.blocks, w, writer, area, draw) for part, draw in zip(parts, draws, strict=True)]
        if dpi == _DPIS[-1] or all(one.pageCount() * area.height() < GREATEST for one in documents):
            _draw(parts, documents, w, writer, area)
            break
    else:
        raise AssertionError
    if failed:
        raise failed[0]
    made = bytes(buffer.data().data())
    try:
        return finished(made, w.language, _bookmarks(parts, documents, area.height()))
    except ValueError:
        return made  # another Qt writes it otherwise: it is read all the same, without bookmarks


def _writer(buffer: QBuffer, dpi: int, title: str, author: str) -> QPdfWriter:
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
    writer.setResolution(dpi)
    writer.setTitle(foreign.clean(title))
    writer.setAuthor(foreign.clean(author))
    writer.setCreator(f"kzstay {__version__}")
    margins = QMarginsF(_SIDE, _TOP, _SIDE, _BOTTOM)
    page = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )
    writer.setPageLayout(page)
    return writer


def _draw(
    parts: list[Chapter], documents: list[QTextDocument], w: Words, writer: QPdfWriter, area: QSizeF
) -> None:
    lines = [next((block.line for block in part.blocks if isinstance(block, Title)), "") for part in parts]
    count = sum(document.pageCount() for document in documents)
    painter = QPainter(writer)
    try:
        drawn = 0
        for document, line in zip(documents, lines, strict=True):
            for number in range(document.pageCount()):
                if drawn:
                    writer.newPage()
                drawn += 1
                _draw_page(painter, document, number, area)
                of = w.gettext("page {n} of {count}").format(n=drawn, count=count)
                _draw_foot(painter, QSizeF(writer.width(), writer.height()), line, of, writer.resolution() / 96)
    finally:
        painter.end()


def _bookmarks(parts: list[Chapter], documents: list[QTextDocument], height: float) -> list[Bookmark]:
    """List a bookmark for each chapter that has a name, and under it one for each of its headings."""
    found: list[Bookmark] = []
    first = 0
    for part, document in zip(parts, documents, strict=True):
        title = part.name or next((block.text for block in part.blocks if isinstance(block, Title)), "")
        if title:
            found.append(Bookmark(foreign.remark(title), first))
        block = document.begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == 2:
                page = first + min(_page(document, block, height), document.pageCount() - 1)
                found.append(Bookmark(foreign.remark(block.text()), page, under=bool(title)))
            block = block.next()
        first += document.pageCount()
    return found


def write_pdf(parts: list[Chapter], w: Words, path: Path, *, title: str, author: str = "") -> None:
    """Write parts as a PDF file that is whole or not there at all. Raises OSError."""
    write_whole(target_of(path), pdf_bytes(parts, w, title=title, author=author))


def _kept_back(draw: Draw, failed: list[Exception]) -> Draw:
    """Keep an error of a drawing until Qt has returned; a report without its figure is none."""

    def held(painter: QPainter, place: QRectF) -> None:
        try:
            draw(painter, place)
        except Exception as error:  # noqa: BLE001 - raised again as soon as it can be
            failed.append(error)

    return held


_kept: list[QGuiApplication] = []


def ensure_application() -> None:
    """Start Qt without a display where no application runs yet; one that does run is left as it is."""
    if QGuiApplication.instance() is None:
        QLoggingCategory.setFilterRules(SILENCE)
        # Qt ends with the last reference to its application
        _kept.append(QGuiApplication(offscreen()))


@lru_cache(maxsize=1)
def register_fonts() -> None:
    """Make the bundled fonts known to Qt, whatever fonts the system has."""
    for file in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


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


def _fitted(blocks: list[Block], w: Words, writer: QPdfWriter, area: QSizeF, draw: Draw | None) -> QTextDocument:
    """Lay blocks out, in slightly smaller letters where only a few lines would stand on the last page."""
    first = _document(blocks, w, writer, area, draw, _SIZES[0])
    pages = first.pageCount()
    last = first.documentLayout().blockBoundingRect(first.lastBlock())
    if pages == 1 or pages > _WHOLE or last.bottom() / area.height() - (pages - 1) > _LITTLE:
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
    # A column is never narrower than its longest word
    option = document.defaultTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    document.setDefaultTextOption(option)
    document.setHtml(render(blocks, w, figure=_place if draw else None, points=points))
    if draw:
        size = QSizeF(area.width(), area.width() * _FIGURE_SIZE.height() / _FIGURE_SIZE.width())
        document.documentLayout().registerHandler(_FIGURE, _Drawing(document, size, draw))
        _put_figures(document)
    document.setPageSize(area)
    _keep_together(document, area.height())
    return document


def _font(points: float) -> QFont:
    font = QFont("Inter")
    font.setPointSizeF(points)
    return font


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
    if document.size().height() > _DEEPEST:
        return
    mend_rows = document.pageCount() <= _WHOLE
    frames = document.rootFrame().childFrames()
    tables = {frame.firstPosition(): frame for frame in frames if isinstance(frame, QTextTable)}
    first: QTextBlock | None = None  # of headings that follow one another
    block = document.begin()
    while block.isValid():
        table = tables.get(block.position())
        if table is not None:
            for row in range(table.rows() if mend_rows else 0):
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
    if after.isValid() and (
        _at_edge(document, heading, height) or _page(document, heading, height) != _page(document, after, height)
    ):
        form = QTextBlockFormat()
        form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        with _change(document):
            QTextCursor(heading).mergeBlockFormat(form)


def _mend_row(document: QTextDocument, table: QTextTable, row: int, height: float) -> None:
    """Push a torn row to the next page, where Qt repeats the header over it.

    Qt knows no other way than to make the row above it a little higher, so that no line fits under that.
    """
    cells = [table.cellAt(row, column) for column in range(table.columns())]
    blocks = [cell.firstCursorPosition().block() for cell in cells]
    top = min(_line(document, block) for block in blocks)
    bottom = max(_line(document, cell.lastCursorPosition().block(), last=True) for cell in cells)
    if row == 0 or top // height == bottom // height:
        return
    line = max(block.layout().lineAt(0).height() for block in blocks)
    room = height - top % height - line / 2
    with _change(document):
        for column in range(table.columns()):
            cell = table.cellAt(row - 1, column)
            form = cell.format().toTableCellFormat()
            form.setBottomPadding(
                form.bottomPadding() + room * 96 / document.documentLayout().paintDevice().logicalDpiY()
            )
            cell.setFormat(form)


@contextmanager
def _change(document: QTextDocument) -> Generator[None]:
    """Lay the document out once after several changes, and to its end, which Qt would put off."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    yield
    document.markContentsDirty(0, document.characterCount())
    cursor.endEditBlock()


def _page(document: QTextDocument, block: QTextBlock, height: float) -> int:
    # Qt rounds: a line at the very end of a page stands on the next one
    return int((_line(document, block) + _ROUNDED) // height)


def _at_edge(document: QTextDocument, block: QTextBlock, height: float) -> bool:
    """Tell whether Qt, which rounds, draws a block at the end of one page and at the top of the next."""
    return _page(document, block, height) != _line(document, block) // height


def _line(document: QTextDocument, block: QTextBlock, *, last: bool = False) -> float:
    """Return where a line of a block stands; the block itself may begin on the page before."""
    top = document.documentLayout().blockBoundingRect(block).top()  # lays the block out, so it comes first
    lines = block.layout()
    number = lines.lineCount() - 1 if last else 0
    return top + (lines.lineAt(number).y() if lines.lineCount() else 0)


def _draw_page(painter: QPainter, document: QTextDocument, number: int, area: QSizeF) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, QColor(Paper().text))
    context.clip = QRectF(QPointF(0, number * area.height()), area)
    painter.save()
    painter.translate(0, -number * area.height())
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _draw_foot(painter: QPainter, size: QSizeF, line: str, of: str, pixel: float) -> None:
    colours = Paper()
    painter.setFont(_font(_FOOT_POINTS))
    metrics = painter.fontMetrics()
    height = metrics.height()
    top = size.height() - height
    painter.setPen(QPen(QColor(colours.line), pixel * 0.75))
    painter.drawLine(QPointF(0, top - height * 0.5), QPointF(size.width(), top - height * 0.5))
    painter.setPen(QColor(colours.muted))
    room = size.width() - metrics.horizontalAdvance(of) - height * 2
    line = metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(room))
    painter.drawText(QRectF(0, top, room, height), Qt.AlignmentFlag.AlignLeft, line)
    painter.drawText(QRectF(0, top, size.width(), height), Qt.AlignmentFlag.AlignRight, of)
