"""The picture of a first page: what stands on the paper, at any width, without a word that is not there."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtGui import QColor

from kzstay.content.blocks import Table
from kzstay.core.case import Traveller
from kzstay.core.readings import Reading
from kzstay.export import layout
from kzstay.export.formats import FORMATS
from kzstay.export.layout import Chapter, Pages
from kzstay.export.pdf import pdf_bytes
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from kzstay.ui.window.exporting import picture
from kzstay.ui.window.exporting.order import DOCUMENTS, Order
from kzstay.ui.window.exporting.picture import first_page
from tests.helpers import day, stay, traveller
from tests.ui.window.exporting.open_dialogs import ANNA, BORIS

pytestmark = pytest.mark.usefixtures("qapp")


def order(*travellers: Traveller, language: Language = "en") -> Order:
    return Order(
        document=DOCUMENTS[0],
        format=FORMATS[0],
        language=language,
        reading=Reading.SAFE,
        on=day("2026-11-22"),
        travellers=travellers or (ANNA,),
    )


@pytest.mark.parametrize("width", [1, 120, 500, 1260])
def test_it_has_the_shape_of_the_paper_and_white_margins(width: int) -> None:
    image = first_page(order(), width).image
    assert image.width() == width
    assert abs(image.height() - width * 297 / 210) <= 1
    if width > 1:
        assert image.pixelColor(0, 0) == QColor("white")
        pixels = {image.pixel(x, y) for x in range(width) for y in range(0, image.height(), 3)}
        assert len(pixels) > 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_breaks_where_it_does_in_the_file(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    counts: list[int] = []
    kept = Pages.__init__

    def init(self: Pages, *args: object, **more: object) -> None:
        kept(self, *args, **more)  # type: ignore[arg-type]
        counts.append(self.count)

    monkeypatch.setattr(layout.Pages, "__init__", init)
    wanted = order(language=language)
    found = first_page(wanted, 300)
    pdf_bytes(wanted.chapters(wanted.first()), words(language), title="")
    assert counts == [found.pages] * 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (order(), order(language="ru")),
        (order(), order(BORIS)),
        (order(), msgspec.structs.replace(order(), on=day("2026-12-24"))),
    ],
    ids=["language", "traveller", "day"],
)
def test_another_choice_is_another_picture(one: Order, other: Order) -> None:
    assert first_page(one, 400).image == first_page(one, 400).image
    assert first_page(one, 400).image != first_page(other, 400).image


def test_of_several_travellers_the_pages_are_not_counted() -> None:
    assert first_page(order(ANNA, BORIS), 200).pages is None
    assert first_page(order(ANNA), 200).pages


def test_of_a_long_table_only_what_a_page_holds_is_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out: list[Chapter] = []
    kept = picture._drawn

    def drawn(chapter: Chapter, *args: object, **more: object) -> picture.Picture:
        laid_out.append(chapter)
        return kept(chapter, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(picture, "_drawn", drawn)
    many = [stay(f"20{y:02}-{m:02}-01", f"20{y:02}-{m:02}-02") for y in range(10, 20) for m in range(1, 13)]
    assert first_page(order(traveller("DE", *many)), 200).pages is None
    assert max(len(block.rows) for block in laid_out[0].blocks if isinstance(block, Table)) == picture._ROWS


def test_a_drawing_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> object:
        def draw(*_: object) -> None:
            raise RuntimeError("no figure")

        return draw

    monkeypatch.setattr("kzstay.export.report_pdf.drawing", fail)
    with pytest.raises(RuntimeError, match="no figure"):
        first_page(order(), 200)
