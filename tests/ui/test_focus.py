"""By keyboard alone: in every place, page and dialog Tab goes round all that can be used, and shows where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import msgspec
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kzstay.core.case import Ruling
from kzstay.ui.pages.registry import PAGES
from kzstay.ui.places.registry import PLACES
from kzstay.ui.widgets.stops import is_stop, stops_of
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, permit, stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.dialogs import DIALOGS
from tests.ui.window.exporting.open_dialogs import opened
from tests.ui.window.importing.open_imports import TABLE, pasted

# Of whom there is something on every page, What now among them
ANNA = msgspec.structs.replace(
    traveller(
        "DE",
        stay("2026-09-20", "2026-10-04"),
        stay("2026-11-11"),
        permits=[permit("2026-01-01", "2026-02-01")],
        host="individual",
    ),
    rulings=(Ruling(kind="fine", served=day("2026-11-15")),),
)
RING = 30  # pixels at least, of a ring or what else tells
MOST = 400  # stops


@pytest.fixture
def window(open_case: OpenCase) -> Iterator[MainWindow]:
    blink = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    window = open_case(ANNA, traveller("GB", stay("2026-11-01"), name="Boris Brown"))
    settle()
    window.info.hide()
    yield window
    QApplication.setCursorFlashTime(blink)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def focused() -> QWidget:
    at = QApplication.focusWidget()
    assert at is not None, "nobody has the keyboard"
    return at


def all_round() -> Iterator[QWidget]:
    """Press Tab until it is where it began, and yield where it comes to; it has to come back."""
    first, reached = focused(), [focused()]
    yield first
    for _ in range(MOST):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        at = focused()
        if at is first and len(reached) > 1:
            return
        if at is not reached[-1]:  # a text with links is a stop for each of them
            assert at not in reached, f"Tab comes to {at.objectName()} twice, and not back to {first.objectName()}"
            reached.append(at)
            yield at
    raise AssertionError(f"Tab does not leave {focused().objectName()}")


def looks_the_same(window: QWidget, part: QWidget) -> bool:
    """Tell whether a part looks the same with the keyboard and without."""
    place = QRect(part.mapTo(window, QPoint(0, 0)), part.size()).adjusted(-3, -3, 3, 3)
    with_it = _picture(window, place)
    part.clearFocus()
    settle()
    without = _picture(window, place)
    part.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    return sum(one != other for one, other in zip(with_it, without, strict=True)) < RING


def _picture(window: QWidget, place: QRect) -> memoryview:
    image = window.grab(place.intersected(window.rect())).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(bytes(image.constBits())).cast("I")


def usable(window: QWidget) -> set[QWidget]:
    """Find what can be used."""
    return {part for part in stops_of(window) if is_stop(part) and not part.visibleRegion().isEmpty()}


def check(window: QWidget) -> None:
    """Go round a window, and look at each stop of it."""
    settle()
    wanted, reached, same = usable(window), set(), []
    for part in all_round():
        settle()
        reached.add(part)
        if looks_the_same(window, part):
            same.append(part.objectName() or type(part).__name__)
    # What the keyboard makes usable as it goes on was passed by before
    missed = (wanted & usable(window)) - reached
    assert [part.objectName() for part in missed] == []
    assert same == []


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("page", [page.name for page in PAGES])
def test_every_stop_of_every_page_is_reached_and_seen(window: MainWindow, page: str, look: str) -> None:
    window.commands.by_name[f"appearance_{look}"].trigger()
    window.stay.show_page(page)
    window.places.rail.buttons["stay"].setFocus()
    check(window)


@pytest.mark.parametrize("place", [place.name for place in PLACES if place.name not in ("stay", "contacts")])
def test_every_stop_of_every_other_place_is_reached_and_seen(window: MainWindow, place: str) -> None:
    window.places.show_place(place)
    settle()
    window.places.rail.buttons[place].setFocus()
    check(window)


def test_every_stop_of_the_contacts_is_reached_and_seen(window: MainWindow, qtbot: QtBot) -> None:
    window.places.show_place("contacts")
    qtbot.keyClicks(focused(), "Almaty")  # all of them are hundreds
    window.places.rail.buttons["contacts"].setFocus()
    check(window)


@pytest.mark.parametrize("tool", ["entry-check", "visa-table"])
def test_every_stop_of_the_tools_of_the_guide_is_reached_and_seen(window: MainWindow, tool: str) -> None:
    window.controller.show_topic(tool)
    window.places.rail.buttons["guide"].setFocus()
    check(window)


def test_every_stop_of_what_opens_over_the_window_is_reached_and_seen(window: MainWindow) -> None:
    window.stay.form.begin()
    window.info.tell("Deleted.", True, "Undo", lambda: None)
    window.places.rail.buttons["stay"].setFocus()
    check(window)


def test_every_stop_of_an_empty_case_is_reached_and_seen(open_case: OpenCase) -> None:
    window = open_case()
    window.places.rail.buttons["stay"].setFocus()
    check(window)


@pytest.mark.parametrize("on_paper", [False, True], ids=["export", "print"])
def test_every_stop_of_the_export_is_reached_and_seen(window: MainWindow, on_paper: bool) -> None:
    dialog = opened(window, on_paper=on_paper)
    check(dialog)
    dialog.close()


def test_every_stop_of_the_import_is_reached_and_seen(window: MainWindow, qtbot: QtBot) -> None:
    dialog = pasted(window, qtbot, TABLE)
    check(dialog)
    dialog.close()


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("ask", DIALOGS)
def test_every_stop_of_every_other_dialog_is_reached_and_seen(
    window: MainWindow, ask: Callable[[MainWindow], QDialog], look: str
) -> None:
    window.commands.by_name[f"appearance_{look}"].trigger()
    dialog = ask(window)
    check(dialog)
    dialog.close()


@pytest.mark.parametrize("ask", DIALOGS)
def test_esc_closes_each_dialog_and_the_keyboard_is_where_it_was(
    window: MainWindow, ask: Callable[[MainWindow], QDialog]
) -> None:
    window.stay.timeline.setFocus()
    dialog = ask(window)
    settle()
    before = window.focusWidget()
    assert dialog.focusWidget() is not None, "it has the keyboard at once"
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
    settle()
    assert not isValid(dialog) or not dialog.isVisible()
    assert window.focusWidget() is before


class Shown(QObject):
    """What is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWindow):
            self.names.append(watched.objectName())
        return False


