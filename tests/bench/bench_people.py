"""People with two thousand travellers: to open, scroll, sort, search and edit, against a plain table of Qt's.

The plain table has the same texts, ready-made. What an edit takes is compared with the same edit in a case of one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from statistics import median
from time import perf_counter

import msgspec
from PySide6.QtCore import QSortFilterProxyModel, QStandardPaths, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from kzstay.core.assess import assess
from kzstay.core.case import Case, Stay, Traveller
from kzstay.ui.app import open_window
from kzstay.ui.places.people.cells import COLUMNS, NAME, STATE
from kzstay.ui.places.people.order import Sorting
from kzstay.ui.places.people.place import PeoplePlace
from kzstay.ui.window.main_window import MainWindow

ON = date(2026, 11, 22)
COUNT, STAYS = 2000, 8
SIZE = (1280, 900)
TIMES = 9


def measure() -> Iterator[tuple[str, float, float]]:
    """Give what was done, our seconds and those of the reference."""
    QStandardPaths.setTestModeEnabled(True)
    app = QApplication.instance() or QApplication(["bench", "-platform", "offscreen"])
    assert isinstance(app, QApplication)
    window = _window(app, COUNT)
    opened = _timed(app, lambda: window.places.show_place("people"))
    place = _place(window)
    begun = perf_counter()
    place.register.finish()
    known = perf_counter() - begun
    app.processEvents()
    table, plain, filled = _plain(app, place)
    yield f"People, {COUNT} travellers: open", opened, filled
    yield f"People, {COUNT} travellers: all lines known", known, _assessed(window)
    yield "a frame of scrolling", _scrolled(app, place.table), _scrolled(app, table)
    columns = (NAME, STATE) * TIMES
    yield (
        "sort by a column",
        median(_timed(app, lambda one=one: place.table.sort_by(Sorting(one))) for one in columns),
        median(_timed(app, lambda one=one: plain.sort(one)) for one in columns),
    )
    words = ("a", "an", "", "germany", "") * 3
    yield (
        "search",
        median(_timed(app, lambda one=one: place.filters.field.setText(one)) for one in words),
        median(_timed(app, lambda one=one: plain.setFilterFixedString(one)) for one in words),
    )
    chip = place.filters.chips["outside"]
    yield (
        "filter by a chip",
        median(_timed(app, chip.click) for _ in range(TIMES + 1)),
        median(_timed(app, lambda one=one: plain.setFilterFixedString(one)) for one in words),
    )
    ours = _edited(app, window)
    alone = _window(app, 1)
    alone.places.show_place("people")
    yield "edit one of them, against a case of one", ours, _edited(app, alone)
    table.close()
    for one in (window, alone):
        one.told_to_end = True
        one.close()


def people(count: int) -> tuple[Traveller, ...]:
    """Return travellers of four citizenships with eight stays, the last of every other one now."""
    return tuple(_person(number) for number in range(count))


def _person(number: int) -> Traveller:
    first = ON - timedelta(45 * STAYS + number % 30)
    entries = [first + timedelta(45 * stay) for stay in range(STAYS)]
    stays = [Stay(entry=entry, exit=entry + timedelta(12)) for entry in entries]
    if number % 2:
        stays[-1] = Stay(entry=ON - timedelta(number % 28))
    return Traveller(name=f"Person {number}", citizenship=("DE", "RU", "KR", "TR")[number % 4], stays=tuple(stays))


def _window(app: QApplication, count: int) -> MainWindow:
    window = open_window(today=ON)
    window.resize(*SIZE)
    window.show()
    window.session().become(Case(travellers=people(count)))
    app.processEvents()
    return window


def _place(window: MainWindow) -> PeoplePlace:
    made = window.places.place("people")
    assert isinstance(made, PeoplePlace)
    return made


def _timed(app: QApplication, do: Callable[[], object]) -> float:
    """Return how long something takes until it is painted once."""
    start = perf_counter()
    do()
    app.processEvents()
    return perf_counter() - start


def _plain(app: QApplication, place: PeoplePlace) -> tuple[QTableView, QSortFilterProxyModel, float]:
    """Return a table of Qt's with the same texts, what sorts it, and how long it took to open."""
    texts = [[str(place.model.index(row, column).data()) for column in COLUMNS] for row in range(COUNT)]
    start = perf_counter()
    held = QStandardItemModel()
    for row in texts:
        held.appendRow([QStandardItem(text) for text in row])
    plain, table = QSortFilterProxyModel(), QTableView()
    plain.setSourceModel(held)
    plain.setFilterKeyColumn(-1)
    plain.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    held.setParent(plain)
    plain.setParent(table)
    table.setModel(plain)
    table.resize(*SIZE)
    table.show()
    app.processEvents()
    return table, plain, perf_counter() - start


def _scrolled(app: QApplication, table: QTableView) -> float:
    bar, times = table.verticalScrollBar(), []
    for step in range(60):
        times.append(_timed(app, lambda step=step: bar.setValue(bar.maximum() * step // 60)))
    bar.setValue(0)
    return median(times)


def _assessed(window: MainWindow) -> float:
    """Return how long the bare answers take of how everybody stands and what is due."""
    session, start = window.session(), perf_counter()
    for one in session.case.travellers:
        a = assess(one, ON, session.law)
        _ = a.standing, a.days_left, a.bars, a.ruling_duties, a.next_entry if a.current is None else None
        if a.current is not None:
            a.stay_duties(a.current)
    return perf_counter() - start


def _edited(app: QApplication, window: MainWindow) -> float:
    session, times = window.session(), []
    for number in range(TIMES):
        after = msgspec.structs.replace(session.traveller, name=f"Person {number} again")
        times.append(_timed(app, lambda after=after: session.change_traveller(after, "change-name")))
    return median(times)
