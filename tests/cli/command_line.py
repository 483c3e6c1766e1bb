"""The program, through ``main`` and, where the process itself matters, as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

import kzstay
from kzstay.cli.parser import main
from kzstay.i18n import LANGUAGES
from kzstay.paths import resource
from smoke import UTF_8
from tests.helpers import stay, traveller

ROOT = Path(kzstay.__file__).resolve().parents[1]
EXAMPLE = str(resource("examples/anna.kzstay"))
ON = "2026-11-22"

languages = pytest.mark.parametrize("language", LANGUAGES)
Told = pytest.CaptureFixture[str]

HERE = traveller("DE", stay("2026-11-11", notified="2026-11-12"))
OVERSTAYED = traveller("DE", stay("2026-10-01", notified="2026-10-02"))


def run(
    *arguments: str, cwd: Path, stdout: int | IO[str] = subprocess.PIPE, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program as a person does."""
    own = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "HOME": str(cwd), "LC_ALL": UTF_8}
    inherited = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "kzstay", *arguments],
        env=inherited | own | environment,
        cwd=cwd,
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding=environment.get("PYTHONIOENCODING", "utf-8"),
        check=False,
    )


def refused(told: Told, *arguments: str) -> str:
    """Return the one line that says why."""
    assert main(arguments) == 2
    out, err = told.readouterr()
    assert out == ""
    assert err.endswith("\n")
    assert len(err.splitlines()) == 1
    assert "Traceback" not in err
    assert "{" not in err
    return err.removesuffix("\n")
