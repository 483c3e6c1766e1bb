"""The form of the traveller: a sheet in the window, taken over field by field."""

from __future__ import annotations

from typing import get_args

import msgspec
from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from kzstay.core.case import Host, HostKind, Number, PassportKind, Traveller
from kzstay.guard import guarded
from kzstay.texts import answers
from kzstay.texts import problems as problem_texts
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.person import PERSON
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import describe
from kzstay.ui.widgets.sheet import Sheet

PASSPORTS: tuple[PassportKind, ...] = get_args(PassportKind)
HOSTS: tuple[str, ...] = ("", *get_args(HostKind))
COLUMNS = 5  # at most
FIELD = 110  # pixels of a field at least
NAME_SHARE, NAME_WIDTH = 3, 230  # of what is left, and pixels at least: a name is what is longest
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


@guarded
class TravellerForm(Sheet):
    """Name, citizenship, passport, birth and host of the shown traveller, as the passport has them."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._editing = Editing(session)
        self._shown: Number | None = None  # the key of the traveller whose fields are filled
        self.setObjectName("form")

    def make(self) -> list[QWidget]:
        """Make the fields."""
        from kzstay.ui.widgets.columns import Columns
        from kzstay.ui.widgets.country_choice import CountryChoice
        from kzstay.ui.widgets.day_edit import DayEdit

        session = self._session
        self.name = QLineEdit()
        self.citizenship = CountryChoice()
        self.passport = parts.Choice()
        self.born = DayEdit(session, "born")
        self.born.setFrame(True)
        self.host = parts.Choice()
        for box in (self.citizenship, self.passport, self.host):
            # The columns share the room, whatever the longest word of a list is
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.echo = parts.label("muted", wrap=True)
        self.done = parts.button("traveller_done", self.closed.emit)
        self.native_name, self.document, self.host_name = QLineEdit(), QLineEdit(), QLineEdit()
        # One host is known by one name: whoever types it again is offered how it was written before
        self.hosts = QCompleter(self)
        self.hosts.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.hosts.setFilterMode(Qt.MatchFlag.MatchContains)
        self.host_name.setCompleter(self.hosts)
        fields: dict[str, QWidget] = {
            "traveller_name": self.name,
            "traveller_citizenship": self.citizenship,
            "traveller_passport": self.passport,
            "traveller_born": self.born,
            "traveller_host": self.host,
            "traveller_native_name": self.native_name,
            "traveller_document": self.document,
            "traveller_host_name": self.host_name,
        }
        self.labels = [parts.label("muted") for _ in fields]
        self._columns = Columns(COLUMNS)
        for label, (name, field) in zip(self.labels, fields.items(), strict=True):
            field.setObjectName(name)
            label.setBuddy(field)
            first = field is self.name
            self._columns.add_field(label, field, NAME_SHARE if first else 1, NAME_WIDTH if first else FIELD)
        below = parts.row(spacing=12)
        below.addWidget(self.echo, 1)
        below.addWidget(self.done)
        self.setLayout(parts.column(self._columns, below, margins=(20, 14, 20, 12)))
        self._connect()
        return [*fields.values(), self.done]

    def _connect(self) -> None:
        session = self._session
        self.name.editingFinished.connect(self._take_name)
        self.native_name.editingFinished.connect(self._take_native_name)
        self.document.editingFinished.connect(self._take_document)
        self.citizenship.taken.connect(self._take_citizenship)
        self.passport.activated.connect(self._take_passport)
        self.host.activated.connect(self._take_host)
        self.host_name.editingFinished.connect(self._take_host_name)
        self.born.editingFinished.connect(self._take_born)
        self.born.echoed.connect(self._echo_born)
        self.born.textChanged.connect(self._mark_born)
        session.changed.connect(self._refresh)
        session.view.retranslated.connect(self._translate)

    def begin(self) -> None:
        """Show the sheet and go to the first field that is wanting."""
        self.show()
        traveller = self._session.traveller
        wanting = self.citizenship if traveller.name and not traveller.citizenship else self.name
        wanting.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Enter, with which a field was taken over before; go on to what is wanting or wrong first."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() not in PLAIN:
            super().keyPressEvent(event)
        elif not self._session.traveller.citizenship:
            self.citizenship.setFocus(Qt.FocusReason.TabFocusReason)
        elif not self._editing.wrong(PERSON, 0):
            self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        self._translate()
        super().showEvent(event)

    def _translate(self) -> None:
        if not self.isVisible():
            # Two hundred countries are listed when they are asked for
            return
        w = self._session.view.w
        texts = [
            w.gettext("Name"),
            w.gettext("Citizenship"),
            w.gettext("Passport"),
            w.gettext("Date of birth"),
            w.gettext("Host"),
            w.gettext("Name in its own script"),
            w.gettext("Number of the passport"),
            w.gettext("Name of the host"),
        ]
        for label, text in zip(self.labels, texts, strict=True):
            label.setText(text)
        self.done.setText(w.gettext("Close"))
        # An example would read as if it were filled in
        self.born.setPlaceholderText(w.pgettext("date", "DD.MM.YYYY"))
        self.citizenship.list_countries(w)
        self.passport.clear()
        for kind in PASSPORTS:
            self.passport.addItem(answers.passport(w, kind), kind)
        self.host.clear()
        for kind in HOSTS:
            self.host.addItem(answers.host(w, kind), kind)
        self._refresh()

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        editing, traveller = self._editing, self._session.traveller
        (row,) = editing.rows(PERSON)
        shown, self._shown = self._shown, self._session.state.traveller
        host = traveller.host
        texts = (
            (self.name, traveller.name),
            (self.native_name, traveller.native_name),
            (self.document, traveller.document),
            (self.host_name, host.name if host else ""),
        )
        for edit, text in texts:
            typing = edit.hasFocus() and edit.isModified() and shown == self._shown
            # A reader that hears of a text goes to its field, and says nothing of it as the keyboard comes there
            if not typing and edit.text() != text:
                edit.setText(text)
        if not self.citizenship.typing or shown != self._shown:
            self.citizenship.show_country(traveller.citizenship, row.typed.get("citizenship"))
        self.passport.setCurrentIndex(self.passport.findData(traveller.passport))
        self.host.setCurrentIndex(max(0, self.host.findData(host.kind if host else "")))
        self.host_name.setEnabled(host is not None)
        named = {one.host.name for one in self._session.case.travellers if one.host and one.host.name}
        self.hosts.setModel(QStringListModel(sorted(named), self.hosts))
        if not (self.born.hasFocus() and self.born.isModified()) or shown != self._shown:
            self.born.setText(row.typed.get("born", PERSON.typed(self._session.view.w, traveller, "born")))
        self._say_reasons()

    def _change(self, text: str, **fields: object) -> None:
        before = self._session.traveller
        after: Traveller = msgspec.structs.replace(before, **fields)
        if after != before:
            self._session.change_traveller(after, text)

    def _take_name(self) -> None:
        self.name.setModified(False)
        self._change("change-name", name=self.name.text().strip())

    def _take_native_name(self) -> None:
        self.native_name.setModified(False)
        self._change("change-native-name", native_name=self.native_name.text().strip())

    def _take_document(self) -> None:
        self.document.setModified(False)
        self._change("change-document", document=self.document.text().strip())

    def _take_citizenship(self) -> None:
        self._editing.type(PERSON, 0, "citizenship", self.citizenship.currentText())

    def _take_passport(self) -> None:
        self._change("change-passport", passport=self.passport.currentData())

    def _take_host(self) -> None:
        before, kind = self._session.traveller.host, self.host.currentData()
        host = None if not kind else msgspec.structs.replace(before, kind=kind) if before else Host(kind=kind)
        self._change("change-host", host=host)

    def _take_host_name(self) -> None:
        self.host_name.setModified(False)
        if host := self._session.traveller.host:
            self._change("change-host", host=msgspec.structs.replace(host, name=self.host_name.text().strip()))

    def _take_born(self) -> None:
        self.born.setModified(False)
        self._editing.type(PERSON, 0, "born", self.born.text())

    def _born_reason(self) -> str:
        """Say why nobody was born on the day that is typed; empty where one may have been, or nothing is typed."""
        text, day = self.born.text().strip(), self.born.day()
        if not text:
            return ""
        if day is None:
            return self.born.told()
        born = Traveller(name="", citizenship="", born=day)
        found = PERSON.problems(born, born.key.number, self._session.view.today)
        return next((problem_texts.short_problem(self._session.view.w, problem) for problem in found), "")

    def _echo_born(self, text: str = "", _wrong: bool = False) -> None:
        """Say what the day is understood as while it is typed, and why it cannot be as long as it stands there."""
        reason = self._born_reason()
        self._say(reason or (text if self.born.hasFocus() else ""), wrong=bool(reason))
        describe(self.born, reason or text, wrong=bool(reason))

    def _mark_born(self) -> None:
        # After the field has marked what is no day: one that nobody was born on is wrong too
        parts.mark(self.born, "wrong", bool(self._born_reason()))

    def _say_reasons(self) -> None:
        """Say why what stands in the fields cannot be used; what is being typed is told of as it is typed."""
        wrong = self._editing.wrong(PERSON, 0)
        parts.mark(self.citizenship, "wrong", "citizenship" in wrong)
        self.citizenship.tell(wrong.get("citizenship", ""))
        if not self.born.hasFocus():
            reason = " ".join(wrong.values())
            self._say(reason or self._asked(), wrong=bool(reason))

    def _asked(self) -> str:
        """Ask for the citizenship, without which nothing is counted."""
        if self._session.traveller.citizenship:
            return ""
        return self._session.view.w.gettext("Citizenship: type its name or code, in any language.")

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.echo.setText(text)
        parts.mark(self.echo, "role", "error" if wrong else "muted")
