"""When a trip fits between two days, and which days come back."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers import stay, traveller
from tests.trips import NEEDED, NEXT, OUTSIDE
from tests.ui.conftest import OpenCase
from tests.ui.trip_typing import ask, retype, text_of

# When it fits


def test_the_free_time_about_the_entry_is_looked_through(open_case: OpenCase, qtbot: QtBot) -> None:
    plan = ask(open_case(NEEDED), qtbot, "01.12.2026", days="7")
    assert [edit.placeholderText() for edit in plan.more.edits()] == ["22.11.2026", "01.01.2027"]
    assert plan.more.fits.text() == (
        "A trip of 7 days fits if you enter between 22 November 2026 and 26 December 2026."
    )


def test_without_a_later_stay_a_year_is_looked_through(open_case: OpenCase, qtbot: QtBot) -> None:
    plan = ask(open_case(OUTSIDE), qtbot, "01.12.2026")
    assert [edit.placeholderText() for edit in plan.more.edits()] == ["22.11.2026", "01.12.2027"]


def test_two_typed_days_are_looked_through(open_case: OpenCase, qtbot: QtBot) -> None:
    plan = ask(open_case(NEXT), qtbot, "01.12.2026", days="10")
    retype(qtbot, plan.more.first, "01.12.2026")
    retype(qtbot, plan.more.last, "31.12.2026")
    assert plan.more.last.note.text() == "Thursday, 31 December 2026"
    qtbot.waitUntil(lambda: "one of these days" in plan.more.fits.text())
    assert plan.more.fits.text().endswith("1 Dec 2026 – 2 Dec 2026, 21 Dec 2026 – 22 Dec 2026.")


@pytest.mark.parametrize(
    ("last", "note"),
    [
        ("later", "“later” is not a date. Enter it like 15.12.2026."),
        ("01.11.2026", "This day is before the first one."),
        ("01.12.2036", "No more than 731 days can be searched."),
        ("01.12.2200", "The year is not between 1991 and 2199."),
    ],
)
def test_two_days_that_cannot_be_used_are_said_to_be(
    open_case: OpenCase, qtbot: QtBot, last: str, note: str
) -> None:
    plan = ask(open_case(OUTSIDE), qtbot, "01.12.2026", days="10")
    retype(qtbot, plan.more.last, last)
    assert text_of(plan.more.last.note) == note
    qtbot.waitUntil(lambda: plan.more.fits.text() == "")
    retype(qtbot, plan.more.last, "")
    assert text_of(plan.more.last.note) == ""
    qtbot.waitUntil(lambda: plan.more.fits.text().startswith("A trip of 10 days fits"))


# Days that come back


def test_days_that_come_back_are_listed_with_their_stay(open_case: OpenCase, qtbot: QtBot) -> None:
    plan = ask(open_case(NEEDED), qtbot, "01.12.2026")
    assert plan.more.back.text().splitlines() == [
        "29 Jan 2027 – 27 Feb 2027: 30 days of your stay of 1–30 Aug",
        "5 Mar 2027 – 3 Apr 2027: 30 days of your stay of 5 Sep – 4 Oct",
    ]


def test_the_list_of_days_that_come_back_is_short(open_case: OpenCase, qtbot: QtBot) -> None:
    often = (
        stay(f"2026-{month:02}-{first:02}", f"2026-{month:02}-{first:02}")
        for month in (8, 9)
        for first in (1, 5, 9, 13)
    )
    plan = ask(open_case(traveller("DE", *often)), qtbot, "01.12.2026")
    assert plan.more.back.text().splitlines()[-1] == "and 3 more days until 13 Mar 2027"
    assert len(plan.more.back.text().splitlines()) == 6


def test_who_was_never_here_has_no_days_to_come_back(open_case: OpenCase, qtbot: QtBot) -> None:
    plan = ask(open_case(traveller("DE")), qtbot, "01.12.2026")
    assert not plan.more.back.isVisible()
    assert not plan.more.back_heading.isVisible()
