"""Everything that the mouse does, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzstay.core.case import Stay
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase

Key, Held = Qt.Key, Qt.KeyboardModifier
ANNA = traveller("DE", stay("2026-07-01", "2026-07-10"), stay("2026-10-10", "2026-10-24"))


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    window = open_case(ANNA)
    window.stay.timeline.setFocus()
    return window


def press(qtbot: QtBot, window: MainWindow, *keys: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    for key in keys:
        qtbot.keyClick(window.stay.timeline, key, held)


def stays(window: MainWindow) -> tuple[Stay, ...]:
    return window.session().case.travellers[0].stays


def test_arrows_go_from_stay_to_stay(qtbot: QtBot, window: MainWindow) -> None:
    chosen: list[int] = []
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_End, Key.Key_Home):
        press(qtbot, window, key)
        chosen.append(window.session().selection)
    assert chosen == [0, 1, 1, 0, 1, 0]


def test_arrows_leave_no_stay_out(qtbot: QtBot, open_case: OpenCase) -> None:
    window = open_case(traveller("DE", *ANNA.stays, stay("2026-11-11")))
    window.stay.timeline.setFocus()
    chosen: list[int] = []
    for key in (Key.Key_Left, Key.Key_Left, Key.Key_Left, Key.Key_Left, Key.Key_Right, Key.Key_Right):
        press(qtbot, window, key)
        chosen.append(window.session().selection)
    assert chosen == [2, 1, 0, 0, 1, 2]


@pytest.mark.qt_log_ignore("Keyboard event not accepted")  # which is what is asked here
def test_where_there_is_no_stay_keys_choose_and_move_nothing(qtbot: QtBot, open_case: OpenCase) -> None:
    window = open_case()
    press(qtbot, window, Key.Key_Right, Key.Key_End, Key.Key_E)
    press(qtbot, window, Key.Key_Right, held=Held.AltModifier)
    assert window.session().selection == -1
    assert window.case_file.blank


def test_alt_and_arrows_move_the_stay_by_days_and_weeks(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Key.Key_End)
    press(qtbot, window, Key.Key_Right, Key.Key_Right, held=Held.AltModifier)
    assert stays(window)[1] == stay("2026-10-12", "2026-10-26")
    press(qtbot, window, Key.Key_Left, held=Held.AltModifier | Held.ShiftModifier)
    assert stays(window)[1] == stay("2026-10-05", "2026-10-19")


def test_repeated_nudges_are_one_step_to_undo(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Key.Key_End)
    press(qtbot, window, *[Key.Key_Right] * 5, held=Held.AltModifier)
    assert window.session().undo_stack.count() == 1
    window.session().undo_stack.undo()
    assert stays(window) == ANNA.stays


def test_an_edge_is_chosen_and_moved(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Key.Key_End, Key.Key_E, Key.Key_Right, Key.Key_PageDown)
    assert stays(window)[1] == stay("2026-10-10", "2026-11-24")
    press(qtbot, window, Key.Key_S, Key.Key_Left, Key.Key_PageUp)
    assert stays(window)[1] == stay("2026-09-09", "2026-11-24")


def test_escape_leaves_the_edge(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Key.Key_End, Key.Key_E, Key.Key_Escape, Key.Key_Left)
    assert window.session().selection == 0
    assert stays(window) == ANNA.stays


def test_delete_deletes_and_undo_brings_back(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Key.Key_End)
    window.commands.by_name["delete_stay"].trigger()
    assert stays(window) == ANNA.stays[:1]
    window.info.button.click()
    assert stays(window) == ANNA.stays


def test_plus_minus_and_nought_zoom(qtbot: QtBot, window: MainWindow) -> None:
    before = window.stay.timeline.scale.per_day
    press(qtbot, window, Key.Key_Plus)
    assert window.stay.timeline.scale.per_day > before
    press(qtbot, window, Key.Key_Minus, Key.Key_Minus)
    assert window.stay.timeline.scale.per_day < before
    press(qtbot, window, Key.Key_0)
    assert (
        0
        <= window.stay.timeline.rect_of(0).left()
        < window.stay.timeline.rect_of(1).right()
        <= window.stay.timeline.width()
    )


def test_shift_and_page_keys_go_a_screen(qtbot: QtBot, window: MainWindow) -> None:
    first = window.stay.timeline.scale.first
    press(qtbot, window, Key.Key_PageDown, held=Held.ShiftModifier)
    assert window.stay.timeline.scale.first > first
    press(qtbot, window, Key.Key_PageUp, held=Held.ShiftModifier)
    assert window.stay.timeline.scale.first == first
