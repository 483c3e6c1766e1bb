"""Cover of a report on several people: a line for each, whoever has the least time first."""

from __future__ import annotations

from kzstay.content import sections
from kzstay.content.blocks import Answer, Block, Paragraph, Table
from kzstay.content.report.who import name_of
from kzstay.core.assess import Assessment
from kzstay.texts import Words, answers, foreign


def cover(ordered: list[Assessment], w: Words, mark: str) -> list[Block]:
    """List people in their order, each with the answer and what presses, and say how it was reckoned."""
    first, count = ordered[0], len(ordered)
    name = w.ngettext("Report on the stay of {n} traveller", "Report on the stays of {n} travellers", count)
    header = [w.gettext("No."), w.gettext("Traveller"), w.gettext("Status"), w.gettext("Answer")]
    rows = [_row(w, a, number) for number, a in enumerate(ordered, 1)]
    return [
        sections.title(w, first, name.format(n=count), mark=mark),
        *sections.old_law(w, first),
        Paragraph(w.gettext("Whoever has the least time comes first."), muted=True),
        Table(header=header, rows=rows, align="llll", widths=(6, 30, 18, 46)),
    ]


def _row(w: Words, a: Assessment, number: int) -> list[str]:
    who, found = a.traveller, sections.answer(w, a)
    known = " · ".join(filter(None, (answers.person(w, who), foreign.name(who.document))))
    return [
        str(number),
        f"{name_of(w, who)}\n{known}",
        found.standing_text,
        "\n".join((found.lead, *_pressing(found))),
    ]


def _pressing(found: Answer) -> list[str]:
    """Return the number of the answer, and the facts under it, on a line."""
    number = " ".join(filter(None, (found.number, found.unit)))
    told = " · ".join(filter(None, (number, *found.facts)))
    return [told] if told else []
