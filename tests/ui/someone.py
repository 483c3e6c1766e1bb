"""Somebody at a window with a question: clicks and types as a person does, and reads what is in sight.

Every step is an event of mouse or keyboard at what can be seen; they are counted, so that a test can say how far
away an answer was.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kzstay.ui.places.contacts import ContactsPlace
from kzstay.ui.places.guide.place import GuidePlace
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import plain

MOST_CLICKS = 2
STEP = 4  # pixels, between two points at which a link is looked for
LEFT = Qt.MouseButton.LeftButton


class Someone:
    """Who begins at the first page of a window, with two clicks or one search to spend."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window = window
        self._qtbot = qtbot
        self.clicks = self.searches = 0
        window.places.show_place("stay")  # the tests of a module share a window
        window.stay.show_page("stays")
        QApplication.processEvents()

    # What is done

    def go(self, place: str) -> None:
        """Click on a place in the rail."""
        self.clicks += 1
        self._qtbot.mouseClick(self._window.places.rail.buttons[place], LEFT)
        QApplication.processEvents()
        assert self._window.places.current == place

    def turn_to(self, page: str) -> None:
        """Click on the tab of a page."""
        self.clicks += 1
        bar = self._window.stay.tabs.tabBar()
        QTest.mouseClick(bar, LEFT, pos=bar.tabRect(self._window.stay.index_of(page)).center())
        QApplication.processEvents()
        assert self._window.stay.page == page

    def follow(self, label: QLabel, link: str) -> None:
        """Click on a link of a label, where the mouse finds it."""
        self.clicks += 1
        QTest.mouseClick(label, LEFT, pos=_place_of(label, link))
        QApplication.processEvents()

    def ask(self, question: str) -> None:
        """Search the guide: go there, and type."""
        self.searches += 1
        self._qtbot.mouseClick(self._window.places.rail.buttons["guide"], LEFT)
        self._type(self.guide.search, question)

    def open_best(self) -> None:
        """Take the best answer by Enter, as one who has just typed does: it is a part of the search."""
        assert self.guide.search.hasFocus()
        QTest.keyClick(self.guide.search, Qt.Key.Key_Return)
        QApplication.processEvents()

    def look_up(self, place: str) -> None:
        """Search the contacts: go there, and type, as the field has the focus already."""
        self.searches += 1
        self._qtbot.mouseClick(self._window.places.rail.buttons["contacts"], LEFT)
        QApplication.processEvents()
        assert QApplication.focusWidget() is self.contacts.field
        self._type(self.contacts.field, place)

    def _type(self, field: QLineEdit, text: str) -> None:
        self._qtbot.mouseClick(field, LEFT)
        field.clear()
        for letter in text:  # QTest knows the letters of ASCII only
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(QApplication.focusWidget() or field, event)
        QApplication.processEvents()
        assert field.text() == text

    # What is read

    @property
    def guide(self) -> GuidePlace:
        """Return the guide."""
        made = self._window.places.place("guide")
        assert isinstance(made, GuidePlace)
        return made

    @property
    def contacts(self) -> ContactsPlace:
        """Return the contacts."""
        made = self._window.places.place("contacts")
        assert isinstance(made, ContactsPlace)
        return made

    def reads(self, *parts: str, scrolling: bool = False) -> None:
        """Read the labels that are in sight, wherever, or scroll the page of a tab to them."""
        for part in parts:
            self._wait_for(part, self._told if not scrolling else lambda part=part: self._told_below(part))

    def reads_button(self, text: str) -> None:
        """Read a button that is in sight."""
        self._wait_for(
            text, lambda: "\n".join(one.text() for one in self._window.findChildren(QPushButton) if in_sight(one))
        )

    def _wait_for(self, part: str, read: Callable[[], str]) -> None:
        """Wait until something is read: a page takes a few turns to find its room."""

        def is_read() -> None:
            assert part in read()

        self._qtbot.waitUntil(is_read, timeout=2000)

    def _told(self) -> str:
        labels = self._window.findChildren(QLabel)
        return "\n".join(plain(_bare(label)) for label in labels if label.text() and in_sight(label))

    def _told_below(self, part: str) -> str:
        """Turn the wheel over the page of a tab until a text comes in sight."""
        page = self._window.stay.tabs.currentWidget()
        assert isinstance(page, QScrollArea)
        told = self._told()
        if part not in told:
            _turn_wheel(page.viewport())
        return told

    def reads_row(self, table: QTableView, *parts: str) -> None:
        """Read a row of a table that is in sight, the chosen one."""
        assert in_sight(table)
        model, row = table.model(), table.currentIndex().row()
        assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())
        told = plain(" ".join(str(model.index(row, column).data()) for column in range(model.columnCount())))
        assert [part for part in parts if part not in told] == [], told

    def reads_in_guide(self, *parts: str, scrolling: bool = False) -> None:
        """Read the page of the guide: what is in sight at once, or what is seen when one scrolls."""
        assert self._window.places.current == "guide"
        reader = self.guide.reader
        assert reader.isVisible()
        told = plain(reader.toPlainText())
        assert [part for part in parts if part not in told] == [], told[:200]
        if not scrolling:
            assert [part for part in parts if not _shown(reader, part)] == [], "further down the page"

    def reads_in_check(self, *parts: str, scrolling: bool = False) -> None:
        """Read what the entry check of the guide answers, at once or when one scrolls."""
        reader = self.guide.toolbox.entry.reader
        assert reader.isVisible()
        told = plain(reader.toPlainText())
        assert [part for part in parts if part not in told] == [], told[:200]
        if not scrolling:
            assert [part for part in parts if not _shown(reader, part)] == [], "further down the page"

    def was_quick(self) -> None:
        """Hold that it took at most two clicks, or one search."""
        assert (self.clicks, self.searches) in {(0, 0), (1, 0), (MOST_CLICKS, 0), (0, 1)}


