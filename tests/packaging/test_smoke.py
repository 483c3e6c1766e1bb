"""The trial of a bundle notices what it is there to notice."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "resources" / "examples" / "anna.kzstay"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the stand-in for a program is a script")

# Runs the sources in place of a frozen program, after whatever a test puts before
PROGRAM = """#!{python}
import sys
sys.path.insert(0, {root!r})
from kzstay.__main__ import run
{before}
run()
"""


@pytest.fixture(scope="module")
def smoke() -> Any:  # noqa: ANN401
    spec = importlib.util.spec_from_file_location("smoke", ROOT / "packaging" / "smoke.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def bundle(smoke: Any, tmp_path: Path) -> Any:  # noqa: ANN401
    def make(before: str = "") -> Any:  # noqa: ANN401
        folder, home = tmp_path / "kzstay", tmp_path / "home"
        folder.mkdir()
        home.mkdir()
        shutil.copy(EXAMPLE, folder)
        program = folder / "kzstay"
        program.write_text(PROGRAM.format(python=sys.executable, root=str(ROOT), before=before), encoding="utf-8")
        program.chmod(0o755)
        (folder / "kzstay-cli").symlink_to("kzstay")
        return smoke.Bundle(folder, home)

    return make


@pytest.mark.parametrize(
    "name",
    [
        "version",
        "program with a window",
        "check",
        "check --json",
        "calendar",
        "tables",
        "missing file",
        "no display",
    ],
)
def test_a_program_that_works_passes(smoke: Any, bundle: Any, name: str) -> None:  # noqa: ANN401
    assert smoke.TESTS[name](bundle())


def test_nothing_of_the_builder_reaches_the_program(
    bundle: Any,  # noqa: ANN401
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("PYTHONPATH", "DISPLAY", "WAYLAND_DISPLAY", "QT_PLUGIN_PATH", "LD_LIBRARY_PATH"):
        monkeypatch.setenv(name, "/somewhere")
    made = bundle()
    assert set(made.environment()) == {
        *("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMPDIR", "TEMP", "PATH", "LANG")
    }
    assert made.environment()["HOME"] == str(made.home)


@pytest.mark.parametrize(
    ("before", "what"),
    [
        ("raise SystemExit(3)", "exit code 3 instead of 0"),
        ("print('qt.qpa: a warning', file=sys.stderr)", "standard error holds qt.qpa: a warning"),
        ("1 / 0", "ZeroDivisionError"),
    ],
)
def test_a_program_that_does_not_is_found_out(smoke: Any, bundle: Any, before: str, what: str) -> None:  # noqa: ANN401
    with pytest.raises(smoke.Broken, match=what):
        smoke.TESTS["version"](bundle(before))


def test_a_traceback_is_no_answer_to_a_missing_file(smoke: Any, bundle: Any) -> None:  # noqa: ANN401
    before = "print('Traceback: nowhere.kzstay', file=sys.stderr)"
    with pytest.raises(smoke.Broken, match="Traceback"):
        smoke.TESTS["missing file"](bundle(before))


# What a frozen program is, and what closes its window
CLOSES = f"sys.path.insert(0, {str(ROOT / 'packaging')!r}); import entry; entry.run_and_close()"
FROZEN = f"sys.frozen, sys.executable = True, __file__; {CLOSES}"


def test_a_copy_that_is_carried_along_is_tried_and_left_as_it_was(smoke: Any, bundle: Any) -> None:  # noqa: ANN401
    made = bundle(FROZEN)
    before = sorted(made.folder.iterdir())
    assert smoke.OF_A_COPY["carried along"](made) == "crash.log, settings.json"
    assert sorted(made.folder.iterdir()) == before


def test_a_copy_that_keeps_its_things_in_the_home_is_found_out(smoke: Any, bundle: Any) -> None:  # noqa: ANN401
    with pytest.raises(smoke.Broken, match="data holds"):
        smoke.OF_A_COPY["carried along"](bundle(CLOSES))


def test_a_folder_without_a_program_is_no_bundle(smoke: Any, tmp_path: Path) -> None:  # noqa: ANN401
    with pytest.raises(smoke.Broken, match="lacks a program"):
        smoke.Bundle(tmp_path, tmp_path)
