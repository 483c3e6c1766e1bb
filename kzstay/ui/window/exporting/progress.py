"""The progress of a long work, with the way to stop it; what is quick shows nothing."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from kzstay.export.formats import Stopped
from kzstay.guard import guarded
from kzstay.texts import Words
from kzstay.ui.widgets import parts

PATIENCE = 0.3  # seconds in which nothing need be shown
_STEPS = 1000


@guarded
class Progress(QWidget):
    """How far a work is; ``shown`` when that takes longer than a moment."""

    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar()
        self.bar.setObjectName("export_progress")
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.cancel = parts.button("export_cancel", self.stop)
        self.cancel.setAutoDefault(False)
        row = parts.row(spacing=12)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.setLayout(row)
        self.hide()
        self.running = False
        self._stopped = False
        self._begun = 0.0

    def retranslate(self, w: Words) -> None:
        """Name its parts."""
        self.bar.setAccessibleName(w.gettext("Progress"))
        self.cancel.setText(w.gettext("Cancel"))

    def begin(self) -> None:
        """Begin a work."""
        self.running, self._stopped = True, False
        self._begun = monotonic()
        self.bar.setValue(0)

    def end(self) -> None:
        """End it, however it went."""
        self.running = False
        self.hide()

    def stop(self) -> None:
        """Have the work end before it is done."""
        self._stopped = True

    def told(self, share: float) -> None:
        """Show what share is done, and let the person press something. Raises Stopped."""
        if monotonic() - self._begun >= PATIENCE:
            self.bar.setValue(max(self.bar.value(), round(share * _STEPS)))
            if self.isHidden():
                self.show()
                self.shown.emit()
            QApplication.processEvents()
        if self._stopped:
            raise Stopped
