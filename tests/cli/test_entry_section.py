"""What ``kzstay plan`` says of an entry after the days."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kzstay.cli.entry_section import section
from kzstay.cli.parser import main
from kzstay.core.assess import assess
from kzstay.core.case import Case, Ruling, Traveller
from kzstay.core.entry_check import check_entry
from kzstay.i18n import LANGUAGES
from kzstay.texts.words import words
from tests.core.builders import LAW, fine, ruled
from tests.helpers import case, day, stay, traveller

Save = Callable[[Case | bytes], str]
Told = pytest.CaptureFixture[str]


def shortened(served: str) -> Ruling:
    return Ruling(kind="shortened", served=day(served))


def lines(person: Traveller, purpose: str | None = None, language: str = "en") -> list[str]:
    found = check_entry(assess(person, day("2026-11-27"), LAW), day("2026-12-10"), 10, purpose)
    return section(words(language), found)  # type: ignore[arg-type]


def test_papers_purpose_what_follows_and_refusals_are_told() -> None:
    told = lines(traveller("PK"), "tourism")
    heads = [line for line in told if not line.startswith("  - ")]
    assert heads == ["Purpose: tourism", "Papers to bring:", "After you arrive:", "Why entry could be refused:"]
    assert any(line.startswith("  - needed: A valid passport, or") for line in told)
    assert any("B12" in line for line in told)


def test_that_a_purpose_needs_a_visa_is_told_first() -> None:
    assert lines(traveller("DE"), "work")[0].startswith("For this purpose you need a visa")


def test_what_refuses_now_stands_apart() -> None:
    told = lines(ruled(traveller("DE", stay("2026-05-01", "2026-06-04")), fine("2026-06-04")))
    assert "Why entry is refused now:" in told
    assert "After you arrive:" not in told


def test_nothing_is_told_to_a_citizen() -> None:
    assert lines(traveller("KZ")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language(language: str) -> None:
    assert len(lines(traveller("RU"), "work", language)) > 15


# As the command prints it


def plan(file: str, *options: str) -> int:
    return main(["plan", file, "--on", "2026-11-22", "--lang", "en", *options])


def test_it_follows_the_days(saved: Save, capsys: Told) -> None:
    file = saved(case(traveller("PK")))
    plan(file, "--entry", "2026-12-10", "--days", "20", "--purpose", "tourism")
    lines = capsys.readouterr().out.splitlines()
    assert "    - needed: A visa. Get it before you travel." in lines
    assert lines.index("  Entry on Thursday, 10 December 2026") < lines.index("  Papers to bring:")
    assert lines.index("  Papers to bring:") < lines.index("  After you arrive:")


@pytest.mark.parametrize("purpose", ["holi\x1bday", "", "Tourism", "x" * 10_000])
def test_a_purpose_that_is_none_is_told_with_those_there_are(saved: Save, capsys: Told, purpose: str) -> None:
    assert plan(saved(case(traveller("DE"))), "--entry", "2026-12-10", "--purpose", purpose) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "--purpose: " in err
    assert "tourism, private, business" in err
    assert "\x1b" not in err


def test_a_day_out_of_the_years_is_no_day_of_an_entry(saved: Save, capsys: Told) -> None:
    assert plan(saved(case(traveller("DE"))), "--entry", "0900-12-10", "--purpose", "tourism") == 2
    assert "--entry: " in capsys.readouterr().err


def test_a_purpose_changes_nothing_of_what_programs_read(saved: Save, capsys: Told) -> None:
    file = saved(case(traveller("DE")))
    plan(file, "--entry", "2026-12-10", "--json")
    without = capsys.readouterr().out
    plan(file, "--entry", "2026-12-10", "--json", "--purpose", "work")
    assert capsys.readouterr().out == without


def test_before_the_day_of_an_order_is_known_nothing_is_told(saved: Save, capsys: Told) -> None:
    person = ruled(traveller("RU", stay("2026-11-01")), shortened("2026-11-20"))
    plan(saved(case(person)), "--entry", "2026-12-10")
    assert "Papers to bring" not in capsys.readouterr().out
