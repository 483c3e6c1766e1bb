"""What is said of a typed day: the day in words, and the other one where somebody may have meant that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import day_echo
from kzstay.texts.typed_days import TypedDay, typed_count, typed_day
from kzstay.texts.words import words
from tests.helpers import day, plain

TODAY = day("2026-11-22")
EN = words("en")


def echo(text: str) -> str:
    found = typed_day(text, TODAY)
    assert found is not None
    return plain(day_echo.understood(EN, found))


def test_the_other_order_is_told_where_it_is_another_day() -> None:
    assert echo("04/05/26") == "Monday, 4 May 2026. The day comes first: for 5 April 2026 type 05.04.2026."
    assert echo("04.05.26") == "Monday, 4 May 2026"
    assert echo("4 May 2026") == "Monday, 4 May 2026"
    assert echo("5/5/26") == "Tuesday, 5 May 2026"


def test_a_month_that_stands_first_is_refused_with_the_day_that_it_would_be() -> None:
    assert plain(day_echo.not_a_day(EN, "4/13/26", TODAY)) == (
        "“4/13/26” has no such month: the day comes first. For 13 April 2026 type 13.04.2026."
    )
    with pytest.raises(ValueError, match="TypedDay"):
        day_echo.understood(EN, TypedDay(None, TODAY))


def test_the_words_of_the_glossary_are_used() -> None:
    for language, told in (
        ("ru", "«х» не похоже на дату. Введите, например, 15.12.2026."),
        ("kk", "«х» күн ретінде танылмады. Мысалы, былай енгізіңіз: 15.12.2026."),
    ):
        assert day_echo.not_a_day(words(language), "х", TODAY) == told  # type: ignore[arg-type]


def test_the_last_of_some_days_is_told() -> None:
    assert (
        plain(day_echo.counted(EN, day("2026-03-14"), 10))
        == "Saturday, 14 March 2026: 10 days, the first included"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.text(max_size=20))
def test_any_text_that_is_no_day_is_told_so(language: Language, text: str) -> None:
    w = words(language)
    assert day_echo.not_a_day(w, text, TODAY)
    assert "{text}" in day_echo.not_a_day(w, "{text}", TODAY)
    assert (day_echo.not_counted(w, text, TODAY) == day_echo.not_a_day(w, text, TODAY)) is (
        typed_count(text) is None
    )
    assert day_echo.not_counted(w, "20d", TODAY) != day_echo.not_a_day(w, "20d", TODAY)
