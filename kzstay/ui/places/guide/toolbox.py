"""The toolbox: the tools of the guide beside its reader, each made when it is first used."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from kzstay.core.entry_check import EntryQuestion
from kzstay.drawing.colours import Theme
from kzstay.guard import guarded
from kzstay.guide.tools import ToolName
from kzstay.texts.tools import Asked
from kzstay.ui.pages.requests import Requests
from kzstay.ui.places.guide.entry_view import EntryView
from kzstay.ui.places.guide.visa_view import VisaView
from kzstay.ui.session.session import Session


@guarded
class Toolbox(QObject):
    """The tools in the stack that shows one thing at a time. ``topic_asked`` for a topic, or for another tool."""

    topic_asked = Signal(str)

    def __init__(self, session: Session, requests: Requests, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._session = session
        self._requests = requests
        self._stack = stack
        self._theme: Theme | None = None
        self._entry: EntryView | None = None
        self._visas: VisaView | None = None

    def fill(self, asked: Asked) -> None:
        """Fill the state that was asked for into a tool; without one it stays as it is."""
        if not asked.country:
            return
        if asked.tool != "entry-check":
            self.visas.look_for(asked.country, asked.passport)
        elif (asked.country, asked.passport) == self._session.traveller.shown(None):
            self.entry.ask(EntryQuestion())  # it is about the traveller, whose stays count
        else:
            self.entry.ask(EntryQuestion(citizenship=asked.country, passport=asked.passport))

    def show(self, tool: ToolName) -> None:
        """Show a tool, as it was left."""
        self._stack.setCurrentWidget(self.entry if tool == "entry-check" else self.visas)

    @property
    def entry(self) -> EntryView:
        """Return the entry check."""
        if self._entry is None:
            self._entry = EntryView(self._session, self._requests)
            self._entry.topic_asked.connect(self.topic_asked)
            self._stack.addWidget(self._entry)
            if self._theme is not None:
                self._entry.set_theme(self._theme)
        return self._entry

    @property
    def visas(self) -> VisaView:
        """Return the table of visas."""
        if self._visas is None:
            self._visas = VisaView(self._session, self._requests)
            self._visas.check_asked.connect(
                lambda country, passport: self.topic_asked.emit(f"entry-check/{country}/{passport}")
            )
            self._stack.addWidget(self._visas)
        return self._visas

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        if self._entry is not None:
            self._entry.set_theme(theme)
