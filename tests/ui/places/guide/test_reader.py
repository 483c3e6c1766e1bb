"""The reader of the guide."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from pytest import MonkeyPatch  # noqa: PT013 - a type
from pytestqt.qtbot import QtBot

from kzstay.content.blocks import Box, Prose
from kzstay.drawing.colours import DARK
from kzstay.texts.words import words
from kzstay.ui.places.guide.reader import Reader
from kzstay.ui.widgets.act_menu import act_menu
from tests.helpers import day

EN = words("en")


def test_links_say_where_they_lead(qtbot: QtBot) -> None:
    reader = Reader(EN)
    qtbot.addWidget(reader)
    reader.read([Prose("# One\n\n[two](guide:overstay)")], EN)
    reader.set_theme(DARK)
    assert reader.toPlainText().split() == ["One", "two"]
    with qtbot.waitSignal(reader.topic_asked) as asked:
        reader.anchorClicked.emit(QUrl("guide:overstay"))
    assert asked.args == ["overstay"]
    with qtbot.waitSignal(reader.contacts_asked):
        reader.anchorClicked.emit(QUrl("contacts:"))


def test_a_text_is_opened_in_the_browser_only_when_that_is_chosen(qtbot: QtBot, monkeypatch: MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    reader = Reader(EN)
    qtbot.addWidget(reader)
    menu = act_menu(reader, EN, "ML")
    assert opened == []
    menu.actions()[0].trigger()
    assert opened == ["https://adilet.zan.kz/rus/docs/Z1100000477"]


def test_a_day_of_the_box_is_asked_for(qtbot: QtBot) -> None:
    reader = Reader(EN)
    qtbot.addWidget(reader)
    box = Box(name="For Anna", line="today", told=["Leave."], show="Show on the timeline", day=day("2026-11-30"))
    reader.read([box], EN)
    assert "Show on the timeline" in reader.toPlainText()
    with qtbot.waitSignal(reader.timeline_asked):
        reader.anchorClicked.emit(QUrl("timeline:"))


def test_what_has_become_of_a_page_is_drawn_only_where_it_is_another(
    qtbot: QtBot, monkeypatch: MonkeyPatch
) -> None:
    reader = Reader(EN)
    qtbot.addWidget(reader)
    reader.read([Prose("one")], EN)
    drawn: list[str] = []
    monkeypatch.setattr(reader, "setHtml", drawn.append)
    reader.renew([Prose("one")], EN)
    assert drawn == []
    reader.renew([Prose("two")], EN)
    assert len(drawn) == 1


def test_a_bar_is_at_the_foot_only_where_there_is_something_to_be_scrolled_to(qtbot: QtBot) -> None:
    reader = Reader(EN)
    qtbot.addWidget(reader)
    reader.resize(400, 300)
    reader.show()
    wide = "\n".join("| " + " | ".join([cell] * 40) + " |" for cell in ("a", "---", "word"))
    reader.read([Prose(wide)], EN)  # which is not broken into lines
    assert reader.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded
    reader.read([Prose("short")], EN)
    assert reader.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
