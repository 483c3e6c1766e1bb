"""Where pages end: no heading alone at the foot of one, no row and no short paragraph torn."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat, QTextTable

_WHOLE = 12  # pages; in a longer document rows may be torn, as to mend each one lays all pages out anew
# units; Qt lays nothing out below twice as many, and ends the process when it is asked about that
_DEEPEST = 2**22
_ROUNDED = 1  # unit
_HALF = 0.5
_SECTION = 2  # the level of its heading
_SHORT = 4  # lines of a paragraph that stays whole
_LEAST_ROWS = 3  # the header and two, of a table that gives its last one away
_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"


def keep_together(document: QTextDocument, height: float) -> None:
    """Begin a new page before a heading that would stand alone at the foot of one, or what would be torn.

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
            if mend_rows:
                _mend_note(document, table, height)
            block = document.findBlock(table.lastPosition())
            first = None
        elif block.blockFormat().headingLevel():
            first = first or block
            _mend(document, first, _held_by(document, block.next(), tables, height), height)
        elif _OBJECT in block.text():
            _mend(document, block, _foot(document, block.next()), height)
            first = None
        elif block.text():  # Qt puts an empty one after a table, which takes no room: a break before it is a page
            if not _at_edge(document, block, height):  # else Qt has begun a page already
                _mend(document, block, _foot(document, block), height)
            first = None
        block = block.next()


def _held_by(document: QTextDocument, block: QTextBlock, tables: dict[int, QTextTable], height: float) -> float:
    """Return the line that has to stand on the page of the heading before a block.

    Of a table that is the end of the first row under its header, of a list of facts the end of it.
    """
    table = tables.get(block.position())
    if table is None:
        return _foot(document, block)
    row = min(table.format().toTableFormat().headerRowCount() or table.rows(), table.rows() - 1)
    top, bottom = _lines_of(document, table, row)
    return bottom if _kept(top, bottom, height) else top


def _foot(document: QTextDocument, block: QTextBlock) -> float:
    """Return the last line of a block, of a long one the first: that may be torn."""
    return _line(document, block, last=block.layout().lineCount() <= _SHORT) if block.isValid() else 0.0


def _mend(document: QTextDocument, block: QTextBlock, line: float, height: float) -> None:
    """Begin a new page before a block, unless a line below stands on the same one; nought where there is none."""
    here = page_of(document, block, height)
    if line and (_at_edge(document, block, height) or here != int((line + _ROUNDED) // height)):
        _begin_page(document, block)


def _begin_page(document: QTextDocument, block: QTextBlock) -> None:
    form = QTextBlockFormat()
    form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    with _change(document):
        QTextCursor(block).mergeBlockFormat(form)


def bottom(document: QTextDocument) -> float:
    """Return where the last line ends."""
    return document.documentLayout().blockBoundingRect(document.lastBlock()).bottom()


def figure_pushed(document: QTextDocument) -> bool:
    """Tell whether a figure begins a page since there was no room for it on the one before."""
    block, always = document.begin(), QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
    while block.isValid():
        if _OBJECT in block.text() and block.blockFormat().pageBreakPolicy() & always:
            return True
        block = block.next()
    return False


def begin_last_page(document: QTextDocument, height: float, least: float) -> None:
    """Begin the last page with a heading of the one before, so that at ``least`` so much of it is filled.

    Nothing is done where that would leave less than half of the page before, or where no heading does it.
    """
    last = document.pageCount() - 1
    edge, end = last * height, bottom(document)
    block = document.lastBlock()
    while last and block.isValid():
        top = _line(document, block)
        if top < edge - height * _HALF:
            return
        if block.blockFormat().headingLevel() == _SECTION and end - top > least * height and top < edge:
            _begin_page(document, block)
            return
        block = block.previous()


def _mend_row(document: QTextDocument, table: QTextTable, row: int, height: float) -> None:
    """Push a torn row to the next page, where Qt repeats the header over it.

    Qt knows no other way than to make the row above it a little higher, so that no line fits under that.
    """
    top, bottom = _lines_of(document, table, row)
    if row == 0 or top // height == bottom // height or not _kept(top, bottom, height):
        return
    blocks = [table.cellAt(row, column).firstCursorPosition().block() for column in range(table.columns())]
    line = max(block.layout().lineAt(0).height() for block in blocks)
    _push(document, table, row, height - top % height - line / 2)


def _lines_of(document: QTextDocument, table: QTextTable, row: int) -> tuple[float, float]:
    """Return where the first and the last line of a row stand."""
    cells = [table.cellAt(row, column) for column in range(table.columns())]
    top = min(_line(document, cell.firstCursorPosition().block()) for cell in cells)
    return top, max(_line(document, cell.lastCursorPosition().block(), last=True) for cell in cells)


def _kept(top: float, bottom: float, height: float) -> bool:
    """Tell whether a row is low enough to be kept whole: pushing one that no page holds would take no end."""
    return bottom - top < height * _HALF


def _mend_note(document: QTextDocument, table: QTextTable, height: float) -> None:
    """Take the last row along where a line of small letters about the table would stand alone on the next page."""
    note, last = document.findBlock(table.lastPosition()).next(), table.rows() - 1
    if last < _LEAST_ROWS or not note.text() or note.charFormat().fontPointSize() >= _normal(document):
        return
    top, bottom = _lines_of(document, table, last)
    if int((_foot(document, note) + _ROUNDED) // height) != int((top + _ROUNDED) // height) and _kept(
        top, bottom, height
    ):
        line = table.cellAt(last, 0).firstCursorPosition().block().layout().lineAt(0).height()
        _push(document, table, last, height - top % height - line / 2)


def _normal(document: QTextDocument) -> float:
    return document.defaultFont().pointSizeF()


def _push(document: QTextDocument, table: QTextTable, row: int, room: float) -> None:
    """Make the row above one so much higher that no line of it fits on the page."""
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


def page_of(document: QTextDocument, block: QTextBlock, height: float) -> int:
    """Return on which page a block begins, counted from nought; pages are as high as given."""
    # Qt rounds: a line at the very end of a page stands on the next one
    return int((_line(document, block) + _ROUNDED) // height)


def _at_edge(document: QTextDocument, block: QTextBlock, height: float) -> bool:
    """Tell whether Qt, which rounds, draws a block at the end of one page and at the top of the next."""
    return page_of(document, block, height) != _line(document, block) // height


def _line(document: QTextDocument, block: QTextBlock, *, last: bool = False) -> float:
    """Return where a line of a block stands; the block itself may begin on the page before."""
    top = document.documentLayout().blockBoundingRect(block).top()  # lays the block out, so it comes first
    lines = block.layout()
    number = lines.lineCount() - 1 if last else 0
    return top + (lines.lineAt(number).y() if lines.lineCount() else 0)
