"""The host's desk: under the list of travellers, what their hosts have to do, and what it does to invitations."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from kzstay import bundled
from kzstay.core.case import Number
from kzstay.core.hosts import Desk, HostId, Task, desks, to_be_marked
from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.guide import leads
from kzstay.texts import guide as guide_texts
from kzstay.texts import hosts as texts
from kzstay.ui.pages.requests import Requests
from kzstay.ui.session.register import Register
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.high_enough import HighEnough
from kzstay.ui.widgets.theme import icon

BESIDE = 60  # pixels of the arrow, the padding and the border beside a name
ICON = 16
Keys = Callable[[], Sequence[Number]]


@guarded
class HostDesk(HighEnough):
    """One host of the case at a time, and buttons for all; the card is there only where a host is entered.

    ``shown`` returns the travellers whom the list shows, in that order; ``selected`` who is selected in it.
    """

    def __init__(
        self, session: Session, requests: Requests, register: Register, shown: Keys, selected: Keys
    ) -> None:
        super().__init__()
        self.setObjectName("host_desk")
        self._session = session
        self._requests = requests
        self._register = register
        self._shown, self._selected = shown, selected
        self._theme: Theme = LIGHT
        self.desks: list[Desk] = []
        self._stale = True
        self._chosen: HostId | None = None
        self.choice = parts.Choice()
        self.choice.setObjectName("host_choice")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(24)
        self.name = parts.label("heading", wrap=True, name="host_name")
        self.due = parts.label(wrap=True, name="host_due")
        self.past = parts.label("muted", wrap=True, name="host_past")
        self.invitations = parts.label(wrap=True, name="host_invitations")
        self.why_button = parts.tool_button("host_why", self._toggle_why, look="flat")
        self.why_button.setCheckable(True)
        self.why = parts.label("muted", wrap=True, name="host_reasons")
        self.why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.topic = parts.button("host_topic", self._show_topic)
        self.mark_button = parts.button("mark_done_button", self.mark)
        self.print_button = parts.button("print_list", lambda: requests.print_wanted.emit(self.wanted()))
        self.calendar_button = parts.button("calendar_all", lambda: requests.calendar_wanted.emit(self.wanted()))
        self.buttons = self.mark_button, self.print_button, self.calendar_button  # which stand where there is room
        self.card = parts.frame("card")
        self._lay_out()
        self.choice.activated.connect(self._choose)
        register.settled.connect(self._hear)
        session.changed.connect(self._hear)
        session.view.retranslated.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        chosen = parts.row(spacing=0)
        chosen.addWidget(self.choice, 1)
        chosen.addStretch(0)
        left = parts.column(self.due, self.past, spacing=4)
        left.addStretch(1)
        right = parts.column(self.invitations, spacing=4)
        right.addWidget(self.why_button, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        upper = parts.row(spacing=24)
        upper.addLayout(left, 3)
        upper.addLayout(right, 2)
        self._reasons = QWidget()
        reasons = parts.column(self.why, spacing=8)
        reasons.addWidget(self.topic, 0, Qt.AlignmentFlag.AlignLeft)
        self._reasons.setLayout(reasons)
        self._reasons.hide()
        card = parts.column(self.name, chosen, upper, self._reasons, spacing=6, margins=(18, 12, 18, 12))
        self.card.setLayout(card)
        self.setLayout(parts.column(self.card, spacing=0))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._draw_arrow()

    def _draw_arrow(self) -> None:
        name = "chevron-down" if self.why_button.isChecked() else "chevron-right"
        self.why_button.setIcon(icon(name, self._theme.accent, ICON))
        self.why_button.setIconSize(QSize(ICON, ICON))

    def retranslate(self) -> None:
        """Speak the language of the view."""
        w = self._session.view.w
        self.choice.setAccessibleName(w.gettext("Host"))
        self.why_button.setText(w.gettext("Why, and for how long"))
        self.why_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.topic.setText(guide_texts.read_more(w, bundled.guide(), leads.of_invitations()))
        self.mark_button.setText(w.gettext("Mark notices done…"))
        self.print_button.setText(w.gettext("Print list…"))
        self.calendar_button.setText(w.gettext("Calendar file for all duties…"))
        self._draw_arrow()
        self.renew()

    # What is shown

    def _hear(self) -> None:
        """Follow the case, but not while nobody looks, nor before all is worked out."""
        self._stale = True
        if self.isVisible() and self._register.complete:
            self.renew()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.renew()

    def renew(self) -> None:
        """Put the guests together anew, as the case is now."""
        session = self._session
        self._stale = False
        self.desks = desks(self._register.guests(), session.law, session.view.on)
        entered = any(desk.host.kind for desk in self.desks)
        self.card.setVisible(entered)
        self.mark_button.setEnabled(any(map(any, (self._tasks(desk) for desk in self.desks))))
        if entered:
            self._list()
            self._show()

    @property
    def desk(self) -> Desk:
        """Return the host that is shown: the one that was chosen, else the one with the most to do."""
        return next((desk for desk in self.desks if desk.host == self._chosen), self.desks[0])

    def _list(self) -> None:
        w = self._session.view.w
        self.choice.clear()
        for desk in self.desks:
            self.choice.addItem(texts.label(w, desk))
        self.choice.setCurrentIndex(self.desks.index(self.desk))
        # As wide as the longest of them, and as the card at most
        metrics = self.choice.fontMetrics()
        longest = max(metrics.horizontalAdvance(texts.label(w, desk)) for desk in self.desks)
        self.choice.setMaximumWidth(longest + BESIDE)
        several = len(self.desks) > 1
        self.choice.setVisible(several)
        self.name.setVisible(not several)

    def _show(self) -> None:
        w, law, desk = self._session.view.w, self._session.law, self.desk
        self.name.setText(texts.heading(w, desk))
        self.due.setText("\n".join(texts.due(w, desk)))
        self.past.setText(" · ".join((texts.guests(w, desk), *texts.past(w, law, desk))))
        self.invitations.setText(texts.invitations(w, law, desk))
        barred = bool(desk.invitations and desk.invitations.barred_until)
        parts.mark(self.invitations, "role", "error" if barred else "")
        reasons = texts.why(w, law, desk, self._session.view.reading)
        self.why.setText(reasons)
        self.why_button.setVisible(bool(reasons))
        self._see_why()

    def _choose(self, place: int) -> None:
        self._chosen = self.desks[place].host
        self._show()

    def _toggle_why(self) -> None:
        self._draw_arrow()
        self._see_why()

    def _see_why(self) -> None:
        self._reasons.setVisible(self.why_button.isChecked() and bool(self.why.text()))

    def _show_topic(self) -> None:
        self._requests.show_topic.emit(leads.of_invitations())

    # What is done

    def wanted(self) -> list[Number]:
        """List of whom a list or a calendar is wanted: several who are selected, else all who are shown."""
        selected = self._selected()
        return list(selected if len(selected) > 1 else self._shown())

    def _tasks(self, *found: Desk) -> tuple[list[Task], list[Task]]:
        """Return the notices and the registrations of some hosts that may be marked as done."""
        notices = [task for desk in found for task in to_be_marked(desk.notices)]
        return notices, [task for desk in found for task in to_be_marked(desk.registrations)]

    def mark(self) -> None:
        """Ask which notices or registrations were done: of those who are selected, or of the host that is shown.

        One who is selected is shown, no more; several are meant. Where no host is entered all are meant.
        """
        from kzstay.ui.places.people.mark_done import MarkDone

        session, selected = self._session, set(self._selected())
        if session.refuses_change():
            return
        session.commit_requested.emit()
        several = len(selected) > 1
        entered = any(desk.host.kind for desk in self.desks)
        notices, registrations = self._tasks(*([self.desk] if entered and not several else self.desks))
        if several:
            notices, registrations = (
                [task for task in tasks if task.traveller in selected] for tasks in (notices, registrations)
            )
        if not notices and not registrations:
            session.message.emit(session.view.w.gettext("No notice or registration is left to be marked."), False)
            return
        dialog = MarkDone(session, notices, registrations, self)
        dialog.marked.connect(lambda told: self._requests.offer_back.emit(told, session.undo))
        dialog.open()
