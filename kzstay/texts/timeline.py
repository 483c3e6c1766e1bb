"""Timeline, in words: what is written on it, and what is said of each part to who points at it."""

from __future__ import annotations

from datetime import date

from kzstay.core.days import Span
from kzstay.texts.words import Words

# What is written


def pill(w: Words, on: date, today: date | None) -> str:
    """Name the day of reckoning: only the day that it is is called today."""
    return w.gettext("today") if on == today else w.day(on)


def period(w: Words, rule: int | None, days: int) -> str:
    """Name the days that are looked back on: those of the rule, and how many are counted where it is more."""
    if rule is None or rule == days:
        return w.ngettext("{n} day", "{n} days", days).format(n=days)
    return w.ngettext("{n} day, counted strictly: {days}", "{n} days, counted strictly: {days}", rule).format(
        n=rule, days=days
    )


def bracket(w: Words, rule: int | None, window: Span, used: int, limit: int) -> tuple[str, ...]:
    """Say what is used of the days that are looked back on, from the whole of it to the figures alone."""
    figures = w.gettext("{used} used, {free} free").format(used=used, free=max(0, limit - used))
    whole, brief = period(w, rule, window.days), period(w, rule or window.days, rule or window.days)
    return (
        f"{whole} · {w.span(window)} · {figures}",
        f"{whole} · {figures}",
        f"{brief} · {figures}",
        figures,
        f"{used} / {limit}",
    )
