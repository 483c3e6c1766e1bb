"""A screen reader finds each link of a label, and can follow it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kzstay.ui.widgets import link_access
from kzstay.ui.widgets.link_label import LinkLabel

Role, Text = QAccessible.Role, QAccessible.Text
TEXT = 'day 12 of 30 · <a href="next">what to do now</a> · <a href="why">why?</a>'


def made(qtbot: QtBot) -> tuple[LinkLabel, QAccessibleInterface]:
    """Return a label in a window that is not shown yet, as a label is a part of one, and what tells of it."""
    window = QWidget()
    label = LinkLabel(parent=window)
    label.setText(TEXT)
    label.setAccessibleDescription("18 days left")
    # Held until it is closed: the end of the test would take it away while its events are still to come
    qtbot.addWidget(window, before_close_func=lambda _window, _held=window: None)
    access = link_access.made(label)
    assert access is not None
    return label, access


def test_other_parts_are_none_of_its(qtbot: QtBot) -> None:
    plain = QLabel("x")
    qtbot.addWidget(plain)
    assert link_access.made(plain) is None
    assert link_access.made(None) is None


def test_a_label_is_read_as_it_is_drawn_with_its_links_in_it(qtbot: QtBot) -> None:
    _label, access = made(qtbot)
    assert (access.role(), access.text(Text.Name)) == (
        Role.StaticText,
        "day 12 of 30 · what to do now · why?",
    )
    links = [access.child(place) for place in range(access.childCount())]
    assert [(link.role(), link.text(Text.Name)) for link in links] == [
        (Role.Link, "what to do now"),
        (Role.Link, "why?"),
    ]
    assert {link.text(Text.Description) for link in links} == {"18 days left"}
    assert [access.indexOfChild(link) for link in links] == [0, 1]
    assert access.child(2) is None
    assert access.child(-1) is None


def test_a_link_knows_what_it_is_and_what_it_is_not(qtbot: QtBot) -> None:
    _label, access = made(qtbot)
    link = access.child(1)
    assert link.parent().role() == Role.StaticText
    assert (link.childCount(), link.child(0), link.childAt(0, 0), link.indexOfChild(link)) == (0, None, None, -1)
    assert link.object() is None
    assert not link.foregroundColor().isValid()
    assert not link.backgroundColor().isValid()
    link.setText(Text.Name, "another")
    assert link.text(Text.Name) == "why?"
    assert link.text(Text.Help) == ""
    assert link.textInterface() is None
    assert link.rect() == access.rect()


def test_a_link_is_followed_by_its_press(qtbot: QtBot) -> None:
    label, access = made(qtbot)
    followed: list[str] = []
    label.linkActivated.connect(followed.append)
    press = access.child(1).actionInterface()
    assert press.actionNames() == ["Press"]
    assert press.keyBindingsForAction("Press") == []
    press.doAction("Press")
    press.doAction("Fly")
    assert followed == ["why"]


def test_the_link_that_the_keyboard_is_at_has_the_focus(qtbot: QtBot) -> None:
    label, access = made(qtbot)
    with qtbot.waitActive(label.window()):
        label.window().show()
        label.window().activateWindow()
    label.clearFocus()
    assert access.focusChild() is None
    label.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(label, Qt.Key.Key_Tab)
    assert access.focusChild() is access.child(1)
    assert [access.child(place).state().focused for place in range(2)] == [0, 1]


def test_a_link_that_is_gone_is_nothing(qapp: QApplication) -> None:
    label = LinkLabel()
    label.setText(TEXT)
    access = link_access.made(label)
    assert access is not None
    kept = access.child(1)
    label.setText("no link")
    assert (kept.isValid(), kept.text(Text.Name), kept.rect()) == (False, "", QRect())
    assert kept.state().invalid
    delete(label)
    assert access.childCount() == 0
    assert access.focusChild() is None
