"""The pages of a window by their names."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from kzstay.ui.pages.duties.page import DutiesView
from kzstay.ui.pages.papers.page import PapersView
from kzstay.ui.pages.plan.page import PlanView
from kzstay.ui.pages.stays.page import StaysPage
from kzstay.ui.pages.text_page import TextPage
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import plain

P = TypeVar("P", bound=QWidget)


def _page(window: MainWindow, name: str, kind: type[P]) -> P:
    found = window.stay.pages[name]
    assert isinstance(found, kind)
    return found


def stays(window: MainWindow) -> StaysPage:
    """Return the page of stays."""
    return _page(window, "stays", StaysPage)


def duties(window: MainWindow) -> DutiesView:
    """Return the page of duties."""
    return _page(window, "duties", DutiesView)


def papers(window: MainWindow) -> PapersView:
    """Return the page of permits, rulings and changes of address."""
    return _page(window, "papers", PapersView)


def plan(window: MainWindow) -> PlanView:
    """Return the page that answers what if."""
    return _page(window, "plan", PlanView)


def why(window: MainWindow) -> TextPage:
    """Return the page that explains."""
    return _page(window, "why", TextPage)


def law(window: MainWindow) -> TextPage:
    """Return the page of the law."""
    return _page(window, "law", TextPage)


def read(window: MainWindow, name: str) -> str:
    """Go to a page that is read, and read it."""
    window.stay.show_page(name)
    return plain(_page(window, name, TextPage).toPlainText())
