"""The place Guide: topics are read, found, gone back from and spoken in the language of the view."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kzstay import bundled
from kzstay.content.blocks import Block, Box, Prose, Title
from kzstay.core.readings import Reading
from kzstay.i18n import LANGUAGES
from kzstay.texts.words import words
from kzstay.ui.pages.requests import Requests
from kzstay.ui.places.contacts import ContactsPlace
from kzstay.ui.places.guide.place import GuidePlace
from kzstay.ui.widgets.act_menu import act_menu
from kzstay.ui.window.main_window import MainWindow
from tests.content.person.told_of import told
from tests.helpers import day, plain, stay, traveller
from tests.ui.conftest import OpenCase

GUIDE = bundled.guide()
FIRST = next(iter(GUIDE.topics))
ANNA = traveller("DE", stay("2026-11-11"))


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(ANNA)


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


def test_who_asks_whom_to_call_reads_the_number_and_enter_opens_the_contacts(
    window: MainWindow, place: GuidePlace
) -> None:
    QTest.keyClicks(place.search, "whom do I call in Almaty")
    assert "+7 727" in place.reader.toPlainText()
    assert "contacts" not in [
        place.contents.item(row).data(Qt.ItemDataRole.UserRole) for row in range(place.contents.count())
    ]
    QTest.keyClick(place.search, Qt.Key.Key_Return)
    assert window.places.current == "contacts"


@pytest.mark.parametrize(
    ("question", "language", "where"),
    [
        ("whom do I call in Almaty", "en", "Almaty"),
        ("кому звонить в Шымкенте", "ru", "Шымкент"),
        ("whom do I call", "en", ""),
    ],
)
def test_the_contacts_that_a_question_leads_to_are_those_of_its_town(
    window: MainWindow, place: GuidePlace, question: str, language: str, where: str
) -> None:
    window.preferences.set_language(language)  # type: ignore[arg-type]
    place.search.setText(question)
    place.reader.anchorClicked.emit(QUrl("contacts:"))
    contacts = window.places.place("contacts")
    assert isinstance(contacts, ContactsPlace)
    assert window.places.current == "contacts"
    assert contacts.field.text() == where
    contacts.field.clear()
    window.preferences.set_language("en")


# For this person


def read(place: GuidePlace) -> str:
    return plain(place.reader.toPlainText())


def test_a_topic_says_what_it_means_for_the_traveller(place: GuidePlace) -> None:
    place.show_topic("stay-limits")
    assert "For Anna Schmidt · calculated for 22 November 2026 · strict count" in read(place)
    assert all(line in read(place) for line in told(ANNA, "stay-limits", "2026-11-22"))


def test_the_box_follows_the_day_the_reading_the_language_and_the_case(
    window: MainWindow, place: GuidePlace
) -> None:
    session, view = window.session(), window.session().view
    place.show_topic("stay-limits")
    view.set_day(day("2026-12-20"))
    assert "calculated for 20 December 2026 · strict count" in read(place)
    assert "The last lawful day was Thursday, 10 December 2026" in read(place)
    view.set_reading(Reading.USUAL)
    assert "usual count" in read(place)
    view.set_reading(Reading.SAFE)
    view.set_day(day("2026-11-22"))
    window.preferences.set_language("ru")
    assert "Для этого человека: Anna Schmidt" in read(place)
    window.preferences.set_language("en")
    session.change_traveller(msgspec.structs.replace(session.traveller, name="Boris Brown"), "change-name")
    assert "For Boris Brown" in read(place)
    session.undo()
    assert "For Anna Schmidt" in read(place)


def test_the_box_goes_with_the_traveller_and_is_none_without_a_citizenship(
    window: MainWindow, place: GuidePlace
) -> None:
    place.show_topic("stay-limits")
    window.session().begin_traveller("add-traveller")
    assert "For " not in read(place).splitlines()[2]
    assert "calculated for" not in read(place)


def test_what_changes_elsewhere_is_read_once_the_place_is_shown_again(
    window: MainWindow, place: GuidePlace
) -> None:
    place.show_topic("stay-limits")
    window.places.show_place("stay")
    window.session().view.set_day(day("2026-12-20"))
    assert "20 December 2026" not in read(place)  # nobody sees it
    window.places.show_place("guide")
    assert "calculated for 20 December 2026" in read(place)
    window.session().view.set_day(day("2026-11-22"))


def test_a_change_leaves_the_reader_where_they_are(window: MainWindow, place: GuidePlace) -> None:
    place.show_topic("overstay")
    bar = place.reader.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    assert before > 0
    window.session().view.set_day(day("2026-11-23"))
    assert bar.value() == before
    window.session().view.set_day(day("2026-11-22"))


def test_while_a_question_is_asked_a_change_leaves_what_was_found(window: MainWindow, place: GuidePlace) -> None:
    place.search.setText("deported")
    found = read(place)
    window.session().view.set_day(day("2026-11-23"))
    assert read(place) == found
    place.search.clear()
    window.session().view.set_day(day("2026-11-22"))


def test_the_box_leads_to_its_day_on_the_timeline(window: MainWindow, place: GuidePlace) -> None:
    place.show_topic("stay-limits")
    place.reader.anchorClicked.emit(QUrl("timeline:"))
    assert window.places.current == "stay"
    assert window.session().selection == 0
    scale = window.stay.timeline.scale
    assert scale.first <= day("2026-12-10") <= scale.last
    place.show_topic("courts")
    place.reader.anchorClicked.emit(QUrl("timeline:"))  # where there is no box nothing is shown
    assert window.places.current == "stay"


def test_a_topic_asks_to_be_saved_with_its_box_and_what_was_found_does_not(
    window: MainWindow, place: GuidePlace
) -> None:
    requests = window.findChild(Requests)
    assert requests is not None
    asked: list[tuple[str, list[Block]]] = []
    requests.save_pdf.disconnect()
    requests.save_pdf.connect(lambda name, make: asked.append((name, make())))
    try:
        place.show_topic("stay-limits")
        place.save.click()
        ((name, blocks),) = asked
        assert name == "How long may I stay without a visa?"
        assert [type(block) for block in blocks[:3]] == [Title, Box, Prose]
        place.search.setText("deported")
        assert not place.save.isEnabled()
        place.search.clear()
        assert place.save.isEnabled()
    finally:
        requests.save_pdf.connect(window.files.save_pdf)
