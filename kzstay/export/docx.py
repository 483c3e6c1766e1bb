"""Blocks as DOCX: a paper that the person goes on writing. python-docx is read in with this module alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table as Grid
from docx.text.paragraph import Paragraph as Lines

from kzstay.content.blocks import Answer, Block, Box, Facts, Figure, Heading, Paragraph, Prose, Table, Title, Ways
from kzstay.files.atomic import target_of, write_whole
from kzstay.i18n import SPOKEN, Language
from kzstay.texts import foreign

FONT = "Times New Roman"  # every office has it or one of its measure, with the Kazakh letters
_STYLES = {"Normal": Pt(12), "Title": Pt(16), "Heading 1": Pt(13), "Heading 2": Pt(12)}
_SMALL = Pt(10)
_MUTED = RGBColor(0x58, 0x66, 0x73)
_WIDE, _MARGINS = Mm(165), (Mm(20), Mm(15), Mm(20), Mm(30))  # top, right, bottom, left, as papers to be bound
_LABEL = 28  # percent of the width
_NO_CHARACTER = re.compile("[\ufffe\uffff]")  # XML has no place for them


class Part(NamedTuple):
    """What begins on a page of its own: blocks, and the language that they are in."""

    blocks: Sequence[Block]
    language: Language


def docx_bytes(parts: Sequence[Part], *, title: str) -> bytes:
    """Write parts one after another and return the file."""
    paper = Document()
    _dress(paper)
    paper.core_properties.title = _clean(title)[:255]  # no longer one is allowed
    paper.core_properties.author = "kzstay"
    paper.core_properties.language = _tag(parts[0].language)
    paper.core_properties.comments = ""
    for number, part in enumerate(parts):
        if number:
            paper.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        for block in part.blocks:
            _add(paper, block, _tag(part.language))
    buffer = BytesIO()
    paper.save(buffer)
    return buffer.getvalue()


def write_docx(parts: Sequence[Part], path: Path, *, title: str) -> None:
    """Write parts as a DOCX file that is whole or not there at all. Raises OSError."""
    write_whole(target_of(path), docx_bytes(parts, title=title))


def _dress(paper: Paper) -> None:
    """Set A4, the margins, and one font for all."""
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = _MARGINS
    for name, size in _STYLES.items():
        style: Any = paper.styles[name]  # a style of paragraphs has more than its stub tells
        style.font.name, style.font.color.rgb, style.font.size = FONT, RGBColor(0, 0, 0), size
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(kind), FONT)
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(kind), None)


def _add(paper: Paper, block: Block, language: str) -> None:
    match block:
        case Title():
            _say(paper.add_paragraph(style="Title"), block.text, language)
            if block.line:
                _say(paper.add_paragraph(), block.line, language, muted=True)
        case Heading():
            style = "Heading 2" if block.minor else "Heading 1"
            _say(paper.add_paragraph(style=style), block.text, language)
        case Paragraph():
            _say(paper.add_paragraph(), block.text, language, muted=block.muted)
        case Answer():
            told = " ".join(filter(None, (block.number, block.unit)))
            for text in (told, block.lead, block.standing_text, *block.facts):
                _say(paper.add_paragraph(), text, language)
        case Facts():
            _facts(paper, block, language)
        case Table():
            _table(paper, block, language)
        case Prose():
            for text in block.markdown.split("\n\n"):  # as it is written: no paper to be edited holds a page of it
                _say(paper.add_paragraph(), text, language)
        case Box():
            _say(paper.add_paragraph(), f"{block.name} · {block.line}", language, bold=True)
            for text in block.told:
                _say(paper.add_paragraph(), text, language)
        case Ways():
            pass  # there is nothing to follow on paper
        case Figure():
            _say(paper.add_paragraph(), block.caption, language, muted=True)


def _say(lines: Lines, text: str, language: str, *, muted: bool = False, bold: bool = False) -> None:
    """Write a text into a paragraph, and say which language it is in, for who spells and reads aloud."""
    run = lines.add_run(_clean(text))
    run.bold = bold or None
    if muted:
        run.font.size, run.font.color.rgb = _SMALL, _MUTED
    _put(run.element.get_or_add_rPr(), "w:lang", language)


def _facts(paper: Paper, block: Facts, language: str) -> None:
    grid = paper.add_table(rows=len(block.rows), cols=2)
    _size(grid, (_LABEL, 100 - _LABEL))
    for row, (label, value) in zip(grid.rows, block.rows, strict=True):
        _fill(row.cells[0].paragraphs[0], label, language, bold=True)
        _fill(row.cells[1].paragraphs[0], value, language)
    paper.add_paragraph()


def _table(paper: Paper, block: Table, language: str) -> None:
    grid = paper.add_table(rows=1 + len(block.rows), cols=len(block.header))
    grid.style = "Table Grid"
    _size(grid, block.widths or (100 // len(block.header),) * len(block.header))
    for cell, label in zip(grid.rows[0].cells, block.header, strict=True):
        _fill(cell.paragraphs[0], label, language, bold=True)
    row: Any = grid.rows[0]
    # It is said again on the next page, and read aloud as a header
    _put(row._tr.get_or_add_trPr(), "w:tblHeader", "true")  # noqa: SLF001 - python-docx has no other word for it
    for line, cells in zip(grid.rows[1:], block.rows, strict=True):
        for cell, text in zip(line.cells, cells, strict=True):
            _fill(cell.paragraphs[0], text, language)
    paper.add_paragraph()


def _size(grid: Grid, widths: Sequence[int]) -> None:
    grid.autofit = False
    for column, share in zip(grid.columns, widths, strict=True):
        column.width = Length(_WIDE * share // 100)
        for cell in column.cells:
            cell.width = Length(_WIDE * share // 100)


def _fill(lines: Lines, text: str, language: str, *, bold: bool = False) -> None:
    lines.paragraph_format.space_after = Pt(2)
    _say(lines, text, language, bold=bold)


def _put(properties: Any, name: str, value: str) -> None:  # noqa: ANN401 - lxml brings no stubs
    """Set a property that python-docx has no word for."""
    properties.append(properties.makeelement(qn(name), {qn("w:val"): value}))


def _tag(language: Language) -> str:
    """Name a language as who spells and reads aloud knows it."""
    return SPOKEN[language].locale.replace("_", "-")


def _clean(text: str) -> str:
    return _NO_CHARACTER.sub("", foreign.clean(text))
