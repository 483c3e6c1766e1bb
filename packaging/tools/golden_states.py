"""The main states of the window: the case that each begins with, and the way a person goes to it.

They are gone to by what a person has, a command, a place, a page, a field, so that they stay what they are however
those are made. Each case is reckoned on one day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from kzstay.ui.places.registry import Topics
from kzstay.ui.session.register import register_of
from kzstay.ui.window.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "golden" / "cases"
ANNA = CASES / "lawful.kzstay"
ON = date(2026, 11, 22)
TRIP = {"edit_plan_entry": "2026-12-20", "edit_plan_days": "20"}
CITY, TOPIC = "Almaty", "overstay"


@dataclass(frozen=True)
class State:
    """What is opened, what is then done, what of it is looked at, and whether it is all there yet."""

    case: Path | None
    go: Callable[[MainWindow], object] = lambda window: window.stay.timeline.setFocus()
    seen: Callable[[MainWindow], QWidget | None] = lambda window: window
    ready: Callable[[MainWindow], bool] = lambda _window: True


def _type(window: MainWindow, name: str, text: str) -> None:
    """Type into a field, over what stands in it."""
    field = next(field for field in window.findChildren(QLineEdit, name) if field.isVisible())
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)


def _plan(window: MainWindow) -> None:
    window.stay.show_page("plan")
    for name, text in TRIP.items():
        _type(window, name, text)


def _read(window: MainWindow) -> None:
    window.places.show_place("guide")
    guide = window.places.place("guide")
    assert isinstance(guide, Topics)
    guide.show_topic(TOPIC)


def _look_up(window: MainWindow) -> None:
    window.places.show_place("contacts")
    _type(window, "contacts_search", CITY)


def dialog(window: MainWindow) -> QWidget | None:
    """Return the dialog that is open over a window, if one is."""
    return next((one for one in window.findChildren(QDialog) if one.isVisible()), None)


def _imported(window: MainWindow) -> bool:
    found = window.importing.dialog
    return found is not None and found.isVisible() and not found.worker.running


STATES: dict[str, State] = {
    "empty": State(None),
    "lawful": State(ANNA),
    "ending": State(CASES / "ending.kzstay"),
    "overstay": State(CASES / "overstay.kzstay"),
    "ordered": State(CASES / "ordered.kzstay", lambda window: window.stay.show_page("next")),
    "people": State(
        CASES / "people.kzstay",
        lambda window: window.places.show_place("people"),
        ready=lambda window: register_of(window.session()).complete,
    ),
    "plan": State(ANNA, _plan),
    "guide": State(CASES / "overstay.kzstay", _read),
    "contacts": State(ANNA, _look_up),
    "import": State(ANNA, lambda window: window.importing.import_file(CASES / "questions.csv"), dialog, _imported),
    "export": State(ANNA, lambda window: window.commands.by_name["export"].trigger(), dialog),
    "preferences": State(ANNA, lambda window: window.commands.by_name["preferences"].trigger(), dialog),
}


def told(window: MainWindow, seen: QWidget) -> dict[str, object]:
    """Return what a state says, to see that it is what its name says."""
    session = window.session()
    hero = window.stay.hero
    return {
        "standing": str(session.assessment.standing) if session.traveller.citizenship else "",
        "travellers": len(session.case.travellers),
        "headline": " ".join(filter(None, (hero.number.text(), hero.unit.text()))),
        "lead": hero.lead.text(),
        "place": window.places.current,
        "page": window.stay.page,
        "dialog": "" if seen is window else seen.windowTitle(),
        "size": [seen.width(), seen.height()],
        "focus": getattr(QApplication.focusWidget(), "objectName", str)(),
    }
