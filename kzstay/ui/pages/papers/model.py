"""One list of the Papers page as Qt's model."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from kzstay.core.case import Move, Number, Permit
from kzstay.core.paper_states import move_state, permit_state, ruling_state
from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.texts import answers, paper_states, papers
from kzstay.texts.markup import escape
from kzstay.texts.paper_states import Said
from kzstay.ui.pages.keyed_rows import renew
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.lists import RecordList
from kzstay.ui.session.records.papers import MOVES, NUMBERS, PERMITS
from kzstay.ui.session.records.rows import Row, shown
from kzstay.ui.session.session import Session
from kzstay.ui.widgets.announce import announce
from kzstay.ui.widgets.theme import icon

Index = QModelIndex | QPersistentModelIndex
SIGNS = {"good": "check", "near": "warning", "bad": "stop", "quiet": "planned"}
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@guarded
class PapersModel(QAbstractTableModel):
    """The rows of one list; the last column says how each stands, or why what was typed cannot be used."""

    moved = Signal(int)  # the row in which a row is that was just changed

    def __init__(self, session: Session, listed: RecordList, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._editing = Editing(session)
        self._theme: Theme = LIGHT
        self.listed = listed
        self.tight = False  # where there is room for short names alone
        self.rows: list[Row] = []
        # What the rows are told of is kept with them: Qt may ask before the model has heard of news
        self._w = session.view.w
        self._assessment = session.assessment
        self._wrong: list[dict[str, str]] = []
        self._states: list[Said] = []
        self._stays: list[str] = []
        self._held_by: list[int] = []  # which stay holds each change of address
        self._echo: tuple[tuple[Number, int], Said] | None = None
        self.refresh()
        session.renewed.connect(self.refresh)

    @property
    def state_column(self) -> int:
        """Return the column that says how a row stands."""
        return len(self.listed.columns)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._tell_all()

    def set_tight(self, tight: bool) -> None:
        """Take short names, or long ones."""
        if tight != self.tight:
            self.tight = tight
            self._tell_all()

    def refresh(self) -> None:
        """Take up the rows of what is shown."""
        session, editing = self._session, self._editing
        rows = editing.rows(self.listed)
        wrong = [editing.wrong(self.listed, row) if at.typed else {} for row, at in enumerate(rows)]
        held_by = MOVES.stays_of(shown(session.state)) if self.listed is MOVES else []

        def take_up() -> None:
            self.rows, self._wrong, self._held_by = rows, wrong, held_by
            self._w, self._assessment = session.view.w, session.assessment
            self._stays = [self._stay(row) for row in range(len(rows))]
            self._states = [self._state(row) for row in range(len(rows))]

        renew(self, self.rows, rows, take_up)
        self._tell_all()

    def place_of(self, key: Number | None) -> int:
        """Return the row that has a key, or -1."""
        return next((place for place, row in enumerate(self.rows) if row.key == key), -1)

    def echo(self, place: tuple[Number, int], text: str, wrong: bool) -> None:
        """Say in the row that has a key what is understood of what is being typed in one of its columns."""
        self._echo = place, Said(text, "bad" if wrong else "quiet")
        self._tell_all()

    def hush(self, place: tuple[Number, int]) -> None:
        """Say again how the row stands, unless something is typed elsewhere by now."""
        if self._echo is not None and self._echo[0] == place:
            self._echo = None
            self._tell_all()

    def column(self, index: Index) -> str | None:
        """Return which column an index stands in; None for the last."""
        return self.listed.columns[index.column()] if index.column() < self.state_column else None

    def field(self, index: Index) -> str | None:
        """Return the field that may be changed at an index."""
        column, at = self.column(index), self.rows[index.row()]
        if column is None or not self.listed.editable(column, at.kind, at.record):
            return None
        return self.listed.field(column, at.kind)

    def reason(self, row: int) -> str:
        """Say why what was typed in a row cannot be used; empty where all is well."""
        return next(reversed(self._wrong[row].values()), "")

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else self.state_column + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        w = self._w
        if section >= self.state_column:
            return w.pgettext("paper", "State")
        return {
            "kind": w.pgettext("paper", "Kind"),
            "first": w.pgettext("permit", "From"),
            "until": w.pgettext("permit", "Until"),
            "days": w.pgettext("permit", "Days"),
            "period": w.pgettext("permit", "in each … days"),
            "entries": w.pgettext("permit", "Entries"),
            "served": w.pgettext("ruling", "Served"),
            "part": w.pgettext("ruling", "Article"),
            "leave_by": w.pgettext("ruling", "Leave by"),
            "appealed": w.pgettext("ruling", "Appealed on"),
            "settled": w.pgettext("ruling", "Paid or executed"),
            "on": w.pgettext("move", "Day of the change"),
            "stay": w.pgettext("move", "Stay"),
            "notified": w.gettext("Host's notice"),
        }[self.listed.columns[section]]

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or index.row() >= len(self.rows):
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.field(index) else flags

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: ANN401
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(index, tight=self.tight)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            text = self._shown(index, tight=False)
            # A tooltip that looks like HTML would be read as such, and what people type is only text
            return text if role == Qt.ItemDataRole.AccessibleTextRole else self._hint(index, text)
        if role == Qt.ItemDataRole.EditRole:
            return self._typed(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(index)
        if role == Qt.ItemDataRole.DecorationRole and self.column(index) is None:
            state, echoed = self._said(index.row())
            wrong = state.tone == "bad" if echoed else bool(self.reason(index.row()))
            if not state.text or (echoed and not wrong):
                return None
            return icon("warning" if wrong else SIGNS[state.tone], self._tone(state), 16)
        return None

    def setData(self, index: Index, value: Any, role: int = 0) -> bool:  # noqa: ANN401
        field = self.field(index)
        if field is None:
            return False
        if field == "kind":
            kind = str(value)
            if kind not in self.listed.kinds:
                return False
            self._editing.change_kind(self.listed, index.row(), kind)
            return True
        row = self._editing.type(self.listed, index.row(), field, str(value))
        self.moved.emit(row)
        if reason := self.reason(row):
            parent = self.parent()
            assert isinstance(parent, QWidget)
            announce(parent, reason)
        return not reason

    # Cells

    def _shown(self, index: Index, *, tight: bool) -> str:
        w, at, column = self._w, self.rows[index.row()], self.column(index)
        if column is None:
            return self._said(index.row())[0].text
        if column == "kind":
            name = papers.short_permit if tight else papers.permit
            return name(w, at.kind) if self.listed is PERMITS else papers.ruling(w, at.kind)
        if column == "stay":
            return self._stays[index.row()]
        field = self.listed.field(column, at.kind) or ""
        if field in self._wrong[index.row()]:
            return at.typed[field]
        value = self._value(at, field)
        if value is None and column in NUMBERS and self.field(index):
            return w.pgettext("permit", "in all") if column == "period" else w.pgettext("permit", "no limit")
        return w.day(value) if isinstance(value, date) else str(value or "")

    def _value(self, at: Row, field: str) -> date | int | str | None:
        if field in at.typed and (value := self._editing.read(self.listed, field, at.typed[field])):
            return value
        return getattr(at.record, field, None)

    def _typed(self, index: Index) -> str:
        at, field = self.rows[index.row()], self.field(index)
        if field is None or field == "kind":
            return at.kind if field else ""
        if field in at.typed:
            return at.typed[field]
        value = getattr(at.record, field, None)
        return self._w.numeric_day(value) if isinstance(value, date) else str(value or "")

    def _stay(self, row: int) -> str:
        if not isinstance(self.rows[row].record, Move):
            return ""
        return answers.stay_label(self._w, self._assessment.stays[self._held_by[row]])

    def _said(self, row: int) -> tuple[Said, bool]:
        """Return what the last column says, and whether that is about what is being typed."""
        if self._echo is not None and self._echo[0][0] == self.rows[row].key:
            return self._echo[1], True
        return self._states[row], False

    def _state(self, row: int) -> Said:
        w, paper = self._w, self.rows[row].record
        if reason := self.reason(row):
            return Said(reason, "bad")
        if paper is None:
            return Said(paper_states.wanted(w, self._editing.missing(self.listed, row)), "quiet")
        if isinstance(paper, Permit):
            return paper_states.said(w, permit_state(self._assessment.on, paper))
        if isinstance(paper, Move):
            return paper_states.said(w, move_state(self._assessment, self._held_by[row], paper))
        return paper_states.said(w, ruling_state(self._assessment, row))

    def _tone(self, state: Said) -> str:
        theme = self._theme
        return {"good": theme.within, "near": theme.close, "bad": theme.over, "quiet": theme.planned}[state.tone]

    def _colour(self, index: Index) -> QColor | None:
        at, column, theme = self.rows[index.row()], self.column(index), self._theme
        if column is None:
            state, echoed = self._said(index.row())
            if echoed:
                return QColor(theme.over if state.tone == "bad" else theme.muted)
            return QColor(theme.over) if self.reason(index.row()) else None
        field = self.listed.field(column, at.kind) or ""
        if field in self._wrong[index.row()]:
            return QColor(theme.over)
        if column in NUMBERS and self._value(at, field) is None:
            return QColor(theme.muted)
        return None

    def _hint(self, index: Index, text: str) -> str | None:
        column, at = self.column(index), self.rows[index.row()]
        field = self.listed.field(column, at.kind) if column else None
        if field and field not in self._wrong[index.row()]:
            value = self._value(at, field)
            if isinstance(value, date):
                return self._w.long_day(value)
        return f"<span>{escape(text)}</span>" if text else None

    def _tell_all(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.state_column)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.state_column))
