"""The hero, the large answer: days left, until when, and the short evidence."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from kzstay.core import agenda, trouble
from kzstay.core.assess import Assessment
from kzstay.core.verdict import Standing
from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.texts import answers, entries, evidence, law_age
from kzstay.texts import duties as duty_texts
from kzstay.texts import trouble as trouble_texts
from kzstay.texts.markup import escape
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.link_label import LinkLabel
from kzstay.ui.widgets.theme import picture

_STATE = {
    Standing.LAWFUL: ("within", "check"),
    Standing.PERMIT: ("within", "check"),
    Standing.ENDING: ("close", "warning"),
    Standing.OVERSTAY: ("over", "stop"),
    Standing.ORDERED: ("over", "stop"),
    Standing.BARRED: ("over", "stop"),
    Standing.NO_REGIME: ("close", "warning"),
    Standing.OUTSIDE: ("planned", "planned"),
}


LEAST, LEAST_FOLDED = 92, 52
ROOMY, TIGHT = (26, 12, 24, 12), (16, 5, 12, 5)  # margins
WHY, WAITING, NEXT = "why", "waiting", "next"  # what the links ask for


@guarded
class Hero(QFrame):
    """One large number and what it means.

    ``asked_why`` for its reasons, ``asked_waiting`` for what waits, ``asked_next`` for what to do now.
    """

    asked_why = Signal()
    asked_waiting = Signal()
    asked_next = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._editing = Editing(session)
        self._theme: Theme = LIGHT
        self.folded = False
        self.setObjectName("hero")
        self.number = parts.label("number")
        self.unit = parts.label("unit")
        self.lead = parts.label("lead", wrap=True)
        self.facts = LinkLabel("muted", name="hero_facts")
        self.facts.setWordWrap(True)
        self.facts.linkActivated.connect(self._follow)
        self.chip = parts.frame("chip")
        self.chip_icon = QLabel()
        self.chip_text = parts.label("chip")
        self._rule = parts.frame("rule")
        self._lay_out()
        session.changed.connect(self._refresh)
        session.previewed.connect(self._refresh)
        self._refresh()

    def _follow(self, link: str) -> None:
        asked = {WHY: self.asked_why, WAITING: self.asked_waiting, NEXT: self.asked_next}
        asked[link].emit()

    def _lay_out(self) -> None:
        figure = parts.row(spacing=10)
        for part in (self.number, self.unit):
            figure.addWidget(part, 0, Qt.AlignmentFlag.AlignBaseline)
        self.chip.setLayout(parts.row(self.chip_icon, self.chip_text, spacing=8, margins=(14, 7, 16, 7)))
        self._lines = QGridLayout()
        self._lines.addLayout(figure, 0, 0, 4, 1)
        self._lines.addWidget(self._rule, 0, 1, 4, 1)
        self._lines.addWidget(self.lead, 1, 2)
        self._lines.setColumnStretch(2, 1)
        for outside in (0, 3):
            self._lines.setRowStretch(outside, 1)
        self.setLayout(self._lines)
        self._spread()

    def fold(self, *, folded: bool) -> None:
        """Be one line of answer with its evidence under it, where the window is low, or a large figure."""
        if folded != self.folded:
            self.folded = folded
            for part in (self.number, self.unit, self.lead, self.facts, self.chip, self.chip_text):
                parts.mark(part, "folded", folded)
            self._spread()
            self._fit()

    def _spread(self) -> None:
        """Set the sign at the right of all, or of the first line: the evidence then has the whole width."""
        lines, chip, folded = self._lines, self.chip.layout(), self.folded
        for part in (self.chip, self.facts):
            lines.removeWidget(part)
        lines.addWidget(self.facts, 2, 2, 1, 2 if folded else 1)
        lines.addWidget(self.chip, 1 if folded else 0, 3, 1 if folded else 4, 1, Qt.AlignmentFlag.AlignVCenter)
        lines.setContentsMargins(*(TIGHT if folded else ROOMY))
        lines.setHorizontalSpacing(14 if folded else 26)
        lines.setVerticalSpacing(1 if folded else 4)
        if chip is not None:
            chip.setContentsMargins(*((10, 3, 12, 3) if folded else (14, 7, 16, 7)))
        self.setMinimumHeight(LEAST_FOLDED if folded else LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is said: where the window is small its pages give way, not the answer."""
        box = self.layout()
        if box is not None and self.isVisible():
            least = LEAST_FOLDED if self.folded else LEAST
            # A label shares the room with the stretches about it, and may get a pixel or two less than it asks for
            self.setMinimumHeight(max(least, box.heightForWidth(self.width()) + 4))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._refresh()

    def _refresh(self) -> None:
        session, w = self._session, self._session.view.w
        a = session.assessment
        self.chip.setVisible(bool(session.traveller.citizenship))
        pressing: list[str] = []  # what forbids and what was missed comes before the days
        if not session.traveller.citizenship:
            number, unit = "", ""
            lead = answers.begin(w, self._session.traveller)
            facts = [] if session.traveller.stays else [w.gettext("drag on the timeline, or use “Add stay”")]
        else:
            number, unit = answers.headline(w, a)
            lead = answers.lead(w, a)
            pressing = [
                text
                for text in (*entries.bars(w, a), *duty_texts.pressing(w, a, earlier=not session.previewing))
                if text != lead
            ]
            facts = trouble_texts.next_step_of(w, a)
            if not (facts and a.standing is Standing.ORDERED):  # where a court's day counts, no other day does
                facts += evidence.facts(w, a)
            if (duty := agenda.next_task(a)) and not (facts and duty.row.right):  # the step has said it
                facts.append(duty_texts.upcoming(w, duty))
        if old := law_age.brief(w, a.law, a.on):
            if law_age.is_strong(a.law, a.on):
                pressing.append(old)
            else:
                facts.append(old)
        self.number.setText(number)
        self.unit.setText(unit)
        for part in (self.number, self.unit, self._rule):
            part.setVisible(bool(number))
        self.lead.setText(lead)
        shown = [f'<b style="color: {self._theme.over}">{escape(text)}</b>' for text in pressing]
        shown += [escape(text) for text in facts]
        facts = [*pressing, *facts]
        if left := answers.left_out(w, *self._editing.left_out()):
            # What was typed and does not count comes before what does
            shown.insert(0, f'<a href="{WAITING}" style="color: {self._theme.over}"><b>{escape(left)}</b></a>')
            facts = [left, *facts]
        if session.traveller.citizenship and trouble.causes(a):
            what = escape(w.gettext("what to do now"))
            shown.append(f'<a href="{NEXT}" style="color: {self._theme.within}"><b>{what}</b></a>')
        if session.traveller.citizenship:
            why = escape(w.gettext("why?"))
            shown.append(f'<a href="{WHY}" style="color: {self._theme.muted}">{why}</a>')
        self.facts.setText(" · ".join(shown))
        self._mark(a)
        self._fit()
        self.setAccessibleName(w.gettext("Answer"))
        told = " · ".join(filter(None, (f"{number} {unit}".strip(), lead, *facts, self._standing())))
        self.setAccessibleDescription(told)
        self.facts.setAccessibleDescription(told)  # of each link, which is what one comes to by Tab

    def _standing(self) -> str:
        """Return what the chip says; nothing as long as it is not there."""
        return "" if self.chip.isHidden() else self.chip_text.text()

    def _mark(self, a: Assessment) -> None:
        """Say and colour how the traveller stands."""
        self.chip_text.setText(answers.standing_of(self._session.view.w, a))
        state, sign = _STATE[a.standing]
        for part in (self.number, self.chip, self.chip_text):
            parts.mark(part, "state", state)
        colour = {
            "within": self._theme.within,
            "close": self._theme.close,
            "over": self._theme.over,
            "planned": self._theme.planned,
        }[state]
        self.chip_icon.setPixmap(picture(sign, colour, 18))
