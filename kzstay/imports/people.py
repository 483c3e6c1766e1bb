"""People in rows: who a row of a table is about, and the permits that it tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import cast

import msgspec

from kzstay.core.case import Host, HostKind, PassportKind, Permit, PermitKind
from kzstay.imports.columns import Block
from kzstay.imports.grid import Row
from kzstay.imports.result import NOBODY, FoundPermit, Left, Origin, Person, Refused
from kzstay.imports.states import state_of
from kzstay.imports.vocabulary import folded, vocabulary

# Whoever has one of these columns tells of people
NAMING = ("name", "first-name", "last-name", "native-name", "number", "document")
TELLING = (*NAMING, "citizenship", "born")
_DIGITS = 8  # and more are no number of a row
LONGEST = 500  # characters of what a row says of somebody
_CATEGORY = re.compile(
    r"[a-eавсд]\s?-?\d{1,2}(?:\b.*)?", re.IGNORECASE
)  # of a visa: C3, B10, also in Cyrillic letters
_VISA = ("visa", "виза", "визы", "визасы")


def person_of(block: Block, row: Row, born: date | None = None, above: Person = NOBODY) -> Person:
    """Return whom a row is about; ``above`` is what stands over the table, and counts where a row says nothing."""
    text = block.text
    names = [text(row, "last-name"), text(row, "first-name")]
    name = " ".join(
        filter(None, [*names, text(row, "name")] if block.head("last-name") else [text(row, "name"), names[1]])
    )
    number, nationality = text(row, "number")[:LONGEST], text(row, "citizenship")
    state = state_of(nationality) if nationality else None
    return Person(
        number=number,
        name=name[:LONGEST] or above.name or (number if "@" in number else ""),
        native_name=text(row, "native-name")[:LONGEST],
        citizenship=state or "",
        nationality="" if state else nationality[:LONGEST],
        passport=passport_kind(text(row, "passport-kind")),
        document=text(row, "document")[:LONGEST],
        born=born,
        host=_host(text(row, "host"), text(row, "host-kind")),
    )


def passport_kind(text: str) -> PassportKind | None:
    """Return a kind of passport by its name; None where nobody knows."""
    return cast("PassportKind | None", vocabulary().passports.get(folded(text)))


def passports_by_kind(block: Block) -> Block:
    """Take a column of passports for that of their kinds where nothing else stands in it."""
    head = block.head("document")
    told = {folded(text) for row in block.rows if head and (text := block.text(row, "document"))}
    if head is None or block.head("passport-kind") or not told or not told <= set(vocabulary().passports):
        return block
    heads = tuple(
        msgspec.structs.replace(one, meaning="passport-kind") if one is head else one for one in block.heads
    )
    return msgspec.structs.replace(block, heads=heads)


def numbered_rows(block: Block) -> Block:
    """Take a column of numbers that only count the rows for such, and not for those of people."""
    head = block.head("number")
    told = [block.text(row, "number") for row in block.rows if head and block.text(row, "number")]
    counts = len(told) > 1 and all(text.isdecimal() and len(text) < _DIGITS for text in told)
    if head is None or folded(head.text) != "id" or not counts:
        return block
    first = int(told[0])
    step = int(told[1]) - first
    named = [block.text(row, "name", "last-name", "document") for row in block.rows]
    if abs(step) != 1 or any(int(text) != first + step * place for place, text in enumerate(told)):
        return block
    if len(set(named)) == len(named):
        return block
    heads = tuple(msgspec.structs.replace(one, meaning="ignored") if one is head else one for one in block.heads)
    return msgspec.structs.replace(block, heads=heads)


def _host(name: str, kind: str) -> Host | None:
    """Return a host; a name that tells of no kind is none, since the duties hang on the kind."""
    known = vocabulary().hosts.get(folded(kind or name))
    if known is None:
        return None
    return Host(kind=cast("HostKind", known), name=name[:LONGEST] if kind else "")


def above(block: Block) -> Person:
    """Return whom the rows over a table name, such as ``Employee: Jane Doe``."""
    for row in block.above:
        told = [text for cell in row.cells if isinstance(cell, str) and (text := " ".join(cell.split()))]
        line = " ".join(told)
        head, sign, name = line.partition(":")
        if sign and name.strip() and vocabulary().heads.get(folded(head)) == "name":
            return Person(name=name.strip()[:LONGEST])
    return NOBODY


class PermitOfRow(msgspec.Struct, frozen=True):
    """The permit of a row, or why there is none."""

    permit: FoundPermit | None = None
    refused: Refused | None = None
    left: Left | None = None


def permit_of(
    block: Block, row: Row, at: Origin, person: Person, days: Sequence[date | None], written: Sequence[str]
) -> PermitOfRow:
    """Return the permit of a row; ``days`` are the first and the last one, ``written`` as they stand there."""
    text = block.text(row, "permit")
    if not text and not any(written):
        return PermitOfRow()
    kind = _kind(block, text)
    if kind == "none":
        return PermitOfRow()
    if kind is None:
        refused = Refused(code="value", at=at, field="permit", value=text) if text else None
        return PermitOfRow(refused=refused)
    for field, day, told in zip(("permit-from", "permit-until"), days, written, strict=True):
        if told and day is None:
            return PermitOfRow(refused=Refused(code="no-date", at=at, field=field, value=told))
    first, until = days
    if first is None or until is None:
        return PermitOfRow(left=Left(code="no-days", at=at, value=text or written[0] or written[1]))
    return PermitOfRow(
        FoundPermit(at=at, person=person, permit=Permit(kind=cast("PermitKind", kind), first=first, until=until))
    )


def _kind(block: Block, text: str) -> str | None:
    """Return what kind of permit is meant; where no column says it, the heads of its days may."""
    words = folded(text)
    if words in vocabulary().permits:
        return vocabulary().permits[words]
    if _CATEGORY.fullmatch(words) or any(word in _VISA for word in words.split()):
        return "visa"
    heads = (block.head("permit-from"), block.head("permit-until"))
    named = any(word in _VISA for head in heads if head for word in folded(head.text).split())
    return "visa" if named and not block.head("permit") else None
