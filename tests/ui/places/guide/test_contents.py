"""The contents of the guide."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay import bundled
from kzstay.texts.words import words
from kzstay.ui.places.guide.contents import Contents

EN = words("en")


def test_groups_cannot_be_chosen(qtbot: QtBot) -> None:
    contents = Contents()
    qtbot.addWidget(contents)
    contents.list_all(EN)
    assert not contents.item(0).flags() & Qt.ItemFlag.ItemIsSelectable
    assert contents.topic is None
    assert contents.first() == next(iter(bundled.guide().topics))


def test_pointing_at_a_topic_does_not_choose_it_anew(qtbot: QtBot) -> None:
    contents = Contents()
    qtbot.addWidget(contents)
    contents.list_all(EN)
    chosen: list[str] = []
    contents.chosen.connect(chosen.append)
    contents.point_at("overstay")
    assert contents.topic == "overstay"
    contents.list_found(EN, ["appeal"])
    assert (contents.topic, contents.first()) == (None, "appeal")
    contents.list_found(EN, [])
    assert contents.count() == 0
    assert chosen == []


def test_tab_comes_to_the_list_and_opens_nothing(qtbot: QtBot) -> None:
    contents = Contents()
    qtbot.addWidget(contents)
    contents.list_all(EN)
    chosen: list[str] = []
    contents.chosen.connect(chosen.append)
    QApplication.sendEvent(contents, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert (contents.topic, chosen) == (None, [])
    qtbot.keyClick(contents, Qt.Key.Key_Down)
    assert chosen == [contents.first()]
    QApplication.sendEvent(contents, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert contents.topic == contents.first(), "what is read stays chosen"
