from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kzstay.bundled import guide as guide_of
from kzstay.bundled import law
from kzstay.content.blocks import Block, Title
from kzstay.content.guide import printed_topic
from kzstay.content.person.box import box
from kzstay.core.assess import assess
from kzstay.export import pdf
from kzstay.export.report_pdf import write_report
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import Words, sources
from kzstay.texts import guide as guide_texts
from kzstay.texts.words import words as words_of
from smoke import UTF_8
from tests.content.block_reader import GERMAN
from tests.export.paper import bars, opened, text, whole
from tests.helpers import day, stay, traveller
from tests.texts.test_foreign import HARMFUL

Pages = Callable[..., list[Block]]
Speak = Callable[[Language], Words]

pytestmark = pytest.mark.usefixtures("qapp")

A4 = 595, 842  # points


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


def test_number_and_unit_are_copied_with_a_space(report: Pages, speak: Speak, tmp_path: Path) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("needs pdftotext of Poppler")
    path = tmp_path / "out.pdf"
    path.write_bytes(pdf.pdf_bytes([pdf.Chapter(report())], speak("en"), title="T"))
    read = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert "18 days left\n" in read


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


def test_example_fits_on_four_pages(report: Pages, speak: Speak) -> None:
    assert len(opened(report(), speak("en"), bars).pages) <= 4


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
