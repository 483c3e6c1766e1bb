"""An output that takes nothing, or a reader who has gone, is no bug of the program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from unittest.mock import Mock

import pytest

from kzstay.cli.parser import main
from tests.cli.command_line import EXAMPLE, ON, ROOT, run


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
    assert (found.returncode, found.stderr) == (2, "The answer could not be written (no space left).\n")


def test_an_error_that_is_not_of_the_output_is_not_taken_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for error in (FileNotFoundError(2, "No such file or directory", "kz.toml"), FileNotFoundError("not complete")):
        monkeypatch.setattr("kzstay.cli.check.read_case", Mock(side_effect=error))
        with pytest.raises(FileNotFoundError):
            main(["check", EXAMPLE])


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
