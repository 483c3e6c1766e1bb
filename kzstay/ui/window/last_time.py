"""Last time: which file was open when the window closed, and what of it was shown; and back to that."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kzstay.core.case import of_these_years
from kzstay.drawing.scale import Scale
from kzstay.texts import foreign
from kzstay.ui.pages.registry import PAGES
from kzstay.ui.places.registry import PLACES
from kzstay.ui.system.settings import Last
from kzstay.ui.window.recent import is_there

if TYPE_CHECKING:
    from kzstay.ui.window.main_window import MainWindow


def noted(window: MainWindow) -> Last:
    """Return what is open and shown; a case without a file is kept elsewhere, and is no file."""
    session, path = window.session(), window.case_file.path
    if path is None:
        return Last()
    keys = [one.key.number for one in session.case.travellers]
    scale = window.stay.timeline.scale
    return Last(
        file=str(path.absolute()),
        place=window.places.current,
        page=window.stay.page,
        traveller=keys.index(session.state.traveller) if session.state.traveller in keys else 0,
        first=scale.first.isoformat(),
        last=scale.day_at(scale.width - 1).isoformat(),  # of which more than the edge is seen
    )


def begin_anew(window: MainWindow) -> None:
    """Know of no last document: where none is opened here, that of another window stays the last."""
    window.preferences.settings.last = Last()
    window.preferences.know_settings()


def come_back(window: MainWindow) -> None:
    """Open what was open last, unless it is gone, or another window has it."""
    last = window.preferences.settings.last
    path = Path(last.file)
    if not last.file or window.case_file.claim.is_elsewhere(path):
        return
    if not is_there(path):
        w = window.session().view.w
        told = w.gettext("{file}, which was open last, is no longer there. A new case is begun.")
        window.info.tell(told.format(file=foreign.file(path)), False)
        return
    if window.files.open(path):
        _show(window, last)


def _show(window: MainWindow, last: Last) -> None:
    session, stay = window.session(), window.stay
    held = session.case.travellers
    if 0 < last.traveller < len(held):
        session.show(held[last.traveller].key.number)
    if last.page in {page.name for number, page in enumerate(PAGES) if stay.tabs.isTabVisible(number)}:
        stay.show_page(last.page)
    if last.place in {place.name for place in PLACES}:
        window.places.show_place(last.place)
    with suppress(ValueError):
        first, until = date.fromisoformat(last.first), date.fromisoformat(last.last)
        # Where the day that is reckoned for would be out of sight now, what was seen then is of no use
        if first < session.view.on < until and of_these_years(first) and of_these_years(until):
            stay.timeline.look_at(Scale.showing(first, until, stay.timeline.width()))
