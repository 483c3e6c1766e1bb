"""What Qt leaves out of a PDF/A-1b file: language, bookmarks, letters as typed, and what a validator finds wrong.

The file that Qt wrote stays as it is; the new catalog, bookmarks and tables follow as an incremental update.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kzstay.export.pdf_spelling import spelt

GREATEST = 32767  # of a coordinate in PDF/A-1, ISO 19005-1, 6.1.12

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_SIZE = re.compile(rb"/Size (\d+)")
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_PAGES = re.compile(rb"/Pages (\d+) 0 R")
_METADATA = re.compile(rb"/Metadata (\d+) 0 R")
_TABLE = re.compile(rb"/ToUnicode (\d+) 0 R")
_KID = re.compile(rb"(\d+) 0 R")
_NAMESPACES = re.compile(rb'\sxmlns:(?!x=|rdf=)\w+="[^"]*"')
_DESCRIPTION = b"<rdf:Description"


class Bookmark(NamedTuple):
    """A place that a reader may jump to; ``page`` is counted from nought."""

    text: str
    page: int
    under: bool = False  # it belongs to the last one that is not


def finished(made: bytes, language: str, bookmarks: Sequence[Bookmark]) -> bytes:
    """Complete a file as Qt writes it. Raises ValueError where it is not written so."""
    # Qt names a colour space that nothing uses and that the output intent forbids; the length stays
    made = made.replace(b"/CSpcmyk /DeviceCMYK", b"/CSpcmyk /DeviceRGB ")
    made = re.sub(rb"\[/Pattern /DeviceCMYK\]", rb"[/Pattern /DeviceRGB ]", made)
    trailer = made[made.rindex(b"trailer") :]
    start, size, root = (int(_one(pattern, trailer)) for pattern in (_START, _SIZE, _ROOT))
    catalog = _object(made, root)
    pages = _KID.findall(_object(made, int(_one(_PAGES, catalog))).partition(b"/Kids")[2].partition(b"]")[0])
    metadata = int(_one(_METADATA, catalog))
    objects = {metadata: _metadata(_object(made, metadata))}
    objects |= _tables(made)
    outlines, marks = _outlines(bookmarks, pages, size)
    objects |= marks
    shown = b"/PageMode /UseOutlines\n/Outlines %d 0 R\n" % outlines if marks else b""
    extra = b"/Lang (%s)\n/ViewerPreferences <</DisplayDocTitle true>>\n%s" % (language.encode(), shown)
    objects[root] = catalog[: catalog.rindex(b">>")] + extra + b">>"
    return _appended(made, objects, trailer, start, size + len(marks))


def _one(pattern: re.Pattern[bytes], text: bytes) -> bytes:
    found = pattern.search(text)
    if found is None:
        raise ValueError("not a file as Qt writes it")
    return found[1]


def _object(made: bytes, number: int) -> bytes:
    start = made.index(b"\n%d 0 obj" % number) + len(b"\n%d 0 obj" % number)
    return made[start : made.index(b"endobj", start)].strip()


def _metadata(found: bytes) -> bytes:
    """Declare the namespaces where each is used, since not every validator looks further up."""
    packet = found.partition(b"stream\n")[2].rpartition(b"endstream")[0].strip()
    head, mark, rest = packet.partition(_DESCRIPTION)
    names = b"".join(dict.fromkeys(_NAMESPACES.findall(head)))
    packet = _NAMESPACES.sub(b"", head) + (mark + rest).replace(_DESCRIPTION, _DESCRIPTION + names)
    return b"<<\n/Type /Metadata /Subtype /XML\n/Length %d\n>>\nstream\n%s\nendstream" % (len(packet), packet)


def _tables(made: bytes) -> dict[int, bytes]:
    """Return the tables of letters of the fonts that name other letters than were typed."""
    found: dict[int, bytes] = {}
    for number in map(int, _TABLE.findall(made)):
        _, mark, rest = _object(made, number).partition(b"stream\n")
        table = rest.rpartition(b"endstream")[0]
        mended = spelt(table)
        if mark and mended != table:
            found[number] = b"<<\n/Length %d\n>>\nstream\n%s\nendstream" % (len(mended), mended)
    return found


def _outlines(bookmarks: Sequence[Bookmark], pages: list[bytes], first: int) -> tuple[int, dict[int, bytes]]:
    """Return the number of the list of bookmarks, and it with all of them as objects."""
    if not bookmarks:
        return 0, {}
    number = {place: first + 1 + place for place in range(len(bookmarks))}
    parents: dict[int, list[int]] = {first: []}
    parent_of: dict[int, int] = {}
    above = first
    for place, one in enumerate(bookmarks):
        own = number[place]
        parent_of[own] = above if one.under else first
        above = above if one.under else own
        parents.setdefault(parent_of[own], []).append(own)
    entries = {own: b"/Parent %d 0 R\n" % parent_of[own] for own in parent_of}
    for kept in parents.values():
        for before, after in pairwise(kept):
            entries[before] += b"/Next %d 0 R\n" % after
            entries[after] += b"/Prev %d 0 R\n" % before
    objects = {first: b"<<\n/Type /Outlines\n%s>>" % _children(parents[first], len(parents[first]))}
    for place, one in enumerate(bookmarks):
        own = number[place]
        held = parents.get(own, [])
        title = b"<" + (b"\xfe\xff" + one.text.encode("utf-16-be")).hex().encode() + b">"
        told = entries[own] + _children(held, -len(held))
        objects[own] = b"<<\n/Title %s\n/Dest [%s 0 R /Fit]\n%s>>" % (title, pages[one.page], told)
    return first, objects


def _children(kept: list[int], count: int) -> bytes:
    return b"/First %d 0 R\n/Last %d 0 R\n/Count %d\n" % (kept[0], kept[-1], count) if kept else b""


def _appended(made: bytes, objects: dict[int, bytes], trailer: bytes, start: int, size: int) -> bytes:
    body, table = made, b"xref\n"
    if not body.endswith(b"\n"):
        body += b"\n"
    for number in sorted(objects):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    entries = trailer[trailer.index(b"<<") : trailer.rindex(b">>")]
    entries = _SIZE.sub(b"/Size %d" % size, entries) + b"/Prev %d\n>>" % start
    return body + table + b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (entries, len(body))
