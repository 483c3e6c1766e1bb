"""Problems: what cannot be so in a case, or stands where it means nothing, and in which record."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping
from datetime import date
from typing import Literal

import msgspec

from kzstay.core.case import (
    BORN_FROM,
    LAST_YEAR,
    LEAST,
    MOST,
    Case,
    RulingKind,
    Traveller,
    of_these_years,
)

RULING_DAYS = ("served", "leave_by", "appealed", "executed", "paid")
# What a decision of each kind may hold. An expulsion may have a fine beside it, KoAP 109; a decision that is no
# penalty is made by no part of an article of the code
RULING_FIELDS: Mapping[str, tuple[RulingKind, ...]] = {
    "part": ("warning", "fine", "expulsion"),
    "leave_by": ("expulsion", "shortened"),
    "executed": ("expulsion", "shortened", "readmission"),
    "paid": ("fine", "expulsion"),
}
# What a file may have all the same that the window opens: it is told, and nothing of it is lost
OUT_OF_PLACE = ("born-after-entry", "permit-field", "ruling-field")


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something in a case that cannot be so: a code, and which traveller and stay it is about."""

    code: Literal[
        "exit-before-entry",
        "overlap",
        "unknown-country",
        "year",
        "born-later",
        "permit-order",
        "permit-days",
        "permit-entries",
        "permit-period",
        "ruling-order",
        "ruling-part",
        "stay-country",
        "stay-passport",
        "born-after-entry",
        "permit-field",
        "ruling-field",
    ]
    traveller: int
    stay: int | None = None
    other: int | None = None
    permit: int | None = None
    ruling: int | None = None
    field: str = ""  # of the record, where the code does not say which
    value: str = ""


def problems(
    case: Case, countries: Collection[str], today: date, parts: Container[str] | None = None
) -> list[Problem]:
    """List what cannot be so in a case, and what stands where it means nothing.

    ``countries`` are the ISO codes that exist, ``parts`` the parts of articles that a ruling may name; with None
    those are not looked at.
    """
    return [
        problem
        for index, traveller in enumerate(case.travellers)
        for problem in (
            *traveller_problems(index, traveller, countries, today, parts),
            *out_of_place(index, traveller, today),
        )
    ]


def traveller_problems(
    index: int,
    traveller: Traveller,
    countries: Collection[str],
    today: date,
    parts: Container[str] | None = None,
) -> Iterator[Problem]:
    """Yield what cannot be so with one traveller: what nobody may enter, and no file have that is opened."""
    if traveller.citizenship not in countries:
        yield Problem(code="unknown-country", traveller=index, value=traveller.citizenship)
    if traveller.born and today < traveller.born:
        yield Problem(code="born-later", traveller=index, value=traveller.born.isoformat())
    for number, stay in enumerate(traveller.stays):
        if stay.citizenship is not None and stay.citizenship not in countries:
            yield Problem(code="stay-country", traveller=index, stay=number, value=stay.citizenship)
        if stay.passport is not None and stay.citizenship is None:
            yield Problem(code="stay-passport", traveller=index, stay=number, value=stay.passport)
    yield from _permit_problems(index, traveller)
    yield from _ruling_problems(index, traveller, parts)
    if traveller.born and not _of_life(traveller.born):
        yield Problem(code="year", traveller=index, value=traveller.born.isoformat())
    held: tuple[int, date] | None = None  # the stay that ends last so far
    for number in traveller.in_order():
        stay = traveller.stays[number]
        moves = [day for move in stay.moves for day in (move.on, move.notified)]
        for day in (stay.entry, stay.exit, stay.notified, stay.registered, *moves):
            if day and not of_these_years(day):
                yield Problem(code="year", traveller=index, stay=number, value=day.isoformat())
        if stay.exit and stay.exit < stay.entry:
            yield Problem(code="exit-before-entry", traveller=index, stay=number)
            continue
        # One shared day is leaving and coming back; an open stay gives way to the next, with a note
        if held and stay.entry < held[1]:
            yield Problem(code="overlap", traveller=index, stay=number, other=held[0])
        if stay.exit and (held is None or stay.exit >= held[1]):
            held = number, stay.exit


def twins(case: Case) -> list[tuple[int, int]]:
    """List who is entered like an earlier traveller in everything, each after the first of them."""
    first: dict[str, int] = {}
    found: list[tuple[int, int]] = []
    for index, traveller in enumerate(case.travellers):
        said = repr(traveller)  # in which all keys are written alike
        if said in first:
            found.append((first[said], index))
        first.setdefault(said, index)
    return found


def _permit_problems(index: int, traveller: Traveller) -> Iterator[Problem]:
    for number, permit in enumerate(traveller.permits):
        for day in (permit.first, permit.until):
            if not _of_life(day):
                yield Problem(code="year", traveller=index, permit=number, value=day.isoformat())
        if permit.until < permit.first:
            yield Problem(code="permit-order", traveller=index, permit=number)
        if permit.days is not None and not LEAST <= permit.days <= MOST:
            yield Problem(code="permit-days", traveller=index, permit=number, value=str(permit.days))
        # A period needs days, and has at least as many
        elif permit.period is not None and not (permit.days and permit.days <= permit.period <= MOST):
            yield Problem(code="permit-period", traveller=index, permit=number, value=str(permit.period))
        if permit.entries is not None and not LEAST <= permit.entries <= MOST:
            yield Problem(code="permit-entries", traveller=index, permit=number, value=str(permit.entries))


def _ruling_problems(index: int, traveller: Traveller, parts: Container[str] | None) -> Iterator[Problem]:
    for number, ruling in enumerate(traveller.rulings):
        if ruling.part and parts is not None and ruling.part not in parts:
            yield Problem(code="ruling-part", traveller=index, ruling=number, value=ruling.part)
        for field in RULING_DAYS:
            day: date | None = getattr(ruling, field)
            if day and not _of_life(day):
                yield Problem(code="year", traveller=index, ruling=number, value=day.isoformat())
            if day and day < ruling.served:
                yield Problem(
                    code="ruling-order", traveller=index, ruling=number, field=field, value=day.isoformat()
                )


def _of_life(day: date) -> bool:
    """Tell whether somebody who lives may have to do with a day."""
    return BORN_FROM <= day.year <= LAST_YEAR


def out_of_place(index: int, traveller: Traveller, today: date) -> Iterator[Problem]:
    """Yield what a record holds where it means nothing, and a birth after an entry.

    Nothing is reckoned by it, so a file with it may be opened and mended.
    """
    order = traveller.in_order()
    if traveller.born and traveller.born <= today and order:
        first = order[0]
        if traveller.stays[first].entry < traveller.born:
            born = traveller.born.isoformat()
            yield Problem(code="born-after-entry", traveller=index, stay=first, value=born)
    for number, permit in enumerate(traveller.permits):
        for field in ("days", "entries", "period"):
            if permit.kind != "visa" and getattr(permit, field) is not None:
                yield Problem(code="permit-field", traveller=index, permit=number, field=field)
    for number, ruling in enumerate(traveller.rulings):
        for field, kinds in RULING_FIELDS.items():
            if ruling.kind not in kinds and getattr(ruling, field):
                yield Problem(code="ruling-field", traveller=index, ruling=number, field=field)
