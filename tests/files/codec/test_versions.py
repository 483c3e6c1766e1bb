"""Versions of the format: an older one is read for ever, a newer one may be looked at."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kzstay.files import codec
from kzstay.files.codec import VERSION, CaseFileError, Place, decode, encode
from tests.files.strategies import CONTRACT, changed, without, written


def error(data: bytes | dict[str, Any]) -> CaseFileError:
    with pytest.raises(CaseFileError) as caught:
        decode(data if isinstance(data, bytes) else written(data))
    return caught.value


def told(data: bytes | dict[str, Any]) -> tuple[str, Place]:
    found = error(data)
    return found.code, found.place


@pytest.mark.parametrize("version", [None, True, False, 0, -1, 1.0, "1", [], {}])
def test_a_version_is_a_number_from_one_on(version: object) -> None:
    assert told(changed(("version",), version)) == ("no-version", ("version",))


def test_a_version_that_is_missing_is_missed() -> None:
    assert told(without(("version",))) == ("no-version", ("version",))


def test_a_newer_version_is_opened_and_marked() -> None:
    document = decode(written(changed(("version",), VERSION + 1)))
    assert document.newer
    assert document.case == decode(written(CONTRACT)).case


def test_a_newer_version_that_cannot_be_read_is_said_to_be_newer() -> None:
    found = error(changed(("version",), VERSION + 1, changed(("travellers",), {"by": "id"})))
    assert (found.code, found.value) == ("newer", str(VERSION + 1))


def renamed(raw: dict[str, Any]) -> dict[str, Any]:
    """Bring a document to a trial version, the one after that which is written, which spells a place out."""
    people = raw.get("travellers")
    if not isinstance(people, list):
        return raw  # the check tells of it
    return raw | {"travellers": [one | {"citizenship": "KZ"} if isinstance(one, dict) else one for one in people]}


@pytest.fixture
def another(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be a version more."""
    monkeypatch.setattr(codec, "VERSIONS", codec.VERSIONS | {VERSION: renamed, VERSION + 1: None})


def of(version: int) -> dict[str, Any]:
    return CONTRACT | {"version": version}


def test_the_version_that_is_written_is_one_that_is_read_and_the_first_is_for_ever() -> None:
    assert codec.VERSION in codec.VERSIONS
    assert sorted(codec.VERSIONS) == list(range(1, max(codec.VERSIONS) + 1))
    assert [number for number, step in codec.VERSIONS.items() if step is None] == [max(codec.VERSIONS)]


@pytest.mark.usefixtures("another")
def test_an_older_version_is_brought_to_the_newest_one() -> None:
    old, new, newer = (decode(written(of(version))) for version in (VERSION, VERSION + 1, VERSION + 2))
    assert {one.citizenship for one in old.case.travellers} == {"KZ"}
    assert new.case.travellers[0].citizenship == CONTRACT["travellers"][0]["citizenship"] != "KZ"
    assert newer.case == new.case
    assert [one.newer for one in (old, new, newer)] == [False, False, True]


def test_a_version_that_is_not_in_the_table_may_only_be_looked_at() -> None:
    assert decode(written(of(VERSION + 1))).newer


def test_several_steps_follow_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    def third(raw: dict[str, Any]) -> dict[str, Any]:
        return raw | {"travellers": [one | {"name": one["citizenship"]} for one in raw["travellers"]]}

    steps = {VERSION: renamed, VERSION + 1: third, VERSION + 2: None}
    monkeypatch.setattr(codec, "VERSIONS", codec.VERSIONS | steps)
    assert [decode(written(of(version))).case.travellers[0].name for version in steps] == [
        "KZ",
        CONTRACT["travellers"][0]["citizenship"],
        CONTRACT["travellers"][0]["name"],
    ]


@pytest.mark.usefixtures("another")
def test_a_newer_version_in_the_table_is_not_written_before_its_time() -> None:
    assert json.loads(encode(decode(written(of(VERSION + 1))).case))["version"] == VERSION


@pytest.mark.usefixtures("another")
@pytest.mark.parametrize(
    ("travellers", "code"), [({}, "type"), (1, "type"), ("Anna", "type"), ([1], "type"), (["Anna"], "type")]
)
def test_what_a_step_does_not_know_is_told_as_it_is_without_one(travellers: object, code: str) -> None:
    found = told(CONTRACT | {"travellers": travellers})
    assert (found[0], found[1][0]) == (code, "travellers")


def test_a_case_of_version_1_is_one_of_version_2() -> None:
    old = {"name": "A", "citizenship": "DE", "passport": "national", "stays": [{"entry": "2026-05-20"}]}
    document = {"format": "kzstay", "version": 1, "travellers": [old]}
    assert json.loads(encode(decode(written(document)).case)) == document | {"version": 2}
