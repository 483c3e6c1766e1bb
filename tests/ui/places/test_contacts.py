"""The place Contacts: found in two steps, searched in three languages, read and used without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import contacts as texts
from kzstay.texts.words import words
from kzstay.ui.places.contacts import ContactCard, ContactsPlace
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase

ANNA = traveller("DE", stay("2026-11-11"))
languages = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(ANNA)


@pytest.fixture
def place(window: MainWindow, qtbot: QtBot) -> ContactsPlace:
    """The place, gone to by its button, with nothing typed yet."""
    qtbot.mouseClick(window.places.rail.buttons["contacts"], Qt.MouseButton.LeftButton)
    made = window.places.place("contacts")
    assert isinstance(made, ContactsPlace)
    made.field.clear()
    made.field.setFocus()
    QApplication.processEvents()
    return made


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that are handed to the system."""
    asked: list[str] = []

    def open_url(url: object) -> bool:
        asked.append(url.toString())  # type: ignore[attr-defined]
        return "nobody" not in asked[-1]

    monkeypatch.setattr("kzstay.ui.places.contacts.QDesktopServices.openUrl", open_url)
    return asked


def shown(place: ContactsPlace) -> list[str]:
    """List the cards that are seen, from top to bottom."""
    QApplication.processEvents()
    cards = [card for card in place.cards.values() if card.isVisibleTo(place)]
    return [card.contact.id for card in sorted(cards, key=lambda card: card.y())]


def headings(place: ContactsPlace) -> list[str]:
    return [label.text() for label in place.headings]


def test_whom_to_call_in_almaty_is_one_click_and_one_word_away(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.places.rail.buttons["contacts"], Qt.MouseButton.LeftButton)
    place = window.places.place("contacts")
    assert isinstance(place, ContactsPlace)
    place.field.clear()
    assert window.places.current == "contacts"
    assert QApplication.focusWidget() is place.field
    qtbot.keyClicks(place.field, "Almaty")
    assert shown(place)[0] == "migration-almaty"
    assert headings(place)[0] == "Almaty"
    call = place.cards["migration-almaty"].calls[0]
    assert call.text() == "+7 727 254-50-57"
    assert place.area.viewport().rect().contains(call.mapTo(place.area.viewport(), QPoint(0, 0)))


def test_it_is_reached_by_key(window: MainWindow, qtbot: QtBot) -> None:
    number = list(window.places.rail.buttons).index("contacts") + 1
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keySequence(at, f"Ctrl+{number}")
    qtbot.waitUntil(lambda: window.places.current == "contacts")


def test_at_first_everybody_is_there_and_the_whole_country_first(place: ContactsPlace) -> None:
    assert shown(place) == list(place.cards)
    assert headings(place)[0] == "In danger"
    assert not place.outcome.isVisibleTo(place)
    assert "1414" in place.caution.text()


@pytest.mark.parametrize("text", ["Алма-Ата", "almaty", "Алматы қаласы"])
def test_a_city_is_found_in_any_language(place: ContactsPlace, text: str) -> None:
    place.field.setText(text)
    assert shown(place)[0] == "migration-almaty"
    assert "migration-astana" not in shown(place)
    assert "emergency" in shown(place)
    place.field.clear()
    assert shown(place) == list(place.cards)


def test_a_place_without_an_office_and_one_that_is_not_there_are_told(place: ContactsPlace) -> None:
    place.field.setText("Oral")
    assert place.outcome.text().startswith("Uralsk, West Kazakhstan Region: no number")
    place.field.setText("Almatty")
    assert "Near it in spelling: Almaty" in place.outcome.text()
    assert place.outcome.isVisibleTo(place)
    assert shown(place)[0] == "emergency"
    place.field.setText("eqonaq")
    assert shown(place) == ["eqonaq", "eqonaq-support"]
    assert not place.outcome.isVisibleTo(place)


@languages
def test_every_card_says_who_where_how_sure_and_by_whom(
    window: MainWindow, place: ContactsPlace, language: Language
) -> None:
    window.commands.by_name[f"language_{language}"].trigger()
    w = words(language)
    assert place.title.text() == w.gettext("Whom to call")
    for card in place.cards.values():
        one = card.contact
        said = [label.text() for label in card.findChildren(QLabel)]
        assert texts.of(w, one.name) in said
        assert texts.verdict(w, one.verdict) in said
        assert texts.seen(w, one) in card.more.text()
        assert card.more.toolTip() == texts.said_by(w, one)
        assert [call.text() for call in card.calls] == list(one.phone)


def test_a_number_calls_a_mailbox_writes_and_a_page_opens(
    place: ContactsPlace, opened: list[str], qtbot: QtBot
) -> None:
    cards = place.cards
    for button in (cards["egov"].calls[0], cards["border-leaflet"].calls[0], *cards["border-leaflet"].mails):
        button.click()
    cards["vmp"].pages[0].setFocus()
    qtbot.keyClick(cards["vmp"].pages[0], Qt.Key.Key_Return)
    assert opened == ["tel:1414", "tel:+77172719549", "mailto:shekaraknbkz@yandex.kz", "https://vmp.gov.kz"]


