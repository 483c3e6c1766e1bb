"""Ways from the timeline into the guide: by the other button of the mouse, by key, and told to who points."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from kzstay.drawing.shapes import Flag
from kzstay.ui.places.guide.place import GuidePlace
from kzstay.ui.timeline.widget import Timeline
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase

ANNA = traveller("DE", stay("2026-09-01", "2026-10-20"), stay("2026-11-11"))


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(ANNA)


@pytest.fixture
def timeline(window: MainWindow) -> Timeline:
    return window.stay.timeline


def flag_of(timeline: Timeline, topic: str) -> Flag:
    return next(flag for flag in timeline.scene().flags if flag.topic == topic)


def sign(flag: Flag) -> QPointF:
    return QPointF(flag.x, flag.y)


def offered(timeline: Timeline, place: QPointF | None) -> list[QAction]:
    menu = QMenu(timeline)
    timeline.ways.fill(menu, place)
    return menu.actions()


def names(timeline: Timeline, place: QPointF | None) -> list[str]:
    return [action.text() for action in offered(timeline, place)]


def test_a_flag_is_found_by_its_sign_its_stem_and_its_words(timeline: Timeline) -> None:
    flag = flag_of(timeline, "longer-stay")
    beside = QPointF(flag.x + (-30 if flag.before else 30), flag.y)
    for place in (sign(flag), QPointF(flag.x, flag.top + 2), beside):
        assert timeline.ways.flag_at(place) == flag
    assert timeline.ways.flag_at(QPointF(flag.x, flag.top - 20)) is None


def test_who_points_at_a_flag_is_told_it_in_full_and_where_the_guide_tells_more(timeline: Timeline) -> None:
    told, more = timeline.telling.at(sign(flag_of(timeline, "longer-stay")))
    assert told == "Obtain a visa or leave: to be done · due 10 Dec 2026 · traveller"
    assert more == "Guide: I want to stay longer"
    assert timeline.telling.at(QPointF(0, 0)) == []


def test_a_tool_tip_shows_it(timeline: Timeline) -> None:
    place = sign(flag_of(timeline, "longer-stay")).toPoint()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, timeline.mapToGlobal(place))
    assert QApplication.sendEvent(timeline, event)
    assert QToolTip.text().endswith("Guide: I want to stay longer</div>")
    QToolTip.hideText()


def test_the_menu_of_a_flag_has_its_topic_and_that_of_a_stay_its_verdict(timeline: Timeline) -> None:
    assert names(timeline, sign(flag_of(timeline, "longer-stay"))) == ["Guide: I want to stay longer"]
    timeline.show_all()
    assert names(timeline, timeline.rect_of(0).center()) == ["Guide: I stayed too long"]


def test_by_key_the_menu_has_the_topics_of_the_chosen_stay_and_of_every_flag(
    window: MainWindow, timeline: Timeline
) -> None:
    window.session().select(1)
    assert timeline.ways.topics(None) == ["stay-limits", "host-notice", "longer-stay"]
    window.session().select(0)
    assert timeline.ways.topics(None)[0] == "overstay"


def test_the_menu_leads_into_the_guide(window: MainWindow, timeline: Timeline) -> None:
    offered(timeline, sign(flag_of(timeline, "longer-stay")))[0].trigger()
    place = window.places.place("guide")
    assert isinstance(place, GuidePlace)
    assert (window.places.current, place.topic) == ("guide", "longer-stay")


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_it_opens_by_mouse_and_by_key_within_the_window(
    window: MainWindow, timeline: Timeline, reason: QContextMenuEvent.Reason
) -> None:
    window.session().select(1)
    place = sign(flag_of(timeline, "longer-stay")).toPoint()
    event = QContextMenuEvent(reason, place, timeline.mapToGlobal(place))
    QApplication.sendEvent(timeline, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert window.frameGeometry().contains(timeline.ways.below())
    menu.close()


def test_without_a_citizenship_nothing_leads_anywhere(open_case: OpenCase) -> None:
    timeline = open_case().stay.timeline
    assert timeline.ways.topics(None) == []
