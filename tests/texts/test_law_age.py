"""The age of the law data in words: nothing while it is new, then that it is old, then not to rely on it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kzstay.core.assess import assess
from kzstay.core.law.loading import Law
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import answers, law_age
from kzstay.texts.words import words
from tests.core.builders import LAW
from tests.helpers import day, stay, traveller

EN = words("en")


def after(days: int, law: Law = LAW) -> str:
    return law_age.told(EN, law, law.collected + timedelta(days))


@pytest.mark.parametrize("language", LANGUAGES)
def test_as_long_as_it_is_not_old_only_its_day_is_told(language: Language) -> None:
    w, on = words(language), LAW.collected + timedelta(LAW.old.over_days)
    assert (law_age.told(w, LAW, on), law_age.brief(w, LAW, on)) == ("", "")
    assert w.full_day(LAW.collected) in law_age.collected(w, LAW, on)
    assert law_age.collected(w, LAW, on) == law_age.collected(w, LAW, LAW.collected)


@pytest.mark.parametrize("language", LANGUAGES)
def test_then_it_is_told_with_its_day_and_how_old_it_is(language: Language) -> None:
    w, on = words(language), day("2029-06-01")
    for told in (law_age.told(w, LAW, on), law_age.collected(w, LAW, on)):
        assert w.full_day(LAW.collected) in told
        assert "30" in told  # months from 22 November 2026
    assert w.day(LAW.collected) in law_age.brief(w, LAW, on)


def test_the_words_are_strong_from_the_day_of_the_row_on() -> None:
    row = LAW.old
    assert after(row.over_days + 1).startswith("The law data is old: ")
    assert after(row.strong_days - 1).startswith("The law data is old: ")
    assert after(row.strong_days).startswith("The law data is out of date: ")
    assert "Do not rely on this answer before you have looked for a newer kzstay." in after(row.strong_days)
    first = LAW.collected + timedelta(row.strong_days)
    assert law_age.is_strong(LAW, first)
    assert not law_age.is_strong(LAW, first - timedelta(1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_note_says_what_is_told_of_the_case(language: Language) -> None:
    w = words(language)
    a = assess(traveller("DE", stay("2026-11-11")), day("2027-06-01"), LAW)
    (note,) = [note for note in a.notes if note.code == "law-old"]
    assert answers.note(w, note, a) == law_age.told(w, LAW, a.on)
    assert note not in answers.notes(w, a)  # once for a case, and not of each traveller
