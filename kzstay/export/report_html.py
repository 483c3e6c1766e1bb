"""The report as a page for a browser: one file that loads nothing, for every eye and ear, and for paper.

It needs no Qt and no display. One input gives one file to the byte: nothing here asks for the time.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from kzstay import __version__
from kzstay.content import report as content
from kzstay.content.blocks import Answer, Figure, Title
from kzstay.core.assess import Assessment
from kzstay.drawing import svg
from kzstay.export.formats import Told, quiet
from kzstay.export.page import Contents, Writer, article_numbers, name, standing, text
from kzstay.export.page_style import policy, sheet
from kzstay.files.atomic import target_of, write_whole
from kzstay.texts import Words, foreign


class _Part(msgspec.Struct, frozen=True):
    """What is told of one traveller."""

    id: str
    called: str  # as markup
    answer: Answer
    body: str
    sections: list[Contents]


def write_report(
    found: list[Assessment], w: Words, path: Path, *, left_out: tuple[int, int] = (0, 0), told: Told = quiet
) -> str:
    """Write the page about one or several travellers, whole or not at all. Raises OSError.

    ``left_out`` is how many rows, and changes of rows, were typed that cannot be used yet.
    """
    write_whole(target_of(path), html_text(found, w, left_out=left_out, told=told).encode())
    return ""


def html_text(found: list[Assessment], w: Words, *, left_out: tuple[int, int] = (0, 0), told: Told = quiet) -> str:
    """Return the page; whoever has the least time comes first."""
    report = content.compose(found, w, left_out)
    articles = article_numbers(report.end)
    parts: list[_Part] = []
    for number, person in enumerate(report.people):
        told(number / len(report.people))
        parts.append(_part(person, w, number + 1, articles))
    first = report.people[0].about
    title = next(block for block in report.cover or report.people[0].blocks if isinstance(block, Title))
    writer = Writer("end-", 2, days=_days(first, w), articles=articles)
    end = writer.write(report.end)
    names = foreign.remark(", ".join(foreign.name(a.traveller.name) for a in found))
    named, skip = " · ".join(filter(None, (title.text, names))), w.gettext("Skip to the answer")
    told_of = "\n".join(
        f'<article>\n<h2 id="{part.id}">{part.called}</h2>\n{part.body}\n</article>' for part in parts
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{w.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy()}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        '<meta name="format-detection" content="telephone=no">\n'
        f'<meta name="generator" content="kzstay {__version__}">\n'
        f"<title>{text(named)}</title>\n<style>{sheet()}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#report">{text(skip)}</a>\n'
        f"<header>\n<h1>{text(title.text)}</h1>\n"
        f'<p class="by">{_dated(text(title.line), w, first.on)}</p>\n</header>\n'
        f'{_contents(w, parts, writer.contents)}\n<main id="report" tabindex="-1">\n{told_of}\n</main>\n'
        f"<footer>\n{end}\n</footer>\n</body>\n</html>\n"
    )


def _part(person: content.Part, w: Words, number: int, articles: frozenset[str]) -> _Part:
    prefix, a = f"t{number}-", person.about

    def draw(_figure: Figure) -> str:
        return svg.timeline(a, w, prefix)

    writer = Writer(prefix, 3, names=_names(a), days=_days(a, w), draw=draw, articles=articles)
    body = writer.write(person.blocks)
    named = foreign.name(a.traveller.name)
    return _Part(
        id=f"t{number}",
        called=name(named) if named else text(w.gettext("no name entered")),
        answer=next(block for block in person.blocks if isinstance(block, Answer)),
        body=body,
        sections=writer.contents,
    )


def _contents(w: Words, parts: list[_Part], end: list[Contents]) -> str:
    """Link to each section of one traveller, or to each of several travellers."""
    several, title = len(parts) > 1, w.gettext("Contents")
    if several:
        items = [
            f'<li><a href="#{part.id}">{part.called}</a> · {" · ".join(_brief(part.answer))}</li>'
            for part in parts
        ]
    else:
        found = [*parts[0].sections, *end]
        items = [f'<li><a href="#{one.id}">{text(one.text)}</a></li>' for one in found]
    kind, tag = ("people", "ol") if several else ("sections", "ul")
    listed = "\n".join(items)
    return (
        f'<nav class="{kind}" aria-labelledby="contents">\n<h2 id="contents">{text(title)}</h2>\n'
        f"<{tag}>\n{listed}\n</{tag}>\n</nav>"
    )


def _brief(answer: Answer) -> list[str]:
    number = f"{answer.number} {answer.unit}".strip()
    return [standing(answer), *([text(number)] if number else [])]


def _names(a: Assessment) -> frozenset[str]:
    """Return what persons wrote, as the report shows it."""
    who = a.traveller
    found = [who.name, who.native_name, who.host.name if who.host else ""]
    found += [place for stay in who.stays for place in (stay.checkpoint, stay.exit_checkpoint)]
    notes = [foreign.remark(stay.note) for stay in who.stays]
    return frozenset(filter(None, (*map(foreign.name, found), *notes)))


def _days(a: Assessment, w: Words) -> dict[str, str]:
    """Return the texts that are a day, as a table or a list of facts writes them, with that day."""
    who = a.traveller
    days: set[date | None] = {a.on, a.law.collected, who.born}
    for stay in a.stays:
        days |= {stay.entry, stay.exit, stay.lawful_until.safe, stay.lawful_until.usual}
    for duty in a.duties:
        days |= {duty.due.safe, duty.due.usual}
    for permit in who.permits:
        days |= {permit.first, permit.until}
    for one in who.rulings:
        days |= {one.served, one.leave_by, one.appealed, one.executed, one.paid}
    return {
        write(day): day.isoformat()
        for day in sorted(filter(None, days))
        for write in (w.day, w.full_day, w.long_day)
    }


def _dated(line: str, w: Words, on: date) -> str:
    """Mark the day of reckoning in a line of words."""
    day = text(w.full_day(on))
    return line.replace(day, f'<time datetime="{on.isoformat()}">{day}</time>', 1)
