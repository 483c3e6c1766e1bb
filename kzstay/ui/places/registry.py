"""The list of places: each one is a file that offers ``make``, and a line here."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import msgspec
from PySide6.QtWidgets import QWidget

from kzstay.texts import Words
from kzstay.ui.pages.requests import Requests
from kzstay.ui.session.session import Session

if TYPE_CHECKING:
    from kzstay.core.entry_check import EntryQuestion


class Place(msgspec.Struct, frozen=True):
    """A place: the rail shows its icon with its title under it; ``place_NAME`` is the name of its widget."""

    name: str
    title: Callable[[Words], str]
    icon: str
    module: str  # in this folder; it is read in when the place is made

    def make(self, session: Session, requests: Requests) -> QWidget:
        """Make the place."""
        made: QWidget = import_module(f"{__package__}.{self.module}").make(session, requests)
        made.setObjectName(f"place_{self.name}")
        return made


@runtime_checkable
class Topics(Protocol):
    """The place that shows topics of the guide; known by what it can do, as it is read in when it is shown."""

    def show_topic(self, name: str) -> None:
        """Show a topic."""
        ...

    def check_entry(self, question: EntryQuestion) -> None:
        """Show the entry check with a question in it."""
        ...


@runtime_checkable
class Contacts(Protocol):
    """The place that shows whom to call."""

    def ask(self, where: str) -> None:
        """Show who is in a town."""
        ...


@runtime_checkable
class Choosing(Protocol):
    """The place where travellers are chosen in a list: what is done to a traveller is done to them there."""

    def show_chosen(self) -> None:
        """Let who is chosen be the shown traveller."""
        ...

    def remove_chosen(self) -> None:
        """Remove who is chosen."""
        ...


@runtime_checkable
class Paned(Protocol):
    """A place of several parts."""

    def panes(self) -> list[tuple[QWidget, ...]]:
        """List the parts that F6 goes round; of several widgets the first that has a stop is gone to."""
        ...


PLACES = [
    Place("stay", lambda w: w.gettext("Stay"), "calendar", "stay.place"),
    Place("people", lambda w: w.gettext("People"), "people", "people.place"),
    Place("guide", lambda w: w.gettext("Guide"), "book", "guide.place"),
    Place("contacts", lambda w: w.gettext("Contacts"), "phone", "contacts"),
]
