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
from kzstay.export.page import Writer, name, standing, text
from kzstay.export.page_style import policy, sheet
from kzstay.files.atomic import target_of, write_whole
from kzstay.files.report_id import report_id
from kzstay.texts import Words, foreign


class _Part(msgspec.Struct, frozen=True):
    """What is told of one traveller."""

    id: str
    called: str  # as markup
    answer: Answer
    body: str
    sections: list[tuple[str, str]]  # id and words of each heading


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
    ordered = content.by_urgency(found)
    parts: list[_Part] = []
    for number, a in enumerate(ordered):
        told(number / len(ordered))
        parts.append(_part(a, w, number + 1, left_out))
    first = ordered[0]
    mark = report_id([a.traveller for a in found], first.on, first.reading, first.law.collected)
    title = next(block for block in content.report(first, w) if isinstance(block, Title))
    names = foreign.remark(", ".join(foreign.name(a.traveller.name) for a in ordered))
    named, skip = " · ".join(filter(None, (title.text, names))), w.gettext("Skip to the answer")
    articles = "\n".join(
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
        f'{_contents(w, parts)}\n<main id="report" tabindex="-1">\n{articles}\n</main>\n'
        f"<footer>\n{_about(w, first, mark)}\n</footer>\n</body>\n</html>\n"
    )


def _part(a: Assessment, w: Words, number: int, left_out: tuple[int, int]) -> _Part:
    prefix = f"t{number}-"
    blocks = content.body(a, w, *left_out)

    def draw(_figure: Figure) -> tuple[str, str]:
        return svg.timeline(a, w, prefix), svg.outside(a, w)

    writer = Writer(prefix, 3, names=_names(a), days=_days(a, w), draw=draw)
    body = writer.write(blocks)
    named = foreign.name(a.traveller.name)
    return _Part(
        id=f"t{number}",
        called=name(named) if named else text(w.gettext("no name entered")),
        answer=next(block for block in blocks if isinstance(block, Answer)),
        body=body,
        sections=[(one.id, one.text) for one in writer.contents],
    )


def _contents(w: Words, parts: list[_Part]) -> str:
    """Link to each section of one traveller, or to each of several travellers."""
    several, title = len(parts) > 1, w.gettext("Contents")
    if several:
        items = [
            f'<li><a href="#{part.id}">{part.called}</a> · {" · ".join(_brief(part.answer))}</li>'
            for part in parts
        ]
    else:
        items = [f'<li><a href="#{id_}">{text(words)}</a></li>' for id_, words in parts[0].sections]
    kind, tag = ("people", "ol") if several else ("sections", "ul")
    listed = "\n".join(items)
    return (
        f'<nav class="{kind}" aria-labelledby="contents">\n<h2 id="contents">{text(title)}</h2>\n'
        f"<{tag}>\n{listed}\n</{tag}>\n</nav>"
    )


def _brief(answer: Answer) -> list[str]:
    number = f"{answer.number} {answer.unit}".strip()
    return [standing(answer), *([text(number)] if number else [])]


def _about(w: Words, a: Assessment, mark: str) -> str:
    """Tell at the foot, once for all travellers, what was reckoned with, and that nothing is promised."""
    return Writer("about-", 2, days=_days(a, w)).write(content.about(a, w, mark))


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
