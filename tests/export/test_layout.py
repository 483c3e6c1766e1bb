from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from kzstay.content.blocks import Block, Facts, Figure, Paragraph, Table, Title
from kzstay.export import layout, pdf
from kzstay.export.fonts import register_fonts
from kzstay.export.formats import Stopped
from kzstay.i18n import Language
from kzstay.texts import Words
from kzstay.texts.words import words
from tests.export.paper import bars, objects, opened, text, whole
from tests.helpers import stay, traveller

Pages = Callable[..., list[Block]]
Speak = Callable[[Language], Words]

A4_WIDTH = 595  # points

pytestmark = pytest.mark.usefixtures("qapp")


def test_figure_is_drawn_once_and_keeps_its_letters(report: Pages, speak: Speak) -> None:
    areas: list[QRectF] = []

    def draw(painter: QPainter, area: QRectF) -> None:
        areas.append(QRectF(area))
        bars(painter, area)

    reader = opened(report(), speak("en"), draw)
    assert text(reader.pages[0]).count("drawn by hand") == 1
    assert "Bars are stays, the line below is the days used" in text(reader.pages[0])
    assert len(areas) == 1
    assert areas[0].topLeft().isNull()
    assert not any(item["/Subtype"] == "/Image" for item in objects(reader))


def test_few_lines_do_not_make_a_page_of_their_own(speak: Speak) -> None:
    lines: list[Block] = [Paragraph(f"line {number}") for number in range(45)]
    full = next(count for count in range(30, 60) if len(opened([Paragraph("x")] * count, speak("en")).pages) > 1)
    assert full > len(lines)
    assert len(opened([Paragraph("x")] * (full + 20), speak("en")).pages) == 2


def test_name_without_a_space_stays_on_the_page(speak: Speak) -> None:
    name = "Ы" * 300
    reader = opened([Title("T"), Facts([("Name", name)])], speak("en"))
    assert "".join(reader.pages[0].extract_text().split()).count("Ы") == 300
    rights = []
    reader.pages[0].extract_text(
        visitor_text=lambda text, cm, tm, font, size: rights.append(tm[4] * cm[0] + tm[5] * cm[2] + cm[4])
    )
    assert max(rights) < A4_WIDTH


def test_object_character_of_a_person_draws_nothing(report: Pages, speak: Speak) -> None:
    calls: list[int] = []
    who = traveller("DE", stay("2026-11-11", note="\ufffc"), name="A\ufffcB")
    opened(report(who), speak("en"), lambda painter, area: calls.append(1))
    assert calls == [1]


def test_figure_without_a_painter_is_left_out(speak: Speak) -> None:
    assert "words" not in whole(opened([Title("T"), Figure("timeline", "words")], speak("en")))


def test_foot_says_whose_a_sheet_is_and_never_cuts_the_mark(speak: Speak) -> None:
    title = Title("T", "by what", foot="Anna " * 60, mark="Report 0123456789")
    found = text(opened([title], speak("en")).pages[0])
    assert found.startswith("T by what Anna Anna")
    assert found.endswith("… Report 0123456789 · page 1 of 1")


def test_foot_is_the_line_where_nobody_is_named(speak: Speak) -> None:
    assert text(opened([Title("T", "by what")], speak("en")).pages[0]) == "T by what by what page 1 of 1"


def test_a_table_whose_words_need_more_room_is_set_smaller(speak: Speak) -> None:
    # 8 columns of 11 capital letters need some more than the width of a sheet in letters of the usual size
    header = ["MMMMMMMM"] * 8
    wide: list[Block] = [Title("T"), Table(header=header, rows=[header] * 3, align="l" * 8)]
    sizes: list[float] = []
    opened(wide, speak("en")).pages[0].extract_text(
        visitor_text=lambda text, cm, tm, font, size: sizes.append(size * abs(cm[0])) if "MMM" in text else None
    )
    normal: list[float] = []
    opened([Title("T"), Paragraph("MMMMMMMM")], speak("en")).pages[0].extract_text(
        visitor_text=lambda text, cm, tm, font, size: normal.append(size * abs(cm[0])) if "MMM" in text else None
    )
    assert max(sizes) < max(normal)


def test_pages_are_laid_out_for_a_picture_too(report: Pages, speak: Speak) -> None:
    image = QImage(620, 877, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    told: list[float] = []
    pages = layout.Pages([layout.Chapter(report())] * 2, speak("en"), image, QSizeF(image.size()), told.append)
    assert told == [0, 0.5]
    assert pages.count >= 4
    painter = QPainter(image)
    pages.draw(painter, pages.count - 1)
    painter.end()
    row = [image.pixel(x, y) for x in range(0, 620, 2) for y in range(100)]
    assert len(set(row)) > 10  # letters


def test_who_no_longer_wants_the_file_ends_the_work_between_pages(report: Pages, speak: Speak) -> None:
    heard: list[float] = []

    def told(share: float) -> None:
        heard.append(share)
        if share > 0.5:
            raise Stopped

    with pytest.raises(Stopped):
        pdf.pdf_bytes([pdf.Chapter(report())], speak("en"), title="T", told=told)
    assert heard[0] == 0
    assert heard == sorted(heard)


def test_a_page_may_be_drawn_without_telling_how_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    register_fonts()
    device = QImage(100, 100, QImage.Format.Format_RGB32)
    pages = layout.Pages([layout.Chapter([Title("Report", "kzstay")])], words("en"), device, QSizeF(600, 800))
    told: list[str] = []
    monkeypatch.setattr(layout, "_draw_foot", lambda *given: told.append(given[3]))
    painter = QPainter(device)
    pages.draw(painter, 0)
    pages.draw(painter, 0, counted=False)
    painter.end()
    assert told == ["page 1 of 1", "page 1"]


def test_letters_shrink_a_little_where_the_figure_then_stands_where_it_belongs(
    speak: Speak, monkeypatch: pytest.MonkeyPatch
) -> None:
    def together(lines: int) -> bool:
        before: list[Block] = [Paragraph(f"line {number}") for number in range(lines)]
        after: list[Block] = [Paragraph("more") for _ in range(30)]
        made = opened([*before, Figure("timeline", "the caption"), *after], speak("en"), bars)
        return any(f"line {lines - 1}" in text(page) and "drawn by hand" in text(page) for page in made.pages)

    shrunk = {lines for lines in range(20, 40) if together(lines)}
    monkeypatch.setattr(layout, "_SIZES", (9.0,))
    assert {lines for lines in range(20, 40) if together(lines)} < shrunk
