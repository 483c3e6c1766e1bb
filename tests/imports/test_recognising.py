"""Whom a traveller of a source may be; more of it is told where they are merged."""

from __future__ import annotations

import msgspec

from kzstay.imports.recognising import Recognition
from tests.helpers import stay, traveller


def test_who_was_found_by_name_is_nobody_else() -> None:
    anna = traveller("DE", stay("2026-05-20", "2026-06-08"))
    found = Recognition([anna])
    assert found.place(anna) == 0
    found.claim(0)
    assert found.place(anna) is None


def test_one_number_of_two_passports_tells_nobody_apart() -> None:
    one = msgspec.structs.replace(traveller("DE", name="Anna"), document="C01")
    other = msgspec.structs.replace(traveller("DE", name="Boris"), document="C01")
    assert Recognition([one, other]).place(other) == 1
    assert Recognition([one, other]).place(msgspec.structs.replace(other, name="Clara")) is None


def test_nobody_is_known_without_a_name_but_by_the_stays() -> None:
    known = traveller("DE", stay("2026-05-20", "2026-06-08"), name="")
    assert Recognition([known]).place(traveller("", stay("2026-05-20"), name="")) == 0
    assert Recognition([known]).place(traveller("", stay("2026-05-21"), name="")) is None
