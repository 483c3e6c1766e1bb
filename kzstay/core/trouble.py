"""Trouble: what presses a traveller on a day, and the dated path of what comes of it.

Nothing is reckoned here: the path sets in order what the agenda, the costs and the next entry know.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, get_args

import msgspec

from kzstay.core import agenda
from kzstay.core.assess import Assessment
from kzstay.core.costs import Cost, cost_of, next_step, surely_expelled
from kzstay.core.days import DAY
from kzstay.core.duties import Duty
from kzstay.core.sanctions import REMOVALS
from kzstay.core.verdict import Standing

Cause = Literal[
    "ordered",  # told to leave, by a court or by the police
    "ban",
    "expulsion",  # one, or a readmission, that was not carried out
    "overstay",
    "fine",
    "missed",
    "ending",  # of the visa-free term
    "permit-ending",
    "no-term",  # here, and no visa-free term nor permit is known
    "birthday",  # in this stay, of an age from which a permit is asked for
    "due",
    "right",  # a complaint is still possible
    "unrecorded",
]
When = Literal[
    "past",
    "overdue",  # its day is over, and it was missed or is not recorded
    "now",
    "soon",  # within the days in which a stay is said to be ending
    "later",
]
What = Literal[
    "served",  # a ruling
    "last-day",  # the last lawful one, that is over
    "over",  # today, after it
    "dearer",  # from this day on an overstay costs more
    "no-term",  # today, without one that is known
    "undated",  # an order to leave by a day that is not entered
    "late",  # today, after the court's day
    "begins-over",  # the first day that would be one
    "birthday",
    "duty",
    "checkpoint",  # to which nobody who is found at the border is punished for a court's day that is over
    "ban",  # that begins with an expulsion nobody knows the day of, or that is the least that threatens
    "return",  # the next entry
]

_ORDER: tuple[Cause, ...] = get_args(Cause)
_WHEN: tuple[When, ...] = get_args(When)


class Waypoint(msgspec.Struct, frozen=True, kw_only=True):
    """One thing on the path: what happened, is to be done, or will be."""

    what: What
    day: date | None  # None where nobody can say on which day
    when: When
    duty: Duty | None = None
    ruling: int | None = None
    cost: Cost | None = None


def causes(a: Assessment) -> list[Cause]:
    """List what presses on the day of reckoning, what matters most first; empty where nothing does."""
    if a.citizen:
        return []
    found: list[Cause] = [bar.because for bar in a.bars]
    found += _of_stay(a)
    present = [duty for duty in agenda.present(a) if agenda.presses(duty)]
    if agenda.neglected(a):
        found.append("missed")
    if any(_comes_of_age(a, duty) for duty in present):
        found.append("birthday")
    if any(agenda.urgency(duty, a.on) is agenda.Urgency.DUE and duty.row.prominence == "duty" for duty in present):
        found.append("due")
    if any(duty.state == "open" and duty.row.right for duty in present):
        found.append("right")
    if any(duty.state == "unrecorded" for duty in present):
        found.append("unrecorded")
    return list(dict.fromkeys(sorted(found, key=_ORDER.index)))


def duty_of(a: Assessment, cause: Cause) -> Duty | None:
    """Return the duty that a cause comes of, where it comes of one."""
    states = {"missed": "missed", "due": "open", "right": "open", "unrecorded": "unrecorded"}
    wanted = [
        duty
        for duty in agenda.in_order(a, agenda.present(a))
        if duty.state == states.get(cause)
        and (not duty.row.leaving or cause == "unrecorded")  # to have left too late is told by its days
        and duty.row.right == (cause == "right")
    ]
    return next(iter(wanted), None)


def path(a: Assessment) -> list[Waypoint]:
    """List what happened, what is to be done and what comes of it, by the day; empty where nothing presses."""
    pressing = causes(a)
    if not pressing:
        return []
    found = [*_served(a), *_tasks(a), *_overstay(a), *_ordered(a), *_return(a)]
    if "no-term" in pressing:
        found.append(Waypoint(what="no-term", day=a.on, when="now"))
    return sorted(found, key=lambda point: (point.day or date.max, _WHEN.index(point.when)))


def _of_stay(a: Assessment) -> Iterator[Cause]:
    """Yield what presses of the present stay itself."""
    if a.current is None:
        return
    left = a.days_left
    if a.standing is Standing.OVERSTAY:
        yield "overstay"
    elif a.standing is Standing.ENDING:
        yield "ending"
    elif a.standing is Standing.PERMIT and left is not None and left <= a.law.ending_days:
        yield "permit-ending"
    elif a.standing is Standing.NO_REGIME and a.need != "unknown-then":
        yield "no-term"


def _comes_of_age(a: Assessment, duty: Duty) -> bool:
    """Tell whether a duty comes of a birthday in the present stay."""
    return duty.row.days_after_birthday is not None and duty.since > a.entry


def _when(a: Assessment, day: date) -> When:
    if day < a.on:
        return "past"
    return "soon" if (day - a.on).days <= a.law.ending_days else "later"


# The path


def _served(a: Assessment) -> Iterator[Waypoint]:
    """Yield the rulings of which something is still open, or which forbid."""
    told = {duty.ruling for duty in agenda.told(a)} | {bar.ruling for bar in a.bars}
    for index, ruling in enumerate(a.traveller.rulings):
        if index in told:
            yield Waypoint(what="served", day=ruling.served, when="past", ruling=index)


def _tasks(a: Assessment) -> Iterator[Waypoint]:
    """Yield what is to be done, or was missed, of the present stay and after rulings."""
    told = agenda.told(a)
    stopping = {(duty.ruling, duty.due.safe) for duty in told if duty.kind == "suspend"}
    for duty in told:
        if not agenda.is_present(a, duty) or (
            duty.stay is not None and duty.row.leaving and duty.state == "missed"
        ):
            continue  # to stay too long is told by its days
        if duty.kind == "longer" and any(bar.because == "expulsion" for bar in a.bars):
            continue  # nobody who is to be returned is given a permit
        if duty.kind == "leave" and _expelled(a):
            continue  # the court's day is the one to leave by
        if duty.state == "unrecorded" and a.standing in (Standing.ORDERED, Standing.OVERSTAY):
            continue  # what nobody wrote down can wait
        if duty.kind == "appeal" and (duty.ruling, duty.due.safe) in stopping:
            continue  # the appeal that stops the expulsion is the same one
        if _comes_of_age(a, duty):
            yield Waypoint(what="birthday", day=duty.since, when=_when(a, duty.since), duty=duty)
        when = "overdue" if duty.overdue else _when(a, duty.to_go_by)
        yield Waypoint(what="duty", day=duty.to_go_by, when=when, duty=duty, ruling=duty.ruling)
    for bar in a.bars:
        if bar.because == "ban":
            duty = next(one for one in a.ruling_duties if one.ruling == bar.ruling and one.row.prominence == "bar")
            yield Waypoint(what="duty", day=bar.until, when="later", duty=duty, ruling=bar.ruling)


def _overstay(a: Assessment) -> Iterator[Waypoint]:
    """Yield the days of an overstay, or the first that would be one."""
    until, duty = a.leave_until, next((one for one in agenda.present(a) if one.kind == "leave"), None)
    if a.current is None or duty is None or until is None:
        return
    if until < a.on:
        yield Waypoint(what="last-day", day=until, when="past", duty=duty)
        if _expelled(a):
            return  # the court has ruled on it, and set a day of its own
        if a.reckoning.over[0]:
            yield Waypoint(what="over", day=a.on, when="now", duty=duty, cost=cost_of(a, duty))
        if step := next_step(a, duty):
            yield Waypoint(what="dearer", day=step.day, when=_when(a, step.day), duty=duty, cost=step.cost)
    elif a.standing is not Standing.ORDERED:
        first = until + DAY
        yield Waypoint(what="begins-over", day=first, when="later", duty=duty, cost=cost_of(a, duty, days=1))


def _expelled(a: Assessment) -> bool:
    """Tell whether a court ordered the traveller to leave."""
    rulings = a.traveller.rulings
    return any(bar.because == "ordered" and rulings[bar.ruling].kind == "expulsion" for bar in a.bars)


def _ordered(a: Assessment) -> Iterator[Waypoint]:
    """Yield what follows on an expulsion or a readmission. Source: KoAP 669, note; LF 22."""
    for bar in a.bars:
        if bar.because == "ordered" and bar.until is None:
            yield Waypoint(what="undated", day=a.on, when="now", ruling=bar.ruling)
        ordered = bar.because == "ordered" and a.traveller.rulings[bar.ruling].kind == "expulsion"
        if not ordered and bar.because != "expulsion":
            continue
        if ordered and bar.until is not None and bar.until < a.on:
            yield Waypoint(what="late", day=a.on, when="now", ruling=bar.ruling)
        if ordered and bar.until is not None and (last := bar.until + DAY * a.law.checkpoint.days) >= a.on:
            yield Waypoint(what="checkpoint", day=last, when="later", ruling=bar.ruling)
        yield Waypoint(what="ban", day=None, when="later", ruling=bar.ruling)


def _return(a: Assessment) -> Iterator[Waypoint]:
    found = a.next_entry
    if surely_expelled(a):
        yield Waypoint(what="ban", day=None, when="later")  # which day a next entry is on nobody can say
    elif found is not None and found.day > a.on and not a.resides:
        yield Waypoint(what="return", day=found.day, when="later")


def stops(a: Assessment, ruling: int) -> bool:
    """Tell whether a complaint against a ruling may still keep somebody here: before the day to leave by alone.

    Source: KoAP 834(4); of a decision of the police APPK 96(1).
    """
    if any(
        duty.kind == "suspend" and duty.ruling == ruling and duty.state == "lapsed" for duty in a.ruling_duties
    ):
        return False
    return all(bar.until is None or bar.until >= a.on for bar in a.bars if bar.ruling == ruling)


# What may be recorded


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A field that a person fills in once something of the path is done."""

    field: str  # of the stay, its change of address or the ruling; or ``permit`` for one that is not there yet
    stay: int | None = None
    move: int | None = None  # of the stay
    ruling: int | None = None


def records(a: Assessment) -> list[Record]:
    """List what may be recorded of what presses, what matters most first."""
    found = [*_of_leaving(a)]
    for duty in agenda.told(a):
        if not agenda.is_present(a, duty) or not agenda.presses(duty):
            continue
        if field := agenda.recordable(duty, a.on):
            found.append(Record(field=field, stay=duty.stay, move=duty.move))
        elif duty.ruling is not None and duty.row.recorded:
            found.append(Record(field=duty.row.recorded, ruling=duty.ruling))
    if {"ending", "permit-ending", "no-term", "birthday"}.intersection(causes(a)):
        found.append(Record(field="permit"))
    return list(dict.fromkeys(found))


def _of_leaving(a: Assessment) -> Iterator[Record]:
    """Yield the exit of somebody who has to leave, and the day on which that was carried out."""
    pressed = {"ordered", "overstay", "ending", "permit-ending", "no-term"}.intersection(causes(a))
    if a.current is not None and pressed:
        yield Record(field="exit", stay=a.current)
    for bar in a.bars:
        if bar.because in ("ordered", "expulsion") and a.traveller.rulings[bar.ruling].kind in REMOVALS:
            yield Record(field="executed", ruling=bar.ruling)
