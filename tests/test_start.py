"""A click is answered at once: what the empty window needs is read in first, and nothing else."""

from __future__ import annotations

import gc
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kzstay.__main__ import main
from kzstay.cli.commands import COMMANDS
from smoke import UTF_8

ROOT = Path(__file__).resolve().parents[1]
HEAVY = {
    "msgspec",
    "dateutil",
    "tomllib",
    "kzstay.core",
    "kzstay.files",
    "kzstay.texts",
    "kzstay.cli.parser",
    "kzstay.cli.input",
}


def python(script: str, *arguments: str, check: bool = False) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.run(command, cwd=ROOT, check=check, capture_output=True, encoding="utf-8")


def test_the_empty_window_waits_for_nothing_heavy() -> None:
    script = "import sys, kzstay.__main__; kzstay.__main__.obstacle(); print(*sys.modules)"
    found = set(python(script, check=True).stdout.split())
    assert "kzstay.ui.app" in found
    assert found & HEAVY == set()


@pytest.mark.parametrize(
    ("arguments", "shown"), [([], None), (["anna.kzstay"], Path("anna.kzstay")), (["./check"], Path("check"))]
)
def test_no_argument_or_a_file_opens_the_window(
    arguments: list[str], shown: Path | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path | None] = []
    monkeypatch.setattr("kzstay.__main__.obstacle", lambda: "")
    monkeypatch.setattr("kzstay.__main__.open_window", opened.append)
    main(arguments)
    assert opened == [shown]


@pytest.mark.parametrize("arguments", [["check"], ["--version"], ["gui", "a.kzstay"], ["a.kzstay", "b.kzstay"]])
def test_anything_else_is_for_the_command_line(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr("kzstay.cli.parser.main", asked.append)
    main(arguments)
    assert asked == [arguments]


def test_nothing_is_looked_through_for_what_went_until_the_answer_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[bool] = []
    monkeypatch.setattr("kzstay.__main__.obstacle", lambda: "")
    monkeypatch.setattr("kzstay.__main__.open_window", lambda _file: looks.append(gc.isenabled()))
    main([])
    assert looks == [False]
    assert gc.isenabled()


def test_every_command_is_known_for_one(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    listed = set(re.findall(r"^    ([a-z-]+)(?: |$)", told, re.MULTILINE))
    assert listed == set(COMMANDS)


# What runs in the background of a shell begins with the signal ignored
INTERRUPT = (
    "import os, signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    "interrupt = lambda *_, **__: os.kill(os.getpid(), signal.SIGINT)\n"
)


@pytest.mark.skipif(os.name != "posix", reason="Windows ends a program in another way")
@pytest.mark.parametrize("place", ["kzstay.start.obstacle", "kzstay.ui.app.run", "kzstay.ui.app.begin"])
@pytest.mark.parametrize("arguments", [[], ["gui"]])
def test_a_start_that_is_interrupted_ends_without_a_traceback(
    place: str, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    # In a locale that is not UTF-8 Qt itself would tell so
    monkeypatch.setenv("LC_ALL", "C" if sys.platform == "linux" else UTF_8)
    module = place.rpartition(".")[0]
    script = INTERRUPT + f"import {module}; {place} = interrupt\nfrom kzstay.__main__ import run; run()"
    done = python(script, *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")


@pytest.mark.skipif(os.name != "posix", reason="Windows ends a program in another way")
def test_a_command_that_is_interrupted_ends_without_a_traceback() -> None:
    script = (
        INTERRUPT
        + "import kzstay.cli.check; kzstay.cli.check.run = interrupt\nfrom kzstay.__main__ import run; run()"
    )
    done = python(script, "check", "anna.kzstay")
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")
