"""Visa table in words: what a citizenship with a kind of passport needs, its days, and how its rows are found."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from kzstay.core.case import PassportKind
from kzstay.core.law.schema import LimitRow
from kzstay.core.visa_table import Kind as RowKind
from kzstay.core.visa_table import TableRow
from kzstay.i18n import SOURCE
from kzstay.texts import answers, countries
from kzstay.texts import law as law_texts
from kzstay.texts.countries import Rank
from kzstay.texts.words import Words, words

_CODE = 2  # letters of ISO 3166


def name(w: Words) -> str:
    """Name the table."""
    return w.gettext("Visa table")


def kind(w: Words, code: RowKind) -> str:
    """Name what a row may be, for the choice of rows."""
    return {
        "visa-free": w.gettext("No visa"),
        "visa": w.pgettext("visas", "Visa"),
        "unsure": w.gettext("Not sure"),
    }[code]


def need(w: Words, row: TableRow) -> str:
    """Say what is needed to enter, in a few words: an electronic visa where one may be issued."""
    if row.kind == "visa-free":
        return w.gettext("no visa")
    return {
        "visa": w.gettext("visa"),
        "e-visa": w.gettext("electronic visa"),
        "days-unknown": w.gettext("days not found: ask"),
    }.get(row.need, w.gettext("not known: ask"))


def days(w: Words, row: TableRow, *, short: bool = False) -> str:
    """Write the limits of a visa-free stay; ``short`` for a narrow column, under words that explain it."""
    return " · ".join((_short if short else _limit)(w, limit) for limit in row.limits)


def _short(w: Words, limit: LimitRow) -> str:
    if limit.kind == "per-entry":
        return str(limit.days)
    return {
        "rolling": w.gettext("{days} in {period}"),
        "forward": w.gettext("{days} in {period} ahead"),
        "calendar-year": w.gettext("{days} a year"),
    }[limit.kind].format(days=limit.days, period=limit.period)


def _limit(w: Words, limit: LimitRow) -> str:
    return {
        "per-entry": w.gettext("{days} an entry"),
        "rolling": w.gettext("{days} in each {period}"),
        "forward": w.gettext("{days} in {period} from the first entry"),
        "calendar-year": w.gettext("{days} a year"),
    }[limit.kind].format(days=limit.days, period=limit.period)


def passport(w: Words, code: PassportKind) -> str:
    """Name a kind of passport where it is plain that it is one."""
    return {
        "national": w.pgettext("passport", "ordinary"),
        "service": w.pgettext("passport", "service"),
        "diplomatic": w.pgettext("passport", "diplomatic"),
    }[code]


def cells(w: Words, row: TableRow, *, short: bool) -> list[str]:
    """Write a row: the state, the passport, what is needed, the days, since when, how sure."""
    return [
        w.country(row.country),
        passport(w, row.passport),
        need(w, row),
        days(w, row, short=short),
        w.day(row.since) if row.since else "",
        law_texts.certainty(w, row.certainty) if row.certainty else "",
    ]


def header(w: Words) -> list[str]:
    """Name the columns."""
    return [
        w.pgettext("visas", "State"),
        w.gettext("Passport"),
        w.gettext("To enter"),
        w.gettext("Days"),
        w.gettext("Since"),
        w.gettext("Certainty"),
    ]


def spoken(w: Words, row: TableRow) -> str:
    """Say a row as a sentence, for who hears it."""
    person = w.gettext("{country} · {passport}").format(
        country=w.country(row.country), passport=answers.passport(w, row.passport)
    )
    return ", ".join(filter(None, (person, need(w, row), days(w, row))))


# Found by what is typed


def matches(row: TableRow, typed: str) -> bool:
    """Tell whether a state is meant by what was typed: its code, or its name in any of the languages."""
    return not typed.strip() or row.country in _meant(typed.strip())


@lru_cache(maxsize=64)
def _meant(typed: str) -> frozenset[str]:
    found = [one for one in countries.find(words(SOURCE), typed) if one.rank < Rank.INSIDE]
    if len(typed) == _CODE and typed.isascii() and typed.isupper():
        found = [one for one in found if one.rank <= Rank.CALLED]
    return frozenset(one.code for one in found)


# Around it


def lead(w: Words, day: date) -> str:
    """Say for which entries the table is."""
    return w.gettext("Days of one entry and, behind the dot, of a period of days; for an entry on {day}").format(
        day=w.full_day(day)
    )


def caution(w: Words) -> str:
    """Say what the table cannot tell."""
    return w.gettext(
        "A stay without a visa is mostly for tourism, private visits and short business trips. Earlier stays may "
        "leave fewer days. Where it is not sure, ask a consulate before you travel."
    )
