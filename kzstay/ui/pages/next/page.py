"""The page What now: the path of what happens next, what to do in which order, and the buttons that do it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QScrollArea, QWidget

from kzstay import bundled
from kzstay.content.trouble import Advice, advice
from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.guide.topics import SectionName
from kzstay.texts import guide as guide_texts
from kzstay.texts.prose import literal
from kzstay.ui.pages.next.buttons import Buttons
from kzstay.ui.pages.next.path import PathView
from kzstay.ui.pages.requests import Requests
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.rich_label import RichLabel

BESIDE = 720  # pixels of width from which the buttons stand beside the path
SIDE = 330
QWIDGETSIZE_MAX = (1 << 24) - 1  # Qt's own, which Python does not know
LEFT: tuple[SectionName, ...] = ("do", "cost")
RIGHT: tuple[SectionName, ...] = ("bring", "rights")


@guarded
class NextPage(QScrollArea):
    """What to do now; made anew when it is seen."""

    def __init__(self, session: Session, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme: Theme = LIGHT
        self._stale = True
        self.setObjectName("next")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has the focus, and is scrolled to
        self.path = PathView()
        self.buttons = Buttons(session, requests)
        self.headings: dict[SectionName, QLabel] = {
            role: parts.label("heading", wrap=True) for role in (*LEFT, *RIGHT)
        }
        self.sections: dict[SectionName, RichLabel] = {role: RichLabel(f"next_{role}") for role in (*LEFT, *RIGHT)}
        self.more = RichLabel("next_topics")
        for label in (*self.sections.values(), self.more):
            label.topic_asked.connect(requests.show_topic)
            label.contacts_asked.connect(lambda: requests.show_place.emit("contacts"))
        self._lay_out()
        session.changed.connect(self._outdate)
        session.view.retranslated.connect(self._outdate)

    def _lay_out(self) -> None:
        left = parts.column(self.path, *self._pieces(LEFT), 1, spacing=10)
        self._side = QWidget()
        self._side.setObjectName("next_side")
        self._side.setLayout(parts.column(self.buttons, *self._pieces(RIGHT), self.more, 1, spacing=10))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setContentsMargins(20, 14, 20, 16)
        self._line.setSpacing(28)
        self._line.addLayout(left, 1)
        self._line.addWidget(self._side)
        body = QWidget()
        body.setObjectName("next_body")
        body.setLayout(self._line)
        self.setWidget(body)

    def _pieces(self, roles: tuple[SectionName, ...]) -> list[QWidget]:
        return [part for role in roles for part in (self.headings[role], self.sections[role])]

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for part in (self.path, self.more, *self.sections.values()):
            part.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Set the buttons beside the path where there is room for both, as wide as their words need."""
        beside = self.viewport().width() >= BESIDE
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._line.setDirection(way)
        wide = max(SIDE, self.buttons.width_wanted())
        self._side.setMaximumWidth(wide if beside else QWIDGETSIZE_MAX)
        self._side.setMinimumWidth(wide if beside else 0)

    def showEvent(self, event: QShowEvent) -> None:
        self._refresh()
        super().showEvent(event)
        self.verticalScrollBar().setValue(0)  # whoever asks what to do now reads from the beginning

    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        if not self._stale:
            return
        self._stale = False
        w, a = self._session.view.w, self._session.assessment
        found = advice(w, a, bundled.guide()) if self._session.traveller.citizenship else None
        self.path.show_lines(found.path if found else [])
        self.path.setAccessibleName(w.gettext("What happens next"))
        for role, label in self.headings.items():
            heading, text = found.sections.get(role, ("", "")) if found else ("", "")
            label.setText(heading)
            self.sections[role].read(text, w)
            for part in (label, self.sections[role]):
                part.setVisible(bool(text))
        self.buttons.offer(found)
        self._order_stops()
        self.more.read(self._topics(found), w)
        self.more.setVisible(found is not None)
        self._fit()

    def _order_stops(self) -> None:
        """Let Tab come to the buttons, which are new at times, before the texts with their many links."""
        texts = (self.sections[role] for role in (*LEFT, *RIGHT))
        for one, next_one in pairwise((self.path, *self.buttons.buttons, *texts, self.more)):
            self.setTabOrder(one, next_one)

    def _topics(self, found: Advice | None) -> str:
        """List the topics that tell more, that of what presses most first."""
        w, guide = self._session.view.w, bundled.guide()
        topics = [found.topic, *found.others] if found else []
        links = (f"[{literal(guide_texts.read_more(w, guide, topic))}](guide:{topic})" for topic in topics)
        return "\n\n".join(links)


def make(session: Session, requests: Requests) -> NextPage:
    """Make the page."""
    return NextPage(session, requests)
