"""Blocks as DOCX, read back as a word processor reads them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from kzstay.content.blocks import Answer, Block, Facts, Figure, Heading, Paragraph, Prose, Table, Title
from kzstay.core.reckoning import Standing
from kzstay.export.docx import Part, docx_bytes, write_docx

BLOCKS: list[Block] = [
    Title("Шағым", "a line"),
    Heading("One"),
    Heading("Two", minor=True),
    Paragraph("Ә & <b>"),
    Paragraph("small", muted=True),
    Answer(
        number="3",
        unit="days",
        lead="Leave",
        standing_code=Standing.ENDING,
        standing_text="ending",
        facts=["a fact"],
    ),
    Facts([("To", "the court"), ("From", "")]),
    Table(header=["No.", "Text"], rows=[["1", "says"]], align="ll"),
    Prose("# Head\n\nText"),
    Figure("timeline", "a caption"),
]


def read(*parts: Part, title: str = "A title") -> Any:  # noqa: ANN401
    return Document(BytesIO(docx_bytes(parts, title=title)))


def test_every_block_is_written() -> None:
    paper = read(Part(BLOCKS, "kk"))
    told = [(line.style.name, line.text) for line in paper.paragraphs if line.text]
    assert told == [
        ("Title", "Шағым"),
        ("Normal", "a line"),
        ("Heading 1", "One"),
        ("Heading 2", "Two"),
        ("Normal", "Ә & <b>"),
        ("Normal", "small"),
        ("Normal", "3 days"),
        ("Normal", "Leave"),
        ("Normal", "ending"),
        ("Normal", "a fact"),
        ("Normal", "# Head"),
        ("Normal", "Text"),
        ("Normal", "a caption"),
    ]
    cells = [[[cell.text for cell in row.cells] for row in table.rows] for table in paper.tables]
    assert cells == [[["To", "the court"], ["From", ""]], [["No.", "Text"], ["1", "says"]]]
    assert 'w:tblHeader w:val="true"' in paper.tables[1]._tbl.xml


def test_each_part_says_its_language_and_begins_on_a_page() -> None:
    paper = read(Part([Paragraph("привет")], "ru"), Part([Paragraph("hello")], "en"))
    xml = paper.element.xml
    assert [xml.count(f'w:lang w:val="{tag}"') for tag in ("ru-RU", "en-GB", "kk-KZ")] == [1, 1, 0]
    assert xml.count('w:br w:type="page"') == 1
    about = paper.core_properties
    assert (about.title, about.author, about.language, about.comments) == ("A title", "kzstay", "ru-RU", "")


def test_one_font_with_kazakh_letters_stands_everywhere() -> None:
    styles = read(Part([Heading("Ә")], "kk")).styles
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        assert styles[name].font.name == "Times New Roman"
        assert "Theme=" not in styles[name].element.rPr.rFonts.xml.split(">")[0]


@pytest.mark.parametrize("harm", ["\x00", "\x1b[31m", "\u202e", "\ud800", "\uffff", "\ufffe", "\n", "\t"])
def test_what_harms_is_left_out(harm: str) -> None:
    paper = read(Part([Paragraph(f"a{harm}b"), Facts([(harm, harm)])], "en"), title=f"x{harm}" + "y" * 300)
    text = paper.paragraphs[0].text
    assert harm not in text
    assert text[0] == "a"
    assert text[-1] == "b"
    assert len(paper.core_properties.title) <= 255


def test_the_file_is_whole_or_not_there(tmp_path: Path) -> None:
    write_docx([Part([Paragraph("a")], "en")], tmp_path / "out.docx", title="t")
    assert (tmp_path / "out.docx").read_bytes().startswith(b"PK")
    with pytest.raises(OSError, match="gone"):
        write_docx([Part([Paragraph("a")], "en")], tmp_path / "gone" / "out.docx", title="t")
