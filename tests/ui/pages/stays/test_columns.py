"""The columns of the table of stays: no state is cut as long as a note has room to spare."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from kzstay.i18n import LANGUAGES
from kzstay.ui.pages.stays.columns import AROUND
from kzstay.ui.pages.stays.model import DAYS, ENTRY, EXIT, NOTE, NOTIFIED, REGISTERED, STATUS
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.cut import cut, settle

ANNA = traveller("DE", stay("2026-07-14", "2026-08-09", note="to Astana by train"), stay("2026-11-11"))


def speak(window: MainWindow, language: str) -> None:
    window.commands.by_name[f"language_{language}"].trigger()


@pytest.mark.parametrize("size", [(960, 540), (1092, 614), (1366, 700), (1920, 1080)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reason_is_read_whole_where_it_stands(open_case: OpenCase, language: str, size: tuple[int, int]) -> None:
    window = open_case(ANNA)
    speak(window, language)
    window.resize(*size)
    Editing(window.session()).type(STAYS, 0, "exit", "no day at all")
    settle()
    assert cut(window) == []
    assert window.stay.stays.horizontalScrollBar().maximum() == 0


def test_in_a_wide_window_each_column_has_more_than_it_needs(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.resize(1920, 1080)
    settle()
    table = window.stay.stays
    for column in (ENTRY, EXIT, DAYS, STATUS, NOTIFIED, NOTE):
        assert table.columnWidth(column) > table.sizeHintForColumn(column)
    assert table.horizontalHeader().length() == table.viewport().width()


def test_a_note_gives_way_before_a_state_does(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-07-14", "2026-08-09", note="a long note " * 20)))
    window.resize(960, 540)
    settle()
    table = window.stay.stays
    assert table.columnWidth(NOTE) < table.sizeHintForColumn(NOTE)
    assert table.columnWidth(STATUS) >= table.sizeHintForColumn(STATUS)


@pytest.mark.fresh_window
def test_who_gives_a_column_another_width_keeps_it(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    settle()
    table = window.stay.stays
    header = table.horizontalHeader()
    edge = QPoint(header.sectionViewportPosition(EXIT) - 1, 10)
    before = table.columnWidth(ENTRY)
    qtbot.mouseMove(header.viewport(), edge)
    qtbot.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    qtbot.mouseMove(header.viewport(), edge + QPoint(60, 0))
    qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(60, 0))
    assert table.columnWidth(ENTRY) > before + 30
    chosen = table.columnWidth(ENTRY)
    speak(window, "ru")
    settle()
    assert table.columnWidth(ENTRY) == chosen


def test_with_the_largest_letters_where_somebody_is_goes_on_in_a_second_line(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    speak(window, "ru")
    window.preferences.set_text_size(200)
    window.resize(1280, 900)
    settle()
    table = window.stay.stays
    words = str(table.model().index(1, EXIT).data())
    assert words == "ещё в Казахстане"
    assert table.columnWidth(EXIT) < table.fontMetrics().horizontalAdvance(words)
    assert table.rowHeight(1) > 2 * table.fontMetrics().height()
    assert cut(window) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_registration_in_a_small_window_no_row_has_a_third_line(open_case: OpenCase, language: str) -> None:
    window = open_case(
        traveller("RU", stay("2026-05-01", "2026-05-20"), stay("2026-10-01", notified="2026-10-02"))
    )
    speak(window, language)
    window.resize(960, 540)
    settle()
    table = window.stay.stays
    assert not table.isColumnHidden(REGISTERED)
    assert table.rowHeight(1) <= 2 * table.fontMetrics().height() + AROUND
    assert cut(window) == []
