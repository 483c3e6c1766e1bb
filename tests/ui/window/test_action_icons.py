"""Every command has an icon, in whichever colours, and one of several choices shows whether it is the one."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QColor, QIcon
from PySide6.QtWidgets import QApplication, QMenu

from kzstay.drawing.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Appearance, Theme
from kzstay.ui.widgets.theme import icon
from kzstay.ui.window import action_icons
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.signs_seen import seen

ANNA = traveller("DE", stay("2026-11-11"))
LOOKS: dict[Appearance, Theme] = {
    "light": LIGHT,
    "dark": DARK,
    "contrast": CONTRAST,
    "contrast-dark": CONTRAST_DARK,
}


def listed(window: MainWindow) -> list[QAction]:
    """List what stands in the menus, and the menus that stand in them."""
    menus = [action.menu() for action in window.menuBar().actions()] + list(window.commands.submenus.values())
    found: list[QAction] = []
    for menu in menus:
        assert isinstance(menu, QMenu)
        menu.aboutToShow.emit()  # as it is about to open
        found += [action for action in menu.actions() if not action.isSeparator()]
    return found


@pytest.mark.parametrize("look", LOOKS)
def test_every_action_of_the_menus_has_an_icon_that_is_seen(open_case: OpenCase, look: Appearance) -> None:
    window = open_case(ANNA)
    window.preferences.set_appearance(look)
    for action in listed(window):
        assert not action.icon().isNull(), action.text()
        assert seen(action.icon(), LOOKS[look].card) >= 3, action.text()


def test_a_menu_that_was_open_before_opens_in_the_colours_that_are_worn(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    (menu,) = [
        one for one in window.menuBar().findChildren(QMenu) if window.commands.by_name["save"] in one.actions()
    ]
    action = window.commands.by_name["save"]
    for look in ("light", "dark"):
        window.preferences.set_appearance(look)
        menu.aboutToShow.emit()
        image = action.icon().pixmap(18).toImage()
        assert image == icon("save", LOOKS[look].text, 18).pixmap(18).toImage()


def test_every_command_has_an_icon_and_no_icon_is_of_no_command(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    single = {name for name, action in window.commands.by_name.items() if not action.isCheckable()}
    assert single == set(action_icons.ICONS) - {"newer"}  # which is there where the project has an address
    assert set(window.commands.submenus) == set(action_icons.MENU_ICONS)


def test_no_two_commands_of_a_menu_look_alike(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    for menu in window.menuBar().findChildren(QMenu):
        names = [action.objectName() for action in menu.actions() if action.objectName() in action_icons.ICONS]
        signs = [action_icons.ICONS[name] for name in names]
        assert len(set(signs)) == len(signs)


@pytest.mark.parametrize("theme", LOOKS.values(), ids=lambda theme: theme.name)
def test_the_chosen_one_of_several_has_a_dot(qapp: QApplication, theme: Theme) -> None:
    sign = action_icons.choice_icon(theme)
    middle = {
        state: sign.pixmap(18, QIcon.Mode.Normal, state).toImage().pixelColor(9, 9)
        for state in (QIcon.State.On, QIcon.State.Off)
    }
    assert middle[QIcon.State.On] == QColor(theme.accent)
    assert middle[QIcon.State.Off].alpha() == 0
    for state in middle:
        assert seen(sign, theme.card, state=state) >= 3
