"""Scene of the timeline: plain numbers and words, made before anything is painted and tested without it."""

from __future__ import annotations

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
from kzstay.drawing.letters import SMALL
from kzstay.drawing.proposal import Proposal
from kzstay.drawing.scale import Scale
from kzstay.drawing.shapes import (
    BARE_FLAG,
    BOTTOM,
    CURVE,
    FLAG,
    FLAG_STEP,
    NARROWEST_BAR,
    Bar,
    Bracket,
    Curve,
    Flag,
    Ghost,
    Rest,
    Ruler,
    Scene,
    Strip,
)
from kzstay.drawing.written import written
from kzstay.texts import Words, papers
from kzstay.texts import timeline as told

HIGHEST = 1.25  # the curve's top, in limits
LOWEST_CURVE = 40.0  # with less room it would say nothing
MOST_ROWS, UNDER_FLAG = 4, 13.0
UNDER_SIGN = 6.0
# From which one row of flags and the curve have room
LEAST_HEIGHT = int(FLAG + UNDER_FLAG + LOWEST_CURVE + BOTTOM)


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
    today: date | None = None,
) -> Scene:
    """Work out what is seen of a traveller's stays and of a trip in mind; ``inspected`` has the window shown.

    ``today`` is the day that it is, where that is known: else the day of reckoning is named by its date.
    """
    reckoning = a.reckoning
    today_x = scale.x_of(a.on + DAY)
    has_curve = reckoning.counting_limit(a.on) is not None and height >= LEAST_HEIGHT
    flagged: list[Flag] = []
    if height >= BARE_FLAG + UNDER_SIGN:
        rows = _rows(height, has_curve=has_curve)
        flagged = flags.flags(a, scale, selected if selected >= 0 else None, rows, w)
    top = max([min(CURVE, height - BOTTOM - LOWEST_CURVE), *(flag.y + UNDER_FLAG for flag in flagged)])
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
        today=labels.today_label(told.pill(w, a.on, today), today_x, scale.width),
        now=[],
        bracket=_bracket(reckoning, scale, inspected or a.on, w),
        curve=_curve(reckoning, scale, top, height, w) if has_curve else None,
        flags=flagged,
        labels=[],
        selected=selected,
    )
    words = written(shown, w)
    return replace(shown, labels=words, now=labels.now(words, today_x, height))


def _rows(height: float, *, has_curve: bool) -> int:
    """Count the rows for the words of flags: all the room, or what leaves as much for the curve."""
    room = height - FLAG - (UNDER_FLAG + LOWEST_CURVE + BOTTOM if has_curve else SMALL)
    return max(0, min(MOST_ROWS, int(room // FLAG_STEP) + 1))


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
    if state != "over":
        return Bar(index, x, width, state, label, planned=planned)
    over_x = scale.x_of((verdict.lawful_until or span.first - DAY) + DAY)
    # What is over the limit on days to come has not happened
    come_x = scale.x_of(reckoning.on + DAY) if span.last > reckoning.on else None
    return Bar(index, x, width, state, label, over_x, planned, come_x)


def _left(reckoning: Reckoning, scale: Scale, w: Words) -> Rest | None:
    """Show the days that the present stay may still last."""
    index = reckoning.current
    if index is None or reckoning.traveller.stays[index].exit:
        return None
    until = reckoning.verdict(index).lawful_until
    if until is None or until <= reckoning.on:
        return None
    entries = [stay.entry for stay in reckoning.traveller.stays if reckoning.on < stay.entry <= until]
    # The next stay ends it: nothing is drawn beneath that one
    drawn = Span(reckoning.on + DAY, min([until, *(day - DAY for day in entries)]))
    days = (until - reckoning.on).days
    if drawn.last < drawn.first:
        return None
    x, width = bar_place(scale, drawn)
    return Rest(x, width, w.ngettext("{n} left", "{n} left", days).format(n=days), str(days), index)


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
        found.append(Rest(x, width, label, f"≤ {days}", index))
    return found


def _permits(reckoning: Reckoning, scale: Scale, w: Words) -> list[Strip]:
    strips: list[Strip] = []
    for number, permit in enumerate(reckoning.traveller.permits):
        if permit.until < scale.first or permit.first > scale.last or permit.until < permit.first:
            continue
        x, width = bar_place(scale, Span(permit.first, permit.until))
        name = papers.short_permit(w, permit.kind)
        label = w.gettext("{permit} until {day}").format(permit=name, day=w.day_month(permit.until))
        strips.append(Strip(x, width, label, number))
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
        short=f"{days}?" if days else "",
        breaks=[bar_place(scale, stay_span(reckoning, index)) for index in proposal.breaks],
        openings=[bar_place(scale, span) for span in proposal.openings],
    )


def _bracket(reckoning: Reckoning, scale: Scale, day: date, w: Words) -> Bracket | None:
    limit = reckoning.counting_limit(day)
    if limit is None:
        return None
    use = use_of(reckoning, limit, day, projected=day > reckoning.on)
    if use.window is None or use.used is None:
        return None
    x, width = bar_place(scale, use.window)
    texts = told.bracket(w, limit.row.period, use.window, use.used, use.days)
    return Bracket(x, width, texts, labels.of_bracket(x, width, texts, scale.width))


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
