"""What the topics on overstays, rulings, hosts and special cases mean for one person."""

from __future__ import annotations

import msgspec

from kzstay.core.case import STATELESS
from kzstay.core.readings import Reading
from tests.content.person.told_of import box_of, told
from tests.core.builders import expulsion, fine, readmission, ruled
from tests.helpers import day, permit, stay, traveller

HERE = traveller("DE", stay("2026-11-01"))
HOSTED = traveller("DE", stay("2026-11-01"), host="medium")
FINED = ruled(HERE, fine("2026-11-10"))
ORDERED = ruled(HERE, expulsion("2026-11-20", "2026-12-05"))
GONE = ruled(traveller("DE", stay("2026-01-20", "2026-02-10")), expulsion("2026-02-01", executed="2026-02-10"))


def test_an_overstay_is_told_with_its_cost_and_the_day_from_which_it_costs_more() -> None:
    last, cost, later, *_ = told(HERE, "overstay", "2026-12-05")
    assert last == "The last lawful day was Monday, 30 November 2026"
    assert cost == "For 5 days over: fine of 10 MCI (43 250 ₸)"
    assert later == "From 6 Dec 2026 on: fine of 15 MCI (64 875 ₸)"
    found = box_of(HERE, "overstay", "2026-12-05")
    assert found is not None
    assert (found.day, found.stay, found.pressing) == (day("2026-11-30"), 0, True)


def test_a_stay_that_is_not_too_long_says_which_day_is_its_last() -> None:
    assert told(HERE, "overstay", "2026-11-10") == [
        "The present stay is not too long. Its last lawful day: 30 November 2026."
    ]
    found = box_of(HERE, "overstay", "2026-11-10")
    assert found is not None
    assert not found.pressing


def test_an_exit_that_is_planned_too_late_is_told_and_does_not_press_yet() -> None:
    late = traveller("DE", stay("2026-11-01", "2026-12-20"))
    last, planned = told(late, "overstay", "2026-11-10")
    assert last == "The present stay is not too long. Its last lawful day: 30 November 2026."
    assert planned.endswith("leave by 30 Nov 2026, not on the planned day")
    found = box_of(late, "overstay", "2026-11-10")
    assert found is not None
    assert not found.pressing


def test_the_last_day_is_told_by_both_counts_where_they_part() -> None:
    often = traveller("DE", stay("2026-05-10", "2026-06-08"), stay("2026-07-01", "2026-07-30"), stay("2026-11-01"))
    safe, usual = (told(often, "overstay", "2026-11-10", reading)[0] for reading in Reading)
    assert "by the usual count" in safe or safe == usual


def test_who_is_outside_is_told_which_stays_were_too_long_or_that_none_was() -> None:
    late = traveller("DE", stay("2026-09-01", "2026-10-20"))
    assert told(late, "overstay", "2026-11-20") == ["1 Sep 2026 – 20 Oct 2026: 20 days over"]
    early = traveller("DE", stay("2026-09-01", "2026-09-20"))
    assert told(early, "overstay", "2026-11-20") == ["No stay that is entered here was too long."]
    assert told(traveller("DE"), "overstay", "2026-11-20") == []


def test_who_is_here_on_nothing_known_is_told_what_to_enter() -> None:
    assert "Enter the visa or the permit" in told(traveller("PK", stay("2026-11-01")), "overstay", "2026-11-20")[0]


def test_after_ten_days_the_grounds_name_the_case_itself() -> None:
    assert told(HERE, "expulsion-grounds", "2026-12-05") == []
    last, cost = told(HERE, "expulsion-grounds", "2026-12-20")
    assert last.startswith("The last lawful day was")
    assert "expulsion" in cost
    assert told(ORDERED, "expulsion-grounds", "2026-11-24")[0].startswith("By order of a court, leave by")


def test_a_fine_is_told_by_when_to_pay_it_and_by_when_to_complain() -> None:
    pay, complain = told(FINED, "fines", "2026-11-15")
    assert pay.startswith("Pay the fine (ruling served on 10 Nov 2026): to be done · due 10 Dec 2026")
    assert complain.startswith(
        "Appeal against the fine (ruling served on 10 Nov 2026): possible · due 20 Nov 2026"
    )
    assert told(ORDERED, "fines", "2026-11-24") == []


def test_who_was_told_to_leave_is_told_the_day_and_by_when_a_complaint_arrives() -> None:
    ordered, stop, *rest = told(ORDERED, "told-to-leave", "2026-11-24")
    assert ordered == "By order of a court, leave by Saturday, 5 December 2026"
    assert stop.startswith("Stop the expulsion by an appeal (ruling served on 20 Nov 2026): possible · due 30 Nov")
    assert any(line.startswith("At the border:") for line in rest)
    found = box_of(ORDERED, "told-to-leave", "2026-11-24")
    assert found is not None
    assert (found.day, found.stay, found.pressing) == (day("2026-12-05"), 0, True)


