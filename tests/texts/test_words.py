from __future__ import annotations

import re
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.bundled import countries
from kzstay.core.case import FIRST_YEAR, LAST_YEAR
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import DateForm, words
from tests.helpers import day, plain, span

EN, RU, KK = (words(language) for language in LANGUAGES)
THE_DAY = day("2026-12-15")
TODAY = day("2026-11-22")

days = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
languages = st.sampled_from(LANGUAGES)


# Dates, as the glossary has them (C1)


@pytest.mark.parametrize(
    ("language", "long", "full", "table", "axis"),
    [
        ("en", "Tuesday, 15 December 2026", "15 December 2026", "15 Dec 2026", "December 2026"),
        ("ru", "вторник, 15 декабря 2026 г.", "15 декабря 2026 г.", "15.12.2026", "декабрь 2026 г."),
        ("kk", "2026 жылғы 15 желтоқсан, сейсенбі", "2026 ж. 15 желтоқсан", "15.12.2026", "2026 ж. желтоқсан"),
    ],
)
def test_a_day_is_written_as_its_language_writes_it(
    language: Language, long: str, full: str, table: str, axis: str
) -> None:
    w = words(language)
    assert plain(w.long_day(THE_DAY)) == long
    assert plain(w.full_day(THE_DAY)) == full
    assert plain(w.day(THE_DAY)) == table
    assert plain(w.month_year(THE_DAY, short=False)) == axis


def test_a_day_in_a_tight_place_has_a_short_month() -> None:
    assert [plain(w.day_month(THE_DAY)) for w in (EN, RU, KK)] == ["15 Dec", "15 дек.", "15 жел."]
    assert [plain(w.month(THE_DAY)) for w in (EN, RU, KK)] == ["Dec", "дек", "жел"]


def test_the_abbreviated_year_does_not_leave_its_number() -> None:
    for text in (RU.long_day(THE_DAY), RU.full_day(THE_DAY), RU.month_year(THE_DAY)):
        assert text.endswith("2026\N{NO-BREAK SPACE}г.")
    for text in (KK.full_day(THE_DAY), KK.month_year(THE_DAY)):
        assert text.startswith("2026\N{NO-BREAK SPACE}ж. ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_is_written_for_typing_with_two_dots(language: Language) -> None:
    assert words(language).numeric_day(day("2026-03-05")) == "05.03.2026"


@given(days)
def test_kazakh_names_the_year_first_and_the_weekday_last(day: date) -> None:
    assert re.fullmatch(rf"{day.year} жылғы {day.day} \w+, \w+", plain(KK.long_day(day)))


@given(days, languages)
def test_a_weekday_is_told_by_its_distance_from_a_known_one(day: date, language: Language) -> None:
    w = words(language)
    assert w.weekday(day) == w.weekday(THE_DAY + timedelta(days=(day - THE_DAY).days % 7))


def test_months_are_named_as_in_the_glossary() -> None:
    firsts = [date(2026, month, 1) for month in range(1, 13)]
    assert " ".join(KK.month(first, short=False) for first in firsts) == (
        "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
    )
    assert " ".join(RU.month(first, short=False) for first in firsts) == (
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
    )
    assert [RU.full_day(first).split()[1] for first in firsts] == (
        [
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ]
    )
    assert [KK.full_day(first).split()[-1] for first in firsts] == [
        KK.month(first, short=False) for first in firsts
    ]


def test_weekdays_are_named_as_in_the_glossary_and_begin_on_monday() -> None:
    week = [day("2026-11-23") + timedelta(days=i) for i in range(7)]
    assert [KK.weekday(one) for one in week] == [
        "дүйсенбі",
        "сейсенбі",
        "сәрсенбі",
        "бейсенбі",
        "жұма",
        "сенбі",
        "жексенбі",
    ]
    assert [RU.weekday(one) for one in week] == (
        ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"]
    )
    assert [KK.weekday(one, short=True) for one in week] == ["дс", "сс", "ср", "бс", "жм", "сб", "жс"]
    assert [RU.weekday(one, short=True) for one in week] == ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]
    assert [EN.weekday(one, short=True) for one in week] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def test_a_span_names_the_year_only_where_it_changes() -> None:
    assert plain(EN.span(span("2026-05-20", "2026-11-22"))) == "20 May – 22 Nov"
    assert plain(EN.span(span("2026-05-20", "2027-01-08"))) == "20 May 2026 – 8 Jan 2027"
    assert plain(KK.span(span("2026-05-20", "2027-01-08"))) == "20.05.2026 – 08.01.2027"


# Typed days


