"""The page of duties: what must be done, by whom and by when."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QScrollArea, QTableView, QWidget

from kzstay import bundled
from kzstay.core import agenda
from kzstay.core.assess import Assessment
from kzstay.core.case import Number
from kzstay.core.costs import cost_of
from kzstay.core.duties import Duty, State, open_questions
from kzstay.core.host_costs import host_cost_of
from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.guide import leads
from kzstay.texts import beside, costs, rulings
from kzstay.texts import duties as texts
from kzstay.texts import guide as guide_texts
from kzstay.texts import law as law_texts
from kzstay.ui.pages.requests import Requests
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.parts import ROW_HEIGHT
from kzstay.ui.widgets.theme import icon, scaled, set_row_height

DUTY, CAUSE, WHO, DUE, STATE = range(5)
LEAST_NAME = 200
LOOKED_AT = 50  # rows beside those in sight whose words make a column wide
LEAST_TABLE = ROW_HEIGHT * 3  # its header and two rows, whatever there is to say of the chosen one
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


@guarded
class DutiesModel(QAbstractTableModel):
    """The duties of the shown traveller, a row each, with the assessment and the words that they are told by.

    It answers from what it took up when it last heard of news: Qt may ask at any moment, also in between.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._editing = Editing(session)
        self.theme: Theme = LIGHT
        self.rows: list[Duty] = []
        self.assessment = session.assessment
        self.w = session.view.w
        session.renewed.connect(self.refresh)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.theme = theme
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, STATE))

    def refresh(self) -> None:
        """Take up the duties of what is shown."""
        assessment = self._session.assessment
        rows = agenda.listed(assessment)
        self.beginResetModel()
        self.rows, self.assessment, self.w = rows, assessment, self._session.view.w
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
        w = self.w
        return [
            w.gettext("Duty"),
            w.pgettext("duty", "For"),
            w.gettext("Who"),
            w.gettext("Due"),
            w.gettext("State"),
        ][section]

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: ANN401
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        w, a = self.w, self.assessment
        duty, column = self.rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            # What it is for stands beside it; read out, the name alone tells it from others
            tight = role == Qt.ItemDataRole.DisplayRole
            return [
                lambda: texts.name_of(w, duty) if tight else texts.title_among(w, a, duty, self.rows),
                lambda: texts.cause(w, a, duty),
                lambda: texts.who(w, duty.who),
                lambda: texts.short_due(w, duty) if tight else texts.due(w, duty),
                lambda: texts.status(w, self._session.law, duty),
            ][column]()
        theme = self.theme
        colours = {"missed": theme.over, "done": theme.within}
        colours |= dict.fromkeys(("open", "unrecorded", "done-late"), theme.close)
        if role == Qt.ItemDataRole.DecorationRole and column == STATE:
            return icon(SIGN[duty.state], colours.get(duty.state, theme.planned), 16)
        if role == Qt.ItemDataRole.ForegroundRole and column == STATE:
            return QColor(colours.get(duty.state, theme.muted))
        return None


