"""The room of a dialog: its buttons always in sight, and what stands over them scrolled where it has to be."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QLayout, QWidget

from kzstay.ui.widgets import parts
from kzstay.ui.widgets.fitted import Fitted

LEAST = QSize(400, 240)  # of a screen that is enlarged three times
AROUND = 40  # pixels that are left of the window beside it
FRAME = QSize(16, 48)  # what the system puts round a window, at most


def fit_dialog(dialog: QDialog, upper: QLayout, foot: QWidget, least: QSize, wanted: QSize) -> None:
    """Lay a dialog out; below ``least`` it is scrolled, but for its foot, and it opens in the size that is wanted.

    It is never larger than the screen has room for, and where it can be no larger than the window under it.
    """
    page = QWidget()
    page.setObjectName("dialog_page")
    page.setLayout(upper)
    area = Fitted(page, least.width(), dialog)
    edge = upper.contentsMargins().left()
    under = foot.layout()
    if under is not None:
        under.setContentsMargins(edge, 6, edge, 18)
    dialog.setLayout(parts.column(area, foot, spacing=0))
    parent = dialog.parentWidget()
    room = parent.window().size() if parent is not None else wanted
    screen = dialog.screen().availableSize() - FRAME
    dialog.setMinimumSize(LEAST)
    opened = wanted.boundedTo(room - QSize(AROUND, AROUND)).expandedTo(least)
    dialog.resize(opened.boundedTo(screen).expandedTo(LEAST))
