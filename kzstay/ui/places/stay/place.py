"""The place Stay: the calculator. Who, the answer, the timeline under it, and the pages."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QTabWidget, QToolButton, QWidget

from kzstay.drawing.colours import Theme
from kzstay.guard import guarded
from kzstay.ui.pages.registry import PAGES
from kzstay.ui.pages.requests import Requests
from kzstay.ui.pages.stays.page import StaysPage
from kzstay.ui.pages.stays.table import StaysTable
from kzstay.ui.places.stay.empty_state import EmptyState
from kzstay.ui.places.stay.guide_corner import GuideCorner
from kzstay.ui.places.stay.header import Header
from kzstay.ui.places.stay.hero import Hero
from kzstay.ui.places.stay.traveller_form import TravellerForm
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.session.session import Session
from kzstay.ui.timeline.foot import EDGES, Foot
from kzstay.ui.timeline.minimap import Minimap
from kzstay.ui.timeline.widget import Timeline
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.divider import Divider
from kzstay.ui.widgets.fitted import give_places
from kzstay.ui.widgets.qt_names import name_scroll_buttons
from kzstay.ui.widgets.stops import reach_in_turn
from kzstay.ui.widgets.theme import Themed, scaled

LEAST_TIMELINE = 126  # pixels at the usual size of letters, as those after it: the ruler and the lane
AMPLE_PAGES = 234  # with nearly three rows; what is more is shared
SHARE = 0.51  # of it, for the timeline
CARD = 4  # pixels of any size of letters over and under the timeline
LOW = 722  # pixels; a lower place has the answer in one line


@guarded
class StayPlace(QWidget):
    """The calculator for the shown traveller. The page that is seen first is made with it, the others later.

    ``grown`` after a page was made that is new in the order of Tab.
    """

    grown = Signal()

    def __init__(self, session: Session, requests: Requests) -> None:
        super().__init__()
        self._session = session
        self._requests = requests
        self._theme: Theme | None = None
        self._folded = self._moved = self._answered = False
        self._seen = LOW
        _help_screen_reader()
        self.header = Header(session)
        self.form = TravellerForm(session)
        self.hero = Hero(session)
        self.timeline = Timeline(session)
        self.minimap = Minimap(self.timeline)
        self.card = parts.frame("timeline_card")
        self.foot = Foot(self.timeline, self.minimap, self.card)
        self.divider = Divider()
        self.empty = EmptyState(self.timeline)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("tabs")
        self.pages: dict[str, QWidget] = {}
        self._lay_out()
        self.guide = GuideCorner(session, self.tabs, lambda: self.page)
        self._join()

    def _lay_out(self) -> None:
        # From the outside inwards: all in a part are dressed anew whenever it comes under another parent
        splitter = self.divider
        splitter.setObjectName("splitter")
        self._column = parts.column(self.header, self.form, self.hero)
        self._column.addWidget(splitter, 1)
        self.setLayout(self._column)
        pages = parts.frame("pages")
        splitter.addWidget(self.card)
        splitter.addWidget(pages)
        # A splitter puts what is added under all others; what is read first stands first
        self.card.lower()
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        splitter.splitterMoved.connect(self._on_moved)
        edges = 1, CARD, 1, CARD
        self.card.setLayout(parts.column(self.timeline, self.foot, self.minimap, spacing=0, margins=edges))
        pages.setLayout(parts.column(self.tabs, spacing=0, margins=(1, 1, 1, 1)))
        for page in PAGES:
            self.tabs.addTab(self._made(page.name) if page.at_once else QWidget(), "")
        self.show_page("stays")
        self.tabs.tabBar().setExpanding(False)
        self.form.hide()
        self._keep_lane()
        self._fold(folded=False)

    def _join(self) -> None:
        session, requests = self._session, self._requests
        self.hero.asked_why.connect(lambda: requests.show_page.emit("why"))
        self.hero.asked_next.connect(lambda: requests.show_page.emit("next"))
        self.hero.asked_waiting.connect(requests.show_waiting)
        self.guide.asked.connect(requests.show_topic)
        self.timeline.topic_asked.connect(requests.show_topic)
        self.timeline.menu.stays.edit_asked.connect(requests.edit_stay)
        self.timeline.menu.stays.plan_asked.connect(requests.plan_from)
        self.timeline.menu.stays.done.connect(requests.offer_back)
        self.header.edit_traveller.connect(requests.edit_traveller)
        self.header.person.clicked.connect(self._ask_citizenship)
        self.header.add_traveller.connect(requests.add_traveller)
        self.header.export.connect(requests.export)
        self.form.closed.connect(self.form.hide)
        self.empty.add.clicked.connect(lambda: requests.add_stay.emit())
        self.empty.bring.clicked.connect(lambda: requests.import_wanted.emit())
        self.empty.example.clicked.connect(lambda: requests.open_example.emit())
        self.tabs.currentChanged.connect(self._on_page)
        session.changed.connect(self._refresh)
        session.previewed.connect(self._invite)
        session.view.retranslated.connect(self.retranslate)
        self.timeline.installEventFilter(self)
        self.card.installEventFilter(self)
        self.divider.installEventFilter(self)
        self.form.installEventFilter(self)

    def _ask_citizenship(self) -> None:
        """Go past the name where the button that was pressed says that the citizenship is to be chosen."""
        if not self._session.traveller.citizenship and self.form.isVisible():
            self.form.citizenship.setFocus(Qt.FocusReason.TabFocusReason)

    # Pages

    def panes(self) -> list[tuple[QWidget, ...]]:
        """List what F6 goes round, from the top."""
        page = self.tabs.currentWidget()
        pages = (self.tabs,) if page is None else (page, self.tabs)
        return [(self.header, self.hero), (self.form,), (self.card, self.divider.grip), pages]

    def go_through(self, steps: int) -> None:
        """Bring the next page to the front, or with -1 the one before."""
        shown = [index for index in range(self.tabs.count()) if self.tabs.isTabVisible(index)]
        place = shown.index(self.tabs.currentIndex())
        self.tabs.setCurrentIndex(shown[(place + steps) % len(shown)])

    def page_of(self, name: str) -> QWidget:
        """Return a page, made now if nobody has seen it."""
        if name not in self.pages:
            self._put_in(self.index_of(name))
        return self.pages[name]

    def complete(self, *, seen_only: bool = False) -> None:
        """Put in the pages that are not seen at first, or the one in front: the others come when they are seen."""
        for index, page in enumerate(PAGES):
            if page.name not in self.pages and (not seen_only or index == self.tabs.currentIndex()):
                self._put_in(index)
        if not seen_only:
            self.form.complete()
        self._order_stops()
        self.form.completed.connect(self._order_form)
        self._answered = True

    def _made(self, name: str) -> QWidget:
        page = next(page for page in PAGES if page.name == name)
        self.pages[name] = page.make(self._session, self._requests)
        return self.pages[name]

    def _put_in(self, index: int) -> None:
        """Make a page and put it where an empty one was. Nobody is told of another page, as there is none."""
        empty, chosen, seen = self.tabs.widget(index), self.tabs.currentIndex(), self.tabs.isTabVisible(index)
        assert empty is not None
        made = self._made(PAGES[index].name)
        if self._theme is not None and isinstance(made, Themed):
            made.set_theme(self._theme)
        with QSignalBlocker(self.tabs):
            self.tabs.insertTab(index, made, "")
            self.tabs.setTabVisible(index, seen)
            if index == chosen:  # no other page is seen meanwhile
                self.tabs.setCurrentIndex(index)
            self.tabs.removeTab(index + 1)
            self.tabs.setCurrentIndex(chosen)
        empty.deleteLater()
        self._name_tabs()
        if self._answered:
            self._order_stops()
            self.grown.emit()

    def _on_page(self, index: int) -> None:
        if self._answered and index >= 0 and PAGES[index].name not in self.pages:
            self._put_in(index)
        if self.isVisible():
            give_places()

    def _order_form(self) -> None:
        """Let Tab come to the form behind the header."""
        reach_in_turn([self.header.report, *self.form.stops])

    def _order_stops(self) -> None:
        """Let Tab go as one reads: the form behind the header, what stands over the pages before them."""
        self._order_form()
        bar = self.tabs.tabBar()
        for arrow in bar.findChildren(QToolButton):
            arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do as much
        over = (self.empty.add, self.empty.bring, self.empty.example)
        # The pages as a whole stand for their bar, and would lead back to it from wherever they are in the order
        order = [
            self.timeline,
            *over,
            *self.foot.buttons.values(),
            self.minimap,
            self.divider.grip,
            self.tabs,
            bar,
            self.guide,
        ]
        reach_in_turn(order)

    @property
    def stays(self) -> StaysTable:
        """Return the table of stays, which is made with the place."""
        page = self.pages["stays"]
        assert isinstance(page, StaysPage)
        return page.table

    def show_page(self, name: str) -> None:
        """Bring a page to the front."""
        if self._answered:
            self.page_of(name)
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
        self._invite()
        self._name_tabs()

    def _invite(self) -> None:
        """Invite to begin; where a first stay is being drawn already, what is said of it has the room."""
        wanted = not self._session.previewing and not Editing(self._session).rows(STAYS)
        focus = self.window().focusWidget()
        if not wanted and focus is not None and self.empty.isAncestorOf(focus):
            # Left to Qt, the keyboard would go to the next part that Tab reaches, with a ring round it
            self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)
        self.empty.setVisible(wanted)
        if not self.empty.isHidden():
            self.empty.place()  # the words of the bracket, which it covers not, come with the citizenship

    def _name_tabs(self) -> None:
        w, assessment = self._session.view.w, self._session.assessment
        known = bool(self._session.traveller.citizenship)
        for index, page in enumerate(PAGES):
            label, told, bar = page.label(w, assessment), page.told(w, assessment), self.tabs.tabBar()
            if (self.tabs.tabText(index), bar.accessibleTabName(index)) != (label, told):
                self.tabs.setTabText(index, label)
                bar.setAccessibleTabName(index, told)
            if page.shown is not None:
                self._offer_page(page.name, shown=known and page.shown(assessment))
            if page.read and (made := self.pages.get(page.name)):
                made.setAccessibleName(page.title(w))

    def _offer_page(self, name: str, *, shown: bool) -> None:
        """Show or hide the tab of a page; one that was in front gives way to the stays."""
        index = self.index_of(name)
        if not shown and self.tabs.currentIndex() == index:
            self.show_page("stays")
        self.tabs.setTabVisible(index, shown)

    def retranslate(self) -> None:
        """Speak the language of the view."""
        w = self._session.view.w
        self.empty.retranslate(w)
        self.divider.name(
            w.gettext("Between the timeline and the pages"),
            w.gettext("moved by Up, Down, Page Up, Page Down, Home and End"),
        )
        name_scroll_buttons(self.tabs.tabBar(), w)
        self.tabs.tabBar().setAccessibleName(w.gettext("Pages"))
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for part in (
            self.header,
            self.hero,
            self.timeline,
            self.foot,
            self.minimap,
            self.guide,
            *self.pages.values(),
        ):
            if isinstance(part, Themed):
                part.set_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            if watched is self.timeline:
                self.empty.place()
            elif watched is self.divider:
                self._share()
            elif watched is self.form:
                self._refold()
            elif watched is self.card:
                # Where there is room for one of the two, it is the timeline's, with all that it has to show
                least = scaled(self.timeline.height_of_all()) + self.minimap.size().height() + EDGES
                self.minimap.setVisible(self.card.height() >= least)
        elif watched is self.form and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._refold()
        return super().eventFilter(watched, event)

    # Room

    def _fold(self, *, folded: bool) -> None:
        """Have the answer in one line and less air where the window is low."""
        self._folded = folded
        self.header.fold(folded=folded)
        self.hero.fold(folded=folded)
        self._column.setSpacing(6 if folded else 14)
        self._column.setContentsMargins(*((14, 6, 14, 6) if folded else (28, 14, 28, 20)))
        self.divider.setHandleWidth(8 if folded else 14)

    def _keep_lane(self) -> None:
        """Keep the ruler and the lane in sight, of whatever size the letters are."""
        least = scaled(LEAST_TIMELINE)
        self.timeline.setMinimumHeight(least)
        self.card.setMinimumHeight(least + 2 * CARD)  # whether there is an overview under it or not

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_lane()
            self._refold()
            self._share()

    def fold_to(self, height: int) -> None:
        """Take the height that is seen of it, from which it may be scrolled."""
        self._seen = height
        self._refold()

    def _refold(self) -> None:
        form = self.form.height() + self._column.spacing() if not self.form.isHidden() else 0
        if self._folded != (folded := self._seen - form < scaled(LOW)):
            self._fold(folded=folded)
            self._column.activate()  # nothing goes for a moment that has room again

    def _on_moved(self) -> None:
        self._moved = True  # from now on the person shares the room

    def share_anew(self) -> None:
        """Share the room between the timeline and the pages as if nobody had moved what is between them."""
        self._moved = False
        self._share()

    def _share(self) -> None:
        """Give the pages what they need, then the timeline what shows all of it, and both a part of the rest."""
        if not self._moved:
            room = self.divider.height() - self.divider.handleWidth()
            whole = (
                scaled(self.timeline.height_of_all()) + self.foot.height() + self.minimap.size().height() + EDGES
            )
            pages = room - scaled(AMPLE_PAGES)
            above = max(self.card.minimumHeight(), min(max(round(room * SHARE), whole), pages))
            self.divider.setSizes([above, room - above])


def _help_screen_reader() -> None:
    """Have the parts told as what they are where somebody listens already: Qt keeps what it was told first."""
    from PySide6.QtGui import QAccessible

    if QAccessible.isActive():
        from kzstay.ui.timeline.accessible import install

        install()


def make(session: Session, requests: Requests) -> StayPlace:
    """Make the place."""
    return StayPlace(session, requests)
