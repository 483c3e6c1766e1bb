"""The days of stays on a day of reckoning: what both readings share."""

from __future__ import annotations

from kzstay.core.itinerary import Itinerary
from tests.helpers import day, permit, presence, span, stay, traveller

ON = day("2026-11-22")


def test_an_open_stay_lasts_to_the_day_of_reckoning_and_gives_way_to_the_next() -> None:
    person = traveller("DE", stay("2026-01-05"), stay("2026-03-01", "2026-03-10"), stay("2026-11-11"))
    days = Itinerary(person, ON)
    assert [days.end(index) for index in range(3)] == [day("2026-03-01"), day("2026-03-10"), ON]
    assert days.current == 2


def test_days_under_a_permit_do_not_count() -> None:
    person = traveller("DE", stay("2026-01-01", "2026-01-31"), permits=[permit("2026-01-10", "2026-01-20")])
    assert list(Itinerary(person, ON).presence.spans()) == [
        span("2026-01-01", "2026-01-09"),
        span("2026-01-21", "2026-01-31"),
    ]


def test_a_present_stay_is_taken_to_last_but_not_through_a_permit_or_the_next_stay() -> None:
    person = traveller(
        "DE", stay("2026-11-11"), stay("2026-12-10", "2026-12-12"), permits=[permit("2026-12-01", "2026-12-05")]
    )
    lasting = Itinerary(person, ON).lasting(day("2026-12-20"))
    assert list(lasting.spans()) == list(
        presence(("2026-11-11", "2026-11-30"), ("2026-12-06", "2026-12-12")).spans()
    )


def test_who_is_away_or_has_an_exit_is_not_taken_to_last() -> None:
    for person in (traveller("DE"), traveller("DE", stay("2026-11-11", "2026-11-30"))):
        days = Itinerary(person, ON)
        assert days.lasting(day("2027-01-01")) is days.presence
    here = Itinerary(traveller("DE", stay("2026-11-11")), ON)
    assert here.lasting(None) is here.presence


def test_permits_follow_one_another_without_a_gap() -> None:
    person = traveller(
        "DE",
        permits=[
            permit("2026-03-02", "2026-04-01"),
            permit("2026-02-01", "2026-03-01"),
            permit("2026-05-01", "2026-06-01"),
        ],
    )
    assert Itinerary(person, ON).covered(day("2026-01-31")) == day("2026-04-01")
    assert Itinerary(person, ON).covered(day("2026-01-30")) == day("2026-01-30")


def test_days_are_given_as_ordinals_to_who_draws_many() -> None:
    days = Itinerary(traveller("DE", stay("2026-01-01", "2026-01-31"), stay("2026-11-11")), ON)
    first, last = day("2026-01-01").toordinal(), day("2026-01-31").toordinal()
    assert days.ordinals == [(first, last), (day("2026-11-11").toordinal(), ON.toordinal())]
