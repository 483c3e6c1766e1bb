"""The day of reckoning: typed as a person types it, of the years that are reckoned for, today if left out."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from kzstay.cli.parser import main
from kzstay.i18n import Language
from tests.cli.command_line import EXAMPLE, HERE, Told, languages, refused
from tests.export.test_json import DOCUMENT, misfit
from tests.helpers import case, day


@pytest.mark.parametrize(
    "text", ["2026-11-22", "22.11.2026", "22.11.26", "22/11/2026", "22 11 2026", "22112026", "22 November 2026"]
)
@languages
def test_the_day_of_reckoning_is_read_as_a_person_types_it(text: str, language: Language, capsys: Told) -> None:
    assert main(["check", EXAMPLE, "--json", "--on", text, "--lang", language]) == 0
    assert json.loads(capsys.readouterr().out)["on"] == "2026-11-22"


def test_months_are_read_in_the_language_asked_for(capsys: Told) -> None:
    for language, text in (("ru", "22 ноября 2026 г."), ("kk", "2026 жылғы 22 қараша")):
        assert main(["check", EXAMPLE, "--json", "--on", text, "--lang", language]) == 0
        assert json.loads(capsys.readouterr().out)["on"] == "2026-11-22"


@pytest.mark.parametrize("text", ["", "31.02.2026", "2026-02-30", "11/22/2026", "some day", "22 кактус"])
@languages
def test_what_is_no_day_is_refused_as_the_day_of_reckoning(text: str, language: Language, capsys: Told) -> None:
    told = refused(capsys, "check", EXAMPLE, "--on", text, "--lang", language)
    assert told.startswith("--on: ")
    assert text in told


def test_any_day_of_the_years_can_be_reckoned_for(capsys: Told) -> None:
    for text in ("1991-01-01", "1991-12-16", "2199-12-31"):
        assert main(["check", EXAMPLE, "--on", text, "--json"]) in (0, 1)
        assert misfit(json.loads(capsys.readouterr().out), DOCUMENT) == ""


@pytest.mark.parametrize("text", ["0001-01-01", "1990-12-31", "2200-01-01", "9999-12-30", "9999-12-31"])
@languages
def test_a_day_that_nobody_has_is_refused_in_one_sentence(text: str, language: Language, capsys: Told) -> None:
    for command in (["check", EXAMPLE], ["plan", EXAMPLE, "--entry", "2026-12-15"]):
        told = refused(capsys, *command, "--on", text, "--lang", language)
        assert told.startswith("--on: ")
        assert "1991" in told
        assert "2199" in told


@pytest.mark.parametrize(("clock", "on"), [("0001-01-01", "1991-01-01"), ("9999-12-31", "2199-12-31")])
def test_a_clock_that_is_far_out_is_reckoned_for_at_the_nearest_day(
    clock: str, on: str, capsys: Told, monkeypatch: pytest.MonkeyPatch, saved: Callable[..., str]
) -> None:
    seconds = (day(clock) - date(1970, 1, 1)).total_seconds()
    monkeypatch.setattr("kzstay.today.time.time", lambda: seconds)
    assert main(["check", saved(case(HERE)), "--json"]) in (0, 1)
    assert json.loads(capsys.readouterr().out)["on"] == on
