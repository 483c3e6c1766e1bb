"""The corner of the tabs: it leads to the topic of the page in front."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kzstay import bundled
from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.pages.registry import PAGES
from kzstay.ui.places.guide.place import GuidePlace
from tests.helpers import day, stay, traveller
from tests.ui.conftest import OpenCase

ANNA = traveller("DE", stay("2026-11-11"))
GUIDE = bundled.guide()


@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_each_page_has_a_topic_that_is_named_to_who_listens(open_case: OpenCase, page: str) -> None:
    place = open_case(ANNA).stay
    place.show_page(page)
    told = f"Guide: {GUIDE.title(place.guide.topic, 'en')}"
    assert place.guide.text() == "Guide"
    assert (place.guide.accessibleName(), place.guide.toolTip()) == (told, told)


def test_enter_on_it_shows_the_topic(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.stay.show_page("law")
    window.stay.guide.setFocus()
    QTest.keyClick(window.stay.guide, Qt.Key.Key_Return)
    assert window.places.current == "guide"
    place = window.places.place("guide")
    assert isinstance(place, GuidePlace)
    assert place.topic == "about-the-law"


def test_it_is_an_icon_alone_where_the_tabs_need_the_room(open_case: OpenCase) -> None:
    place = open_case(ANNA).stay
    sizes = [place.tabs.tabBar().sizeHint().width() + more for more in (400, 30, 400)]
    styles: list[Qt.ToolButtonStyle] = []
    for width in sizes:
        place.tabs.setFixedWidth(width)
        QApplication.processEvents()
        styles.append(place.guide.toolButtonStyle())
    place.tabs.setMinimumWidth(0)
    place.tabs.setMaximumWidth(16_777_215)
    beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
    assert styles == [beside, alone, beside]


def test_it_follows_the_case(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.stay.show_page("why")
    assert window.stay.guide.topic == "stay-limits"
    window.session().view.set_day(day("2026-12-20"))
    assert "I stayed too long" in window.stay.guide.accessibleName()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_the_language_of_the_view(open_case: OpenCase, language: Language) -> None:
    window = open_case(ANNA)
    window.preferences.set_language(language)
    assert GUIDE.title(window.stay.guide.topic, language) in window.stay.guide.toolTip()
    window.preferences.set_language("en")
