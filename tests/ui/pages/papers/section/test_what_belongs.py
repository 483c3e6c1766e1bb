"""An empty list says what belongs there and why it matters."""

from __future__ import annotations

from kzstay.core import editing
from tests.helpers import stay, traveller
from tests.ui import pages_of
from tests.ui.pages.papers.conftest import Show
from tests.ui.pages.papers.paper_rows import BARE


def test_an_empty_page_says_what_belongs_there(show: Show) -> None:
    page = pages_of.papers(show(BARE))
    for section, word in zip(page.sections, ("visa-free count", "terms", "host"), strict=True):
        assert word in section.line.text()
        assert not section.table.isVisible()
        assert not section.delete.isVisible()
        assert section.add.isEnabled()


def test_an_address_can_change_only_during_a_stay(show: Show) -> None:
    window = show(traveller("DE"))
    assert not pages_of.papers(window).moves.add.isEnabled()
    assert pages_of.papers(window).moves.line.text().startswith("Enter a stay first")
    session = window.session()
    session.change(editing.inserted(session.traveller, stay("2026-11-11")), "add-stay")
    assert pages_of.papers(window).moves.add.isEnabled()
