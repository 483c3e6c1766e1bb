"""The table of travellers: several are chosen, the order is anybody's, and a narrow window has what matters."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.places.people.cells import CITIZENSHIP, COLUMNS, DUTY, LEAVE_BY, NAME, STATE, STRIP
from kzstay.ui.places.people.order import Sorting
from kzstay.ui.places.people.place import PeoplePlace
from kzstay.ui.places.people.table import CELL, ROW, WIDTHS
from kzstay.ui.window.main_window import MainWindow
from tests.core.builders import expulsion, ruled
from tests.ui.conftest import OpenCase
from tests.ui.places.people.people_place import (
    ANNA,
    EVERYBODY,
    URGENT,
    cells,
    choose,
    chosen,
    click_row,
    go,
    names,
    people,
    row_of,
    settle,
    type_in,
)

SLACK = 20  # pixels that the name of a column may need beyond, or that a scroll bar had
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LONG = msgspec.structs.replace(ANNA, name="Maximiliane Freifrau von Hohenstein-Bartenstein zu Lichtenau")


def click_head(place: PeoplePlace, column: int) -> None:
    header = place.table.horizontalHeader()
    x = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
    at = header.viewport().rect().center()
    at.setX(x)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


def at_size(window: MainWindow, width: int, height: int = 690) -> None:
    window.resize(width, height)
    for _ in range(4):
        QApplication.processEvents()


def test_several_are_chosen_by_mouse_and_by_key(open_case: OpenCase) -> None:
    place = go(open_case(*EVERYBODY))
    click_row(place, 1)
    click_row(place, 3, CTRL)
    assert chosen(place) == [URGENT[1], URGENT[3]]
    click_row(place, 4, SHIFT)
    assert chosen(place) == [URGENT[1], *URGENT[3:5]]
    place.table.setFocus()
    QTest.keyClick(place.table, Qt.Key.Key_Down)
    assert chosen(place) == [URGENT[5]]
    QTest.keyClick(place.table, Qt.Key.Key_Up, SHIFT)
    assert chosen(place) == URGENT[4:6]
    QTest.keyClick(place.table, Qt.Key.Key_A, CTRL)
    assert chosen(place) == URGENT


def test_a_click_on_the_head_sorts_and_another_one_turns_it_round(open_case: OpenCase) -> None:
    place = go(open_case(*EVERYBODY))
    click_head(place, NAME)
    assert names(place) == sorted(URGENT)
    click_head(place, NAME)
    assert names(place) == sorted(URGENT, reverse=True)
    click_head(place, LEAVE_BY)
    assert names(place)[:2] == ["Omar Haddad", "Wei Zhang"]
    assert place.acts.sort.text() == "Sorted by: Leave by"


def test_the_order_is_kept_through_searches_edits_and_languages(open_case: OpenCase) -> None:
    window = open_case(*EVERYBODY)
    place, session = go(window), window.session()
    place.table.sort_by(Sorting(NAME, descending=True))
    type_in(place, "a")
    type_in(place, "")
    session.change_traveller(msgspec.structs.replace(session.traveller, name="Zoe"), "change-name")
    window.preferences.set_language("ru")
    assert names(place)[0] == "Zoe"
    assert names(place)[1:] == sorted(names(place)[1:], reverse=True)


def test_the_chosen_stay_chosen_whatever_changes_round_them(open_case: OpenCase) -> None:
    window = open_case(*EVERYBODY)
    place, session = go(window), window.session()
    choose(place, "Ivan Petrov", "Wei Zhang")
    place.table.sort_by(Sorting(NAME))
    assert chosen(place) == ["Ivan Petrov", "Wei Zhang"]
    session.view.set_day(session.view.on + timedelta(1))
    session.remove_travellers({place.model.keys[row_of(place, "Emre Kaya")]}, "remove-traveller")
    session.change_traveller(msgspec.structs.replace(session.traveller, name="Aa"), "change-name")
    assert chosen(place) == ["Ivan Petrov", "Wei Zhang"]
    type_in(place, "wei")
    assert chosen(place) == ["Wei Zhang"]
    assert place.table.current() == place.model.keys[0]


def test_nothing_scrolls_away_when_a_line_changes(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(*people(60))
    place, session = go(window), window.session()
    settle(place, qtbot)
    place.table.verticalScrollBar().setValue(5 * ROW)
    session.change_traveller(msgspec.structs.replace(session.traveller, name="Another"), "change-name")
    assert place.table.verticalScrollBar().value() == 5 * ROW
    session.remove_travellers({place.model.keys[50]}, "remove-traveller")
    assert place.table.verticalScrollBar().value() == 5 * ROW


def test_what_is_in_sight_is_worked_out_first(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(*people(400))
    place = go(window)
    settle(place, qtbot)
    place.table.verticalScrollBar().setValue(100 * ROW)
    seen = place.table.in_sight()
    assert seen[0] == place.model.keys[100]
    assert place.table.viewport().height() // ROW <= len(seen) < 60
    order: list[int] = []
    place.register.told.connect(lambda keys: order.extend(keys))
    window.session().view.set_day(window.session().view.on + timedelta(1))
    place.table.verticalScrollBar().setValue(101 * ROW)
    settle(place, qtbot)
    assert set(order[: len(seen) - 2]) <= set(place.model.keys)
    assert len(order) == 400


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "folded"), [(948, {STRIP}), (1280, set()), (1700, set())])
def test_columns_fold_where_there_is_no_room_and_none_is_cut(
    open_case: OpenCase, language: Language, width: int, folded: set[int]
) -> None:
    window = open_case(*EVERYBODY, LONG)
    place = go(window)
    window.preferences.set_language(language)
    at_size(window, width)
    table = place.table
    hidden = {column for column in COLUMNS if table.isColumnHidden(column)}
    assert folded <= hidden <= folded | {CITIZENSHIP, STRIP}
    assert table.horizontalScrollBar().maximum() == 0
    header = table.horizontalHeader()
    for column in set(COLUMNS) - hidden:
        told = str(place.model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole))
        assert header.fontMetrics().horizontalAdvance(told) + 30 <= header.sectionSize(column), told
        if column in (LEAVE_BY, NAME + 4):
            for row in range(place.model.rowCount()):
                needed = table.sizeHintForIndex(place.model.index(row, column)).width()
                assert needed <= header.sectionSize(column)


def test_a_long_name_gives_way_and_is_read_whole_in_its_hint(open_case: OpenCase) -> None:
    place = go(open_case(LONG, ANNA))
    index = place.model.index(row_of(place, LONG.name), NAME)
    assert place.table.sizeHintForIndex(index).width() > place.table.columnWidth(NAME)
    assert LONG.name in index.data(Qt.ItemDataRole.ToolTipRole)


def test_tab_leaves_the_table(open_case: OpenCase) -> None:
    place = go(open_case(*EVERYBODY))
    choose(place, "Wei Zhang")
    place.table.setFocus()
    QTest.keyClick(place.table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is place.acts.open


def test_letters_lead_to_a_name(open_case: OpenCase) -> None:
    place = go(open_case(*EVERYBODY))
    place.table.setFocus()
    place.table.setCurrentIndex(place.model.index(0, NAME))
    QTest.keyClicks(place.table, "iv")
    assert chosen(place) == ["Ivan Petrov"]


def test_the_state_is_what_it_is_sorted_by_at_first(open_case: OpenCase) -> None:
    place = go(open_case(ANNA))
    assert place.model.sorting == Sorting(STATE)
    told = place.model.headerData(STATE, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
    assert told == "State ↓"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [948, 1280])
def test_a_name_has_its_room_before_other_columns_have_more(
    open_case: OpenCase, language: Language, width: int
) -> None:
    named = msgspec.structs.replace(ANNA, name="Elena Guest-Winterhalter")
    window = open_case(*EVERYBODY, named)
    window.resize(width, 690)
    window.preferences.set_language(language)
    place = go(window)
    needed = place.table.fontMetrics().horizontalAdvance(named.name) + CELL
    given = place.table.columnWidth(NAME)
    assert given >= needed or place.table.columnWidth(DUTY) <= WIDTHS[DUTY][0] + SLACK, "duties gave all they have"
    type_in(place, "wei")
    assert given <= place.table.columnWidth(NAME) <= given + SLACK, "no width changes with what is looked for"


def test_among_many_a_few_long_names_take_no_room_from_duties(open_case: OpenCase) -> None:
    window = open_case(LONG, *people(40))
    window.resize(948, 690)
    place = go(window)
    longest = max(cells(place, DUTY), key=len)
    assert place.table.columnWidth(DUTY) >= place.table.fontMetrics().horizontalAdvance(longest) + CELL


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_duty_is_cut_for_a_name_that_is_cut_nevertheless(open_case: OpenCase, language: Language) -> None:
    refused = ruled(msgspec.structs.replace(ANNA, name="Emre Kaya"), expulsion("2026-11-02", "2026-11-05"))
    window = open_case(LONG, refused, *EVERYBODY)  # of few, one is more than a few
    window.resize(1280, 720)
    window.preferences.set_language(language)
    place = go(window)
    letters, room = place.table.fontMetrics(), place.table.columnWidth(DUTY) - CELL
    assert letters.horizontalAdvance(LONG.name) > place.table.columnWidth(NAME)
    assert [duty for duty in cells(place, DUTY) if letters.horizontalAdvance(duty) > room] == [], [
        (place.table.columnWidth(c)) for c in COLUMNS
    ]


def test_a_citizenship_is_read_whole_where_other_columns_have_room_to_spare(open_case: OpenCase) -> None:
    window = open_case(msgspec.structs.replace(ANNA, citizenship="GB", name="Paul"), ANNA)
    window.resize(1280, 720)
    place = go(window)
    words = place.table.fontMetrics().horizontalAdvance("United Kingdom")
    assert place.table.columnWidth(CITIZENSHIP) >= words + CELL
