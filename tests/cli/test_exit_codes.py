"""The exit codes are what other programs rely on: 0 good, 1 something is wrong or not possible, 2 bad input."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kzstay.cli import exit_codes
from kzstay.cli.parser import main
from kzstay.core.case import Traveller
from tests.cli.command_line import EXAMPLE, HERE, ON, OVERSTAYED, run
from tests.helpers import case, stay, traveller

ONCE = traveller("DE", stay("2026-07-01", "2026-07-10", notified="2026-07-02"))


def test_the_codes_are_those_that_were_promised() -> None:
    assert (exit_codes.GOOD, exit_codes.UNSOUND, exit_codes.BAD_INPUT) == (0, 1, 2)


@pytest.mark.parametrize(("who", "code"), [(HERE, 0), (ONCE, 0), (OVERSTAYED, 1)])
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_an_answer_in_words_and_one_for_programs_end_alike(
    who: Traveller, code: int, options: list[str], saved: Callable[..., str]
) -> None:
    assert main(["check", saved(case(who)), "--on", ON, *options]) == code


@pytest.mark.parametrize(("days", "code"), [("10", 0), ("31", 1)])
def test_a_trip_that_is_possible_ends_well_and_one_that_is_not_does_not(
    days: str, code: int, saved: Callable[..., str]
) -> None:
    asked = ["plan", saved(case(ONCE)), "--on", ON, "--entry", "2027-03-01", "--days", days]
    assert [main([*asked, *options]) for options in ([], ["--json"])] == [code, code]


@pytest.mark.parametrize("arguments", [["check", "none.kzstay"], ["check", EXAMPLE, "--on", "soon"], ["--none"]])
def test_bad_input_ends_every_way_with_the_same_code(arguments: list[str]) -> None:
    assert main(arguments) == exit_codes.BAD_INPUT


def test_the_process_ends_with_the_code(tmp_path: Path) -> None:
    found = run("check", "none.kzstay", "--lang", "en", cwd=tmp_path)
    assert (found.returncode, found.stdout, found.stderr) == (2, "", "none.kzstay: there is no such file.\n")
