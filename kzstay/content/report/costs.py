"""What it costs to miss the duties of a report: of all people together, the same cost only once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from kzstay.content.blocks import Block, Facts, Heading, Paragraph
from kzstay.content.report import duties as duty_section
from kzstay.content.sections import References
from kzstay.core import agenda
from kzstay.core.assess import Assessment
from kzstay.core.costs import Cost, cost_of
from kzstay.core.duties import Duty
from kzstay.core.host_costs import host_cost_of
from kzstay.texts import Words, beside, costs, duties


def cost_blocks(w: Words, found: Iterable[Assessment], references: References) -> list[Block]:
    """Tell it under a heading; nothing where nothing is owed."""
    told: dict[tuple[costs.Fact, ...], _Told] = {}
    sums: list[str] = []
    for a in found:
        for duty in filter(agenda.owed, duty_section.shown(a)):
            facts, cost = _of(w, a, duty, references)
            if facts:
                told.setdefault(tuple(facts), _Told()).names[duties.name_of(w, duty)] = (
                    cost.opened.year if cost else 0
                )
            if cost and cost.first:
                sums.append(costs.index(w, cost.likely, cost.opened.year))
    if not told:
        return []
    often = Counter(name for one in told.values() for name in one.names)
    blocks: list[Block] = [Heading(w.gettext("If a deadline is missed"))]
    for facts, one in told.items():
        names = [_named(w, name, year if often[name] > 1 else 0) for name, year in one.names.items()]
        blocks += [Heading(" · ".join(names), minor=True), Facts(list(facts))]
    return [*blocks, *(Paragraph(text, muted=True) for text in dict.fromkeys(sums))]


class _Told(msgspec.Struct):
    """The duties that cost the same, each with the year by whose index it was worked out, or nought."""

    names: dict[str, int] = {}


def _named(w: Words, name: str, year: int) -> str:
    return w.gettext("{duty}, case opened in {year}").format(duty=name, year=year) if year else name


def _of(w: Words, a: Assessment, duty: Duty, references: References) -> tuple[list[costs.Fact], Cost | None]:
    """Return what a duty costs, in words and as it is."""
    facts, cost, host = beside.of_cost(w, a, duty), cost_of(a, duty), host_cost_of(a, duty)
    if facts and cost:
        articles = [*costs.articles(a.law, duty, cost), *(host.articles if host else [])]
        facts.append((w.gettext("Article"), references.mark(articles)))
    return facts, cost
