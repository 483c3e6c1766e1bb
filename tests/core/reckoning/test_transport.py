"""Stays of drivers and crews: outside the count wherever days are told."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.assess import assess
from kzstay.core.days import Span
from kzstay.core.explain import articles_of, contributions
from kzstay.core.plan import days_back
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning
from tests.core.builders import LAW, SAFE, planned, reckon, until, visa
from tests.helpers import day, span, stay, traveller

ON = day("2026-11-22")
GAPS = st.lists(st.tuples(st.integers(0, 90), st.integers(1, 60)), min_size=1, max_size=6)


@given(GAPS, st.lists(st.booleans(), min_size=6, max_size=6), st.sampled_from(Reading))
def test_the_count_is_that_of_one_who_never_drove(
    gaps: list[tuple[int, int]], drove: list[bool], reading: Reading
) -> None:
    plain = planned("RU", day("2025-01-01"), gaps)
    kept = [one for one, drives in zip(plain.stays, drove, strict=False) if not drives]
    stays = [
        msgspec.structs.replace(one, kind="transport") if drives else one
        for one, drives in zip(plain.stays, drove, strict=False)
    ]
    mixed = Reckoning(msgspec.structs.replace(plain, stays=tuple(stays)), ON, LAW, reading)
    alone = Reckoning(msgspec.structs.replace(plain, stays=tuple(kept)), ON, LAW, reading)
    assert list(mixed.presence.spans()) == list(alone.presence.spans())
    numbers = [index for index, drives in enumerate(drove[: len(stays)]) if not drives]
    assert [mixed.verdict(index) for index in numbers] == [alone.verdict(index) for index in range(len(kept))]
    for index, drives in enumerate(drove[: len(stays)]):
        if drives and mixed.verdict(index).regime is not None:
            verdict = mixed.verdict(index)
            assert (verdict.because, verdict.lawful_until, verdict.overstay_days) == ("transport", None, 0)


def test_a_day_shared_with_a_holiday_is_the_holidays() -> None:
    person = traveller("RU", stay("2026-09-01", "2026-09-20", kind="transport"), stay("2026-09-20", "2026-09-29"))
    found = reckon(person, "2026-10-01")
    limit = found.counting_limit(day("2026-10-01"))
    assert limit is not None
    (part,) = contributions(found, limit, Span(day("2026-05-01"), day("2026-10-01")))
    assert (part.stay, part.span, part.days) == (1, span("2026-09-20", "2026-09-29"), 10)
    (back,) = days_back(found, day("2027-01-01"), day("2027-06-01"))
    assert (back.stay, back.span.days) == (1, 10)


def test_who_drives_here_now_leaves_no_day_for_later() -> None:
    person = traveller("RU", stay("2026-11-01", kind="transport"))
    found = reckon(person, "2026-11-22")
    assert not found.projected
    assert found.lasts(0) == ON


def test_a_visa_holds_also_who_drives() -> None:
    held = [visa("2026-10-01", "2026-12-31", days=10)]
    person = traveller("PK", stay("2026-11-01", "2026-11-15", kind="transport"), permits=held)
    assert until(person, "2026-11-22") == ("2026-11-10", "2026-11-10")
    assert reckon(person, "2026-11-22", SAFE).verdict(0).overstay_days == 5


def test_what_is_said_of_transport_has_its_articles() -> None:
    person = traveller("RU", stay("2026-11-01", kind="transport"))
    assert articles_of(assess(person, ON, LAW), 0) == LAW.transport.articles