def test_without_the_day_of_the_court_it_is_asked_for() -> None:
    assert "enter that day" in told(ruled(HERE, expulsion("2026-11-20")), "told-to-leave", "2026-11-24")[0]
    assert told(HERE, "told-to-leave", "2026-11-24") == []


def test_who_missed_the_day_of_the_court_is_told_so_where_custody_is() -> None:
    lines = told(ORDERED, "custody", "2026-12-10")
    assert "missed" in lines[0]
    assert any("held and expelled by force" in line for line in lines)
    assert told(ORDERED, "custody", "2026-11-24") == []


def test_each_ruling_is_told_with_its_terms() -> None:
    both = ruled(HERE, fine("2026-11-22"), expulsion("2026-11-20", "2026-12-05"))
    lines = told(both, "appeal", "2026-11-24")
    assert any("Appeal against the expulsion" in line for line in lines)
    assert any(line.startswith("Where to complain:") for line in lines)
    assert told(HERE, "appeal", "2026-11-24") == []


def test_a_ban_is_told_with_its_last_day_and_after_it_that_it_is_over() -> None:
    assert told(GONE, "after-expulsion", "2026-11-27") == ["Entry is banned to the end of 10 February 2031"]
    assert told(GONE, "after-expulsion", "2031-03-01")[0].startswith("End of the entry ban")
    assert told(FINED, "after-expulsion", "2026-11-27") == []


def test_an_expulsion_that_is_not_entered_as_carried_out_asks_for_that_day() -> None:
    left = ruled(traveller("DE", stay("2026-01-20", "2026-02-10")), expulsion("2026-02-01", "2026-02-12"))
    assert any("is not entered: enter it" in line for line in told(left, "after-expulsion", "2026-11-27"))
    sent_back = ruled(traveller("DE", stay("2026-01-20", "2026-02-10")), readmission("2026-02-01"))
    assert told(sent_back, "after-expulsion", "2026-11-27")[0].startswith("No entry before the readmission")


def test_hosts_are_told_their_kind_the_notice_and_what_an_overstay_costs_them() -> None:
    kind, notice, *costs = told(HOSTED, "hosts", "2026-12-05")
    assert kind == "Host entered here: medium business"
    assert notice.startswith("Host's notice of arrival: not recorded")
    assert any(line.startswith("Host who houses a guest beyond the last day: fine of") for line in costs)
    assert told(HERE, "hosts", "2026-11-10")[0].startswith("Host's notice of arrival")


def test_invitations_are_told_of_the_notices_that_were_late() -> None:
    late = traveller("DE", stay("2026-11-01", notified="2026-11-12"), host="small")
    kind, notice = told(late, "invitations", "2026-11-20")
    assert kind == "Host entered here: small business"
    assert "done late" in notice
    in_time = traveller("DE", stay("2026-11-01", notified="2026-11-02"), host="small")
    assert told(in_time, "invitations", "2026-11-20") == []


def test_an_employer_is_told_whether_the_stay_gives_a_right_to_work() -> None:
    assert "no right to work" in told(HOSTED, "employers", "2026-11-20")[1]
    assert told(HERE, "employers", "2026-11-20") == []


def test_a_stateless_person_is_told_how_the_certificate_is_entered() -> None:
    stateless = traveller(STATELESS, stay("2026-11-01"))
    assert any("certificate" in line for line in told(stateless, "stateless", "2026-11-20"))
    lives = traveller(STATELESS, stay("2026-01-01"), permits=[permit("2025-06-01", "2035-06-01", "residence")])
    assert any("permanent residence permit" in line for line in told(lives, "stateless", "2026-11-20"))
    assert told(HERE, "stateless", "2026-11-20") == []


def test_a_service_passport_is_told_with_its_term() -> None:
    on_duty = traveller("RU", stay("2026-11-01"), passport="service")
    lines = told(on_duty, "diplomats", "2026-11-20")
    assert lines[0] == "Russia · service passport"
    assert lines[1].startswith("Leave by")
    assert told(HERE, "diplomats", "2026-11-20") == []


def test_a_second_fine_is_told_beside_the_first() -> None:
    twice = msgspec.structs.replace(FINED, rulings=(fine("2026-11-10", "2026-11-12"), fine("2026-11-20")))
    lines = told(twice, "fines", "2026-11-22")
    assert any("20 Nov 2026" in line for line in lines)
