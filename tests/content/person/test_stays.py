"""What the topics on coming, being here and life here mean for one person."""

from __future__ import annotations

import msgspec
import pytest

from kzstay.core.case import STATELESS, Traveller
from kzstay.core.readings import Reading
from tests.content.person.told_of import box_of, told
from tests.core.builders import expulsion, fine, ruled
from tests.helpers import day, move, permit, stay, traveller

HERE = traveller("DE", stay("2026-11-01"))
OUT = traveller("DE", stay("2026-09-01", "2026-09-20"))
RUSSIAN = traveller("RU", stay("2026-11-01"))
LIVES = traveller("RU", stay("2026-01-01"), permits=[permit("2025-06-01", "2035-06-01", "residence")])
BANNED = ruled(traveller("DE"), expulsion("2026-02-01", executed="2026-02-10"))
SHORTENED = ruled(
    HERE,
    msgspec.structs.replace(expulsion("2026-11-05", "2026-11-15"), kind="shortened"),
)


def test_the_limits_are_told_with_the_day_to_leave_and_what_is_used() -> None:
    day_to_leave, used, term, following = told(HERE, "stay-limits", "2026-11-10")
    assert day_to_leave == "Leave by Monday, 30 November 2026"
    assert used == "Day 10 of 30 in this entry · 10 of 90 days used in 180 days"
    assert term == "Visa-free: 30 days from the day of entry · 90 days in each 180 days · certainty: high"
    assert following.startswith("Next entry by the days, if you leave on 30 November 2026: from 1 December 2026")
    found = box_of(HERE, "stay-limits", "2026-11-10")
    assert found is not None
    assert (found.day, found.stay) == (day("2026-11-30"), 0)


def test_the_limits_of_who_is_outside_are_those_of_an_entry() -> None:
    lead, used, _ = told(OUT, "stay-limits", "2026-11-20")
    assert lead == "By the days, entry is possible on 20 November 2026, for 30 days at most"
    assert used == "20 of 90 days used in 180 days"


@pytest.mark.parametrize("topic", ["stay-limits", "entry-visa", "entry-papers"])
def test_to_whom_entry_is_refused_no_days_are_promised(topic: str) -> None:
    lines = told(BANNED, topic, "2026-11-27")
    assert lines[0] == "Entry is banned to the end of 10 February 2031"
    assert not any("visa-free" in line.lower() for line in lines)


def test_an_unpaid_fine_is_told_before_any_entry() -> None:
    lines = told(ruled(OUT, fine("2026-09-10")), "entry-visa", "2026-11-27")
    assert lines == ["No entry before the fine served on 10 Sep 2026 is paid"]


def test_an_entry_is_told_by_its_term_its_day_and_how_sure_it_is() -> None:
    term, following, sure, border = told(OUT, "entry-papers", "2026-11-20")
    assert term == (
        "Germany · ordinary passport: visa-free for an entry on 20 November 2026, 30 days from the day of entry · "
        "90 days in each 180 days."
    )
    assert following == "By the days, entry is possible on 20 November 2026, for 30 days at most"
    assert sure.endswith("Certainty: high.")
    assert "The border may ask for more" in border


def test_who_needs_a_visa_is_told_so_and_which_one_is_entered() -> None:
    assert told(traveller("PK"), "entry-visa", "2026-11-20")[0] == (
        "A visa is needed for this citizenship and passport."
    )
    held = traveller("PK", permits=[permit("2026-11-01", "2026-12-31")])
    assert "Visa until 31 December 2026" in told(held, "entry-visa", "2026-11-20")


def test_who_lives_here_is_told_of_the_permit_alone() -> None:
    assert told(LIVES, "entry-visa", "2026-11-20") == ["Permanent residence permit until 1 June 2035"]


def test_what_refuses_is_told_or_that_nothing_entered_does() -> None:
    nothing, used, following = told(HERE, "entry-refused", "2026-11-10")
    assert nothing == "No ruling that is entered here refuses an entry on 10 November 2026."
    assert used == "10 of 90 days used in 180 days"
    assert following.startswith("Next entry by the days")
    assert told(BANNED, "entry-refused", "2026-11-27")[0] == "Entry is banned to the end of 10 February 2031"


def test_a_registration_is_told_with_its_day_and_the_usual_one() -> None:
    (line,) = told(RUSSIAN, "registration", "2026-11-20")
    assert line == (
        "Registration with the internal affairs bodies: to be done · due 30 Nov 2026 (by the usual count 1 Dec "
        "2026) · traveller"
    )


def test_an_entry_too_short_for_a_registration_says_both_numbers() -> None:
    assert told(HERE, "registration", "2026-11-10") == [
        "This entry gives 30 days. Registration is asked of those who enter for more than 30 days."
    ]
    assert told(OUT, "registration", "2026-11-10") == []


@pytest.mark.parametrize(
    ("who", "what"),
    [
        (HERE, "Obtain a visa or leave: to be done · due 30 Nov 2026 · traveller"),
        (RUSSIAN, "Obtain a temporary residence permit or leave: to be done · due 29 Jan 2027 · traveller"),
    ],
)
def test_a_longer_stay_needs_what_the_citizenship_gets(who: Traveller, what: str) -> None:
    assert told(who, "longer-stay", "2026-11-10")[0] == what


def test_once_only_leaving_is_left_a_longer_stay_says_so() -> None:
    assert told(HERE, "longer-stay", "2026-12-05") == ["The last lawful day was Monday, 30 November 2026"]
    assert told(OUT, "longer-stay", "2026-12-05") == []


