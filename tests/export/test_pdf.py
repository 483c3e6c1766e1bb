from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pypdf import PageObject, PdfReader
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter
from pytestqt.qtbot import QtBot

from kzstay.bundled import guide as guide_of
from kzstay.bundled import law
from kzstay.content.blocks import Block, Facts, Figure, Heading, Paragraph, Table, Title
from kzstay.content.guide import printed_topic
from kzstay.content.person.box import box
from kzstay.core.assess import assess
from kzstay.core.case import Stay, Traveller
from kzstay.export import pdf
from kzstay.export.report_pdf import write_report
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import Words, sources
from kzstay.texts import guide as guide_texts
from kzstay.texts.words import words as words_of
from smoke import UTF_8
from tests.content.block_reader import GERMAN
from tests.helpers import day, stay, traveller
from tests.texts.test_foreign import HARMFUL

Pages = Callable[..., list[Block]]
Speak = Callable[[Language], Words]

pytestmark = pytest.mark.usefixtures("qapp")

A4 = 595, 842  # points


def opened(blocks: list[Block], w: Words, draw: pdf.Draw | None = None) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.pdf_bytes([pdf.Chapter(blocks, draw)], w, title="A report", author="Me")))


def text(page: PageObject) -> str:
    # Qt writes a space as a step to the right, which is read as a tab
    return " ".join(page.extract_text().split())


def whole(reader: PdfReader) -> str:
    return " ".join(text(page) for page in reader.pages)


def test_report_says_on_paper_what_it_says_on_the_screen(report: Pages, speak: Speak) -> None:
    reader = opened(report(), speak("en"))
    found = whole(reader)
    for expected in (
        "Report on a stay in Kazakhstan",
        "Anna Schmidt",
        "Germany · ordinary passport",
        "18 days left",
        "Leave by Thursday, 10 December 2026",
        "✓ within limits",
        "11 Nov 2026 still here 12 10 Dec 2026 leave by 10 Dec 2026",
        "Law on Migration of Population, art. 6, para. 4",
        "not legal advice",
    ):
        assert expected in found
    assert [round(side) for side in reader.pages[0].mediabox[2:]] == list(A4)
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("A report", "Me")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Thursday, 10 December 2026", "Germany", "20 May 2026"]),
        ("ru", ["четверг, 10 декабря 2026 г.", "Германия", "20.05.2026", "Закон РК «О миграции населения»"]),
        ("kk", ["2026 жылғы 10 желтоқсан, бейсенбі", "Германия", "«Халықтың көші-қоны туралы» ҚР Заңы"]),
    ],
)
def test_every_language_can_be_read_back(
    language: Language, expected: list[str], report: Pages, speak: Speak
) -> None:
    found = whole(opened(report(language=language), speak(language)))
    for words in expected:
        assert words in found


@pytest.mark.parametrize("names", [1, 100])
def test_no_name_steers_the_title_of_the_file(names: int, tmp_path: Path, speak: Speak) -> None:
    nasty = "Anna\x1b]0;x\x07\u202e\u2066\u200f\n\u2028Schmidt" + "x" * 300
    found = [assess(traveller("DE", name=nasty), day("2026-11-22"), law())] * names
    with pytest.MonkeyPatch.context() as patch:  # what stands on the pages does not matter here
        patch.setattr("kzstay.content.report.report", lambda *_: [Title("T")])
        write_report(found, speak("en"), tmp_path / "out.pdf")
    found = PdfReader(tmp_path / "out.pdf").metadata
    assert found is not None
    assert found.title is not None
    assert not HARMFUL & set(found.title)
    assert found.title.startswith("Report on a stay in Kazakhstan · Anna]0;x Schmidtxxx")
    assert found.title.endswith("…")
    assert len(found.title) < 600


