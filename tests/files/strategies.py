"""Cases of every shape, and what may stand in a file in their stead."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from kzstay.core.case import (
    STATELESS,
    Case,
    Host,
    HostKind,
    Move,
    PassportKind,
    Permit,
    PermitKind,
    Ruling,
    RulingKind,
    Stay,
    StayKind,
    Traveller,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.text(max_size=8), part, max_size=3),
    max_leaves=8,
)

_KNOWN = {
    *("travellers", "name", "citizenship", "passport", "born", "host", "stays", "permits", "rulings", "kind"),
    *("entry", "exit", "notified", "registered", "moves", "checkpoint", "note", "on", "from", "until", "days"),
    *("entries", "period", "served", "part", "leave_by", "appealed", "executed", "paid", "format", "version"),
    *("native_name", "document", "exit_checkpoint"),
}
_UNKNOWN = st.dictionaries(st.text(max_size=8).filter(lambda key: key not in _KNOWN), JSON, max_size=2)
_DAYS = st.dates(date(1991, 12, 16), date(2199, 12, 31))
_MAYBE = st.none() | _DAYS
_TEXT = st.text(max_size=20)


def _few(part: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(part, max_size=2).map(tuple)


moves = st.builds(Move, unknown=_UNKNOWN, on=_DAYS, notified=_MAYBE)
stays = st.builds(
    Stay,
    unknown=_UNKNOWN,
    entry=_DAYS,
    exit=_MAYBE,
    kind=st.sampled_from(get_args(StayKind)),
    citizenship=st.sampled_from([None, "DE", STATELESS]),
    passport=st.sampled_from([None, *get_args(PassportKind)]),
    notified=_MAYBE,
    registered=_MAYBE,
    moves=_few(moves),
    checkpoint=_TEXT,
    exit_checkpoint=_TEXT,
    note=_TEXT,
)
permits = st.builds(
    Permit,
    unknown=_UNKNOWN,
    kind=st.sampled_from(get_args(PermitKind)),
    first=_DAYS,
    until=_DAYS,
    days=st.none() | st.integers(1, 1000),
    period=st.none() | st.integers(1, 1000),
    entries=st.none() | st.integers(1, 1000),
)
rulings = st.builds(
    Ruling,
    unknown=_UNKNOWN,
    kind=st.sampled_from(get_args(RulingKind)),
    served=_DAYS,
    part=_TEXT,
    leave_by=_MAYBE,
    appealed=_MAYBE,
    executed=_MAYBE,
    paid=_MAYBE,
)
hosts = st.builds(
    Host,
    unknown=_UNKNOWN,
    kind=st.sampled_from(get_args(HostKind)),
    name=_TEXT,
)
travellers = st.builds(
    Traveller,
    unknown=_UNKNOWN,
    name=_TEXT,
    native_name=_TEXT,
    citizenship=st.sampled_from(["DE", "UZ", "KR", STATELESS]),
    passport=st.sampled_from(get_args(PassportKind)),
    document=_TEXT,
    born=_MAYBE,
    host=st.none() | hosts,
    stays=_few(stays),
    permits=_few(permits),
    rulings=_few(rulings),
)
cases = st.builds(Case, unknown=_UNKNOWN, travellers=_few(travellers))

# The example of the contract: every key that a file may have
CONTRACT: dict[str, Any] = {
    "format": "kzstay",
    "version": 2,
    "travellers": [
        {
            "name": "ALIYA KIM",
            "native_name": "Әлия Ким",
            "citizenship": "KR",
            "passport": "service",
            "document": "M1234567",
            "born": "1991-04-12",
            "host": {"kind": "small", "name": "Nomad"},
            "stays": [
                {"entry": "2026-01-05", "exit": "2026-01-20"},
                {
                    "entry": "2026-03-01",
                    "exit": "2026-03-01",
                    "kind": "transit",
                    "citizenship": "UZ",
                    "passport": "national",
                    "note": "transit",
                },
                {
                    "entry": "2026-09-20",
                    "exit": "2026-10-04",
                    "notified": "2026-09-22",
                    "registered": "2026-09-25",
                    "moves": [{"on": "2026-09-28", "notified": "2026-09-30"}],
                    "checkpoint": "Almaty",
                    "exit_checkpoint": "Qorday",
                    "note": "work",
                },
            ],
            "permits": [
                {
                    "kind": "visa",
                    "from": "2026-09-01",
                    "until": "2026-12-01",
                    "days": 60,
                    "period": 180,
                    "entries": 2,
                }
            ],
            "rulings": [
                {"kind": "fine", "served": "2026-10-01", "part": "517(3)", "paid": "2026-10-03"},
                {
                    "kind": "expulsion",
                    "served": "2026-10-01",
                    "part": "517(4)",
                    "leave_by": "2026-10-20",
                    "appealed": "2026-10-05",
                    "executed": "2026-10-19",
                },
            ],
        }
    ],
}

Place = tuple[str | int, ...]


def places(raw: Any, here: Place = ()) -> list[Place]:  # noqa: ANN401
    """List every place in a document, itself included."""
    parts = raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ()
    return [here, *(place for step, part in parts for place in places(part, (*here, step)))]


def changed(place: Place, value: Any, raw: Any = CONTRACT) -> Any:  # noqa: ANN401
    """Return a document with another value in one place."""
    raw = json.loads(json.dumps(raw))
    if not place:
        return value
    part = raw
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    return raw


def without(place: Place, raw: Any = CONTRACT) -> Any:  # noqa: ANN401
    """Return a document that lacks one place."""
    raw = json.loads(json.dumps(raw))
    part = raw
    for step in place[:-1]:
        part = part[step]
    del part[place[-1]]
    return raw


def written(raw: Any) -> bytes:  # noqa: ANN401
    return json.dumps(raw, ensure_ascii=False).encode()


# A document as a person or another program may have spoilt it: something else stands in one place
spoilt = st.builds(changed, st.sampled_from(places(CONTRACT)), JSON).map(lambda raw: json.dumps(raw).encode())
