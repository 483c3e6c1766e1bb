"""The place Guide of a window, and what stands in its tools."""

from __future__ import annotations

from kzstay.ui.places.guide.entry_view import EntryView
from kzstay.ui.places.guide.place import GuidePlace
from kzstay.ui.places.guide.visa_view import VisaView
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import plain


def guide(window: MainWindow) -> GuidePlace:
    """Go to the place."""
    window.places.show_place("guide")
    made = window.places.place("guide")
    assert isinstance(made, GuidePlace)
    made.search.clear()
    return made


def entry(window: MainWindow) -> EntryView:
    """Go to the entry check."""
    place = guide(window)
    place.show_topic("entry-check")
    return place.toolbox.entry


def visas(window: MainWindow) -> VisaView:
    """Go to the table of visas."""
    place = guide(window)
    place.show_topic("visa-table")
    return place.toolbox.visas


def told(view: EntryView) -> str:
    """Read what the entry takes."""
    if view._pause.isActive():
        view._answer()
    return plain(view.reader.toPlainText())
