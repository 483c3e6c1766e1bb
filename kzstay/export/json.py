"""JSON, the answers for other programs: each document has a schema, which changes only with its number."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import msgspec

from kzstay.core.assess import Assessment, StayAnswer
from kzstay.core.bars import Bar
from kzstay.core.case import Record
from kzstay.core.days import DAY
from kzstay.core.duties import Duty
from kzstay.core.law.loading import Law
from kzstay.core.limit_use import LimitUse
from kzstay.core.next_entry import NextEntry
from kzstay.core.notes import Note
from kzstay.core.plan import Longest, Trip, earliest_entry, longest_stay, refusal_of, taken_by
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning
from kzstay.files.report_id import report_id

# What the articles of a duty depend on: its kind, the regime that sets it, who ruled
Cited = tuple[str, str | None, str | None]
SCHEMAS = {
    "check": 2,
    "plan": 2,
    "import": 1,
}


def check(found: list[Assessment], on: date, reading: Reading, law: Law) -> dict[str, Any]:
    """Return the document of ``kzstay check --json``."""
    return {
        "schema": SCHEMAS["check"],
        "on": on,
        "report_id": report_id([a.traveller for a in found], on, reading, law.collected),
        "reading": reading,
        "law": {"collected": law.collected, "editions": law.editions},
        "travellers": [_traveller(a) for a in found],
    }


def text(document: dict[str, Any]) -> str:
    """Write a document in ASCII, whatever encoding the output has."""
    return json.dumps(document, default=msgspec.to_builtins)


def plan(reckoning: Reckoning, entry: date, asked: Trip | None, assumed: date | None) -> dict[str, Any]:
    """Return the document of ``kzstay plan --json``, for a trip asked for or none.

    ``assumed`` is the day on which the present stay is taken to end.
    """
    found = longest_stay(reckoning, entry)
    days = (asked.exit - asked.entry).days + 1 if asked else 1
    earliest = earliest_entry(reckoning, days, entry)
    longest = found.days if found else 0
    return {
        "schema": SCHEMAS["plan"],
        "entry": entry,
        "longest_stay": longest,
        "last_day": entry + DAY * (longest - 1) if longest else None,
        "limited_by": _limited_by(reckoning, entry, found),
        **({"barred": refused} if (refused := refusal_of(reckoning, entry)) else {}),
        "assumes": {"exit": assumed} if assumed else None,
        "history_only": {"longest_stay": found.history_only if found else 0},
        "trip": asked
        and {
            "lawful": asked.lawful,
            "breaks": [{"entry": one.entry, "first_day": one.first_day} for one in asked.breaks],
        },
        "earliest_entry": {"date": earliest, "days": days} if earliest else None,
    }


def _limited_by(reckoning: Reckoning, entry: date, found: Longest | None) -> dict[str, Any]:
    """Name what limits a stay, and the other stay that has to do with it."""
    if found is None:
        stay = taken_by(reckoning, entry)
        limit = "no-regime" if stay is None else "stay"
    else:
        stay, limit = found.stay, found.because
    return {"limit": limit} | ({} if stay is None else {"stay": stay})


def _traveller(a: Assessment) -> dict[str, Any]:
    articles: dict[Cited, list[str]] = {}  # one list for all duties with the same
    return {
        "name": a.traveller.name,
        "standing": a.standing,
        "bars": _bars(a),
        "regime": _regime(a),
        "leave_by": a.leave_by,
        "next_entry": _next_entry(a.next_entry) if a.next_entry else None,
        "stays": [_stay(stay, _id(a.traveller.stays[stay.index])) for stay in a.stays],
        "duties": [_duty(duty, articles) for duty in a.duties],
        "notes": [_note(note) for note in a.notes],
    }


def _bars(a: Assessment) -> list[dict[str, Any]]:
    """List what forbids; an expulsion that tells to leave keeps out afterwards too, and so is there twice."""
    found = [_bar(bar) for bar in a.bars]
    rulings = a.traveller.rulings
    if any(bar.because == "ordered" and rulings[bar.ruling].kind == "expulsion" for bar in a.bars):
        expulsion = {"because": "expulsion"}
        return found if expulsion in found else [*found, expulsion]
    return found


def _bar(bar: Bar) -> dict[str, Any]:
    return {"because": bar.because} | ({"until": bar.until} if bar.until else {})


def _regime(a: Assessment) -> dict[str, Any] | None:
    if a.regime is None:
        return None
    return {"id": a.regime.id, "certainty": a.regime.certainty, "limits": [_limit(use) for use in a.limits]}


def _next_entry(found: NextEntry) -> dict[str, Any]:
    return {
        "date": found.day,
        "longest_stay": found.by_history,
        "whole_plan": found.days,
        "assumes": {"exit": found.assumes} if found.assumes else None,
    }


def _id(record: Record) -> dict[str, Any]:
    """Return the name that a file gives a record for ever; nothing where it gives none."""
    return {"id": record.unknown["id"]} if "id" in record.unknown else {}


def _limit(use: LimitUse) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": use.kind, "days": use.days}
    if use.window is not None:
        if use.period is not None:
            found["period"] = use.period
        found |= {
            "used": use.used,
            "remaining": use.remaining,
            "from": use.window.first,
            "to": use.window.last,
        }
    return found


def _stay(stay: StayAnswer, name: dict[str, Any]) -> dict[str, Any]:
    return name | {
        "entry": stay.entry,
        "exit": stay.exit,
        "days": stay.days,
        "regime": stay.regime.id if stay.regime else None,
        "lawful_until": stay.lawful_until,
        "overstay_days": stay.overstay_days,
    }


def _duty(duty: Duty, articles: dict[Cited, list[str]]) -> dict[str, Any]:
    cited = duty.kind, duty.regime.id if duty.regime else None, duty.authority
    if cited not in articles:
        articles[cited] = list(duty.articles)
    found: dict[str, Any] = {
        "kind": duty.kind,
        "stay": duty.stay,
        **({} if duty.ruling is None else {"ruling": duty.ruling}),
        "who": duty.who,
        "due": duty.due,
        "state": duty.state,
        "right": duty.row.right,
        "law": articles[cited],
        "certainty": duty.certainty,
    }
    return found | ({"reason": duty.reason} if duty.reason else {})


def _note(note: Note) -> dict[str, Any]:
    found: dict[str, Any] = {"code": note.code}
    if note.stay is not None:
        found["stay"] = note.stay
    if note.count is not None:
        found["count"] = note.count
    if note.ruling is not None:
        found["ruling"] = note.ruling
    return found | ({"date": note.day} if note.day else {})
