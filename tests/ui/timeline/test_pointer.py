"""The mouse on the timeline: whole days, live answers, one step to undo."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.core.case import Stay
from kzstay.drawing.scale import Scale
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, stay, traveller
from tests.ui.conftest import OpenCase

Held = Qt.KeyboardModifier
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
ANNA = traveller("DE", stay("2026-09-01", "2026-09-20"), stay("2026-10-10", "2026-10-24"))


class Hand:
    """A hand on the mouse over a window's timeline."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window
        self.timeline = window.stay.timeline

    def place(self, on: date, *, y: float | None = None) -> QPoint:
        middle = self.timeline.x_of(on) + self.timeline.scale.per_day / 2
        return QPoint(round(middle), round(y or self.timeline.rect_of(0).center().y()))

    def press(self, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
        self.qtbot.mousePress(self.timeline, button, pos=at)

    def move(self, to: QPoint) -> None:
        self.qtbot.mouseMove(self.timeline, to)

    def release(self, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
        self.qtbot.mouseRelease(self.timeline, button, pos=at)

    def drag(self, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT) -> None:
        self.press(start, button)
        self.move((start + end) / 2)
        self.move(end)
        self.release(end, button)

    @property
    def stays(self) -> tuple[Stay, ...]:
        return self.window.session().case.travellers[0].stays


@pytest.fixture
def hand(qtbot: QtBot, open_case: OpenCase) -> Hand:
    return Hand(qtbot, open_case(ANNA))


@pytest.mark.parametrize("days", [-9, -1, 1, 6])
def test_a_dragged_body_moves_the_stay_by_whole_days(hand: Hand, days: int) -> None:
    middle = day("2026-10-17")
    hand.drag(hand.place(middle), hand.place(middle + timedelta(days)))
    shift = timedelta(days)
    assert hand.stays[1] == Stay(entry=day("2026-10-10") + shift, exit=day("2026-10-24") + shift)


def test_a_dragged_right_edge_moves_the_exit(hand: Hand) -> None:
    hand.drag(hand.place(day("2026-10-24")), hand.place(day("2026-10-30")))
    assert hand.stays[1] == stay("2026-10-10", "2026-10-30")


def test_a_dragged_left_edge_moves_the_entry(hand: Hand) -> None:
    hand.drag(hand.place(day("2026-10-10")), hand.place(day("2026-10-04")))
    assert hand.stays[1] == stay("2026-10-04", "2026-10-24")


def test_a_drag_over_nothing_makes_a_stay(hand: Hand) -> None:
    hand.drag(hand.place(day("2026-11-02")), hand.place(day("2026-11-08")))
    assert hand.stays[2] == stay("2026-11-02", "2026-11-08")
    assert hand.window.session().selection == 2


def test_a_double_click_makes_a_stay_of_one_day(hand: Hand, qtbot: QtBot) -> None:
    qtbot.mouseDClick(hand.timeline, LEFT, pos=hand.place(day("2026-11-05")))
    assert hand.stays[2] == stay("2026-11-05", "2026-11-05")


def test_a_click_changes_nothing_and_selects(hand: Hand, qtbot: QtBot) -> None:
    qtbot.mouseClick(hand.timeline, LEFT, pos=hand.place(day("2026-09-10")))
    assert hand.stays == ANNA.stays
    assert hand.window.session().selection == 0
    qtbot.mouseClick(hand.timeline, LEFT, pos=hand.place(day("2026-11-05")))
    assert hand.window.session().selection == -1


def test_the_answer_changes_while_dragging(hand: Hand) -> None:
    hand.press(hand.place(day("2026-10-24")))
    hand.move(hand.place(day("2026-10-26")))
    hand.move(hand.place(day("2026-11-22")))
    assert hand.window.stay.hero.number.text() == "14"
    assert hand.window.stay.hero.unit.text() == "days over"
    assert hand.stays == ANNA.stays
    hand.release(hand.place(day("2026-11-22")))
    assert hand.stays[1] == stay("2026-10-10", "2026-11-22")


def test_escape_takes_a_drag_back(hand: Hand, qtbot: QtBot) -> None:
    before = hand.window.stay.hero.lead.text()
    hand.press(hand.place(day("2026-10-17")))
    hand.move(hand.place(day("2026-10-25")))
    qtbot.keyClick(hand.timeline, Qt.Key.Key_Escape)
    assert hand.window.stay.hero.lead.text() == before
    hand.move(hand.place(day("2026-11-01")))
    hand.release(hand.place(day("2026-11-01")))
    assert hand.stays == ANNA.stays
    assert not hand.window.session().undo_stack.canUndo()


def test_a_drag_is_one_step_to_undo_and_redo(hand: Hand) -> None:
    hand.drag(hand.place(day("2026-10-17")), hand.place(day("2026-10-22")))
    stack = hand.window.session().undo_stack
    assert stack.count() == 1
    assert hand.window.commands.undo.text() == "Undo: Move stay"
    hand.window.preferences.set_language("ru")
    assert hand.window.commands.undo.text() == "Отменить: перемещение периода"
    stack.undo()
    assert hand.stays == ANNA.stays
    stack.redo()
    assert hand.stays[1] == stay("2026-10-15", "2026-10-29")


def test_a_neighbour_stops_a_drag_and_it_is_said(hand: Hand) -> None:
    hand.drag(hand.place(day("2026-10-17")), hand.place(day("2026-08-10")))
    assert hand.stays[1].entry == day("2026-09-20")
    assert hand.window.info.text.text() == "The stay stops at the neighbouring one."


def test_a_stay_of_one_day_can_still_be_moved_and_made_longer(qtbot: QtBot, open_case: OpenCase) -> None:
    hand = Hand(qtbot, open_case(traveller("DE", stay("2026-10-10", "2026-10-10"))))
    bar = hand.timeline.rect_of(0)
    right = QPoint(round(bar.right()) + 4, round(bar.center().y()))
    # The edge moves by as many days as the pointer, wherever in its zone it is taken hold of
    hand.drag(right, hand.place(hand.timeline.day_at(right.x()) + timedelta(5)))
    assert hand.stays[0] == stay("2026-10-10", "2026-10-15")


def test_the_end_of_an_open_stay_is_dragged_to_an_exit(qtbot: QtBot, open_case: OpenCase) -> None:
    hand = Hand(qtbot, open_case(traveller("DE", stay("2026-11-11"))))
    hand.drag(hand.place(day("2026-11-22")), hand.place(day("2026-12-03")))
    assert hand.stays[0] == stay("2026-11-11", "2026-12-03")


def test_the_middle_button_and_the_ruler_move_the_days(hand: Hand) -> None:
    for button, y in ((MIDDLE, None), (LEFT, 20)):
        start = hand.place(day("2026-10-01"), y=y)
        before = hand.timeline.day_at(start.x())
        hand.drag(start, start + QPoint(100, 0), button)
        assert abs((hand.timeline.day_at(start.x() + 100) - before).days) <= 1
    assert hand.stays == ANNA.stays


def test_the_wheel_zooms_about_the_pointer(hand: Hand, qapp: QApplication) -> None:
    at = QPointF(700, 200)
    before, per_day = hand.timeline.day_at(at.x()), hand.timeline.scale.per_day
    event = QWheelEvent(
        at,
        hand.timeline.mapToGlobal(at),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    qapp.sendEvent(hand.timeline, event)
    assert hand.timeline.scale.per_day > per_day
    assert abs((hand.timeline.day_at(at.x()) - before).days) <= 1


def wheel(hand: Hand, delta: QPoint, held: Held = Held.NoModifier) -> None:
    at = QPointF(700, 200)
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, hand.timeline.mapToGlobal(at), QPoint(), delta, none, held, phase, False)
    QApplication.sendEvent(hand.timeline, event)
    assert event.isAccepted()


@pytest.mark.parametrize(
    ("delta", "held", "later"),
    [
        (QPoint(-240, 0), Held.NoModifier, True),
        (QPoint(240, 30), Held.NoModifier, False),
        (QPoint(0, -240), Held.ShiftModifier, True),
        (QPoint(0, 240), Held.ShiftModifier, False),
    ],
)
def test_the_wheel_sideways_or_with_shift_moves_the_days(
    hand: Hand, delta: QPoint, held: Held, later: bool
) -> None:
    before = hand.timeline.scale
    wheel(hand, delta, held)
    assert hand.timeline.scale.per_day == before.per_day
    assert hand.timeline.scale.start != before.start
    assert (hand.timeline.scale.start > before.start) is later


@pytest.mark.parametrize(("value", "nearer"), [(0.25, True), (-0.2, False)])
def test_a_pinch_zooms_about_its_middle(hand: Hand, value: float, nearer: bool) -> None:
    at, before = QPointF(400, 200), hand.timeline.scale
    there = before.day_at(400)
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        hand.timeline.mapToGlobal(at),
        value,
        QPointF(),
    )
    QApplication.sendEvent(hand.timeline, pinch)
    assert (hand.timeline.scale.per_day > before.per_day) is nearer
    assert abs((hand.timeline.day_at(400) - there).days) <= 1


def test_with_space_held_a_drag_moves_the_days_and_no_stay(hand: Hand, qtbot: QtBot) -> None:
    hand.timeline.setFocus()
    start = hand.place(day("2026-10-17"))
    before = hand.timeline.scale.start
    qtbot.keyPress(hand.timeline, Qt.Key.Key_Space)
    hand.drag(start, start + QPoint(100, 0))
    assert hand.timeline.scale.start < before
    assert hand.stays == ANNA.stays
    qtbot.keyRelease(hand.timeline, Qt.Key.Key_Space)
    hand.drag(hand.place(day("2026-10-17")), hand.place(day("2026-10-20")))
    assert hand.stays[1] == stay("2026-10-13", "2026-10-27")


def test_space_that_is_held_where_the_focus_goes_elsewhere_is_let_go(hand: Hand, qtbot: QtBot) -> None:
    hand.timeline.setFocus()
    qtbot.keyPress(hand.timeline, Qt.Key.Key_Space)
    hand.window.stay.stays.setFocus()
    hand.drag(hand.place(day("2026-10-17")), hand.place(day("2026-10-20")))
    assert hand.stays[1] == stay("2026-10-13", "2026-10-27")


def test_the_right_button_takes_hold_of_nothing(hand: Hand, qtbot: QtBot) -> None:
    start, end = hand.place(day("2026-10-17")), hand.place(day("2026-10-20"))
    hand.drag(start, end, Qt.MouseButton.RightButton)
    qtbot.mouseDClick(hand.timeline, Qt.MouseButton.RightButton, pos=hand.place(day("2026-11-05")))
    assert hand.stays == ANNA.stays
    assert hand.window.session().selection == -1
    assert not hand.window.session().previewing


@pytest.mark.parametrize(
    ("on", "y", "shape"),
    [
        ("2026-10-17", None, Qt.CursorShape.SizeAllCursor),
        ("2026-10-10", None, Qt.CursorShape.SizeHorCursor),
        ("2026-10-24", None, Qt.CursorShape.SizeHorCursor),
        ("2026-11-05", None, Qt.CursorShape.CrossCursor),
        ("2026-10-17", 20.0, Qt.CursorShape.OpenHandCursor),
    ],
    ids=["a stay", "its entry", "its exit", "an empty place", "the ruler"],
)
def test_the_cursor_shows_what_a_press_would_take_hold_of(
    hand: Hand, on: str, y: float | None, shape: Qt.CursorShape
) -> None:
    hand.move(hand.place(day(on), y=y))
    assert hand.timeline.cursor().shape() == shape


def test_the_cursor_is_a_hand_that_holds_while_the_days_are_moved(hand: Hand, qtbot: QtBot) -> None:
    at = hand.place(day("2026-10-17"))
    hand.timeline.setFocus()
    qtbot.keyPress(hand.timeline, Qt.Key.Key_Space)
    hand.move(at)
    assert hand.timeline.cursor().shape() == Qt.CursorShape.OpenHandCursor
    hand.press(at)
    assert hand.timeline.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    hand.release(at)
    qtbot.keyRelease(hand.timeline, Qt.Key.Key_Space)
    assert hand.timeline.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_where_days_are_narrow_an_edge_is_drawn_to_the_day_of_reckoning(hand: Hand) -> None:
    on = hand.window.session().view.on
    first = on - timedelta(800)
    hand.timeline.look_at(Scale.showing(first, on + timedelta(200), hand.timeline.width()))
    exit_edge = hand.timeline.rect_of(1).right()
    start = QPoint(round(exit_edge) + 3, round(hand.timeline.rect_of(1).center().y()))
    days_off = (on - day("2026-10-24")).days - 2
    hand.drag(start, start + QPoint(round(days_off * hand.timeline.scale.per_day), 0))
    assert hand.stays[1].exit == on


@pytest.mark.parametrize("held", [Held.NoModifier, Held.AltModifier], ids=["drawn", "freely"])
def test_an_edge_is_drawn_to_the_last_lawful_day_and_with_alt_to_any(hand: Hand, held: Held) -> None:
    """From 10 October thirty days reach to 8 November; a day less is within a few pixels of it."""
    last, short = day("2026-11-08"), day("2026-11-07")
    start = hand.place(day("2026-10-24"))
    hand.press(start)
    for to in (day("2026-10-30"), short):
        hand.qtbot.mouseMove(hand.timeline, hand.place(to))
        QApplication.sendEvent(hand.timeline, moving(hand, hand.place(to), held))
    drawn = held is Held.NoModifier
    assert hand.timeline.pointer.drawn_to == (last if drawn else None)
    assert any("drawn to 8 Nov" in line for line in hand.timeline.telling.lines()) is drawn
    hand.release(hand.place(short))
    assert hand.stays[1].exit == (last if drawn else short)


def moving(hand: Hand, at: QPoint, held: Held) -> QMouseEvent:
    place = QPointF(at)
    return QMouseEvent(
        QEvent.Type.MouseMove, place, hand.timeline.mapToGlobal(place), Qt.MouseButton.NoButton, LEFT, held
    )


def test_a_stay_that_is_moved_is_drawn_to_where_its_edge_hits_today(hand: Hand) -> None:
    on = hand.window.session().view.on
    days = (on - day("2026-10-24")).days - 1
    hand.drag(hand.place(day("2026-10-17")), hand.place(day("2026-10-17") + timedelta(days)))
    assert hand.stays[1].exit == on


def test_a_new_stay_is_drawn_to_the_end_of_its_term(hand: Hand) -> None:
    begin = day("2026-12-01")
    hand.drag(hand.place(begin), hand.place(begin + timedelta(28)))
    assert hand.stays[2] == stay("2026-12-01", "2026-12-30")


@pytest.mark.parametrize(("to", "stops"), [("2026-10-30", False), ("2026-08-10", True)])
def test_a_drag_says_beside_the_pointer_what_stops_it(
    hand: Hand, monkeypatch: pytest.MonkeyPatch, to: str, stops: bool
) -> None:
    said: list[tuple[str, str]] = []
    monkeypatch.setattr(
        "kzstay.ui.timeline.widget.paint_bubble", lambda _painter, lines, *_place: said.append(lines)
    )
    hand.press(hand.place(day("2026-10-17")))
    hand.move(hand.place(day("2026-10-20")))
    hand.move(hand.place(day(to)))
    hand.timeline.grab()
    assert said[-1][1].endswith("stops at the neighbouring stay") is stops


def test_the_counted_period_follows_the_pointer_below_the_lane(hand: Hand) -> None:
    hand.move(hand.place(day("2026-10-15"), y=240))
    bracket = hand.timeline.scene().bracket
    assert bracket is not None
    assert bracket.text == "180 days, counted strictly: 181 · 18 Apr – 15 Oct · 26 used, 64 free"


def test_dragging_at_the_edge_scrolls(hand: Hand, qtbot: QtBot) -> None:
    first = hand.timeline.scale.first
    hand.press(hand.place(day("2026-09-10")))
    hand.move(QPoint(60, hand.place(day("2026-09-10")).y()))
    hand.move(QPoint(5, hand.place(day("2026-09-10")).y()))
    qtbot.waitUntil(lambda: hand.timeline.scale.first < first - timedelta(5))
    hand.release(QPoint(5, hand.place(day("2026-09-10")).y()))
    assert hand.stays[0].entry < day("2026-05-20")


def test_the_first_stay_is_drawn_on_an_empty_timeline(qtbot: QtBot, open_case: OpenCase) -> None:
    window = open_case()
    timeline = window.stay.timeline
    y = 104
    start = QPoint(round(timeline.x_of(day("2026-06-01")) + 1), y)
    end = QPoint(round(timeline.x_of(day("2026-06-10")) + 2), y)
    Hand(qtbot, window).drag(start, end)
    assert window.session().case.travellers[0].stays == (stay("2026-06-01", "2026-06-10"),)
    assert not window.stay.empty.isVisible()
