"""What a cell of the list of travellers is painted with: the state as a pill, the days of presence as a strip."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QRegion
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from kzstay.core.register import Line
from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.ui.places.people.cells import COLUMNS, STATE, STRIP, tone
from kzstay.ui.places.people.model import LINE, PeopleModel
from kzstay.ui.widgets.theme import scaled

Index = QModelIndex | QPersistentModelIndex
INSIDE, PILL, ROUND = 12, 26, 3  # pixels: left and right of a cell, the height of a pill, a corner
TRACK, BAR, FRAME = 16, 10, 2


def pill_font(font: QFont) -> QFont:
    """Return what the words of a state are written with."""
    made = QFont(font)
    made.setPixelSize(scaled(13))
    made.setWeight(QFont.Weight.DemiBold)
    return made


@guarded
class PeopleDelegate(QStyledItemDelegate):
    """Paints the rows."""

    def __init__(self, people: PeopleModel, table: QTableView) -> None:
        super().__init__(table)
        self._people = people
        self._table = table
        self.theme: Theme = LIGHT

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() in (STATE, STRIP):
            option.text = ""  # pyright: ignore[reportAttributeAccessIssue]
        # The keyboard is in a row, so the frame is the row's; and in a chosen one words keep their colours
        drawn = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected
        option.state &= ~drawn  # pyright: ignore[reportAttributeAccessIssue]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # pyright: ignore[reportAttributeAccessIssue]
        if chosen:
            painter.fillRect(option.rect, QColor(self.theme.tint))  # pyright: ignore[reportAttributeAccessIssue]
        super().paint(painter, option, index)
        if chosen:
            self._edges(painter, QRect(option.rect))  # pyright: ignore[reportAttributeAccessIssue]
        if self._table.hasFocus() and index.row() == self._table.currentIndex().row():
            self._frame(painter, QRect(option.rect), index.column())  # pyright: ignore[reportAttributeAccessIssue]
        if index.column() not in (STATE, STRIP):
            return
        found = index.data(LINE)
        line = found if isinstance(found, Line) else None
        rect = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.column() == STATE:
            self._pill(painter, rect, line, str(index.data()), chosen=chosen)
        elif line is not None:
            self._strip(painter, rect, line, chosen=chosen)
        painter.restore()

    def _edges(self, painter: QPainter, rect: QRect) -> None:
        """Paint what a chosen row is told by where its ground is too faint."""
        for edge in (rect.top(), rect.bottom()):
            painter.fillRect(rect.left(), edge, rect.width(), 1, QColor(self.theme.accent))

    def _frame(self, painter: QPainter, rect: QRect, column: int) -> None:
        """Paint the part of the frame of a row that is in a cell."""
        seen = [one for one in COLUMNS if not self._table.isColumnHidden(one)]
        left = FRAME if column == seen[0] else 0
        right = FRAME if column == seen[-1] else 0
        inner = rect.adjusted(left, FRAME, -right, -FRAME)
        painter.save()
        painter.setClipRegion(QRegion(rect).subtracted(QRegion(inner)))
        painter.fillRect(rect, QColor(self.theme.accent))
        painter.restore()

    def _pill(self, painter: QPainter, rect: QRectF, line: Line | None, text: str, *, chosen: bool) -> None:
        theme = self.theme
        colour = getattr(theme, tone(line))
        painter.setFont(pill_font(painter.font()))
        room = rect.width() - 2 * INSIDE
        words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room - 20))
        width = min(room, painter.fontMetrics().horizontalAdvance(words) + 24)
        tall = scaled(PILL)
        pill = QRectF(rect.x() + INSIDE - 2, rect.center().y() - tall / 2, width, tall)
        ground = theme.chip if tone(line) == "muted" else theme.ground(tone(line))
        ground = theme.card if chosen else ground
        painter.setPen(QPen(QColor(colour), 1) if theme.in_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(pill, tall / 2, tall / 2)
        painter.setPen(QColor(colour))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)

    def _strip(self, painter: QPainter, rect: QRectF, line: Line, *, chosen: bool) -> None:
        theme, period = self.theme, self._people.period
        last = self._people.on.toordinal()
        track = QRectF(rect.x() + INSIDE, rect.center().y() - TRACK / 2, rect.width() - 2 * INSIDE, TRACK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.card if chosen else theme.chip))
        painter.drawRoundedRect(track, ROUND, ROUND)
        day = track.width() / period
        for piece in line.pieces:
            x = track.right() - (last - piece.days.first.toordinal() + 1) * day
            width = max(3.0, piece.days.days * day)
            bar = QRectF(min(x, track.right() - width), rect.center().y() - BAR / 2, width, BAR)
            painter.setBrush(QColor(theme.over if piece.over else theme.within))
            painter.drawRoundedRect(bar, 2, 2)
