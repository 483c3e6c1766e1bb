"""The table of visas: all states by kind of passport, to browse, to find and to sort; a row leads to the check."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QLineEdit, QTableView, QWidget

from kzstay.content import entry as pages
from kzstay.core.case import PassportKind
from kzstay.core.visa_table import KINDS, PASSPORTS, Kind, visa_table
from kzstay.guard import guarded
from kzstay.texts import answers
from kzstay.texts import visa_table as texts
from kzstay.ui.pages.requests import Requests
from kzstay.ui.places.guide.visa_model import PASSPORT, SINCE, STATE, ChosenRows, VisaModel
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import announce
from kzstay.ui.widgets.cell_room import CELL, TWO_LINES, one_line, shared, two_lines
from kzstay.ui.widgets.flow import Flow
from kzstay.ui.widgets.qt_names import name_clear_button
from kzstay.ui.widgets.row_copy import RowCopy
from kzstay.ui.widgets.theme import set_row_height

NARROW = 720  # pixels; below, the column that only tells the age of a row is left out
INSIDE, EDGE = 28, 15  # pixels round the page and in a cell
EVERY = ""


@guarded
class Rows(QTableView):
    """The rows; ``opened`` with the place of one that was clicked, or chosen by Enter."""

    opened = Signal(int)

    def __init__(self, rows: VisaModel) -> None:
        super().__init__()
        self._rows = rows  # all of them, whichever are shown: no width changes with what is looked for
        self._wanted: dict[int, int] = {}
        self._least: dict[int, int] = {}
        self.setObjectName("visa_rows")
        header = parts.table_of_rows(self)
        header.setStretchLastSection(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicatorShown(True)
        self.setSortingEnabled(True)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        set_row_height(self, parts.ROW_HEIGHT)
        self.clicked.connect(lambda index: self.opened.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def measure(self) -> None:
        """Measure what the words of each column need: for other rows, another language or other letters."""
        self._wanted, self._least = {}, {}
        self.fit()

    def fit(self) -> None:
        """Give the columns the room for their words, in one line or in two, and the states what is left."""
        self.setColumnHidden(SINCE, self.width() < NARROW)
        header, room = self.horizontalHeader(), self.viewport().width()
        if not self.isVisible() or not header.count():
            return
        if not self._wanted:
            self._measure()
        shown = [column for column in self._wanted if not self.isColumnHidden(column)]
        wanted, least = ({one: widths[one] for one in shown} for widths in (self._wanted, self._least))
        widths = shared(wanted, least, room)
        rest = max(0, room - sum(widths.values()))
        for column, width in widths.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            more = rest // len(widths) + (rest % len(widths) if column == STATE else 0)
            self.setColumnWidth(column, width + more)
        folded = sum(wanted.values()) > room
        self.setWordWrap(folded)
        self.verticalHeader().setDefaultSectionSize(TWO_LINES if folded else parts.ROW_HEIGHT)

    def _measure(self) -> None:
        header, model = self.horizontalHeader(), self._rows
        for column in range(header.count()):
            texts = {str(model.index(row, column).data()) for row in range(model.rowCount())}
            name = header.sectionSizeHint(column)
            self._wanted[column] = max(name, one_line(self.fontMetrics(), texts) + CELL)
            self._least[column] = max(name, two_lines(self.fontMetrics(), texts) + CELL)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.measure()

    def sizeHint(self) -> QSize:
        return QSize(400, 300)


@guarded
class VisaView(QWidget):
    """The table with what is looked for. ``check_asked`` with a citizenship and a kind of passport."""

    check_asked = Signal(str, str)

    def __init__(self, session: Session, requests: Requests) -> None:
        super().__init__()
        self._session = session
        self._requests = requests
        self.heading = parts.label("lead", name="visa_heading")
        self.save = parts.button("visa_save", self._save)
        self.lead = parts.label("muted", wrap=True, name="visa_lead")
        self.field = QLineEdit()
        self.field.setObjectName("visa_search")
        self.field.setClearButtonEnabled(True)
        self.passport = parts.Choice()
        self.passport.setObjectName("visa_passport")
        self.passport.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.chips: dict[Kind, parts.Button] = {
            kind: parts.button(f"visa_{kind.replace('-', '_')}", look="chip") for kind in KINDS
        }
        self.model = VisaModel()
        self.chosen = ChosenRows(self.model)
        self.table = Rows(self.model)
        self.table.setModel(self.chosen)
        self.outcome = parts.label("muted", name="visa_outcome")
        self._lay_out()
        self.field.textChanged.connect(lambda _text: self._choose(told=True))
        self.passport.activated.connect(lambda _place: self._choose(told=True))
        for chip in self.chips.values():
            chip.setCheckable(True)
            chip.setChecked(True)
            chip.toggled.connect(lambda _on: self._choose(told=True))
        self.table.opened.connect(self._open)
        RowCopy(self.table, lambda: session.view.w, alone=True)
        session.changed.connect(self._on_changed)
        session.view.retranslated.connect(self.retranslate)
        self.table.sortByColumn(STATE, Qt.SortOrder.AscendingOrder)
        self.retranslate()

    def _lay_out(self) -> None:
        head = parts.row(self.heading, 1, self.save)
        looked_for = parts.row(spacing=12)
        looked_for.addWidget(self.field, 1)
        looked_for.addWidget(self.passport)
        kinds = parts.row()
        kinds.addLayout(Flow(*self.chips.values()), 1)
        kinds.addWidget(self.outcome)
        above = parts.column(head, self.lead, looked_for, kinds, spacing=10, margins=(INSIDE, 18, INSIDE, 8))
        rows = parts.row(self.table, margins=(INSIDE - EDGE, 0, 2, 8))
        column = parts.column(above, spacing=0)
        column.addLayout(rows, 1)
        self.setLayout(column)
        for one, next_one in pairwise((self.save, self.field, self.passport, *self.chips.values(), self.table)):
            self.setTabOrder(one, next_one)

    def look_for(self, country: str, passport: PassportKind) -> None:
        """Show a state, where one is asked for."""
        if country:
            self.field.setText(self._session.view.w.country(country))
            self.passport.setCurrentIndex(self.passport.findData(passport))
            self._choose()

    def _on_changed(self) -> None:
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        """Take the rows of the day and the reading."""
        view = self._session.view
        rows = visa_table(self._session.law, view.on, view.reading)
        if rows != self.model.rows:
            self.model.fill(rows, view.w)
            self.table.measure()
        self.lead.setText(texts.lead(view.w, view.on))
        self._choose()

    def _choose(self, *, told: bool = False) -> None:
        """Show the rows that are asked for, and have a screen reader tell how many they are."""
        w, chosen = self._session.view.w, self.passport.currentData()
        passports: frozenset[PassportKind] = frozenset([chosen] if chosen else PASSPORTS)
        kinds: frozenset[Kind] = frozenset(kind for kind, chip in self.chips.items() if chip.isChecked())
        self.chosen.choose(self.field.text(), kinds, passports)
        self.table.setColumnHidden(PASSPORT, len(passports) == 1)
        count = self.chosen.rowCount()
        self.outcome.setText(w.ngettext("{n} row", "{n} rows", count).format(n=count))
        self.table.fit()
        if told:
            announce(self.field, self.outcome.text())

    def _open(self, place: int) -> None:
        row = self.chosen.row(place)
        self.check_asked.emit(row.country, row.passport)

    def _save(self) -> None:
        view, law = self._session.view, self._session.law
        rows, w, on, reading = self.chosen.chosen(), view.w, view.on, view.reading
        self._requests.save_pdf.emit(texts.name(w), lambda: pages.table_document(w, law, on, reading, rows))

    # How it looks

    def retranslate(self) -> None:
        """Speak the language of the view; what was chosen stays."""
        w, chosen = self._session.view.w, self.passport.currentData()
        self.heading.setText(texts.name(w))
        self.save.setText(w.gettext("Save as PDF…"))
        hint = w.gettext("State, in any of the languages, or its code")
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        name_clear_button(self.field, w)
        self.passport.clear()
        for kind in PASSPORTS:
            self.passport.addItem(answers.passport(w, kind), kind)
        self.passport.addItem(w.gettext("every passport"), EVERY)
        self.passport.setCurrentIndex(max(0, self.passport.findData(chosen)))
        self.passport.setAccessibleName(w.gettext("Passport"))
        for kind, chip in self.chips.items():
            chip.setText(texts.kind(w, kind))
        self.table.setAccessibleName(texts.name(w))
        self.table.setToolTip(w.gettext("Click a row, or press Enter in it, to check the entry"))
        self.model.fill([], w)
        self._fill()
