"""Travellers of every kind for the campaigns: some made by hand to be unlike, the rest drawn by a seed."""

from __future__ import annotations

import json
from datetime import date, timedelta
from random import Random
from typing import Any, get_args

from kzstay.core.case import STATELESS, HostKind, PassportKind, PermitKind, RulingKind, StayKind

Raw = dict[str, Any]

ON = date(2026, 11, 22)
CITIZENSHIPS = (
    *("DE", "RU", "KG", "AM", "UZ", "UA", "IN", "AF", "SY", "US", "GB", "CN", "KR", "TR", "IR", "HK", "BY", "MN"),
    *("GE", "AZ", "TJ", "TM", "BR", "JP", "AE", "FR", "KZ", STATELESS),
)
PASSPORTS, HOSTS, PERMITS = get_args(PassportKind), get_args(HostKind), get_args(PermitKind)
RULINGS, KINDS = get_args(RulingKind), get_args(StayKind)
NAMES = "Anna Schmidt", "Әлия Ким", "Bo", "", "Джон О’Нил", "Maria-Luisa de los Ángeles Fernández y García", "李雷"
NOTES = "by train", "work", "a guest of Сауле", "<b>x</b> & {y}", ""


def _every(days: int, length: int, count: int, last: date, **more: str) -> list[Raw]:
    entries = [last - timedelta(days * back) for back in reversed(range(count))]
    return [
        {"entry": entry.isoformat(), "exit": (entry + timedelta(length - 1)).isoformat(), **more}
        for entry in entries
    ]


# Each is unlike the one before: many stays and none, a number and no number, permits and a court's order
UNLIKE: tuple[Raw, ...] = (
    {
        "name": "Anna",
        "citizenship": "DE",
        "host": {"kind": "individual"},
        "stays": [*_every(40, 12, 12, date(2026, 10, 1)), {"entry": "2026-11-11", "notified": "2026-11-13"}],
    },
    {"name": "Boris", "citizenship": "RU", "stays": [{"entry": "2026-09-01", "moves": [{"on": "2026-10-01"}]}]},
    {"name": "Nobody yet", "citizenship": "", "stays": []},
    {
        "name": "Chen",
        "citizenship": "CN",
        "passport": "service",
        "stays": _every(33, 5, 10, date(2027, 1, 10), note="work"),
        "permits": [
            {"kind": "visa", "from": "2026-01-01", "until": "2026-12-31", "days": 60, "entries": 5},
            {"kind": "rvp", "from": "2027-01-01", "until": "2027-12-31"},
        ],
    },
    {
        "name": "Afzal",
        "citizenship": "AF",
        "stays": [
            {"entry": "2026-08-01", "exit": "2026-08-20"},
            {"entry": "2026-10-05", "exit": "2026-10-24"},
            {"entry": "2026-11-01", "exit": "2026-11-05"},
        ],
        "rulings": [
            {"kind": "fine", "served": "2026-11-01"},
            {"kind": "expulsion", "served": "2026-11-02", "leave_by": "2026-11-10"},
        ],
    },
    {"name": "Zed", "citizenship": "SY", "stays": []},
    {
        "name": "Oksana",
        "citizenship": "UA",
        "born": "1990-02-28",
        "stays": [*_every(100, 88, 4, date(2026, 9, 10)), *_every(200, 1, 2, date(2028, 2, 29))],
        "rulings": [{"kind": "fine", "served": "2026-03-01", "paid": "2026-03-04"}],
    },
    {"name": "Dip", "citizenship": "IN", "passport": "diplomatic", "stays": [{"entry": "2026-11-22"}]},
)


def case_of(*travellers: Raw) -> Raw:
    """Return a case file as a document."""
    whole = [{"passport": "national", **traveller} for traveller in travellers]
    return {"format": "kzstay", "version": 2, "travellers": whole}


def written(raw: Any) -> bytes:  # noqa: ANN401 - whatever JSON holds
    """Write a document; half a character stays as it is escaped."""
    return json.dumps(raw).encode()


def random_case(random: Random) -> Raw:
    """Draw a case that a person might have."""
    return case_of(*(random_traveller(random) for _ in range(random.choice((1, 1, 1, 2, 3)))))


def random_traveller(random: Random) -> Raw:
    """Draw a traveller whose stays do not overlap."""
    found: Raw = {
        "name": random.choice(NAMES),
        "citizenship": random.choice(CITIZENSHIPS),
        "passport": random.choice(PASSPORTS) if random.random() < 0.2 else "national",
        "stays": _stays(random),
    }
    if random.random() < 0.3:
        found["born"] = _near(random, date(1985, 1, 1), 9000)
    if random.random() < 0.2:
        found |= {"native_name": random.choice(NAMES), "document": "N0123456"}
    if random.random() < 0.4:
        found["host"] = {"kind": random.choice(HOSTS)}
    if random.random() < 0.3:
        found["permits"] = [_permit(random) for _ in range(random.randint(1, 3))]
    if random.random() < 0.2:
        found["rulings"] = [_ruling(random) for _ in range(random.randint(1, 2))]
    return found


def _stays(random: Random) -> list[Raw]:
    stays: list[Raw] = []
    day = ON - timedelta(random.choice((30, 200, 800, 3000)))
    for _ in range(random.choice((0, 1, 1, 2, 3, 5, 8, 13))):
        day += timedelta(random.choice((0, 1, 3, 20, 60, 150)))
        stay: Raw = {"entry": day.isoformat()}
        if random.random() < 0.3:
            stay["notified"] = _near(random, day, 5)
        if random.random() < 0.15:
            stay["registered"] = _near(random, day, 20)
        if random.random() < 0.1:
            stay["moves"] = [{"on": (day + timedelta(1)).isoformat()}]
        if random.random() < 0.2:
            stay["note"] = random.choice(NOTES)
        if random.random() < 0.15:
            stay["kind"] = random.choice(KINDS)
        if random.random() < 0.1:
            stay["citizenship"] = random.choice(CITIZENSHIPS)
            stay["passport"] = random.choice(PASSPORTS)
        if random.random() < 0.1:
            stay |= {"checkpoint": random.choice(NOTES), "exit_checkpoint": random.choice(NOTES)}
        day += timedelta(random.choice((0, 1, 5, 10, 29, 45, 100)))
        stay["exit"] = day.isoformat()
        stays.append(stay)
    if stays and random.random() < 0.3:
        del stays[-1]["exit"]
    return stays


def _permit(random: Random) -> Raw:
    first = ON - timedelta(random.randint(-100, 700))
    found: Raw = {"kind": random.choice(PERMITS), "from": first.isoformat()}
    found["until"] = (first + timedelta(random.choice((0, 30, 90, 365, 1800)))).isoformat()
    if found["kind"] == "visa":
        found |= {name: random.randint(1, 90) for name in ("days", "entries") if random.random() < 0.5}
        if "days" in found and random.random() < 0.5:
            found["period"] = random.randint(90, 365)
    return found


def _ruling(random: Random) -> Raw:
    served = ON - timedelta(random.randint(-10, 700))
    found: Raw = {"kind": random.choice(RULINGS), "served": served.isoformat()}
    later = {"fine": "paid", "warning": "appealed", "readmission": "executed"}.get(found["kind"], "leave_by")
    if random.random() < 0.2:
        found["part"] = random.choice(("517(3)", "517(4)", "517"))
    if random.random() < 0.6:
        found[later] = (served + timedelta(random.randint(0, 40))).isoformat()
    return found


def _near(random: Random, day: date, days: int) -> str:
    return (day + timedelta(random.randint(0, days))).isoformat()
