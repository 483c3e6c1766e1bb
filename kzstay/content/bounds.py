"""Bounds of a report: it lists what matters first and then what is nearest; the rest is said to be left out.

A list without a bound would be read by nobody, and Qt lays out no more than some hundred pages at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from kzstay.content.blocks import Block, Paragraph
from kzstay.texts import Words

STAYS, DUTIES, PAPERS, NOTES = 400, 150, 100, 50  # rows of each list

Item = TypeVar("Item")
Rank = tuple[bool, bool, int]


def rank(day: date, on: date, *, first: bool = False, second: bool = False) -> Rank:
    """Return what sorts a row by how much it matters, then by its distance from the day of reckoning."""
    return not first, not second, abs((day - on).days)


def kept(found: Sequence[Item], most: int, ranked: Callable[[Item], Rank]) -> list[Item]:
    """Return the rows that there is room for, in their own order."""
    if len(found) <= most:
        return list(found)
    places = sorted(range(len(found)), key=lambda place: ranked(found[place]))[:most]
    return [found[place] for place in sorted(places)]


def left_out(w: Words, count: int) -> list[Block]:
    """Say how many rows of a list are not shown; nothing where all are."""
    told = w.ngettext("{n} more is not listed here.", "{n} more are not listed here.", count).format(n=count)
    return [Paragraph(told, muted=True)] if count else []


def stays_left_out(w: Words, count: int) -> list[Block]:
    """Say how many stays are not shown, by what they were chosen and that they count; nothing where all are."""
    told = w.ngettext(
        "{n} more stay is counted but not listed here. The present stay, planned ones and those over the limit "
        "were chosen first, then those nearest to the day of calculation.",
        "{n} more stays are counted but not listed here. The present stay, planned ones and those over the limit "
        "were chosen first, then those nearest to the day of calculation.",
        count,
    ).format(n=count)
    return [Paragraph(told, muted=True)] if count else []


def not_usable(w: Words, rows: int, changes: int = 0) -> list[Paragraph]:
    """Say how many rows, and changes of rows, were typed and cannot be used yet; nothing where there are none."""
    told: list[str] = []
    if rows:
        text = w.ngettext(
            "{n} row is left out, neither listed nor counted: what was typed in it is unfinished or wrong.",
            "{n} rows are left out, neither listed nor counted: what was typed in them is unfinished or wrong.",
            rows,
        )
        told.append(text.format(n=rows))
    if changes:
        text = w.ngettext(
            "{n} change is not used: what was typed is unfinished or wrong, and what was there before counts.",
            "{n} changes are not used: what was typed is unfinished or wrong, and what was there before counts.",
            changes,
        )
        told.append(text.format(n=changes))
    return [Paragraph(text) for text in told]
