"""A list of topics, with headings and without."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzstay.ui.widgets.topic_list import TopicList

PLANTS = [("Trees", [("oak", "The oak"), ("elm", "The elm")]), ("Herbs", [("mint", "Mint")])]


def made(qtbot: QtBot) -> TopicList:
    found = TopicList("plants")
    qtbot.addWidget(found)
    return found


def test_headings_are_no_topics_and_are_heard_as_they_are_written(qtbot: QtBot) -> None:
    plants = made(qtbot)
    plants.fill(PLANTS)
    headings = [plants.item(row) for row in (0, 3)]
    assert [line.data(Qt.ItemDataRole.AccessibleTextRole) for line in headings] == ["Trees", "Herbs"]
    assert not any(line.flags() for line in headings)
    assert plants.first() == "oak"


def test_without_a_name_there_is_no_heading(qtbot: QtBot) -> None:
    plants = made(qtbot)
    plants.fill([("", PLANTS[0][1])])
    assert [plants.item(row).text() for row in range(plants.count())] == ["The oak", "The elm"]


def test_what_is_read_stays_chosen_when_the_list_is_filled_anew(qtbot: QtBot) -> None:
    plants = made(qtbot)
    plants.fill(PLANTS)
    plants.point_at("mint")
    chosen: list[str] = []
    plants.chosen.connect(chosen.append)
    plants.fill(PLANTS[1:])
    assert plants.topic == "mint"
    plants.fill(PLANTS[:1])
    assert plants.topic is None
    assert chosen == []
