"""Earliest entry: when one may come again and for how long, by history; later plans take nothing from it."""

from __future__ import annotations

from datetime import date

from kzstay.core.days import DAY
from kzstay.core.limits import Rolling
from kzstay.core.reckoning import Reckoning


def after_this(reckoning: Reckoning, assumed: date | None) -> date:
    """Return the first day of a next entry that is thought of: after the present stay, or the day of reckoning.

    ``assumed`` is the day on which a present stay without an exit is taken to end.
    """
    here, on = reckoning.current, reckoning.on
    if here is None:
        return on
    if reckoning.resides(here):
        return max(on, reckoning.end(here)) + DAY  # and it goes on as it was
    leaving = reckoning.traveller.stays[here].exit or assumed or on
    return max(leaving, on) + DAY


def assumed_exit(reckoning: Reckoning) -> date | None:
    """Return the day on which a present stay without an exit is taken to end: its last lawful day, or today.

    None where nothing has to be assumed.
    """
    here = reckoning.open
    if here is None or reckoning.resides(here):
        return None
    return max(reckoning.leave_by(here)[0] or reckoning.on, reckoning.on)


def counted_exit(reckoning: Reckoning, leaving: date | None) -> date | None:
    """Return the day to which the days of the present stay are counted before an entry to come.

    None where that is the day on which it is taken to end: both readings count to the last day of the usual one.
    """
    here = reckoning.open
    if here is None or leaving is None or not reckoning.history.counts(here):
        return None
    last = reckoning.history.before_next(here, reckoning.usual.verdict(here).lawful_until or leaving)
    return last if leaving < last and leaving + DAY in reckoning.projected else None


def entry_from(reckoning: Reckoning, day: date, days: int = 1) -> tuple[date, int] | None:
    """Return the first day from one on that allows a stay of so many days, and how long it may last.

    None where no regime is known for that day, or none of its entries ever lasts so long, or a ruling that is not
    carried out refuses every entry: nobody can say until when. Nor where the day of an order was not entered.
    """
    if reckoning.refusal or reckoning.undated:
        return None
    if not reckoning.traveller.permits:
        return _visa_free_from(reckoning, _free(reckoning, day), days)
    while True:
        day = _free(reckoning, day)
        cover = reckoning.history.cover_on(day)
        if last := cover.on(day):
            longest = (cover.extended(day - DAY) - day).days + 1
            if longest >= days:
                return day, longest
            # The visa-free term does not follow a permit; who left may come again after it
            day = day + DAY if reckoning.history.gives_again(day) else last + DAY
            continue
        found = _visa_free_from(reckoning, day, days)
        begins = min((permit.first for permit in reckoning.traveller.permits if permit.first > day), default=None)
        if reckoning.history.gives_again(day):
            begins = day + DAY
        if begins is None:
            return found
        latest = begins if found is None else min(begins, found[0])
        if early := _into_permit(reckoning, day, latest, begins, days):
            return early
        if found is not None and found[0] < begins:
            return found
        day = begins


def _visa_free_from(reckoning: Reckoning, day: date, days: int) -> tuple[date, int] | None:
    while regime := reckoning.regime(day):
        limits = reckoning.limits(regime)
        ends = regime.last_entry(reckoning.reading)
        found = day
        if days > 1 and min([limit.rule.limit for limit in limits]) < days:
            if ends is None:
                return None
            day = ends + DAY  # the regime that follows may give more
            continue
        for limit in limits:
            if isinstance(limit.rule, Rolling):
                found = limit.rule.earliest_entry(reckoning.counted(limit, projected=True), found, days)
        if ends is not None and ends < found:
            day = ends + DAY  # the regime that follows may allow it sooner
            continue
        if (longest := _longest_from(reckoning, found)) >= days:
            return found, longest
        day = _free(reckoning, max(found, day + DAY))
    return None


def _into_permit(
    reckoning: Reckoning, day: date, before: date, begins: date, days: int
) -> tuple[date, int] | None:
    """Look for a visa-free entry from which so many days are lawful because a permit begins meanwhile."""
    regime = reckoning.regime(day)
    if regime is None:
        return None
    most = min(limit.rule.limit for limit in reckoning.limits(regime))
    entry = max(day, begins - DAY * most)
    while entry < before:
        if (longest := _longest_from(reckoning, entry)) >= days:
            return entry, longest
        entry += DAY
    return None


def _longest_from(reckoning: Reckoning, entry: date) -> int:
    """Count the days of a stay entered on a day, by history; nought on a day of another stay."""
    bound = reckoning.binding(entry, projected=True)
    return 0 if bound is None or entry in reckoning.stayed else (bound[0] - entry).days + 1


def _free(reckoning: Reckoning, day: date) -> date:
    """Return the first day from one on that is no day of a stay and that no ban holds."""
    closed = reckoning.closed.span_at(day)
    return day if closed is None else closed.last + DAY
