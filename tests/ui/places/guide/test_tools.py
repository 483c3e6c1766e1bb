"""The tools of the guide, two lines above its topics."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kzstay.guide.tools import TOOLS
from kzstay.i18n import LANGUAGES
from kzstay.texts.words import words
from kzstay.ui.places.guide.tools import Tools


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tool_is_named_chosen_and_pointed_at(qtbot: QtBot, language: str) -> None:
    tools = Tools()
    qtbot.addWidget(tools)
    tools.retranslate(words(language))  # type: ignore[arg-type]
    assert list(tools.buttons) == list(TOOLS)
    assert all(button.text() and button.accessibleDescription() for button in tools.buttons.values())
    with qtbot.waitSignal(tools.chosen) as chosen:
        tools.buttons["visa-table"].click()
    assert chosen.args == ["visa-table"]
    tools.point_at("entry-check")
    assert [button.isChecked() for button in tools.buttons.values()] == [True, False]
    tools.point_at(None)
    assert not any(button.isChecked() for button in tools.buttons.values())
