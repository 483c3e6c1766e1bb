"""What is written on the timeline and told of its parts."""

from __future__ import annotations

import pytest

from kzstay.texts import timeline
from kzstay.texts.words import words
from tests.helpers import day, span

EN = words("en")
WINDOW = span("2026-05-26", "2026-11-22")


def test_only_the_real_today_is_called_so() -> None:
    assert timeline.pill(EN, day("2026-11-22"), day("2026-11-22")) == "today"
    assert timeline.pill(EN, day("2026-11-22"), day("2026-11-26")) == "22 Nov 2026"
    assert timeline.pill(EN, day("2026-11-22"), None) == "22 Nov 2026"


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_words_of_the_bracket_grow_shorter_step_by_step_and_keep_their_figures(language: str) -> None:
    texts = timeline.bracket(words(language), 180, WINDOW, 68, 90)  # pyright: ignore[reportArgumentType]
    assert sorted(texts, key=len, reverse=True) == list(texts)
    assert all("68" in text for text in texts)
    assert "180" in texts[0]
    assert "181" in texts[0]


def test_where_the_rule_and_the_count_agree_one_number_is_named() -> None:
    assert timeline.period(EN, 181, 181) == "181 days"
    assert timeline.period(EN, None, 365) == "365 days"
    assert timeline.period(EN, 180, 181) == "180 days, counted strictly: 181"


def test_more_used_than_the_limit_leaves_nothing_free() -> None:
    texts = timeline.bracket(EN, 180, WINDOW, 95, 90)
    assert texts[0].endswith("95 used, 0 free")
    assert texts[-1] == "95 / 90"


def test_lines_are_put_together_as_they_are_said() -> None:
    assert timeline.aloud(["within limits", "The notice is done."]) == "within limits; The notice is done"
    assert timeline.aloud([]) == ""
