"""The Papers page shows the papers of the traveller who is shown."""

from __future__ import annotations

from kzstay.core import editing
from tests.helpers import traveller
from tests.ui import pages_of
from tests.ui.pages.papers.conftest import Show
from tests.ui.pages.papers.paper_rows import ANNA, cells
from tests.ui.sessions import show_traveller


def test_another_traveller_has_papers_of_their_own(show: Show) -> None:
    window = show(ANNA, traveller("GB", name="Boris Brown"))
    show_traveller(window.session(), 1)
    assert not any(section.table.isVisible() for section in pages_of.papers(window).sections)
    show_traveller(window.session(), 0)
    assert pages_of.papers(window).permits.table.papers.rowCount() == len(ANNA.permits)


def test_a_drag_does_not_disturb_the_page(show: Show) -> None:
    window = show()
    session = window.session()
    before = [cells(pages_of.papers(window).moves, row) for row in range(2)]
    session.preview(editing.removed(session.traveller, 0))
    pages_of.papers(window).moves.table.viewport().repaint()
    assert [cells(pages_of.papers(window).moves, row) for row in range(2)] == before
    session.preview(None)
