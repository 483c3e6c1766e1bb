"""What is said of a typed day: how it is understood, and which other day somebody may have meant."""

from __future__ import annotations

from datetime import date

from kzstay.texts import foreign
from kzstay.texts.typed_days import TypedDay, typed_count, typed_day
from kzstay.texts.words import Words


def understood(w: Words, found: TypedDay) -> str:
    """Say a typed day in words, and, where the month may have been meant to come first, how that is typed.

    Raises ValueError for what is no day with the day first.
    """
    if found.day is None:
        raise ValueError(found)
    said, other = w.long_day(found.day), found.month_first
    if other is None:
        return said
    return w.gettext("{day}. The day comes first: for {other} type {typed}.").format(
        day=said, other=w.full_day(other), typed=w.numeric_day(other)
    )


def counted(w: Words, day: date, days: int) -> str:
    """Say which day is the last of so many that were typed."""
    return w.ngettext(
        "{day}: {n} day, the first included",
        "{day}: {n} days, the first included",
        days,
    ).format(day=w.long_day(day), n=w.number(days))


def not_a_day(w: Words, text: str, today: date) -> str:
    """Say that a text is no date, and what it would be with the month first, if that is all."""
    found = typed_day(text, today)
    if found is not None and found.day is None and found.month_first is not None:
        return w.gettext("“{text}” has no such month: the day comes first. For {other} type {typed}.").format(
            text=foreign.echo(text), other=w.full_day(found.month_first), typed=w.numeric_day(found.month_first)
        )
    return w.gettext("“{text}” is not a date. Enter it like 15.12.2026.").format(text=foreign.echo(text))


def not_counted(w: Words, text: str, today: date) -> str:
    """Say why a text is no last day: a number of days has nothing yet that it counts from, or it is no date."""
    if typed_count(text) is None:
        return not_a_day(w, text, today)
    return w.gettext("“{text}” is counted from the first day. Enter that first.").format(text=foreign.echo(text))
