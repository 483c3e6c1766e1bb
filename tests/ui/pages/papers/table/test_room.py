"""A list of the Papers page is as tall as its rows, and its columns as wide as their names."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.papers import PERMITS
from tests.ui import pages_of
from tests.ui.pages.papers.conftest import Show


@pytest.mark.parametrize("size", [(948, 690), (1280, 900)])
def test_every_row_is_shown_whole(show: Show, qtbot: QtBot, size: tuple[int, int]) -> None:
    window = show()
    window.resize(*size)
    Editing(window.session()).type(PERMITS, 0, "days", "as many as one likes")
    QApplication.processEvents()
    for section in pages_of.papers(window).sections:
        table = section.table
        last = table.visualRect(table.papers.index(table.papers.rowCount() - 1, 0))
        assert table.viewport().height() == last.bottom() + 1
        header = table.horizontalHeader()
        assert header.length() == table.viewport().width()
        for column in range(header.count()):
            assert header.sectionSizeHint(column) <= header.sectionSize(column)


def test_the_wheel_over_a_list_is_for_the_page(show: Show) -> None:
    table = pages_of.papers(show()).permits.table
    at = QPointF(20, 20)
    event = QWheelEvent(
        at,
        table.mapToGlobal(at),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    table.wheelEvent(event)
    assert not event.isAccepted()
