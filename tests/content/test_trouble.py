"""What now: the path in words, the sections that the guide lends, and what helps most."""

from __future__ import annotations

import pytest

from kzstay import bundled
from kzstay.content.trouble import Advice, advice
from kzstay.core.assess import assess
from kzstay.core.case import Traveller
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from tests.core.builders import LAW, expulsion, fine, ruled
from tests.helpers import day, stay, traveller

GUIDE = bundled.guide()
LATE = traveller("DE", stay("2026-10-20", notified="2026-10-21"))
ABROAD = traveller("DE", stay("2026-09-01", "2026-09-10", notified="2026-09-02"))


def advised(who: Traveller, language: Language = "en", on: str = "2026-11-22") -> Advice | None:
    return advice(words(language), assess(who, day(on), LAW), GUIDE)


def test_nothing_is_advised_where_nothing_presses() -> None:
    assert advised(traveller("DE", stay("2026-11-02", notified="2026-11-02"))) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_topic_lends_what_to_do_to_bring_and_to_ask_for(language: Language) -> None:
    found = advised(ruled(LATE, expulsion("2026-11-20", "2026-11-25")), language)
    assert found is not None
    assert (found.topic, found.others[0]) == ("told-to-leave", "appeal")
    assert {"do", "bring", "rights"} <= set(found.sections)
    for heading, text in found.sections.values():
        assert heading
        assert not heading.startswith("#")
        assert "{" not in text
        assert not text.startswith("#")


@pytest.mark.parametrize(
    ("who", "first"),
    [
        (LATE, "call"),
        (ruled(LATE, expulsion("2026-11-20", "2026-11-25")), "complaint"),
        (ruled(LATE, expulsion("2026-11-16", "2026-11-20")), "call"),  # it would stop nothing any more
        (ruled(ABROAD, fine("2026-11-20")), "complaint"),
        (ruled(ABROAD, fine("2026-09-08")), "call"),  # its term is over
        (traveller("DE", stay("2026-11-22")), "record"),
        (traveller("DE", stay("2026-10-26", notified="2026-10-27")), "calendar"),
    ],
)
def test_what_helps_most_comes_first(who: Traveller, first: str) -> None:
    found = advised(who)
    assert found is not None
    assert found.first == first


def test_a_line_joins_its_notes() -> None:
    found = advised(LATE)
    assert found is not None
    now = next(line for line in found.path if line.when == "now")
    assert now.note.startswith("fine of 10 MCI")
    assert " · Code on Administrative Offences" in now.note
    assert [told for _, told in found.records] == ["Record that you left"]
