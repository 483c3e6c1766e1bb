"""The days over of all stays: what is seen of all of them at once is what each says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzstay import bundled
from kzstay.core.case import Traveller
from kzstay.core.overstay import overstay_days
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning
from tests.core.builders import fine, planned, ruled, visa
from tests.helpers import day, stay, traveller
from tests.test_any_case import days, travellers

LAW = bundled.law()
ON = day("2026-11-22")
gaps = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 40)), max_size=9)


def each(reckoning: Reckoning) -> int:
    return sum(reckoning.verdict(index).overstay_days for index in range(len(reckoning.traveller.stays)))


@given(travellers(), days(), st.sampled_from(list(Reading)))
def test_all_together_are_the_sum_of_each(person: Traveller, on: date, reading: Reading) -> None:
    reckoning = Reckoning(person, on, LAW, reading)
    assert overstay_days(reckoning) == each(Reckoning(person, on, LAW, reading))


@given(
    st.sampled_from(["DE", "TR", "KR", "RU", "UA", "UZ", "IN", "CN", "AF"]),
    gaps,
    days(),
    st.sampled_from(list(Reading)),
)
@settings(max_examples=300)
def test_so_are_those_of_one_who_comes_often(
    citizenship: str, found: list[tuple[int, int]], on: date, reading: Reading
) -> None:
    person = planned(citizenship, day("2024-06-01"), found)
    assert overstay_days(Reckoning(person, on, LAW, reading)) == each(Reckoning(person, on, LAW, reading))


LAWFUL = stay("2026-07-01", "2026-07-30"), stay("2026-09-01", "2026-09-30")


@pytest.mark.parametrize(
    ("person", "judged"),
    [
        (traveller("DE"), 0),
        (traveller("DE", *LAWFUL), 0),
        (traveller("DE", *LAWFUL, stay("2026-11-20")), 0),
        (traveller("DE", *LAWFUL, stay("2026-12-20", "2026-12-21")), 0),
        (traveller("DE", *LAWFUL, stay("2026-11-20"), stay("2026-12-20", "2026-12-21")), 4),
        (traveller("DE", stay("2026-07-01", "2026-07-31")), 1),  # a day too long
        (traveller("DE", *LAWFUL, stay("2026-10-10", "2026-11-09")), 1),  # and here too many in all
        (traveller("DE", stay("2022-12-30", "2023-01-02"), *LAWFUL), 3),  # before one of the limits began
        (traveller("BR", stay("2026-07-01", "2026-07-03")), 1),  # a period that begins with the entry
        (traveller("AF", stay("2026-07-01", "2026-07-03")), 1),  # without a regime
        (traveller("DE", stay("2026-07-01", "2026-07-03", citizenship="TR")), 1),
        (traveller("DE", stay("2026-07-01", "2026-07-03"), permits=[visa("2026-01-01", "2026-02-01")]), 1),
        (ruled(traveller("DE", stay("2026-07-01", "2026-07-03")), fine("2026-07-02")), 1),
    ],
)
def test_each_stay_is_judged_only_where_not_all_are_plainly_within(
    person: Traveller, judged: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    verdict: Callable[..., Any] = Reckoning.verdict

    def noted(self: Reckoning, index: int) -> Any:  # noqa: ANN401
        if self.reading is Reading.USUAL:
            asked.append(index)
        return verdict(self, index)

    monkeypatch.setattr(Reckoning, "verdict", noted)
    overstay_days(Reckoning(person, ON, LAW, Reading.USUAL))
    assert len(set(asked)) == judged
