"""Every way in which a day is written reads back as that day, or is asked or refused; never as another day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from kzstay.i18n import LANGUAGES, Language, cldr
from kzstay.texts.typed_days import (
    TypedDay,
    counted_from,
    month,
    number_of_days,
    typed_birthday,
    typed_count,
    typed_day,
)
from kzstay.texts.words import words
from tests.helpers import day

TODAY = day("2026-11-22")
FIFTH = day("2026-03-05")
days = st.dates(date(1991, 1, 1), date(2199, 12, 31))
of_this_century = st.dates(date(2000, 1, 1), date(2099, 12, 31))
languages = st.sampled_from(LANGUAGES)
forms = st.sampled_from(("format", "standalone", "short", "short_standalone"))
KAZAKH_ON_RUSSIAN_KEYS = str.maketrans("әғқңөұүһі", "агкноуухи")


def named(language: Language, form: str, one: date) -> str:
    return cldr(language)["months"][form][one.month - 1]


# With a name of the month: nothing is open


WORDED: list[Callable[[date, str], str]] = [
    lambda d, m: f"{d.day} {m} {d.year}",
    lambda d, m: f"{d.day:02} {m}, {d.year}",
    lambda d, m: f"{d.day}. {m} {d.year}",
    lambda d, m: f"{d.day}-{m}-{d.year}",
    lambda d, m: f"{d.day}{m}{d.year}",
    lambda d, m: f"{m} {d.day}, {d.year}",
    lambda d, m: f"{m} {d.day} {d.year}",
    lambda d, m: f"{m.upper()} {d.day}, {d.year}",
    lambda d, m: f"{d.year} {d.day} {m}",
    lambda d, m: f"{d.year} {m} {d.day}",
    lambda d, m: f"{d.year} жылғы {d.day} {m}",
    lambda d, m: f"{d.year} жылдың {d.day} {m}",
    lambda d, m: f"{d.day} {m} {d.year} г.",
    lambda d, m: f"{d.day} {m} {d.year}\N{NO-BREAK SPACE}года",
    lambda d, m: f"  {d.day}  {m}  {d.year}  ",
]


@example(day("2026-07-01"), "kk", "format", WORDED[3], TODAY)  # whose month begins as an ending does
@given(days, languages, forms, st.sampled_from(WORDED), days)
def test_a_day_with_a_named_month_reads_back_in_every_language(
    one: date, language: Language, form: str, write: Callable[[date, str], str], today: date
) -> None:
    assert typed_day(write(one, named(language, form, one)), today) == TypedDay(one)


@given(days, languages, days)
def test_what_the_program_writes_reads_back(one: date, language: Language, today: date) -> None:
    w = words(language)
    for text in (w.long_day(one), w.full_day(one), w.day(one), w.numeric_day(one)):
        assert typed_day(text, today) == TypedDay(one)


@given(days)
def test_english_ordinals_read_back(one: date) -> None:
    th = "th" if 11 <= one.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(one.day % 10, "th")
    name = named("en", "format", one)
    for text in (
        f"{one.day}{th} {name} {one.year}",
        f"{name} {one.day}{th}, {one.year}",
        f"{one.day}{th} of {name} {one.year}",
    ):
        assert typed_day(text, TODAY) == TypedDay(one)


@given(days)
def test_kazakh_reads_back_with_the_ending_behind_a_year_and_without_its_own_letters(one: date) -> None:
    name = named("kk", "format", one)
    assert typed_day(f"{one.day} {name.translate(KAZAKH_ON_RUSSIAN_KEYS)} {one.year}", TODAY) == TypedDay(one)
    ending = {"шілде": "шілдесі", "қыркүйек": "қыркүйегі", "қараша": "қарашасы", "сәуір": "сәуірі"}.get(
        name, f"{name}ы"
    )
    assert typed_day(f"{one.year} жылдың {one.day} {ending}", TODAY) == TypedDay(one)


@pytest.mark.parametrize(
    "text",
    [
        *("March 5, 2026", "Mar 5 2026", "5th April 2026", "5. April 2026", "5 марта 2026", "5 наурыз 2026"),
        *("5 мар 26", "5-Mar-26", "5 mar '26", "thu, 5 march 2026", "чт 5 марта 2026 г.", "5-го марта 2026 года"),
        *("5-наурыз", "5-наурыз 2026", "2026 жылғы 5-наурыз"),
        *("2026 жылғы 5 наурыз, бейсенбі", "2026 ж. 5 нау.", "March 5", "5 марта", "5 наурыз", "5-ші наурыз"),
    ],
)
def test_days_as_people_write_them(text: str) -> None:
    found = typed_day(text, TODAY)
    assert found is not None
    assert found.month_first is None
    assert found.day == (day("2026-04-05") if "pril" in text else FIFTH)


@given(languages, languages, forms, st.integers(1, 12))
def test_no_name_of_a_month_means_another_month_elsewhere(
    one: Language, other: Language, form: str, number: int
) -> None:
    name = cldr(one)["months"][form][number - 1]
    assert month(name) == number
    for names in cldr(other)["months"].values():
        assert all(month(found) == place for place, found in enumerate(names, 1))


# In figures: the day comes first, and where the month might the reader is told


@given(days, st.sampled_from("/- "))
def test_figures_are_read_day_first_and_the_other_order_is_told(one: date, sign: str) -> None:
    found = typed_day(f"{one.day}{sign}{one.month}{sign}{one.year}", TODAY)
    assert found is not None
    assert found.day == one
    if one.day <= 12 and one.day != one.month:
        assert found.month_first == date(one.year, one.day, one.month)
    else:
        assert found.month_first is None


@given(days, st.sampled_from("/-. "))
def test_figures_with_the_month_first_are_refused_with_what_they_would_be(one: date, sign: str) -> None:
    assume(one.day > 12)
    assert typed_day(f"{one.month}{sign}{one.day}{sign}{one.year}", TODAY) == TypedDay(None, one)


@given(days)
def test_nothing_is_open_where_the_year_comes_first_or_dots_part_them(one: date) -> None:
    for text in (one.isoformat(), f"{one:%Y/%m/%d}", f"{one.year}.{one.month}.{one.day}", f"{one:%Y%m%d}"):
        assert typed_day(text, TODAY) == TypedDay(one)
    assert typed_day(f"{one.day}.{one.month}.{one.year}", TODAY) == TypedDay(one)


@given(days)
def test_a_run_of_figures_is_one_day_only(one: date) -> None:
    found = typed_day(f"{one:%d%m%Y}", TODAY)
    assert found is not None
    assert found.day == one


@given(of_this_century)
def test_a_birthday_is_told_in_the_past_in_both_orders(one: date) -> None:
    found = typed_birthday(f"{one:%d/%m/%y}", TODAY)
    assert found is not None
    assert found.day is None or found.day <= TODAY
    assert found.month_first is None or found.month_first <= TODAY


# By words and by numbers of days


@pytest.mark.parametrize(
    ("texts", "away"),
    [
        (("today", "Today", "сегодня", "бүгін", "бугин", " today "), 0),
        (("tomorrow", "завтра", "ертең"), 1),
        (("yesterday", "вчера", "кеше"), -1),
        (("послезавтра", "бүрсігүні"), 2),
    ],
)
def test_days_by_their_distance_from_today(texts: tuple[str, ...], away: int) -> None:
    for text in texts:
        assert typed_day(text, TODAY) == TypedDay(TODAY + timedelta(away))


def test_no_day_comes_before_the_first_or_after_the_last_of_all() -> None:
    assert typed_day("yesterday", date.min) == TypedDay(None)
    assert counted_from(date.max, 2) is None


@given(st.integers(1, 9999))
def test_numbers_of_days_in_three_languages(number: int) -> None:
    for text in (
        "+{}",
        "+ {}",
        "{}d",
        "{} days",
        "{} дней",
        "{} дн.",
        "{} күн",
        "+{} days",
        "{} DAYS",
        "{} суток",
    ):
        assert typed_count(text.format(number)) == number


@pytest.mark.parametrize(
    "text", ["", "20", "0d", "+0", "-5", "20 x", "20 march", "d", "+", "1.5d", "20d 3", "+1000000"]
)
def test_what_is_no_number_of_days(text: str) -> None:
    assert typed_count(text) is None


@given(st.integers(1, 9999))
def test_where_days_alone_are_asked_for_the_word_may_be_left_out(number: int) -> None:
    for text in ("{}", "{}d", "{} дней", "+{}"):
        assert number_of_days(text.format(number)) == number
    assert number_of_days("0") is None
    assert number_of_days("soon") is None


@given(days, st.integers(1, 3000))
def test_days_are_counted_with_the_first(entry: date, number: int) -> None:
    last = counted_from(entry, number)
    assert last is not None
    assert (last - entry).days + 1 == number


@given(st.integers(1, 9999), st.sampled_from(["{}d", "{} days", "{} дней", "{} күн", "+{}"]))
def test_no_number_of_days_is_a_day_and_no_day_a_number(number: int, form: str) -> None:
    assert typed_day(form.format(number), TODAY) is None
    assert typed_count(str(FIFTH)) is None


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    found, count = typed_day(text, TODAY), typed_count(text)
    assert found is None or isinstance(found, TypedDay)
    assert count is None or count > 0
