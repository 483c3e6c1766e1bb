"""What is done to the chosen: buttons that say when they can, a menu with the same, the order without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from kzstay.ui.places.people.acts import Acts, copied, removed
from kzstay.ui.places.people.cells import COLUMNS, NAME
from kzstay.ui.places.people.order import Sorting
from kzstay.ui.places.people.place import PeoplePlace
from kzstay.ui.widgets.letters import plain
from tests.ui.conftest import OpenCase
from tests.ui.places.people.people_place import EVERYBODY, URGENT, choose, chosen, go, names

EN = words("en")

# Without a screen a menu cannot be raised, and says so


def menu_of(place: PeoplePlace) -> QMenu:
    """Open the menu as the key for it does."""
    place.table.setFocus()
    at = place.table.visualRect(place.table.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, place.table.viewport().mapToGlobal(at))
    QApplication.sendEvent(place.table.viewport(), event)
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def action(menu: QMenu, text: str) -> QAction:
    return next(one for one in menu.actions() if plain(one.text()) == text)


@pytest.mark.parametrize(
    ("who", "can"),
    [((), (False, False, False)), (("Li Na",), (True, True, True)), (("Li Na", "Wei Zhang"), (False, True, True))],
)
def test_a_button_says_whether_it_can(open_case: OpenCase, who: tuple[str, ...], can: tuple[bool, ...]) -> None:
    place = go(open_case(*EVERYBODY))
    choose(place, *who)
    acts = place.acts
    assert (acts.open.isEnabled(), acts.duplicate.isEnabled(), acts.remove.isEnabled()) == can
    told = "2 chosen" if len(who) > 1 else "Double-click or Enter opens a traveller in Stay"
    assert acts.told.text() == told


@pytest.mark.parametrize(
    ("text", "left"), [("Remove", 5), ("Duplicate", 7), ("Open in Stay", 6)], ids=["remove", "duplicate", "open"]
)
def test_the_menu_does_the_same(open_case: OpenCase, text: str, left: int) -> None:
    window = open_case(*EVERYBODY)
    place = go(window)
    choose(place, "Wei Zhang")
    menu = menu_of(place)
    action(menu, text).trigger()
    menu.close()
    assert len(window.session().case.travellers) == left
    assert window.places.current == ("stay" if text == "Open in Stay" else "people")


def test_the_menu_over_no_row_is_that_of_the_row_with_the_keyboard(open_case: OpenCase) -> None:
    place = go(open_case(*EVERYBODY))
    choose(place, "Wei Zhang")
    place._show_menu(QPoint(5, place.table.viewport().height() - 2))
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    assert action(found, "Remove").isEnabled()
    found.close()
    assert chosen(place) == ["Wei Zhang"]


def test_the_order_is_chosen_without_a_mouse(open_case: OpenCase) -> None:
    place = go(open_case(*EVERYBODY))
    place.acts.orders.aboutToShow.emit()
    listed = [one for one in place.acts.orders.actions() if not one.isSeparator()]
    assert [one.text() for one in listed if one.isChecked()] == ["State"]
    assert len(listed) == len(COLUMNS) + 1
    listed[NAME].trigger()
    assert names(place) == sorted(URGENT)
    place.acts.orders.aboutToShow.emit()
    action(place.acts.orders, "From the end").trigger()
    assert names(place) == sorted(URGENT, reverse=True)
    assert place.model.sorting == Sorting(NAME, descending=True)
    assert place.acts.sort.text() == "Sorted by: Name"
    menu = menu_of(place)
    inner = action(menu, "Sort by").menu()
    assert isinstance(inner, QMenu)
    action(inner, "State").trigger()
    menu.close()
    assert names(place) == URGENT[::-1], "from the end, as it was"


def test_a_button_opens_the_choice_of_the_order(open_case: OpenCase) -> None:
    place = go(open_case(*EVERYBODY))
    place.acts.sort.setFocus()
    assert place.acts.sort.menu() is place.acts.orders
    assert place.acts.sort.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(place.acts.remove, Qt.Key.Key_Tab)


def test_before_it_speaks_there_is_no_menu(open_case: OpenCase) -> None:
    open_case()
    acts = Acts(180)
    assert acts.menu(QPoint(0, 0)) is None
    acts.orders.aboutToShow.emit()
    assert acts.orders.actions() == []


def test_what_was_done_is_said_with_how_many() -> None:
    assert removed(EN, 1) == "Traveller removed."
    assert removed(EN, 12) == "12 travellers removed."
    assert copied(EN, 1) == "1 copy added."
    assert copied(EN, 3) == "3 copies added."


def test_the_menu_key_chooses_the_row_that_the_keyboard_is_in(open_case: OpenCase) -> None:
    place = go(open_case(*EVERYBODY))
    place.table.setFocus()
    QTest.keyClick(place.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert chosen(place) == []
    place.table.customContextMenuRequested.emit(QPoint(1, 1))
    (menu,) = (one for one in place.findChildren(QMenu, "people_menu") if one.isVisible())
    assert chosen(place) == [URGENT[1]]
    assert all(one.isEnabled() for one in menu.actions())
    menu.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [960, 1280])
def test_all_that_is_done_stands_in_one_row(open_case: OpenCase, language: Language, width: int) -> None:
    window = open_case(*EVERYBODY)
    window.resize(width, 690)
    window.preferences.set_language(language)
    place = go(window)
    choose(place, *URGENT[:2])
    for _ in range(3):
        QApplication.processEvents()
    buttons = place.acts.open, place.acts.remove, *place.desk.buttons
    assert len({button.y() for button in buttons}) == 1
    # How many are chosen is told here or, where there is no room, in the head
    told = place.acts.told if place.acts.told.isVisible() else place.about
    assert place.acts.told.text() in told.text()


def test_the_chosen_are_copied_as_cells(open_case: OpenCase) -> None:
    place = go(open_case(*EVERYBODY))
    choose(place, "Wei Zhang")
    menu = menu_of(place)
    action(menu, "Copy the row").trigger()
    menu.close()
    head, row = QApplication.clipboard().text().splitlines()
    assert head.split("\t")[0] == "Name"
    assert row.split("\t")[0] == "Wei Zhang"
