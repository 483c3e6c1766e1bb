"""The table of duties: as wide as there is room, with the past folded into one row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from kzstay.guard import guarded
from kzstay.ui.pages.duties.model import CAUSE, COLUMNS, DUE, DUTY, STATE, WHO, DutiesModel
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.cell_room import BESIDE_SIGN, CELL, TWO_LINES, shared, two_lines
from kzstay.ui.widgets.parts import ROW_HEIGHT
from kzstay.ui.widgets.theme import scaled, set_row_height

LOOKED_AT = 50  # rows beside those in sight whose words make a column wide
# Where there is too little room, these are left to what is said of the chosen duty
GIVE_WAY = (WHO, CAUSE)
UNFOLDS = (Qt.Key.Key_Right, Qt.Key.Key_Plus)
FOLDS = (Qt.Key.Key_Left, Qt.Key.Key_Minus)
TURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@guarded
class DutiesTable(QTableView):
    """The duties as rows; where there is too little room for their words, these go on in a second line."""

    def __init__(self, model: DutiesModel) -> None:
        super().__init__()
        self.duties = model
        self.setObjectName("duties_table")
        self.setModel(model)
        header = parts.table_of_rows(self)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setResizeContentsPrecision(LOOKED_AT)
        self._row = ROW_HEIGHT
        set_row_height(self, self._row)
        self.clicked.connect(self._click)
        model.modelReset.connect(self._span)
        model.folding.connect(self._span)
        model.told.connect(self.share_out)
        self._span()

    def least_height(self, rows: int) -> int:
        """Return the height of so many rows under the names of the columns."""
        return self.horizontalHeader().height() + rows * scaled(self._row) + 2

    def _span(self) -> None:
        """Let the row of what is folded lie over all columns."""
        self.clearSpans()
        if self.duties.fold >= 0:
            self.setSpan(self.duties.fold, 0, 1, COLUMNS)

    # Folding

    def _click(self, index: QModelIndex) -> None:
        if index.row() == self.duties.fold:
            self.duties.set_unfolded(not self.duties.unfolded)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.duties.fold >= 0 and self.currentIndex().row() == self.duties.fold:
            if key in TURNS:
                self.duties.set_unfolded(not self.duties.unfolded)
                return
            if key in UNFOLDS + FOLDS:
                self.duties.set_unfolded(key in UNFOLDS)
                return
        super().keyPressEvent(event)

    # Columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_out()

    def _need(self, column: int) -> int:
        return max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))

    def share_out(self) -> None:
        """Give the columns what they need; leave out what the chosen duty tells too, then use a second line."""
        if not self.isVisible():
            return
        header, room = self.horizontalHeader(), self.viewport().width()
        self.duties.brief = False
        needs = [self._need(column) for column in range(COLUMNS)]
        shown = list(range(COLUMNS))
        if sum(needs) > room:
            self.duties.brief = True
            needs[DUE] = self._need(DUE)
        for column in GIVE_WAY:
            if sum(needs[c] for c in shown) > room:
                shown.remove(column)
        with QSignalBlocker(self):
            for column in range(COLUMNS):
                self.setColumnHidden(column, column not in shown)
        wanted = {column: needs[column] for column in shown}
        folded = sum(wanted.values()) > room
        least = {**wanted, DUTY: self._folded(DUTY), STATE: self._folded(STATE)}
        for column, width in shared(wanted, least, room, first=(DUTY,)).items():
            header.resizeSection(column, width)
        self._row = TWO_LINES if folded else ROW_HEIGHT
        set_row_height(self, self._row)

    def _folded(self, column: int) -> int:
        """Return the width in which the words of a column have room in two lines."""
        rows = range(min(self.duties.rowCount(), LOOKED_AT))
        texts = {str(self.duties.index(row, column).data() or "") for row in rows if row != self.duties.fold}
        beside = CELL + (BESIDE_SIGN if column == STATE else 0)
        return max(self.horizontalHeader().sectionSizeHint(column), two_lines(self.fontMetrics(), texts) + beside)
