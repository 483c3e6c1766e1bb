"""Each link of a label is one stop of Tab, whichever way one comes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kzstay.ui.widgets import parts
from kzstay.ui.widgets.link_label import Link, LinkLabel
from tests.ui.heard import Ear

TEXT = 'day 12 of 30 · <a href="next">what to do <b>now</b></a> · <a href="why">why?</a>'


class Row(QWidget):
    """A label with links between two buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.label, self.after = (
            QPushButton("before"),
            LinkLabel("muted", name="facts"),
            QPushButton("after"),
        )
        self.setLayout(parts.row(self.before, self.label, self.after))
        self.label.setText(TEXT)


@pytest.fixture
def row(qtbot: QtBot) -> Row:
    row = Row()
    qtbot.addWidget(row)
    with qtbot.waitActive(row):
        row.show()
        row.activateWindow()
    row.before.setFocus()
    return row


def test_its_links_are_found_with_their_words() -> None:
    label = LinkLabel()
    label.setText(TEXT)
    assert label.links() == [Link(15, "what to do now", "next"), Link(32, "why?", "why")]
    assert LinkLabel().links() == []


def test_tab_goes_from_link_to_link_and_on(row: Row, qtbot: QtBot) -> None:
    places: list[int] = []
    while QApplication.focusWidget() is not row.after:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        places.append(row.label.place)
    assert places == [0, 1, -1]
    while QApplication.focusWidget() is not row.before:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
        places.append(row.label.place)
    assert places[3:] == [1, 0, -1]


def test_enter_follows_the_link_that_the_keyboard_is_at(row: Row, qtbot: QtBot) -> None:
    followed: list[str] = []
    row.label.linkActivated.connect(followed.append)
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClick(row.label, Qt.Key.Key_Return)
    assert followed == ["next", "why"]


def test_other_words_leave_who_is_at_a_link_where_they_are(row: Row, qtbot: QtBot) -> None:
    row.label.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(row.label, Qt.Key.Key_Tab)
    row.label.setText(TEXT.replace("12", "13"))
    assert row.label.place == 1
    row.label.setText('<a href="why">why?</a>')
    assert row.label.place == 0
    row.label.setText("nothing more")
    assert row.label.place == -1


def test_each_link_that_one_comes_to_is_told(row: Row, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    ear = Ear(monkeypatch)
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        QApplication.processEvents()
    assert [child for _event, part, child in ear.events if part is row.label and child >= 0] == [0, 1]


def test_a_label_without_links_is_left_at_once(row: Row, qtbot: QtBot) -> None:
    row.label.setText("no link")
    row.label.setFocus(Qt.FocusReason.TabFocusReason)
    assert row.label.place == -1
    qtbot.keyClick(row.label, Qt.Key.Key_Tab)
    assert row.after.hasFocus()


def test_words_without_a_link_are_no_stop(qtbot: QtBot) -> None:
    label = LinkLabel()
    qtbot.addWidget(label)
    assert label.focusPolicy() == Qt.FocusPolicy.NoFocus
    label.setText('all · <a href="why">why?</a>')
    assert label.focusPolicy() & Qt.FocusPolicy.TabFocus
    label.setText("all")
    assert label.focusPolicy() == Qt.FocusPolicy.NoFocus
