"""The list of pages: each one is a file that offers ``make``, and a line here."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import msgspec
from PySide6.QtWidgets import QWidget

from kzstay.core.agenda import pending
from kzstay.core.assess import Assessment
from kzstay.core.trouble import causes
from kzstay.texts import Words
from kzstay.ui.pages.requests import Requests
from kzstay.ui.session.session import Session


class Page(msgspec.Struct, frozen=True):
    """A page under the timeline; tests, assistive technology and ``show_page`` find it by its name."""

    name: str
    title: Callable[[Words], str]
    module: str  # in this folder; it is read in when the page is made
    at_once: bool = False  # made with the answer; the others once that is seen
    count: Callable[[Assessment], int] | None = None  # told behind its title, unless it is nought
    shown: Callable[[Assessment], bool] | None = None  # whether its tab is; always where there is nothing
    read: bool = False  # as a whole, a text under the title of its tab

    def make(self, session: Session, requests: Requests) -> QWidget:
        """Make the page."""
        made: QWidget = import_module(f"{__package__}.{self.module}").make(session, requests)
        return made

    def label(self, w: Words, assessment: Assessment) -> str:
        """Return the words of its tab."""
        number = self.count(assessment) if self.count else 0
        return f"{self.title(w)} · {number}" if number else self.title(w)

    def told(self, w: Words, assessment: Assessment) -> str:
        """Return its tab as it is heard."""
        number = self.count(assessment) if self.count else 0
        to_do = w.ngettext("{n} to do", "{n} to do", number).format(n=number)
        return f"{self.title(w)}, {to_do}" if number else self.title(w)


PAGES = [
    Page("next", lambda w: w.gettext("What now"), "next.page", shown=lambda a: bool(causes(a))),
    Page("stays", lambda w: w.pgettext("tab", "Stays"), "stays.page", at_once=True),
    Page("duties", lambda w: w.gettext("Duties"), "duties.page", count=pending),
    Page("papers", lambda w: w.gettext("Documents"), "papers.page"),
    Page("plan", lambda w: w.gettext("Plan"), "plan.page"),
    Page("why", lambda w: w.gettext("Why"), "why", read=True),
    Page("law", lambda w: w.gettext("Law"), "law", read=True),
]
