"""``kzstay plan``: the answer in words, and its exit codes."""

from __future__ import annotations

import json

import pytest

from kzstay.cli.parser import main
from kzstay.core.case import Traveller
from kzstay.i18n import Language
from kzstay.texts.words import words
from tests.cli.plan.asking import ANNA, BORIS, USED, Save, Told, found, languages, plan, told
from tests.core.builders import expulsion, fine, ruled
from tests.helpers import day, stay, traveller

CITED = "Law on Migration of Population, art. 6, para. 4; Government Decree 148 of 21 January 2012, para. 17"


def test_the_longest_stay_is_told_with_what_limits_it(capsys: Told, saved: Save) -> None:
    # What the entry takes beside the days follows
    assert told(capsys, saved(ANNA), "--entry", "2026-12-01")[:10] == [
        "Anna Schmidt · Germany · ordinary passport · 22 November 2026",
        "  Entry on Tuesday, 1 December 2026",
        "  Up to 7 days, until Monday, 7 December 2026",
        "  Limited by your stay of 2 Jan 2027 – 24 Jan 2027: it needs the days.",
        "  Without your later stays: up to 30 days, until 30 December 2026.",
        "  30 days from the day of entry · 60 of 90 days used in 180 days",
        f"  {CITED}. Certainty: high.",
        "  Days that come back:",
        "    29 Jan 2027 – 27 Feb 2027: 30 days of your stay of 1–30 Aug",
        "    5 Mar 2027 – 3 Apr 2027: 30 days of your stay of 5 Sep – 4 Oct",
    ]


@pytest.mark.parametrize(("entry", "told_so"), [("2026-09-25", True), ("2026-11-11", False)])
def test_who_is_here_too_long_is_told_what_would_undo_the_trip(
    entry: str, told_so: bool, capsys: Told, saved: Save
) -> None:
    lines = told(capsys, saved(traveller("DE", stay(entry))), "--entry", "2026-12-15", "--days", "10")
    assert any("no expulsion is decided: it bans entry for 5 years." in line for line in lines) is told_so


def test_a_trip_that_breaks_a_later_stay_is_told_with_the_first_day_over(capsys: Told, saved: Save) -> None:
    assert told(capsys, saved(ANNA), "--entry", "2026-12-01", "--days", "12")[5:8] == [
        "  The trip of 12 days, 1 Dec 2026 – 12 Dec 2026, is not possible.",
        "  Your stay of 2 Jan 2027 – 24 Jan 2027 would no longer be lawful from 20 January 2027 on.",
        "  Earliest entry for a trip of 12 days: Monday, 25 January 2027",
    ]


def test_where_the_usual_count_gives_more_it_says_so(capsys: Told, saved: Save) -> None:
    # 1 June is looked back on from 28 November by the strict count only
    who = traveller(
        "DE", stay("2026-06-01", "2026-06-30"), stay("2026-07-02", "2026-07-31"), stay("2026-08-02", "2026-08-31")
    )
    lines = told(capsys, saved(who), "--entry", "2026-11-28", "--days", "1")
    assert "  By the usual count: up to 30 days, until 27 December 2026." in lines
    assert "  By the usual count it is possible." in lines
    usual = told(capsys, saved(who), "--entry", "2026-11-28", "--days", "1", "--reading", "usual")
    assert not any("usual" in line for line in usual)


def test_nothing_is_said_twice(capsys: Told, saved: Save) -> None:
    lines = told(capsys, saved(BORIS), "--entry", "2026-12-01", "--days", "3")
    assert len(lines) == len(set(lines))
    assert "  A visa is needed for this citizenship and passport." in lines


@languages
def test_it_is_told_in_every_language(language: Language, capsys: Told, saved: Save) -> None:
    assert plan(saved(ANNA), "--entry", "2026-12-01", "--days", "12", language=language) == 1
    assert words(language).long_day(day("2026-12-07")) in capsys.readouterr().out


# Exit codes


def test_what_is_possible_is_told_with_0(saved: Save) -> None:
    assert plan(saved(ANNA), "--entry", "2026-12-01", "--days", "7") == 0
    assert plan(saved(ANNA), "--entry", "2026-12-01", "--exit", "2026-12-07") == 0


