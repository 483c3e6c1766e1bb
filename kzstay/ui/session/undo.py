"""Undo: one command that holds the state before and after, so that doing it twice does no harm."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtGui import QUndoCommand

from kzstay.guard import guarded
from kzstay.ui.session.records.drafts import Drafts, merged
from kzstay.ui.session.records.state import State


@guarded
class ChangeState(QUndoCommand):
    """A change of the state; repeated small ones of the same kind are one step.

    ``take`` becomes a state; ``drafts`` returns what is typed by then.
    """

    def __init__(
        self,
        take: Callable[[State], None],
        drafts: Callable[[], Drafts],
        before: State,
        after: State,
        text: str,
        merge: bool = False,
    ) -> None:
        super().__init__(text)
        self._take = take
        self._drafts = drafts
        self.before = before
        self.after = after
        self.key = text, before.traveller, after.traveller, after.selection
        self._merge = merge
        self._begun = False

    def id(self) -> int:
        return 1 if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeState) or other.key != self.key or other.before.drafts != self.after.drafts:
            return False
        self.after = other.after
        return True

    def undo(self) -> None:
        self._become(self.before, self.after)

    def redo(self) -> None:
        if self._begun:
            self._become(self.after, self.before)
        else:
            self._begun = True
            self._take(self.after)

    def _become(self, state: State, left: State) -> None:
        """Go to a state; what was typed since the other one was left is not undone with it."""
        typed = self._drafts()
        if typed != left.drafts:
            drafts = merged(typed, left.drafts, state.drafts, state.case)
            state = msgspec.structs.replace(state, drafts=drafts)
        self._take(state)
