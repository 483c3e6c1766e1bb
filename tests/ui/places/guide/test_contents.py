"""The contents of the guide."""

from __future__ import annotations

from PySide6.QtCore import Qt
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
