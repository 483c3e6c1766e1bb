"""Small builders: a test says dates as text and leaves out what does not matter to it; and how words are read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kzstay.core.case import (
    Case,
    Host,
    HostKind,
    Move,
    PassportKind,
    Permit,
    PermitKind,
    Stay,
    StayKind,
    Traveller,
)
from kzstay.core.days import Presence, Span

day = date.fromisoformat


def maybe(text: str | None) -> date | None:
    return day(text) if text else None


def span(first: str, last: str) -> Span:
    return Span(day(first), day(last))


def presence(*stays: tuple[str, str]) -> Presence:
    return Presence((day(first), day(last)) for first, last in stays)


def move(on: str, notified: str | None = None) -> Move:
    return Move(on=day(on), notified=maybe(notified))


def stay(
    entry: str,
    exit: str | None = None,  # noqa: A002
    *,
    notified: str | None = None,
    registered: str | None = None,
    moves: Iterable[Move] = (),
    note: str = "",
    kind: StayKind = "visit",
    citizenship: str | None = None,
    passport: PassportKind | None = None,
) -> Stay:
    return Stay(
        kind=kind,
        citizenship=citizenship,
        passport=passport,
        entry=day(entry),
        exit=maybe(exit),
        notified=maybe(notified),
        registered=maybe(registered),
        moves=tuple(moves),
        note=note,
    )


def permit(first: str, until: str, kind: PermitKind = "visa") -> Permit:
    return Permit(kind=kind, first=day(first), until=day(until))


def traveller(
    citizenship: str,
    *stays: Stay,
    passport: PassportKind = "national",
    born: str | None = None,
    permits: Iterable[Permit] = (),
    host: HostKind | None = None,
    name: str = "Anna Schmidt",
) -> Traveller:
    return Traveller(
        name=name,
        citizenship=citizenship,
        passport=passport,
        born=maybe(born),
        host=Host(kind=host) if host else None,
        stays=stays,
        permits=tuple(permits),
    )


def case(*travellers: Traveller) -> Case:
    return Case(travellers=travellers)


def plain(text: str) -> str:
    """Return a text in which every space is one that a test can show."""
    return text.replace("\N{NO-BREAK SPACE}", " ")
