"""The preview follows what is chosen, a moment after the last choice, as sharp as the screen."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.export.formats import FORMATS, format_of
from kzstay.texts.words import words
from kzstay.ui.window.exporting import preview
from kzstay.ui.window.exporting.picture import Picture, first_page
from kzstay.ui.window.exporting.preview import Preview
from tests.helpers import traveller
from tests.ui.window.exporting.test_picture import ANNA, BORIS, order

EN = words("en")
JSON, ICS = format_of("x.json"), format_of("x.ics")


@pytest.fixture
def shown(qtbot: QtBot) -> Preview:
    made = Preview()
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    QApplication.processEvents()
    return made


def test_several_choices_in_a_moment_are_drawn_once(
    shown: Preview, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    drawn: list[str] = []

    def draw(wanted: preview.Order, width: int, known: preview.Known) -> Picture:
        drawn.append(wanted.language)
        return first_page(wanted, width, known)

    monkeypatch.setattr(preview, "first_page", draw)
    with qtbot.waitSignal(shown.drawn):
        for language in ("en", "ru", "kk"):
            shown.show_order(order(language=language), EN)
    assert drawn == ["kk"]


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_the_page_has_as_many_pixels_as_the_screen(
    shown: Preview, monkeypatch: pytest.MonkeyPatch, ratio: float
) -> None:
    monkeypatch.setattr(shown, "devicePixelRatioF", lambda: ratio)
    shown.show_order(order(), EN)
    shown.draw()
    assert shown.page.picture is not None
    assert shown.page.picture.image.width() == round(shown.page.place().width() * ratio)
    assert shown.shown.currentWidget() is shown.paper


def test_the_page_takes_the_width_that_there_is_and_no_more(shown: Preview, qtbot: QtBot) -> None:
    shown.show_order(order(), EN)
    shown.draw()
    for width in (300, 640, 1600):
        shown.resize(width, 500)
        with qtbot.waitSignal(shown.drawn):
            QApplication.processEvents()
            shown.timer.start()
        assert shown.page.width() == shown.paper.viewport().width()
        assert shown.page.place().width() <= 840
        assert shown.page.picture is not None
        assert shown.page.picture.image.width() == shown.page.place().width()
        assert shown.paper.horizontalScrollBar().maximum() == 0
    assert shown.paper.verticalScrollBar().maximum() > 0


def test_the_paper_is_white_in_the_dark(shown: Preview) -> None:
    dark = QPalette(QColor("#101418"))
    shown.setPalette(dark)
    shown.show_order(order(), EN)
    shown.draw()
    image: QImage = shown.page.grab().toImage()
    assert image.pixelColor(shown.page.place().topLeft() * 2) == QColor("white")


def test_it_says_which_page_is_shown_also_to_who_does_not_see_it(shown: Preview) -> None:
    shown.show_order(order(), EN)
    shown.draw()
    assert shown.page.picture is not None
    told = f"Preview: page 1 of {shown.page.picture.pages}"
    assert (shown.heading.text(), shown.paper.accessibleName()) == (told, told)
    shown.show_order(order(ANNA, BORIS), words("ru"))
    shown.draw()
    assert shown.paper.accessibleName() == "Просмотр: первая страница"


def test_where_there_are_no_pages_the_first_lines_stand_as_they_are(shown: Preview) -> None:
    shown.show_order(msgspec.structs.replace(order(), format=JSON), EN)
    shown.draw()
    assert shown.shown.currentWidget() is shown.text
    assert shown.text.toPlainText().startswith('{"schema": 2')
    assert shown.text.accessibleName() == "Preview: the first lines"
    assert shown.text.isReadOnly()
    shown.show_order(order(), EN)
    shown.draw()
    assert shown.shown.currentWidget() is shown.paper


def test_of_a_workbook_the_first_table_is_shown(shown: Preview) -> None:
    shown.show_order(msgspec.structs.replace(order(ANNA, BORIS), format=format_of("x.xlsx")), words("ru"))
    shown.draw()
    assert shown.shown.currentWidget() is shown.table
    assert shown.table.rowCount() == 2
    names = {shown.table.model().index(row, 0).data() for row in range(2)}
    assert names == {ANNA.name, BORIS.name}
    assert shown.table.accessibleName() == "Просмотр: первая таблица"


def test_what_would_be_empty_is_told(shown: Preview) -> None:
    shown.show_order(msgspec.structs.replace(order(traveller("DE")), format=ICS), EN)
    shown.draw()
    assert "would be empty" in shown.sentence.text()
    shown.show_order(None, EN)
    shown.draw()
    assert shown.sentence.text() == "Choose at least one traveller."
    assert shown.shown.currentWidget() is shown.sentence


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.suffix)
def test_every_format_has_a_preview(shown: Preview, kind: object) -> None:
    shown.show_order(msgspec.structs.replace(order(), format=kind), EN)
    shown.draw()
    assert shown.shown.currentWidget() is not shown.sentence
