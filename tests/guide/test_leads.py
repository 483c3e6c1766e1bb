"""Leads from duties and standings into the guide."""

from __future__ import annotations

from typing import get_args

import pytest

from kzstay import bundled
from kzstay.core.assess import assess
from kzstay.core.case import STATELESS, Ruling, Traveller
from kzstay.core.notes import Note, NoteCode
from kzstay.core.trouble import Cause, causes
from kzstay.guide import leads
from tests.core.builders import expulsion, fine, ruled
from tests.helpers import day, permit, stay, traveller

LAW, GUIDE = bundled.law(), bundled.guide()
NAMES = {name for names in GUIDE.groups.values() for name in names}
HERE = traveller("DE", stay("2026-11-01", notified="2026-11-02"))
SHORTENED = Ruling(kind="shortened", served=day("2026-11-20"), leave_by=day("2026-11-28"))
APPEALED = Ruling(
    kind="expulsion", served=day("2026-11-20"), leave_by=day("2026-11-30"), appealed=day("2026-11-21")
)


def trouble(who: Traveller, on: str) -> str | None:
    a = assess(who, day(on), LAW)
    return next((leads.of_cause(a, cause) for cause in causes(a)), None)


@pytest.mark.parametrize(
    ("who", "on", "topic"),
    [
        (HERE, "2026-11-10", None),
        (HERE, "2026-11-28", "longer-stay"),
        (HERE, "2026-12-05", "overstay"),
        (ruled(HERE, expulsion("2026-11-20", "2026-11-29")), "2026-11-27", "told-to-leave"),
        (ruled(traveller("DE"), fine("2026-11-01")), "2026-11-27", "fines"),
        (ruled(traveller("DE"), expulsion("2026-02-01", executed="2026-02-10")), "2026-11-27", "after-expulsion"),
        (traveller("PK", stay("2026-11-01")), "2026-11-27", "entry-visa"),
        (traveller("PK"), "2026-11-27", None),
        (traveller("DE", stay("2026-11-01")), "2026-11-10", "host-notice"),
        (ruled(HERE, SHORTENED), "2026-11-27", "shortened"),
        (traveller(STATELESS, stay("2026-11-01")), "2026-11-27", "stateless"),
        (ruled(HERE, APPEALED), "2026-11-27", "told-to-leave"),
        (ruled(HERE, Ruling(kind="warning", served=day("2026-11-15"))), "2026-11-20", "appeal"),
        (traveller("KZ", stay("2026-11-01")), "2026-11-27", None),
    ],
)
def test_who_is_in_trouble_is_led_to_what_to_do(who: Traveller, on: str, topic: str | None) -> None:
    assert trouble(who, on) == topic
    assert topic is None or topic in NAMES


def test_every_duty_and_cause_leads_to_a_topic_that_there_is() -> None:
    assert set(leads._OF_DUTY) == set(LAW.duties)
    assert {*leads._OF_DUTY.values(), *leads._OF_CAUSE.values()} <= NAMES
    assert set(leads._OF_CAUSE) | {"missed", "due", "unrecorded"} == set(get_args(Cause))


def test_who_is_stateless_or_shows_another_passport_has_a_topic_of_their_own() -> None:
    assert leads.of_person(traveller(STATELESS)) == ["stateless"]
    assert leads.of_person(traveller("DE", passport="service")) == ["diplomats"]
    assert leads.of_person(HERE) == []


def test_what_becomes_of_invitations_is_told_by_a_topic_that_there_is() -> None:
    assert leads.of_invitations() in NAMES


def test_leaving_that_was_missed_leads_to_what_follows() -> None:
    late = assess(HERE, day("2026-12-05"), LAW)
    missed = next(duty for duty in late.duties if duty.kind == "leave")
    in_time = next(duty for duty in assess(HERE, day("2026-11-10"), LAW).duties if duty.kind == "leave")
    assert (leads.of_duty(missed), leads.of_duty(in_time)) == ("overstay", "stay-limits")


@pytest.mark.parametrize("code", get_args(NoteCode))
def test_every_note_leads_to_a_topic_or_is_one_that_leads_nowhere(code: NoteCode) -> None:
    topic = leads.of_note(Note(code))
    assert (topic is None) is (code in leads._UNLED)
    assert topic is None or topic in NAMES


def test_no_topic_is_named_for_what_is_no_note() -> None:
    assert {*leads._OF_NOTE, *leads._UNLED} == set(get_args(NoteCode))
    assert {*leads._OF_BECAUSE.values(), *leads._OF_PAGE.values()} <= NAMES


@pytest.mark.parametrize(
    ("who", "on", "stay_shown", "topic"),
    [
        (HERE, "2026-11-10", 0, "stay-limits"),
        (HERE, "2026-12-05", 0, "overstay"),
        (HERE, "2026-11-10", None, "stay-limits"),
        (ruled(HERE, expulsion("2026-11-20", "2026-11-29")), "2026-11-27", 0, "told-to-leave"),
        (ruled(traveller("DE"), fine("2026-11-01")), "2026-11-27", None, "fines"),
        (traveller("PK"), "2026-11-27", None, "entry-visa"),
        (traveller("PK", stay("2026-11-01")), "2026-11-27", 0, "entry-visa"),
        (traveller("KZ"), "2026-11-27", None, None),
        (traveller("KZ", stay("2026-11-01")), "2026-11-27", 0, None),
        (traveller("DE", stay("2026-11-01", kind="transport")), "2026-11-27", 0, "transit"),
        (
            traveller("DE", stay("2026-11-01"), permits=[permit("2026-10-01", "2027-10-01", "rvp")]),
            "2026-11-27",
            0,
            "longer-stay",
        ),
        (
            traveller("RU", stay("2026-01-01"), permits=[permit("2025-06-01", "2035-06-01", "residence")]),
            "2026-11-27",
            0,
            "residence",
        ),
    ],
)
def test_a_verdict_leads_to_what_explains_it(
    who: Traveller, on: str, stay_shown: int | None, topic: str | None
) -> None:
    assert leads.of_verdict(assess(who, day(on), LAW), stay_shown) == topic


@pytest.mark.parametrize(
    ("page", "who", "on", "topic"),
    [
        ("stays", HERE, "2026-12-05", "stay-limits"),
        ("duties", traveller("DE"), "2026-11-10", "host-notice"),
        ("duties", HERE, "2026-12-05", "overstay"),
        ("papers", HERE, "2026-11-10", "longer-stay"),
        ("papers", ruled(HERE, fine("2026-11-05")), "2026-11-10", "appeal"),
        ("plan", HERE, "2026-11-10", "entry-visa"),
        ("plan", ruled(HERE, fine("2026-11-05")), "2026-11-10", "entry-refused"),
        ("why", HERE, "2026-11-10", "stay-limits"),
        ("why", HERE, "2026-12-05", "overstay"),
        ("why", traveller("KZ"), "2026-12-05", "stay-limits"),
        ("law", HERE, "2026-11-10", "about-the-law"),
        ("next", HERE, "2026-11-28", "longer-stay"),
    ],
)
def test_a_page_leads_to_what_it_is_about_in_the_case(page: str, who: Traveller, on: str, topic: str) -> None:
    assert leads.of_page(page, assess(who, day(on), LAW)) == topic
