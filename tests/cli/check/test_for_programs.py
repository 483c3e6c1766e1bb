"""``kzstay check --json``: the answer for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kzstay.cli.parser import main
from kzstay.i18n import LANGUAGES
from tests.cli.command_line import EXAMPLE, ON, OVERSTAYED, Told
from tests.export.test_json import DOCUMENT, misfit
from tests.files.strategies import CONTRACT, written
from tests.helpers import case


@pytest.mark.parametrize("reading", ["safe", "usual"])
def test_the_answer_for_programs_keeps_the_contract(reading: str, capsys: Told) -> None:
    assert main(["check", EXAMPLE, "--on", ON, "--json", "--reading", reading]) == 0
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert err == ""
    assert misfit(found, DOCUMENT) == ""
    assert (found["schema"], found["on"], found["reading"]) == (2, ON, reading)
    used = {"safe": 68, "usual": 67}[reading]
    limit = found["travellers"][0]["regime"]["limits"][1]
    assert (limit["used"], limit["remaining"]) == (used, 90 - used)
    notice = next(duty for duty in found["travellers"][0]["duties"] if duty["stay"] == 6)
    assert notice["due"] == {"safe": "2026-11-13", "usual": "2026-11-16"}


def test_the_answer_for_programs_is_the_same_in_every_language(capsys: Told) -> None:
    answers = set[str]()
    for language in LANGUAGES:
        main(["check", EXAMPLE, "--on", ON, "--json", "--lang", language])
        answers.add(capsys.readouterr().out)
    assert len(answers) == 1


def test_the_answer_for_programs_tells_by_its_code_too(capsys: Told, saved: Callable[..., str]) -> None:
    assert main(["check", saved(case(OVERSTAYED)), "--on", ON, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["travellers"][0]["standing"] == "overstay"


def test_the_contract_is_a_case_that_can_be_checked(path: Path, capsys: Told) -> None:
    path.write_bytes(written(CONTRACT))
    assert main(["check", str(path), "--on", ON, "--json"]) in (0, 1)
    assert misfit(json.loads(capsys.readouterr().out), DOCUMENT) == ""


@pytest.mark.parametrize(("on", "days"), [("2027-05-21", None), ("2027-05-22", 181), ("2029-06-01", 922)])
def test_old_law_data_is_a_note_with_its_day_and_the_days_since(on: str, days: int | None, capsys: Told) -> None:
    main(["check", EXAMPLE, "--on", on, "--json"])
    found = json.loads(capsys.readouterr().out)
    assert misfit(found, DOCUMENT) == ""
    told = [note for note in found["travellers"][0]["notes"] if note["code"] == "law-old"]
    assert told == ([{"code": "law-old", "date": "2026-11-22", "count": days}] if days else [])
