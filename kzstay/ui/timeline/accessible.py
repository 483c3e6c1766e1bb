"""The timeline for a screen reader: a list whose items are the stays, each with its days and how it stands."""

# pyright: reportIncompatibleMethodOverride=false
# The stubs leave out that Qt takes nothing for "none here"

from __future__ import annotations

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor
from PySide6.QtWidgets import QAccessibleWidget

from kzstay.texts import answers
from kzstay.ui.timeline.widget import Timeline

# Qt holds no reference to what Python made, and would ask one that is gone
_kept: dict[int, TimelineAccess] = {}


def install() -> None:
    """Let Qt ask here for the timeline; asking twice does no harm."""
    if not _installed:
        QAccessible.installFactory(_made)
        _installed.append(True)


_installed: list[bool] = []


def _made(_key: str, what: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(what, Timeline):
        return None
    access = _kept.get(id(what))
    if access is None or access.object() is not what:
        access = _kept[id(what)] = TimelineAccess(what)
        number = id(what)
        what.destroyed.connect(lambda: _kept.pop(number, None))
    return access


class TimelineAccess(QAccessibleWidget):
    """The timeline as a list."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__(timeline, QAccessible.Role.List)
        self.timeline = timeline
        self._stays: list[StayAccess] = []

    def childCount(self) -> int:
        return len(self.timeline.session().traveller.stays)

    def child(self, index: int) -> QAccessibleInterface | None:
        while len(self._stays) <= index < self.childCount():
            self._stays.append(StayAccess(self, len(self._stays)))
        return self._stays[index] if 0 <= index < self.childCount() else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.index if isinstance(child, StayAccess) else -1


class StayAccess(QAccessibleInterface):
    """A stay as an item of the list."""

    def __init__(self, access: TimelineAccess, index: int) -> None:
        super().__init__()
        self.access = access
        self.index = index

    def isValid(self) -> bool:
        return self.index < self.access.childCount()

    def object(self) -> QObject | None:
        return None

    def parent(self) -> QAccessibleInterface:
        return self.access

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.selectable = True
        state.selected = self.access.timeline.session().selection == self.index
        return state

    def text(self, kind: QAccessible.Text) -> str:
        session = self.access.timeline.session()
        if not self.isValid() or kind not in (QAccessible.Text.Name, QAccessible.Text.Description):
            return ""
        stay = session.assessment.stays[self.index]
        if kind == QAccessible.Text.Name:
            return answers.stay_label(session.w, stay)
        return answers.stay_status(session.w, session.assessment, stay)

    def rect(self) -> QRect:
        timeline = self.access.timeline
        place = timeline.rect_of(self.index).toAlignedRect()
        return QRect(timeline.mapToGlobal(place.topLeft()), place.size())

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Leave it: a stay is changed by keys and in the table."""

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()
