"""The table of one list of the Papers page: as tall as its rows, typed in like the table of stays."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kzstay.core.case import MOST, Number
from kzstay.guard import guarded
from kzstay.texts import papers
from kzstay.texts import problems as problem_texts
from kzstay.ui.pages.papers.model import PapersModel
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.lists import RecordList
from kzstay.ui.session.records.papers import NUMBERS, PERMITS, RULINGS
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import describe
from kzstay.ui.widgets.cell_room import BESIDE_SIGN, longest_word, one_line, shared, two_lines
from kzstay.ui.widgets.day_edit import DayEdit
from kzstay.ui.widgets.parts import ROW_HEIGHT
from kzstay.ui.widgets.theme import scaled
from kzstay.ui.widgets.typed_cells import STEPS, Action, typed_cell

Index = QModelIndex | QPersistentModelIndex
TIGHT = 1040  # under this width kinds have short names
# Days, numbers and what is as wide as three of them; the last columns of permits and moves begin at one place
DAY, NARROW, NUMBER, NAME = (124, 140), (100, 140), (84, 110), (150, 230)
WIDTHS: dict[str, tuple[int, int]] = {
    "kind": NAME,
    "on": NAME,
    "stay": (2 * DAY[0], 2 * DAY[1]),
    "days": NUMBER,
    "period": NUMBER,
    "entries": NUMBER,
    "served": NARROW,
    "part": (72, 110),
    "leave_by": NARROW,
    "appealed": NARROW,
    "settled": NARROW,
    "notified": (3 * NUMBER[0], 3 * NUMBER[1]),
    "state": NARROW,
}
STATE = "state"  # the last column, which takes what is left
LOOKED_AT = 60  # rows whose words make a column wide
CELL = 20  # over and under the text of a cell
SIDES = 32  # left and right of it
TALLEST = 10_000
PLACE = "place"  # of an editor: the key of its row, and its column
OPEN = "open"  # of a list of kinds: whether it belongs to the table still


@guarded
class NumberEdit(QLineEdit):
    """A field for a number of days or entries; ``echo`` says what it is understood as."""

    echoed = Signal(str, bool)

    def __init__(self, session: Session, field: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._editing = Editing(session)
        self._field = field
        self.setObjectName(f"edit_{field}")
        self.setFrame(False)
        self.textChanged.connect(self.echo)

    def echo(self) -> None:
        """Say what the text is understood as."""
        w, text = self._session.view.w, self.text().strip()
        number = self._editing.read(PERMITS, self._field, text)
        if isinstance(number, int):
            said = {
                "days": w.ngettext("{n} day altogether", "{n} days altogether", number),
                "period": w.ngettext(
                    "so many days in each {n} day that is looked back on",
                    "so many days in each {n} days that are looked back on",
                    number,
                ),
                "entries": w.ngettext("{n} entry", "{n} entries", number),
            }[self._field].format(n=number)
        elif text:
            said = w.gettext("Type a whole number from 1 to {most}.").format(most=MOST)
        elif self._field == "days":
            said = w.gettext("Empty: as many days as it is valid")
        elif self._field == "period":
            said = w.gettext("Empty: the days are those of the whole visa")
        else:
            said = w.gettext("Empty: no limit on entries")
        wrong = bool(text) and number is None
        self.echoed.emit(said, wrong)
        parts.mark(self, "wrong", wrong)


@guarded
class PartEdit(QLineEdit):
    """A field for the part of an article; ``echo`` says what it is understood as."""

    echoed = Signal(str, bool)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._editing = Editing(session)
        self.setObjectName("edit_part")
        self.setFrame(False)
        self.textChanged.connect(self.echo)

    def echo(self) -> None:
        """Say what the text is understood as."""
        w, text = self._session.view.w, self.text().strip()
        part = self._editing.read(RULINGS, "part", text)
        if part:
            said = w.gettext("Part {part} of the code").format(part=part)
        elif text:
            said = problem_texts.no_part(w, text)
        else:
            said = problem_texts.part_hint(w)
        wrong = bool(text) and not part
        self.echoed.emit(said, wrong)
        parts.mark(self, "wrong", wrong)


@guarded
class PaperDelegate(QStyledItemDelegate):
    """Edit days and numbers as typed text, and a kind as a choice."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._editing = Editing(session)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, PapersModel)
        field = model.field(index) or ""
        editor: QComboBox | DayEdit | NumberEdit | PartEdit
        if field == "kind":
            editor = self._choice(parent, model.listed)
        else:
            place = model.rows[index.row()].key, index.column()
            editor = self._typed(model.listed, place[0], field, parent)
            if isinstance(editor, DayEdit):
                editor.in_cell = True
            else:
                editor.echoed.connect(lambda text, wrong, editor=editor: describe(editor, text, wrong=wrong))
            editor.echoed.connect(lambda text, wrong: model.echo(place, text, wrong))
            editor.setProperty(PLACE, list(place))
            editor.echo()
        editor.setAccessibleName(
            model.headerData(index.column(), Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        )
        return editor

    def _typed(
        self, listed: RecordList, key: Number, field: str, parent: QWidget
    ) -> DayEdit | NumberEdit | PartEdit:
        if field == "part":
            return PartEdit(self._session, parent)
        if field in NUMBERS:
            return NumberEdit(self._session, field, parent)
        first = (lambda: self._editing.first_of(listed, key, field)) if field in listed.counted else None
        return DayEdit(self._session, field, parent, first)

    def _choice(self, parent: QWidget, listed: RecordList) -> QComboBox:
        w, editor = self._session.view.w, parts.Choice(parent)
        editor.setObjectName("edit_kind")
        for kind in listed.kinds:
            editor.addItem(papers.permit(w, kind) if listed is PERMITS else papers.ruling(w, kind), kind)
        # Room for the longest kind, whatever the width of the column
        editor.view().setMinimumWidth(editor.sizeHint().width())
        editor.setProperty(OPEN, True)
        editor.activated.connect(lambda _row: self._chosen(editor))
        return editor

    def _chosen(self, editor: QComboBox) -> None:
        # A list is seen for a moment after its row is gone; and what was chosen may take the row away
        if editor.property(OPEN):
            self.commitData.emit(editor)
        if editor.property(OPEN):
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        editor.setProperty(OPEN, False)
        table = self.parent()
        assert isinstance(table, PapersTable)
        if place := editor.property(PLACE):
            table.papers.hush((place[0], place[1]))
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(text)))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            # The table tells of news while somebody types: theirs is newer
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QComboBox | QLineEdit)
        text = editor.currentData() if isinstance(editor, QComboBox) else editor.text()
        # What could not be used may have become possible, so it is tried again
        if text != (index.data(Qt.ItemDataRole.EditRole) or "") or (text and self._is_draft(index)):
            model.setData(index, text, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        super().updateEditorGeometry(editor, option, index)
        if isinstance(editor, DayEdit):
            cell: Any = option  # its fields are not in the stubs
            editor.fill_cell(cell.rect)

    def _is_draft(self, index: Index) -> bool:
        model = index.model()
        assert isinstance(model, PapersModel)
        return model.field(index) in model.rows[index.row()].typed

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # A reason that is longer than its cell goes on in another line; Qt forgets the room that the style takes
        self.initStyleOption(option, index)
        drawn: Any = option  # its fields are not in the stubs
        sign = 0 if index.data(Qt.ItemDataRole.DecorationRole) is None else drawn.decorationSize.width() + 6
        room = drawn.rect.width() - SIDES - sign
        text = drawn.fontMetrics.boundingRect(0, 0, room, TALLEST, Qt.TextFlag.TextWordWrap, drawn.text)
        return QSize(super().sizeHint(option, index).width(), max(scaled(ROW_HEIGHT), text.height() + CELL))


@guarded
class PapersTable(QTableView):
    """One list, a row each; Delete removes one, F2 or typing changes a cell."""

    deleting = Signal(int)
    entered_here = Signal()
    seen = Signal()

    def __init__(self, session: Session, listed: RecordList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._editing = Editing(session)
        self._kept: tuple[Number | None, int, int] = None, -1, -1  # the key of the chosen row, and where it was
        self.setObjectName(listed.name)
        self.papers = PapersModel(session, listed, self)
        self.setModel(self.papers)
        self.days = PaperDelegate(session, self)
        self.setItemDelegate(self.days)
        header = parts.table_of_rows(self, typed=True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.papers.modelAboutToBeReset.connect(self._remember)
        self.papers.modelReset.connect(self._recall)
        self.papers.dataChanged.connect(self.fit)
        self.papers.moved.connect(self._follow)
        self.fit()

    def edit_cell(self, row: int, field: str) -> None:
        """Begin to change a field of a row."""
        column = self.papers.listed.columns.index(field)
        index = self.papers.index(row, column)
        self.setFocus()
        self.setCurrentIndex(index)
        self.edit(index)

    def choose_none(self) -> None:
        """Have no row chosen."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def fit(self) -> None:
        """Be as tall as all rows, and give each column the room its header needs."""
        tight = self.width() < TIGHT
        self.papers.set_tight(tight)
        header = self.horizontalHeader()
        room, (wanted, two, least) = self.viewport().width(), self._widths(tight=tight)
        for section, width in shared(shared(wanted, two, room), least, room).items():
            self.setColumnWidth(section, width)
        heights = [self.rowHeight(row) for row in range(len(self.papers.rows))]
        self.resizeRowsToContents()
        if self.state() == QAbstractItemView.State.EditingState:
            # Nothing moves up and down under what is being typed
            for row, height in enumerate(heights):
                self.setRowHeight(row, max(height, self.rowHeight(row)))
        self.setFixedHeight(header.sizeHint().height() + self.verticalHeader().length())

    def _widths(self, *, tight: bool) -> tuple[dict[int, int], dict[int, int], dict[int, int]]:
        """Return the widths that columns would have, those for two lines, and those in which no word is broken."""
        header, letters = self.horizontalHeader(), self.fontMetrics()
        found: tuple[dict[int, int], dict[int, int], dict[int, int]] = {}, {}, {}
        for section, column in enumerate((*self.papers.listed.columns, STATE)):
            rows = range(min(len(self.papers.rows), LOOKED_AT))
            texts = [str(self.papers.index(row, section).data() or "") for row in rows]
            beside = SIDES + (scaled(BESIDE_SIGN) if column == STATE else 0)
            name, usual = header.sectionSizeHint(section), WIDTHS.get(column, DAY)[0 if tight else 1]
            for widths, measure in zip(found, (one_line, two_lines, longest_word), strict=True):
                widths[section] = max(name, measure(letters, texts) + beside)
            found[0][section] = max(found[0][section], usual)
        return found

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered_here.emit()
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setCurrentIndex(self.papers.index(0, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.seen.emit()

    def moveCursor(self, action: Action, held: Qt.KeyboardModifier) -> QModelIndex:
        return typed_cell(self, STEPS[action]) if action in STEPS else super().moveCursor(action, held)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # There is nothing to scroll but the page
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, typing = self.currentIndex(), self.state() == QAbstractItemView.State.EditingState
        if index.isValid() and not typing:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.papers.field(index):
                self.edit(index)
                return
            if event.key() == Qt.Key.Key_Delete:
                self.deleting.emit(index.row())
                return
        super().keyPressEvent(event)

    # What is chosen stays chosen

    def _remember(self) -> None:
        row, rows = self.currentIndex().row(), self.papers.rows
        self._kept = rows[row].key if 0 <= row < len(rows) else None, row, self.currentIndex().column()

    def _recall(self) -> None:
        key, row, column = self._kept
        self.fit()
        if row >= 0 and self.papers.rows:
            # Of one that is gone, the neighbour is chosen
            now, last = self.papers.place_of(key), len(self.papers.rows) - 1
            self.setCurrentIndex(self.papers.index(now if now >= 0 else min(row, last), column))

    def _follow(self, row: int) -> None:
        """Go where the changed row went, so that Tab goes on in it."""
        if row != self.currentIndex().row():
            self.setCurrentIndex(self.papers.index(row, self.currentIndex().column()))
