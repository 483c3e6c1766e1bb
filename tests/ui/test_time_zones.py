"""The two places of the window that ask the clock: its opening, and its waking."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.ui.app import open_window
from kzstay.ui.session.clock import Clock
from tests.clock import clock, moments, zones
from tests.ui.conftest import OpenCase

pytestmark = zones


@moments
def test_the_window_opens_on_the_day_in_kazakhstan(qtbot: QtBot, zone: str, moment: str) -> None:
    with clock(zone, moment) as today:
        window = open_window()
    qtbot.addWidget(window)
    assert (window.session().view.today, window.session().view.on) == (today, today)


@moments
def test_a_window_that_is_gone_back_to_wakes_on_the_day_in_kazakhstan(
    open_case: OpenCase, zone: str, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case()
    monkeypatch.setattr(window.controller, "clock", Clock(window.session()))
    with clock(zone, moment) as today:
        QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert (window.session().view.today, window.session().view.on) == (today, today)
