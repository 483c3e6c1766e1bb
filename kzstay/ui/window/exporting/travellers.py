"""The travellers whom a document is about: a list with check boxes, in which one may look for a name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QWidget,
)

from kzstay.core.case import Number, Traveller
from kzstay.guard import guarded
from kzstay.texts import Words, foreign
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.qt_names import name_clear_button

FEW = 8  # which are all seen at once


@guarded
class TravellerChoice(QWidget):
    """Some of the travellers of a case; ``changed`` with each that is chosen or left out."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._w: Words | None = None
        self._travellers: tuple[Traveller, ...] = ()
        self.heading = parts.label("muted")
        self.search = QLineEdit()
        self.search.setObjectName("export_search")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._look)
        self.every = QCheckBox()
        self.every.setObjectName("export_every")
        self.every.clicked.connect(self._check_listed)
        self.listed = QListWidget()
        self.listed.setObjectName("export_travellers")
        self.listed.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.listed.setUniformItemSizes(True)
        self.listed.setMinimumHeight(96)
        self.listed.itemChanged.connect(lambda _item: self._tell())
        self.heading.setBuddy(self.listed)
        self.setLayout(parts.column(self.heading, self.search, self.every, self.listed, spacing=6))

    def fill(self, w: Words, travellers: tuple[Traveller, ...], chosen: set[Number]) -> None:
        """List the travellers of a case, some of them chosen."""
        self._w, self._travellers = w, travellers
        self.search.setPlaceholderText(w.gettext("Look for a name"))
        self.search.setAccessibleName(w.gettext("Look for a name"))
        name_clear_button(self.search, w)
        self.listed.setAccessibleName(w.gettext("Travellers"))
        self.search.setHidden(len(travellers) <= FEW)
        self.listed.blockSignals(True)
        self.listed.clear()
        for traveller in travellers:
            self.listed.addItem(_item(w, traveller, traveller.key.number in chosen))
        self.listed.setCurrentRow(0)
        if len(travellers) <= FEW:
            self.listed.setMaximumHeight(self.listed.sizeHintForRow(0) * len(travellers) + 4)
            self.listed.setMinimumHeight(self.listed.maximumHeight())
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.listed.blockSignals(False)
        self._say()

    def chosen(self) -> tuple[Traveller, ...]:
        """Return who is chosen, in the order of the case."""
        return tuple(
            traveller
            for row, traveller in enumerate(self._travellers)
            if self.listed.item(row).checkState() == Qt.CheckState.Checked
        )

    @property
    def all_chosen(self) -> bool:
        """Tell whether nobody is left out."""
        return len(self.chosen()) == len(self._travellers)

    def _seen(self) -> list[QListWidgetItem]:
        items = (self.listed.item(row) for row in range(self.listed.count()))
        return [item for item in items if not item.isHidden()]

    def _look(self, text: str) -> None:
        sought = text.casefold().split()
        for row in range(self.listed.count()):
            item = self.listed.item(row)
            item.setHidden(not all(word in item.text().casefold() for word in sought))
        self._say()

    def _check_listed(self, _checked: bool) -> None:
        """Choose all that are listed, or none of them where all are chosen."""
        items = self._seen()
        whole = all(item.checkState() == Qt.CheckState.Checked for item in items)
        self.listed.blockSignals(True)
        for item in items:
            item.setCheckState(Qt.CheckState.Unchecked if whole else Qt.CheckState.Checked)
        self.listed.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        """Say how many are chosen, and what the check box over the list is about."""
        w = self._w
        if w is None:
            return
        seen, chosen = self._seen(), len(self.chosen())
        told = w.gettext("&Travellers: {chosen} of {count}").format(chosen=chosen, count=len(self._travellers))
        self.heading.setText(told)
        here = sum(item.checkState() == Qt.CheckState.Checked for item in seen)
        self.every.setTristate(0 < here < len(seen))
        state = Qt.CheckState.Checked if here and here == len(seen) else Qt.CheckState.Unchecked
        self.every.setCheckState(Qt.CheckState.PartiallyChecked if 0 < here < len(seen) else state)
        self.every.setEnabled(bool(seen))
        found = len(seen) < len(self._travellers)
        self.every.setText(w.gettext("&All that were found") if found else w.gettext("&All travellers"))


def _item(w: Words, traveller: Traveller, chosen: bool) -> QListWidgetItem:
    name = foreign.name(traveller.name) or w.gettext("New traveller")
    country = w.country(traveller.citizenship) if traveller.citizenship else ""
    item = QListWidgetItem(" · ".join(filter(None, (name, country))))
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
    return item
