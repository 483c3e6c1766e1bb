"""Trouble: what the topics on overstays, rulings, hosts and special cases mean for one person."""

from __future__ import annotations

from kzstay.content.person import stays
from kzstay.content.person.told import (
    Told,
    after_rulings,
    answered,
    by_duties,
    forbidden,
    helps_with,
    noted,
    together,
)
from kzstay.core import agenda
from kzstay.core.assess import Assessment
from kzstay.core.case import STATELESS
from kzstay.core.costs import cost_of, next_step, threatening
from kzstay.core.duties import Duty
from kzstay.core.host_costs import host_cost_of
from kzstay.texts import Words, beside, costs, duties, entries, host_costs
from kzstay.texts import person as texts

# Trouble


def overstay(w: Words, a: Assessment) -> Told | None:
    """Tell whether a stay was too long, what that costs and from when more; or which day is the last."""
    here = None if a.current is None else a.stay(a.current)
    others = [stay for stay in a.stays if not stay.planned and stay.index != a.current]
    earlier = [texts.days_over(w, a, stay) for stay in others if stay.overstay_days or stay.perhaps_over]
    if here is None:
        if not others:
            return None
        late = next((stay for stay in others if stay.overstay_days), None)
        return Told(earlier or [texts.none_over(w)], late.entry if late else None, late.index if late else None)
    until = a.leave_until
    if a.leave_by is None or until is None or until < a.on:
        return together(answered(w, a), Told(_cost(w, a)), Told(earlier))
    planned = texts.days_over(w, a, here) if here.overstay_days else ""  # by the exit that is entered
    return together(
        Told([texts.last_day(w, a, a.last_days(here.index)), planned], until, here.index), Told(earlier)
    )


def _missed_leaving(a: Assessment) -> Duty | None:
    """Return the duty to leave of the present stay, where its day is over."""
    present = [] if a.current is None else a.stay_duties(a.current)
    return next((duty for duty in present if duty.kind == "leave" and duty.state == "missed"), None)


def _cost(w: Words, a: Assessment) -> list[str]:
    """Tell what the overstay of the present stay costs, and from which day on it costs more."""
    missed = _missed_leaving(a)
    if missed is None or (cost := cost_of(a, missed)) is None:
        return []
    told = costs.told(w, a.law, missed, cost)
    step = next_step(a, missed)
    later = [beside.later(w, step)] if step else []
    # What it would cost a second time the topic says, where this is not one
    rest = told[2:] if cost.repeated == "no" and cost.again else told[1:]
    return [texts.fact(w, fact) for fact in [*told[:1], *later, *rest]]


def fines(w: Words, a: Assessment) -> Told | None:
    """Tell of each fine by when it is paid, and by when one complains."""
    fined = [index for index, ruling in enumerate(a.traveller.rulings) if ruling.kind == "fine"]
    found = [duty for duty in after_rulings(a, "fine", "appeal") if duty.ruling in fined]
    return by_duties(w, a, found)


def told_to_leave(w: Words, a: Assessment) -> Told | None:
    """Tell the day to leave by, and by when a complaint has to arrive."""
    ordered = next((bar for bar in a.bars if bar.because == "ordered"), None)
    told = (
        Told([entries.bar(w, a.reckoning, ordered)], ordered.until, a.current, pressing=True) if ordered else None
    )
    notes = noted(w, a, "complaint-without-day", "complaint-late", "complaint-after-term", "complaint-overstay")
    departs = after_rulings(a, "depart")
    said = [duty for duty in departs if ordered and duty.ruling == ordered.ruling and duty.state == "open"]
    others = [duty for duty in after_rulings(a, "depart", "suspend") if duty not in said]
    lines = [texts.duty(w, a, duty, others) for duty in agenda.in_order(a, others)]
    helps = [line for duty in departs for line in helps_with(w, a, duty)]
    day = departs[0].due.under(a.reading) if departs else None
    return together(told, Told([*notes, *lines, *helps], day))


def grounds(w: Words, a: Assessment) -> Told | None:
    """Tell of the ground that the case itself shows: an overstay after which a court may expel."""
    expelled = any(ruling.kind == "expulsion" for ruling in a.traveller.rulings)
    threats = together(answered(w, a), Told(_cost(w, a)[:1])) if "expulsion" in threatening(a) else None
    return together(forbidden(w, a) if expelled else None, threats)


def custody(w: Words, a: Assessment) -> Told | None:
    """Tell of a day of departure that was missed, after which a court may have somebody held."""
    missed = [duty for duty in after_rulings(a, "depart") if duty.state == "missed"]
    return by_duties(w, a, missed)


def appeal(w: Words, a: Assessment) -> Told | None:
    """Tell the terms of each ruling."""
    return by_duties(w, a, after_rulings(a, "appeal", "complaint", "suspend"))


def after_expulsion(w: Words, a: Assessment) -> Told | None:
    """Tell until when a ban holds, and what is not entered yet."""
    removed = any(ruling.kind in ("expulsion", "readmission") for ruling in a.traveller.rulings)
    over = [duty for duty in after_rulings(a, "ban-end") if duty.state != "open"]
    notes = Told(noted(w, a, "execution-unrecorded"))
    return together(forbidden(w, a), notes, by_duties(w, a, over)) if removed else None


# Hosts, and special cases


def _host(w: Words, a: Assessment) -> Told | None:
    return Told([texts.host(w, a.traveller.host.kind)]) if a.traveller.host else None


def hosts(w: Words, a: Assessment) -> Told | None:
    """Tell who the host is, which notices are owed, and what an overstay costs the host."""
    missed = _missed_leaving(a)
    cost = host_cost_of(a, missed) if missed else None
    over = [texts.fact(w, fact) for fact in host_costs.brief(w, cost)] if cost else []
    return together(_host(w, a), stays.host_notice(w, a), Told(over))


def invitations(w: Words, a: Assessment) -> Told | None:
    """Tell of the notices that were late or are missing."""
    late = [duty for duty in a.duties if duty.kind == "host-notice" and duty.state in ("done-late", "missed")]
    notes = Told(noted(w, a, "invitations", "host-unrecorded"))
    told = [texts.duty(w, a, duty, late) for duty in late]
    return together(_host(w, a), notes, Told(told)) if notes.lines or told else None


def employers(w: Words, a: Assessment) -> Told | None:
    """Tell who the host is, and whether the case shows a right to work."""
    return together(_host(w, a), stays.work(w, a)) if a.traveller.host else None


def stateless(w: Words, a: Assessment) -> Told | None:
    """Tell how a stateless person stands."""
    if a.traveller.citizenship != STATELESS:
        return None
    return together(stays.residence(w, a), Told(noted(w, a, "stateless")), answered(w, a))


def diplomats(w: Words, a: Assessment) -> Told | None:
    """Tell how somebody with a service or diplomatic passport stands."""
    if a.traveller.shown(a.current)[1] == "national":
        return None
    present = [] if a.current is None else a.stay_duties(a.current)
    waived = [duties.reason(w, a.law, duty.reason) for duty in present if duty.reason == "passport"]
    return together(Told([texts.passport(w, a)]), answered(w, a), Told(waived))