def in_sight(part: QWidget) -> bool:
    """Tell whether the whole of a part is seen, and not only there."""
    return part.isVisible() and part.visibleRegion().boundingRect() == part.rect()


def _bare(label: QLabel) -> str:
    """Return the text of a label without its markup."""
    if "<" not in label.text():
        return label.text()
    document = QTextDocument()
    document.setHtml(label.text())
    return document.toPlainText()


def _place_of(label: QLabel, link: str) -> QPoint:
    """Find where a link is, by moving the mouse over the label until the label says that it is there."""
    assert in_sight(label)
    hovered: list[str] = []
    label.linkHovered.connect(hovered.append)
    try:
        for y in range(0, label.height(), STEP):
            for x in range(0, label.width(), STEP):
                _move(label, QPoint(x, y))
                if hovered[-1:] == [link]:
                    return QPoint(x, y)
    finally:
        label.linkHovered.disconnect(hovered.append)
    raise AssertionError(f"no link to {link} in “{label.text()}”")


def _move(part: QWidget, at: QPoint) -> None:
    where, none = QPointF(at), Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, QPointF(part.mapToGlobal(at)), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(part, event)


def _turn_wheel(part: QWidget) -> None:
    at = QPointF(part.rect().center())
    no_buttons, no_keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    down = QPoint(0, -120)
    event = QWheelEvent(
        at, QPointF(part.mapToGlobal(at)), QPoint(), down, no_buttons, no_keys, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(part, event)


def _shown(reader: QTextBrowser, text: str) -> bool:
    """Tell whether a text, or its first words, stands in what is seen of a page."""
    sight = reader.viewport().rect()
    whole = reader.document().toPlainText()
    at = plain(whole).find(text)
    cursor = QTextCursor(reader.document())
    cursor.setPosition(at)
    first = reader.cursorRect(cursor)
    cursor.setPosition(at + len(text))
    return sight.contains(first) and sight.contains(reader.cursorRect(cursor))
