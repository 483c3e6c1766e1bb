"""Trips typed on the Plan page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kzstay.ui.pages.plan.page import PlanView
from kzstay.ui.pages.plan.trip_fields import Field
from kzstay.ui.window.main_window import MainWindow
from tests.ui import pages_of


def shown(window: MainWindow) -> PlanView:
    """Go to the page."""
    window.stay.show_page("plan")
    return pages_of.plan(window)


def ask(window: MainWindow, qtbot: QtBot, entry: str, *, days: str = "", leaving: str = "") -> PlanView:
    """Type a trip, and wait until what takes longer is answered too."""
    plan = shown(window)
    for field, text in ((plan.fields.entry, entry), (plan.fields.days, days), (plan.fields.leaving, leaving)):
        if text or field is plan.fields.entry:
            retype(qtbot, field, text)
    qtbot.waitUntil(lambda: not plan._pause.isActive())
    return plan


def retype(qtbot: QtBot, field: Field, text: str) -> None:
    """Type over what stands in a field."""
    field.edit.selectAll()
    qtbot.keyClick(field.edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(field.edit, text)


def text_of(label: QLabel) -> str:
    """Return what a label shows to the eye."""
    return label.text() if label.isVisible() else ""


def fields_of(plan: PlanView) -> tuple[str, str, str]:
    entry, days, leaving, _away = (edit.text() for edit in plan.fields.edits())
    return entry, days, leaving
