"""Typed days: what a person may write for a day, in any of our languages, whichever of them the window speaks.

Nothing is guessed: the day comes before the month. Where the other order would give another day, or the only one,
that day is told beside, so that whoever meant it sees so.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from kzstay.core.plan import read_days
from kzstay.i18n import LANGUAGES, SPOKEN, cldr
from kzstay.patterns import pattern

_SEPARATOR = r"[./\s-]+"
_NUMERIC = pattern(rf"(\d{{1,2}})({_SEPARATOR})(\d{{1,2}})(?:{_SEPARATOR}(\d{{4}}|\d{{2}}))?\.?")
_YEAR_FIRST = pattern(r"(\d{4})[-./\s]+(\d{1,2})[-./\s]+(\d{1,2})\.?")
_RUN = pattern(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_RUN_YEAR_FIRST = pattern(r"((?:19|20|21)\d{2})(\d{2})(\d{2})")
_NAME = r"([^\W\d_]{3,})\.?"
_TH = r"(?:(?<=1)st|(?<=2)nd|(?<=3)rd|th|-?(?:е|го|ое|ші|шы|інші|ыншы))?"
# Each with what its groups are. An ending may be the beginning of a month: 1-шілде
_WORDED = (
    (pattern(rf"(\d{{1,2}})[-/.]{_NAME}[-/.](\d{{4}}|\d{{2}})"), "dmy"),
    (pattern(rf"(\d{{1,2}})[-\s]*{_NAME}[\s'’-]*(\d{{4}}|\d{{2}})?\.?"), "dmy"),
    (pattern(rf"(\d{{1,2}}){_TH}\.?\s*(?:of\s+)?{_NAME}[\s'’-]*(\d{{4}}|\d{{2}})?\.?"), "dmy"),
    (pattern(rf"{_NAME}\s*(\d{{1,2}}){_TH}(?:\.?\s+'?(\d{{4}}|\d{{2}}))?\.?"), "mdy"),
    (pattern(rf"(\d{{4}})[\s-]+(\d{{1,2}})[\s-]*{_NAME}"), "ydm"),
    (pattern(rf"(\d{{4}})[\s-]+(\d{{1,2}}){_TH}[\s-]*{_NAME}"), "ydm"),
    (pattern(rf"(\d{{4}})[\s-]*{_NAME}[\s-]*(\d{{1,2}}){_TH}"), "ymd"),
)
_YEARS = "|".join(
    sorted({word for speech in SPOKEN.values() for word in speech.year_words}, key=len, reverse=True)
)
_NOISE = pattern(r",|(?<![^\W\d_])(?:" + _YEARS + r")\b\.?")
# A day is told apart from a number of days by what stands about the number
_COUNT = pattern(r"\+\s*(\d{1,5})(?:\s*([^\W\d_]+)\.?)?|(\d{1,5})\s*([^\W\d_]+)\.?")
_DAY_WORDS = frozenset(
    ("d", "day", "days", "д", "дн", "день", "дня", "дней", "сут", "сутки", "суток", "к", "күн", "кун")
)
_FROM_TODAY: Mapping[str, int] = {
    **dict.fromkeys(("today", "now", "сегодня", "сейчас", "бүгін", "бугин", "қазір"), 0),
    **dict.fromkeys(("tomorrow", "завтра", "ертең", "ертен"), 1),
    **dict.fromkeys(("yesterday", "вчера", "кеше"), -1),
    "послезавтра": 2,
    "позавчера": -2,
    "бүрсігүні": 2,
}
# Kazakh letters as they are typed where the keyboard has only the Russian ones
_PLAIN = str.maketrans("әғқңөұүһі", "агкноуухи")


class TypedDay(msgspec.Struct, frozen=True):
    """A day that was typed, and the one that it would be with the month first, where that is another.

    ``day`` is None for what is a day with the month first only.
    """

    day: date | None
    month_first: date | None = None


def typed_day(text: str, today: date) -> TypedDay | None:
    """Read a day that a person typed, day before month; None where it is no date in any order.

    Without a year, the year of ``today`` is meant; two figures of a year are of this century.
    """
    text = " ".join(text.casefold().split())
    if text in _FROM_TODAY:
        return TypedDay(_from(today, _FROM_TODAY[text]))
    text = " ".join(_NOISE.sub(" ", text).split())
    return _figures(text, today) or _worded(_without_weekday(text), today)


def typed_birthday(text: str, today: date) -> TypedDay | None:
    """Read a typed day of the past: a year of two figures is never one to come."""
    found = typed_day(text, today)
    if found is None:
        return None
    return TypedDay(*(_past(day, text, today) for day in (found.day, found.month_first)))


def typed_count(text: str) -> int | None:
    """Read a number of days, such as +10, 20d or 20 days; None where it is none, or less than one."""
    match = _COUNT.fullmatch(" ".join(text.casefold().split()))
    if match is None:
        return None
    number, word = (match[1], match[2]) if match[1] is not None else (match[3], match[4])
    return int(number) or None if word is None or word in _DAY_WORDS else None


def number_of_days(text: str) -> int | None:
    """Read a number of days where nothing else may stand: the word for them may be left out."""
    return read_days(text) or typed_count(text)


def counted_from(entry: date, days: int) -> date | None:
    """Return the last of so many days, the first of which is a day of entry; None beyond what a date can be."""
    return _from(entry, days - 1)


def _from(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def _past(day: date | None, text: str, today: date) -> date | None:
    if day is None or day <= today or str(day.year) in text:
        return day
    return _date(str(day.year - 100), day.month, day.day, today)


def _figures(text: str, today: date) -> TypedDay | None:
    if match := _YEAR_FIRST.fullmatch(text):
        return _only(_date(match[1], int(match[2]), int(match[3]), today))
    if (match := _RUN_YEAR_FIRST.fullmatch(text)) and (
        day := _date(match[1], int(match[2]), int(match[3]), today)
    ):
        return TypedDay(day)  # no day of our years is written with the same figures the other way round
    if match := _NUMERIC.fullmatch(text):
        first, sign, second, year = match.groups()
        return _ordered(year, int(first), int(second), today, told=not sign.strip().startswith("."))
    if match := _RUN.fullmatch(text):
        return _ordered(match[3], int(match[1]), int(match[2]), today, told=True)
    return None


def _ordered(year: str | None, first: int, second: int, today: date, *, told: bool) -> TypedDay | None:
    """Read a day before a month; between dots nobody writes the month first, so that nothing is told of it."""
    day, other = _date(year, second, first, today), _date(year, first, second, today)
    if day is None:
        return None if other is None else TypedDay(None, other)
    return TypedDay(day, other if told and other != day else None)


def _worded(text: str, today: date) -> TypedDay | None:
    """Read a day whose month is a word."""
    for form, order in _WORDED:
        if (match := form.fullmatch(text)) and (number := month(match[order.index("m") + 1])):
            year, day = match[order.index("y") + 1], match[order.index("d") + 1]
            return _only(_date(year, number, int(day), today))
    return None


def _only(day: date | None) -> TypedDay | None:
    return None if day is None else TypedDay(day)


def _date(year: str | None, month: int, day: int, today: date) -> date | None:
    number = today.year if year is None else int(year)
    if year is not None and len(year) == 2:
        number += today.year // 100 * 100
    try:
        return date(number, month, day)
    except ValueError:
        return None


def month(name: str) -> int | None:
    """Return the number of a month by its name, or by its first letters, in any of our languages."""
    name = name.casefold().rstrip(".").translate(_PLAIN)
    known = _months()
    if name in known:
        return known[name]
    found = {number for known_name, number in known.items() if known_name.startswith(name)}
    return found.pop() if len(found) == 1 and len(name) > 2 else None


def _without_weekday(text: str) -> str:
    """Return a text without the name of a weekday before it or behind it."""
    words = text.split()
    if len(words) > 1 and words[0].rstrip(".") in _weekdays():
        words = words[1:]
    elif len(words) > 1 and words[-1].rstrip(".") in _weekdays():
        words = words[:-1]
    return " ".join(words)


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    found: dict[str, int] = {}
    for language in LANGUAGES:
        for names in cldr(language)["months"].values():
            for number, name in enumerate(names, 1):
                found[name.casefold().rstrip(".").translate(_PLAIN)] = number
    # The Kazakh names with the ending that they have behind a year: 2026 жылдың 5 наурызы
    for number, name in enumerate(cldr("kk")["months"]["format"], 1):
        stem = name.translate(_PLAIN)
        found |= {f"{stem}{ending}": number for ending in ("ы", "и", "сы", "си")}
        found[f"{stem.removesuffix('к')}ги"] = number
    return found


@lru_cache(maxsize=1)
def _weekdays() -> frozenset[str]:
    return frozenset(
        name.casefold().rstrip(".")
        for language in LANGUAGES
        for names in cldr(language)["weekdays"].values()
        for name in names
    )
