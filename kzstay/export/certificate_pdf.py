"""The certificate of reckoning as a PDF file: a page for each traveller, whatever has to be cut for that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from string import Template

import msgspec

from kzstay.content.blocks import Answer, Block, Facts, Table, Title
from kzstay.content.certificate import ROOMS, Room, Sheet, caution, certificate, mark, said
from kzstay.content.certificate import title as heading
from kzstay.core.assess import Assessment
from kzstay.core.verdict import Standing
from kzstay.export import letters, pdf
from kzstay.export.fonts import ensure_application, register_fonts
from kzstay.export.formats import Told, quiet
from kzstay.export.html import SIGNS, Paper, text, tone
from kzstay.export.layout import Draft
from kzstay.texts import Words, foreign, lettering
from kzstay.texts.words import words
from kzstay.today import today

# Letters shrink first, then fewer rows are listed, and last what is filled in by hand is left out
_TRIED = (
    *((points, ROOMS[0]) for points in (9.6, 9.2, 8.8, 8.4, 8.0, 7.6, 7.2, 6.8)),
    *zip((6.8, 6.8, 6.8, 6.8, 6.6, 6.4), ROOMS[1:], strict=True),
)
_WIDE = 100  # percent
_LONG_WORD = re.compile(r"[^\s&;]{22}(?=[^\s&;])")  # a column is never narrower than its longest word

_STYLE = Template("""
body { font-family: Inter, "Segoe UI", "Helvetica Neue", sans-serif; font-size: ${normal}pt; color: $text; }
p { margin: 0; }
td, th { font-weight: 400; text-align: left; vertical-align: top; }
p.near { font-size: ${near}pt; }
p.apart { font-size: ${apart}pt; }
p.wide { font-size: ${wide}pt; }
p.title { font-size: ${large}pt; font-weight: 600; }
p.caution { font-weight: 600; }
p.label, .label { font-size: ${small}pt; color: $muted; }
p.value { font-weight: 600; }
p.head { font-size: ${medium}pt; font-weight: 600; }
p.lead { font-size: ${medium}pt; font-weight: 600; }
p.small, .small { font-size: ${small}pt; color: $muted; }
table.caution td { background-color: #FFF3DC; border: 1px solid $close; padding: 4px 8px 5px 8px; }
table.row td { padding: 1px 12px 1px 0; }
table.holder td { padding: 3px 12px 2px 0; border-bottom: 1px solid $line; }
table.bad td { border-left: 4px solid $over; padding: 2px 8px 2px 8px; }
table.band td { border-top: 1.5px solid $text; border-bottom: 1.5px solid $text; padding: 7px 12px 8px 0; }
table.list th { font-size: ${small}pt; color: $muted; border-bottom: 1px solid $border; vertical-align: bottom; }
table.list th, table.list td { padding: 2px 9px 2px 0; }
table.list td { border-bottom: 1px solid $line; }
table.list td.marked { background-color: $tint; }
table.list td.total { font-weight: 600; border-bottom: 0px; }
table.list th.r, table.list td.r { text-align: right; }
table.facts td { padding: 2px 12px 1px 0; }
table.blanks td { padding: 0 14px 0 0; }
span.number { font-size: ${huge}pt; font-weight: 700; }
""")
_SIZES = {
    "small": 0.86,
    "normal": 1,
    "medium": 1.18,
    "large": 1.36,
    "huge": 3.4,
    "near": 0.4,
    "apart": 0.62,
    "wide": 1.3,
}


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
    language. Return the letters that no font here can draw, each once.
    """
    parts = chapters(found, w, left_out, second=second)
    return pdf.write_pdf(parts, w, path, title=title(w, found), told=told)


def chapters(
    found: list[Assessment],
    w: Words,
    left_out: tuple[int, int] = (0, 0),
    told: Told = quiet,
    *,
    second: Words | None = None,
) -> list[pdf.Chapter]:
    """Compose a page for each traveller; ``told`` hears how far that is."""
    ensure_application()
    register_fonts()  # it is looked at what they can draw
    spoken, made = [w, *([second] if second else [])], today()
    parts: list[pdf.Chapter] = []
    for a in found:
        told(len(parts) / len(found))
        parts.append(_chapter(a, spoken, made, left_out))
    return parts


def first_chapter(
    found: list[Assessment], w: Words, left_out: tuple[int, int] = (0, 0), *, second: Words | None = None
) -> pdf.Chapter:
    """Compose the first page alone, as a preview wants it."""
    return chapters(found[:1], w, left_out, second=second)[0]


def title(w: Words, found: list[Assessment]) -> str:
    """Name the document, and whom it is about."""
    names = foreign.remark(", ".join(filter(None, (foreign.name(a.traveller.name) for a in found))))
    return " · ".join(filter(None, (heading(w), names)))


def _chapter(a: Assessment, spoken: list[Words], made: date, left_out: tuple[int, int]) -> pdf.Chapter:
    """Compose the page; its blocks stand for what persons wrote in it, where letters may be that no font has."""
    w, name = spoken[0], foreign.name(a.traveller.name)
    (sheet,) = certificate(a, [w], made, ROOMS[0], left_out)
    blocks: list[Block] = [Title(heading(w), foot=_foot(w, a, name), mark=mark(w, a)), sheet.holder]
    return pdf.Chapter(
        [*blocks, *([sheet.stays] if sheet.stays else [])], None, name, drafts(a, spoken, made, left_out)
    )


def _foot(w: Words, a: Assessment, name: str) -> str:
    """Write what the page is not, which a long name must not cut off, and whose it is."""
    known = "" if letters.missing(name) else name
    return " · ".join(filter(None, (caution(w), known, w.country(a.traveller.citizenship))))


def drafts(a: Assessment, spoken: list[Words], made: date, left_out: tuple[int, int]) -> list[Draft]:
    """List what is tried for the page of a traveller, in order of preference."""
    composed: dict[Room, list[Sheet]] = {}

    def draft(points: float, room: Room) -> tuple[str, float]:
        if room not in composed:
            sheets = certificate(a, spoken, made, room, left_out)
            composed[room] = [_drawable(w, sheet) for w, sheet in zip(spoken, sheets, strict=True)]
        return markup(composed[room], points), points

    return [partial(draft, points, room) for points, room in _TRIED]


def _drawable(w: Words, sheet: Sheet) -> Sheet:
    """Return a sheet whose texts can be drawn; with a hole in it a name would be another name."""
    (label, value), *others = sheet.holder.rows
    kept = [part for part in value.split(" · ") if not letters.missing(part)]
    holder = Facts([(label, " · ".join(kept) or lettering.no_name(w)), *others])
    return letters.changed(msgspec.structs.replace(sheet, holder=holder))


def markup(sheets: Sequence[Sheet], points: float) -> str:
    """Write the sheets of a page, which say the same in each language, as one for QTextDocument."""
    first, colours = sheets[0], Paper()
    names = {name: getattr(colours, name) for name in Paper.__struct_fields__}
    sizes = {name: f"{round(points * factor, 2):g}" for name, factor in _SIZES.items()}
    body = "\n".join(filter(None, _parts(sheets, first)))
    for sheet in sheets:
        body = words(sheet.language).unbroken(body)
    return f"<html><head><style>{_STYLE.substitute(names | sizes)}</style></head><body>{body}</body></html>"


def _parts(sheets: Sequence[Sheet], first: Sheet) -> Iterator[str]:
    yield _beside("caution", [[_lines('p class="caution"', [one.caution for one in sheets])]])
    yield _gap("near")
    heads = [f'<p class="title">{text(one.title)}</p><p>{text(one.by)}</p>' for one in sheets]
    yield _beside("row", [heads])
    yield _gap("near")
    yield _holder(sheets)
    bad = [_lines("p", one.forbids, bold=True) + _lines("p", one.missed) for one in sheets]
    yield _gap("near") + _beside("bad", [bad]) if any(bad) else ""
    yield _gap("apart")
    yield _band(sheets)
    yield _gap("near")
    yield _facts(sheets, [one.facts for one in sheets])
    if first.limits:
        yield _gap("near")
        yield _table(sheets, [one.limits for one in sheets if one.limits])
    yield _gap("apart")
    yield _heads(sheets, [one.stays_name for one in sheets])
    yield _table(sheets, [one.stays for one in sheets if one.stays]) if first.stays else ""
    if first.articles:
        yield _gap("apart") + _heads(sheets, [one.articles_name for one in sheets])
        yield _beside("row", _rows([one.articles for one in sheets], "p"))
    if first.method:
        yield _gap("apart") + _heads(sheets, [one.method_name for one in sheets])
        yield _beside("row", _rows([one.method for one in sheets], "p"))
    if first.blanks:
        yield _gap("wide") + _blanks(sheets)
    yield _gap("apart") + _beside("row", _rows([one.about for one in sheets], 'p class="small"'))


def _gap(kind: str) -> str:
    """Leave room between tables, for which QTextDocument has no other way."""
    return f'<p class="{kind}">&nbsp;</p>'


def _lines(tag: str, told: Sequence[str], *, bold: bool = False) -> str:
    return "".join(f"<{tag}>{f'<b>{text(one)}</b>' if bold else text(one)}</{tag.split()[0]}>" for one in told)


def _rows(columns: Sequence[Sequence[str]], tag: str) -> list[list[str]]:
    return [[_lines(tag, [cell]) for cell in row] for row in zip(*columns, strict=True)]


def _beside(kind: str, rows: Sequence[Sequence[str]]) -> str:
    """Set the languages beside each other, a column for each."""
    width = _WIDE // len(rows[0])
    cells = ["".join(f'<td width="{width}%">{cell}</td>' for cell in row) for row in rows]
    body = "".join(f"<tr>{row}</tr>" for row in cells)
    return f'<table class="{kind}" width="100%" cellspacing="0">{body}</table>'


def _heads(sheets: Sequence[Sheet], heads: Sequence[str]) -> str:
    return _beside("row", [[f'<p class="head">{text(head)}</p>' for head in heads]])


def _stacked(sheets: Sequence[Sheet], texts: Sequence[str]) -> str:
    """Put the languages under each other where they differ."""
    cells = (_LONG_WORD.sub("\\g<0>\N{ZERO WIDTH SPACE}", text(one)) for _, one in said(sheets, texts))
    return "<br>".join(cell or "&nbsp;" for cell in cells)


def _holder(sheets: Sequence[Sheet]) -> str:
    cells = [
        f'<p class="label">{" / ".join(text(one) for _, one in said(sheets, [label for label, _ in row]))}</p>'
        f'<p class="value">{_stacked(sheets, [value for _, value in row])}</p>'
        for row in zip(*(one.holder.rows for one in sheets), strict=True)
    ]
    cells += [""] * (len(cells) % 2)
    pairs = list(zip(cells[::2], cells[1::2], strict=True))
    return _beside("holder", pairs)


def _band(sheets: Sequence[Sheet]) -> str:
    answers = [one.answer for one in sheets]
    first = answers[0]
    colour = tone(first.standing_code, Paper())
    number = (
        f'<td width="20%"><span class="number" style="color: {_number_colour(first)}">'
        f"{text(first.number).replace(' ', '&nbsp;')}</span>"
        f'<p class="label">{_stacked(sheets, [one.unit for one in answers])}</p></td>'
        if first.number
        else ""
    )
    width = (80 if number else _WIDE) // len(sheets)
    told = "".join(
        f'<td width="{width}%"><p class="head" style="color: {colour}"><b>{SIGNS[one.standing_code]}&nbsp;'
        f'{text(one.standing_text)}</b></p><p class="lead">{text(one.lead)}</p>{_lines("p", one.facts)}</td>'
        for one in answers
    )
    return f'<table class="band" width="100%" cellspacing="0"><tr>{number}{told}</tr></table>'


def _number_colour(answer: Answer) -> str:
    """Return the colour of what is used: that of the standing where it is more than the limit."""
    used, _, most = answer.number.partition(" / ")
    if int(used) <= int(most):
        return Paper().within
    return Paper().close if answer.standing_code is Standing.ENDING else Paper().over


def _facts(sheets: Sequence[Sheet], facts: Sequence[Facts]) -> str:
    def cell(label: str, value: str) -> str:
        return f'<p><span class="label">{text(label)}:</span> {text(value)}</p>'

    rows = [[cell(*fact) for fact in row] for row in zip(*(one.rows for one in facts), strict=True)]
    return _beside("facts", rows) if rows else ""


def _table(sheets: Sequence[Sheet], tables: Sequence[Table]) -> str:
    first = tables[0]
    widths = [f' width="{width}%"' for width in first.widths] or [""] * len(first.header)
    head = "".join(
        f'<th class="{side}"{width}>{_stacked(sheets, labels)}</th>'
        for side, width, *labels in zip(first.align, widths, *(one.header for one in tables), strict=True)
    )
    rows: list[str] = []
    for number, row in enumerate(zip(*(one.rows for one in tables), strict=True)):
        last = first.total and number == len(first.rows) - 1
        kind = " total" if last else " marked" if number == first.marked else ""
        cells = (
            f'<td class="{side}{kind}">{_stacked(sheets, texts)}</td>'
            for side, *texts in zip(first.align, *row, strict=True)
        )
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f'<table class="list" width="100%" cellspacing="0"><tr>{head}</tr>{"".join(rows)}</table>'


def _blanks(sheets: Sequence[Sheet]) -> str:
    cells = [
        f'<p class="small">____________________________________</p>'
        f'<p class="small">{" / ".join(text(one) for _, one in said(sheets, list(names)))}</p>'
        for names in zip(*(one.blanks for one in sheets), strict=True)
    ]
    return _beside("blanks", [cells])
