"""Cases that other programs, authorities and people worked out; tests/vectors holds where each is from.

``divergent.jsonl`` are cases in which others miscount; what is expected of them here is the common rule.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from kzstay.core.days import Presence
from kzstay.core.limits import Rolling

VECTORS = Path(__file__).parents[1] / "vectors"
Vector = dict[str, Any]


def read(name: str) -> list[Vector]:
    return [json.loads(line) for line in (VECTORS / name).read_text(encoding="utf-8").splitlines()]


OUTSIDE = read("outside.jsonl")
DIVERGENT = read("divergent.jsonl")


def stays_of(vector: Vector) -> list[tuple[date, date]]:
    """Read the stays; an open one ends on the day of reference."""
    reference = date.fromisoformat(vector["reference"])
    return [
        (entry := date.fromisoformat(first), date.fromisoformat(last) if last else max(reference, entry))
        for first, last in vector["stays"]
    ]


ANSWERS: dict[str, Callable[[Rolling, Presence, date, Vector], object]] = {
    "used": lambda rule, held, on, _: rule.used(held, on),
    "remaining": lambda rule, held, on, _: rule.remaining(held, on),
    "overstay": lambda rule, held, on, _: rule.used(held, on) > rule.limit,
    "overstay_days": lambda rule, held, on, _: max(0, -rule.remaining(held, on)),
    "window_start": lambda rule, held, on, _: rule.window(held, on).first.isoformat(),
    "trip_days": lambda rule, held, on, vector: [(last - first).days + 1 for first, last in stays_of(vector)],
    "max_stay": lambda rule, held, on, _: rule.longest_stay(held, on),
    "max_stay_whole_plan": lambda rule, held, on, _: rule.longest_stay(held, on, keep_later=True),
    "can_enter": lambda rule, held, on, _: rule.longest_stay(held, on) > 0,
    "latest_exit": lambda rule, held, on, _: found.isoformat() if (found := rule.latest_exit(held, on)) else None,
    "earliest_entry": lambda rule, held, on, _: rule.earliest_entry(held, on).isoformat(),
    "max_any_window": lambda rule, held, on, _: max(rule.used(held, span.last) for span in held.spans()),
    "any_overstay": lambda rule, held, on, _: bool(rule.over_limit(held)),
}


def answers(vector: Vector, expected: dict[str, object]) -> dict[str, object]:
    rule, held = Rolling(vector["limit"], vector["window"]), Presence(stays_of(vector))
    on = date.fromisoformat(vector["reference"])
    return {key: ANSWERS[key](rule, held, on, vector) for key in expected}
