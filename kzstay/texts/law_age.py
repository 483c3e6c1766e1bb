"""Age of the law data in sentences: when it was gathered, and that it is old for the day of an answer."""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta

from kzstay.core.days import DAY
from kzstay.core.law.loading import Law
from kzstay.core.notes import Note
from kzstay.texts.words import Words

_YEAR = 12


def is_strong(law: Law, on: date) -> bool:
    """Tell whether the law data is so old for a day that it is said before all else."""
    days = law.old.days(law.collected, on)
    return days is not None and law.old.strong(days)


def told(w: Words, law: Law, on: date) -> str:
    """Say that the law data is old for the day of an answer, and what to do; empty where it is not."""
    days = law.old.days(law.collected, on)
    return "" if days is None else _sentence(w, law, law.collected, days)


def note(w: Words, law: Law, found: Note) -> str:
    """Say what a note on old law data tells."""
    return _sentence(w, law, found.day or law.collected, found.count or 0)


def _sentence(w: Words, law: Law, collected: date, days: int) -> str:
    months = _months(collected, collected + days * DAY)
    if law.old.strong(days):
        pattern = w.ngettext(
            "The law data is out of date: it was collected on {day}, {n} month before the day of this answer. "
            "Do not rely on this answer before you have looked for a newer kzstay.",
            "The law data is out of date: it was collected on {day}, {n} months before the day of this answer. "
            "Do not rely on this answer before you have looked for a newer kzstay.",
            months,
        )
    else:
        pattern = w.ngettext(
            "The law data is old: it was collected on {day}, {n} month before the day of this answer. The law "
            "may have changed since. Look for a newer kzstay.",
            "The law data is old: it was collected on {day}, {n} months before the day of this answer. The law "
            "may have changed since. Look for a newer kzstay.",
            months,
        )
    return pattern.format(day=w.full_day(collected), n=months)


def brief(w: Words, law: Law, on: date) -> str:
    """Say in short that the law data is old for a day; empty where it is not."""
    days = law.old.days(law.collected, on)
    if days is None:
        return ""
    if law.old.strong(days):
        return w.gettext("law data out of date: collected on {day}").format(day=w.day(law.collected))
    return w.gettext("law data old: collected on {day}").format(day=w.day(law.collected))


def collected(w: Words, law: Law, on: date) -> str:
    """Say in short when the law data was gathered, and how long before a day where it is old for that."""
    day = w.full_day(law.collected)
    if law.old.days(law.collected, on) is None:
        return w.gettext("law data collected on {day}").format(day=day)
    months = _months(law.collected, on)
    return w.ngettext(
        "law data collected on {day}, {n} month before the day calculated for",
        "law data collected on {day}, {n} months before the day calculated for",
        months,
    ).format(day=day, n=months)


def _months(collected: date, on: date) -> int:
    passed = relativedelta(on, collected)
    return passed.years * _YEAR + passed.months
