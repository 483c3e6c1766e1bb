"""Register: all travellers of a case on a day, whoever has the least time first, and what each is looked for by.

A line tells of one traveller what a list of many shows. It holds plain values and no assessment, so that
thousands of them are kept.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Literal, get_args

import msgspec

from kzstay.core import agenda
from kzstay.core.assess import Assessment
from kzstay.core.case import Traveller
from kzstay.core.days import DAY, Presence, Span
from kzstay.core.duties import Duty
from kzstay.core.verdict import Standing

Group = Literal[
    "overstay",  # days of the present stay are over for sure
    "ending",  # the day to leave by is near, whatever sets it
    "notice",  # of the present stay the host's word on an arrival or a change of address
    "registration",  # of the present stay, at the first address or at another one
    "barred",  # a ruling forbids an entry, or told to leave
    "outside",
]
Aspect = Literal[
    "nobody",  # no citizenship is entered, so nothing can be said
    "perhaps-over",  # by an exit that is not recorded
    "appealed",  # refused while a complaint is not decided
    "visa",
    "unknown-then",  # what held on the day of entry
    "citizen",
    "transport",  # left out of the count
]

GROUPS: tuple[Group, ...] = get_args(Group)
NOTICE = ("host-notice",)
REGISTRATION = ("registration", "address-change")
_URGENT = [
    Standing.OVERSTAY,
    Standing.ORDERED,
    Standing.BARRED,
    Standing.ENDING,
    Standing.NO_REGIME,
    Standing.LAWFUL,
    Standing.PERMIT,
    Standing.OUTSIDE,
]
# Who missed something, or whose permit ends, comes before all others but who must leave
_SOON = _URGENT.index(Standing.ENDING)
# Letters that no mark tells from the plain ones beside them: Kazakh, Latin
_LETTERS = str.maketrans(
    {
        **dict(zip("әғқңөұүһіøłđðħı", "агкноуухиolddhi", strict=True)),
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "’": "'",
        "ʻ": "'",
        "ʼ": "'",
    }
)


class Piece(msgspec.Struct, frozen=True):
    """Days of presence next to each other that are all within the limits, or all over them."""

    days: Span
    over: bool


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """What a list tells of one traveller on a day under a reading."""

    standing: Standing
    aspect: Aspect | None  # what the standing alone does not say
    place: tuple[int, date]  # in the order by urgency
    groups: frozenset[Group]
    over: int  # sure days over of the present stay
    at_least: bool  # perhaps it is more of them, by an exit that is not recorded
    leave_by: date | None
    days_left: int | None  # negative after the day to leave by; None where nobody knows that they are over
    duty: Duty | None  # the next one
    late: bool  # something was missed, or the stay is too long
    enter: tuple[date, int] | None  # of who is outside: from when an entry is possible, and its days at most
    pieces: tuple[Piece, ...]  # of the period that is looked back on
    here: int  # days of presence in it


def by_urgency(found: Iterable[Assessment]) -> list[Assessment]:
    """Put whoever has the least time first; who has as much keeps the order of the case."""
    return sorted(found, key=urgency)


def urgency(a: Assessment) -> tuple[int, date]:
    """Return what sorts travellers by how little time they have; what is over of earlier stays gives none back."""
    standing = _URGENT.index(a.standing)
    soon = min(standing, _SOON) if a.bars or late(a) or _ending(a) else standing
    return soon, a.leave_until or date.max


def late(a: Assessment) -> bool:
    """Tell whether the present stay is too long, or something of it or of a ruling was missed."""
    return bool(a.reckoning.over[0]) or any(duty.neglected for duty in agenda.present(a))


def aspect(a: Assessment) -> Aspect | None:
    """Return what is to be said of how a traveller stands that the standing alone does not say."""
    if not a.traveller.citizenship:
        return "nobody"
    if a.reckoning.over[1] and a.standing is Standing.ENDING:
        return "perhaps-over"
    if a.standing is Standing.BARRED and all(bar.appealed for bar in a.bars):
        return "appealed"
    if a.standing is Standing.NO_REGIME:
        if a.need in ("visa", "e-visa"):
            return "visa"
        if a.need == "unknown-then" or a.need == "citizen":
            return a.need
    if a.current is not None and a.stay(a.current).because == "transport" and a.standing is Standing.LAWFUL:
        return "transport"
    return None


def groups(a: Assessment) -> frozenset[Group]:
    """Return by what a traveller is looked for; a citizen of Kazakhstan, or of no state yet, by nothing.

    A notice and a registration are looked for from the day on which their term begins until they are recorded:
    what was missed, or is not recorded, is to be done or written down as well. Of earlier stays nothing is.
    """
    if a.citizen or not a.traveller.citizenship:
        return frozenset()
    found: set[Group] = set()
    if a.reckoning.over[0]:
        found.add("overstay")
    if _ending(a):
        found.add("ending")
    if a.bars:
        found.add("barred")
    if a.current is None:
        found.add("outside")
    for duty in agenda.present(a):
        if duty.overdue or (duty.state == "open" and duty.since <= a.on):
            if duty.kind in NOTICE:
                found.add("notice")
            elif duty.kind in REGISTRATION:
                found.add("registration")
    return frozenset(found)


def _ending(a: Assessment) -> bool:
    """Tell whether the day to leave by is near: that of a term, of a permit or of an order."""
    left = a.days_left
    return a.standing is Standing.ENDING or (left is not None and 0 <= left <= a.law.ending_days)


def next_duty(a: Assessment) -> Duty | None:
    """Return what presses most of the present stay and of rulings, else what comes next, else the end of a ban.

    To leave on the day that is told already comes up when that day is near.
    """
    must_go = a.standing in (Standing.ORDERED, Standing.OVERSTAY)
    far = not must_go and not _ending(a)
    pressing = [
        duty
        for duty in agenda.present(a)
        if agenda.presses(duty)
        and not agenda.doubled(a, duty)
        and not (far and duty.state == "open" and duty.row.leaving and duty.to_go_by == a.day_to_leave)
        and not (must_go and duty.state == "unrecorded")  # what nobody wrote down can wait
    ]
    bans = (duty for duty in a.ruling_duties if duty.row.prominence == "bar" and duty.state == "open")
    return next(iter(agenda.in_order(a, pressing)), None) or next(bans, None)


def line(a: Assessment, period: int) -> Line:
    """Tell of one traveller what a list of many shows; ``period`` is how many days are looked back on."""
    told = aspect(a)
    over, perhaps = a.reckoning.over
    left = a.days_left
    if left is None and over:
        left = -over  # not even the day of entry was lawful
    elif perhaps and left is not None and left < 0:
        left = -over or None  # what is sure
    enter = a.next_entry if a.current is None and not a.bars else None
    pieces = _pieces(a, Span(a.on - DAY * (period - 1), a.on))
    return Line(
        standing=a.standing,
        aspect=told,
        place=urgency(a) if told not in ("nobody", "citizen") else (len(_URGENT), date.max),
        groups=groups(a),
        over=over,
        at_least=bool(over and perhaps),
        leave_by=a.day_to_leave if a.current is not None else None,
        days_left=left,
        duty=next_duty(a),
        late=late(a),
        enter=(enter.day, enter.days) if enter else None,
        pieces=pieces,
        here=sum(piece.days.days for piece in pieces),
    )


def _pieces(a: Assessment, window: Span) -> tuple[Piece, ...]:
    """Return the days of presence in a window, each once, those over the limits apart."""
    stays, among = a.traveller.stays, a.reckoning.among(window.first, window.last)
    here = Presence((stays[index].entry, a.reckoning.end(index)) for index in among)
    beyond = Presence(days for index in among for days in _over(a, index))
    found: list[Piece] = []
    for span in here.spans_in(window.first, window.last):
        first = span.first
        for part in beyond.spans_in(span.first, span.last):
            if first < part.first:
                found.append(Piece(Span(first, part.first - DAY), over=False))
            found.append(Piece(part, over=True))
            first = part.last + DAY
        if first <= span.last:
            found.append(Piece(Span(first, span.last), over=False))
    return tuple(found)


def _over(a: Assessment, index: int) -> list[tuple[date, date]]:
    """List the days of a stay up to the day of reckoning that are over the limits for sure."""
    stay, verdict = a.traveller.stays[index], a.reckoning.verdict(index)
    if a.citizen or not verdict.overstay_days:
        return []
    first = (verdict.lawful_until or stay.entry - DAY) + DAY
    return a.reckoning.history.cover(index).without(first, min(a.reckoning.end(index), a.on))


# What is typed to find somebody


def folded(text: str) -> str:
    """Return a text as it is compared: small letters without marks, Kazakh ones as the Russian beside them."""
    plain = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(bare.translate(_LETTERS).split())


def search_key(traveller: Traveller, country: str) -> str:
    """Return what a traveller is found by: names, the name of the country, documents, the host and notes."""
    host = traveller.host.name if traveller.host else ""
    told = (traveller.name, traveller.native_name, country, traveller.citizenship, traveller.document, host)
    notes = (text for stay in traveller.stays for text in (stay.note, stay.checkpoint, stay.exit_checkpoint))
    return folded("\n".join(filter(None, (*told, *notes))))


def matches(key: str, typed: str) -> bool:
    """Tell whether each word that was typed stands in what somebody is found by."""
    return all(word in key for word in folded(typed).split())
