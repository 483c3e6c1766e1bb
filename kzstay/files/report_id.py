"""Report ID: a short mark of what a report was reckoned from, the same for the same input."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import date

from kzstay.core.case import Case, Traveller
from kzstay.core.readings import Reading
from kzstay.files import codec

_LENGTH = 10  # hexadecimal figures


def report_id(travellers: Sequence[Traveller], on: date, reading: Reading, collected: date) -> str:
    """Return the mark of a report: the first 10 hexadecimal figures of a SHA-256.

    It is of what the file says of the travellers of the report, the day, the way of counting, and the day
    on which the law was ``collected``. How a file is laid out, and the order of its keys, are no part of it.
    """
    nobody: list[object] = []
    asked = _canonical([nobody, on.isoformat(), reading.value, collected.isoformat()])
    opening, closing = asked[:2], asked[2:]
    found = hashlib.sha256(opening)
    for number, one in enumerate(travellers):  # one at a time, as a case may hold thousands
        (told,) = json.loads(codec.encode(Case(travellers=(one,))))["travellers"]
        found.update(b"," * (number > 0) + _canonical(told))
    found.update(closing)
    return found.hexdigest()[:_LENGTH]


def _canonical(asked: object) -> bytes:
    return json.dumps(asked, sort_keys=True, separators=(",", ":")).encode("ascii")
