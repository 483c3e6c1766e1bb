"""The process: its exit code, its output in any encoding, and a reader who has gone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kzstay.files.store import save_case
from tests.cli.running import EXAMPLE, ON, ROOT, run
from tests.helpers import case, stay, traveller


def test_the_program_runs_from_anywhere(tmp_path: Path) -> None:
    found = run("check", EXAMPLE, "--on", ON, "--lang", "kk", cwd=tmp_path)
    assert (found.returncode, found.stderr) == (0, "")
    assert "Кетудің соңғы күні" in found.stdout


def test_bad_input_ends_the_process_with_2(tmp_path: Path) -> None:
    found = run("check", "none.kzstay", "--lang", "en", cwd=tmp_path)
    assert (found.returncode, found.stdout, found.stderr) == (2, "", "none.kzstay: There is no such file.\n")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp1251"])
def test_an_output_of_another_encoding_breaks_no_answer(encoding: str, path: Path) -> None:
    save_case(case(traveller("DE", stay("2026-11-11", notified="2026-11-12"), name="Әлия")), path)
    told = run("check", path.name, "--on", ON, "--lang", "kk", cwd=path.parent, PYTHONIOENCODING=encoding)
    assert (told.returncode, told.stderr) == (0, "")
    found = run("check", path.name, "--on", ON, "--json", cwd=path.parent, PYTHONIOENCODING=encoding)
    assert json.loads(found.stdout)["travellers"][0]["name"] == "Әлия"


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_reader_who_has_gone_is_no_error(options: list[str], tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        found = subprocess.run(
            [sys.executable, "-m", "kzstay", "check", EXAMPLE, "--on", ON, *options],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            cwd=tmp_path,
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)
    assert (found.returncode, found.stderr) == (0, b"")
