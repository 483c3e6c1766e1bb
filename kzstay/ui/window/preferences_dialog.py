"""The dialog of the preferences: what is chosen there is so at once, and is taken back by choosing again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, get_args

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLineEdit, QScrollArea, QSizePolicy, QWidget

from kzstay.core.case import HostKind
from kzstay.core.readings import Reading
from kzstay.guard import guarded
from kzstay.i18n import LANGUAGES, OWN_NAMES
from kzstay.texts import Words, answers, readings
from kzstay.texts.words import DateForm, words
from kzstay.ui.system.settings import LEAST_TEXT, MOST_TEXT
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.fitted_dialog import FRAME
from kzstay.ui.widgets.letters import Dialog
from kzstay.ui.widgets.theme import scaled
from kzstay.ui.window.preferences import LOOKS, Preferences

SIZES = (LEAST_TEXT, 100, 110, 125, 150, 175, MOST_TEXT)  # percent
WEEK_STARTS = (0, 5, 6)  # Monday, Saturday, Sunday: with no other day a calendar begins anywhere
A_MONDAY = date(2024, 1, 1)
MARGIN = 20  # pixels
BESIDE = 52  # pixels of a field that are no words
LEAST = QSize(360, 240)
HOSTS = ("", *get_args(HostKind))

Choices = list[tuple[str, Any]]


@guarded
class PreferencesDialog(Dialog):
    """Every choice with its name before it."""

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("preferences")
        self._fields: dict[str, QWidget] = {}
        self._labels = {name: parts.label() for name in (*_NAMES, "host_name")}
        self._taken: dict[str, Callable[[Any], object]] = {
            "language": preferences.set_language,
            "report": preferences.set_report_language,
            "appearance": preferences.set_appearance,
            "text_size": preferences.set_text_size,
            "dates": preferences.set_dates,
            "week_start": preferences.set_week_start,
            "reading": lambda value: preferences.set_reading(Reading(value)),
            "host": self._take_host,
        }
        self.host_name = QLineEdit()
        self.restore = parts.button("preferences_restore", preferences.restore_defaults)
        self.shut = parts.button("preferences_close", self.accept)
        self._lay_out()
        self.host_name.editingFinished.connect(lambda: self._take_host(self.choice("host").currentData()))
        self._growing = QTimer(self, singleShot=True, interval=0)  # the parts have their letters by then
        self._growing.timeout.connect(self._grow)
        self._fill()
        preferences.changed.connect(self._fill)
        preferences.dressed.connect(self._fill)
        self._grow()

    def choice(self, name: str) -> QComboBox:
        """Return the field of a choice."""
        found = self._fields[name]
        assert isinstance(found, QComboBox)
        return found

    def _lay_out(self) -> None:
        # A name stands beside its field, or above it where there is no room for both
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for name in _NAMES:
            box = parts.Choice()
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.activated.connect(lambda _index, name=name: self._take(name))
            self._fields[name] = box
        self._fields["host_name"] = self.host_name
        for name, field in self._fields.items():
            field.setObjectName(f"preferences_{name}")
            label = self._labels[name]
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)  # level with its field
            label.setBuddy(field)
            label.setTextFormat(Qt.TextFormat.AutoText)  # its letter is underlined
            form.addRow(label, field)
        self._page = QWidget()
        self._page.setObjectName("preferences_page")
        self._page.setLayout(parts.column(form, 1, margins=(MARGIN, 16, MARGIN, 12)))
        self._scroll = QScrollArea()
        self._scroll.setObjectName("preferences_scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is reached by Tab comes into sight
        self._scroll.setWidget(self._page)
        self.restore.setAutoDefault(False)
        self.shut.setDefault(True)
        below = parts.row(self.restore, 1, self.shut, margins=(MARGIN, 8, MARGIN, 16))
        self.setLayout(parts.column(self._scroll, below, spacing=0))
        self.setMinimumSize(LEAST)
        order = [*self._fields.values(), self.restore, self.shut]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        order[0].setFocus()

    def sizeHint(self) -> QSize:
        """Ask for room for every choice, its name beside it."""
        fields = list(self._fields.values())
        wide = max(label.sizeHint().width() for label in self._labels.values()) + 16
        wide += max(field.minimumWidth() for field in fields) + 2 * MARGIN
        wide += self._scroll.verticalScrollBar().sizeHint().width()
        tall = sum(field.sizeHint().height() + 8 for field in fields) + self.shut.sizeHint().height() + 52
        return QSize(max(scaled(520), wide), tall)

    def _grow(self) -> None:
        """Have room for all of it, as far as the screen has, also once words or letters are longer."""
        screen = self.screen().availableGeometry()
        self.resize(self.size().expandedTo(self.sizeHint()).boundedTo(screen.size() - FRAME))
        if self.isVisible():
            around = self.frameGeometry()
            beyond = around.bottomRight() - screen.bottomRight()
            self.move(self.pos() - QPoint(max(0, beyond.x()), max(0, beyond.y())))

    # What is chosen

    def _take(self, name: str) -> None:
        self._taken[name](self.choice(name).currentData())

    def _take_host(self, kind: HostKind) -> None:
        name, settings = self.host_name.text().strip(), self._preferences.settings
        if (kind, name) != (settings.host, settings.host_name):
            self._preferences.set_host(kind, name)

    def _chosen(self) -> dict[str, Any]:
        settings = self._preferences.settings
        return {
            "language": settings.language,
            "report": settings.exported.language,
            "appearance": settings.appearance,
            "text_size": settings.text_size,
            "dates": settings.dates,
            "week_start": settings.week_start,
            "reading": settings.reading.value,
            "host": settings.host,
        }

    def _fill(self, _what: object = None) -> None:
        """Say everything in the language that is spoken now, with what is chosen now."""
        w, chosen = self._preferences.view.w, self._chosen()
        self.setWindowTitle(w.gettext("Preferences"))
        self.restore.setText(w.gettext("&Restore defaults"))
        self.shut.setText(w.gettext("Close"))
        for name, text in (_NAMES | {"host_name": lambda w: w.gettext("&Name of the host")}).items():
            self._labels[name].setText(text(w))
            self._fields[name].setAccessibleName(text(w).replace("&", ""))
        for name, value in chosen.items():
            box = self.choice(name)
            listed = _choices(w, name, self._preferences.view.today)
            if name == "text_size" and value not in SIZES:  # written into the file by hand
                listed = sorted([*listed, (_percent(w, value), value)], key=lambda one: one[1])
            box.clear()
            for text, data in listed:
                box.addItem(text, data)
            box.setCurrentIndex(max(0, box.findData(value)))
            # As its longest words are in this language and size
            longest = max(box.fontMetrics().horizontalAdvance(text) for text, _data in listed)
            box.setMinimumWidth(longest + scaled(BESIDE))
        if not self.host_name.hasFocus():
            self.host_name.setText(self._preferences.settings.host_name)
        self.host_name.setEnabled(bool(chosen["host"]))
        self._growing.start()


_NAMES: dict[str, Callable[[Words], str]] = {
    "language": lambda w: w.gettext("&Language"),
    "report": lambda w: w.gettext("Language of re&ports"),
    "appearance": lambda w: w.gettext("&Appearance"),
    "text_size": lambda w: w.gettext("&Size of text"),
    "dates": lambda w: w.gettext("&Dates"),
    "week_start": lambda w: w.gettext("First day of the &week"),
    "reading": lambda w: w.gettext("Way of &counting"),
    "host": lambda w: w.gettext("&Host of new travellers"),
}


def _choices(w: Words, name: str, today: date) -> Choices:
    """List what can be chosen, each with its words."""
    return {
        "language": lambda: [(OWN_NAMES[one], one) for one in LANGUAGES],
        "report": lambda: [
            (w.gettext("As in the window"), ""),
            *((OWN_NAMES[one], one) for one in LANGUAGES),
        ],
        "appearance": lambda: [(text(w), look) for look, text in LOOKS.items()],
        "text_size": lambda: [(_percent(w, one), one) for one in SIZES],
        "dates": lambda: [(_dates(w, form, today), form) for form in get_args(DateForm)],
        "week_start": lambda: [(w.weekday(A_MONDAY + timedelta(one)), one) for one in WEEK_STARTS],
        "reading": lambda: [(readings.title(w, one), one.value) for one in Reading],
        "host": lambda: [(answers.host(w, kind), kind) for kind in HOSTS],
    }[name]()


def _percent(w: Words, size: int) -> str:
    return w.gettext("{number} %").format(number=size)


def _dates(w: Words, form: DateForm, today: date) -> str:
    """Show a form of days by that of today."""
    written = words(w.language, form).day(today)
    return w.gettext("As in the language: {day}").format(day=written) if form == "language" else written
