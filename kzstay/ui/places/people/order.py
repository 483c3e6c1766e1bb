"""The order of the travellers, and who is found by what is typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from kzstay.core.case import Number, Traveller
from kzstay.core.register import Line, matches, search_key
from kzstay.texts import Words, duties
from kzstay.texts import register as texts
from kzstay.texts.words import sort_key
from kzstay.ui.places.people.cells import CITIZENSHIP, DAYS_LEFT, DUE, DUTY, LEAVE_BY, NAME, STATE, STRIP

_LAST = (99, date.max)  # in the order by urgency, of whom nothing is known yet


class Sorting(msgspec.Struct, frozen=True):
    """By which column they are sorted, and whether from its end."""

    column: int
    descending: bool = False


class Found(msgspec.Struct, frozen=True):
    """A traveller with what is known of him or her."""

    who: Traveller
    line: Line | None


class Searched:
    """What travellers are found by, kept as long as they and the language are the same."""

    def __init__(self) -> None:
        self._language = ""
        self._kept: dict[Number, tuple[Traveller, str]] = {}

    def matches(self, w: Words, who: Traveller, typed: str) -> bool:
        """Tell whether somebody is found by what was typed."""
        if w.language != self._language:
            self._language, self._kept = w.language, {}
        kept = self._kept.get(who.key.number)
        if kept is None or kept[0] is not who:
            kept = who, search_key(who, w.country(who.citizenship) if who.citizenship else "")
            self._kept[who.key.number] = kept
        return matches(kept[1], typed)


def sort(w: Words, people: list[Found], sorting: Sorting) -> list[Found]:
    """Sort travellers by a column; what says nothing there comes last, what says the same by urgency."""
    urgent = sorted(people, key=lambda one: one.line.place if one.line else _LAST)
    if sorting.column == STATE:
        return urgent[::-1] if sorting.descending else urgent
    value = _VALUES[sorting.column]
    told = [(found, one) for one in urgent if (found := value(w, one)) is not None]
    rest = [one for one in urgent if value(w, one) is None]
    told.sort(key=lambda pair: pair[0], reverse=sorting.descending)
    return [*(one for _, one in told), *rest]


def _duty(w: Words, one: Found) -> str | None:
    return duties.short_name_of(w, one.line.duty) if one.line and one.line.duty else None


def _due(_w: Words, one: Found) -> date | None:
    return one.line.duty.to_go_by if one.line and one.line.duty else None


_VALUES: dict[int, Callable[[Words, Found], Any]] = {
    NAME: lambda _w, one: sort_key(one.who.name) if one.who.name else None,
    CITIZENSHIP: lambda w, one: sort_key(texts.citizenship(w, one.who)) if one.who.citizenship else None,
    LEAVE_BY: lambda _w, one: one.line and one.line.leave_by,
    DAYS_LEFT: lambda _w, one: None if one.line is None else one.line.days_left,
    DUTY: _duty,
    DUE: _due,
    STRIP: lambda _w, one: one.line and one.line.here,
}
