"""A click is answered at once: what the empty window needs is read in first, and nothing else."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kzstay.__main__ import main
from kzstay.start import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
HEAVY = {"msgspec", "dateutil", "tomllib", "kzstay.core", "kzstay.files", "kzstay.texts", "kzstay.cli"}


def test_the_empty_window_waits_for_nothing_heavy() -> None:
    script = "import sys, kzstay.__main__, kzstay.ui.app; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    )
    assert set(done.stdout.split()) & HEAVY == set()


@pytest.mark.parametrize(
    ("arguments", "shown"), [([], None), (["anna.kzstay"], Path("anna.kzstay")), (["./check"], Path("check"))]
)
def test_no_argument_or_a_file_opens_the_window(
    arguments: list[str], shown: Path | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path | None] = []
    monkeypatch.setattr("kzstay.__main__.open_window", opened.append)
    main(arguments)
    assert opened == [shown]


@pytest.mark.parametrize("arguments", [["check"], ["--version"], ["gui", "a.kzstay"], ["a.kzstay", "b.kzstay"]])
def test_anything_else_is_for_the_command_line(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr("kzstay.cli.main", asked.append)
    main(arguments)
    assert asked == [arguments]


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_ctrl_c_ends_the_start_as_it_ends_any_program() -> None:
    script = """
import os, signal, kzstay.display, kzstay.start
kzstay.display.missing_display = lambda words: ""
import kzstay.ui.app
kzstay.ui.app.run = lambda file: os.kill(os.getpid(), signal.SIGINT)
kzstay.start.open_window(None)
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False, capture_output=True)
    assert (done.returncode, done.stderr) == (-signal.SIGINT, b"")


def test_every_command_is_known_for_one(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    listed = set(re.findall(r"^    ([a-z-]+)(?: |$)", told, re.MULTILINE))
    assert listed == set(COMMANDS)
