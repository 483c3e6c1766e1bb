"""Colours that can be read, by the formula of WCAG 2.2, and signs that are drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QStyle, QStyleOptionViewItem, QTableWidget
from pytestqt.qtbot import QtBot

from kzstay.drawing.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Theme
from kzstay.paths import resource
from kzstay.ui.widgets import theme as themes
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase

THEMES = [LIGHT, DARK, CONTRAST, CONTRAST_DARK]


@pytest.fixture(params=THEMES, ids=lambda theme: theme.name)
def theme(request: pytest.FixtureRequest) -> Theme:
    return request.param


@pytest.mark.parametrize("name", sorted(path.stem for path in resource("icons").glob("*.svg")))
def test_every_icon_is_drawn_in_its_colour(qapp: QApplication, name: str) -> None:
    picture = themes.icon(name, "#A3123F", 20).pixmap(20, 20).toImage()
    seen = [
        picture.pixelColor(x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() > 200
    ]
    assert seen


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_the_appearance_is_taken_at_once_and_everywhere(open_case: OpenCase, appearance: str) -> None:
    window = open_case(traveller("DE", stay("2026-11-11")))
    window.commands.by_name[f"appearance_{appearance}"].trigger()
    theme = {"light": LIGHT, "dark": DARK}[appearance]
    assert QGuiApplication.palette().window().color() == QColor(theme.window)
    picture = window.grab().toImage()
    corner = window.stay.hero.mapTo(window, window.stay.hero.rect().center())
    assert picture.pixelColor(
        corner.x(), window.stay.hero.mapTo(window, window.stay.hero.rect().topLeft()).y() + 8
    ) == QColor(theme.card)


def test_the_style_sheet_leaves_no_colour_unfilled(theme: Theme) -> None:
    assert "$" not in themes._style_sheet(theme)


def test_the_arrow_of_a_choice_is_seen_on_its_card(qtbot: QtBot, theme: Theme) -> None:
    choice = QComboBox()
    qtbot.addWidget(choice)
    choice.setStyleSheet(themes._style_sheet(theme))
    choice.resize(160, 40)
    picture = choice.grab().toImage()
    card = QColor(theme.card).lightness()
    arrow = [picture.pixelColor(x, y).lightness() for x in range(130, 156) for y in range(12, 28)]
    assert max(abs(shade - card) for shade in arrow) > 90


@pytest.mark.parametrize("part", ["lead", "unit", "number"])
def test_the_first_window_wears_the_bundled_font_like_every_other(open_case: OpenCase, part: str) -> None:
    hero = open_case(traveller("DE", stay("2026-11-11"))).stay.hero
    assert getattr(hero, part).font().family() == QApplication.font().family()


@pytest.mark.parametrize("name", ["", "import_rows", "people_rows"])
def test_the_ring_of_a_cell_takes_no_room_from_its_words(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    themes.apply(qapp, "light")
    table = QTableWidget(1, 1)
    table.setObjectName(name)
    qtbot.addWidget(table)
    table.ensurePolished()
    cell = QStyleOptionViewItem()
    cell.initFrom(table)
    cell.rect, cell.text = QRect(0, 0, 140, 38), "28 Nov 2026"  # type: ignore[misc] - Qt's own are no properties
    cell.features = QStyleOptionViewItem.ViewItemFeature.HasDisplay  # type: ignore[misc]
    words = QStyle.SubElement.SE_ItemViewItemText
    plain = table.style().subElementRect(words, cell, table)
    cell.state |= QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected  # type: ignore[misc]
    ringed = table.style().subElementRect(words, cell, table)
    assert (ringed.left(), ringed.width()) == (plain.left(), plain.width())
