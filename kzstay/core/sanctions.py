"""Sanctions: penalties by days and repetition, the terms of a ruling and its complaint, bars to entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from dateutil.relativedelta import relativedelta

from kzstay.core.case import HostKind, Ruling, RulingKind
from kzstay.core.days import DAY, Span
from kzstay.core.law.loading import Law
from kzstay.core.law.schema import Authority, DutyRow, Index, Offence, PartRow, PenaltyRow
from kzstay.core.readings import Both, Reading

PENALTIES: tuple[RulingKind, ...] = ("warning", "fine", "expulsion")  # the others are measures of another kind


class Penalty(msgspec.Struct, frozen=True):
    """A row of the penalties with its sum in the money of a year."""

    row: PenaltyRow
    index: Index
    exact: bool  # the index is that of the year; else the nearest one known
    mci: int  # no more than a minor is fined, where one is
    arrest_days: int  # nought for a minor

    @property
    def tenge(self) -> int:
        """Return the sum; nought for a warning."""
        return self.mci * self.index.tenge


def penalties(
    law: Law,
    offence: Offence,
    day: date,
    *,
    days: int | None = None,
    host: HostKind | None = None,
    minor: bool = False,
) -> list[Penalty]:
    """List what an offence costs whose case is opened on a day: an overstay of so many days, or of all lengths.

    Of a host whose kind is not known every kind is listed. Source: KoAP 44(1), 66, 517, 518, 669.
    """
    index, exact = index_of(law, day)
    most = law.minor.mci
    return [
        Penalty(row, index, exact, min(row.mci, most) if minor else row.mci, 0 if minor else row.arrest_days)
        for row in law.by_offence.get(offence, ())
        if row.begins <= day
        and (row.ends is None or day <= row.ends)
        and (days is None or (row.over_days < days and (row.up_to_days is None or days <= row.up_to_days)))
        and (host is None or host in row.hosts)
    ]


def index_of(law: Law, day: date) -> tuple[Index, bool]:
    """Return the monthly calculation index of a day, else the nearest one, and whether it is that day's."""
    own = [index for index in law.indexes if index.year == day.year and index.begins <= day]
    if own:
        return max(own, key=lambda index: index.begins), True
    return min(law.indexes, key=lambda index: abs(index.begins - day)), False


def age_on(born: date | None, day: date) -> int | None:
    """Return the age in years on a day, where the date of birth is known."""
    return relativedelta(day, born).years if born else None


# The part of an article


def part_of(law: Law, name: str, served: date) -> PartRow | None:
    """Return the part of an article that a ruling names, as it was in force when the ruling was served."""
    for row in law.parts:
        if name in row.names and row.begins <= served and (row.ends is None or served <= row.ends):
            return row
    return None


def authority_of(law: Law, ruling: Ruling) -> Authority | None:
    """Return who made a ruling; None where it may be either. Only a court expels: KoAP 51(1)."""
    if ruling.kind == "expulsion":
        return "court"
    part = part_of(law, ruling.part, ruling.served)
    return part.by if part else None


# Repetition


def penalised_by(law: Law, rulings: Iterable[Ruling], day: date) -> list[Ruling]:
    """List the penalties by which somebody counts as penalised on a day: the same offence is then a repeated one.

    One does so from the ruling to the end of a term after its execution; a warning is executed as it is given.
    Source: KoAP 41(1), 61.
    """
    term = relativedelta(months=law.repeated.months)
    found: list[Ruling] = []
    for ruling in rulings:
        if ruling.kind not in PENALTIES or ruling.served > day:
            continue
        executed = {"warning": ruling.served, "fine": ruling.paid}.get(ruling.kind, ruling.executed)
        if executed is None or day <= executed + term:
            found.append(ruling)
    return found


# The terms of a ruling


def term_of(law: Law, row: DutyRow, ruling: Ruling) -> Both[date] | None:
    """Return the last day of a term that a ruling starts, under each reading; None where it starts none.

    Days run from the day after service. By the strict count a term that ends on a day off is over with the working
    day before: no office takes anything later. Source: KoAP 739, 826-2, 829-4, 832(1), 893; APPK 92(1).
    """
    if ruling.kind not in row.rulings or (row.years is None and ruling.served < row.begins):
        return None
    if row.kind == "depart":
        return Both(ruling.leave_by, ruling.leave_by) if ruling.leave_by else None
    if row.years is not None:
        ban = ban_of(law, ruling)
        return Both(ban.last, ban.last) if ban else None
    if row.days_before_leaving is not None:
        stops, ends = stopping_days(law, ruling), term_of(law, law.duties["appeal"], ruling)
        return stops if stops != ends else None  # the ordinary term is early enough, and says it all
    return Both.of(lambda reading: _last_day(law, row, ruling, reading))


def stopping_days(law: Law, ruling: Ruling) -> Both[date] | None:
    """Return the last day on which a complaint still stops an expulsion; None where there is none.

    It has to arrive before the day of departure that the court set: by the strict count on a day on which the
    court works, and in the ordinary term too. Source: KoAP 834(4).
    """
    row = law.duties["suspend"]
    if ruling.kind not in row.rulings or ruling.leave_by is None:
        return None
    last = ruling.leave_by - DAY * (row.days_before_leaving or 0)
    if last < ruling.served:
        return None

    def arrives(reading: Reading) -> date:
        if row.question and law.settles(row.question, reading):
            return last
        return min(_worked(law, ruling, last), _last_day(law, law.duties["appeal"], ruling, reading))

    return Both.of(arrives)


