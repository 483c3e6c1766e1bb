"""The days of stays on a day of reckoning: what both readings share."""

from __future__ import annotations

from kzstay.core.case import Permit, Ruling
from kzstay.core.history import StayHistory
from kzstay.core.permits import NOTHING, VisaEnd
from tests.core.builders import ruled, visa
from tests.helpers import day, permit, presence, span, stay, traveller

ON = day("2026-11-22")


def test_an_open_stay_lasts_to_the_day_of_reckoning_and_gives_way_to_the_next() -> None:
    person = traveller("DE", stay("2026-01-05"), stay("2026-03-01", "2026-03-10"), stay("2026-11-11"))
    days = StayHistory(person, ON)
    assert [days.end(index) for index in range(3)] == [day("2026-03-01"), day("2026-03-10"), ON]
    assert days.current == 2


def test_days_under_a_permit_do_not_count() -> None:
    person = traveller("DE", stay("2026-01-01", "2026-01-31"), permits=[permit("2026-01-10", "2026-01-20")])
    assert list(StayHistory(person, ON).presence.spans()) == [
        span("2026-01-01", "2026-01-09"),
        span("2026-01-21", "2026-01-31"),
    ]


def test_a_present_stay_is_taken_to_last_but_not_through_a_permit_or_the_next_stay() -> None:
    person = traveller(
        "DE", stay("2026-11-11"), stay("2026-12-10", "2026-12-12"), permits=[permit("2026-12-01", "2026-12-05")]
    )
    lasting = StayHistory(person, ON).lasting(day("2026-12-20"))
    assert list(lasting.spans()) == list(
        presence(("2026-11-11", "2026-11-30"), ("2026-12-06", "2026-12-12")).spans()
    )


def test_who_is_away_or_has_an_exit_is_not_taken_to_last() -> None:
    for person in (traveller("DE"), traveller("DE", stay("2026-11-11", "2026-11-30"))):
        days = StayHistory(person, ON)
        assert days.lasting(day("2027-01-01")) is days.presence
    here = StayHistory(traveller("DE", stay("2026-11-11")), ON)
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
    cover = StayHistory(person, ON).cover_on(day("2026-01-30"))
    assert cover.extended(day("2026-01-31")) == day("2026-04-01")
    assert cover.extended(day("2026-01-30")) == day("2026-01-30")


def test_who_has_no_permit_has_no_cover() -> None:
    days = StayHistory(traveller("DE", stay("2026-11-11")), ON)
    assert days.cover(0) is days.cover_on(ON) is NOTHING
    assert not days.entries_used_up(0)


def test_a_cover_is_that_of_the_stay_in_its_order() -> None:
    person = traveller(
        "DE",
        stay("2026-05-01", "2026-05-10"),
        stay("2026-03-01", "2026-03-10"),
        permits=[visa("2026-01-01", "2026-12-31", entries=1)],
    )
    days = StayHistory(person, ON)
    assert days.cover(0).on(day("2026-05-01")) is None
    assert days.cover(1).on(day("2026-03-01")) == day("2026-12-31")
    assert days.cover(1) is days.cover(1)


def test_an_exit_before_the_entry_counts_as_the_day_of_entry() -> None:
    # a file may hold it; kzstay/core/case.py says so, and nothing else breaks
    days = StayHistory(traveller("DE", stay("2026-11-11", "2026-11-01")), ON)
    assert days.end(0) == day("2026-11-11")


def test_days_are_given_as_ordinals_to_who_draws_many() -> None:
    days = StayHistory(traveller("DE", stay("2026-01-01", "2026-01-31"), stay("2026-11-11")), ON)
    first, last = day("2026-01-01").toordinal(), day("2026-01-31").toordinal()
    assert days.ordinals == [(first, last), (day("2026-11-11").toordinal(), ON.toordinal())]


def test_what_ended_a_visa_before_a_stay_is_known_with_its_day() -> None:
    stays = (stay("2026-03-01", "2026-03-10"), stay("2026-06-01", "2026-06-02"))

    def ended(*permits: Permit, rulings: tuple[Ruling, ...] = ()) -> VisaEnd | None:
        person = ruled(traveller("PK", *stays, permits=list(permits)), *rulings)
        return StayHistory(person, day("2026-07-01"), ended=("visa",)).visa_end(1)

    assert ended() is None
    assert ended(permit("2026-03-01", "2026-12-31")) is None, "it covers the stay"
    assert ended(visa("2026-03-01", "2026-12-31", days=10)) == VisaEnd("days", day("2026-03-10"))
    assert ended(permit("2026-03-01", "2026-04-30")) == VisaEnd("term", day("2026-04-30"))
    assert ended(permit("2026-03-01", "2026-04-30", "rvp")) is None, "it is no visa"
    cut = Ruling(kind="shortened", served=day("2026-03-05"), leave_by=day("2026-03-12"))
    assert ended(permit("2026-03-01", "2026-12-31"), rulings=(cut,)) == VisaEnd("cut", day("2026-03-12"))
