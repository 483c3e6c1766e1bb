"""The cases themselves: each states a rule of its own, and a slip of the pen in one is an error."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from kzstay.bundled import countries
from kzstay.core.case import Stay
from kzstay.core.problems import traveller_problems
from tests.core.builders import LAW
from tests.core.law_cases.case_answers import found
from tests.core.law_cases.schema import CASES, FOLDER, Crossing, Expected, LawCase, Person, read

AT_LEAST = 120


def test_there_are_as_many_cases_as_the_law_deserves() -> None:
    assert len(CASES) >= AT_LEAST


def test_every_case_states_a_rule_of_its_own_and_where_it_comes_from() -> None:
    names = [case.name for path in FOLDER.glob("*.toml") for case in read(path)]
    assert len(set(names)) == len(names)
    for name, case in CASES.items():
        assert case.source.strip(), name
        assert case.rows, name
        assert len(set(case.rows)) == len(case.rows), name


def test_every_case_can_be_so() -> None:
    for name, case in CASES.items():
        assert not list(traveller_problems(0, case.traveller, countries(), date.max)), name


def test_a_case_expects_something() -> None:
    for name, case in CASES.items():
        assert found(case, LAW), name


def test_an_unknown_key_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "slip.toml"
    text = next(FOLDER.glob("edges.toml")).read_text(encoding="utf-8")
    path.write_text(text.replace("expect.days_left", "expect.days_lef", 1), encoding="utf-8")
    with pytest.raises(msgspec.ValidationError, match="days_lef"):
        read(path)


def test_a_stay_of_a_case_keeps_all_that_is_given() -> None:
    given = msgspec.convert({"entry": date(2026, 1, 1), "moves": [{"on": date(2026, 1, 2)}]}, Crossing)
    case = LawCase("", Person("DE"), [given], date(2026, 1, 3), Expected(), [], "")
    (stay,) = case.traveller.stays
    assert isinstance(stay, Stay)
    assert (stay.entry, stay.moves[0].on) == (date(2026, 1, 1), date(2026, 1, 2))
