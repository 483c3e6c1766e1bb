"""What the mouse does is told in words of each language."""

from __future__ import annotations

import pytest

from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from kzstay.ui.timeline.gestures import GESTURES


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_gesture_is_told_once(language: Language) -> None:
    w = words(language)
    told = [how(w) for how, _what in GESTURES]
    assert len(set(told)) == len(told)
    assert all(what(w) for _how, what in GESTURES)
