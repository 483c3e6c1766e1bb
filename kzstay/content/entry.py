"""Entry pages: the answer to what an entry takes, and the table of visas, for the window and for paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from kzstay.content.blocks import Answer, Block, Heading, Paragraph, Prose, Table, Title
from kzstay.core.entry_check import EntryCheck, Ground, Paper
from kzstay.core.law.entry_rows import EntryRow
from kzstay.core.law.loading import Law, cited
from kzstay.core.readings import Reading
from kzstay.core.visa_table import TableRow
from kzstay.guide import leads
from kzstay.guide.topics import Guide
from kzstay.texts import (
    Words,
    answers,
    entry_check,
    entry_papers,
    foreign,
    law_age,
    prose,
    readings,
    tools,
    visa_table,
)
from kzstay.texts import law as law_texts
from kzstay.texts.outcomes import sentences

PAPERS, REFUSED = "entry-papers", "entry-refused"  # the topics that tell more
TABLE = (24, 13, 18, 23, 12, 10)  # shares of the columns, in percent


# The check


def check_page(w: Words, guide: Guide, c: EntryCheck) -> list[Block]:
    """Answer what an entry takes: whether it is possible first, then papers, purpose, what follows, refusals."""
    told = entry_check.headline(w, c)
    blocks: list[Block] = [
        Answer(
            number=told.number,
            unit=told.unit,
            lead=told.lead,
            standing_code=told.standing,
            standing_text=told.standing_text,
            facts=entry_check.facts(w, c),
        )
    ]
    if c.way == "citizen":
        return blocks
    if notes := entry_check.notes(w, c):
        blocks.append(Paragraph(" ".join(notes), muted=True))
    law = c.assessment.law
    if c.found:
        blocks += [Heading(w.gettext("Why entry is refused now")), *_grounds(w, guide, c, c.found)]
    blocks += [Heading(w.gettext("Papers to bring")), *_papers(w, guide, law, c.papers)]
    if c.purpose is not None:
        row = c.purpose
        blocks += [
            Heading(w.gettext("Purpose: {purpose}").format(purpose=entry_check.purpose(w, row.row.id))),
            Prose(
                " ".join(
                    [
                        *map(prose.literal, entry_check.purposed(w, c)),
                        _basis(w, law, row.articles, row.certainty),
                        _see(w, guide, row.row.topic),
                    ]
                )
            ),
        ]
    blocks += _after(w, guide, c)
    blocks += [
        Heading(w.gettext("Why entry could be refused")),
        Paragraph(w.gettext("Nothing entered here shows any of these. Rule them out before you travel.")),
        *_grounds(w, guide, c, c.to_rule_out),
    ]
    blocks.append(Paragraph(sentences(law_texts.age(w, law), law_texts.disclaimer(w)), muted=True))
    return blocks


def _papers(w: Words, guide: Guide, law: Law, papers: list[Paper]) -> Iterable[Block]:
    for weight, group in entry_papers.weights(papers):
        yield Heading(_first_large(entry_papers.weight(w, weight)), minor=True)
        yield _list(_item(w, guide, law, entry_papers.paper(w, one), one.row, PAPERS) for one in group)
    yield _more(w, guide, [PAPERS])


def _grounds(w: Words, guide: Guide, c: EntryCheck, grounds: list[Ground]) -> Iterable[Block]:
    law = c.assessment.law
    yield _list(_item(w, guide, law, entry_papers.ground(w, c, one), one.row, REFUSED) for one in grounds)
    yield _more(w, guide, [REFUSED])


def _after(w: Words, guide: Guide, c: EntryCheck) -> list[Block]:
    rows, notes = entry_check.after(w, c), entry_check.after_notes(w, c)
    if not rows:
        return []
    more = dict.fromkeys(leads.of_duty(duty) for duty in c.duties)
    return [
        Heading(w.gettext("After you arrive")),
        Table(
            header=[w.gettext("By"), w.gettext("What"), w.gettext("Who")],
            rows=[list(row) for row in rows],
            align="lll",
            widths=(34, 42, 24),
        ),
        *map(Paragraph, notes),
        _more(w, guide, more),
    ]


def _list(items: Iterable[str]) -> Prose:
    return Prose("\n".join(f"- {item}" for item in items))


def _more(w: Words, guide: Guide, topics: Iterable[str]) -> Prose:
    return Prose(" · ".join(_see(w, guide, topic) for topic in topics))


def _item(w: Words, guide: Guide, law: Law, text: str, row: EntryRow, under: str) -> str:
    """Write a line of a list; the topic that all of it stands under is named once, below."""
    more = "" if row.topic == under else _see(w, guide, row.topic)
    return " ".join(filter(None, (prose.literal(text), _basis(w, law, row.articles, row.certainty), more)))


def _basis(w: Words, law: Law, articles: list[str], certainty: str) -> str:
    """Cite the law, and say how sure it is where that is not high."""
    names = dict.fromkeys(
        f"[{prose.literal(law_texts.citation(w, law, article))}](act:{cited(article).act})" for article in articles
    )
    sure = w.gettext("certainty: {certainty}").format(certainty=law_texts.certainty(w, certainty))
    return f"({'; '.join([*names, *([sure] if certainty != 'high' else [])])})"


def _see(w: Words, guide: Guide, topic: str) -> str:
    return f"[{prose.literal(guide.title(topic, w.language))}](guide:{topic})"


def _first_large(text: str) -> str:
    return text[:1].upper() + text[1:]


def check_document(w: Words, guide: Guide, c: EntryCheck) -> list[Block]:
    """Make the check a page to be kept: who and when stands above it."""
    a = c.assessment
    line = w.gettext("Calculated for {day} · {reading} · {law}").format(
        day=w.full_day(a.on), reading=readings.name(w, a.reading), law=law_age.collected(w, a.law, a.on)
    )
    person = answers.person(w, a.traveller)
    if a.traveller.name:
        person = f"{foreign.name(a.traveller.name)} · {person}"
    return [
        Title(entry_check.name(w), line),
        Paragraph(person, muted=True),
        Paragraph(w.gettext("Entry on {day}").format(day=w.long_day(c.entry)), muted=True),
        *check_page(w, guide, c),
    ]


def found_tools(w: Words, asked: Sequence[tools.Asked]) -> list[Block]:
    """Lead to the tools that a question asks for."""
    return [
        Prose(f"## [{prose.literal(tools.title(w, one))}](guide:{one.link})\n\n{tools.purpose(w, one.tool)}")
        for one in asked
    ]


# The table


def table_document(w: Words, law: Law, day: date, reading: Reading, rows: Sequence[TableRow]) -> list[Block]:
    """Make the table of visas a page to be kept; ``rows`` are those that were chosen."""
    line = w.gettext("Calculated for {day} · {reading} · {law}").format(
        day=w.full_day(day), reading=readings.name(w, reading), law=law_age.collected(w, law, day)
    )
    return [
        Title(visa_table.name(w), line),
        Paragraph(visa_table.lead(w, day), muted=True),
        Table(
            header=visa_table.header(w),
            rows=[visa_table.cells(w, row, short=False) for row in rows],
            align="llllll",
            widths=TABLE,
        ),
        Paragraph(visa_table.caution(w), muted=True),
        Paragraph(sentences(law_texts.age(w, law), law_texts.disclaimer(w)), muted=True),
    ]
