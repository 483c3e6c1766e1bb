"""What the timeline shows, as plain numbers and words: made before anything is painted, and tested without it."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from kzstay.core.days import DAY, Span
from kzstay.core.duties import Duty, stay_duties
from kzstay.core.law import Both, Law, Reading
from kzstay.core.limits import Rolling
from kzstay.core.reckoning import Reckoning
from kzstay.texts import Words
from kzstay.texts import duties as duty_texts
from kzstay.ui.timeline.scale import Scale
from kzstay.ui.timeline.ticks import Tick, free_days, ticks

BarState = Literal["within", "close", "over", "planned", "unknown"]

RULER = 42.0
BRACKET = 58.0
LANE, LANE_HEIGHT = 86.0, 36.0
FLAG, FLAG_STEP = 148.0, 19.0
CURVE = 178.0
BOTTOM = 14.0
HIGHEST = 1.25  # the curve's top, in limits
LOWEST_CURVE = 40.0  # with less room it would say nothing
NARROWEST_BAR = 3.0
LETTER, GAP, MARGIN = 6.6, 8.0, 200.0  # how wide a letter of a flag is, more or less


class Bar(msgspec.Struct, frozen=True):
    """A stay on the lane."""

    index: int
    x: float
    width: float
    state: BarState
    label: str
    over_x: float | None = None  # from here on the stay is over the limit
    planned: bool = False


class Flag(msgspec.Struct, frozen=True):
    """A day on which a duty falls due or was done."""

    x: float
    top: float
    y: float
    text: str
    state: str
    before: bool = False  # the words stand to the left


class Bracket(msgspec.Struct, frozen=True):
    """The window that is looked back on from the day looked at."""

    x: float
    width: float
    text: str


class Curve(msgspec.Struct, frozen=True):
    """Used days against the limit."""

    points: list[tuple[float, float]]
    base: float
    limit_y: float
    limit: int
    label: str


class Ruler(msgspec.Struct, frozen=True):
    """What a scale alone says: the ruler, and the days off as x and width. A drag leaves it as it is."""

    ticks: list[Tick]
    free: list[tuple[float, float]]


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """Everything to be painted."""

    width: float
    height: float
    ruler: Ruler
    bars: list[Bar]
    left: Bar | None
    today_x: float
    today: str
    bracket: Bracket | None
    curve: Curve | None
    flags: list[Flag]
    selected: int


def stay_span(reckoning: Reckoning, index: int) -> Span:
    """Return the days of a stay as they are drawn."""
    return Span(reckoning.traveller.stays[index].entry, reckoning.end(index))


def bar_place(scale: Scale, span: Span) -> tuple[float, float]:
    """Return x and width of a span."""
    x = scale.x_of(span.first)
    return x, max(NARROWEST_BAR, scale.x_of(span.last + DAY) - x)


def rule(law: Law, scale: Scale, w: Words) -> Ruler:
    """Work out the ruler of a scale."""
    return Ruler(ticks(scale, w), free_days(scale, law.calendar.is_working))


def build(
    pair: Both[Reckoning],
    reading: Reading,
    scale: Scale,
    height: float,
    w: Words,
    *,
    inspected: date | None = None,
    selected: int = -1,
    ruler: Ruler | None = None,
) -> Scene:
    """Work out what is seen of a traveller's stays; ``inspected`` is the day the window is shown for."""
    reckoning = pair.under(reading)
    day = inspected or reckoning.on
    return Scene(
        width=scale.width,
        height=height,
        ruler=ruler or rule(reckoning.law, scale, w),
        bars=_bars(reckoning, scale, w),
        left=_left(reckoning, scale, w),
        today_x=scale.x_of(reckoning.on + DAY),
        today=w.gettext("today"),
        bracket=_bracket(reckoning, scale, day, w),
        curve=_curve(reckoning, scale, height, w),
        flags=_flags(pair, reading, scale, selected, w),
        selected=selected,
    )


def _bars(reckoning: Reckoning, scale: Scale, w: Words) -> list[Bar]:
    left, right = scale.first.toordinal(), scale.last.toordinal()
    days = reckoning.days.ordinals
    seen = [index for index, (first, last) in enumerate(days) if first <= right and last >= left]
    return [_bar(reckoning, index, scale, w) for index in seen]


def _bar(reckoning: Reckoning, index: int, scale: Scale, w: Words) -> Bar:
    span = stay_span(reckoning, index)
    verdict = reckoning.verdict(index)
    x, width = bar_place(scale, span)
    planned = span.first > reckoning.on
    label = str(span.days)
    if planned and width > 70:
        label = w.gettext("{n} planned").format(n=span.days)
    state: BarState = "planned" if planned else "within"
    over_x = None
    if verdict.because is None:
        state = "unknown"
    elif verdict.overstay_days:
        state = "over"
        over_x = scale.x_of((verdict.lawful_until or span.first - DAY) + DAY)
    elif index == reckoning.current and reckoning.standing == "ending":
        state = "close"
    return Bar(index, x, width, state, label, over_x, planned)


