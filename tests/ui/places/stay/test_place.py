"""The place Stay: how its parts lie, what they ask of the window, and what it says of an empty case."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from kzstay.drawing.colours import DARK, LIGHT, Theme
from kzstay.ui.pages.registry import PAGES
from kzstay.ui.pages.requests import Requests
from kzstay.ui.places.stay.place import LEAST_TIMELINE, StayPlace
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.session.session import Session
from kzstay.ui.session.view import View
from tests.helpers import stay, traveller
from tests.ui.conftest import TODAY, OpenCase
from tests.ui.sessions import type_day

ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))


def test_each_page_stands_under_its_name(open_case: OpenCase) -> None:
    place = open_case(ANNA).stay
    assert place.tabs.count() == len(PAGES)
    for name in (page.name for page in PAGES):
        page = place.tabs.widget(place.index_of(name))
        assert page is not None
        assert page is place.pages[name]
        assert page.objectName() == name or page.findChild(QWidget, name) is not None


@pytest.mark.parametrize("sizes", [(0, 2000), (2000, 0)])
def test_neither_the_timeline_nor_the_pages_can_be_pushed_out_of_sight(
    open_case: OpenCase, sizes: tuple[int, int]
) -> None:
    window = open_case(ANNA)
    splitter = window.findChild(QSplitter, "splitter")
    assert isinstance(splitter, QSplitter)
    splitter.setSizes(list(sizes))
    assert window.stay.timeline.isVisible()
    assert window.stay.timeline.height() >= LEAST_TIMELINE
    assert window.stay.tabs.isVisible()
    assert all(part > 0 for part in splitter.sizes())


def test_where_there_is_room_for_one_of_the_two_it_is_the_timelines(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    place = window.stay
    assert place.minimap.isVisible()
    window.resize(window.minimumSize())
    place.form.begin()
    qtbot.waitUntil(lambda: not place.minimap.isVisible())
    assert place.timeline.height() >= LEAST_TIMELINE
    place.form.hide()
    window.resize(1280, 900)
    qtbot.waitUntil(place.minimap.isVisible)


# What it asks of the window, which it does not know


@pytest.fixture
def alone(qtbot: QtBot, qapp: QApplication) -> StayPlace:
    """The place without a window, for a traveller with two stays."""
    session = Session(View(TODAY, "en"))
    session.change_traveller(ANNA, "")
    made = StayPlace(session, Requests(session))
    made.session = session  # type: ignore[attr-defined] - it would go otherwise
    qtbot.addWidget(made)
    return made


ASKING: dict[str, tuple[Callable[[StayPlace], object], list[object]]] = {
    "show_page": (lambda place: place.hero.asked_why.emit(), ["why"]),
    "show_waiting": (lambda place: place.hero.asked_waiting.emit(), []),
    "edit_traveller": (lambda place: place.header.person.click(), []),
    "add_traveller": (lambda place: place.header.add.click(), []),
    "export": (lambda place: place.header.report.click(), []),
    "add_stay": (lambda place: place.empty.add.click(), []),
    "open_example": (lambda place: place.empty.example.click(), []),
}


@pytest.mark.parametrize("name", ASKING)
def test_each_part_asks_for_one_thing(name: str, alone: StayPlace) -> None:
    asked: list[tuple[str, list[object]]] = []
    for other in ASKING:
        getattr(alone._requests, other).connect(lambda *given, other=other: asked.append((other, list(given))))
    do, given = ASKING[name]
    do(alone)
    assert asked == [(name, given)]


def test_a_place_needs_no_window_to_answer(alone: StayPlace) -> None:
    alone.complete()
    alone.retranslate()
    assert set(alone.pages) == {page.name for page in PAGES}
    assert [alone.tabs.tabText(place) for place in (0, 1)] == ["What now", "Stays"]
    assert not alone.empty.isVisible()


# What is shown


def test_the_empty_state_invites_until_there_is_a_row_even_one_that_is_no_stay_yet(open_case: OpenCase) -> None:
    window = open_case(traveller("DE"))
    assert window.stay.empty.isVisible()
    row = Editing(window.session()).add(STAYS)
    assert not window.stay.empty.isVisible()
    assert row is not None
    Editing(window.session()).remove_stay(row)
    assert window.stay.empty.isVisible()


def test_the_tab_of_duties_tells_how_many_press(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    index = window.stay.index_of("duties")
    before = window.stay.tabs.tabText(index)
    assert before.startswith("Duties · ")
    type_day(window.session(), 1, "notified", "12.11.2026")
    assert window.stay.tabs.tabText(index) != before


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_a_page_that_is_read_is_called_as_its_tab_and_nothing_else(open_case: OpenCase, language: str) -> None:
    window = open_case(ANNA)
    window.commands.by_name[f"language_{language}"].trigger()
    for name in ("why", "law"):
        title = window.stay.tabs.tabText(window.stay.index_of(name))
        assert window.stay.pages[name].accessibleName() == title


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_colours_reach_every_part_also_those_that_come_later(alone: StayPlace, theme: Theme) -> None:
    alone.set_theme(theme)
    alone.complete()
    parts = [alone.hero, alone.timeline, alone.minimap, *alone.pages.values()]
    worn = [held for part in parts if (held := getattr(part, "_theme", None)) is not None]
    assert len(worn) >= 4
    assert set(worn) == {theme}


def test_the_form_is_closed_by_itself(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    window.stay.form.begin()
    window.stay.form.closed.emit()
    assert not window.stay.form.isVisible()
    qtbot.mouseClick(window.stay.header.person, Qt.MouseButton.LeftButton)
    assert window.stay.form.isVisible()


def test_what_is_read_first_stands_first(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-11-11")))
    (splitter,) = window.stay.findChildren(QSplitter)
    children = [child for child in splitter.children() if child in (window.stay.card, splitter.widget(1))]
    assert children == [window.stay.card, splitter.widget(1)]


def test_a_tab_says_what_its_number_counts(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-11-11")))
    bar = window.stay.tabs.tabBar()
    told = [bar.accessibleTabName(place) for place in range(bar.count())]
    number = bar.tabText(window.stay.index_of("duties")).partition(" · ")[2]
    assert told[window.stay.index_of("duties")] == f"Duties, {number} to do"
    assert told[window.stay.index_of("plan")] == "Plan"
    assert bar.accessibleName() == "Pages"
