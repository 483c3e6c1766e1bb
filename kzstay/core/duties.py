"""What must be done, by whom and by when; each duty is a row of ``duties.toml`` applied to a stay."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec
from dateutil.relativedelta import relativedelta

from kzstay.core.case import Stay, Traveller
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
    law, on, traveller = pair.safe.law, pair.safe.on, pair.safe.traveller
    stay = traveller.stays[index]
    verdicts = Both(pair.safe.verdict(index), pair.usual.verdict(index))
    yield from _host_notices(law, index, stay, on, reading)
    if verdicts.under(reading).because is None:
        return
    yield from _registration(law, index, stay, verdicts.safe, on, reading)
    until = Both(verdicts.safe.lawful_until or stay.entry, verdicts.usual.lawful_until or stay.entry)
    yield from _rvp(law, index, traveller, until, verdicts.under(reading), on, reading)
    yield from _leave(law, index, stay, until, verdicts.under(reading), on, reading)


def _host_notices(law: Law, index: int, stay: Stay, on: date, reading: Reading) -> Iterator[Duty]:
    row = law.duties["host-notice"]
    assert row.working_days is not None
    arrivals = [(stay.entry, stay.notified), *((move.on, move.notified) for move in stay.moves)]
    for arrived, notified in arrivals:
        if arrived < row.begins:
            continue
        due = Both(*(_working_day(law, arrived, row.working_days, side) for side in Reading))
        yield _duty(row, index, arrived, due, _state(due.under(reading), notified, on), done=notified)


def _working_day(law: Law, arrived: date, count: int, reading: Reading) -> date:
    if law.settles("host-notice-first-day", reading):
        return law.calendar.nth_from(arrived, count)
    return law.calendar.nth_after(arrived, count)


def _registration(
    law: Law, index: int, stay: Stay, verdict: Verdict, on: date, reading: Reading
) -> Iterator[Duty]:
    row = law.duties["registration"]
    assert row.days is not None
    assert row.over_days is not None
    regime = verdict.regime
    if regime is None or stay.entry < row.begins or regime.days_per_entry <= row.over_days:
        return
    sides = [stay.entry + DAY * (row.days - 1 + law.settles("registration-last-day", side)) for side in Reading]
    due = Both(*sides)
    if verdict.because == "permit":
        yield _duty(row, index, stay.entry, due, "waived", reason="permit")
    elif stay.registered is None and stay.exit and (stay.exit - stay.entry).days < row.over_days:
        yield _duty(row, index, stay.entry, due, "waived", reason="short-stay")
    else:
        state = _state(due.under(reading), stay.registered, on)
        yield _duty(row, index, stay.entry, due, state, done=stay.registered)


def _rvp(
    law: Law,
    index: int,
    traveller: Traveller,
    until: Both[date],
    verdict: Verdict,
    on: date,
    reading: Reading,
) -> Iterator[Duty]:
    row = law.duties["rvp"]
    assert row.from_age is not None
    assert row.days_after_birthday is not None
    stay = traveller.stays[index]
    since, due = stay.entry, until
    birthday = traveller.born + relativedelta(years=row.from_age) if traveller.born else None
    last = stay.exit or max(on, until.under(reading))
    reason: Reason | None = None
    if verdict.because == "permit":
        reason = "permit"
    elif traveller.passport in row.waived_passports:
        reason = "passport"
    elif birthday and birthday > last:
        reason = "under-16"
    elif birthday and birthday > stay.entry:
        since = birthday
        by = birthday + DAY * row.days_after_birthday
        due = Both(by, by)
    if reason is None and stay.exit and stay.exit <= min(on, due.under(reading)):
        reason = "left-in-time"
    articles = (*row.articles, *_regime_articles(verdict))
    state = "waived" if reason else _state(due.under(reading), None, on)
    yield _duty(row, index, since, due, state, reason=reason, articles=articles)


def _leave(
    law: Law, index: int, stay: Stay, until: Both[date], verdict: Verdict, on: date, reading: Reading
) -> Iterator[Duty]:
    row = law.duties["leave"]
    left = stay.exit if stay.exit and stay.exit <= on else None
    articles = (*_regime_articles(verdict), *row.articles)
    yield _duty(
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
