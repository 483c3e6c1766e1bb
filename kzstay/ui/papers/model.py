"""One list of the Papers page as Qt's model."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from kzstay.core.case import Move, Permit
from kzstay.guard import guarded
from kzstay.texts import answers, paper_states, papers
from kzstay.texts.paper_states import PaperState
from kzstay.ui.announce import announce
from kzstay.ui.colours import LIGHT, Theme
from kzstay.ui.papers.drafts import Drafts, Slip
from kzstay.ui.papers.shelves import MOVES, NUMBERS, PERMITS, Column, Shelf
from kzstay.ui.session import Session
from kzstay.ui.theme import icon

Index = QModelIndex | QPersistentModelIndex
SIGNS = {"good": "check", "near": "warning", "bad": "stop", "quiet": "planned"}
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@guarded
class PapersModel(QAbstractTableModel):
    """The rows of one list; the last column says how each stands, or why what was typed cannot be used."""

    moved = Signal(int)  # the row in which a row is that was just changed

    def __init__(self, session: Session, drafts: Drafts, shelf: Shelf, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._drafts = drafts
        self._theme: Theme = LIGHT
        self.shelf = shelf
        self.tight = False  # where there is room for short names alone
        self.rows: list[Slip] = []
        self._wrong: list[dict[str, str]] = []
        self._states: list[PaperState] = []
        self._stays: list[str] = []
        self._places: list[tuple[int, int]] = []  # of each change of address: its stay, and which of its moves
        self._echo: tuple[tuple[int, int], PaperState] | None = None
        self.refresh()
        session.changed.connect(self.refresh)
        drafts.changed.connect(self.refresh)

    @property
    def state_column(self) -> int:
        """Return the column that says how a row stands."""
        return len(self.shelf.columns)

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
        rows = self._drafts.rows(self.shelf)
        same = len(rows) == len(self.rows)
        if not same:
            self.beginResetModel()
        self.rows = rows
        self._wrong = [self._drafts.wrong(self.shelf, row) if slip.typed else {} for row, slip in enumerate(rows)]
        # Not when they are painted: a drag may be showing other stays then
        traveller = self._session.case.travellers[self._session.traveller_index]
        self._places = MOVES.places(traveller) if self.shelf is MOVES else []
        self._stays = [self._stay(row) for row in range(len(rows))]
        self._states = [self._state(row) for row in range(len(rows))]
        if same:
            self._tell_all()
        else:
            self.endResetModel()

    def echo(self, place: tuple[int, int], text: str, wrong: bool) -> None:
        """Say in a row what is understood of what is being typed in one of its columns."""
        self._echo = place, PaperState(text, "bad" if wrong else "quiet")
        self._tell_all()

    def hush(self, place: tuple[int, int]) -> None:
        """Say again how the row stands, unless something is typed elsewhere by now."""
        if self._echo is not None and self._echo[0] == place:
            self._echo = None
            self._tell_all()

    def column(self, index: Index) -> Column | None:
        """Return which column an index stands in; None for the last."""
        return self.shelf.columns[index.column()] if index.column() < self.state_column else None

    def field(self, index: Index) -> str | None:
        """Return the field that may be changed at an index."""
        column, slip = self.column(index), self.rows[index.row()]
        if column is None or not self.shelf.editable(column, slip.kind, slip.paper):
            return None
        return self.shelf.field(column, slip.kind)

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
        w = self._session.w
        if section >= self.state_column:
            return w.pgettext("paper", "State")
        return {
            "kind": w.pgettext("paper", "Kind"),
            "first": w.pgettext("permit", "From"),
            "until": w.pgettext("permit", "Until"),
            "days": w.pgettext("permit", "Days"),
            "entries": w.pgettext("permit", "Entries"),
            "served": w.pgettext("ruling", "Served"),
            "leave_by": w.pgettext("ruling", "Leave by"),
            "settled": w.pgettext("ruling", "Paid or executed"),
            "on": w.pgettext("move", "Day of the change"),
            "stay": w.pgettext("move", "Stay"),
            "notified": w.gettext("Host's notice"),
        }[self.shelf.columns[section]]

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
            self._drafts.change_kind(self.shelf, index.row(), str(value))
            return True
        row = self._drafts.type(self.shelf, index.row(), field, str(value))
        self.moved.emit(row)
        if reason := self.reason(row):
            parent = self.parent()
            assert isinstance(parent, QWidget)
            announce(parent, reason)
        return not reason

    # Cells

    def _shown(self, index: Index, *, tight: bool) -> str:
        w, slip, column = self._session.w, self.rows[index.row()], self.column(index)
        if column is None:
            return self._said(index.row())[0].text
        if column == "kind":
            name = papers.short_permit if tight else papers.permit
            return name(w, slip.kind) if self.shelf is PERMITS else papers.ruling(w, slip.kind)
        if column == "stay":
            return self._stays[index.row()]
        field = self.shelf.field(column, slip.kind) or ""
        if field in self._wrong[index.row()]:
            return slip.typed[field]
        value = self._value(slip, field)
        if value is None and column in NUMBERS and self.field(index):
            return w.pgettext("permit", "no limit")
        return w.day(value) if isinstance(value, date) else str(value or "")

    def _value(self, slip: Slip, field: str) -> date | int | None:
        if field in slip.typed and (value := self._drafts.read(field, slip.typed[field])):
            return value
        return getattr(slip.paper, field, None)

    def _typed(self, index: Index) -> str:
        slip, field = self.rows[index.row()], self.field(index)
        if field is None or field == "kind":
            return slip.kind if field else ""
        if field in slip.typed:
            return slip.typed[field]
        value = getattr(slip.paper, field, None)
        return self._session.w.numeric_day(value) if isinstance(value, date) else str(value or "")

    def _stay(self, row: int) -> str:
        if not isinstance(self.rows[row].paper, Move):
            return ""
        return answers.stay_label(self._session.w, self._session.assessment.stays[self._places[row][0]])

    def _said(self, row: int) -> tuple[PaperState, bool]:
        """Return what the last column says, and whether that is about what is being typed."""
        if self._echo is not None and self._echo[0][0] == row:
            return self._echo[1], True
        return self._states[row], False

    def _state(self, row: int) -> PaperState:
        session, paper = self._session, self.rows[row].paper
        if reason := self.reason(row):
            return PaperState(reason, "bad")
        if paper is None:
            return PaperState(paper_states.wanted(session.w, self._drafts.missing(self.shelf, row)), "quiet")
        if isinstance(paper, Permit):
            return paper_states.permit(session.w, session.on, paper)
        if isinstance(paper, Move):
            return paper_states.move(session.w, session.assessment, self._places[row][0], paper)
        return paper_states.ruling(session.w, session.law, session.assessment, row)

    def _tone(self, state: PaperState) -> str:
        theme = self._theme
        return {"good": theme.within, "near": theme.close, "bad": theme.over, "quiet": theme.planned}[state.tone]

    def _colour(self, index: Index) -> QColor | None:
        slip, column, theme = self.rows[index.row()], self.column(index), self._theme
        if column is None:
            state, echoed = self._said(index.row())
            if echoed:
                return QColor(theme.over if state.tone == "bad" else theme.muted)
            return QColor(theme.over) if self.reason(index.row()) else None
        field = self.shelf.field(column, slip.kind) or ""
        if field in self._wrong[index.row()]:
            return QColor(theme.over)
        if column in NUMBERS and self._value(slip, field) is None:
            return QColor(theme.muted)
        return None

    def _hint(self, index: Index, text: str) -> str | None:
        column, slip = self.column(index), self.rows[index.row()]
        field = self.shelf.field(column, slip.kind) if column else None
        if field and field not in self._wrong[index.row()]:
            value = self._value(slip, field)
            if isinstance(value, date):
                return self._session.w.long_day(value)
        return f"<span>{escape(text)}</span>" if text else None

    def _tell_all(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.state_column)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.state_column))
