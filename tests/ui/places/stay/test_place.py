"""The place Stay: how its parts lie, what they ask of the window, and what it says of an empty case."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from kzstay.drawing.colours import DARK, LIGHT, Theme
from kzstay.i18n import LANGUAGES
from kzstay.ui.pages.registry import PAGES
from kzstay.ui.pages.requests import Requests
from kzstay.ui.places.stay.place import LEAST_TIMELINE, StayPlace
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.session.session import Session
from kzstay.ui.session.view import View
from kzstay.ui.widgets.fitted import Fitted
from tests.helpers import stay, traveller
from tests.ui.conftest import TODAY, OpenCase
from tests.ui.cut import settle
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


# Room: lane and ruler first, then the words of flags, the used days, and the overview of all


def height_of(open_case: OpenCase, language: str, size: tuple[int, int]) -> StayPlace:
    """Open the window in a language and a size."""
    window = open_case(ANNA)
    window.commands.by_name[f"language_{language}"].trigger()
    window.resize(*size)
    settle()
    return window.stay


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(960, 540), (1092, 614)])
def test_a_laptop_that_is_enlarged_shows_all_without_scrolling(
    open_case: OpenCase, language: str, size: tuple[int, int]
) -> None:
    place = height_of(open_case, language, size)
    area = place.window().findChild(Fitted)
    assert isinstance(area, Fitted)
    assert (area.horizontalScrollBar().maximum(), area.verticalScrollBar().maximum()) == (0, 0)
    assert place.timeline.height() >= LEAST_TIMELINE
    seen = [
        row for row in range(len(ANNA.stays)) if place.stays.visualRect(place.stays.stays.index(row, 0)).bottom()
    ]
    assert len(seen) == len(ANNA.stays)
    largest = max(part.font().pixelSize() for part in place.findChildren(QLabel) if part is not place.hero.number)
    assert place.hero.number.font().pixelSize() > largest, "the answer is the largest thing"


def test_what_folds_comes_back_in_order_as_there_is_more_room(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    place = window.stay
    seen: list[tuple[bool, ...]] = []
    for height in range(480, 1000, 20):
        window.resize(960, height)
        settle()
        scene = place.timeline.scene()
        lane = place.timeline.height() >= LEAST_TIMELINE
        words = any(flag.label for flag in scene.flags)
        seen.append((lane, words, scene.curve is not None, place.minimap.isVisible()))
    assert all(list(now) == sorted(now, reverse=True) for now in seen), "each before the next"
    assert seen[0] == (True, False, False, False)
    assert seen[-1] == (True, True, True, True)


def test_at_1366_by_700_with_the_form_shut_nothing_of_the_timeline_is_folded(open_case: OpenCase) -> None:
    place = height_of(open_case, "en", (1366, 700))
    assert place.minimap.isVisible()
    assert place.timeline.scene().curve is not None


@pytest.mark.parametrize("size", [(1366, 700), (1366, 728), (1280, 738), (1280, 800), (1440, 900)])
def test_who_has_a_usual_laptop_sees_the_buttons_for_what_is_looked_at(
    open_case: OpenCase, size: tuple[int, int]
) -> None:
    place = height_of(open_case, "en", size)
    assert place.foot.buttons["legend"].isVisible()
    assert place.minimap.isVisible()
    assert place.timeline.scene().curve is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_takes_no_curve_and_no_overview_from_a_large_window(open_case: OpenCase, language: str) -> None:
    place = height_of(open_case, language, (1280, 900))
    place.form.begin()
    settle()
    assert place.minimap.isVisible()
    assert place.timeline.scene().curve is not None
    place.form.hide()
    settle()
    assert not place.hero.folded


def test_where_the_person_has_moved_what_is_between_it_stays(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    splitter = window.findChild(QSplitter, "splitter")
    assert isinstance(splitter, QSplitter)
    before = splitter.sizes()
    splitter.setSizes([before[0] + 90, before[1] - 90])
    splitter.splitterMoved.emit(before[0] + 90, 1)
    window.resize(1280, 880)
    settle()
    assert splitter.sizes()[0] > before[0] + 40
    window.stay.share_anew()
    window.resize(1280, 900)
    settle()
    assert splitter.sizes() == before


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
