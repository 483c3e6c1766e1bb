"""The choices of an export: document, format, languages, way of counting, day and travellers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from kzstay.core.case import Number, of_these_years
from kzstay.core.readings import Reading
from kzstay.export.formats import Format
from kzstay.guard import guarded
from kzstay.i18n import LANGUAGES, OWN_NAMES, Language
from kzstay.texts import readings
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.session import Session
from kzstay.ui.system.settings import Exported
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.day_edit import DayEdit
from kzstay.ui.window.exporting.order import DOCUMENTS, Document, Order
from kzstay.ui.window.exporting.travellers import TravellerChoice


@guarded
class Choices(QWidget):
    """What is chosen, as an ``Order``; ``changed`` with each choice."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._editing = Editing(session)
        self._everyone = self._in_order = False
        self._labels: dict[QWidget, QLabel] = {}
        self._column = parts.column(spacing=6)
        self.document = self._choice("export_document")
        self.format = self._choice("export_format")
        self.language = self._choice("export_language")
        self.second = self._choice("export_second")
        self.reading = self._choice("export_reading")
        self.day = DayEdit(session, "export_day")
        self.day.setFrame(True)
        self.echo = parts.label("muted", wrap=True)
        self._put(self.day, self.echo)
        self.travellers = TravellerChoice()
        self._column.addWidget(self.travellers, 100)  # of the room before what is left under it
        self._column.addStretch(1)
        self.setLayout(self._column)

    def _choice(self, name: str) -> parts.Choice:
        made = parts.Choice()
        made.setObjectName(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._put(made)
        return made

    def _put(self, field: QWidget, *under: QWidget) -> None:
        """Put a field under its name; the two are seen together or not at all."""
        label = parts.label("muted")
        label.setBuddy(field)
        self._labels[field] = label
        holder = QWidget()
        holder.setLayout(parts.column(label, field, *under, spacing=6, margins=(0, 0, 0, 6)))
        self._column.addWidget(holder)

    def _see_field(self, field: QWidget, seen: bool) -> None:
        holder = field.parentWidget()
        assert holder is not None
        holder.setVisible(seen)

    # What stands in them

    def fill(
        self, last: Exported, suffix: str = "", *, document: str = "", travellers: Sequence[Number] | None = None
    ) -> None:
        """List what there is, with what was chosen last.

        ``suffix`` is of a format that is wanted in any case, ``document`` names one, and ``travellers`` are those
        who are wanted, in that order.
        """
        session, w = self._session, self._session.view.w
        self._name()
        for found in DOCUMENTS:
            self.document.addItem(found.title(w), found.name)
        _choose(self.document, document or last.document)
        self._list_formats(suffix or last.format)
        self.second.addItem(w.pgettext("language", "None"), "")
        for language in LANGUAGES:
            self.language.addItem(OWN_NAMES[language], language)
            self.second.addItem(OWN_NAMES[language], language)
        self._as_window = not last.language
        _choose(self.language, last.language or w.language)
        _choose(self.second, last.second)
        as_it_is = w.gettext("As in the window: {reading}")
        self.reading.addItem(as_it_is.format(reading=readings.name(w, session.view.reading)), "")
        for reading in Reading:
            self.reading.addItem(readings.title(w, reading), reading.value)
        _choose(self.reading, last.reading)
        self.day.setText(w.numeric_day(session.view.on))
        self._say_day(*self._read_day())
        self._everyone = last.everyone
        self._in_order = travellers is not None
        self._fill_travellers(travellers)
        self._see()
        self._listen()

    def _fill_travellers(self, wanted: Sequence[Number] | None) -> None:
        """List the travellers, those who are wanted first and in their order; else who was chosen last is."""
        session, held = self._session, self._session.case.travellers
        chosen = {one.key.number for one in held} if self._everyone else {session.state.traveller}
        if wanted is not None:
            place = {key: number for number, key in enumerate(wanted)}
            held = tuple(sorted(held, key=lambda one: place.get(one.key.number, len(place))))
            chosen = set(wanted)
        self.travellers.fill(session.view.w, held, chosen)
        self.travellers.setHidden(len(held) == 1)

    def _listen(self) -> None:
        # Before anybody hears of the document: another one has not the formats of the one before
        self.document.currentIndexChanged.connect(lambda: self._list_formats(self.format.currentData()))
        for choice in (self.document, self.format, self.language, self.second, self.reading):
            choice.currentIndexChanged.connect(self._tell)
        self.day.echoed.connect(self._say_day)
        self.day.textChanged.connect(self._tell)
        self.travellers.changed.connect(self._tell)

    def _name(self) -> None:
        w = self._session.view.w
        for field, name in (
            (self.document, w.gettext("&Document")),
            (self.format, w.gettext("&Format")),
            (self.language, w.gettext("&Language")),
            (self.second, w.gettext("Se&cond language")),
            (self.reading, w.gettext("&Way of counting")),
            (self.day, w.gettext("Calculated f&or")),
        ):
            self._labels[field].setText(name)
            field.setAccessibleName(name.replace("&", ""))

    def _list_formats(self, suffix: str) -> None:
        w = self._session.view.w
        self.format.blockSignals(True)
        self.format.clear()
        for found in self.chosen_document().formats():
            # By how its files end, but for what is written otherwise than another that ends so
            key = found.suffix if self.format.findData(found.suffix) < 0 else found.module
            self.format.addItem(found.name(w), key)
            self.format.setItemData(self.format.count() - 1, found.name(w), Qt.ItemDataRole.ToolTipRole)
        _choose(self.format, suffix)
        self.format.blockSignals(False)

    def see_formats(self, seen: bool) -> None:
        """Let the format be chosen, or not where there is paper."""
        self._see_field(self.format, seen)

    def _see(self) -> None:
        several, two = len(DOCUMENTS) > 1, self.chosen_document().two_languages
        self._see_field(self.document, several)
        self._see_field(self.second, two)

    def widest(self, most: int) -> int:
        """Return how much room the longest of the choices takes; for a format no more than ``most``."""
        margins = self.contentsMargins()
        fields = (self.document, self.language, self.second, self.reading)
        needed = max(min(most, self.format.sizeHint().width()), *(field.sizeHint().width() for field in fields))
        return needed + margins.left() + margins.right()

    # What is chosen

    def chosen_document(self) -> Document:
        """Return the document that is chosen."""
        return DOCUMENTS[max(0, self.document.currentIndex())]

    def chosen_format(self) -> Format:
        """Return the format that is chosen."""
        return self.chosen_document().formats()[max(0, self.format.currentIndex())]

    def order(self) -> Order | None:
        """Return what is chosen; None where that is nobody, or the day is none."""
        day, travellers = self.day.day(), self.travellers.chosen()
        if day is None or not of_these_years(day) or not travellers:
            return None
        document, language = self.chosen_document(), cast("Language", self.language.currentData())
        second = cast("Language", self.second.currentData()) if document.two_languages else ""
        reading = self.reading.currentData()
        return Order(
            document=document,
            format=self.chosen_format(),
            language=language,
            second=second if second and second != language else None,
            reading=Reading(reading) if reading else self._session.view.reading,
            on=day,
            travellers=travellers,
            left_out=self._editing.left_out_of({traveller.key.number for traveller in travellers}),
            in_order=self._in_order,
        )

    def lacking(self) -> tuple[str, QWidget]:
        """Say what keeps it from being an order, and where that is to be mended; nothing where nothing does."""
        w, day = self._session.view.w, self.day.day()
        if day is None or not of_these_years(day):
            return w.gettext("Type the day to calculate for first."), self.day
        if not self.travellers.chosen():
            return w.gettext("Choose at least one traveller."), self.travellers.listed
        return "", self

    def chosen_now(self) -> Exported:
        """Return what is to be proposed the next time; where the only traveller is chosen, nobody left one out."""
        language = self.language.currentData()
        return Exported(
            document=self.chosen_document().name,
            format=self.format.currentData(),
            language="" if self._as_window and language == self._session.view.w.language else language,
            second=self.second.currentData(),
            reading=self.reading.currentData(),
            everyone=self._everyone if len(self._session.case.travellers) == 1 else self.travellers.all_chosen,
        )

    def _tell(self) -> None:
        self._see()
        self.changed.emit()

    def _read_day(self) -> tuple[str, bool]:
        w, day = self._session.view.w, self.day.day()
        return (w.long_day(day), False) if day else ("", False)

    def _say_day(self, text: str, wrong: bool) -> None:
        self.echo.setText(text)
        parts.mark(self.echo, "role", "error" if wrong else "muted")


def _choose(choice: QComboBox, data: str) -> None:
    choice.setCurrentIndex(max(0, choice.findData(data)))
