"""The hands of the monkey: the window, what there is to touch in it, and what closes a menu that was opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from unittest.mock import patch

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QTableView, QWidget
from shiboken6 import isValid

from kzstay.ui.app import open_window
from kzstay.ui.system import shutdown
from kzstay.ui.window.main_window import MainWindow
from tests.campaign.random_cases import ON

Steps = Iterator[int | None]


class Hands:
    """The hands, on one window after another."""

    def __init__(self, files: list[Path]) -> None:
        self.files = files
        self.window: MainWindow
        self.complaints: list[str] = []
        self.named: Path | None = None
        self._opened: list[MainWindow] = []
        self._top: QWidget
        self._looks = 0
        # No dialog of files is opened: what it would answer is chosen for each act
        for name in ("getOpenFileName", "getSaveFileName"):
            setattr(QFileDialog, name, staticmethod(self._choose))

    def _choose(self, *_: object, **__: object) -> tuple[str, str]:
        return str(self.named or ""), ""

    def open(self, size: tuple[int, int], path: Path | None = None) -> None:
        """Open a window."""
        self.window = open_window(path or self.files[0], today=ON)
        self._opened.append(self.window)  # one that is closed goes with the process, as it does for a person
        self.window.resize(*size)
        self.window.activateWindow()

    def close(self) -> Steps:
        """Close the window; what is typed there and waits is let go, if only at the second asking."""
        if not self.window.close():
            with patch.object(shutdown, "ask_before_dropping", lambda *_: True):
                self.window.close()
        yield

    # What there is to touch

    def widgets(self) -> list[QWidget]:
        """List what can be touched now: in a menu or a dialog, as long as one is open, else in the window."""
        # Held on to: with its wrapper those of its children go
        self._top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        return [
            widget
            for widget in (self._top, *self._top.findChildren(QWidget))
            if widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty()
        ]

    def widget(self, random: Random) -> QWidget:
        """Choose a widget, the timeline more often than others."""
        widgets = self.widgets()
        if self.window.stay.timeline in widgets and random.random() < 0.35:
            return self.window.stay.timeline
        return random.choice(widgets) if widgets else self.window

    def has(self, widget: QWidget) -> bool:
        """Tell whether a widget is still there for a hand: nobody lets go in a window that is closed."""
        return isValid(widget) and widget.isVisible()

    def table(self, random: Random) -> QTableView | None:
        """Choose a table that is seen and has rows."""
        tables = [found for found in self.widgets() if isinstance(found, QTableView) and found.model().rowCount()]
        return random.choice(tables) if tables else None

    def place(self, random: Random, widget: QWidget) -> QPoint:
        """Choose a place that is seen of a widget; in the timeline often one of a stay's edges or its middle."""
        seen = widget.visibleRegion().boundingRect()
        x, y = random.uniform(seen.left(), seen.right()), random.uniform(seen.top(), seen.bottom())
        stays = len(self.window.session().traveller.stays)
        if widget is self.window.stay.timeline and stays and random.random() < 0.6:
            bar = self.window.stay.timeline.rect_of(random.randrange(stays))
            x, y = random.choice((bar.left() + 1, bar.center().x(), bar.right() - 1)), bar.center().y()
        place = QPoint(int(x), int(y))
        return place if seen.contains(place) else seen.center()

    def focused(self) -> QWidget:
        """Return what has the keyboard."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window

    def close_popup(self) -> None:
        """Close a menu or a dialog that was open for a while; the loop inside it would have no other end."""
        popup = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        self._looks = self._looks + 1 if popup else 0
        if popup and self._looks > 1:
            self._looks = 0
            popup.close()


def moved_to(widget: QWidget, place: QPoint) -> None:
    """Move the pointer to a place with the button held."""
    at = QPointF(place)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        widget.mapToGlobal(at),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)
