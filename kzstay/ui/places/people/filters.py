"""What is looked for: a field to type in, and a chip for each group of travellers with how many they are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from kzstay.core.register import GROUPS, Group
from kzstay.drawing.colours import LIGHT, Theme
from kzstay.guard import guarded
from kzstay.texts import Words
from kzstay.texts import register as texts
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.flow import Flow
from kzstay.ui.widgets.qt_names import name_clear_button
from kzstay.ui.widgets.theme import icon, scaled

FIELD = 290  # pixels
TONES: dict[Group, str] = {
    "overstay": "over",
    "ending": "close",
    "notice": "close",
    "registration": "close",
    "barred": "over",
    "outside": "planned",
}  # as the style sheet knows them


@guarded
class SearchField(QLineEdit):
    """A field that Esc empties; ``left`` when the arrow goes on to what was found."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("people_search")
        self.setClearButtonEnabled(True)
        # Made here: of one that the field makes, the binding forgets after a while that it is still there
        self._sign = QAction(icon("search", LIGHT.muted, 16), "", self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)

    def name(self, w: Words) -> None:
        """Name the field and the signs in it."""
        self.setPlaceholderText(w.gettext("Name, country, document or note"))
        self.setAccessibleName(w.gettext("Search: name, country, document, host or note"))
        self._sign.setText(self.accessibleName())
        name_clear_button(self, w)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._sign.setIcon(icon("search", theme.muted, 16))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(event.key() == Qt.Key.Key_Escape and bool(self.text()))
            if event.isAccepted():
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


@guarded
class Filters(QWidget):
    """``changed`` when something else is looked for.

    Of several chips each shows its own; with none all are shown. A group to which nobody belongs has no chip,
    unless it is the one that is looked for, or the keyboard is there. ``others`` stand after them.
    """

    changed = Signal()

    def __init__(self, *others: QWidget) -> None:
        super().__init__()
        self.field = SearchField()
        self.field.setFixedWidth(scaled(FIELD))
        self.every = parts.button("people_every", self._show_groups)
        self.chips: dict[Group, parts.Button] = {
            group: parts.button(f"people_{group}", self._choose) for group in GROUPS
        }
        for chip in (self.every, *self.chips.values()):
            chip.setCheckable(True)
            chip.setProperty("filter", True)
        for group, chip in self.chips.items():
            chip.setProperty("tone", TONES[group])
            chip.hide()
        self.every.setChecked(True)
        self.setLayout(Flow(self.field, self.every, *self.chips.values(), *others))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.field.textChanged.connect(lambda _text: self.changed.emit())

    @property
    def typed(self) -> str:
        """Return what is typed."""
        return self.field.text()

    @property
    def groups(self) -> frozenset[Group]:
        """Return the groups that are chosen."""
        return frozenset(group for group, chip in self.chips.items() if chip.isChecked())

    def show_every(self) -> None:
        """Show all, whoever was looked for before."""
        self.field.clear()
        self._show_groups()

    def _show_groups(self) -> None:
        """Show those of every group."""
        for chip in self.chips.values():
            chip.setChecked(False)
        self._choose()

    def _choose(self) -> None:
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        self.every.setChecked(not self.groups)

    def tell(self, w: Words, every: int, counts: dict[Group, int], ending_days: int) -> None:
        """Say how many there are of each."""
        self.every.setText(w.gettext("All · {n}").format(n=w.number(every)))
        for group, number in counts.items():
            chip = self.chips[group]
            chip.setText(
                w.gettext("{group} · {n}").format(group=texts.group(w, group, ending_days), n=w.number(number))
            )
            chip.setToolTip(texts.group_hint(w, group))
            chip.setAccessibleDescription(texts.group_hint(w, group))
            chip.setVisible(bool(number) or chip.isChecked() or chip.hasFocus())
        self.field.name(w)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.field.set_theme(theme)
