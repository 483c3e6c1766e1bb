"""Permits and rulings of a traveller, each kind in a table under its heading."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kzstay.content import bounds
from kzstay.content.blocks import Block, Heading, Table
from kzstay.core.assess import Assessment
from kzstay.core.case import Permit, Ruling
from kzstay.texts import Words, papers


def permits_and_rulings(w: Words, a: Assessment) -> list[Block]:
    """List the permits and the rulings, each kind under its heading."""
    blocks: list[Block] = []
    traveller, most = a.traveller, bounds.PAPERS
    permits = bounds.kept(
        traveller.permits, most, lambda one: bounds.rank(one.until, a.on, first=one.until >= a.on)
    )
    rulings = bounds.kept(traveller.rulings, most, lambda one: bounds.rank(one.served, a.on))
    if permits:
        header = [w.gettext("Permit"), w.gettext("From"), w.gettext("Until")]
        allowed = any(permit.days or permit.entries for permit in permits)
        header += [w.gettext("Days"), w.gettext("Entries")] if allowed else []
        rows = [_permit(w, permit)[: len(header)] for permit in permits]
        table = Table(header=header, rows=rows, align="lllrr"[: len(header)])
        blocks += [Heading(w.gettext("Permits")), table]
        blocks += bounds.left_out(w, len(traveller.permits) - len(permits))
    if rulings:
        blocks += [Heading(w.gettext("Rulings")), _rulings_table(w, rulings)]
        blocks += bounds.left_out(w, len(traveller.rulings) - len(rulings))
    return blocks


def _permit(w: Words, permit: Permit) -> list[str]:
    days = papers.days(w, permit.days, permit.period) or "–"
    entries = str(permit.entries) if permit.entries else "–"
    return [papers.permit(w, permit.kind), w.day(permit.first), w.day(permit.until), days, entries]


def _rulings_table(w: Words, shown: Sequence[Ruling]) -> Table:
    """List rulings; the article and the day of a complaint have their columns where one has them."""
    appealed = any(one.appealed for one in shown)
    columns = [
        (w.gettext("Ruling"), [papers.ruling(w, one.kind) for one in shown]),
        (w.gettext("Article"), [one.part for one in shown]),
        (w.gettext("Served"), [w.day(one.served) for one in shown]),
        (w.gettext("Leave by"), [_day(w, one.leave_by) for one in shown]),
        (w.pgettext("ruling", "Appealed on"), [_day(w, one.appealed) for one in shown] if appealed else []),
        (w.gettext("Carried out"), [_day(w, one.executed) for one in shown]),
        (w.gettext("Paid"), [_day(w, one.paid) for one in shown]),
    ]
    told = [(name, cells) for name, cells in columns if any(cells)]
    rows = [list(cells) for cells in zip(*(cells for _, cells in told), strict=True)]
    return Table(header=[name for name, _ in told], rows=rows, align="l" * len(told))


def _day(w: Words, day: date | None) -> str:
    return w.day(day) if day else "–"
