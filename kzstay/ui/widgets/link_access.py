"""The links of a label for a screen reader: children of the label, each with its words and a way to follow it."""

# pyright: reportIncompatibleMethodOverride=false
# The stubs leave out that Qt takes nothing for "none here"

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QColor
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

from kzstay.guard import guarded
from kzstay.ui.widgets import abilities
from kzstay.ui.widgets.announce import plain_of
from kzstay.ui.widgets.link_label import Link, LinkLabel

PRESS = "Press"  # as Qt calls what a click does
# Qt holds no reference to what Python made, and would ask one that is gone
_kept: dict[int, list[QAccessibleInterface]] = {}


def made(what: QObject | None) -> QAccessibleInterface | None:
    """Return what tells of a label with links; None of anything else."""
    if not isinstance(what, LinkLabel):
        return None
    return keep(what, LabelAccess(what))


def keep(what: QObject, access: QAccessibleInterface) -> QAccessibleInterface:
    """Hold what tells of a part as long as the part is there, and return it."""
    # Asked again, Qt takes a part for another object, as a slot that is added to it makes it one: it would end
    # what it was given once more, and with one for both it would end that twice
    number = id(what)
    if number not in _kept:
        what.destroyed.connect(lambda: _kept.pop(number, None))
    _kept.setdefault(number, []).append(access)
    return access


@guarded
class LabelAccess(QAccessibleWidget):
    """A label with its links in it."""

    def __init__(self, label: LinkLabel) -> None:
        super().__init__(label, QAccessible.Role.StaticText)
        self.label = label
        self._items: dict[int, LinkAccess] = {}

    def links(self) -> list[Link]:
        """Return the links as they are now; none where the label is gone."""
        return self.label.links() if isValid(self.label) else []

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name and isValid(self.label):
            return plain_of(self.label)
        return super().text(kind)

    def childCount(self) -> int:
        return len(self.links())

    def child(self, index: int) -> QAccessibleInterface | None:
        if not 0 <= index < self.childCount():
            return None
        if index not in self._items:
            self._items[index] = LinkAccess(self, index)
        return self._items[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.place if isinstance(child, LinkAccess) else -1

    def focusChild(self) -> QAccessibleInterface | None:
        return self.child(self.label.place) if isValid(self.label) else None


@guarded
class LinkAccess(QAccessibleInterface, QAccessibleActionInterface):
    """The link in a place of a label."""

    def __init__(self, access: LabelAccess, place: int) -> None:
        QAccessibleInterface.__init__(self)
        QAccessibleActionInterface.__init__(self)
        self.access = access
        self.place = place

    def isValid(self) -> bool:
        return self.place < self.access.childCount()

    def object(self) -> QObject | None:
        return None

    def parent(self) -> QAccessibleInterface:
        return self.access

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Link

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = state.invisible = True
            return state
        state.focusable = state.linked = True
        state.focused = self.access.label.place == self.place
        state.invisible = not self.access.label.isVisible()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        if kind == QAccessible.Text.Name:
            return self.access.links()[self.place].text
        return self.access.label.accessibleDescription() if kind == QAccessible.Text.Description else ""

    def rect(self) -> QRect:
        return self.access.rect() if self.isValid() else QRect()

    # What one can do with it

    def interface_cast(self, kind: QAccessible.InterfaceType) -> abilities.VoidPtr:
        return abilities.second(self) if kind == QAccessible.InterfaceType.ActionInterface else abilities.NONE

    def actionNames(self) -> list[str]:
        return [PRESS]

    def doAction(self, name: str) -> None:
        if name == PRESS and self.isValid():
            self.access.label.setFocus(Qt.FocusReason.OtherFocusReason)
            self.access.label.linkActivated.emit(self.access.links()[self.place].target)

    def keyBindingsForAction(self, _name: str) -> list[str]:
        return []

    # What it has not

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Leave it: the words are the label's."""

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()
