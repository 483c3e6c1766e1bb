"""The header: who is shown, the day that is reckoned for, and the way to the report."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.texts import answers, foreign
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.letters import Menu
from kzstay.ui.widgets.theme import icon

if TYPE_CHECKING:
    from kzstay.ui.widgets.day_picker import DayPicker

GIVES_WAY = ("label", "add", "day", "person")  # what is said in fewer words first


@guarded
class Header(QWidget):
    """The top row of the window."""

    edit_traveller = Signal()
    add_traveller = Signal()
    export = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme: Theme = LIGHT
        self.name = parts.label("name")
        self.name.installEventFilter(self)
        self.name.setCursor(Qt.CursorShape.PointingHandCursor)
        self.person = parts.tool_button("traveller_details", self.edit_traveller.emit, look="chip")
        self.switch = parts.tool_button("traveller_switch", look="flat")
        self.switch.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.travellers = Menu(self)
        self.travellers.aboutToShow.connect(self._list_travellers)
        self.switch.setMenu(self.travellers)
        self.add = parts.button("traveller_add", self.add_traveller.emit)
        self.reckoned = parts.label("muted")
        self.day = parts.tool_button("reckoning_day", lambda: self.picker.open_under(self.day), look="chip")
        self.day.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.report = parts.button("export_report", self.export.emit, look="primary")
        left = (self.name, self.person, self.switch, self.add)
        right = (self.reckoned, self.day, self.report)
        self.setLayout(parts.row(*left, 1, *right, spacing=10))
        # What it asks for is what it says at the moment; it says less where there is less room
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        session.changed.connect(self._refresh)
        self._refresh()

    @cached_property
    def picker(self) -> DayPicker:
        """Return the sheet that the day of reckoning is chosen on, made when it is first wanted."""
        from kzstay.ui.widgets.day_picker import DayPicker

        made = DayPicker(self._session, self)
        made.picked.connect(self._session.view.set_day)
        return made

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.switch.setIcon(icon("chevron-down", theme.muted, 16))
        self.day.setIcon(icon("calendar", theme.muted, 16))
        self.add.setIcon(icon("person-add", theme.text, 16))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.name and isinstance(event, QMouseEvent) and _is_click(event):
            self.edit_traveller.emit()
            return True
        return super().eventFilter(watched, event)

    def fold(self, *, folded: bool) -> None:
        """Be lower, where the window is."""
        for part in (self.name, self.person, self.add, self.day, self.report):
            parts.mark(part, "folded", folded)
            part.updateGeometry()  # which another look alone does not bring about
        self._fit()

    def _refresh(self) -> None:
        session, w = self._session, self._session.view.w
        for part in (self.name, self.person):
            part.setToolTip(w.gettext("Change name, citizenship and passport"))
        self.person.setAccessibleName(w.gettext("Traveller: {who}").format(who=self._person(tight=False)))
        several = len(session.case.travellers) > 1
        self.switch.setVisible(several)
        name = foreign.name(session.traveller.name) or w.gettext("New traveller")
        self.name.setAccessibleName(name)  # which may be drawn shorter
        self.switch.setAccessibleName(w.gettext("Choose a traveller, now {name}").format(name=name))
        self.add.setToolTip(w.gettext("Add traveller"))
        self.add.setAccessibleName(w.gettext("Add traveller"))
        self.reckoned.setText(w.gettext("calculated for"))
        named = w.gettext("Calculated for: {day}").format(day=w.long_day(session.view.on))
        self.day.setAccessibleName(named)
        self.report.setText(w.gettext("Export report"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say everything, or, where there is no room for it, less and less; a long name gives way last."""
        session, w = self._session, self._session.view.w
        name = foreign.name(session.traveller.name) or w.gettext("New traveller")
        self.name.setText(name)
        over = 0
        for less in range(len(GIVES_WAY) + 1):
            gone = GIVES_WAY[:less]
            self.reckoned.setHidden("label" in gone)
            self.add.setText("" if "add" in gone else w.gettext("Add traveller"))
            self.day.setText(w.day(session.view.on) if "day" in gone else w.long_day(session.view.on))
            self.person.setText(self._person(tight="person" in gone))
            over = self.sizeHint().width() - self.width()
            if over <= 0:
                return
        room = self.name.sizeHint().width() - over - 2  # what a label adds to its words
        self.name.setText(self.name.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room))

    def _person(self, *, tight: bool) -> str:
        w, traveller = self._session.view.w, self._session.traveller
        if not traveller.citizenship:
            return w.gettext("Choose citizenship…")
        return w.country(traveller.citizenship) if tight else answers.person(w, traveller)

    def _list_travellers(self) -> None:
        session = self._session
        self.travellers.clear()
        for traveller in session.case.travellers:
            name = foreign.name(traveller.name) or session.view.w.gettext("New traveller")
            action = self.travellers.addAction(name.replace("&", "&&"))  # a single one would underline a letter
            action.setCheckable(True)
            action.setChecked(traveller.key.number == session.state.traveller)
            action.triggered.connect(lambda _checked, key=traveller.key.number: session.show(key))


def _is_click(event: QMouseEvent) -> bool:
    """Tell whether somebody presses the button: of a double click that is the first press alone."""
    return event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton
