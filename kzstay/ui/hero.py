"""The answer: days left, until when, and the short evidence."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kzstay.core.duties import Duty, stay_duties
from kzstay.core.law import Both
from kzstay.core.reckoning import Reckoning, Standing
from kzstay.texts import answers
from kzstay.texts import duties as duty_texts
from kzstay.ui.session import Session
from kzstay.ui.theme import LIGHT, Theme, icon

_STATE = {
    Standing.LAWFUL: ("within", "check"),
    Standing.PERMIT: ("within", "check"),
    Standing.ENDING: ("close", "warning"),
    Standing.OVERSTAY: ("over", "stop"),
    Standing.NO_REGIME: ("close", "warning"),
    Standing.OUTSIDE: ("planned", "planned"),
}


class Hero(QFrame):
    """One large number and what it means; ``asked_why`` when the person wants to know more."""

    asked_why = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme: Theme = LIGHT
        self.setObjectName("hero")
        self.number = _label("number")
        self.unit = _label("unit")
        self.lead = _label("lead", wrap=True)
        self.facts = _label("muted", wrap=True)
        self.why = QPushButton(objectName="hero_why")
        self.why.setProperty("link", True)
        self.why.setCursor(Qt.CursorShape.PointingHandCursor)
        self.why.clicked.connect(self.asked_why)
        self.chip_icon = QLabel()
        self.chip = _label("chip")
        self._rule = QFrame(objectName="rule")
        self._lay_out()
        session.changed.connect(self._refresh)
        session.previewed.connect(self._refresh)
        self._refresh()

    def _lay_out(self) -> None:
        figure = QHBoxLayout(spacing=10)
        figure.addWidget(self.number, alignment=Qt.AlignmentFlag.AlignBaseline)
        figure.addWidget(self.unit, alignment=Qt.AlignmentFlag.AlignBaseline)
        below = QHBoxLayout(spacing=6)
        below.addWidget(self.facts, 1)
        below.addWidget(self.why, alignment=Qt.AlignmentFlag.AlignTop)
        answer = QVBoxLayout(spacing=4)
        answer.addStretch()
        answer.addWidget(self.lead)
        answer.addLayout(below)
        answer.addStretch()
        row = QHBoxLayout(self, spacing=26)
        row.setContentsMargins(26, 12, 24, 12)
        row.addLayout(figure)
        row.addWidget(self._rule)
        row.addLayout(answer, 1)
        chip = QHBoxLayout(spacing=8)
        chip.addWidget(self.chip_icon)
        chip.addWidget(self.chip)
        row.addLayout(chip)
        self.setMinimumHeight(92)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._refresh()

    def _refresh(self) -> None:
        session, w = self._session, self._session.w
        a = session.assessment
        self.chip_icon.setVisible(bool(session.traveller.citizenship))
        self.chip.setVisible(bool(session.traveller.citizenship))
        if not session.traveller.citizenship:
            number, unit = "", ""
            lead = w.gettext("Choose the citizenship, then add the first stay")
            facts = [w.gettext("drag on the timeline, or use “Add stay”")]
        else:
            number, unit = answers.headline(w, a)
            lead = answers.lead(w, a)
            facts = answers.evidence(w, a, session.pair.usual.limit_uses())
            if duty := next_duty(session.pair, session.assessment.current, session.on):
                facts.append(duty_texts.upcoming(w, duty))
        self.number.setText(number)
        self.unit.setText(unit)
        for part in (self.number, self.unit, self._rule):
            part.setVisible(bool(number))
        self.lead.setText(lead)
        self.facts.setText(" · ".join(facts))
        self.why.setText(w.gettext("why?"))
        self.why.setAccessibleName(w.gettext("Why this answer"))
        self.why.setVisible(bool(facts) and bool(session.traveller.citizenship))
        self.chip.setText(answers.standing(w, a.standing))
        state, sign = _STATE[a.standing]
        for part in (self.number, self.chip):
            part.setProperty("state", state)
            part.style().unpolish(part)
            part.style().polish(part)
        colour = {
            "within": self._theme.within,
            "close": self._theme.close,
            "over": self._theme.over,
            "planned": self._theme.planned,
        }[state]
        self.chip_icon.setPixmap(icon(sign, colour).pixmap(20, 20))
        self.setAccessibleName(w.gettext("Answer"))
        self.setAccessibleDescription(
            ". ".join(filter(None, (f"{number} {unit}".strip(), lead, *facts, self.chip.text())))
        )


def next_duty(pair: Both[Reckoning], current: int | None, on: date) -> Duty | None:
    """Return what somebody has to do next for the present stay, leaving itself apart."""
    if current is None:
        return None
    waiting = [
        duty
        for duty in stay_duties(pair, current, pair.safe.reading)
        if duty.state == "open" and duty.kind not in ("leave", "rvp") and duty.due.safe >= on
    ]
    return min(waiting, key=lambda duty: duty.due.safe, default=None)


def _label(role: str, *, wrap: bool = False) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(wrap)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
