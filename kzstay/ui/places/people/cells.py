"""The cells of the list of travellers: what stands in each, how it is said, and in which colour."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kzstay.core.case import Traveller
from kzstay.core.register import Line
from kzstay.core.verdict import Standing
from kzstay.drawing.colours import Theme
from kzstay.texts import Words, duties, foreign
from kzstay.texts import register as texts
from kzstay.texts.markup import escape

if TYPE_CHECKING:
    from kzstay.ui.places.people.order import Sorting

COLUMNS = NAME, CITIZENSHIP, STATE, LEAVE_BY, DAYS_LEFT, DUTY, DUE, STRIP = tuple(range(8))
MANY = 28  # days over that a state has room for
UP, DOWN = "\N{UPWARDS ARROW}", "\N{DOWNWARDS ARROW}"
UNKNOWN = "\N{HORIZONTAL ELLIPSIS}"  # while it is worked out


def samples(w: Words) -> dict[int, list[str]]:
    """Return what a column has room for: days of each month, and what is said most often."""
    days = [date(2026, month, 28) for month in range(1, 13)]
    return {
        STATE: [*(texts.standing(w, one) for one in Standing), texts.over(w, MANY)],
        LEAVE_BY: [w.day(day) for day in days],
        DUE: [*(w.day(day) for day in days), *texts.overdue(w).values()],
    }


def headed(w: Words, column: int, period: int, sorting: Sorting) -> str:
    """Name a column with a sign that the list is sorted by it: by how they stand the most urgent are first."""
    name = header(w, column, period)
    if sorting.column != column:
        return name
    return f"{name} {DOWN if _downwards(sorting) else UP}"


def _downwards(sorting: Sorting) -> bool:
    """Tell whether the highest comes first: by how they stand the most urgent do, unless it is from the end."""
    return sorting.descending is not (sorting.column == STATE)


def header(w: Words, column: int, period: int) -> str:
    """Name a column."""
    return [
        w.gettext("Name"),
        w.gettext("Citizenship"),
        w.pgettext("people", "State"),
        w.gettext("Leave by"),
        w.pgettext("people", "Days left"),
        w.pgettext("people", "Next duty"),
        w.pgettext("people", "Due"),
        w.ngettext("Last {n} day", "Last {n} days", period).format(n=period),
    ][column]


def spoken_header(w: Words, column: int, period: int, sorting: Sorting) -> str:
    """Name a column, and whether the list is sorted by it."""
    name = header(w, column, period)
    if sorting.column != column:
        return name
    downwards, upwards = w.gettext("{column}, sorted downwards"), w.gettext("{column}, sorted upwards")
    return (downwards if _downwards(sorting) else upwards).format(column=name)


def name(w: Words, who: Traveller) -> str:
    """Name a traveller."""
    return foreign.name(who.name) or w.gettext("New traveller")


def text(w: Words, who: Traveller, line: Line | None, column: int, on: date) -> str:
    """Return what stands in a cell."""
    if column == NAME:
        return name(w, who)
    if column == CITIZENSHIP:
        return texts.citizenship(w, who)
    if line is None:
        return UNKNOWN if column == STATE else ""
    return {
        STATE: lambda: texts.state(w, line),
        LEAVE_BY: lambda: w.day(line.leave_by) if line.leave_by else "",
        DAYS_LEFT: lambda: texts.days_left(line),
        DUTY: lambda: texts.next_duty(w, line, on),
        DUE: lambda: texts.due(w, line, on),
        STRIP: lambda: "",
    }[column]()


def spoken(w: Words, who: Traveller, line: Line | None, column: int, on: date, period: int) -> str:
    """Say a cell in full, for who hears it."""
    if line is None or column in (NAME, CITIZENSHIP):
        return text(w, who, line, column, on) if line or column != STATE else w.gettext("being worked out")
    return {
        STATE: lambda: texts.spoken_state(w, line),
        LEAVE_BY: lambda: w.full_day(line.leave_by) if line.leave_by else w.gettext("no day"),
        DAYS_LEFT: lambda: texts.spoken_days_left(w, line),
        DUTY: lambda: (
            w.gettext("none") if line.duty is None and line.enter is None else text(w, who, line, DUTY, on)
        ),
        DUE: lambda: texts.spoken_due(w, line, on),
        STRIP: lambda: texts.presence(w, line, period),
    }[column]()


def hint(w: Words, who: Traveller, line: Line | None, column: int, on: date, period: int) -> str | None:
    """Return what is told of a cell that is pointed at: what may not fit, or what it stands for."""
    if column == NAME:
        told = [name(w, who), foreign.name(who.native_name), foreign.name(who.document)]
    elif column == CITIZENSHIP:
        told = [texts.citizenship(w, who)]
    elif line is None:
        told = [w.gettext("being worked out")]
    elif column == STATE:
        told = [texts.spoken_state(w, line)]
    elif column == LEAVE_BY:
        told = [w.long_day(line.leave_by)] if line.leave_by else []
    elif column in (DUTY, DUE) and line.duty is not None:
        told = [duties.name_of(w, line.duty), w.long_day(line.duty.to_go_by)]
    elif column == STRIP:
        told = [texts.presence(w, line, period), *texts.stretches(w, line)]
    else:
        told = [text(w, who, line, column, on)]
    # A tooltip that looks like HTML would be read as such, and what people type is only text
    lines = [f"<div>{escape(one)}</div>" for one in told if one]
    return "".join(lines) or None


def tone(line: Line | None) -> str:
    """Return in which tone of the theme a state is told."""
    if line is None or line.aspect == "nobody":
        return "muted"
    return (
        {
            Standing.OVERSTAY: "over",
            Standing.ORDERED: "over",
            Standing.BARRED: "over",
            Standing.ENDING: "close",
            Standing.NO_REGIME: "close",
            Standing.LAWFUL: "within",
            Standing.PERMIT: "within",
            Standing.OUTSIDE: "muted",
        }[line.standing]
        if line.aspect not in ("citizen", "unknown-then")
        else "muted"
    )


def colour(theme: Theme, line: Line | None, column: int, on: date) -> str:
    """Return the colour of a cell; words say the same."""
    if column == CITIZENSHIP or (line is None and column != NAME):
        return theme.muted
    if column == STATE:
        return getattr(theme, tone(line))
    if line is None:
        return theme.text
    if column == DAYS_LEFT and line.days_left is not None and line.days_left < 0:
        return theme.over
    if column == DUTY and line.duty is None:
        return theme.muted
    if column == DUE and line.duty is not None:
        if line.duty.state == "missed":
            return theme.over
        if line.duty.overdue or line.duty.to_go_by == on:
            return theme.close
    return theme.text


def strong(line: Line | None, column: int, on: date) -> bool:
    """Tell whether a cell is written bold."""
    if line is None:
        return False
    if column == DUE and line.duty is not None:
        return line.duty.overdue or line.duty.to_go_by == on
    return column in (DAYS_LEFT, STATE)
