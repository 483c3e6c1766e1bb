"""The widths of the table of stays: no day and no state is cut as long as another column has room to spare."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from kzstay.guard import guarded
from kzstay.ui.pages.stays.model import DAYS, ENTRY, EXIT, NOTE, NOTIFIED, REGISTERED, STATUS, StaysModel
from kzstay.ui.widgets.cell_room import BESIDE_SIGN, CELL, longest_word, one_line, two_lines
from kzstay.ui.widgets.parts import ROW_HEIGHT
from kzstay.ui.widgets.theme import scaled

WIDTHS = {
    ENTRY: 150,
    EXIT: 150,
    DAYS: 76,
    STATUS: 260,
    NOTIFIED: 140,
    REGISTERED: 140,
    NOTE: 130,
}  # where there is room
TALLEST, AROUND = 10_000, 18  # pixels; the second over and under the words of a row with several lines
LOOKED_AT = 60  # rows whose words make a column wide
FOLDING = STATUS, EXIT  # whose words go on in further lines where there is too little room, in turn


@guarded
class StaysNames(QHeaderView):
    """The names of the columns; ``held`` tells whether the mouse has hold of one."""

    held = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)  # as that which a table has by itself

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.held.emit(True)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.held.emit(False)
        super().mouseReleaseEvent(event)


class StaysColumns(QObject):
    """Gives the columns their widths, until a person gives one another width.

    The room is told by the table: whoever asks Qt for a part that Qt made itself, as the one that shows the rows,
    has PySide6 make every kind of part that there is, which takes a megabyte and a fiftieth of the start.
    """

    def __init__(self, table: QTableView, names: StaysNames, model: StaysModel) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self._needed: dict[int, int] = {}
        self._folds: dict[int, list[int]] = {}  # the widths for two lines, and in which no word is broken
        self._own = self._held = self._folded = False
        self._room = 0
        names.sectionResized.connect(self._on_resized)
        names.held.connect(self._hold)
        for told in (model.modelReset, model.dataChanged, model.headerDataChanged):
            told.connect(self.outdate)

    def outdate(self) -> None:
        """Measure anew what the columns need."""
        self._needed.clear()
        self.fit()

    def take_room(self, width: int) -> None:
        """Fit into some room."""
        self._room = width
        self.fit()

    def fit(self) -> None:
        """Give each column what it would have, or, where that is too much, what it needs; notes give way first."""
        table = self._table
        shown = [column for column in WIDTHS if not table.isColumnHidden(column)]
        if self._own or not table.isVisible():
            return
        needed = self._needed = self._needed or {column: self._width(column) for column in WIDTHS}
        widths = {column: max(WIDTHS[column], needed[column]) for column in shown}
        for column, least in self._giving_way(shown):
            spare = sum(widths.values()) - self._room
            widths[column] -= max(0, min(spare, widths[column] - least))
        for column, width in widths.items():
            table.setColumnWidth(column, width)  # the last one takes what is left
        self._fold({column: widths[column] for column in FOLDING if widths[column] < needed[column]})

    def _fold(self, folded: dict[int, int]) -> None:
        """Let words that have too little room in their columns go on in further lines of their rows."""
        if not (folded or self._folded):
            return
        self._folded = bool(folded)
        self._table.setWordWrap(self._folded)
        for row in range(min(self._model.rowCount(), LOOKED_AT)):
            words = max((self._height(row, column, width) for column, width in folded.items()), default=0)
            self._table.setRowHeight(row, max(scaled(ROW_HEIGHT), words + AROUND))

    def _height(self, row: int, column: int, width: int) -> int:
        """Return how high the words of a cell are in a column of a width."""
        text = str(self._model.index(row, column).data() or "")
        place = QRect(0, 0, width - CELL - self._sign(column), TALLEST)
        return self._table.fontMetrics().boundingRect(place, Qt.TextFlag.TextWordWrap, text).height()

    def _giving_way(self, shown: list[int]) -> Iterator[tuple[int, int]]:
        """Yield which column gives way in turn, and how far."""
        head = self._table.horizontalHeader()
        yield NOTE, max(WIDTHS[NOTE], head.sectionSizeHint(NOTE))
        for column in shown:
            if column != NOTE:
                yield column, self._needed[column]
        yield NOTE, head.sectionSizeHint(NOTE)
        for lines in range(2):  # neither goes on in a third line before the other has two
            for column in FOLDING:
                yield column, self._folds[column][lines]

    def _texts(self, column: int) -> set[str]:
        count = min(self._model.rowCount(), LOOKED_AT)
        return {str(self._model.index(row, column).data() or "") for row in range(count)}

    def _width(self, column: int) -> int:
        """Return the width in which no word of a column is cut."""
        letters, texts = self._table.fontMetrics(), self._texts(column)
        beside, name = CELL + self._sign(column), self._table.horizontalHeader().sectionSizeHint(column)
        if column in FOLDING:
            folds = two_lines(letters, texts), longest_word(letters, texts)
            self._folds[column] = [max(words + beside, name) for words in folds]
        return max(one_line(letters, texts) + beside, name)

    def _sign(self, column: int) -> int:
        return scaled(BESIDE_SIGN) if column == STATUS else 0

    def _on_resized(self) -> None:
        self._own = self._own or self._held

    def _hold(self, held: bool) -> None:
        self._held = held
