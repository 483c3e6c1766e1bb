"""Words, the language: its messages, its dates and numbers, and its names of countries."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal
from unicodedata import normalize

from kzstay.core.days import Span
from kzstay.i18n import SPOKEN, Language, catalog, cldr
from kzstay.texts.typed_days import typed_birthday, typed_day

DateForm = Literal["language", "iso", "dotted"]  # the month by name, 2026-11-22, 22.11.2026
MONDAY = 0  # as date.weekday() counts, and the first day of the week in each of the languages

_NO_BREAK = "\N{NO-BREAK SPACE}"


class Words:
    """The words of one language, and how a person wants days to be written in it.

    In every form it is seen which number is the month: it has a name, or stands after the year, or after the day
    and a full stop, as nowhere the other way round.
    """

    def __init__(self, language: Language, dates: DateForm = "language", week_start: int = MONDAY) -> None:
        self.language: Language = language
        self.dates: DateForm = dates
        self.week_start = week_start
        self._catalog = catalog(language)
        self._names = cldr(language)
        self.gettext = self._catalog.gettext
        self.ngettext = self._catalog.ngettext
        self.pgettext = self._catalog.pgettext

    # Names

    def country(self, code: str) -> str:
        """Return the name of a country, or its code where there is none."""
        return self._names["countries"].get(code, code)

    def countries(self) -> list[tuple[str, str]]:
        """List code and name of every country, by name."""
        return sorted(self._names["countries"].items(), key=lambda pair: sort_key(pair[1]))

    # Dates

    def long_day(self, day: date) -> str:
        """Spell a day out with its weekday."""
        return self._written("long", day, self._names["months"]["format"][day.month - 1])

    def full_day(self, day: date) -> str:
        """Spell a day out."""
        return self._written("full", day, self._names["months"]["format"][day.month - 1])

    def day(self, day: date) -> str:
        """Write a day for a table."""
        if self.dates != "language":
            return self.numeric_day(day)
        return self._written("table", day, self._short_month(day))

    def numeric_day(self, day: date) -> str:
        """Write a day as it is typed."""
        if self.dates == "iso":
            return day.isoformat()
        return f"{day.day:02}.{day.month:02}.{day.year:04}"

    def day_month(self, day: date) -> str:
        """Write a day without its year, for a tight place."""
        return self._written("day_month", day, self._short_month(day))

    def month(self, day: date, *, short: bool = True) -> str:
        """Name a month for an axis."""
        return self._names["months"]["short_standalone" if short else "standalone"][day.month - 1].removesuffix(
            "."
        )

    def month_year(self, day: date, *, short: bool = True) -> str:
        """Name a month with its year for an axis."""
        return self._written("month_year", day, self.month(day, short=short))

    def weekday(self, day: date, *, short: bool = False) -> str:
        """Name the weekday of a day."""
        return self._names["weekdays"]["short" if short else "wide"][day.weekday()]

    def span(self, span: Span) -> str:
        """Write two days as a label."""
        if self.dates != "language":
            return self.day(span.first) if span.days == 1 else f"{self.day(span.first)} – {self.day(span.last)}"
        if (span.first.year, span.first.month) == (span.last.year, span.last.month):
            days = f"{span.first.day}" if span.days == 1 else f"{span.first.day}–{span.last.day}"
            return self._written("day_month", span.last, self._short_month(span.last), days)
        if span.first.year == span.last.year:
            return f"{self.day_month(span.first)} – {self.day_month(span.last)}"
        return f"{self.day(span.first)} – {self.day(span.last)}"

    def _short_month(self, day: date) -> str:
        return self._names["months"]["short"][day.month - 1]

    def _written(self, pattern: str, day: date, month: str, days: str = "") -> str:
        """Write a day, or some days of a month, as a pattern of the language has it, its month by name."""
        parts = {"day": days or day.day, "number": day.month, "year": day.year, "weekday": self.weekday(day)}
        return self._names["patterns"][pattern].format(month=month, **parts)

    def unbroken(self, text: str) -> str:
        """Keep each day that is spelt out in a text on one line."""
        return _spelt(self.language).sub(lambda found: found[0].replace(" ", _NO_BREAK), text)

    def read_day(self, text: str, today: date) -> date | None:
        """Read a day that a person typed, day before month; None where it is no date.

        Without a year, the year of ``today`` is meant.
        """
        found = typed_day(text, today)
        return None if found is None else found.day

    def read_birthday(self, text: str, today: date) -> date | None:
        """Read a typed day of the past: a year of two figures is never one to come."""
        found = typed_birthday(text, today)
        return None if found is None else found.day

    # Numbers

    def number(self, number: int) -> str:
        """Write a whole number, thousands apart."""
        return f"{number:,}".replace(",", _NO_BREAK)


def words(language: Language, dates: DateForm = "language", week_start: int = MONDAY) -> Words:
    """Return the words of a language, made once for each form of days."""
    return _made(language, dates, week_start)


@lru_cache
def _made(language: Language, dates: DateForm, week_start: int) -> Words:
    return Words(language, dates, week_start)


@lru_cache
def _spelt(language: Language) -> re.Pattern[str]:
    """Return what finds the days of a text, as the patterns of a language write them with a year."""
    names = cldr(language)
    months = "|".join(
        sorted({re.escape(name) for form in names["months"].values() for name in form}, reverse=True)
    )
    fields = {"day": r"\d{1,2}", "year": r"\d{4}", "month": f"(?:{months})"}
    spelt = {names["patterns"][pattern].strip(" ,") for pattern in ("full", "table", "long")}
    # As acts are named, with the word for the year in full, which a pattern may have short
    short, *full = SPOKEN[language].year_words or ("",)
    spelt |= {one.replace(f"{short}.", word) for one in spelt for word in full}
    named = (one.replace("{weekday}", "").strip(" ,") for one in spelt if "number" not in one)
    found = sorted({re.escape(one).replace(r"\{", "{").replace(r"\}", "}") for one in named}, reverse=True)
    gaps = "|".join(rf"\b{one.format(**fields)}" for one in found).replace(_NO_BREAK, " ")
    return re.compile(re.sub(r"\\[ \xa0]| ", f"[ {_NO_BREAK}]", gaps))


# Kazakh letters stand beside the Russian ones they grew from, not after я where Unicode has them
_ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"


def sort_key(name: str) -> list[int]:
    """Return what sorts names as an alphabet has them, in any of the languages."""
    letters = (letter if letter in _ALPHABET else normalize("NFD", letter)[0] for letter in name.casefold())
    return [_ALPHABET.find(letter) if letter in _ALPHABET else ord(letter) - 2000 for letter in letters]
