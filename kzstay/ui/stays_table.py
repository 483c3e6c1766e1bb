"""The table of stays: typed dates with their spoken form, the full equivalent of the timeline."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kzstay.core.case import Stay
from kzstay.guard import guarded
from kzstay.texts import answers, foreign
from kzstay.ui import parts
from kzstay.ui.colours import LIGHT, Theme
from kzstay.ui.day_edit import DayEdit
from kzstay.ui.records.stays import STAYS
from kzstay.ui.session import Session
from kzstay.ui.theme import icon

ENTRY, EXIT, DAYS, STATUS, NOTIFIED, REGISTERED, NOTE = range(7)
FIELDS = {ENTRY: "entry", EXIT: "exit", NOTIFIED: "notified", REGISTERED: "registered", NOTE: "note"}
DAY_COLUMNS = (ENTRY, EXIT, NOTIFIED, REGISTERED)
CLEARED = (EXIT, NOTIFIED, REGISTERED, NOTE)
CONFIRMING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
PROPOSED, CONFIRMED = "proposed", "confirmed"  # of an editor: the day it begins with, and whether that was meant
ROW_HEIGHT = 38
WIDTHS = {ENTRY: 150, EXIT: 150, DAYS: 76, STATUS: 260, NOTIFIED: 140, REGISTERED: 140}
Index = QModelIndex | QPersistentModelIndex


@guarded
class StaysModel(QAbstractTableModel):
    """The stays of the shown traveller, a row each, with what was typed and cannot be used yet.

    It answers from what it took up when it last heard of news: Qt may ask at any moment, also in between.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme: Theme = LIGHT
        self._take_up()
        session.renewed.connect(self.refresh)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._tell_all()

    def _take_up(self) -> None:
        session = self._session
        self._w, self._assessment = session.w, session.assessment
        self.rows = session.editing.rows(STAYS)
        self._wrong = {
            number: session.editing.wrong(STAYS, number) for number, row in enumerate(self.rows) if row.typed
        }

    def refresh(self) -> None:
        """Take up the rows of what is shown."""
        count = len(self.rows)
        if len(self._session.editing.rows(STAYS)) == count:
            self._take_up()
            self._tell_all()
        else:
            self.beginResetModel()
            self._take_up()
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(range(7))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == DAYS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        w = self._session.w
        return [
            w.gettext("Entry"),
            w.gettext("Exit"),
            w.gettext("Days"),
            w.gettext("Status"),
            w.gettext("Host's notice"),
            w.gettext("Registration"),
            w.gettext("Note"),
        ][section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or index.row() >= len(self.rows):
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in FIELDS else flags

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: ANN401
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._shown(row, column)
        if role == Qt.ItemDataRole.EditRole:
            return self._typed(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column == DAYS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(row, column)
        if role == Qt.ItemDataRole.DecorationRole and column == STATUS:
            sign, colour = self._sign(row)
            return icon(sign, colour, 16)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hint(row, column)
        return None

    def setData(self, index: Index, value: Any, role: int = 0) -> bool:  # noqa: ANN401
        field = FIELDS.get(index.column())
        if field is None or index.row() >= len(self.rows):
            return False
        return self._session.editing.type_day(index.row(), field, str(value))

    def draft(self, row: int, column: int) -> str | None:
        """Return what was typed in a cell and cannot be used yet."""
        return self.rows[row].typed.get(FIELDS.get(column, ""))

    def reason(self, row: int) -> str:
        """Say why what was typed in a row cannot be used, or what it wants; empty where all is well."""
        wrong = self._wrong.get(row)
        if wrong:
            return next(reversed(wrong.values()))
        return self._w.gettext("Enter the day of entry.") if self.rows[row].record is None else ""

    def _stay(self, row: int) -> Stay | None:
        record = self.rows[row].record
        return record if isinstance(record, Stay) else None

    def _shown(self, row: int, column: int) -> str:
        w, a, stay = self._w, self._assessment, self._stay(row)
        if (draft := self.draft(row, column)) is not None:
            day = self._session.editing.read(STAYS, FIELDS[column], draft)
            waits = stay is None and FIELDS[column] not in self._wrong.get(row, {})
            return w.day(day) if waits and isinstance(day, date) else draft
        if column == STATUS and (reason := self.reason(row)):
            return reason
        if stay is None:
            return ""
        if column in DAY_COLUMNS:
            day = getattr(stay, FIELDS[column])
            if day is None and column == EXIT:
                return w.gettext("no end yet") if a.stay(row).planned else w.gettext("still here")
            return w.day(day) if day else ""
        if column == DAYS:
            return str(a.stay(row).days or "")
        if column == STATUS:
            return answers.stay_status(w, a, a.stay(row))
        parts = (stay.checkpoint, stay.note)
        return foreign.clean(" · ".join(filter(None, parts))) or answers.stay_limit(w, a, a.stay(row))

    def _typed(self, row: int, column: int) -> str:
        if (draft := self.draft(row, column)) is not None:
            return draft
        stay = self._stay(row)
        return STAYS.typed(self._w, stay, FIELDS[column]) if stay and column in FIELDS else ""

    def _colour(self, row: int, column: int) -> QColor | None:
        theme, stay = self._theme, self._stay(row)
        wrong = self._wrong.get(row, {})
        if FIELDS.get(column, "") in wrong or (column == STATUS and wrong):
            return QColor(theme.over)
        if stay is None:
            return QColor(theme.muted)
        if column == NOTE and not stay.note and not stay.checkpoint:
            return QColor(theme.muted)
        if column == EXIT and (stay.exit is None or self._follows_entry(row)):
            return QColor(theme.muted)
        return None

    def _follows_entry(self, row: int) -> bool:
        draft = self.rows[row].draft
        return draft is not None and draft.untouched

    def _sign(self, row: int) -> tuple[str, str]:
        theme, a = self._theme, self._assessment
        if self._wrong.get(row):
            return "warning", theme.over
        if self.reason(row):
            return "planned", theme.planned
        answer = a.stay(row)
        if answer.because is None:
            return "warning", theme.close
        if answer.overstay_days:
            return "stop", theme.over
        if answer.planned:
            return "planned", theme.planned
        if row == a.current and a.standing == "ending":
            return "warning", theme.close
        return "check", theme.within

    def _hint(self, row: int, column: int) -> str | None:
        w, stay = self._w, self._stay(row)
        if column in DAY_COLUMNS and self.draft(row, column) is None:
            day = getattr(stay, FIELDS[column], None)
            return w.long_day(day) if day else None
        # A tooltip that looks like HTML would be read as such, and what people type is only text
        return f"<span>{escape(self._shown(row, column))}</span>" if column in (STATUS, NOTE) else None

    def _tell_all(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, NOTE)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, NOTE))