def test_nothing_is_opened_before_somebody_asks(place: ContactsPlace, opened: list[str]) -> None:
    for text in ("Almaty", "Paris", ""):
        place.field.setText(text)
    assert opened == []


def test_where_nothing_can_call_the_number_is_left_to_be_pasted(
    window: MainWindow, place: ContactsPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kzstay.ui.places.contacts.QDesktopServices.openUrl", lambda _url: False)
    place.cards["egov"].calls[0].click()
    assert QApplication.clipboard().text() == "1414"
    assert "1414 is in the clipboard" in window.info.text.text()


def test_a_contact_is_copied_with_how_sure_it_is(window: MainWindow, place: ContactsPlace) -> None:
    place.cards["migration-astana-leaflet"].copy.click()
    assert QApplication.clipboard().text().splitlines()[1:] == [
        "Astana, Imanov Street 31",
        "+7 7172 37-48-99",
        "Not verified",
    ]
    assert "Copied: Migration Service office" in window.info.text.text()


# By keyboard and by ear


def test_tab_goes_from_the_field_through_what_can_be_pressed_in_order(place: ContactsPlace, qtbot: QtBot) -> None:
    place.field.setText("Taldykorgan")
    QApplication.processEvents()
    place.field.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(4):
        at = QApplication.focusWidget()
        assert at is not None
        qtbot.keyClick(at, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    first, second = place.cards["migration-taldykorgan"], place.cards["migration-taldykorgan-leaflet"]
    assert seen == [*first.calls, first.copy, *second.calls, second.copy]


def test_a_screen_reader_goes_through_it_from_top_to_bottom(place: ContactsPlace) -> None:
    place.field.setText("Almaty")
    QApplication.processEvents()
    body = place.area.widget()
    assert body is not None
    read = [part for part in body.children() if isinstance(part, QWidget) and part.isVisibleTo(body)]
    assert read == sorted(read, key=lambda part: part.y())
    assert len(read) > 10


@languages
def test_what_can_be_pressed_says_to_whom_it_leads(
    window: MainWindow, place: ContactsPlace, language: Language
) -> None:
    window.commands.by_name[f"language_{language}"].trigger()
    assert place.field.accessibleName()
    names = [
        QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
        for card in place.cards.values()
        for button in (*card.calls, *card.mails, *card.pages)
    ]
    assert all(names)
    assert len(set(names)) == len(names)
    for card in place.cards.values():
        assert texts.of(words(language), card.contact.name) in card.copy.accessibleName()


def test_what_a_search_brought_is_said(place: ContactsPlace, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("kzstay.ui.places.contacts.announce", lambda _widget, text: said.append(text))
    place.field.setText("eqonaq")
    place.field.setText("Almatty")
    assert said[0] == "2 contacts"
    assert "Near it in spelling" in said[1]


# In every look


@languages
@pytest.mark.parametrize("width", [900, 1280])
def test_nothing_is_cut(window: MainWindow, place: ContactsPlace, language: Language, width: int) -> None:
    window.commands.by_name[f"language_{language}"].trigger()
    window.resize(width, 690)
    for text in ("", "Almatty"):
        place.field.setText(text)
        for _ in range(5):
            QApplication.processEvents()
        body = place.area.widget()
        assert body is not None
        assert body.width() <= place.area.viewport().width()
        for card in place.cards.values():
            if card.isVisibleTo(place):
                assert _whole(card), card.contact.id


def _whole(card: ContactCard) -> bool:
    labels = [label for label in card.findChildren(QLabel) if label.isVisibleTo(card) and label.wordWrap()]
    return (
        all(button.width() >= button.sizeHint().width() for button in card.buttons)
        and all(label.height() >= label.heightForWidth(label.width()) for label in labels)
        and card.verdict.width() >= card.verdict.sizeHint().width()
    )


def test_how_sure_is_told_by_a_sign_a_word_and_a_colour(window: MainWindow, place: ContactsPlace) -> None:
    cards = [place.cards[name] for name in ("egov", "migration-almaty", "migration-taldykorgan-leaflet")]
    for look in ("light", "dark"):
        window.commands.by_name[f"appearance_{look}"].trigger()
        signs = [card.sign.pixmap().toImage() for card in cards]
        assert all(not sign.isNull() for sign in signs)
        assert signs[0] != signs[1] != signs[2] != signs[0]
    assert [card.verdict.text() for card in cards] == ["Verified", "Not verified", "Out of date"]


def test_what_was_typed_stays_while_one_is_elsewhere(window: MainWindow, place: ContactsPlace) -> None:
    place.field.setText("Aktau")
    window.places.show_place("stay")
    window.places.show_place("contacts")
    assert place.field.text() == "Aktau"
    assert shown(place)[0] == "migration-aktau-leaflet"
