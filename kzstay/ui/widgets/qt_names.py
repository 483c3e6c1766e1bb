"""Names of what Qt puts into its widgets and leaves without one, or with one in English alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QTabBar, QToolButton, QWidget

from kzstay.texts import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCalendarWidget

CLEAR = "_q_qlineeditclearaction"  # as Qt calls what its button does


def name_clear_button(field: QLineEdit, w: Words) -> None:
    """Name the button in a field that empties it."""
    for button in field.findChildren(QToolButton):
        action = button.defaultAction()
        if isinstance(action, QAction) and action.objectName() == CLEAR:
            button.setAccessibleName(w.gettext("Clear the field"))


def name_scroll_buttons(bar: QTabBar, w: Words) -> None:
    """Name the buttons that scroll a row of tabs where not all of them have room."""
    names = {"ScrollLeftButton": w.gettext("Scroll left"), "ScrollRightButton": w.gettext("Scroll right")}
    for button in bar.findChildren(QToolButton):
        if button.objectName() in names:
            button.setAccessibleName(names[button.objectName()])


def name_calendar(calendar: QCalendarWidget, w: Words) -> None:
    """Name a calendar and the buttons that turn its pages."""
    names = {
        "qt_calendar_calendarview": w.gettext("Calendar"),
        "qt_calendar_prevmonth": w.gettext("Previous month"),
        "qt_calendar_nextmonth": w.gettext("Next month"),
    }
    calendar.setAccessibleName(w.gettext("Calendar"))
    for name, text in names.items():
        part = calendar.findChild(QWidget, name)
        if isinstance(part, QWidget):
            part.setAccessibleName(text)