@guarded
class DutiesTable(QTableView):
    """The duties as rows; where there is too little room, their names give way before their states do."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_out()

    def share_out(self) -> None:
        """Give the names the room that the other columns leave."""
        header = self.horizontalHeader()
        name, *others = (max(self.sizeHintForColumn(c), header.sectionSizeHint(c)) for c in range(header.count()))
        header.resizeSection(DUTY, max(LEAST_NAME, min(name, self.viewport().width() - sum(others))))


@guarded
class DutiesView(QWidget):
    """The duties, and under them what the chosen one asks for, where it is done and which article says so."""

    def __init__(self, session: Session, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._editing = Editing(session)
        self.setObjectName("duties")
        self.model = DutiesModel(session, self)
        self.table = DutiesTable()
        self.table.setObjectName("duties_table")
        self.table.setModel(self.model)
        header = parts.table_of_rows(self.table)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(DUTY, QHeaderView.ResizeMode.Interactive)
        header.setResizeContentsPrecision(LOOKED_AT)
        set_row_height(self.table, ROW_HEIGHT)
        self.rule = parts.label(wrap=True)
        self.law = parts.label("muted", wrap=True)
        self.cost = parts.label(wrap=True)
        self.cost.setTextFormat(Qt.TextFormat.RichText)
        self.usual = parts.label("muted", wrap=True)
        for label in (self.rule, self.law, self.cost, self.usual):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.record = parts.button("record_done", self._record)
        self.guide = parts.label(name="duty_topic")
        self.guide.setTextFormat(Qt.TextFormat.RichText)
        self.guide.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.guide.linkActivated.connect(requests.show_topic)
        self._details = self._lay_out_details()
        column = parts.column(spacing=0)
        column.addWidget(self.table, 1)
        column.addWidget(self._details)
        self.setLayout(column)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._describe())
        self.model.modelReset.connect(self._keep_selection)
        session.view.retranslated.connect(self._translate)
        self._kept: tuple[str, Number | None] | None = None
        self._translate()
        self._keep_selection()

    def _lay_out_details(self) -> QScrollArea:
        """Set what is asked beside what it costs, and under both where the law says so."""
        asked = parts.column(self.rule, spacing=6)
        asked.addWidget(self.record, 0, Qt.AlignmentFlag.AlignLeft)
        asked.addWidget(self.guide)
        asked.addWidget(self.usual)
        asked.addStretch(1)
        above = parts.row(spacing=32)
        above.addLayout(asked, 2)
        above.addWidget(self.cost, 3, Qt.AlignmentFlag.AlignTop)
        self._below = parts.column(above, self.law, spacing=8, margins=(16, 12, 16, 12))
        inner = QWidget()
        inner.setLayout(self._below)
        area = QScrollArea()
        area.setObjectName("duty_details")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        for part in (area.viewport(), inner):
            part.setAutoFillBackground(False)
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._below.invalidate()  # what was measured out of sight was measured without the window's style
        self._fit()

    def _fit(self) -> None:
        """Give what is said of the chosen duty the height that it needs, as long as the table keeps its own."""
        if not self.isVisible():
            return
        self.table.share_out()
        self._below.activate()
        wanted = self._below.heightForWidth(self.width())
        self._details.setFixedHeight(max(scaled(ROW_HEIGHT), min(wanted, self.height() - scaled(LEAST_TABLE))))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.model.set_theme(theme)

    def _translate(self) -> None:
        self.model.w = self._session.view.w
        self.table.setAccessibleName(self._session.view.w.gettext("Duties and deadlines"))
        self._describe()

    def _keep_selection(self) -> None:
        keys = [_key(self.model.assessment, duty) for duty in self.model.rows]
        row = keys.index(self._kept) if self._kept in keys else 0
        if keys:
            self.table.setCurrentIndex(self.model.index(row, 0))
        self._describe()

    def _chosen(self) -> Duty | None:
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _describe(self) -> None:
        w, law, duty, a = self.model.w, self._session.law, self._chosen(), self.model.assessment
        self.record.setVisible(duty is not None and agenda.recordable(duty, a.on) is not None)
        if duty is None:
            self.rule.setText(w.gettext("No duty falls due."))
            for label in (self.law, self.cost, self.usual, self.guide):
                label.clear()
            self._show_details()
            return
        self._kept = _key(a, duty)
        costly = agenda.priced(duty)
        cost = cost_of(a, duty) if costly else None
        host = host_cost_of(a, duty) if costly else None
        self.rule.setText(texts.rule_of(w, a, duty))
        self.usual.setText(" ".join(law_texts.question(w, code) for code in open_questions(a.traveller, duty)))
        articles = [*texts.articles_of(a, duty), *(costs.articles(law, duty, cost) if cost else [])]
        articles += host.articles if host else []
        self.law.setText(
            w.gettext("Where: {places}. {articles}. Certainty: {certainty}.").format(
                places=texts.places(w, duty.where),
                articles=law_texts.citations(w, law, articles),
                certainty=law_texts.certainty(w, duty.certainty),
            )
        )
        facts = [*rulings.remarks(w, law, duty), *(beside.of_cost(w, a, duty) if costly else [])]
        if cost and cost.first:
            facts.append((w.gettext("Sums"), costs.index(w, cost.likely, cost.opened.year)))
        muted = self.model.theme.muted
        self.cost.setText(
            "".join(
                f'<p style="margin: 0 0 3px 0"><span style="color: {muted}">{escape(label)}:</span> '
                f"{escape(value)}</p>"
                for label, value in facts
            )
        )
        topic = leads.of_duty(duty)
        told = escape(guide_texts.read_more(w, bundled.guide(), topic))
        self.guide.setText(f'<a href="{topic}" style="color: {self.model.theme.within}">{told}</a>')
        self.record.setText(w.gettext("Mark as done on {day}").format(day=w.day(a.on)))
        self._show_details()

    def _show_details(self) -> None:
        for label in (self.usual, self.law, self.cost, self.guide):
            label.setVisible(bool(label.text()))
        self._fit()

    def _record(self) -> None:
        duty = self._chosen()
        a = self.model.assessment
        if duty and duty.stay is not None and (field := agenda.recordable(duty, a.on)):
            stay = a.traveller.stays[duty.stay]
            move = None if duty.move is None else stay.moves[duty.move].key.number
            self._editing.record_done(stay.key.number, field, move)


def _key(a: Assessment, duty: Duty) -> tuple[str, Number | None]:
    """Return what a duty is told from others by: its kind, and the key of what brings it about."""
    if duty.stay is None:
        return duty.kind, None if duty.ruling is None else a.traveller.rulings[duty.ruling].key.number
    stay = a.traveller.stays[duty.stay]
    return duty.kind, (stay if duty.move is None else stay.moves[duty.move]).key.number


def make(session: Session, requests: Requests) -> DutiesView:
    """Make the page."""
    return DutiesView(session, requests)
