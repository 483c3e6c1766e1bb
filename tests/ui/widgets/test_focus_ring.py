"""The ring goes where the keyboard goes, and no further."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QScrollArea, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kzstay.ui.widgets import parts
from kzstay.ui.widgets.focus_ring import AROUND, FocusRing

Parts = tuple[QWidget, QLabel, QTextBrowser, QListWidget, QPushButton]


@pytest.fixture
def shown(qtbot: QtBot) -> tuple[FocusRing, Parts]:
    window = QWidget()
    label, text, rows, button = QLabel('<a href="x">why?</a>'), QTextBrowser(), QListWidget(), QPushButton("Close")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByKeyboard)
    window.setLayout(parts.column(label, text, rows, button, margins=(20, 20, 20, 20)))
    qtbot.addWidget(window)
    ring = FocusRing(window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    return ring, (window, label, text, rows, button)


def test_it_goes_round_a_label_with_links_and_inside_a_page(shown: tuple[FocusRing, Parts]) -> None:
    ring, (_window, label, text, _rows, button) = shown
    label.setFocus()
    assert ring.isVisible()
    assert ring.geometry() == label.geometry().adjusted(-AROUND, -AROUND, AROUND, AROUND)
    text.setFocus()
    assert ring.parentWidget() is text
    assert ring.geometry() == text.rect()
    button.setFocus()  # which the style sheet rings
    assert not ring.isVisible()


def test_who_clicks_sees_it_with_the_first_key(
    shown: tuple[FocusRing, Parts], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring, (_window, label, text, _rows, button) = shown
    for part in (label, text):
        button.setFocus()
        with monkeypatch.context() as held:
            held.setattr(QApplication, "mouseButtons", lambda: Qt.MouseButton.LeftButton)
            part.setFocus(Qt.FocusReason.MouseFocusReason)
        assert not ring.isVisible()
        qtbot.keyClick(part, Qt.Key.Key_Down)
        assert ring.isVisible()


def test_it_follows_what_it_is_round(shown: tuple[FocusRing, Parts]) -> None:
    ring, (window, _label, text, _rows, _button) = shown
    text.setFocus()
    window.resize(700, 700)
    assert ring.geometry() == text.rect()


def test_it_outlives_what_it_was_round(shown: tuple[FocusRing, Parts]) -> None:
    ring, (window, label, text, _rows, _button) = shown
    text.setFocus()
    text.setParent(None)
    delete(text)
    label.setFocus()
    assert ring.isVisible()
    assert ring.parentWidget() is window


def test_a_list_has_one_only_while_no_item_of_it_has(shown: tuple[FocusRing, Parts]) -> None:
    ring, (window, _label, _text, rows, _button) = shown
    rows.setFocus()
    ringed = window.grab().toImage()
    rows.addItem("one")
    rows.setCurrentRow(0)
    assert ring.isVisible()
    assert window.grab().toImage() != ringed


def test_what_is_scrolled_away_comes_into_sight_with_the_keyboard(qtbot: QtBot) -> None:
    window, area, inner, outside = QWidget(), QScrollArea(), QWidget(), QPushButton("Outside")
    buttons = [QPushButton(str(number)) for number in range(40)]
    inner.setLayout(parts.column(*buttons))
    area.setWidget(inner)
    window.setLayout(parts.column(outside, area))
    qtbot.addWidget(window)
    FocusRing(window)
    window.resize(300, 300)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    for button in (buttons[-1], outside, buttons[0], outside, buttons[20]):
        button.setFocus()
        assert button.visibleRegion().boundingRect() == button.rect()
