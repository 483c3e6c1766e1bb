from __future__ import annotations

import json
import random
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.case import Case, HostKind, PassportKind, PermitKind
from kzstay.files.codec import DEEPEST, VERSION, CaseFileError, Place, decode, encode
from kzstay.paths import resource
from tests.files.strategies import CONTRACT, cases, changed, spoilt, without, written
from tests.helpers import case, day, stay, traveller

DATES: list[Place] = [
    ("travellers", 0, "born"),
    *(("travellers", 0, "stays", 2, key) for key in ("entry", "exit", "notified", "registered")),
    *(("travellers", 0, "stays", 2, "moves", 0, key) for key in ("on", "notified")),
    *(("travellers", 0, "permits", 0, key) for key in ("from", "until")),
    *(("travellers", 0, "rulings", 1, key) for key in ("served", "leave_by", "executed")),
]


def error(data: bytes | dict[str, Any]) -> CaseFileError:
    with pytest.raises(CaseFileError) as caught:
        decode(data if isinstance(data, bytes) else written(data))
    return caught.value


def told(data: bytes | dict[str, Any]) -> tuple[str, Place]:
    found = error(data)
    return found.code, found.place


def shuffled(raw: Any, order: random.Random) -> Any:  # noqa: ANN401
    if isinstance(raw, list):
        return [shuffled(part, order) for part in raw]
    if not isinstance(raw, dict):
        return raw
    return {key: shuffled(raw[key], order) for key in order.sample(sorted(raw), len(raw))}


# Round trip


@given(cases)
def test_a_written_case_reads_the_same(whole: Case) -> None:
    """Keys that no version knows are part of it, at every level."""
    document = decode(encode(whole))
    assert document.case == whole
    assert not document.newer


@given(cases, st.randoms(use_true_random=False))
def test_keys_may_come_in_any_order(whole: Case, order: random.Random) -> None:
    assert decode(written(shuffled(json.loads(encode(whole)), order))).case == whole


@given(cases)
def test_a_file_that_is_read_and_written_is_the_same_file(whole: Case) -> None:
    assert encode(decode(encode(whole)).case) == encode(whole)


def test_everything_of_the_contract_comes_back() -> None:
    assert json.loads(encode(decode(written(CONTRACT)).case)) == CONTRACT


def test_what_the_contract_asks_for_is_always_written() -> None:
    raw = json.loads(encode(case(traveller("DE"))))
    assert raw == {
        "format": "kzstay",
        "version": VERSION,
        "travellers": [{"name": "Anna Schmidt", "citizenship": "DE", "passport": "national", "stays": []}],
    }


def test_keys_that_nobody_knows_survive_at_every_level() -> None:
    raw = CONTRACT
    for place in [
        (),
        ("travellers", 0),
        ("travellers", 0, "host"),
        ("travellers", 0, "stays", 2),
        ("travellers", 0, "stays", 2, "moves", 0),
        ("travellers", 0, "permits", 0),
        ("travellers", 0, "rulings", 1),
    ]:
        raw = changed((*place, "x-colour"), {"of": [1, 2.5, None, True, "Ә"]}, raw)
    assert json.loads(encode(decode(written(raw)).case)) == raw


def test_no_file_holds_what_tells_records_apart_in_memory() -> None:
    held = json.loads(encode(case(traveller("DE", stay("2026-05-20")))))
    assert held["travellers"][0]["stays"] == [{"entry": "2026-05-20"}]
    assert b"number" not in encode(case(traveller("DE", stay("2026-05-20"))))


def test_a_file_may_give_ids_and_keys_of_its_own() -> None:
    raw: dict[str, Any] = {"format": "kzstay", "version": VERSION, "id": "c", "travellers": []}
    raw["travellers"] = [
        {"name": "A", "citizenship": "DE", "passport": "national", "id": "t", "stays": [], "#": {"number": 1}}
    ]
    raw["travellers"][0]["stays"] = [{"entry": "2026-05-20", "id": "s", "#": 3, "key": 4}] * 2
    document = decode(written(raw))
    one, other = document.case.travellers[0].stays
    assert one.key.number != other.key.number
    assert json.loads(encode(document.case)) == raw


