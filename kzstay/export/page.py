"""Blocks as parts of a page for a browser: sections, lists of terms, tables with captions, links within it.

The window and the PDF lay blocks out with QTextDocument, which knows none of these: see html.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet

import msgspec

from kzstay.content.blocks import (
    Answer,
    Block,
    Box,
    Facts,
    Figure,
    Heading,
    Paragraph,
    Prose,
    Table,
    Title,
    Ways,
)
from kzstay.core.verdict import Standing
from kzstay.export.html import SIGNS
from kzstay.texts import foreign, prose
from kzstay.texts.markup import escape

TONES = {
    Standing.ENDING: "close",
    Standing.OVERSTAY: "over",
    Standing.ORDERED: "over",
    Standing.BARRED: "over",
    Standing.NO_REGIME: "planned",
}
_LONGEST_WORD = 24  # letters; a column is never narrower than its longest word, unless that may be broken
_ADDRESS = re.compile(r"[a-z\d-]+(?:\.[a-z\d-]+)+/[\w./-]+", re.ASCII)  # of an act, as it is printed
_CITED = re.compile(r"\[(\d+)\](?:\s|$)")
_MARK = re.compile(r"\[\d+(?:,\s\d+)*\]$")
_TURNS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_TURNED = re.compile(f"[{_TURNS}](?:.*[{_TURNS}])?")


class Contents(msgspec.Struct, frozen=True):
    """A heading that can be linked to."""

    id: str
    text: str


class Writer:
    """Writes the blocks about one traveller; ``prefix`` keeps ids apart from those of others.

    ``level`` is that of the headings of sections. ``names`` are what persons wrote, which runs in a direction of
    its own; ``days`` are texts that are a day, with that day in ISO 8601; ``draw`` returns the markup of a figure.
    """

    def __init__(
        self,
        prefix: str,
        level: int,
        *,
        names: AbstractSet[str] = frozenset(),
        days: Mapping[str, str] | None = None,
        draw: Callable[[Figure], str] | None = None,
        articles: AbstractSet[str] = frozenset(),
    ) -> None:
        self.prefix = prefix
        self.level = level
        self.names = names
        self.days = days or {}
        self.draw = draw
        self.contents: list[Contents] = []
        self._heading = ""
        self._articles = articles

    def write(self, blocks: list[Block]) -> str:
        """Write blocks, a section for each heading; the title is left to the page."""
        parts: list[str] = []
        within = False
        for block in blocks:
            if isinstance(block, Title):
                self._heading = block.text
                continue
            if isinstance(block, Heading) and not block.minor:
                parts += ["</section>"] if within else []
                parts.append("<section>")
                within = True
            parts.append(self._block(block))
        parts += ["</section>"] if within else []
        return "\n".join(filter(None, parts))

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._titled(block)
            case Paragraph():
                kind = ' class="muted"' if block.muted else ""
                return f"<p{kind}>{self.phrase(block.text)}</p>"
            case Answer():
                return self._answer(block)
            case Facts():
                return self._facts(block)
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Box():
                told = "".join(f"<p>{self.phrase(line)}</p>" for line in (block.line, *block.told))
                return f'<div class="answer"><p><strong>{self.phrase(block.name)}</strong></p>{told}</div>'
            case Prose():
                return prose.html(block.markdown, links=False)
            case Title() | Ways():
                return ""

    def _titled(self, block: Heading) -> str:
        self._heading = block.text
        if block.minor:
            tag = f"h{self.level + 1 if self.contents else self.level}"
            return f"<{tag}>{self.phrase(block.text)}</{tag}>"
        found = Contents(f"{self.prefix}s{len(self.contents) + 1}", block.text)
        self.contents.append(found)
        return f'<h{self.level} id="{found.id}">{self.phrase(block.text)}</h{self.level}>'

    def _answer(self, block: Answer) -> str:
        number = (
            f'<p class="number"><strong>{self.phrase(block.number)}</strong> {self.phrase(block.unit)}</p>'
            if block.number
            else ""
        )
        facts = "".join(f"<li>{self.phrase(fact)}</li>" for fact in block.facts)
        return (
            f'<div class="answer tone-{TONES.get(block.standing_code, "within")}">'
            f'<p class="standing">{standing(block)}</p>{number}'
            f'<p class="lead">{self.phrase(block.lead)}</p>{f"<ul>{facts}</ul>" if facts else ""}</div>'
        )

    def _facts(self, block: Facts) -> str:
        rows = "\n".join(
            f"<div><dt>{self.phrase(label)}</dt><dd>{self._cell(value) or '–'}</dd></div>"
            for label, value in block.rows
        )
        return f"<dl>\n{rows}\n</dl>" if rows else ""

    def _figure(self, block: Figure) -> str:
        if self.draw is None:
            return ""
        return (
            f'<figure>\n<div class="scroll" role="group" tabindex="0" aria-label="{text(block.caption)}">\n'
            f"{self.draw(block)}\n</div>\n<figcaption>{text(block.caption)}</figcaption>\n</figure>"
        )

    # Tables. The roles say what a browser forgets of a table whose parts stand under each other on a narrow screen

    def _table(self, block: Table) -> str:
        numbered = bool(article_numbers([block]))
        head = "".join(
            f'<th scope="col" role="columnheader"{_kind(side, label)}>{self.phrase(label)}</th>'
            for label, side in zip(block.header, block.align, strict=True)
        )
        rows: list[str] = []
        for place, row in enumerate(block.rows):
            kinds = ["present"] if place == block.marked else []
            kinds += ["total"] if block.total and place == len(block.rows) - 1 else []
            named = f' class="{" ".join(kinds)}"' if kinds else ""
            cells = "".join(self._cells(block, row, linked=not numbered))
            rows.append(f'<tr role="row"{named}>{cells}</tr>')
        body = "\n".join(rows)
        return (
            f'<table role="table">\n<caption><span class="unseen">{self.phrase(self._heading)}</span></caption>\n'
            f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>\n'
            f'<tbody role="rowgroup">\n{body}\n</tbody>\n</table>'
        )

    def _cells(self, block: Table, row: list[str], *, linked: bool) -> Iterator[str]:
        for column, (cell, label, side) in enumerate(zip(row, block.header, block.align, strict=True)):
            shown = self._cell(cell, linked=linked)
            named = f' data-label="{text(label)}"{_kind(side, cell)}'
            if column == 0 and shown:
                yield f'<th scope="row" role="rowheader"{named}>{shown}</th>'
            else:
                yield f'<td role="cell"{named}>{shown}</td>'

    def _cell(self, value: str, *, linked: bool = True) -> str:
        """Write the first line of a cell, and any more under it."""
        first, *more = value.split("\n")
        under = "".join(f'<span class="under">{self._line(line, linked=linked)}</span>' for line in more)
        return self._line(first, linked=linked) + under

    def _line(self, value: str, *, linked: bool) -> str:
        """Write a day as one, marks of articles and addresses as links, and all else as a phrase."""
        if value in self.days:
            return f'<time datetime="{self.days[value]}">{text(value)}</time>'
        if not linked and _ADDRESS.fullmatch(value):
            return f'<a href="https://{text(value)}" rel="noreferrer">{text(value)}</a>'
        return " · ".join(self._marked(part, linked=linked) for part in value.split(" · "))

    def _marked(self, part: str, *, linked: bool) -> str:
        """Write marks as links to articles that the page lists, and a place cited there as what they lead to."""
        if linked and (mark := _MARK.search(part)):
            cited = re.sub(r"\d+", lambda found: self._article(found[0]), text(mark[0]))
            return self._part(part[: mark.start()]) + cited
        if not linked and (cited := _CITED.match(part)):
            return f'<span id="article-{cited[1]}">{self._part(part)}</span>'
        return self._part(part)

    def _article(self, number: str) -> str:
        return f'<a href="#article-{number}">{number}</a>' if number in self._articles else number

    # Words

    def phrase(self, value: str) -> str:
        """Escape words; what a person wrote, or what runs from right to left, turns nothing beside it."""
        return " · ".join(self._part(part) for part in value.split(" · "))

    def _part(self, part: str) -> str:
        if part in self.names:
            return name(part)
        shown = text(part)
        return _TURNED.sub(lambda found: f'<bdi dir="auto">{found[0]}</bdi>', shown)


def text(value: str) -> str:
    """Escape what a person or a file wrote, made harmless."""
    return escape(foreign.clean(value))


def name(value: str) -> str:
    """Write what a person wrote so that it runs in its own direction, and turns nothing beside it."""
    return f'<bdi dir="auto">{text(value)}</bdi>'


def standing(block: Answer) -> str:
    """Write how somebody stands, with a sign beside the word."""
    return f'<span aria-hidden="true">{SIGNS[block.standing_code]}</span> {text(block.standing_text)}'


def _kind(side: str, cell: str) -> str:
    kinds = ["right"] if side == "r" else []
    kinds += ["long"] if any(len(word) > _LONGEST_WORD for word in cell.split()) else []
    return f' class="{" ".join(kinds)}"' if kinds else ""


def article_numbers(blocks: list[Block]) -> frozenset[str]:
    """Return the numbers of the articles that some blocks list by act; those of other tables are none."""
    found: set[str] = set()
    for block in blocks:
        if isinstance(block, Table):
            cited = [_CITED.match(part) for row in block.rows for part in row[1:2] for part in part.split(" · ")]
            found |= {one[1] for one in cited if one} if all(cited) else set()
    return frozenset(found)
