from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from kzstay.ui.app import open_window
from kzstay.ui.session import clock
from tests.helpers import day, stay, traveller
from tests.ui.conftest import OpenCase


@pytest.fixture
def days(monkeypatch: pytest.MonkeyPatch) -> list[date]:
    """The days that the clock will show; the last one stays."""
    days = [day("2026-11-22"), day("2026-11-23")]
    monkeypatch.setattr("kzstay.today.today", lambda: days[0])
    monkeypatch.setattr(clock, "today", lambda: days.pop(0) if len(days) > 1 else days[0])
    return days


@pytest.mark.usefixtures("days")
def test_an_open_window_goes_on_at_midnight(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "seconds_to_midnight", lambda: 0.01)
    monkeypatch.setattr(clock, "MARGIN", 1)
    window = open_window()
    qtbot.addWidget(window)
    assert window.session().view.on == day("2026-11-22")
    qtbot.waitUntil(lambda: window.session().view.on == day("2026-11-23"))
    assert window.controller.clock is not None
    assert window.controller.clock._timer.isActive()
    window.controller.clock._timer.stop()
    window.close()


@pytest.mark.usefixtures("days")
def test_a_window_goes_on_when_it_is_asked_to(qtbot: QtBot) -> None:
    window = open_window()
    qtbot.addWidget(window)
    window.controller.follow_clock()
    window.controller.follow_clock()
    assert window.session().view.on == day("2026-11-23")
    window.close()


@pytest.mark.usefixtures("days")
def test_a_window_whose_day_was_given_follows_no_clock(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-11-11")), today=day("2026-12-01"))
    window.controller.follow_clock()
    assert window.session().view.on == day("2026-12-01")


@pytest.mark.usefixtures("days")
def test_an_edit_after_midnight_is_made_on_the_new_day(qtbot: QtBot) -> None:
    window = open_window()
    qtbot.addWidget(window)
    assert window.controller.clock is not None
    window.controller.follow_clock()
    window.controller.clock._timer.stop()
    assert window.session().view.on == day("2026-11-22")
    window.session().change_traveller(traveller("DE", stay("2026-11-11")), "change-name")
    assert window.session().view.on == day("2026-11-23")
    window.close()
