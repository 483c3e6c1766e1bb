"""The window that the tests of a module share: whatever a test did to it, the next one finds it as good as new."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QTableView, QWidget
from pytestqt.qtbot import QtBot

from kzstay.core.case import Ruling
from kzstay.files.store import save_case
from kzstay.ui.pages.registry import PAGES
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import case, day, permit, stay, traveller
from tests.trips import NEEDED
from tests.ui import pages_of
from tests.ui.conftest import TODAY, OpenCase, choose_anew
from tests.ui.sessions import show_traveller
from tests.ui.standing import Standing, new_window, open_in
from tests.ui.trip_typing import ask

ANNA = msgspec.structs.replace(
    traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-11-11")),
    rulings=(Ruling(kind="fine", served=day("2026-11-15")),),
    permits=(permit("2025-01-10", "2026-01-09", "rvp"),),
)
Seen = list[tuple[str, object]]
BORIS = traveller("GB", stay("2026-11-01", "2026-11-05"), name="Boris Brown")


def seen(window: MainWindow) -> dict[str, object]:
    """Return all that a person finds in a window, page by page: the words, the places, what is chosen and held."""
    found: dict[str, object] = {"title": window.windowTitle(), "focus": _name(QApplication.focusWidget())}
    found["held"] = QApplication.mouseButtons()
    found |= {name: action.isChecked() for name, action in window.commands.by_name.items()}
    found |= {f"{name} can be done": action.isEnabled() for name, action in window.commands.by_name.items()}
    for page in (page.name for page in PAGES):
        window.stay.show_page(page)
        for _ in range(5):  # what a part learns of its room may change what it asks for
            QApplication.processEvents()
        for number, part in enumerate(part for part in window.findChildren(QWidget) if part.isVisible()):
            said = part.property("text") or part.property("plainText")
            found[f"{page}, {number}: {_name(part)}"] = (said, part.cursor().shape())
            if isinstance(part, QTableView):
                found[f"{page}, {number}: row"] = part.currentIndex().row(), part.verticalScrollBar().value()
        parts = (
            window.stay.header,
            window.stay.hero,
            window.stay.timeline,
            window.stay.minimap,
            window.stay.tabs.currentWidget(),
        )
        found[f"{page}: places"] = [part.geometry().getRect() for part in parts]
    timeline = window.stay.timeline
    found["days"] = timeline.scale.first, timeline.scale.last, timeline.scene().bracket
    return found


def _name(part: QWidget | None) -> str:
    return f"{type(part).__name__} {part.objectName()}" if part else "none"


def _type_and_leave_it(window: MainWindow, qtbot: QtBot) -> None:
    window.stay.stays.edit_entry(0)
    qtbot.keyClicks(QApplication.focusWidget(), "soon")


def _hold_a_stay(window: MainWindow, _qtbot: QtBot) -> None:
    middle = window.stay.timeline.rect_of(0).center().toPoint()
    QTest.mousePress(window.stay.timeline, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(window.stay.timeline, middle + QPoint(60, 0))
    assert window.session().previewing


def _hold_the_days(window: MainWindow, _qtbot: QtBot) -> None:
    QTest.mousePress(window.stay.timeline, Qt.MouseButton.MiddleButton, pos=QPoint(300, 100))
    QTest.keyPress(window.stay.timeline, Qt.Key.Key_Space)


def _plan(window: MainWindow, qtbot: QtBot) -> None:
    window.files.new()
    window.session().change_traveller(NEEDED, "add-stay")
    ask(window, qtbot, "01.12.2026", days="12")
    pages_of.plan(window).more.first.edit.setText("01.12.2026")


def _choose(window: MainWindow, _qtbot: QtBot) -> None:
    window.preferences.set_text_size(150)
    for name in ("language_kk", "appearance_dark", "reading_usual"):
        window.commands.by_name[name].trigger()


def _look_about(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1000, 700)
    splitter = window.findChild(QSplitter, "splitter")
    assert isinstance(splitter, QSplitter)
    splitter.setSizes([260, 400])
    window.stay.timeline.zoom(4)
    window.stay.timeline.inspect(day("2026-10-01"))
    for page in ("why", "law", "papers", "duties"):
        window.stay.show_page(page)
    pages_of.duties(window).table.setCurrentIndex(pages_of.duties(window).model.index(2, 0))
    qtbot.keyClick(pages_of.duties(window).table, Qt.Key.Key_Tab)


def _ask_who(window: MainWindow, qtbot: QtBot) -> None:
    show_traveller(window.session(), 1)
    window.stay.form.begin()
    qtbot.keyClicks(window.stay.form.born, "31.02.1990")


def _papers(window: MainWindow, qtbot: QtBot) -> None:
    window.stay.show_page("papers")
    pages_of.papers(window).rulings.begin("fine")
    qtbot.keyClicks(QApplication.focusWidget(), "soon")


def _go_elsewhere(window: MainWindow, _qtbot: QtBot) -> None:
    window.files.open_example()
    window.session().view.day_changed(day("2027-02-01"))
    window.stay.show_page("plan")


def _leave_a_menu_open(window: MainWindow, _qtbot: QtBot) -> None:
    window.stay.header.travellers.popup(QPoint(10, 10))


def _be_told(window: MainWindow, _qtbot: QtBot) -> None:
    window.session().change_traveller(BORIS, "change-name")
    window.info.tell("Look here.", True, "Undo", lambda: None)


DONE: dict[str, Callable[[MainWindow, QtBot], None]] = {
    "a cell is being typed": _type_and_leave_it,
    "a stay is being dragged": _hold_a_stay,
    "the days are being dragged": _hold_the_days,
    "a trip is in mind": _plan,
    "all is chosen anew": _choose,
    "another place and size": _look_about,
    "the form is open": _ask_who,
    "a paper is begun": _papers,
    "the example on another day": _go_elsewhere,
    "a menu is open": _leave_a_menu_open,
    "something is told": _be_told,
}


def looked_through(window: MainWindow, path: Path) -> Seen:
    """Look at a window without a case, and then with one."""
    empty = seen(window)
    window.stay.show_page("stays")
    open_in(window, path)
    return [*empty.items(), *seen(window).items()]


@pytest.fixture(scope="module")
def untouched() -> list[Seen]:
    """What is seen of a window that nobody has used: the first test looks at it for all."""
    return []


@pytest.mark.parametrize("what", DONE)
def test_whatever_was_done_the_window_is_as_good_as_new(
    open_case: OpenCase,
    standing: Standing,
    own_settings: Path,
    qtbot: QtBot,
    untouched: list[list[tuple[str, object]]],
    tmp_path: Path,
    what: str,
) -> None:
    path = tmp_path / "case.kzstay"
    save_case(case(ANNA, BORIS), path)
    if not untouched:
        fresh = new_window(None, TODAY)
        qtbot.addWidget(fresh)
        with qtbot.waitActive(fresh):
            fresh.show()
        untouched.append(looked_through(fresh, path))
        fresh.close()
        choose_anew(own_settings)
    used = open_case(path=path)
    DONE[what](used, qtbot)
    standing.give_back(TODAY)
    save_case(case(ANNA, BORIS), path)
    again = standing.take(None, TODAY)
    assert again is used
    with qtbot.waitActive(again):
        again.activateWindow()
    found = looked_through(again, path)
    assert [(one, other) for one, other in zip(found, untouched[0], strict=True) if one != other] == []
