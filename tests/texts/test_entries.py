"""Entries in sentences."""

from __future__ import annotations

import msgspec
import pytest

from kzstay.bundled import law
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Ruling, Traveller
from kzstay.core.editing import left_on
from kzstay.core.readings import Reading
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import entries
from kzstay.texts.words import words
from tests.core.builders import expulsion, fine, readmission, ruled
from tests.helpers import day, plain, stay, traveller

EN = words("en")
HERE = traveller("RU", stay("2026-07-01", "2026-08-19"), stay("2026-11-02"))
LATER = traveller(
    "DE", stay("2026-05-01", "2026-05-30"), stay("2026-06-10", "2026-07-09"), stay("2026-07-20", "2026-08-18")
)


def of(who: Traveller, on: str = "2026-11-26", reading: Reading = Reading.SAFE) -> Assessment:
    return assess(who, day(on), law(), reading)


def test_the_next_entry_is_told_with_what_it_assumes() -> None:
    (told,) = entries.following(EN, of(HERE))
    assert plain(told) == (
        "Next entry by the days, if you leave on 11 December 2026: "
        "from 29 December 2026, for 50 days at most, until 16 February 2027"
    )


def test_where_an_exit_is_known_nothing_is_assumed() -> None:
    (told,) = entries.following(EN, of(traveller("DE", stay("2026-11-20", "2026-11-28"))))
    assert plain(told).startswith("Next entry by the days: from 29 November 2026, for 30 days at most")


def test_who_is_too_long_here_is_told_that_an_expulsion_would_bar_the_next_entry() -> None:
    told = entries.following(EN, of(traveller("DE", stay("2026-10-01"))))
    assert len(told) == 2
    assert plain(told[1]) == (
        "That holds only if no fine stays unpaid, which bars entry, and no expulsion is decided: it bans "
        "entry for 5 years."
    )


def test_an_expulsion_is_named_only_where_it_can_follow() -> None:
    few = entries.following(EN, of(traveller("DE", stay("2026-10-19"))))
    assert plain(few[1]) == "That holds only if no fine stays unpaid: an unpaid fine bars entry."
    warned = entries.following(EN, of(traveller("DE", stay("2026-10-25"))))
    assert len(warned) == 1, "a warning bars nothing"


def test_who_was_ordered_to_leave_is_told_at_once_that_no_entry_follows() -> None:
    told = entries.bars(EN, of(ruled(HERE, expulsion("2026-11-20", "2026-12-05"))))
    assert [plain(line)[:30] for line in told] == [
        "By order of a court, leave by ",
        "No entry before the expulsion ",
    ]


def test_a_complaint_and_an_old_fine_are_told_with_the_bar() -> None:
    left = traveller("DE", stay("2026-11-01", "2026-11-22"))
    court = msgspec.structs.replace(expulsion("2026-11-20", "2026-12-05"), appealed=day("2026-11-23"))
    fined = msgspec.structs.replace(fine("2026-11-20"), appealed=day("2026-11-23"))
    for ruling, ending in (
        (court, "No entry unless the complaint of 23 Nov 2026 succeeds"),
        (fined, "No entry before the fine served on 20 Nov 2026 is paid, unless the complaint succeeds"),
        (fine("2023-11-20"), "No entry before the fine served on 20 Nov 2023 is paid. It may have lapsed: ask"),
    ):
        a = of(ruled(left, ruling))
        (told,) = entries.bars(EN, a)
        assert plain(told).startswith(ending)
        assert entries.no_entry(EN, a) == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_the_day_of_an_order_no_next_entry_is_told(language: Language) -> None:
    w, a = words(language), of(ruled(HERE, Ruling(kind="shortened", served=day("2026-11-20"))))
    (told,) = entries.following(w, a)
    assert told == entries.no_entry(w, a)
    assert told not in entries.bars(w, a)


def test_every_bar_is_told_once() -> None:
    a = of(
        ruled(
            traveller("DE"), fine("2026-11-01"), fine("2026-11-05"), expulsion("2024-06-03", executed="2024-06-10")
        )
    )
    told = entries.bars(EN, a)
    assert len(a.bars) == 3
    assert [plain(line)[:24] for line in told] == [
        "Entry is banned to the e",
        "No entry before the fine",
        "No entry before the fine",
    ]
    assert entries.lead(EN, a) == told[0]


def test_the_usual_count_and_history_are_told_where_they_differ() -> None:
    a = of(LATER, "2026-09-01")
    other = of(LATER, "2026-09-01", Reading.USUAL)
    assert a.next_entry
    assert other.next_entry
    assert plain(entries.by_usual(EN, a.next_entry, other.next_entry)) == "by the usual count from 28 October 2026"
    assert entries.by_usual(EN, a.next_entry, a.next_entry) == ""
    assert entries.by_history(EN, a.next_entry) == ""
    busy = of(traveller("DE", stay("2026-12-01", "2026-12-10")), "2026-11-26").next_entry
    assert busy
    assert plain(entries.by_history(EN, busy)) == "30 days by history alone, without the later plans"


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_plans_leave_no_room_it_is_said(language: Language) -> None:
    w = words(language)
    assert entries.refused(w, of(HERE).reckoning) == ""
    assert entries.no_entry(w, of(HERE)) not in ("", entries.border(w))
    assert entries.assumption(w, day("2026-12-11")) != ""
    both = entries.assumption(w, day("2026-12-11"), day("2026-12-14"))
    assert w.full_day(day("2026-12-14")) in both
    assert both.startswith(entries.assumption(w, day("2026-12-11")))


def test_what_is_to_be_carried_out_first_is_named() -> None:
    for ruling, name in [(expulsion("2026-11-20"), "expulsion"), (readmission("2026-11-20"), "readmission")]:
        a = of(ruled(traveller("DE"), ruling))
        told = f"No entry before the {name} has been carried out and the ban that follows has ended"
        assert entries.bars(EN, a) == [told]
        assert entries.refused(EN, a.reckoning) == told


def test_a_child_is_not_told_of_an_expulsion_that_cannot_be() -> None:
    assert len(entries.following(EN, of(traveller("DE", stay("2026-10-01"), born="2012-05-01")))) == 1
    assert len(entries.following(EN, of(traveller("DE", stay("2026-10-01"), born="2010-05-01")))) == 2


@pytest.mark.parametrize(
    ("leaving", "told"), [("2026-12-11", ""), ("2026-12-12", "1 day"), ("2026-12-21", "10 days")]
)
def test_a_stay_that_is_taken_to_last_too_long_is_said_to(leaving: str, told: str) -> None:
    a = of(left_on(HERE, 1, day(leaving)))
    assert told in plain(entries.too_long(EN, a))
    assert bool(entries.too_long(EN, a)) is bool(told)
    assert entries.too_long(EN, of(HERE)) == ""
