"""The process: its exit code, its output in any encoding, and a reader who has gone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from unittest.mock import Mock

import pytest

from kzstay.cli.parser import main
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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
@pytest.mark.parametrize(
    "arguments",
    [
        ["check", EXAMPLE, "--lang", "en"],
        ["check", EXAMPLE, "--json", "--lang", "en"],
        ["plan", EXAMPLE, "--entry", "2027-06-01", "--lang", "en"],
        ["self-test"],
        ["--version"],
        ["check", "--help"],
    ],
)
def test_an_output_that_takes_nothing_is_told_in_one_line(arguments: list[str], tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        found = run(*arguments, cwd=tmp_path, stdout=full)
    assert (found.returncode, found.stderr) == (2, "The answer could not be written (No space left on device).\n")


def test_an_error_that_is_not_of_the_output_is_not_taken_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for error in (FileNotFoundError(2, "No such file or directory", "kz.toml"), FileNotFoundError("not complete")):
        monkeypatch.setattr("kzstay.cli.check.read_case", Mock(side_effect=error))
        with pytest.raises(FileNotFoundError):
            main(["check", EXAMPLE])


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt asks for no locale")
def test_a_report_says_nothing_in_a_locale_that_is_not_utf_8(tmp_path: Path) -> None:
    found = run("report", EXAMPLE, "-o", "report.pdf", cwd=tmp_path, LC_ALL="C")
    assert (found.returncode, found.stdout, found.stderr) == (0, "", "")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


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
