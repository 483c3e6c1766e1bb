"""Large letters: what a person reads at 150 and 200 % is whole, in a window of the usual size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kzstay.drawing.shapes import LANE, LANE_HEIGHT
from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.pages.stays.columns import FOLDING
from kzstay.ui.pages.stays.model import DAYS, ENTRY, EXIT, NOTIFIED
from kzstay.ui.places.contacts import ContactsPlace
from kzstay.ui.places.guide.place import GuidePlace
from kzstay.ui.places.people.model import NAME
from kzstay.ui.places.people.place import PeoplePlace
from kzstay.ui.widgets.theme import scaled
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase

ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))
SIZE = 1280, 900
large = pytest.mark.parametrize("percent", [150, 200])
languages = pytest.mark.parametrize("language", LANGUAGES)

pytestmark = pytest.mark.fresh_window


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


@pytest.fixture
def window(open_case: OpenCase) -> Iterator[MainWindow]:
    """A window of the usual size, which has its letters back in the end."""
    found = open_case(ANNA)
    found.resize(*SIZE)
    yield found
    found.preferences.set_text_size(100)
    found.preferences.set_language("en")
    settle()


def enlarge(window: MainWindow, percent: int, language: Language) -> None:
    window.preferences.set_language(language)
    window.preferences.set_text_size(percent)
    settle()


@large
@languages
def test_the_lane_and_the_rows_under_it_are_whole(window: MainWindow, percent: int, language: Language) -> None:
    enlarge(window, percent, language)
    timeline, table = window.stay.timeline, window.stay.stays
    assert timeline.height() >= LANE + LANE_HEIGHT
    assert timeline.size().height() >= scaled(LANE + LANE_HEIGHT)
    for column in (ENTRY, EXIT, DAYS, NOTIFIED):
        for row in range(len(ANNA.stays)):
            words = str(table.stays.index(row, column).data() or "")
            lines = words.split(" ") if column in FOLDING else [words]  # it may go on in further lines
            for line in lines:
                assert table.fontMetrics().horizontalAdvance(line) < table.columnWidth(column), words
        assert table.horizontalHeader().sectionSizeHint(column) <= table.columnWidth(column)
    assert table.rowHeight(0) >= table.fontMetrics().height() + 8
    assert table.viewport().height() >= table.rowHeight(0), "one row at least is seen whole"


@large
@languages
def test_letters_take_their_room_from_the_air_and_not_from_the_answer(
    window: MainWindow, percent: int, language: Language
) -> None:
    enlarge(window, percent, language)
    hero = window.stay.hero
    assert hero.folded
    for part in (hero.number, hero.unit, hero.chip_text):
        assert part.width() >= part.sizeHint().width()
    style = window.places.rail.buttons["stay"].toolButtonStyle()
    assert style == Qt.ToolButtonStyle.ToolButtonIconOnly
    assert hero.chip_icon.pixmap().width() == scaled(18), "signs grow with the words beside them"


@large
@languages
def test_names_are_whole_in_the_list_of_people(window: MainWindow, percent: int, language: Language) -> None:
    enlarge(window, percent, language)
    window.places.show_place("people")
    settle()
    place = window.places.place("people")
    assert isinstance(place, PeoplePlace)
    table = place.table
    assert table.fontMetrics().horizontalAdvance(ANNA.name) < table.columnWidth(NAME)
    assert table.horizontalScrollBar().maximum() == 0


@large
@languages
def test_a_page_of_the_guide_is_wider_than_the_list_beside_it(
    window: MainWindow, percent: int, language: Language
) -> None:
    enlarge(window, percent, language)
    window.places.show_place("guide")
    settle()
    place = window.places.place("guide")
    assert isinstance(place, GuidePlace)
    assert place.reader.width() > place.contents.width()
    hint = place.search.fontMetrics().horizontalAdvance(place.search.placeholderText())
    assert hint < place.search.width()


@large
@languages
def test_every_number_of_a_contact_is_seen(window: MainWindow, percent: int, language: Language) -> None:
    enlarge(window, percent, language)
    window.places.show_place("contacts")
    settle()
    place = window.places.place("contacts")
    assert isinstance(place, ContactsPlace)
    for card in place.cards.values():
        for part in (*card.buttons, card.verdict):
            right = part.mapTo(place.area.viewport(), part.rect().bottomRight()).x()
            assert not part.isVisible() or right <= place.area.viewport().width()
