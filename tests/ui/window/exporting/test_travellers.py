"""Whom a document is about: check boxes in a list that can be searched."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from kzstay.core.case import Traveller
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from kzstay.ui.window.exporting.travellers import FEW, TravellerChoice
from tests.helpers import traveller

TEAM = tuple(traveller("DE" if n % 2 else "GB", name=f"Guest {n}") for n in range(1, 501))


def made(
    qtbot: QtBot, people: tuple[Traveller, ...], *chosen: Traveller, language: Language = "en"
) -> TravellerChoice:
    found = TravellerChoice()
    qtbot.addWidget(found)
    found.fill(words(language), people, {one.key.number for one in chosen})
    found.show()
    QApplication.processEvents()
    return found


def listed(choice: TravellerChoice) -> list[str]:
    items = (choice.listed.item(row) for row in range(choice.listed.count()))
    return [item.text() for item in items if not item.isHidden()]


def test_those_who_are_chosen_come_in_the_order_of_the_case(qtbot: QtBot) -> None:
    found = made(qtbot, TEAM[:3], TEAM[2], TEAM[0])
    assert found.chosen() == (TEAM[0], TEAM[2])
    assert not found.all_chosen
    assert found.heading.text() == "&Travellers: 2 of 3"
    assert listed(found) == ["Guest 1 · Germany", "Guest 2 · United Kingdom", "Guest 3 · Germany"]
    assert found.every.checkState() == Qt.CheckState.PartiallyChecked


def box_of(choice: TravellerChoice, row: int) -> QPoint:
    """Return where the check box of a row is, in whatever style."""
    listed, option = choice.listed, QStyleOptionViewItem()
    listed.initViewItemOption(option)
    index, delegate = listed.model().index(row, 0), listed.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, index)
    option.rect = listed.visualRect(index)  # type: ignore[attr-defined] - of Qt, which the stubs lack
    box = QStyle.SubElement.SE_ItemViewItemCheckIndicator
    return listed.style().subElementRect(box, option, listed).center()


def test_space_and_the_mouse_choose_and_leave_out(qtbot: QtBot) -> None:
    found = made(qtbot, TEAM[:3], TEAM[0])
    told: list[bool] = []
    found.changed.connect(lambda: told.append(True))
    found.listed.setFocus()
    qtbot.keyClick(found.listed, Qt.Key.Key_Space)
    assert found.chosen() == ()
    qtbot.keyClick(found.listed, Qt.Key.Key_Down)
    qtbot.keyClick(found.listed, Qt.Key.Key_Space)
    assert found.chosen() == (TEAM[1],)
    qtbot.mouseClick(found.listed.viewport(), Qt.MouseButton.LeftButton, pos=box_of(found, 2))
    assert found.chosen() == TEAM[1:3]
    assert len(told) == 3


def test_one_click_chooses_everybody_and_the_next_nobody(qtbot: QtBot) -> None:
    found = made(qtbot, TEAM, TEAM[7])
    found.every.click()
    assert found.all_chosen
    assert found.every.checkState() == Qt.CheckState.Checked
    found.every.click()
    assert found.chosen() == ()
    assert found.every.checkState() == Qt.CheckState.Unchecked


def test_of_500_those_are_found_who_are_looked_for_and_chosen_alone(qtbot: QtBot) -> None:
    found = made(qtbot, TEAM, TEAM[0])
    assert found.search.isVisible()
    qtbot.keyClicks(found.search, "49 germany")
    assert listed(found) == [f"Guest {n} · Germany" for n in (49, 149, 249, 349, 449, *range(491, 500, 2))]
    assert found.every.text() == "&All that were found"
    found.every.click()
    assert found.chosen() == (TEAM[0], *(one for one in TEAM if "49" in one.name and one.citizenship == "DE"))
    found.search.clear()
    assert found.every.checkState() == Qt.CheckState.PartiallyChecked
    assert found.every.text() == "&All travellers"


def test_where_nobody_is_found_nobody_can_be_chosen(qtbot: QtBot) -> None:
    found = made(qtbot, TEAM)
    found.search.setText("nobody")
    assert listed(found) == []
    assert not found.every.isEnabled()


def test_a_few_are_not_searched(qtbot: QtBot) -> None:
    assert not made(qtbot, TEAM[:FEW]).search.isVisible()
    assert made(qtbot, TEAM[: FEW + 1]).search.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_has_a_name(qtbot: QtBot, language: Language) -> None:
    found = made(qtbot, (*TEAM[:9], traveller("", name="")), language=language)
    w = words(language)
    assert found.listed.accessibleName() == w.gettext("Travellers")
    assert found.search.accessibleName() == w.gettext("Look for a name")
    assert found.heading.buddy() is found.listed
    assert listed(found)[-1] == w.gettext("New traveller")
