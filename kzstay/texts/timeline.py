"""Timeline, in words: what is written on it, and what is said of each part to who points at it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from kzstay.core.assess import Assessment
from kzstay.core.case import Permit
from kzstay.core.days import Span
from kzstay.core.limit_use import use_of
from kzstay.texts import answers, foreign, papers, person, picture
from kzstay.texts.words import Words

Part = Literal[
    "within",
    "close",
    "over",
    "planned",
    "planned-over",
    "left",
    "permit",
    "trip",
    "trip-impossible",
    "history",
    "breaks",
    "openings",
    "due",
    "done",
    "unrecorded",
    "missed",
    "reckoned",
    "period",
    "free",
    "used",
    "limit",
    "used-over",
]

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


# What is told of a part


def stay(w: Words, a: Assessment, index: int) -> list[str]:
    """Tell of a stay its days, how it stands, what became of the host's notice, and the note that was typed."""
    found = a.stay(index)
    counted = answers.days(w, found.days) if found.days else ""
    named = " · ".join(filter(None, (answers.stay_label(w, found), counted)))
    return [named, *stay_told(w, a, index)]


def stay_told(w: Words, a: Assessment, index: int) -> list[str]:
    """Tell of a stay what is told of it beside its days."""
    notices = [duty for duty in a.stay_duties(index) if duty.kind == "host-notice" and duty.state != "waived"]
    lines = [answers.stay_status(w, a, a.stay(index)), *(person.duty(w, a, duty) for duty in notices)]
    lines.append(foreign.clean(a.traveller.stays[index].note))
    return [line for line in lines if line]


def day(w: Words, a: Assessment, on: date) -> list[str]:
    """Tell of a day whether people work on it, and what is used and left in the days looked back on."""
    works = a.law.calendar.is_working(on)
    named = w.long_day(on) if works else w.gettext("{day} · a day off").format(day=w.long_day(on))
    return [named, *used(w, a, on)]


def used(w: Words, a: Assessment, on: date) -> list[str]:
    """Tell what is used of the counting limit on a day; nothing where none counts."""
    limit = a.reckoning.counting_limit(on)
    if limit is None:
        return []
    use = use_of(a.reckoning, limit, on, projected=on > a.reckoning.on)
    if use.window is None or use.used is None:
        return []
    return [bracket(w, limit.row.period, use.window, use.used, use.days)[0]]


def looked_back(w: Words, a: Assessment, on: date) -> list[str]:
    """Tell of the bracket what it spans, and why it may span a day more than the rule names."""
    limit = a.reckoning.counting_limit(on)
    lines = used(w, a, on)
    if limit is not None and limit.row.period and lines:
        window = use_of(a.reckoning, limit, on, projected=on > a.reckoning.on).window
        lines.append(picture.look_back(w, limit.row.period, window.days) if window else "")
    return [line for line in lines if line]


def limit_line(w: Words, a: Assessment) -> list[str]:
    """Tell what the dotted line and the line under it are."""
    limit = a.reckoning.counting_limit(a.on)
    if limit is None:
        return []
    return [
        w.gettext("The dotted line is the limit: {rule}.").format(rule=answers.limit_rule(w, limit.row)),
        w.gettext("The line below it is how many days are used on each day."),
    ]


def left(w: Words, a: Assessment, index: int) -> list[str]:
    """Tell until when the present stay may go on."""
    until = a.stay(index).lawful_until.under(a.reading)
    if until is None or until <= a.on:
        return []
    days = (until - a.on).days
    return [
        w.ngettext(
            "The present stay may go on for {n} day, until {day}",
            "The present stay may go on for {n} days, until {day}",
            days,
        ).format(n=days, day=w.full_day(until))
    ]


def open_plan(w: Words, a: Assessment, index: int) -> list[str]:
    """Tell until when a planned stay without an end may last."""
    found = a.stay(index)
    until = found.lawful_until.under(a.reading)
    if until is None:
        return stay(w, a, index)
    days = (until - found.entry).days + 1
    told = w.ngettext(
        "This planned stay has no end yet: it may last {n} day, until {day}",
        "This planned stay has no end yet: it may last {n} days, until {day}",
        days,
    )
    return [answers.stay_label(w, found), told.format(n=days, day=w.full_day(until))]


