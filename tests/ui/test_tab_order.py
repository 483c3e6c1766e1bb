"""Tab reaches every part of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenCase
from tests.ui.pages.stays.stay_rows import ANNA
from tests.ui.places.guide.guide_place import entry, visas
from tests.ui.places.people.people_place import choose, go


def reached_by_tab(qtbot: QtBot) -> set[str]:
    """Press Tab until it is back where it began."""
    places: list[tuple[str, int]] = []
    while True:
        at = QApplication.focusWidget()
        assert at is not None
        # In a text it goes from link to link
        place = at.objectName(), at.textCursor().position() if isinstance(at, QTextBrowser) else 0
        if place in places[:1]:
            return {name for name, _ in places}
        links = at.text().count("<a ") if isinstance(at, QLabel) else 0  # each is a stop
        assert places.count(place) < 2 + links, f"Tab does not leave {at.objectName()}"
        places.append(place)
        qtbot.keyClick(at, Qt.Key.Key_Tab)


@pytest.mark.parametrize(
    ("tool", "parts"),
    [
        (
            "entry-check",
            {
                "check_who",
                "check_citizenship",
                "check_passport",
                "check_purpose",
                "edit_check_entry",
                "check_days",
                "check_save",
                "check_text",
            },
        ),
        ("visa-table", {"visa_search", "visa_passport", "visa_visa", "visa_rows", "visa_save"}),
    ],
    ids=["entry-check", "visa-table"],
)
def test_tab_reaches_every_part_of_a_tool_of_the_guide_and_leaves_it_open(
    open_case: OpenCase, qtbot: QtBot, tool: str, parts: set[str]
) -> None:
    window = open_case(ANNA)
    guide = entry(window) if tool == "entry-check" else visas(window)
    window.activateWindow()
    window.places.rail.buttons["guide"].setFocus()
    assert reached_by_tab(qtbot) >= {"guide_search", "guide_entry_check", "guide_contents"} | parts
    assert guide.isVisible()


def test_tab_reaches_every_part_of_people(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA, ANNA)
    place = go(window)
    choose(place, ANNA.name)
    window.places.rail.buttons["people"].setFocus()
    shown = {chip.objectName() for chip in place.filters.chips.values() if chip.isVisible()}
    assert reached_by_tab(qtbot) >= {
        "people_import",
        "people_add",
        "people_export",
        "people_search",
        "people_every",
        "people_rows",
        "people_open",
        "people_duplicate",
        "people_remove",
        "people_sort",
        *shown,
    }


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
    "tabs_guide",
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
