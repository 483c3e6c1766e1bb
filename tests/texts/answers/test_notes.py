"""What is needed without a term, what bars an entry, and what the reader should know beside the answer."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from kzstay.bundled import law
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import PassportKind, Permit, Ruling, Traveller
from kzstay.core.law.schema import Need
from kzstay.core.notes import Note, NoteCode
from kzstay.core.readings import Reading
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import answers, needs
from kzstay.texts import law as law_texts
from kzstay.texts.words import words
from tests.helpers import day, permit, plain, stay, traveller

EN = words("en")
EXPELLED = Ruling(kind="expulsion", served=day("2026-03-20"), executed=day("2026-04-01"))


def answer(who: Traveller, on: str) -> Assessment:
    return assess(who, day(on), law(), Reading.SAFE)


@pytest.mark.parametrize(
    ("country", "passport", "need", "standing"),
    [
        ("AF", "national", "visa", "needs a visa"),
        ("EG", "national", "e-visa", "needs a visa"),
        ("EG", "diplomatic", "days-unknown", "a visa may be needed"),
        ("EG", "service", "unknown", "a visa may be needed"),
    ],
)
def test_what_is_needed_without_a_term_is_said_at_once(
    country: str, passport: PassportKind, need: Need, standing: str
) -> None:
    outside = answer(traveller(country, passport=passport), "2026-11-22")
    here = answer(traveller(country, stay("2026-11-11"), passport=passport), "2026-11-22")
    assert outside.need == here.need == need
    assert answers.lead(EN, outside) == needs.now(EN, need)
    assert answers.lead(EN, here) == needs.here(EN, need)
    assert answers.standing_of(EN, here) == standing
    assert answers.standing_of(EN, outside) == "outside Kazakhstan"
    assert any(answers.note(EN, one, outside) == needs.now(EN, need) for one in outside.notes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_need_is_told_apart(language: Language) -> None:
    for say in (needs.now, needs.here):
        told = [say(words(language), need) for need in get_args(Need)]
        assert len(set(told)) == len(told)
        assert all(text.endswith(".") for text in told)


def test_who_is_here_without_a_term_is_told_to_enter_the_visa_or_to_leave() -> None:
    a = answer(traveller("XXA", stay("2026-11-11")), "2026-11-22")
    assert answers.lead(EN, a).endswith("Without one, leave or ask the migration police.")
    assert a.sound  # what was not entered is not missed


def test_an_entry_under_a_ban_is_told_as_one() -> None:
    who = msgspec.structs.replace(traveller("DE", stay("2026-11-11")), rulings=(EXPELLED,))
    a = answer(who, "2026-11-22")
    assert answers.lead(EN, a) == "Entry was banned on the day you entered"
    planned = msgspec.structs.replace(traveller("DE", stay("2027-01-08", "2027-01-20")), rulings=(EXPELLED,))
    b = answer(planned, "2026-11-22")
    assert answers.stay_status(EN, b, b.stays[0]) == "planned · entry is refused"
    assert answers.lead(EN, b).startswith("Entry is banned to the end of")


def test_notes_say_what_is_not_known() -> None:
    a = answer(traveller("NI", stay("2026-01-10"), stay("2026-11-11"), passport="service"), "2026-11-22")
    told = [plain(answers.note(EN, one, a)) for one in a.notes]
    assert any(
        text.startswith("The exit of the stay that began on 10 January 2026 is not recorded") for text in told
    )
    assert any(text.startswith("No visa-free term is known for an entry on 11 November 2026") for text in told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_note_is_told_of_a_stay_and_of_a_person(language: Language) -> None:
    here = [permit("2026-01-01", "2034-12-31", "residence")]  # of which a note tells
    who = traveller("DE", stay("2026-11-11"), permits=here)
    who = msgspec.structs.replace(who, rulings=(Ruling(kind="fine", served=day("2026-11-05")),))
    w, a = words(language), answer(who, "2026-12-07")
    told = [
        answers.note(w, Note(code, stay, day("2026-11-13")), a)
        for code in get_args(NoteCode)
        for stay in (None, 0)
    ]
    assert all(text.endswith(".") and "{" not in text and "None" not in text for text in told)
    assert len(set(told)) >= len(get_args(NoteCode))


def test_notes_of_papers_name_their_day() -> None:
    who = msgspec.structs.replace(
        traveller("DE", stay("2026-10-01", "2026-10-05"), stay("2026-11-11")),
        permits=(Permit(kind="visa", first=day("2026-10-01"), until=day("2026-12-01"), entries=1),),
        rulings=(EXPELLED, Ruling(kind="fine", served=day("2026-11-05"))),
    )
    a = answer(who, "2026-11-22")
    told = {one.code: plain(answers.note(EN, one, a)) for one in a.notes}
    assert "began on 11 November 2026" in told["entries-used"]
    assert told.keys() <= {"entries-used", "host-unrecorded"}, "what bars is told before any note"


def test_late_notices_are_counted_and_the_law_says_how_many_are_too_many() -> None:
    late = (
        stay("2026-05-20", "2026-05-30", notified="2026-05-30"),
        stay("2026-10-01", "2026-10-10", notified="2026-10-10"),
    )
    again = stay("2026-10-20", "2026-10-30", notified="2026-10-30")
    a = answer(traveller("DE", *late, again), "2026-11-22")
    found = next(one for one in a.notes if one.code == "invitations")
    row = law().invitations
    told = answers.note(EN, found, a)
    assert f"late 3 times within {row.months} months" in told
    assert f"held liable {row.offences} times" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_to_be_known_of_a_stay_is_told_with_its_article(language: Language) -> None:
    w, a = words(language), answer(traveller("BY", stay("2026-11-11")), "2026-11-22")
    for code in ("permit-address", "union-contract"):
        text = answers.note(w, Note(code, 0, day("2026-11-16")), a)
        assert law_texts.citations(w, law(), law().told[code].articles) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_calendar_that_is_not_confirmed_is_named_by_its_year(language: Language) -> None:
    found = answers.note(
        words(language),
        Note("calendar-not-confirmed", 0, day("2027-01-13")),
        answer(traveller("DE", stay("2026-11-11")), "2026-12-07"),
    )
    assert found.count("2027") >= 1
    assert words(language).full_day(day("2027-01-13")) in found
