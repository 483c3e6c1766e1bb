"""The list of travellers as a table: on paper, as CSV and in a workbook. Whoever asks sets who is in it.

It says of each what the list in the window says, in the same words.
"""

from __future__ import annotations

from collections.abc import Sequence

from kzstay.content import bounds, sections
from kzstay.content.blocks import Block, Facts, Paragraph
from kzstay.content.blocks import Table as BlockTable
from kzstay.content.law import about_data
from kzstay.content.report.who import name_of
from kzstay.content.table import Cell, Column, Row, Table
from kzstay.core.assess import Assessment
from kzstay.core.case import Traveller
from kzstay.core.hosts import id_of
from kzstay.core.register import Line, line
from kzstay.files.report_id import report_id
from kzstay.texts import Words, answers, duties, entries, foreign, readings
from kzstay.texts import law as law_texts
from kzstay.texts import register as texts

_NAME, _WORD, _DAY, _NUMBER, _TEXT = 26, 16, 11, 8, 40


def title(w: Words, count: int) -> str:
    """Name the list."""
    return w.ngettext("List of {n} traveller", "List of {n} travellers", count).format(n=w.number(count))


def line_of(a: Assessment) -> Line:
    """Return what a list tells of one traveller."""
    return line(a, a.law.general.limit.period or 0)


def host_of(w: Words, who: Traveller) -> str:
    """Name the host that is entered, with its kind."""
    if who.host is None:
        return ""
    return " · ".join(filter(None, (foreign.name(who.host.name), answers.host(w, who.host.kind))))


def one_host(w: Words, found: Sequence[Assessment]) -> str:
    """Name the host of all of them; nothing where it is not one for sure."""
    hosts = {id_of(a.traveller.host) for a in found}
    return host_of(w, found[0].traveller) if len(hosts) == 1 and hosts.pop().known else ""


def note(w: Words, a: Assessment, found: Line) -> str:
    """Say what forbids, what was missed, and that nobody recorded whether the next duty was done."""
    told = [*entries.bars(w, a), *duties.pressing(w, a)]
    if found.duty is not None and found.duty.state == "unrecorded":
        told.append(f"{duties.short_name_of(w, found.duty)}: {duties.state(w, found.duty.state)}")
    return "; ".join(dict.fromkeys(told))


# For a spreadsheet


def table(w: Words) -> Table:
    """Describe the table: first what belongs on paper, then what tells how it was reckoned."""
    printed = [
        Column("traveller", w.gettext("Traveller"), _NAME),
        Column("citizenship", w.gettext("Citizenship"), _WORD),
        Column("document", w.gettext("Number of the passport"), _WORD),
        Column("host", w.gettext("Host"), _NAME),
        Column("status", w.gettext("Status"), _NAME),
        Column("leave_by", w.gettext("Leave by"), _DAY),
        Column("days_left", w.gettext("Days until departure"), _NUMBER),
        Column("next_duty", w.gettext("Next duty"), _NAME),
        Column("next_due", w.gettext("Next duty: due"), _DAY),
        Column("note", w.gettext("What forbids, or was missed"), _TEXT),
    ]
    besides = [
        Column("on", w.gettext("Calculated for"), _DAY),
        Column("reading", w.gettext("Way of counting"), _WORD),
    ]
    return Table("travellers", w.gettext("Travellers"), printed, besides)


def row(w: Words, a: Assessment) -> Row:
    """Tell of one traveller."""
    found, who = line_of(a), a.traveller
    return {
        "traveller": foreign.name(who.name),
        "citizenship": texts.citizenship(w, who),
        "document": foreign.name(who.document),
        "host": host_of(w, who),
        "status": texts.state(w, found),
        "leave_by": found.leave_by,
        "days_left": found.days_left,
        "next_duty": _next_duty(w, a, found),
        "next_due": found.duty.to_go_by if found.duty else None,
        "note": note(w, a, found),
        "on": a.on,
        "reading": readings.name(w, a.reading),
    }


def _next_duty(w: Words, a: Assessment, found: Line) -> str:
    told = texts.next_duty(w, found, a.on)
    return "" if told == texts.NOTHING else told


def about(found: Sequence[Assessment], w: Words, left_out: tuple[int, int] = (0, 0)) -> list[tuple[str, Cell]]:
    """Tell what was reckoned with, what is left out, and that nothing is promised; each with its label."""
    first = found[0]
    return [
        (w.gettext("Report ID"), mark(found)),
        (w.gettext("Calculated for"), first.on),
        (w.gettext("Way of counting"), readings.name(w, first.reading)),
        *about_data(w, first.law),
        *((w.gettext("Note"), block.text) for block in sections.old_law(w, first)),
        *((w.gettext("Left out"), block.text) for block in bounds.not_usable(w, *left_out)),
        (w.gettext("Note"), law_texts.disclaimer(w)),
    ]


def mark(found: Sequence[Assessment]) -> str:
    """Return the report ID, by which two lists of the same are known."""
    first = found[0]
    return report_id([a.traveller for a in found], first.on, first.reading, first.law.collected)


# On paper


def blocks(found: Sequence[Assessment], w: Words, left_out: tuple[int, int] = (0, 0)) -> list[Block]:
    """Set the list on pages: a line for each, with what is secondary under it."""
    first, host = found[0], one_host(w, found)
    who = w.gettext("No."), w.gettext("Traveller"), w.gettext("Status")
    header = [*who, w.gettext("Leave by"), w.gettext("Next duty"), w.gettext("Note")]
    lines = [_printed(w, a, number, hosts=not host) for number, a in enumerate(found, 1)]
    return [
        sections.title(w, first, title(w, len(found)), mark=mark(found)),
        *sections.old_law(w, first),
        *([Facts([(w.gettext("Host"), host)])] if host else []),
        BlockTable(header=header, rows=lines, align="llllll", widths=(5, 29, 16, 14, 18, 18)),
        *bounds.not_usable(w, *left_out),
        Paragraph(law_texts.disclaimer(w), muted=True),
    ]


def _printed(w: Words, a: Assessment, number: int, *, hosts: bool) -> list[str]:
    found, who = line_of(a), a.traveller
    known = " · ".join(filter(None, (texts.citizenship(w, who), foreign.name(who.document))))
    left = "" if found.days_left is None else texts.spoken_days_left(w, found)
    return [
        str(number),
        _lines(name_of(w, who), known, host_of(w, who) if hosts else ""),
        texts.state(w, found),
        _lines(w.day(found.leave_by) if found.leave_by else "", left),
        _lines(_next_duty(w, a, found), w.day(found.duty.to_go_by) if found.duty else ""),
        note(w, a, found),
    ]


def _lines(*told: str) -> str:
    return "\n".join(filter(None, told))
