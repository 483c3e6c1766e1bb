"""Scene of the timeline: plain numbers and words, made before anything is painted and tested without it."""

from __future__ import annotations

from datetime import date

import msgspec

from kzstay.core import agenda
from kzstay.core.assess import Assessment
from kzstay.core.days import DAY, Span
from kzstay.core.duties import Duty
from kzstay.core.law.loading import Law
from kzstay.core.limit_use import use_of
from kzstay.core.limits import Rolling
from kzstay.core.reckoning import Reckoning
from kzstay.core.stay_states import StayTone, stay_tone
from kzstay.drawing.proposal import Proposal
from kzstay.drawing.scale import Scale
from kzstay.drawing.ticks import Tick, free_days, ticks
from kzstay.guide import leads
from kzstay.texts import Words, papers, person
from kzstay.texts import duties as duty_texts

RULER = 42.0
BRACKET = 58.0
PERMIT, PERMIT_HEIGHT = 70.0, 13.0
LANE, LANE_HEIGHT = 86.0, 36.0
OPENING, OPENING_HEIGHT = 125.0, 5.0
FLAG, FLAG_STEP, BARE_FLAG = 148.0, 19.0, 136.0
CURVE = 178.0
BOTTOM = 14.0
HIGHEST = 1.25  # the curve's top, in limits
LOWEST_CURVE = 40.0  # with less room it would say nothing
NARROWEST_BAR = 3.0
AFTER_LAST = 35  # days of a report after the last one, so that words lie beside their flags and not across today
LETTER, GAP, MARGIN = 6.6, 8.0, 200.0  # how wide a letter of a flag is, more or less


# Of a flag: whether it can wait for a place, its day, its words, its state, itself in full, and its topic
_Found = tuple[bool, date, str, str, str, str]


class Bar(msgspec.Struct, frozen=True):
    """A stay on the lane."""

    index: int
    x: float
    width: float
    state: StayTone
    label: str
    over_x: float | None = None  # from here on the stay is over the limit
    planned: bool = False


class Strip(msgspec.Struct, frozen=True):
    """The days of a permit, on a lane of its own above the stays."""

    x: float
    width: float
    label: str


class Ghost(msgspec.Struct, frozen=True, kw_only=True):
    """A trip in mind: how long it may last, how long it is meant to, and what it breaks."""

    x: float
    width: float  # of the longest stay over the whole plan; nought where none is possible
    history: float  # the width by history alone
    trip: float | None  # the width of the trip asked for
    possible: bool
    label: str
    breaks: list[tuple[float, float]]
    openings: list[tuple[float, float]]


class Flag(msgspec.Struct, frozen=True):
    """A day on which a duty falls due or was done."""

    x: float
    top: float
    y: float
    text: str
    state: str
    before: bool = False  # the words stand to the left
    told: str = ""  # in full, to who points at it
    topic: str = ""  # of the guide, that tells more of it


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
    permits: list[Strip]
    ghost: Ghost | None
    today_x: float
    today: str
    bracket: Bracket | None
    curve: Curve | None
    flags: list[Flag]
    selected: int


def stay_span(reckoning: Reckoning, index: int) -> Span:
    """Return the days of a stay as they are drawn."""
    return Span(reckoning.traveller.stays[index].entry, reckoning.end(index))


def paper_scale(a: Assessment, width: float) -> Scale:
    """Choose which days a report shows: the period that is looked back on, and all that lies ahead."""
    reckoning = a.reckoning
    limit = reckoning.counting_limit(reckoning.on)
    back = DAY * ((limit.row.period if limit else None) or reckoning.law.general.limit.period or 0)
    spans = [stay_span(reckoning, index) for index in range(len(reckoning.traveller.stays))]
    last = max([span.last for span in spans if span.last > reckoning.on], default=reckoning.on)
    return Scale.showing(
        reckoning.on - back - DAY * 10, max(last, reckoning.on + DAY * 45) + DAY * AFTER_LAST, width
    )


def bar_place(scale: Scale, span: Span) -> tuple[float, float]:
    """Return x and width of a span."""
    x = scale.x_of(span.first)
    return x, max(NARROWEST_BAR, scale.x_of(span.last + DAY) - x)


def rule(law: Law, scale: Scale, w: Words) -> Ruler:
    """Work out the ruler of a scale."""
    return Ruler(ticks(scale, w), free_days(scale, law.calendar.is_working))


def build(
    a: Assessment,
    scale: Scale,
    height: float,
    w: Words,
    *,
    inspected: date | None = None,
    selected: int = -1,
    ruler: Ruler | None = None,
    proposal: Proposal | None = None,
) -> Scene:
    """Work out what is seen of a traveller's stays and of a trip in mind; ``inspected`` has the window shown."""
    reckoning = a.reckoning
    day = inspected or a.on
    return Scene(
        width=scale.width,
        height=height,
        ruler=ruler or rule(a.law, scale, w),
        bars=_bars(reckoning, scale, w),
        left=_left(reckoning, scale, w),
        permits=_permits(reckoning, scale, w),
        ghost=_ghost(reckoning, proposal, scale, w) if proposal else None,
        today_x=scale.x_of(a.on + DAY),
        today=w.gettext("today"),
        bracket=_bracket(reckoning, scale, day, w),
        curve=_curve(reckoning, scale, height, w),
        flags=_flags(a, scale, selected if selected >= 0 else None, w),
        selected=selected,
    )


