"""The travellers of a piece are answered, and what cannot be is refused with its line."""

from __future__ import annotations

import csv
import json
from array import array
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from io import StringIO
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay import bundled
from kzstay.batch.answers import Answers, Result, read_day
from kzstay.batch.form import NotUtf8, head_of
from kzstay.batch.pieces import Piece
from kzstay.core.assess import assess
from kzstay.core.case import Case, Stay, Traveller
from kzstay.core.problems import problems
from kzstay.core.readings import Reading
from kzstay.core.summary import Summary
from kzstay.export import json as answer_json
from kzstay.files.codec import encode
from kzstay.i18n import LANGUAGES, Language
from tests.batch.tables import ON, order, table, written
from tests.test_any_case import PEOPLE, days

LAW = bundled.law()


def found(text: str | bytes, reading: Reading = Reading.SAFE, language: Language = "en") -> Result:
    data = text.encode() if isinstance(text, str) else text
    head = head_of(data)
    answers = Answers(order(head.form, reading, language), LAW, bundled.countries())
    return answers.answer(Piece(head.start, head.line, data[head.start :], len(data)))


def rows(result: Result) -> list[dict[str, str]]:
    text = StringIO(result.rows.decode(), newline="")
    return [dict(zip(Summary.__struct_fields__, row, strict=True)) for row in csv.reader(text)]


def refused(*lines: str, header: str | None = None) -> list[tuple[int, str, str, str]]:
    result = found(table(*lines) if header is None else table(*lines, header=header))
    return [(one.line, one.traveller, one.field, one.value) for one in result.refusals]


def test_each_traveller_has_a_row_in_the_order_of_the_table() -> None:
    result = found(table("B,TR,,,2026-11-01,,,", "A,DE,,,2026-01-01,2026-01-05,,", "A,DE,,,2026-11-11,,,"))
    assert [(row["traveller"], row["standing"]) for row in rows(result)] == [("B", "lawful"), ("A", "lawful")]
    assert (result.answered, result.travellers, result.unsound) == (2, 2, 0)
    assert list(array("Q", result.lines)) == [2, 3]
    assert [one & 1 for one in array("Q", result.hashes)] == [1, 1]


def test_an_overstay_is_counted_as_unsound() -> None:
    result = found(table("A,DE,,,2026-08-01,,,"))
    assert (result.unsound, rows(result)[0]["standing"], rows(result)[0]["missed"]) == (1, "overstay", "1")


def test_a_row_without_entry_is_one_who_was_never_here() -> None:
    (row,) = rows(found(table("A,DE,,1990-01-01,,,,")))
    assert (row["standing"], row["used"], row["next_days"]) == ("outside", "0", "30")


def test_columns_may_be_missing_and_cells_at_the_end() -> None:
    header = "entry,exit,citizenship,traveller,note,passport"
    result = found(table("2026-11-11,,de,A", "", ",,,,,", "2026-11-11,,RU,B,x,Service", header=header))
    assert [row["citizenship"] for row in rows(result)] == ["DE", "RU"]
    assert list(array("Q", result.lines)) == [2, 5]


def test_spaces_and_small_letters_make_nobody_another_one() -> None:
    (row,) = rows(
        found(table(" A ,de,National,, 2026-01-01 , 2026-01-05,,", "A,DE,national,,2026-02-01,2026-02-05,,"))
    )
    assert (row["traveller"], row["used"]) == ("A", "0")


