"""Why page, the reasons of an answer: what binds, what each limit counts, where the two readings part."""

from __future__ import annotations

from kzstay.content import sections
from kzstay.content.blocks import Block, Facts, Heading, Paragraph, Table, Ways
from kzstay.content.limits import limit_blocks, remarks
from kzstay.core import agenda, explain
from kzstay.core.assess import Assessment
from kzstay.core.days import Span
from kzstay.core.duties import open_questions
from kzstay.core.next_entry import next_entry
from kzstay.core.readings import Reading
from kzstay.guide import leads
from kzstay.texts import Words, answers, duties, entries, readings
from kzstay.texts import law as law_texts


def why(a: Assessment, w: Words, selected: int | None = None) -> list[Block]:
    """Explain an answer: that of the selected stay, else of the present one, else of an entry on the day."""
    stays = a.traveller.stays
    index = selected if selected is not None and 0 <= selected < len(stays) else a.current
    blocks: list[Block] = [sections.title(w, a, w.gettext("Why"))]
    if index is None:
        blocks += _of_entry(a, w)
    else:
        blocks += _of_stay(a, w, index)
    if link := sections.way(w, leads.of_verdict(a, index)):
        blocks.insert(1, Ways((link,)))
    if len(stays) > 1 or (stays and index is None):
        hint = w.gettext("Select a stay in the table or on the timeline to read the reasons for it.")
        blocks.insert(1, Paragraph(hint, muted=True))
    blocks += _parting(a, w, index)
    blocks += sections.notes(w, a, index if index != a.current else None)
    return blocks


def _of_entry(a: Assessment, w: Words) -> list[Block]:
    rows = sections.leave_rows(w, a)
    found: list[Block] = [Facts(rows)] if rows else []
    if not a.regime:
        return [*found, *sections.what_is_needed(w, a.reckoning, a.on)]
    return [
        *(found or [Paragraph(entries.no_entry(w, a))]),
        Heading(w.gettext("Limits")),
        Paragraph(w.gettext("The limits below are for an entry on the day shown above.")),
        *limit_blocks(a, w, None, sources=True),
        *remarks(w, a.law, a.regime, a.on),
    ]


def _of_stay(a: Assessment, w: Words, index: int) -> list[Block]:
    reckoning = a.reckoning
    stay, verdict = a.stay(index), reckoning.verdict(index)
    blocks: list[Block] = [Heading(answers.stay_label(w, stay))]
    rows: list[tuple[str, str]] = []
    if shown := answers.shown_at_entry(w, stay):
        rows.append((w.gettext("Citizenship and passport"), shown))
    known = verdict.because is not None or (index == a.current and a.leave_by is not None)
    if known and verdict.because != "transport":
        rows += sections.last_days(w, a.last_days(index))
    if verdict.overstay_days:
        rows.append((w.gettext("Days over"), str(verdict.overstay_days)))
    if known:
        bound = sections.set_by(w, a, index, "permit")
        if articles := explain.articles_of(a, index):
            cited = law_texts.citations(w, reckoning.law, articles)
            bound = w.gettext("{limit}: {articles}").format(limit=bound, articles=cited)
        rows.append((w.gettext("Limited by"), bound))
    last = max(reckoning.end(index), verdict.lawful_until or stay.entry)
    if spans := [span for span in reckoning.history.cover(index).spans if span[0] <= last]:
        days = "; ".join(sections.span(w, Span(first, last)) for first, last in spans)
        rows.append((w.gettext("Covered by a permit"), days))
    if index == a.current and a.next_entry and not a.resides:
        rows.append((w.gettext("Next entry"), sections.next_entry(w, a.next_entry)))
    if rows:
        blocks.append(Facts(rows))
    if verdict.because is None:
        blocks += sections.what_is_needed(w, reckoning, stay.entry, index)
    if verdict.because == "transport":
        return [*blocks, *sections.of_row(w, a.law, a.law.transport, law_texts.transport(w, a.law))]
    if reckoning.resides(index):
        blocks += sections.of_row(w, a.law, a.law.residence, law_texts.residence(w, a.law))
    if verdict.regime:
        blocks.append(Heading(w.gettext("Limits")))
        if spans:
            text = w.gettext("Days under a permit are outside the limits of the visa-free term.")
            blocks.append(Paragraph(text))
        blocks += limit_blocks(a, w, index, sources=True)
        blocks += remarks(w, a.law, verdict.regime, a.on)
    return blocks


# Where the readings part


def _parting(a: Assessment, w: Words, index: int | None) -> list[Block]:
    """Set side by side what the two ways of counting make of the same days, and name what parts them."""
    rows: list[list[str]] = []
    codes: list[str] = []

    def part(label: str, texts: list[str], questions: list[str]) -> None:
        if texts[0] != texts[1]:
            rows.append([label, *texts])
            codes.extend(code for code in questions if code not in codes)

    counts = explain.questions_of(a, index)
    if index is not None:
        last = a.last_days(index)
        days = [w.full_day(day) if day else w.gettext("none") for day in (last.safe, last.usual)]
        part(w.gettext("Last lawful day"), days, counts)
    part(w.gettext("Limits"), _own_limits(w, a, index), [])
    for label, texts in _uses(w, a, index):
        part(label, texts, counts)
    if index == a.current:
        both = a.next_entry, next_entry(a.other)
        entries = both if a.reading is Reading.SAFE else both[::-1]
        texts = [sections.next_entry(w, entry) if entry else "–" for entry in entries]
        part(w.gettext("Next entry"), texts, counts)
    for duty in agenda.compared(a, index):
        days = [w.full_day(duty.due.safe), w.full_day(duty.due.usual)]
        part(duties.title(w, a, duty), days, open_questions(a.traveller, duty))
    if not rows:
        return []
    names = (readings.title(w, side) for side in Reading)
    blocks: list[Block] = [
        Heading(w.gettext("Where the two counts differ")),
        Table(header=["", *names], rows=rows, align="lll"),
    ]
    return [*blocks, *(Paragraph(law_texts.question(w, code)) for code in codes)]


def _own_limits(w: Words, a: Assessment, index: int | None) -> list[str]:
    """Name the limits that one reading takes and the other does not."""
    own = explain.own_limits(a, index)
    return [" · ".join(answers.limit_rule(w, row) for row in rows) or "–" for rows in (own.safe, own.usual)]


def _uses(w: Words, a: Assessment, index: int | None) -> list[tuple[str, list[str]]]:
    """Tell the days used of each limit by both readings."""
    found = explain.uses_of(a, index)
    rows: list[tuple[str, list[str]]] = []
    for name, (limit, use) in (found.safe | found.usual).items():
        if use.used is not None and not limit.row.reading:
            held = [side[name][1].used if name in side else "–" for side in (found.safe, found.usual)]
            label = w.gettext("Days used: {rule}").format(rule=answers.limit_rule(w, use))
            rows.append((label, [str(number) for number in held]))
    return rows
