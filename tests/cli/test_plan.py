"""``kzstay plan``: the answer in words and for programs, its exit codes, and what it refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kzstay.cli.parser import main
from kzstay.core.bars import REFUSALS
from kzstay.core.case import Case, Traveller
from kzstay.files.store import save_case
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from tests.core.builders import expulsion, fine, ruled
from tests.export.test_json import misfit
from tests.helpers import case, day, permit, stay, traveller

ON = "2026-11-22"
LIMITS = {"per-entry", "rolling", "forward", "calendar-year", "permit", *REFUSALS, "stay", "no-regime"}
DOCUMENT: Any = {
    "schema": {2},
    "entry": "date",
    "longest_stay": int,
    "last_day": ("date", None),
    "limited_by": {"limit": LIMITS, "stay?": int},
    "barred?": set(REFUSALS),
    "assumes": ({"exit": "date"}, None),
    "history_only": {"longest_stay": int},
    "trip": ({"lawful": bool, "breaks": [{"entry": "date", "first_day": "date"}]}, None),
    "earliest_entry": ({"date": "date", "days": int}, None),
}
# 90 in 180: 60 days are used, 23 of the 30 left are planned for January
ANNA = traveller(
    "DE", stay("2026-08-01", "2026-08-30"), stay("2026-09-05", "2026-10-04"), stay("2027-01-02", "2027-01-24")
)
# 90 days to 12 September
USED = traveller("RU", stay("2026-06-15", "2026-09-12"))
BORIS = traveller("PK", name="Boris Brown")
CITED = "Law on Migration of Population, art. 6, para. 4; Government Decree 148 of 21 January 2012, para. 17"

Told = pytest.CaptureFixture[str]
Save = Callable[..., str]
languages = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def saved(tmp_path: Path) -> Save:
    def save(*travellers: Traveller) -> str:
        path = tmp_path / "case.kzstay"
        save_case(Case(travellers=travellers), path, keep_backup=False)
        return str(path)

    return save


def plan(file: str, *options: str, language: str = "en", on: str = ON) -> int:
    return main(["plan", file, "--on", on, "--lang", language, *options])


def told(capsys: Told, file: str, *options: str) -> list[str]:
    """Return the lines of an answer in English."""
    assert plan(file, *options) in (0, 1)
    out, err = capsys.readouterr()
    assert err == ""
    return out.replace("\N{NO-BREAK SPACE}", " ").splitlines()


def found(capsys: Told, file: str, *options: str) -> dict[str, Any]:
    """Return the answer for programs."""
    assert plan(file, "--json", *options) in (0, 1)
    out, err = capsys.readouterr()
    assert err == ""
    answer = json.loads(out)
    assert misfit(answer, DOCUMENT) == ""
    return answer


def refused(capsys: Told, file: str, *options: str, language: str = "en") -> str:
    """Return the one line that says why."""
    assert plan(file, *options, language=language) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert "{" not in err
    return err.removesuffix("\n")


# In words


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


# For programs


def test_the_answer_for_programs_keeps_the_contract(capsys: Told, saved: Save) -> None:
    assert found(capsys, saved(ANNA), "--entry", "2026-12-01", "--days", "12") == {
        "schema": 2,
        "entry": "2026-12-01",
        "longest_stay": 7,
        "last_day": "2026-12-07",
        "limited_by": {"limit": "rolling", "stay": 2},
        "assumes": None,
        "history_only": {"longest_stay": 30},
        "trip": {"lawful": False, "breaks": [{"entry": "2027-01-02", "first_day": "2027-01-20"}]},
        "earliest_entry": {"date": "2027-01-25", "days": 12},
    }


def test_without_a_trip_one_day_is_looked_for(capsys: Told, saved: Save) -> None:
    answer = found(capsys, saved(ANNA), "--entry", "2026-12-01")
    assert answer["trip"] is None
    assert answer["earliest_entry"] == {"date": "2026-12-01", "days": 1}


def test_the_exit_says_how_many_days_are_looked_for(capsys: Told, saved: Save) -> None:
    answer = found(capsys, saved(ANNA), "--entry", "2026-12-01", "--exit", "2026-12-12")
    assert answer["earliest_entry"] == {"date": "2027-01-25", "days": 12}


@pytest.mark.parametrize(
    ("who", "entry", "limited"),
    [
        (traveller("DE"), "2026-12-01", {"limit": "per-entry"}),
        (traveller("DE", stay("2026-12-11", "2026-12-20")), "2026-12-01", {"limit": "stay", "stay": 0}),
        (traveller("DE", stay("2026-12-11", "2026-12-20")), "2026-12-15", {"limit": "stay", "stay": 0}),
        (traveller("PK"), "2026-12-01", {"limit": "no-regime"}),
        (
            traveller("PK", permits=[permit("2026-12-01", "2026-12-31")]),
            "2026-12-01",
            {"limit": "permit"},
        ),
    ],
)
def test_what_limits_is_named(
    who: Traveller, entry: str, limited: dict[str, object], capsys: Told, saved: Save
) -> None:
    assert found(capsys, saved(who), "--entry", entry)["limited_by"] == limited


def test_where_no_stay_is_possible_there_is_no_last_day(capsys: Told, saved: Save) -> None:
    answer = found(capsys, saved(BORIS), "--entry", "2026-12-01")
    assert (answer["longest_stay"], answer["last_day"], answer["earliest_entry"]) == (0, None, None)
    assert answer["history_only"] == {"longest_stay": 0}


def test_a_trip_that_no_entry_allows_has_no_earliest_entry(capsys: Told, saved: Save) -> None:
    answer = found(capsys, saved(ANNA), "--entry", "2026-12-01", "--days", "31")
    assert answer["earliest_entry"] is None
    assert answer["trip"]["lawful"] is False


def test_the_answer_for_programs_follows_the_reading(capsys: Told, saved: Save) -> None:
    file = saved(
        traveller(
            "DE",
            stay("2026-06-01", "2026-06-30"),
            stay("2026-07-02", "2026-07-31"),
            stay("2026-08-02", "2026-08-31"),
        )
    )
    days = [
        found(capsys, file, "--entry", "2026-11-28", "--reading", reading)["longest_stay"]
        for reading in ("safe", "usual")
    ]
    assert days == [0, 30]


# Who is meant


def test_one_of_several_is_named(capsys: Told, saved: Save) -> None:
    file = saved(ANNA, BORIS)
    assert found(capsys, file, "--entry", "2026-12-01", "--traveller", "Boris Brown")["longest_stay"] == 0
    assert found(capsys, file, "--entry", "2026-12-01", "--traveller", "Anna Schmidt")["longest_stay"] == 7


@languages
def test_of_several_travellers_one_has_to_be_named(language: Language, capsys: Told, saved: Save) -> None:
    line = refused(capsys, saved(ANNA, BORIS), "--entry", "2026-12-01", language=language)
    assert line.startswith("case.kzstay: ")
    assert "--traveller" in line


@languages
def test_an_unknown_traveller_is_named(language: Language, capsys: Told, saved: Save) -> None:
    line = refused(capsys, saved(ANNA), "--entry", "2026-12-01", "--traveller", "Carl", language=language)
    assert line.startswith("case.kzstay: ")
    assert "Carl" in line


def test_two_of_one_name_cannot_be_told_apart(capsys: Told, saved: Save) -> None:
    line = refused(capsys, saved(ANNA, ANNA), "--entry", "2026-12-01", "--traveller", "Anna Schmidt")
    assert line.startswith("case.kzstay: several travellers are called “Anna Schmidt”.")


def test_nobody_has_no_plan(capsys: Told, saved: Save) -> None:
    assert refused(capsys, saved(), "--entry", "2026-12-01") == "case.kzstay: the case holds no traveller."


# What is refused


@pytest.mark.parametrize(
    ("options", "begin"),
    [
        (["--entry", "soon"], "--entry: “soon” is not a date."),
        (["--entry", "2026-02-30"], "--entry: “2026-02-30” is not a date."),
        (["--entry", ""], "--entry: “” is not a date."),
        (["--entry", "9999-12-31"], "--entry: The year is not between"),
        (["--entry", "0001-01-01"], "--entry: The year is not between"),
        (["--entry", "2026-12-01", "--exit", "later"], "--exit: “later” is not a date."),
        (["--entry", "2026-12-01", "--exit", "2026-11-30"], "--exit: The exit is before the entry."),
        (["--entry", "2026-12-01", "--exit", "2200-01-01"], "--exit: The year is not between"),
        (["--entry", "2026-12-01", "--days", "0"], "--days: “0” is not a number of days."),
        (["--entry", "2026-12-01", "--days", "-3"], "--days: “-3” is not a number of days."),
        (["--entry", "2026-12-01", "--days", "two"], "--days: “two” is not a number of days."),
        (["--entry", "2026-12-01", "--days", "2.5"], "--days: “2.5” is not a number of days."),
        (["--entry", "2026-12-01", "--days", "999999"], "--days: The year is not between"),
        (["--entry", "2026-12-01", "--days", "9" * 5000], "--days: “999"),
        (["--entry", "2026-12-01", "--days", "3", "--exit", "2026-12-03"], "--exit, --days: give one of the two"),
        (["--entry", "2026-12-01", "--on", "soon"], "--on: “soon” is not a date."),
        (["--entry", "2026-12-01", "--reading", "strict"], "kzstay plan: "),
        ([], "kzstay plan: "),
    ],
)
def test_bad_input_is_told_in_one_line_with_the_option(
    options: list[str], begin: str, capsys: Told, saved: Save
) -> None:
    assert refused(capsys, saved(ANNA), *options).startswith(begin)


@languages
def test_bad_input_is_told_in_every_language(language: Language, capsys: Told, saved: Save) -> None:
    for options in (["--days", "two"], ["--exit", "2026-11-30"], ["--days", "3", "--exit", "2026-12-03"]):
        line = refused(capsys, saved(ANNA), "--entry", "2026-12-01", *options, language=language)
        assert line.startswith("--")


def test_a_file_that_is_not_there_is_named(capsys: Told, tmp_path: Path) -> None:
    line = refused(capsys, str(tmp_path / "gone.kzstay"), "--entry", "2026-12-01")
    assert line.startswith("gone.kzstay: ")


def test_a_case_that_cannot_be_reckoned_is_refused(capsys: Told, saved: Save) -> None:
    file = saved(*case(traveller("QQ")).travellers)
    assert refused(capsys, file, "--entry", "2026-12-01").startswith("case.kzstay: Anna Schmidt: ")


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


@pytest.mark.parametrize(
    ("leaving", "why"),
    [
        ("2026-11-21", "--leave: This is before 22.11.2026, on which the traveller is here. Change the day of"),
        ("2026-11-10", "--leave: The exit is before the entry."),
    ],
)
def test_nobody_left_before_a_day_on_which_they_are_here(
    capsys: Told, saved: Save, leaving: str, why: str
) -> None:
    file = saved(traveller("DE", stay("2026-11-11")))
    assert refused(capsys, file, "--on", ON, "--entry", "2027-01-02", "--leave", leaving).startswith(why)
    assert plan(file, "--on", ON, "--entry", "2027-01-02", "--leave", ON) == 0


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
