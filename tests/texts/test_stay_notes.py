from __future__ import annotations

import pytest

from kzstay.bundled import law
from kzstay.core.notes import Note
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import law as law_texts
from kzstay.texts import stay_notes
from kzstay.texts.words import words
from tests.helpers import day, plain

EN = words("en")
DAY = day("2026-09-03")


def test_what_is_not_recorded_is_told_for_how_many_stays() -> None:
    told = plain(stay_notes.note(EN, law(), Note("host-unrecorded", None, DAY, 4)))
    assert told.startswith("The host's notice is not recorded for 4 stays, the last one due on 3 September 2026.")


def test_late_notices_are_counted_and_the_law_says_how_many_are_too_many() -> None:
    row, told = law().invitations, plain(stay_notes.note(EN, law(), Note("invitations", None, DAY, 4)))
    assert f"late 4 times within {row.months} months; the last one was due on 3 September 2026" in told
    assert f"held liable {row.offences} times" in told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ["permit-address", "union-contract"])
def test_what_is_to_be_known_of_a_stay_is_told_with_its_article(language: Language, code: str) -> None:
    w = words(language)
    text = stay_notes.note(
        w, law(), Note("permit-address" if code == "permit-address" else "union-contract", 0, DAY)
    )
    assert law_texts.citations(w, law(), law().told[code].articles) in text
    assert (w.full_day(DAY) in text) == (code == "permit-address")


def test_a_transit_is_told_with_what_it_costs_to_break_its_rules() -> None:
    text = plain(stay_notes.note(words("en"), law(), Note("transit", 0, day("2026-11-22"))))
    assert "fine of 15 MCI (64 875 ₸) or expulsion, decided by a court" in text
    assert "art. 517, part 2" in text
