"""What a cell of the list of travellers is painted with: the state as a pill, the days of presence as a strip."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from kzstay.core.register import Line
from kzstay.drawing.colours import LIGHT, Theme, mixed
from kzstay.guard import guarded
from kzstay.ui.places.people.cells import STATE, STRIP, tone
from kzstay.ui.places.people.model import LINE, PeopleModel

Index = QModelIndex | QPersistentModelIndex
INSIDE, PILL, ROUND = 12, 26, 3  # pixels: left and right of a cell, the height of a pill, a corner
TRACK, BAR = 16, 10
GROUND = 0.87  # so much of the card is in the ground of a pill


@guarded
class PeopleDelegate(QStyledItemDelegate):
    """Paints the rows."""

    def __init__(self, people: PeopleModel, parent: QObject) -> None:
        super().__init__(parent)
        self._people = people
        self.theme: Theme = LIGHT

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() in (STATE, STRIP):
            option.text = ""  # pyright: ignore[reportAttributeAccessIssue]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.column() not in (STATE, STRIP):
            return
        found = index.data(LINE)
        line = found if isinstance(found, Line) else None
        rect = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.column() == STATE:
            self._pill(painter, rect, option, line, str(index.data()))
        elif line is not None:
            self._strip(painter, rect, line)
        painter.restore()

    def _pill(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, line: Line | None, text: str
    ) -> None:
        theme = self.theme
        colour = getattr(theme, tone(line))
        font = QFont(option.font)  # pyright: ignore[reportAttributeAccessIssue]
        font.setPixelSize(13)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        room = rect.width() - 2 * INSIDE
        words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room - 20))
        width = min(room, painter.fontMetrics().horizontalAdvance(words) + 24)
        pill = QRectF(rect.x() + INSIDE - 2, rect.center().y() - PILL / 2, width, PILL)
        ground = theme.chip if tone(line) == "muted" else mixed(colour, theme.card, GROUND)
        contrast = theme.name.startswith("contrast")
        painter.setPen(QPen(QColor(colour), 1) if contrast else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.card if contrast else ground))
        painter.drawRoundedRect(pill, PILL / 2, PILL / 2)
        painter.setPen(QColor(colour))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)

    def _strip(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        theme, period = self.theme, self._people.period
        last = self._people.on.toordinal()
        track = QRectF(rect.x() + INSIDE, rect.center().y() - TRACK / 2, rect.width() - 2 * INSIDE, TRACK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.chip))
        painter.drawRoundedRect(track, ROUND, ROUND)
        day = track.width() / period
        for piece in line.pieces:
            x = track.right() - (last - piece.days.first.toordinal() + 1) * day
            width = max(3.0, piece.days.days * day)
            bar = QRectF(min(x, track.right() - width), rect.center().y() - BAR / 2, width, BAR)
            painter.setBrush(QColor(theme.over if piece.over else theme.within))
            painter.drawRoundedRect(bar, 2, 2)
