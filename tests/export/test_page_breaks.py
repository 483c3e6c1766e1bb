from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextBlock, QTextDocument

from kzstay.content.blocks import Block, Facts, Figure, Heading, Paragraph, Table, Title
from kzstay.export import pdf
from kzstay.export.page_breaks import begin_last_page, bottom, page_of
from kzstay.i18n import Language
from kzstay.texts import Words
from kzstay.texts.words import words as words_of
from tests.export.paper import bars, often, opened, text, whole

Pages = Callable[..., list[Block]]
Speak = Callable[[Language], Words]

pytestmark = pytest.mark.usefixtures("qapp")


def test_many_stays_take_many_pages_with_header_and_foot_on_each(report: Pages, speak: Speak) -> None:
    pages = [text(page) for page in opened(report(often(180, 2)), speak("en"), bars).pages]
    count = len(pages)
    assert count > 5
    for number, page in enumerate(pages, 1):
        assert re.search(rf"Report [0-9a-f]{{10}} · page {number} of {count}$", page)
    crossings = [page for page in pages if "No. Entry Exit Days Lawful until Status Note" in page]
    assert len(crossings) >= 5
    assert sum(page.count("a note that is long enough") for page in pages) == 90
    # No row is torn between two pages
    assert all(page.count("a note that is long") == page.count("at the very least") for page in pages)


@pytest.mark.parametrize("lines", range(41, 49))
def test_heading_never_stands_alone_at_the_foot(lines: int, speak: Speak) -> None:
    blocks: list[Block] = [
        *(Paragraph(f"line {number}") for number in range(lines)),
        Heading("The heading"),
        Heading("A minor one", minor=True),
        Table(header=["Column"], rows=[["the row"]], align="l"),
        Paragraph("the end"),
        *(Paragraph("more") for _ in range(20)),
    ]
    page = next(page for page in opened(blocks, speak("en")).pages if "The heading" in text(page))
    assert "A minor one Column the row" in text(page)


@pytest.mark.parametrize("count", range(8, 48, 12))
def test_last_lines_are_not_lost_after_a_break(count: int, report: Pages, speak: Speak) -> None:
    # Qt lays out lazily: without a push the end had no lines once a heading had moved
    found = whole(opened(report(often(count, 5)), speak("en"), bars))
    assert "About this report" in found
    assert found.index("Ask the migration service about your case.") > found.index("Made by")


