"""The host's desk in sentences: who the host is, what is due, what was late, and what becomes of invitations."""

from __future__ import annotations

from datetime import date

from kzstay.core.hosts import NOTICE, WEEK, Desk, Tally, Task, can_be_marked
from kzstay.core.law.loading import Law
from kzstay.core.readings import Reading
from kzstay.texts import answers, foreign, readings
from kzstay.texts import law as law_texts
from kzstay.texts.words import Words

# Who it is


def name(w: Words, desk: Desk) -> str:
    """Name a host; one without a name, and none, by what is lacking."""
    if desk.host.kind is None:
        return w.gettext("No host entered")
    return foreign.name(desk.name) or w.gettext("Host without a name")


def kind(w: Words, desk: Desk) -> str:
    """Name the kind of a host; nothing where none is entered."""
    return answers.host(w, desk.host.kind) if desk.host.kind else ""


def label(w: Words, desk: Desk) -> str:
    """Name a host with its kind on one line, as a list has it."""
    return " · ".join(filter(None, (name(w, desk), kind(w, desk))))


def heading(w: Words, desk: Desk) -> str:
    """Name a host with its kind over what is told of it."""
    named = label(w, desk)
    return w.gettext("Host: {host}").format(host=named) if desk.host.known else named


def guests(w: Words, desk: Desk) -> str:
    """Say how many of the guests are in Kazakhstan now."""
    count = len(desk.guests)
    told = w.ngettext("{here} of {n} guest is in Kazakhstan", "{here} of {n} guests are in Kazakhstan", count)
    return told.format(here=desk.here, n=count)


# What is to be done


def due(w: Words, desk: Desk) -> list[str]:
    """Say what is due in the seven days that begin with the day of reckoning: notices, then registrations."""
    notices, registrations = _due_soon(desk, desk.notices), _due_soon(desk, desk.registrations)
    if not notices and not registrations:
        return [w.gettext("No notice or registration is due in the next {n} days").format(n=WEEK)]
    found: list[str] = []
    if (count := len(notices)) and notices[-1].due == desk.on:
        found.append(
            w.ngettext("{n} notice due on this day", "{n} notices due on this day", count).format(n=count)
        )
    elif count:
        told = w.ngettext("{n} notice due by {day}", "{n} notices due by {day}", count)
        found.append(_with_today(w, desk, told, notices))
    if (count := len(registrations)) and registrations[-1].due == desk.on:
        told = w.ngettext("{n} registration due on this day", "{n} registrations due on this day", count)
        found.append(told.format(n=count))
    elif count:
        told = w.ngettext("{n} registration due by {day}", "{n} registrations due by {day}", count)
        found.append(_with_today(w, desk, told, registrations))
    return found


def _due_soon(desk: Desk, tally: Tally) -> tuple[Task, ...]:
    return tally.due_by(desk.week_end)


def _with_today(w: Words, desk: Desk, told: str, tasks: tuple[Task, ...]) -> str:
    """Say by which day all of them are due, and how many of them on the day of reckoning."""
    last, at_once = tasks[-1].due, sum(task.due == desk.on for task in tasks)
    said = told.format(n=len(tasks), day=w.day_month(last) if last.year == desk.on.year else w.day(last))
    if not at_once:
        return said
    # Translators: {due} is such as “3 notices due by 30 Nov”
    return w.ngettext("{due}, {n} of them on this day", "{due}, {n} of them on this day", at_once).format(
        due=said, n=at_once
    )