def test_the_smallest_case_has_no_travellers() -> None:
    assert decode(b'{"format": "kzstay", "version": 1}').case == Case()
    assert json.loads(encode(Case())) == {"format": "kzstay", "version": VERSION, "travellers": []}


def test_a_file_is_text_that_a_person_can_read() -> None:
    data = encode(case(traveller("KZ", name="Әлия")))
    assert "Әлия" in data.decode()
    assert data.endswith(b"}\n")


def test_the_example_is_a_case() -> None:
    found = decode(resource("examples/anna.kzstay").read_bytes()).case
    assert found.travellers[0].stays[0] == stay("2024-06-03", "2024-06-28", notified="2024-06-05")


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbf" + encode(Case())).case == Case()


# Files that are no cases


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not-json"),
        (b"\n", "not-json"),
        (b"entry;exit\n2026-01-01;2026-01-02\n", "not-json"),
        (b"{'format': 'kzstay'}", "not-json"),
        (b'{"format": "kzstay", "version": 1,}', "not-json"),
        (b'{"format": "kzstay", "version": 1} {"format": "kzstay"', "not-json"),
        (b"{", "cut-short"),
        (b'{"format": "kzst', "cut-short"),
        (b'{"format": "kzstay", "version": 1', "cut-short"),
        (b'{"format": "kzstay", "x": tr', "cut-short"),
        ('{"format": "kzstay", "x": "Ә'.encode()[:-1], "cut-short"),
        ('{"format": "kzstay"}'.encode("utf-16"), "not-text"),
        ('{"format": "kzstay", "x": "Иван"}'.encode("cp1251"), "not-text"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "not-text"),
        (b"[]", "foreign"),
        (b'[{"format": "kzstay", "version": 1}]', "foreign"),
        (b"null", "foreign"),
        (b'"kzstay"', "foreign"),
        (b"{}", "foreign"),
        (b'{"version": 1, "travellers": []}', "foreign"),
        (b'{"format": "other", "version": 1}', "foreign"),
        (b'{"format": ["kzstay"], "version": 1}', "foreign"),
    ],
)
def test_a_file_that_is_no_case_is_told_apart(data: bytes, code: str) -> None:
    place = ("format",) if code == "foreign" and data.startswith(b"{") else ()
    assert told(data) == (code, place)


def test_text_that_is_no_json_is_found_by_its_line() -> None:
    assert error(b'{\n "format": "kzstay",\n "version" 1\n}').value == "3:12"


@pytest.mark.parametrize("indent", [None, 1])
def test_a_file_cut_short_anywhere_is_said_to_be(indent: int | None) -> None:
    data = json.dumps(changed(("travellers", 0, "x"), [True, -1.5e3, None, '\\"Ә']), indent=indent)
    whole = json.dumps(json.loads(data), indent=indent, ensure_ascii=False).encode()
    for text in (data.encode(), whole):
        codes = [error(text[:length]).code for length in range(1, len(text))]
        assert codes == ["cut-short"] * (len(text) - 1)
        assert error(text[:0]).code == "not-json"


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999", "1" * 5000])
def test_a_number_that_nothing_can_hold_stands_in_no_case(number: str) -> None:
    assert told(f'{{"format": "kzstay", "version": 1, "x": {number}}}'.encode()) == ("foreign", ())


@pytest.mark.parametrize("opening", ["[", '{"x":'])
@pytest.mark.parametrize("levels", [DEEPEST, 900, 1000, 1100, 50_000])
def test_a_file_nested_without_end_is_no_case(opening: str, levels: int) -> None:
    closing = "]" if opening == "[" else "}"
    nested = opening * levels + "1" + closing * levels
    assert told(f'{{"format": "kzstay", "version": 1, "x": {nested}}}'.encode()) == ("foreign", ())


