"""The info bar: a sentence to the person, in place, gone when it is no longer true."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget

from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.texts import foreign
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import announce
from kzstay.ui.widgets.theme import icon, picture

Offer = tuple[str, Callable[[], object]]
WIDEST = 960
LEAST_WORDS = 380  # pixels for the sentence; where they would be fewer, what is offered stands under it
GAP = 8  # pixels over and under it
PASSES = 7000  # milliseconds after which a mere remark goes


class Notice(NamedTuple):
    """A sentence with what is offered about it. One that is ``kept`` comes back until somebody has answered it."""

    text: str
    caution: bool
    offers: tuple[Offer, ...] = ()
    kept: bool = False


@guarded
class InfoBar(QFrame):
    """One sentence, perhaps with a few things to do about it; a caution stays until it is closed.

    ``spoke`` after each sentence; ``room`` with the height that it wants at the foot of its parent, so that it
    covers nothing: nought where it is gone.
    """

    spoke = Signal()
    room = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme = LIGHT
        self._shown = Notice("", False)
        self._kept: Notice | None = None
        self._rail: QWidget | None = None
        self.setObjectName("info")
        self.sign = QLabel()
        self.text = parts.label(wrap=True, name="info_text")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = parts.button("info_button", lambda: self._act(0))
        self.second_button = parts.button("info_second", lambda: self._act(1))
        self.third_button = parts.button("info_third", lambda: self._act(2))
        self.buttons = (self.button, self.second_button, self.third_button)
        self.close_button = parts.tool_button("info_close", self._answer, look="flat")
        self._offered = parts.row(*self.buttons)
        self._words = parts.row(self.sign, spacing=12)
        self._words.addWidget(self.text, 1)
        self._line = parts.row(spacing=12)
        self._line.addLayout(self._words, 1)
        self._line.addLayout(self._offered)
        row = parts.row(spacing=8, margins=(16, 8, 8, 8))
        row.addLayout(self._line, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(row)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PASSES)
        self._timer.timeout.connect(self._pass)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.close_button.setIcon(icon("close", theme.muted, 14))
        self._paint_sign()

    # What is said

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
        first = [(button, do)] if do is not None else []
        self._show(Notice(foreign.clean(text), caution, (*first, *([second] if second else []))))

    def keep(self, text: str, offers: Sequence[Offer]) -> None:
        """Show a caution that comes back after whatever else is said, until it is answered or released."""
        self._kept = Notice(foreign.clean(text), True, tuple(offers), kept=True)
        self._show(self._kept)

    def release(self) -> None:
        """Drop the caution that was kept: it is no longer true."""
        self._kept = None
        if self._shown.kept:
            self.hide()

    def clear(self) -> None:
        """Drop all that is said, and kept: there is another case."""
        self._kept = None
        self.hide()

    def also(
        self, text: str, caution: bool = False, button: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Say one thing more; a caution that may still be read stays, and this follows it.

        What is offered is the last that was.
        """
        before, offers = self._shown, ((button, do),) if do is not None else ()
        kept = False
        if before.caution and not self.isHidden():
            text, caution = f"{before.text} {foreign.clean(text)}", True
            offers, kept = (offers, False) if offers else (before.offers, before.kept)
        notice = Notice(foreign.clean(text), caution, offers, kept)
        if kept:
            self._kept = notice
        self._show(notice)

    def offer(self, button: str, do: Callable[[], object]) -> None:
        """Offer to do something about what was just said."""
        self.tell(self._shown.text, self._shown.caution, button, do)

    def offers(self, do: Callable[[], object]) -> bool:
        """Tell whether something is offered now."""
        return bool(self._shown.offers) and self._shown.offers[0][1] is do and not self.isHidden()

    @property
    def offering(self) -> bool:
        """Tell whether anything is offered now."""
        return not self.isHidden() and not self.button.isHidden()

    def retire(self, _index: int = 0) -> None:
        """Go if what is offered would no longer do what the sentence says."""
        if self._shown.offers and not self._shown.kept:
            self._leave()

    def forget(self) -> None:
        """Go, but for a caution: what is said is in a language that is no longer spoken."""
        if not self._shown.caution:
            self._leave()

    def _show(self, notice: Notice) -> None:
        self._shown = notice
        parts.mark(self, "caution", notice.caution)
        self.text.setText(notice.text)
        name = ""
        for place, button in enumerate(self.buttons):
            offered = place < len(notice.offers)
            name = notice.offers[place][0] if offered else name
            button.setText(name)  # which is never without a name
            button.setVisible(offered)
        self._paint_sign()
        self.show()
        self.place()
        self.raise_()
        announce(self, notice.text)
        if notice.caution:
            self._timer.stop()
        else:
            self._timer.start()
        self.spoke.emit()

    # Where it is

    def stand_beside(self, rail: QWidget) -> None:
        """Leave the foot of what stands at the left of the parent as it is."""
        self._rail = rail

    def place(self) -> None:
        """Stand at the foot of the parent, and ask for the room there."""
        parent = self.parentWidget()
        if parent is None or self.isHidden():
            return
        left = self._rail.width() if self._rail is not None else 0
        width = max(LEAST_WORDS, min(WIDEST, parent.width() - left - 48))
        asked = sum(one.sizeHint().width() for one in self.buttons if not one.isHidden())
        ways = self._line.Direction
        self._line.setDirection(ways.TopToBottom if width - asked < LEAST_WORDS else ways.LeftToRight)
        self.setFixedWidth(width)
        box = self.layout()
        # No higher than its words are on this width: what is over it is being read too
        self.resize(width, box.totalHeightForWidth(width) if box is not None else self.height())
        self.move(left + (parent.width() - left - width) // 2, parent.height() - self.height() - GAP)
        self.room.emit(self.height() + GAP)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not self.isHidden():
            return  # the whole window goes
        if self._shown.kept:
            self._kept = None  # closed by whatever way, it was read
        elif self._kept is not None:
            QTimer.singleShot(0, self, self._return)
        self.room.emit(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _paint_sign(self) -> None:
        caution = self._shown.caution
        colour = self._theme.over if caution else self._theme.within
        self.sign.setPixmap(picture("warning" if caution else "info", colour))

    # How it goes

    def _pass(self) -> None:
        """Go, unless somebody is about to read or to press."""
        at = QApplication.focusWidget()
        if self.underMouse() or (at is not None and self.isAncestorOf(at)):
            self._timer.start()
        else:
            self._leave()

    def _leave(self) -> None:
        """Go, or say again what was kept and nobody has answered."""
        if self._kept is not None and not self._shown.kept:
            self._show(self._kept)
        else:
            self.hide()

    def _return(self) -> None:
        """Say again what was kept."""
        if self._kept is not None and self.isHidden():
            self._show(self._kept)

    def _answer(self) -> None:
        """Go, as somebody has read it."""
        if self._shown.kept:
            self._kept = None
        self._leave()

    def _act(self, place: int) -> None:
        if self.isHidden():
            return  # the press itself ended what was being typed, which is the last step now
        _name, do = self._shown.offers[place]
        self._answer()
        do()
