"""The register: who comes first, what each is looked for by, what comes next, and where somebody was."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given

from kzstay.core import register
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Host, Traveller
from kzstay.core.days import DAY
from kzstay.core.register import Group, Line, Piece, by_urgency, folded, matches, search_key
from kzstay.core.verdict import Standing
from tests.core.builders import LAW, expulsion, fine, readmission, ruled
from tests.helpers import day, move, permit, presence, span, stay, traveller
from tests.test_any_case import travellers

ON = "2026-11-22"
PERIOD = 180
HERE = stay("2026-11-11", notified="2026-11-12")
LAWFUL = traveller("DE", HERE)
OVER = traveller("DE", stay("2026-10-01", notified="2026-10-02"))
ENDING = traveller("DE", stay("2026-10-28", notified="2026-10-29"))
RUSSIAN = traveller("RU", HERE)
OUTSIDE = traveller("DE")
BANNED = ruled(OUTSIDE, expulsion("2026-01-01", executed="2026-01-05"))
FINED = ruled(traveller("DE", stay("2026-05-20", "2026-06-08")), fine("2026-06-01"))
FINED_HERE = ruled(traveller("DE", stay("2026-05-20", "2026-06-08"), HERE), fine("2026-06-01"))
ORDERED = ruled(traveller("DE", stay("2026-11-01")), expulsion("2026-11-12", "2026-11-30"))
STAYED_ON = ruled(traveller("DE", stay("2026-11-01")), expulsion("2026-11-12", "2026-11-20"))
VISA_ENDS = traveller(
    "NG", stay("2026-11-01", notified="2026-11-02"), permits=[permit("2026-10-01", "2026-11-25")]
)
ON_VISA = msgspec.structs.replace(VISA_ENDS, permits=(permit("2026-10-01", "2027-11-25"),))
NO_VISA = traveller("NG", HERE)
CITIZEN = traveller("KZ", HERE)
NOBODY = traveller("", HERE)
LONG_AGO = traveller("DE", stay("2026-05-01", "2026-06-20"))
# The limit was used up on the day of entry
USED_UP = traveller(
    "DE",
    stay("2026-08-01", "2026-08-30"), stay("2026-09-02", "2026-10-01"), stay("2026-10-05", "2026-11-03"),
    stay("2026-11-20", notified="2026-11-21"),
)  # fmt: skip
UNSURE = traveller("DE", stay("2026-08-01", "2026-08-30", notified="2026-08-02"), stay("2026-09-05"), HERE)


def of(who: Traveller, on: str = ON) -> Assessment:
    return assess(who, day(on), LAW)


def line(who: Traveller, on: str = ON) -> Line:
    return register.line(of(who, on), PERIOD)


def test_whoever_has_the_least_time_comes_first() -> None:
    last_to_first = [
        OUTSIDE,
        ON_VISA,
        RUSSIAN,
        LAWFUL,
        NO_VISA,
        FINED_HERE,
        ENDING,
        VISA_ENDS,
        BANNED,
        ORDERED,
        STAYED_ON,
        OVER,
    ]
    found = by_urgency(of(who) for who in last_to_first)
    assert [a.traveller for a in found] == last_to_first[::-1]


def test_what_was_too_long_of_an_earlier_stay_gives_no_time_back() -> None:
    found = by_urgency([of(LONG_AGO), of(OUTSIDE), of(LAWFUL)])
    assert [a.traveller for a in found] == [LAWFUL, LONG_AGO, OUTSIDE]


def test_of_whom_nothing_can_be_said_comes_last() -> None:
    lines = sorted([line(CITIZEN), line(NOBODY), line(OUTSIDE)], key=lambda one: one.place)
    assert lines[0].standing is Standing.OUTSIDE
    assert {one.aspect for one in lines[1:]} == {"citizen", "nobody"}


@pytest.mark.parametrize(
    ("who", "groups"),
    [
        (LAWFUL, set()),
        (OVER, {"overstay"}),
        (ENDING, {"ending"}),
        (traveller("DE", stay("2026-10-24", notified="2026-10-25")), {"ending"}),  # today is the last day
        (VISA_ENDS, {"ending"}),
        (ON_VISA, {"registration"}),
        (UNSURE, {"ending"}),  # nobody knows that it is over
        (traveller("DE", stay("2026-11-20")), {"notice"}),  # its term runs
        (traveller("DE", stay("2026-11-11")), {"notice"}),  # and here is over, with nothing recorded
        (traveller("DE", stay("2026-11-11", moves=[move("2026-11-20")], notified="2026-11-12")), {"notice"}),
        (traveller("DE", stay("2026-12-20")), {"outside"}),  # of a stay to come nothing is due
        (traveller("DE", stay("2026-05-20", "2026-06-08")), {"outside"}),  # nor of one that is over
        (RUSSIAN, {"registration"}),
        (traveller("RU", stay("2026-10-01", notified="2026-10-02")), {"registration"}),
        (traveller("RU", stay("2026-11-11", notified="2026-11-12", registered="2026-11-15")), set()),
        (
            traveller(
                "RU",
                stay("2026-11-01", notified="2026-11-02", registered="2026-11-05", moves=[move("2026-11-18")]),
            ),
            {"notice", "registration"},
        ),
        (OUTSIDE, {"outside"}),
        (BANNED, {"barred", "outside"}),
        (ruled(OUTSIDE, readmission("2026-01-01")), {"barred", "outside"}),
        (FINED, {"barred", "outside"}),
        (FINED_HERE, {"barred"}),
        (ORDERED, {"barred", "notice"}),
        (STAYED_ON, {"barred", "notice", "overstay"}),
        (NO_VISA, set()),
        (CITIZEN, set()),
        (NOBODY, set()),
    ],
)
def test_each_is_found_by_what_concerns_them_now(who: Traveller, groups: set[Group]) -> None:
    assert line(who).groups == groups


@pytest.mark.parametrize(
    ("who", "duty"),
    [
        (LAWFUL, None),  # the day to leave by is told beside it, and far
        (ENDING, ("longer", "open", "2026-11-26")),
        (OVER, ("leave", "missed", "2026-10-30")),
        (traveller("DE", stay("2026-10-01")), ("leave", "missed", "2026-10-30")),  # not the notice of long ago
        (traveller("DE", stay("2026-11-20")), ("host-notice", "open", "2026-11-24")),
        (traveller("DE", stay("2026-11-11")), ("host-notice", "unrecorded", "2026-11-13")),
        (RUSSIAN, ("registration", "open", "2026-12-10")),
        (VISA_ENDS, ("permit-expiry", "open", "2026-11-25")),
        (BANNED, ("ban-end", "open", "2031-01-05")),
        (FINED, ("fine", "missed", "2026-07-01")),
        (ORDERED, ("leave", "open", "2026-11-30")),  # neither the notice nor the right to appeal
        (STAYED_ON, ("leave", "missed", "2026-11-20")),
        (OUTSIDE, None),
        (CITIZEN, None),
    ],
)
def test_what_presses_most_is_the_next_duty(who: Traveller, duty: tuple[str, str, str] | None) -> None:
    found = line(who).duty
    told = (found.kind, found.state, found.to_go_by.isoformat()) if found else None
    assert told == duty


def test_a_day_of_its_own_is_told_although_the_one_to_leave_by_is_far() -> None:
    """Whoever turns sixteen here has ten days for the permit, and many more to leave."""
    who = traveller("RU", stay("2026-11-01", notified="2026-11-02", registered="2026-11-05"), born="2010-11-10")
    found = line(who)
    assert found.duty is not None
    assert (found.duty.kind, found.leave_by) == ("longer", day("2027-01-29"))
    assert found.duty.to_go_by < day("2026-12-01")


@pytest.mark.parametrize(
    ("who", "told"),
    [
        (LAWFUL, ("2026-12-10", 18)),
        (OVER, ("2026-10-30", -23)),
        (STAYED_ON, ("2026-11-20", -2)),
        (USED_UP, (None, -3)),
        (OUTSIDE, (None, None)),
        (NO_VISA, (None, None)),
        (UNSURE, (None, None)),
    ],
)
def test_the_day_to_leave_by_and_the_days_left(who: Traveller, told: tuple[str | None, int | None]) -> None:
    found = line(who)
    assert (found.leave_by and found.leave_by.isoformat(), found.days_left) == told


def test_no_days_are_told_that_may_be_over_or_not() -> None:
    """A stay whose exit nobody recorded may have used the days of this one."""
    found = line(traveller("DE", stay("2026-08-20"), stay("2026-11-01", notified="2026-11-02")))
    assert found.aspect == "perhaps-over"
    assert (found.leave_by, found.over, found.days_left) == (day("2026-11-17"), 0, None)
    assert not found.at_least


def test_of_days_over_only_those_are_told_that_are_sure() -> None:
    """Of 30 days from 1 October, or of less if the stay before went on: over since the 31st, or since earlier."""
    sure = line(traveller("DE", stay("2026-05-01"), stay("2026-10-01")), "2026-11-05")
    assert (sure.over, sure.days_left, sure.at_least) == (6, -6, True)


@pytest.mark.parametrize(
    ("who", "told"),
    [
        (LAWFUL, None),
        (UNSURE, "perhaps-over"),
        (NO_VISA, "visa"),
        (CITIZEN, "citizen"),
        (NOBODY, "nobody"),
        (traveller("DE", stay("2026-11-11", kind="transport")), "transport"),
        (traveller("XX", HERE), None),
    ],
)
def test_what_the_standing_alone_does_not_say(who: Traveller, told: str | None) -> None:
    assert line(who).aspect == told


def test_a_refusal_waits_for_a_complaint_and_what_held_long_ago_is_not_known() -> None:
    waits = ruled(
        OUTSIDE, msgspec.structs.replace(expulsion("2026-11-12", "2026-11-30"), appealed=day("2026-11-15"))
    )
    assert line(waits).aspect == "appealed"
    assert line(traveller("DE", stay("1995-11-11")), "1995-11-12").aspect == "unknown-then"


def test_who_is_outside_is_told_when_an_entry_is_possible() -> None:
    assert line(OUTSIDE).enter == (day(ON), 30)
    used = [stay("2026-08-01", "2026-08-30"), stay("2026-09-05", "2026-10-04"), stay("2026-10-10", "2026-11-08")]
    assert line(traveller("DE", *used)).enter == (day("2027-01-29"), 30)
    for who in (LAWFUL, BANNED, FINED):
        assert line(who).enter is None


@pytest.mark.parametrize(
    ("who", "late"),
    [(OVER, True), (STAYED_ON, True), (FINED, True), (FINED_HERE, True), (LONG_AGO, False), (ENDING, False)],
)
def test_late_is_who_stays_too_long_or_missed_something_and_not_who_recorded_nothing(
    who: Traveller, late: bool
) -> None:
    assert line(who).late is late
    assert not line(traveller("DE", stay("2026-11-11"))).late


# The days of the period


def test_the_days_of_presence_are_told_with_those_that_are_too_many() -> None:
    found = line(OVER)
    assert found.pieces == (
        Piece(span("2026-10-01", "2026-10-30"), over=False),
        Piece(span("2026-10-31", ON), over=True),
    )
    assert found.here == 53


def test_only_the_days_of_the_period_are_told_each_once() -> None:
    # From 27 May on; two stays share a day; what is planned is none
    who = traveller(
        "DE", stay("2026-05-01", "2026-06-20"), stay("2026-08-01", "2026-08-03"), stay("2026-08-03", "2026-08-05"),
        stay("2026-12-01", "2026-12-09"),
    )  # fmt: skip
    assert line(who).pieces == (
        Piece(span("2026-05-27", "2026-05-30"), over=False),
        Piece(span("2026-05-31", "2026-06-20"), over=True),
        Piece(span("2026-08-01", "2026-08-05"), over=False),
    )


def test_a_stay_may_be_too_long_from_its_first_day_and_lawful_again_by_a_permit() -> None:
    covered = traveller("DE", stay("2026-09-01"), permits=[permit("2026-10-11", "2027-01-01")])
    assert [piece.over for piece in line(covered).pieces] == [False, True, False]
    barred = ruled(
        traveller("DE", stay("2026-11-11", notified="2026-11-12")),
        expulsion("2025-12-01", executed="2025-12-05"),
    )
    assert line(barred).pieces == (Piece(span("2026-11-11", ON), over=True),)


@given(travellers())
def test_the_pieces_are_the_days_of_presence_in_order(who: Traveller) -> None:
    found = line(who)
    first = day(ON) - DAY * (PERIOD - 1)
    at: date = first - DAY
    for piece in found.pieces:
        assert at < piece.days.first <= piece.days.last <= day(ON)
        at = piece.days.last
    ends = [(one.entry, of(who).reckoning.end(index)) for index, one in enumerate(who.stays)]
    here = presence(*[(entry.isoformat(), end.isoformat()) for entry, end in ends])
    assert found.here == here.days_in(first, day(ON))


# Who is found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("  Müller\tÉMILE ", "muller emile"),
        ("Қазақстан", "казакстан"),
        ("Әсел Ұлы Ың Ғы Өң Һи", "асел улы ын гы он хи"),
        ("Пётр Йорданов", "петр иорданов"),
        ("Søren Łukasz Strauß", "soren lukasz strauss"),
        ("O’Neill", "o'neill"),
    ],
)
def test_case_and_marks_make_no_difference(text: str, told: str) -> None:
    assert folded(text) == told


PERSON = msgspec.structs.replace(
    traveller("TR", stay("2026-05-20", "2026-06-08", note="by train to Шымкент"), name="Çağla Yılmaz"),
    native_name="Чағла",
    document="U 123456",
    host=Host(kind="small", name="Отель «Алатау»"),
)


@pytest.mark.parametrize(
    "typed",
    ["cagla", "YILMAZ çağ", "чагла", "турц", "tr", "123456", "алатау", "шымкент train", "", "  "],
)
def test_somebody_is_found_by_any_word_of_what_is_known(typed: str) -> None:
    assert matches(search_key(PERSON, "Турция"), typed)


@pytest.mark.parametrize("typed", ["turkey", "caglaa", "cagla nobody", "u 99"])
def test_nobody_is_found_by_what_is_not_known(typed: str) -> None:
    assert not matches(search_key(PERSON, "Турция"), typed)


def test_who_has_nothing_but_a_name_is_found_by_it() -> None:
    assert matches(search_key(traveller("", name="Solo"), ""), "solo")
