"""What all tests share: no display, no settings of the person who runs them, no catalog of yesterday."""

from __future__ import annotations

import codecs
import locale
import os
import sys

import pytest
from hypothesis import HealthCheck, settings

from kzstay.display import offscreen

# How many examples a property is tried on: KZSTAY_EXAMPLES=push for a quick answer, night for a long search
EXAMPLES = {"push": 40, "usual": 100, "night": 500}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows of the tests")
    parser.addoption("--fresh-windows", action="store_true", help="open a window for each test, shared by none")
    parser.addoption("--update-golden", action="store_true", help="take the pictures of today for right")


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        offscreen()  # and its fonts
    # The screen of the tests is as large as it says, whatever the machine's settings are
    for name in ("QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"):
        os.environ.pop(name, None)
    if sys.platform != "win32" and codecs.lookup(locale.getencoding()).name == "ascii":
        os.environ["LC_ALL"] = "C.UTF-8"  # Qt complains of any other, and no test is about it
    # Nothing is timed here: a slow machine is no failure
    for name, count in EXAMPLES.items():
        settings.register_profile(
            name, deadline=None, database=None, max_examples=count, suppress_health_check=[HealthCheck.too_slow]
        )
    settings.load_profile(os.environ.get("KZSTAY_EXAMPLES", "usual"))

    terminal = config.pluginmanager.get_plugin("terminalreporter")
    if isinstance(terminal, pytest.TerminalReporter):
        config.pluginmanager.register(AtOnce(terminal))


class AtOnce:
    """Names a failure as soon as there is one: should Qt end the process later, it is known all the same."""

    def __init__(self, terminal: pytest.TerminalReporter) -> None:
        self._terminal = terminal

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            crash = getattr(report.longrepr, "reprcrash", None)
            why = f"{crash.path}:{crash.lineno}: {crash.message}" if crash else report.longreprtext
            self._terminal.write_line(f"\n{report.nodeid}\n{why}")
