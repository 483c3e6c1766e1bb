"""The report ID: the same for the same input, another for any other."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.case import Traveller
from kzstay.core.readings import Reading
from kzstay.files import codec
from kzstay.files.report_id import report_id

ON, LAW = date(2026, 11, 22), date(2026, 11, 20)
STAY = {
    "entry": "2026-11-01",
    "exit": "2026-11-20",
    "kind": "transit",
    "citizenship": "FR",
    "passport": "service",
    "notified": "2026-11-02",
    "registered": "2026-11-03",
    "moves": [{"on": "2026-11-05", "notified": "2026-11-06"}],
    "checkpoint": "a",
    "exit_checkpoint": "b",
    "note": "c",
    "id": "s1",
}
WHO = {
    "name": "Anna",
    "native_name": "Анна",
    "citizenship": "DE",
    "passport": "service",
    "document": "C01",
    "born": "1990-01-01",
    "host": {"kind": "small", "name": "h"},
    "stays": [STAY],
    "permits": [
        {"kind": "visa", "from": "2026-01-01", "until": "2026-12-01", "days": 30, "period": 90, "entries": 2}
    ],
    "rulings": [
        {"kind": "fine", "served": "2026-02-01", "part": "517(1)", "appealed": "2026-02-03", "paid": "2026-02-04"}
    ],
    "later": {"b": 1, "a": [2, 3]},
}


def read(who: Any, **layout: Any) -> tuple[Traveller, ...]:  # noqa: ANN401
    document = {"format": "kzstay", "version": 2, "travellers": [who]}
    return codec.decode(json.dumps(document, **layout).encode()).case.travellers


def of(who: Any, on: date = ON, reading: Reading = Reading.SAFE, law: date = LAW, **layout: Any) -> str:  # noqa: ANN401
    return report_id(read(who, **layout), on, reading, law)


def places(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:  # noqa: ANN401
    """List the places of all that a file says."""
    if isinstance(value, dict | list):
        steps = value.items() if isinstance(value, dict) else enumerate(value)
        return [place for step, part in steps for place in places(part, (*here, step))]
    return [here]


def changed(place: tuple[Any, ...]) -> Any:  # noqa: ANN401
    copy = json.loads(json.dumps(WHO))
    part = copy
    for step in place[:-1]:
        part = part[step]
    last, old = place[-1], part[place[-1]]
    other = {
        "kind": {"transit": "visit", "small": "large", "visa": "rvp", "fine": "warning"},
        "passport": {"service": "diplomatic"},
    }
    if last in other:
        part[last] = other[last][old]
    elif isinstance(old, int):
        part[last] = old + 1
    elif re.fullmatch(r"\d{4}-\d\d-\d\d", old):
        part[last] = (date.fromisoformat(old) + timedelta(1)).isoformat()
    else:
        part[last] = "US" if last == "citizenship" else old + "x"
    return copy


@pytest.mark.parametrize("place", places(WHO), ids=lambda place: ".".join(map(str, place)))
def test_it_changes_with_every_field(place: tuple[Any, ...]) -> None:
    assert of(changed(place)) != of(WHO)


def test_it_changes_with_the_day_the_count_and_the_law() -> None:
    found = {of(WHO), of(WHO, on=ON + timedelta(1)), of(WHO, reading=Reading.USUAL), of(WHO, law=ON)}
    assert len(found) == 4
    assert all(re.fullmatch(r"[0-9a-f]{10}", one) for one in found)


@given(st.randoms(use_true_random=False), st.sampled_from([None, 1, 4]), st.booleans())
def test_it_is_the_same_however_the_file_is_laid_out(random: Any, indent: int | None, ascii_only: bool) -> None:  # noqa: ANN401
    def shuffled(value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, list):
            return [shuffled(part) for part in value]
        if not isinstance(value, dict):
            return value
        items = [(key, shuffled(part)) for key, part in value.items()]
        random.shuffle(items)
        return dict(items)

    assert of(shuffled(WHO), indent=indent, ensure_ascii=ascii_only) == of(WHO)


def test_it_is_of_the_travellers_of_the_report_in_their_order() -> None:
    one, other = read(WHO)[0], read({**WHO, "name": "Boris"})[0]
    asked = ([one], [other], [one, other], [other, one], [])
    assert len({report_id(who, ON, Reading.SAFE, LAW) for who in asked}) == len(asked)
