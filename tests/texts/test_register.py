"""What a list of travellers tells of each: short in a cell, in full for who hears it, in every language."""

from __future__ import annotations

import msgspec
import pytest

from kzstay.core import register as core
from kzstay.core.assess import assess
from kzstay.core.case import Traveller
from kzstay.core.register import GROUPS, Line
from kzstay.core.verdict import Standing
from kzstay.i18n import LANGUAGES
from kzstay.texts import register as texts
from kzstay.texts.words import words
from tests.core.builders import LAW, expulsion, fine, ruled
from tests.helpers import day, plain, stay, traveller

EN = words("en")
ON = day("2026-11-22")
HERE = stay("2026-11-11", notified="2026-11-12")
OVER = traveller("DE", stay("2026-10-01"))
BANNED = ruled(traveller("DE"), expulsion("2026-01-01", executed="2026-01-05"))
FINED = ruled(traveller("DE", stay("2026-05-20", "2026-06-08")), fine("2026-06-01"))
USED = traveller(
    "DE", stay("2026-08-01", "2026-08-30"), stay("2026-09-05", "2026-10-04"), stay("2026-10-10", "2026-11-08")
)
languages = pytest.mark.parametrize("language", LANGUAGES)


def line(who: Traveller) -> Line:
    return core.line(assess(who, ON, LAW), 180)


@pytest.mark.parametrize(
    ("who", "short", "full"),
    [
        (traveller("DE", HERE), "within limits", "within limits"),
        (traveller("DE", stay("2026-10-28")), "stay is ending", "stay is ending"),
        (OVER, "23 days over", "23 days over"),
        (traveller("DE"), "outside", "outside Kazakhstan"),
        (BANNED, "entry is refused", "entry is refused"),
        (traveller("NG", HERE), "needs a visa", "needs a visa"),
        (traveller("KZ", HERE), "citizen of Kazakhstan", "citizen of Kazakhstan"),
        (traveller("", HERE), "citizenship not entered", "citizenship not entered"),
    ],
)
def test_a_state_in_few_words_and_in_full(who: Traveller, short: str, full: str) -> None:
    assert (texts.state(EN, line(who)), texts.spoken_state(EN, line(who))) == (short, full)


def test_where_more_days_may_be_over_that_is_said_in_full() -> None:
    found = line(traveller("DE", stay("2026-05-01"), stay("2026-10-01")))
    assert texts.state(EN, found) == "23 days over"
    assert texts.spoken_state(EN, found) == "23 days over at least"
    assert texts.days_left(found) == "\N{MINUS SIGN}23"


def test_a_citizenship_is_told_with_a_passport_that_is_no_ordinary_one() -> None:
    assert texts.citizenship(EN, traveller("CN")) == "China"
    assert texts.citizenship(EN, traveller("CN", passport="service")) == "China · service passport"
    assert texts.citizenship(EN, traveller("")) == ""


@pytest.mark.parametrize(
    ("who", "shown", "spoken"),
    [
        (traveller("DE", HERE), "18", "18 days left"),
        (traveller("DE", stay("2026-10-25")), "1", "1 day left"),
        (OVER, "\N{MINUS SIGN}23", "23 days over"),
        (traveller("DE"), "", "none to count"),
    ],
)
def test_the_days_left(who: Traveller, shown: str, spoken: str) -> None:
    assert (texts.days_left(line(who)), texts.spoken_days_left(EN, line(who))) == (shown, spoken)


@pytest.mark.parametrize(
    ("who", "duty", "due", "spoken"),
    [
        (traveller("DE", stay("2026-11-20")), "Host's notice", "24 Nov", "24 November 2026"),
        (traveller("DE", stay("2026-11-11")), "Host's notice", "not recorded", "not recorded, 13 November 2026"),
        (OVER, "Leave", "missed", "missed, 30 October 2026"),
        (traveller("DE", stay("2026-10-24", notified="2026-10-25")), "Leave or obtain a visa", "22 Nov",
         "22 November 2026"),
        (BANNED, "End of the entry ban", "5 Jan 2031", "5 January 2031"),
        (FINED, "Pay the fine", "missed", "missed, 1 July 2026"),
        (traveller("DE", HERE), "–", "", "no day"),
        (traveller("DE"), "may enter for 30 days", "", "no day"),
        (USED, "may enter from 29 Jan 2027 for 30 days", "", "no day"),
    ],
)  # fmt: skip
def test_what_comes_next_and_when(who: Traveller, duty: str, due: str, spoken: str) -> None:
    found = line(who)
    told = texts.next_duty(EN, found, ON), texts.due(EN, found, ON), texts.spoken_due(EN, found, ON)
    assert tuple(map(plain, told)) == (duty, due, spoken)


def test_a_day_of_this_year_needs_no_year() -> None:
    found = msgspec.structs.replace(line(USED), enter=(day("2026-12-04"), 12))
    assert plain(texts.next_duty(EN, found, ON)) == "may enter from 4 Dec for 12 days"


def test_where_somebody_was_is_told_in_words() -> None:
    assert texts.presence(EN, line(OVER), 180) == "here on 53 days of the last 180, 23 days over"
    assert [plain(text) for text in texts.stretches(EN, line(OVER))] == [
        "1–30 Oct",
        "31 Oct – 22 Nov: over the limit",
    ]
    assert texts.presence(EN, line(traveller("DE")), 180) == "here on 0 days of the last 180"


@languages
def test_every_group_has_a_name_and_says_who_belongs_to_it(language: str) -> None:
    w = words(language)  # type: ignore[arg-type]
    names = [texts.group(w, group, LAW.ending_days) for group in GROUPS]
    hints = [texts.group_hint(w, group) for group in GROUPS]
    assert len(set(names)) == len(set(hints)) == len(GROUPS)
    assert str(LAW.ending_days) in names[GROUPS.index("ending")]


@languages
def test_no_two_standings_are_called_the_same(language: str) -> None:
    w = words(language)  # type: ignore[arg-type]
    assert len({texts.standing(w, kind) for kind in Standing}) == len(Standing)
    assert len(set(texts.overdue(w).values())) == 2


def test_how_many_are_shown() -> None:
    assert texts.travellers(EN, 1) == "1 traveller"
    assert plain(texts.travellers(EN, 2000)) == "2 000 travellers"
    assert texts.shown(EN, 3, 48) == "3 travellers of 48"
    assert texts.shown(EN, 48, 48) == "48 travellers"
    assert texts.late(EN, 1) == "1 stays too long or has missed something"
    assert texts.late(EN, 3) == "3 stay too long or have missed something"
