"""Packages: workbooks that are ZIP files, looked at before anything else opens them.

A file of a few kilobytes may unpack to more than any machine holds, and a sheet of one cell may claim to have a
million rows. So each part is read here first, no further than its directory says, and the extent of each sheet is
measured. What the reader of cells drops is taken note of on the way: formulas without a value, merged cells, the
year from which days are counted, and the names of columns.
"""

from __future__ import annotations

import html
import re
import zipfile
import zlib
from io import BytesIO
from typing import NoReturn
from xml.parsers.expat import ExpatError, ParserCreate

import msgspec

from kzstay.imports.result import ImportFileError

LARGEST = 256 * 2**20  # bytes of all parts together
MOST_TIMES = 250  # as large as the file itself, where the parts have more than a few megabytes
_FEW = 16 * 2**20
MOST_CELLS = 5_000_000  # of the rectangle that holds all cells of a sheet, as memory is taken for it

Place = tuple[int, int]  # row and column, from nought on
Range = tuple[int, int, int, int]  # first row, first column, last row, last column


class Noted(msgspec.Struct):
    """What is known of a sheet besides its cells."""

    errors: dict[Place, str] = msgspec.field(default_factory=dict[Place, str])
    merged: list[Range] = msgspec.field(default_factory=list[Range])
    columns: dict[int, str] = msgspec.field(default_factory=dict[int, str])  # our own names of its columns
    head: int = 0  # the row of the heads over these, from nought on


class Book(msgspec.Struct):
    """What is known of a workbook besides its cells, by the names of its sheets."""

    sheets: dict[str, Noted] = msgspec.field(default_factory=dict[str, Noted])
    epoch_1904: bool = False

    def of(self, sheet: str) -> Noted:
        """Return what is known of a sheet."""
        return self.sheets.setdefault(sheet, Noted())


class Package:
    """A ZIP file whose parts are read whole, within the limits. Raises ImportFileError."""

    def __init__(self, data: bytes) -> None:
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                parts = archive.infolist()
                total = sum(part.file_size for part in parts)
                if total > LARGEST or (total > _FEW and total > MOST_TIMES * len(data)):
                    raise ImportFileError("bomb")
                if any(part.flag_bits & 1 for part in parts):
                    raise ImportFileError("encrypted")
                self._parts = {part.filename: archive.read(part) for part in parts if _telling(part.filename)}
            if b"encryption-data" in self.part("META-INF/manifest.xml"):  # whose other parts are no XML then
                raise ImportFileError("encrypted")
            for name, part in self._parts.items():
                if name.endswith((".xml", ".rels")):
                    _check(part)
        except (
            zipfile.BadZipFile,
            zlib.error,
            ExpatError,
            NotImplementedError,
            EOFError,
            OSError,
            ValueError,
            RuntimeError,
        ):
            raise ImportFileError("damaged") from None

    def has(self, name: str) -> bool:
        """Tell whether there is a part of that name."""
        return name in self._parts

    def part(self, name: str) -> bytes:
        """Return a part; nothing where there is none."""
        return self._parts.get(name, b"")

    def text(self, name: str) -> str:
        """Return a part as text."""
        return self.part(name).decode("utf-8", errors="replace")


def _check(part: bytes) -> None:
    """Refuse XML that does not end as it began: the reader of cells may look for the end for ever."""
    parser = ParserCreate()
    parser.EntityDeclHandler = _no_entities
    parser.Parse(part, True)


def _no_entities(*_: object) -> NoReturn:
    raise ImportFileError("damaged")


def _telling(name: str) -> bool:
    """Tell whether a part is read by anybody; pictures are not."""
    return name == "mimetype" or name.endswith((".xml", ".rels", ".bin"))


def attribute(tag: str, name: str) -> str:
    """Return an attribute of a tag of XML; empty where it has none."""
    match = re.search(rf"""[\s:]{name}\s*=\s*(?:"([^"]*)"|'([^']*)')""", tag)
    return html.unescape(match[1] if match[1] is not None else match[2]) if match else ""


def check_extent(sheet: str, rows: int, columns: int) -> None:
    """Refuse a sheet whose cells lie so far apart that no memory holds what is between."""
    if rows * columns > MOST_CELLS:
        raise ImportFileError("too-large", f"{sheet}: {rows} × {columns}")
