"""The list of topics: what can be read, under headings, and which of it is read now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from kzstay.guard import guarded
from kzstay.ui.widgets.theme import scaled

HEADING = 12  # pixels
ACROSS, ABOVE = 17, 7  # the padding of a line with what Qt leaves round a text, and a little room
_TOPIC = Qt.ItemDataRole.UserRole


@guarded
class TopicList(QListWidget):
    """A list of topics; groups are lines that nobody can choose. ``chosen`` with the name of a topic."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "contents")
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(lambda now, _before: self._choose(now))

    def fill(self, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> None:
        """List topics with their titles under the names of groups; without a name there is no heading."""
        shown = self.topic
        self.blockSignals(True)
        self.clear()
        for group, topics in groups:
            if group:
                heading = QListWidgetItem(group.upper())
                heading.setFont(self._heading())
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                heading.setData(Qt.ItemDataRole.AccessibleTextRole, group)
                self.addItem(heading)
            for name, title in topics:
                line = QListWidgetItem(title)
                line.setData(_TOPIC, name)
                self.addItem(line)
        self.blockSignals(False)
        self._fit()
        self.point_at(shown)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus and choose nothing: Qt would choose the first line, and Tab would open its topic."""
        none = self.currentRow() < 0
        self.blockSignals(True)
        super().focusInEvent(event)
        if none:
            self.setCurrentRow(-1)
        self.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give each title the lines that it needs; left to itself, Qt forgets the padding of the style sheet."""
        room = self.viewport().width() - 2 * ACROSS
        for row in range(self.count()):
            line = self.item(row)
            if line.data(_TOPIC):
                lines = self.fontMetrics().boundingRect(0, 0, room, 1000, Qt.TextFlag.TextWordWrap, line.text())
                line.setSizeHint(QSize(room, lines.height() + 2 * ABOVE))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:  # letters may have another size
            for row in range(self.count()):
                if not self.item(row).data(_TOPIC):
                    self.item(row).setFont(self._heading())
            self._fit()

    def _heading(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(scaled(HEADING))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    @property
    def topic(self) -> str | None:
        """Return the topic that is chosen."""
        now = self.currentItem()
        return now.data(_TOPIC) if now is not None else None

    def point_at(self, topic: str | None) -> None:
        """Show which topic is read, without choosing it anew."""
        self.blockSignals(True)
        found = next((row for row in range(self.count()) if topic and self.item(row).data(_TOPIC) == topic), -1)
        self.setCurrentRow(found)
        self.blockSignals(False)

    def first(self) -> str | None:
        """Return the first topic of the list."""
        lines = (self.item(row).data(_TOPIC) for row in range(self.count()))
        return next((topic for topic in lines if topic), None)

    def _choose(self, line: QListWidgetItem | None) -> None:
        if line is not None and (topic := line.data(_TOPIC)):
            self.chosen.emit(topic)
