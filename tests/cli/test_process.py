"""The process: it runs from any folder, and its output has any encoding."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kzstay.files.store import save_case
from tests.cli.command_line import EXAMPLE, ON, run
from tests.helpers import case, stay, traveller


def test_the_program_runs_from_anywhere(tmp_path: Path) -> None:
    found = run("check", EXAMPLE, "--on", ON, "--lang", "kk", cwd=tmp_path)
    assert (found.returncode, found.stderr) == (0, "")
    assert "Кетудің соңғы күні" in found.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp1251"])
def test_an_output_of_another_encoding_breaks_no_answer(encoding: str, path: Path) -> None:
    save_case(case(traveller("DE", stay("2026-11-11", notified="2026-11-12"), name="Әлия")), path)
    told = run("check", path.name, "--on", ON, "--lang", "kk", cwd=path.parent, PYTHONIOENCODING=encoding)
    assert (told.returncode, told.stderr) == (0, "")
    found = run("check", path.name, "--on", ON, "--json", cwd=path.parent, PYTHONIOENCODING=encoding)
    assert json.loads(found.stdout)["travellers"][0]["name"] == "Әлия"
