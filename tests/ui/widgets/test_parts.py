"""The small parts: Enter presses a button, and the wheel chooses nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kzstay.ui.widgets import parts, theme
from tests.helpers import permit, stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase

MakeButton = Callable[[str, Callable[[], object]], QAbstractButton]
Key, Held = Qt.Key, Qt.KeyboardModifier
ANNA = traveller(
    "DE",
    stay("2026-09-20", "2026-10-04"),
    stay("2026-11-11"),
    permits=[permit("2026-01-01", "2026-02-01")],
    host="individual",
)

# Enter


@pytest.mark.parametrize("make", [parts.button, parts.tool_button])
@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_enter_presses_a_button_as_space_does(qtbot: QtBot, make: MakeButton, key: Qt.Key) -> None:
    pressed: list[str] = []
    button = make("it", lambda: pressed.append("once"))
    qtbot.addWidget(button)
    qtbot.keyClick(button, key)
    assert pressed == ["once"]


@pytest.mark.qt_log_ignore("Keyboard event not accepted")  # which is what is asked here
@pytest.mark.parametrize("make", [parts.button, parts.tool_button])
def test_enter_with_another_key_or_held_down_or_on_a_button_that_is_off_presses_nothing_more(
    qtbot: QtBot, make: MakeButton
) -> None:
    pressed: list[str] = []
    button = make("it", lambda: pressed.append("once"))
    qtbot.addWidget(button)
    qtbot.keyClick(button, Key.Key_Return, Held.ControlModifier)
    QApplication.sendEvent(
        button, QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Return, Held.NoModifier, "", autorep=True)
    )
    button.setEnabled(False)
    qtbot.keyClick(button, Key.Key_Return)
    assert pressed == []


@pytest.mark.parametrize(("name", "page"), [("traveller_switch", "stays"), ("add_permit", "papers")])
def test_enter_opens_the_menu_of_a_button(open_case: OpenCase, qtbot: QtBot, name: str, page: str) -> None:
    window = open_case(ANNA, ANNA)
    window.stay.show_page(page)
    button = window.findChild(QAbstractButton, name)
    assert isinstance(button, QPushButton | QToolButton)
    opened: list[QWidget | None] = []

    def close() -> None:
        menu = QApplication.activePopupWidget()
        opened.append(menu)
        if menu is not None:
            menu.close()

    menu = button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, close))
    button.setFocus()
    qtbot.keyClick(button, Key.Key_Return)
    qtbot.waitUntil(lambda: opened == [menu])


def test_every_button_of_the_window_is_pressed_by_enter(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    ours = [
        button
        for button in window.findChildren(QAbstractButton)
        if isinstance(button, QPushButton | QToolButton) and button.objectName().islower()
    ]
    other = [button.objectName() for button in ours if not isinstance(button, parts.Button | parts.ToolButton)]
    assert len(ours) > len(other)
    assert [name for name in other if not name.startswith("qt_")] == []


# The wheel


def turn_the_wheel(over: QWidget) -> QWheelEvent:
    at = QPointF(over.rect().center())
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, over.mapToGlobal(at), QPoint(), QPoint(0, -240), none, Held.NoModifier, phase, False)
    QApplication.sendEvent(over, event)
    return event


@pytest.mark.parametrize("focused", [False, True], ids=["passing", "focused"])
@pytest.mark.parametrize("name", ["traveller_citizenship", "traveller_passport", "traveller_host"])
def test_the_wheel_over_a_closed_choice_changes_nothing(open_case: OpenCase, name: str, focused: bool) -> None:
    window = open_case(ANNA)
    window.stay.form.begin()
    choice = window.findChild(QComboBox, name)
    assert isinstance(choice, QComboBox)
    if focused:
        choice.setFocus()
    before = choice.currentIndex()
    turn_the_wheel(choice)
    assert choice.currentIndex() == before
    assert window.session().traveller == ANNA


def test_no_choice_of_the_window_is_changed_by_the_wheel(open_case: OpenCase, qtbot: QtBot) -> None:
    window = open_case(ANNA)
    window.stay.form.begin()
    window.stay.show_page("papers")
    pages_of.papers(window).permits.table.edit_cell(0, "kind")
    choices = window.findChildren(QComboBox)
    assert {"traveller_passport", "edit_kind"} <= {choice.objectName() for choice in choices}
    for choice in choices:
        assert isinstance(choice, parts.Choice), choice.objectName()
    turn_the_wheel(next(choice for choice in choices if choice.objectName() == "edit_kind"))
    assert window.session().traveller == ANNA


def test_the_box_of_kinds_opens_on_the_kind_that_is(open_case: OpenCase) -> None:
    permits = [permit("2026-01-01", "2026-02-01", "residence"), permit("2026-03-01", "2026-04-01", "visa")]
    window = open_case(traveller("DE", permits=permits))
    window.stay.show_page("papers")
    for row, kind in ((0, "residence"), (1, "visa")):
        pages_of.papers(window).permits.table.edit_cell(row, "kind")
        (box,) = pages_of.papers(window).permits.table.findChildren(QComboBox)
        assert box.currentData() == kind
        box.clearFocus()
        box.hide()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_choice_that_has_no_room_gives_way_and_is_read_whole_in_its_hint(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints: list[str] = []
    monkeypatch.setattr(parts.QToolTip, "showText", lambda _place, text, _part: hints.append(text))
    choice = parts.Choice()
    qtbot.addWidget(choice)
    choice.addItem("a name that is longer than most")
    choice.resize(choice.sizeHint())
    assert not choice.gives_way
    whole = choice.grab().toImage()
    choice.resize(120, choice.height())
    assert choice.gives_way
    assert choice.currentText() == "a name that is longer than most"
    assert choice.grab().toImage() != whole
    place = choice.rect().center()
    for width in (120, 400):
        choice.resize(width, choice.height())
        QApplication.sendEvent(choice, QHelpEvent(QEvent.Type.ToolTip, place, choice.mapToGlobal(place)))
    assert hints == [choice.currentText(), ""]


@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize("count", [1, 2, 8, 30])
def test_the_list_of_a_choice_shows_each_of_its_names_whole(qtbot: QtBot, count: int, size: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", size)
    window = QWidget()
    qtbot.addWidget(window)
    choice = parts.Choice(window)
    choice.addItems([f"a name that is longer than its field {number}" for number in range(count)])
    choice.resize(120, choice.sizeHint().height())
    window.show()
    try:
        choice.showPopup()
        names = choice.view()
        seen, last = names.viewport().rect(), min(count, choice.maxVisibleItems()) - 1
        for row in range(last + 1):
            index = choice.model().index(row, 0)
            place = names.visualRect(index)
            assert seen.contains(place)
            assert place.size().width() >= names.sizeHintForIndex(index).width()
            assert place.height() >= names.sizeHintForIndex(index).height() >= names.fontMetrics().height()
    finally:
        choice.hidePopup()
        theme.apply(app, "light")
