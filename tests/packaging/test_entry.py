"""The programs of the bundle, as far as they are told where to end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import measure
import project
from kzstay.ui.system.portable import FOLDER, VARIABLE

EXAMPLE = project.ROOT / "resources" / "examples" / "anna.kzstay"
# Windows removes no file that is open; what is, is told on Linux
AS_ON_WINDOWS = """
import os, runpy, shutil, sys
remove = shutil.rmtree
def strict(place, **named):
    held = [os.path.realpath(f"/proc/self/fd/{each}") for each in os.listdir("/proc/self/fd")]
    assert not [each for each in held if each.startswith(str(place))], held
    remove(place, **named)
shutil.rmtree = strict
sys.path.insert(0, os.path.dirname(sys.argv[1]))
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def run(tmp_path: Path, stage: str, *before: str, **variables: str) -> subprocess.CompletedProcess[str]:
    for name in ("home", "temporary"):
        (tmp_path / name).mkdir()
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(tmp_path / "home"))
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(tmp_path / "temporary"))
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    told = {measure.ENDS_AT: stage, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(project.ROOT)}
    return subprocess.run(
        [sys.executable, *before, str(project.PACKAGING / "entry.py"), str(EXAMPLE)],
        env=kept | homes | temporary | told | variables,
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def left(folder: Path) -> list[str]:
    """Return the files that lie in a folder, but for a cache of fonts, which is the system's."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts)


@pytest.mark.parametrize("stage", measure.STAGES)
def test_a_run_ends_where_it_is_told_to_and_leaves_no_trace(stage: str, tmp_path: Path) -> None:
    done = run(tmp_path, stage)
    assert (done.returncode, done.stderr) == (0, "")
    assert left(tmp_path) == []


@pytest.mark.skipif(sys.platform != "linux", reason="Linux tells what is open")
@pytest.mark.parametrize("stage", measure.STAGES)
def test_nothing_that_is_removed_is_open(stage: str, tmp_path: Path) -> None:
    done = run(tmp_path, stage, "-c", AS_ON_WINDOWS)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_window_that_is_closed_keeps_what_it_keeps(tmp_path: Path) -> None:
    done = run(tmp_path, measure.CLOSED, **{VARIABLE: str(tmp_path / "carried")})
    assert (done.returncode, done.stderr) == (0, "")
    assert {"crash.log", "settings.json"} <= set(left(tmp_path / "carried" / FOLDER))
    assert left(tmp_path / "home") == []
