"""What presses, what comes next and what is shown, each place asking the one agenda."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core import agenda, duties
from kzstay.core.agenda import Urgency, urgency
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Traveller
from kzstay.core.duties import Duty
from tests.core.builders import LAW, expulsion, fine, ruled
from tests.helpers import day, move, permit, stay, traveller

BEHIND = stay("2026-05-01", "2026-05-10")  # nobody recorded the host's notice
HERE = stay("2026-11-11", notified="2026-11-12")
AHEAD = stay("2027-01-08", "2027-01-24")
FINED = ruled(traveller("DE", BEHIND, HERE, AHEAD), fine("2026-11-18"))


def of(who: Traveller, on: str = "2026-11-22") -> Assessment:
    return assess(who, day(on), LAW)


def names(found: list[Duty]) -> list[tuple[str, int | None]]:
    return [(duty.kind, duty.stay) for duty in found]


def one(a: Assessment, kind: str, index: int | None = None) -> Duty:
    return next(duty for duty in a.duties if duty.kind == kind and duty.stay == index)


# How much each matters


@pytest.mark.parametrize(
    ("who", "kind", "index", "told"),
    [
        (ruled(traveller("DE"), expulsion("2026-01-01", executed="2026-01-05")), "ban-end", None, Urgency.BAR),
        (ruled(traveller("DE"), expulsion("2019-01-01", executed="2019-01-05")), "ban-end", None, Urgency.SETTLED),
        (traveller("DE", stay("2026-10-01")), "leave", 0, Urgency.OVERSTAY),
        (traveller("RU", HERE), "longer", 0, Urgency.DUE),
        (ruled(traveller("DE", HERE), expulsion("2026-11-12", "2026-11-20")), "depart", None, Urgency.OVERSTAY),
        (FINED, "host-notice", 0, Urgency.UNRECORDED),
        (FINED, "host-notice", 1, Urgency.SETTLED),
        (FINED, "leave", 1, Urgency.DUE),
        (FINED, "fine", None, Urgency.DUE),
        (FINED, "appeal", None, Urgency.RIGHT),
        (ruled(traveller("DE"), fine("2026-11-05")), "appeal", None, Urgency.SETTLED),
        (FINED, "leave", 2, Urgency.COMING),
        (traveller("UZ", HERE, passport="service"), "longer", 0, Urgency.WAIVED),
    ],
)
def test_each_duty_has_its_place(who: Traveller, kind: str, index: int | None, told: Urgency) -> None:
    a = of(who)
    assert urgency(one(a, kind, index), a.on) is told


def test_the_one_order_goes_from_what_matters_most_to_what_was_not_required() -> None:
    rulings = expulsion("2026-01-01", executed="2026-01-05"), fine("2026-11-18")
    a = of(ruled(FINED, *rulings))
    found = agenda.in_order(a, a.duties)
    now = [duty for duty in found if duty.stay != 0]  # what is not recorded of a stay that is over can wait
    places = [(urgency(duty, a.on), duty.due.safe) for duty in now]
    assert places == sorted(places)
    assert names(found)[:2] == [("ban-end", None), ("leave", 1)]  # who came in spite of it overstays


def test_what_presses_is_all_that_is_open_or_was_missed_but_bars_and_rights_gone_by() -> None:
    on = day("2026-11-22")
    for who in (
        FINED,
        ruled(FINED, expulsion("2026-01-01", executed="2026-01-05")),
        ruled(FINED, fine("2026-11-05")),
    ):
        for duty in of(who).duties:
            ranked = Urgency.OVERSTAY <= urgency(duty, on) <= Urgency.COMING
            assert agenda.presses(duty) == ranked, duty


def test_what_was_done_late_costs_something_and_does_not_press() -> None:
    late = one(of(traveller("DE", stay("2026-11-11", notified="2026-11-20"))), "host-notice", 0)
    assert late.state == "done-late"
    assert agenda.owed(late)
    assert not agenda.presses(late)


def test_a_right_gone_by_has_lapsed_and_what_nobody_recorded_is_not_missed() -> None:
    assert one(of(ruled(traveller("DE"), fine("2026-11-05"))), "appeal").state == "lapsed"
    assert one(of(FINED), "host-notice", 0).state == "unrecorded"
    assert of(ruled(traveller("DE", BEHIND, HERE), fine("2026-11-01", "2026-11-02"))).sound


# What may be recorded


@pytest.mark.parametrize(
    ("kind", "index", "field"),
    [
        ("host-notice", 0, "notified"),
        ("host-notice", 1, None),  # it is done
        ("registration", 1, None),
        ("address-change", 1, "notified"),
        ("host-notice", 2, None),  # of a stay to come
        ("leave", 1, None),  # the crossings tell it
        ("fine", None, None),  # it is written down with the ruling
    ],
)
def test_what_may_be_recorded_and_where(kind: str, index: int | None, field: str | None) -> None:
    here = stay("2026-11-11", notified="2026-11-12", registered="2026-11-13", moves=[move("2026-11-16")])
    a = of(ruled(traveller("RU", BEHIND, here, AHEAD), fine("2026-11-18")))
    assert agenda.recordable(one(a, kind, index), a.on) == field


# What comes next


def test_the_next_task_leaves_leaving_to_the_answer() -> None:
    a = of(traveller("DE", stay("2026-11-20")))
    task = agenda.next_task(a)
    assert task is not None
    assert task.kind == "host-notice"
    assert agenda.next_task(of(traveller("DE", HERE))) is None


def test_of_two_due_on_one_day_a_duty_goes_before_a_right() -> None:
    # Registration by day 30 of a stay from 1 November; ten days from service end on that day too
    a = of(ruled(traveller("RU", stay("2026-11-01", notified="2026-11-02")), expulsion("2026-11-20")))
    task = agenda.next_task(a)
    assert task is not None
    assert (task.kind, task.due.safe) == ("registration", day("2026-11-30"))


def test_what_was_missed_now_is_told_apart_from_what_was_missed_before() -> None:
    a = of(ruled(traveller("DE", BEHIND, HERE), fine("2026-09-01")))
    assert [duty.kind for duty in agenda.neglected(a)] == ["fine"]


def test_a_ban_is_no_task() -> None:
    a = of(ruled(traveller("DE"), expulsion("2026-01-01", executed="2026-01-05")))
    assert agenda.next_task(a) is None


def test_leaving_is_counted_once_and_rights_are_not() -> None:
    assert agenda.pending(of(traveller("DE", HERE))) == 1  # a permit or leave; to leave is the same
    assert agenda.pending(of(traveller("DE", BEHIND))) == 0  # of an earlier stay
    assert agenda.pending(of(ruled(traveller("DE"), fine("2026-11-18")))) == 1  # to pay, not to appeal


# What each place shows


def test_the_page_lists_what_matters_most_first_each_by_its_day() -> None:
    assert names(agenda.listed(of(FINED))) == [
        ("longer", 1),
        ("fine", None),
        ("appeal", None),
        ("host-notice", 0),
        ("host-notice", 2),
        ("host-notice", 1),
    ]


def test_the_command_line_tells_of_other_stays_only_what_was_missed_or_is_not_recorded() -> None:
    found = names(agenda.told(of(FINED)))
    assert ("host-notice", 0) in found
    assert ("longer", 1) in found
    assert ("leave", 1) not in found, "it is said already"
    assert not [index for _, index in found if index == 2]


def test_the_report_leaves_out_what_earlier_stays_have_settled() -> None:
    told = names(
        agenda.reported(of(traveller("DE", stay("2026-05-01", "2026-05-10", notified="2026-05-02"), HERE)))
    )
    assert {index for _, index in told} == {1}
    assert ("host-notice", 1) in told


def test_the_timeline_marks_leaving_once() -> None:
    here = of(traveller("DE", HERE))
    assert [duty.kind for duty in agenda.flagged(here, None, day("2026-05-01"))] == ["host-notice", "longer"]
    # Where the other's day is not seen the day to leave has a flag of its own
    assert [duty.kind for duty in agenda.flagged(here, None, day("2027-05-01"))] == [
        "host-notice",
        "longer",
        "leave",
    ]
    ordered = of(ruled(traveller("DE", HERE), expulsion("2026-11-12", "2026-11-25")))
    assert {"leave", "depart"} <= {duty.kind for duty in agenda.flagged(ordered, None, day("2026-05-01"))}


def test_only_the_chosen_stay_is_marked_beside_the_present_one() -> None:
    a = of(FINED)
    assert {duty.stay for duty in agenda.flagged(a, None, day("2026-05-01"))} == {1, None}
    assert {duty.stay for duty in agenda.flagged(a, 0, day("2026-05-01"))} == {0, 1, None}


def test_the_days_of_a_stay_are_compared_without_its_last_one() -> None:
    a = of(FINED)
    assert {duty.kind for duty in agenda.compared(a, 1)} >= {"host-notice", "longer"}
    assert not [duty for duty in agenda.compared(a, 0) if duty.kind == "leave" or duty.ruling is not None]
    assert [duty for duty in agenda.compared(a, 1) if duty.ruling is not None]
    assert agenda.compared(a, None) == []


def test_every_stay_that_is_limited_has_a_day_to_leave() -> None:
    found = agenda.leaving(of(FINED))
    assert sorted(found) == [0, 1, 2]
    assert {duty.kind for duty in found.values()} == {"leave"}


# What a drag asks for


def test_a_drag_works_out_the_duties_of_two_stays_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    of_stay = duties.Duties.of_stay

    def counted(self: duties.Duties, index: int) -> object:
        seen.append(index)
        return of_stay(self, index)

    monkeypatch.setattr(duties.Duties, "of_stay", counted)
    many = [stay(f"2025-{month:02}-01", f"2025-{month:02}-05") for month in range(1, 13)]
    a = of(ruled(traveller("DE", *many, HERE, permits=[permit("2027-01-01", "2027-02-01")]), fine("2026-11-18")))
    agenda.next_task(a)
    agenda.flagged(a, 3, day("2025-01-01"))
    assert sorted(seen) == [3, 12]


# What two duties say of one day


def test_once_a_permit_has_ended_only_leaving_is_listed_and_marked() -> None:
    person = traveller(
        "RU", stay("2026-10-01", notified="2026-10-01"), permits=[permit("2026-10-01", "2026-11-15")]
    )
    before, after = of(person, "2026-11-10"), of(person)
    for a, kind, state in ((before, "permit-expiry", "open"), (after, "leave", "missed")):
        found = [duty for duty in agenda.listed(a) if duty.row.leaving and duty.state == state]
        assert [duty.kind for duty in found] == [kind]
        assert [duty.kind for duty in agenda.told(a) if duty.row.leaving] == [kind]
        assert [duty.kind for duty in agenda.reported(a) if duty.row.leaving and duty.state == state] == [kind]
        assert [d.kind for d in agenda.flagged(a, None, day("2026-05-01")) if d.row.leaving] == [kind]


def test_what_is_not_recorded_is_marked_and_may_be_recorded() -> None:
    a = of(traveller("DE", stay("2026-11-11")))
    notice = one(a, "host-notice", 0)
    assert notice in agenda.flagged(a, None, day("2026-05-01"))
    assert agenda.recordable(notice, a.on) == "notified"
    assert agenda.asks_for(a, "notified")
    assert not agenda.asks_for(a, "registered")


def test_only_what_was_missed_has_a_price_of_its_own() -> None:
    a = of(ruled(traveller("DE", stay("2026-05-01", "2026-06-10")), fine("2026-10-01")))
    assert agenda.priced_alone(one(a, "fine"))
    assert not agenda.priced_alone(one(a, "host-notice", 0))
    assert agenda.priced(one(a, "appeal"))


# A complaint after its term: KoAP 829-4(3), 832(2); APPK 92(3)


@pytest.mark.parametrize(
    ("who", "told"),
    [
        (ruled(traveller("DE", HERE), fine("2026-11-02")), True),
        (ruled(traveller("DE", HERE), fine("2026-11-02", paid="2026-11-20")), False),
        (ruled(traveller("DE", HERE), fine("2026-11-18")), False),  # its term still runs
        (ruled(traveller("DE", stay("2026-09-01")), expulsion("2026-11-02", "2026-12-01")), True),
        (ruled(traveller("DE"), expulsion("2026-01-01", executed="2026-01-05")), False),
        (ruled(traveller("DE", HERE), msgspec.structs.replace(fine("2026-11-02"), kind="warning")), False),
    ],
)
def test_a_complaint_is_told_after_its_term_while_the_ruling_bears(who: Traveller, told: bool) -> None:
    a = of(who)
    appeal = one(a, "appeal")
    assert agenda.still_accepted(a, appeal) is told
    assert (appeal in agenda.told(a)) is (told or appeal.state == "open")


def test_who_moves_on_a_permit_is_bound_to_an_address() -> None:
    rvp = permit("2026-05-01", "2027-04-30", "rvp")
    moved = stay("2026-05-01", registered="2026-05-10", moves=[move("2026-11-20")])
    for permits, bound in (([rvp], True), ([], False)):
        a = of(traveller("RU", moved, permits=permits))
        anew = next(duty for duty in a.duties if duty.kind == "address-change")
        assert agenda.bound_to_an_address(a, anew) is bound
        assert not agenda.bound_to_an_address(a, one(a, "host-notice", 0))


# A calendar


def test_ahead_is_all_that_is_open_by_its_day() -> None:
    a = of(FINED)
    found = agenda.ahead(a)
    assert {duty.kind for duty in found} == {"appeal", "fine", "longer", "host-notice"}
    assert {duty.state for duty in found} == {"open"}
    days = [agenda.day_ahead(a, duty) for duty in found]
    assert days == sorted(days)
    assert ("leave", 1) not in names(found)  # a stay has its end once, by the name that it is listed by


def test_a_stay_to_come_that_is_refused_ends_on_no_day() -> None:
    who = traveller("DE", AHEAD)
    assert names(agenda.ahead(of(who))) == [("host-notice", 0), ("longer", 0)]
    banned = ruled(who, expulsion("2026-01-01", executed="2026-01-05"))
    assert names(agenda.ahead(of(banned))) == [("host-notice", 0), ("ban-end", None)]


def test_a_right_of_the_usual_count_alone_lies_ahead_on_its_day() -> None:
    a = of(ruled(traveller("DE", HERE), fine("2026-11-18")), "2026-11-28")
    appeal = next(duty for duty in agenda.ahead(a) if duty.kind == "appeal")
    assert (appeal.due.safe, agenda.day_ahead(a, appeal)) == (day("2026-11-27"), day("2026-11-30"))


@pytest.mark.parametrize(
    ("who", "kind", "told"),
    [
        (traveller("UZ", HERE, passport="service"), "leave", "leave"),
        (traveller("RU", HERE), "longer", "leave"),  # the one that is listed for both
        (traveller("DE", HERE, permits=[permit("2026-11-11", "2026-12-31")]), "permit-expiry", "leave"),
        (traveller("RU", HERE, born="2010-12-01"), "longer", "longer"),  # due after a birthday, and leaving later
        (traveller("DE", AHEAD), "host-notice", "host-notice"),
        (FINED, "fine", "fine"),
    ],
)
def test_what_stands_for_the_end_of_a_stay_bears_its_kind(who: Traveller, kind: str, told: str) -> None:
    a = of(who)
    assert [agenda.kind_to_end(a, duty) for duty in agenda.ahead(a) if duty.kind == kind] == [told]


# The page of duties


@st.composite
def people(draw: st.DrawFn) -> Traveller:
    """Draw somebody with stays before and after the day, some of them told of, and with fines."""
    stays, last = [], day("2027-02-20")
    for _ in range(draw(st.integers(0, 6))):
        last -= timedelta(days=draw(st.integers(1, 70)))
        first = last - timedelta(days=draw(st.integers(0, 40)))
        told = first + timedelta(days=draw(st.integers(0, 9)))
        noted = told.isoformat() if told <= day("2026-11-22") and draw(st.booleans()) else None
        stays.insert(0, stay(first.isoformat(), last.isoformat(), notified=noted))
        last = first
    who = traveller(draw(st.sampled_from(["DE", "RU", "KG", "IN"])), *stays)
    served = draw(st.lists(st.sampled_from(["2026-11-20", "2026-10-01", "2025-03-01"]), max_size=2, unique=True))
    return ruled(who, *map(fine, served))


@given(people())
def test_what_is_divided_is_all_that_is_listed_and_nothing_that_presses_is_of_the_past(who: Traveller) -> None:
    a = of(who)
    now, past = agenda.divided(a)
    assert sorted(map(id, now + past)) == sorted(map(id, agenda.listed(a)))
    for duty in past:
        assert duty.state != "open"
        assert not (agenda.presses(duty) and agenda.is_present(a, duty))


@given(people())
def test_what_is_to_be_done_is_counted_on_the_tab(who: Traveller) -> None:
    a = of(who)
    now, _past = agenda.divided(a)
    duties_now = [duty for duty in now if duty.row.prominence != "bar" and not duty.row.right]
    to_do = [duty for duty in duties_now if duty.overdue or (duty.state == "open" and duty.since <= a.on)]
    assert len(to_do) == agenda.pending(a)


@given(people())
def test_the_first_open_duty_is_never_later_than_any_other_open_one(who: Traveller) -> None:
    now, _past = agenda.divided(of(who))
    opened = [duty.due.safe for duty in now if duty.state == "open"]
    assert opened == sorted(opened)
    late = [duty.overdue for duty in now]
    assert late == sorted(late, reverse=True), "what is late stands before what is open"


def test_a_notice_of_long_ago_is_of_the_past_and_that_of_the_present_stay_is_not() -> None:
    now, past = agenda.divided(of(traveller("DE", BEHIND, stay("2026-11-11"))))
    assert names(now) == [("host-notice", 1), ("longer", 1)]
    assert names(past) == [("host-notice", 0)]


def test_an_appeal_that_is_still_accepted_stands_behind_what_is_open() -> None:
    now, _past = agenda.divided(of(ruled(traveller("DE", HERE), fine("2026-11-05"))))
    assert [duty.kind for duty in now] == ["fine", "longer", "appeal"]
