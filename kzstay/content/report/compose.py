"""The report put together: a part for each person, and what is the same of all of them."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from kzstay.content import bounds, pictured, sections
from kzstay.content.blocks import Block, Facts, Figure, Heading, Paragraph
from kzstay.content.law import about_data
from kzstay.content.limits import limit_blocks, remarks
from kzstay.content.report.costs import cost_blocks
from kzstay.content.report.cover import cover
from kzstay.content.report.duties import duty_blocks
from kzstay.content.report.papers import permits_and_rulings
from kzstay.content.report.stays import crossings
from kzstay.content.report.who import name_of, owner, who
from kzstay.content.sections import References, row_facts
from kzstay.core.assess import Assessment
from kzstay.core.register import by_urgency
from kzstay.files.report_id import report_id
from kzstay.texts import Words, answers, entries, law_age, method, readings
from kzstay.texts import law as law_texts


class Part(msgspec.Struct, frozen=True):
    """What is told of one person."""

    name: str
    blocks: list[Block]
    about: Assessment


class Report(msgspec.Struct, frozen=True):
    """A part for each person, whoever has the least time first; of several a cover goes before them.

    ``end`` is what is the same of all, such as costs and articles, told once; of several it has a title.
    """

    cover: list[Block]
    people: list[Part]
    end: list[Block]


def compose(
    found: list[Assessment],
    w: Words,
    left_out: tuple[int, int] = (0, 0),
    told: Callable[[float], object] = lambda _share: None,
) -> Report:
    """Compose the report on one person or on several.

    ``left_out`` is how many rows were typed that cannot be used yet, and how many changes of rows; the report
    says so. ``told`` hears before each person what share of them is done.
    """
    ordered = by_urgency(found)
    first, several = ordered[0], len(ordered) > 1
    mark = report_id([a.traveller for a in found], first.on, first.reading, first.law.collected)
    references = References(w, first.law)
    people: list[Part] = []
    for a in ordered:
        told(len(people) / len(ordered))
        told_of = _person(a, w, left_out, mark, references, alone=not several)
        people.append(Part(name_of(w, a.traveller), told_of, a))
    end = [*cost_blocks(w, ordered, references), *_articles(w, references), *_about(w, first, mark)]
    if several:
        end.insert(0, sections.title(w, first, w.gettext("The same for all travellers"), mark=mark))
    return Report(cover(ordered, w, mark) if several else [], people, end)


def report(a: Assessment, w: Words, left_out: int = 0, not_taken_over: int = 0) -> list[Block]:
    """Compose the report on one person, in one list."""
    found = compose([a], w, (left_out, not_taken_over))
    return [*found.people[0].blocks, *found.end]


def _person(
    a: Assessment, w: Words, left_out: tuple[int, int], mark: str, references: References, *, alone: bool
) -> list[Block]:
    """Tell all of one person: first what is asked at a counter, then what it rests on.

    ``alone`` where no cover says before it what holds for all.
    """
    old = sections.old_law(w, a) if alone else []
    first = law_age.is_strong(a.law, a.on)
    return [
        sections.title(w, a, w.gettext("Report on a stay in Kazakhstan"), mark=mark, owner=owner(w, a.traveller)),
        Facts(who(w, a.traveller)),
        *(old if first else []),
        sections.answer(w, a),
        *([] if first else old),
        *_leaving(w, a),
        *_counted(w, a),
        *_stays(w, a),
        *bounds.not_usable(w, *left_out),
        *permits_and_rulings(w, a),
        *sections.notes(w, a),
        *duty_blocks(w, a, references),
        *_rules(w, a),
    ]


def _leaving(w: Words, a: Assessment) -> list[Block]:
    """Tell until when the present stay is lawful, and of the next entry."""
    blocks: list[Block] = []
    if rows := sections.leave_rows(w, a):
        staying = w.gettext("Last lawful day and next entry")
        blocks += [Heading(staying if a.leave_by else w.gettext("Next entry")), Facts(rows)]
    if a.next_entry:
        told = [*entries.if_expelled(w, a), *([] if a.resides else [entries.border(w)])]
        blocks += [Paragraph(text) for text in told]
    elif a.regime:
        blocks.append(Paragraph(entries.no_entry(w, a)))
    return blocks


def _counted(w: Words, a: Assessment) -> list[Block]:
    """Tell of each limit the days that it looks at, what every stay gives to them, and how they were counted."""
    told = limit_blocks(a, w, a.current, sources=False) if a.regime and a.limits_bind else []
    lines = Paragraph(" ".join(method.lines(w, a)), muted=True)
    return [Heading(w.gettext("Days counted")), *told, lines] if told else []


def _stays(w: Words, a: Assessment) -> list[Block]:
    if not a.traveller.stays:
        return []
    return [Figure("timeline", pictured.caption(a, w)), Heading(w.gettext("Stays")), *crossings(w, a)]


def _rules(w: Words, a: Assessment) -> list[Block]:
    blocks: list[Block] = [Heading(w.gettext("Rules that apply"))]
    if not a.regime:
        return blocks + sections.what_is_needed(w, a.reckoning, a.entry, a.current)
    term = (w.gettext("Visa-free term"), answers.regime(w, a.regime, a.reading))
    facts = Facts([term, *row_facts(w, a.law, a.regime)])
    return [*blocks, facts, *remarks(w, a.law, a.regime, a.on)]


def _articles(w: Words, references: References) -> list[Block]:
    found = references.by_act()
    return [Heading(w.gettext("Articles")), found] if found.rows else []


def _about(w: Words, a: Assessment, mark: str) -> list[Block]:
    """Tell what was reckoned with, and that nothing is promised: the same of all people of a day."""
    facts = [
        (w.gettext("Report ID"), mark),
        (w.gettext("Calculated for"), w.long_day(a.on)),
        (w.gettext("Way of counting"), readings.name(w, a.reading)),
        *about_data(w, a.law),
    ]
    return [
        Heading(w.gettext("About this report")),
        Facts(facts, beside_the_point=True),
        Paragraph(law_texts.disclaimer(w), muted=True),
    ]
