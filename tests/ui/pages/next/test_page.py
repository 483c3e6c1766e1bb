"""What now: there when something presses, in front when it is asked for, and true after each change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.pages.next.page import NextPage
from kzstay.ui.places.guide.place import GuidePlace
from kzstay.ui.window.main_window import MainWindow
from tests.core.builders import expulsion, ruled
from tests.helpers import plain, stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.sessions import type_day

CALM = traveller("DE", stay("2026-11-02", notified="2026-11-02"))
LATE = traveller("DE", stay("2026-10-20", notified="2026-10-21"))
TOLD = ruled(LATE, expulsion("2026-11-20", "2026-11-25"))


def page(window: MainWindow) -> NextPage:
    found = window.stay.pages["next"]
    assert isinstance(found, NextPage)
    return found


def offered(window: MainWindow) -> bool:
    return window.stay.tabs.isTabVisible(window.stay.index_of("next"))


def path(window: MainWindow) -> list[str]:
    window.stay.show_page("next")
    return list(map(plain, page(window).path.said))


def test_its_tab_is_the_first_and_there_only_when_something_presses(open_case: OpenCase) -> None:
    assert not offered(open_case(CALM))
    assert not offered(open_case())
    window = open_case(LATE)
    assert offered(window)
    assert window.stay.index_of("next") == 0
    assert window.stay.page == "stays", "what one types in stays in front"


def test_it_goes_when_nothing_presses_any_more_and_the_stays_come_to_the_front(open_case: OpenCase) -> None:
    window = open_case(LATE)
    window.stay.show_page("next")
    type_day(window.session(), 0, "exit", "10.11.2026")
    assert not offered(window)
    assert window.stay.page == "stays"
    window.session().undo()
    assert offered(window)


def test_the_answer_leads_there(open_case: OpenCase) -> None:
    window = open_case(TOLD)
    assert "what to do now" in window.stay.hero.facts.text()
    window.stay.hero.facts.linkActivated.emit("next")
    assert window.stay.page == "next"
    assert "what to do now" not in open_case(CALM).stay.hero.facts.text()


def test_whoever_comes_to_it_reads_from_the_beginning(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(TOLD)
    window.stay.show_page("next")
    bar = page(window).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    window.stay.show_page("why")
    window.stay.hero.facts.linkActivated.emit("next")
    assert bar.value() == 0


def test_the_answer_names_the_next_step(open_case: OpenCase) -> None:
    assert "an appeal stops that only if it reaches the court by 24 Nov" in plain(
        open_case(TOLD).stay.hero.facts.text()
    )
    assert "from 24 Nov: fine of 15 MCI" in plain(open_case(LATE).stay.hero.facts.text())


def test_the_path_follows_each_change_also_while_it_is_out_of_sight(open_case: OpenCase) -> None:
    window = open_case(LATE)
    assert any(line.startswith("22 Nov: On this day: 4 days over") for line in path(window))
    window.stay.show_page("why")
    type_day(window.session(), 0, "entry", "19.10.2026")
    assert any(line.startswith("22 Nov: On this day: 5 days over") for line in path(window))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_the_language_of_the_window(open_case: OpenCase, language: Language) -> None:
    window = open_case(TOLD)
    first = path(window)
    window.preferences.set_language(language)
    assert (path(window) == first) == (language == "en")
    heading = {"en": "What to do", "ru": "Что делать", "kk": "Не істеу керек"}[language]
    assert page(window).headings["do"].text() == heading


def test_it_says_what_to_do_to_bring_and_to_ask_for(open_case: OpenCase) -> None:
    window = open_case(TOLD)
    path(window)
    sections = page(window).sections
    assert "Find the day of departure" in sections["do"].text()
    assert "Your passport" in sections["bring"].text()
    assert "interpreter" in sections["rights"].text()
    assert page(window).headings["rights"].text() == "Your rights"


def test_where_a_topic_has_no_such_section_nothing_stands_there(open_case: OpenCase) -> None:
    window = open_case(traveller("PK", stay("2026-11-02", notified="2026-11-02")))
    path(window)
    assert page(window).headings["rights"].isHidden()
    assert page(window).sections["rights"].isHidden()


def test_its_links_lead_into_the_guide_and_to_the_contacts(open_case: OpenCase) -> None:
    window = open_case(TOLD)
    path(window)
    assert "guide:told-to-leave" in page(window).more.text()
    page(window).more.linkActivated.emit("guide:appeal")
    guide = window.places.place("guide")
    assert isinstance(guide, GuidePlace)
    assert guide.topic == "appeal"
    page(window).sections["do"].linkActivated.emit(QUrl("contacts:").toString())
    assert window.places.current == "contacts"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(948, 690), (1280, 900)])
def test_nothing_is_cut(open_case: OpenCase, qtbot: QtBot, size: tuple[int, int], language: Language) -> None:
    window = open_case(TOLD)
    window.preferences.set_language(language)
    window.resize(*size)
    window.show()
    qtbot.waitExposed(window)
    path(window)

    def labels() -> list[QLabel]:
        return [label for label in page(window).findChildren(QLabel) if label.isVisible() and label.text()]

    qtbot.waitUntil(lambda: len(labels()) > 20)
    shown = labels()
    for label in shown:
        if label.wordWrap():
            qtbot.waitUntil(lambda label=label: label.height() >= label.heightForWidth(label.width()))
        else:
            assert label.width() >= label.sizeHint().width()
    for button in page(window).buttons.buttons:
        assert button.width() >= button.sizeHint().width()
    assert page(window).horizontalScrollBar().maximum() == 0


def test_every_stop_of_the_keyboard_has_a_name(open_case: OpenCase) -> None:
    window = open_case(TOLD)
    path(window)
    found = page(window)
    stops = [found.path, *found.sections.values(), *found.buttons.buttons]
    for stop in stops:
        if stop.isVisibleTo(found) and stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert stop.accessibleName() or getattr(stop, "text", str)(), stop.objectName()


def test_tab_goes_from_the_path_to_the_buttons_before_the_links_of_the_texts(open_case: OpenCase) -> None:
    window = open_case(TOLD)
    window.stay.show_page("next")
    for change in ("21.10.2026", "20.10.2026"):  # other buttons come and go
        type_day(window.session(), 0, "entry", change)
    shown = page(window)
    order: list[QWidget] = []
    at = shown.path.nextInFocusChain()
    while at is not None and at is not shown.path:
        order.append(at)
        at = at.nextInFocusChain()
    stops = [part for part in order if part.focusPolicy() & Qt.FocusPolicy.TabFocus and shown.isAncestorOf(part)]
    assert stops[: len(shown.buttons.buttons)] == shown.buttons.buttons
    assert shown.sections["do"] in stops
