"""Stays of a traveller as a table, the present one marked."""

from __future__ import annotations

from kzstay.content import bounds
from kzstay.content.blocks import Block, Table
from kzstay.content.sections import day_sides
from kzstay.core.assess import Assessment, StayAnswer
from kzstay.texts import Words, answers, foreign


def crossings(w: Words, a: Assessment) -> list[Block]:
    """List the stays by number; of more than there is room for those that matter first."""
    numbered = list(enumerate(a.traveller.in_order(), 1))
    shown = bounds.kept(numbered, bounds.STAYS, lambda one: _rank(a, a.stays[one[1]]))
    return [_stays_table(w, a, shown), *bounds.stays_left_out(w, len(numbered) - len(shown))]


def _rank(a: Assessment, stay: StayAnswer) -> bounds.Rank:
    matters = stay.planned or stay.overstay_days > 0 or stay.perhaps_over > 0
    return bounds.rank(stay.entry, a.on, first=stay.index == a.current, second=matters)


def _stays_table(w: Words, a: Assessment, shown: list[tuple[int, int]]) -> Table:
    """List stays, each with its number."""
    remarks = any(_remarks(w, a, index) for _, index in shown)
    header = [
        w.gettext("No."),
        w.gettext("Entry"),
        w.gettext("Exit"),
        w.gettext("Days"),
        w.gettext("Lawful until"),
        w.gettext("Status"),
    ]
    rows: list[list[str]] = []
    for number, index in shown:
        answer = a.stays[index]
        row = [
            str(number),
            w.day(answer.entry),
            _exit(w, answer),
            str(answer.days) if answer.days else "–",
            day_sides(w, a.reading, answer.lawful_until),
            answers.stay_status(w, a, answer),
        ]
        rows.append([*row, " · ".join(_remarks(w, a, index))] if remarks else row)
    return Table(
        header=[*header, w.gettext("Note")] if remarks else header,
        rows=rows,
        align="lllrlll" if remarks else "lllrll",
        marked=next((row for row, (_, index) in enumerate(shown) if index == a.current), None),
    )


def _remarks(w: Words, a: Assessment, index: int) -> list[str]:
    """Say what sets a stay apart, where the border was crossed, and what was noted."""
    stay = a.traveller.stays[index]
    noted = (foreign.name(stay.checkpoint), foreign.name(stay.exit_checkpoint), foreign.remark(stay.note))
    return [*answers.apart(w, a.stay(index)), *filter(None, noted)]


def _exit(w: Words, stay: StayAnswer) -> str:
    if stay.exit:
        return w.day(stay.exit)
    if stay.planned:
        return w.gettext("planned")
    return w.gettext("not recorded") if stay.exit_missing else w.gettext("still here")
