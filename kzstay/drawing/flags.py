"""Flags of the timeline: days of duties, and a place for the words of each through which no line goes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec
from msgspec.structs import replace

from kzstay.core import agenda
from kzstay.core.assess import Assessment
from kzstay.core.days import DAY
from kzstay.core.duties import Duty
from kzstay.drawing.letters import SMALL, wide
from kzstay.drawing.scale import Scale
from kzstay.drawing.shapes import BARE_FLAG, FLAG, FLAG_STEP, LANE, LANE_HEIGHT, Flag, Label, Tone
from kzstay.guide import leads
from kzstay.texts import Words, person
from kzstay.texts import duties as duty_texts

_BESIDE = 8.0  # between a sign and its words
_SIGN = 6.0  # half of the room of a sign and of a stem
_APART = 8.0  # between words of one row
_AT_EDGE = 2.0
_TODAY = 4.0  # between words and today's line
_TONES: dict[str, Tone] = {"open": "close", "unrecorded": "close", "missed": "over"}


class _Found(msgspec.Struct, frozen=True):
    """A flag that looks for a place."""

    x: float
    text: str
    day: str  # in words: what is said where there is no room for more
    state: str
    told: str
    topic: str
    leaving: bool

    def flag(self, y: float, label: Label | None = None) -> Flag:
        """Return the flag at its place."""
        before = label is not None and label.x < self.x
        text = label.text if label else ""
        return Flag(self.x, LANE + LANE_HEIGHT, y, text, self.state, before, self.told, self.topic, label)


class _Place(msgspec.Struct, frozen=True):
    """A row and a room on it."""

    row: int
    left: float
    right: float


def tone(state: str) -> Tone:
    """Return the colour of a flag."""
    return _TONES.get(state, "muted")


def flags(a: Assessment, scale: Scale, selected: int | None, rows: int, w: Words) -> list[Flag]:
    """List what is flagged of a traveller, with the words on so many rows."""
    found: list[_Found] = []
    for duty in agenda.flagged(a, selected, scale.first):
        day = _day(a, duty)
        x = scale.x_of(day) + scale.per_day / 2
        if not 0 <= x <= scale.width:
            continue
        text, told, topic = _text(duty, day, w), person.duty(w, a, duty), leads.of_duty(duty)
        found.append(_Found(x, text, w.day_month(day), duty.state, told, topic, duty.row.leaving))
    return placed(found, scale.width, scale.x_of(a.on + DAY), rows)


def roomy(a: Assessment, scale: Scale, most: int, w: Words) -> Scale:
    """Show later days too, as many as ``most`` in all, so that words of days ahead stand beside them."""
    per_day, width = scale.per_day, scale.width
    now = needed = width / per_day
    for duty in agenda.flagged(a, None, scale.first):
        day = _day(a, duty)
        x, room = scale.x_of(day) + per_day / 2, wide(_text(duty, day, w), SMALL) + _BESIDE + _AT_EDGE + 1
        left = x - scale.x_of(a.on + DAY) > room + _TODAY
        if day > a.on and x + room > width > x and not left:
            days = x / per_day * width / (width - room)
            if days < most:
                needed = max(needed, days)
    return scale if needed == now else Scale.showing(scale.first, scale.first + timedelta(int(needed)), width)


def _day(a: Assessment, duty: Duty) -> date:
    return duty.done or duty.due.under(a.reading)


def _text(duty: Duty, day: date, w: Words) -> str:
    name = duty_texts.short_name_of(w, duty)
    if duty.done or duty.state == "unrecorded":
        return w.gettext("{duty} {day}, {state}").format(
            duty=name, day=w.day_month(day), state=duty_texts.state(w, duty.state)
        )
    if duty.row.prominence == "bar":
        return w.gettext("{duty} {day}").format(duty=name, day=w.day_month(day))
    return w.gettext("{duty} by {day}").format(duty=name, day=w.day_month(day))


def placed(found: list[_Found], width: float, today_x: float, rows: int) -> list[Flag]:
    """Set the words beside their signs: none on another, no stem through any, and if it may be none across today.

    Days ahead take their rows from the right, days behind from the left, so that a stem ends above the words under
    it. Where that leaves a flag without its words, other orders are tried. A flag for which no place is left marks
    its day close under the lane.
    """
    ahead = sorted((one for one in found if one.x >= today_x), key=lambda one: (-one.x, not one.leaving))
    behind = sorted((one for one in found if one.x < today_x), key=lambda one: (one.x, not one.leaving))
    right = [one for one in ahead if one.x + _BESIDE + wide(one.text, SMALL) <= width - _AT_EDGE]
    left = [one for one in reversed(ahead) if one not in right]
    # What has room on the left alone stands lowest, under all stems
    order = [*right, *behind, *left]
    best = _Placing(width, today_x, range(rows)).of(order)
    if any(flag.text != one.text for flag, one in zip(best, order, strict=True)):
        upwards = range(rows - 1, -1, -1)
        leaving_first = sorted(order, key=lambda one: not one.leaving)
        tried = [
            _Placing(width, today_x, upwards).of([*left, *right, *behind]),
            _Placing(width, today_x, range(rows)).of(leaving_first),
            _Placing(width, today_x, upwards).of(leaving_first),
        ]
        best = max([best, *tried], key=lambda flags: _worth(flags, found))
    return _closed_up(sorted(best, key=lambda flag: flag.x))


def _closed_up(flags: list[Flag]) -> list[Flag]:
    """Leave no row empty above another."""
    used = sorted({flag.y for flag in flags if flag.label})
    rows = {y: FLAG + FLAG_STEP * row for row, y in enumerate(used)}
    return [
        replace(flag, y=rows[flag.y], label=replace(flag.label, y=rows[flag.y])) if flag.label else flag
        for flag in flags
    ]


def _worth(flags: list[Flag], found: list[_Found]) -> tuple[int, int]:
    """Rate places: first what is said of leaving, then how much is said of all."""
    texts = {(one.told, one.x): one for one in found}
    pairs = [(flag, texts[flag.told, flag.x]) for flag in flags]
    said = [(2 if flag.text == one.text else 1 if flag.text else 0, one.leaving) for flag, one in pairs]
    return sum(worth for worth, leaving in said if leaving), sum(worth for worth, _ in said)


class _Placing:
    """What is taken so far, of words and of stems with their signs."""

    def __init__(self, width: float, today_x: float, rows: range) -> None:
        self.width = width
        self.today_x = today_x
        self.rows = rows
        self.words: list[_Place] = []
        self.stems: list[tuple[int, float]] = []

    def of(self, found: Iterable[_Found]) -> list[Flag]:
        """Place flags one after another."""
        return [self._flag(one) for one in found]

    def _flag(self, one: _Found) -> Flag:
        sides = (False, True) if one.x >= self.today_x else (True, False)
        for text in (one.text, one.day):
            room = wide(text, SMALL)
            for across in (False, True):
                for row in self.rows:
                    for before in sides:
                        left = one.x - _BESIDE - room if before else one.x + _BESIDE
                        place = _Place(row, left, left + room)
                        if self._is_free(one.x, place, across=across):
                            self.words.append(place)
                            self.stems.append((row, one.x))
                            y = FLAG + FLAG_STEP * row
                            align = "end" if before else "start"
                            return one.flag(
                                y, Label(text, left, y, room, tone(one.state), align=align, ground="card")
                            )
        # The list of duties says it; here the day alone is marked
        return one.flag(BARE_FLAG)

    def _is_free(self, x: float, place: _Place, *, across: bool) -> bool:
        if place.left < _AT_EDGE or place.right > self.width - _AT_EDGE:
            return False
        if not across and place.left - _TODAY < self.today_x < place.right + _TODAY:
            return False
        if any(
            row >= place.row and place.left - _SIGN < stem < place.right + _SIGN
            for row, stem in self.stems
            if stem != x
        ):
            return False
        return not any(
            (other.row == place.row and other.left - _APART < place.right and place.left < other.right + _APART)
            or (other.row <= place.row and other.left - _SIGN < x < other.right + _SIGN)
            for other in self.words
        )
