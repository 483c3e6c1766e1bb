"""The foot of the timeline: its line, its buttons, and what gives way where there is little room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from kzstay.drawing.scene import LEAST_HEIGHT
from kzstay.drawing.shapes import LANE, LANE_HEIGHT
from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.timeline.foot import COMMANDS, EDGES, HEIGHT, Foot
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, plain, stay, traveller
from tests.ui.conftest import OpenCase

ANNA = traveller("DE", stay("2026-09-01", "2026-09-20"), stay("2026-11-11"))


@pytest.fixture
def window(open_case: OpenCase) -> MainWindow:
    return open_case(ANNA)


@pytest.fixture
def foot(window: MainWindow) -> Foot:
    return window.stay.foot


def test_who_points_reads_at_once_what_the_hint_would_say(window: MainWindow, qtbot: QtBot) -> None:
    timeline, foot = window.stay.timeline, window.stay.foot
    at = QPoint(round(timeline.x_of(day("2026-09-10"))), round(LANE + LANE_HEIGHT / 2))
    qtbot.mouseMove(timeline, at)
    assert plain(foot.line.text()).startswith("1 Sep 2026 – 20 Sep 2026 · 20 days · within limits")


def test_who_chooses_by_keys_reads_the_same(window: MainWindow, qtbot: QtBot) -> None:
    window.stay.timeline.point_at(None)
    window.stay.timeline.setFocus()
    qtbot.keyClick(window.stay.timeline, Qt.Key.Key_Home)
    assert plain(window.stay.foot.line.accessibleName()).startswith("1 Sep 2026 – 20 Sep 2026 · 20 days")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_button_has_its_sign_its_name_and_its_hint(window: MainWindow, language: Language) -> None:
    window.preferences.set_language(language)
    buttons = window.stay.foot.buttons
    assert list(buttons) == list(COMMANDS)
    for name, button in buttons.items():
        assert not button.icon().isNull()
        assert button.accessibleName() == window.commands.by_name[name].text().replace("&", "")
        assert button.toolTip().startswith(button.accessibleName())


def test_tab_stops_once_at_the_buttons_and_arrows_go_on(window: MainWindow, qtbot: QtBot) -> None:
    buttons = list(window.stay.foot.buttons.values())
    assert [bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus) for button in buttons] == [True] + [False] * 5
    buttons[0].setFocus()
    for key, place in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_End, 5), (Qt.Key.Key_Left, 4), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert buttons[place].hasFocus()
    before = window.stay.timeline.scale.per_day
    qtbot.keyClick(buttons[0], Qt.Key.Key_Return)
    assert window.stay.timeline.scale.per_day < before


def test_the_hint_of_a_button_names_its_keys(foot: Foot) -> None:
    assert foot.buttons["go_today"].toolTip() == "Go to today (Ctrl+T)"
    assert foot.buttons["legend"].toolTip() == "Legend of the timeline"


def test_the_buttons_do_what_the_menu_does(window: MainWindow) -> None:
    timeline, buttons = window.stay.timeline, window.stay.foot.buttons
    before = timeline.scale.per_day
    buttons["zoom_in"].click()
    assert timeline.scale.per_day > before
    buttons["zoom_out"].click()
    assert timeline.scale.per_day == pytest.approx(before)
    window.session().view.set_day(day("2026-10-01"))
    buttons["go_today"].click()
    assert window.session().view.on == window.session().view.today


def test_in_a_low_card_the_foot_gives_way_to_the_picture_and_to_the_overview(window: MainWindow) -> None:
    card, foot, minimap = window.stay.card, window.stay.foot, window.stay.minimap
    least = LEAST_HEIGHT + foot.height() + EDGES
    for height in range(least - 20, least + minimap.height() + 20, 3):
        card.resize(card.width(), height)
        taken = sum(part.height() for part in (foot, minimap) if not part.isHidden())
        assert foot.isHidden() or height - taken >= LEAST_HEIGHT
        assert not foot.isHidden() or height < least or not minimap.isHidden()
    assert not foot.isHidden()
    assert not minimap.isHidden()


def test_where_it_has_given_way_a_hint_says_what_keys_have_chosen(window: MainWindow, qtbot: QtBot) -> None:
    timeline, foot = window.stay.timeline, window.stay.foot
    timeline.point_at(None)
    timeline.setFocus()
    foot.hide()
    qtbot.keyClick(timeline, Qt.Key.Key_End)
    assert "11 Nov 2026" in plain(QToolTip.text())
    QToolTip.hideText()
    foot.show()


def test_large_letters_have_their_room(foot: Foot) -> None:
    assert foot.height() == HEIGHT
    font = foot.font()
    font.setPixelSize(40)
    foot.setFont(font)
    assert foot.height() >= foot.fontMetrics().height()
    foot.setFont(QFont())


def test_buttons_fold_away_before_the_line_is_nothing_but_dots(window: MainWindow) -> None:
    foot = window.stay.foot
    width = foot.width()
    foot.resize(300, foot.height())
    assert all(button.isHidden() for button in foot.buttons.values())
    assert foot.line.text()
    foot.resize(width, foot.height())
    QApplication.processEvents()
    assert not any(button.isHidden() for button in foot.buttons.values())
