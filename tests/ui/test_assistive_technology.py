"""An assistive technology on a bus of its own finds the stays, as it does on a desktop."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kzstay.files.store import save_case
from tests.helpers import case, stay, traveller

ANNA = traveller("DE", stay("2026-09-20", "2026-10-04"), stay("2026-11-11"))
LAUNCHERS = [Path(folder, "at-spi-bus-launcher") for folder in ("/usr/libexec", "/usr/lib/at-spi2-core")]
KNOWS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
BUS = "dbus-run-session", "--"
ASKS = Path(__file__).with_name("assistive_technology.py")
OPENS = """
import sys
from datetime import date
from PySide6.QtWidgets import QApplication
app = QApplication([])
from kzstay.ui.app import open_window
window = open_window(sys.argv[1], today=date(2026, 11, 22))
window.activateWindow()
app.exec()
"""
# All of it ends with the program that the session is run for
SESSION = """
import os, subprocess, sys
launcher, opens, path, knows, asks, name = sys.argv[1:]
ours, theirs = os.pipe()
begun = [subprocess.Popen(["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1400x1000x24"], pass_fds=[theirs])]
os.environ["DISPLAY"] = ":" + os.read(ours, 10).decode().strip()
try:
    begun.append(subprocess.Popen([launcher, "--launch-immediately"]))
    begun.append(subprocess.Popen([sys.executable, "-c", opens, path]))
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL"))}
    sys.exit(subprocess.run([knows, asks, name], env=clean).returncode)
finally:
    for one in reversed(begun):
        one.terminate()
        one.wait()
"""


def who_knows() -> str | None:
    """Return a Python that knows the bus of assistive technologies."""
    for python in (sys.executable, "/usr/bin/python3"):
        if Path(python).exists() and not subprocess.run([python, "-c", KNOWS], capture_output=True).returncode:
            return python
    return None


def lacking() -> str:
    """Say what this machine lacks for it; nothing where all is there."""
    if sys.platform != "linux":
        return "the bus is Linux'"
    wanted = [name for name in ("dbus-run-session", "Xvfb") if shutil.which(name) is None]
    wanted += [] if any(path.exists() for path in LAUNCHERS) else ["at-spi2-core"]
    wanted += [] if who_knows() else ["gir1.2-atspi-2.0 with python3-gi"]
    return ", ".join(wanted)


@pytest.fixture(scope="module")
def machine() -> None:
    if wanted := lacking():
        pytest.skip(f"not installed: {wanted}")


def asked(tmp_path: Path, name: str) -> list[list[dict[str, Any]]]:
    """Open the program on a bus of its own; return a part and what is in it, before and after a press."""
    path = tmp_path / "case.kzstay"
    save_case(case(ANNA), path)
    own = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"), str(tmp_path))
    env = os.environ | own | {"QT_QPA_PLATFORM": "xcb", "LANGUAGE": "en", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    env |= {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    launcher = next(str(path) for path in LAUNCHERS if path.exists())
    ran = subprocess.run(
        [*BUS, sys.executable, "-c", SESSION, launcher, OPENS, str(path), str(who_knows()), str(ASKS), name],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    found: list[list[dict[str, Any]]] = json.loads(
        ran.stdout.splitlines()[-1]
    )  # after what the bus says of itself
    return found


@pytest.mark.usefixtures("machine")
def test_the_stays_are_a_list_of_which_each_can_be_chosen(tmp_path: Path) -> None:
    before, after = asked(tmp_path, "Timeline of stays")
    timeline, *stays = before
    assert timeline["role"] == "list"
    assert timeline["description"] == "18 days left. Leave by Thursday, 10 December 2026"
    assert [(one["role"], one["name"], one["description"].split("; ")[0], one["actions"]) for one in stays] == [
        ("list item", "20 Sep 2026 – 4 Oct 2026", "within limits", ["Press"]),
        ("list item", "11 Nov 2026 – still here", "leave by 10 Dec 2026", ["Press"]),
    ]
    assert ["selected" in one["states"] for one in stays] == [False, False]
    assert all("focusable" in one["states"] for one in stays)
    assert ["selected" in one["states"] for one in after[1:]] == [False, True]


@pytest.mark.usefixtures("machine")
def test_the_overview_is_a_scroll_bar_that_says_where_it_stands(tmp_path: Path) -> None:
    ((overview,), _after) = asked(tmp_path, "Overview of all stays")
    assert overview["role"] == "scroll bar"
    assert 0 < overview["value"] < 100
    assert " – " in overview["description"]
