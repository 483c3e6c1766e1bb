"""Which days the picture of a report shows, and what its caption says of them."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given

from kzstay.bundled import law
from kzstay.content import pictured
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Ruling, Traveller
from kzstay.core.readings import Reading
from kzstay.texts.words import words
from tests.content.block_reader import GERMAN
from tests.drawing.anybody import answered, people
from tests.helpers import day, permit, stay, traveller

EN = words("en")
ON = day("2026-11-22")


def assessed(who: Traveller, reading: Reading = Reading.SAFE) -> Assessment:
    return assess(who, ON, law(), reading)


def told(who: Traveller, reading: Reading = Reading.SAFE) -> str:
    return pictured.caption(assessed(who, reading), EN)


@given(people())
def test_what_matters_of_the_last_year_and_all_that_lies_ahead_is_in_sight(who: Traveller) -> None:
    a = answered(who)
    shown, year = pictured.span(a), a.on - timedelta(365)
    assert shown.first <= a.on <= shown.last
    for one in a.stays:
        if one.entry > a.on or (one.overstay_days and one.entry >= year):
            assert shown.first <= one.entry <= a.reckoning.end(one.index) <= shown.last
    for ruling in who.rulings:
        assert shown.first <= ruling.served <= shown.last


@pytest.mark.parametrize(
    ("who", "first"),
    [
        # The period that is looked back on
        (GERMAN, "2026-05-10"),
        # An overstay of the spring
        (traveller("DE", stay("2026-02-01", "2026-03-20"), stay("2026-11-11")), "2026-01-22"),
        # A stay that began before the period is whole
        (traveller("RU", stay("2026-04-10", "2026-06-10")), "2026-03-31"),
        # One of years is cut
        (traveller("RU", stay("2024-04-10", "2026-06-10"), permits=[permit("2024-04-10", "2026-06-10")]), None),
        # Without a period, what there is of the year
        (traveller("AF", stay("2026-11-11")), "2026-09-13"),
        (traveller("AF", stay("2026-11-11"), permits=[permit("2026-08-25", "2027-01-10")]), "2026-08-15"),
    ],
)
def test_the_picture_goes_back_as_far_as_it_matters(who: Traveller, first: str | None) -> None:
    assert pictured.span(assessed(who)).first == day(first or "2026-05-16")


def test_a_ruling_of_the_year_is_in_sight_and_one_of_long_ago_is_not() -> None:
    for served, first in (("2026-02-20", "2026-02-10"), ("2020-03-20", "2026-05-10")):
        who = msgspec.structs.replace(GERMAN, rulings=(Ruling(kind="fine", served=day(served)),))
        assert pictured.span(assessed(who)).first == day(first)


def test_the_caption_says_what_is_shown_and_why_so_many_days() -> None:
    assert told(GERMAN) == (
        "Bars are stays, the line below is the days used, and the dotted line is the limit. "
        "The rule looks back 180 days. To be safe, the strict count looks back 1 day more: 181."
    )
    assert "181" not in told(GERMAN, Reading.USUAL)


def test_without_a_limit_none_is_named() -> None:
    assert told(traveller("AF", stay("2026-11-11"))) == "Bars are stays."
    visa = traveller("AF", stay("2026-11-11"), permits=[permit("2026-11-01", "2027-01-10")])
    assert told(visa) == "Bars are stays. Narrow strips are permits and visas."


def test_a_plan_without_an_end_is_told_of() -> None:
    assert "without an end may last" in told(traveller("DE", stay("2026-12-20")))
    assert "without an end may last" not in told(traveller("DE", stay("2026-12-20", "2026-12-28")))
    assert "without an end may last" not in told(traveller("AF", stay("2026-12-20")))


def test_what_is_not_in_the_picture_is_told() -> None:
    old = [stay(f"{year}-01-01", f"{year}-01-20") for year in (1999, 2001)]
    assert told(traveller("DE", *old)).endswith("2 earlier stays are not in the picture.")
    long_ = traveller("RU", stay("2024-04-10", "2026-06-10"), permits=[permit("2024-04-10", "2026-06-10")])
    assert told(long_).endswith("its number counts all its days.")
