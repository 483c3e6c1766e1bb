"""What the picture of a report shows: its days, and the caption that tells what is and is not in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kzstay.core.assess import Assessment, StayAnswer
from kzstay.core.days import DAY, Span
from kzstay.core.limit_use import use_of
from kzstay.texts import Words, picture

_MARGIN = timedelta(10)
_YEAR = timedelta(365)  # behind the day of reckoning, in which what went wrong is in sight
_NEAR = timedelta(60)  # behind it where no limit looks back
_AHEAD, _FAR = timedelta(45), timedelta(200)
_WORDS = timedelta(35)  # after the last day, so that words lie beside their flags and not across today


def span(a: Assessment) -> Span:
    """Choose the days: the period that is looked back on, what matters of a year, and all that lies ahead.

    A stay that began within the year is whole.
    """
    year = a.on - _YEAR
    first = min([_period_begins(a), *(day for day in _matters(a) if day >= year)])
    begun = [stay.entry for stay in a.stays if stay.entry >= year and _end(a, stay.index) >= first]
    first = min([first, *begun])
    ends = [_end(a, stay.index) for stay in a.stays]
    soon = [day for day in _ahead(a) if day <= a.on + _FAR]
    return Span(first - _MARGIN, max([a.on + _AHEAD, *ends, *soon]) + _WORDS)


def caption(a: Assessment, w: Words) -> str:
    """Say what the picture shows, why it looks back so far, and what is not in it."""
    shown, reckoning = span(a), a.reckoning
    limit = reckoning.counting_limit(a.on)
    inside = [one for one in a.traveller.permits if one.until >= shown.first and one.first <= shown.last]
    told = picture.shows(
        w,
        line=limit is not None,
        permits=bool(inside),
        rest=any(_may_last(a, stay) for stay in a.stays if stay.planned),
    )
    if limit is not None and limit.row.period:
        window = use_of(reckoning, limit, a.on, projected=False).window
        told.append(picture.look_back(w, limit.row.period, window.days) if window else "")
    told.append(picture.earlier(w, sum(_end(a, stay.index) < shown.first for stay in a.stays)))
    if any(stay.entry < shown.first <= _end(a, stay.index) for stay in a.stays):
        told.append(picture.cut(w))
    return " ".join(filter(None, told))


def _period_begins(a: Assessment) -> date:
    limit = a.reckoning.counting_limit(a.on)
    if limit is None:
        year = a.on - _YEAR
        papers = [permit.first for permit in a.traveller.permits if permit.until >= a.on and permit.first >= year]
        return min([a.on - _NEAR, *papers, *(stay.entry for stay in a.stays if stay.entry >= year)])
    return a.on - DAY * (limit.row.period or 0)


def _matters(a: Assessment) -> Iterator[date]:
    """Yield the days that went wrong: of stays that were too long, of rulings, of what was missed."""
    for stay in a.stays:
        if stay.overstay_days or stay.perhaps_over:
            yield stay.entry
            yield stay.lawful_until.under(a.reading) or stay.entry
    for ruling in a.traveller.rulings:
        yield ruling.served
    for duty in [*a.ruling_duties, *(a.stay_duties(a.current) if a.current is not None else [])]:
        if duty.state in ("missed", "unrecorded"):
            yield duty.due.under(a.reading)


def _ahead(a: Assessment) -> Iterator[date]:
    """Yield the days to come: those to leave by, and those on which something falls due."""
    if a.leave_until:
        yield a.leave_until
    yield from filter(None, (_may_last(a, stay) for stay in a.stays))
    for duty in [*a.ruling_duties, *(a.stay_duties(a.current) if a.current is not None else [])]:
        if duty.state == "open":
            yield duty.due.under(a.reading)


def _may_last(a: Assessment, stay: StayAnswer) -> date | None:
    """Return the last lawful day of a stay that is open: of the present one, or of a plan without an end."""
    until = stay.lawful_until.under(a.reading)
    is_open = stay.exit is None and (stay.planned or stay.index == a.current)
    return until if is_open and until is not None and until > max(a.on, stay.entry) else None


def _end(a: Assessment, index: int) -> date:
    return a.reckoning.end(index)
