"""The reader of the guide."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytest import MonkeyPatch  # noqa: PT013 - a type
from pytestqt.qtbot import QtBot

from kzstay.content.blocks import Prose
from kzstay.drawing.colours import DARK
from kzstay.texts.words import words
from kzstay.ui.places.guide.reader import Reader
from kzstay.ui.widgets.act_menu import act_menu

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
