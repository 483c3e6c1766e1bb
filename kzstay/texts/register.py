"""The register in sentences: what a list of travellers tells of each, short, and in full for who hears it."""

from __future__ import annotations

from datetime import date

from kzstay.core.case import Traveller
from kzstay.core.register import Group, Line
from kzstay.core.verdict import Standing
from kzstay.texts import answers, duties
from kzstay.texts.words import Words

MINUS = "\N{MINUS SIGN}"
NOTHING = "\N{EN DASH}"


def group(w: Words, code: Group, ending_days: int) -> str:
    """Name those who are looked for by one thing."""
    return {
        "overstay": w.pgettext("people", "Overstay"),
        "ending": w.ngettext("Ending in {n} day", "Ending in {n} days", ending_days).format(n=ending_days),
        "notice": w.pgettext("people", "Notice due"),
        "registration": w.pgettext("people", "Registration due"),
        "barred": w.pgettext("people", "Barred"),
        "outside": w.pgettext("people", "Outside"),
    }[code]


def group_hint(w: Words, code: Group) -> str:
    """Say who belongs to those."""
    return {
        "overstay": w.gettext("In Kazakhstan after the last lawful day"),
        "ending": w.gettext("The day to leave by is near, whatever sets it"),
        "notice": w.gettext("The host's notice is due, or its day is over and nothing is recorded"),
        "registration": w.gettext("A registration is due, or its day is over and nothing is recorded"),
        "barred": w.gettext("An entry is refused, or an order tells to leave"),
        "outside": w.gettext("Not in Kazakhstan on this day"),
    }[code]


def citizenship(w: Words, who: Traveller) -> str:
    """Name the citizenship, and the passport where it is no ordinary one."""
    if not who.citizenship:
        return ""
    return w.country(who.citizenship) if who.passport == "national" else answers.person(w, who)


def state(w: Words, line: Line) -> str:
    """Say in a few words how somebody stands."""
    if line.standing is Standing.OVERSTAY and line.aspect != "nobody":
        return over(w, line.over)
    if line.aspect is not None:
        return spoken_state(w, line)
    return standing(w, line.standing)


def standing(w: Words, kind: Standing) -> str:
    """Name how somebody stands in a tight place."""
    return {
        Standing.OUTSIDE: w.pgettext("people", "outside"),
        Standing.LAWFUL: w.pgettext("people", "within limits"),
        Standing.ENDING: w.pgettext("people", "stay is ending"),
        Standing.OVERSTAY: w.pgettext("people", "overstay"),
        Standing.PERMIT: w.pgettext("people", "has a permit"),
        Standing.ORDERED: w.pgettext("people", "ordered to leave"),
        Standing.BARRED: w.pgettext("people", "entry is refused"),
        Standing.NO_REGIME: w.pgettext("people", "visa needed?"),
    }[kind]


def spoken_state(w: Words, line: Line) -> str:
    """Say how somebody stands."""
    if line.aspect == "nobody":
        return answers.no_citizenship(w)
    if line.standing is Standing.OVERSTAY:
        return over_at_least(w, line.over) if line.at_least else over(w, line.over)
    return answers.standing_with(w, line.standing, line.aspect)


def over(w: Words, days: int) -> str:
    """Say how many days are over."""
    return w.ngettext("{n} day over", "{n} days over", days).format(n=days)


def over_at_least(w: Words, days: int) -> str:
    """Say how many days are over for sure, where it may be more."""
    return w.ngettext("{n} day over at least", "{n} days over at least", days).format(n=days)


def days_left(line: Line) -> str:
    """Write the days that are left, below nought with the sign of print."""
    left = line.days_left
    return "" if left is None else f"{MINUS}{-left}" if left < 0 else str(left)


def spoken_days_left(w: Words, line: Line) -> str:
    """Say how many days are left, or over."""
    left = line.days_left
    if left is None:
        return w.gettext("none to count")
    if left < 0:
        return over(w, -left)
    return w.ngettext("{n} day left", "{n} days left", left).format(n=left)


def next_duty(w: Words, line: Line, on: date) -> str:
    """Name what comes next; of who is outside when and for how long an entry is possible."""
    if line.duty is not None:
        name = duties.short_name_of(w, line.duty)
        return name[:1].upper() + name[1:]
    if line.enter is None:
        return NOTHING
    day, days = line.enter
    if day <= on:
        return w.ngettext("may enter for {n} day", "may enter for {n} days", days).format(n=days)
    return w.ngettext("may enter from {day} for {n} day", "may enter from {day} for {n} days", days).format(
        day=w.day_month(day) if day.year == on.year else w.day(day), n=days
    )


def due(w: Words, line: Line, on: date) -> str:
    """Write the day of the next duty; one that is over by what became of it."""
    duty = line.duty
    if duty is None:
        return ""
    if duty.overdue:
        return overdue(w)[duty.state]
    day = duty.to_go_by
    return w.day_month(day) if day.year == on.year else w.day(day)


def overdue(w: Words) -> dict[str, str]:
    """Name what became of a duty whose day is over."""
    return {"missed": w.pgettext("people", "missed"), "unrecorded": w.pgettext("people", "not recorded")}


def spoken_due(w: Words, line: Line, on: date) -> str:
    """Say the day of the next duty, and what became of it where that is over."""
    duty = line.duty
    if duty is None:
        return w.gettext("no day")
    day = w.full_day(duty.to_go_by)
    told = due(w, line, on)
    return f"{told}, {day}" if duty.overdue else day


def presence(w: Words, line: Line, period: int) -> str:
    """Say how many of the last days somebody was here, and how many of them were too many."""
    told = w.ngettext("here on {n} day of the last {period}", "here on {n} days of the last {period}", line.here)
    beyond = sum(piece.days.days for piece in line.pieces if piece.over)
    more = over(w, beyond) if beyond else ""
    return ", ".join(filter(None, (told.format(n=line.here, period=period), more)))


def stretches(w: Words, line: Line) -> list[str]:
    """Write the days of presence one after another, with what is over."""
    told: list[str] = []
    for piece in line.pieces:
        days = w.span(piece.days)
        told.append(w.gettext("{days}: over the limit").format(days=days) if piece.over else days)
    return told


def shown(w: Words, count: int, every: int) -> str:
    """Say how many of all are shown."""
    if count == every:
        return travellers(w, count)
    return w.ngettext("{n} traveller of {every}", "{n} travellers of {every}", count).format(
        n=w.number(count), every=w.number(every)
    )


def travellers(w: Words, count: int) -> str:
    """Write a number of travellers."""
    return w.ngettext("{n} traveller", "{n} travellers", count).format(n=w.number(count))


def late(w: Words, count: int) -> str:
    """Say how many stay too long or have missed something."""
    return w.ngettext(
        "{n} stays too long or has missed something", "{n} stay too long or have missed something", count
    ).format(n=w.number(count))