def permit(w: Words, found: Permit) -> list[str]:
    """Tell of a permit what it is and on which days it is valid."""
    name = papers.permit(w, found.kind)
    line = w.gettext("{permit}: {first} – {last}").format(
        permit=name[:1].upper() + name[1:], first=w.full_day(found.first), last=w.full_day(found.until)
    )
    days = papers.days(w, found.days, found.period)
    return [line, w.gettext("days allowed: {days}").format(days=days)] if days else [line]


def trip(w: Words, days: Span | None, entry: date, *, possible: bool) -> list[str]:
    """Tell of a trip in mind its days, and whether it is possible."""
    verdict = w.pgettext("trip", "possible") if possible else w.pgettext("trip", "not possible")
    if days is None:
        return [w.gettext("Trip in mind from {day}").format(day=w.full_day(entry)), verdict]
    named = w.gettext("Trip in mind: {span}").format(span=answers.span_label(w, days.first, days.last))
    return [f"{named} · {answers.days(w, days.days)}", verdict]


def opening(w: Words, days: Span) -> list[str]:
    """Tell of the bar under the lane on which days the trip in mind may begin."""
    span = answers.span_label(w, days.first, days.last) if days.days > 1 else w.day(days.first)
    return [w.gettext("The trip in mind fits if you enter on one of these days: {span}").format(span=span)]


def reckoned(w: Words, on: date, today: date) -> list[str]:
    """Tell for which day everything is worked out, and which day it is where that is another."""
    told = [w.gettext("Calculated for {day}").format(day=w.long_day(on))]
    if on != today:
        told.append(w.gettext("Today is {day}").format(day=w.long_day(today)))
    return told


def aloud(lines: list[str]) -> str:
    """Put lines together as they are said: a voice makes no pause at the dot that stands between them."""
    return "; ".join(line.removesuffix(".") for line in lines)


# What everything means


def legend(w: Words) -> dict[Part, str]:
    """Say what each part of the picture stands for, in the order in which it is read."""
    return {
        "within": w.gettext("A full bar: a stay within the limits"),
        "close": w.gettext("With slanted lines: the present stay, which ends soon"),
        "over": w.gettext("Cross-hatched: days over the limit"),
        "planned": w.gettext("A dashed frame: a planned stay, or one of which no limit is known"),
        "planned-over": w.gettext("Slanted lines in a dashed frame: days of a plan that would be over the limit"),
        "left": w.gettext("A dotted frame: days that a stay may still last"),
        "permit": w.gettext("A narrow strip above the stays: a visa or another permit"),
        "trip": w.gettext("A trip in mind on the page “Plan”, within the longest that is possible"),
        "trip-impossible": w.gettext("In the colour of days over the limit: a trip in mind that is not possible"),
        "history": w.gettext("A low dotted frame: how long the trip may last by earlier stays alone"),
        "breaks": w.gettext("A thick frame round a stay: the trip in mind would make it too long"),
        "openings": w.gettext("A thick bar under the stays: days on which the trip in mind may begin"),
        "due": w.gettext("A dot on a stem: the day on which a duty falls due"),
        "done": w.gettext("The same in grey: a duty that was done or is not required"),
        "unrecorded": w.gettext("A ring on a stem: nobody recorded whether the duty was done"),
        "missed": w.gettext("A square on a stem: a duty that was missed"),
        "reckoned": w.gettext("The upright line: the day for which everything is calculated"),
        "period": w.gettext("The bracket and the tinted ground: the days that are looked back on from that day"),
        "free": w.gettext("Grey stripes: days off, weekends and holidays"),
        "used": w.gettext("The line at the bottom: how many days are used on each day"),
        "limit": w.gettext("The dotted line: the limit of the days used"),
        "used-over": w.gettext("A thicker line above the limit: more days are used than it allows"),
    }
