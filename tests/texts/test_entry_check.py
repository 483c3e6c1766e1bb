"""The entry check in sentences: what refuses comes first, and each way in has its answer, in every language."""

from __future__ import annotations

import msgspec
import pytest

from kzstay.core.assess import assess
from kzstay.core.case import Traveller
from kzstay.core.entry_check import EntryCheck, check_entry
from kzstay.core.readings import Reading
from kzstay.core.verdict import Standing
from kzstay.i18n import LANGUAGES
from kzstay.texts import entry_check as texts
from kzstay.texts.words import words
from tests.core.builders import LAW, expulsion, fine, ruled, visa
from tests.helpers import day, permit, plain, stay, traveller

EN = words("en")
USED = (stay("2026-08-01", "2026-08-30"), stay("2026-09-05", "2026-10-04"), stay("2026-10-10", "2026-11-08"))


def check(person: Traveller, days: int | None = None, purpose: str = "", entry: str = "2026-12-10") -> EntryCheck:
    return check_entry(assess(person, day("2026-11-27"), LAW), day(entry), days, purpose or None)


def lead(person: Traveller, days: int | None = None, purpose: str = "", entry: str = "2026-12-10") -> str:
    return texts.headline(EN, check(person, days, purpose, entry)).lead


def said(person: Traveller, days: int | None = None, purpose: str = "") -> str:
    found = check(person, days, purpose)
    told = [*texts.facts(EN, found), *texts.notes(EN, found), *texts.purposed(EN, found)]
    return plain(" ".join([*told, *texts.after_notes(EN, found)]))


@pytest.mark.parametrize(
    ("person", "days", "purpose", "expected"),
    [
        (traveller("DE"), None, "", "You can enter without a visa, for up to 30 days"),
        (traveller("DE"), 10, "tourism", "You can enter without a visa, for up to 30 days"),
        (traveller("DE"), 31, "", "You can enter without a visa, but not for 31 days"),
        (
            traveller("DE"),
            None,
            "work",
            "For this purpose you need a visa, although you may come without one for others",
        ),
        (traveller("RU"), None, "work", "You can enter without a visa, for up to 90 days"),
        (traveller("PK"), None, "", "You need a visa"),
        (traveller("NG"), None, "business", "You need a visa"),
        (traveller("DE", *USED), None, "", "You cannot enter without a visa on this day: no days are left"),
        (
            traveller("DE", permits=[permit("2025-01-01", "2030-01-01", "residence")]),
            None,
            "",
            "You can enter: you have a permanent residence permit",
        ),
        (
            traveller("PK", permits=[permit("2026-12-01", "2026-12-31")]),
            None,
            "",
            "You can enter on the visa or permit that is entered, and stay until 31 December 2026",
        ),
        (
            traveller("DE", stay("2026-12-01", "2026-12-20")),
            None,
            "",
            "This day lies within your stay of 1 Dec 2026 – 20 Dec 2026.",
        ),
        (
            ruled(traveller("DE", stay("2026-05-01", "2026-06-04")), fine("2026-06-04")),
            10,
            "work",
            "Entry is refused: no entry before the fine served on 4 Jun 2026 is paid",
        ),
        (
            ruled(traveller("DE"), expulsion("2024-06-01", "2024-06-10", executed="2024-06-10")),
            None,
            "",
            "Entry is refused: entry is banned to the end of 10 June 2029",
        ),
    ],
)
def test_the_large_answer(person: Traveller, days: int | None, purpose: str, expected: str) -> None:
    assert plain(lead(person, days, purpose)).removesuffix(".") == expected.removesuffix(".")


def test_a_citizen_is_told_that_nothing_is_needed() -> None:
    found = check(traveller("KZ"), 10, "work")
    assert "citizen of Kazakhstan" in texts.headline(EN, found).lead
    assert texts.facts(EN, found) == texts.purposed(EN, found) == texts.after(EN, found) == []


def test_what_is_not_known_is_said_to_be_so() -> None:
    unknown = texts.headline(EN, check(traveller("PK", passport="service")))
    assert (unknown.standing, unknown.standing_text) == (Standing.NO_REGIME, "not known for sure")
    assert "agreement" in lead(traveller("PK", passport="diplomatic"))
    assert "not known here" in lead(traveller("DE"), entry="2012-01-01")


def test_an_order_to_leave_is_told_before_the_days() -> None:
    person = ruled(traveller("RU", stay("2026-11-01")), expulsion("2026-11-20", "2026-11-30"))
    told = texts.facts(EN, check(person))
    assert ", leave by Monday, 30 November 2026" in told[0]
    shortened = msgspec.structs.replace(person.rulings[0], kind="shortened", leave_by=None)
    assert "cannot be told" in lead(ruled(person, shortened))


