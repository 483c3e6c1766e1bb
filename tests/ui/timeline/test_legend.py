"""The legend: everything that is drawn, in words, read by eyes, by keys and by ears."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.drawing.colours import CONTRAST_DARK
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import timeline as texts
from kzstay.ui.timeline.legend import Legend
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(traveller("DE", stay("2026-11-11")))


def rows(legend: Legend) -> list[str]:
    return [legend.list.item(row).text() for row in range(legend.list.count())]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_everything_in_the_language_of_the_window(window: MainWindow, language: Language) -> None:
    legend = window.stay.timeline.shelf.show_legend()
    window.preferences.set_language(language)
    assert rows(legend) == list(texts.legend(window.session().view.w).values())
    assert all(not legend.list.item(row).icon().isNull() for row in range(legend.list.count()))
    assert legend.list.accessibleName() == legend.windowTitle()
    legend.close()


def test_it_is_read_by_keys_and_left_by_escape(window: MainWindow, qtbot: QtBot) -> None:
    window.commands.by_name["legend"].trigger()
    legend = window.findChild(Legend)
    assert isinstance(legend, Legend)
    assert legend.list.currentRow() == 0
    qtbot.keyClick(legend.list, Qt.Key.Key_Down)
    assert legend.list.currentRow() == 1
    qtbot.keyClick(legend, Qt.Key.Key_Escape)
    assert not legend.isVisible()


def test_it_follows_the_colours_and_keeps_the_place_of_who_reads(window: MainWindow) -> None:
    legend = window.stay.timeline.shelf.show_legend()
    legend.list.setCurrentRow(5)
    before = legend.list.item(0).icon().pixmap(60, 40).toImage()
    window.stay.timeline.set_theme(CONTRAST_DARK)
    assert legend.list.item(0).icon().pixmap(60, 40).toImage() != before
    assert legend.list.currentRow() == 5
    legend.close()
    QApplication.processEvents()
