"""The table of stays: typed dates with their spoken form, the full equivalent of the timeline."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
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
from kzstay.texts import answers
from kzstay.texts import problems as problem_texts
from kzstay.ui import parts
from kzstay.ui.colours import LIGHT, Theme
from kzstay.ui.session import Session
from kzstay.ui.theme import icon

ENTRY, EXIT, DAYS, STATUS, NOTIFIED, REGISTERED, NOTE = range(7)
FIELDS = {ENTRY: "entry", EXIT: "exit", NOTIFIED: "notified", REGISTERED: "registered", NOTE: "note"}
DAY_COLUMNS = (ENTRY, EXIT, NOTIFIED, REGISTERED)
ROW_HEIGHT = 38
WIDTHS = {ENTRY: 150, EXIT: 150, DAYS: 76, STATUS: 260, NOTIFIED: 140, REGISTERED: 140}
Index = QModelIndex | QPersistentModelIndex


@guarded
class StaysModel(QAbstractTableModel):
    """The stays of the shown traveller, a row each, with what was typed and cannot be used yet."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme: Theme = LIGHT
        self._count = len(session.traveller.stays)
        session.changed.connect(self._on_changed)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._tell_all()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else self._count

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
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in FIELDS else flags

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: ANN401
        if not index.isValid() or index.row() >= len(self._session.traveller.stays):
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
        if field is None:
            return False
        if field == "note":
            self._session.editing.type_text(index.row(), field, str(value))
            return True
        return self._session.editing.type_day(index.row(), field, str(value))

    def draft(self, row: int, column: int) -> str | None:
        """Return what was typed in a cell and cannot be used yet."""
        field = FIELDS.get(column)
        return next((d.text for d in self._session.editing.drafts_of(row) if d.field == field), None)

    def _stay(self, row: int) -> Stay:
        return self._session.traveller.stays[row]

    def _shown(self, row: int, column: int) -> str:
        w, a = self._session.w, self._session.assessment
        if (draft := self.draft(row, column)) is not None:
            return draft
        stay = self._stay(row)
        if column in DAY_COLUMNS:
            day: date | None = getattr(stay, FIELDS[column])
            if day is None and column == EXIT:
                return w.gettext("no end yet") if a.stays[row].planned else w.gettext("still here")
            return w.day(day) if day else ""
        if column == DAYS:
            return str(a.stays[row].days or "")
        if column == STATUS:
            drafts = self._session.editing.drafts_of(row)
            return drafts[0].reason if drafts else answers.stay_status(w, a, a.stays[row])
        parts = (stay.checkpoint, stay.note)
        return " · ".join(filter(None, parts)) or answers.stay_limit(w, a, a.stays[row])

    def _typed(self, row: int, column: int) -> str:
        if (draft := self.draft(row, column)) is not None:
            return draft
        stay = self._stay(row)
        if column in DAY_COLUMNS:
            day = getattr(stay, FIELDS[column])
            return self._session.w.numeric_day(day) if day else ""
        return stay.note

    def _colour(self, row: int, column: int) -> QColor | None:
        theme = self._theme
        if self.draft(row, column) is not None or (column == STATUS and self._session.editing.drafts_of(row)):
            return QColor(theme.over)
        stay = self._stay(row)
        if column == NOTE and not stay.note and not stay.checkpoint:
            return QColor(theme.muted)
        if column == EXIT and stay.exit is None:
            return QColor(theme.muted)
        return None

    def _sign(self, row: int) -> tuple[str, str]:
        theme, a = self._theme, self._session.assessment
        answer = a.stays[row]
        if self._session.editing.drafts_of(row):
            return "warning", theme.over
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
        w = self._session.w
        stay = self._stay(row)
        if column in DAY_COLUMNS and self.draft(row, column) is None:
            day = getattr(stay, FIELDS[column])
            return w.long_day(day) if day else None
        # A tooltip that looks like HTML would be read as such, and what people type is only text
        return f"<span>{escape(self._shown(row, column))}</span>" if column in (STATUS, NOTE) else None

    def _on_changed(self) -> None:
        count = len(self._session.traveller.stays)
        if count == self._count:
            self._tell_all()
        else:
            self.beginResetModel()
            self._count = count
            self.endResetModel()

    def _tell_all(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, NOTE)
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, NOTE))


@guarded
class DayEdit(QLineEdit):
    """A field for a typed day; ``echo`` says what it is understood as, with a flag that it is not."""

    echoed = Signal(str, bool)

    def __init__(self, session: Session, field: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._field = field
        self.setPlaceholderText(session.w.numeric_day(session.on))
        self.setObjectName(f"edit_{field}")
        self.setFrame(False)
        self.textChanged.connect(self.echo)

    def day(self) -> date | None:
        """Return the day that the text is understood as."""
        w, text = self._session.w, self.text().strip()
        read = w.read_birthday if self._field == "born" else w.read_day
        return read(text, self._session.today) if text else None

    def echo(self) -> None:
        """Say in words what the text is understood as."""
        w, text, day = self._session.w, self.text().strip(), self.day()
        if day:
            self.echoed.emit(w.long_day(day), False)
        elif text:
            self.echoed.emit(problem_texts.not_a_day(w, text), True)
        elif self._field == "exit":
            self.echoed.emit(w.gettext("Empty: still in Kazakhstan, or no end planned"), False)
        else:
            self.echoed.emit(w.gettext("Type a day, such as {day}").format(day=self.placeholderText()), False)
        wrong = bool(text) and day is None
        parts.mark(self, "wrong", wrong)


@guarded
class DayDelegate(QStyledItemDelegate):
    """Edit days as typed text."""

    echoed = Signal(str, bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session

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
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        if editor.text() != (index.data(Qt.ItemDataRole.EditRole) or ""):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), ROW_HEIGHT)


@guarded
class StaysTable(QTableView):
    """The stays, a row each; Delete removes one, F2 or typing changes a cell."""

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
        session.selected.connect(self._follow)
        session.changed.connect(self._on_changed)
        session.retranslated.connect(self._translate)
        self._translate()

    def edit_entry(self, row: int) -> None:
        """Begin to type the entry of a stay."""
        index = self.stays.index(row, ENTRY)
        self.setCurrentIndex(index)
        self.edit(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._see_present()  # the height that the table has at last is known only here

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._see_present()

    def focusInEvent(self, event: QFocusEvent) -> None:
        session = self._session
        if session.selection < 0 and event.reason() != Qt.FocusReason.MouseFocusReason:
            # The keyboard begins where the person is now, not in the first row of years ago
            session.select(self._present())
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.state().value:
            index = self.currentIndex()
            if index.isValid() and index.column() in FIELDS:
                self.edit(index)
                return
        super().keyPressEvent(event)

    def _on_changed(self) -> None:
        registers = any(duty.kind == "registration" for duty in self._session.assessment.duties) or any(
            stay.registered for stay in self._session.traveller.stays
        )
        self.setColumnHidden(REGISTERED, not registers)
        self._follow(self._session.selection)
        self._see_present()

    def _see_present(self) -> None:
        if self._session.selection < 0:
            self.scrollTo(self.stays.index(self._present(), ENTRY), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _present(self) -> int:
        current, order = self._session.assessment.current, self._session.traveller.in_order()
        if current is not None:
            return current
        return order[-1] if order else -1

    def _follow(self, row: int) -> None:
        if row != self.currentIndex().row():
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