def test_empty_rows_are_passed_over_and_counted() -> None:
    result = found(table("", "A,DE,,,2026-01-01,2026-01-05,,", ",,,,,,,", "A,DE,,,2026-02-01,2026-02-31,,"))
    assert [(one.line, one.value) for one in result.refusals] == [(5, "2026-02-31")]
    assert list(array("Q", result.lines)) == [3]


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        (",DE,,,2026-01-01,,,", "traveller", ""),
        ("A\0,DE,,,2026-01-01,,,", "traveller", "A\0"),
        ("A,,,,2026-01-01,,,", "citizenship", ""),
        ("A,Germany,,,2026-01-01,,,", "citizenship", "GERMANY"),
        ("A,DE,red,,2026-01-01,,,", "passport", "red"),
        ("A,DE,,01.05.1990,2026-01-01,,,", "born", "01.05.1990"),
        ("A,DE,,2027-01-01,2026-01-01,,,", "born", "2027-01-01"),
        ("A,DE,,1899-01-01,2026-01-01,,,", "born", "1899-01-01"),
        ("A,DE,,2026-05-01,2026-01-01,,,", "born", "2026-05-01"),
        ("A,DE,,,2026-1-1,,,", "entry", "2026-1-1"),
        ("A,DE,,,20260101,,,", "entry", "20260101"),
        ("A,DE,,,2026-W01-1,,,", "entry", "2026-W01-1"),
        ("A,DE,,,1066-10-14,,,", "entry", "1066-10-14"),
        ("A,DE,,,2026-01-01,2026-02-30,,", "exit", "2026-02-30"),
        ("A,DE,,,2026-01-01,2025-12-31,,", "exit", "2025-12-31"),
        ("A,DE,,,2026-01-01,,soon,", "notified", "soon"),
        ("A,DE,,,2026-01-01,,,46200", "registered", "46200"),
        ("A,DE,,,,2026-01-05,,", "exit", "2026-01-05"),
        ("A,DE,,, ,,2026-01-05,", "notified", "2026-01-05"),
        ("A,DE,,,2026-01-01,,,,,more", "", "more"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_costs_its_traveller_the_answer(
    line: str, field: str, value: str, language: Language
) -> None:
    result = found(table("X,DE,,,,,,", line, "Y,DE,,,,,,"), language=language)
    assert [(one.line, one.field, one.value) for one in result.refusals] == [(3, field, value)]
    (refusal,) = result.refusals
    assert refusal.reason.endswith(".")
    assert "{" not in refusal.reason
    assert [row["traveller"] for row in rows(result)] == ["X", "Y"]
    assert [one & 1 for one in array("Q", result.hashes)] == [1, 0, 1]


def test_all_that_is_wrong_of_a_traveller_is_told() -> None:
    lines = '"Bo;b\ny",DE,,,2026-13-01,2026-14-01,,', '"Bo;b\ny",XX,,,2026-01-01,,,', '"Bo;b\ny",XX,,,x,,,'
    assert refused(*lines) == [
        (2, "Bo;b\ny", "entry", "2026-13-01"),
        (2, "Bo;b\ny", "exit", "2026-14-01"),
        (6, "Bo;b\ny", "entry", "x"),
        (4, "Bo;b\ny", "citizenship", "XX"),
    ]


def test_an_overlap_names_the_other_line() -> None:
    lines = "A,DE,,,2026-02-01,2026-02-20,,", "", "A,DE,,,2026-01-01,2026-02-05,,"
    result = found(table(*lines))
    assert [(one.line, one.field, one.value) for one in result.refusals] == [(2, "entry", "2026-02-01")]
    assert "line 4" in result.refusals[0].reason


def test_stays_may_stand_in_any_order_and_share_a_day() -> None:
    lines = "A,DE,,,2026-02-01,2026-02-20,,", "A,DE,,,2026-01-01,2026-02-01,,", "A,DE,,,2025-01-01,,,"
    assert refused(*lines) == []


def test_a_name_that_is_a_formula_is_guarded_once() -> None:
    result = found(table("=A,DE,,,,,,", "'=B,DE,,,,,,", "'C,DE,,,,,,"))
    assert [row["traveller"] for row in rows(result)] == ["'=A", "'=B", "'C"]


def test_another_encoding_is_told_with_its_line() -> None:
    with pytest.raises(NotUtf8) as told:
        found(table("A,DE,,,,,,").encode() + "\nЯ,DE,,,,,,\n".encode("cp1251"))
    assert told.value.line == 4


def test_a_day_is_read_as_iso_writes_it() -> None:
    assert read_day(" 2026-11-22 ") == ON
    assert read_day("  ") is None


STAYS = st.lists(st.tuples(days(), st.none() | days(), st.none() | days(), st.none() | days()), max_size=6)


@given(
    st.lists(st.tuples(st.sampled_from(PEOPLE), st.none() | st.dates(date(1900, 1, 1), ON), STAYS), max_size=4),
    st.sampled_from(list(Reading)),
)
def test_the_rows_of_any_travellers_say_what_check_says(people: Sequence[Any], reading: Reading) -> None:
    travellers, lines = list[Traveller](), list[tuple[Any, ...]]()
    for number, ((citizenship, passport), born, stays) in enumerate(people):
        person = f"T{number}", citizenship, passport, born
        lines += [(*person, "", "", "", "")] * (not stays) + [(*person, *stay) for stay in stays]
        held = tuple(
            Stay(entry=entry, exit=leaving, notified=told, registered=registered)
            for entry, leaving, told, registered in stays
        )
        travellers.append(
            Traveller(name=person[0], citizenship=citizenship, passport=passport, born=born, stays=held)
        )
    right = [one for one in travellers if not problems(Case(travellers=(one,)), bundled.countries(), ON)]
    result = found(table() + written(lines), reading)
    told = rows(result)
    assert [row["traveller"] for row in told] == [one.name for one in right]
    assert {one.traveller for one in result.refusals} == {one.name for one in travellers} - {
        row["traveller"] for row in told
    }
    assessed = [
        assess(msgspec.json.decode(msgspec.json.encode(one), type=Traveller), ON, LAW, reading) for one in right
    ]
    checked = json.loads(answer_json.text(answer_json.check(assessed, ON, reading, LAW)))["travellers"]
    for row, said in zip(told, checked, strict=True):
        assert row["standing"] == said["standing"]
        leave_by = said["leave_by"] or {reading: None, "because": None}
        assert (row["leave_by"], row["because"]) == (leave_by[reading] or "", leave_by["because"] or "")
        assert int(row["overstay_days"]) == sum(one["overstay_days"] for one in said["stays"])
        assert int(row["missed"]) == sum(one["state"] == "missed" for one in said["duties"])
        following = said["next_entry"] or {"date": "", "whole_plan": ""}
        assert (row["next_entry"], row["next_days"]) == (following["date"], str(following["whole_plan"]))
    assert result.unsound == sum(not a.sound for a in assessed)
    assert encode(Case(travellers=tuple(right)))  # what a file may hold


@given(st.binary(max_size=300) | st.text(alphabet='A,"\n\r;DE2026-1\0 ', max_size=200).map(str.encode))
def test_no_bytes_are_met_with_anything_but_a_reason(data: bytes) -> None:
    with suppress(NotUtf8):
        result = found(table().encode() + data)
        assert (
            len(rows(result))
            == result.answered
            == result.travellers - sum(not one & 1 for one in array("Q", result.hashes))
        )


def test_a_carriage_return_in_a_name_begins_no_row() -> None:
    (told,) = rows(found(table('"A\r=1+1",DE,,,2026-11-11,,,')))
    assert (told["traveller"], told["standing"]) == ("A\r=1+1", "lawful")
