"""What an entry needs, in the three places that say it."""

from __future__ import annotations

from typing import get_args

import pytest

from kzstay.core.law.schema import Need
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import needs
from kzstay.texts.words import words


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_need_has_a_sentence_of_its_own_in_each_place(language: Language) -> None:
    w = words(language)
    kinds = get_args(Need)
    told = [text for need in kinds for text in (needs.now(w, need), needs.rule(w, need))]
    told += [needs.on_day(w, need, "5 May 2026") for need in kinds]
    assert len(set(told)) == 3 * len(kinds)
    assert all(text.endswith(".") for text in told)
    assert all("5 May 2026" in text for text in told[-len(kinds) :])