def _bars(reckoning: Reckoning, scale: Scale, w: Words) -> list[Bar]:
    left, right = scale.first.toordinal(), scale.last.toordinal()
    days = reckoning.history.ordinals
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
    state = stay_tone(reckoning, index)
    over_x = scale.x_of((verdict.lawful_until or span.first - DAY) + DAY) if state == "over" else None
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


def _permits(reckoning: Reckoning, scale: Scale, w: Words) -> list[Strip]:
    strips: list[Strip] = []
    for permit in reckoning.traveller.permits:
        if permit.until < scale.first or permit.first > scale.last or permit.until < permit.first:
            continue
        x, width = bar_place(scale, Span(permit.first, permit.until))
        name = papers.short_permit(w, permit.kind)
        label = w.gettext("{permit} until {day}").format(permit=name, day=w.day_month(permit.until))
        strips.append(Strip(x, width, label))
    return strips


def _ghost(reckoning: Reckoning, proposal: Proposal, scale: Scale, w: Words) -> Ghost:
    def width(until: date | None) -> float:
        return bar_place(scale, Span(proposal.entry, until))[1] if until and until >= proposal.entry else 0.0

    leaving = proposal.exit or proposal.last
    days = (leaving - proposal.entry).days + 1 if leaving else 0
    possible = bool(proposal.last) and not proposal.breaks
    if proposal.exit:
        possible = possible and proposal.last is not None and proposal.exit <= proposal.last
    return Ghost(
        x=scale.x_of(proposal.entry),
        width=width(proposal.last),
        history=width(proposal.history),
        trip=width(proposal.exit) if proposal.exit else None,
        possible=possible,
        label=w.ngettext("{n} day?", "{n} days?", days).format(n=days) if days else "",
        breaks=[bar_place(scale, stay_span(reckoning, index)) for index in proposal.breaks],
        openings=[bar_place(scale, span) for span in proposal.openings],
    )


def _bracket(reckoning: Reckoning, scale: Scale, day: date, w: Words) -> Bracket | None:
    limit = reckoning.counting_limit(day)
    if limit is None or not isinstance(limit.rule, Rolling):
        return None
    use = use_of(reckoning, limit, day, projected=day > reckoning.on)
    if use.window is None or use.remaining is None:
        return None
    x, width = bar_place(scale, use.window)
    text = w.ngettext(
        "{period} day · {span} · {used} used, {free} free",
        "{period} days · {span} · {used} used, {free} free",
        use.window.days,
    ).format(period=use.window.days, span=w.span(use.window), used=use.used, free=max(0, use.remaining))
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


def _flags(a: Assessment, scale: Scale, selected: int | None, w: Words) -> list[Flag]:
    found: list[_Found] = []
    for duty in agenda.flagged(a, selected, scale.first):
        day = duty.done or duty.due.under(a.reading)
        # The words of what one must leave by find a place before others do
        words = _flag_text(duty, day, w), duty.state, person.duty(w, a, duty), leads.of_duty(duty)
        found.append((not duty.row.leaving, day, *words))
    return _placed(sorted(found), scale, scale.x_of(a.on + DAY))


def _flag_text(duty: Duty, day: date, w: Words) -> str:
    name = duty_texts.short_name_of(w, duty)
    if duty.done or duty.state == "unrecorded":
        return w.gettext("{duty} {day}, {state}").format(
            duty=name, day=w.day_month(day), state=duty_texts.state(w, duty.state)
        )
    if duty.row.prominence == "bar":
        return w.gettext("{duty} {day}").format(duty=name, day=w.day_month(day))
    return w.gettext("{duty} by {day}").format(duty=name, day=w.day_month(day))


def _placed(found: list[_Found], scale: Scale, today_x: float) -> list[Flag]:
    """Set the words beside their days, over two rows: none on another, and if it may be none across today.

    What comes first has the choice; a flag for which no place is left marks its day close under the lane.
    """
    flags: list[Flag] = []
    taken: list[tuple[int, float, float]] = []
    for _, day, text, state, told, topic in found:
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
            flags.append(Flag(x, LANE + LANE_HEIGHT, BARE_FLAG, "", state, told=told, topic=topic))
            continue
        row, left = [*clear, *free][0]
        taken.append((row, left - GAP, left + width))
        flags.append(Flag(x, LANE + LANE_HEIGHT, FLAG + FLAG_STEP * row, text, state, left < x, told, topic))
    return sorted(flags, key=lambda flag: flag.x)
