"""A page is one file and one line: then it is a tab, found by its name, dressed, named and counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kzstay import bundled
from kzstay.core.assess import assess
from kzstay.core.readings import Reading
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from kzstay.ui.pages.registry import PAGES, Page
from kzstay.ui.window import build
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui import trial_parts
from tests.ui.conftest import TODAY, OpenCase
from tests.ui.sessions import type_day
from tests.ui.trial_parts import TITLES, Trial, title

CONTRACT = ["next", "stays", "duties", "papers", "plan", "why", "law"]
ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))


def test_the_pages_that_were_promised_are_there_in_order() -> None:
    assert [page.name for page in PAGES if page.name in CONTRACT] == CONTRACT


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_pages_are_called_the_same(language: Language) -> None:
    titles = [page.title(words(language)) for page in PAGES]
    assert all(titles)
    assert len(set(titles)) == len(titles)


@given(st.integers(0, 10_000))
def test_a_count_stands_behind_the_title_unless_it_is_nought(number: int) -> None:
    page = Page("trial", title, "trial", count=lambda _assessment: number)
    told = page.label(words("en"), assess(ANNA, TODAY, bundled.law(), Reading.SAFE))
    assert told == (f"Trial · {number}" if number else "Trial")


# A page on trial


@pytest.fixture
def trials(monkeypatch: pytest.MonkeyPatch) -> list[Trial]:
    """The widgets that are made of a page that stands last in the list."""
    return trial_parts.add_page(monkeypatch)


def tab(window: MainWindow) -> str:
    return window.stay.tabs.tabText(window.stay.index_of("trial"))


@pytest.mark.fresh_window
def test_a_line_and_a_module_make_a_page(trials: list[Trial], open_case: OpenCase) -> None:
    window = open_case(ANNA)
    (trial,) = trials
    assert window.stay.tabs.count() == len(PAGES) + 1
    window.stay.show_page("trial")
    assert (window.stay.page, tab(window)) == ("trial", "Trial")
    assert window.findChild(QWidget, "trial") is trial
    assert trial.isVisible()


@pytest.mark.fresh_window
def test_a_page_takes_the_colours_of_the_window_at_once_and_later(
    trials: list[Trial], open_case: OpenCase
) -> None:
    window = open_case(ANNA)
    assert set(trials[0].themes) == {"light"}
    window.preferences.set_appearance("dark")
    assert trials[0].themes[-1] == "dark"


@pytest.mark.fresh_window
def test_a_page_is_named_in_the_language_of_the_window(trials: list[Trial], open_case: OpenCase) -> None:
    window = open_case(ANNA)
    for language in LANGUAGES:
        window.preferences.set_language(language)
        assert tab(window) == trials[0].word.text() == TITLES[language]


@pytest.mark.fresh_window
def test_the_count_of_a_page_follows_each_change(monkeypatch: pytest.MonkeyPatch, open_case: OpenCase) -> None:
    counted = Page("trial", title, "trial", count=lambda a: sum(not found.planned for found in a.stays))
    trial_parts.add_page(monkeypatch, counted)
    window = open_case(ANNA)
    assert tab(window) == "Trial · 2"
    type_day(window.session(), 1, "entry", "01.12.2026")
    assert tab(window) == "Trial · 1"
    window.session().undo()
    assert tab(window) == "Trial · 2"
    window.preferences.set_language("ru")
    assert tab(window) == "Проба · 2"
    window.files.new()
    assert tab(window) == "Проба"


@pytest.mark.parametrize("at_once", [True, False])
def test_a_page_is_made_with_the_answer_or_once_that_is_seen(
    at_once: bool, monkeypatch: pytest.MonkeyPatch, qapp: QApplication, qtbot: QtBot
) -> None:
    trials = trial_parts.add_page(monkeypatch, Page("trial", title, "trial", at_once=at_once))
    qapp.setStyle("Fusion")
    window = MainWindow()
    qtbot.addWidget(window)
    build.build(window, TODAY)
    assert (len(trials), tab(window)) == (int(at_once), "Trial")
    window.stay.show_page("trial")
    build.complete(window)
    (trial,) = trials
    assert trial.themes[-1] == "light"
    assert window.stay.page == "trial"
    assert window.stay.tabs.currentWidget() is trial


@pytest.mark.fresh_window
def test_what_a_page_asks_for_is_answered(trials: list[Trial], open_case: OpenCase) -> None:
    window = open_case(ANNA)
    trials[0].requests.show_page.emit("law")
    assert window.stay.page == "law"
