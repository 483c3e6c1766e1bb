"""Scene of the timeline: plain numbers and words, made before anything is painted and tested without it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from kzstay.core.assess import Assessment
from kzstay.core.days import DAY, Span
from kzstay.core.law.loading import Law
from kzstay.core.limit_use import use_of
from kzstay.core.limits import Rolling
from kzstay.core.reckoning import Reckoning
from kzstay.core.stay_states import stay_tone
from kzstay.drawing import flags, labels
from kzstay.drawing import ruler as rulers
from kzstay.drawing.bends import bends
from kzstay.drawing.proposal import Proposal
from kzstay.drawing.scale import Scale
from kzstay.drawing.shapes import (
    BOTTOM,
    CURVE,
    FLAG,
    FLAG_STEP,
    NARROWEST_BAR,
    Bar,
    Bracket,
    Curve,
    Ghost,
    Label,
    Rest,
    Ruler,
    Scene,
    Strip,
)
from kzstay.texts import Words, papers

HIGHEST = 1.25  # the curve's top, in limits
LOWEST_CURVE = 40.0  # with less room it would say nothing
MOST_ROWS, UNDER_FLAG = 4, 13.0


def stay_span(reckoning: Reckoning, index: int) -> Span:
    """Return the days of a stay as they are drawn."""
    return Span(reckoning.traveller.stays[index].entry, reckoning.end(index))


def bar_place(scale: Scale, span: Span) -> tuple[float, float]:
    """Return x and width of a span."""
    x = scale.x_of(span.first)
    return x, max(NARROWEST_BAR, scale.x_of(span.last + DAY) - x)


def rule(law: Law, scale: Scale, w: Words) -> Ruler:
    """Work out the ruler of a scale."""
    return rulers.rule(scale, w, law.calendar.is_working)


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
    today_x = scale.x_of(a.on + DAY)
    has_curve = reckoning.counting_limit(a.on) is not None and height - BOTTOM - CURVE >= LOWEST_CURVE
    flagged = flags.flags(a, scale, selected if selected >= 0 else None, _rows(height, has_curve=has_curve), w)
    top = max([CURVE, *(flag.y + UNDER_FLAG for flag in flagged)])
    shown = Scene(
        width=scale.width,
        height=height,
        ruler=ruler or rule(a.law, scale, w),
        bars=_bars(reckoning, scale, w),
        left=_left(reckoning, scale, w),
        open=_open(reckoning, scale, w),
        permits=_permits(reckoning, scale, w),
        ghost=_ghost(reckoning, proposal, scale, w) if proposal else None,
        today_x=today_x,
        today=labels.today_label(w.gettext("today"), today_x),
        now=[],
        bracket=_bracket(reckoning, scale, inspected or a.on, w),
        curve=_curve(reckoning, scale, top, height, w) if has_curve else None,
        flags=flagged,
        labels=[],
        selected=selected,
    )
    written = [label for label in _written(shown, w) if label is not None]
    if shown.curve:
        written.append(labels.of_curve(shown.curve, scale.width, [flag.label for flag in flagged if flag.label]))
    return replace(shown, labels=written, now=labels.now(written, today_x, height))


def _rows(height: float, *, has_curve: bool) -> int:
    """Count the rows for the words of flags: all the room, or what leaves as much for the curve."""
    room = height - BOTTOM - (LOWEST_CURVE if has_curve else 0) - UNDER_FLAG - FLAG
    return max(1, min(MOST_ROWS, int(room // FLAG_STEP) + 1))


def _written(scene: Scene, w: Words) -> Iterator[Label | None]:
    """Yield the words on all that is in sight."""
    width, today_x = scene.width, scene.today_x
    yield from rulers.beside_today(scene.ruler.months, today_x, width)
    yield from rulers.beside_today(scene.ruler.days, today_x, width)
    if scene.bracket:
        yield scene.bracket.label
    for strip in scene.permits:
        yield labels.of_strip(strip, width, today_x)
    if scene.left:
        yield labels.of_rest(scene.left, width, today_x)
    for bar in scene.bars:
        yield labels.of_bar(bar, width, today_x, w)
    for rest in scene.open:
        yield labels.of_rest(rest, width, today_x)
    if scene.ghost:
        yield labels.of_ghost(scene.ghost, width, today_x)
    for flag in scene.flags:
        yield flag.label


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
    state = stay_tone(reckoning, index)
    over_x = scale.x_of((verdict.lawful_until or span.first - DAY) + DAY) if state == "over" else None
    return Bar(index, x, width, state, label, over_x, planned)


def _left(reckoning: Reckoning, scale: Scale, w: Words) -> Rest | None:
    """Show the days that the present stay may still last."""
    index = reckoning.current
    if index is None or reckoning.traveller.stays[index].exit:
        return None
    until = reckoning.verdict(index).lawful_until
    if until is None or until <= reckoning.on:
        return None
    x, width = bar_place(scale, Span(reckoning.on + DAY, until))
    days = (until - reckoning.on).days
    return Rest(x, width, w.ngettext("{n} left", "{n} left", days).format(n=days), str(days))


def _open(reckoning: Reckoning, scale: Scale, w: Words) -> list[Rest]:
    """Show the days that each planned stay without an end may last; the next one ends them."""
    stays = reckoning.traveller.stays
    found: list[Rest] = []
    for index, stay in enumerate(stays):
        if stay.exit or stay.entry <= reckoning.on or stay.entry > scale.last:
            continue
        until = reckoning.verdict(index).lawful_until
        if until is None or until <= stay.entry:
            continue
        days = (until - stay.entry).days + 1
        entries = [other.entry for other in stays if stay.entry < other.entry <= until]
        x, width = bar_place(scale, Span(stay.entry + DAY, min([until, *(day - DAY for day in entries)])))
        label = w.ngettext("up to {n} day", "up to {n} days", days).format(n=days)
        found.append(Rest(x, width, label, f"≤ {days}"))
    return found


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
    if limit is None:
        return None
    use = use_of(reckoning, limit, day, projected=day > reckoning.on)
    if use.window is None or use.remaining is None:
        return None
    x, width = bar_place(scale, use.window)
    figures = {"used": use.used, "free": max(0, use.remaining)}
    text = w.ngettext(
        "{period} day · {span} · {used} used, {free} free",
        "{period} days · {span} · {used} used, {free} free",
        use.window.days,
    ).format(period=use.window.days, span=w.span(use.window), **figures)
    short = w.gettext("{used} used, {free} free").format(**figures)
    return Bracket(x, width, text, short, labels.of_bracket(x, width, (text, short), scale.width))


def _curve(reckoning: Reckoning, scale: Scale, top: float, height: float, w: Words) -> Curve | None:
    limit = reckoning.counting_limit(reckoning.on)
    if limit is None or not isinstance(limit.rule, Rolling):
        return None
    base = height - BOTTOM
    room = (base - top) / HIGHEST / limit.rule.limit
    first, last = scale.first - DAY, scale.last
    used = limit.rule.used_each(reckoning.counted(limit, projected=True), first, last)
    start = first.toordinal() + 1
    most = limit.rule.limit * HIGHEST
    points = [
        (scale.x_at(start + place), base - min(count, most) * room) for place, count in bends(used, scale.per_day)
    ]  # a day's count is reached at its end
    label = w.gettext("limit {n}").format(n=limit.rule.limit)
    return Curve(points, base, base - limit.rule.limit * room, limit.rule.limit, label)
