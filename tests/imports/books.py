"""Workbooks for the tests of their readers."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from struct import pack
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"'
        ' Target="worksheets/sheet1.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
}


def book(*sheets: Sequence[Sequence[object]], **titled: Sequence[Sequence[object]]) -> bytes:
    """Write a workbook of rows, as openpyxl does."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in [*((f"Sheet{n}", rows) for n, rows in enumerate(sheets, 1)), *titled.items()]:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return saved(made)


def saved(made: Workbook) -> bytes:
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def package(parts: dict[str, str | bytes]) -> bytes:
    """Write a ZIP file."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def of_sheet(rows: str, **more: Any) -> bytes:  # noqa: ANN401 - parts of a package
    """Write a workbook whose one sheet has these rows, in XML."""
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )
    return package({**PARTS, "xl/worksheets/sheet1.xml": sheet, **more})


def inline(place: str, text: str) -> str:
    """Write a cell of text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def compound(**streams: bytes) -> bytes:
    """Write a compound file, [MS-CFB], whose streams are long enough to stand in sectors of their own."""
    names = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    sectors: list[bytes] = []
    table: list[int] = []
    starts: dict[str, int] = {}
    for name, data in names.items():
        starts[name] = len(sectors)
        pieces = [data[at : at + 512].ljust(512, b"\0") for at in range(0, len(data), 512)]
        table += [len(sectors) + number + 1 for number in range(len(pieces) - 1)] + [0xFFFFFFFE]
        sectors += pieces
    directory = b"".join(
        [
            _entry("Root Entry", 5, 0xFFFFFFFE, 0),
            *(_entry(name, 2, starts[name], len(names[name])) for name in names),
        ]
    )
    begin = len(sectors)
    pieces = [directory[at : at + 512].ljust(512, b"\0") for at in range(0, len(directory), 512)]
    table += [begin + number + 1 for number in range(len(pieces) - 1)] + [0xFFFFFFFE]
    sectors += pieces
    table += [0xFFFFFFFD]
    fat = pack(f"<{len(table)}I", *table).ljust(512, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += pack("<IIIIIIIII", 0, 1, begin, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += pack("<I", len(sectors)) + b"\xff" * (108 * 4)
    return header + b"".join(sectors) + fat


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    text = f"{name}\0".encode("utf-16-le")
    return text.ljust(64, b"\0") + pack("<HB", len(text), kind) + bytes(49) + pack("<IQ", start, size)
