"""Tab reaches every part of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenCase
from tests.ui.pages.stays.stay_rows import ANNA


def reached_by_tab(qtbot: QtBot) -> set[str]:
    """Press Tab until it is back where it began."""
    names: list[str] = []
    while True:
        at = QApplication.focusWidget()
        assert at is not None
        if at.objectName() in names[:1]:
            return set(names)
        links = at.text().count("<a ") if isinstance(at, QLabel) else 0  # each is a stop
        assert names.count(at.objectName()) < 2 + links, f"Tab does not leave {at.objectName()}"
        names.append(at.objectName())
        qtbot.keyClick(at, Qt.Key.Key_Tab)


ALWAYS = {
    "timeline",
    "minimap",
    "traveller_name",
    "traveller_citizenship",
    "traveller_passport",
    "traveller_born",
    "traveller_host",
    "traveller_done",
    "traveller_details",
    "traveller_switch",
    "traveller_add",
    "reckoning_day",
    "export_report",
    "qt_tabwidget_tabbar",
}


@pytest.mark.parametrize(
    ("page", "parts"),
    [
        ("stays", {"stays", "add_stay_button"}),
        ("duties", {"duties_table", "record_done"}),
        ("plan", {"edit_plan_entry", "plan_add"}),
        ("why", {"why"}),
        ("law", {"law"}),
    ],
    ids=["stays", "duties", "plan", "why", "law"],
)
def test_tab_reaches_every_part_of_the_window(
    open_case: OpenCase, qtbot: QtBot, page: str, parts: set[str]
) -> None:
    window = open_case(ANNA, ANNA)
    window.stay.form.begin()
    window.stay.show_page(page)
    window.stay.timeline.setFocus()
    assert reached_by_tab(qtbot) >= ALWAYS | parts
