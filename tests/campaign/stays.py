"""A stay added as a person adds one: begun, with the day that is proposed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from kzstay.ui.window.main_window import MainWindow


def add_stay(window: MainWindow) -> None:
    """Begin a stay and take the proposed day over; Tab does so at once, and Esc leaves the exit as it is."""
    window.commands.by_name["add_stay"].trigger()
    for name, key in (("edit_entry", Qt.Key.Key_Tab), ("edit_exit", Qt.Key.Key_Escape)):
        if field := window.stay.stays.findChild(QLineEdit, name):
            QTest.keyClick(field, key)
