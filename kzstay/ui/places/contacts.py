"""The place Contacts: whom to call, found by a city in any of its names. Nothing of it is fetched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QScrollArea, QWidget

from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.guide.contacts import KINDS, Contact, Directory, Found, dialled, load, search
from kzstay.paths import resource
from kzstay.texts import Words
from kzstay.texts import contacts as texts
from kzstay.ui.pages.requests import Requests
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import announce
from kzstay.ui.widgets.flow import Flow
from kzstay.ui.widgets.high_enough import HighEnough
from kzstay.ui.widgets.qt_names import name_clear_button
from kzstay.ui.widgets.theme import icon, picture

ICON = 16
WIDEST_FIELD = 460
SIGNS = {"verified": "check", "unverified": "question", "out-of-date": "warning"}
STATES = {"verified": "", "unverified": "planned", "out-of-date": "over"}  # as the style sheet knows them


def make(session: Session, _requests: Requests) -> ContactsPlace:
    """Make the place."""
    return ContactsPlace(session)


@guarded
class ContactsPlace(QWidget):
    """A field to search with, and under it a card for each contact, those of the place that was typed first."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._directory = load(resource("contacts.toml"))
        self._theme: Theme = LIGHT
        self._focused = False
        self.title = parts.label("name", name="contacts_title")
        self.field = QLineEdit()
        self.field.setObjectName("contacts_search")
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(WIDEST_FIELD)
        self.outcome = parts.label("lead", wrap=True, name="contacts_outcome")
        self.caution = parts.label("muted", wrap=True, name="contacts_caution")
        self.cards = {one.id: ContactCard(session, self._directory, one) for one in self._directory.contacts}
        self.headings: list[QLabel] = []
        self._lay_out()
        self.field.textChanged.connect(lambda: self._show(told=True))
        session.view.retranslated.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("page")
        self._list = parts.column(self.outcome, self.caution, spacing=12, margins=(0, 0, 12, 20))
        body.setLayout(self._list)
        self.area = QScrollArea()
        self.area.setObjectName("contacts_scroll")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has the focus, and is scrolled to
        self.area.setWidget(body)
        column = parts.column(self.title, self.field, spacing=10, margins=(28, 18, 16, 0))
        column.addWidget(self.area, 1)
        self.setLayout(column)

    def ask(self, where: str) -> None:
        """Show who is in a town."""
        self.field.setText(where)

    def panes(self) -> list[tuple[QWidget, ...]]:
        """List what F6 goes round."""
        return [(self.field,), (self.area,)]

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for card in self.cards.values():
            card.set_theme(theme)

    def retranslate(self) -> None:
        """Speak the language of the view."""
        w = self._session.view.w
        self.title.setText(texts.title(w))
        hint = w.gettext("City or region, such as Almaty")
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        name_clear_button(self.field, w)
        self.caution.setText(texts.caution(w, self._directory))
        for card in self.cards.values():
            card.retranslate(w)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._focused:  # later the keyboard is where it was
            self._focused = True
            self.field.setFocus()

    def _show(self, *, told: bool = False) -> None:
        """Show what answers the text in the field, and have a screen reader tell how much that is."""
        w, found = self._session.view.w, search(self._directory, self.field.text())
        self._clear()
        last: QWidget = self.field
        for heading, contacts in _sections(w, found):
            label = parts.label("lead")
            label.setText(heading)
            self.headings.append(label)
            self._add(label)
            for one in contacts:
                card = self.cards[one.id]
                self._add(card)
                for button in card.buttons:
                    self.setTabOrder(last, button)
                    last = button
        self._list.addStretch(1)
        outcome = texts.outcome(w, self._directory, found, self.field.text())
        self.outcome.setText(outcome)
        self.outcome.setVisible(bool(outcome))
        self.area.verticalScrollBar().setValue(0)
        if told:
            count = len(found.local) + len(found.national)
            announce(self.field, outcome or w.ngettext("{n} contact", "{n} contacts", count).format(n=count))

    def _add(self, part: QWidget) -> None:
        """Put a part last, for the eye and for a screen reader, which goes by the order of the children."""
        self._list.addWidget(part)
        part.show()
        part.raise_()

    def _clear(self) -> None:
        while self._list.count() > 2:  # the two sentences stay
            self._list.takeAt(2)
        for label in self.headings:
            label.hide()
            label.deleteLater()
        self.headings.clear()
        for card in self.cards.values():
            card.hide()


