"""The keys on the timeline: everything that the mouse does, by whole days. What F1 tells is made of these rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from kzstay.core import editing
from kzstay.core.days import DAY
from kzstay.core.editing import Handle
from kzstay.texts import Words
from kzstay.ui.widgets.layouts import latin

if TYPE_CHECKING:
    from kzstay.ui.timeline.widget import Timeline

WEEK, MONTH = 7, 30  # days that one key moves an edge or a stay by
SCREEN = 0.9
CLOSER, FARTHER = 1.25, 0.8
FIRST, PREVIOUS, NEXT, LAST = "first", "previous", "next", "last"


class Row(NamedTuple):
    """Keys that belong together, each with what it does, and what F1 says of them."""

    text: Callable[[Words], str]
    keys: dict[str, Callable[[Keys], bool]]
    told: tuple[str, ...] = ()  # the keys that are told of, where one has others beside it


class Keys:
    """Which key does what. ``edge`` is the edge of the selected stay that arrows move, or None."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self.edge: Handle | None = None

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key says and tell whether it said anything."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = latin(event)
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            held &= ~Qt.KeyboardModifier.ShiftModifier  # which many keyboards want for them
        pressed = QKeySequence(QKeyCombination(held, key)).toString(QKeySequence.SequenceFormat.PortableText)
        rows = ALWAYS + (SELECTING if self.edge is None else EDGE)
        do = next((row.keys[pressed] for row in rows if pressed in row.keys), None)
        return do is not None and do(self)

    def escape(self) -> bool:
        """Take a drag back, or leave the chosen edge."""
        if self._timeline.pointer.cancel():
            return True
        had = self.edge is not None or self._timeline.voice.looking
        self._choose(None)
        self._timeline.voice.look_away()
        return had

    def zoom(self, factor: float) -> bool:
        """Show fewer days, or more."""
        self._timeline.zoom(factor)
        return self._say_days()

    def show_all(self) -> bool:
        """Show every stay."""
        self._timeline.show_all()
        return self._say_days()

    def turn(self, screens: float) -> bool:
        """Show days before or after."""
        timeline = self._timeline
        timeline.look_at(timeline.scale.panned(timeline.width() * SCREEN * screens))
        return self._say_days()

    def look(self, days: int) -> bool:
        """Look at what is counted on another day, as the pointer under the lane does."""
        self._timeline.voice.look(DAY * days)
        return True

    def hold_space(self) -> bool:
        """Let the mouse take hold of the days."""
        self._timeline.pointer.space_held = True
        return True

    def select(self, which: str) -> bool:
        """Select another stay."""
        session = self._timeline.session()
        order = session.traveller.in_order()
        if not order:
            return False
        here = order.index(session.selection) if session.selection in order else None
        last = len(order) - 1
        place = {
            FIRST: 0,
            PREVIOUS: max(0, (len(order) if here is None else here) - 1),
            NEXT: min(last, (-1 if here is None else here) + 1),
            LAST: last,
        }[which]
        self._timeline.choose(order[place])
        return True

    def choose_edge(self, edge: Handle) -> bool:
        """Choose the edge of the selected stay that arrows move from now on."""
        if self._timeline.session().selection < 0:
            return False
        w = self._timeline.session().view.w
        self._choose(edge)
        self._timeline.say(
            w.gettext("Entry chosen: arrows move it")
            if edge is Handle.ENTRY
            else w.gettext("Exit chosen: arrows move it")
        )
        return True

    def move(self, days: int) -> bool:
        """Move the selected stay."""
        session = self._timeline.session()
        if session.selection < 0:
            return False
        change = editing.moved(session.traveller, session.selection, days, session.view.on)
        return self._make(change, "move-stay")

    def move_edge(self, days: int) -> bool:
        """Move the chosen edge."""
        session, edge = self._timeline.session(), self.edge
        if edge is None or session.selection < 0:
            return False
        traveller, index = session.traveller, session.selection
        entry = traveller.stays[index].entry
        day = entry if edge is Handle.ENTRY else editing.end_of(traveller, index, session.view.on)
        change = editing.resized(traveller, index, edge, day + timedelta(days), session.view.on)
        return self._make(change, "change-entry" if edge is Handle.ENTRY else "change-exit")

    def copy(self) -> bool:
        """Copy the chosen stay as a row for a spreadsheet."""
        chosen, stays = self._timeline.session().state.selection, self._timeline.menu.stays
        if chosen is None:
            return False
        stays.copy([chosen])
        return True

    def duplicate(self) -> bool:
        """Add a stay like the chosen one."""
        chosen, stays = self._timeline.session().state.selection, self._timeline.menu.stays
        if chosen is None:
            return False
        stays.duplicate(chosen)
        return True

    def _say_days(self) -> bool:
        self._timeline.voice.say_days()
        return True

    def _choose(self, edge: Handle | None) -> None:
        self.edge = edge
        self._timeline.update()

    def _make(self, change: editing.Change, step: str) -> bool:
        self._timeline.session().change(change, step, merge=True)
        stay = change.stays[change.index]
        self._timeline.see(stay.exit if self.edge is Handle.EXIT and stay.exit else stay.entry)
        self._timeline.announce(change)
        return True


