"""The legend: what every fill, line, stripe and bar of the timeline means, as a list that can be read by keys."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem, QWidget

from kzstay.drawing.colours import Theme
from kzstay.drawing.legend import SIZE, paint_piece
from kzstay.guard import guarded
from kzstay.texts import Words
from kzstay.texts import timeline as texts
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.letters import Dialog

WIDE, HIGH, MARGIN = 580, 700, 40  # pixels
SMALLER = 0.75  # than in the picture, so that more is seen at once


@guarded
class Legend(Dialog):
    """A window beside the timeline; it stands there as long as somebody reads in it."""

    def __init__(self, parent: QWidget, w: Words, theme: Theme) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("legend")
        self.list = QListWidget()
        self.list.setObjectName("legend_list")
        self.list.setIconSize((SIZE * SMALLER).toSize())
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.close_button = parts.button("legend_close", self.close)
        column = parts.column(self.list, spacing=10, margins=(12, 12, 12, 12))
        column.addLayout(parts.row(1, self.close_button))
        self.setLayout(column)
        self.tell(w, theme)
        room = parent.window().size() - QSize(MARGIN, MARGIN)
        self.resize(QSize(WIDE, HIGH).boundedTo(room))

    def tell(self, w: Words, theme: Theme) -> None:
        """Say everything in a language and in the colours of an appearance."""
        row = max(0, self.list.currentRow())
        self.setWindowTitle(w.gettext("Legend of the timeline"))
        self.list.setAccessibleName(w.gettext("Legend of the timeline"))
        self.close_button.setText(w.gettext("Close"))
        self.list.clear()
        for part, text in texts.legend(w).items():
            self.list.addItem(QListWidgetItem(self._picture(part, theme), text))
        self.list.setCurrentRow(row)

    def _picture(self, part: texts.Part, theme: Theme) -> QIcon:
        ratio = self.devicePixelRatioF() * SMALLER
        pixmap = QPixmap((SIZE * ratio).toSize())
        pixmap.fill(theme.card)
        painter = QPainter(pixmap)
        painter.scale(ratio, ratio)
        paint_piece(painter, part, theme, self.font().family())
        painter.end()
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        icon = QIcon(pixmap)
        # Chosen or not, it shows the colours of the picture
        icon.addPixmap(pixmap, QIcon.Mode.Selected)
        return icon
