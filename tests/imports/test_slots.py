from __future__ import annotations

from datetime import date, datetime

import pytest

from kzstay.imports.slots import BLANK, Reader, is_error
from tests.imports.told import TODAY, refused, stays, told

READER = Reader(TODAY)


def test_each_kind_of_cell() -> None:
    slots = READER.slots(
        [
            date(2026, 3, 1),
            datetime.fromisoformat("2026-03-01T23:40"),
            "",
            None,
            "?",
            "қазір",
            "soon",
            "#N/A",
            "=A1+3",
        ]
    )
    assert [slot.kind for slot in slots] == [
        *("day", "day", "blank", "blank", "open", "open", "wrong", "error", "error"),
    ]
    assert slots[2] is BLANK
    assert slots[1].written is not None
    assert slots[1].written.minutes == 23 * 60 + 40


def test_serials_are_days_where_all_of_the_column_may_be() -> None:
    (slot,) = READER.slots([46145.0])
    assert slot.written is not None
    assert slot.written.sure == date(2026, 5, 3)
    assert [slot.kind for slot in READER.slots([46145, 12])] == ["wrong", "wrong"]
    assert [slot.kind for slot in READER.slots(["46145", "46145.5", "12.05.2026"])] == ["day", "day", "day"]


def test_serials_of_1904() -> None:
    (slot,) = Reader(TODAY, epoch_1904=True).slots([44683])
    assert slot.written is not None
    assert slot.written.sure == date(2026, 5, 3)


def test_births_are_earlier_than_the_republic() -> None:
    (slot,) = READER.slots([29221], ahead=0)
    assert slot.written is not None
    assert slot.written.sure == date(1980, 1, 1)
    assert READER.slots([46400], ahead=0)[0].kind == "wrong"  # nobody is born later than today


@pytest.mark.parametrize("text", ["#REF!", "#NAME?", "#ИМЯ?", "#Н/Д", "#ДЕЛ/0!", "Err:502", "########", "=1+1"])
def test_errors_of_formulas(text: str) -> None:
    assert is_error(text)


@pytest.mark.parametrize("text", ["", "#1", "Erik", "12.05.2026", "e"])
def test_no_errors_of_formulas(text: str) -> None:
    assert not is_error(text)


def test_column_of_three_forms_from_an_office_program() -> None:
    found = told("Entry;Exit\n12.05.2026;14.05.2026\n05.07.2026;06.07.2026\n46200;46201\n")
    assert stays(found) == [
        ("2026-05-12", "2026-05-14"),
        ("2026-06-27", "2026-06-28"),
        ("2026-07-05", "2026-07-06"),
    ]


def test_number_among_days_that_is_none_is_refused() -> None:
    found = told("Entry;Exit\n12.05.2026;14.05.2026\n46200;46201\n12;13\n")
    assert [line for _, line, _ in refused(found)] == [3, 4]