def test_a_key_that_nobody_knows_may_be_nested_somewhat() -> None:
    nested = "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1)
    found = decode(f'{{"format": "kzstay", "version": 1, "x": {nested}}}'.encode()).case
    assert decode(encode(found)).case == found


def test_half_a_character_is_replaced_when_it_is_read_and_when_it_is_written() -> None:
    """Programs in JavaScript cut texts through the middle of a character."""
    cut = decode(json.dumps(changed(("travellers", 0, "name"), "Anna \ud83d")).encode()).case
    assert cut.travellers[0].name == "Anna ?"
    pasted = case(traveller("DE", name="Anna \ud83d"))
    assert decode(encode(pasted)).case == case(traveller("DE", name="Anna ?"))


def test_a_whole_character_beyond_the_first_plane_is_kept() -> None:
    assert decode(json.dumps(changed(("travellers", 0, "name"), "😀")).encode()).case.travellers[0].name == "😀"


# What stands in a case


@pytest.mark.parametrize("place", DATES)
def test_a_day_that_does_not_exist_is_named_with_its_place(place: Place) -> None:
    found = error(changed(place, "2026-02-30"))
    assert (found.code, found.place, found.value) == ("date", place, "2026-02-30")


@pytest.mark.parametrize(
    "text", ["", "2026-02-29", "2026-13-01", "2026-1-1", "20260101", "01.01.2026", "2026-01-01T00:00:00", "today"]
)
def test_only_an_iso_date_is_a_date(text: str) -> None:
    assert told(changed(("travellers", 0, "stays", 0, "entry"), text)) == (
        "date",
        ("travellers", 0, "stays", 0, "entry"),
    )


@pytest.mark.parametrize("value", [20260101, 1.5, True, [], {}, ["2026-01-01"]])
@pytest.mark.parametrize("place", DATES)
def test_a_value_of_the_wrong_kind_is_named_with_its_place(place: Place, value: object) -> None:
    assert told(changed(place, value)) == ("type", place)


@pytest.mark.parametrize(
    ("place", "value", "code"),
    [
        (("travellers",), {}, "type"),
        (("travellers",), None, "type"),
        (("travellers", 0), "Anna", "type"),
        (("travellers", 0), None, "type"),
        (("travellers", 0, "name"), 7, "type"),
        (("travellers", 0, "name"), None, "type"),
        (("travellers", 0, "citizenship"), ["DE"], "type"),
        (("travellers", 0, "passport"), "blue", "value"),
        (("travellers", 0, "passport"), 1, "type"),
        (("travellers", 0, "host"), [], "type"),
        (("travellers", 0, "host", "kind"), "friend", "value"),
        (("travellers", 0, "stays"), None, "type"),
        (("travellers", 0, "stays"), {"entry": "2026-01-01"}, "type"),
        (("travellers", 0, "stays", 2), [], "type"),
        (("travellers", 0, "stays", 2, "entry"), None, "type"),
        (("travellers", 0, "stays", 2, "note"), 7, "type"),
        (("travellers", 0, "stays", 2, "moves"), "none", "type"),
        (("travellers", 0, "stays", 2, "moves", 0), 7, "type"),
        (("travellers", 0, "permits", 0, "kind"), "stamp", "value"),
        (("travellers", 0, "permits", 0, "days"), "60", "type"),
        (("travellers", 0, "permits", 0, "entries"), 1.5, "type"),
        (("travellers", 0, "rulings", 1, "kind"), "reprimand", "value"),
    ],
)
def test_what_is_wrong_deep_inside_is_named_with_its_place(place: Place, value: object, code: str) -> None:
    assert told(changed(place, value)) == (code, place)


