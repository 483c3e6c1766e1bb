"""The place People in a window: gone to as a person does, and read row by row."""

from __future__ import annotations

from datetime import timedelta

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.core.case import Host, Stay, Traveller
from kzstay.ui.places.people.cells import NAME, STATE
from kzstay.ui.places.people.order import Sorting
from kzstay.ui.places.people.place import PeoplePlace
from kzstay.ui.window.main_window import MainWindow
from tests.core.builders import expulsion, ruled
from tests.helpers import day, plain, stay, traveller

HOST = Host(kind="medium", name="Hotel Alatau")
OMAR = traveller("DE", stay("2026-10-20", notified="2026-10-21"), name="Omar Haddad")
WEI = traveller("CN", stay("2026-10-26", notified="2026-10-27"), name="Wei Zhang")
ANNA = msgspec.structs.replace(
    traveller("DE", stay("2026-11-20", note="by train")), host=HOST, document="C01X00T47"
)
IVAN = msgspec.structs.replace(
    traveller("RU", stay("2026-11-11", notified="2026-11-12"), name="Ivan Petrov"), native_name="Иван Петров"
)
LI = traveller("CN", name="Li Na", passport="service")
BANNED = ruled(traveller("TR", name="Emre Kaya"), expulsion("2026-01-01", executed="2026-01-05"))
EVERYBODY = LI, ANNA, IVAN, BANNED, WEI, OMAR
PATIENCE = 30_000  # milliseconds; nothing is timed here
URGENT = ["Omar Haddad", "Emre Kaya", "Wei Zhang", "Anna Schmidt", "Ivan Petrov", "Li Na"]


def people(count: int) -> tuple[Traveller, ...]:
    """Make many, each with a name and a stay of a length of their own, the last the most urgent."""
    first = day("2026-11-22")
    return tuple(
        Traveller(
            name=f"Traveller {number}",
            citizenship=("DE", "FR", "KR")[number % 3],
            stays=(Stay(entry=first - timedelta(number % 40)),),
        )
        for number in range(count)
    )


def place_of(window: MainWindow) -> PeoplePlace:
    """Return the place without going there."""
    made = window.places.place("people")
    assert isinstance(made, PeoplePlace)
    return made


def go(window: MainWindow) -> PeoplePlace:
    """Go to the place, which shows all by urgency, whoever was there before."""
    window.places.show_place("people")
    place = place_of(window)
    place.filters.show_every()
    place.table.sort_by(Sorting(STATE))
    place.table.clearSelection()
    place.table.verticalScrollBar().setValue(0)
    QApplication.processEvents()
    return place


def names(place: PeoplePlace) -> list[str]:
    """List the names in the order that is shown."""
    return cells(place, NAME)


def cells(place: PeoplePlace, column: int) -> list[str]:
    """Read a column."""
    return [plain(str(place.model.index(row, column).data())) for row in range(place.model.rowCount())]


def row_of(place: PeoplePlace, name: str) -> int:
    """Return the row of a traveller."""
    return names(place).index(name)


def choose(place: PeoplePlace, *wanted: str) -> None:
    """Choose travellers by their names."""
    place.table.choose([place.model.keys[row_of(place, name)] for name in wanted])


def chosen(place: PeoplePlace) -> list[str]:
    """List who is chosen."""
    who = {one.key.number: one.name for one in place._session.case.travellers}
    return [who[key] for key in place.table.chosen()]


def type_in(place: PeoplePlace, text: str) -> None:
    """Type into the field of the search."""
    place.filters.field.setText(text)
    QApplication.processEvents()


def click_row(place: PeoplePlace, row: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Click on the name of a row."""
    at = place.table.visualRect(place.model.index(row, NAME)).center()
    QTest.mouseClick(place.table.viewport(), Qt.MouseButton.LeftButton, held, at)


def settle(place: PeoplePlace, qtbot: QtBot) -> None:
    """Wait until all lines are known."""
    qtbot.waitUntil(lambda: place.register.complete, timeout=PATIENCE)
    QApplication.processEvents()