@pytest.mark.parametrize(
    "text",
    [
        *("15.12.2026", "15.12.26", "15/12/2026", "15-12-2026", "15 12 2026", "15. 12. 2026", "15,12,2026"),
        *("15.12.2026.", " 15.12.2026 ", "15.12.2026г.", "15.12.2026 г.", "15.12.2026 ж.", "15.12.2026ж."),
        *("2026-12-15", "2026.12.15", "2026/12/15", "2026 12 15", "15122026", "151226"),
        *("15.12", "15/12", "15 12", "15.12."),
        *(
            "15 December 2026",
            "15 december",
            "15 Dec 2026",
            "15 dec. 2026",
            "15Dec2026",
            "15 Dec 26",
            "15 decem 2026",
            "15DEC",
        ),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_of_typing_a_day_is_read_in_every_language(language: Language, text: str) -> None:
    assert words(language).read_day(text, TODAY) == THE_DAY


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "15 декабря 2026 г."),
        ("ru", "15 декабря 2026\N{NO-BREAK SPACE}г."),
        ("ru", "15 декабря 2026 года"),
        ("ru", "15 ДЕКАБРЯ 2026"),
        ("ru", "15 декабря"),
        ("ru", "15 дек. 2026"),
        ("ru", "15 дек"),
        ("ru", "15 декабрь 2026"),
        ("kk", "2026 жылғы 15 желтоқсан"),
        ("kk", "2026 ж. 15 желтоқсан"),
        ("kk", "2026\N{NO-BREAK SPACE}ж. 15 жел."),
        ("kk", "15 желтоқсан 2026"),
        ("kk", "15 желтоқсан"),
        ("kk", "15 Жел"),
    ],
)
def test_months_may_be_typed_in_the_own_language(language: Language, text: str) -> None:
    assert words(language).read_day(text, TODAY) == THE_DAY


@given(days, languages, days)
def test_what_is_written_reads_back(day: date, language: Language, today: date) -> None:
    w = words(language)
    for text in (
        w.numeric_day(day),
        w.full_day(day),
        w.day(day),
        w.long_day(day).replace(w.weekday(day), "").strip(", "),
        day.isoformat(),
        f"{day:%d%m%Y}",
        f"{day.day} {day.month} {day.year}",
    ):
        assert w.read_day(text, today) == day


@given(days, languages)
def test_without_a_year_the_year_of_today_is_meant(day: date, language: Language) -> None:
    w = words(language)
    for text in (f"{day.day}.{day.month}", w.day_month(day)):
        assert w.read_day(text, day) == day


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), languages)
def test_a_year_of_two_figures_is_of_this_century(day: date, language: Language) -> None:
    assert words(language).read_day(f"{day:%d.%m.%y}", TODAY) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.2.12", "2012-02-01"),
        ("22.11.26", "2026-11-22"),  # today
        ("23.11.26", "1926-11-23"),
        ("1.1.27", "1927-01-01"),
        ("1.2.30", "1930-02-01"),
        ("01.02.85", "1985-02-01"),
        ("5 Mar 99", "1999-03-05"),
        ("1.2.2030", "2030-02-01"),  # four figures are taken at their word
        ("31.02.85", None),
    ],
)
def test_nobody_is_born_in_a_year_to_come(text: str, expected: str | None) -> None:
    assert EN.read_birthday(text, TODAY) == (day(expected) if expected else None)


