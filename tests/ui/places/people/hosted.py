"""Guests of hosts, and the place People that lists them."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzstay.core.case import Host, Traveller
from kzstay.ui.places.people.mark_done import MarkDone
from kzstay.ui.places.people.place import PeoplePlace
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller

HOTEL, FLAT = Host(kind="medium", name="Hotel Alatau"), Host(kind="individual", name="Aigul")


def guest(who: Traveller, host: Host | None = HOTEL) -> Traveller:
    return msgspec.structs.replace(who, host=host)


# The window's day is Sunday 22 November 2026. By the strict count a notice of an arrival on Thursday 19 is due on
# Monday 23, of one on Friday 20 on Tuesday 24
NEW = guest(traveller("DE", stay("2026-11-19"), name="New"))
FRIDAY = guest(traveller("GB", stay("2026-11-20"), name="Friday"))
UNTOLD = guest(traveller("FR", stay("2026-11-03"), name="Untold"))  # nobody recorded whether it was told
RUSSIAN = guest(
    traveller("RU", stay("2026-10-30", notified="2026-10-30"), name="Russian")
)  # registers by the 28th
LATE = guest(traveller("KR", stay("2026-03-02", "2026-03-20", notified="2026-03-10"), name="Late"))
LATER = guest(traveller("JP", stay("2026-06-01", "2026-06-12", notified="2026-06-10"), name="Later"))
ELSEWHERE = guest(traveller("AT", stay("2026-11-20", notified="2026-11-20"), name="Elsewhere"), FLAT)
ALONE = guest(traveller("US", stay("2026-11-20"), name="Alone"), None)


def people(window: MainWindow, qtbot: QtBot) -> PeoplePlace:
    """Go to the place by its button, and return it once every line is known."""
    qtbot.mouseClick(window.places.rail.buttons["people"], Qt.MouseButton.LeftButton)
    made = window.places.place("people")
    assert isinstance(made, PeoplePlace)
    made.register.finish()
    QApplication.processEvents()
    return made


def sheet(window: MainWindow) -> MarkDone:
    """Return the sheet in which several are marked."""
    QApplication.processEvents()
    (found,) = (part for part in window.findChildren(MarkDone) if part.isVisible())
    return found
