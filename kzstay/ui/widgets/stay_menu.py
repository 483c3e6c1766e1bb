"""The menu of chosen stays: the same over the timeline and over the table, by mouse and by key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from kzstay.core.case import Number
from kzstay.core.days import DAY
from kzstay.core.hosts import NOTICE, REGISTRATION
from kzstay.guard import guarded
from kzstay.texts import foreign
from kzstay.texts import stay_acts as texts
from kzstay.texts.hosts import marked
from kzstay.ui.session.session import Session
from kzstay.ui.session.stay_acts import StayActs

Keys = Sequence[Number]
DUPLICATE = Qt.Modifier.CTRL | Qt.Key.Key_D


@guarded
class StayMenu(QObject):
    """What is done to stays, each told once it is done; the stays are those of the shown traveller, by key.

    ``edit_asked`` for a field of a stay, ``plan_asked`` for a trip from a day on, ``done`` with what is told of
    something that is gone, and what brings it back.
    """

    edit_asked = Signal(object, str)
    plan_asked = Signal(object)
    done = Signal(str, object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._over = parent
        self.acts = StayActs(session)

    # The menu

    def fill(self, menu: QMenu, keys: Keys, day: date | None = None) -> None:
        """List what may be done to stays; ``day`` is the one that was pointed at."""
        w, keys = self._session.view.w, [key for key in keys if self.acts.stay(key) is not None]
        if not keys:
            return
        one = keys[0] if len(keys) == 1 else None
        if one is not None:
            self._fill_one(menu, one, day)
        for field in ("notified", "registered"):
            if self.acts.may_record(field, keys):
                self._add(
                    menu, texts.record(w, field, self._session.view.on), lambda f=field: self.record(f, keys)
                )
        if one is not None:
            self._fill_plan(menu, one)
        menu.addSeparator()
        self._fill_takers(menu.addMenu(texts.hand_over(w, len(keys))), keys)
        copied = self._add(menu, texts.copy(w, len(keys)), lambda: self.copy(keys))
        copied.setShortcuts(QKeySequence.StandardKey.Copy)
        menu.addSeparator()
        removed = self._add(menu, texts.delete(w, len(keys)), lambda: self.remove(keys))
        removed.setShortcut(Qt.Key.Key_Delete)
        for action in (copied, removed):
            action.setShortcutVisibleInContextMenu(True)

    def _fill_one(self, menu: QMenu, key: Number, day: date | None) -> None:
        w, acts = self._session.view.w, self.acts
        self._add(menu, w.gettext("Change the days"), lambda: self.edit_asked.emit(key, "entry"))
        self._add(menu, w.gettext("Write a note"), lambda: self.edit_asked.emit(key, "note"))
        copy = self._add(menu, w.gettext("Duplicate"), lambda: self.duplicate(key))
        copy.setShortcut(DUPLICATE)
        copy.setShortcutVisibleInContextMenu(True)
        copy.setEnabled(acts.may_duplicate(key))
        at = day if day is not None and acts.may_split(key, day) else acts.split_day(key)
        split = self._add(menu, texts.split(w, at), lambda: self.split(key, at))
        split.setEnabled(acts.may_split(key, at))

    def _fill_plan(self, menu: QMenu, key: Number) -> None:
        stay, on = self.acts.stay(key), self._session.view.on
        assert stay is not None
        day = max((stay.exit or on) + DAY, on + DAY)
        self._add(menu, texts.plan_from(self._session.view.w, day), lambda: self.plan_asked.emit(day))

    def _fill_takers(self, menu: QMenu, keys: Keys) -> None:
        w = self._session.view.w
        for place, one in enumerate(self._session.case.travellers, 1):
            if one.key.number != self._session.state.traveller:
                name = foreign.name(one.name) or w.gettext("traveller {n}").format(n=place)
                self._add(menu, name, lambda to=one.key.number: self.hand_over(keys, to))
        if menu.actions():
            menu.addSeparator()
        self._add(menu, w.gettext("A new traveller"), lambda: self.hand_over(keys, None))

    def _add(self, menu: QMenu, text: str, do: Callable[[], object]) -> QAction:
        action = menu.addAction(text.replace("&", "&&"))
        action.triggered.connect(lambda _checked=False: do())
        return action

    # What is done

    def duplicate(self, key: Number) -> None:
        """Put another stay like one behind it, and choose that."""
        session = self._session
        if not self.acts.may_duplicate(key):
            session.message.emit(texts.no_room(session.view.w), True)
        elif self.acts.duplicate(key):
            self.done.emit(
                texts.duplicated(session.view.w, session.traveller.stays[session.selection]), session.undo
            )

    def split(self, key: Number, day: date) -> None:
        """Make two stays of one, and begin to type when the first ended."""
        if self.acts.split(key, day):
            self.edit_asked.emit(key, "exit")

    def record(self, field: str, keys: Keys) -> None:
        """Record notices or registrations as done on the day of reckoning."""
        if count := self.acts.record(field, keys):
            session, kind = self._session, NOTICE if field == "notified" else REGISTRATION
            self.done.emit(marked(session.view.w, kind, count, session.view.on), session.undo)

    def remove(self, keys: Keys) -> None:
        """Remove stays; they can be had back at once."""
        count, undo = self.acts.remove(keys)
        if count:
            self.done.emit(texts.deleted(self._session.view.w, count), undo)

    def hand_over(self, keys: Keys, taker: Number | None) -> None:
        """Move stays to another traveller, or say why not."""
        session = self._session
        session.commit_requested.emit()
        count, why = self.acts.hand_over(keys, taker)
        if why:
            session.message.emit(why, True)
        elif count:
            taken = next((one for one in session.case.travellers if one.key.number == taker), None)
            name = foreign.name(taken.name) if taken else ""
            self.done.emit(texts.handed_over(session.view.w, count, name), session.undo)

    def copy(self, keys: Keys) -> None:
        """Put stays into the clipboard, as cells that a spreadsheet takes."""
        if text := self.acts.text(keys):
            QGuiApplication.clipboard().setText(text)
            session = self._session
            session.message.emit(texts.copied(session.view.w, len(keys)), False)
