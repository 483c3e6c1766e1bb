"""The title over what is said of one duty."""

from __future__ import annotations

import pytest

from kzstay.core.assess import assess
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import duties
from kzstay.texts.duty_titles import state_now, title_alone
from kzstay.texts.words import words
from tests.core.builders import LAW, fine, ruled
from tests.helpers import day, move, stay, traveller

WHO = ruled(traveller("RU", stay("2026-11-09", moves=[move("2026-11-16")])), fine("2026-11-18"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_tells_the_duty_what_it_is_for_and_its_day(language: Language) -> None:
    w = words(language)
    a = assess(WHO, day("2026-11-22"), LAW)
    titles = [title_alone(w, a, duty) for duty in a.duties]
    assert len(set(titles)) == len(titles)
    for duty, title in zip(a.duties, titles, strict=True):
        assert duties.title(w, a, duty) in title
        assert w.day(duty.due.safe) in title


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_done_yet_is_told_apart_from_what_is_to_be_done(language: Language) -> None:
    w = words(language)
    a = assess(traveller("DE", stay("2026-11-11"), stay("2027-01-08", "2027-01-20")), day("2026-11-22"), LAW)
    told = {duty.stay: state_now(w, a, duty) for duty in a.duties if duty.state == "open"}
    assert len(set(told.values())) == len(told)
