"""Complaint against a ruling: which road it goes, in what term, and what of the case speaks for the person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from kzstay.core.assess import Assessment, reckon
from kzstay.core.case import Permit, PermitKind, Ruling, Traveller
from kzstay.core.duties import Duty
from kzstay.core.law.complaint_rows import ComplaintRoad, ComplaintRow
from kzstay.core.law.loading import Law
from kzstay.core.law.schema import PenaltyRow
from kzstay.core.readings import Both
from kzstay.core.reckoning import Reckoning
from kzstay.core.sanctions import PENALTIES, age_on, part_of, penalised_by, stopping_days

Refusal = Literal[
    "future",  # the ruling is not served yet on the day of reckoning
    "over",  # nobody counts as penalised by it any more
    "old",  # the law data knows no complaint against a ruling of that time
]
PointCode = Literal[
    "within-term",  # by the count the person was no day over
    "fewer-days",  # by the count the person was fewer days over than the part of the article takes
    "covered",  # a permit covered the day
    "notified",  # the host gave notice of the arrival in time
    "registered",  # the person registered in time
    "under-age",  # nobody of that age is liable
    "minor",  # a fine on a minor has a limit, and a defender must take part
    "no-earlier",  # a repeated offence takes an earlier penalty, and the case knows of none
]
Wait = Literal[
    "expulsion",  # it waits if the complaint arrives before the court's day
    "day-unknown",  # the same, and the court's day was not entered
    "too-late",  # no complaint stops it any more
    "fine",  # it waits, as the complaint is in its term
    "decision",  # that is no penalty: it waits unless it says otherwise itself
]


class Point(msgspec.Struct, frozen=True):
    """One thing that speaks for the person; ``contested`` where it does not by the strict count."""

    code: PointCode
    days: int = 0  # over, by the count; of an age, the years
    least: int | None = None  # days over that the part of the article takes at least; of a minor, the most MCI
    day: date | None = None  # the last lawful one, or the one on which it was done
    first: date | None = None  # of the permit
    kind: PermitKind | None = None
    contested: bool = False


class Complaint(msgspec.Struct, frozen=True):
    """What a draft of a complaint is written by."""

    number: int  # of the ruling, from nought
    ruling: Ruling
    roads: list[ComplaintRow]  # both where it is not known who ruled
    term: Duty
    filed: date | None  # the day on which it was, as far as the case tells
    late: Both[bool]  # the ordinary term is over on the day
    stay: int | None  # that the ruling was served in, or after
    until: date  # the last day of that stay that the ruling can be about
    points: list[Point]
    wait: Wait | None
    stops: Both[date] | None  # the last day on which it stops an expulsion


def refusal(a: Assessment, number: int) -> Refusal | None:
    """Return why there is nothing to complain of; None where there is."""
    ruling = a.traveller.rulings[number]
    if ruling.served > a.on:
        return "future"
    if _term(a, number) is None:
        return "old"
    # An expulsion bars entry for years after that
    over = ruling.kind in ("warning", "fine") and not penalised_by(a.law, [ruling], a.on)
    return "over" if over else None


def complaint_of(a: Assessment, number: int) -> Complaint:
    """Gather what a complaint against a ruling is written by, as it may be made on the day of reckoning.

    Raises ValueError where there is nothing to complain of. Source: KoAP 826-1 to 840, APPK 91, 92.
    """
    ruling, term = a.traveller.rulings[number], _term(a, number)
    if term is None or refusal(a, number):
        raise ValueError("there is nothing to complain of")
    stay = _stay_of(a.traveller, ruling)
    left = a.traveller.stays[stay].exit if stay is not None else None
    until = min(left or ruling.served, ruling.served)
    filed = ruling.appealed if ruling.appealed and ruling.appealed <= a.on else None
    late = Both.of(lambda reading: term.due.under(reading) < (filed or a.on))
    stops = stopping_days(a.law, ruling)
    return Complaint(
        number=number,
        ruling=ruling,
        roads=[a.law.complaints[road] for road in roads_of(term)],
        term=term,
        filed=filed,
        late=late,
        stay=stay,
        until=until,
        points=list(_points(a, number, stay, until)),
        wait=_wait(ruling, filed or a.on, late, stops),
        stops=stops,
    )


def roads_of(term: Duty) -> list[ComplaintRoad]:
    """List the roads that are open to a complaint: by who ruled, both where that is not known."""
    if term.kind == "complaint":
        return ["decision"]
    by: list[ComplaintRoad] = ["court", "body"]
    return [road for road in by if term.authority in (None, "court" if road == "court" else "police")]


def _term(a: Assessment, number: int) -> Duty | None:
    found = (duty for duty in a.ruling_duties if duty.ruling == number and duty.kind in ("appeal", "complaint"))
    return next(found, None)


def _stay_of(traveller: Traveller, ruling: Ruling) -> int | None:
    """Return the last stay that had begun when a ruling was served."""
    begun = [index for index in traveller.in_order() if traveller.stays[index].entry <= ruling.served]
    return begun[-1] if begun else None


def _wait(ruling: Ruling, arrives: date, late: Both[bool], stops: Both[date] | None) -> Wait | None:
    """Say what the complaint makes wait. Source: KoAP 826-2(4), 829-4(4), 834."""
    if ruling.kind == "expulsion":
        if ruling.leave_by is None:
            return "day-unknown"
        return "expulsion" if stops is not None and arrives <= stops.usual else "too-late"
    if ruling.kind == "warning" or late.usual:
        return None  # a warning is carried out as it is given
    return "fine" if ruling.kind == "fine" else "decision"


# What speaks for the person


def _points(a: Assessment, number: int, stay: int | None, until: date) -> Iterator[Point]:
    ruling, penalty = a.traveller.rulings[number], a.traveller.rulings[number].kind in PENALTIES
    if penalty:
        yield from _by_age(a, until)
    rows = _overstays(a.law, ruling)
    others = [one for place, one in enumerate(a.traveller.rulings) if place != number]
    if stay is not None and (rows or not ruling.part):
        yield from _by_days(a, others, stay, until, rows, counts=bool(rows) or not penalty)
    if rows and (after := {part for row in rows for part in row.after}):
        before = [one for one in penalised_by(a.law, others, ruling.served) if one.served < ruling.served]
        parts = [part_of(a.law, one.part, one.served) for one in before]
        if not any(
            part is None or part.part in after for part in parts
        ):  # one without a part may have been the same
            yield Point("no-earlier")
    if stay is not None:
        yield from _done(a, stay)


def _by_age(a: Assessment, until: date) -> Iterator[Point]:
    """Yield what the age changes. Source: KoAP 28, 66(1), 749(1)."""
    age, row = age_on(a.traveller.born, until), a.law.minor
    if age is not None and age < row.of_age:
        yield Point("under-age", age) if age < row.from_age else Point("minor", age, row.mci)


def _overstays(law: Law, ruling: Ruling) -> list[PenaltyRow]:
    """List the penalties for an overstay that a ruling may be one of, by its part and its kind.

    None where its part punishes other deeds too, so that the days say nothing for sure.
    """
    part = part_of(law, ruling.part, ruling.served)
    if part is None or part.mixed:
        return []
    named = f"KoAP {ruling.part}"
    return [
        row
        for row in law.penalties
        if row.offence in ("overstay", "overstay-again")
        and ruling.kind in row.outcome
        and any(article == named or article.startswith(f"{named}(") for article in row.articles)
    ]


def _by_days(
    a: Assessment, others: list[Ruling], stay: int, until: date, rows: list[PenaltyRow], *, counts: bool
) -> Iterator[Point]:
    """Yield what the count of the days says, to the day of the ruling, as if that were not there."""
    traveller = a.traveller
    cut = msgspec.structs.replace(traveller.stays[stay], exit=until)
    stays = (*traveller.stays[:stay], cut, *traveller.stays[stay + 1 :])
    without = msgspec.structs.replace(traveller, stays=stays, rulings=tuple(others))
    pair = reckon(without, until, a.law)
    found = Both.of(lambda reading: pair.under(reading).verdict(stay))
    if counts and found.usual.because is not None and found.usual.lawful_until is not None:
        least = min((row.over_days + 1 for row in rows), default=1)
        over = found.usual.overstay_days
        if over < least:
            contested = found.safe.overstay_days >= least
            code = "fewer-days" if over else "within-term"
            yield Point(code, over, least if rows else None, found.usual.lawful_until, contested=contested)
    if (permit := _covering(pair.usual, stay, until)) is not None:
        contested = _covering(pair.safe, stay, until) is None
        yield Point("covered", day=permit.until, first=permit.first, kind=permit.kind, contested=contested)


def _covering(reckoning: Reckoning, stay: int, day: date) -> Permit | None:
    """Return the permit that covers a day of a stay, the one that lasts longest."""
    if reckoning.history.cover(stay).on(day) is None:
        return None
    valid = [one for one in reckoning.traveller.permits if one.first <= day <= one.until]
    return max(valid, key=lambda one: one.until)


def _done(a: Assessment, stay: int) -> Iterator[Point]:
    """Yield what was done in time of the duties of the stay."""
    codes: dict[str, PointCode] = {"host-notice": "notified", "registration": "registered"}
    for duty in a.stay_duties(stay):
        if duty.kind in codes and duty.move is None and duty.state == "done" and duty.done:
            yield Point(codes[duty.kind], day=duty.done)
