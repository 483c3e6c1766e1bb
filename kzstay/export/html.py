"""Blocks as HTML that QTextDocument reads, for the window's pages and for the layout of the PDF.

A page for a browser is made by page.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from string import Template
from typing import Protocol

import msgspec

from kzstay.content.blocks import (
    Answer,
    Block,
    Box,
    Facts,
    Figure,
    Heading,
    Link,
    Paragraph,
    Prose,
    Table,
    Title,
    Ways,
)
from kzstay.core.verdict import Standing
from kzstay.drawing.colours import LIGHT
from kzstay.texts import Words, foreign, prose
from kzstay.texts.markup import escape


class Colours(Protocol):
    """The colours that a page needs; a theme of the window has them all."""

    @property
    def text(self) -> str: ...
    @property
    def muted(self) -> str: ...
    @property
    def border(self) -> str: ...
    @property
    def line(self) -> str: ...
    @property
    def tint(self) -> str: ...
    @property
    def within(self) -> str: ...
    @property
    def close(self) -> str: ...
    @property
    def over(self) -> str: ...
    @property
    def planned(self) -> str: ...


class Paper(msgspec.Struct, frozen=True):
    """The colours of a printed page, all opaque."""

    text: str = LIGHT.text
    muted: str = LIGHT.muted
    border: str = "#C9D1D8"
    line: str = "#E4E8EC"
    tint: str = LIGHT.tint
    within: str = LIGHT.within
    close: str = LIGHT.close
    over: str = LIGHT.over
    planned: str = LIGHT.planned


# A sign beside the word, since colour alone tells nothing to many
SIGNS = {
    Standing.OUTSIDE: "○",
    Standing.LAWFUL: "✓",
    Standing.ENDING: "▲",
    Standing.OVERSTAY: "■",
    Standing.ORDERED: "■",
    Standing.BARRED: "■",
    Standing.PERMIT: "✓",
    Standing.NO_REGIME: "◆",
}

# QTextDocument swallows the end of a table whose last cell holds nothing
_EMPTY = "&nbsp;"

_LONG_WORD = re.compile(r"[^\s&;]{40}(?=[^\s&;])")

# The bundled fonts, by the names of their families; Qt looks into no other where one of these has the letter
FAMILIES = [
    "Inter",
    *(f"kzstay {script}" for script in ("Arabic", "Armenian", "Devanagari", "Georgian", "Hebrew", "Thai")),
]
# Of Windows: Korean, Chinese, Japanese and the scripts of India
FAMILIES_OF_WINDOWS = ["Malgun Gothic", "Microsoft YaHei", "Yu Gothic", "Nirmala UI"]
_FAMILIES = ", ".join(f"'{family}'" for family in (*FAMILIES, "Segoe UI", "Helvetica Neue", *FAMILIES_OF_WINDOWS))

_STYLE = Template("""
body { font-family: $families, sans-serif; font-size: ${normal}pt; color: $text; }
h1 { font-size: ${large}pt; font-weight: 600; margin-top: 0; margin-bottom: 2px; }
h2 { font-size: ${medium}pt; font-weight: 600; margin-top: 14px; margin-bottom: 4px; }
h3 { font-size: ${normal}pt; font-weight: 600; margin-top: 9px; margin-bottom: 2px; }
p { margin-top: 6px; margin-bottom: 6px; }
p.line { margin-top: 2px; margin-bottom: 10px; color: $muted; }
p.muted { font-size: ${small}pt; color: $muted; }
p.lead { font-size: ${medium}pt; font-weight: 600; margin-top: 0; margin-bottom: 4px; }
p.fact { margin-top: 0; margin-bottom: 2px; color: $muted; }
.cite { color: $muted; text-decoration: none; }
p.told { margin-top: 2px; margin-bottom: 0; }
pre { margin-top: 6px; margin-bottom: 6px; white-space: pre-wrap; background-color: $tint; }
p.figure { margin-top: 0; margin-bottom: 2px; }
table { border-collapse: collapse; margin-top: 6px; }
th, td { padding: 3px 10px 3px 0; text-align: left; vertical-align: top; font-weight: 400; }
th { color: $muted; }
table.facts th, table.facts td { padding-top: 2px; padding-bottom: 2px; }
table.facts td { padding-right: 0; }
table.list th { font-size: ${small}pt; border-bottom: 1px solid $border; vertical-align: bottom; }
table.list td { border-bottom: 1px solid $line; }
table.list td.marked { background-color: $tint; }
table.list td.total { font-weight: 600; border-bottom: 0px; }
table.list th.r, table.list td.r { text-align: right; padding-right: 20px; }
table.verdict { margin-top: 10px; margin-bottom: 2px; }
table.verdict td { border-top: 1px solid $border; border-bottom: 1px solid $border; vertical-align: middle;
  padding-top: 12px; padding-bottom: 12px; }
