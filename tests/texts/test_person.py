"""What is said of one person, in sentences."""

from __future__ import annotations

from kzstay import bundled
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Traveller
from kzstay.core.readings import Both
from kzstay.texts import person
from kzstay.texts.words import words
from tests.helpers import day, plain, stay, traveller
from tests.texts.test_foreign import HARMFUL

EN = words("en")
HERE = traveller("DE", stay("2026-11-01"))


def of(who: Traveller = HERE, on: str = "2026-11-20") -> Assessment:
    return assess(who, day(on), bundled.law())


def test_a_name_from_outside_does_no_harm() -> None:
    told = person.name(EN, of(traveller("DE", name=f"Anna{''.join(sorted(HARMFUL))}")))
    assert told.startswith("For Anna")
    assert not HARMFUL.intersection(told)


def test_short_facts_become_a_sentence() -> None:
    assert person.sentence(["day 3 of 30", "", "3 of 90 days used"]) == "Day 3 of 30 · 3 of 90 days used"
    assert person.sentence([]) == ""


def test_a_last_day_is_told_by_both_counts_only_where_they_part() -> None:
    a, last = of(), day("2026-11-30")
    assert person.last_day(EN, a, Both(last, last)).endswith("Its last lawful day: 30 November 2026.")
    both = person.last_day(EN, a, Both(last, day("2026-12-02")))
    assert both.endswith("Its last lawful day: 30 November 2026 (by the usual count 2 December 2026).")


def test_a_duty_by_itself_is_told_in_full() -> None:
    a = of()
    notice = next(duty for duty in a.duties if duty.kind == "host-notice")
    assert plain(person.duty(EN, a, notice)) == "Host's notice of arrival: not recorded · due 4 Nov 2026 · host"


def test_where_nothing_is_possible_no_next_entry_is_told() -> None:
    assert person.next_entry(EN, of(traveller("PK", stay("2026-11-01")))) == ""


def test_permits_are_named_that_are_valid_on_the_day() -> None:
    assert person.held(EN, of()) == []
