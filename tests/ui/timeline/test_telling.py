"""What the timeline tells, to a hand on the mouse and to one on the keys alike."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from kzstay.drawing.proposal import Proposal
from kzstay.drawing.shapes import LANE, LANE_HEIGHT, OPENING, PERMIT
from kzstay.ui.timeline.widget import Timeline
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, permit, plain, span, stay, traveller
from tests.ui.conftest import OpenCase

MIDDLE = LANE + LANE_HEIGHT / 2
ANNA = traveller(
    "DE",
    stay("2026-09-01", "2026-09-20", notified="2026-09-02", note="Nur <b>Zholy</b>"),
    stay("2026-11-11"),
    permits=[permit("2026-10-04", "2026-10-20")],
)


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(ANNA)


@pytest.fixture
def timeline(window: MainWindow) -> Timeline:
    return window.stay.timeline


def place(timeline: Timeline, on: str, y: float) -> QPointF:
    return QPointF(timeline.x_of(day(on)) + timeline.scale.per_day / 2, y)


def told(timeline: Timeline, on: str, y: float = MIDDLE) -> list[str]:
    return [plain(line) for line in timeline.telling.at(place(timeline, on, y))]


def test_of_a_stay_its_days_its_state_the_notice_and_the_note(timeline: Timeline) -> None:
    first, state, notice, note = told(timeline, "2026-09-10")
    assert first == "1 Sep 2026 – 20 Sep 2026 · 20 days"
    assert state == "within limits"
    assert notice.startswith("Host's notice of arrival: done")
    assert note == "Nur <b>Zholy</b>"


def test_of_a_day_what_is_used_of_it_and_whether_it_is_a_day_off(timeline: Timeline) -> None:
    named, used = told(timeline, "2026-10-25", 250)
    assert named == "Sunday, 25 October 2026 · a day off"
    assert used.startswith("180 days, counted strictly: 181 · 28 Apr – 25 Oct · ")
    assert told(timeline, "2026-10-27", 250)[0] == "Tuesday, 27 October 2026"


def test_of_the_days_left_until_when_they_are(timeline: Timeline) -> None:
    assert told(timeline, "2026-12-01") == ["The present stay may go on for 18 days, until 10 December 2026"]


def test_of_a_permit_its_days(timeline: Timeline) -> None:
    assert told(timeline, "2026-10-05", PERMIT + 5) == ["Visa: 4 October 2026 – 20 October 2026"]


def test_of_the_bracket_why_it_spans_a_day_more(timeline: Timeline) -> None:
    label = timeline.scene().bracket
    assert label is not None
    assert label.label is not None
    lines = timeline.telling.at(QPointF(label.label.x + 4, label.label.y))
    assert plain(lines[-1]).endswith("the strict count looks back 1 day more: 181.")


def test_of_the_line_of_the_limit_what_it_is(timeline: Timeline) -> None:
    curve = timeline.scene().curve
    assert curve is not None
    assert plain(timeline.telling.at(QPointF(20, curve.limit_y))[0]) == (
        "The dotted line is the limit: 90 days in each 180 days."
    )


def test_of_a_trip_in_mind_and_of_the_days_on_which_it_may_begin(window: MainWindow) -> None:
    timeline = window.stay.timeline
    window.session().propose(
        Proposal(entry=day("2026-12-12"), last=day("2026-12-20"), openings=(span("2026-12-12", "2026-12-14"),))
    )
    assert told(timeline, "2026-12-15") == ["Trip in mind: 12 Dec 2026 – 20 Dec 2026 · 9 days", "possible"]
    assert told(timeline, "2026-12-13", OPENING + 2) == [
        "The trip in mind fits if you enter on one of these days: 12 Dec 2026 – 14 Dec 2026"
    ]


def test_of_a_plan_without_an_end_how_long_it_may_last(open_case: OpenCase) -> None:
    timeline = open_case(traveller("DE", stay("2026-12-20"))).stay.timeline
    assert told(timeline, "2027-01-02") == [
        "from 20 Dec 2026",
        "This planned stay has no end yet: it may last 30 days, until 18 January 2027",
    ]


def test_of_the_pill_which_day_it_is_and_which_it_is_not(window: MainWindow) -> None:
    timeline, pill = window.stay.timeline, QPointF(window.stay.timeline.scene().today.x + 4, 8)
    assert [plain(line) for line in timeline.telling.at(pill)] == ["Calculated for Sunday, 22 November 2026"]
    window.session().view.set_day(day("2026-11-10"))
    pill = QPointF(timeline.scene().today.x + 4, 8)
    assert timeline.scene().today.text == "10 Nov 2026"
    assert plain(timeline.telling.at(pill)[1]) == "Today is Sunday, 22 November 2026"


def test_nothing_is_told_of_the_ruler(timeline: Timeline) -> None:
    assert told(timeline, "2026-08-15", 30) == []


def test_without_the_mouse_what_is_chosen_is_told_else_the_day_of_reckoning(window: MainWindow) -> None:
    timeline = window.stay.timeline
    assert plain(timeline.telling.lines()[0]) == "Calculated for Sunday, 22 November 2026"
    window.session().select(0)
    assert plain(timeline.telling.lines()[0]) == "1 Sep 2026 – 20 Sep 2026 · 20 days"
    timeline.inspect(day("2026-10-27"))
    assert plain(timeline.telling.lines()[0]) == "Tuesday, 27 October 2026"


def test_keys_are_told_of_wherever_the_mouse_was_left(window: MainWindow, qtbot: QtBot) -> None:
    timeline = window.stay.timeline
    timeline.setFocus()
    qtbot.mouseMove(timeline, place(timeline, "2026-10-25", 240).toPoint())
    assert plain(timeline.telling.lines()[0]).startswith("Sunday, 25 October")
    qtbot.keyClick(timeline, Qt.Key.Key_Home)
    assert plain(timeline.telling.lines()[0]) == "1 Sep 2026 – 20 Sep 2026 · 20 days"


def test_keys_that_go_to_a_day_find_all_that_the_mouse_would(window: MainWindow) -> None:
    timeline = window.stay.timeline
    window.session().propose(
        Proposal(entry=day("2026-12-12"), last=day("2026-12-20"), openings=(span("2026-12-12", "2026-12-14"),))
    )
    (flag,) = [plain(line) for line in timeline.telling.of_day(day("2026-12-10")) if "due" in line]
    assert flag.startswith("Obtain a visa or leave")
    assert [plain(line) for line in timeline.telling.of_day(day("2026-09-05"))][2:] == [
        "1 Sep 2026 – 20 Sep 2026 · 20 days",
        "within limits",
    ]
    assert plain(timeline.telling.of_day(day("2026-10-05"))[-1]) == "Visa: 4 October 2026 – 20 October 2026"
    assert plain(timeline.telling.of_day(day("2026-12-13"))[-1]).startswith("The trip in mind fits if you enter")
    assert len(timeline.telling.of_day(day("2026-08-05"))) == 2


def test_the_hint_says_the_same_as_the_line_and_shows_what_was_typed_as_it_was(window: MainWindow) -> None:
    timeline = window.stay.timeline
    at = place(timeline, "2026-09-10", MIDDLE).toPoint()
    QApplication.sendEvent(timeline, QHelpEvent(QHelpEvent.Type.ToolTip, at, timeline.mapToGlobal(at)))
    assert "Nur &lt;b&gt;Zholy&lt;/b&gt;" in QToolTip.text()
    assert plain(QToolTip.text()).count("1 Sep 2026") == 1
    QToolTip.hideText()


def test_what_is_held_is_told_in_the_line_too(window: MainWindow, qtbot: QtBot) -> None:
    timeline = window.stay.timeline
    start = place(timeline, "2026-09-10", MIDDLE).toPoint()
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(timeline, start + QPoint(30, 0))
    qtbot.mouseMove(timeline, start + QPoint(60, 0))
    change = timeline.pointer.change
    assert change is not None
    assert timeline.telling.lines() == list(timeline.telling.of_change(change))
    qtbot.keyClick(timeline, Qt.Key.Key_Escape)
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
