"""The info bar: a sentence to the person, in place, gone when it is no longer true."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget
from shiboken6 import isValid

from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.texts import foreign
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import announce
from kzstay.ui.widgets.theme import icon

Offer = tuple[str, Callable[[], object]]
WIDEST = 820
LINE = 60  # pixels at most of what is one line; of a list the bar may cover some
PASSES = 8000  # milliseconds after which a mere remark goes


@guarded
class InfoBar(QFrame):
    """One sentence, perhaps with one or two things to do about it; a caution stays until it is closed.

    ``spoke`` after each sentence.
    """

    spoke = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme = LIGHT
        self._do: Callable[[], object] | None = None
        self._second: Offer | None = None
        self._caution = False
        self.setObjectName("info")
        self.sign = QLabel()
        self.text = parts.label(wrap=True, name="info_text")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = parts.button("info_button", self._act)
        self.second_button = parts.button("info_second", self._act_second)
        self.close_button = parts.tool_button("info_close", self.hide, look="flat")
        row = parts.row(self.sign, spacing=12, margins=(16, 8, 8, 8))
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        row.addWidget(self.second_button)
        row.addWidget(self.close_button)
        self.setLayout(row)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PASSES)
        self._timer.timeout.connect(self._pass)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.close_button.setIcon(icon("close", theme.muted, 14))
        self._paint_sign()

    def tell(
        self,
        text: str,
        caution: bool,
        button: str = "",
        do: Callable[[], object] | None = None,
        *,
        second: Offer | None = None,
    ) -> None:
        """Show a sentence, with what is offered about it; ``second`` is what else."""
        self._do = do
        self._second = second
        self._caution = caution
        parts.mark(self, "caution", caution)
        text = foreign.clean(text)
        self.text.setText(text)
        self.button.setText(button)
        self.button.setVisible(do is not None)
        self.second_button.setText(second[0] if second else button)  # which is never without a name
        self.second_button.setVisible(second is not None)
        self._paint_sign()
        self.show()
        self.place()
        self.raise_()
        announce(self, text)
        if caution:
            self._timer.stop()
        else:
            self._timer.start()
        self.spoke.emit()

    def also(
        self, text: str, caution: bool = False, button: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Say one thing more; a caution that may still be read stays, and this follows it.

        What is offered is the last that was.
        """
        second = None
        if self._caution and not self.isHidden():
            text = f"{self.text.text()} {text}"
            caution = True
            if do is None:
                button, do, second = self.button.text(), self._do, self._second
        self.tell(text, caution, button, do, second=second)

    def offer(self, button: str, do: Callable[[], object]) -> None:
        """Offer to do something about what was just said."""
        self.tell(self.text.text(), self._caution, button, do)

    def offers(self, do: Callable[[], object]) -> bool:
        """Tell whether something is offered now."""
        return self._do is do and not self.isHidden()

    @property
    def offering(self) -> bool:
        """Tell whether anything is offered now."""
        return not self.isHidden() and not self.button.isHidden()

    def retire(self, _index: int = 0) -> None:
        """Go if what is offered would no longer do what the sentence says."""
        if self._do is not None:
            self.hide()

    def place(self) -> None:
        """Float over the foot of the parent: nothing under the pointer moves."""
        parent = self.parentWidget()
        if parent is not None:
            width = min(WIDEST, parent.width() - 48)
            self.setFixedWidth(width)
            box = self.layout()
            # No higher than its words are on this width: what lies under it is being read too
            self.resize(width, box.totalHeightForWidth(width) if box is not None else self.height())
            top = parent.height() - self.height() - 28
            self.move((parent.width() - width) // 2, self._beside_focus(parent, top))

    def _beside_focus(self, parent: QWidget, top: int) -> int:
        """Return a place over the button or field that has the keyboard, where the usual one would cover it."""
        at = QApplication.focusWidget()
        if at is None or self.isAncestorOf(at) or not parent.isAncestorOf(at) or at.height() > LINE:
            return top
        middle = at.mapTo(parent, at.rect().center()).y()
        covered = top - at.height() // 2 <= middle <= top + self.height() + at.height() // 2
        return middle - at.height() // 2 - self.height() - 8 if covered else top

    def _on_focus(self, _before: QWidget | None, _now: QWidget | None) -> None:
        if isValid(self) and self.isVisible():
            self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def _paint_sign(self) -> None:
        colour = self._theme.over if self._caution else self._theme.within
        self.sign.setPixmap(icon("warning" if self._caution else "info", colour).pixmap(20, 20))

    def _pass(self) -> None:
        """Go, unless somebody is about to read or to press."""
        at = QApplication.focusWidget()
        if self.underMouse() or (at is not None and self.isAncestorOf(at)):
            self._timer.start()
        else:
            self.hide()

    def _act(self) -> None:
        self.hide()
        if self._do is not None:
            self._do()

    def _act_second(self) -> None:
        self.hide()
        if self._second is not None:
            self._second[1]()
