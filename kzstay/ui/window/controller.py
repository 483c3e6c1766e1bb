"""The controller: what a person can have done in the window, by key, menu, button or link."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget
from shiboken6 import isValid

from kzstay.core.case import Number
from kzstay.guard import guarded
from kzstay.texts import answers
from kzstay.ui.pages.requests import Requests
from kzstay.ui.places.frame import Places
from kzstay.ui.places.registry import Choosing, Contacts, Topics
from kzstay.ui.session.case_file import CaseFile
from kzstay.ui.session.clock import Clock
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.drafts import LISTS
from kzstay.ui.session.records.papers import MOVES, PERMITS, RULINGS
from kzstay.ui.session.records.person import PERSON
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.session.session import Session
from kzstay.ui.widgets.stops import is_stop
from kzstay.ui.window.info_bar import InfoBar
from kzstay.ui.window.manual.desk import ManualDesk
from kzstay.ui.window.panes import Panes

if TYPE_CHECKING:
    from kzstay.core.entry_check import EntryQuestion
    from kzstay.core.trouble import Record
    from kzstay.ui.pages.papers.page import PapersView

# Where what waits in a list is seen
PAGE_OF = {STAYS.name: "stays", **dict.fromkeys((PERMITS.name, RULINGS.name, MOVES.name), "papers")}


@guarded
class Controller(QObject):
    """What is done to the session and shown of it; requests of the pages are answered here."""

    def __init__(
        self, window: QWidget, session: Session, case_file: CaseFile, places: Places, info: InfoBar
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._file = case_file
        self._editing = Editing(session)
        self._places = places
        self._stay = places.stay
        self._info = info
        self._offer: Callable[[], object] | None = None
        self._before: QWidget | None = None  # what had the keyboard when a stay was begun
        self._stay.stays.given_up.connect(self._go_back)
        self.clock: Clock | None = None  # none where the day of reckoning was given
        self.panes = Panes(window, lambda: [*places.panes(), (info,)])
        self.manual = ManualDesk(window, session, places, self.show_topic)

    def answer(self, requests: Requests) -> None:
        """Do what the pages ask for."""
        requests.add_stay.connect(self.add_stay)
        requests.delete_stay.connect(self.delete_row)
        requests.edit_stay.connect(self.edit_stay)
        requests.plan_from.connect(self.plan_from)
        requests.offer_back.connect(self.offer_back)
        requests.show_page.connect(self.show_page)
        requests.show_place.connect(self._places.show_place)
        requests.show_topic.connect(self.show_topic)
        requests.show_contacts.connect(self.show_contacts)
        requests.check_entry.connect(self.check_entry)
        requests.show_waiting.connect(self.show_waiting)
        requests.show_day.connect(self.show_day)
        requests.record.connect(self.record)
        requests.edit_traveller.connect(self.edit_traveller)
        requests.add_traveller.connect(self.add_traveller)

    # What is shown

    def show_topic(self, name: str) -> None:
        """Show a topic of the guide."""
        place = self._places.place("guide")
        assert isinstance(place, Topics)
        self._places.show_place("guide")
        place.show_topic(name)

    def show_contacts(self, where: str) -> None:
        """Show whom to call, in a town where one is named."""
        place = self._places.place("contacts")
        assert isinstance(place, Contacts)
        self._places.show_place("contacts")
        if where:
            place.ask(where)

    def check_entry(self, question: EntryQuestion) -> None:
        """Show the entry check of the guide with a question in it."""
        place = self._places.place("guide")
        assert isinstance(place, Topics)
        self._places.show_place("guide")
        place.check_entry(question)

    def show_page(self, name: str) -> None:
        """Show a page under the timeline."""
        self._places.show_place("stay")
        self._stay.show_page(name)

    def go_to_page(self, steps: int) -> None:
        """Show the next page, or with -1 the one before; the keyboard stays where it is, unless it was there."""
        if self._places.current == "stay":
            self._stay.go_through(steps)

    def show_waiting(self) -> None:
        """Show the first row of any traveller that waits, with its page or with the form, and have it chosen."""
        draft = next((draft for draft in self._session.state.drafts if draft.typed), None)
        if draft is None:
            return
        self._session.show(draft.traveller)
        if draft.list == PERSON.name:
            self._ask_who()
            return
        self.show_page(PAGE_OF[draft.list])
        table = self._stay.tabs.findChild(QTableView, draft.list)
        if table is not None:
            row = self._editing.place_of(LISTS[draft.list], draft.key) or 0
            table.setFocus()
            table.setCurrentIndex(table.model().index(row, 0))

    @property
    def _papers(self) -> PapersView:
        page = self._stay.page_of("papers")
        from kzstay.ui.pages.papers.page import PapersView  # which is read in after what is seen first

        assert isinstance(page, PapersView)
        return page

    def record(self, wanted: Record) -> None:
        """Show the field in which something is recorded, and begin to type there."""
        traveller = self._session.traveller
        if wanted.field == "permit":
            self.show_page("papers")
            kind = "visa" if (regime := self._session.assessment.regime) is None else regime.longer
            self._papers.permits.begin(kind)
        elif wanted.ruling is not None:
            self.show_page("papers")
            key = traveller.rulings[wanted.ruling].key.number
            field = "appealed" if wanted.field == "appealed" else "settled"
            self._papers.rulings.table.edit_cell(self._editing.place_of(RULINGS, key) or 0, field)
        elif wanted.stay is not None and wanted.move is not None:
            self.show_page("papers")
            key = traveller.stays[wanted.stay].moves[wanted.move].key.number
            self._papers.moves.table.edit_cell(self._editing.place_of(MOVES, key) or 0, "notified")
        elif wanted.stay is not None:
            self.show_page("stays")
            key = traveller.stays[wanted.stay].key.number
            self._stay.stays.edit_field(self._editing.place_of(STAYS, key) or 0, wanted.field)

    def go_today(self) -> None:
        """Reckon for today and bring it into sight."""
        view = self._session.view
        if view.on != view.today:
            view.set_day(view.today)
        self._stay.timeline.show_ahead()

    def show_day(self, day: date, stay: int = -1) -> None:
        """Show a day on the timeline, with a stay selected."""
        self._places.show_place("stay")
        timeline = self._stay.timeline
        if 0 <= stay < len(self._session.traveller.stays):
            self._session.select(stay)
        timeline.see(day)
        timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow_clock(self) -> None:
        """Go on to the day that it is now, where the window follows the clock."""
        if self.clock is not None:
            self.clock.look()

    # Stays and travellers

    def add_stay(self) -> None:
        """Begin a stay and type its entry; it counts once that is confirmed."""
        self.finish_typing()
        session, self._before = self._session, QApplication.focusWidget()
        begun = self._editing.begin()
        if begun is None:
            return
        self.show_page("stays")
        if not session.traveller.citizenship:
            # Without it nothing can be said of the stay: it is asked for beside the days
            self._stay.form.show()
        self._stay.stays.edit_entry(*begun)

    def edit_stay(self, key: Number, field: str) -> None:
        """Begin to type a field of a stay in the table."""
        row = self._editing.place_of(STAYS, key)
        if row is not None and not self._session.refuses_change():
            self.show_page("stays")
            self._stay.stays.edit_field(row, field)

    def plan_from(self, day: date) -> None:
        """Plan a trip that begins on a day."""
        from kzstay.ui.pages.plan.page import PlanView  # which is read in after what is seen first

        self.show_page("plan")
        page = self._stay.page_of("plan")
        assert isinstance(page, PlanView)
        page.plan_from(day)

    def _go_back(self) -> None:
        """Go back to where a stay was begun that is none now."""
        before, table = self._before, self._stay.stays
        if before is not None and isValid(before) and is_stop(before) and table.hasFocus():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def delete_stay(self) -> None:
        """Delete the selected stay, or the row that is to be one; in the table all rows that are chosen."""
        selected, table = self._session.selection, self._stay.stays
        if table.hasFocus() and len(chosen := table.chosen()) > 1:
            table.acts.remove(chosen)
            return
        self.delete_row(table.currentIndex().row() if selected < 0 and table.begun else selected)

    def delete_row(self, row: int) -> None:
        """Delete a row of the table of stays; it can be had back at once."""
        session, rows = self._session, self._editing.rows(STAYS)
        if not 0 <= row < len(rows) or session.refuses_change():
            return
        w, told = session.view.w, session.view.w.gettext("Stay deleted.")
        if rows[row].record is not None:
            which = answers.stay_label(w, session.assessment.stay(row))
            told = w.gettext("Stay deleted: {stay}").format(stay=which)
        self.offer_back(told, self._editing.remove_stay(row))

    def offer_back(self, text: str, undo: Callable[[], object]) -> None:
        """Say what was done, and offer to take it back."""
        self._offer = undo
        self._info.tell(text, False, self._session.view.w.gettext("Undo"), undo)

    def undo(self) -> None:
        """Have back what was deleted last, while the bar offers it, else take the last step back."""
        if self._offer is not None and self._info.offers(self._offer):
            self._info.button.click()
        else:
            self._session.undo()

    def edit_traveller(self) -> None:
        """Show or hide who the traveller is, who in a list is the one that is chosen."""
        form, here = self._stay.form, self._places.place(self._places.current)
        if isinstance(here, Choosing):
            here.show_chosen()
            self._ask_who()
            return
        if form.isVisible() and self._session.traveller.citizenship:
            form.hide()
        else:
            self._ask_who()

    def add_traveller(self) -> None:
        """Add a traveller and ask who it is."""
        session = self._session
        if not self._file.blank:
            session.begin_traveller("add-traveller")
        self._ask_who()

    def _ask_who(self) -> None:
        self._places.show_place("stay")
        self._stay.form.begin()

    def remove_traveller(self) -> None:
        """Remove the shown traveller, or in a list those that are chosen; they can be had back at once."""
        session, here = self._session, self._places.place(self._places.current)
        if isinstance(here, Choosing):
            here.remove_chosen()
        elif not session.refuses_change():
            session.remove_traveller("remove-traveller")
            self.offer_back(session.view.w.gettext("Traveller removed."), session.undo)

    def finish_typing(self) -> None:
        """Take over what is being typed, as leaving the field does."""
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit) and self._window.isAncestorOf(field):
            field.clearFocus()
            if field.isVisible():
                field.setFocus()

    # Help

    def show_about(self) -> None:
        """Tell what this is."""
        from kzstay.ui.window.help import show_about

        show_about(self._window, self._session.view.w, self._session.law)

    def show_licences(self) -> None:
        """Show what this copy is made of, and under which licences."""
        from kzstay.ui.window.licences import show_licences

        show_licences(self._window, self._session.view.w)

    def show_about_qt(self) -> None:
        """Tell what Qt is here."""
        from kzstay.ui.window.licences import show_about_qt

        show_about_qt(self._window, self._session.view.w)
