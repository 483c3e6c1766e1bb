"""Undo: one command that holds the value before and after, so that doing it twice does no harm."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from kzstay.core.case import Case
from kzstay.guard import guarded


@guarded
class ChangeCase(QUndoCommand):
    """A change of the case; repeated small ones of the same kind are one step."""

    def __init__(
        self,
        take: Callable[[Case, int, int], None],
        before: Case,
        after: Case,
        travellers: tuple[int, int],
        selection: int,
        text: str,
        merge: bool = False,
    ) -> None:
        super().__init__(text)
        self._take = take
        self._before = before
        self.after = after
        self._travellers = travellers
        self.selection = selection
        self.key = (text, travellers, selection)
        self._merge = merge

    def id(self) -> int:
        return 1 if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeCase) or other.key != self.key:
            return False
        self.after = other.after
        return True

    def undo(self) -> None:
        self._take(self._before, self._travellers[0], self.selection)

    def redo(self) -> None:
        self._take(self.after, self._travellers[1], self.selection)
