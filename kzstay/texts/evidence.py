"""Evidence: the short facts under the answer, with what is used of each limit."""

from __future__ import annotations

from datetime import date

from kzstay.core.assess import Assessment
from kzstay.core.limit_use import LimitUse
from kzstay.core.next_entry import by_history_today, next_entry
from kzstay.core.readings import Reading
from kzstay.core.verdict import Standing
from kzstay.texts import entries, particulars, readings, stay_notes
from kzstay.texts.words import Words


def facts(w: Words, a: Assessment) -> list[str]:
    """List the short facts under the answer."""
    found = _of_entry(w, a)
    others = {limit.kind: _in_period(limit) for limit in a.usual_limits}  # the usual count may know fewer limits
    permitted = a.leave_by is None or a.leave_by.because == "permit"
    found += [particulars.visa_used(w, use) for use in a.period_uses]
    if a.residence:
        found.append(particulars.days_here(w, a.residence))
    for limit in a.limits if a.limits_bind else []:
        if limit.kind == "per-entry" and a.current is not None and not permitted:
            found.append(day_of(w, (a.on - a.entry).days + 1, limit.days))
        elif limit.used is not None:
            fact = used(w, limit)
            other = others.get(limit.kind)
            if other is not None and other != _in_period(limit):
                fact = readings.fact_sides(w, fact, other)
            if limit.kind == "forward" and limit.window and a.current is not None and limit.window.first > a.entry:
                # Else the days used contradict those of the entry that stand beside them
                fact = f"{fact} · {counted_anew(w, limit.window.first)}"
            if limit.left_out:
                fact = f"{fact} · {left_out_before(w, a, limit.left_out)}"
            found.append(fact)
    if a.standing is Standing.ENDING or a.standing is Standing.OVERSTAY:
        found += stay_notes.as_counted(w, a)
    if a.leave_by and a.leave_by.safe != a.leave_by.usual and a.leave_by.usual and a.reading is Reading.SAFE:
        found.append(readings.usual_day(w, w.full_day(a.leave_by.usual)))
    return found


def _of_entry(w: Words, a: Assessment) -> list[str]:
    """Say what else there is to an entry of somebody who is outside."""
    found = a.next_entry
    if a.current is not None or found is None:
        return []
    other = next_entry(a.other) if a.reading is Reading.SAFE else None
    facts = [entries.by_usual(w, found, other), entries.by_history(w, found)]
    if found.day > a.on and not a.bars:
        facts.insert(0, entries.this_day_by_history(w, by_history_today(a.reckoning)))
    return [fact for fact in facts if fact]


def counted_anew(w: Words, begins: date) -> str:
    """Say that the period in which days are used began during the present stay."""
    return w.gettext("a new period began on {day}: days before it no longer count").format(day=w.full_day(begins))


def day_of(w: Words, day: int, days: int) -> str:
    """Say which day of an entry it is; beyond the last one "of" would be nonsense."""
    if day > days:
        return w.gettext("day {day} of this stay, the term is {days} days").format(day=day, days=days)
    return w.gettext("day {day} of {days} in this entry").format(day=day, days=days)


def used(w: Words, limit: LimitUse) -> str:
    """Say how much of a limit is used, or that more is than it allows."""
    over = (limit.used or 0) > limit.days
    if limit.kind == "calendar-year":
        pattern = (
            w.gettext("{used} days used this calendar year, the limit is {days}")
            if over
            else w.gettext("{used} of {days} days used this calendar year")
        )
    elif limit.kind == "forward":
        pattern = (
            w.gettext("{used} days used in the {period} days from the first entry, the limit is {days}")
            if over
            else w.gettext("{used} of {days} days used in the {period} days from the first entry")
        )
    elif over:
        pattern = w.gettext("{used} days used in {period} days, the limit is {days}")
    else:
        pattern = w.gettext("{used} of {days} days used in {period} days")
    return pattern.format(used=_in_period(limit), days=limit.days, period=limit.period)


def _in_period(limit: LimitUse) -> int | None:
    """Count the days used, no more than a period has: the strict count looks at a day more."""
    return limit.used if limit.used is None or limit.period is None else min(limit.used, limit.period)


def left_out_before(w: Words, a: Assessment, begins: date) -> str:
    """Say that a limit counts no day before its own beginning, or by the other reading no stay."""
    if a.law.settles("days-before-limit", a.reading):
        text = w.gettext("days before {day} are left out: the limit began on that day")
    else:
        text = w.gettext("stays entered before {day} are left out: the limit began on that day")
    return text.format(day=w.full_day(begins))
