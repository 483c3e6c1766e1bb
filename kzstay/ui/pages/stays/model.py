"""The stays as Qt's model: the rows of the table, with what was typed in them and cannot be used yet."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from kzstay.core.case import Number, Stay
from kzstay.core.plan import read_days
from kzstay.core.stay_states import stay_tone
from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.texts import answers, foreign
from kzstay.texts.markup import escape
from kzstay.ui.pages.keyed_rows import renew
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.rows import Row
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.session.session import Session
from kzstay.ui.widgets.announce import announce
from kzstay.ui.widgets.theme import icon

ENTRY, EXIT, DAYS, STATUS, NOTIFIED, REGISTERED, NOTE = range(7)
FIELDS = {ENTRY: "entry", EXIT: "exit", NOTIFIED: "notified", REGISTERED: "registered", NOTE: "note"}
DAY_COLUMNS = (ENTRY, EXIT, NOTIFIED, REGISTERED)
TYPED = (*FIELDS, DAYS)  # columns in which something is typed; a number of days sets the exit
Index = QModelIndex | QPersistentModelIndex


def is_plain(stay: Stay) -> bool:
    """Tell whether nothing is noted of a stay, and nothing sets it apart."""
    noted = (stay.note, stay.checkpoint, stay.exit_checkpoint, stay.citizenship)
    return stay.kind == "visit" and not any(noted)


@guarded
class StaysModel(QAbstractTableModel):
    """The stays of the shown traveller, a row each, with what was typed and cannot be used yet.

    It answers from what it took up when it last heard of news: Qt may ask at any moment, also in between.
    """

    moved = Signal(int, int)  # where a cell is now that was just changed

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._editing = Editing(session)
        self._theme: Theme = LIGHT
        self.rows: list[Row] = []
        self._take_up()
        session.renewed.connect(self.refresh)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._tell_all()

    def _take_up(self) -> None:
        session = self._session
        self._w, self._assessment = session.view.w, session.assessment
        self.rows = self._editing.rows(STAYS)
        self._wrong = {
            number: self._editing.wrong(STAYS, number) for number, row in enumerate(self.rows) if row.typed
        }

    def refresh(self) -> None:
        """Take up the rows of what is shown."""
        renew(self, self.rows, self._editing.rows(STAYS), self._take_up)
        self._tell_all()

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
        w = self._session.view.w
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
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in TYPED else flags

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
        text, field = str(value), FIELDS.get(index.column())
        if index.column() == DAYS and (days := read_days(text)):
            text, field = f"{days}d", FIELDS[EXIT]
        if field is None or index.row() >= len(self.rows):
            return False
        row = self._editing.type(STAYS, index.row(), field, text)
        self.moved.emit(row, index.column())
        if reason := next(reversed(self._wrong.get(row, {}).values()), ""):
            parent = self.parent()
            assert isinstance(parent, QWidget)
            announce(parent, reason)
        return field not in self.rows[row].typed

    def place_of(self, key: Number | None) -> int:
        """Return the row that has a key, or -1."""
        return next((place for place, row in enumerate(self.rows) if row.key == key), -1)

    def draft(self, row: int, column: int) -> str | None:
        """Return what was typed in a cell and cannot be used yet."""
        return self.rows[row].typed.get(FIELDS.get(column, ""))

    def take_back(self, row: int, column: int) -> None:
        """Take back what was typed in a cell and cannot be used; what stands there counts on."""
        stay, field = self._stay(row), FIELDS[column]
        self._editing.type(STAYS, row, field, STAYS.typed(self._w, stay, field) if stay else "")

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
            day = self._editing.read(STAYS, FIELDS[column], draft)
            waits = stay is None and FIELDS[column] not in self._wrong.get(row, {})
            return w.day(day) if waits and isinstance(day, date) else draft
        if column == STATUS and (reason := self.reason(row)):
            return reason
        if stay is None:
            return ""
        if column in DAY_COLUMNS:
            day = getattr(stay, FIELDS[column])
            if day is None and column == EXIT:
                answer = a.stay(row)
                if answer.exit_missing:
                    return w.gettext("not recorded")
                return w.gettext("no end yet") if answer.planned else w.gettext("still here")
            return w.day(day) if day else ""
        if column == DAYS:
            return str(a.stay(row).days or "")
        if column == STATUS:
            return answers.stay_status(w, a, a.stay(row))
        noted = foreign.clean(" · ".join(filter(None, (stay.checkpoint, stay.exit_checkpoint, stay.note))))
        told = " · ".join(filter(None, (*answers.apart(w, a.stay(row)), noted)))
        return told or answers.stay_limit(w, a, a.stay(row))

    def _typed(self, row: int, column: int) -> str:
        if (draft := self.draft(row, column)) is not None:
            return draft
        stay = self._stay(row)
        if stay and column == DAYS:
            return str(self._assessment.stay(row).days or "")
        return STAYS.typed(self._w, stay, FIELDS[column]) if stay and column in FIELDS else ""

    def _colour(self, row: int, column: int) -> QColor | None:
        theme, stay = self._theme, self._stay(row)
        wrong = self._wrong.get(row, {})
        if FIELDS.get(column, "") in wrong or (column == STATUS and wrong):
            return QColor(theme.over)
        if stay is None:
            return QColor(theme.muted)
        if column == NOTE and is_plain(stay):
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
        return {
            "unknown": ("warning", theme.close),
            "over": ("stop", theme.over),
            "planned": ("planned", theme.planned),
            "close": ("warning", theme.close),
            "within": ("check", theme.within),
        }[stay_tone(a.reckoning, row)]

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
