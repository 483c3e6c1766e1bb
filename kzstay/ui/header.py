"""Who is shown, the day that is reckoned for, and the way to the report."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QFrame, QMenu, QToolButton, QWidget

from kzstay.i18n import LANGUAGES, OWN_NAMES
from kzstay.texts import answers
from kzstay.ui import parts
from kzstay.ui.session import Session
from kzstay.ui.stays_table import DayEdit
from kzstay.ui.theme import LIGHT, Theme, icon


class DayPicker(QFrame):
    """A day, typed or taken from a calendar, in a sheet under its button."""

    picked = Signal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._session = session
        self.setObjectName("form")
        self.edit = DayEdit(session, "on")
        self.edit.setFrame(True)
        self.echo = parts.label("muted", wrap=True)
        self.calendar = QCalendarWidget()
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.today = parts.button("reckon_today", lambda: self._take(session.today))
        sheet = (self.edit, self.echo, self.calendar, self.today)
        self.setLayout(parts.column(*sheet, spacing=8, margins=(14, 14, 14, 14)))
        self.edit.echoed.connect(lambda text, _wrong: self.echo.setText(text))
        self.edit.returnPressed.connect(self._take_typed)
        self.calendar.activated.connect(lambda day: self._take(day.toPython()))
        self.calendar.clicked.connect(lambda day: self._take(day.toPython()))

    def open_under(self, button: QWidget) -> None:
        """Show the sheet under a button."""
        session = self._session
        w, day = session.w, session.on
        self.setFixedWidth(320)
        self.today.setText(w.gettext("Today, {day}").format(day=w.day(session.today)))
        self.calendar.setLocale(QLocale({"en": "en_GB", "ru": "ru_RU", "kk": "kk_KZ"}[w.language]))
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.edit.setAccessibleName(w.gettext("Date of reckoning"))
        self.edit.setText(w.numeric_day(day))
        self.edit.echo()
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width(), button.height() + 4))
        self.move(corner - QPoint(self.width(), 0))
        self.show()
        self.edit.setFocus()
        self.edit.selectAll()

    def _take_typed(self) -> None:
        day = self._session.w.read_day(self.edit.text(), self._session.today)
        if day:
            self._take(day)

    def _take(self, day: date) -> None:
        self.hide()
        self.picked.emit(day)


class Header(QWidget):
    """The top row of the window."""

    edit_traveller = Signal()
    add_traveller = Signal()
    export = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme: Theme = LIGHT
        self.name = parts.label("name")
        self.person = parts.tool_button("traveller_details", self.edit_traveller.emit, look="chip")
        self.switch = parts.tool_button("traveller_switch", look="flat")
        self.switch.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.travellers = QMenu(self)
        self.travellers.aboutToShow.connect(self._list_travellers)
        self.switch.setMenu(self.travellers)
        self.add = parts.button("traveller_add", self.add_traveller.emit)
        self.reckoned = parts.label("muted")
        self.day = parts.tool_button("reckoning_day", lambda: self.picker.open_under(self.day), look="chip")
        self.day.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.picker = DayPicker(session, self)
        self.picker.picked.connect(session.reckon_on)
        self.report = parts.tool_button("export_report", look="primary")
        self.report.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.languages = QMenu(self)
        for language in LANGUAGES:
            self.languages.addAction(OWN_NAMES[language]).setData(language)
        self.languages.triggered.connect(lambda action: self.export.emit(action.data()))
        self.report.setMenu(self.languages)
        left = (self.name, self.person, self.switch, self.add)
        right = (self.reckoned, self.day, self.report)
        self.setLayout(parts.row(*left, 1, *right, spacing=10))
        session.changed.connect(self._refresh)
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.switch.setIcon(icon("chevron-down", theme.muted, 16))
        self.day.setIcon(icon("calendar", theme.muted, 16))
        self.add.setIcon(icon("person-add", theme.text, 16))

    def _refresh(self) -> None:
        session, w = self._session, self._session.w
        traveller = session.traveller
        self.name.setText(traveller.name or w.gettext("New traveller"))
        self.person.setText(
            answers.person(w, traveller) if traveller.citizenship else w.gettext("Choose citizenship…")
        )
        self.person.setToolTip(w.gettext("Change name, citizenship and passport"))
        self.person.setAccessibleName(w.gettext("Traveller: {who}").format(who=self.person.text()))
        several = len(session.case.travellers) > 1
        self.switch.setVisible(several)
        self.switch.setAccessibleName(w.gettext("Choose a traveller"))
        self.add.setText(w.gettext("Traveller"))
        self.add.setAccessibleName(w.gettext("Add traveller"))
        self.reckoned.setText(w.gettext("reckoned for"))
        self.day.setText(w.long_day(session.on))
        self.day.setAccessibleName(w.gettext("Date of reckoning"))
        self.report.setText(w.gettext("Export report"))

    def _list_travellers(self) -> None:
        session = self._session
        self.travellers.clear()
        for index, traveller in enumerate(session.case.travellers):
            action = self.travellers.addAction(traveller.name or session.w.gettext("New traveller"))
            action.setCheckable(True)
            action.setChecked(index == session.traveller_index)
            action.triggered.connect(lambda _checked, index=index: session.show_traveller(index))