def test_properties_of_the_file_are_cleaned_whoever_gives_them(speak: Speak) -> None:
    made = pdf.pdf_bytes([pdf.Chapter([Title("T")])], speak("en"), title="a\x1b\u202eb", author="c\nd\u2066")
    found = PdfReader(io.BytesIO(made)).metadata
    assert found is not None
    assert (found.title, found.author) == ("ab", "c d")


def test_kazakh_letters_come_back(report: Pages, speak: Speak) -> None:
    name = "Әсел Ғабитқызы Ңңұұүүһһіі Өөққ ₸"
    assert name in whole(opened(report(traveller("DE", name=name)), speak("kk")))


def test_file_claims_pdf_a(report: Pages, speak: Speak) -> None:
    reader = opened(report(), speak("en"))
    root: Any = reader.trailer["/Root"]
    marks = root["/Metadata"].get_data().decode()
    assert 'pdfaid:part="1"' in marks
    assert 'pdfaid:conformance="B"' in marks
    assert root["/OutputIntents"]


def test_only_bundled_fonts_are_used_and_embedded(report: Pages, speak: Speak) -> None:
    reader = opened(report(language="kk"), speak("kk"), bars)
    names: set[str] = set()
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            outlines = font["/DescendantFonts"][0]["/FontDescriptor"]
            assert "/FontFile2" in outlines
            names.add(outlines["/FontName"].rpartition("+")[2].lstrip("/").partition("-")[0])
    assert names == {"Inter"}


