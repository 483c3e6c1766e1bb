"""What is said of the chosen duty: which it is, what it asks for and costs, and where the law says so."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from kzstay import bundled
from kzstay.core import agenda
from kzstay.core.assess import Assessment
from kzstay.core.costs import cost_of
from kzstay.core.duties import Duty, open_questions
from kzstay.core.host_costs import host_cost_of
from kzstay.drawing.colours import Theme
from kzstay.guard import guarded
from kzstay.guide import leads
from kzstay.texts import Words, beside, costs, duty_titles, outcomes, rulings
from kzstay.texts import duties as texts
from kzstay.texts import guide as guide_texts
from kzstay.texts import law as law_texts
from kzstay.texts.markup import escape
from kzstay.ui.pages.requests import Requests
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import plain_of
from kzstay.ui.widgets.link_label import LinkLabel


@guarded
class DutyDetails(QScrollArea):
    """What is said of one duty, or why there is none; ``recorded`` where it is marked as done."""

    recorded = Signal()

    def __init__(self, requests: Requests) -> None:
        super().__init__()
        self._size = QSize(0, 0)
        self.title = parts.label("path", wrap=True, name="duty_title")
        self.rule = parts.label(wrap=True)
        self.law = parts.label("muted", wrap=True)
        self.cost = parts.label(wrap=True)
        self.cost.setTextFormat(Qt.TextFormat.RichText)
        self.usual = parts.label("muted", wrap=True)
        for label in (self.title, self.rule, self.law, self.cost, self.usual):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.record = parts.button("record_done", self.recorded.emit)
        self.guide = LinkLabel(name="duty_topic")
        self.guide.setWordWrap(True)
        self.guide.linkActivated.connect(requests.show_topic)
        self._lay_out()

    def _lay_out(self) -> None:
        """Set what is asked beside what it costs, and under both where the law says so."""
        asked = parts.column(self.title, self.rule, spacing=4)
        asked.addWidget(self.record, 0, Qt.AlignmentFlag.AlignLeft)
        asked.addWidget(self.guide)
        asked.addWidget(self.usual)
        asked.addStretch(1)
        self._above = parts.row(spacing=32)
        self._above.addLayout(asked, 2)
        self._above.addWidget(self.cost, 3, Qt.AlignmentFlag.AlignTop)
        self._column = parts.column(self._above, self.law, spacing=8, margins=(16, 8, 16, 8))
        self._column.addStretch(1)
        inner = QWidget()
        inner.setLayout(self._column)
        self.setObjectName("duty_details")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(inner)
        for part in (self.viewport(), inner):
            part.setAutoFillBackground(False)

    def set_narrow(self, narrow: bool) -> None:
        """Set what it costs under what is asked, where there is no room beside it."""
        way = self._above.Direction.TopToBottom if narrow else self._above.Direction.LeftToRight
        if self._above.direction() != way:
            self._above.setDirection(way)
            self._above.setSpacing(8 if narrow else 32)

    def prefer(self, size: QSize, *, beside: bool) -> None:
        """Take so much room: in height under the rows, in width beside them. There may be less."""
        most, all_of_it = QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding
        self.setSizePolicy(most if beside else all_of_it, all_of_it if beside else most)
        if size != self._size:
            self._size = size
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def wanted(self, width: int) -> int:
        """Return the height in which all of it is seen, on a width."""
        self._column.activate()
        return self._column.heightForWidth(width)

    def measure_again(self) -> None:
        """Forget what was measured out of sight, without the window's style."""
        self._column.invalidate()

    # What is said

    def say(self, title: str, text: str) -> None:
        """Say something that is of no duty."""
        self.title.setText(title)
        self.rule.setText(text)
        self.record.hide()
        for label in (self.law, self.cost, self.usual, self.guide):
            label.clear()
        self._show()

    def describe(self, w: Words, a: Assessment, duty: Duty, theme: Theme) -> None:
        """Say of a duty what there is to be known."""
        law, costly = a.law, agenda.priced(duty)
        cost = cost_of(a, duty) if costly else None
        host = host_cost_of(a, duty) if costly else None
        self.title.setText(duty_titles.title_alone(w, a, duty))
        self.rule.setText(texts.rule_of(w, a, duty))
        self.usual.setText(" ".join(law_texts.question(w, code) for code in open_questions(a.traveller, duty)))
        articles = [*texts.articles_of(a, duty), *(costs.articles(law, duty, cost) if cost else [])]
        articles += host.articles if host else []
        self.law.setText(
            w.gettext("Where: {places}. {articles}. Certainty: {certainty}.").format(
                places=texts.places(w, duty.where),
                articles=law_texts.citations(w, law, articles),
                certainty=law_texts.certainty(w, duty.certainty),
            )
        )
        facts = [*rulings.remarks(w, law, duty), *(beside.of_cost(w, a, duty) if costly else [])]
        if cost and cost.first:
            facts.append((w.gettext("Sums"), costs.index(w, cost.likely, cost.opened.year)))
        self.cost.setText(
            "".join(
                f'<p style="margin: 0 0 3px 0"><span style="color: {theme.muted}">{escape(label)}:</span> '
                f"{escape(value)}</p>"
                for label, value in facts
            )
        )
        topic = leads.of_duty(duty)
        told = escape(guide_texts.read_more(w, bundled.guide(), topic))
        self.guide.setText(f'<a href="{topic}" style="color: {theme.within}">{told}</a>')
        self.record.setText(w.gettext("Mark as done on {day}").format(day=w.day(a.on)))
        self.record.setVisible(agenda.recordable(duty, a.on) is not None)
        self._show()

    def _show(self) -> None:
        for label in (self.title, self.usual, self.law, self.cost, self.guide):
            label.setVisible(bool(label.text()))
        self.setAccessibleName(self.title.text() or self.rule.text())
        # Who comes to it by Tab and cannot see it hears all of it
        labels = (self.rule, self.cost, self.usual, self.law)
        self.setAccessibleDescription(
            outcomes.sentences(*(plain_of(label).strip() for label in labels if label.text()))
        )
