"""A dialog is no larger than its window and its screen, and its buttons are always in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kzstay.ui.widgets import parts
from kzstay.ui.widgets.fitted import Fitted
from kzstay.ui.widgets.fitted_dialog import LEAST, fit_dialog
from tests.ui.cut import settle

WANTED, NEEDED = QSize(700, 600), QSize(500, 400)


def opened(qtbot: QtBot, window: QSize) -> tuple[QDialog, QPushButton, Fitted]:
    parent = QWidget()
    qtbot.addWidget(parent)
    qtbot.parent = parent  # type: ignore[attr-defined] - it would go otherwise
    parent.resize(window)
    dialog, block, save, foot = QDialog(parent), QWidget(), QPushButton("Save"), QWidget()
    block.setMinimumSize(NEEDED - QSize(40, 100))
    foot.setLayout(parts.row(1, save))
    fit_dialog(dialog, parts.column(block, margins=(20, 18, 20, 6)), foot, NEEDED, WANTED)
    dialog.show()
    settle()
    area = dialog.findChild(Fitted)
    assert isinstance(area, Fitted)
    return dialog, save, area


@pytest.mark.parametrize("window", [QSize(1400, 900), QSize(720, 600), QSize(480, 280)])
def test_it_opens_no_larger_than_it_may(qtbot: QtBot, window: QSize) -> None:
    dialog, _, _ = opened(qtbot, window)
    assert dialog.size() == dialog.size().boundedTo(WANTED.boundedTo(window).expandedTo(NEEDED))
    assert dialog.size() == dialog.size().boundedTo(dialog.screen().availableSize())


def test_below_what_it_needs_it_is_scrolled_with_its_buttons_in_sight(qtbot: QtBot) -> None:
    dialog, save, area = opened(qtbot, QSize(1400, 900))
    assert not area.verticalScrollBar().maximum()
    dialog.resize(LEAST)
    settle()
    assert dialog.size() == LEAST
    assert area.verticalScrollBar().maximum() > 0
    assert area.horizontalScrollBar().maximum() > 0
    assert dialog.rect().contains(QRect(save.mapTo(dialog, QPoint(0, 0)), save.size()))