def test_the_days_asked_for_are_judged() -> None:
    assert "By the days, the trip of 10 days" in said(traveller("DE"), 10)
    assert "1 day too long" in said(traveller("DE"), 31)
    assert "The last day of the longest stay is 8 January 2027." in said(traveller("DE"))


def test_what_the_strict_count_assumes_is_told() -> None:
    found = check(traveller("DE", stay("2026-11-11"), stay("2027-01-08", "2027-01-24")), entry="2026-12-20")
    told = " ".join(texts.notes(EN, found))
    assert "This assumes that you leave" in told
    usual = check_entry(
        assess(traveller("GE"), day("2026-11-27"), LAW, Reading.USUAL), day("2026-12-10"), None, None
    )
    assert "By the usual count" not in " ".join(texts.notes(EN, usual))


def test_a_purpose_has_its_visas_and_its_risk() -> None:
    work = said(traveller("DE"), 10, "work")
    assert "C3, C4, C5, C6" in work
    assert "expulsion" in work
    assert "days possible" not in work
    contract = said(traveller("BY"), 10, "work")
    assert "no visa and no work permit" in contract
    assert "Armenia, Belarus, Kyrgyzstan, Russia" in contract
    assert "temporary residence permit issued for it" in said(traveller("UA"), 10, "study")
    assert "may be for this purpose" in said(traveller("DE"), 10, "tourism")
    assert "was not found. Ask a consulate" in said(traveller("DE"), 10, "remote")
    assert "get a visa for it before you come" in said(traveller("DE"), 10, "settle")
    assert "tied to its route" in said(traveller("DE"), 2, "transit")
    assert "The category of the visa for it was not found" in said(traveller("PK"), 10, "transit")


def test_an_electronic_visa_is_promised_for_nothing_that_no_source_names() -> None:
    assert "An electronic visa may be issued for it." in said(traveller("NG"), None, "business")
    work = said(traveller("NG"), None, "work")
    assert "apply to a consulate" in work
    assert "An electronic visa may be issued" not in work


def test_a_visa_that_gives_no_more_is_told_apart() -> None:
    person = traveller("PK", permits=[visa("2026-01-01", "2026-06-01", days=30)])
    assert "A new visa is needed" in said(person)
    entered = traveller("PK", permits=[permit("2026-12-01", "2026-12-31")])
    assert "says what the stay is for" in said(entered, None, "work")


def test_the_days_after_the_arrival_are_those_of_the_visa_that_is_supposed() -> None:
    assert "taken to be for the days" in said(traveller("PK"), 10)
    assert "Leave before the visa ends." in said(traveller("PK"))
    rows = texts.after(EN, check(traveller("PK"), 10))
    assert [who for _, _, who in rows] == ["host", "traveller"]


def test_what_later_stays_need_is_told_beside_the_last_lawful_day() -> None:
    # 60 of 90 days are used and 23 of the other 30 are planned for January: seven are left
    used = stay("2026-08-01", "2026-08-30"), stay("2026-09-05", "2026-10-04")
    person = traveller("DE", *used, stay("2027-01-02", "2027-01-24"))
    found = check(person, entry="2026-12-01")
    assert found.longest is not None
    assert found.longest.days == 7
    assert texts.after_notes(EN, found) == ["For the later stays to remain lawful: leave by 7 December 2026"]


def test_where_it_is_open_whether_one_must_register_that_is_said() -> None:
    told = " ".join(what for _, what, _ in texts.after(EN, check(traveller("PK"), 60)))
    assert "Ask the migration police" in told


def test_an_unknown_purpose_is_told_with_those_there_are() -> None:
    told = texts.no_such_purpose(EN, "holi\x1bday" + "x" * 500, "tourism, work")
    assert "\x1b" not in told
    assert "tourism, work" in told
    assert len(told) < 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_purpose_and_every_state_has_its_sentences(language: str) -> None:
    w = words(language)  # type: ignore[arg-type]
    names = [texts.purpose(w, code) for code in LAW.entry.purposes]
    assert len(set(names)) == len(names)
    for code in ("DE", "RU", "UA", "CN", "NG", "PK", "KZ", "XXA"):
        for purpose in (None, *LAW.entry.purposes):
            found = check_entry(assess(traveller(code), day("2026-11-27"), LAW), day("2026-12-10"), 40, purpose)
            told = [texts.headline(w, found).lead, *texts.facts(w, found), *texts.notes(w, found)]
            told += [*texts.purposed(w, found), *(what for _, what, _ in texts.after(w, found))]
            assert all(told)
            assert not any("{" in text or ".." in text for text in told)


def test_who_is_here_too_long_reads_of_the_ban_before_the_days() -> None:
    late = traveller("DE", stay("2026-10-17", notified="2026-10-19"))  # twelve days over on the day of reckoning
    told = texts.facts(EN, check(late))
    assert told[0].startswith(
        "That holds only if no fine stays unpaid, which bars entry, and no expulsion is decided"
    )