@guarded
class DayDelegate(QStyledItemDelegate):
    """Edit days as typed text. ``proposal`` is a day that a new row begins with; it counts once confirmed."""

    echoed = Signal(str, bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.proposal: tuple[int, str] | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        name = index.model().headerData(index.column(), Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        if index.column() not in DAY_COLUMNS:
            editor = QLineEdit(parent)
            editor.setFrame(False)
            editor.setAccessibleName(name)
            return editor
        edit = DayEdit(self._session, FIELDS[index.column()], parent)
        edit.setAccessibleName(name)
        edit.echoed.connect(self.echoed)
        edit.destroyed.connect(lambda: self.echoed.emit("", False))
        edit.echo()
        return edit

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        if editor.isModified():
            # The table tells of news while somebody types: theirs is newer
            return
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if not text and self.proposal and self.proposal[0] == index.row() and index.column() == ENTRY:
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
        if text != (index.data(Qt.ItemDataRole.EditRole) or "") or (text and waits):
            model.setData(index, text, Qt.ItemDataRole.EditRole)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in CONFIRMING:
            editor.setProperty(CONFIRMED, True)
        return super().eventFilter(editor, event)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), ROW_HEIGHT)


@guarded
class StaysTable(QTableView):
    """The stays, a row each; F2 or typing changes a cell, Delete clears it, or from the entry the whole stay."""

    deleting = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("stays")
        self.stays = StaysModel(session, self)
        self.setModel(self.stays)
        self.days = DayDelegate(session, self)
        self.setItemDelegate(self.days)
        header = parts.table_of_rows(self, typed=True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        self.selectionModel().currentRowChanged.connect(lambda now, _: session.select(now.row()))
        self.days.closeEditor.connect(lambda *_: QTimer.singleShot(0, self, self._on_editor_closed))
        session.selected.connect(self._follow)
        session.changed.connect(self._on_changed)
        session.retranslated.connect(self._translate)
        self._translate()

    def edit_entry(self, row: int, proposal: date | None = None) -> None:
        """Begin to type the entry of a stay; that of a new one begins with a day that is proposed."""
        index = self.stays.index(row, ENTRY)
        self.days.proposal = (row, self._session.w.numeric_day(proposal)) if proposal else None
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)

    @property
    def begun(self) -> bool:
        """Tell whether the chosen row is no stay yet."""
        return self.currentIndex().row() >= len(self._session.traveller.stays)

    def _on_editor_closed(self) -> None:
        if self.state() != QAbstractItemView.State.EditingState:
            # A row that was begun and left without a word is none
            self.days.proposal = None
            self._session.editing.drop_empty(STAYS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._see_present()  # the height that the table has at last is known only here

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._see_present()

    def focusInEvent(self, event: QFocusEvent) -> None:
        session = self._session
        if session.selection < 0 and not self.begun and event.reason() != Qt.FocusReason.MouseFocusReason:
            # The keyboard begins where the person is now, not in the first row of years ago
            session.select(self._present())
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            # The Delete key is the table's own here
            event.setAccepted(event.key() == Qt.Key.Key_Delete)
            if event.isAccepted():
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and not self.state().value:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.column() in FIELDS:
                self.edit(index)
                return
            if event.key() == Qt.Key.Key_Delete:
                self._delete(index)
                return
        super().keyPressEvent(event)

    def _delete(self, index: QModelIndex) -> None:
        """Clear a cell that may be empty, as in any table; from a cell that may not the row goes."""
        if index.column() not in CLEARED:
            self.deleting.emit(index.row())
        elif self.stays.data(index, Qt.ItemDataRole.EditRole):
            self.stays.setData(index, "", Qt.ItemDataRole.EditRole)

    def _on_changed(self) -> None:
        registers = any(duty.kind == "registration" for duty in self._session.assessment.duties) or any(
            stay.registered for stay in self._session.traveller.stays
        )
        self.setColumnHidden(REGISTERED, not registers)
        self._follow(self._session.selection)
        self._see_present()

    def _see_present(self) -> None:
        if self._session.selection < 0 and self.state() != QAbstractItemView.State.EditingState and not self.begun:
            self.scrollTo(self.stays.index(self._present(), ENTRY), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _present(self) -> int:
        current, order = self._session.assessment.current, self._session.traveller.in_order()
        if current is not None:
            return current
        return order[-1] if order else -1

    def _follow(self, row: int) -> None:
        # A row that is no stay yet is chosen here alone
        if row != self.currentIndex().row() and not (row < 0 and self.begun):
            column = max(0, self.currentIndex().column())
            index = self.stays.index(row, column) if row >= 0 else QModelIndex()
            if row < 0:
                self.clearSelection()
            self.selectionModel().setCurrentIndex(
                index,
                QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
            )

    def _translate(self) -> None:
        self.setAccessibleName(self._session.w.gettext("Stays"))
