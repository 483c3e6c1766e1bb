"""Undo: one command that holds the state before and after, so that doing it twice does no harm."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtGui import QUndoCommand

from kzstay.core.case import Case
from kzstay.guard import guarded
from kzstay.ui.session.records.drafts import Draft, Drafts, carried


class State(msgspec.Struct, frozen=True):
    """What is open and what is shown of it: all that changes in one step."""

    case: Case
    drafts: Drafts = ()
    traveller: int = 0
    selection: int = -1


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
            # What the step itself had put there goes with it; what was cleared since does not come back
            before = carried(state.drafts, state.case, left.case)
            made = [draft for draft in left.drafts if draft not in before]
            cleared = {_place(draft) for draft in left.drafts} - {_place(draft) for draft in typed}
            newer = carried(tuple(draft for draft in typed if draft not in made), left.case, state.case)
            held = {_place(draft) for draft in newer if draft.row is not None}
            followed = carried(left.drafts, left.case, state.case)
            # What the step had taken over, or taken away, waits again
            back = [
                draft
                for draft in state.drafts
                if draft not in followed
                and _place(draft) not in held
                and not (draft.row is not None and _place(draft) in cleared)
            ]
            state = msgspec.structs.replace(state, drafts=(*newer, *back))
        self._take(state)


def _place(draft: Draft) -> tuple[int, str, int | None]:
    return draft.traveller, draft.list, draft.row
