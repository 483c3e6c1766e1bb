"""The limits of a stay, or of an entry: what each looks at, what every stay gives to it, and when it ends."""

from __future__ import annotations

from datetime import date

import msgspec

from kzstay.content.blocks import Block, Facts, Heading, Paragraph, Table
from kzstay.content.sections import row_facts, sides, span
from kzstay.core.assess import Assessment
from kzstay.core.days import Presence, Span
from kzstay.core.explain import contributions
from kzstay.core.law.regimes import BoundLimit
from kzstay.core.law.schema import Regime, Row
from kzstay.core.limits import Counting
from kzstay.core.readings import Both, Reading
from kzstay.core.reckoning import LimitUse, Reckoning
from kzstay.texts import Words, answers
from kzstay.texts import law as law_texts

Use = tuple[BoundLimit, LimitUse]
Key = tuple[str, int, int | None]


class Place(msgspec.Struct, frozen=True):
    """What limits are told for: a stay, or without one an entry on the day of reckoning."""

    stay: int | None
    entry: date
    day: date  # on which the days used are counted


def place_of(reckoning: Reckoning, stay: int | None) -> Place:
    """Return where to look: the present stay on the day of reckoning, another on its last day."""
    if stay is None:
        return Place(None, reckoning.on, reckoning.on)
    day = reckoning.on if stay == reckoning.current else reckoning.end(stay)
    return Place(stay, reckoning.traveller.stays[stay].entry, day)


def entry_of(a: Assessment) -> date:
    """Return the entry of the present stay, else the day of reckoning as one."""
    return a.on if a.current is None else a.traveller.stays[a.current].entry


def uses(reckoning: Reckoning, place: Place) -> list[Use]:
    """Pair the limits of an entry with what is used of them."""
    regime = reckoning.regime(place.entry)
    return [(limit, _use(reckoning, place, limit)) for limit in reckoning.limits(regime)] if regime else []


def _use(reckoning: Reckoning, place: Place, limit: BoundLimit) -> LimitUse:
    rule = limit.rule
    if not isinstance(rule, Counting):
        return LimitUse(rule.kind, rule.limit)
    presence = _counted(reckoning, place, limit)
    used, window = rule.used(presence, place.day), rule.window(presence, place.day)
    return LimitUse(rule.kind, rule.limit, limit.row.period, used, rule.limit - used, window)


def _counted(reckoning: Reckoning, place: Place, limit: BoundLimit) -> Presence:
    """Return the days that a limit counts; before a stay to come the present one is taken to be used up."""
    return reckoning.counted(limit, projected=place.entry > reckoning.on)


def key(limit: BoundLimit) -> Key:
    """Identify a limit in both readings."""
    return limit.row.kind, limit.row.days, limit.row.period


def limit_blocks(
    pair: Both[Reckoning], reading: Reading, w: Words, stay: int | None, *, sources: bool
) -> list[Block]:
    """Explain each limit: its rule, the days that it looks at, and what every stay gives to them."""
    reckoning = pair.under(reading)
    place = place_of(reckoning, stay)
    other = pair.under(Reading.USUAL if reading is Reading.SAFE else Reading.SAFE)
    others = {key(limit): (limit, use) for limit, use in uses(other, place)}
    blocks: list[Block] = []
    for limit, use in uses(reckoning, place):
        blocks.append(Heading(answers.limit_rule(w, limit.row), minor=True))
        rows = _rows(w, (reckoning, other), place, (limit, use), others.get(key(limit), (limit, use)))
        if sources:
            rows += row_facts(w, reckoning.law, _row_of(reckoning, place, limit))
        blocks.append(Facts(rows))
        if isinstance(limit.rule, Counting) and use.window:
            blocks += _contributions(w, reckoning, place, limit, use)
    regime = reckoning.regime(place.entry)
    return [*blocks, *remarks(w, regime)] if regime else blocks


def remarks(w: Words, regime: Regime) -> list[Block]:
    """Say what the reader should know of a regime, and which limits each reading takes where sources differ."""
    rules = {
        side: [answers.limit_rule(w, limit) for limit in regime.limits_under(side) if limit.reading]
        for side in Reading
    }
    texts = [law_texts.conflict(w, rules), *(law_texts.remark(w, code) for code in regime.remarks)]
    return [Paragraph(text) for text in texts if text]


def _rows(
    w: Words, reckonings: tuple[Reckoning, Reckoning], place: Place, here: Use, there: Use
) -> list[tuple[str, str]]:
    reckoning, (limit, use) = reckonings[0], here
    rows: list[tuple[str, str]] = []

    def both(mine: str, theirs: str) -> str:
        safe, usual = (mine, theirs) if reckoning.reading is Reading.SAFE else (theirs, mine)
        return sides(w, reckoning.reading, safe, usual)

    if use.window:
        label = w.gettext("Days looked at")
        rows.append((label, both(*(span(w, found.window) for _, found in (here, there) if found.window))))
        rows.append((w.gettext("Used"), both(*(f"{found.used}" for _, found in (here, there)))))
        rows.append((w.gettext("Remaining"), both(*(f"{found.remaining}" for _, found in (here, there)))))
    elif place.stay is not None:
        label = w.gettext("Today") if place.stay == reckoning.current else w.gettext("Last day of the stay")
        rows.append((label, answers.day_of(w, (place.day - place.entry).days + 1, use.days)))
    texts: list[str] = []
    for side, found in zip(reckonings, (limit, there[0]), strict=True):
        last = found.rule.last_lawful(_counted(side, place, found), place.entry)
        texts.append(w.full_day(last) if last else w.gettext("none"))
    label = w.gettext("Last day of an entry today") if place.stay is None else w.gettext("Last day by this limit")
    return [*rows, (label, both(*texts))]


def _row_of(reckoning: Reckoning, place: Place, limit: BoundLimit) -> Row:
    """Return the row of the law from which a limit comes."""
    regime = reckoning.regime(place.entry)
    if regime is None or limit.row is reckoning.law.general.limit:
        return reckoning.law.questions["treaty-without-window"]
    return regime


def _contributions(w: Words, reckoning: Reckoning, place: Place, limit: BoundLimit, use: LimitUse) -> list[Block]:
    assert use.window is not None
    numbers = {index: number for number, index in enumerate(reckoning.traveller.in_order(), 1)}
    # A period that runs on counts no day after the one that is looked at
    found = contributions(reckoning, limit, Span(use.window.first, min(use.window.last, place.day)))
    rows = [[str(numbers[part.stay]), span(w, part.span), str(part.days)] for part in found]
    ahead = (use.used or 0) - sum(part.days for part in found)
    if ahead > 0 and reckoning.current is not None:
        rows.append([str(numbers[reckoning.current]), w.gettext("days that it may still last"), str(ahead)])
    if not rows:
        return [Paragraph(w.gettext("No stay gives a day to this period."), muted=True)]
    rows.append(["", w.gettext("Together"), str(use.used)])
    header = [w.gettext("Stay"), w.gettext("Days that count"), w.gettext("Number of days")]
    return [Table(header=header, rows=rows, align="llr", total=True)]
