"""Columns of fields: each under its name, as many beside each other as their words leave room for."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLayout, QLayoutItem, QLineEdit, QWidget

from kzstay.guard import guarded

GAP, LINE, NAME = 16, 6, 4  # pixels between columns, between lines, and between a name and its field
ARROW = 50  # of a list beside its words
SIDES, SIGN = 34, 24  # of a field beside its hint, and of each sign in it
WIDEST, TYPED = 270, 240  # of a list; of one that is typed into, whatever stands in it at the moment


@guarded
class Columns(QLayout):
    """Names over fields, in lines from left to right; a share tells how a column takes part in what is left."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._items: list[QLayoutItem] = []
        self._fields: list[QWidget] = []
        self._shares: list[int] = []
        self._least: list[int] = []
        self.setContentsMargins(0, 0, 0, 0)

    def add_field(self, name: QLabel, field: QWidget, share: int = 1, least: int = 110) -> None:
        """Add a field under its name, of which no less than so many pixels are of use."""
        self.addWidget(name)
        self.addWidget(field)
        self._fields.append(field)
        self._shares.append(share)
        self._least.append(least)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._laid_out(QRect(0, 0, width, 0), placed=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._laid_out(rect, placed=True)

    def sizeHint(self) -> QSize:
        width = sum(self._needed(self._most)) + GAP * (self._most - 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        return QSize(max(self._needed(1)), 0)  # how high it is at least is told by its width alone

    def _needed(self, count: int) -> list[int]:
        """Return the widths of so many columns in which no word is cut."""
        widths = [0] * count
        for place, least in enumerate(self._least):
            wanted = max(self._items[2 * place].sizeHint().width(), needed(self._fields[place]), least)
            widths[place % count] = max(widths[place % count], wanted)
        return widths

    def _widths(self, width: int) -> list[int]:
        """Return the widths of the columns, as many as there is room for."""
        count = self._most
        while count > 1 and sum(self._needed(count)) + GAP * (count - 1) > width:
            count -= 1
        widths = self._needed(count)
        rest = width - sum(widths) - GAP * (count - 1)
        shares = self._shares[:count]
        return [max(0, one + rest * share // sum(shares)) for one, share in zip(widths, shares, strict=True)]

    def _laid_out(self, rect: QRect, *, placed: bool) -> int:
        widths = self._widths(rect.width())
        y, count = rect.y(), len(widths)
        for first in range(0, len(self._least), count):
            line = range(first, min(first + count, len(self._least)))
            names = max(self._items[2 * place].sizeHint().height() for place in line)
            fields = max(self._items[2 * place + 1].sizeHint().height() for place in line)
            x = rect.x()
            for place, width in zip(line, widths, strict=False):
                if placed:
                    self._items[2 * place].setGeometry(QRect(x, y, width, names))
                    self._items[2 * place + 1].setGeometry(QRect(x, y + names + NAME, width, fields))
                x += width + GAP
            y += names + NAME + fields + LINE
        return y - LINE - rect.y()


def needed(field: QWidget) -> int:
    """Return the width in which no word of a field is cut that is not uncommonly long."""
    if isinstance(field, QLineEdit):
        # What is typed is scrolled in its field; how it is to be typed is not
        hint = field.fontMetrics().horizontalAdvance(field.placeholderText())
        return min(WIDEST, hint + SIDES + SIGN * len(field.actions())) if hint else 0
    if not isinstance(field, QComboBox):
        return 0
    texts = map(field.itemText, range(field.count()))
    words = max(map(field.fontMetrics().horizontalAdvance, texts), default=0) + ARROW
    return min(TYPED if field.isEditable() else WIDEST, words)
