"""The preview of an import: chips that count, the table of rows, and the chosen row as a whole."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHeaderView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.texts import Words
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.cell_room import one_line
from kzstay.ui.widgets.row_copy import RowCopy
from kzstay.ui.widgets.theme import icon, scaled, set_row_height
from kzstay.ui.window.importing import telling
from kzstay.ui.window.importing.model import (
    DAYS,
    ENTRY,
    EXIT,
    LINE,
    PLACE,
    REMARK,
    SIGNS,
    STATE,
    TRAVELLER,
    Index,
    RowsModel,
)
from kzstay.ui.window.importing.rows import STATES, State, counts
from kzstay.ui.window.importing.source import Found

WIDEST = {LINE: 150, STATE: 170, TRAVELLER: 200, ENTRY: 130, EXIT: 130, DAYS: 70, PLACE: 150}
LEAST_REMARK, WIDEST_REMARK = 96, 220  # pixels, the second before anything else gives way to it
SIGN, BESIDE_SIGN = 40, 24  # pixels of a sign with air, and of one before words
LEAST_NAME = 76  # pixels of the name of a traveller
LOOKED_AT = 200  # rows, for the width of a column
CELL = 24  # pixels in a cell beside its text
ABOVE = 60  # pixels of the chips, and between parts
BETWEEN = 6  # pixels between two chips
NARROW = 600  # pixels; below, the places are read in the chosen row alone
ALL = "all"


@guarded
class SignAlone(QStyledItemDelegate):
    """Paints a state as its sign, without its words, which are heard and copied as before."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""


@guarded
class RowsTable(QTableView):
    """The rows; ``opened`` with the place of one that was double-clicked, or chosen by Enter."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("import_rows")
        self.places = True  # that there are any
        self._sign = SignAlone(self)
        header = parts.table_of_rows(self)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(40)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        set_row_height(self, 32)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give each column what its first rows take, and the remarks what is left."""
        model = self.model()
        if not isinstance(model, RowsModel) or not self.isVisible():
            return
        room = self.viewport().width()
        self.setColumnHidden(PLACE, not self.places or room < NARROW)
        self.setColumnHidden(DAYS, False)  # Qt measures no name of a column that is hidden
        model.name_signs(brief=False)
        wanted = {column: self._wanted(model, column) for column in (*WIDEST, REMARK)}
        widths = {column: min(wanted[column], scaled(widest)) for column, widest in WIDEST.items()}
        widths = {column: max(width, self._named(column)) for column, width in widths.items()}
        least = max(scaled(LEAST_REMARK), self._named(REMARK))
        remark = max(least, min(scaled(WIDEST_REMARK), wanted[REMARK]))

        def left() -> int:
            return room - sum(width for column, width in widths.items() if not self.isColumnHidden(column))

        # Why a row is refused is seen before what can be told from the rest: its days, and its state in words
        self.setColumnHidden(DAYS, left() < remark)
        brief = left() < remark
        if brief:
            widths[STATE] = max(scaled(SIGN), self.horizontalHeader().minimumSectionSize())
            model.name_signs(brief=True)
        if left() < remark and not self.isColumnHidden(TRAVELLER):  # whose name is whole in the hint
            fewest = max(self._named(TRAVELLER), scaled(LEAST_NAME))
            widths[TRAVELLER] = max(min(fewest, widths[TRAVELLER]), widths[TRAVELLER] - remark + left())
        self.setItemDelegateForColumn(STATE, self._sign if brief else self.itemDelegate())
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.setColumnWidth(REMARK, max(least, left()))

    def _named(self, column: int) -> int:
        """Return what the name of a column takes."""
        return self.horizontalHeader().sectionSizeHint(column)

    def _wanted(self, model: RowsModel, column: int) -> int:
        """Return what the texts of a column take, as far as they are looked at."""
        rows = range(min(LOOKED_AT, model.rowCount()))
        texts = {str(model.index(row, column).data() or "") for row in rows}
        return one_line(self.fontMetrics(), texts) + CELL + (BESIDE_SIGN if column == STATE else 0)

    def sizeHint(self) -> QSize:
        return QSize(480, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 110)


