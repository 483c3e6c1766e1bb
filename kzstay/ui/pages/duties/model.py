"""The rows of the page of duties: those to see to, and folded under them those of the past."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from kzstay.core import agenda
from kzstay.core.agenda import Urgency
from kzstay.core.assess import Assessment
from kzstay.core.case import Number
from kzstay.core.duties import Duty, State
from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.texts import duties as texts
from kzstay.texts import duty_titles
from kzstay.ui.session.session import Session
from kzstay.ui.widgets.parts import ROW_HEIGHT
from kzstay.ui.widgets.theme import icon, scaled

DUTY, CAUSE, WHO, DUE, STATE = range(5)
COLUMNS = 5
WORTH_FOLDING = 2  # rows; one takes no more room than what it would be folded into
SIGN: dict[State, str] = {
    "missed": "stop",
    "open": "flag",
    "done-late": "warning",
    "done": "check",
    "unrecorded": "question",
    "lapsed": "info",
    "waived": "info",
}
Index = QModelIndex | QPersistentModelIndex
Key = tuple[str, Number | None]


@guarded
class DutiesModel(QAbstractTableModel):
    """The duties of the shown traveller, a row each, with the assessment and the words that they are told by.

    It answers from what it took up when it last heard of news: Qt may ask at any moment, also in between. ``told``
    after it has taken up something, ``folding`` after its past was folded or unfolded.
    """

    told = Signal()
    folding = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.theme: Theme = LIGHT
        self.now: list[Duty] = []
        self.past: list[Duty] = []
        self.unfolded = False
        self.brief = False  # whether the usual count is left to what is said of the chosen one
        self.assessment = session.assessment
        self.w = session.view.w
        session.renewed.connect(self.refresh)
        session.opened.connect(lambda: self.set_unfolded(False))
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        self._say_all()

    def refresh(self) -> None:
        """Take up the duties of what is shown; where they are the same as before, nothing else becomes of them."""
        assessment = self._session.assessment
        now, past = agenda.divided(assessment)
        before = self._keys()
        same = before == (keys_of(assessment, now), keys_of(assessment, past))
        if not same:
            self.beginResetModel()
        self.now, self.past = now, past
        self.assessment, self.w = assessment, self._session.view.w
        if same:
            self._say_all()
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, COLUMNS - 1)
        else:
            self.endResetModel()
        self.told.emit()

    def _keys(self) -> tuple[list[Key], list[Key]]:
        return keys_of(self.assessment, self.now), keys_of(self.assessment, self.past)

    def _say_all(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, STATE))

    # What is folded

    @property
    def foldable(self) -> bool:
        """Tell whether there is so much of the past that it is folded."""
        return len(self.past) >= WORTH_FOLDING

    @property
    def fold(self) -> int:
        """Return the row that the past is folded into; there is none where it is -1."""
        return len(self.now) if self.foldable else -1

    @property
    def rows(self) -> list[Duty]:
        """List the duties that are seen."""
        return self.now + (self.past if self.unfolded or not self.foldable else [])

    def duty(self, row: int) -> Duty | None:
        """Return the duty of a row; None for that of what is folded, and where there is no such row."""
        if row == self.fold or row < 0:
            return None
        rows = self.rows
        place = row - 1 if self.foldable and row > self.fold else row
        return rows[place] if place < len(rows) else None

    def row_of(self, key: Key | None) -> int | None:
        """Return the row in which a duty is seen."""
        keys = keys_of(self.assessment, self.rows)
        if key not in keys:
            return None
        place = keys.index(key)
        return place + 1 if self.foldable and place >= self.fold else place

    def set_unfolded(self, unfolded: bool) -> None:
        """Show what is folded, or fold it again."""
        if unfolded == self.unfolded:
            return
        if not self.foldable:
            self.unfolded = unfolded
            return
        first, last = self.fold + 1, self.fold + len(self.past)
        if unfolded:
            self.beginInsertRows(QModelIndex(), first, last)
            self.unfolded = True
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), first, last)
            self.unfolded = False
            self.endRemoveRows()
        fold = self.index(self.fold, 0)
        self.dataChanged.emit(fold, fold)
        self.folding.emit()

    def fold_text(self) -> str:
        """Say what is folded."""
        count = len(self.past)
        return self.w.ngettext("{n} earlier, done or over", "{n} earlier, done or over", count).format(n=count)

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self.rows) + self.foldable

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401
        w = self.w
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:  # hidden, and read out
            duty = self.duty(section)
            return self.fold_text() if duty is None else texts.name_of(w, duty)
        return [
            w.gettext("Duty"),
            w.pgettext("duty", "For"),
            w.gettext("Who"),
            w.gettext("Due"),
            w.gettext("State"),
        ][section]

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: ANN401
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        duty, column = self.duty(index.row()), index.column()
        if duty is None:
            return self._data_of_fold(column, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(duty, column, tight=role == Qt.ItemDataRole.DisplayRole)
        theme = self.theme
        colours = {"missed": theme.over, "done": theme.within}
        colours |= dict.fromkeys(("open", "unrecorded", "done-late"), theme.close)
        coming = agenda.urgency(duty, self.assessment.on) is Urgency.COMING
        if role == Qt.ItemDataRole.DecorationRole and column == STATE:
            sign, colour = SIGN[duty.state], colours.get(duty.state, theme.planned)
            return icon("planned", theme.planned, 16) if coming else icon(sign, colour, 16)
        if role == Qt.ItemDataRole.ForegroundRole and column == STATE:
            return QColor(theme.muted if coming else colours.get(duty.state, theme.muted))
        return None

    def _words(self, duty: Duty, column: int, *, tight: bool) -> str:
        w, a = self.w, self.assessment
        if column == DUTY:
            # What it is for stands beside it; read out, the name alone tells it from others
            return texts.name_of(w, duty) if tight else texts.title_among(w, a, duty, self.rows)
        if column == CAUSE:
            return texts.cause(w, a, duty)
        if column == WHO:
            return texts.who(w, duty.who)
        if column == DUE:
            if tight and self.brief:
                return w.day(duty.due.safe)
            return texts.short_due(w, duty) if tight else texts.due(w, duty)
        return duty_titles.state_now(w, a, duty)

    def _data_of_fold(self, column: int, role: int) -> Any:  # noqa: ANN401
        w = self.w
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, scaled(ROW_HEIGHT))  # it lies over all columns, and makes none of them wide
        if column != DUTY:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.fold_text()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = w.gettext("{what}, shown below") if self.unfolded else w.gettext("{what}, folded")
            return told.format(what=self.fold_text())
        if role == Qt.ItemDataRole.ToolTipRole:
            return w.gettext("Click, or press Enter, to show or to fold them")
        if role == Qt.ItemDataRole.DecorationRole:
            return icon("chevron-down" if self.unfolded else "chevron-right", self.theme.muted, 16)
        return QColor(self.theme.muted) if role == Qt.ItemDataRole.ForegroundRole else None


def key_of(a: Assessment, duty: Duty) -> Key:
    """Return what a duty is told from others by: its kind, and the key of what brings it about."""
    if duty.stay is None:
        return duty.kind, None if duty.ruling is None else a.traveller.rulings[duty.ruling].key.number
    stay = a.traveller.stays[duty.stay]
    return duty.kind, (stay if duty.move is None else stay.moves[duty.move]).key.number


def keys_of(a: Assessment, duties: list[Duty]) -> list[Key]:
    """Return the same of several."""
    return [key_of(a, duty) for duty in duties]
