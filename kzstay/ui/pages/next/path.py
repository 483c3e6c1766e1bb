"""The path: what happened, what is to be done and what comes of it, each day with a sign on one line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QWidget

from kzstay.content.trouble import Line
from kzstay.core.trouble import When
from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import announce

DOT, LINE_WIDTH, SIGN_WIDTH = 6, 2, 34  # radius, and widths in pixels
ABOVE, BELOW = 8, 8  # of the words of a line
ASIDE = 6  # pixels at both sides of a line
PRESSING: tuple[When, ...] = ("overdue", "now", "soon")


@guarded
class PathView(QWidget):
    """The lines of a path. Up and Down go from one to the next, and a screen reader says each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("path")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme: Theme = LIGHT
        self._lines: list[Line] = []
        self._rows: list[_Row] = []
        self._at = 0
        self._grid = QGridLayout()
        self._grid.setContentsMargins(ASIDE, 0, ASIDE, 0)  # the ring goes round the words, not through them
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(2, 1)
        self.setLayout(self._grid)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        if list(lines) == self._lines:
            return
        self._lines = list(lines)
        for row in self._rows:
            row.leave(self._grid)
        self._rows = [_Row(number, line, self._grid) for number, line in enumerate(lines)]
        for number, row in enumerate(self._rows):
            row.sign.first, row.sign.last = number == 0, number == len(lines) - 1
        self._at = min(self._at, max(0, len(lines) - 1))
        self.setAccessibleDescription("; ".join(row.said for row in self._rows))
        self.set_theme(self._theme)

    @property
    def said(self) -> list[str]:
        """Return what each line says."""
        return [row.said for row in self._rows]

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for row in self._rows:
            row.sign.set_theme(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or not 0 <= self._at + step < len(self._rows):
            super().keyPressEvent(event)
            return
        self._at += step
        announce(self, self._rows[self._at].said)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self._rows:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawRoundedRect(self._rect_of(self._at).adjusted(1, 1, -1, -1), 6, 6)
            painter.end()

    def _rect_of(self, number: int) -> QRect:
        cell = self._grid.cellRect(number, 0)
        return QRect(0, cell.top(), self.width(), cell.height())


class _Row:
    """One line of the path: its day, its sign, and its words."""

    def __init__(self, number: int, line: Line, grid: QGridLayout) -> None:
        self.said = ": ".join(filter(None, (line.day, ". ".join(filter(None, (line.title, line.note))))))
        pressing = line.when in PRESSING
        self._day = parts.label("path-day" if pressing else "muted")
        self._day.setText(line.day)
        self._day.setContentsMargins(0, ABOVE, 0, 0)
        self._title = parts.label("path" if pressing else "", wrap=True)
        self._title.setText(line.title)
        self._note = parts.label("path-note", wrap=True)
        self._note.setText(line.note)
        if not line.note:
            self._note.hide()  # and never shown here, where it has no parent yet: it would be a window of its own
        for label in (self._title, self._note):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words = QWidget()
        self._words.setLayout(parts.column(self._title, self._note, spacing=1, margins=(0, ABOVE, 4, BELOW)))
        self.sign = Sign(line.when, self._day.sizeHint().height())
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        grid.addWidget(self._day, number, 0, top)
        grid.addWidget(self.sign, number, 1)
        grid.addWidget(self._words, number, 2)
        for part in (self._day, self.sign, self._words):
            part.show()  # which Qt would do a little later: it would have no room in the first picture

    def leave(self, grid: QGridLayout) -> None:
        """Make room for others."""
        for part in (self._day, self.sign, self._words):
            grid.removeWidget(part)
            part.hide()
            part.deleteLater()


@guarded
class Sign(QWidget):
    """The dot of a line, filled where it is over, with the line that goes through all of them."""

    def __init__(self, when: When, height: int) -> None:
        super().__init__()
        self._when = when
        self._middle = ABOVE + (height - ABOVE) / 2
        self._theme: Theme = LIGHT
        self.first = self.last = False

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIGN_WIDTH, int(self._middle) + DOT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        colour = QColor(
            {
                "past": theme.muted,
                "overdue": theme.over,
                "now": theme.over,
                "soon": theme.over,
                "later": theme.within,
            }[self._when]
        )
        centre = QPointF(self.width() / 2, self._middle)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.border), LINE_WIDTH))
        top = centre.y() if self.first else 0
        foot = centre.y() if self.last else self.height()
        painter.drawLine(QPointF(centre.x(), top), QPointF(centre.x(), foot))
        painter.setPen(QPen(colour, 3))
        painter.setBrush(colour if self._when in ("past", "overdue", "now") else QColor(theme.card))
        painter.drawEllipse(centre, DOT - 1, DOT - 1)
        painter.end()
