"""Announcements: what a screen reader is told, beside what it finds in the window by itself.

Qt's lists of roles and events are the longest that it has, so that they are read in when something is said.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

LATER, TEXT = "described_later", "text"  # of the timer of a field
PAUSE = 700  # milliseconds without a key


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say a sentence that is shown elsewhere in the window."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def tell_focus(widget: QWidget, child: int = -1) -> None:
    """Have a screen reader read what the keyboard is at: a part, or with its place a child of it."""
    from PySide6.QtGui import QAccessible

    _tell(widget, child, QAccessible.Event.Focus)


def tell_name(widget: QWidget, child: int = -1) -> None:
    """Tell that a part, or a child of it, has another name."""
    from PySide6.QtGui import QAccessible

    _tell(widget, child, QAccessible.Event.NameChanged)


def tell_description(widget: QWidget, child: int = -1) -> None:
    """Tell that a part, or a child of it, is described in other words."""
    from PySide6.QtGui import QAccessible

    _tell(widget, child, QAccessible.Event.DescriptionChanged)


def _tell(widget: QWidget, child: int, kind: object) -> None:
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    event = QAccessibleEvent(widget, kind)  # type: ignore[call-overload]
    if child >= 0:
        event.setChild(child)
    QAccessible.updateAccessibility(event)


def describe(field: QWidget, text: str, *, wrong: bool = False) -> None:
    """Tell with a field what its text is understood as, or why it cannot be used; nothing proposed, with nothing.

    Qt would read out what a field proposes as if it stood there, were nothing else said of it. Readers say each
    description that is new: of a day that is half typed it would be an error with each key, so that what is wrong
    waits for a pause.
    """
    timer = field.findChild(QTimer, LATER, Qt.FindChildOption.FindDirectChildrenOnly)
    if wrong and field.hasFocus():
        if timer is None:
            timer = _later(field)
        timer.setProperty(TEXT, text)
        timer.start()
        return
    if timer is not None:
        timer.stop()
    _describe(field, text)


def say_reason(field: QWidget) -> None:
    """Say why what stands in a field cannot be used, to who goes on."""
    timer = field.findChild(QTimer, LATER, Qt.FindChildOption.FindDirectChildrenOnly)
    if timer is not None and timer.isActive():
        timer.stop()
        _describe(field, str(timer.property(TEXT)))
    announce(field, field.accessibleDescription())


def _later(field: QWidget) -> QTimer:
    timer = QTimer(field)
    timer.setObjectName(LATER)
    timer.setSingleShot(True)
    timer.setInterval(PAUSE)
    timer.timeout.connect(lambda: _describe(field, str(timer.property(TEXT))))
    return timer


def _describe(field: QWidget, text: str) -> None:
    if field.accessibleDescription() != text:
        field.setAccessibleDescription(text)


def plain_of(label: QLabel) -> str:
    """Return the words of a label, whatever it is written in."""
    if label.textFormat() != Qt.TextFormat.RichText:
        return label.text()
    from PySide6.QtGui import QTextDocumentFragment

    return " ".join(QTextDocumentFragment.fromHtml(label.text()).toPlainText().split("\n"))