@pytest.mark.parametrize(
    ("who", "entry", "reason"),
    [
        (ANNA, "2027-01-10", "This day lies within your stay of 2 Jan 2027 – 24 Jan 2027."),
        (BORIS, "2026-12-01", "A visa is needed for this citizenship and passport."),
        (USED, "2026-11-25", "Limited by the days allowed in the rolling period."),
    ],
)
def test_where_no_stay_can_begin_it_is_told_with_1(
    who: Traveller, entry: str, reason: str, saved: Save, capsys: Told
) -> None:
    assert plan(saved(who), "--entry", entry) == 1
    assert reason in capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    assert plan(saved(who), "--entry", entry, "--json") == 1


def test_where_no_stay_can_begin_the_first_day_on_which_one_can_is_told(saved: Save, capsys: Told) -> None:
    # Seventy-two of the ninety days are left in autumn: the first comes back 181 days after 15 June
    lines = told(capsys, saved(USED), "--entry", "2026-11-25")
    assert "  Earliest entry: Sunday, 13 December 2026" in lines
    assert found(capsys, saved(USED), "--entry", "2026-11-25")["earliest_entry"]["date"] == "2026-12-13"


def test_a_citizen_may_come_without_any_days(saved: Save) -> None:
    assert plan(saved(traveller("KZ")), "--entry", "2026-12-01") == 0


@pytest.mark.parametrize(
    "options",
    [
        ["--entry", "2026-12-01", "--days", "8"],  # breaks the stay in January
        ["--entry", "2026-12-01", "--exit", "2027-01-01"],  # too long
        ["--entry", "2027-01-10", "--days", "1"],  # begins during another
    ],
)
def test_a_trip_that_is_not_possible_is_told_with_1(options: list[str], saved: Save) -> None:
    assert plan(saved(ANNA), *options) == 1
    assert plan(saved(ANNA), *options, "--json") == 1


def test_any_entry_that_a_case_may_hold_is_answered(capsys: Told, saved: Save) -> None:
    for entry in ("1991-01-01", "2199-12-31"):
        found(capsys, saved(ANNA), "--entry", entry, "--days", "1")


def test_the_end_of_a_ban_gives_the_earliest_entry_and_nothing_else_that_refuses_does(
    capsys: Told, saved: Save
) -> None:
    person = ruled(traveller("DE"), expulsion("2026-11-02", executed="2026-11-05"))
    assert plan(saved(person), "--entry", "2031-11-01", "--days", "5") == 1
    assert "Earliest entry for a trip of 5 days: Thursday, 6 November 2031" in capsys.readouterr().out
    person = ruled(traveller("DE"), fine("2026-11-02"))
    assert plan(saved(person), "--entry", "2031-11-01", "--days", "5") == 1
    assert "allows a trip" not in capsys.readouterr().out


def test_where_the_days_are_counted_to_a_later_day_than_the_exit_it_is_told(saved: Save, capsys: Told) -> None:
    # 32 days to 21 June: by the usual count the stay may last to 18 December, and days that may be used are used
    long = saved(traveller("RU", stay("2026-05-21", "2026-06-21"), stay("2026-09-20")))
    assert plan(long, "--entry", "2027-01-10", on="2026-11-10") == 1
    out = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")
    assert "you leave on Monday, 16 November 2026" in out
    assert "the days of the present stay are counted as used up to 18 December 2026, its last day" in out
    assert plan(long, "--entry", "2027-01-10", "--json", on="2026-11-10") == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["assumes"] == {"exit": "2026-11-16"}  # the contract has no more


@pytest.mark.parametrize(
    ("on", "place", "said"),
    [("2027-05-21", 0, "Anna"), ("2027-05-22", -1, "old"), ("2027-11-22", 0, "out of date")],
)
def test_a_plan_on_old_law_data_says_so(on: str, place: int, said: str, capsys: Told, saved: Save) -> None:
    # Collected on 22 November 2026
    main(["plan", saved(traveller("DE")), "--entry", "2028-01-01", "--on", on, "--lang", "en"])
    lines = capsys.readouterr().out.splitlines()
    assert said in lines[place]
    assert sum("law data" in line for line in lines) == (said != "Anna")
