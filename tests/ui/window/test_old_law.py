"""Old law data in the window: the bar says it when the day comes, the answer as long as it is so."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.identity import Identity
from kzstay.texts import law_age
from kzstay.ui.app import open_window
from kzstay.ui.places.people.place import PeoplePlace
from kzstay.ui.window.main_window import MainWindow
from tests.core.builders import LAW
from tests.helpers import stay, traveller
from tests.ui.conftest import TODAY, OpenCase

# Without a screen a window of its own cannot be told its size, and says so
ANNA = traveller("DE", stay("2026-11-11", "2026-11-30"))
NEW = LAW.collected + timedelta(LAW.old.over_days)
OLD = NEW + timedelta(1)
OUT_OF_DATE = LAW.collected + timedelta(LAW.old.strong_days)


def go_to(window: MainWindow, day: date) -> None:
    window.session().view.set_day(day)
    QCoreApplication.processEvents()


def sentence(window: MainWindow) -> str:
    """Return what is to be said of the day that is reckoned for."""
    session = window.session()
    return law_age.told(session.view.w, session.law, session.view.on)


def test_nothing_is_said_as_long_as_it_is_new(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    go_to(window, NEW)
    assert window.info.isHidden()
    assert "law data" not in window.stay.hero.facts.text()


@pytest.mark.parametrize("day", [OLD, OUT_OF_DATE])
def test_the_bar_says_it_and_offers_nothing_where_there_is_no_address(open_case: OpenCase, day: date) -> None:
    window = open_case(ANNA)
    go_to(window, day)
    assert window.info.text.text() == sentence(window) != ""
    assert window.info.isVisible()
    assert not window.info.offering
    assert window.info.property("caution") is (day == OUT_OF_DATE)


@pytest.mark.parametrize("day", [OLD, OUT_OF_DATE])
def test_with_an_address_the_bar_offers_to_look_for_a_newer_version(qtbot: QtBot, day: date) -> None:
    window = open_window(today=day, identity=Identity(address="https://example.org/owner/kzstay"))
    qtbot.addWidget(window)
    opened: list[str] = []
    window.newer.hand_over = lambda address: opened.append(address) is None
    assert window.info.text.text() == sentence(window)
    assert window.info.button.text() == "Look for a newer version"
    window.info.button.click()
    assert opened == ["https://example.org/owner/kzstay/releases"]


def test_the_answer_says_it_last_and_once_out_of_date_in_the_colour_of_what_presses(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    hero, over = window.stay.hero, "color: " + window.stay.hero._theme.over
    go_to(window, OLD)
    assert hero.facts.text().rpartition(" · ")[0].endswith("law data old: collected on 22 Nov 2026")
    assert over not in hero.facts.text()
    go_to(window, OUT_OF_DATE)
    assert f'{over}">law data out of date: collected on 22 Nov 2026</b>' in hero.facts.text()
    assert "law data out of date" in hero.accessibleDescription()
    go_to(window, TODAY)
    assert "law data" not in hero.facts.text()


def test_what_was_read_is_not_said_again_of_the_same_case(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    go_to(window, OUT_OF_DATE)
    window.info.close_button.click()
    go_to(window, OUT_OF_DATE + timedelta(1))
    assert window.info.isHidden()
    window.files.new()
    QCoreApplication.processEvents()
    assert window.info.text.text() == sentence(window)  # of another case it is news


def test_it_waits_until_what_is_being_said_was_read(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.session().message.emit("Not saved.", True)
    go_to(window, OUT_OF_DATE)
    assert window.info.text.text() == "Not saved."
    window.info.close_button.click()
    QCoreApplication.processEvents()
    assert window.info.text.text() == sentence(window)


def test_it_goes_when_it_is_no_longer_so_and_speaks_the_language_of_the_window(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    go_to(window, OUT_OF_DATE)
    window.commands.by_name["language_ru"].trigger()
    QApplication.processEvents()
    assert window.info.text.text() == sentence(window)
    assert "устарели" in window.info.text.text()
    go_to(window, TODAY)
    assert window.info.isHidden()


def test_the_list_of_people_says_it_once_for_all(open_case: OpenCase) -> None:
    window = open_case(ANNA, traveller("FR", stay("2026-11-01"), name="Luc"))
    window.resize(1600, 900)
    window.places.show_place("people")
    go_to(window, OLD)
    place = window.places.place("people")
    assert isinstance(place, PeoplePlace)
    about = place.about
    assert about.accessibleName().count("law data old: collected on 22 Nov 2026") == 1
    go_to(window, TODAY)
    assert "law data" not in about.accessibleName()
