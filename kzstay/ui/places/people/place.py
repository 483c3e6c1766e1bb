"""The place People: who they are, found and filtered; each opens in Stay."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kzstay.core.case import Number
from kzstay.core.register import GROUPS, Group
from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.texts import foreign
from kzstay.texts import register as texts
from kzstay.ui.pages.requests import Requests
from kzstay.ui.places.people.host_desk import HostDesk
from kzstay.ui.places.people.model import PeopleModel
from kzstay.ui.places.people.table import PeopleTable
from kzstay.ui.session.case_file import CaseFile
from kzstay.ui.session.register import register_of
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import announce


def make(session: Session, requests: Requests) -> PeoplePlace:
    """Make the place."""
    return PeoplePlace(session, requests)


@guarded
class PeoplePlace(QWidget):
    """The head, what is looked for, and the travellers under it."""

    def __init__(self, session: Session, requests: Requests) -> None:
        super().__init__()
        self._session = session
        self._requests = requests
        self._theme: Theme = LIGHT
        self.register = register_of(session)
        self.model = PeopleModel(session, self.register, self)
        self.title = parts.label("name", name="people_title")
        self.about = parts.label("muted", name="people_about")
        self.bring = parts.button("people_import", requests.import_wanted.emit)
        self.add = parts.button("people_add", requests.add_traveller.emit)
        self.export = parts.button("people_export", self._export, look="primary")
        self.field = QLineEdit()
        self.field.setObjectName("people_search")
        self.field.setClearButtonEnabled(True)
        self.every = parts.button("people_every", look="chip")
        self.chips: dict[Group, parts.Button] = {
            group: parts.button(f"people_{group}", look="chip") for group in GROUPS
        }
        self.table = PeopleTable(self.model)
        self.desk = HostDesk(session, requests, self.register, lambda: self.model.keys, self.table.chosen)
        self._lay_out()
        self._join()
        self.retranslate()

    def _lay_out(self) -> None:
        head = parts.row(self.title, self.about, 1, self.bring, self.add, self.export, spacing=10)
        chips = parts.row(self.field, self.every, *self.chips.values(), 1)
        card = parts.frame("people_card")
        card.setLayout(parts.column(self.table, margins=(1, 1, 1, 1)))
        # The host's desk stands here, under the table: it is added to this column
        self.below = parts.column(self.desk, spacing=12)
        column = parts.column(head, chips, spacing=14, margins=(28, 14, 28, 20))
        column.addWidget(card, 1)
        column.addLayout(self.below)
        self.setLayout(column)

    def _join(self) -> None:
        session = self._session
        self.field.textChanged.connect(lambda _text: self._choose(told=True))
        for chip in (self.every, *self.chips.values()):
            chip.setCheckable(True)
        self.every.clicked.connect(self._show_every)
        for chip in self.chips.values():
            chip.clicked.connect(lambda: self._choose(told=True))
        self.table.opened.connect(self.open)
        session.changed.connect(self._refresh)
        session.view.retranslated.connect(self.retranslate)
        self.register.settled.connect(self._refresh)

    def open(self, key: Number) -> None:
        """Show a traveller in Stay."""
        self._session.show(key)
        self._requests.show_place.emit("stay")

    def _export(self) -> None:
        self._requests.list_wanted.emit(list(self.model.keys))

    def _show_every(self) -> None:
        for chip in self.chips.values():
            chip.setChecked(False)
        self._choose(told=True)

    def _choose(self, *, told: bool = False) -> None:
        groups: frozenset[Group] = frozenset(group for group, chip in self.chips.items() if chip.isChecked())
        self.every.setChecked(not groups)
        self.model.choose(groups, self.field.text())
        if told:
            every = len(self._session.case.travellers)
            announce(self.field, texts.shown(self._session.view.w, len(self.model.keys), every))

    def _refresh(self) -> None:
        w, session = self._session.view.w, self._session
        file = session.findChild(CaseFile)
        name = foreign.file(file.path) if file and file.path else w.gettext("Untitled case")
        count = len(session.case.travellers)
        day = w.gettext("calculated for {day}").format(day=w.full_day(session.view.on))
        self.about.setText(" · ".join((name, texts.travellers(w, count), day)))
        self.every.setText(w.gettext("All {n}").format(n=w.number(count)))
        for group, number in self.model.counts().items():
            told = texts.group(w, group, session.law.ending_days)
            chip = self.chips[group]
            chip.setText(f"{told} {w.number(number)}")
            chip.setVisible(bool(number) or chip.isChecked())

    def retranslate(self) -> None:
        """Speak the language of the view."""
        w = self._session.view.w
        self.title.setText(w.gettext("People"))
        self.bring.setText(w.gettext("Import…"))
        self.add.setText(w.gettext("Add traveller"))
        self.export.setText(w.gettext("Export list"))
        hint = w.gettext("Name, country, document, host or note")
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.table.setAccessibleName(w.gettext("Travellers"))
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.table.set_theme(theme)
        self.desk.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.register.look(on=True)
        self.register.first(self.table.in_sight())
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.register.look(on=False)
