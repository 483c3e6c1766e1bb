"""The menu over the timeline: of the stay or the day that is pointed at, or of the chosen stay; and the guide."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from kzstay import bundled
from kzstay.drawing.shapes import LANE, LANE_HEIGHT
from kzstay.texts import guide as guide_texts
from kzstay.ui.timeline.widget import Timeline
from kzstay.ui.widgets.letters import plain
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase
from tests.ui.pages.stays.stay_rows import editor

ANNA = traveller("DE", stay("2026-09-01", "2026-10-20"), stay("2026-11-11"))


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(ANNA)


@pytest.fixture
def timeline(window: MainWindow) -> Timeline:
    window.stay.timeline.show_all()
    return window.stay.timeline


def at(timeline: Timeline, text: str) -> QPointF:
    """Return the middle of a day in the lane of the stays."""
    return QPointF(timeline.x_of(day(text)) + timeline.scale.per_day / 2, LANE + LANE_HEIGHT / 2)


def menu_at(timeline: Timeline, place: QPointF | None) -> QMenu:
    menu = timeline.menu.made(place)
    assert menu is not None
    return menu


def texts(menu: QMenu) -> list[str]:
    return [plain(action.text()) for action in menu.actions() if action.text()]


def do(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if plain(action.text()) == text).trigger()


def test_over_a_stay_it_has_what_the_table_has_and_the_way_into_the_guide(
    window: MainWindow, timeline: Timeline
) -> None:
    menu = menu_at(timeline, at(timeline, "2026-10-01"))
    assert window.session().selection == 0
    table = window.stay.stays
    same = texts(table.row_acts.menu(table.chosen()))[:-2]
    shown = texts(menu)
    assert shown[len(same) :] == ["Guide: I stayed too long"]
    assert [text for text in shown if not text.startswith("Split")][: len(same) - 1] == [
        text for text in same if not text.startswith("Split")
    ]


def test_a_stay_is_split_on_the_day_that_is_pointed_at(window: MainWindow, timeline: Timeline) -> None:
    do(menu_at(timeline, at(timeline, "2026-10-01")), "Split on 1 Oct 2026")
    assert [one.entry for one in window.session().traveller.stays[:2]] == [day("2026-09-01"), day("2026-10-01")]
    assert isinstance(editor(), QLineEdit)
    editor().clearFocus()
    window.session().undo()
    assert window.session().traveller == ANNA


def test_by_key_it_is_that_of_the_chosen_stay(window: MainWindow, timeline: Timeline) -> None:
    window.session().select(0)
    assert "Delete the stay" in texts(menu_at(timeline, None))
    do(menu_at(timeline, None), "Delete the stay")
    assert window.session().traveller.stays == ANNA.stays[1:]
    window.info.button.click()
    assert window.session().traveller == ANNA


def test_over_a_day_without_a_stay_one_is_added_or_planned(window: MainWindow, timeline: Timeline) -> None:
    place = at(timeline, "2026-12-05")
    assert texts(menu_at(timeline, place))[:2] == ["Add a stay from 5 Dec 2026", "Plan a trip from 5 Dec 2026"]
    do(menu_at(timeline, place), "Add a stay from 5 Dec 2026")
    assert window.session().traveller.stays[2] == stay("2026-12-05", "2026-12-05")
    assert editor().text() == "05.12.2026", "when it ends is typed next"
    editor().clearFocus()
    window.session().undo()
    do(menu_at(timeline, place), "Plan a trip from 5 Dec 2026")
    assert window.stay.page == "plan"
    assert pages_of.plan(window).fields.day() == day("2026-12-05")
    assert pages_of.plan(window).fields.days.edit.hasFocus()


def test_without_a_chosen_stay_the_key_means_the_day_of_reckoning(window: MainWindow, timeline: Timeline) -> None:
    window.session().select(-1)
    assert texts(menu_at(timeline, None))[0] == "Add a stay from 22 Nov 2026"


def test_over_a_flag_it_leads_into_the_guide_alone(timeline: Timeline) -> None:
    flag = timeline.scene().flags[0]
    way = guide_texts.read_more(timeline.session().view.w, bundled.guide(), flag.topic)
    assert texts(menu_at(timeline, QPointF(flag.x, flag.y))) == [way]


def test_nothing_is_added_to_what_is_read_only(window: MainWindow, timeline: Timeline) -> None:
    window.session().read_only = True
    do(menu_at(timeline, at(timeline, "2026-12-05")), "Add a stay from 5 Dec 2026")
    window.session().read_only = False
    assert window.session().traveller == ANNA


def test_the_chosen_stay_is_copied_and_duplicated_by_key(
    window: MainWindow, timeline: Timeline, qtbot: QtBot
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    timeline.setFocus()
    window.session().select(0)
    qtbot.keyClick(timeline, Qt.Key.Key_C, control)
    assert "2026-09-01\t2026-10-20\t50" in QGuiApplication.clipboard().text()
    qtbot.keyClick(timeline, Qt.Key.Key_D, control)
    assert len(window.session().traveller.stays) == 3
