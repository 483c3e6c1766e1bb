"""Who is shown, the day that is reckoned for, and the way to the report."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kzstay.i18n import LANGUAGES, OWN_NAMES
from kzstay.texts import answers
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
        self.echo = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.echo.setProperty("role", "muted")
        self.calendar = QCalendarWidget()
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.today = QPushButton()
        column = QVBoxLayout(self, spacing=8)
        column.setContentsMargins(14, 14, 14, 14)
        for part in (self.edit, self.echo, self.calendar, self.today):
            column.addWidget(part)
        self.edit.echoed.connect(lambda text, _wrong: self.echo.setText(text))
        self.edit.returnPressed.connect(self._take_typed)
        self.calendar.activated.connect(lambda day: self._take(day.toPython()))
        self.calendar.clicked.connect(lambda day: self._take(day.toPython()))
        self.today.clicked.connect(lambda: self._take(session.today))

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
        self.name = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.name.setProperty("role", "name")
        self.person = QToolButton(objectName="traveller_details")
        self.person.setProperty("chip", True)
        self.person.clicked.connect(self.edit_traveller)
        self.switch = QToolButton(objectName="traveller_switch")
        self.switch.setProperty("flat", True)
        self.switch.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.travellers = QMenu(self)
        self.travellers.aboutToShow.connect(self._list_travellers)
        self.switch.setMenu(self.travellers)
        self.add = QPushButton(objectName="traveller_add")
        self.add.clicked.connect(self.add_traveller)
        self.reckoned = QLabel()
        self.reckoned.setProperty("role", "muted")
        self.day = QToolButton(objectName="reckoning_day")
        self.day.setProperty("chip", True)
        self.day.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.day.clicked.connect(lambda: self.picker.open_under(self.day))
        self.picker = DayPicker(session, self)
        self.picker.picked.connect(session.reckon_on)
        self.report = QToolButton(objectName="export_report")
        self.report.setProperty("primary", True)
        self.report.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.languages = QMenu(self)
        for language in LANGUAGES:
            self.languages.addAction(OWN_NAMES[language]).setData(language)
        self.languages.triggered.connect(lambda action: self.export.emit(action.data()))
        self.report.setMenu(self.languages)
        row = QHBoxLayout(self, spacing=10)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.name, self.person, self.switch, self.add):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.reckoned, self.day, self.report):
            row.addWidget(part)
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
