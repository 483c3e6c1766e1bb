"""The two readings in words: their names, and a value in both, the second only where it differs."""

from __future__ import annotations

from kzstay.core.readings import Reading
from kzstay.texts.words import Words


def name(w: Words, reading: Reading) -> str:
    """Name a way of counting."""
    return w.gettext("strict count") if reading is Reading.SAFE else w.gettext("usual count")


def title(w: Words, reading: Reading) -> str:
    """Name a way of counting at the head of a column or in a menu."""
    return w.gettext("Strict count") if reading is Reading.SAFE else w.gettext("Usual count")


def sides(w: Words, reading: Reading, safe: str, usual: str) -> str:
    """Write a value as the reading has it, the other one only where it differs."""
    if safe == usual:
        return safe
    if reading is Reading.SAFE:
        return w.gettext("{safe} (by the usual count {usual})").format(safe=safe, usual=usual)
    return w.gettext("{usual} (by the strict count {safe})").format(safe=safe, usual=usual)


def short_sides(w: Words, safe: str, usual: str) -> str:
    """Write both values in a tight place, where they differ."""
    return w.gettext("{safe} (usual count {usual})").format(safe=safe, usual=usual)


def fact_sides(w: Words, fact: str, usual: int) -> str:
    """Write a sentence with a number in it, and the number that it would be by the usual count."""
    return w.gettext("{fact} ({other} by the usual count)").format(fact=fact, other=usual)


def beside(w: Words, reading: Reading, value: str) -> str:
    """Write a value with the way of counting that it is by, for a line under that of the other one."""
    if reading is Reading.SAFE:
        return w.gettext("strict count: {value}").format(value=value)
    return w.gettext("usual count: {value}").format(value=value)


def usual_day(w: Words, day: str) -> str:
    """Write a day that holds by the usual count."""
    return w.gettext("by the usual count: {day}").format(day=day)
