"""Duties of a report: by stay, each with who has it, what it costs and its articles on a line of their own."""

from __future__ import annotations

from kzstay.content import bounds
from kzstay.content.blocks import Block, Facts, Heading, Paragraph, Table
from kzstay.content.sections import References
from kzstay.core import agenda
from kzstay.core.assess import Assessment
from kzstay.core.costs import cost_of
from kzstay.core.duties import Duty
from kzstay.texts import Words, answers, costs, duties, readings, rulings


def shown(a: Assessment) -> list[Duty]:
    """List the duties that there is room for, what matters most first."""

    def rank(duty: Duty) -> bounds.Rank:
        first, second = agenda.is_present(a, duty), agenda.presses(duty)
        return bounds.rank(duty.due.under(a.reading), a.on, first=first, second=second)

    return bounds.kept(agenda.reported(a), bounds.DUTIES, rank)


def duty_blocks(w: Words, a: Assessment, references: References) -> list[Block]:
    """List the duties by what they are of, and say how the present stay may go on; else nothing."""
    listed, telling = shown(a), agenda.reported(a)
    if not telling:
        return []
    blocks: list[Block] = [Heading(w.gettext("Duties"))]
    for name, found in _grouped(w, a, listed).items():
        blocks += [Heading(name, minor=True), _table(w, a, found, references)]
    blocks += bounds.left_out(w, len(telling) - len(listed))
    if len(telling) < len(a.duties):
        settled = w.gettext("Duties of earlier stays that are done or were not required are left out.")
        blocks.append(Paragraph(settled, muted=True))
    blocks += [Paragraph(duties.rule_of(w, a, duty)) for duty in listed if _chooses(a, duty)]
    return [*blocks, *_rulings(w, a, listed)]


def _grouped(w: Words, a: Assessment, listed: list[Duty]) -> dict[str, list[Duty]]:
    """Return the duties under the name of their stay; those of earlier stays and of rulings have one name each."""
    number = _numbers(a)
    found: dict[str, list[Duty]] = {}
    for duty in listed:
        if duty.stay is None:
            name = w.gettext("Rulings")
        elif _earlier(a, duty.stay):
            name = w.gettext("Earlier stays")
        else:
            days = answers.stay_label(w, a.stay(duty.stay))
            # Translators: {n} is the number of a stay, {days} are such as “1 Nov 2026 – 4 Dec 2026”
            name = w.gettext("Stay {n} · {days}").format(n=number[duty.stay], days=days)
        found.setdefault(name, []).append(duty)
    return found


def _earlier(a: Assessment, stay: int) -> bool:
    begun = [index for index in a.traveller.in_order() if not a.stay(index).planned]
    return not a.stay(stay).planned and stay not in (a.current, begun[-1])


def _numbers(a: Assessment) -> dict[int, int]:
    return {index: number for number, index in enumerate(a.traveller.in_order(), 1)}


def _table(w: Words, a: Assessment, found: list[Duty], references: References) -> Table:
    """List duties, each with a second line: of which stay, who has it, what it costs, and the articles."""
    number, other = _numbers(a), a.reading.other
    rows: list[list[str]] = []
    for duty in found:
        due = w.day(duty.due.under(a.reading))
        if duty.due.differs:
            due += "\n" + readings.beside(w, other, w.day(duty.due.under(other)))
        marks = references.mark(duties.articles_of(a, duty))
        named = " ".join(filter(None, (duties.title(w, a, duty), marks)))
        of = (
            w.gettext("stay {n}").format(n=number[duty.stay])
            if duty.stay is not None and _earlier(a, duty.stay)
            else ""
        )
        cost = cost_of(a, duty) if agenda.owed(duty) else None
        # What is not recorded may have been done: only what was missed is told with its penalty as such
        pending = duty.state in ("open", "unrecorded")
        label = w.gettext("if missed: {cost}") if pending else w.gettext("penalty: {cost}")
        threat = label.format(cost=costs.brief(w, cost)) if cost and cost.first else ""
        line = " · ".join(filter(None, (of, duties.who(w, duty.who), threat)))
        rows.append([f"{named}\n{line}", due, duties.status(w, a.law, duty)])
    header = [w.gettext("Duty"), w.gettext("Due"), w.gettext("State")]
    return Table(header=header, rows=rows, align="lll", widths=(52, 25, 23))


def _chooses(a: Assessment, duty: Duty) -> bool:
    """Tell whether the present stay is to end, or to get what a longer one needs: the report says how."""
    return duty.stay == a.current and duty.row.prominence == "stay" and duty.state in ("open", "missed")


def _rulings(w: Words, a: Assessment, listed: list[Duty]) -> list[Block]:
    """Tell of the terms of rulings what else there is to know of them."""
    told = [
        (duties.title(w, a, duty), [*rulings.road(w, duty), *rulings.remarks(w, a.law, duty)]) for duty in listed
    ]
    return [block for title, facts in told if facts for block in (Heading(title, minor=True), Facts(list(facts)))]
