"""Stays as they are typed: days and notes taken over, and what cannot be used kept where it was typed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from kzstay.core.case import Problem, Stay
from kzstay.texts import problems as problem_texts
from kzstay.texts.steps import EDITED
from kzstay.ui.timeline import gestures

if TYPE_CHECKING:
    from kzstay.ui.session import Session


class Draft(msgspec.Struct, frozen=True):
    """What a person typed that cannot be used yet; it stays where it was typed, with the reason."""

    traveller: int
    stay: Stay
    field: str
    text: str
    reason: str


class StayEditing:
    """The stays of the shown traveller under somebody's hands."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.drafts: list[Draft] = []

    def begin(self) -> None:
        """Add a stay of one day on the last free day."""
        session = self._session
        day = gestures.free_day(session.traveller, session.on, session.on)
        session.change(gestures.inserted(session.traveller, Stay(entry=day, exit=day)), "add-stay")

    def delete(self, index: int) -> None:
        """Delete a stay."""
        self._session.change(gestures.removed(self._session.traveller, index), "delete-stay")

    def type_day(self, index: int, field: str, text: str) -> bool:
        """Take over a typed day; what cannot be used is kept as a draft with the reason. Tell whether it was."""
        stay = self._session.traveller.stays[index]
        day = self._session.w.read_day(text, self._session.today) if text.strip() else None
        if day is None and (text.strip() or field == "entry"):
            reason = (
                problem_texts.not_a_day(self._session.w, text)
                if text.strip()
                else self._session.w.gettext("Enter the day of entry.")
            )
            self._keep_draft(stay, field, text, reason)
            return False
        pending = {
            draft.field: read
            for draft in self.drafts_of(index)
            if draft.field != field and (read := self._session.w.read_day(draft.text, self._session.today))
        }
        # A typed entry that waits for its exit is taken over together with it
        for wanted in (pending | {field: day}, {field: day}):
            after = msgspec.structs.replace(stay, **{k: v for k, v in wanted.items() if v or k != "entry"})
            found = self._problem_with(index, after)
            if found is None:
                fields = set(wanted)
                self.drafts = [d for d in self.drafts if not self._belongs(d, stay) or d.field not in fields]
                self._replace_stay(index, after, EDITED[field])
                return True
        self._keep_draft(stay, field, text, problem_texts.short_problem(self._session.w, found))
        return False

    def type_text(self, index: int, field: str, text: str) -> None:
        """Take over a typed note or checkpoint."""
        after = msgspec.structs.replace(self._session.traveller.stays[index], **{field: text})
        self._replace_stay(index, after, EDITED[field])

    def record_done(self, index: int, field: str, since: date) -> None:
        """Record that a duty of a stay, or of a change of address on a day, was done on the day of reckoning."""
        stay = self._session.traveller.stays[index]
        if field == "notified" and since != stay.entry:
            moves = tuple(
                msgspec.structs.replace(move, notified=self._session.on) if move.on == since else move
                for move in stay.moves
            )
            after = msgspec.structs.replace(stay, moves=moves)
        else:
            after = msgspec.structs.replace(stay, **{field: self._session.on})
        self._replace_stay(index, after, EDITED[field])

    def drafts_of(self, index: int) -> list[Draft]:
        """List what was typed for a stay and cannot be used yet."""
        stays = self._session.case.travellers[self._session.traveller_index].stays
        if not self.drafts or not 0 <= index < len(stays):
            return []
        return [d for d in self.drafts if self._belongs(d, stays[index])]

    def forget(self) -> None:
        """Forget what was typed: another case is open."""
        self.drafts = []

    def _belongs(self, draft: Draft, stay: Stay) -> bool:
        return draft.traveller == self._session.traveller_index and draft.stay == stay

    def carry(self, before: Stay, after: Stay) -> None:
        """Let what was typed for a stay belong to what it has become."""
        self.drafts = [
            msgspec.structs.replace(d, stay=after) if self._belongs(d, before) else d for d in self.drafts
        ]

    def _keep_draft(self, stay: Stay, field: str, text: str, reason: str) -> None:
        self.drafts = [d for d in self.drafts if not self._belongs(d, stay) or d.field != field]
        self.drafts.append(Draft(self._session.traveller_index, stay, field, text, reason))
        self._session.changed.emit()

    def _replace_stay(self, index: int, after: Stay, text: str) -> None:
        stays = self._session.traveller.stays
        self._session.change(gestures.Change((*stays[:index], after, *stays[index + 1 :]), index), text)

    def _problem_with(self, index: int, after: Stay) -> Problem | None:
        shown = self._session.traveller
        stays = (*shown.stays[:index], after, *shown.stays[index + 1 :])
        found = self._session.problems_of(msgspec.structs.replace(shown, stays=stays))
        return next((problem for problem in found if index in (problem.stay, problem.other)), None)