@given(languages, st.integers(1, 31), st.integers(1, 12))
def test_the_day_always_stands_before_the_month(language: Language, number: int, month: int) -> None:
    found = words(language).read_day(f"{number}.{month}.2026", TODAY)
    assert found is None or (found.day, found.month) == (number, month)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            ".",
            "one day",
            "15",
            "2026",
            "December 2026",
            "15..",
            "15.13.2026",
            "12/15/2026",
            "00.12.2026",
        ),
        *(
            "31.02.2026",
            "29.02.2026",
            "31.11",
            "2026-02-30",
            "31022026",
            "15.12.2026 12:00",
            "15.12.202",
            "-1.2.2026",
        ),
        *("15.12.20266", "15 De 2026", "15 Xyz 2026", "31 February 2026", "1512", "0000-01-01", "15.12.2026x"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_day_is_not_guessed_at(language: Language, text: str) -> None:
    assert words(language).read_day(text, TODAY) is None


def test_the_29th_of_february_exists_in_leap_years() -> None:
    assert EN.read_day("29.02", day("2028-01-01")) == day("2028-02-29")
    assert EN.read_day("29.02", TODAY) is None


@given(st.text(), languages)
def test_any_text_is_a_day_or_none(text: str, language: Language) -> None:
    found = words(language).read_day(text, TODAY)
    assert found is None or isinstance(found, date)


@given(st.text(alphabet="0123456789./- гжdecжелдк"), languages)
def test_any_text_that_looks_like_a_day_is_a_day_or_none(text: str, language: Language) -> None:
    found = words(language).read_day(text, TODAY)
    assert found is None or isinstance(found, date)


# Names and numbers


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_has_a_name(language: Language) -> None:
    w = words(language)
    assert {code for code, _ in w.countries()} == countries()
    assert all(w.country(code) == name != code for code, name in w.countries())


def test_a_country_that_does_not_exist_is_called_by_its_code() -> None:
    assert KK.country("QQ") == "QQ"


def test_countries_stand_in_the_order_of_the_kazakh_alphabet() -> None:
    """ә follows а, қ follows к, ө follows о; by their numbers in Unicode they would come last."""
    alphabet = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
    names = [name for _, name in KK.countries()]
    letters = [name[0].casefold() for name in names]
    assert letters == sorted(letters, key=alphabet.index)
    assert "қ" in letters
    assert "ө" in letters
    assert names.index("Кувейт") < names.index("Қазақстан") < names.index("Латвия")
    assert names.index("Оман") < names.index("Өзбекстан") < names.index("Пәкістан")


def test_countries_stand_in_the_order_of_the_other_alphabets() -> None:
    russian = [name for _, name in RU.countries()]
    assert russian.index("Германия") < russian.index("Казахстан") < russian.index("Узбекистан")
    english = [name for _, name in EN.countries()]
    assert english[:2] == ["Afghanistan", "Åland Islands"]
    assert english.index("Comoros") < english.index("Côte d’Ivoire") < english.index("Croatia")


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0"), (999, "999"), (4325, "4 325"), (108125, "108 125"), (1234567, "1 234 567")]
)
def test_thousands_stand_apart_and_do_not_part(number: int, text: str) -> None:
    assert KK.number(number) == text.replace(" ", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=st.dates(date(1950, 1, 1), date(2100, 12, 31)))
def test_a_day_in_a_sentence_stays_on_one_line(day: date, language: Language) -> None:
    w = words(language)
    for written in (
        w.full_day(day),
        w.day(day),
        w.long_day(day).removeprefix(w.weekday(day) + ", ").removesuffix(", " + w.weekday(day)),
    ):
        told, whole = w.unbroken(f"a {written} b, {written}."), written.replace(" ", "\N{NO-BREAK SPACE}")
        assert plain(told) == plain(f"a {written} b, {written}.")
        assert re.split(" ", told) == ["a", whole, "b,", f"{whole}."]


@pytest.mark.parametrize(
    ("language", "written"),
    [("ru", "21 января 2012 года"), ("kk", "2012 жылғы 21 қаңтар"), ("ru", "1 мая 2026 г.")],
)
def test_a_day_in_the_name_of_an_act_stays_on_one_line(language: Language, written: str) -> None:
    whole = written.replace(" ", "\N{NO-BREAK SPACE}")
    assert words(language).unbroken(f"a {written} № 148") == f"a {whole} № 148"


def test_numbers_and_months_that_are_no_day_are_left_as_they_are() -> None:
    text = "12 of 30 days, May 2026, room 4 in March"
    assert words("en").unbroken(text) == text


# The form of days that a person wants


FORMS: tuple[DateForm, ...] = get_args(DateForm)


@given(day=days, language=languages, form=st.sampled_from(FORMS))
def test_a_day_in_any_form_is_read_as_that_day_and_no_other(day: date, language: Language, form: DateForm) -> None:
    w = words(language, form)
    for written in (w.day(day), w.numeric_day(day)):
        assert w.read_day(written, day) == day
        assert words(language).read_day(written, day) == day, "whatever the form is then"


@given(day=days, language=languages)
def test_the_forms_are_those_that_nobody_reads_otherwise(day: date, language: Language) -> None:
    assert words(language, "iso").day(day) == words(language, "iso").numeric_day(day) == day.isoformat()
    dotted = f"{day.day:02}.{day.month:02}.{day.year:04}"
    assert words(language, "dotted").day(day) == words(language, "dotted").numeric_day(day) == dotted


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_spells_days_out_in_every_form(language: Language) -> None:
    for form in FORMS:
        w, usual = words(language, form), words(language)
        assert (w.full_day(THE_DAY), w.long_day(THE_DAY)) == (usual.full_day(THE_DAY), usual.long_day(THE_DAY))


def test_a_span_is_written_with_two_whole_days_where_they_are_figures() -> None:
    w = words("en", "iso")
    assert w.span(span("2026-11-11", "2026-11-22")) == "2026-11-11 – 2026-11-22"
    assert w.span(span("2026-11-11", "2026-11-11")) == "2026-11-11"
    assert words("en", "dotted").span(span("2026-11-11", "2026-11-22")) == "11.11.2026 – 22.11.2026"


def test_words_of_a_form_are_made_once() -> None:
    assert words("en", "iso", 6) is words("en", "iso", 6)
    assert words("en") is words("en", "language", 0)
