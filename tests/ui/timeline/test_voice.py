"""The timeline is heard: the stay that the keyboard is at, the days in sight, and what is counted on a day."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.timeline.widget import Timeline
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, permit, stay, traveller
from tests.ui.conftest import TODAY, OpenCase
from tests.ui.heard import Ear

ANNA = traveller("DE", stay("2026-09-20", "2026-10-04"), stay("2026-10-10", "2026-10-24"), stay("2026-11-11"))
Event, Key, Held, Text = QAccessible.Event, Qt.Key, Qt.KeyboardModifier, QAccessible.Text


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(ANNA)


@pytest.fixture
def ear(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Ear:
    window.stay.timeline.setFocus()
    QApplication.processEvents()
    return Ear(monkeypatch)


def told(ear: Ear, timeline: Timeline, kind: QAccessible.Event) -> list[int]:
    """Return of which items something was told."""
    QApplication.processEvents()
    found = [child for event, part, child in ear.events if (event, part) == (kind, timeline) and child >= 0]
    ear.events.clear()
    return found


def test_each_stay_that_keys_go_to_has_the_focus_of_the_list(window: MainWindow, ear: Ear, qtbot: QtBot) -> None:
    timeline = window.stay.timeline
    for key, place in ((Key.Key_Home, 0), (Key.Key_Right, 1), (Key.Key_End, 2), (Key.Key_Left, 1)):
        qtbot.keyClick(timeline, key)
        assert told(ear, timeline, Event.Focus) == [place]
    assert ear.said == [], "it is read as the item that it is, and not said besides"


def test_who_comes_back_to_the_timeline_comes_to_the_stay_that_is_chosen(window: MainWindow, ear: Ear) -> None:
    timeline = window.stay.timeline
    window.session().select(1)
    window.stay.hero.facts.setFocus()
    told(ear, timeline, Event.Focus)
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    assert told(ear, timeline, Event.Focus) == [1]


def test_a_stay_that_is_another_under_the_keyboard_tells_its_new_name(
    window: MainWindow, ear: Ear, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    timeline = window.stay.timeline
    qtbot.keyClick(timeline, Key.Key_End)
    told(ear, timeline, Event.Focus)
    qtbot.keyClick(timeline, Key.Key_Left, Held.AltModifier)
    events = [event for event, part, child in ear.events if part is timeline and child == 2]
    assert events == [Event.NameChanged, Event.DescriptionChanged]


def test_nothing_is_told_of_items_while_the_keyboard_is_elsewhere(window: MainWindow, ear: Ear) -> None:
    window.session().select(2)
    window.stay.hero.facts.setFocus()
    told(ear, window.stay.timeline, Event.Focus)
    window.session().view.set_day(TODAY)
    assert [child for _event, part, child in ear.events if part is window.stay.timeline and child >= 0] == []


@pytest.mark.parametrize("key", [Key.Key_Plus, Key.Key_Minus, Key.Key_0])
def test_keys_that_look_elsewhere_say_which_days_are_seen(
    window: MainWindow, ear: Ear, qtbot: QtBot, key: Qt.Key
) -> None:
    timeline = window.stay.timeline
    qtbot.keyClick(timeline, key)
    w, scale = window.session().view.w, timeline.scale
    assert ear.since() == [f"{w.day(scale.first)} – {w.day(scale.last)}"]


def test_what_is_counted_on_a_day_is_looked_at_by_keys(window: MainWindow, ear: Ear, qtbot: QtBot) -> None:
    timeline = window.stay.timeline
    qtbot.keyClick(timeline, Key.Key_Left, Held.ControlModifier)
    assert timeline.inspected == TODAY
    qtbot.keyClick(timeline, Key.Key_Left, Held.ControlModifier)
    assert timeline.inspected == day("2026-11-21")
    qtbot.keyClick(timeline, Key.Key_Left, Held.ControlModifier | Held.ShiftModifier)
    assert timeline.inspected == day("2026-11-14")
    said = ear.since()
    assert [text.partition(" · ")[0] for text in said] == [
        "Sunday, 22 November 2026",
        "Saturday, 21 November 2026",
        "Saturday, 14 November 2026",
    ]
    bracket = timeline.scene().bracket
    assert bracket is not None
    assert bracket.text in said[-1], "it says what is drawn"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_a_day_and_of_a_stay_is_what_the_line_under_the_picture_tells(
    open_case: OpenCase, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    noted = msgspec.structs.replace(stay("2026-11-11"), note="with Boris")
    window = open_case(traveller("DE", noted, host="individual", permits=[permit("2026-11-01", "2026-12-01")]))
    window.preferences.set_language(language)
    timeline = window.stay.timeline
    timeline.setFocus()
    ear = Ear(monkeypatch)
    qtbot.keyClick(timeline, Key.Key_Left, Held.ControlModifier)
    (said,) = ear.since()
    lines = timeline.telling.lines()
    assert len(lines) > 3
    assert all(line.removesuffix(".") in said for line in lines)
    timeline.voice.look_away()
    timeline.choose(0)
    item = QAccessible.queryAccessibleInterface(timeline).child(0)
    heard = " ".join(item.text(kind) for kind in (Text.Name, Text.Value, Text.Description))
    named, *told = timeline.telling.lines()
    assert [one for one in (*named.split(" · "), *told) if one.removesuffix(".") not in heard] == []


def test_esc_and_going_elsewhere_end_the_look(window: MainWindow, qtbot: QtBot) -> None:
    timeline = window.stay.timeline
    timeline.setFocus()
    for leave in (lambda: qtbot.keyClick(timeline, Key.Key_Escape), window.stay.hero.facts.setFocus):
        timeline.setFocus()
        qtbot.keyClick(timeline, Key.Key_Right, Held.ControlModifier)
        assert timeline.inspected is not None
        leave()
        assert timeline.inspected is None


def test_where_nothing_is_counted_it_says_so(open_case: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    timeline = open_case(traveller("AF", stay("2026-11-11"))).stay.timeline
    timeline.setFocus()
    ear = Ear(monkeypatch)
    timeline.voice.look(timeline.scale.last - timeline.scale.first)
    (said,) = ear.since()
    assert "no days are counted on this day" in said
    timeline.voice.look_away()


def test_an_empty_case_is_described_as_the_eye_reads_it(open_case: OpenCase) -> None:
    told = open_case().stay.timeline.accessibleDescription()
    assert told == "Choose the citizenship, then add the first stay"
