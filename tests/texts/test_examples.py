"""Each example is told in a few words, in each language."""

from __future__ import annotations

import pytest

from kzstay.bundled import EXAMPLES
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.examples import about
from kzstay.texts.words import words


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_told_and_no_two_alike(language: Language) -> None:
    told = {about(words(language), name) for name in EXAMPLES}
    assert len(told) == len(EXAMPLES)
    assert not any(text.endswith(".") for text in told)
