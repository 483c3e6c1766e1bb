"""XLS and XLSB: what their records say beside the cells, [MS-XLS] and [MS-XLSB]."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from struct import error as StructError  # noqa: N812 - a class of another module's
from struct import unpack_from

from kzstay.imports.compound import Compound
from kzstay.imports.packages import Book, Noted, Package, attribute, check_extent
from kzstay.imports.result import ImportFileError

_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_OTHER = "#N/A"
# Records of XLS
_FORMULA, _BOOLERR, _SHEET, _FILEPASS, _DATE_MODE, _BEGIN, _END = 0x06, 0x205, 0x85, 0x2F, 0x22, 0x809, 0x0A
_EXTENT, _TEXTS = 0x200, 0xFC
_LEAST = {  # bytes of a record of a cell: its place, how it looks, and what it holds
    _FORMULA: 20,
    _BOOLERR: 8,
    0x203: 14,  # a number
    0x204: 8,  # a text
    0x27E: 10,  # a number in short
    0xFD: 10,  # one of the texts of the book
    (_SEVERAL := 0xBD): 12,  # several numbers
}
# Records of XLSB
_ROW, _CELL_ERROR, _FORMULA_ERROR, _BOOK_PROPERTIES, _BUNDLE_SHEET = 0, 3, 11, 153, 156
_CELLS = range(1, 12)
_BLANK = 1
_RELATION = re.compile(r"<(?:[\w.-]+:)?Relationship\s[^>]*>")


def noted_xls(data: bytes) -> Book:
    """Return what an XLS says beside its cells. Raises ImportFileError for one that is locked or damaged."""
    container = Compound(data)
    if container.has("EncryptedPackage"):
        raise ImportFileError("encrypted")
    stream = container.stream("Workbook", "Book")
    if stream is None:
        raise ImportFileError("unknown")
    try:
        return _xls(stream)
    except (StructError, IndexError):
        raise ImportFileError("damaged") from None


def _xls(stream: bytes) -> Book:
    found = Book()
    texts = 0
    sheets: list[tuple[int, str]] = []
    for kind, body in _records(stream, 0):
        if kind == _FILEPASS:
            raise ImportFileError("encrypted")
        if kind == _DATE_MODE:
            found.epoch_1904 = body[:1] == b"\x01"
        elif kind == _SHEET and len(body) > 8:
            wide = body[7] & 1
            name = body[8 : 8 + body[6] * (2 if wide else 1)].decode(
                "utf-16-le" if wide else "latin-1", errors="replace"
            )
            sheets.append((unpack_from("<I", body)[0], name))
        elif kind == _TEXTS:
            texts = unpack_from("<I", body, 4)[0]
    if texts > len(stream):
        raise ImportFileError("damaged")
    for begin, name in sheets:
        _note_xls(stream, begin, name, found.of(name))
    return found


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records from a place on, to the end of the part that begins there, and none of a chart in it."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = unpack_from("<HH", stream, at)
        if at + 4 + length > len(stream):
            raise ImportFileError("damaged")
        depth += (kind == _BEGIN) - (kind == _END)
        if not depth and kind != _END:
            raise ImportFileError("damaged")  # a part has a beginning
        if depth < 2:
            yield kind, stream[at + 4 : at + 4 + length]
        if depth <= 0:
            return
        at += 4 + length


def _note_xls(stream: bytes, begin: int, name: str, found: Noted) -> None:
    """Take note of a sheet, whose cells and whose claims are measured: memory is taken for either."""
    rows = columns = 0
    for kind, body in _records(stream, begin):
        if kind == _EXTENT:
            first, last, left, right = unpack_from("<IIHH" if len(body) > 10 else "<HHHH", body)
            if first > last or left > right:
                raise ImportFileError("damaged")
            check_extent(name, last - first, right)
        elif kind in _LEAST:
            if len(body) < _LEAST[kind]:
                raise ImportFileError("damaged")
            row, column = unpack_from("<HH", body)
            rows, columns = max(rows, row + 1), max(columns, column + 1 + len(body) // 6 * (kind == _SEVERAL))
            _note_error(kind, body, (row, column), found)
    check_extent(name, rows, columns)


def _note_error(kind: int, body: bytes, place: tuple[int, int], found: Noted) -> None:
    if kind == _BOOLERR and body[7]:
        found.errors[place] = _ERRORS.get(body[6], _OTHER)
    elif kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
        found.errors[place] = _ERRORS.get(body[8], _OTHER)


def noted_xlsb(package: Package) -> Book:
    """Return what an XLSB says beside its cells. Raises ImportFileError."""
    found = Book()
    targets = {
        attribute(tag, "Id"): posixpath.normpath(posixpath.join("xl", attribute(tag, "Target")))
        for tag in _RELATION.findall(package.text("xl/_rels/workbook.bin.rels"))
    }
    try:
        for kind, body in _wide_records(package.part("xl/workbook.bin")):
            if kind == _BOOK_PROPERTIES:
                found.epoch_1904 = bool(body[:1] and body[0] & 1)
            elif kind == _BUNDLE_SHEET:
                relation, after = _text(body, 8)
                name, _ = _text(body, after)
                _note_xlsb(package.part(targets.get(relation, "")), name, found.of(name))
    except (StructError, IndexError):
        raise ImportFileError("damaged") from None
    return found


def _wide_records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield records whose kind and length take as many bytes as they need, seven bits in each."""
    at = 0
    while at < len(part):
        kind = part[at]
        at += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (part[at] & 0x7F) << 7
            at += 1
        length = 0
        for step in range(4):
            length |= (part[at] & 0x7F) << 7 * step
            at += 1
            if not part[at - 1] & 0x80:
                break
        yield kind, part[at : at + length]
        at += length


def _text(body: bytes, at: int) -> tuple[str, int]:
    count = unpack_from("<I", body, at)[0]
    end = at + 4 + 2 * count
    return body[at + 4 : end].decode("utf-16-le", errors="replace"), end


def _note_xlsb(part: bytes, name: str, found: Noted) -> None:
    row = rows = columns = 0
    for kind, body in _wide_records(part):
        if kind == _ROW:
            row = unpack_from("<I", body)[0]
        elif kind in _CELLS:
            column = unpack_from("<I", body)[0]
            if kind != _BLANK:
                rows, columns = max(rows, row + 1), max(columns, column + 1)
                check_extent(name, rows, columns)
            if kind in (_CELL_ERROR, _FORMULA_ERROR):
                found.errors[row, column] = _ERRORS.get(body[8], _OTHER)
