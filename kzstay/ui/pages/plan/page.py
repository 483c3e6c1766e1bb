"""The Plan page: how long a trip may last, what limits it, what it breaks, and when it fits."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QScrollArea, QWidget

from kzstay.core import editing
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Stay
from kzstay.core.days import DAY, Span
from kzstay.core.earliest import counted_exit
from kzstay.core.editing import left_on
from kzstay.core.entry_check import EntryQuestion
from kzstay.core.plan import (
    Longest,
    Trip,
    assumed_exit,
    earliest_entry,
    last_day,
    longest_stay,
    possible_by_usual,
    trip,
)
from kzstay.core.readings import Reading
from kzstay.drawing.colours import LIGHT, Theme
from kzstay.drawing.proposal import Proposal
from kzstay.guard import guarded
from kzstay.texts import answers, entries, plans
from kzstay.ui.pages.plan.openings import PlanOpenings
from kzstay.ui.pages.plan.trip_fields import TripFields
from kzstay.ui.pages.requests import Requests
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import announce
from kzstay.ui.widgets.theme import picture

PAUSE = 60  # milliseconds without a key before what takes longer is worked out
TWO_COLUMNS = 1000  # pixels of width
MARGIN = 24
SHARES = 3, 2  # of the columns


@guarded
class PlanView(QWidget):
    """Type a day of entry and see the longest lawful stay; name days or an exit and see whether that trip fits.

    ``check_asked`` with the entry in mind, for what it takes beside the days.
    """

    check_asked = Signal(object)
    added = Signal(str, object)  # what is said of it, and what takes it back

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme: Theme = LIGHT
        self._supposed: tuple[Assessment, date, Assessment] | None = None  # for an end of the present stay
        self._longest: Longest | None = None
        self._trip: Trip | None = None
        self._last: date | None = None  # of the longest stay
        self._earliest: date | None = None
        self._fits: tuple[Span, ...] = ()
        self._told = ""
        self._of = session.state.traveller  # whose trip is thought of
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._settle)
        self.setObjectName("plan")
        self.fields = TripFields(session)
        self.add = parts.button("plan_add", self._add)
        self.answer = parts.label("lead", wrap=True, name="plan_answer")
        self.reason = parts.label(wrap=True, name="plan_reason")
        self.beside = parts.label("muted", wrap=True, name="plan_history")
        self.sign = QLabel()
        self.verdict = parts.label("heading", wrap=True, name="plan_verdict")
        self.obstacles = parts.label(wrap=True, name="plan_obstacles")
        self.earliest = parts.label(wrap=True, name="plan_earliest")
        self.take = parts.button("plan_take", self._take, look="chip")
        self.basis = parts.label("muted", wrap=True, name="plan_basis")
        self.check = parts.button("plan_check", self._ask_check, look="chip")
        self.more = PlanOpenings(session)
        self._lay_out()
        self.fields.edited.connect(self._on_typed)
        self.more.edited.connect(self._pause.start)
        session.changed.connect(self._on_changed)
        session.previewed.connect(self._on_previewed)
        self._on_changed()

    def _lay_out(self) -> None:
        told = (self.answer, self.reason, self.beside, self.verdict, self.obstacles, self.earliest, self.basis)
        for label in told:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        judged = parts.row(spacing=8)
        judged.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        judged.addWidget(self.verdict, 1)
        answer = parts.column(self.answer, self.reason, self.beside, spacing=4)
        asked = parts.column(judged, self.obstacles, spacing=4)
        sooner = parts.row(spacing=12)
        sooner.addWidget(self.earliest, 1)
        sooner.addWidget(self.take)
        sooner.addStretch()
        further = parts.row(self.check, 1)
        left = parts.column(answer, asked, sooner, self.basis, further, 1, spacing=14)
        self._columns = parts.row(spacing=40)
        self._columns.addLayout(left)
        self._columns.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self._place = parts.column()
        self._place.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._place.addStretch()
        self._head = parts.row(spacing=12)
        self._head.addWidget(self.fields, 1)
        self._head.addLayout(self._place)
        sheet = QWidget()
        sheet.setObjectName("plan_sheet")
        sheet.setLayout(parts.column(self._head, self._columns, 1, spacing=18, margins=(MARGIN, 16, MARGIN, 16)))
        self._scroll = scroll = QScrollArea()
        scroll.setObjectName("plan_scroll")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(sheet)
        for part in (scroll.viewport(), sheet):
            part.setAutoFillBackground(False)
        self.setLayout(parts.column(scroll))
        self.setFocusProxy(self.fields.entry.edit)
        for one, next_one in pairwise(
            (*self.fields.edits(), self.add, self.take, self.check, *self.more.edits(), scroll)
        ):
            self.setTabOrder(one, next_one)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        if self.isVisible():
            # What a page that is not seen says may be of stays that are no more
            self._tell_verdict()

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_changed()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()
        self._session.propose(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= TWO_COLUMNS
        # The button stays beside the fields as long as its words fit: a line less before the answer
        room = self.width() - self.fields.sizeHint().width() - self._head.spacing() - 2 * MARGIN
        beside = room >= self.add.sizeHint().width()
        for layout, in_row in ((self._head, beside), (self._columns, wide)):
            layout.setDirection(QBoxLayout.Direction.LeftToRight if in_row else QBoxLayout.Direction.TopToBottom)
        for column, share in enumerate(SHARES if wide else (0, 0)):
            self._columns.setStretch(column, share)
        # Beside the fields, not beside their names
        names = self.fontMetrics().height() + self.fields.entry.spacing()
        self._place.setContentsMargins(0, names if beside else 0, 0, 0)

    def _on_changed(self) -> None:
        """Answer anew where the case, the day, the reading or the language changed."""
        w = self._session.view.w
        if self._of != (shown := self._session.state.traveller):
            self._of = shown
            self.fields.forget()
            self.more.forget()
        self.setAccessibleName(w.gettext("Plan"))
        self._scroll.setAccessibleName(w.gettext("Plan"))
        self.add.setText(w.gettext("Add this stay to the plan"))
        self.take.setText(w.gettext("Use this date"))
        self.check.setText(w.gettext("What is needed for this entry"))
        self.fields.retranslate()
        self.more.retranslate()
        if not self.isVisible():
            return
        a = self._session.assessment
        # Where entry is refused the day of reckoning says so
        day = a.next_entry.day if a.next_entry else a.on if a.bars and a.current is None else None
        if not self.fields.typed and day:
            self.fields.start(day)
        self._answer()
        self._settle()

    def _on_previewed(self) -> None:
        if self.isVisible():
            self._answer()
            self._pause.start()

    def _on_typed(self) -> None:
        self._answer()
        self._pause.start()

    # The answer

    def _assessed(self) -> Assessment:
        """Return the answer for what is planned: the present stay ends when the person says."""
        a, day = self._session.assessment, self.fields.left()
        if day is None or a.current is None:
            return a
        if self._supposed is None or self._supposed[:2] != (a, day):
            self._supposed = a, day, assess(left_on(a.traveller, a.current, day), a.on, a.law, a.reading)
        return self._supposed[2]

    def _answer(self) -> None:
        """Say what is quickly found: the longest stay, what limits it, and how the trip asked for stands."""
        session, w, entry = self._session, self._session.view.w, self.fields.day()
        self._longest = self._trip = assumed = None
        if entry is None or not session.traveller.citizenship:
            known = bool(session.traveller.citizenship)
            self.answer.setText("" if known else answers.begin(w, session.traveller))
            for label in (self.reason, self.beside, self.basis):
                label.clear()
            self._last = None
        else:
            reckoning = self._assessed().reckoning
            self._longest = found = longest_stay(reckoning, entry)
            self._last = last_day(entry, found)
            leaving = self.fields.exit()
            self._trip = trip(reckoning, entry, leaving) if leaving else None
            self.answer.setText(plans.longest(w, entry, found, waiting=plans.waits(reckoning)))
            self.reason.setText(plans.limited(w, reckoning, entry, found))
            assumed = self.fields.left() or assumed_exit(reckoning, entry)
            counted = counted_exit(reckoning, assumed)
            beside = [entries.assumption(w, assumed, counted) if assumed else ""]
            beside.append(entries.too_long(w, self._assessed()))
            beside.append(plans.history(w, entry, found))
            if session.view.reading is Reading.SAFE:
                beside.append(plans.usual(w, entry, found, longest_stay(self._assessed().other, entry)))
            self.beside.setText("\n".join(filter(None, beside)))
            basis = (plans.facts(w, reckoning, entry), plans.basis(w, reckoning, entry, found))
            self.basis.setText("\n".join(filter(None, basis)))
        self.fields.suggest(self._last, assumed)
        for label in (self.answer, self.reason, self.beside, self.basis):
            label.setVisible(bool(label.text()))
        self.add.setEnabled(self._wanted() is not None)
        self.check.setEnabled(entry is not None and bool(session.traveller.citizenship))
        self._tell_verdict()
        self._propose()

    def _tell_verdict(self) -> None:
        w, asked = self._session.view.w, self._trip
        for part in (self.sign, self.verdict):
            part.setVisible(asked is not None)
        lines: list[str] = []
        if asked is not None:
            sign, colour = ("check", self._theme.within) if asked.lawful else ("stop", self._theme.over)
            self.sign.setPixmap(picture(sign, colour))
            reckoning = self._assessed().reckoning
            self.verdict.setText(plans.verdict(w, asked, waiting=plans.waits(reckoning)))
            lines = plans.obstacles(w, reckoning, asked, by_usual=possible_by_usual(reckoning, asked))
            lines.append(plans.shared(w, reckoning, asked))
            lines += [*entries.if_expelled(w, self._assessed()), entries.border(w)] if asked.lawful else []
            lines = [line for line in lines if line not in ("", self.reason.text())]
        else:
            self.verdict.clear()
        self.obstacles.setText("\n".join(lines))
        self.obstacles.setVisible(bool(lines))

    def _settle(self) -> None:
        """Say what takes longer: the earliest entry, where the trip fits, and which days come back."""
        self._pause.stop()
        session, w, entry = self._session, self._session.view.w, self.fields.day()
        asked, found = self._trip, self._longest
        possible = asked.lawful if asked else self._last is not None
        self._earliest = None
        told = ""
        if entry is None or not session.traveller.citizenship:
            self.more.hide()
            self._fits = ()
        else:
            reckoning = self._assessed().reckoning
            days = (asked.exit - entry).days + 1 if asked else None
            if not possible:
                self._earliest = earliest_entry(reckoning, days or 1, entry)
                if self._earliest or found:
                    told = plans.earliest(w, self._earliest, days)
            self._fits = self.more.answer(reckoning, entry, days or (found.days if found else 0) or 1)
            # Where no entry is known to be possible at all there is nothing to be fitted in
            self.more.setVisible(bool(self._earliest or found))
        self.earliest.setText(told)
        self.earliest.setVisible(bool(told))
        self.earliest.setMaximumWidth(self.earliest.fontMetrics().horizontalAdvance(told) + 8)
        self.take.setVisible(self._earliest is not None)
        self._propose()
        self._announce()

    def _propose(self) -> None:
        """Have the trip drawn on the timeline."""
        entry, asked, found = self.fields.day(), self._trip, self._longest
        if not self.isVisible():
            return
        if entry is None or not self._session.traveller.citizenship:
            self._session.propose(None)
            return
        self._session.propose(
            Proposal(
                entry=entry,
                exit=asked.exit if asked else None,
                last=last_day(entry, found, asked),
                history=entry + DAY * (found.history_only - 1) if found and found.history_only else None,
                breaks=tuple(breach.stay for breach in asked.breaks) if asked else (),
                openings=self._fits,
            )
        )

    def _announce(self) -> None:
        """Have a screen reader say an answer that the person asked for by typing."""
        told = ". ".join(filter(None, (self.answer.text(), self.verdict.text())))
        if told and told != self._told and self.fields.focused():
            announce(self, told)
        self._told = told

    # What may be done

    def _wanted(self) -> Stay | None:
        """Return the trip asked for, or the longest one; None where another stay is in the way."""
        entry, asked = self.fields.day(), self._trip
        if entry is None:
            return None
        if asked is None:
            return Stay(entry=entry, exit=self._last) if self._last and not self.fields.asks() else None
        return None if asked.blocked else Stay(entry=entry, exit=asked.exit)

    def _add(self) -> None:
        session = self._session
        if (stay := self._wanted()) and not session.refuses_change():
            self.fields.clear()
            session.change(editing.inserted(session.traveller, stay), "add-stay")
            # The fields are empty again, and the timeline may show other days
            told = session.view.w.gettext("Added to the plan: {days}.")
            days = answers.span_label(session.view.w, stay.entry, stay.exit)
            self.added.emit(told.format(days=days), session.undo)

    def _ask_check(self) -> None:
        """Ask what the entry takes, with the days in mind and the day on which the present stay is to end."""
        entry, leaving = self.fields.day(), self.fields.exit()
        if entry:
            days = (leaving - entry).days + 1 if leaving else None
            self.check_asked.emit(EntryQuestion(entry=entry, days=days, left=self.fields.left()))

    def plan_from(self, day: date) -> None:
        """Plan a trip that begins on a day; how long it is to last may be typed next."""
        self.fields.take(day)
        self.fields.days.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        if self._earliest:
            held = self.take.hasFocus()
            self.fields.take(self._earliest)
            if held:
                # The button may be gone with what it offered, and the keyboard would go to the next field
                self.fields.entry.edit.setFocus(Qt.FocusReason.OtherFocusReason)


def make(session: Session, requests: Requests) -> PlanView:
    """Make the page."""
    made = PlanView(session)
    made.check_asked.connect(requests.check_entry)
    made.added.connect(requests.offer_back)
    return made
