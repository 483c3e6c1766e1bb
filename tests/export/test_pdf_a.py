from __future__ import annotations

import io
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream, FloatObject, NumberObject

from kzstay.bundled import guide, law
from kzstay.content.blocks import Block, Heading, Paragraph, Title
from kzstay.content.guide import printed_topic
from kzstay.core.assess import assess
from kzstay.core.case import Ruling, Stay
from kzstay.export import pdf
from kzstay.export.complaint import write_complaint
from kzstay.export.pdf_a import GREATEST, finished
from kzstay.export.report_pdf import write_report
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from tests.export.lettered import ALL, boxes
from tests.export.pdf_a_check import invalid
from tests.helpers import day, stay, traveller

pytestmark = pytest.mark.usefixtures("qapp")

ON = day("2026-11-22")


@pytest.fixture(scope="module")
def files(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Write one file of each kind, in each language."""
    place = tmp_path_factory.mktemp("pdf")
    german = assess(traveller("DE", stay("2026-11-01"), name="Anna"), ON, law())
    expelled = Ruling(kind="expulsion", served=ON, leave_by=ON + timedelta(days=9))
    ruled = assess(msgspec.structs.replace(traveller("DE", stay("2026-09-01")), rulings=(expelled,)), ON, law())
    entries = [day("2019-01-10") + timedelta(days=14 * number) for number in range(60)]
    many = assess(traveller("RU", *(Stay(entry=one, exit=one) for one in entries), name="Иван"), ON, law())
    for language in LANGUAGES:
        w = words(language)
        write_report([german], w, place / f"short-{language}.pdf")
        write_report([many, german], w, place / f"two-{language}.pdf")
        topic = guide().topics["overstay"]
        blocks = printed_topic(w, law(), guide(), topic, german)
        pdf.write_pdf([pdf.Chapter(blocks)], w, place / f"topic-{language}.pdf", title="T")
        if language != "en":
            write_complaint(ruled, 0, w, w, place / f"complaint-{language}.pdf")
    named = [assess(traveller("DE", stay("2026-11-01", note=name), name=name), ON, law()) for name in ALL.values()]
    write_report(named, words("en"), place / "names.pdf")
    bold: list[Block] = [block for name in ALL.values() for block in (Title(name), Heading(name))]
    pdf.write_pdf([pdf.Chapter(bold)], words("en"), place / "bold.pdf", title="Bold")
    # 60 pages: laid out at 144 dots an inch, the last ones stand further down than PDF/A-1 allows
    lines: list[Block] = [Title("Long"), *(Paragraph(f"line {number}") for number in range(2900))]
    pdf.write_pdf([pdf.Chapter(lines)], words("en"), place / "long.pdf", title="Long")
    return sorted(place.iterdir())


def test_apache_preflight_finds_nothing(files: list[Path], tmp_path: Path) -> None:
    assert invalid(files, tmp_path) == []


def test_nothing_that_pdf_a_forbids_is_in_a_file(files: list[Path]) -> None:
    assert len(files) == 14
    for file in files:
        assert b"/DeviceCMYK" not in file.read_bytes()
        reader = PdfReader(file)
        assert boxes(reader) == 0
        for page in reader.pages:
            numbers = [
                float(value)
                for operands, _ in ContentStream(page.get_contents(), reader).operations
                for value in operands
                if isinstance(value, (FloatObject, NumberObject))
            ]
            assert max(map(abs, numbers)) <= GREATEST
            resources: Any = page["/Resources"]
            for font in resources["/Font"].values():
                assert "/ToUnicode" in font
                assert "/FontFile2" in font["/DescendantFonts"][0]["/FontDescriptor"]
        root: Any = reader.trailer["/Root"]
        marks = root["/Metadata"].get_data().decode()
        assert "xmlns:dc=" not in marks.partition("<rdf:Description")[0]
        assert reader.metadata is not None
        made = str(reader.metadata.creation_date_raw)
        stamp = re.search(r'xmp:CreateDate(?:>|=")([^<"]*)', marks)
        assert stamp is not None
        assert re.sub(r"\D", "", stamp[1])[:14] == re.sub(r"\D", "", made)[:14]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_is_told_language_title_and_bookmarks(language: Language, files: list[Path]) -> None:
    reader = PdfReader(next(file for file in files if file.stem == f"two-{language}"))
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/PageMode"] == "/UseOutlines"
    outline: Any = reader.outline
    w = words(language)
    cover, *people, end = (one.title for one in outline if not isinstance(one, list))
    assert cover == w.ngettext(
        "Report on the stay of {n} traveller", "Report on the stays of {n} travellers", 2
    ).format(n=2)
    assert (sorted(people), end) == (["Anna", "Иван"], w.gettext("The same for all travellers"))
    under = [[one.title for one in found] for found in outline if isinstance(found, list)]
    assert all(w.gettext("Stays") in found for found in under[:2])
    assert w.gettext("About this report") in under[-1]


def test_a_bookmark_leads_to_the_page_of_its_heading() -> None:
    blocks: list[Block] = [Title("T"), *(Paragraph("line") for _ in range(150)), Heading("The <last>")]
    made = pdf.pdf_bytes([pdf.Chapter([Paragraph("x")]), pdf.Chapter(blocks)], words("en"), title="T")
    reader = PdfReader(io.BytesIO(made))
    outline: Any = reader.outline
    places = [reader.get_destination_page_number(one) for one in (outline[0], *outline[1])]
    assert (outline[1][0].title, places) == ("The <last>", [1, len(reader.pages) - 1])


def test_what_qt_did_not_write_is_refused() -> None:
    with pytest.raises(ValueError, match="as Qt writes"):
        finished(b"trailer\n<<>>\n", "en", [])