def runs_to(law: Law, row: DutyRow, ruling: Ruling, reading: Reading) -> date | None:
    """Return the last day on which what a term asks for is still in time once it is done, a day off or not.

    It may be later than the day to go by: what arrived on a day off all the same did so in the term. None of a
    term whose day is set otherwise. Source: KoAP 739(4), 834(4).
    """
    if row.kind == "suspend" and ruling.leave_by:
        return ruling.leave_by - DAY * (row.days_before_leaving or 0)
    return _runs_to(law, row, ruling, reading) if row.days or row.months else None


def _runs_to(law: Law, row: DutyRow, ruling: Ruling, reading: Reading) -> date:
    begin = ruling.served
    if row.kind == "fine" and law.settles("fine-term-begins", reading):
        begin = _runs_to(law, law.duties["appeal"], ruling, reading)
    last = begin + DAY * (row.days or 0) + relativedelta(months=row.months or 0)
    return law.calendar.nth_from(last, 1) if _moves(law, row, reading) else last


def _last_day(law: Law, row: DutyRow, ruling: Ruling, reading: Reading) -> date:
    """Return the day to go by: where a term may end on a day off, the last one before on which offices work."""
    last = _runs_to(law, row, ruling, reading)
    return last if _moves(law, row, reading) else _worked(law, ruling, last)


def _moves(law: Law, row: DutyRow, reading: Reading) -> bool:
    return bool(law.settles(row.moves, reading) if isinstance(row.moves, str) else row.moves)


def _worked(law: Law, ruling: Ruling, day: date) -> date:
    """Return the last working day that is no later than a day, and no earlier than the service of a ruling."""
    while ruling.served < day and not law.calendar.is_working(day):
        day -= DAY
    return day


# A complaint that was filed


def in_term(law: Law, ruling: Ruling) -> bool:
    """Tell whether a complaint was filed in its ordinary term, by the count that gives more time."""
    row = law.duties["appeal"]
    return ruling.appealed is not None and ruling.appealed <= _runs_to(law, row, ruling, Reading.USUAL)


def not_liable(law: Law, born: date | None, ruling: Ruling) -> bool:
    """Tell whether a penalty was given to somebody who was too young to be liable. Source: KoAP 28."""
    age = age_on(born, ruling.served)
    return ruling.kind in PENALTIES and age is not None and age < law.minor.from_age


def stops_expulsion(ruling: Ruling, on: date) -> bool:
    """Tell whether a complaint filed by a day suspends an expulsion until it is decided. Source: KoAP 834(4)."""
    return bool(
        ruling.kind == "expulsion"
        and ruling.appealed
        and ruling.leave_by
        and ruling.appealed <= on
        and ruling.appealed < ruling.leave_by
    )


def stops_fine(law: Law, ruling: Ruling, on: date, reading: Reading) -> bool:
    """Tell whether a complaint filed by a day, and in its term, lets a fine wait.

    Source: KoAP 826-2(4), 829-4(4), 834(1).
    """
    if ruling.kind != "fine" or ruling.appealed is None or ruling.appealed > on:
        return False
    return ruling.appealed <= _runs_to(law, law.duties["appeal"], ruling, reading)


def may_have_lapsed(law: Law, ruling: Ruling, on: date) -> bool:
    """Tell whether a fine is so old that it may not be carried out any more.

    It never says that it is not: the time stops while a complaint is looked at, and begins anew for somebody who
    evaded the ruling. Source: KoAP 890.
    """
    if ruling.kind != "fine" or (ruling.paid and ruling.paid <= on) or (ruling.appealed and ruling.appealed <= on):
        return False
    in_force = _runs_to(law, law.duties["appeal"], ruling, Reading.USUAL) + DAY
    return on > in_force + relativedelta(months=law.lapse.months)


# Bars to entry


def ban_of(law: Law, ruling: Ruling) -> Span | None:
    """Return the days on which who was expelled or readmitted may not enter; None before that is executed.

    From the execution since Law 82-VIII of 2024, before from the day of the decision. Source: LF 22.
    """
    row = law.duties["ban-end"]
    if ruling.kind not in row.rulings or ruling.executed is None:
        return None
    begin = ruling.executed if ruling.executed >= row.begins else ruling.served
    return Span(ruling.executed + DAY, begin + relativedelta(years=row.years or 0))


def bans(law: Law, rulings: Sequence[Ruling]) -> list[Span]:
    """List the bans of entry in order."""
    return sorted(ban for ruling in rulings if (ban := ban_of(law, ruling)))


REMOVALS: tuple[RulingKind, ...] = ("expulsion", "readmission")  # entry is banned after them: ML 48, LF 22


def to_be_executed(rulings: Iterable[Ruling], on: date, kinds: Sequence[RulingKind] = REMOVALS) -> bool:
    """Tell whether an expulsion or a readmission, or one of some kinds, was served and not executed by a day."""
    return any(
        ruling.kind in kinds and ruling.served <= on and (ruling.executed is None or ruling.executed > on)
        for ruling in rulings
    )


def unpaid_fines(rulings: Iterable[Ruling], on: date) -> list[Ruling]:
    """List the fines that bar entry on a day because they are not paid. Source: ML 48(7)."""
    return [
        ruling
        for ruling in rulings
        if ruling.kind == "fine" and ruling.served <= on and (ruling.paid is None or ruling.paid > on)
    ]


def invitations_stop(law: Law, offences: Iterable[date]) -> Span | None:
    """Return the first offence and the one that stops a host's invitations; None while they are considered.

    An offence for which the host was only warned is one too: the law speaks of being held liable. The months run
    from the day after the first. Source: ML 48, LF 22; KoAP 41(1); GK 173.
    """
    row = law.invitations
    days = sorted(offences)
    term = relativedelta(months=row.months)
    for first, last in zip(days, days[row.offences - 1 :], strict=False):
        if last <= first + term:
            return Span(first, last)
    return None
