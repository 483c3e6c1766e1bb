"""Parts of articles by what they are for."""

from __future__ import annotations

import pytest

from kzstay.bundled import law
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import parts
from kzstay.texts.words import words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_law_is_named_by_what_it_is_for(language: Language) -> None:
    rows = law().parts
    names = [parts.name(words(language), row.part) for row in rows]
    assert len(set(names)) == len(names)
    assert not {row.part for row in rows} & set(names)


def test_a_part_that_has_no_name_is_called_by_its_number() -> None:
    assert parts.name(words("en"), "1(1)") == "1(1)"
