"""What may be done to chosen stays, as menus name it, and what is told once it is done."""

from __future__ import annotations

from datetime import date

from kzstay.core.case import Stay
from kzstay.core.days import Span
from kzstay.texts.words import Words


def record(w: Words, field: str, on: date) -> str:
    """Name the recording of a notice, or of a registration, as done on a day."""
    if field == "notified":
        return w.gettext("Host's notice was given on {day}").format(day=w.day(on))
    return w.gettext("Registered on {day}").format(day=w.day(on))


def split(w: Words, day: date) -> str:
    """Name the splitting of a stay on a day."""
    return w.gettext("Split on {day}").format(day=w.day(day))


def plan_from(w: Words, day: date) -> str:
    """Name the planning of a trip from a day on."""
    return w.gettext("Plan a trip from {day}").format(day=w.day(day))


def add_on(w: Words, day: date) -> str:
    """Name the adding of a stay that begins on a day."""
    return w.gettext("Add a stay from {day}").format(day=w.day(day))


def hand_over(w: Words, count: int) -> str:
    """Name the moving of stays to another traveller."""
    if count == 1:
        return w.gettext("Move to another traveller")
    return w.ngettext("Move {n} stay to another traveller", "Move {n} stays to another traveller", count).format(
        n=w.number(count)
    )


def copy(w: Words, count: int) -> str:
    """Name the copying of stays."""
    if count == 1:
        return w.gettext("Copy the row")
    return w.ngettext("Copy {n} row", "Copy {n} rows", count).format(n=w.number(count))


def delete(w: Words, count: int) -> str:
    """Name the deleting of stays."""
    if count == 1:
        return w.gettext("Delete the stay")
    return w.ngettext("Delete {n} stay", "Delete {n} stays", count).format(n=w.number(count))


def no_room(w: Words) -> str:
    """Say why a stay cannot be duplicated."""
    return w.gettext("A stay without an exit cannot be duplicated. Type its exit first.")


def duplicated(w: Words, stay: Stay) -> str:
    """Say where the copy of a stay is."""
    days = w.span(Span(stay.entry, stay.exit or stay.entry))
    return w.gettext("Stay duplicated: {days}. Type its own days.").format(days=days)


def deleted(w: Words, count: int) -> str:
    """Say how many stays are gone."""
    if count == 1:
        return w.gettext("Stay deleted.")
    return w.ngettext("{n} stay deleted.", "{n} stays deleted.", count).format(n=w.number(count))


def copied(w: Words, count: int) -> str:
    """Say how many stays are in the clipboard."""
    return w.ngettext(
        "{n} stay copied. It can be pasted into a spreadsheet, or here.",
        "{n} stays copied. They can be pasted into a spreadsheet, or here.",
        count,
    ).format(n=w.number(count))


def handed_over(w: Words, count: int, name: str) -> str:
    """Say to whom stays were moved; to a new traveller without a name."""
    if name:
        return w.ngettext("{n} stay moved to {name}.", "{n} stays moved to {name}.", count).format(
            n=w.number(count), name=name
        )
    return w.ngettext("{n} stay moved to a new traveller.", "{n} stays moved to a new traveller.", count).format(
        n=w.number(count)
    )
