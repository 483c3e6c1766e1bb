"""The host's desk in sentences: nothing is told that the dates do not show, in three languages."""

from __future__ import annotations

import msgspec
import pytest

from kzstay.core.hosts import NOTICE, REGISTRATION, to_be_marked
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import hosts
from kzstay.texts.words import words
from tests.core.builders import LAW, SAFE, USUAL
from tests.core.test_hosts import ON, guest, of, the
from tests.helpers import day, move, plain, stay

EN = words("en")
TODAY, TOMORROW = stay("2026-11-24"), stay("2026-11-25")
LATE = stay("2026-03-02", "2026-03-20", notified="2026-03-10")  # due on the 4th, so late from the 5th
LATER = stay("2026-06-01", "2026-06-12", notified="2026-06-10")


def test_a_host_is_named_with_its_kind_and_one_without_a_name_by_what_is_lacking() -> None:
    assert hosts.heading(EN, the(guest("DE"))) == "Host: Hotel Alatau · medium business"
    assert hosts.heading(EN, the(guest("DE", name=" "))) == "Host without a name · medium business"
    assert hosts.heading(EN, the(guest("DE", kind=None))) == "No host entered"
    assert hosts.label(EN, the(guest("DE", name="A\u202eB"))) == "AB · medium business"


def test_what_is_due_is_told_by_its_last_day_with_what_is_due_today() -> None:
    found = the(guest("DE", TODAY, person="A"), guest("FR", TOMORROW, person="B"), guest("RU", stay("2026-11-03")))
    assert hosts.due(EN, found) == [
        "2 notices due by 27 Nov, 1 of them on this day",
        "1 registration due by 2 Dec",
    ]
    assert hosts.guests(EN, found) == "3 of 3 guests are in Kazakhstan"


def test_what_is_due_today_alone_is_told_without_a_day() -> None:
    registered = guest("RU", stay("2026-10-28", notified="2026-10-28"), person="B")  # its thirtieth day
    assert hosts.due(EN, the(guest("DE", TODAY), registered)) == [
        "1 notice due on this day",
        "1 registration due on this day",
    ]
    assert hosts.due(EN, the(guest("DE", TOMORROW))) == ["1 notice due by 27 Nov"]


def test_a_day_of_another_year_is_told_with_its_year() -> None:
    found = the(guest("DE", stay("2026-12-30")), on=day("2026-12-30"))
    (told,) = hosts.due(EN, found)
    assert told.endswith("2027")


def test_where_nothing_is_due_that_is_told_with_the_days_that_were_looked_at() -> None:
    assert hosts.due(EN, the(guest("DE"))) == ["No notice or registration is due in the next 7 days"]


def test_what_is_over_is_told_by_what_is_known_of_it() -> None:
    unrecorded = guest("DE", stay("2026-11-02"), person="A"), guest("RU", stay("2026-10-01"), person="B")
    found = the(*unrecorded, guest("GB", LATE, person="C"))
    assert [plain(text) for text in hosts.past(EN, LAW, found)] == [
        "2 notices not recorded",
        "1 registration not recorded",
        "1 notice late in the last 12 months",
    ]
    assert hosts.past(EN, LAW, the(guest("DE"))) == []


def test_what_was_missed_is_told_where_the_law_takes_silence_for_a_miss() -> None:
    found = the(guest("DE", stay("2026-11-02"), person="A"), guest("RU", stay("2026-10-01"), person="B"))
    for field, told in (("notices", "2 notices missed"), ("registrations", "1 registration missed")):
        tally = getattr(found, field)
        missed = msgspec.structs.replace(tally, missed=tally.unrecorded, unrecorded=())
        assert told in hosts.past(EN, LAW, msgspec.structs.replace(found, **{field: missed}))


def test_what_becomes_of_invitations_is_told_with_the_day() -> None:
    assert hosts.invitations(EN, LAW, the(guest("DE"))) == "No late notice is recorded in the last 12 months."
    assert (
        hosts.invitations(EN, LAW, the(guest("DE", LATE)))
        == "One more offence before 6 March 2027 bars invitations."
    )
    both = the(guest("DE", LATE, LATER))
    assert hosts.invitations(EN, LAW, both) == "Invitations are not considered until 5 March 2027 at least."


def test_nothing_is_concluded_of_a_host_who_is_not_known() -> None:
    unnamed, nobody = of(guest("DE", LATE, LATER, name=""), guest("DE", LATE, LATER, kind=None))
    assert "cannot be told from others" in hosts.invitations(EN, LAW, unnamed)
    assert "Nothing is concluded" in hosts.invitations(EN, LAW, nobody)
    assert hosts.why(EN, LAW, unnamed, SAFE) == hosts.why(EN, LAW, nobody, SAFE) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_it_is_so_names_the_rule_what_is_taken_for_granted_and_the_article(language: Language) -> None:
    w = words(language)
    told = hosts.why(w, LAW, the(guest("DE", LATE)), USUAL)
    assert "48" in told
    assert "{" not in told
    if language == "en":
        assert "a warning counts too" in told
        assert "usual count" in told
        assert "All stays of a guest are taken for stays with this host" in told


def test_what_may_be_marked_is_named_by_whom_which_arrival_and_which_day() -> None:
    moved = stay("2026-11-02", notified="2026-11-02", moves=[move("2026-11-25")])
    found = the(guest("DE", moved, person="A"), guest("FR", stay("2026-11-03"), person="B"))
    told = [
        hosts.task(EN, task, name) for task, name in zip(to_be_marked(found.notices), ("Anna", ""), strict=True)
    ]
    assert told == [
        "Anna · new address since 25 Nov 2026 · due 27 Nov 2026",
        "New traveller · arrived 3 Nov 2026 · was due 5 Nov 2026",
    ]


def test_of_a_day_is_told_why_nothing_was_done_on_it_or_that_it_is_late() -> None:
    (task,) = the(guest("DE", TODAY)).notices.open
    days = ("2026-11-23", "2026-11-24", "2026-11-26", "2026-11-27")
    assert [hosts.on_day(EN, task, day(one), ON) for one in days] == [
        "not here yet on this day",
        "",
        "",
        "this day is still to come",
    ]
    (over,) = to_be_marked(the(guest("FR", stay("2026-11-03"))).notices)
    assert hosts.on_day(EN, over, ON, ON) == "late on this day"
    left = the(guest("RU", stay("2026-11-03", "2027-01-10", notified="2026-11-03"))).registrations.open[0]
    assert hosts.on_day(EN, left, day("2027-01-11"), day("2027-01-12")) == "left before this day"


def test_what_was_marked_is_told_with_its_day() -> None:
    assert hosts.marked(EN, NOTICE, 3, ON) == "3 notices recorded for 26 November 2026."
    assert hosts.marked(EN, REGISTRATION, 1, ON) == "1 registration recorded for 26 November 2026."
    assert hosts.mark_title(EN, NOTICE) != hosts.mark_title(EN, REGISTRATION)
    assert hosts.mark_button(EN, 3) == "Mark 3 as done"
    assert hosts.mark_lead(EN)
