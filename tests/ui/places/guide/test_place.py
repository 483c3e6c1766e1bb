"""The place Guide: topics are read, found, gone back from and spoken in the language of the view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kzstay import bundled
from kzstay.i18n import LANGUAGES
from kzstay.texts.words import words
from kzstay.ui.places.guide.place import GuidePlace
from kzstay.ui.widgets.act_menu import act_menu
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase

GUIDE = bundled.guide()
FIRST = next(iter(GUIDE.topics))


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(traveller("DE", stay("2026-11-11")))


@pytest.fixture
def place(window: MainWindow) -> GuidePlace:
    window.places.show_place("guide")
    made = window.places.place("guide")
    assert isinstance(made, GuidePlace)
    made.search.clear()
    made.show_topic(FIRST)
    return made


def test_the_list_has_every_topic_under_its_group(place: GuidePlace) -> None:
    lines = [place.contents.item(row) for row in range(place.contents.count())]
    topics = [line.data(Qt.ItemDataRole.UserRole) for line in lines if line.flags() & Qt.ItemFlag.ItemIsEnabled]
    assert topics == list(GUIDE.topics)
    assert len(lines) == len(topics) + len(GUIDE.groups)


def test_a_topic_is_chosen_by_key_and_read(place: GuidePlace) -> None:
    place.contents.setFocus()
    QTest.keyClick(place.contents, Qt.Key.Key_Down)
    second = list(GUIDE.topics)[1]
    assert place.topic == second
    assert GUIDE.title(second, "en") in place.reader.toPlainText()
    assert place.reader.accessibleName() == GUIDE.title(second, "en")


def test_one_goes_back_to_what_was_read(place: GuidePlace) -> None:
    place.show_topic("overstay")
    assert place.back.isEnabled()
    place.back.click()
    assert place.topic == FIRST
    assert place.contents.topic == FIRST


def test_a_link_leads_to_its_topic_and_one_to_an_act_offers_its_address(place: GuidePlace) -> None:
    place.reader.anchorClicked.emit(QUrl("guide:appeal"))
    assert place.topic == "appeal"
    menu = act_menu(place.reader, words("en"), "KoAP")
    opened, copied = menu.actions()
    assert "adilet.zan.kz/rus/docs/K1400000235" in opened.text()
    copied.trigger()
    assert QGuiApplication.clipboard().text() == "adilet.zan.kz/rus/docs/K1400000235"


def test_what_is_no_address_can_only_be_copied(place: GuidePlace) -> None:
    assert len(act_menu(place.reader, words("en"), "O923").actions()) == 1


def test_a_question_lists_what_answers_it_and_enter_opens_the_best(place: GuidePlace) -> None:
    QTest.keyClicks(place.search, "deported")
    assert place.topic is None
    first = place.contents.first()
    assert first is not None
    assert GUIDE.title(first, "en") in place.reader.toPlainText()
    QTest.keyClick(place.search, Qt.Key.Key_Return)
    assert GUIDE.title(first, "en") in place.reader.toPlainText().splitlines()[1]
    place.search.clear()
    assert place.contents.count() > len(GUIDE.topics)


@pytest.mark.parametrize("question", ["qqqqqqqq xxxxxxxx", "?" * 10_000])
def test_where_nothing_answers_that_is_said(place: GuidePlace, question: str) -> None:
    place.search.setText(question)
    assert place.contents.first() is None
    assert "No topic was found" in place.reader.toPlainText()


def test_the_search_is_reached_by_key(place: GuidePlace) -> None:
    place.contents.setFocus()
    QTest.keySequence(place.contents, "Ctrl+F")
    assert place.search.hasFocus()


def test_a_page_asks_for_a_topic(window: MainWindow, place: GuidePlace) -> None:
    window.places.show_place("stay")
    window.controller.show_topic("appeal")
    assert window.places.current == "guide"
    assert place.topic == "appeal"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_speaks_the_language_of_the_view(window: MainWindow, place: GuidePlace, language: str) -> None:
    place.show_topic("overstay")
    window.preferences.set_language(language)  # type: ignore[arg-type]
    assert GUIDE.title("overstay", language) in place.reader.toPlainText()
    window.preferences.set_language("en")
