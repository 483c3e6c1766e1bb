"""The rail at the left of the window: the way to each place, as soon as there is more than one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QToolButton, QWidget

from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.texts import Words
from kzstay.ui.places.registry import Place
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.theme import icon, scaled

ICON = 22
WIDE, NARROW = 104, 48
SIDE = 4  # pixels left and right of the buttons, of which the longest word leaves no more
MOST = 99  # that a badge has room for


@guarded
class Rail(QFrame):
    """A button for each place, in order; ``chosen`` with the name of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, places: list[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._theme: Theme = LIGHT
        self._is_narrow = False
        self._places = places
        self._group = QButtonGroup(self)
        self._badges: dict[str, QLabel] = {}
        self._titles: dict[str, str] = {}
        self._counted: dict[str, str] = {}
        self.buttons = {place.name: self._button(place.name, number) for number, place in enumerate(places, 1)}
        self.setLayout(parts.column(*self.buttons.values(), 1, spacing=6, margins=(SIDE, 18, SIDE, 18)))
        if len(places) < 2:
            self.hide()  # and never shown here, where it has no parent yet: it would be a window of its own
        self.set_narrow(False)

    def _button(self, name: str, number: int) -> QToolButton:
        button = parts.tool_button(f"go_{name}", lambda: self.chosen.emit(name), look="rail")
        button.setCheckable(True)
        button.setIconSize(QSize(ICON, ICON))
        button.setShortcut(f"Ctrl+{number}" if len(self._places) > 1 else "")
        self._group.addButton(button)
        return button

    def keys(self) -> list[str]:
        """List the keys that lead to a place."""
        return [
            button.shortcut().toString() for button in self.buttons.values() if not button.shortcut().isEmpty()
        ]

    def choose(self, name: str) -> None:
        """Show which place one is in."""
        self.buttons[name].setChecked(True)
        self.set_theme(self._theme)

    def set_badge(self, name: str, count: int, told: str) -> None:
        """Show a number on the icon of a place, with what it counts; none of nought."""
        badge = self._badges.get(name)
        if badge is None and not count:
            return
        button = self.buttons[name]
        if badge is None:
            badge = self._badges[name] = QLabel(button)
            badge.setObjectName(f"badge_{name}")
            badge.setProperty("role", "badge")
            badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
            badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        badge.setText(str(count) if count <= MOST else f"{MOST}+")
        badge.setVisible(count > 0)
        self._counted[name] = told if count else ""
        self._say(name)
        self._place_badges()

    def _place_badges(self) -> None:
        for name, badge in self._badges.items():
            badge.adjustSize()
            badge.resize(max(badge.width(), badge.height()), badge.height())
            middle = self.buttons[name].width() // 2
            badge.move(min(middle + 3, self.buttons[name].width() - badge.width() - 1), 3)

    def _say(self, name: str) -> None:
        """Name a button, with what its badge counts."""
        title = self._titles.get(name, "")
        told = ", ".join(filter(None, (title, self._counted.get(name))))
        self.buttons[name].setAccessibleName(told)
        self.buttons[name].setToolTip(told)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the words out, or have them under the icons."""
        self._is_narrow = narrow
        self.setFixedWidth(scaled(NARROW if narrow else WIDE))
        style = Qt.ToolButtonStyle
        for button in self.buttons.values():
            button.setToolButtonStyle(style.ToolButtonIconOnly if narrow else style.ToolButtonTextUnderIcon)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for place in self._places:
            button = self.buttons[place.name]
            colour = theme.accent if button.isChecked() else theme.muted
            button.setIcon(icon(place.icon, colour, ICON))
            button.setIconSize(QSize(scaled(ICON), scaled(ICON)))
        self.set_narrow(self._is_narrow)  # letters may have another size

    def retranslate(self, w: Words) -> None:
        """Name the places in a language."""
        for place in self._places:
            button = self.buttons[place.name]
            key = button.shortcut()
            button.setText(place.title(w))  # which takes the key away, as it looks for one in the words
            button.setShortcut(key)
            self._titles[place.name] = place.title(w)
            self._say(place.name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in self.buttons.values():
            button.setFixedWidth(self.width() - 2 * SIDE)
        self._place_badges()