def past(w: Words, law: Law, desk: Desk) -> list[str]:
    """Say what was missed, was late or is not recorded."""
    found: list[str] = []
    for tally, of_notices in ((desk.notices, True), (desk.registrations, False)):
        if count := len(tally.missed):
            told = (
                w.ngettext("{n} notice missed", "{n} notices missed", count)
                if of_notices
                else w.ngettext("{n} registration missed", "{n} registrations missed", count)
            )
            found.append(told.format(n=count))
        if count := len(tally.unrecorded):
            told = (
                w.ngettext("{n} notice not recorded", "{n} notices not recorded", count)
                if of_notices
                else w.ngettext("{n} registration not recorded", "{n} registrations not recorded", count)
            )
            found.append(told.format(n=count))
    late = len(desk.notices.late)
    told = w.ngettext(
        "{n} notice late in the last {months} months", "{n} notices late in the last {months} months", late
    )
    return [*found, told.format(n=late, months=law.invitations.months)] if late else found


# Invitations


def invitations(w: Words, law: Law, desk: Desk) -> str:
    """Say until when no invitation is considered, or before which day one more offence would lead to that."""
    found, row = desk.invitations, law.invitations
    if found is None:
        if desk.host.kind is None:
            return w.gettext("Nothing is concluded for a host who is not entered.")
        return w.gettext("Without its name this host cannot be told from others. Offences are not added up.")
    if found.barred_until:
        return w.gettext("Invitations are not considered until {day} at least.").format(
            day=w.full_day(found.barred_until)
        )
    if found.bars_before:
        return w.gettext("One more offence before {day} bars invitations.").format(
            day=w.full_day(found.bars_before)
        )
    return w.gettext("No late notice is recorded in the last {months} months.").format(months=row.months)


def why(w: Words, law: Law, desk: Desk, reading: Reading) -> str:
    """Say by which rule that is so, what was counted, and what is taken for granted."""
    if desk.invitations is None:
        return ""
    rule = law_texts.invitations(w, law)
    counted = w.gettext(
        "Counted is each notice that was given late by the dates entered here, from the day after it was due "
        "({reading}). All stays of a guest are taken for stays with this host. Whether and when the host was held "
        "liable is not known here: the months run from that day, which is later. Whether the host saw to papers "
        "and departure is not known here either, and counts too."
    ).format(reading=readings.name(w, reading))
    return f"{rule} {counted} {law_texts.citations(w, law, law.invitations.articles)}."


# Marking as done


def mark_title(w: Words, of: str) -> str:
    """Head the sheet in which several are marked as done."""
    return w.gettext("Mark notices as done") if of == NOTICE else w.gettext("Mark registrations as done")


def mark_lead(w: Words) -> str:
    """Say what marking does."""
    return w.gettext(
        "The day is recorded with each stay that is ticked. Stays with a record of their own keep it."
    )


def task(w: Words, one: Task, who: str) -> str:
    """Name a notice or a registration: whose it is, of which arrival, and by which day it is due."""
    event = w.gettext("arrived {day}") if one.move is None else w.gettext("new address since {day}")
    last = w.gettext("due {day}") if one.state == "open" else w.gettext("was due {day}")
    parts = foreign.name(who) or w.gettext("New traveller"), event.format(day=w.day(one.since))
    return " · ".join((*parts, last.format(day=w.day(one.due))))


def on_day(w: Words, one: Task, day: date, on: date) -> str:
    """Say why something cannot have been done on a day, or that it would be late; nothing where neither is so."""
    if can_be_marked(one, day, on):
        return w.gettext("late on this day") if day > one.due else ""
    if day > on:
        return w.gettext("this day is still to come")
    return w.gettext("left before this day") if day >= one.since else w.gettext("not here yet on this day")


def mark_button(w: Words, count: int) -> str:
    """Say what the button of the sheet does."""
    return w.ngettext("Mark {n} as done", "Mark {n} as done", count).format(n=count)


def marked(w: Words, of: str, count: int, day: date) -> str:
    """Say what was recorded."""
    told = (
        w.ngettext("{n} notice recorded for {day}.", "{n} notices recorded for {day}.", count)
        if of == NOTICE
        else w.ngettext("{n} registration recorded for {day}.", "{n} registrations recorded for {day}.", count)
    )
    return told.format(n=count, day=w.full_day(day))
