"""What all tests share: no display, no settings of the person who runs them, no catalog of yesterday."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from kzstay.display import offscreen


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows of the tests")
    parser.addoption("--fresh-windows", action="store_true", help="open a window for each test, shared by none")
    parser.addoption("--update-golden", action="store_true", help="take the pictures of today for right")


def pytest_configure(config: pytest.Config) -> None:
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        offscreen()  # and its fonts
    # The screen of the tests is as large as it says, whatever the machine's settings are
    for name in ("QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"):
        os.environ.pop(name, None)
    # Nothing is timed here: a slow machine is no failure
    settings.register_profile("kzstay", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("kzstay")
