"""Cases that other programs, authorities and people worked out: each comes out as they, or the rule, have it."""

from __future__ import annotations

import pytest

from tests.core.vectors import DIVERGENT, OUTSIDE, Vector, answers


@pytest.mark.parametrize("vector", OUTSIDE, ids=lambda vector: vector["id"])
def test_an_outside_case_comes_out_as_it_was_worked_out(vector: Vector) -> None:
    assert answers(vector, vector["expect"]) == vector["expect"], vector["note"]


@pytest.mark.parametrize("vector", DIVERGENT, ids=lambda vector: vector["id"])
def test_where_others_miscount_the_common_rule_holds(vector: Vector) -> None:
    expected = vector["expect_standard"]
    assert answers(vector, expected) == expected, vector["convention"]


def test_no_outside_case_was_lost() -> None:
    assert len(OUTSIDE) == 145
    assert sum(len(vector["expect"]) for vector in OUTSIDE) == 237
    assert len(DIVERGENT) == 20
