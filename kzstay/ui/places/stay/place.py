"""The place Stay: the calculator. Who, the answer, the timeline under it, and the pages."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

from kzstay.drawing.colours import Theme
from kzstay.guard import guarded
from kzstay.ui.pages.registry import PAGES
from kzstay.ui.pages.requests import Requests
from kzstay.ui.pages.stays.page import StaysPage
from kzstay.ui.pages.stays.table import StaysTable
from kzstay.ui.pages.text_page import TextPage
from kzstay.ui.places.stay.empty_state import EmptyState
from kzstay.ui.places.stay.guide_corner import GuideCorner
from kzstay.ui.places.stay.header import Header
from kzstay.ui.places.stay.hero import Hero
from kzstay.ui.places.stay.traveller_form import TravellerForm
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.session.session import Session
from kzstay.ui.timeline.minimap import Minimap
from kzstay.ui.timeline.widget import Timeline
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.theme import Themed

LEAST_TIMELINE, LEAST_PAGES = 210, 180


@guarded
class StayPlace(QWidget):
    """The calculator for the shown traveller. The page that is seen first is made with it, the others later."""

    def __init__(self, session: Session, requests: Requests) -> None:
        super().__init__()
        self._session = session
        self._requests = requests
        self._theme: Theme | None = None
        self.header = Header(session)
        self.form = TravellerForm(session)
        self.hero = Hero(session)
        _help_screen_reader()
        self.timeline = Timeline(session)
        self.minimap = Minimap(self.timeline)
        self.card = parts.frame("timeline_card")
        self.empty = EmptyState(self.timeline)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("tabs")
        self.pages: dict[str, QWidget] = {}
        self._lay_out()
        self.guide = GuideCorner(session, self.tabs, lambda: self.page)
        self._join()

    def _lay_out(self) -> None:
        self.card.setLayout(parts.column(self.timeline, self.minimap, spacing=0, margins=(1, 4, 1, 4)))
        for page in PAGES:
            self.tabs.addTab(self._made(page.name) if page.at_once else QWidget(), "")
        self.show_page("stays")
        self.tabs.tabBar().setExpanding(False)
        pages = parts.frame("pages")
        pages.setLayout(parts.column(self.tabs, spacing=0, margins=(1, 1, 1, 1)))
        pages.setMinimumHeight(LEAST_PAGES)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setObjectName("splitter")
        splitter.setHandleWidth(14)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.card)
        splitter.addWidget(pages)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([340, 326])
        column = parts.column(self.header, self.form, self.hero, spacing=14, margins=(28, 14, 28, 20))
        column.addWidget(splitter, 1)
        self.setLayout(column)
        self.form.hide()
        self.timeline.setMinimumHeight(LEAST_TIMELINE)

    def _join(self) -> None:
        session, requests = self._session, self._requests
        self.hero.asked_why.connect(lambda: requests.show_page.emit("why"))
        self.hero.asked_next.connect(lambda: requests.show_page.emit("next"))
        self.hero.asked_waiting.connect(requests.show_waiting)
        self.guide.asked.connect(requests.show_topic)
        self.timeline.topic_asked.connect(requests.show_topic)
        self.header.edit_traveller.connect(requests.edit_traveller)
        self.header.add_traveller.connect(requests.add_traveller)
        self.header.export.connect(requests.export)
        self.form.closed.connect(self.form.hide)
        self.empty.add.clicked.connect(lambda: requests.add_stay.emit())
        self.empty.bring.clicked.connect(lambda: requests.import_wanted.emit())
        self.empty.example.clicked.connect(lambda: requests.open_example.emit())
        session.changed.connect(self._refresh)
        session.view.retranslated.connect(self.retranslate)
        self.timeline.installEventFilter(self)
        self.card.installEventFilter(self)

    # Pages

    def _made(self, name: str) -> QWidget:
        page = next(page for page in PAGES if page.name == name)
        self.pages[name] = page.make(self._session, self._requests)
        return self.pages[name]

    def complete(self) -> None:
        """Put in the pages that are not seen at first."""
        chosen = self.tabs.currentIndex()
        for index, page in enumerate(PAGES):
            if page.name not in self.pages:
                empty = self.tabs.widget(index)
                assert empty is not None
                self.tabs.removeTab(index)
                empty.deleteLater()
                self.tabs.insertTab(index, self._made(page.name), "")
        self.tabs.setCurrentIndex(chosen)
        if self._theme is not None:
            self.set_theme(self._theme)
        self._name_tabs()

    @property
    def stays(self) -> StaysTable:
        """Return the table of stays, which is made with the place."""
        page = self.pages["stays"]
        assert isinstance(page, StaysPage)
        return page.table

    def show_page(self, name: str) -> None:
        """Bring a page to the front."""
        self.tabs.setCurrentIndex(self.index_of(name))

    def index_of(self, name: str) -> int:
        """Return where a page is among the tabs."""
        return next(index for index, page in enumerate(PAGES) if page.name == name)

    @property
    def page(self) -> str:
        """Return the name of the page in front."""
        return PAGES[self.tabs.currentIndex()].name

    # What is shown

    def _refresh(self) -> None:
        self.empty.setVisible(not Editing(self._session).rows(STAYS))
        self._name_tabs()

    def _name_tabs(self) -> None:
        w, assessment = self._session.view.w, self._session.assessment
        known = bool(self._session.traveller.citizenship)
        for index, page in enumerate(PAGES):
            self.tabs.setTabText(index, page.label(w, assessment))
            if page.shown is not None:
                self._offer_page(page.name, shown=known and page.shown(assessment))
            made = self.pages.get(page.name)
            if isinstance(made, TextPage):  # which is read as a whole
                made.setAccessibleName(page.title(w))

    def _offer_page(self, name: str, *, shown: bool) -> None:
        """Show or hide the tab of a page; one that was in front gives way to the stays."""
        index = self.index_of(name)
        if not shown and self.tabs.currentIndex() == index:
            self.show_page("stays")
        self.tabs.setTabVisible(index, shown)

    def retranslate(self) -> None:
        """Speak the language of the view."""
        self.empty.retranslate(self._session.view.w)
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for part in (self.header, self.hero, self.timeline, self.minimap, self.guide, *self.pages.values()):
            if isinstance(part, Themed):
                part.set_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            if watched is self.timeline:
                self.empty.place()
            elif watched is self.card:
                # Where there is room for one of the two, it is the timeline's
                least = self.timeline.minimumHeight() + self.minimap.size().height()
                self.minimap.setVisible(self.card.height() >= least)
        return super().eventFilter(watched, event)


def _help_screen_reader() -> None:
    """Have the timeline told as a list where somebody listens already: Qt keeps what it was told first."""
    from PySide6.QtGui import QAccessible

    if QAccessible.isActive():
        from kzstay.ui.timeline.accessible import install

        install()


def make(session: Session, requests: Requests) -> StayPlace:
    """Make the place."""
    return StayPlace(session, requests)