def _select(which: str) -> Callable[[Keys], bool]:
    return partial(Keys.select, which=which)


def _move(days: int) -> Callable[[Keys], bool]:
    return partial(Keys.move, days=days)


def _move_edge(days: int) -> Callable[[Keys], bool]:
    return partial(Keys.move_edge, days=days)


def _look(days: int) -> Callable[[Keys], bool]:
    return partial(Keys.look, days=days)


_ENTRY, _EXIT = partial(Keys.choose_edge, edge=Handle.ENTRY), partial(Keys.choose_edge, edge=Handle.EXIT)

ALWAYS = [
    Row(lambda w: w.gettext("move the chosen stay by a day"), {"Alt+Left": _move(-1), "Alt+Right": _move(1)}),
    Row(
        lambda w: w.gettext("move the chosen stay by a week"),
        {"Alt+Shift+Left": _move(-WEEK), "Alt+Shift+Right": _move(WEEK)},
    ),
    Row(
        lambda w: w.gettext("choose the entry or the exit of the stay"),
        {"S": _ENTRY, "E": _EXIT, "Alt+Home": _ENTRY, "Alt+End": _EXIT},
    ),
    Row(
        lambda w: w.gettext("zoom in, zoom out"),
        {
            "+": partial(Keys.zoom, factor=CLOSER),
            "-": partial(Keys.zoom, factor=FARTHER),
            "=": partial(Keys.zoom, factor=CLOSER),
        },
        told=("+", "-"),
    ),
    Row(lambda w: w.gettext("show all stays"), {"0": Keys.show_all}),
    Row(
        lambda w: w.gettext("one screen back, forward"),
        {"Shift+PgUp": partial(Keys.turn, screens=-1), "Shift+PgDown": partial(Keys.turn, screens=1)},
    ),
    Row(
        lambda w: w.gettext("look at what is counted a day before, after"),
        {"Ctrl+Left": _look(-1), "Ctrl+Right": _look(1)},
    ),
    Row(lambda w: w.gettext("by a week"), {"Ctrl+Shift+Left": _look(-WEEK), "Ctrl+Shift+Right": _look(WEEK)}),
    Row(lambda w: w.gettext("copy the chosen stay for a spreadsheet"), {"Ctrl+C": Keys.copy}),
    Row(lambda w: w.gettext("duplicate the chosen stay"), {"Ctrl+D": Keys.duplicate}),
    Row(lambda w: w.gettext("held, with the mouse: pan"), {"Space": Keys.hold_space}),
    Row(lambda w: w.gettext("take a drag back, leave the entry or exit"), {"Esc": Keys.escape}),
]
SELECTING = [
    Row(lambda w: w.gettext("previous, next stay"), {"Left": _select(PREVIOUS), "Right": _select(NEXT)}),
    Row(lambda w: w.gettext("first, last stay"), {"Home": _select(FIRST), "End": _select(LAST)}),
]
EDGE = [
    Row(
        lambda w: w.gettext("with an entry or exit chosen: move it by a day"),
        {"Left": _move_edge(-1), "Right": _move_edge(1)},
    ),
    Row(
        lambda w: w.gettext("by a week"),
        {"Shift+Left": _move_edge(-WEEK), "Shift+Right": _move_edge(WEEK)},
    ),
    Row(
        lambda w: w.ngettext("by {n} day", "by {n} days", MONTH).format(n=MONTH),
        {"PgUp": _move_edge(-MONTH), "PgDown": _move_edge(MONTH)},
    ),
]