@guarded
class Preview(QWidget):
    """What was found, row by row; ``asked`` with the id of a question that somebody goes to from its row."""

    asked = Signal(str)

    def __init__(self, w: Words, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._w = w
        self._theme = theme
        self.chips: dict[str, parts.Button] = {}
        self._names: dict[State, str] = {}
        self._numbers: dict[State, int] = {}
        group = QButtonGroup(self)
        for name in (ALL, *STATES):
            chip = parts.button(f"import_{name}", look="chip")
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            chip.clicked.connect(lambda _on=False, name=name: self._choose(name))
            if name in STATES:
                chip.setIcon(icon(SIGNS[name], self._colour(name), 14))
            group.addButton(chip)
            self.chips[name] = chip
        self.chips[ALL].setChecked(True)
        self.model = RowsModel(w, theme, self)
        self.table = RowsTable()
        self.table.setModel(self.model)
        self.table.setAccessibleName(w.gettext("Rows of the source"))
        self.none = parts.label("muted", wrap=True, name="import_none")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown = QStackedWidget()
        self.shown.addWidget(self.table)
        self.shown.addWidget(self.none)
        self.row = parts.label("muted", wrap=True, name="import_row")
        self.row.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.row.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.row.hide()
        column = parts.column(parts.row(*self.chips.values(), 1, spacing=BETWEEN), spacing=8)
        column.addWidget(self.shown, 1)
        column.addWidget(self.row)
        self.setLayout(column)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _: self._tell_row(now.row()))
        self.table.opened.connect(self._open)
        RowCopy(self.table, lambda: w, alone=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_chips()
        self._fit_row()

    def _fit_chips(self) -> None:
        """Name the chips as far as there is room, else let their signs and numbers do."""
        for named in (True, False):
            for state, name in self._names.items():
                text = name if named else self._w.number(self._numbers[state])
                self.chips[state].setText(text)
            seen = [chip for chip in self.chips.values() if not chip.isHidden()]
            if sum(chip.sizeHint().width() + BETWEEN for chip in seen) <= self.width():
                return

    def _colour(self, state: str) -> str:
        theme = self._theme
        return {"taken": theme.within, "asked": theme.close, "refused": theme.over}.get(state, theme.planned)

    def show_found(self, found: Found) -> None:
        """Show the rows of what was found; the place in the table is kept as far as it is there."""
        number = counts(found.rows)
        w = self._w
        self.chips[ALL].setText(w.pgettext("rows", "All {n}").format(n=w.number(len(found.rows))))
        for state in STATES:
            text = f"{telling.state_name(w, state)} {w.number(number[state])}"
            self._names[state] = text
            self.chips[state].setToolTip(text)
            self.chips[state].setAccessibleName(text)
            self.chips[state].setVisible(bool(number[state]))
        self._numbers = number
        self._fit_chips()
        if self.model.state is not None and not number[self.model.state]:
            self._choose(ALL)
        row = self.table.currentIndex().row()
        at = self.table.verticalScrollBar().value()
        self.model.show_found(found)
        self.table.setColumnHidden(TRAVELLER, len(found.result.travellers) < 2)
        self.table.places = any(one.place for one in found.rows)
        self.table.setColumnHidden(LINE, not any(one.at.line for one in found.rows))
        self.table.fit()
        self.table.verticalScrollBar().setValue(at)
        if 0 <= row < self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(row, STATE))
        else:
            self._tell_row(-1)
        self.none.setText(w.gettext("The rows are shown here as soon as the question is answered."))
        self.shown.setCurrentWidget(self.table if found.rows else self.none)

    def _choose(self, name: str) -> None:
        self.chips[name].setChecked(True)
        self.model.show_state(next((state for state in STATES if state == name), None))
        self._tell_row(-1)
        self.table.fit()

    def _tell_row(self, place: int) -> None:
        self.row.setText(self.model.told(place))
        self._fit_row()

    def _fit_row(self) -> None:
        """Show the chosen row as a whole where the table keeps its room; else its hint tells it."""
        needed = self.row.heightForWidth(self.width()) + self.table.minimumSizeHint().height()
        self.row.setVisible(bool(self.row.text()) and needed + ABOVE <= self.height())

    def _open(self, place: int) -> None:
        if 0 <= place < len(self.model.rows) and (asked := self.model.rows[place].asked):
            self.asked.emit(asked[0].id)
