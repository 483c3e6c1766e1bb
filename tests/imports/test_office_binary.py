from __future__ import annotations

from struct import pack

import pytest

from kzstay.imports.office_binary import noted_xls, noted_xlsb
from kzstay.imports.packages import Package
from kzstay.imports.result import ImportFileError
from tests.imports.books import compound, package
from tests.imports.test_sheets import FILES


def record(kind: int, body: bytes) -> bytes:
    return pack("<HH", kind, len(body)) + body


def wide(kind: int, body: bytes) -> bytes:
    number = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return number + bytes([len(body) & 0x7F | 0x80, len(body) >> 7]) + body


def text(words: str) -> bytes:
    return pack("<I", len(words)) + words.encode("utf-16-le")


def xls(*globals_: bytes, cells: bytes = b"") -> bytes:
    """Write the stream of a workbook with one sheet."""
    name = "Лист".encode("utf-16-le")
    before = record(0x809, bytes(16)) + b"".join(globals_)
    sheet = record(0x85, pack("<IHBB", len(before) + 16 + len(name) + 4, 0, 4, 1) + name)
    stream = before + sheet + record(0x0A, b"")
    assert len(stream) == len(before) + 16 + len(name)
    return compound(
        Workbook=stream.ljust(len(before) + 16 + len(name) + 4, b"\0")
        + record(0x809, bytes(16))
        + cells
        + record(0x0A, b"")
    )


def test_errors_of_a_real_file() -> None:
    found = noted_xls((FILES / "libreoffice.xls").read_bytes())
    assert found.of("Поездки").errors == {(4, 2): "#DIV/0!"}


def test_values_that_are_errors_and_the_year_from_which_days_count() -> None:
    cells = record(0x205, pack("<HHHBB", 3, 1, 0, 0x17, 1)) + record(0x205, pack("<HHHBB", 4, 1, 0, 1, 0))
    cells += record(0x06, pack("<HHH", 5, 2, 0) + b"\x02\0\x1d\0\0\0\xff\xff" + bytes(8))
    found = noted_xls(xls(record(0x22, b"\x01\0"), cells=cells))
    assert found.epoch_1904
    assert found.of("Лист").errors == {(3, 1): "#REF!", (5, 2): "#NAME?"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (compound(EncryptedPackage=b"x", EncryptionInfo=b"y"), "encrypted"),
        (xls(record(0x2F, b"\0\0")), "encrypted"),
        (compound(WordDocument=b"x"), "unknown"),
    ],
)
def test_what_cannot_be_read(data: bytes, code: str) -> None:
    with pytest.raises(ImportFileError, match=code):
        noted_xls(data)


def xlsb(sheet: bytes) -> Package:
    book = wide(153, b"\x01\0\0\0") + wide(156, bytes(8) + text("rId1") + text("S"))
    relations = '<Relationship Id="rId1" Target="worksheets/sheet1.bin"/>'
    return Package(
        package(
            {
                "xl/workbook.bin": book,
                "xl/_rels/workbook.bin.rels": relations,
                "xl/worksheets/sheet1.bin": sheet,
            }
        )
    )


def test_errors_of_xlsb() -> None:
    cells = wide(0, pack("<I", 4) + bytes(13)) + wide(3, pack("<II", 1, 0) + b"\x17")
    cells += wide(11, pack("<II", 2, 0) + b"\x2a" + bytes(4)) + wide(1, pack("<II", 9999, 0))
    found = noted_xlsb(xlsb(cells))
    assert found.epoch_1904
    assert found.of("S").errors == {(4, 1): "#REF!", (4, 2): "#N/A"}


def test_far_corner_of_xlsb() -> None:
    cells = wide(0, pack("<I", 1_048_575)) + wide(2, pack("<III", 16_383, 0, 0))
    with pytest.raises(ImportFileError, match="too-large"):
        noted_xlsb(xlsb(cells))


def test_torn_xlsb() -> None:
    with pytest.raises(ImportFileError, match="damaged"):
        noted_xlsb(xlsb(wide(0, b"\0")))
