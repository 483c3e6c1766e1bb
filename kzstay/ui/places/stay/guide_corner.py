"""The corner of the tabs: a small button into the guide, to the topic of the page in front."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QTabWidget

from kzstay import bundled
from kzstay.drawing.colours import Theme
from kzstay.guard import guarded
from kzstay.guide import leads
from kzstay.texts import guide as guide_texts
from kzstay.ui.session.session import Session
from kzstay.ui.widgets.parts import ToolButton
from kzstay.ui.widgets.theme import icon

BESIDE = 60  # pixels of the icon, the padding and the margin beside the words


@guarded
class GuideCorner(ToolButton):
    """A button at the right of the tabs; ``asked`` with the name of a topic."""

    asked = Signal(str)

    def __init__(self, session: Session, tabs: QTabWidget, page: Callable[[], str]) -> None:
        super().__init__(tabs)
        self._session = session
        self._page = page
        self.setObjectName("tabs_guide")
        self.setProperty("flat", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda: self.asked.emit(self.topic))
        self._tabs = tabs
        tabs.setCornerWidget(self, Qt.Corner.TopRightCorner)
        tabs.installEventFilter(self)
        tabs.tabBar().installEventFilter(self)
        tabs.currentChanged.connect(lambda _index: self._name())
        session.changed.connect(self._name)
        session.view.retranslated.connect(self._name)
        self._name()

    @property
    def topic(self) -> str:
        """Return the topic of the page in front."""
        return leads.of_page(self._page(), self._session.assessment)

    def _name(self) -> None:
        """Say where it leads: in short on it, in full to who points at it or listens."""
        w = self._session.view.w
        told = guide_texts.read_more(w, bundled.guide(), self.topic)
        self.setText(w.gettext("Guide"))
        self.setToolTip(told)
        self.setAccessibleName(told)
        self._fit()

    def _fit(self) -> None:
        """Be an icon alone where the names of the tabs need the room."""
        room = self._tabs.width() - self._tabs.tabBar().sizeHint().width()
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        if room < self.fontMetrics().horizontalAdvance(self.text()) + BESIDE:
            style = Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(style)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit()
        return super().eventFilter(watched, event)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setIcon(icon("book", theme.muted, 16))
