from __future__ import annotations

import pytest

from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import lettering
from kzstay.texts.words import words


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_letter_is_named_with_its_code(language: Language) -> None:
    told = lettering.missing(words(language), "김\u093e\ue000")
    assert "김 (U+AE40), U+093E, U+E000" in told
    assert "PDF" in told


def test_where_nothing_lacks_nothing_is_told() -> None:
    assert lettering.missing(words("en"), "") == ""


def test_of_many_letters_some_are_named() -> None:
    told = lettering.missing(words("en"), "".join(map(chr, range(0xAC00, 0xAC20))))
    assert told.count("U+") == 8
    assert "U+AC07), …" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_paper_no_letter_is_shown_that_cannot_be(language: Language) -> None:
    told = lettering.on_paper(words(language), "김\U00010000", "[…]")
    assert "[…]" in told
    assert "U+AE40, U+10000" in told
    assert "김" not in told
    assert lettering.no_name(words(language))
