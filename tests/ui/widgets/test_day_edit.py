"""A field for a typed day says in words what it is understood as, with every letter."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.core.case import FIRST_DAY, LAST_DAY
from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.session.session import Session
from kzstay.ui.session.view import View
from kzstay.ui.widgets.day_edit import DayEdit
from tests.helpers import day
from tests.ui.conftest import TODAY

EXIT, ENTRY, BORN = "exit", "entry", "born"


@pytest.fixture(scope="module")
def session(qapp: QApplication) -> Session:
    return Session(View(TODAY, "en"))


class Heard:
    """A field, and the last that it said."""

    def __init__(self, session: Session, field: str) -> None:
        self.edit = DayEdit(session, field)
        self.said, self.wrong = "", False
        self.edit.echoed.connect(self._hear)

    def _hear(self, text: str, wrong: bool) -> None:
        self.said, self.wrong = text, wrong

    def type(self, text: str) -> None:
        self.edit.setText(text)
        assert bool(self.edit.property("wrong")) is self.wrong, "it is red exactly where it says so"


@given(st.dates(FIRST_DAY, LAST_DAY), st.sampled_from(LANGUAGES), st.sampled_from([ENTRY, EXIT]))
def test_a_day_is_echoed_with_its_weekday_in_the_language_of_the_session(
    session: Session, on: date, language: Language, field: str
) -> None:
    session.view.set_language(language)
    heard = Heard(session, field)
    heard.type(session.view.w.numeric_day(on))
    assert heard.edit.day() == on
    assert (heard.said, heard.wrong) == (session.view.w.long_day(on), False)
    session.view.set_language("en")


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_day_or_is_said_to_be_none(session: Session, text: str) -> None:
    heard = Heard(session, ENTRY)
    heard.type(f"x{text}")
    heard.type(text)
    found = heard.edit.day()
    assert heard.wrong is (found is None and bool(heard.edit.text().strip()))
    if found is not None:
        assert heard.said == session.view.w.long_day(found)


def test_an_empty_field_says_what_that_means(session: Session, qtbot: QtBot) -> None:
    for field, word in ((EXIT, "still in Kazakhstan"), (ENTRY, "such as 22.11.2026")):
        heard = Heard(session, field)
        qtbot.addWidget(heard.edit)
        heard.type("1")
        heard.type("")
        assert word in heard.said
        assert not heard.wrong
        assert heard.edit.day() is None


def test_two_figures_of_a_year_of_birth_are_never_years_to_come(session: Session, qtbot: QtBot) -> None:
    for field, found in ((BORN, "1988-05-01"), (ENTRY, "2088-05-01")):
        heard = Heard(session, field)
        qtbot.addWidget(heard.edit)
        heard.type("1.5.88")
        assert heard.edit.day() == day(found)


def test_the_example_in_the_field_is_a_day_that_can_be_typed(session: Session, qtbot: QtBot) -> None:
    heard = Heard(session, ENTRY)
    qtbot.addWidget(heard.edit)
    heard.type(heard.edit.placeholderText())
    assert heard.edit.day() == TODAY


def test_a_day_that_stands_there_is_written_in_the_form_that_days_have_now(qtbot: QtBot) -> None:
    session = Session(View(TODAY, "en"))
    edit, other = DayEdit(session, "entry"), DayEdit(session, "entry")
    for one in (edit, other):
        qtbot.addWidget(one)
    edit.setText("05.04.2026")
    other.setText("no day")
    session.view.set_dates("iso")
    assert (edit.text(), other.text()) == ("2026-04-05", "no day")
    assert edit.placeholderText() == session.view.w.numeric_day(session.view.on)
    session.view.set_dates("language")
    assert edit.text() == "05.04.2026"
