"""The complaint against a ruling: its road, its term, what it makes wait and what speaks for the person."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Ruling, RulingKind, Traveller
from kzstay.core.complaint import Complaint, PointCode, complaint_of, refusal
from kzstay.core.readings import Both
from tests.core.builders import LAW, ruled
from tests.helpers import day, maybe, move, permit, stay, traveller

ON = "2026-11-22"
# Entered on 12 October with 30 days: the last lawful day is 10 November
ANNA = traveller("DE", stay("2026-10-12", notified="2026-10-13"))


def made(
    kind: RulingKind,
    served: str,
    part: str = "",
    *,
    leave_by: str | None = None,
    appealed: str | None = None,
    executed: str | None = None,
    paid: str | None = None,
) -> Ruling:
    return Ruling(
        kind=kind,
        served=day(served),
        part=part,
        leave_by=maybe(leave_by),
        appealed=maybe(appealed),
        executed=maybe(executed),
        paid=maybe(paid),
    )


def asked(person: Traveller, *rulings: Ruling, on: str = ON) -> Assessment:
    return assess(ruled(person, *rulings), day(on), LAW)


def about(person: Traveller, *rulings: Ruling, on: str = ON) -> Complaint:
    return complaint_of(asked(person, *rulings, on=on), 0)


def codes(found: Complaint) -> list[PointCode]:
    return [point.code for point in found.points]


# Where it goes


@pytest.mark.parametrize(
    ("ruling", "roads"),
    [
        (made("expulsion", "2026-11-20"), ["court"]),
        (made("expulsion", "2026-11-20", "517(4)"), ["court"]),
        (made("fine", "2026-11-20", "517(4)"), ["court"]),
        (made("fine", "2026-11-20", "517(3)"), ["body"]),
        (made("warning", "2026-11-20", "517(3)(1)"), ["body"]),
        (made("warning", "2026-11-20"), ["court", "body"]),  # it is not known who ruled
        (made("shortened", "2026-11-20", leave_by="2026-11-25"), ["decision"]),
        (made("readmission", "2026-11-20"), ["decision"]),
    ],
)
def test_who_ruled_decides_on_the_road(ruling: Ruling, roads: list[str]) -> None:
    assert [row.road for row in about(ANNA, ruling).roads] == roads


# What there is nothing to complain of


@pytest.mark.parametrize(
    ("ruling", "reason"),
    [
        (made("fine", "2026-11-23", "517(3)"), "future"),
        (made("fine", "2014-07-04"), "old"),  # the code is in force since 5 July 2014
        (made("readmission", "2021-06-30"), "old"),  # the APPK since 1 July 2021
        (made("warning", "2025-11-21", "517(3)"), "over"),  # a year after it was given
        (made("warning", "2025-11-22", "517(3)"), None),
        (made("fine", "2025-10-01", "517(3)", paid="2025-11-21"), "over"),
        (made("fine", "2025-10-01", "517(3)", paid="2025-11-22"), None),
        (made("fine", "2023-10-01", "517(3)"), None),  # not paid, so it is not executed
        (made("expulsion", "2024-10-01", executed="2024-10-20"), None),  # the ban goes on
        (made("readmission", "2024-10-01", executed="2024-10-20"), None),
    ],
)
def test_a_ruling_that_is_over_is_not_complained_of(ruling: Ruling, reason: str | None) -> None:
    found = asked(ANNA, ruling)
    assert refusal(found, 0) == reason
    if reason:
        with pytest.raises(ValueError, match="nothing to complain of"):
            complaint_of(found, 0)


# The term


@pytest.mark.parametrize(
    ("on", "late"),
    [("2026-11-20", (False, False)), ("2026-11-21", (True, False)), ("2026-11-24", (True, True))],
)
def test_the_term_is_ten_days_and_moves_by_the_usual_count(on: str, late: tuple[bool, bool]) -> None:
    # Served on the 11th: the tenth day is Saturday the 21st, so the 20th strictly, the 23rd by the usual count
    assert about(ANNA, made("fine", "2026-11-11", "517(3)"), on=on).late == Both(*late)


def test_a_complaint_that_was_filed_is_judged_by_its_own_day() -> None:
    ruling = made("fine", "2026-11-11", "517(3)", appealed="2026-11-20")
    found = about(ANNA, ruling, on="2026-12-20")
    assert (found.filed, found.late) == (day("2026-11-20"), Both(False, False))
    assert about(ANNA, ruling, on="2026-11-19").filed is None


@pytest.mark.parametrize(
    ("ruling", "on", "wait"),
    [
        (made("expulsion", "2026-11-16", leave_by="2026-12-10"), "2026-11-26", "expulsion"),
        (made("expulsion", "2026-11-16", leave_by="2026-11-20"), "2026-11-19", "expulsion"),
        (made("expulsion", "2026-11-16", leave_by="2026-11-20"), "2026-11-20", "too-late"),
        (made("expulsion", "2026-11-16", leave_by="2026-11-16"), "2026-11-16", "too-late"),
        (made("expulsion", "2026-11-16"), "2026-11-20", "day-unknown"),
        (made("fine", "2026-11-16", "517(3)"), "2026-11-20", "fine"),
        (made("fine", "2026-11-16", "517(3)"), "2026-11-27", None),
        (made("warning", "2026-11-16", "517(3)"), "2026-11-20", None),
        (made("shortened", "2026-11-16", leave_by="2026-11-20"), "2026-11-20", "decision"),
        (made("readmission", "2026-08-10"), "2026-11-20", None),  # three months
    ],
)
def test_what_waits_for_the_complaint(ruling: Ruling, on: str, wait: str | None) -> None:
    assert about(ANNA, ruling, on=on).wait == wait


# What speaks for the person


@pytest.mark.parametrize(
    ("part", "kind", "served", "expected"),
    [
        # Days over: 13 November is the third, the 15th the fifth, the 20th the tenth, the 21st the eleventh
        ("517(3)(1)", "warning", "2026-11-10", ("within-term", 0, 1)),
        ("517(3)(1)", "warning", "2026-11-11", None),
        ("517(3)(2)", "fine", "2026-11-13", ("fewer-days", 3, 4)),
        ("517(3)(2)", "fine", "2026-11-14", None),
        ("517(3)(3)", "fine", "2026-11-15", ("fewer-days", 5, 6)),
        ("517(3)(3)", "fine", "2026-11-16", None),
        ("517(3)", "fine", "2026-11-13", ("fewer-days", 3, 4)),  # a fine of part 3 takes more than three
        ("517(3)", "warning", "2026-11-13", None),
        ("517(4)", "expulsion", "2026-11-20", ("fewer-days", 10, 11)),
        ("517(4)", "fine", "2026-11-20", ("fewer-days", 10, 11)),
        ("517(4)", "expulsion", "2026-11-21", None),
        ("517(6)", "fine", "2026-11-10", ("within-term", 0, 1)),
        ("517(7)", "expulsion", "2026-11-15", None),  # it punishes other deeds too
        ("490(3)", "expulsion", "2026-11-05", None),
        ("", "fine", "2026-11-13", None),  # no part is named, so no number of days is taken
    ],
)
def test_fewer_days_over_than_the_part_takes_speak_for_the_person(
    part: str, kind: RulingKind, served: str, expected: tuple[str, int, int] | None
) -> None:
    found = about(ANNA, made(kind, served, part))
    told = [(one.code, one.days, one.least) for one in found.points if one.code in ("within-term", "fewer-days")]
    assert told == ([expected] if expected else [])


def test_the_days_are_those_to_the_exit_where_that_came_first() -> None:
    left = traveller("DE", stay("2026-10-12", "2026-11-15"))
    found = about(left, made("fine", "2026-11-20", "517(3)(3)"))
    assert (found.until, found.stay) == (day("2026-11-15"), 0)
    assert [(one.code, one.days, one.day) for one in found.points] == [("fewer-days", 5, day("2026-11-10"))]


def test_days_after_the_ruling_and_stays_to_come_do_not_count() -> None:
    later = traveller("DE", stay("2026-10-12", "2026-11-30"), stay("2026-12-20", "2026-12-24"))
    found = about(later, made("fine", "2026-11-15", "517(3)(3)"), on="2026-11-20")
    assert [(one.code, one.days) for one in found.points] == [("fewer-days", 5)]


def test_without_a_stay_the_days_say_nothing() -> None:
    nobody = traveller("DE", stay("2026-11-21"))
    found = about(nobody, made("fine", "2026-11-15", "517(3)(3)"))
    assert (found.stay, found.until, found.points) == (None, day("2026-11-15"), [])


def test_where_no_rule_is_known_the_days_say_nothing() -> None:
    unknown = traveller("KZ", stay("2026-10-12"))
    assert codes(about(unknown, made("fine", "2026-11-15", "517(3)(3)"))) == []


def test_what_the_strict_count_does_not_give_is_contested() -> None:
    # 60 days of 180 by the strict count, 90 by the usual: Korea, findings of the case "korea-decree"
    korean = traveller(
        "KR", stay("2026-01-01", "2026-01-30"), stay("2026-02-10", "2026-03-11"), stay("2026-04-01")
    )
    found = about(korean, made("expulsion", "2026-04-20", "517(4)"), on="2026-04-22")
    assert [(one.code, one.contested) for one in found.points] == [("within-term", True)]


@pytest.mark.parametrize("part", ["517(4)", ""])
def test_a_permit_that_covers_the_day_speaks_for_the_person(part: str) -> None:
    held = traveller(
        "DE",
        stay("2026-10-12"),
        permits=[permit("2026-10-01", "2026-11-01"), permit("2026-10-20", "2026-12-30", "rvp")],
    )
    found = about(held, made("expulsion", "2026-11-20", part))
    (covered,) = (one for one in found.points if one.code == "covered")
    assert (covered.kind, covered.first, covered.day) == ("rvp", day("2026-10-20"), day("2026-12-30"))
    assert not covered.contested


def test_a_permit_by_the_usual_count_alone_is_contested() -> None:
    # A visa for 10 days and two entries: strictly both stays share them, by the usual count each has them anew
    visa = msgspec.structs.replace(permit("2026-10-01", "2026-12-30"), days=10, entries=2)
    held = traveller("IN", stay("2026-10-02", "2026-10-10"), stay("2026-11-01"), permits=[visa])
    found = about(held, made("expulsion", "2026-11-09", "517(4)"), on="2026-11-09")
    assert [(one.code, one.contested) for one in found.points if one.code == "covered"] == [("covered", True)]


def test_a_permit_says_nothing_of_what_is_no_overstay() -> None:
    held = traveller("DE", stay("2026-10-12"), permits=[permit("2026-10-01", "2026-12-30")])
    assert codes(about(held, made("expulsion", "2026-11-05", "490(3)"))) == []


@pytest.mark.parametrize("kind", ["shortened", "readmission"])
def test_without_the_decision_the_stay_is_lawful(kind: RulingKind) -> None:
    found = about(ANNA, made(kind, "2026-11-05", leave_by="2026-11-07" if kind == "shortened" else None))
    lawful = found.points[0]
    assert (lawful.code, lawful.day, lawful.least) == ("within-term", day("2026-11-10"), None)


def test_what_was_done_in_time_speaks_for_the_person() -> None:
    person = traveller(
        "RU",
        stay(
            "2026-08-01", notified="2026-08-04", registered="2026-08-20", moves=[move("2026-09-01", "2026-09-02")]
        ),
    )
    found = about(person, made("fine", "2026-11-05", "517(3)"))
    done = [(one.code, one.day) for one in found.points if one.code in ("notified", "registered")]
    assert done == [("notified", day("2026-08-04")), ("registered", day("2026-08-20"))]
    late = traveller("RU", stay("2026-08-01", notified="2026-09-20"))
    assert "notified" not in codes(about(late, made("fine", "2026-11-05", "517(3)")))


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("2010-11-21", [("under-age", 15, None)]),  # 16 is liable: KoAP 28
        ("2010-11-20", [("minor", 16, 10)]),
        ("2008-11-21", [("minor", 17, 10)]),
        ("2008-11-20", []),
    ],
)
def test_the_age_on_the_day_of_the_ruling_counts(born: str, expected: list[tuple[str, int, int | None]]) -> None:
    person = traveller("DE", born=born)
    found = about(person, made("fine", "2026-11-20", "517(3)"))
    assert [(one.code, one.days, one.least) for one in found.points] == expected
    assert codes(about(person, made("readmission", "2026-11-20"))) == []  # it is no penalty


@pytest.mark.parametrize(
    ("earlier", "known"),
    [
        ([], True),
        ([made("warning", "2026-03-01", "517(3)(1)")], False),  # a point of the part
        ([made("warning", "2026-03-01", "517(3)")], False),
        ([made("fine", "2026-03-01", "517(6)", paid="2026-03-05")], False),
        ([made("warning", "2025-03-01", "517(3)")], True),  # a year and more before
        ([made("warning", "2026-03-01")], False),  # it may have been the same
        ([made("warning", "2026-03-01", "490(3)")], True),
        ([made("warning", "2026-11-20", "517(3)")], True),  # of the same day: it is no earlier one
    ],
)
def test_a_repeated_offence_takes_an_earlier_penalty(earlier: list[Ruling], known: bool) -> None:
    found = about(ANNA, made("fine", "2026-11-20", "517(6)"), *earlier)
    assert ("no-earlier" in codes(found)) is known


def test_a_first_offence_takes_none() -> None:
    assert "no-earlier" not in codes(about(ANNA, made("fine", "2026-11-20", "517(3)")))


def test_the_last_of_two_stays_is_the_one_that_the_ruling_is_about() -> None:
    person = traveller("DE", stay("2026-10-12"), stay("2026-09-01", "2026-09-05"))
    assert about(person, made("fine", "2026-11-20", "517(3)")).stay == 0


def test_the_day_of_the_ruling_is_kept() -> None:
    found = about(ANNA, made("expulsion", "2026-11-16", "517(4)", leave_by="2026-12-10"))
    assert isinstance(found.until, date)
    assert found.stops == Both(day("2026-11-26"), day("2026-11-26"))
