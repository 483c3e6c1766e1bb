"""What Qt asks a part for beside its words is what it gets, and nothing where there is nothing."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import VoidPtr, getCppPointer

from kzstay.ui.widgets import abilities, link_access
from kzstay.ui.widgets.link_label import LinkLabel


def address(pointer: VoidPtr) -> int:
    return int(pointer)  # type: ignore[arg-type]


def test_a_part_is_handed_over_by_its_second_class(qtbot: QtBot) -> None:
    label = LinkLabel()
    label.setText('<a href="why">why?</a>')
    qtbot.addWidget(label)
    access = link_access.made(label)
    assert access is not None
    link = access.child(0)
    first, second = getCppPointer(link)
    assert first != second
    assert address(abilities.second(link)) == second


def test_nothing_is_nowhere() -> None:
    assert address(abilities.NONE) == 0
    assert abilities.inherited(None) is abilities.NONE


def test_what_qt_answers_itself_stays_so(qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    access = QAccessibleWidget(label, QAccessible.Role.StaticText)
    own = access.interface_cast(QAccessible.InterfaceType.ActionInterface)
    kept = abilities.inherited(own)
    assert isinstance(kept, VoidPtr)
    assert kept is own
