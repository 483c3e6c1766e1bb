"""The frame of the places: the rail, and the place that is shown beside it. Each keeps what was shown in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from kzstay.drawing.colours import Theme
from kzstay.guard import guarded
from kzstay.texts import register as texts
from kzstay.ui.pages.requests import Requests
from kzstay.ui.places.air import Air
from kzstay.ui.places.rail import Rail
from kzstay.ui.places.registry import Paned, Place
from kzstay.ui.places.stay.place import StayPlace
from kzstay.ui.session.register import Register, register_of
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.fitted import Fitted, give_places
from kzstay.ui.widgets.theme import Themed, scaled

NARROW = 1010  # pixels at the usual size of letters; below, the rail has icons alone
LEAST = {"guide": 760}  # pixels of a place; a narrower one is scrolled sideways
LEAST_OF_ALL = 640  # of the others


@guarded
class Places(QWidget):
    """The places of a window; the first is made with it, another one when it is first shown.

    ``shown`` with the name of a place after one goes there.
    """

    shown = Signal(str)

    def __init__(self, places: list[Place], session: Session, requests: Requests, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._places = {place.name: place for place in places}
        self._session = session
        self._requests = requests
        self._made: dict[str, QWidget] = {}
        self._areas: dict[str, Fitted] = {}
        self._theme: Theme | None = None
        self._register: Register | None = None
        self.rail = Rail(places)
        self._stack = QStackedWidget()
        line = parts.row(self.rail, spacing=0)
        line.addWidget(self._stack, 1)
        self.setLayout(line)
        self.rail.chosen.connect(self.show_place)
        session.view.retranslated.connect(self.retranslate)
        self.show_place(places[0].name)

    def place(self, name: str) -> QWidget:
        """Return a place, made now if nobody has been there."""
        if name not in self._made:
            made = self._places[name].make(self._session, self._requests)
            self._made[name] = made
            self._areas[name] = Fitted(made, LEAST.get(name, LEAST_OF_ALL), self._stack)
            self._stack.addWidget(self._areas[name])
            if isinstance(made, StayPlace):
                self._areas[name].resized.connect(made.fold_to)
            else:
                self._areas[name].resized.connect(Air(made).fit)
            if self._theme is not None and isinstance(made, Themed):
                made.set_theme(self._theme)
        return self._made[name]

    def show_place(self, name: str) -> None:
        """Go to a place; who is there already goes on typing."""
        if name not in self._made or self._areas[name] is not self._stack.currentWidget():
            self._session.commit_requested.emit()
            self.place(name)
            self._stack.setCurrentWidget(self._areas[name])
            if self.isVisible():
                self._areas[name].part.show()  # which Qt would do a little later
                give_places()
        self.rail.choose(name)
        self.shown.emit(name)

    @property
    def stay(self) -> StayPlace:
        """Return the place that is made with the window."""
        made = self.place("stay")
        assert isinstance(made, StayPlace)
        return made

    def area(self, name: str) -> Fitted:
        """Return what a place is scrolled in."""
        self.place(name)
        return self._areas[name]

    @property
    def current(self) -> str:
        """Return the name of the place that is shown."""
        return next(name for name, area in self._areas.items() if area is self._stack.currentWidget())

    def panes(self) -> list[tuple[QWidget, ...]]:
        """List what F6 goes round: the rail, and the parts of the place that is shown."""
        area = self._stack.currentWidget()
        shown = area.part if isinstance(area, Fitted) else None
        return [(self.rail,), *(shown.panes() if isinstance(shown, Paned) else [])]

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for part in (self.rail, *self._made.values()):
            if isinstance(part, Themed):
                part.set_theme(theme)

    def retranslate(self) -> None:
        """Name the places in the language of the view."""
        self.rail.retranslate(self._session.view.w)

    def watch(self) -> None:
        """Show from now on over the icon of People how many of several have missed something, or stay too long."""
        self._register = register_of(self._session)
        self._register.settled.connect(self._tell_late)
        self._session.changed.connect(self._tell_late)
        self._tell_late()

    def _tell_late(self) -> None:
        register, several = self._register, len(self._session.case.travellers) > 1
        if "people" in self._places and register is not None and register.complete:
            count = register.late if several else 0
            self.rail.set_badge("people", count, texts.late(self._session.view.w, count))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.rail.set_narrow(self.width() < scaled(NARROW))
