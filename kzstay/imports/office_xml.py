"""XLSX: what its parts say beside the cells."""

from __future__ import annotations

import html
import posixpath
import re

from kzstay.imports.packages import Book, Noted, Package, attribute, check_extent
from kzstay.imports.result import ImportFileError

_PREFIX = r"(?:[\w.-]+:)?"
_SHEET = re.compile(rf"<{_PREFIX}sheet\s[^>]*>")
_RELATION = re.compile(rf"<{_PREFIX}Relationship\s[^>]*>")
_NAME = re.compile(rf"<{_PREFIX}definedName\s[^>]*\bname=\"([^\"]+)\"[^>]*>([^<]*)<")
_OWN_NAME = re.compile(r"(summary|stays|duties)_([a-z_]+)")
_COLUMN = re.compile(r"(?:'((?:[^']|'')+)'|([^!']+))!\$([A-Z]{1,3})\$(\d+)(?::\$[A-Z]{1,3}\$\d+)?")
_1904 = re.compile(rf"<{_PREFIX}workbookPr\b[^>]*\bdate1904\s*=\s*[\"'](?:1|true|on)[\"']", re.IGNORECASE)
_WIDE, _TALL = re.compile(r"\br=[\"'][A-Z]{2,3}\d"), re.compile(r"\br=[\"'][A-Z]{1,3}\d{6}")
_CELL = re.compile(rf"<{_PREFIX}c\s[^>]*?\br=[\"']([A-Z]{{1,3}})(\d{{1,7}})[\"'][^>]*(?<!/)>")
_ERROR = re.compile(rf"<{_PREFIX}c\s([^>]*\bt=[\"']e[\"'][^>]*)>(.*?)</{_PREFIX}c>", re.DOTALL)
# A formula that nobody has reckoned; one that gives an empty text is of the type str
_UNRECKONED = re.compile(
    rf"<{_PREFIX}c\s([^>]*)>\s*<{_PREFIX}f(?:\s[^>]*)?(?:/>|>([^<]*)</{_PREFIX}f>)\s*"
    rf"(?:<{_PREFIX}v\s*/>|<{_PREFIX}v></{_PREFIX}v>)?\s*</{_PREFIX}c>"
)
_IS_TEXT = re.compile(r"\bt=[\"']str[\"']")
_VALUE = re.compile(rf"<{_PREFIX}v>([^<]*)<")
_REFERENCE = re.compile(r"\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
# As the keys of our own columns would be read as heads of other tables
_KEYS = {"kind": "kind of stay", "passport": "kind of passport"}


def noted(package: Package) -> Book:
    """Return what a workbook says beside its cells. Raises ImportFileError."""
    book = package.text("xl/workbook.xml")
    found = Book(epoch_1904=_1904.search(book) is not None)
    targets = _targets(package.text("xl/_rels/workbook.xml.rels"))
    for tag in _SHEET.findall(book):
        name = attribute(tag, "name")
        part = targets.get(attribute(tag, "id"), "")
        _note(name, package.text(part), found.of(name))
    for name, place in _NAME.findall(book):
        _note_column(name, html.unescape(place), found)
    return found


def _targets(relations: str) -> dict[str, str]:
    """Return the parts by the names under which the workbook refers to them."""
    found: dict[str, str] = {}
    for tag in _RELATION.findall(relations):
        target = attribute(tag, "Target")
        found[attribute(tag, "Id")] = (
            target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        )
    return {name: posixpath.normpath(target) for name, target in found.items()}


def _note(name: str, sheet: str, found: Noted) -> None:
    if _WIDE.search(sheet) or _TALL.search(sheet):
        _measure(name, sheet)
    if 't="e"' in sheet or "t='e'" in sheet:
        for attributes, inside in _ERROR.findall(sheet):
            value = _VALUE.search(inside)
            found.errors[_place(attributes)] = html.unescape(value[1]) if value else "#N/A"
    if "f>" not in sheet and "<f" not in sheet:
        return
    for attributes, formula in _UNRECKONED.findall(sheet):
        if not _IS_TEXT.search(attributes):
            found.errors[_place(attributes)] = f"={html.unescape(formula)}"


def _measure(name: str, sheet: str) -> None:
    """Measure the rectangle that holds all cells."""
    rows = columns = 0
    for letters, row in _CELL.findall(sheet):
        rows = max(rows, int(row))
        columns = max(columns, column_number(letters) + 1)
    check_extent(name, rows, columns)


def _place(attributes: str) -> tuple[int, int]:
    """Return where a cell is, by the attributes of its tag."""
    found = _REFERENCE.search(attributes)
    if found is None:
        raise ImportFileError("damaged")
    return int(found[2]) - 1, column_number(found[1])


def column_number(letters: str) -> int:
    """Return the number of a column by its letters, from nought on."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _note_column(name: str, place: str, found: Book) -> None:
    """Take note of a column of our own, which has a name in a workbook of ours."""
    own, where = _OWN_NAME.fullmatch(name), _COLUMN.fullmatch(place)
    if own is None or where is None:
        return
    sheet = found.of((where[1] or where[2]).replace("''", "'"))
    key = "duty or right" if own[1] == "duties" and own[2] == "right" else _KEYS.get(own[2], own[2])
    sheet.columns[column_number(where[3])] = key
    sheet.head = max(0, int(where[4]) - 2)