@guarded
class ContactCard(HighEnough):
    """A contact: who it is, how sure that is, what calls or writes to it, and who says so."""

    sheet = False

    def __init__(self, session: Session, directory: Directory, contact: Contact) -> None:
        super().__init__()
        self._session = session
        self._directory = directory
        self.contact = contact
        self.setObjectName("card")
        self.name = parts.label("heading", wrap=True)
        self.sign = QLabel()
        self.verdict = parts.label("chip")
        self.verdict.setProperty("state", STATES[contact.verdict])
        self.where = parts.label(wrap=True)
        self.use = parts.label(wrap=True)
        self.more = parts.label("muted", wrap=True)
        for label in (self.where, self.use, self.more):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.calls = [self._link(f"tel:{dialled(phone)}", phone) for phone in contact.phone]
        self.mails = [self._link(f"mailto:{mail}", mail) for mail in contact.mail]
        self.pages = [self._link(contact.page, _short(contact.page))] if contact.page else []
        self.copy = parts.button(f"copy_{contact.id}", self._copy, look="chip")
        self.buttons = (*self.calls, *self.mails, *self.pages, self.copy)
        links = Flow(*self.buttons)
        chip = parts.frame("chip")
        chip.setProperty("state", STATES[contact.verdict])
        chip.setLayout(parts.row(self.sign, self.verdict, spacing=6, margins=(10, 7, 12, 7)))
        first = parts.row(spacing=12)
        first.addWidget(self.name, 1)
        first.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        column = parts.column(first, self.where, self.use, links, self.more, spacing=8, margins=(18, 14, 18, 14))
        self.setLayout(column)

    def _link(self, address: str, text: str) -> parts.Button:
        made = parts.button(f"link_{self.contact.id}", lambda: self._open(address, text))
        made.setText(text)
        return made

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        colours = {"verified": theme.within, "unverified": theme.muted, "out-of-date": theme.over}
        verdict = self.contact.verdict
        self.sign.setPixmap(picture(SIGNS[verdict], colours[verdict], ICON))
        for button in self.calls:
            button.setIcon(icon("phone", theme.accent, ICON))

    def retranslate(self, w: Words) -> None:
        """Say who it is in a language."""
        one = self.contact
        name, where = texts.of(w, one.name), texts.where(w, self._directory, one)
        self.name.setText(name)
        self.verdict.setText(texts.verdict(w, one.verdict))
        open_at = "\n".join(filter(None, (where, texts.of(w, one.hours))))
        for label, text in ((self.where, open_at), (self.use, texts.of(w, one.use))):
            label.setText(text)
            label.setVisible(bool(text))
        said = texts.seen(w, one), texts.said_by(w, one, whole=False)
        self.more.setText("\n".join([*texts.remarks(w, one), " · ".join(said)]))
        self.more.setToolTip(texts.said_by(w, one))
        self.copy.setText(w.gettext("Copy"))
        whole = ", ".join(filter(None, (name, where)))
        self.copy.setAccessibleName(w.gettext("Copy: {contact}").format(contact=whole))
        for button in self.calls:
            button.setAccessibleName(
                w.gettext("Call {contact}: {number}").format(contact=whole, number=button.text())
            )
        for button in (*self.mails, *self.pages):
            button.setAccessibleName(f"{whole}: {button.text()}")
        self.setAccessibleName(f"{whole}: {texts.verdict(w, one.verdict)}")

    def _open(self, address: str, text: str) -> None:
        """Hand an address to the program that the system has for it; where it has none, leave it to be pasted."""
        if not QDesktopServices.openUrl(QUrl(address)):
            QApplication.clipboard().setText(text)
            told = self._session.view.w.gettext("No program for that was found. {text} is in the clipboard.")
            self._session.message.emit(told.format(text=text), False)

    def _copy(self) -> None:
        w = self._session.view.w
        QApplication.clipboard().setText(texts.as_text(w, self._directory, self.contact))
        self._session.message.emit(
            w.gettext("Copied: {contact}").format(contact=texts.of(w, self.contact.name)), False
        )


def _sections(w: Words, found: Found) -> Iterator[tuple[str, Sequence[Contact]]]:
    """Name the contacts in groups: those of the place that was meant, then the others by what they are for."""
    rest = (*found.national, *found.local)
    if found.places:
        rest = found.national
        for place in found.places:
            own = [one for one in found.local if one.place == place.id]
            if own:
                yield texts.place(w, place), own
    for kind in KINDS:
        if of_kind := [one for one in rest if one.kind == kind]:
            yield texts.group(w, kind), of_kind


def _short(page: str) -> str:
    return page.removeprefix("https://").removeprefix("www.")
