"""What must be done, by whom and by when; each duty is a row of ``duties.toml`` applied to a stay."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec
from dateutil.relativedelta import relativedelta

from kzstay.core.case import Stay
from kzstay.core.days import DAY
from kzstay.core.law import Both, Certainty, DutyRow, Law, Reading
from kzstay.core.reckoning import Reckoning, Verdict

State = Literal["open", "done", "done-late", "missed", "waived"]
Reason = Literal["short-stay", "left-in-time", "under-16", "passport", "permit"]


class Duty(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to be done for one stay."""

    kind: str
    stay: int | None
    who: str
    since: date  # the day of the event that brings it about: an entry, a change of address, a birthday
    due: Both[date]
    state: State
    done: date | None = None
    reason: Reason | None = None
    articles: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    certainty: Certainty = "high"


def duties_of(pair: Both[Reckoning], reading: Reading) -> list[Duty]:
    """List the duties of every stay, the earliest due first; states follow the reading."""
    found = [duty for index in range(len(pair.safe.traveller.stays)) for duty in stay_duties(pair, index, reading)]
    return sorted(found, key=lambda duty: duty.due.safe)


def stay_duties(pair: Both[Reckoning], index: int, reading: Reading) -> Iterator[Duty]:
    """Yield the duties of one stay."""
    law, on = pair.safe.law, pair.safe.on
    stay = pair.safe.traveller.stays[index]
    yield from _host_notices(law, index, stay, on, reading)
    verdict = pair.under(reading).verdict(index)
    if verdict.because is None:
        return
    yield from _registration(pair, index, reading)
    yield _rvp(pair, index, reading)
    yield _leave(pair, index, reading)


def _host_notices(law: Law, index: int, stay: Stay, on: date, reading: Reading) -> Iterator[Duty]:
    row = law.duties["host-notice"]
    assert row.working_days is not None
    last = stay.exit or date.max
    moves = [(move.on, move.notified) for move in stay.moves if stay.entry <= move.on <= last]
    arrivals = [(stay.entry, stay.notified), *moves]
    for arrived, notified in arrivals:
        if arrived < row.begins:
            continue
        due = Both(*(_working_day(law, arrived, row.working_days, side) for side in Reading))
        yield _duty(row, index, arrived, due, _state(due.under(reading), notified, on), done=notified)


def _working_day(law: Law, arrived: date, count: int, reading: Reading) -> date:
    if law.settles("host-notice-first-day", reading):
        return law.calendar.nth_from(arrived, count)
    return law.calendar.nth_after(arrived, count)


def _registration(pair: Both[Reckoning], index: int, reading: Reading) -> Iterator[Duty]:
    reckoning = pair.under(reading)
    law, stay, regime = reckoning.law, reckoning.traveller.stays[index], reckoning.verdict(index).regime
    row = law.duties["registration"]
    assert row.days is not None
    assert row.over_days is not None
    if regime is None or stay.entry < row.begins or regime.days_per_entry <= row.over_days:
        return
    sides = [stay.entry + DAY * (row.days - 1 + law.settles("registration-last-day", side)) for side in Reading]
    due = Both(*sides)
    reason: Reason | None = None
    if stay.registered is None:
        if reckoning.days.permit_on(stay.entry) or reckoning.days.permit_on(due.under(reading)):
            reason = "permit"
        elif stay.exit and (stay.exit - stay.entry).days < row.over_days:
            reason = "short-stay"
    state = "waived" if reason else _state(due.under(reading), stay.registered, reckoning.on)
    yield _duty(row, index, stay.entry, due, state, done=stay.registered, reason=reason)


def _rvp(pair: Both[Reckoning], index: int, reading: Reading) -> Duty:
    sides = Both.of(lambda side: _rvp_side(pair.under(side), index))
    since, due, reason = sides.under(reading)
    reckoning = pair.under(reading)
    row = reckoning.law.duties["rvp"]
    stay, on = reckoning.traveller.stays[index], reckoning.on
    if reason is None and stay.exit and stay.exit <= min(on, due):
        reason = "left-in-time"
    articles = (*row.articles, *_regime_articles(reckoning.verdict(index)))
    state = "waived" if reason else _state(due, None, on)
    dues = Both(sides.safe[1], sides.usual[1])
    return _duty(row, index, since, dues, state, reason=reason, articles=articles)


def _rvp_side(reckoning: Reckoning, index: int) -> tuple[date, date, Reason | None]:
    """Return, for one reading, the day that brings the duty about, the day it is due, and why it is waived."""
    row = reckoning.law.duties["rvp"]
    assert row.from_age is not None
    assert row.days_after_birthday is not None
    traveller, verdict = reckoning.traveller, reckoning.verdict(index)
    stay = traveller.stays[index]
    until = verdict.lawful_until or stay.entry
    if verdict.because == "permit":
        return stay.entry, until, "permit"
    if traveller.passport in row.waived_passports:
        return stay.entry, until, "passport"
    birthday = traveller.born + relativedelta(years=row.from_age) if traveller.born else stay.entry
    if birthday > (stay.exit or max(reckoning.on, until)):
        return stay.entry, until, "under-16"
    if birthday > stay.entry:
        by = birthday + DAY * row.days_after_birthday
        at_once = reckoning.law.settles("birthday-term", reckoning.reading)
        return birthday, by if at_once else max(until, by), None
    return stay.entry, until, None


def _leave(pair: Both[Reckoning], index: int, reading: Reading) -> Duty:
    reckoning = pair.under(reading)
    row, stay, on = reckoning.law.duties["leave"], reckoning.traveller.stays[index], reckoning.on
    until = Both.of(lambda side: pair.under(side).verdict(index).lawful_until or stay.entry)
    left = stay.exit if stay.exit and stay.exit <= on else None
    articles = (*_regime_articles(reckoning.verdict(index)), *row.articles)
    return _duty(
        row, index, stay.entry, until, _state(until.under(reading), left, on), done=left, articles=articles
    )


def _regime_articles(verdict: Verdict) -> tuple[str, ...]:
    return tuple(verdict.regime.articles) if verdict.regime else ()


def _state(due: date, done: date | None, on: date) -> State:
    if done is not None:
        return "done" if done <= due else "done-late"
    return "open" if on <= due else "missed"


def _duty(
    row: DutyRow,
    stay: int,
    since: date,
    due: Both[date],
    state: State,
    *,
    done: date | None = None,
    reason: Reason | None = None,
    articles: tuple[str, ...] | None = None,
) -> Duty:
    return Duty(
        kind=row.kind,
        stay=stay,
        who=row.who,
        since=since,
        due=due,
        state=state,
        done=done,
        reason=reason,
        articles=tuple(dict.fromkeys(articles if articles is not None else row.articles)),
        where=tuple(row.where),
        certainty=row.certainty,
    )
