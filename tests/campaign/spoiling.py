"""What may stand in a file or an argument where something else should."""

from __future__ import annotations

import copy
from random import Random
from typing import Any

from tests.campaign.random_cases import Raw

DAYS = (
    *("2026-11-22", "2026-12-15", "2027-02-28", "2028-02-29", "2025-01-01", "22.11.2026", "1 Dec 2026", "today"),
    *("2026-12-31", "2020-03-01", "2199-12-31", "1991-01-01"),
)
# Texts of every kind that a program may print as they are, count wrongly or take for something else
TEXTS = (
    *("", " ", "\t", "\n", "a\nb", "a\r\nb", "\x00", "\x07bell", "\x1b[31mred\x1b]0;title\x07", "\x85", "\x9b31m"),
    *("\u202eevil", "\u2066isolated\u2069", "\u200emark\u200f", "\u061c", "\u2028line\u2029", "\ud800", "\udfff"),
    *("é", "é", "👩‍👩‍👧‍👦", "Ә" * 300, "x" * 5000, "{name}", "%s %d", "{0}", "$x ${y}", "<b>x</b>"),
    *("../../etc/passwd", "a/b", "C:\\x", "'; --", '"', "\\", "--json", "-", "--", "@file", "null", "NaN", "∞"),
)
ODD_DAYS = (
    *DAYS,
    *(
        "2026-02-30",
        "2026-13-01",
        "0000-00-00",
        "0001-01-01",
        "9999-12-31",
        "9999-12-30",
        "2200-01-01",
        "1990-12-31",
    ),
    *(
        "1899-12-31",
        "99999-01-01",
        "-2026-01-01",
        "2026-1-1",
        "26-01-01",
        "31.12.9999",
        "30.2.2026",
        "2026-11-22T10:00",
    ),
    *("20261122", "٢٠٢٦-١١-٢٢", "2026-11-22 ", "2026_11_22", "+1", "-1", "0", "1e9", "22/11/26", "tomorrow"),
)
NUMBERS = (0, 1, -1, 9999, 10000, 10**7, -(10**6), 2**31, 2**62, 2**63, 2**64, 10**400, 0.5, 1e308, -0.0)
OTHERS: tuple[Any, ...] = (None, True, False, [], {}, [[]], [None], {"": 1}, {"a": {"b": []}})
ARGUMENTS = tuple(
    # As a system hands them over: without what ends a string, and what is no UTF-8 as halves of its own
    text.replace("\x00", "").replace("\ud800", "\udc80").replace("\udfff", "\udcff")
    for text in (
        *TEXTS,
        *ODD_DAYS,
        *map(str, NUMBERS),
        *("--on", "--entry", "--exit", "--days", "--reading", "--lang", "--traveller", "-o", "--version", "-h"),
        *("--on=9999-12-31", "--days=0", "--days=99999999999999999999", "--lang=xx", "--reading=", "--no-such"),
        *("no-such.kzstay", ".", "/", "/dev/null", "/proc/self/mem", "x" * 300, "safe", "usual", "en", "ru", "kk"),
    )
)
DEEP = 60


def spoilt_case(random: Random, case: Raw) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return a case with something else in one to three of its places."""
    found: Any = copy.deepcopy(case)
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        holders = list(_holders(found))
        if not holders:
            return found
        holder, step = random.choice(holders)
        match random.choice(("other", "other", "other", "other", "gone", "twice", "key", "deep")):
            case "gone":
                del holder[step]
            case "twice" if isinstance(holder, list):
                holder.insert(step, copy.deepcopy(holder[step]))
            case "key" if isinstance(holder, dict):
                holder[random.choice(TEXTS)] = _other(random, holder[step])
            case "deep":
                for _level in range(random.choice((3, DEEP))):
                    holder[step] = [holder[step]]
            case _:
                holder[step] = _other(random, holder[step])
    return found


def _holders(raw: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401
    """List every place below a document as what holds it and its key."""
    parts = list(raw.items()) if isinstance(raw, dict) else list(enumerate(raw)) if isinstance(raw, list) else []
    return [found for step, part in parts for found in ((raw, step), *_holders(part))]


def _other(random: Random, value: Any) -> Any:  # noqa: ANN401
    """Return something for a value, most often of its own kind; no other place of the document has it too."""
    if isinstance(value, str) and random.random() < 0.5:
        return random.choice(ODD_DAYS if value[:2] in ("19", "20") else TEXTS)
    if isinstance(value, int) and random.random() < 0.7:
        return random.choice(NUMBERS)
    others = random.choice(TEXTS), random.choice(ODD_DAYS), random.choice(NUMBERS), random.choice(OTHERS)
    return copy.deepcopy(random.choice(others))


def spoilt_bytes(random: Random, data: bytes) -> bytes:
    """Return a file as a disk or another program may have spoilt it."""
    found = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 5))):
        place = random.randrange(len(found) + 1)
        match random.choice(("cut", "flip", "more", "less", "splice", "mark")):
            case "cut":
                del found[place:]
            case "flip" if place < len(found):
                found[place] ^= 1 << random.randrange(8)
            case "more":
                found[place:place] = random.randbytes(random.choice((1, 2, 8)))
            case "less":
                del found[place : place + random.choice((1, 3, 20))]
            case "splice":
                found[place:place] = found[random.randrange(len(found) + 1) :][:50]
            case _:
                found[0:0] = random.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\x1f\x8b", b"[" * 500))
    return bytes(found)