@pytest.mark.parametrize(
    "place",
    [
        ("travellers", 0, "name"),
        ("travellers", 0, "citizenship"),
        ("travellers", 0, "host", "kind"),
        ("travellers", 0, "stays", 2, "entry"),
        ("travellers", 0, "stays", 2, "moves", 0, "on"),
        ("travellers", 0, "permits", 0, "kind"),
        ("travellers", 0, "permits", 0, "from"),
        ("travellers", 0, "permits", 0, "until"),
        ("travellers", 0, "rulings", 1, "kind"),
        ("travellers", 0, "rulings", 1, "served"),
    ],
)
def test_what_is_missing_is_named_with_its_place(place: Place) -> None:
    assert told(without(place)) == ("missing", place)


def test_an_open_end_may_be_written_as_nothing() -> None:
    assert decode(written(changed(("travellers", 0, "stays", 0, "exit"), None))).case.travellers[0].stays[0] == (
        stay("2026-01-05")
    )


def test_what_is_wrong_is_shown_on_one_line_and_not_at_length() -> None:
    assert error(changed(("travellers", 0, "passport"), "a\n b")).value == "a b"
    shown = error(changed(("travellers", 0, "passport"), "x" * 1000)).value
    assert shown == "x" * 39 + "…"


# Whatever may come


@given(st.binary())
def test_any_bytes_are_a_case_or_told_why_not(data: bytes) -> None:
    with pytest.raises(CaseFileError):
        decode(data)


@given(st.text())
def test_any_text_is_a_case_or_told_why_not(text: str) -> None:
    with pytest.raises(CaseFileError):
        decode(text.encode())


@given(spoilt)
def test_a_spoilt_file_is_a_case_or_told_why_not(data: bytes) -> None:
    try:
        found = decode(data).case
    except CaseFileError:
        return
    assert decode(encode(found)).case == found


@given(st.data())
def test_bytes_changed_in_a_file_make_a_case_or_are_told(data: st.DataObject) -> None:
    whole = bytearray(encode(case(traveller("DE", stay("2026-01-01", "2026-01-02"), born="1990-01-01"))))
    for _ in range(data.draw(st.integers(1, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = decode(bytes(whole)).case
    except CaseFileError:
        return
    assert decode(encode(found)).case == found


def test_a_stay_is_read_as_days() -> None:
    found = decode(written(CONTRACT)).case.travellers[0]
    assert found.stays[0].entry == day("2026-01-05")
    assert found.permits[0].first == day("2026-09-01")


# What may stand in a place


@pytest.mark.parametrize(
    ("place", "possible"),
    [
        (("travellers", 0, "passport"), get_args(PassportKind)),
        (("travellers", 0, "host", "kind"), get_args(HostKind)),
        (("travellers", 0, "permits", 0, "kind"), get_args(PermitKind)),
        (("travellers", 0, "stays", 0, "passport"), get_args(PassportKind)),
    ],
)
def test_a_word_that_is_not_possible_comes_with_those_that_are(place: Place, possible: tuple[str, ...]) -> None:
    with pytest.raises(CaseFileError) as raised:
        decode(written(changed(place, "holiday")))
    assert (raised.value.code, raised.value.possible) == ("value", possible)


@pytest.mark.parametrize(
    ("place", "value", "shape"),
    [
        (("travellers",), {}, "list"),
        (("travellers", 0, "name"), 7, "text"),
        (("travellers", 0, "host"), "Ivan", "record"),
        (("travellers", 0, "permits", 0, "days"), "60", "number"),
        (("travellers", 0, "stays", 0, "notified"), True, "date"),
    ],
)
def test_what_is_of_the_wrong_kind_comes_with_what_belongs_there(place: Place, value: object, shape: str) -> None:
    with pytest.raises(CaseFileError) as raised:
        decode(written(changed(place, value)))
    assert (raised.value.code, raised.value.expected) == ("type", shape)
