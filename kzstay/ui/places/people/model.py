"""The travellers as Qt's model: a row for each that is shown, in one order that changes only as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from kzstay.core.case import Number, Traveller
from kzstay.core.register import GROUPS, Group, Line
from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.texts import Words
from kzstay.texts import register as texts
from kzstay.ui.places.people import cells
from kzstay.ui.places.people.cells import CITIZENSHIP, COLUMNS, DAYS_LEFT, DUTY, NAME, STATE
from kzstay.ui.places.people.order import Found, Searched, Sorting, sort
from kzstay.ui.session.register import Register
from kzstay.ui.session.session import Session

MEASURED = 200  # travellers whose texts are measured for the widths of columns
LINE = Qt.ItemDataRole.UserRole  # what a delegate paints from
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@guarded
class PeopleModel(QAbstractTableModel):
    """The travellers that are asked for, in order.

    What it shows of one is the line that is known; while it is worked out anew that is the line of before. Rows
    move once all lines are known, so that nothing jumps about under a hand.
    """

    def __init__(self, session: Session, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._register = register
        self._theme: Theme = LIGHT
        self.sorting = Sorting(STATE)
        self.groups: frozenset[Group] = frozenset()
        self.typed = ""
        self.keys: list[Number] = []
        self._who: dict[Number, Traveller] = {}
        self._places: dict[Number, int] = {}
        self._searched = Searched()
        self._longest: dict[int, list[str]] | None = None
        self._w: Words = session.view.w
        session.renewed.connect(self.refresh)
        register.told.connect(self._tell)
        register.settled.connect(self._settle)
        self.refresh()

    # What is asked for

    def choose(self, groups: frozenset[Group], typed: str) -> None:
        """Show those who belong to one of some groups, or all of them, and are found by what was typed."""
        self.groups, self.typed = groups, typed
        self.arrange()

    def sort_by(self, sorting: Sorting) -> None:
        """Show them in another order."""
        self.sorting = sorting
        self.arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sort_by(Sorting(column, order is Qt.SortOrder.DescendingOrder))

    def counts(self) -> dict[Group, int]:
        """Count who belongs to each group."""
        lines = [line for one in self._session.case.travellers if (line := self._register.line(one.key.number))]
        return {group: sum(group in line.groups for line in lines) for group in GROUPS}

    def refresh(self) -> None:
        """Take up the travellers of the case; what stays keeps its place until all is known of what is new."""
        self._w, self._longest = self._session.view.w, None
        travellers = self._session.case.travellers
        self._who = {one.key.number: one for one in travellers}
        if self._register.complete:
            self.arrange()
            return
        kept = [key for key in self.keys if key in self._who]
        held = set(kept)
        new = [key for key in self._who if key not in held]
        self._show(kept if held and (self.groups or self.typed) else [*kept, *new])
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def _settle(self) -> None:
        self._longest = None
        self.arrange()

    def arrange(self) -> None:
        """Choose and sort anew."""
        w = self._w
        people = [Found(one, self._register.line(key)) for key, one in self._who.items()]
        if self.groups:
            people = [one for one in people if one.line and one.line.groups & self.groups]
        if self.typed.strip():
            people = [one for one in people if self._searched.matches(w, one.who, self.typed)]
        self._show([one.who.key.number for one in sort(w, people, self.sorting)])
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def _show(self, keys: list[Number]) -> None:
        were = self.keys
        if keys == were:
            self._tell_all()
        elif len(keys) == len(were) and set(keys) == set(were):
            self.layoutAboutToBeChanged.emit()
            self._take(keys)
            held = self.persistentIndexList()
            moved = [self.index(self._places[were[at.row()]], at.column()) for at in held]
            self.changePersistentIndexList(held, moved)
            self.layoutChanged.emit()
        else:
            self.beginResetModel()
            self._take(keys)
            self.endResetModel()

    def _take(self, keys: list[Number]) -> None:
        self.keys = keys
        self._places = {key: place for place, key in enumerate(keys)}

    # What is in a row

    @property
    def w(self) -> Words:
        """Return the words that it speaks."""
        return self._w

    @property
    def on(self) -> date:
        """Return the day that is reckoned for."""
        return self._session.view.on

    @property
    def period(self) -> int:
        """Return how many days are looked back on."""
        return self._register.period

    def longest(self) -> dict[int, list[str]]:
        """List the texts of the columns that give each other room, the longest first, whoever is shown now."""
        if self._longest is None:
            self._longest = self._by_length()
        return self._longest

    def _by_length(self) -> dict[int, list[str]]:
        w, on, held = self._w, self.on, list(self._who.items())[:MEASURED]
        known = [line for key, _ in held if (line := self._register.line(key))]
        told = {
            NAME: [cells.name(w, who) for _, who in held],
            CITIZENSHIP: [texts.citizenship(w, who) for _, who in held],
            STATE: {texts.state(w, line) for line in known},
            DUTY: {texts.next_duty(w, line, on) for line in known},
        }
        return {column: sorted(found, key=len, reverse=True) for column, found in told.items()}

    def place_of(self, key: Number) -> int:
        """Return the row of a traveller, or -1."""
        return self._places.get(key, -1)

    def traveller(self, row: int) -> Traveller:
        """Return the traveller of a row."""
        return self._who[self.keys[row]]

    def line(self, row: int) -> Line | None:
        """Return what is known of the traveller of a row."""
        return self._register.line(self.keys[row])

    def _tell(self, keys: Iterable[Number]) -> None:
        """Have the rows painted whose lines are new."""
        rows = [row for key in keys if (row := self.place_of(key)) >= 0]
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(COLUMNS) - 1))

    def _tell_all(self) -> None:
        if self.keys:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.keys) - 1, len(COLUMNS) - 1))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._tell_all()

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.keys)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return cells.headed(self._w, section, self._register.period, self.sorting)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cells.spoken_header(self._w, section, self._register.period, self.sorting)
        return None

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: ANN401
        if not index.isValid() or index.row() >= len(self.keys):
            return None
        row, column = index.row(), index.column()
        if role == LINE:
            return self.line(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == Qt.ItemDataRole.DisplayRole:
            return cells.text(self._w, self.traveller(row), self.line(row), column, self._session.view.on)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            view, period = self._session.view, self._register.period
            return cells.spoken(self._w, self.traveller(row), self.line(row), column, view.on, period)
        if role == Qt.ItemDataRole.ToolTipRole:
            view, period = self._session.view, self._register.period
            return cells.hint(self._w, self.traveller(row), self.line(row), column, view.on, period)
        if role == Qt.ItemDataRole.ForegroundRole:
            line = self.line(row)
            return QColor(cells.colour(self._theme, line, column, self._session.view.on))
        if role == Qt.ItemDataRole.FontRole and cells.strong(self.line(row), column, self._session.view.on):
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == DAYS_LEFT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
