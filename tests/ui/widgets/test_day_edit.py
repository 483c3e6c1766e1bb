"""A field for a typed day says in words what it is understood as, with every letter."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QRect, Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kzstay.core.case import FIRST_DAY, LAST_DAY
from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.session.session import Session
from kzstay.ui.session.view import View
from kzstay.ui.widgets.calendar import CalendarSheet
from kzstay.ui.widgets.day_edit import DayEdit
from tests.helpers import day, plain
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
        assert heard.said.startswith(session.view.w.long_day(found))


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


# Without typing


def field(session: Session, qtbot: QtBot, text: str, name: str = ENTRY) -> Heard:
    heard = Heard(session, name)
    qtbot.addWidget(heard.edit)
    heard.edit.setText(text)
    return heard


@pytest.mark.parametrize(
    ("key", "after"),
    [
        (Qt.Key.Key_Up, "01.03.2026"),
        (Qt.Key.Key_Down, "27.02.2026"),
        (Qt.Key.Key_PageUp, "28.03.2026"),
        (Qt.Key.Key_PageDown, "28.01.2026"),
    ],
)
def test_keys_go_a_day_or_a_month_on_and_back(session: Session, qtbot: QtBot, key: Qt.Key, after: str) -> None:
    heard = field(session, qtbot, "28 feb 2026")
    edited: list[str] = []
    heard.edit.textEdited.connect(edited.append)
    qtbot.keyClick(heard.edit, key)
    assert heard.edit.text() == after
    assert heard.edit.isModified()
    assert edited[-1:] == [after], "it is as if it had been typed"
    assert heard.said


def test_an_empty_field_begins_with_its_example(session: Session, qtbot: QtBot) -> None:
    heard = field(session, qtbot, "")
    qtbot.keyClick(heard.edit, Qt.Key.Key_Up)
    assert heard.edit.day() == TODAY


def test_a_month_on_from_its_last_day_ends_with_the_next(session: Session, qtbot: QtBot) -> None:
    heard = field(session, qtbot, "31.01.2026")
    qtbot.keyClick(heard.edit, Qt.Key.Key_PageUp)
    assert heard.edit.text() == "28.02.2026"


def test_no_key_goes_beyond_the_last_of_all_days(session: Session, qtbot: QtBot) -> None:
    heard = field(session, qtbot, "31.12.9999")
    qtbot.keyClick(heard.edit, Qt.Key.Key_Up)
    assert heard.edit.text() == "31.12.9999"


@pytest.mark.parametrize(
    ("key", "held"),
    [(Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)],
)
def test_a_key_opens_a_calendar_whose_day_is_taken(
    session: Session, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    heard = field(session, qtbot, "05.03.2026")
    heard.edit.show()
    qtbot.keyClick(heard.edit, key, held)
    sheet = heard.edit.findChild(CalendarSheet)
    assert sheet is not None
    assert sheet.calendar.selectedDate() == QDate(2026, 3, 5)
    sheet.calendar.clicked.emit(QDate(2026, 3, 9))
    assert heard.edit.text() == "09.03.2026"
    assert not sheet.isVisible()


def test_the_sign_in_the_field_has_a_name_and_opens_it_too(session: Session, qtbot: QtBot) -> None:
    heard = field(session, qtbot, "")
    (action,) = heard.edit.actions()
    (button,) = heard.edit.findChildren(QToolButton)
    assert button.accessibleName() == "Calendar"
    assert "F4" in action.toolTip()
    assert not action.icon().isNull()


def test_in_a_narrow_cell_it_has_room_for_the_whole_day(session: Session, qtbot: QtBot) -> None:
    table = QWidget()
    qtbot.addWidget(table)
    table.resize(400, 100)
    edit = DayEdit(session, ENTRY, table)
    needed = edit.fontMetrics().horizontalAdvance("30.11.2026")
    for left in (0, 60, 380):
        edit.fill_cell(QRect(left, 10, 60, 38))
        assert edit.width() >= needed + 40
        assert table.rect().contains(edit.geometry())
    edit.fill_cell(QRect(20, 10, 300, 38))
    assert edit.geometry() == QRect(20, 10, 300, 38)


# What is told of it


def test_the_other_order_of_day_and_month_is_told(session: Session, qtbot: QtBot) -> None:
    heard = field(session, qtbot, "04/05/26")
    assert heard.edit.day() == day("2026-05-04")
    assert heard.said.startswith("Monday, 4 May 2026. The day comes first")
    assert not heard.wrong
    heard.type("4/13/26")
    assert heard.wrong
    assert "13 April 2026" in plain(heard.said)


def test_a_number_of_days_counts_from_the_first_where_there_is_one(session: Session, qtbot: QtBot) -> None:
    edit = DayEdit(session, EXIT, first=lambda: day("2026-03-05"))
    qtbot.addWidget(edit)
    for text in ("+10", "10d", "10 days", "10 дней", "10 күн"):
        edit.setText(text)
        assert edit.day() == day("2026-03-14")
        assert edit.told() == "Saturday, 14 March 2026: 10 days, the first included"
    unknown = DayEdit(session, EXIT, first=lambda: None)
    qtbot.addWidget(unknown)
    unknown.setText("10d")
    assert unknown.day() is None
    assert unknown.told() == "“10d” is counted from the first day. Enter that first."
    plain_field = field(session, qtbot, "10d")
    assert plain_field.wrong


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
