"""The manual of a window, opened."""

from __future__ import annotations

from kzstay.ui.window.main_window import MainWindow
from kzstay.ui.window.manual.window import ManualWindow
from tests.ui.cut import settle

NEAR = 30  # pixels


def manual(window: MainWindow, chapter: str = "timeline") -> ManualWindow:
    window.controller.manual.show(chapter)
    made = window.controller.manual.shown
    assert made is not None
    settle()
    return made


def heading_seen(made: ManualWindow) -> str:
    """Return the heading that the caret is on, if it is seen, and as near to the top as there is to scroll."""
    reader, block = made.reader, made.reader.textCursor().block()
    bar = reader.verticalScrollBar()
    below = reader.document().documentLayout().blockBoundingRect(block).top() - bar.value()
    whole = 0 <= below < reader.viewport().height()
    near = below <= NEAR or bar.value() == bar.maximum()
    return block.text() if block.blockFormat().headingLevel() and whole and near else ""
