"""The model of a preview: the rows of a source, those that a chip lets through."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.texts import Words, foreign, imports
from kzstay.ui.widgets.theme import icon
from kzstay.ui.window.importing import telling
from kzstay.ui.window.importing.rows import Row, State
from kzstay.ui.window.importing.source import Found

Index = QModelIndex | QPersistentModelIndex
LINE, STATE, TRAVELLER, ENTRY, EXIT, DAYS, PLACE, REMARK = range(8)
COLUMNS = 8
SIGNS: dict[State, str] = {"taken": "check", "asked": "question", "refused": "stop", "left": "planned"}


@guarded
class RowsModel(QAbstractTableModel):
    """The rows of a source with what becomes of them."""

    def __init__(self, w: Words, theme: Theme = LIGHT, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._w = w
        self._theme = theme
        self.found: Found | None = None
        self.state: State | None = None  # of the rows that are seen; None for all
        self.rows: list[Row] = []
        self._brief = False

    def name_signs(self, *, brief: bool) -> None:
        """Name the column of the state, or leave that to the signs in it where they have no room for words."""
        if brief != self._brief:
            self._brief = brief
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, STATE, STATE)

    def show_found(self, found: Found) -> None:
        """Take up what was found."""
        self.found = found
        self._fill()

    def show_state(self, state: State | None) -> None:
        """Let the rows of one state be seen, or all."""
        if state != self.state:
            self.state = state
            self._fill()

    def _fill(self) -> None:
        self.beginResetModel()
        rows = self.found.rows if self.found is not None else ()
        self.rows = [row for row in rows if self.state is None or row.has(self.state)]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section) | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if self._brief and section == STATE and role == Qt.ItemDataRole.DisplayRole:
            return ""
        w = self._w
        return [
            w.pgettext("import", "Line"),
            w.gettext("State"),
            w.gettext("Traveller"),
            w.gettext("Entry"),
            w.gettext("Exit"),
            w.gettext("Days"),
            w.gettext("Checkpoint"),
            w.pgettext("import", "Remark"),
        ][section]

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: ANN401
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.told(index.row()) if column == REMARK else self._text(row, column) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column) | Qt.AlignmentFlag.AlignVCenter
        if column == STATE and role == Qt.ItemDataRole.DecorationRole:
            return icon(SIGNS[row.state], self._colour(row), 16)
        if column == STATE and role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._colour(row))
        if role == Qt.ItemDataRole.ForegroundRole and row.state in ("left", "asked"):
            return QColor(self._theme.muted)
        return None

    def _colour(self, row: Row) -> str:
        theme = self._theme
        colours = {"taken": theme.within, "asked": theme.close, "refused": theme.over}
        return colours.get(row.state, theme.planned)

    def _text(self, row: Row, column: int) -> str:
        w = self._w
        if column == LINE:
            return self._line(row)
        if column == STATE:
            return telling.state(w, row)
        if column == TRAVELLER:
            return telling.name_of(w, self.found.result, row) if self.found is not None else ""
        if column == ENTRY:
            return w.day(row.entry) if row.entry else ""
        if column == EXIT:
            return w.day(row.exit) if row.exit else w.pgettext("import", "none") if row.entry else ""
        if column == DAYS:
            return w.number(row.days) if row.days else ""
        return foreign.remark(row.place) if column == PLACE else telling.remark(w, row)

    def _line(self, row: Row) -> str:
        lines = ", ".join(str(line) for line in row.lines if line)
        return " · ".join(filter(None, (foreign.echo(row.at.sheet), lines)))

    def told(self, place: int) -> str:
        """Tell a row as a whole: where it stands, what becomes of it, and what the source says there."""
        if not 0 <= place < len(self.rows):
            return ""
        w, row = self._w, self.rows[place]
        remark = "" if row.asked else telling.remark(w, row)
        first = [imports.row(w, row.at), telling.state(w, row), foreign.remark(row.place), remark]
        asked = [imports.question(w, one) for one in row.asked]
        text = foreign.remark(row.at.text)
        told = [" · ".join(filter(None, first)), *asked, f"“{text}”" if text else ""]
        return "\n".join(filter(None, told))


def _side(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if column == DAYS else Qt.AlignmentFlag.AlignLeft
