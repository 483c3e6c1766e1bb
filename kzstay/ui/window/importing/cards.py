"""The questions of an import, a card each: what is the matter, and answers to choose or a field to type one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from kzstay.guard import guarded
from kzstay.imports.result import Question
from kzstay.texts import countries, imports
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.announce import describe, say_reason
from kzstay.ui.widgets.country_choice import CountryChoice
from kzstay.ui.widgets.day_edit import DayEdit
from kzstay.ui.window.importing.rows import WHOLE_CODES

MOST = 24  # cards at once
LEAST = 230  # pixels of their width
TYPED = ("blank-name",)  # what is no day and no state
ORDERS = ("dmy", "mdy", "ymd")


@guarded
class AnswerText(QLabel):
    """The words of an answer, which take as many lines as they need; a click on them chooses it."""

    def __init__(self, text: str, radio: QRadioButton) -> None:
        super().__init__(text)
        self._radio = radio
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(0, 3, 0, 3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._radio.setFocus(Qt.FocusReason.MouseFocusReason)
        self._radio.click()


@guarded
class Card(QFrame):
    """One question; ``answered`` with its id and what was said, empty where it is left open again."""

    answered = Signal(str, str)

    def __init__(self, session: Session, question: Question, answer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("question")
        self._session = session
        self._w = session.view.w
        self.question = question
        self.answer = answer
        w = self._w
        self.where = parts.label("muted")
        self.where.setText(imports.row(w, question.at))
        self.where.setVisible(bool(imports.row(w, question.at)))
        self.sentence = parts.label(wrap=True)
        self.sentence.setText(w.unbroken(imports.question(w, question)))
        self.echo = parts.label("muted", wrap=True)
        self.echo.hide()
        self.radios: list[QRadioButton] = []
        self._own = parts.column(self.where, self.sentence, spacing=6, margins=(14, 12, 14, 12))
        self.setLayout(self._own)
        self.field: QWidget
        if question.values:
            self._offer_values()
        elif question.code == "citizenship":
            self._offer_countries()
        elif question.code in TYPED:
            self._offer_line()
        else:
            self._offer_day()
        self._own.addWidget(self.echo)
        self.setAccessibleName(self.sentence.text())
        self._mark()

    def _mark(self) -> None:
        parts.mark(self, "answered", bool(self.answer))

    def take(self, answer: str) -> None:
        """Answer, or leave open with an empty answer."""
        if answer != self.answer:
            self.answer = answer
            self._mark()
            self.answered.emit(self.question.id, answer)

    def begin(self) -> None:
        """Let the keyboard be here."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # Answers to choose from

    def _offer_values(self) -> None:
        w, question = self._w, self.question
        group = QButtonGroup(self)
        self._answers = parts.column(spacing=0)
        self._own.addLayout(self._answers)
        for value in (*question.values, ""):
            text = imports.choice(w, question, value) if value else w.gettext("Leave it open")
            radio = QRadioButton()
            radio.setObjectName(f"answer_{value or 'open'}")
            radio.setAccessibleName(text)
            radio.setAccessibleDescription(self.sentence.text())
            group.addButton(radio)
            radio.setChecked(value == self.answer)
            radio.toggled.connect(lambda on, value=value: self._choose(value) if on else None)
            line = parts.row(radio, spacing=2)
            line.setAlignment(radio, Qt.AlignmentFlag.AlignTop)
            line.addWidget(AnswerText(w.unbroken(text), radio), 1)
            self._answers.addLayout(line)
            self.radios.append(radio)
        if group.checkedButton() is None:
            self.radios[-1].setChecked(True)
        self._let_tab_in()

    def _choose(self, value: str) -> None:
        self._let_tab_in()
        self.take(value)

    def _let_tab_in(self) -> None:
        """Let Tab go to the chosen answer; from there arrows go to the others, as in any such list."""
        for radio in self.radios:
            chosen = radio.isChecked()
            radio.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
            if chosen:
                self.field = radio

    # Answers to type

    def _offer_countries(self) -> None:
        choice = CountryChoice()
        choice.setObjectName("answer_country")
        choice.setSizeAdjustPolicy(CountryChoice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(12)
        choice.list_countries(self._w)
        choice.show_country(self.answer, None)
        choice.setAccessibleName(self.sentence.text())
        choice.taken.connect(lambda: self._take_country(choice))
        self._own.addWidget(choice)
        self.field = choice

    def _take_country(self, choice: CountryChoice) -> None:
        text = choice.currentText().strip()
        code = countries.meant(self._w, text) if text else ""
        if code is None:
            self._refuse(countries.not_meant(self._w, text))
            return
        self._say("")
        choice.show_country(code, None)
        self.take(code)

    def _offer_line(self) -> None:
        line = QLineEdit(self.answer)
        line.setObjectName("answer_text")
        line.setAccessibleName(self.sentence.text())
        line.setPlaceholderText(self._w.gettext("Empty: it stays open"))
        line.editingFinished.connect(lambda: self.take(line.text().strip()))
        self._own.addWidget(line)
        self.field = line

    def _offer_day(self) -> None:
        edit = DayEdit(self._session, "answer")
        edit.setFrame(True)
        edit.setObjectName("answer_day")
        edit.setAccessibleName(self.sentence.text())
        edit.setPlaceholderText(self._w.gettext("Empty: it stays open"))
        if self.answer:
            edit.setText(self._w.numeric_day(date.fromisoformat(self.answer)))
        edit.echoed.connect(lambda text, wrong: self._say(text if edit.text().strip() else "", wrong=wrong))
        edit.editingFinished.connect(lambda: self._take_day(edit))
        self._own.addWidget(edit)
        self.field = edit

    def _take_day(self, edit: DayEdit) -> None:
        day = edit.day()
        if not edit.text().strip():
            self._say("")
            self.take("")
        elif day is not None and (why := self._outside(day)):
            self._refuse(why)
            parts.mark(edit, "wrong", True)
        elif day is not None:
            self.take(day.isoformat())

    def _outside(self, day: date) -> str:
        """Say why a day cannot be the one that is asked for; empty where it may be."""
        w = self._w
        first, last = _bounds(self.question, self._session.view.today)
        if (first and day < first) or (last and day > last):
            if first and last:
                text = w.gettext("It lies between {first} and {last}.")
                return text.format(first=w.day(first), last=w.day(last))
            text = w.gettext("It is not before {day}.") if first else w.gettext("It is not after {day}.")
            return text.format(day=w.day(first or last or day))
        return ""

    def _refuse(self, why: str) -> None:
        """Say why an answer cannot be taken, also to who does not see it."""
        self._say(why, wrong=True)
        say_reason(self.field)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.echo.setText(text)
        describe(self.field, text, wrong=wrong)
        self.echo.setVisible(bool(text))
        parts.mark(self.echo, "role", "error" if wrong else "muted")


def _bounds(question: Question, today: date) -> tuple[date | None, date | None]:
    """Return between which days the one lies that is asked for; None where it is open on that side."""
    days = question.days
    if not days:
        return None, None
    if question.code == "last-seen":
        return days[-1], today
    if question.code == "first-day" or (question.code == "missing-entry" and len(days) == 1):
        return None, days[0]
    return days[0], days[-1] if len(days) > 1 else None


@guarded
class Cards(QScrollArea):
    """All questions; ``answered`` with each answer. A card that is answered stays where it is."""

    answered = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("import_questions")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cards: dict[str, Card] = {}
        self.heading = parts.label("heading", wrap=True)
        self.more = parts.label("muted", wrap=True, name="import_more")
        self.body = QWidget()
        self.body.setObjectName("import_cards")
        self._column = parts.column(self.heading, spacing=10, margins=(2, 2, 10, 2))
        self._column.addWidget(self.more)
        self._column.addStretch(1)
        self.body.setLayout(self._column)
        self.setWidget(self.body)

    @property
    def empty(self) -> bool:
        """Tell whether nothing was asked."""
        return not self.cards

    def show_questions(self, questions: tuple[Question, ...]) -> None:
        """Show what is open, beside what was answered."""
        w = self._session.view.w
        still = {question.id for question in questions}
        for name, card in list(self.cards.items()):
            if name not in still and not card.answer:
                self._drop(name)
        shown = [question for question in questions if question.id not in self.cards]
        room = MOST - sum(not card.answer for card in self.cards.values())
        for question in shown[: max(0, room)]:
            self._add(question)
        hidden = len(shown) - max(0, room)
        self.more.setVisible(hidden > 0)
        if hidden > 0:
            text = w.ngettext("{n} more question follows.", "{n} more questions follow.", hidden)
            self.more.setText(text.format(n=w.number(hidden)))
        number = len(questions)
        open_now = w.ngettext("{n} question", "{n} questions", number).format(n=w.number(number))
        self.heading.setText(open_now if number else w.gettext("Nothing is open any more"))
        # No word of a question is cut, however large: it scrolls up and down alone
        beside = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(max(LEAST, self.body.minimumSizeHint().width() + beside))

    def forget_rows(self) -> list[str]:
        """Forget the questions about single rows, as these are others now; return which they were."""
        asked = ((name, card.question) for name, card in self.cards.items())
        gone = [name for name, one in asked if one.at.line and one.code not in WHOLE_CODES]
        for name in gone:
            self._drop(name)
        return gone

    def go_to(self, name: str) -> None:
        """Show a question, and let the keyboard be there."""
        card = self.cards.get(name)
        if card is not None:
            self.ensureWidgetVisible(card)
            card.begin()

    def _add(self, question: Question) -> None:
        card = Card(self._session, question, "")
        card.answered.connect(self.answered)
        self.cards[question.id] = card
        self._column.insertWidget(self._column.count() - 2, card)

    def _drop(self, name: str) -> None:
        card = self.cards.pop(name)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
