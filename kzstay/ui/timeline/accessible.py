"""The timeline for a screen reader: a list whose items are the stays, each with its days and how it stands.

Where the keyboard is in the list, the chosen stay has the focus, as the items of any list have: readers say that
which know no announcements.
"""

# pyright: reportIncompatibleMethodOverride=false
# The stubs leave out that Qt takes nothing for "none here"

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleValueInterface,
    QColor,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

from kzstay.core.case import Number, Stay, place_of
from kzstay.guard import guarded
from kzstay.texts import answers
from kzstay.texts import timeline as texts
from kzstay.ui.timeline.minimap import Minimap
from kzstay.ui.timeline.widget import Timeline
from kzstay.ui.widgets import abilities, link_access
from kzstay.ui.widgets.link_access import PRESS, keep


def install(asked_before: Timeline | None = None) -> None:
    """Let Qt ask here for the timeline and for labels with links; asking twice does no harm.

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
    if isinstance(what, Minimap):
        return keep(what, MinimapAccess(what))
    if not isinstance(what, Timeline):
        return link_access.made(what)
    return keep(what, TimelineAccess(what))


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

    def focusChild(self) -> QAccessibleInterface | None:
        if not isValid(self.timeline):
            return None
        if self.timeline.hasFocus():
            return self.child(self.timeline.session().selection)
        # It is in what lies over the timeline, or somewhere else
        for part in self._over():
            access = QAccessible.queryAccessibleInterface(part)
            found = access.focusChild() if access is not None else None
            if found is not None:
                return found
        return None

    def _over(self) -> list[QObject]:
        """List the parts that can be seen over the timeline."""
        if not isValid(self.timeline):
            return []
        only = Qt.FindChildOption.FindDirectChildrenOnly
        return [part for part in self.timeline.findChildren(QWidget, options=only) if not part.isHidden()]


@guarded
class MinimapAccess(QAccessibleWidget, QAccessibleValueInterface):
    """The overview as a scroll bar: where in the strip the shown days are, and which they are."""

    def __init__(self, minimap: Minimap) -> None:
        QAccessibleWidget.__init__(self, minimap, QAccessible.Role.ScrollBar)
        QAccessibleValueInterface.__init__(self)
        self.minimap = minimap

    def interface_cast(self, kind: QAccessible.InterfaceType) -> abilities.VoidPtr:
        if kind == QAccessible.InterfaceType.ValueInterface:
            return abilities.second(self)
        return abilities.inherited(super().interface_cast(kind))

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Value and isValid(self.minimap):
            return self.minimap.accessibleDescription()
        return super().text(kind)

    def currentValue(self) -> float:
        return self.minimap.share if isValid(self.minimap) else 0.0

    def setCurrentValue(self, value: float) -> None:
        if isValid(self.minimap):
            self.minimap.go_to(float(value))

    def minimumValue(self) -> float:
        return 0.0

    def maximumValue(self) -> float:
        return 100.0

    def minimumStepSize(self) -> float:
        return 1.0


@guarded
class StayAccess(QAccessibleInterface, QAccessibleActionInterface):
    """The stay that has a key as an item of the list; one that is gone has nothing to say and is nowhere."""

    def __init__(self, access: TimelineAccess, key: Number) -> None:
        QAccessibleInterface.__init__(self)
        QAccessibleActionInterface.__init__(self)
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
        timeline = self.access.timeline
        state.selectable = state.focusable = True
        state.selected = timeline.session().state.selection == self.key
        state.focused = state.selected and timeline.hasFocus()
        state.offscreen = not rect.intersects(timeline.rect())
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
            return texts.aloud(texts.stay_told(session.view.w, assessment, place))
        if kind == QAccessible.Text.Value and stay.days:
            return answers.days(session.view.w, stay.days)
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

    # What one can do with it

    def interface_cast(self, kind: QAccessible.InterfaceType) -> abilities.VoidPtr:
        return abilities.second(self) if kind == QAccessible.InterfaceType.ActionInterface else abilities.NONE

    def actionNames(self) -> list[str]:
        return [PRESS]

    def doAction(self, name: str) -> None:
        place = self.place()
        if name == PRESS and place is not None:
            self.access.timeline.setFocus(Qt.FocusReason.OtherFocusReason)
            self.access.timeline.choose(place)

    def keyBindingsForAction(self, _name: str) -> list[str]:
        return []

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Leave it: a stay is changed by keys and in the table."""

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()