def test_who_lives_here_is_told_the_days_of_the_period() -> None:
    lives, days = told(LIVES, "residence", "2026-11-20")
    assert lives.startswith("A permanent residence permit is entered, valid until 1 June 2035")
    assert days == "Here on 324 of at least 183 days since 21 Nov 2025"
    assert told(HERE, "residence", "2026-11-20") == []


@pytest.mark.parametrize("topic", ["study", "health", "property", "elections-army"])
def test_a_topic_with_two_columns_says_which_one_holds(topic: str) -> None:
    assert "permanently" in told(LIVES, topic, "2026-11-20")[0]
    (line,) = told(HERE, topic, "2026-11-20")
    assert line == (
        "No permanent residence permit valid on 20 November 2026 is entered: read what holds for those who stay "
        "for a time."
    )
    assert told(OUT, topic, "2026-11-20") == []


def test_a_visa_free_stay_gives_no_right_to_work_and_says_what_that_costs() -> None:
    none, costs = told(HERE, "work", "2026-11-20")
    assert none == "The present stay is visa-free: by itself it gives no right to work."
    assert costs.startswith("For work without a permit: fine of 25 MCI (108 125 ₸)")


def test_a_citizen_of_the_union_needs_a_contract_alone() -> None:
    assert told(RUSSIAN, "work", "2026-11-20")[0] == (
        "Russia is a state of the Eurasian Economic Union: a contract of employment is enough, no work permit is "
        "asked for."
    )


def test_of_a_visa_nothing_is_said_on_work_as_nobody_knows_its_purpose() -> None:
    on_visa = traveller("PK", stay("2026-11-01"), permits=[permit("2026-11-01", "2026-12-31")])
    assert told(on_visa, "work", "2026-11-20") == []


def test_a_child_is_told_its_birthday_and_what_then() -> None:
    child = msgspec.structs.replace(RUSSIAN, born=day("2010-12-01"))
    age, birthday, *duties = told(child, "children", "2026-11-20")
    assert age.startswith("Age on this day: 15. Nobody under the age of 16 is penalised.")
    assert birthday == (
        "The age of 16 is reached on 1 December 2026. Whoever stays on asks for a permit of their own within 10 "
        "days after it."
    )
    assert any("due 11 Dec 2026 (by the usual count 29 Jan 2027)" in line for line in duties)


def test_of_a_child_whose_longer_stay_needs_a_visa_no_birthday_is_told() -> None:
    child = msgspec.structs.replace(HERE, born=day("2010-12-15"))
    lines = told(child, "children", "2026-11-20")
    assert lines[0].startswith("Age on this day: 15.")
    assert not any("is reached on" in line for line in lines)


def test_a_citizen_of_the_union_who_was_told_to_leave_is_told_that_first() -> None:
    ordered = ruled(RUSSIAN, expulsion("2026-11-18", "2026-12-05"))
    assert told(ordered, "work", "2026-11-20")[0].startswith("By order of a court, leave by")


def test_from_sixteen_on_no_birthday_is_told_and_of_a_grown_person_nothing() -> None:
    older = msgspec.structs.replace(HERE, born=day("2010-06-01"))
    assert not any("is reached on" in line for line in told(older, "children", "2026-11-20"))
    grown = msgspec.structs.replace(HERE, born=day("1980-06-01"))
    assert told(grown, "children", "2026-11-20") == []
    assert told(HERE, "children", "2026-11-20") == []  # nobody entered the date


def test_a_transit_is_told_what_binds_it() -> None:
    passing = traveller("DE", stay("2026-11-18", kind="transit"))
    lines = told(passing, "transit", "2026-11-20")
    assert any("tied to its route" in line for line in lines)
    assert told(HERE, "transit", "2026-11-20") == []


def test_a_move_is_told_with_its_duties() -> None:
    moved = traveller("RU", stay("2026-11-01", registered="2026-11-10", moves=[move("2026-11-16")]))
    lines = told(moved, "movement", "2026-11-18")
    assert any("moved on 16 Nov 2026" in line for line in lines)
    assert told(RUSSIAN, "movement", "2026-11-18") == []


def test_leaving_is_told_with_what_is_to_be_paid_before() -> None:
    lines = told(ruled(HERE, fine("2026-11-10")), "leaving", "2026-11-27")
    assert lines[0] == "Leave by Monday, 30 November 2026"
    assert any(line.startswith("Pay the fine (ruling served on 10 Nov 2026)") for line in lines)
    assert told(OUT, "leaving", "2026-11-27") == []


def test_a_shortened_stay_is_told_with_its_new_day_and_the_complaint() -> None:
    lines = told(SHORTENED, "shortened", "2026-11-10")
    assert lines[0] == "By order of the police, leave by Sunday, 15 November 2026"
    assert any(line.startswith("Complain against the shortening of the stay") for line in lines)
    assert told(HERE, "shortened", "2026-11-10") == []


def test_the_reading_shown_leads() -> None:
    child = msgspec.structs.replace(RUSSIAN, born=day("2010-12-01"))
    found = [box_of(child, "longer-stay", "2026-11-20", reading) for reading in Reading]
    assert [one and one.day for one in found] == [day("2026-12-11"), day("2027-01-29")]


def test_a_stateless_person_has_no_term_that_is_known() -> None:
    lines = told(traveller(STATELESS, stay("2026-11-01")), "work", "2026-11-20")
    assert lines == []
