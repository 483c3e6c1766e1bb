"""The timeline as a part of the window: what it looks at, what it keeps, and what it says."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.core import editing
from kzstay.core.case import Traveller
from kzstay.core.days import DAY
from kzstay.core.editing import Change
from kzstay.drawing.colours import DARK
from kzstay.drawing.shapes import LANE, LANE_HEIGHT
from kzstay.ui.timeline.widget import Timeline
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, stay, traveller
from tests.ui.conftest import TODAY, OpenCase

ANNA = traveller("DE", stay("2026-07-01", "2026-07-10"), stay("2026-10-10", "2026-10-24"), stay("2026-11-11"))
FAR = traveller("DE", stay("2019-03-01", "2019-03-05"), stay("2029-02-01", "2029-02-20"))


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(ANNA)


def seen(timeline: Timeline, on: date) -> bool:
    return timeline.x_of(on) >= 0 and timeline.x_of(on + DAY) <= timeline.width() + 0.01


# Where days and stays are


@pytest.mark.parametrize("factor", [0.1, 0.5, 1, 3, 40])
def test_at_every_zoom_a_place_holds_the_day_whose_place_it_is(window: MainWindow, factor: float) -> None:
    timeline = window.stay.timeline
    timeline.zoom(factor)
    for offset in range(-40, 40, 7):
        on = TODAY + DAY * offset
        assert timeline.day_at(timeline.x_of(on)) == on
        assert timeline.day_at(timeline.x_of(on) + timeline.scale.per_day * 0.99) == on


def test_the_bars_lie_in_the_lane_side_by_side(window: MainWindow) -> None:
    rects = [window.stay.timeline.rect_of(index) for index in range(3)]
    assert all((rect.top(), rect.height()) == (LANE, LANE_HEIGHT) for rect in rects)
    assert all(one.right() < other.left() for one, other in pairwise(rects))


# What is looked at


@pytest.mark.parametrize("who", [ANNA, FAR, traveller("DE")], ids=["this year", "years apart", "no stay"])
def test_all_stays_and_the_present_are_shown_to_who_asks_for_all(open_case: OpenCase, who: Traveller) -> None:
    timeline = open_case(who).stay.timeline
    timeline.show_all()
    days = [TODAY, *(on for one in who.stays for on in (one.entry, one.exit or TODAY))]
    assert all(seen(timeline, on) for on in days)


def test_at_first_the_period_that_counts_is_shown_and_some_time_ahead(window: MainWindow) -> None:
    timeline = window.stay.timeline
    limit = window.session().pair.safe.counting_limit(TODAY)
    assert limit is not None
    assert limit.row.period is not None
    assert seen(timeline, TODAY - DAY * limit.row.period)
    assert seen(timeline, TODAY + DAY * 60)


def test_a_day_that_is_seen_moves_nothing_and_another_no_more_than_it_must(window: MainWindow) -> None:
    timeline = window.stay.timeline
    before = timeline.scale
    timeline.see(TODAY)
    assert timeline.scale == before
    timeline.see(day("2028-01-01"))
    assert seen(timeline, day("2028-01-01"))
    assert timeline.scale.per_day == before.per_day
    assert timeline.x_of(day("2028-01-01")) > timeline.width() / 2


def test_zooming_keeps_the_day_of_reckoning_where_it_is_seen_and_else_the_middle(window: MainWindow) -> None:
    timeline = window.stay.timeline
    at = timeline.x_of(TODAY)
    timeline.zoom(2)
    assert timeline.x_of(TODAY) == pytest.approx(at)
    timeline.see(day("2030-01-01"))
    middle = timeline.scale.ordinal_at(timeline.width() / 2)
    timeline.zoom(2)
    assert timeline.scale.ordinal_at(timeline.width() / 2) == pytest.approx(middle)


def test_a_wider_timeline_shows_the_same_days(window: MainWindow) -> None:
    timeline = window.stay.timeline
    first, days = timeline.scale.start, timeline.scale.width / timeline.scale.per_day
    window.resize(window.width() - 200, window.height())
    QApplication.processEvents()
    assert timeline.scale.width == timeline.width()
    assert timeline.scale.start == first
    assert timeline.scale.width / timeline.scale.per_day == pytest.approx(days)


def test_the_period_of_the_day_under_the_pointer_is_shown_until_it_leaves(window: MainWindow) -> None:
    timeline = window.stay.timeline
    usual = timeline.scene().bracket
    timeline.inspect(day("2026-09-01"))
    assert timeline.scene().bracket != usual
    timeline.inspect(None)
    assert timeline.scene().bracket == usual


# What is kept


def test_a_scene_is_worked_out_once_and_anew_when_something_has_changed(window: MainWindow) -> None:
    timeline, session = window.stay.timeline, window.session()
    scene = timeline.scene()
    assert timeline.scene() is scene
    timeline.set_theme(DARK)
    assert timeline.scene() is scene, "other colours are no other scene"
    session.change(editing.moved(session.traveller, 0, 3, session.view.on), "move-stay")
    changed = timeline.scene()
    assert [bar.x for bar in changed.bars] != [bar.x for bar in scene.bars]
    assert changed.ruler is scene.ruler, "a drag leaves the ruler as it is"


@pytest.mark.parametrize("what", ["language", "zoom"])
def test_the_ruler_is_made_anew_for_another_language_or_scale(window: MainWindow, what: str) -> None:
    before = window.stay.timeline.scene().ruler
    if what == "language":
        window.preferences.set_language("ru")
    else:
        window.stay.timeline.zoom(1.5)
    assert window.stay.timeline.scene().ruler != before


# What is said


def test_the_picture_is_described_by_its_answer_and_not_by_what_a_drag_would_make_of_it(
    window: MainWindow,
) -> None:
    timeline, session = window.stay.timeline, window.session()
    before = timeline.accessibleDescription()
    assert "18 days left" in before
    session.preview(editing.moved(session.traveller, 2, -5, session.view.on))
    assert timeline.accessibleDescription() == before
    session.preview(None)
    session.view.set_day(TODAY + DAY)
    assert "17 days left" in timeline.accessibleDescription()


def test_a_change_says_what_stopped_it(window: MainWindow) -> None:
    told: list[str] = []
    session = window.session()
    session.message.connect(lambda text, _caution: told.append(text))
    session.select(1)
    window.stay.timeline.announce(Change(session.traveller.stays, 1))
    assert told == []
    window.stay.timeline.announce(Change(session.traveller.stays, 1, blocked=True))
    assert told == ["The stay stops at the neighbouring one."]


# Where the keyboard is


@pytest.mark.parametrize(
    ("reason", "ringed"),
    [
        (Qt.FocusReason.TabFocusReason, True),
        (Qt.FocusReason.BacktabFocusReason, True),
        (Qt.FocusReason.MouseFocusReason, False),
    ],
)
def test_who_comes_by_keyboard_is_shown_where_they_are(
    window: MainWindow, qtbot: QtBot, reason: Qt.FocusReason, ringed: bool
) -> None:
    timeline = window.stay.timeline
    window.session().select(-1)
    timeline.clearFocus()
    bare = timeline.grab().toImage()
    timeline.setFocus(reason)
    assert (timeline.grab().toImage() != bare) is ringed
    timeline.clearFocus()
    assert timeline.grab().toImage() == bare


def test_no_ring_is_drawn_before_the_first_key(window: MainWindow, qtbot: QtBot) -> None:
    timeline = window.stay.timeline
    fresh = Timeline(window.session())
    qtbot.addWidget(fresh)
    fresh.resize(timeline.size())
    fresh.show()
    bare = fresh.grab().toImage()
    fresh.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    assert fresh.grab().toImage() == bare
    timeline.setFocus()


def test_the_ring_does_not_cut_the_day_of_reckoning(window: MainWindow) -> None:
    timeline = window.stay.timeline
    window.session().select(-1)
    label = timeline.scene().today
    timeline.clearFocus()
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    seen_now, middle = timeline.grab().toImage(), round(label.x + label.width / 2)
    assert seen_now.pixelColor(middle, 2).name() == timeline.theme.today.lower()
    assert seen_now.pixelColor(middle - round(label.width), 2).name() == timeline.theme.accent.lower()
