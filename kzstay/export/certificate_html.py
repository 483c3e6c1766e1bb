"""The certificate of reckoning as a page for a browser: one file that loads nothing, each traveller on one sheet.

It needs no Qt and no display. What is said in a language bears its name, so that it is read out as it should be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from kzstay import __version__
from kzstay.content.blocks import Answer, Table
from kzstay.content.certificate import ROOMS, Sheet, certificate, said, title
from kzstay.core.assess import Assessment
from kzstay.core.verdict import Standing
from kzstay.export.certificate_fit import height
from kzstay.export.certificate_style import HEIGHT, SIZES, sheet
from kzstay.export.formats import Told, quiet
from kzstay.export.html import SIGNS
from kzstay.export.page import TONES, Writer, name, text
from kzstay.export.page_style import policy
from kzstay.files.atomic import target_of, write_whole
from kzstay.texts import Words, foreign
from kzstay.today import today

_DAY = re.compile(r"\d\d\.\d\d\.\d{4}", re.ASCII)


def write_report(
    found: list[Assessment],
    w: Words,
    path: Path,
    *,
    left_out: tuple[int, int] = (0, 0),
    told: Told = quiet,
    second: Words | None = None,
) -> str:
    """Write the certificates of one or several travellers, whole or not at all. Raises OSError; Stopped.

    ``left_out`` is how many rows, and changes of rows, were typed that cannot be used yet; ``second`` is the other
    language.
    """
    made = html_text(found, [w, *([second] if second else [])], today(), left_out=left_out, told=told)
    write_whole(target_of(path), made.encode())
    return ""


def html_text(
    found: list[Assessment],
    spoken: Sequence[Words],
    made: date,
    *,
    left_out: tuple[int, int] = (0, 0),
    told: Told = quiet,
) -> str:
    """Return the page, made on a day, with a list of the travellers where there are several."""
    w, several = spoken[0], len(found) > 1
    pages: list[str] = []
    for number, a in enumerate(found, 1):
        told((number - 1) / len(found))
        size, sheets = fitted(a, spoken, made, left_out)
        pages.append(_Page(sheets, f"t{number}", 2 if several else 1).written(size))
    names = foreign.remark(", ".join(filter(None, (foreign.name(a.traveller.name) for a in found))))
    named, joined = " · ".join(filter(None, (title(w), names))), "\n".join(pages)
    return (
        f'<!DOCTYPE html>\n<html lang="{w.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(sheet())}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        '<meta name="format-detection" content="telephone=no">\n'
        f'<meta name="generator" content="kzstay {__version__}">\n'
        f"<title>{text(named)}</title>\n<style>{sheet()}</style>\n</head>\n<body>\n"
        f"{_contents(w, found) if several else ''}<main>\n{joined}\n</main>\n</body>\n</html>\n"
    )


def _contents(w: Words, found: Sequence[Assessment]) -> str:
    """Link to the page of each traveller; on paper there is none of it."""
    names = [foreign.name(a.traveller.name) for a in found]
    unknown, heading = text(w.gettext("no name entered")), text(w.gettext("Calculations of days"))
    items = "\n".join(
        f'<li><a href="#t{number}">{name(one) if one else unknown}</a></li>' for number, one in enumerate(names, 1)
    )
    return f'<nav aria-labelledby="contents">\n<h1 id="contents">{heading}</h1>\n<ol>\n{items}\n</ol>\n</nav>\n'


def fitted(
    a: Assessment, spoken: Sequence[Words], made: date, left_out: tuple[int, int]
) -> tuple[int, Sequence[Sheet]]:
    """Return the greatest size of letters in which a page should fit, and what it then has room for."""
    last = len(SIZES) - 1
    sheets: Sequence[Sheet] = ()
    for room in ROOMS:
        sheets = certificate(a, spoken, made, room, left_out)
        for number in range(len(SIZES)) if room is ROOMS[0] else (last,):
            if height(sheets, SIZES[number]) < HEIGHT:
                return number, sheets
    return last, sheets


class _Page:
    """Writes the sheets of one traveller, which say the same in each language, as one article."""

    def __init__(self, sheets: Sequence[Sheet], ident: str, level: int) -> None:
        self._sheets = sheets
        self._id = ident
        self._level = level
        self._phrase = Writer("", level).phrase

    def written(self, size: int) -> str:
        """Return the article, for letters of a size on paper."""
        parts = "\n".join(filter(None, self._parts()))
        named = f'id="{self._id}" aria-labelledby="{self._id}-title"'
        return f'<article class="size-{size}" {named}>\n{parts}\n</article>'

    def _parts(self) -> Iterator[str]:
        sheets, first = self._sheets, self._sheets[0]
        yield f'<div class="caution">{self._each("p", [one.caution for one in sheets])}</div>'
        yield self._title()
        yield self._holder()
        yield self._bad()
        yield self._answer()
        yield self._facts()
        yield self._table(
            [one.limits for one in sheets if one.limits], [one.limits_name for one in sheets], "unseen"
        )
        names = [one.stays_name for one in sheets]
        if first.stays:
            yield self._table([one.stays for one in sheets if one.stays], names, "")
        else:
            yield f"<section>{self._beside('p', [names])}</section>"
        yield self._section([one.articles_name for one in sheets], [one.articles for one in sheets])
        yield self._section([one.method_name for one in sheets], [one.method for one in sheets])
        if first.blanks:
            items = "".join(
                f"<li>{self._each('span', names)}</li>"
                for names in zip(*(one.blanks for one in sheets), strict=True)
            )
            yield f'<ul class="blanks">{items}</ul>'
        yield f'<footer class="small">{self._rows([one.about for one in sheets])}</footer>'

    # Languages

    def _each(self, tag: str, texts: Sequence[str]) -> str:
        """Write an element for each language; one without a language where all say the same."""
        parts: list[str] = []
        for language, told in said(self._sheets, texts):
            spoken = f' lang="{language}"' if language else ""
            parts.append(f"<{tag}{spoken}>{self._phrase(told)}</{tag.split()[0]}>")
        return "".join(parts)

    def _beside(self, tag: str, rows: Sequence[Sequence[str]], kind: str = "") -> str:
        """Set the languages beside each other, row by row."""
        named = f"beside {kind}".strip()
        made: list[str] = []
        for row in rows:
            cells = (
                f'<{tag} lang="{one.language}">{self._phrase(told)}</{tag}>'
                for one, told in zip(self._sheets, row, strict=True)
            )
            made.append(f'<div class="{named}">{"".join(cells)}</div>')
        return "".join(made)

    def _rows(self, columns: Sequence[Sequence[str]]) -> str:
        return self._beside("p", list(zip(*columns, strict=True)), "line")

    # Parts

    def _title(self) -> str:
        tag = f"h{self._level}"
        heads = "".join(
            f'<span lang="{one.language}">{self._phrase(one.title)}</span> ' for one in self._sheets
        ).rstrip()
        lines = self._beside("p", [[one.by for one in self._sheets]])
        return f'<header>\n<{tag} id="{self._id}-title" class="title beside">{heads}</{tag}>\n{lines}\n</header>'

    def _holder(self) -> str:
        rows = "\n".join(
            f"<div><dt>{self._each('span', [label for label, _ in row])}</dt>"
            f"<dd>{self._each('span', [value for _, value in row])}</dd></div>"
            for row in zip(*(one.holder.rows for one in self._sheets), strict=True)
        )
        return f'<dl class="holder">\n{rows}\n</dl>'

    def _bad(self) -> str:
        """Tell what forbids, and then what was missed."""
        forbids = list(zip(*(one.forbids for one in self._sheets), strict=True))
        missed = self._rows([one.missed for one in self._sheets])
        told = self._beside("strong", forbids) + missed
        return f'<div class="bad">{told}</div>' if told else ""

    def _answer(self) -> str:
        answers = [one.answer for one in self._sheets]
        first, tone = answers[0], TONES.get(answers[0].standing_code, "within")
        number = (
            f'<p class="number{_more(first)}"><strong>{text(first.number)}</strong> '
            f"{self._each('span', [one.unit for one in answers])}</p>"
            if first.number
            else ""
        )
        columns: list[str] = []
        for sheet_, one in zip(self._sheets, answers, strict=True):
            facts = "".join(f"<p>{self._phrase(fact)}</p>" for fact in one.facts)
            sign = f'<span aria-hidden="true">{SIGNS[one.standing_code]}</span>'
            columns.append(
                f'<div lang="{sheet_.language}"><p class="standing">{sign} {self._phrase(one.standing_text)}</p>'
                f'<p class="lead">{self._phrase(one.lead)}</p>{facts}</div>'
            )
        return f'<div class="answer tone-{tone}">{number}<div class="beside">{"".join(columns)}</div></div>'

    def _facts(self) -> str:
        """List the facts of each language as a list of its own: a term is read out with what is said of it."""
        lists: list[str] = []
        for one in self._sheets:
            rows = "".join(
                f"<div><dt>{self._phrase(label)}</dt><dd>{self._phrase(value)}</dd></div>"
                for label, value in one.facts.rows
            )
            lists.append(f'<dl class="facts" lang="{one.language}">{rows}</dl>')
        return f'<div class="beside">{"".join(lists)}</div>' if self._sheets[0].facts.rows else ""

    def _section(self, heads: Sequence[str], columns: Sequence[Sequence[str]]) -> str:
        if not columns[0]:
            return ""
        tag = f"h{self._level + 1}"
        spans = " ".join(
            f'<span lang="{one.language}">{self._phrase(head)}</span>'
            for one, head in zip(self._sheets, heads, strict=True)
        )
        return f'<section>\n<{tag} class="beside">{spans}</{tag}>\n{self._rows(columns)}\n</section>'

    # Tables. The roles say what a browser forgets of a table whose parts stand under each other on a narrow screen

    def _table(self, tables: Sequence[Table], names: Sequence[str], kind: str) -> str:
        if not tables:
            return ""
        first = tables[0]
        labels = list(zip(*(one.header for one in tables), strict=True))
        head = "".join(
            f'<th scope="col" role="columnheader"{_side(side)}>{self._each("span", label)}</th>'
            for label, side in zip(labels, first.align, strict=True)
        )
        rows: list[str] = []
        for place, row in enumerate(zip(*(one.rows for one in tables), strict=True)):
            total = first.total and place == len(first.rows) - 1
            named = ' class="total"' if total else ' class="present"' if place == first.marked else ""
            cells = "".join(self._cells(first.align, labels, list(zip(*row, strict=True))))
            rows.append(f'<tr role="row"{named}>{cells}</tr>')
        body = "\n".join(rows)
        shown = f' class="{kind}"' if kind else ""
        return (
            f'<section>\n<table role="table">\n<caption>'
            f"<span{shown}>{self._each('span', names)}</span></caption>\n"
            f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>\n'
            f'<tbody role="rowgroup">\n{body}\n</tbody>\n</table>\n</section>'
        )

    def _cells(self, align: str, labels: Sequence[Sequence[str]], row: Sequence[Sequence[str]]) -> Iterator[str]:
        for column, (texts, label, side) in enumerate(zip(row, labels, align, strict=True)):
            shown = self._cell(texts)
            named = f' data-label="{text(" / ".join(dict.fromkeys(label)))}"{_side(side)}'
            if column == 0 and shown:
                yield f'<th scope="row" role="rowheader"{named}>{shown}</th>'
            else:
                yield f'<td role="cell"{named}>{shown}</td>'

    def _cell(self, texts: Sequence[str]) -> str:
        told = texts[0]
        if _DAY.fullmatch(told):
            day, month, year = told.split(".")
            return f'<time datetime="{year}-{month}-{day}">{told}</time>'
        return self._each("span", texts) if any(texts) else ""


def _more(answer: Answer) -> str:
    """Name how it is shown that more is used than the limit allows, for sure or perhaps."""
    used, _, most = answer.number.partition(" / ")
    if int(used) <= int(most):
        return ""
    return " perhaps" if answer.standing_code is Standing.ENDING else " more"


def _side(side: str) -> str:
    return ' class="right"' if side == "r" else ""
