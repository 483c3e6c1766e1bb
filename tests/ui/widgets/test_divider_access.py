"""The divider for a screen reader."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kzstay.ui.widgets.divider import Divider
from kzstay.ui.widgets.divider_access import install


def test_the_handle_is_told_as_a_splitter_with_its_name(qtbot: QtBot) -> None:
    install()
    install()  # asking twice does no harm
    divider = Divider()
    qtbot.addWidget(divider)
    for _ in range(2):
        divider.addWidget(QWidget())
    divider.name("Between", "moved by arrows")
    access = QAccessible.queryAccessibleInterface(divider.grip)
    assert access.role() == QAccessible.Role.Splitter
    assert access.text(QAccessible.Text.Name) == "Between"
