"""The list of travellers as PDF: every name in its order, the header on each page, valid for archives."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from kzstay.core.case import Traveller
from kzstay.export.formats import Stopped
from kzstay.export.list_pdf import chapters, first_chapter, title, write_report
from kzstay.i18n import LANGUAGES
from kzstay.texts.words import words
from tests.content.test_register import ANNA, FINED, HOTEL, IVAN, OVER, guest, of
from tests.export.paper import text, whole
from tests.export.pdf_a_check import invalid
from tests.helpers import stay, traveller

pytestmark = pytest.mark.usefixtures("qapp")
EN = words("en")


def many(count: int) -> list[Traveller]:
    stays = stay("2026-11-20", notified="2026-11-20"), stay("2026-11-03", notified="2026-11-04")
    return [
        guest(traveller(("DE", "RU")[n % 2], stays[n % 2], name=f"Guest with number {n:03}")) for n in range(count)
    ]


def test_the_names_stand_in_the_order_that_is_given_under_a_header_on_each_page(tmp_path: Path) -> None:
    people, path = many(60), tmp_path / "list.pdf"
    assert write_report([of(who) for who in people], EN, path) == ""
    reader = PdfReader(path)
    assert len(reader.pages) > 1
    told = whole(reader)
    places = [told.index(who.name) for who in people]
    assert places == sorted(places)
    for number, page in enumerate(reader.pages, 1):
        shown = text(page)
        if "Guest with" in shown:
            assert "No. Traveller Status" in shown
        assert f"page {number} of {len(reader.pages)}" in shown
        assert "Calculated for 26 November 2026 · strict count" in shown
    assert "Hotel Alatau · medium business" in text(reader.pages[0])
    assert reader.metadata is not None
    assert reader.metadata.title == "List of 60 travellers · Hotel Alatau · medium business"


def test_it_is_valid_for_archives_in_every_language(tmp_path: Path) -> None:
    files: list[Path] = []
    for language in LANGUAGES:
        files.append(tmp_path / f"{language}.pdf")
        write_report([of(who) for who in (ANNA, IVAN, OVER, FINED)], words(language), files[-1], left_out=(1, 0))
    assert invalid(files, tmp_path) == []


def test_nothing_runs_beyond_the_page_however_long_a_name_is(tmp_path: Path) -> None:
    long = guest(
        traveller("DE", stay("2026-11-24"), name="Wolfeschlegelsteinhausenbergerdorff " * 8), HOTEL, "X" * 60
    )
    path = tmp_path / "long.pdf"
    write_report([of(long)], words("kk"), path)
    assert "Wolfeschlegelsteinhausenbergerdorff" in whole(PdfReader(path))


def test_what_a_preview_shows_is_the_list_itself() -> None:
    found = [of(ANNA), of(IVAN)]
    assert first_chapter(found, EN, (1, 0)).blocks == chapters(found, EN, (1, 0))[0].blocks
    assert title(EN, [of(ANNA), of(FINED)]) == "List of 2 travellers"


def test_who_no_longer_wants_it_gets_no_file(tmp_path: Path) -> None:
    def stop(share: float) -> None:
        if share:
            raise Stopped

    with pytest.raises(Stopped):
        write_report([of(ANNA)], EN, tmp_path / "out.pdf", told=stop)
    assert list(tmp_path.iterdir()) == []
