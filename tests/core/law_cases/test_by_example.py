"""The law by example: in every case there comes out what it says, by the rows that it names."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from kzstay.core.law.loading import Law
from kzstay.core.readings import Both, Reading
from tests.core.builders import LAW
from tests.core.law_cases.case_answers import Asked, found
from tests.core.law_cases.schema import CASES, LawCase, Sided

NONE = "none"


def side(value: Sided, reading: Reading) -> object:
    """Return what a case expects under a reading."""
    if isinstance(value, dict):
        assert set(value) == {"safe", "usual"}, f"a side is missing or misspelt: {value}"
        value = value[reading.value]
    return value


def otherwise(law: Law, row: str) -> list[Law]:
    """Make laws in which one row that has no name in an answer says something else."""
    if row in law.questions:
        question = law.questions[row]
        turned = msgspec.structs.replace(question, value=Both(question.value.usual, question.value.safe))
        return [replace(law, questions=law.questions | {row: turned})]
    if row in {index.name for index in law.indexes}:
        return [replace(law, indexes=[index for index in law.indexes if row != index.name])]
    if row in {one.id for one in [*law.prolongations, *law.former]}:
        left = [one for one in law.prolongations if one.id != row], [one for one in law.former if one.id != row]
        return [replace(law, prolongations=left[0], former=left[1])]
    if row == "general":
        limit = msgspec.structs.replace(law.general.limit, days=1)
        return [replace(law, general=msgspec.structs.replace(law.general, limit=limit))]
    if row == "minor":
        return [replace(law, minor=msgspec.structs.replace(law.minor, from_age=0, of_age=0))]
    if row == "contract":
        return [replace(law, contract=msgspec.structs.replace(law.contract, countries=[]))]
    if row == "residence":
        return [replace(law, residence=msgspec.structs.replace(law.residence, days=days)) for days in (1, 999)]
    terms = {"repeated": law.repeated, "invitations": law.invitations, "lapse": law.lapse}
    assert row in terms, f"{row} is no row of the law, or the case does not reach it"
    return [replace(law, **{row: msgspec.structs.replace(terms[row], months=months)}) for months in (1, 99)]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_law_by_example(case: LawCase) -> None:
    for reading in Reading:
        for answer in Asked(case, LAW, reading).answers():
            if answer.expected is not None:
                expected = side(answer.expected, reading)
                assert (NONE if answer.found is None else answer.found) == expected, (
                    f"{answer.what} ({reading.value}): {case.source}"
                )


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_case_reaches_the_rows_that_it_names(case: LawCase) -> None:
    used = {row for reading in Reading for row in Asked(case, LAW, reading).rows()}
    for row in case.rows:
        # What has no name in an answer is reached where the answer would be another without it
        assert row in used or any(found(case, other) != found(case, LAW) for other in otherwise(LAW, row)), row
