"""Why page, the reasons of an answer: what binds, what each limit counts, where the two readings part."""

from __future__ import annotations

from datetime import date

from kzstay.content import sections
from kzstay.content.blocks import Block, Facts, Heading, Paragraph, Table
from kzstay.content.limits import Key, key, limit_blocks
from kzstay.core import agenda
from kzstay.core.assess import Assessment
from kzstay.core.days import Span
from kzstay.core.duties import open_questions
from kzstay.core.limit_use import Use, stay_or_entry, uses
from kzstay.core.next_entry import next_entry
from kzstay.core.readings import Both, Reading
from kzstay.core.reckoning import Reckoning, Verdict
from kzstay.texts import Words, answers, duties, readings
from kzstay.texts import law as law_texts
from kzstay.texts.readings import sides


def why(a: Assessment, w: Words, selected: int | None = None) -> list[Block]:
    """Explain an answer: that of the selected stay, else of the present one, else of an entry on the day."""
    stays = a.traveller.stays
    index = selected if selected is not None and 0 <= selected < len(stays) else a.current
    blocks: list[Block] = [sections.title(w, a, w.gettext("Why"))]
    if index is None:
        blocks += _of_entry(a, w)
    else:
        blocks += _of_stay(a, w, index)
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
        *(found or [Paragraph(answers.no_entry(w, a))]),
        Heading(w.gettext("Limits")),
        Paragraph(w.gettext("The limits below are those of an entry on the day of reckoning.")),
        *limit_blocks(a, w, None, sources=True),
    ]


def _of_stay(a: Assessment, w: Words, index: int) -> list[Block]:
    reckoning = a.reckoning
    stay, verdict = a.stay(index), reckoning.verdict(index)
    blocks: list[Block] = [Heading(answers.stay_label(w, stay))]
    rows: list[tuple[str, str]] = []
    known = verdict.because is not None or (index == a.current and a.leave_by is not None)
    if known:
        rows += sections.last_days(w, _last_days(a, index))
    if verdict.overstay_days:
        rows.append((w.gettext("Days over"), str(verdict.overstay_days)))
    if known:
        found = [_because(a.pair.under(side), index) or "permit" for side in Reading]
        bound = sides(w, a.reading, *(answers.limit_name(w, kind) for kind in found))
        if articles := _articles(reckoning, verdict, _because(reckoning, index)):
            cited = law_texts.citations(w, reckoning.law, articles)
            bound = w.gettext("{limit}: {articles}").format(limit=bound, articles=cited)
        rows.append((w.gettext("Set by"), bound))
    last = max(reckoning.end(index), verdict.lawful_until or stay.entry)
    if spans := [span for span in reckoning.history.cover(index).spans if span[0] <= last]:
        days = "; ".join(sections.span(w, Span(first, last)) for first, last in spans)
        rows.append((w.gettext("Covered by a permit"), days))
    if index == a.current and a.next_entry:
        rows.append((w.gettext("Next entry"), sections.next_entry(w, *a.next_entry)))
    if rows:
        blocks.append(Facts(rows))
    if verdict.because is None:
        blocks += sections.what_is_needed(w, reckoning, stay.entry)
    if verdict.regime:
        blocks.append(Heading(w.gettext("Limits")))
        if spans:
            text = w.gettext("Days under a permit are outside the limits of the visa-free term.")
            blocks.append(Paragraph(text))
        blocks += limit_blocks(a, w, index, sources=True)
    return blocks


def _because(reckoning: Reckoning, index: int) -> str | None:
    """Name what sets the last day of a stay: of the present one that of the day of reckoning."""
    if index == reckoning.current:
        return reckoning.leave_by(index)[1]
    return reckoning.verdict(index).because


def _articles(reckoning: Reckoning, verdict: Verdict, because: str | None) -> list[str]:
    """List the articles of what sets the last day of a stay."""
    rows = reckoning.law.duties
    if because in ("permit", "ruling", "ban", None):
        kind = {"permit": "permit-expiry", "ruling": "depart", "ban": "ban-end"}.get(because or "")
        return rows[kind].articles if kind else []
    return verdict.regime.articles if verdict.regime else []


