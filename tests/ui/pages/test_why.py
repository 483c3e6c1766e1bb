"""The page that explains: which period, which stays, which limit and which article."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from pytestqt.qtbot import QtBot

from kzstay.core import editing
from kzstay.ui.places.guide.place import GuidePlace
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.pages_of import read, why

ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-09-20", "2026-10-04"), stay("2026-11-11"))


def test_why_names_the_period_that_is_looked_back_on(open_case: OpenCase) -> None:
    text = read(open_case(ANNA), "why")
    assert "26 May" in text
    assert "22 Nov" in text


def test_why_names_what_each_stay_gave(open_case: OpenCase) -> None:
    # Of 20 May to 8 June, 14 days lie after 26 May
    text = read(open_case(ANNA), "why")
    lines = [line.strip() for line in text.splitlines()]
    for days in ("14", "15", "12"):
        assert days in lines


def test_why_names_the_limit_and_its_article(open_case: OpenCase) -> None:
    text = read(open_case(ANNA), "why")
    assert "10 December 2026" in text
    assert "art. 6" in text


def test_why_sets_both_ways_of_counting_side_by_side_where_they_part(open_case: OpenCase) -> None:
    text = read(open_case(ANNA), "why")
    assert "Where the two counts differ" in text
    assert "strict count" in text
    assert "usual count" in text


def test_why_answers_for_the_stay_that_is_selected(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    assert "11 Nov 2026 – still here" in read(window, "why")
    window.session().select(1)
    text = read(window, "why")
    assert "20 Sep 2026 – 4 Oct 2026" in text
    assert "19 October 2026" in text
    window.session().select(-1)
    assert "11 Nov 2026 – still here" in read(window, "why")


def test_why_is_true_after_a_change_and_after_undo(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    before = read(window, "why")
    session = window.session()
    session.change(editing.moved(session.traveller, 2, -3, session.view.on), "Move stay")
    assert "7 December 2026" in read(window, "why")
    session.undo_stack.undo()
    assert read(window, "why") == before


def test_why_leads_into_the_guide_and_is_gone_through_by_key(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    assert "Guide: How long may I stay without a visa?" in read(window, "why")
    page = why(window)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    place = window.places.place("guide")
    assert isinstance(place, GuidePlace)
    assert (window.places.current, place.topic) == ("guide", "stay-limits")
    window.places.show_place("stay")


def test_a_note_leads_to_its_topic(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-11-20", kind="transit")))
    assert "Guide: I am only passing through" in read(window, "why")
    why(window).anchorClicked.emit(QUrl("guide:transit"))
    assert window.places.current == "guide"
    window.places.show_place("stay")
    why(window).anchorClicked.emit(QUrl("other:transit"))
    assert window.places.current == "stay"
