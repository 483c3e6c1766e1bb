"""The buttons of What now: record what was done, draft a complaint, keep the days in a calendar, call somebody."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from kzstay.content.trouble import Advice, First
from kzstay.core.complaint import refusal
from kzstay.core.trouble import Record
from kzstay.guard import guarded
from kzstay.i18n import CASE_LANGUAGES, OWN_NAMES
from kzstay.ui.pages.requests import Requests
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.letters import Menu

MOST_RECORDS = 4


@guarded
class Buttons(QWidget):
    """What can be done about what presses; what helps most stands first and stands out."""

    def __init__(self, session: Session, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._requests = requests
        self.setObjectName("next_buttons")
        self._column = parts.column(spacing=8)
        self.setLayout(self._column)
        self.buttons: list[parts.Button] = []
        self._offered: tuple[object, ...] = ()

    def offer(self, found: Advice | None) -> None:
        """Offer what can be done; the buttons stay the same, with the focus on them, while that is the same."""
        w, a = self._session.view.w, self._session.assessment
        records = list(found.records[:MOST_RECORDS]) if found else []
        complaint = next((one.ruling for one in a.bars if refusal(a, one.ruling) is None), None) if found else None
        offered = (w, complaint, *records, found is not None and (found.first, found.days_ahead))
        if offered == self._offered:
            return
        self._offered = offered
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        if found is None:
            return
        doing: dict[First, Callable[[], None]] = {"call": self._add_contacts}
        if found.days_ahead:
            doing = {"calendar": self._add_calendar, **doing}
        if complaint is not None:
            doing = {"complaint": lambda: self._add_complaint(complaint), **doing}
        if records:
            doing = {"record": lambda: self._add_record(*records[0]), **doing}
        first = found.first if found.first in doing else next(iter(doing))
        for add in (doing.pop(first), *doing.values()):
            add()
        for record, told in records[1:]:
            self._add_record(record, told)

    def width_wanted(self) -> int:
        """Return how wide the longest words are, also before they are seen."""
        for button in self.buttons:
            button.ensurePolished()
        return max((button.sizeHint().width() for button in self.buttons), default=0)

    def _add_record(self, record: Record, told: str) -> None:
        self._add(f"next_record_{record.field}", told, lambda: self._requests.record.emit(record))

    def _add_complaint(self, ruling: int) -> None:
        told = self._session.view.w.gettext("Draft a complaint")
        self._add("next_complaint", told, menu=self._languages(ruling))

    def _add_calendar(self) -> None:
        told = self._session.view.w.gettext("Put these dates into a calendar…")
        self._add("next_calendar", told, self._requests.calendar.emit)

    def _add_contacts(self) -> None:
        told = self._session.view.w.gettext("Whom to call")
        self._add("next_contacts", told, lambda: self._requests.show_place.emit("contacts"))

    def _add(
        self, name: str, text: str, do: Callable[[], object] | None = None, *, menu: QMenu | None = None
    ) -> None:
        button = parts.button(name, do, look="" if self.buttons else "primary")
        button.setText(text)
        if menu is not None:
            button.setMenu(menu)
            menu.setParent(button, menu.windowFlags())
        self._column.addWidget(button)
        button.show()  # which Qt would do a little later: it would have no room in the first picture
        self.buttons.append(button)

    def _languages(self, ruling: int) -> QMenu:
        menu = Menu(self)
        for language in CASE_LANGUAGES:
            action = menu.addAction(OWN_NAMES[language] + "…")
            action.triggered.connect(
                lambda _checked, language=language: self._requests.complain.emit(ruling, language)
            )
        return menu
