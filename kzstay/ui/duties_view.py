"""What must be done, by whom and by when."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kzstay.core.assess import Assessment
from kzstay.core.duties import Duty
from kzstay.texts import answers
from kzstay.texts import duties as texts
from kzstay.texts import law as law_texts
from kzstay.ui import parts
from kzstay.ui.session import Session
from kzstay.ui.stays_table import ROW_HEIGHT
from kzstay.ui.theme import LIGHT, Theme, icon

DUTY, STAY, WHO, DUE, STATE = range(5)
RECORDED = {"host-notice": "notified", "registration": "registered"}
Index = QModelIndex | QPersistentModelIndex


def shown_duties(a: Assessment) -> list[Duty]:
    """List the duties worth reading: what is to be done or was missed first, then what is settled.

    Leaving is not listed beside leaving or holding a permit, nor what a stay of long ago no longer asks for.
    """
    weight = {"missed": 0, "open": 1, "done-late": 2, "done": 2, "waived": 3}
    last = a.current if a.current is not None else len(a.stays) - 1
    kept = [
        duty
        for duty in a.duties
        if duty.stay == last
        or (duty.state in ("missed", "open") and not (duty.kind in ("leave", "rvp") and duty.state == "open"))
    ]
    return sorted(kept, key=lambda duty: (weight[duty.state], duty.due.safe))


class DutiesModel(QAbstractTableModel):
    """The duties of the shown traveller, a row each."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme: Theme = LIGHT
        self.rows: list[Duty] = []
        session.changed.connect(self.refresh)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.refresh()

    def refresh(self) -> None:
        """Take up the duties of what is shown."""
        self.beginResetModel()
        self.rows = shown_duties(self._session.assessment)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: ANN401
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or orientation == Qt.Orientation.Vertical:
            return None
        w = self._session.w
        return [
            w.gettext("Duty"),
            w.gettext("Stay"),
            w.gettext("Who"),
            w.gettext("Due"),
            w.gettext("State"),
        ][section]

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        w, a = self._session.w, self._session.assessment
        duty, column = self.rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return [
                lambda: texts.title(w, a, duty),
                lambda: answers.stay_label(w, a.stays[duty.stay]) if duty.stay is not None else "",
                lambda: texts.who(w, duty.who),
                lambda: texts.due(w, duty),
                lambda: texts.status(w, self._session.law, duty),
            ][column]()
        theme = self._theme
        colours = {"missed": theme.over, "open": theme.close, "done-late": theme.close, "done": theme.within}
        if role == Qt.ItemDataRole.DecorationRole and column == STATE:
            sign = {"missed": "stop", "open": "flag", "done-late": "warning", "done": "check", "waived": "info"}
            return icon(sign[duty.state], colours.get(duty.state, theme.planned), 16)
        if role == Qt.ItemDataRole.ForegroundRole and column == STATE:
            return QColor(colours.get(duty.state, theme.muted))
        return None


class DutiesView(QWidget):
    """The duties, and under them what the chosen one asks for, where it is done and which article says so."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("duties")
        self.model = DutiesModel(session, self)
        self.table = QTableView()
        self.table.setObjectName("duties_table")
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setIconSize(QSize(16, 16))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.rule = parts.label(wrap=True)
        self.law = parts.label("muted", wrap=True)
        for label in (self.rule, self.law):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.record = parts.button("record_done", self._record)
        below = parts.row(margins=(16, 10, 16, 12))
        below.addLayout(parts.column(self.rule, self.law, spacing=3), 1)
        below.addWidget(self.record, 0, Qt.AlignmentFlag.AlignTop)
        column = parts.column(spacing=0)
        column.addWidget(self.table, 1)
        column.addLayout(below)
        self.setLayout(column)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._describe())
        self.model.modelReset.connect(self._keep_selection)
        session.retranslated.connect(self._translate)
        self._kept: tuple[str, int | None, date] | None = None
        self._translate()
        self._keep_selection()

    def pending(self) -> int:
        """Count what is to be done or was missed for the present stay."""
        a = self._session.assessment
        waiting = [duty for duty in a.duties if duty.stay is not None and duty.stay == a.current]
        return sum(duty.state in ("open", "missed") and duty.kind != "leave" for duty in waiting)

    def _translate(self) -> None:
        self.table.setAccessibleName(self._session.w.gettext("Duties and deadlines"))
        self._describe()

    def _keep_selection(self) -> None:
        keys = [(duty.kind, duty.stay, duty.since) for duty in self.model.rows]
        row = keys.index(self._kept) if self._kept in keys else 0
        if keys:
            self.table.setCurrentIndex(self.model.index(row, 0))
        self._describe()

    def _chosen(self) -> Duty | None:
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _describe(self) -> None:
        w, law, duty = self._session.w, self._session.law, self._chosen()
        self.record.setVisible(
            duty is not None
            and duty.kind in RECORDED
            and duty.state in ("open", "missed")
            and duty.since <= self._session.on
        )
        if duty is None:
            self.rule.setText(w.gettext("No duty falls due."))
            self.law.clear()
            return
        self._kept = (duty.kind, duty.stay, duty.since)
        self.rule.setText(texts.rule(w, law, duty.kind))
        self.law.setText(
            w.gettext("Where: {places}. {articles}. Certainty: {certainty}.").format(
                places=texts.places(w, duty.where),
                articles=law_texts.citations(w, law, duty.articles),
                certainty=law_texts.certainty(w, duty.certainty),
            )
        )
        self.record.setText(w.gettext("Done on {day}").format(day=w.day(self._session.on)))

    def _record(self) -> None:
        duty, session = self._chosen(), self._session
        if duty is None or duty.stay is None:
            return
        session.record_done(duty.stay, RECORDED[duty.kind], duty.since)
