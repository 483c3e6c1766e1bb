"""The entry check in the window: it answers while one types, for the traveller or for somebody else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kzstay.content.blocks import Block, Title
from kzstay.core.entry_check import EntryQuestion
from kzstay.core.readings import Reading
from kzstay.drawing.colours import DARK
from kzstay.i18n import LANGUAGES
from kzstay.ui.pages.requests import Requests
from kzstay.ui.places.guide.entry_view import EntryView
from kzstay.ui.window.main_window import MainWindow
from tests.core.builders import fine, ruled
from tests.helpers import day, plain, stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.places.guide.guide_place import entry, guide, told

ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(ANNA)


@pytest.fixture
def view(window: MainWindow) -> EntryView:
    made = entry(window)
    made.ask(EntryQuestion())
    return made


def choose(box: object, data: str) -> None:
    box.setCurrentIndex(box.findData(data))  # type: ignore[attr-defined]
    box.activated.emit(box.currentIndex())  # type: ignore[attr-defined]


def retype(edit: object, text: str) -> None:
    edit.selectAll()  # type: ignore[attr-defined]
    QTest.keyClick(edit, Qt.Key.Key_Delete)  # type: ignore[call-overload]
    QTest.keyClicks(edit, text)  # type: ignore[call-overload]


def test_what_to_bring_as_a_pakistani_takes_two_clicks_and_a_choice(window: MainWindow) -> None:
    window.places.rail.buttons["guide"].click()
    guide(window).tools.buttons["entry-check"].click()
    view = guide(window).toolbox.entry
    view.fields.citizenship.setEditText("Pakis")  # typed, it would open its list
    view.fields.citizenship.taken.emit()
    assert "You need a visa" in told(view)
    assert "An invitation of your host" in told(view)
    assert "Proof of money" in told(view)
    assert not view.fields.own


def test_what_to_bring_as_a_pakistani_is_one_search(window: MainWindow) -> None:
    place = guide(window)
    QTest.keyClicks(place.search, "what to bring as a Pakistani")
    assert "Entry check: Pakistan" in place.reader.toPlainText()
    QTest.keyClick(place.search, Qt.Key.Key_Return)
    assert place.toolbox.entry.isVisible() or place.toolbox.entry.fields.citizenship.currentData() == "PK"
    assert "You need a visa" in told(place.toolbox.entry)


def test_a_german_with_a_service_passport_is_one_search(window: MainWindow) -> None:
    place = guide(window)
    QTest.keyClicks(place.search, "a German with a service passport")
    QTest.keyClick(place.search, Qt.Key.Key_Return)
    assert "You can enter without a visa, for up to 30 days" in told(place.toolbox.entry)
    assert "If you are posted here" in told(place.toolbox.entry)
    assert "QazETA" not in told(place.toolbox.entry)


def test_it_begins_with_the_traveller_and_the_next_day_of_entry(view: EntryView) -> None:
    assert view.fields.own
    assert view.fields.citizenship.currentData() == "DE"
    assert view.fields.entry.day() == day("2026-12-11")
    assert "Counts the stays" in view.fields.note.text()
    # The 30 days of this stay are used, and none of spring
    assert "30 of 90 days used in 180 days" in told(view)


def test_another_passport_is_that_of_somebody_else(view: EntryView) -> None:
    choose(view.fields.passport, "service")
    assert not view.fields.own
    assert "0 of 90 days used in 180 days" in told(view)
    assert "Counts no earlier stays" in view.fields.note.text()
    choose(view.fields.who, "shown")
    assert view.fields.passport.currentData() == "national"
    assert "30 of 90 days used" in told(view)


def test_purpose_and_days_are_asked_for(view: EntryView) -> None:
    choose(view.fields.purpose, "work")
    assert "For this purpose you need a visa" in told(view)
    choose(view.fields.purpose, "tourism")
    retype(view.fields.days, "31")
    assert "but not for 31 days" in told(view)


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("entry", "32.13.2026", "32.13.2026"),
        ("entry", "01.01.0900", "year"),
        ("entry", "", "Enter the day of entry."),
        ("days", "none", "is not a number of days"),
        ("days", "-3", "is not a number of days"),
        ("days", "999999", "year"),
    ],
)
def test_what_cannot_be_used_is_told_and_nothing_is_answered(
    view: EntryView, field: str, text: str, reason: str
) -> None:
    retype(getattr(view.fields, field), text)
    assert told(view).strip() == ""
    assert reason in view.fields.note.text()
    assert not view.save.isEnabled()


def test_without_a_citizenship_it_asks_for_one(view: EntryView) -> None:
    choose(view.fields.who, "other")
    view.fields.citizenship.setEditText("Atlantis")
    view.fields.citizenship.taken.emit()
    assert told(view).strip() == "Choose the citizenship"


def test_for_an_empty_case_it_asks_who(open_case: OpenCase) -> None:
    view = entry(open_case())
    view.ask(EntryQuestion())
    assert not view.fields.own
    assert told(view).strip() == "Choose the citizenship"


def test_the_end_of_the_present_stay_may_be_asked_for(window: MainWindow, view: EntryView) -> None:
    window.controller.check_entry(EntryQuestion(entry=day("2026-12-01"), days=5, left=day("2026-11-25")))
    assert view.fields.own
    assert "20 of 90 days used" in told(view)
    view.ask(EntryQuestion(entry=day("2026-11-24"), left=day("2026-11-25")))
    assert "has no exit yet" in told(view)


def test_the_case_is_followed(window: MainWindow, view: EntryView) -> None:
    session = window.session()
    session.change_traveller(ruled(session.traveller, fine("2026-06-08")), "change-name")
    assert "Entry is refused: no entry before the fine" in told(view)
    window.places.show_place("stay")
    session.undo()
    window.places.show_place("guide")
    assert "Entry is refused" not in told(view)
    window.session().view.set_reading(Reading.USUAL)
    assert "You can enter" in told(view)
    window.session().view.set_reading(Reading.SAFE)


def test_links_lead_to_topics(window: MainWindow, view: EntryView) -> None:
    view.reader.anchorClicked.emit(QUrl("guide:entry-papers"))
    assert guide(window).topic == "entry-papers"
    guide(window).go_back()
    assert guide(window).tools.buttons["entry-check"].isChecked()
    view.reader.anchorClicked.emit(QUrl("contacts:"))
    assert window.places.current == "contacts"


def test_it_is_saved_as_it_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    requests = Requests(window)
    view = EntryView(window.session(), requests)
    qtbot.addWidget(view)
    view.ask(EntryQuestion(citizenship="PK"))
    view.set_theme(DARK)
    with qtbot.waitSignal(requests.save_pdf) as asked:
        view.save.click()
    assert asked.args is not None
    name, make = asked.args
    blocks: list[Block] = make() if isinstance(make, Callable) else []  # type: ignore[arg-type]
    assert name == "Entry check"
    assert isinstance(blocks[0], Title)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_the_language_of_the_view(window: MainWindow, view: EntryView, language: str) -> None:
    choose(view.fields.purpose, "study")
    view.ask(EntryQuestion(citizenship="PK"))
    window.preferences.set_language(language)  # type: ignore[arg-type]
    assert view.fields.citizenship.currentText() == window.session().view.w.country("PK")
    assert view.fields.purpose.currentData() == "study"
    assert plain(told(view))
    window.preferences.set_language("en")
    assert "Purpose: study" in told(view)


def test_a_beginning_that_was_taken_becomes_the_name_and_stays_in_another_language(
    window: MainWindow, view: EntryView
) -> None:
    view.fields.citizenship.setEditText("Pakis")
    view.fields.citizenship.taken.emit()
    assert view.fields.citizenship.currentText() == "Pakistan"
    window.preferences.set_language("ru")
    assert view.fields.citizenship.currentText() == "Пакистан"
    person = view.fields.person()
    assert person is not None
    assert person.citizenship == "PK"


def test_what_is_no_country_is_told(view: EntryView) -> None:
    view.fields.citizenship.setEditText("Atlantis")
    view.fields.citizenship.taken.emit()
    assert plain(view.fields.note.text()) == "No country is called “Atlantis”."
    assert view.fields.citizenship.currentText() == "Atlantis"
    assert told(view).strip() == "Choose the citizenship"
    assert not view.save.isEnabled()


def test_what_was_made_of_a_state_from_the_table_outlives_another_language_a_search_and_the_way_back(
    window: MainWindow, view: EntryView
) -> None:
    place = guide(window)
    place.show_topic("entry-check/JP/service")
    assert view.fields.citizenship.currentText() == "Japan"
    view.fields.citizenship.setEditText("Brazil")
    view.fields.citizenship.taken.emit()
    retype(view.fields.days, "12")
    retype(view.fields.entry, "05.05.2027")

    def asked() -> tuple[str, str, str]:
        person = view.fields.person()
        return person.citizenship if person else "", view.fields.days.text(), view.fields.entry.text()

    window.preferences.set_language("ru")
    assert asked() == ("BR", "12", "05.05.2027")
    place.search.setText("штраф")
    place.search.clear()
    assert asked() == ("BR", "12", "05.05.2027")
    place.show_topic("appeal")
    place.go_back()
    assert asked() == ("BR", "12", "05.05.2027")


def test_of_another_case_it_is_asked_anew(view: EntryView, open_case: OpenCase) -> None:
    view.ask(EntryQuestion(citizenship="PK", passport="service"))
    assert not view.fields.own
    assert entry(open_case(traveller("FR"))).fields.own
