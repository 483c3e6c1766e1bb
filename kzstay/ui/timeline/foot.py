"""The foot of the timeline: a line that tells what is pointed at or chosen, and buttons for what is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from kzstay.drawing.colours import LIGHT, Theme
from kzstay.drawing.scene import LEAST_HEIGHT
from kzstay.guard import guarded
from kzstay.ui.timeline.hints import as_hint
from kzstay.ui.timeline.minimap import Minimap
from kzstay.ui.timeline.widget import Timeline
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.theme import icon, scaled

HEIGHT, OVER_WORDS = 30, 12  # pixels, at least
EDGES = 10  # pixels of the card over and under all, with its frame
SIGN = 18
# The commands that have a button, with the icon of each; the names and the keys are those of the menu
COMMANDS = {
    "zoom_out": "zoom-out",
    "zoom_in": "zoom-in",
    "show_all": "fit",
    "show_period": "period",
    "go_today": "today",
    "legend": "legend",
}
LEAST_LINE = 220  # pixels of words; where buttons leave less, they fold away


@guarded
class Line(QLabel):
    """Words in one line, as many as there is room for; all of them are in the hint and in the name."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setObjectName("timeline_told")
        self.setProperty("role", "muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def tell(self, lines: list[str]) -> None:
        """Say some lines as one."""
        self._whole = " · ".join(lines)
        self.setAccessibleName(self._whole)
        self.setToolTip(as_hint(lines))
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


@guarded
class Foot(QWidget):
    """Under the timeline, as long as there is room. The commands of its buttons are given with ``offer``."""

    def __init__(self, timeline: Timeline, minimap: Minimap, card: QWidget) -> None:
        super().__init__()
        self._timeline = timeline
        self._minimap = minimap
        self._theme: Theme = LIGHT
        self._text = ""
        self.setObjectName("timeline_foot")
        self._grow()
        self.line = Line()
        self.buttons = {name: parts.tool_button(f"timeline_{name}", look="flat") for name in COMMANDS}
        self._room = parts.row(spacing=2)
        self._room.setContentsMargins(10, 0, 8, 0)
        self._room.addWidget(self.line, 1)
        for button in self.buttons.values():
            button.hide()
            # One stop of Tab for all of them; arrows go from one to the next
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.installEventFilter(self)
            self._room.addWidget(button)
        next(iter(self.buttons.values())).setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayout(self._room)
        timeline.told.connect(self._tell)
        card.installEventFilter(self)
        self._tell()

    def offer(self, actions: dict[str, QAction]) -> None:
        """Take the commands of the buttons, with their names and keys in whatever language they are named."""
        for name, button in self.buttons.items():
            action = actions[name]
            button.clicked.connect(action.trigger)
            action.changed.connect(self._named(button, action))
            self._named(button, action)()
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for name, button in self.buttons.items():
            button.setIcon(icon(COMMANDS[name], theme.text, SIGN))
            button.setIconSize(QSize(scaled(SIGN), scaled(SIGN)))

    # What is told

    def _tell(self) -> None:
        lines = self._timeline.telling.lines()
        text = " · ".join(lines)
        if text != self._text:
            self._text = text
            self.line.tell(lines)
            self._hint(lines)

    def _hint(self, lines: Iterable[str]) -> None:
        """Where the line has no room, say what keys have chosen beside it."""
        timeline = self._timeline
        if not self.isHidden() or not timeline.hasFocus() or timeline.telling.place is not None:
            return
        index = timeline.session().selection
        if index >= 0:
            place = timeline.rect_of(index).bottomLeft().toPoint()
            QToolTip.showText(timeline.mapToGlobal(place + QPoint(0, 4)), as_hint(lines), timeline)

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()

    def _grow(self) -> None:
        """Be as high as large letters need."""
        self.setFixedHeight(max(HEIGHT, self.fontMetrics().height() + OVER_WORDS))

    def _fit(self) -> None:
        taken = sum(button.sizeHint().width() + self._room.spacing() for button in self.buttons.values())
        for button in self.buttons.values():
            button.setVisible(bool(button.toolTip()) and self.width() - taken >= LEAST_LINE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in self.buttons.values():
            return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._go(event)
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            # The overview is there first, where it has room
            overview = 0 if self._minimap.isHidden() else self._minimap.height()
            # With less the picture needs the room, and hints say the same
            self.setVisible(watched.height() >= LEAST_HEIGHT + self.height() + overview + EDGES)
        return super().eventFilter(watched, event)

    def _go(self, event: QKeyEvent) -> bool:
        """Go from one button to another by an arrow, and tell whether the key was one."""
        buttons = [button for button in self.buttons.values() if button.isEnabled()]
        here = next((place for place, button in enumerate(buttons) if button.hasFocus()), 0)
        places = {
            Qt.Key.Key_Left: max(0, here - 1),
            Qt.Key.Key_Right: min(len(buttons) - 1, here + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(buttons) - 1,
        }
        place = places.get(Qt.Key(event.key()))
        if place is not None:
            buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
        return place is not None

    def _named(self, button: QWidget, action: QAction) -> Callable[[], None]:
        def name() -> None:
            text = action.text().replace("&", "")
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button.setAccessibleName(text)
            button.setToolTip(f"{text} ({keys})" if keys else text)
            button.setAccessibleDescription(keys)  # Qt would read out the hint, with the name in it once more
            button.setEnabled(action.isEnabled())

        return name