def _last_days(a: Assessment, index: int) -> Both[date | None]:
    if index == a.current and a.leave_by:
        return Both(a.leave_by.safe, a.leave_by.usual)
    return a.stay(index).lawful_until


# Where the readings part


def _parting(a: Assessment, w: Words, index: int | None) -> list[Block]:
    """Set side by side what the two ways of counting make of the same days, and name what parts them."""
    rows: list[list[str]] = []
    codes: list[str] = []

    def part(label: str, texts: list[str], questions: list[str]) -> None:
        if texts[0] != texts[1]:
            rows.append([label, *texts])
            codes.extend(code for code in questions if code not in codes)

    counts = [
        code for code in ("rolling-look-back", "treaty-without-window", "visa-days") if _touches(a, code, index)
    ]
    if index is not None:
        last = _last_days(a, index)
        days = [w.full_day(day) if day else w.gettext("none") for day in (last.safe, last.usual)]
        part(w.gettext("Last lawful day"), days, counts)
    part(w.gettext("Limits"), _own_limits(w, a, index), [])
    for label, texts in _uses(w, a, index):
        part(label, texts, counts)
    if index == a.current:
        both = a.next_entry, next_entry(a.other)
        entries = both if a.reading is Reading.SAFE else both[::-1]
        texts = [sections.next_entry(w, *entry) if entry else "–" for entry in entries]
        part(w.gettext("Next entry"), texts, counts)
    for duty in agenda.compared(a, index):
        days = [w.full_day(duty.due.safe), w.full_day(duty.due.usual)]
        part(duties.title(w, a, duty), days, open_questions(a.traveller, duty))
    if not rows:
        return []
    names = (readings.name(w, side) for side in Reading)
    blocks: list[Block] = [
        Heading(w.gettext("Where the two ways of counting part")),
        Table(header=["", *names], rows=rows, align="lll"),
    ]
    return [*blocks, *(Paragraph(law_texts.question(w, code)) for code in codes)]


def _found(a: Assessment, index: int | None) -> Both[dict[Key, Use]]:
    def found(reading: Reading) -> dict[Key, Use]:
        reckoning = a.pair.under(reading)
        return {key(limit): (limit, use) for limit, use in uses(reckoning, stay_or_entry(reckoning, index))}

    return Both.of(found)


def _own_limits(w: Words, a: Assessment, index: int | None) -> list[str]:
    """Name, for each reading, the limits that it takes and the other does not, as sources differ."""
    found = _found(a, index)
    rules: list[str] = []
    for mine, theirs in ((found.safe, found.usual), (found.usual, found.safe)):
        own = [limit.row for name, (limit, _) in mine.items() if name not in theirs and limit.row.reading]
        rules.append(" · ".join(answers.limit_rule(w, row) for row in own) or "–")
    return rules


def _uses(w: Words, a: Assessment, index: int | None) -> list[tuple[str, list[str]]]:
    """Tell the days used of each limit by both readings."""
    found = _found(a, index)
    rows: list[tuple[str, list[str]]] = []
    for name, (limit, use) in (found.safe | found.usual).items():
        if use.used is not None and not limit.row.reading:
            held = [side[name][1].used if name in side else "–" for side in (found.safe, found.usual)]
            label = w.gettext("Days used: {rule}").format(rule=answers.limit_rule(w, use))
            rows.append((label, [str(number) for number in held]))
    return rows


def _touches(a: Assessment, code: str, index: int | None) -> bool:
    """Tell whether an open question bears on the limits of a stay or of an entry."""
    if code == "visa-days":
        if index is None:
            return False
        safe, usual = (a.pair.under(side).history.cover(index) for side in Reading)
        return safe.spans != usual.spans
    found = _found(a, index)
    if code == "treaty-without-window":
        return any(limit.row is a.law.general.limit for limit, _ in found.safe.values())
    return any(limit.row.kind == "rolling" for limit, _ in found.usual.values())
