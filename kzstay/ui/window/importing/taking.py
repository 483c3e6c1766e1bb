"""How a source is taken: added to what is there or in its place, and whose stays they are."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QRadioButton, QWidget

from kzstay.core.case import Number, Traveller
from kzstay.guard import guarded
from kzstay.texts import foreign
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import parts
from kzstay.ui.window.importing.source import Found

NEW = Number(0)  # instead of the key of a traveller


@guarded
class Taking(QWidget):
    """The choice; ``changed`` with each."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        w = session.view.w
        self.append = QRadioButton(w.gettext("A&dd to what is there"))
        self.append.setObjectName("import_append")
        self.append.setChecked(True)
        self.replace = QRadioButton(w.gettext("Re&place what is there"))
        self.replace.setObjectName("import_replace")
        self.replace.setToolTip(
            w.gettext("The stays and permits of these travellers go where the source has others. Others stay.")
        )
        group = QButtonGroup(self)
        group.addButton(self.append)
        group.addButton(self.replace)
        self.label = parts.label("muted")
        self.label.setText(w.gettext("&Traveller"))
        self.traveller = parts.Choice()
        self.traveller.setObjectName("import_traveller")
        self.traveller.setAccessibleName(w.gettext("Traveller"))
        self.traveller.setSizeAdjustPolicy(parts.Choice.SizeAdjustPolicy.AdjustToContents)
        self.traveller.setMinimumContentsLength(8)
        self.traveller.currentTextChanged.connect(self.traveller.setToolTip)
        self.label.setBuddy(self.traveller)
        self._whose = QWidget()
        self._whose.setLayout(parts.row(self.label, self.traveller, spacing=10))
        self._how = QWidget()
        self._how.setLayout(parts.row(self.append, self.replace, 1, spacing=14))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        self._line.addWidget(self._how, 1)
        self._line.addWidget(self._whose)
        self.setLayout(self._line)
        self.append.toggled.connect(lambda _on: self.changed.emit())
        self.traveller.activated.connect(lambda _place: self._choose())
        self._chosen = False  # by the person
        self.offers = False  # anything to choose

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Stand on two lines where one has no room for all of it."""
        needed = sum(part.sizeHint().width() for part in (self._how, self._whose) if not part.isHidden()) + 8
        one = needed <= self.width()
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if one else QBoxLayout.Direction.TopToBottom)
        self._line.setAlignment(self._whose, Qt.AlignmentFlag.AlignRight if one else Qt.AlignmentFlag.AlignLeft)

    @property
    def replaces(self) -> bool:
        """Tell whether what comes takes the place of what is there."""
        return self.replace.isChecked()

    @property
    def target(self) -> Number | None:
        """Return who was chosen; None as long as nobody was."""
        return cast("Number", self.traveller.currentData()) if self._chosen else None

    def _choose(self) -> None:
        self._chosen = True
        self.changed.emit()

    def show_found(self, found: Found) -> None:
        """Offer what there is to choose."""
        case, one = self._session.case, found.single
        blank = not any(_known(held) for held in case.travellers)
        self._whose.setVisible(one is not None and not blank)
        if one is not None and not blank and not self._chosen:
            self._list(one, found.into)
        same = not blank and (one is None or found.into is not None)
        self._how.setVisible(same)
        self.offers = not self._how.isHidden() or not self._whose.isHidden()
        self._fit()

    def _list(self, came: Traveller, into: Number | None) -> None:
        w = self._session.view.w
        self.traveller.clear()
        for held in self._session.case.travellers:
            self.traveller.addItem(_name(held) or w.gettext("New traveller"), held.key.number)
        name = _name(came)
        new = w.gettext("Add {name}").format(name=name) if name else w.gettext("Add a new traveller")
        self.traveller.addItem(new, NEW)
        self.traveller.setCurrentIndex(max(0, self.traveller.findData(NEW if into is None else into)))


def _name(one: Traveller) -> str:
    return foreign.echo(one.name) or foreign.echo(one.native_name) or foreign.echo(one.document)


def _known(one: Traveller) -> bool:
    return one != Traveller(name="", citizenship="")
