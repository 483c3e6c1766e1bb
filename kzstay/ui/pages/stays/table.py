"""The table of stays: typed dates with their spoken form, the full equivalent of the timeline."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kzstay.core.agenda import asks_for
from kzstay.core.case import Number
from kzstay.guard import guarded
from kzstay.ui.pages.stays.columns import StaysColumns, StaysNames
from kzstay.ui.pages.stays.days_edit import DaysEdit
from kzstay.ui.pages.stays.model import (
    DAYS,
    ENTRY,
    EXIT,
    FIELDS,
    NOTE,
    REGISTERED,
    TYPED,
    Index,
    StaysModel,
)
from kzstay.ui.pages.stays.pasting import is_list
from kzstay.ui.pages.stays.row_acts import RowActs
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import describe
from kzstay.ui.widgets.day_edit import DayEdit
from kzstay.ui.widgets.parts import ROW_HEIGHT
from kzstay.ui.widgets.stay_menu import StayMenu
from kzstay.ui.widgets.theme import scaled, set_row_height
from kzstay.ui.widgets.typed_cells import STEPS, Action, typed_cell

CONFIRMING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
PROPOSED, CONFIRMED = "proposed", "confirmed"  # of an editor: the day it begins with, and whether that was meant
PATIENCE = 50  # milliseconds


@guarded
class DayDelegate(QStyledItemDelegate):
    """Edit days as typed text. ``proposal`` is a day that a new row begins with; it counts once confirmed."""

    echoed = Signal(str, bool)
    pasted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._editing = Editing(session)
        self.proposal: tuple[Number, str] | None = None  # for the row that has a key

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        name = index.model().headerData(index.column(), Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        if index.column() == NOTE:
            editor = QLineEdit(parent)
            editor.setFrame(False)
            editor.setAccessibleName(name)
            return editor
        edit = self._of_days(index, parent)
        if isinstance(edit, DayEdit):
            edit.in_cell = True
        else:
            edit.echoed.connect(lambda text, wrong: describe(edit, text, wrong=wrong))
        edit.setAccessibleName(name)
        edit.echoed.connect(self.echoed)
        edit.destroyed.connect(lambda: self.echoed.emit("", False))
        edit.echo()
        return edit

    def _of_days(self, index: Index, parent: QWidget) -> DayEdit | DaysEdit:
        model = index.model()
        assert isinstance(model, StaysModel)
        key, exit_field = model.rows[index.row()].key, FIELDS[EXIT]

        def first() -> date | None:
            return self._editing.first_of(STAYS, key, exit_field)

        if index.column() == DAYS:
            return DaysEdit(self._session, first, parent)
        return DayEdit(self._session, FIELDS[index.column()], parent, first if index.column() == EXIT else None)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        if editor.isModified():
            # The table tells of news while somebody types: theirs is newer
            return
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        model = index.model()
        assert isinstance(model, StaysModel)
        key = model.rows[index.row()].key
        if not text and self.proposal and self.proposal[0] == key and index.column() == ENTRY:
            text = self.proposal[1]
            editor.setProperty(PROPOSED, text)
        editor.setText(text)
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        text = editor.text()
        if text == editor.property(PROPOSED) and not editor.property(CONFIRMED):
            # Whoever only goes elsewhere has not entered what was proposed
            return
        # What could not be used may have become possible, so it is tried again
        waits = isinstance(model, StaysModel) and model.draft(index.row(), index.column()) is not None
        if text != (index.data(Qt.ItemDataRole.EditRole) or "") or (text and (waits or editor.isModified())):
            model.setData(index, text, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        super().updateEditorGeometry(editor, option, index)
        if isinstance(editor, DayEdit):
            cell: Any = option  # its fields are not in the stubs
            editor.fill_cell(cell.rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in CONFIRMING:
            editor.setProperty(CONFIRMED, True)
        elif _pastes(event) and is_list(text := QGuiApplication.clipboard().text(), self._session.view.today):
            # More than a cell holds: what was typed there stays what it was
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
            self.pasted.emit(text)
            return True
        return super().eventFilter(editor, event)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), scaled(ROW_HEIGHT))


def _pastes(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.matches(QKeySequence.StandardKey.Paste)


@guarded
class StaysTable(QTableView):
    """The stays, a row each; F2 or typing changes a cell, Delete clears it, or from the entry the whole stay.

    Several may be chosen. ``pasted`` with a text that is more than what one cell holds, ``adding`` for one more;
    ``given_up`` where a row that was begun is none.
    """

    deleting = Signal(int)
    pasted = Signal(str)
    adding = Signal()
    given_up = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._editing = Editing(session)
        self._begun_before: Number | None = None  # the chosen row to be, while the rows are taken up anew
        self.setObjectName("stays")
        self.stays = StaysModel(session, self)
        self.setModel(self.stays)
        self.days = DayDelegate(session, self)
        self.setItemDelegate(self.days)
        header = StaysNames(self)
        self.setHorizontalHeader(header)
        parts.table_of_rows(self, typed=True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.acts = StayMenu(session, self)
        self.row_acts = RowActs(self, self.acts)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setWordWrap(False)
        set_row_height(self, ROW_HEIGHT)
        self.columns = StaysColumns(self, header, self.stays)
        self.selectionModel().currentRowChanged.connect(lambda now, _: self._select(now.row()))
        self.days.pasted.connect(self.pasted)
        self.days.closeEditor.connect(lambda *_: QTimer.singleShot(0, self, self._on_editor_closed))
        self.stays.moved.connect(self._go_along)
        self.stays.modelAboutToBeReset.connect(self._remember)
        session.selected.connect(lambda _index: self._follow())
        session.changed.connect(self._on_changed)
        session.view.retranslated.connect(self._translate)
        self._translate()

    def edit_entry(self, row: int, proposal: date | None = None) -> None:
        """Begin to type the entry of a stay; that of a new one begins with a day that is proposed."""
        index = self.stays.index(row, ENTRY)
        key, w = self.stays.rows[row].key, self._session.view.w
        self.days.proposal = (key, w.numeric_day(proposal)) if proposal else None
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)

    def edit_field(self, row: int, field: str) -> None:
        """Begin to type a field of a stay."""
        index = self.stays.index(row, next(column for column, name in FIELDS.items() if name == field))
        self.setFocus()
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)

    def session(self) -> Session:
        """Return the session whose stays are listed."""
        return self._session

    def chosen(self) -> list[Number]:
        """List the keys of the rows that are chosen, from above."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.stays.rows[row].key for row in rows if row < len(self.stays.rows)]

    @property
    def begun(self) -> bool:
        """Tell whether the chosen row is no stay yet."""
        row = self.currentIndex().row()
        return 0 <= row < len(self.stays.rows) and self.stays.rows[row].record is None

    def _on_editor_closed(self) -> None:
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            # Not in the middle of a drag that left the row
            QTimer.singleShot(PATIENCE, self, self._on_editor_closed)
        elif self.state() != QAbstractItemView.State.EditingState:
            # A row that was begun and left without a word is none
            self.days.proposal = None
            begun = self.begun
            self._editing.drop_empty(STAYS)
            if begun and not self.begun:
                self.given_up.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.columns.take_room(event.size().width())
        super().resizeEvent(event)
        self._see_present()  # the height that the table has at last is known only here

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.columns.outdate()  # what was measured before had other letters
        self._see_present()

    def focusInEvent(self, event: QFocusEvent) -> None:
        session = self._session
        if session.selection < 0 and not self.begun and event.reason() != Qt.FocusReason.MouseFocusReason:
            # The keyboard begins where the person is now, not in the first row of years ago
            session.select(self._present())
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            # These keys are the table's own here, and what one cell can hold is pasted into that
            one_cell = event.matches(QKeySequence.StandardKey.Paste) and not self._clipboard_is_list()
            own = event.key() == Qt.Key.Key_Delete or event.matches(QKeySequence.StandardKey.Copy)
            event.setAccepted(own or one_cell)
            if event.isAccepted():
                return True
        return super().event(event)

    def moveCursor(self, action: Action, held: Qt.KeyboardModifier) -> QModelIndex:
        return typed_cell(self, STEPS[action]) if action in STEPS else super().moveCursor(action, held)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and not self.state().value:
            if self.row_acts.press(event, index):
                return
            if event.matches(QKeySequence.StandardKey.Paste) and index.column() in TYPED:
                if text := QGuiApplication.clipboard().text().strip():  # nothing clears nothing
                    self.stays.setData(index, text, Qt.ItemDataRole.EditRole)
                return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.row_acts.open_menu(event)
        event.accept()

    def _clipboard_is_list(self) -> bool:
        return is_list(QGuiApplication.clipboard().text(), self._session.view.today)

    def _select(self, row: int) -> None:
        """Select the stay of a row; one to be is none."""
        rows = self.stays.rows
        at = rows[row] if 0 <= row < len(rows) else None
        self._session.select_stay(at.key if at is not None and at.record is not None else None)

    def _on_changed(self) -> None:
        self.setColumnHidden(REGISTERED, not asks_for(self._session.assessment, FIELDS[REGISTERED]))
        self.columns.outdate()
        self._follow()
        self._see_present()

    def _see_present(self) -> None:
        if self._session.selection < 0 and self.state() != QAbstractItemView.State.EditingState and not self.begun:
            self.scrollTo(self.stays.index(self._present(), ENTRY), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _present(self) -> int:
        current, order = self._session.assessment.current, self._session.traveller.in_order()
        if current is not None:
            return current
        return order[-1] if order else -1

    def _follow(self) -> None:
        row = self.stays.place_of(self._session.state.selection)
        if row < 0 and self._begun_before is not None:
            # A row that is no stay yet is chosen here alone, also when others have come or gone
            row, self._begun_before = self.stays.place_of(self._begun_before), None
        if row != self.currentIndex().row() and not (row < 0 and self.begun):
            column = max(0, self.currentIndex().column())
            index = self.stays.index(row, column) if row >= 0 else QModelIndex()
            if row < 0:
                self.clearSelection()
            self.selectionModel().setCurrentIndex(
                index,
                QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
            )

    def _remember(self) -> None:
        row = self.currentIndex().row()
        self._begun_before = self.stays.rows[row].key if self.begun else None

    def _go_along(self, row: int, column: int) -> None:
        """Go where the changed row went, so that Tab goes on in it, and keep it in sight."""
        if row != self.currentIndex().row():
            self.setCurrentIndex(self.stays.index(row, column))
        self.scrollTo(self.stays.index(row, column))

    def _translate(self) -> None:
        self.setAccessibleName(self._session.view.w.gettext("Stays"))
