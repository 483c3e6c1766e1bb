"""Whom ``kzstay plan`` means, and what it refuses in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzstay.i18n import Language
from tests.cli.plan.asking import ANNA, BORIS, ON, Save, Told, found, languages, plan, refused
from tests.helpers import case, stay, traveller

# Who is meant


def test_one_of_several_is_named(capsys: Told, saved: Save) -> None:
    file = saved(ANNA, BORIS)
    assert found(capsys, file, "--entry", "2026-12-01", "--traveller", "Boris Brown")["longest_stay"] == 0
    assert found(capsys, file, "--entry", "2026-12-01", "--traveller", "Anna Schmidt")["longest_stay"] == 7


@languages
def test_of_several_travellers_one_has_to_be_named(language: Language, capsys: Told, saved: Save) -> None:
    line = refused(capsys, saved(ANNA, BORIS), "--entry", "2026-12-01", language=language)
    assert line.startswith("case.kzstay: ")
    assert "--traveller" in line


@languages
def test_an_unknown_traveller_is_named(language: Language, capsys: Told, saved: Save) -> None:
    line = refused(capsys, saved(ANNA), "--entry", "2026-12-01", "--traveller", "Carl", language=language)
    assert line.startswith("case.kzstay: ")
    assert "Carl" in line


def test_two_of_one_name_cannot_be_told_apart(capsys: Told, saved: Save) -> None:
    line = refused(capsys, saved(ANNA, ANNA), "--entry", "2026-12-01", "--traveller", "Anna Schmidt")
    assert line.startswith("case.kzstay: several travellers are called “Anna Schmidt”.")


def test_nobody_has_no_plan(capsys: Told, saved: Save) -> None:
    assert refused(capsys, saved(), "--entry", "2026-12-01") == "case.kzstay: the case holds no traveller."


# What is refused


@pytest.mark.parametrize(
    ("options", "begin"),
    [
        (["--entry", "soon"], "--entry: “soon” is not a date."),
        (["--entry", "2026-02-30"], "--entry: “2026-02-30” is not a date."),
        (["--entry", ""], "--entry: “” is not a date."),
        (["--entry", "9999-12-31"], "--entry: The year is not between"),
        (["--entry", "0001-01-01"], "--entry: The year is not between"),
        (["--entry", "2026-12-01", "--exit", "later"], "--exit: “later” is not a date."),
        (["--entry", "2026-12-01", "--exit", "2026-11-30"], "--exit: The exit is before the entry."),
        (["--entry", "2026-12-01", "--exit", "2200-01-01"], "--exit: The year is not between"),
        (["--entry", "2026-12-01", "--days", "0"], "--days: “0” is not a number of days."),
        (["--entry", "2026-12-01", "--days", "-3"], "--days: “-3” is not a number of days."),
        (["--entry", "2026-12-01", "--days", "two"], "--days: “two” is not a number of days."),
        (["--entry", "2026-12-01", "--days", "2.5"], "--days: “2.5” is not a number of days."),
        (["--entry", "2026-12-01", "--days", "999999"], "--days: The year is not between"),
        (["--entry", "2026-12-01", "--days", "9" * 5000], "--days: “999"),
        (["--entry", "2026-12-01", "--days", "3", "--exit", "2026-12-03"], "--exit, --days: give one of the two"),
        (["--entry", "2026-12-01", "--on", "soon"], "--on: “soon” is not a date."),
        (["--entry", "2026-12-01", "--reading", "strict"], "kzstay plan: "),
        ([], "kzstay plan: "),
    ],
)
def test_bad_input_is_told_in_one_line_with_the_option(
    options: list[str], begin: str, capsys: Told, saved: Save
) -> None:
    assert refused(capsys, saved(ANNA), *options).startswith(begin)


@languages
def test_bad_input_is_told_in_every_language(language: Language, capsys: Told, saved: Save) -> None:
    for options in (["--days", "two"], ["--exit", "2026-11-30"], ["--days", "3", "--exit", "2026-12-03"]):
        line = refused(capsys, saved(ANNA), "--entry", "2026-12-01", *options, language=language)
        assert line.startswith("--")


def test_a_file_that_is_not_there_is_named(capsys: Told, tmp_path: Path) -> None:
    line = refused(capsys, str(tmp_path / "gone.kzstay"), "--entry", "2026-12-01")
    assert line.startswith("gone.kzstay: ")


def test_a_case_that_cannot_be_reckoned_is_refused(capsys: Told, saved: Save) -> None:
    file = saved(*case(traveller("QQ")).travellers)
    assert refused(capsys, file, "--entry", "2026-12-01").startswith("case.kzstay: Anna Schmidt: ")


@pytest.mark.parametrize(
    ("leaving", "why"),
    [
        ("2026-11-21", "--leave: This is before 22.11.2026, on which the traveller is here. Change the day of"),
        ("2026-11-10", "--leave: The exit is before the entry."),
    ],
)
def test_nobody_left_before_a_day_on_which_they_are_here(
    capsys: Told, saved: Save, leaving: str, why: str
) -> None:
    file = saved(traveller("DE", stay("2026-11-11")))
    assert refused(capsys, file, "--on", ON, "--entry", "2027-01-02", "--leave", leaving).startswith(why)
    assert plan(file, "--on", ON, "--entry", "2027-01-02", "--leave", ON) == 0