def _left(reckoning: Reckoning, scale: Scale, w: Words) -> Bar | None:
    """Show the days that the present stay may still last."""
    index = reckoning.current
    if index is None or reckoning.traveller.stays[index].exit:
        return None
    until = reckoning.verdict(index).lawful_until
    if until is None or until <= reckoning.on:
        return None
    x, width = bar_place(scale, Span(reckoning.on + DAY, until))
    days = (until - reckoning.on).days
    label = w.ngettext("{n} left", "{n} left", days).format(n=days) if width > 60 else str(days)
    return Bar(index, x, width, "within", label)


def _bracket(reckoning: Reckoning, scale: Scale, day: date, w: Words) -> Bracket | None:
    limit = reckoning.counting_limit(day)
    if limit is None or not isinstance(limit.rule, Rolling):
        return None
    presence = reckoning.counted(limit, projected=day > reckoning.on)
    window = limit.rule.window(presence, day)
    used = limit.rule.used(presence, day)
    x, width = bar_place(scale, window)
    text = w.ngettext(
        "{period} day · {span} · {used} used, {free} free",
        "{period} days · {span} · {used} used, {free} free",
        window.days,
    ).format(period=window.days, span=w.span(window), used=used, free=max(0, limit.rule.limit - used))
    return Bracket(x, width, text)


def _curve(reckoning: Reckoning, scale: Scale, height: float, w: Words) -> Curve | None:
    limit = reckoning.counting_limit(reckoning.on)
    if limit is None or not isinstance(limit.rule, Rolling):
        return None
    base = height - BOTTOM
    if base - CURVE < LOWEST_CURVE:
        return None
    room = (base - CURVE) / HIGHEST / limit.rule.limit
    first, last = scale.first - DAY, scale.last
    used = limit.rule.used_each(reckoning.counted(limit, projected=True), first, last)
    start = first.toordinal() + 1
    points: list[tuple[float, float]] = []
    for place, count in enumerate(used):
        # Only where the line bends; a day's count is reached at its end
        if 0 < place < len(used) - 1 and used[place + 1] - count == count - used[place - 1]:
            continue
        points.append((scale.x_at(start + place), base - min(count, limit.rule.limit * HIGHEST) * room))
    label = w.gettext("limit {n}").format(n=limit.rule.limit)
    return Curve(points, base, base - limit.rule.limit * room, limit.rule.limit, label)


def _flags(pair: Both[Reckoning], reading: Reading, scale: Scale, selected: int, w: Words) -> list[Flag]:
    reckoning = pair.under(reading)
    shown = {index for index in (reckoning.current, selected) if index is not None and index >= 0}
    found: list[tuple[date, str, str]] = []
    for index in sorted(shown):
        duties = [duty for duty in stay_duties(pair, index, reading) if duty.state != "waived"]
        # To leave and to leave or hold a permit fall on one day: one flag says both
        permit = any(duty.kind == "rvp" and duty.due.safe >= scale.first for duty in duties)
        for duty in duties:
            if duty.kind == "leave" and (permit or duty.state.startswith("done")):
                continue
            day = duty.done or duty.due.under(reading)
            found.append((day, _flag_text(duty, day, w), duty.state))
    return _placed(sorted(found), scale, scale.x_of(reckoning.on + DAY))


def _flag_text(duty: Duty, day: date, w: Words) -> str:
    name = duty_texts.short_name(w, duty.kind)
    if duty.done:
        return w.gettext("{duty} {day}, {state}").format(
            duty=name, day=w.day_month(day), state=duty_texts.state(w, duty.state)
        )
    return w.gettext("{duty} by {day}").format(duty=name, day=w.day_month(day))


def _placed(found: list[tuple[date, str, str]], scale: Scale, today_x: float) -> list[Flag]:
    """Set the words beside their days, over two rows: none on another, and if it may be none across today."""
    flags: list[Flag] = []
    taken: list[tuple[int, float, float]] = []
    for day, text, state in found:
        x = scale.x_of(day) + scale.per_day / 2
        if not -MARGIN < x < scale.width + MARGIN:
            continue
        width = LETTER * len(text) + 2 * GAP
        places = [(row, left) for row in (0, 1) for left in (x, x - width) if 0 <= left <= scale.width - width]
        free = [
            (row, left)
            for row, left in places
            if not any(other == row and first < left + width and left < last for other, first, last in taken)
        ]
        clear = [(row, left) for row, left in free if not left < today_x < left + width]
        if not free:
            # The list of duties says it; here the day alone is marked
            flags.append(Flag(x, LANE + LANE_HEIGHT, FLAG, "", state))
            continue
        row, left = [*clear, *free][0]
        taken.append((row, left - GAP, left + width))
        flags.append(Flag(x, LANE + LANE_HEIGHT, FLAG + FLAG_STEP * row, text, state, left < x))
    return flags
