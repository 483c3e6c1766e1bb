"""The table of travellers: several may be chosen, and all is done by keyboard too."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from kzstay.core.case import Number
from kzstay.drawing.colours import Theme
from kzstay.guard import guarded
from kzstay.ui.places.people import cells
from kzstay.ui.places.people.cells import CITIZENSHIP, DAYS_LEFT, DUE, DUTY, LEAVE_BY, NAME, STATE, STRIP
from kzstay.ui.places.people.delegate import PeopleDelegate, pill_font
from kzstay.ui.places.people.model import PeopleModel
from kzstay.ui.places.people.order import Sorting
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.theme import scaled, set_row_height

ROW = 42  # pixels, with room for the state
# Of the width, by column: the least beside its name, what it would have, and its share of what is more
WIDTHS = {
    NAME: (110, 130, 3),
    CITIZENSHIP: (90, 110, 3),
    STATE: (110, 0, 1),
    LEAVE_BY: (0, 0, 0),
    DAYS_LEFT: (60, 84, 0),
    DUTY: (120, 170, 3),
    DUE: (0, 0, 0),
    STRIP: (100, 140, 2),
}
WIDEST_STATE = 160  # of its words, which otherwise give way
CELL, PILL = 32, 48  # pixels beside the words of a cell, and of a state
WIDEST_NAME, FAIR_NAME = 260, 200  # pixels: at most, and at most where a duty gives way
FEW = 0.05  # of the names that may be cut, and of the citizenships for the sake of names
SEEN = 8  # of the longest texts of a column, which are measured
SIGN = f" {cells.DOWN}"
FOLDED = STRIP, CITIZENSHIP  # where there is no room for all, in this order
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_ROWS = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
_GO = QItemSelectionModel.SelectionFlag.NoUpdate


@guarded
class PeopleTable(QTableView):
    """The rows. ``opened`` with the key of who is to be seen; ``removing`` and ``duplicating`` for the chosen."""

    opened = Signal(object)
    removing = Signal()
    duplicating = Signal()
    chosen_changed = Signal()

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("people_rows")
        self.people = model
        header = parts.table_of_rows(self)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        set_row_height(self, ROW)
        self.paint = PeopleDelegate(model, self)
        self.setItemDelegate(self.paint)
        self.setModel(model)
        self._kept: tuple[list[Number], Number | None, int, int] = ([], None, 0, 0)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        self.selectionModel().currentChanged.connect(lambda *_: self.viewport().update())  # the frame of a row
        self.doubleClicked.connect(lambda index: self.opened.emit(self.people.keys[index.row()]))

    # Who is chosen

    def chosen(self) -> list[Number]:
        """List who is chosen, in the order that is shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.people.keys[row] for row in rows]

    def choose(self, keys: list[Number]) -> None:
        """Choose some, and go to the first of them."""
        rows = sorted(row for key in keys if (row := self.people.place_of(key)) >= 0)
        selection, last = QItemSelection(), len(WIDTHS) - 1
        for first, end in _runs(rows):
            selection.select(self.people.index(first, 0), self.people.index(end, last))
        model = self.selectionModel()
        model.select(selection, _SELECT)
        if rows:
            at = self.people.index(rows[0], max(0, self.currentIndex().column()))
            model.setCurrentIndex(at, _GO)
            self.scrollTo(at)

    def current(self) -> Number | None:
        """Return who has the keyboard."""
        index = self.currentIndex()
        return self.people.keys[index.row()] if index.isValid() else None

    def _keep(self) -> None:
        self._kept = self.chosen(), self.current(), self.currentIndex().row(), self.verticalScrollBar().value()

    def _restore(self) -> None:
        chosen, current, row, scrolled = self._kept
        rows = sorted(place for key in chosen if (place := self.people.place_of(key)) >= 0)
        selection, last = QItemSelection(), len(WIDTHS) - 1
        for first, end in _runs(rows):
            selection.select(self.people.index(first, 0), self.people.index(end, last))
        model = self.selectionModel()
        model.select(selection, _ROWS)
        place = -1 if current is None else self.people.place_of(current)
        if place < 0 and row >= 0 and self.people.keys:
            place = min(row, len(self.people.keys) - 1)  # who went away leaves the keyboard to the next
        if place >= 0:
            model.setCurrentIndex(self.people.index(place, NAME), _GO)
        self.fit()
        self.verticalScrollBar().setValue(scrolled)
        self.chosen_changed.emit()

    # The order

    def _sort(self, column: int) -> None:
        before = self.people.sorting
        self.sort_by(Sorting(column, before.column == column and not before.descending))

    def sort_by(self, sorting: Sorting) -> None:
        """Show them in another order; who is chosen stays in sight, else the first do."""
        self.people.sort_by(sorting)
        if self.selectionModel().hasSelection():
            self.scrollTo(self.currentIndex())
        else:
            self.begin()

    def begin(self) -> None:
        """Go to the first row, with nobody chosen."""
        self.scrollToTop()
        if self.people.keys:
            self.selectionModel().setCurrentIndex(self.people.index(0, NAME), _GO)

    # How it looks

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.paint.theme = theme
        self.people.set_theme(theme)

    def fit(self) -> None:
        """Give the columns their widths; where there is no room for all, some are left out, then others shrink."""
        room = self.viewport().width()
        for column in (*FOLDED, DAYS_LEFT):
            self.setColumnHidden(column, False)  # Qt measures no name of a column that is hidden
        least, wanted = self._widths()
        shown = list(WIDTHS)
        for column in FOLDED:
            if sum(wanted[one] for one in shown) > room:
                shown.remove(column)
        if sum(least[one] for one in shown) > room:
            shown.remove(DAYS_LEFT)  # the state and the last day tell as much
        widths = {column: wanted[column] for column in shown}
        rest = room - sum(widths.values())
        if rest > 0:
            shares = sum(WIDTHS[one][2] for one in shown)
            widths = {one: width + rest * WIDTHS[one][2] // shares for one, width in widths.items()}
        elif slack := sum(wanted[one] - least[one] for one in shown):
            taken = min(1.0, -rest / slack)
            widths = {one: wanted[one] - math.ceil((wanted[one] - least[one]) * taken) for one in shown}
        self._widen_names(widths, least)
        for column in WIDTHS:
            self.setColumnHidden(column, column not in shown)
            if column in shown:
                self.setColumnWidth(column, widths[column])

    def _widen_names(self, widths: dict[int, int], least: dict[int, int]) -> None:
        """Give the names the room that they need, of what others can spare; to most of them duties give way."""
        longest, most, held = self._held()
        for column, wanted, needed in (
            *((one, min(longest, scaled(WIDEST_NAME)), held[one]) for one in (STRIP, DUTY, CITIZENSHIP, STATE)),
            (DUTY, most, least[DUTY]),
        ):
            if column in widths:
                spare = widths[column] - max(least[column], needed)
                moved = max(0, min(wanted - widths[NAME], spare))
                widths[NAME] += moved
                widths[column] -= moved
        self._widen_countries(widths, least, {STRIP: 0, DUTY: held[DUTY], NAME: min(longest, scaled(WIDEST_NAME))})

    def _widen_countries(self, widths: dict[int, int], least: dict[int, int], held: dict[int, int]) -> None:
        """Give the citizenships the room that they need, of what others have and do not need."""
        wanted = min(self._longest(CITIZENSHIP), scaled(WIDEST_NAME))
        for column, needed in held.items():
            if CITIZENSHIP in widths and column in widths:
                spare = widths[column] - max(least[column], needed)
                moved = max(0, min(wanted - widths[CITIZENSHIP], spare))
                widths[CITIZENSHIP] += moved
                widths[column] -= moved

    def _longest(self, column: int, share: float = 0) -> int:
        """Return the width of the longest text that is told in a column, but for a share of them."""
        found = self.people.longest()[column]
        # That which has most letters need not be the widest
        looked_at = found[int(len(found) * share) :][:SEEN]
        return max(map(QFontMetrics(QFont(self.font())).horizontalAdvance, looked_at), default=-CELL) + CELL

    def _held(self) -> tuple[int, int, dict[int, int]]:
        """Return the widths of the longest name, of the names for which duties give way, and of other columns.

        These are nearly all, but for those that would be cut nevertheless.
        """
        told = self.people.longest()
        plain, pills = QFontMetrics(QFont(self.font())), QFontMetrics(pill_font(QFont(self.font())))
        states = max(map(pills.horizontalAdvance, told[STATE][:SEEN]), default=0)
        held = {STRIP: 0, DUTY: self._longest(DUTY), CITIZENSHIP: self._longest(CITIZENSHIP, FEW)}
        names = told[NAME][int(len(told[NAME]) * FEW) :]
        fair = (plain.horizontalAdvance(name) + CELL for name in names)
        most = max((one for one in fair if one <= scaled(FAIR_NAME)), default=0)
        return self._longest(NAME), most, {**held, STATE: min(states, scaled(WIDEST_STATE)) + PILL}

    def _widths(self) -> tuple[dict[int, int], dict[int, int]]:
        """Return the least width of each column and the one that it would have, in the language."""
        plain, head = QFont(self.font()), self.horizontalHeader()
        bold = QFont(plain)
        bold.setWeight(QFont.Weight.DemiBold)
        w, least, wanted = self.people.w, {}, {}
        told = cells.samples(w)
        for column, sizes in WIDTHS.items():
            narrow, usual = map(scaled, sizes[:2])
            sign = 0 if column == self.people.sorting.column else head.fontMetrics().horizontalAdvance(SIGN)
            name = head.sectionSizeHint(column) + sign  # so that no width changes with the order
            letters = QFontMetrics({LEAVE_BY: plain, STATE: pill_font(plain)}.get(column, bold))
            words = max((letters.horizontalAdvance(text) for text in told.get(column, ())), default=0)
            if column == STATE:
                words = min(words, scaled(WIDEST_STATE)) + PILL - CELL
            wanted[column] = max(name, usual, words + CELL if words else 0)
            least[column] = max(name, narrow) if narrow else wanted[column]
        return least, wanted

    def in_sight(self) -> list[Number]:
        """List who is seen now, and a few below."""
        first = max(0, self.rowAt(0))
        count = self.viewport().height() // scaled(ROW) + 2
        return self.people.keys[first : first + count]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()  # what was measured out of sight had other letters

    # Keys

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            # These keys are the table's own here
            event.setAccepted(event.key() == Qt.Key.Key_Delete or _is_copy(event))
            if event.isAccepted():
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index: QModelIndex = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(self.people.keys[index.row()])
        elif event.key() == Qt.Key.Key_Delete:
            self.removing.emit()
        elif _is_copy(event):
            self.duplicating.emit()
        else:
            super().keyPressEvent(event)


def _is_copy(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Return rows that follow each other as pairs of the first and the last."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = runs[-1][0], row
        else:
            runs.append((row, row))
    return runs
