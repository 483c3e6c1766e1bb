"""Parts: labels, buttons, rows and columns of which the window is put together, as the style sheet knows them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLayout,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QTableView,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from kzstay.guard import guarded

Layout = TypeVar("Layout", bound=QBoxLayout)

ROW_HEIGHT = 38  # of every table, in pixels
BESIDE = 1  # pixels beside the words of a list in their room


@guarded
class Button(QPushButton):
    """A button that Enter presses, as Space does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _pressed_by_enter(self, event):
            super().keyPressEvent(event)


@guarded
class ToolButton(QToolButton):
    """A small button, or one with a menu, that Enter presses, as Space does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _pressed_by_enter(self, event):
            super().keyPressEvent(event)


@guarded
class Choice(QComboBox):
    """One of a few; the wheel over it scrolls what it stands in and never chooses unseen.

    A name for which there is no room gives way, and is read whole in its hint. Its list has room for all.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The one of Qt's delegates that heeds the style sheet, by which the height of the list is measured
        self.setItemDelegate(QStyledItemDelegate(self))

    def showPopup(self) -> None:
        names = self.view()
        bar = names.verticalScrollBar().sizeHint().width() if self.count() > self.maxVisibleItems() else 0
        names.setMinimumWidth(names.sizeHintForColumn(0) + bar + 2 * names.frameWidth())
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        said, shown = self._said()
        if shown == said.currentText:
            super().paintEvent(event)
            return
        said.currentText = shown  # type: ignore[misc] - Qt's own is no property
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, said)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, said)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and not self.toolTip():
            said, shown = self._said()
            QToolTip.showText(event.globalPos(), "" if shown == said.currentText else said.currentText, self)
            return True
        return super().event(event)

    @property
    def gives_way(self) -> bool:
        """Tell whether what is chosen is shown in part."""
        said, shown = self._said()
        return shown != said.currentText

    def _said(self) -> tuple[QStyleOptionComboBox, str]:
        """Return what is chosen as it would be drawn, and as much of it as there is room for."""
        said = QStyleOptionComboBox()
        self.initStyleOption(said)
        field = QStyle.SubControl.SC_ComboBoxEditField
        place = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, said, field, self)
        room = place.width() - 2 * BESIDE
        return said, self.fontMetrics().elidedText(said.currentText, Qt.TextElideMode.ElideRight, room)


def label(role: str = "", *, wrap: bool = False, name: str = "") -> QLabel:
    """Return a label that shows plain text; ``role`` is its place in the style sheet."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setObjectName(name)
    if role:
        made.setProperty("role", role)
    return made


def button(name: str, do: Callable[[], object] | None = None, *, look: str = "") -> Button:
    """Return a button; ``look`` is primary or chip."""
    made = Button()
    _name(made, name, look)
    if do is not None:
        made.clicked.connect(lambda: do())
    return made


def tool_button(name: str, do: Callable[[], object] | None = None, *, look: str = "") -> ToolButton:
    """Return a button that may hold a menu; ``look`` is primary, chip, flat or rail."""
    made = ToolButton()
    _name(made, name, look)
    if do is not None:
        made.clicked.connect(lambda: do())
    return made


def frame(name: str) -> QFrame:
    """Return a frame that the style sheet knows by its name."""
    made = QFrame()
    made.setObjectName(name)
    return made


def table_of_rows(table: QTableView, *, typed: bool = False) -> QHeaderView:
    """Let a table be a list of rows, which may be typed into, and return its header."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    if typed:
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
    table.setTabKeyNavigation(False)  # Tab leaves the table, arrows go from cell to cell
    table.setShowGrid(False)
    table.setIconSize(QSize(16, 16))
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setStretchLastSection(True)
    return header


def row(
    *parts: QWidget | QLayout | int, spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """Lay parts out from left to right; a number is room that stretches by that share."""
    return _filled(QHBoxLayout(), parts, spacing, margins)


def column(
    *parts: QWidget | QLayout | int, spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Lay parts out from top to bottom; a number is room that stretches by that share."""
    return _filled(QVBoxLayout(), parts, spacing, margins)


def mark(widget: QWidget, property_name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and let it look again."""
    if widget.property(property_name) != value:
        widget.setProperty(property_name, value)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else it is looked at before it is seen
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def _pressed_by_enter(pressed: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button if the key is Enter by itself, and tell whether it is."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or held != Qt.KeyboardModifier.NoModifier:
        return False
    if not event.isAutoRepeat():
        pressed.click()
    return True


def _name(made: QWidget, name: str, look: str) -> None:
    made.setObjectName(name)
    if look:
        made.setProperty(look, True)


def _filled(
    layout: Layout,
    parts: tuple[QWidget | QLayout | int, ...],
    spacing: int,
    margins: tuple[int, int, int, int],
) -> Layout:
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    for part in parts:
        if isinstance(part, int):
            layout.addStretch(part)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return layout
