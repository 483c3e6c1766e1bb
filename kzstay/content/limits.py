"""Limits of a stay or of an entry, explained: what each looks at, what every stay gives to it, when it ends."""

from __future__ import annotations

from datetime import date

from kzstay.content.blocks import Block, Facts, Heading, Paragraph, Table
from kzstay.content.sections import row_facts, span
from kzstay.core.assess import Assessment
from kzstay.core.days import Span
from kzstay.core.explain import contributions
from kzstay.core.law.loading import Law
from kzstay.core.law.regimes import BoundLimit
from kzstay.core.law.schema import Regime
from kzstay.core.limit_use import LimitUse, StayOrEntry, Use, key, last_by, row_of, stay_or_entry, uses
from kzstay.core.limits import Counting
from kzstay.core.plan import refusal_of
from kzstay.core.readings import Reading
from kzstay.core.reckoning import Reckoning
from kzstay.texts import Words, answers, costs, doubts, evidence
from kzstay.texts.readings import sides


def limit_blocks(a: Assessment, w: Words, stay: int | None, *, sources: bool) -> list[Block]:
    """Explain each limit: its rule, the days that it looks at, and what every stay gives to them."""
    reckoning = a.reckoning
    about = stay_or_entry(reckoning, stay)
    others = {key(limit): (limit, use) for limit, use in uses(a.other, about)}
    blocks: list[Block] = []
    for limit, use in uses(reckoning, about):
        blocks.append(Heading(answers.limit_rule(w, limit.row), minor=True))
        rows = _rows(w, a, about, (limit, use), others.get(key(limit), (limit, use)))
        if sources:
            rows += row_facts(w, a.law, row_of(reckoning, about, limit))
        blocks.append(Facts(rows))
        if isinstance(limit.rule, Counting) and use.window:
            blocks += _contributions(w, reckoning, about, limit, use)
    return blocks


def remarks(w: Words, law: Law, regime: Regime, day: date) -> list[Block]:
    """Say what the reader should know of a regime, and which limits each reading takes where sources differ."""
    texts = [doubts.conflict(w, regime), *costs.remarks(w, law, regime, day)]
    return [Paragraph(text) for text in texts if text]


def _rows(w: Words, a: Assessment, about: StayOrEntry, here: Use, there: Use) -> list[tuple[str, str]]:
    limit, use = here
    rows: list[tuple[str, str]] = []

    def both(mine: str, theirs: str) -> str:
        safe, usual = (mine, theirs) if a.reading is Reading.SAFE else (theirs, mine)
        return sides(w, a.reading, safe, usual)

    if use.window:
        label = w.gettext("Days counted over")
        rows.append((label, both(*(span(w, found.window) for _, found in (here, there) if found.window))))
        rows.append((w.gettext("Used"), both(*(f"{found.used}" for _, found in (here, there)))))
        left = [found.remaining or 0 for _, found in (here, there)]
        rows.append((w.gettext("Remaining"), both(*(f"{max(0, days)}" for days in left))))
        if min(left) < 0:
            rows.append((w.gettext("Days over"), both(*(f"{max(0, -days)}" for days in left))))
        if use.left_out:
            rows.append((w.gettext("Left out"), evidence.left_out_before(w, a, use.left_out)))
    elif about.stay is not None:
        label = w.gettext("On this day") if about.stay == a.current else w.gettext("Last day of the stay")
        rows.append((label, evidence.day_of(w, (about.day - about.entry).days + 1, use.days)))
    if about.stay is None and refusal_of(a.reckoning, about.entry):
        return rows  # nobody enters on that day
    texts: list[str] = []
    for side, found in ((a.reckoning, limit), (a.other, there[0])):
        last = last_by(side, about, found)
        texts.append(w.full_day(last) if last else w.gettext("none"))
    label = (
        w.gettext("Last day if you enter on this day")
        if about.stay is None
        else w.gettext("Last day by this limit")
    )
    return [*rows, (label, both(*texts))]


def _contributions(
    w: Words, reckoning: Reckoning, about: StayOrEntry, limit: BoundLimit, use: LimitUse
) -> list[Block]:
    assert use.window is not None
    numbers = {index: number for number, index in enumerate(reckoning.traveller.in_order(), 1)}
    # A period that runs on counts no day after the one that is looked at
    found = contributions(reckoning, limit, Span(use.window.first, min(use.window.last, about.day)))
    rows = [[str(numbers[part.stay]), span(w, part.span), str(part.days)] for part in found]
    ahead = (use.used or 0) - sum(part.days for part in found)
    if ahead > 0 and reckoning.current is not None:
        rows.append([str(numbers[reckoning.current]), w.gettext("days that it may still last"), str(ahead)])
    if not rows:
        return [Paragraph(w.gettext("No days of a stay fall in this period."), muted=True)]
    rows.append(["", w.gettext("Together"), str(use.used)])
    header = [w.gettext("Stay"), w.gettext("Days that count"), w.gettext("Number of days")]
    return [Table(header=header, rows=rows, align="lll", widths=(14, 36, 50), total=True)]
