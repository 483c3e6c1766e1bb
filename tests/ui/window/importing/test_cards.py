"""The cards of the questions: each kind has its field, and what is open can be left open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kzstay.imports.result import Origin, Question
from kzstay.ui.window.importing import cards as cards_module
from kzstay.ui.window.importing.cards import Card, Cards
from tests.helpers import day
from tests.ui.conftest import OpenCase
from tests.ui.window.importing.open_imports import ANNA

ORDER = Question(code="dates", samples=("03/04/2026", "05/04/2026"), values=("dmy", "mdy"))
EXIT = Question(code="missing-exit", at=Origin(line=4), days=(day("2026-06-15"), day("2026-09-02")))
NAME = Question(code="blank-name", at=Origin(line=5), person="Anna")


def made(window_of: OpenCase, qtbot: QtBot, question: Question, answer: str = "") -> tuple[Card, list[str]]:
    card = Card(window_of(ANNA).session(), question, answer)
    qtbot.addWidget(card)
    with qtbot.waitActive(card):
        card.show()
        card.activateWindow()
    said: list[str] = []
    card.answered.connect(lambda _name, value: said.append(value))
    return card, said


def typed(card: Card, text: str) -> QLineEdit:
    field = card.findChild(QLineEdit)
    assert field is not None
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    return field


def test_an_answer_is_chosen_by_a_click_on_its_words(open_case: OpenCase, qtbot: QtBot) -> None:
    card, said = made(open_case, qtbot, ORDER)
    assert [radio.isChecked() for radio in card.radios] == [False, False, True]
    words = card.findChildren(cards_module.AnswerText)
    qtbot.mouseClick(words[0], Qt.MouseButton.LeftButton)
    assert said == ["dmy"]
    assert card.property("answered") is True
    assert card.field is card.radios[0]
    qtbot.mouseClick(words[2], Qt.MouseButton.LeftButton)
    assert said == ["dmy", ""]
    assert card.property("answered") is False


def test_arrows_go_from_answer_to_answer(open_case: OpenCase, qtbot: QtBot) -> None:
    card, said = made(open_case, qtbot, ORDER, "dmy")
    card.begin()
    qtbot.keyClick(card.radios[0], Qt.Key.Key_Down)
    assert said == ["mdy"]


@pytest.mark.parametrize(
    ("question", "day_typed", "why"),
    [
        (EXIT, "10.9.2026", "It lies between 15 Jun 2026 and 2 Sep 2026."),
        (Question(code="missing-exit", days=(day("2026-06-15"),)), "1.6.2026", "It is not before 15 Jun 2026."),
        (Question(code="missing-entry", days=(day("2026-06-15"),)), "1.7.2026", "It is not after 15 Jun 2026."),
        (Question(code="first-day", days=(day("2026-06-15"),)), "1.7.2026", "It is not after 15 Jun 2026."),
        (
            Question(code="last-seen", days=(day("2026-06-15"), day("2026-06-20"))),
            "19.6.2026",
            "It lies between 20 Jun 2026 and 22 Nov 2026.",
        ),
    ],
)
def test_a_day_that_cannot_be_is_not_taken(
    open_case: OpenCase, qtbot: QtBot, question: Question, day_typed: str, why: str
) -> None:
    card, said = made(open_case, qtbot, question)
    typed(card, day_typed)
    assert said == []
    assert card.echo.text() == why
    assert card.echo.property("role") == "error"


def test_a_day_is_typed_and_taken_back(open_case: OpenCase, qtbot: QtBot) -> None:
    card, said = made(open_case, qtbot, EXIT)
    typed(card, "1.8.2026")
    assert said == ["2026-08-01"]
    assert "Saturday" in card.echo.text()
    typed(card, "")
    assert said == ["2026-08-01", ""]
    assert card.where.text() == "line 4"


def test_what_is_no_day_is_told(open_case: OpenCase, qtbot: QtBot) -> None:
    card, said = made(open_case, qtbot, EXIT, "2026-08-01")
    assert typed(card, "soon").text() == "soon"
    assert said == []


def test_a_name_is_typed(open_case: OpenCase, qtbot: QtBot) -> None:
    card, said = made(open_case, qtbot, NAME)
    typed(card, "Boris")
    assert said == ["Boris"]


def test_cards_stay_where_they_are_and_those_that_are_moot_go(open_case: OpenCase, qtbot: QtBot) -> None:
    cards = Cards(open_case(ANNA).session())
    qtbot.addWidget(cards)
    cards.show_questions((ORDER, EXIT))
    assert cards.heading.text() == "2 questions"
    first = cards.cards[ORDER.id]
    first.radios[0].click()
    cards.show_questions((EXIT, NAME))
    assert list(cards.cards) == [ORDER.id, EXIT.id, NAME.id]
    assert cards.cards[ORDER.id] is first
    cards.show_questions((NAME,))
    assert list(cards.cards) == [ORDER.id, NAME.id]
    assert cards.forget_rows() == [NAME.id]
    assert list(cards.cards) == [ORDER.id]


def test_many_questions_come_one_after_another(
    open_case: OpenCase, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cards_module, "MOST", 2)
    cards = Cards(open_case(ANNA).session())
    qtbot.addWidget(cards)
    many = tuple(
        Question(code="clash", at=Origin(line=number), person="Anna", values=("keep", "replace"))
        for number in range(1, 6)
    )
    cards.show_questions(many)
    assert len(cards.cards) == 2
    assert cards.more.text() == "3 more questions follow."
    cards.cards[many[0].id].radios[0].click()
    cards.show_questions(many[1:])
    assert len(cards.cards) == 3
    assert cards.more.text() == "2 more questions follow."
    cards.go_to(many[1].id)
    cards.go_to("nobody")
