"""What presses somebody, the dated path of what comes of it, and what may be recorded."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from kzstay.core import agenda, trouble
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Ruling, Traveller
from kzstay.core.readings import Reading
from kzstay.core.trouble import causes, path, records
from tests.core.builders import LAW, expulsion, fine, readmission, ruled
from tests.helpers import day, move, permit, stay, traveller

HERE = traveller("DE", stay("2026-11-02", notified="2026-11-02"))  # thirty days, to 1 December
LATE = traveller("DE", stay("2026-10-20", notified="2026-10-21"))  # to 18 November
RUSSIAN = traveller("RU", stay("2026-11-02", notified="2026-11-02", registered="2026-11-10"))
ABROAD = traveller("DE", stay("2026-09-01", "2026-09-10", notified="2026-09-02"))
SHORTENED = Ruling(kind="shortened", served=day("2026-11-20"), leave_by=day("2026-11-25"))


def of(who: Traveller, on: str = "2026-11-22", reading: Reading = Reading.SAFE) -> Assessment:
    return assess(who, day(on), LAW, reading)


def told(a: Assessment) -> list[tuple[str, str, str]]:
    """Say of each waypoint its day, what it is and how near."""
    return [
        (str(point.day), point.duty.kind if point.what == "duty" and point.duty else point.what, point.when)
        for point in path(a)
    ]


# What presses


@pytest.mark.parametrize(
    ("who", "on", "pressing"),
    [
        (HERE, "2026-11-22", []),
        (traveller("KZ", stay("2026-11-02")), "2026-11-22", []),
        (ABROAD, "2026-11-22", []),
        (traveller("PK"), "2026-11-22", []),  # what an entry needs presses nobody who is not here
        (HERE, "2026-11-25", ["ending"]),
        (LATE, "2026-11-22", ["overstay"]),
        (traveller("PK", stay("2026-11-02", notified="2026-11-02")), "2026-11-22", ["no-term"]),
        (traveller("DE", stay("2026-11-22")), "2026-11-22", ["due"]),
        (traveller("DE", stay("2026-11-10")), "2026-11-22", ["unrecorded"]),
        (ruled(ABROAD, fine("2026-09-08")), "2026-11-22", ["fine", "missed"]),
        (ruled(LATE, fine("2026-11-20")), "2026-11-22", ["overstay", "fine", "due", "right"]),
        (ruled(LATE, expulsion("2026-11-20", "2026-11-29")), "2026-11-22", ["ordered", "right"]),
        (ruled(HERE, SHORTENED), "2026-11-22", ["ordered", "right"]),
        (ruled(ABROAD, expulsion("2026-09-05", executed="2026-09-10")), "2026-11-22", ["ban"]),
        (ruled(ABROAD, readmission("2026-09-05")), "2026-11-22", ["expulsion", "right"]),
    ],
)
def test_what_presses_is_listed_with_what_matters_most_first(who: Traveller, on: str, pressing: list[str]) -> None:
    assert causes(of(who, on)) == pressing
    assert bool(path(of(who, on))) == bool(pressing)


def test_a_permit_presses_when_it_is_about_to_end() -> None:
    held = msgspec.structs.replace(RUSSIAN, permits=(permit("2026-11-10", "2026-11-30", kind="rvp"),))
    assert causes(of(held, "2026-11-22")) == []
    assert causes(of(held, "2026-11-23")) == ["permit-ending"], "with as many days left as a stay that is ending"


def test_a_birthday_in_the_stay_presses_until_it_is_over() -> None:
    young = msgspec.structs.replace(RUSSIAN, born=day("2010-12-10"))
    assert causes(of(young)) == ["birthday"]
    assert ("2026-12-10", "birthday", "later") in told(of(young))
    grown = msgspec.structs.replace(RUSSIAN, born=day("2010-10-10"))
    assert causes(of(grown)) == []
    after = msgspec.structs.replace(RUSSIAN, born=day("2011-06-10"))
    assert causes(of(after)) == [], "the stay is over before it"


def test_each_cause_that_is_a_duty_names_it() -> None:
    a = of(ruled(LATE, fine("2026-11-20")))
    found = {cause: duty.kind for cause in causes(a) if (duty := trouble.duty_of(a, cause))}
    assert found == {"due": "fine", "right": "appeal"}


def test_what_nobody_knows_of_a_day_in_the_past_presses_nobody() -> None:
    then = traveller("UZ", stay("2003-03-01"))
    a = of(then, "2003-03-10")
    assert a.need == "unknown-then"
    assert "no-term" not in causes(a)


# The path


def test_an_overstay_goes_from_its_last_day_to_the_day_from_which_it_costs_more() -> None:
    # 22 November is the fourth day over: up to three, five and ten days over cost less than more of them
    assert told(of(LATE)) == [
        ("2026-11-18", "last-day", "past"),
        ("2026-11-22", "over", "now"),
        ("2026-11-23", "return", "later"),
        ("2026-11-24", "dearer", "soon"),
    ]
    now, dearer = (point.cost for point in path(of(LATE)) if point.cost)
    assert (now and now.days, dearer and dearer.days) == (4, 6)


def test_a_stay_that_ends_is_followed_by_what_the_first_day_over_costs() -> None:
    found = told(of(HERE, "2026-11-25"))
    assert found[:2] == [("2026-12-01", "longer", "soon"), ("2026-12-02", "begins-over", "later")]
    cost = next(point.cost for point in path(of(HERE, "2026-11-25")) if point.what == "begins-over")
    assert cost is not None
    assert cost.days == 1


def test_an_expulsion_names_the_appeal_that_stops_it_the_court_s_day_and_the_ban() -> None:
    assert told(of(ruled(LATE, expulsion("2026-11-20", "2026-11-25")))) == [
        ("2026-11-18", "last-day", "past"),
        ("2026-11-20", "served", "past"),
        ("2026-11-24", "suspend", "soon"),
        ("2026-11-25", "depart", "soon"),
        ("2026-11-30", "appeal", "later"),
        ("2026-12-25", "checkpoint", "later"),  # thirty days after the court's day: KoAP 669, note
        ("None", "ban", "later"),
    ]


def test_of_the_court_s_day_one_line_tells() -> None:
    in_time = ruled(HERE, expulsion("2026-11-20", "2026-11-27"))
    found = [what for _, what, _ in told(of(in_time))]
    assert "depart" in found
    assert "leave" not in found


def test_an_appeal_that_stops_the_expulsion_is_told_once() -> None:
    found = [what for _, what, _ in told(of(ruled(LATE, expulsion("2026-11-20", "2026-12-20"))))]
    assert found.count("suspend") == 1
    assert "appeal" not in found, "it ends on the same day"


def test_the_border_spares_nobody_long_after_the_court_s_day() -> None:
    late = of(ruled(LATE, expulsion("2026-11-20", "2026-11-25")), "2026-12-26")
    assert "checkpoint" not in [what for _, what, _ in told(late)]


def test_an_order_without_its_day_gives_no_day_at_the_border() -> None:
    found = [what for _, what, _ in told(of(ruled(LATE, expulsion("2026-11-20"))))]
    assert "checkpoint" not in found
    assert found[-1] == "ban"


def test_who_can_only_be_expelled_for_an_overstay_is_promised_no_next_entry() -> None:
    # Eleven days over, and penalised for the same within a year: KoAP 517(7)
    earlier = Ruling(kind="fine", served=day("2026-05-20"), part="517(4)", paid=day("2026-05-21"))
    late = ruled(traveller("DE", stay("2026-10-13", notified="2026-10-14")), earlier)
    found = told(of(late))
    assert ("None", "ban", "later") in found
    assert "return" not in [what for _, what, _ in found]


def test_a_stay_that_the_police_shortened_bans_nobody() -> None:
    found = told(of(ruled(HERE, SHORTENED)))
    assert ("2026-11-25", "leave", "soon") in found
    assert "ban" not in [what for _, what, _ in found]


def test_who_is_abroad_after_an_expulsion_sees_the_end_of_the_ban() -> None:
    found = told(of(ruled(ABROAD, expulsion("2026-09-05", executed="2026-09-10"))))
    assert ("2031-09-10", "ban-end", "later") in found
    assert found[-1] == ("2031-09-11", "return", "later")


def test_a_fine_goes_from_its_service_to_its_payment() -> None:
    found = told(of(ruled(ABROAD, fine("2026-09-08"))))
    assert found[0] == ("2026-09-08", "served", "past")
    assert found[-1] == ("2026-10-08", "fine", "overdue")


def test_an_overstay_that_was_ruled_on_does_not_grow_dearer() -> None:
    found = [what for _, what, _ in told(of(ruled(LATE, fine("2026-11-20"))))]
    assert "over" in found
    assert "dearer" not in found


def test_what_nobody_wrote_down_waits_while_somebody_has_to_leave() -> None:
    unrecorded = traveller("DE", stay("2026-10-20"))
    assert "host-notice" not in [what for _, what, _ in told(of(unrecorded))]
    assert ("2026-11-12", "host-notice", "overdue") in told(of(traveller("DE", stay("2026-11-10"))))


def test_a_right_that_is_open_by_the_usual_count_alone_is_told_with_that_day() -> None:
    # Served on 12 November, the tenth day is Sunday the 22nd: by the strict count Friday the 20th is the last one
    a = of(ruled(HERE, fine("2026-11-12")))
    assert [duty.reason for duty in a.ruling_duties if duty.kind == "appeal"] == ["usual-term"]
    assert ("2026-11-23", "appeal", "soon") in told(a)


def test_who_perhaps_stayed_too_long_is_not_said_to_have() -> None:
    maybe = traveller("DE", stay("2026-08-10", notified="2026-08-11"), stay("2026-11-01", notified="2026-11-02"))
    a = of(maybe)
    assert a.reckoning.over[1], "if the first stay went on"
    assert not any(point.what == "over" for point in path(a))


@pytest.mark.parametrize("reading", Reading)
@pytest.mark.parametrize("days", range(0, 70, 3))
def test_the_path_is_in_order_and_nothing_that_is_over_is_still_to_come(days: int, reading: Reading) -> None:
    on = (day("2026-11-02") + timedelta(days=days)).isoformat()
    a = of(ruled(LATE, fine("2026-11-21"), expulsion("2026-11-24", "2026-12-08")), on, reading)
    found = path(a)
    dated = [point.day for point in found if point.day]
    assert dated == sorted(dated)
    assert [point.day for point in found[len(dated) :]] == [None] * (len(found) - len(dated))
    for point in found:
        if point.day:
            assert (point.day < a.on) == (point.when in ("past", "overdue")), point


def test_the_path_tells_every_open_duty_of_the_present_stay() -> None:
    a = of(ruled(msgspec.structs.replace(RUSSIAN, born=day("2010-12-10")), fine("2026-11-20")))
    shown = [point.duty for point in path(a) if point.what == "duty"]
    assert shown == [
        duty
        for duty in sorted(agenda.told(a), key=lambda duty: duty.due.safe)
        if agenda.presses(duty) and agenda.is_present(a, duty)
    ]


# What may be recorded


def fields(who: Traveller, on: str = "2026-11-22") -> list[str]:
    return [record.field for record in records(of(who, on))]


@pytest.mark.parametrize(
    ("who", "on", "wanted"),
    [
        (LATE, "2026-11-22", ["exit"]),
        (HERE, "2026-11-25", ["exit", "permit"]),
        (traveller("DE", stay("2026-11-22")), "2026-11-22", ["notified"]),
        (traveller("RU", stay("2026-11-02", notified="2026-11-02")), "2026-11-22", ["registered"]),
        (ruled(ABROAD, fine("2026-11-20")), "2026-11-22", ["paid", "appealed"]),
        (ruled(ABROAD, fine("2026-11-05")), "2026-11-22", ["paid"]),  # its term to appeal is over
        (ruled(LATE, expulsion("2026-11-20", "2026-11-29")), "2026-11-22", ["exit", "executed", "appealed"]),
        (ruled(ABROAD, expulsion("2026-09-05", executed="2026-09-10")), "2026-11-22", []),
    ],
)
def test_what_was_done_can_be_recorded(who: Traveller, on: str, wanted: list[str]) -> None:
    assert fields(who, on) == wanted


def test_the_notice_of_a_new_address_is_recorded_with_the_move() -> None:
    moved = traveller("DE", stay("2026-11-02", notified="2026-11-02", moves=[move("2026-11-20")]))
    (record,) = records(of(moved))
    assert (record.field, record.stay, record.move) == ("notified", 0, 0)


def test_nothing_is_recorded_where_nothing_presses() -> None:
    assert records(of(HERE)) == []


@pytest.mark.parametrize(
    ("leave_by", "stopping"), [("2026-11-25", True), ("2026-11-22", False), ("2026-11-20", False)]
)
def test_a_complaint_stops_an_expulsion_before_the_court_s_day_alone(leave_by: str, stopping: bool) -> None:
    a = of(ruled(LATE, expulsion("2026-11-16", leave_by)))
    assert trouble.stops(a, 0) is stopping
    assert any(point.what == "late" for point in path(a)) is (leave_by < "2026-11-22")


def test_the_court_s_day_that_was_missed_is_told() -> None:
    found = told(of(ruled(LATE, expulsion("2026-11-16", "2026-11-20"))))
    assert ("2026-11-20", "depart", "overdue") in found
    assert ("2026-11-22", "late", "now") in found


def test_nobody_who_is_to_be_returned_is_sent_for_a_permit() -> None:
    assert "longer" not in [what for _, what, _ in told(of(ruled(HERE, readmission("2026-11-20"))))]


def test_an_earlier_exit_that_nobody_wrote_down_leads_somewhere() -> None:
    a = of(traveller("DE", stay("2026-08-01"), stay("2026-11-20", notified="2026-11-20")), "2026-11-27")
    duty = trouble.duty_of(a, "unrecorded")
    assert duty is not None
    assert duty.kind == "leave"


def test_what_a_minor_is_fined_at_most_is_not_told_as_dearer() -> None:
    # At most 10 MCI: KoAP 66(1). More than ten days over expulsion stands beside it
    minor = msgspec.structs.replace(LATE, born=day("2010-01-01"))
    (dearer,) = (point.day for point in path(of(minor)) if point.what == "dearer")
    assert dearer == day("2026-11-29")
