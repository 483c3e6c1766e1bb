"""Old law data: the bar says once that it is old for the day of reckoning, and offers to look for a newer one."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from kzstay.guard import guarded
from kzstay.texts import law_age
from kzstay.ui.session.session import Session
from kzstay.ui.window.info_bar import InfoBar
from kzstay.ui.window.newer import Newer


@guarded
class OldLaw(QObject):
    """Says it when the day comes or another case is opened, as soon as nothing else is said.

    Of data merely old it is a remark, which passes while the answer goes on saying it; out of date, a caution.
    """

    def __init__(self, window: QWidget, session: Session, info: InfoBar, newer: Newer) -> None:
        super().__init__(window)
        self._session = session
        self._info = info
        self._newer = newer
        self._wanted = True  # it was not said yet
        self._strong: bool | None = None  # how it was said; None while it is not so
        self._text = ""  # what the bar was told of it
        session.view.changed.connect(self._look)
        session.opened.connect(self._begin)
        info.room.connect(self._on_room)
        self._look()

    def _begin(self) -> None:
        """Say it again of another case, when what is said of that was said."""
        self._wanted = True
        QTimer.singleShot(0, self, self._look)

    def _on_room(self, height: int) -> None:
        if not height and self._wanted:
            QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        w, law, on = self._session.view.w, self._session.law, self._session.view.on
        text = law_age.told(w, law, on)
        strong = law_age.is_strong(law, on) if text else None
        if strong is not self._strong:
            self._strong, self._wanted = strong, strong is not None
        says_it = not self._info.isHidden() and bool(self._text) and self._info.text.text() == self._text
        if says_it and text != self._text:  # no longer so, or in another language
            self._info.hide()
            self._wanted = strong is not None
        if self._wanted and text and self._info.isHidden():
            self._wanted, self._text = False, text
            offer = (self._newer.name(w), self._newer.look) if self._newer.offered else ("", None)
            self._info.tell(text, bool(strong), *offer)