def bars(painter: QPainter, area: QRectF) -> None:
    painter.fillRect(area, QColor("#E8F2F8"))
    font = QFont("Inter")
    font.setPixelSize(12)
    painter.setFont(font)
    painter.setPen(QColor("#16202A"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "drawn by hand")


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


def objects(reader: PdfReader) -> list[Any]:
    found: list[Any] = []
    for page in reader.pages:
        resources: Any = page["/Resources"]
        found += [item.get_object() for item in resources.get("/XObject", {}).values()]
    return found


def test_example_fits_on_four_pages(report: Pages, speak: Speak) -> None:
    assert len(opened(report(), speak("en"), bars).pages) <= 4


def often(count: int, every: int) -> Traveller:
    """Build a traveller with short stays in 2019 and later, every so many of them with a note of two lines."""
    entries = [day("2019-01-10") + timedelta(days=14 * number) for number in range(count)]
    note = "a note that is long enough to need two lines of the table at the very least"
    return traveller(
        "RU",
        *(
            Stay(entry=entry, exit=entry + timedelta(days=4), notified=entry, note="" if number % every else note)
            for number, entry in enumerate(entries)
        ),
        born="1980-03-04",
        name="Константинопольский-Преображенский Александр Владимирович Максимилианович",
    )


def test_many_stays_take_many_pages_with_header_and_foot_on_each(report: Pages, speak: Speak) -> None:
    pages = [text(page) for page in opened(report(often(180, 2)), speak("en"), bars).pages]
    count = len(pages)
    assert count > 5
    for number, page in enumerate(pages, 1):
        assert f"page {number} of {count}" in page
        assert "Calculated for 22 November 2026 · strict count" in page
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


def test_few_lines_do_not_make_a_page_of_their_own(speak: Speak) -> None:
    lines: list[Block] = [Paragraph(f"line {number}") for number in range(45)]
    full = next(count for count in range(30, 60) if len(opened([Paragraph("x")] * count, speak("en")).pages) > 1)
    assert full > len(lines)
    assert len(opened([Paragraph("x")] * (full + 20), speak("en")).pages) == 2


def test_a_document_taller_than_qt_lays_out_ends_no_process(speak: Speak, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_DPIS", (72_000,))
    blocks: list[Block] = [Paragraph("word " * 20_000), Heading("The end"), Facts([("a", "b"), ("c", "d")])]
    assert len(opened(blocks, speak("en")).pages) > 10


def test_name_without_a_space_stays_on_the_page(speak: Speak) -> None:
    name = "Ы" * 300
    reader = opened([Title("T"), Facts([("Name", name)])], speak("en"))
    assert "".join(reader.pages[0].extract_text().split()).count("Ы") == 300
    rights = []
    reader.pages[0].extract_text(
        visitor_text=lambda text, cm, tm, font, size: rights.append(tm[4] * cm[0] + tm[5] * cm[2] + cm[4])
    )
    assert max(rights) < A4[0]


def test_object_character_of_a_person_draws_nothing(report: Pages, speak: Speak) -> None:
    calls: list[int] = []
    who = traveller("DE", stay("2026-11-11", note="\ufffc"), name="A\ufffcB")
    opened(report(who), speak("en"), lambda painter, area: calls.append(1))
    assert calls == [1]


def test_figure_without_a_painter_is_left_out(speak: Speak) -> None:
    assert "words" not in whole(opened([Title("T"), Figure("timeline", "words")], speak("en")))


def test_a_figure_that_cannot_be_drawn_leaves_no_report_without_it(
    tmp_path: Path, report: Pages, speak: Speak
) -> None:
    def draw(painter: QPainter, area: QRectF) -> None:
        raise ZeroDivisionError

    path = tmp_path / "report.pdf"
    with pytest.raises(ZeroDivisionError):
        pdf.write_pdf([pdf.Chapter(report(), draw)], speak("en"), path, title="A report")
    assert not path.exists()


def test_file_is_written_whole(tmp_path: Path, report: Pages, speak: Speak) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    pdf.write_pdf([pdf.Chapter(report(GERMAN))], speak("en"), target, title="T")
    assert target.read_bytes().startswith(b"%PDF-1.4")
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


def test_running_application_is_left_as_it_is(qtbot: QtBot) -> None:
    before = QGuiApplication.instance()
    pdf.ensure_application()
    assert QGuiApplication.instance() is before


def test_report_needs_no_display(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from kzstay.content.blocks import Title\n"
        "from kzstay.export.pdf import Chapter, write_pdf\n"
        "from kzstay.texts import Words\n"
        "write_pdf([Chapter([Title('Hello')])], Words('en'), Path(sys.argv[1]), title='T')\n"
    )
    hidden = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    environment["LC_ALL"] = UTF_8  # in a locale that is not UTF-8 Qt itself tells so
    target = tmp_path / "report.pdf"
    done = subprocess.run(
        [sys.executable, "-c", program, str(target)],
        cwd=Path(__file__).parents[2],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Hello" in text(PdfReader(target).pages[0])


def test_of_qt_only_what_fonts_lack_is_kept_from_the_terminal() -> None:
    program = (
        "from kzstay.export.pdf import ensure_application\n"
        "from PySide6.QtCore import QLoggingCategory\n"
        "ensure_application()\n"
        "names = 'qt.text.font.db', 'qt.text.font.match', 'qt.qpa.fonts', 'default'\n"
        "print(*(QLoggingCategory(name).isInfoEnabled() for name in names))\n"
        "print(QLoggingCategory('qt.text.font.db').isWarningEnabled())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True", "True", "True", "True"]


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_topic_is_whole_on_paper_with_what_it_means_for_a_person(language: Language) -> None:
    w, guide = words_of(language), guide_of()
    a = assess(traveller("DE", stay("2026-11-01")), day("2026-12-05"), law())
    blocks = printed_topic(w, law(), guide, guide.topics["overstay"], a)
    pages = [" ".join(page.extract_text().split()) for page in opened(blocks, w).pages]
    text = " ".join(pages)
    found = box(w, a, "overstay")
    assert found is not None
    for told in (
        guide.title("overstay", language),
        found.name,
        *found.told,
        sources.address(w, law().sources["KoAP"]),
    ):
        assert " ".join(told.split()) in text
    assert all(guide_texts.printed(w, "trouble") in page for page in pages)  # at the foot of each
    assert found.show not in text
