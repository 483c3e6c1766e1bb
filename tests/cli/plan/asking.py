"""How ``kzstay plan`` is asked in its tests, and what the answer for programs looks like."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from kzstay.cli.parser import main
from kzstay.core.bars import REFUSALS
from kzstay.i18n import LANGUAGES
from tests.export.test_json import misfit
from tests.helpers import stay, traveller

ON = "2026-11-22"
LIMITS = {"per-entry", "rolling", "forward", "calendar-year", "permit", *REFUSALS, "stay", "no-regime"}
DOCUMENT: Any = {
    "schema": {2},
    "entry": "date",
    "longest_stay": int,
    "last_day": ("date", None),
    "limited_by": {"limit": LIMITS, "stay?": int},
    "barred?": set(REFUSALS),
    "assumes": ({"exit": "date"}, None),
    "history_only": {"longest_stay": int},
    "trip": ({"lawful": bool, "breaks": [{"entry": "date", "first_day": "date"}]}, None),
    "earliest_entry": ({"date": "date", "days": int}, None),
}
# 90 in 180: 60 days are used, 23 of the 30 left are planned for January
ANNA = traveller(
    "DE", stay("2026-08-01", "2026-08-30"), stay("2026-09-05", "2026-10-04"), stay("2027-01-02", "2027-01-24")
)
# 90 days to 12 September
USED = traveller("RU", stay("2026-06-15", "2026-09-12"))
BORIS = traveller("PK", name="Boris Brown")

Told = pytest.CaptureFixture[str]
Save = Callable[..., str]
languages = pytest.mark.parametrize("language", LANGUAGES)


def plan(file: str, *options: str, language: str = "en", on: str = ON) -> int:
    return main(["plan", file, "--on", on, "--lang", language, *options])


def told(capsys: Told, file: str, *options: str) -> list[str]:
    """Return the lines of an answer in English."""
    assert plan(file, *options) in (0, 1)
    out, err = capsys.readouterr()
    assert err == ""
    return out.replace("\N{NO-BREAK SPACE}", " ").splitlines()


def found(capsys: Told, file: str, *options: str) -> dict[str, Any]:
    """Return the answer for programs."""
    assert plan(file, "--json", *options) in (0, 1)
    out, err = capsys.readouterr()
    assert err == ""
    answer = json.loads(out)
    assert misfit(answer, DOCUMENT) == ""
    return answer


def refused(capsys: Told, file: str, *options: str, language: str = "en") -> str:
    """Return the one line that says why."""
    assert plan(file, *options, language=language) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert "{" not in err
    return err.removesuffix("\n")