def test_a_document_taller_than_qt_lays_out_ends_no_process(speak: Speak, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_DPIS", (72_000,))
    blocks: list[Block] = [Paragraph("word " * 20_000), Heading("The end"), Facts([("a", "b"), ("c", "d")])]
    assert len(opened(blocks, speak("en")).pages) > 10


def test_a_long_table_begins_every_page_with_its_header() -> None:
    rows = [
        [f"State {number}", "visa-free", "30 days", "90 days in each 180", "ML 6(4)", "high"]
        for number in range(200)
    ]
    names = ["Citizenship", "Needs", "Stay", "In all", "Article", "Certainty"]
    table = Table(header=names, rows=rows, align="llllll", widths=(20, 20, 14, 20, 14, 12))
    pages = [page.extract_text() for page in opened([Title("Visas"), table], words_of("en")).pages]
    assert len(pages) > 4
    assert all("Citizenship" in text and "Certainty" in text for text in pages)
    told = [number for text in pages for number in re.findall(r"State\s(\d+)", text)]
    assert told == [str(number) for number in range(200)]


@pytest.mark.parametrize("lines", range(24, 36))
def test_a_figure_stands_with_its_caption(lines: int, speak: Speak) -> None:
    before: list[Block] = [Paragraph(f"line {number}") for number in range(lines)]
    pages = opened([*before, Figure("timeline", "the caption"), Paragraph("more")], speak("en"), bars).pages
    (page,) = (text(page) for page in pages if "the caption" in text(page))
    assert "drawn by hand" in page


@pytest.mark.parametrize("lines", range(24, 36))
def test_a_caption_of_several_lines_is_not_torn(lines: int, speak: Speak) -> None:
    before: list[Block] = [Paragraph(f"line {number}") for number in range(lines)]
    caption = " ".join(["the caption", *["word"] * 80, "its end"])
    pages = opened([*before, Figure("timeline", caption), Paragraph("more")], speak("en"), bars).pages
    (page,) = (text(page) for page in pages if "the caption" in text(page))
    assert "drawn by hand" in page
    assert "its end" in page


@pytest.mark.parametrize("lines", range(36, 50))
def test_a_short_paragraph_is_not_torn_and_its_heading_goes_along(lines: int, speak: Speak) -> None:
    before: list[Block] = [Paragraph(f"line {number}") for number in range(lines)]
    told = Paragraph(" ".join(["The beginning", *["word"] * 40, "the end."]))
    pages = opened([*before, Heading("The heading"), told, *[Paragraph("more")] * 5], speak("en")).pages
    (page,) = (text(page) for page in pages if "The heading" in text(page))
    assert "The beginning" in page
    assert "the end." in page


@pytest.mark.parametrize("lines", range(36, 50))
@pytest.mark.parametrize("words", [12, 90])
def test_a_heading_stands_on_the_page_of_the_first_row(lines: int, words: int, speak: Speak) -> None:
    before: list[Block] = [Paragraph(f"line {number}") for number in range(lines)]
    rows = [[f"row {number}", "word " * words] for number in range(3)]
    table = Table(header=["Column", "Note"], rows=rows, align="ll", widths=(20, 20))
    pages = opened([*before, Heading("The heading"), table], speak("en")).pages
    (page,) = (text(page) for page in pages if "The heading" in text(page))
    assert "row 0" in page


def test_rows_higher_than_a_page_are_torn(speak: Speak) -> None:
    rows = [[f"row {number}", "word " * 400] for number in range(3)]
    table = Table(header=["Column", "Note"], rows=rows, align="ll", widths=(20, 20))
    assert len(opened([Heading("The heading"), table], speak("en")).pages) < 6


@pytest.mark.parametrize("lines", range(20, 50))
def test_no_page_is_empty(lines: int, speak: Speak) -> None:
    before: list[Block] = [Paragraph(f"line {number}") for number in range(lines)]
    table = Table(header=["Column"], rows=[["row 1"], ["row 2"]], align="l")
    blocks = [*before, Heading("One"), table, Heading("Two"), table, Heading("Three"), Paragraph("word " * 1500)]
    pages = [text(page) for page in opened([*blocks, Heading("Four"), table], speak("en")).pages]
    assert all(re.search(r"line|row|word", page) for page in pages)


@pytest.mark.parametrize("rows", range(30, 52))
def test_a_small_note_about_a_table_never_stands_alone_on_the_next_page(rows: int, speak: Speak) -> None:
    table = Table(header=["Column"], rows=[[f"row {number}"] for number in range(rows)], align="l")
    blocks: list[Block] = [Title("T"), table, Paragraph("the note", muted=True), *[Paragraph("more")] * 12]
    page = next(page for page in opened(blocks, speak("en")).pages if "the note" in text(page))
    assert f"row {rows - 1}" in text(page)


def two_pages(before: int, height: float) -> tuple[QTextDocument, QTextBlock]:
    """Return a document whose last section, of three lines, is on the second page, and the heading before."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    lines = "<p style='margin: 0'>line</p>"
    document.setHtml(lines * before + "<h2>Earlier</h2>" + lines * 4 + "<h2>Last</h2>" + lines * 3)
    document.setPageSize(QSizeF(400, height))
    block = document.begin()
    while block.text() != "Earlier":
        block = block.next()
    return document, block


def heights() -> tuple[float, float]:
    """Return the height of a line, and that of a page that ends behind the lines of the earlier section."""
    document, _earlier = two_pages(20, 10_000)
    layout = document.documentLayout()
    last = layout.blockBoundingRect(document.lastBlock())
    return last.height(), last.top() - 3 * last.height()


def test_the_last_page_begins_with_an_earlier_section_where_little_stands_on_it() -> None:
    line, height = heights()
    document, earlier = two_pages(20, height)
    assert (document.pageCount(), page_of(document, earlier, height)) == (2, 0)
    begin_last_page(document, height, 0.3)
    assert (document.pageCount(), page_of(document, earlier, height)) == (2, 1)
    assert bottom(document) - height > 8 * line


def test_a_page_that_no_section_fills_is_left() -> None:
    _, height = heights()
    document, _earlier = two_pages(20, height)
    before = bottom(document)
    begin_last_page(document, height, 0.9)
    assert bottom(document) == before


def test_no_page_is_left_half_empty_for_the_last_one() -> None:
    _, height = heights()
    document, earlier = two_pages(6, height / 2)
    begin_last_page(document, height / 2, 0.8)
    assert page_of(document, earlier, height / 2) == 0
