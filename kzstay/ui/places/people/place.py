"""The place People: who they are, found and filtered; each opens in Stay."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from kzstay.core.case import Number
from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.texts import foreign, law_age
from kzstay.texts import register as texts
from kzstay.ui.pages.requests import Requests
from kzstay.ui.places.people.acts import Acts, copied, removed
from kzstay.ui.places.people.filters import Filters
from kzstay.ui.places.people.host_desk import HostDesk
from kzstay.ui.places.people.invitation import Invitation, NobodyFound
from kzstay.ui.places.people.model import PeopleModel
from kzstay.ui.places.people.order import Sorting
from kzstay.ui.places.people.table import PeopleTable
from kzstay.ui.session.case_file import CaseFile
from kzstay.ui.session.register import register_of
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import announce
from kzstay.ui.widgets.row_copy import RowCopy
from kzstay.ui.widgets.theme import icon

SIDE = 28  # pixels, left and right of all


def make(session: Session, requests: Requests) -> PeoplePlace:
    """Make the place."""
    return PeoplePlace(session, requests)


@guarded
class PeoplePlace(QWidget):
    """The head, what is looked for, the travellers under it, and what is done to those that are chosen."""

    def __init__(self, session: Session, requests: Requests) -> None:
        super().__init__()
        self._session = session
        self._requests = requests
        self._theme: Theme = LIGHT
        self._begun = False
        self.register = register_of(session)
        self.model = PeopleModel(session, self.register, self)
        self.title = parts.label("name", name="people_title")
        self.about = parts.label("muted", name="people_about")
        self.bring = parts.button("people_import", requests.import_wanted.emit)
        self.add = parts.button("people_add", requests.add_traveller.emit)
        self.export = parts.button("people_export", self._export, look="primary")
        self.table = PeopleTable(self.model)
        self.desk = HostDesk(session, requests, self.register, lambda: self.model.keys, self.table.chosen)
        self.nobody = NobodyFound(self.table.viewport())
        self.acts = Acts(self.register.period, self.desk.buttons)
        self.filters = Filters(self.acts.sort)
        self.invitation = Invitation(requests)
        self._lay_out()
        self._join()
        self.retranslate()

    def _lay_out(self) -> None:
        self._head = QWidget()
        self._head.setLayout(parts.row(self.title, self.about, 1, self.bring, self.add, self.export, spacing=10))
        card = self._card = parts.frame("people_card")
        card.setLayout(parts.column(self.table, margins=(1, 1, 1, 1)))
        column = self._column = parts.column(self._head, self.filters, spacing=14, margins=(SIDE, 14, SIDE, 20))
        column.addWidget(card, 1)
        column.addWidget(self.acts)
        column.addWidget(self.desk)
        column.addWidget(self.invitation, 1)
        self.setLayout(column)
        self.listed = (self.filters, card, self.acts, self.desk, self.export, self.bring, self.add)
        tabs = (self.filters.field, self.filters.every, *self.filters.chips.values(), self.acts.sort, self.table)
        acts = (self.nobody.every, self.acts.open, self.acts.duplicate, self.acts.remove, *self.desk.buttons)
        desk = (self.desk.choice, self.desk.why_button, self.desk.topic)
        for one, following in pairwise((*tabs, *acts, *desk)):
            self.setTabOrder(one, following)

    def _join(self) -> None:
        session, table, acts = self._session, self.table, self.acts
        self.filters.changed.connect(self._choose)
        self.filters.field.left.connect(self._go_to_rows)
        self.nobody.every.clicked.connect(self._show_every)
        table.opened.connect(self.open)
        table.removing.connect(self.remove_chosen)
        table.duplicating.connect(self.duplicate_chosen)
        table.chosen_changed.connect(self._tell_chosen)
        table.verticalScrollBar().valueChanged.connect(self._look_first)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)
        table.viewport().installEventFilter(self)
        acts.opening.connect(self._open_chosen)
        acts.removing.connect(self.remove_chosen)
        acts.duplicating.connect(self.duplicate_chosen)
        acts.sort_asked.connect(self._sort)
        acts.chosen_listed.connect(RowCopy(self.table, lambda: self._session.view.w).add_to)
        self.model.modelReset.connect(self._tell_nobody)
        self.model.layoutChanged.connect(self._tell_chosen)
        self.model.headerDataChanged.connect(self._tell_chosen)
        session.changed.connect(self._refresh)
        session.view.retranslated.connect(self.retranslate)
        self.register.settled.connect(self._on_settled)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(lambda: self.filters.field.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def panes(self) -> list[tuple[QWidget, ...]]:
        """List what F6 goes round, from the top."""
        return [(self._head,), (self.filters,), (self._card,), (self.acts, self.desk), (self.invitation,)]

    # What is done

    def open(self, key: Number) -> None:
        """Show a traveller in Stay."""
        self._session.show(key)
        self._requests.show_place.emit("stay")

    def _open_chosen(self) -> None:
        for key in self.table.chosen()[:1]:
            self.open(key)

    def show_chosen(self) -> None:
        """Let the first of the chosen be the shown traveller."""
        for key in self.table.chosen()[:1]:
            self._session.show(key)

    def remove_chosen(self) -> None:
        """Remove the chosen in one step; they can be had back at once."""
        session, chosen = self._session, self.table.chosen()
        if not self._can(chosen):
            return

        def undo() -> None:
            session.undo()
            self.table.choose(chosen)

        session.remove_travellers(set(chosen), "remove-traveller" if len(chosen) == 1 else "remove-travellers")
        self._requests.offer_back.emit(removed(session.view.w, len(chosen)), undo)

    def duplicate_chosen(self) -> None:
        """Add a copy of each of the chosen, and choose the copies."""
        session, chosen = self._session, self.table.chosen()
        if not self._can(chosen):
            return
        step = "duplicate-traveller" if len(chosen) == 1 else "duplicate-travellers"
        copies = session.duplicate_travellers(set(chosen), step)
        self.table.choose(copies)
        self._requests.offer_back.emit(copied(session.view.w, len(copies)), session.undo)

    def _can(self, chosen: list[Number]) -> bool:
        """Tell whether something may be done to the chosen, and if not say why."""
        if not chosen:
            self._session.message.emit(self._session.view.w.gettext("Choose travellers in the list first."), False)
        return bool(chosen) and not self._session.refuses_change()

    def _export(self) -> None:
        self._requests.list_wanted.emit(self.desk.wanted())

    def _sort(self, sorting: Sorting) -> None:
        self.table.sort_by(sorting)

    def _show_menu(self, at: QPoint) -> None:
        index, current = self.table.indexAt(at), self.table.current()
        if current is not None and not self.table.chosen():
            self.table.choose([current])  # the keyboard goes to a row without choosing it
        if not index.isValid() and self.table.currentIndex().isValid():
            at = self.table.visualRect(self.table.currentIndex()).center()
        self.acts.menu(self.table.viewport().mapToGlobal(at))

    # What is shown

    def _choose(self) -> None:
        """Show who is looked for, and have a screen reader tell how many they are."""
        self.model.choose(self.filters.groups, self.filters.typed)
        every = len(self._session.case.travellers)
        told = texts.shown(self._session.view.w, len(self.model.keys), every)
        announce(self.filters.field, told)
        self._tell_nobody()

    def _show_every(self) -> None:
        self.filters.show_every()
        self._go_to_rows()

    def _go_to_rows(self) -> None:
        if self.model.keys:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _look_first(self) -> None:
        if not self.register.complete:
            self.register.first(self.table.in_sight())

    def _on_settled(self) -> None:
        self.table.fit()
        self._refresh()
        if not self.table.chosen() and not self.table.verticalScrollBar().value():
            self.table.begin()  # where the most urgent are now

    def _refresh(self) -> None:
        w, session = self._session.view.w, self._session
        empty = session.case == session.blank_case()
        for part in self.listed:
            part.setHidden(empty)
        self.invitation.setVisible(empty)
        self.filters.tell(w, len(session.case.travellers), self.model.counts(), session.law.ending_days)
        self._tell_chosen()
        self._tell_nobody()

    def _tell_chosen(self) -> None:
        count = len(self.table.selectionModel().selectedRows())
        self.acts.tell(self._session.view.w, count, self.model.sorting)
        self._fit()

    def _tell_nobody(self) -> None:
        self.nobody.setVisible(not self.model.keys)
        self.nobody.place()

    def _fit(self) -> None:
        """Say of the case what there is room for."""
        w, session = self._session.view.w, self._session
        file = session.findChild(CaseFile)
        name = foreign.file(file.path) if file and file.path else w.gettext("Untitled case")
        count = texts.travellers(w, len(session.case.travellers))
        if chosen := self.acts.told_elsewhere:
            count = f"{count} · {chosen}"
        day = w.gettext("calculated for {day}").format(day=w.full_day(session.view.on))
        told = [name, day] if session.case == session.blank_case() else [name, count, day]
        if old := law_age.brief(w, session.law, session.view.on):
            told.append(old)
        whole = " · ".join(told)
        room = self.width() - 2 * self._column.contentsMargins().left()
        self.about.setToolTip(whole)
        self.about.setAccessibleName(whole)
        self.about.show()  # what is hidden would seem to need no room
        for said in (whole, " · ".join(told[1:]), " · ".join(filter(None, (count, old))), old or count, ""):
            self.about.setText(said)
            if self._head.sizeHint().width() <= room:
                break
        self.about.setVisible(bool(self.about.text()))

    def retranslate(self) -> None:
        """Speak the language of the view."""
        w = self._session.view.w
        self.title.setText(w.gettext("People"))
        self.bring.setText(w.gettext("Import…"))
        self.add.setText(w.gettext("Add traveller"))
        self.export.setText(w.gettext("Export list"))
        self.table.setAccessibleName(w.gettext("Travellers"))
        self.nobody.tell(w)
        self.invitation.retranslate(w)
        self.table.fit()
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.add.setIcon(icon("add", theme.text, 16))
        for part in (self.table, self.filters, self.desk, self.invitation):
            part.set_theme(theme)
        self._fit()  # an icon takes room

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.register.look(on=True)
        self._look_first()
        if not self._begun:  # later the keyboard is where it was
            self._begun = True
            first = self.invitation.add if self.invitation.isVisible() else self.table
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.register.look(on=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.nobody.place()
        return super().eventFilter(watched, event)