table.verdict td.number { padding-right: 22px; }
table.verdict td.answer { padding-left: 4px; }
table.verdict td.standing { text-align: right; padding-right: 0; }
table.box { margin-top: 10px; margin-bottom: 10px; }
table.box td { background-color: $tint; padding: 8px 14px 9px 14px; }
span.under { font-size: ${small}pt; color: $muted; }
span.standing { font-weight: 600; }
span.number { font-size: ${huge}pt; font-weight: 700; }
span.gap { font-size: ${gap}pt; }
span.unit { font-size: ${medium}pt; font-weight: 500; }
""")


def render(
    blocks: list[Block],
    w: Words,
    *,
    colours: Colours | None = None,
    figure: Callable[[Figure], str] | None = None,
    points: float = 10,
    links: bool = False,
) -> str:
    """Write blocks as one HTML document; ``figure`` returns ready markup for a picture, or it is left out.

    ``points`` is the size of the normal text. ``links``: what leads to the guide, the contacts and the timeline
    can be followed, as in the window; elsewhere such words are plain, or are left out if they say nothing more.
    Everything that comes from a block is escaped.
    """
    found = colours or Paper()
    title = next((block.text for block in blocks if isinstance(block, Title)), "kzstay")
    body = "\n".join(filter(None, (_block(block, found, figure, links) for block in blocks)))
    return (
        f'<!DOCTYPE html>\n<html lang="{w.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(title)}</title>\n<style>{_style(found, points)}</style>\n"
        f"</head>\n<body>\n{w.unbroken(body)}\n</body>\n</html>\n"
    )


def text(value: str) -> str:
    """Escape what a person or a file wrote, made harmless; a word too long for a line may be broken.

    The object replacement character, which stands for a picture in the layout, is among what does harm.
    """
    return _LONG_WORD.sub("\\g<0>\N{ZERO WIDTH SPACE}", escape(foreign.clean(value)))


def _style(colours: Colours, points: float) -> str:
    sizes = {"small": 0.88, "normal": 1, "medium": 1.25, "large": 1.75, "huge": 3.8, "gap": 2.3}
    names = Paper.__struct_fields__
    return _STYLE.substitute(
        {name: getattr(colours, name) for name in names},
        families=_FAMILIES,
        **{name: f"{round(points * factor, 2):g}" for name, factor in sizes.items()},
    )


def _block(block: Block, colours: Colours, figure: Callable[[Figure], str] | None, links: bool) -> str:
    match block:
        case Title():
            line = f'\n<p class="line">{text(block.line)}</p>' if block.line else ""
            return f"<h1>{text(block.text)}</h1>{line}"
        case Heading():
            tag = "h3" if block.minor else "h2"
            return f"<{tag}>{text(block.text)}</{tag}>"
        case Paragraph():
            kind = ' class="muted"' if block.muted else ""
            link = f" {_link(block.link)}" if block.link and links else ""
            return f"<p{kind}>{text(block.text)}{link}</p>"
        case Ways():
            return f"<p>{' · '.join(map(_link, block.links))}</p>" if links else ""
        case Answer():
            return _answer(block, colours)
        case Facts():
            return _facts(block)
        case Table():
            return _table(block)
        case Prose():
            return prose.html(block.markdown, links=links)
        case Box():
            return _box(block, colours, links)
        case Figure():
            if figure is None:
                return ""
            return f'<p class="figure">{figure(block)}</p>\n<p class="muted">{text(block.caption)}</p>'


def tone(standing: Standing, colours: Colours) -> str:
    """Return the colour in which a standing is told."""
    return {
        Standing.ENDING: colours.close,
        Standing.OVERSTAY: colours.over,
        Standing.ORDERED: colours.over,
        Standing.BARRED: colours.over,
        Standing.NO_REGIME: colours.planned,
    }.get(standing, colours.within)


def _answer(block: Answer, colours: Colours) -> str:
    colour = tone(block.standing_code, colours)
    number = (
        f'<td class="number"><span class="number" style="color: {colour}">{text(block.number)}</span>'
        # wide enough beside the number that it is copied out of a PDF
        f'<span class="gap">&nbsp;</span>'
        f'<span class="unit">{text(block.unit)}</span></td>'
        if block.number
        else ""
    )
    facts = "".join(f'<p class="fact">{text(fact)}</p>' for fact in block.facts)
    sign = SIGNS[block.standing_code]
    return (
        f'<table class="verdict" role="presentation" width="100%" cellspacing="0"><tr>{number}'
        f'<td class="answer"><p class="lead">{text(block.lead)}</p>{facts}</td>'
        f'<td class="standing"><span class="standing" style="color: {colour}">{sign}&nbsp;'
        f"{text(block.standing_text)}</span></td></tr></table>"
    )


def _link(link: Link) -> str:
    return f'<a href="guide:{text(link.topic)}">{text(link.text)}</a>'


def _box(block: Box, colours: Colours, links: bool) -> str:
    """Set the box apart by a bar at its left; QTextDocument draws it where a browser does."""
    colour = colours.over if block.pressing else colours.within
    lines = "".join(f'<p class="told">{text(line)}</p>' for line in block.told)
    show = f'<p class="told"><a href="timeline:">{text(block.show)}</a></p>' if links and block.day else ""
    return (
        f'<table class="box" role="presentation" width="100%" cellspacing="0"><tr>'
        f'<td style="border-left: 4px solid {colour}"><p class="told"><b>{text(block.name)}</b> '
        f'<span style="color: {colours.muted}">· {text(block.line)}</span></p>{lines}{show}</td></tr></table>'
    )


def _lines(cell: str) -> str:
    """Write the first line of a cell, and any more small and muted under it."""
    first, *more = map(text, cell.split("\n"))
    return first + "".join(f'<br><span class="under">{line}</span>' for line in more)


def _facts(block: Facts) -> str:
    if block.beside_the_point:
        told = " · ".join(f"{text(label)}:&nbsp;{text(value)}" for label, value in block.rows)
        return f'<p class="muted">{told}</p>'
    rows = "\n".join(
        f'<tr><th scope="row" width="31%">{text(label)}</th><td>{text(value) or _EMPTY}</td></tr>'
        for label, value in block.rows
    )
    return f'<table class="facts" width="100%" cellspacing="0">\n{rows}\n</table>'


def _table(block: Table) -> str:
    widths = [f' width="{width}%"' for width in block.widths] or [""] * len(block.header)
    head = "".join(
        f'<th scope="col" class="{side}"{width}>{text(label)}</th>'
        for label, side, width in zip(block.header, block.align, widths, strict=True)
    )
    rows: list[str] = []
    for number, row in enumerate(block.rows):
        last = block.total and number == len(block.rows) - 1
        kind = " total" if last else " marked" if number == block.marked else ""
        cells = (
            f'<td class="{side}{kind}">{_lines(cell) or _EMPTY}</td>'
            for cell, side in zip(row, block.align, strict=True)
        )
        rows.append(f"<tr>{''.join(cells)}</tr>")
    body = "\n".join(rows)
    return (
        f'<table class="list" width="100%" cellspacing="0">\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{body}\n</tbody>\n</table>"
    )
