"""The view: the day of reckoning, the way of counting and the language that a case is looked at with."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from kzstay.core.case import nearest_of_these_years
from kzstay.core.readings import Reading
from kzstay.guard import guarded
from kzstay.i18n import Language
from kzstay.texts import Words
from kzstay.texts.words import MONDAY, DateForm, words


@guarded
class View(QObject):
    """How a case is looked at.

    Signals: ``changed`` after another day, reading or language; ``retranslated`` before that for another language
    or form of days, when what is said anew by itself says it; ``leaving`` before that, while what is being typed
    can still be taken over in the one that it was typed in.
    """

    changed = Signal()
    retranslated = Signal()
    leaving = Signal()

    def __init__(
        self,
        today: date,
        language: Language,
        reading: Reading = Reading.SAFE,
        dates: DateForm = "language",
        week_start: int = MONDAY,
    ) -> None:
        super().__init__()
        self.on = self.today = nearest_of_these_years(today)
        self.w: Words = words(language, dates, week_start)
        self.reading = reading

    def day_changed(self, today: date) -> None:
        """Go on to another day where the window was left open over midnight."""
        if today != self.today:
            follows, self.today = self.on == self.today, today
            if follows:
                self.set_day(today)

    def set_day(self, day: date) -> None:
        """Reckon on another day."""
        self.on = nearest_of_these_years(day)
        self.changed.emit()

    def set_reading(self, reading: Reading) -> None:
        """Count in another way."""
        self.reading = reading
        self.changed.emit()

    def set_language(self, language: Language) -> None:
        """Speak another language."""
        self._speak(words(language, self.w.dates, self.w.week_start))

    def set_dates(self, dates: DateForm) -> None:
        """Write days in another form, which is said anew as another language is."""
        self._speak(words(self.w.language, dates, self.w.week_start))

    def set_week_start(self, week_start: int) -> None:
        """Begin weeks with another day."""
        self._speak(words(self.w.language, self.w.dates, week_start))

    def _speak(self, w: Words) -> None:
        self.leaving.emit()
        self.w = w
        self.retranslated.emit()
        self.changed.emit()
