"""The timeline for a screen reader: a list whose items are the stays, each with its days and how it stands."""

# pyright: reportIncompatibleMethodOverride=false
# The stubs leave out that Qt takes nothing for "none here"

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

from kzstay.core.case import Number, Stay, place_of
from kzstay.guard import guarded
from kzstay.texts import answers
from kzstay.ui.timeline.widget import Timeline

# Qt holds no reference to what Python made, and would ask one that is gone
_kept: dict[int, list[TimelineAccess]] = {}


def install(asked_before: Timeline | None = None) -> None:
    """Let Qt ask here for the timeline; asking twice does no harm.

    A timeline that a screen reader may have asked for before is told anew.
    """
    if not _installed:
        QAccessible.installFactory(_made)
        _installed.append(True)
    if asked_before is not None and QAccessible.isActive():
        known = QAccessible.queryAccessibleInterface(asked_before)
        if known is not None and known.role() != QAccessible.Role.List:
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))


_installed: list[bool] = []


def _made(_key: str, what: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(what, Timeline):
        return None
    # Asked again, Qt takes the timeline for another object, as a slot that is added to it makes it one:
    # it would end what it was given once more, and with one for both it would end that twice
    access = TimelineAccess(what)
    if id(what) not in _kept:
        number = id(what)
        what.destroyed.connect(lambda: _kept.pop(number, None))
    _kept.setdefault(id(what), []).append(access)
    return access


@guarded
class TimelineAccess(QAccessibleWidget):
    """The timeline as a list of stays, and after them what lies over it, such as the invitation to begin."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__(timeline, QAccessible.Role.List)
        self.timeline = timeline
        self._items: dict[Number, StayAccess] = {}

    def stays(self) -> tuple[Stay, ...]:
        """Return the stays as they are now; none where the timeline is gone."""
        return self.timeline.session().assessment.traveller.stays if isValid(self.timeline) else ()

    def childCount(self) -> int:
        return len(self.stays()) + len(self._over())

    def child(self, index: int) -> QAccessibleInterface | None:
        stays, over = self.stays(), self._over()
        count = len(stays)
        if not 0 <= index < count + len(over):
            return None
        if index >= count:
            return QAccessible.queryAccessibleInterface(over[index - count])
        key = stays[index].key.number
        if key not in self._items:
            self._items[key] = StayAccess(self, key)
        return self._items[key]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if isinstance(child, StayAccess):
            place = child.place()
            return -1 if place is None else place
        over, what = self._over(), child.object()
        return len(self.stays()) + over.index(what) if what in over else -1

    def _over(self) -> list[QObject]:
        """List the parts that can be seen over the timeline."""
        if not isValid(self.timeline):
            return []
        only = Qt.FindChildOption.FindDirectChildrenOnly
        return [part for part in self.timeline.findChildren(QWidget, options=only) if not part.isHidden()]


@guarded
class StayAccess(QAccessibleInterface):
    """The stay that has a key as an item of the list; one that is gone has nothing to say and is nowhere."""

    def __init__(self, access: TimelineAccess, key: Number) -> None:
        super().__init__()
        self.access = access
        self.key = key

    def place(self) -> int | None:
        """Return which stay of the list it is now; None where it is gone."""
        return place_of(self.access.stays(), self.key)

    def isValid(self) -> bool:
        return self.place() is not None

    def object(self) -> QObject | None:
        return None

    def parent(self) -> QAccessibleInterface:
        return self.access

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state, rect = QAccessible.State(), self._rect()
        if rect is None:
            state.invalid = state.invisible = True
            return state
        state.selectable = True
        state.selected = self.access.timeline.session().state.selection == self.key
        state.offscreen = not rect.intersects(self.access.timeline.rect())
        return state

    def text(self, kind: QAccessible.Text) -> str:
        place = self.place()
        if place is None:
            return ""
        session = self.access.timeline.session()
        assessment = session.assessment
        stay = assessment.stay(place)
        if kind == QAccessible.Text.Name:
            return answers.stay_label(session.view.w, stay)
        if kind == QAccessible.Text.Description:
            return answers.stay_status(session.view.w, assessment, stay)
        return ""

    def rect(self) -> QRect:
        rect = self._rect()
        return QRect() if rect is None else self.access.timeline.on_screen(rect)

    def _rect(self) -> QRect | None:
        """Return where the bar is in the timeline; None where there is none."""
        place = self.place()
        return None if place is None else self.access.timeline.rect_of(place).toAlignedRect()

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
