"""The rows of the table of visas, and which of them are shown."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from kzstay.core.case import PassportKind
from kzstay.core.law.schema import Certainty
from kzstay.core.visa_table import KINDS, PASSPORTS, Kind, TableRow
from kzstay.guard import guarded
from kzstay.texts import Words
from kzstay.texts import visa_table as texts

STATE, PASSPORT, NEED, DAYS, SINCE, SURE = range(6)
ORDER = Qt.ItemDataRole.UserRole  # what a column is sorted by
_CERTAINTIES: tuple[Certainty, ...] = ("high", "medium", "low")

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@guarded
class VisaModel(QAbstractTableModel):
    """The table, a row for each citizenship with each kind of passport."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[TableRow] = []
        self._cells: list[list[str]] = []
        self._spoken: list[str] = []
        self._header: list[str] = []
        self._places: dict[str, int] = {}

    def fill(self, rows: list[TableRow], w: Words) -> None:
        """Take other rows, in a language."""
        self.beginResetModel()
        self.rows = rows
        self._cells = [texts.cells(w, row, short=True) for row in rows]
        self._spoken = [texts.spoken(w, row) for row in rows]
        self._header = texts.header(w)
        self._places = {code: place for place, (code, _) in enumerate(w.countries())}
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._header)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - the model of Qt
        shown = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._header[section] if shown else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role == ORDER:
            return self._order(self.rows[index.row()], index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.ToolTipRole or (
            role == Qt.ItemDataRole.AccessibleTextRole and index.column() == STATE
        ):
            return self._spoken[index.row()]
        return None

    def _order(self, row: TableRow, column: int) -> int:
        place = self._places.get(row.country, len(self._places))
        passport = PASSPORTS.index(row.passport)
        since = row.since or date.max
        sure = _CERTAINTIES.index(row.certainty) if row.certainty else len(_CERTAINTIES)
        need = KINDS.index(row.kind) * 2 + (row.need in ("e-visa", "days-unknown"))
        by = {PASSPORT: passport, NEED: need, DAYS: -row.days, SINCE: since.toordinal(), SURE: sure}
        # What is alike in a column stays in the order of the states
        return (by.get(column, 0) * len(self._places) + place) * len(PASSPORTS) + passport


@guarded
class ChosenRows(QSortFilterProxyModel):
    """The rows that are asked for, sorted by a column."""

    def __init__(self, model: VisaModel) -> None:
        super().__init__()
        self._model = model
        self._text = ""
        self._kinds: frozenset[Kind] = frozenset(KINDS)
        self._passports: frozenset[PassportKind] = frozenset(PASSPORTS)
        self.setSourceModel(model)
        self.setSortRole(ORDER)
        self.sort(STATE)

    def choose(self, text: str, kinds: frozenset[Kind], passports: frozenset[PassportKind]) -> None:
        """Show the rows of some states, of some kinds and with some passports alone."""
        self._text, self._kinds, self._passports = text, kinds, passports
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        found = self._model.rows[row]
        return found.kind in self._kinds and found.passport in self._passports and texts.matches(found, self._text)

    def chosen(self) -> list[TableRow]:
        """List the rows as they are shown."""
        return [self.row(place) for place in range(self.rowCount())]

    def row(self, place: int) -> TableRow:
        """Return the row that is shown in a place."""
        return self._model.rows[self.mapToSource(self.index(place, 0)).row()]
