"""What to do first: the invitation over an empty timeline."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from tests.helpers import stay
from tests.ui.conftest import OpenCase


def test_an_empty_window_invites_and_goes_away_with_the_first_stay(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case()
    assert window.empty.isVisible()
    window.empty.add.click()
    assert not window.empty.isVisible()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session().traveller.stays == (stay("2026-11-22", "2026-11-22"),))
    window.commands.undo.trigger()
    assert window.empty.isVisible()
    window.empty.add.click()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(window.empty.isVisible)
    assert window.session().traveller.stays == (), "what was only proposed counts for nothing"


def test_the_invitation_opens_the_example(open_case: OpenCase) -> None:
    window = open_case()
    window.empty.example.click()
    assert not window.empty.isVisible()
    assert window.session().traveller.stays
