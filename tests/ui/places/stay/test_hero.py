"""The answer: the number, the sentence, the facts and the sign, for each way in which a traveller may stand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzstay.core import editing
from kzstay.core.case import Traveller
from kzstay.ui.places.stay.hero import Hero
from tests.helpers import day, permit, stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase

PRESENT = traveller("DE", stay("2026-11-11"))

ENTER_THE_VISA = (
    "A visa is needed for this citizenship and passport. Enter the visa or the permit you are here on. Without "
    "one, leave or ask the migration police."
)


def said(hero: Hero) -> tuple[str, str, str, str]:
    return hero.number.text(), hero.unit.text(), hero.lead.text(), hero.chip_text.text()


@pytest.mark.parametrize(
    ("person", "answer", "state"),
    [
        (
            PRESENT,
            ("18", "days left", "Leave by Thursday, 10 December 2026", "within limits"),
            "within",
        ),
        (
            traveller("DE", stay("2026-10-30")),
            ("6", "days left", "Leave by Saturday, 28 November 2026", "stay is ending"),
            "close",
        ),
        (
            traveller("DE", stay("2026-10-24")),
            ("0", "days left", "This is the last day: Sunday, 22 November 2026", "stay is ending"),
            "close",
        ),
        (
            traveller("DE", stay("2026-10-23")),
            ("1", "day over", "The last lawful day was Saturday, 21 November 2026", "overstay"),
            "over",
        ),
        (
            traveller("DE", stay("2026-09-01", "2026-09-20")),
            (
                "30",
                "days possible",
                "By the days, entry is possible on 22 November 2026, for 30 days at most",
                "outside Kazakhstan",
            ),
            "planned",
        ),
        (
            traveller("AF", stay("2026-10-01"), permits=[permit("2026-10-01", "2026-12-31")]),
            ("39", "days left", "Leave by Thursday, 31 December 2026", "covered by a permit"),
            "within",
        ),
        (
            traveller("AF", stay("2026-11-10")),
            (
                "",
                "",
                ENTER_THE_VISA,
                "needs a visa",
            ),
            "close",
        ),
    ],
    ids=["lawful", "ending", "last day", "overstay", "outside", "permit", "no regime"],
)
def test_each_standing_has_its_number_sentence_and_sign(
    open_case: OpenCase, person: Traveller, answer: tuple[str, str, str, str], state: str
) -> None:
    hero = open_case(person).stay.hero
    assert said(hero) == answer
    assert hero.number.isVisible() is bool(answer[0])
    assert hero.chip.property("state") == hero.chip_text.property("state") == state


def test_who_never_entered_may_enter_today(open_case: OpenCase) -> None:
    assert (
        said(open_case(traveller("DE")).stay.hero)[2]
        == "By the days, entry is possible on 22 November 2026, for 30 days at most"
    )


def test_without_a_citizenship_it_says_what_to_do_first(open_case: OpenCase) -> None:
    hero = open_case().stay.hero
    assert hero.lead.text() == "Choose the citizenship, then add the first stay"
    assert not hero.chip.isVisible()
    assert not hero.number.isVisible()
    assert "why?" not in hero.facts.text()


def test_what_is_left_of_the_period_is_the_smaller_figure(open_case: OpenCase) -> None:
    facts = open_case(PRESENT).stay.hero.facts.text()
    assert "day 12 of 30 in this entry" in facts
    assert "12 of 90 days used in 180 days" in facts


def test_the_usual_count_is_told_only_where_it_differs(open_case: OpenCase) -> None:
    same = open_case(PRESENT).stay.hero.facts.text()
    differs = open_case(
        traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11"))
    ).stay.hero.facts.text()
    assert "usual" not in same
    assert "26 of 90 days used in 180 days (25 by the usual count)" in differs


def test_the_next_duty_is_told(open_case: OpenCase) -> None:
    # A Saturday: its three working days end on Wednesday
    window = open_case(traveller("DE", stay("2026-11-21")))
    facts = window.stay.hero.facts.text().replace("\N{NO-BREAK SPACE}", " ")
    assert "next: host&#x27;s notice, Wednesday 25 Nov" in facts


def test_a_duty_that_is_done_is_not_told(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-11-21", notified="2026-11-22")))
    assert "next:" not in window.stay.hero.facts.text()


def test_why_leads_to_the_page_that_says_so(open_case: OpenCase) -> None:
    window = open_case(PRESENT)
    window.stay.hero.facts.linkActivated.emit("why")
    assert window.stay.page == "why"
    assert pages_of.why(window).isVisible()


def test_the_links_are_followed_by_keyboard(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(PRESENT)
    window.stay.hero.facts.setFocus(Qt.FocusReason.TabFocusReason)
    for page in ("next", "why"):
        qtbot.keyClick(window.stay.hero.facts, Qt.Key.Key_Return)
        assert window.stay.page == page
        qtbot.keyClick(window.stay.hero.facts, Qt.Key.Key_Tab)


def test_the_answer_is_live_while_a_stay_is_dragged(open_case: OpenCase) -> None:
    window = open_case(PRESENT)
    session = window.session()
    session.preview(editing.moved(session.traveller, 0, -3, session.view.on))
    assert said(window.stay.hero)[:3] == ("15", "days left", "Leave by Monday, 7 December 2026")
    session.preview(None)
    assert window.stay.hero.number.text() == "18"


def test_another_day_of_reckoning_is_another_answer(open_case: OpenCase) -> None:
    window = open_case(PRESENT)
    window.session().view.set_day(day("2026-12-11"))
    assert said(window.stay.hero)[:2] == ("1", "day over")


@pytest.mark.parametrize(
    ("language", "unit", "lead"),
    [
        ("ru", "дней осталось", "Последний день: четверг, 10 декабря 2026\N{NO-BREAK SPACE}г."),
        ("kk", "күн қалды", "Кетудің соңғы күні: 2026 жылғы 10 желтоқсан, бейсенбі"),
    ],
)
def test_the_answer_in_other_languages(open_case: OpenCase, language: str, unit: str, lead: str) -> None:
    window = open_case(PRESENT)
    window.commands.by_name[f"language_{language}"].trigger()
    said_plainly = window.stay.hero.lead.text().replace("\N{NO-BREAK SPACE}", " ")
    assert (window.stay.hero.unit.text(), said_plainly) == (unit, lead.replace("\N{NO-BREAK SPACE}", " "))


def test_a_screen_reader_is_told_the_whole_answer(open_case: OpenCase) -> None:
    told = open_case(PRESENT).stay.hero.accessibleDescription()
    for part in ("18 days left", "Leave by Thursday, 10 December 2026", "day 12 of 30", "within limits"):
        assert part in told


def test_a_name_or_a_note_is_never_read_as_a_page(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-11-11"), name="<b>Anna</b> & Co"))
    assert window.stay.header.name.text() == "<b>Anna</b> & Co"
    assert window.stay.header.name.textFormat() == Qt.TextFormat.PlainText


def test_who_is_in_trouble_is_led_to_what_to_do(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-10-01")))
    assert "what to do now" in window.stay.hero.facts.text()
    window.stay.hero.facts.linkActivated.emit("next")
    assert window.stay.page == "next"


def test_who_is_in_none_is_not(open_case: OpenCase) -> None:
    calm = traveller("DE", stay("2026-11-18", notified="2026-11-18"))
    assert "what to do" not in open_case(calm).stay.hero.facts.text()
