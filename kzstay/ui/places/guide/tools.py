"""The tools of the guide, two lines above its topics: the entry check and the table of visas."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from kzstay.guard import guarded
from kzstay.guide.tools import TOOLS, ToolName
from kzstay.texts import Words
from kzstay.texts import tools as texts
from kzstay.ui.widgets import parts

BESIDE = 36  # pixels beside the words of a button, and of its margins


@guarded
class Tools(QWidget):
    """A button for each tool; ``chosen`` with its name."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[ToolName, parts.Button] = {
            name: parts.button(f"guide_{name.replace('-', '_')}", look="tool") for name in TOOLS
        }
        for name, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, tool=name: self.chosen.emit(tool))
        self.setLayout(parts.column(*self.buttons.values(), spacing=2, margins=(0, 0, 4, 6)))

    def point_at(self, tool: str | None) -> None:
        """Show which tool is used, if any."""
        for name, button in self.buttons.items():
            button.setChecked(name == tool)

    def width_wanted(self) -> int:
        """Return how wide the longest name is where its tool is used."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        letters = QFontMetrics(bold)
        return max(letters.horizontalAdvance(button.text()) for button in self.buttons.values()) + BESIDE

    def retranslate(self, w: Words) -> None:
        """Name the tools in a language."""
        for name, button in self.buttons.items():
            button.setText(texts.name(w, name))
            button.setAccessibleDescription(texts.purpose(w, name))
            button.setToolTip(texts.purpose(w, name))
