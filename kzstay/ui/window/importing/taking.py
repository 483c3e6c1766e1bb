"""How a source is taken: added to what is there or in its place, and whose stays they are."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

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
        self.traveller.setMaximumWidth(320)
        self.label.setBuddy(self.traveller)
        self.setLayout(parts.row(self.append, self.replace, 1, self.label, self.traveller, spacing=14))
        self.append.toggled.connect(lambda _on: self.changed.emit())
        self.traveller.activated.connect(lambda _place: self.changed.emit())
        self._listed = False

    @property
    def replaces(self) -> bool:
        """Tell whether what comes takes the place of what is there."""
        return self.replace.isChecked()

    @property
    def target(self) -> Number | None:
        """Return who was chosen; None as long as nobody has."""
        return cast("Number", self.traveller.currentData()) if self._listed else None

    def show_found(self, found: Found) -> None:
        """Offer what there is to choose."""
        case, one = self._session.case, found.single
        blank = not any(_known(held) for held in case.travellers)
        for part in (self.label, self.traveller):
            part.setVisible(one is not None and not blank)
        if one is not None and not blank and not self._listed:
            self._list(one, found.into)
        same = not blank and (one is None or self.target != NEW)
        for part in (self.append, self.replace):
            part.setVisible(same)

    def _list(self, came: Traveller, into: Number | None) -> None:
        w = self._session.view.w
        for held in self._session.case.travellers:
            self.traveller.addItem(_name(held) or w.gettext("New traveller"), held.key.number)
        name = _name(came)
        new = w.gettext("Add {name}").format(name=name) if name else w.gettext("Add a new traveller")
        self.traveller.addItem(new, NEW)
        self.traveller.setCurrentIndex(max(0, self.traveller.findData(NEW if into is None else into)))
        self._listed = True


def _name(one: Traveller) -> str:
    return foreign.echo(one.name) or foreign.echo(one.native_name) or foreign.echo(one.document)


def _known(one: Traveller) -> bool:
    return one != Traveller(name="", citizenship="")
