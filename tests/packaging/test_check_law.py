"""The law that is shipped passes its check, and each kind of slip in a copy of it is found and named."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.packaging.law_slips import SLIPS, UNILATERAL, Slip
from tools import check_law, law_rows


@pytest.fixture(scope="module")
def tool() -> Iterator[Any]:
    # A slip is in one file: the others are read once for all of them
    once = SimpleNamespace(loads=cache(tomllib.loads), TOMLDecodeError=tomllib.TOMLDecodeError)
    with pytest.MonkeyPatch.context() as patch:
        for module in (check_law, law_rows):
            patch.setattr(module, "tomllib", once)
        yield check_law


@pytest.fixture
def findings(tool: Any, tmp_path: Path) -> Callable[..., list[str]]:  # noqa: ANN401
    """Check a copy of the law, or of the cases, in which one thing is written otherwise."""

    def slip(name: str, old: str, new: str, *, cases: bool = False) -> list[str]:
        law, examples = tmp_path / "law", tmp_path / "cases"
        shutil.copytree(tool.LAW, law)
        shutil.copytree(tool.CASES, examples)
        path = (examples if cases else law) / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return tool.check(law, examples)[2]

    return slip


def test_the_law_that_is_shipped_is_in_order(tool: Any) -> None:  # noqa: ANN401
    rows, cases, found = tool.check()
    assert found == []
    assert rows > 150
    assert cases >= 120


def test_a_good_law_is_told_in_one_line(tool: Any, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ANN401
    assert tool.main(date(2026, 9, 1)) == 0
    told = capsys.readouterr()
    rows, cases, _ = tool.check()
    assert told.out.splitlines()[-1] == f"{rows} rows, {cases} cases: all in order"
    assert all(line.startswith("warning: ") for line in told.out.splitlines()[:-1])
    assert told.err == ""


def test_a_finding_is_told_and_fails(
    tool: Any,  # noqa: ANN401
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(tool, "check", lambda: (1, 1, ["duties.toml: leave: has no source"]))
    assert tool.main(date(2026, 9, 1)) == 1
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "duties.toml: leave: has no source\n")


def old(tool: Any, today: str) -> list[str]:  # noqa: ANN401
    """List what the law that is shipped warns of on a day, without the day that each line tells."""
    law = tool.load(tool.LAW, tool.CALENDAR)
    found = [warning.split(": ")[1] for warning in tool.warnings(law, date.fromisoformat(today))]
    # Of the acts that only the guide cites there are many, and they grow old in the same way
    acts = set(law.sources) - {"ML", "LF", "KoAP", "D148", "O923", "UNION"}
    return [name for name in found if name not in acts]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-08-25", ["UNION"]),  # a year after the edition of D148: not yet more than a year
        ("2026-08-26", ["D148", "UNION"]),
        ("2026-09-28", ["ML", "D148", "UNION"]),
        ("2026-10-31", ["ML", "D148", "UNION"]),
        # two months before the new year what it needs is asked for
        ("2026-11-01", ["ML", "D148", "UNION", "mci-2026", "confirmed_until"]),
        ("2027-05-19", ["ML", "LF", "KoAP", "D148", "O923", "UNION", "mci-2026", "confirmed_until"]),
    ],
)
def test_what_grows_old_is_warned_of(tool: Any, today: str, expected: list[str]) -> None:  # noqa: ANN401
    assert old(tool, today) == expected


def test_a_calendar_that_ends_soon_is_warned_of(tool: Any) -> None:  # noqa: ANN401
    last = tool.load(tool.LAW, tool.CALENDAR).calendar.last
    assert "the calendar ends on" in " ".join(old(tool, f"{last.year}-01-01"))
    assert "the calendar ends on" not in " ".join(old(tool, f"{last.year - 2}-10-01"))


def test_a_main_act_tells_which_edition_was_read(findings: Callable[..., list[str]]) -> None:
    found = findings("sources.toml", 'form = "agreement"\n', 'form = "agreement"\nmain = true\n')
    assert found == ["sources.toml: A-AD: is a main act, and does not tell which edition was read"]


@pytest.mark.parametrize("slip", SLIPS, ids=[slip.what for slip in SLIPS])
def test_a_slip_is_found_and_named(findings: Callable[..., list[str]], slip: Slip) -> None:
    found = findings(slip.file, slip.old, slip.new)
    assert any(finding.startswith(f"{slip.found_in or slip.file}: {slip.told}") for finding in found), found


def test_a_row_that_no_case_reaches_is_named(findings: Callable[..., list[str]]) -> None:
    name = "official-passports.toml"
    assert findings(name, 'rows = ["saint-kitts-official"]', 'rows = ["saint-kitts"]', cases=True) == [
        "regimes/official.toml: saint-kitts-official: no case of tests/core/law_cases reaches it"
    ]


def test_a_new_row_needs_a_case(findings: Callable[..., list[str]]) -> None:
    index = '[[index]]\nyear = 2027\ntenge = 4600\nsource = ["a newspaper"]\ncertainty = "low"\n\n[repeated]'
    assert findings("sanctions.toml", "[repeated]", index) == [
        "sanctions.toml: mci-2027: no case of tests/core/law_cases reaches it"
    ]


def test_a_case_that_names_no_row_is_named(findings: Callable[..., list[str]]) -> None:
    assert findings("edges.toml", 'rows = ["unilateral-14"]', 'rows = ["unilateral-15"]', cases=True) == [
        "edges.toml: who left a day late overstayed one day: unilateral-15 is no row of the law"
    ]


def test_one_slip_is_one_finding(findings: Callable[..., list[str]]) -> None:
    (found,) = findings(UNILATERAL, "until = 2019-09-29", "until = 2019-09-30")
    told = "unilateral-30-before-pause: is in force beside decree-838 on 2019-09-30 for AT, national (safe)"
    assert found == f"{UNILATERAL}: {told}"
