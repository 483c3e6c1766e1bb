"""A stay with a passport of its own: another term, and the same days."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.assess import assess
from kzstay.core.case import STATELESS, Traveller
from kzstay.core.law.regimes import regime_on
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning
from tests.core.builders import LAW, SAFE, planned, reckon
from tests.helpers import day, stay, traveller

ON = day("2026-11-22")
COUNTRIES = st.sampled_from(["DE", "RU", "UA", "AF", "BR", "KZ", STATELESS])
GAPS = st.lists(st.tuples(st.integers(0, 120), st.integers(1, 90)), min_size=1, max_size=6)
SHOWN = st.none() | st.tuples(COUNTRIES, st.sampled_from([None, "national", "service", "diplomatic"]))


def with_passports(person: Traveller, shown: list[tuple[str, str | None] | None]) -> Traveller:
    """Return the same stays, with what was shown at some of them."""
    stays = [
        msgspec.structs.replace(one, citizenship=own[0], passport=own[1]) if own else one
        for one, own in zip(person.stays, shown, strict=False)
    ]
    return msgspec.structs.replace(person, stays=(*stays, *person.stays[len(stays) :]))


@given(COUNTRIES, GAPS, st.lists(SHOWN, min_size=6, max_size=6), st.sampled_from(Reading))
def test_what_was_shown_changes_the_term_and_never_the_days(
    country: str, gaps: list[tuple[int, int]], shown: list[tuple[str, str | None] | None], reading: Reading
) -> None:
    plain = planned(country, day("2025-01-01"), gaps)
    person = with_passports(plain, shown)
    one, other = Reckoning(plain, ON, LAW, reading), Reckoning(person, ON, LAW, reading)
    assert list(one.presence.spans()) == list(other.presence.spans())
    for index, held in enumerate(person.stays):
        own = held.citizenship, held.passport or "national"
        regime = regime_on(LAW, *(own if own[0] else (country, "national")), held.entry, reading)  # type: ignore[arg-type]
        assert other.verdict(index).regime == regime
        assert other.end(index) == one.end(index)


@given(COUNTRIES, GAPS, st.lists(SHOWN, min_size=6, max_size=6))
def test_a_stay_is_judged_as_of_one_who_always_shows_that_passport(
    country: str, gaps: list[tuple[int, int]], shown: list[tuple[str, str | None] | None]
) -> None:
    person = with_passports(planned(country, day("2025-01-01"), gaps), shown)
    found = Reckoning(person, ON, LAW, SAFE)
    for index in range(len(person.stays)):
        citizenship, passport = person.shown(index)
        always = planned(citizenship, day("2025-01-01"), gaps)
        always = msgspec.structs.replace(always, passport=passport)
        assert found.verdict(index) == Reckoning(always, ON, LAW, SAFE).verdict(index)


def test_an_entry_to_come_is_the_travellers_own() -> None:
    person = traveller("DE", stay("2026-11-11", citizenship="RU"))
    found = reckon(person, "2026-11-22")
    here, next_one = found.regime(ON, 0), found.regime(ON)
    assert here is not None
    assert next_one is not None
    assert (here.id, next_one.id) == ("eaeu", "unilateral-30")
    assert {limit.row.days for limit in found.every_limit} >= {30, 90}
    assert found.counting_limit(ON) is not None


def test_the_answer_names_what_was_shown_only_where_it_is_another_one() -> None:
    person = traveller(
        "DE", stay("2026-01-01", "2026-01-05", citizenship="DE"), stay("2026-11-11", citizenship="RU")
    )
    found = assess(person, ON, LAW)
    assert (found.stay(0).citizenship, found.stay(0).passport) == (None, None)
    assert (found.stay(1).citizenship, found.stay(1).passport) == ("RU", "national")
