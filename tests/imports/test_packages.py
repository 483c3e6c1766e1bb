from __future__ import annotations

import pytest

from kzstay.imports.packages import LARGEST, MOST_CELLS, Package, attribute, check_extent
from kzstay.imports.result import ImportFileError
from tests.imports.books import package


def test_parts() -> None:
    found = Package(package({"xl/workbook.xml": "<a/>", "picture.png": b"\x89PNG"}))
    assert found.text("xl/workbook.xml") == "<a/>"
    assert (found.has("picture.png"), found.part("picture.png")) == (False, b"")


def test_repetition_of_an_honest_size_is_read() -> None:
    assert Package(package({"a.xml": b"<a>" + b"<c r='A1'/>" * 400_000 + b"</a>"})).has("a.xml")


def test_limits() -> None:
    with pytest.raises(ImportFileError, match="bomb"):
        Package(package({f"{number}.xml": b" " * (LARGEST // 40) for number in range(50)}))
    with pytest.raises(ImportFileError, match="too-large"):
        check_extent("S", MOST_CELLS, 2)
    check_extent("S", MOST_CELLS, 1)


@pytest.mark.parametrize("part", ["<a>", "<a></b>", "", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "<a>\0</a>"])
def test_xml_that_is_none(part: str) -> None:
    with pytest.raises(ImportFileError, match="damaged"):
        Package(package({"content.xml": part}))


def test_locked_parts() -> None:
    data = bytearray(package({"a.xml": "<x/>"}))
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= 1
    with pytest.raises(ImportFileError, match="encrypted"):
        Package(bytes(data))


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ('<sheet name="A &amp; B">', "A & B"),
        ("<sheet name='C'>", "C"),
        ("<sheet r:name='D' x=''>", "D"),
        ("<sheet>", ""),
    ],
)
def test_attributes(tag: str, value: str) -> None:
    assert attribute(tag, "name") == value
