"""Sanctions: penalties by days and repetition, the terms of a ruling, bars to entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from dateutil.relativedelta import relativedelta

from kzstay.core.case import HostKind, Ruling
from kzstay.core.days import DAY, Span
from kzstay.core.law.loading import Law
from kzstay.core.law.schema import DutyRow, Index, Offence, PenaltyRow
from kzstay.core.readings import Both, Reading


class Penalty(msgspec.Struct, frozen=True):
    """A row of the penalties with its sum in the money of a year."""

    row: PenaltyRow
    index: Index
    exact: bool  # the index is that of the year; else the nearest one known

    @property
    def tenge(self) -> int:
        """Return the sum; nought for a warning."""
        return self.row.mci * self.index.tenge


def penalties(
    law: Law, offence: Offence, day: date, *, days: int | None = None, host: HostKind | None = None
) -> list[Penalty]:
    """List what an offence of a day costs: of an overstay of so many days, or of all lengths with None.

    Of a host whose kind is not known every kind is listed. Source: KoAP 517, 518.
    """
    index, exact = index_of(law, day)
    return [
        Penalty(row, index, exact)
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


def penalised(law: Law, rulings: Iterable[Ruling], day: date) -> bool:
    """Tell whether somebody counts as penalised on a day, so that the same offence is a repeated one.

    Who was fined or expelled does so from the ruling to the end of a term after its execution. Source: KoAP 61.
    """
    term = relativedelta(months=law.repeated.months)
    for ruling in rulings:
        executed = ruling.paid if ruling.kind == "fine" else ruling.executed
        if ruling.served <= day and (executed is None or day <= executed + term):
            return True
    return False


# The terms of a ruling


def term_of(law: Law, row: DutyRow, ruling: Ruling) -> Both[date] | None:
    """Return the last day of a term that a ruling starts, under each reading; None where it starts none.

    Days run from the day after service. A complaint against an expulsion stops it only before the day of
    departure that the court set: KoAP 832(1), 834(4), 739.
    """
    if ruling.kind not in row.rulings or (row.years is None and ruling.served < row.begins):
        return None
    if row.kind == "depart":
        return Both(ruling.leave_by, ruling.leave_by) if ruling.leave_by else None
    if row.years is not None:
        ban = ban_of(law, ruling)
        return Both(ban.last, ban.last) if ban else None
    return Both(*(_last_day(law, row, ruling, reading) for reading in Reading))


def _last_day(law: Law, row: DutyRow, ruling: Ruling, reading: Reading) -> date:
    begin = ruling.served
    if row.kind == "fine" and law.settles("fine-term-begins", reading):
        begin = _last_day(law, law.duties["appeal"], ruling, reading)
    last = begin + DAY * (row.days or 0)
    if row.moves.under(reading):
        last = law.calendar.nth_from(last, 1)
    return min(last, ruling.leave_by) if row.kind == "appeal" and ruling.leave_by else last


# Bars to entry


def ban_of(law: Law, ruling: Ruling) -> Span | None:
    """Return the days on which somebody who was expelled may not enter; None before the decision is executed.

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


def to_be_executed(rulings: Iterable[Ruling], on: date) -> bool:
    """Tell whether somebody was told to leave by an expulsion that was not executed by a day."""
    return any(
        ruling.kind == "expulsion" and ruling.served <= on and (ruling.executed is None or ruling.executed > on)
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

    The months run from the day after the first. Source: ML 48, LF 22; GK 173.
    """
    row = law.invitations
    days = sorted(offences)
    term = relativedelta(months=row.months)
    for first, last in zip(days, days[row.offences - 1 :], strict=False):
        if last <= first + term:
            return Span(first, last)
    return None
