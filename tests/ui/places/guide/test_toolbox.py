"""The toolbox: each tool is made when it is first used, and links in it lead on."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from kzstay.drawing.colours import DARK, LIGHT
from kzstay.texts.tools import Asked
from kzstay.ui.pages.requests import Requests
from kzstay.ui.places.guide.toolbox import Toolbox
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import traveller
from tests.ui.conftest import OpenCase


def test_a_tool_is_made_once_and_shown(qtbot: QtBot, open_case: OpenCase) -> None:
    window: MainWindow = open_case(traveller("DE"))
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    box = Toolbox(window.session(), Requests(window), stack)
    box.set_theme(DARK)
    assert stack.count() == 0
    box.fill(Asked("visa-table"))
    assert stack.count() == 0, "no state is asked for"
    box.show("visa-table")
    assert stack.currentWidget() is box.visas
    box.fill(Asked("entry-check", "PK", "diplomatic"))
    box.show("entry-check")
    assert stack.currentWidget() is box.entry
    assert box.entry.fields.passport.currentData() == "diplomatic"
    assert not box.entry.fields.own
    box.fill(Asked("entry-check"))
    assert box.entry.fields.citizenship.currentData() == "PK", "it stays as it was left"
    box.fill(Asked("entry-check", "DE"))
    assert box.entry.fields.own
    box.fill(Asked("visa-table", "JP", "service"))
    assert box.visas.field.text() == "Japan"
    box.set_theme(LIGHT)
    assert stack.count() == 2
    with qtbot.waitSignal(box.topic_asked) as asked:
        box.visas.check_asked.emit("DE", "service")
    assert asked.args == ["entry-check/DE/service"]
