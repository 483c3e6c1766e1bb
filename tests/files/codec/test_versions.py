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
    """Bring a document of version 1 to a trial version 2, which spells a place out."""
    people = raw.get("travellers")
    if not isinstance(people, list):
        return raw  # the check tells of it
    return raw | {"travellers": [one | {"citizenship": "KZ"} if isinstance(one, dict) else one for one in people]}


@pytest.fixture
def second(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be a version 2."""
    monkeypatch.setattr(codec, "VERSIONS", {1: renamed, 2: None})


def of(version: int) -> dict[str, Any]:
    return CONTRACT | {"version": version}


def test_the_version_that_is_written_is_one_that_is_read_and_the_first_is_for_ever() -> None:
    assert codec.VERSION in codec.VERSIONS
    assert sorted(codec.VERSIONS) == list(range(1, max(codec.VERSIONS) + 1))
    assert [number for number, step in codec.VERSIONS.items() if step is None] == [max(codec.VERSIONS)]


@pytest.mark.usefixtures("second")
def test_an_older_version_is_brought_to_the_newest_one() -> None:
    old, new, newer = (decode(written(of(version))) for version in (1, 2, 3))
    assert {one.citizenship for one in old.case.travellers} == {"KZ"}
    assert new.case.travellers[0].citizenship == CONTRACT["travellers"][0]["citizenship"] != "KZ"
    assert newer.case == new.case
    assert [one.newer for one in (old, new, newer)] == [False, False, True]


def test_a_version_that_is_not_in_the_table_may_only_be_looked_at() -> None:
    assert decode(written(of(2))).newer


@pytest.mark.usefixtures("second")
def test_several_steps_follow_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    def third(raw: dict[str, Any]) -> dict[str, Any]:
        return raw | {"travellers": [one | {"name": one["citizenship"]} for one in raw["travellers"]]}

    monkeypatch.setattr(codec, "VERSIONS", {1: renamed, 2: third, 3: None})
    assert [decode(written(of(version))).case.travellers[0].name for version in (1, 2, 3)] == [
        "KZ",
        CONTRACT["travellers"][0]["citizenship"],
        CONTRACT["travellers"][0]["name"],
    ]


@pytest.mark.usefixtures("second")
def test_a_newer_version_in_the_table_is_not_written_before_its_time() -> None:
    assert json.loads(encode(decode(written(of(2))).case))["version"] == 1


@pytest.mark.usefixtures("second")
@pytest.mark.parametrize(
    ("travellers", "code"), [({}, "type"), (1, "type"), ("Anna", "value"), ([1], "type"), (["Anna"], "value")]
)
def test_what_a_step_does_not_know_is_told_as_it_is_without_one(travellers: object, code: str) -> None:
    found = told(CONTRACT | {"travellers": travellers})
    assert (found[0], found[1][0]) == (code, "travellers")
