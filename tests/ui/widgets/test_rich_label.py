"""The rich label: a piece of the guide with its links."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kzstay.drawing.colours import DARK
from kzstay.texts.words import words
from kzstay.ui.widgets.rich_label import RichLabel

EN = words("en")


@pytest.fixture
def label(qtbot: QtBot) -> RichLabel:
    made = RichLabel("piece")
    qtbot.addWidget(made)
    made.read("1. Call the [police](contacts:)\n2. See [a topic](guide:appeal), [LF 28](act:LF)", EN)
    return made


def test_markdown_is_shown_with_its_links(label: RichLabel) -> None:
    assert "<ol>" in label.text()
    assert 'href="guide:appeal"' in label.text()


def test_a_link_asks_for_a_topic_the_contacts_or_an_act(
    label: RichLabel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    acts: list[str] = []

    class Menu:
        def popup(self, _where: object) -> None: ...

    monkeypatch.setattr(
        "kzstay.ui.widgets.rich_label.act_menu", lambda _parent, _w, act: acts.append(act) or Menu()
    )
    with qtbot.waitSignal(label.topic_asked) as topic:
        label.linkActivated.emit("guide:appeal")
    assert topic.args == ["appeal"]
    with qtbot.waitSignal(label.contacts_asked):
        label.linkActivated.emit("contacts:")
    label.linkActivated.emit("act:LF")
    assert acts == ["LF"]


def test_it_takes_the_colours_of_the_window(label: RichLabel) -> None:
    light = label.text()
    label.set_theme(DARK)
    assert label.text() != light
    assert DARK.text in label.text()


def test_before_anything_is_read_nothing_is_shown(qtbot: QtBot) -> None:
    empty = RichLabel("empty")
    qtbot.addWidget(empty)
    empty.set_theme(DARK)
    assert empty.text() == ""
