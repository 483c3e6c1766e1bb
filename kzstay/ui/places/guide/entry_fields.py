"""The fields of the entry check: who, by which passport, for what, when and for how long."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from kzstay.core.case import PassportKind, Traveller, of_these_years
from kzstay.core.entry_check import EntryQuestion
from kzstay.core.plan import most_days
from kzstay.core.visa_table import PASSPORTS
from kzstay.guard import guarded
from kzstay.texts import countries, entry_check, foreign, plans, visa_table
from kzstay.texts.typed_days import number_of_days
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import announce, describe
from kzstay.ui.widgets.columns import Columns
from kzstay.ui.widgets.country_choice import CountryChoice
from kzstay.ui.widgets.day_edit import DayEdit
from kzstay.ui.widgets.high_enough import HighEnough

COLUMNS = 3
SHOWN, OTHER = "shown", "other"  # whom it is for


@guarded
class EntryFields(HighEnough):
    """What an entry is asked of. ``edited`` after each change; it begins with the traveller who is shown."""

    edited = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._left: date | None = None
        self._typed = False  # a day of entry, by the person
        self.who, self.citizenship = parts.Choice(), CountryChoice()
        self.passport, self.purpose = parts.Choice(), parts.Choice()
        self.entry, self.days = DayEdit(session, "check_entry"), QLineEdit()
        self.entry.setFrame(True)
        self.note = parts.label("muted", wrap=True, name="check_note")
        self._names: list[QLabel] = []
        self._lay_out()
        self.who.activated.connect(lambda _place: self._choose_who())
        self.citizenship.taken.connect(self._take_person)
        self.passport.activated.connect(lambda _place: self._take_person())
        self.purpose.activated.connect(lambda _place: self._tell())
        self.entry.textEdited.connect(lambda _text: self._type_day())
        self.days.textEdited.connect(lambda _text: self._tell())
        for edit in (self.entry, self.days):
            edit.editingFinished.connect(self._say_reason)

    def _lay_out(self) -> None:
        fields: dict[str, QWidget] = {
            "check_who": self.who,
            "check_citizenship": self.citizenship,
            "check_passport": self.passport,
            "check_purpose": self.purpose,
            "edit_check_entry": self.entry,
            "check_days": self.days,
        }
        columns = Columns(COLUMNS)
        for name, field in fields.items():
            label = parts.label("muted")
            label.setBuddy(field)
            self._names.append(label)
            field.setObjectName(name)
            if isinstance(field, QComboBox):
                # The columns share the room, whatever the longest word of a list is
                field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            columns.add_field(label, field)
        self.setLayout(parts.column(columns, self.note, spacing=6))

    def stops(self) -> list[QWidget]:
        """List the fields in their order, as Tab comes to them."""
        return [self.who, self.citizenship, self.passport, self.purpose, self.entry, self.days]

    # What is asked

    @property
    def own(self) -> bool:
        """Tell whether it is asked of the traveller who is shown, so that stays and papers count."""
        return self.who.currentData() == SHOWN

    def person(self) -> Traveller | None:
        """Return the person that it is asked of; None as long as no citizenship is chosen."""
        if self.own:
            return self._session.traveller
        code = countries.meant(self._session.view.w, self.citizenship.currentText().strip())
        return Traveller(name="", citizenship=code, passport=self._passport()) if code else None

    def question(self) -> EntryQuestion | None:
        """Return what is asked; None as long as what stands in the fields cannot be used."""
        entry, days = self._day(), self.days.text().strip()
        wanted = number_of_days(days)
        if entry is None or self.person() is None or (days and (wanted is None or wanted > most_days(entry))):
            return None
        left = self._left if self.own and (self._left is None or self._left <= entry) else None
        return EntryQuestion(entry=entry, days=wanted, left=left, purpose=self.purpose.currentData() or None)

    def _passport(self) -> PassportKind:
        kind: PassportKind = self.passport.currentData()
        return kind

    def _day(self) -> date | None:
        day = self.entry.day()
        return day if day and of_these_years(day) else None

    # What is filled in

    def ask(self, question: EntryQuestion) -> None:
        """Fill the fields with a question."""
        session, other = self._session, bool(question.citizenship)
        self.who.setCurrentIndex(self.who.findData(OTHER if other or not session.traveller.citizenship else SHOWN))
        self._left = None if other else question.left
        if other:
            self.citizenship.show_country(question.citizenship, None)
            self.passport.setCurrentIndex(self.passport.findData(question.passport))
        self._typed = question.entry is not None
        if question.entry is not None:
            self.entry.setText(session.view.w.numeric_day(question.entry))
        self.days.setText(str(question.days) if question.days else "")
        if question.purpose is not None or question.entry is not None:
            self.purpose.setCurrentIndex(max(0, self.purpose.findData(question.purpose or "")))
        self.follow()

    def follow(self) -> None:
        """Take up what has become of the traveller, where it is for them, and of the day, if none was typed."""
        traveller = self._session.traveller
        if self.own and not traveller.citizenship:
            self.who.setCurrentIndex(self.who.findData(OTHER))
        if self.own:
            self.citizenship.show_country(traveller.citizenship, None)
            self.passport.setCurrentIndex(self.passport.findData(traveller.passport))
        if not self._typed:
            self.entry.setText(self._session.view.w.numeric_day(self._first()))
        self._say()

    def _first(self) -> date:
        """Return the day to begin with: that of the next entry, else the one that is reckoned for."""
        a = self._session.assessment
        return a.next_entry.day if self.own and a.next_entry else a.on

    def _choose_who(self) -> None:
        self._left = None
        self.follow()
        self.edited.emit()

    def _take_person(self) -> None:
        """Ask of somebody else where another citizenship or passport is chosen than the traveller's."""
        traveller, typed = self._session.traveller, self.citizenship.currentText().strip()
        code = countries.meant(self._session.view.w, typed)
        self.citizenship.show_country(code or "", None if code else typed)  # a beginning becomes the name
        if self.own and (code, self._passport()) != (traveller.citizenship, traveller.passport):
            self.who.setCurrentIndex(self.who.findData(OTHER))
            self._left = None
        self._tell()

    def _type_day(self) -> None:
        self._typed = True
        self._tell()

    def _tell(self) -> None:
        self._say()
        self.edited.emit()

    # What it says

    def retranslate(self) -> None:
        """Speak the language of the view; what was chosen stays."""
        w, shown = self._session.view.w, self._session.traveller
        who, purpose, passport = self.who.currentData(), self.purpose.currentData(), self.passport.currentData()
        code = self.citizenship.currentData()
        names = [
            w.gettext("For whom"),
            w.gettext("Citizenship"),
            w.gettext("Passport"),
            w.gettext("Purpose"),
            w.gettext("If you enter on"),
            w.pgettext("trip", "for days"),
        ]
        for label, text in zip(self._names, names, strict=True):
            label.setText(text)
        self.who.clear()
        named = foreign.name(shown.name) or w.gettext("the traveller who is shown")
        self.who.addItem(named, SHOWN)
        self.who.addItem(w.gettext("somebody else"), OTHER)
        self.who.setCurrentIndex(max(0, self.who.findData(who)))
        self.citizenship.list_countries(w)
        self.citizenship.show_country(code or "", None)
        self.passport.clear()
        for kind in PASSPORTS:
            self.passport.addItem(visa_table.passport(w, kind), kind)
        self.passport.setCurrentIndex(max(0, self.passport.findData(passport)))
        self.purpose.clear()
        self.purpose.addItem(w.gettext("not chosen"), "")
        for each in self._session.law.entry.purposes:
            self.purpose.addItem(entry_check.purpose(w, each), each)
        self.purpose.setCurrentIndex(max(0, self.purpose.findData(purpose or "")))
        self.follow()

    def rename(self) -> None:
        """Name the traveller who is shown now."""
        w = self._session.view.w
        named = foreign.name(self._session.traveller.name) or w.gettext("the traveller who is shown")
        self.who.setItemText(self.who.findData(SHOWN), named)

    def _say(self) -> None:
        """Say for whom it is, and what of the fields cannot be used."""
        w, days, day = self._session.view.w, self.days.text().strip(), self.entry.day()
        wrong_days = bool(days) and (number_of_days(days) is None or (bool(day) and not self._fits(days)))
        country, wrong = self.citizenship.currentText().strip(), ""
        if not self.own and country and countries.meant(w, country) is None:
            wrong = countries.not_meant(w, country)
        elif day is None:
            wrong = self.entry.told() or w.gettext("Enter the day of entry.")
        elif not of_these_years(day):
            wrong = plans.out_of_years(w)
        elif wrong_days:
            wrong = plans.not_a_number_of_days(w, days) if number_of_days(days) is None else plans.out_of_years(w)
        counted = (
            w.gettext("Counts the stays, permits and rulings of the traveller who is shown.")
            if self.own
            else w.gettext("Counts no earlier stays: enter them for a traveller to have them counted.")
        )
        self.note.setText(wrong or counted)
        describe(self.days, wrong if wrong_days else "", wrong=wrong_days)
        parts.mark(self.note, "role", "error" if wrong else "muted")
        parts.mark(self.days, "wrong", wrong_days)

    def _say_reason(self) -> None:
        """Say what cannot be used to who goes on; of what is no day its field has said so."""
        if self.note.property("role") == "error" and not self.entry.property("wrong"):
            announce(self, self.note.text())

    def _fits(self, days: str) -> bool:
        """Tell whether a trip of so many days ends in the years that are reckoned for."""
        day, wanted = self._day(), number_of_days(days)
        return day is None or wanted is None or wanted <= most_days(day)
