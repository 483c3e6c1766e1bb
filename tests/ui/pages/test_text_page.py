"""The pages that are read: why, and the law."""

from __future__ import annotations

import pytest

from kzstay.core import editing
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase

ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-09-20", "2026-10-04"), stay("2026-11-11"))


def page(window: MainWindow, name: str) -> str:
    window.stay.show_page(name)
    text = (pages_of.why(window) if name == "why" else pages_of.law(window)).toPlainText()
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_why_names_the_period_that_is_looked_back_on(open_case: OpenCase) -> None:
    text = page(open_case(ANNA), "why")
    assert "26 May" in text
    assert "22 Nov" in text


def test_why_names_what_each_stay_gave(open_case: OpenCase) -> None:
    # Of 20 May to 8 June, 14 days lie after 26 May
    text = page(open_case(ANNA), "why")
    lines = [line.strip() for line in text.splitlines()]
    for days in ("14", "15", "12"):
        assert days in lines


def test_why_names_the_limit_and_its_article(open_case: OpenCase) -> None:
    text = page(open_case(ANNA), "why")
    assert "10 December 2026" in text
    assert "art. 6" in text


def test_why_sets_both_ways_of_counting_side_by_side_where_they_part(open_case: OpenCase) -> None:
    text = page(open_case(ANNA), "why")
    assert "Where the two ways of counting part" in text
    assert "strict count" in text
    assert "usual count" in text


def test_the_law_page_names_regime_sources_and_certainty(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    text = page(window, "law")
    assert "30 days from the day of entry" in text
    assert window.session().view.w.full_day(window.session().law.date) in text
    assert "zakon.kz/pravo/6488830" in text
    assert "high" in text


def test_why_answers_for_the_stay_that_is_selected(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    assert "11 Nov 2026 – still here" in page(window, "why")
    window.session().select(1)
    text = page(window, "why")
    assert "20 Sep 2026 – 4 Oct 2026" in text
    assert "19 October 2026" in text
    window.session().select(-1)
    assert "11 Nov 2026 – still here" in page(window, "why")


def test_the_law_page_has_penalties_and_open_questions(open_case: OpenCase) -> None:
    text = page(open_case(ANNA), "law")
    assert "fine of 25 MCI (108 125 ₸) or expulsion, decided by a court" in text
    assert "Monthly calculation index (MCI)" in text
    assert "Open questions" in text


@pytest.mark.parametrize("name", ["why", "law"])
def test_a_page_has_no_title_twice_and_no_pages_of_others(open_case: OpenCase, name: str) -> None:
    window = open_case(ANNA)
    assert not page(window, name).startswith(window.stay.tabs.tabText(window.stay.index_of(name)))
    assert not pages_of.why(window).openLinks()


@pytest.mark.parametrize("name", ["why", "law"])
def test_a_page_speaks_the_language_of_the_window(open_case: OpenCase, name: str) -> None:
    window = open_case(ANNA)
    english = page(window, name)
    for language in ("ru", "kk"):
        window.commands.by_name[f"language_{language}"].trigger()
        assert page(window, name) != english


def test_why_is_true_after_a_change_and_after_undo(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    before = page(window, "why")
    session = window.session()
    session.change(editing.moved(session.traveller, 2, -3, session.view.on), "Move stay")
    assert "7 December 2026" in page(window, "why")
    session.undo_stack.undo()
    assert page(window, "why") == before


@pytest.mark.parametrize(
    "person",
    [None, traveller("DE"), traveller("AF", stay("2026-11-10")), traveller("DE", stay("2026-08-01"))],
    ids=["nobody", "no stay", "no regime", "overstay"],
)
def test_both_pages_have_something_to_say_in_every_case(open_case: OpenCase, person: object) -> None:
    window = open_case(*([person] if person else []))
    assert page(window, "why").strip()
    assert page(window, "law").strip()


def test_a_name_is_text_and_never_a_page_of_its_own(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-11-11", note="<h1>Note</h1>"), name="<b>Anna</b>"))
    page(window, "why")
    assert "<b>Anna</b>" not in pages_of.why(window).toHtml()