def test_nothing_of_the_window_is_shown_as_a_window_of_its_own_for_a_moment(window: MainWindow) -> None:
    app, shown = QApplication.instance(), Shown()
    assert app is not None
    app.installEventFilter(shown)
    for place in PLACES:
        window.places.show_place(place.name)
        settle()
    for tool in ("entry-check", "visa-table"):
        window.controller.show_topic(tool)
        settle()
    for page in PAGES:
        window.controller.show_page(page.name)
        settle()
    app.removeEventFilter(shown)
    assert shown.names == []


@pytest.mark.parametrize("place", [place.name for place in PLACES])
def test_enter_presses_each_button(window: MainWindow, place: str) -> None:
    window.places.show_place(place)
    if place == "stay":
        window.stay.form.begin()
        window.info.tell("Deleted.", True, "Undo", lambda: None)
    for page in PAGES if place == "stay" else PAGES[:1]:
        window.stay.show_page(page.name)
        settle()
        buttons = [*window.findChildren(QPushButton), *window.findChildren(QToolButton)]
        assert [one.objectName() for one in buttons if is_stop(one) and not _takes_enter(one)] == []


def _takes_enter(button: QPushButton | QToolButton) -> bool:
    if button.menu() is not None:
        return True  # which would be waited for
    checked = button.isChecked()
    button.blockSignals(True)  # it is asked, and does nothing
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(button, event)
    button.setChecked(checked)
    button.blockSignals(False)
    return event.isAccepted()


def is_before(one: QWidget, other: QWidget) -> bool:
    """Tell whether a part is read before another: it is over it, or left of it in one line."""
    first = QRect(one.mapTo(one.window(), QPoint(0, 0)), one.size())
    second = QRect(other.mapTo(other.window(), QPoint(0, 0)), other.size())
    beside = first.top() < second.bottom() and second.top() < first.bottom()
    columns = first.right() <= second.left() or second.right() <= first.left()
    return first.right() <= second.left() if beside else first.bottom() <= second.top() and not columns


@pytest.mark.parametrize("place", [place.name for place in PLACES])
def test_tab_goes_as_one_reads(window: MainWindow, place: str) -> None:
    window.places.show_place(place)
    if place == "stay":
        window.stay.form.begin()
    tools = ("entry-check", "visa-table") if place == "guide" else ()
    for shown in [page.name for page in PAGES] if place == "stay" else ["", *tools]:
        if place == "stay":
            window.stay.show_page(shown)
        elif shown:
            window.controller.show_topic(shown)
        settle()
        for area in window.findChildren(QScrollArea):
            area.verticalScrollBar().setValue(0)  # where one begins to read
        scrolled = QScrollArea  # round what it scrolls, and a stop behind that
        stops = [one for one in stops_of(window) if is_stop(one) and type(one) is not scrolled]
        wrong = [(a.objectName(), b.objectName()) for a, b in pairwise(stops) if is_before(b, a)]
        assert wrong == []
