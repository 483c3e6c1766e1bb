"""Typing: a row is taken over as soon as it can be, and kept as typed until then. One mechanism for every list.

What was typed and cannot be used counts for nothing: it is in no case, no file and no report. It stands where it
was typed, with the reason, is judged anew after every change, and is taken over with the change that makes it
possible.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import Any

import msgspec

from kzstay.core import editing
from kzstay.core.case import Key, Number, place_of
from kzstay.core.hosts import NOTICE, Task, can_be_marked, marked
from kzstay.ui.session.records.drafts import Draft, without_row
from kzstay.ui.session.records.lists import RecordList, Value
from kzstay.ui.session.records.papers import of_kind
from kzstay.ui.session.records.rows import (
    Row,
    goes_along,
    is_only_typed,
    shown,
    with_traveller,
    without,
)
from kzstay.ui.session.records.state import State
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.session.session import Session


class Editing:
    """The rows of the shown traveller under somebody's hands. It holds nothing of its own."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # What there is

    def rows(self, listed: RecordList) -> list[Row]:
        """List the rows: the records of the shown traveller, then those to be."""
        return self._session.committer.rows(self._session.state, listed)

    def place_of(self, listed: RecordList, key: Number) -> int | None:
        """Return the row that a key has among those of the shown traveller."""
        return next((number for number, at in enumerate(self.rows(listed)) if at.key == key), None)

    def wrong(self, listed: RecordList, row: int) -> dict[str, str]:
        """Say of each field of a row why what was typed there cannot be used."""
        state, at, made = self._session.state, self.rows(listed)[row], self._session.committer
        wrong = {field: why for field, text in at.typed.items() if (why := made.misread(listed, field, text))}
        values = {field: made.read(listed, field, text) for field, text in at.typed.items() if field not in wrong}
        # Of a record to be, what can be used waits for what cannot
        if values and not (at.record is None and wrong) and (why := made.refused(state, listed, at, values)):
            wrong[list(values)[-1]] = why
        return wrong

    def read(self, listed: RecordList, field: str, text: str) -> Value | None:
        """Return what a text is understood as; None where it is empty or cannot be understood."""
        return self._session.committer.read(listed, field, text)

    def first_of(self, listed: RecordList, key: Number, field: str) -> date | None:
        """Return the day from which a number of days counts that is typed in a field of the row of a key."""
        row = self.place_of(listed, key)
        return None if row is None else self._session.committer.first_of(listed, self.rows(listed)[row], field)

    def missing(self, listed: RecordList, row: int) -> list[str]:
        """List the fields without which a row is no record yet."""
        at = self.rows(listed)[row]
        return [field for field in listed.required if at.record is None and field not in at.typed]

    def left_out(self, listed: RecordList | None = None) -> tuple[int, int]:
        """Count the rows of the shown traveller, or of one list, that do not count, and the changes not used."""
        state = self._session.state
        here = [
            draft
            for draft in state.drafts
            if draft.traveller == state.traveller and draft.typed and (not listed or draft.list == listed.name)
        ]
        rows = sum(draft.to_be for draft in here)
        return rows, len(here) - rows

    def left_out_of(self, travellers: Collection[Number]) -> tuple[int, int]:
        """Count the rows of some travellers that do not count, and the changes not used."""
        here = [draft for draft in self._session.state.drafts if draft.traveller in travellers and draft.typed]
        rows = sum(draft.to_be for draft in here)
        return rows, len(here) - rows

    # What is done

    def add(self, listed: RecordList, kind: str = "") -> int | None:
        """Add an empty row and return it; None where nothing may be changed."""
        session = self._session
        if session.refuses_change():
            return None
        state = session.state
        begun = Draft(traveller=state.traveller, list=listed.name, key=Key().number, to_be=True, kind=kind)
        session.keep_drafts((*state.drafts, begun))
        return len(self.rows(listed)) - 1

    def drop_empty(self, listed: RecordList) -> None:
        """Drop the rows in which nothing was typed, of every traveller: somebody began one and went away."""
        session = self._session
        kept = tuple(
            draft for draft in session.state.drafts if draft.list != listed.name or not draft.to_be or draft.typed
        )
        if len(kept) < len(session.state.drafts):
            session.keep_drafts(kept)

    def type(self, listed: RecordList, row: int, field: str, text: str) -> int:
        """Take over what was typed in a field, or keep it with the row; return the row where it is now."""
        session = self._session
        if session.refuses_change():
            return row
        state, at, text = session.state, self.rows(listed)[row], text.strip()
        text = session.committer.counted(listed, at, {**at.typed, field: text})[field]
        typed = without(at.typed, field)
        same = at.record is not None and session.committer.is_held(listed, at.record, field, text)
        if same or (at.record is None and not text):
            # As it is already, or as if nothing had been typed
            touched = field == "exit" and bool(at.draft and at.draft.untouched)
            session.keep_drafts(self._with(state, listed, at, typed, untouched=False if touched else None))
            return row
        typed = session.committer.counted(listed, at, {**typed, field: text})
        if found := session.committer.taken(state, listed, at, typed, field):
            after, step = found
            # A row that has become a record goes with the step; what waits elsewhere in a record waits on
            rest = {} if at.record is None else without(at.typed, field)
            session.change_state(after, step, undone=self._with(state, listed, at, rest, gone=True))
            return self._now(listed, at, row)
        if field == "exit" and goes_along(at) and is_only_typed(at.record):
            # Of a new stay another exit is meant than the one that was put there for the time being
            self._withdraw(state, listed, at, typed)
            return self._now(listed, at, row)
        session.keep_drafts(self._with(state, listed, at, typed))
        return row

    def change_kind(self, listed: RecordList, row: int, kind: str) -> None:
        """Make a permit or a ruling one of another kind. Raises ValueError for one that the list does not know."""
        if kind not in listed.kinds:
            raise ValueError(kind)
        session = self._session
        state, at = session.state, self.rows(listed)[row]
        if at.kind == kind or session.refuses_change():
            return
        # What settles it goes with it, whatever it is called
        settled = listed.field("settled", kind)
        renamed = {"paid": settled, "executed": settled} if settled else {}
        fields = [listed.field(column, kind) for column in listed.columns if listed.editable(column, kind, None)]
        typed = {renamed.get(name, name): text for name, text in at.typed.items()}
        typed = {name: text for name, text in typed.items() if name in fields}
        changed = of_kind(at.record, kind)
        if changed is None:
            session.keep_drafts(self._with(state, listed, at, typed, kind))
        elif after := listed.put(shown(state), changed):
            session.change_state(
                session.committer.committed(state, listed, at, after, typed, {}, kind),
                listed.step("kind", new=False),
            )

    def remove(self, listed: RecordList, row: int) -> Callable[[], object]:
        """Remove a row and return what brings it back."""
        session, state = self._session, self._session.state
        at = self.rows(listed)[row]
        if at.record is None:
            gone = at.draft
            session.keep_drafts(without_row(state.drafts, at.key))
            return lambda: session.keep_drafts((*session.state.drafts, gone) if gone else session.state.drafts)
        session.change_traveller(listed.removed(shown(state), at.key), f"delete-{listed.item}")
        return session.undo

    # Stays

    def begin(self) -> tuple[int, date] | None:
        """Add an empty row for a stay; return it with the day that is proposed, the last that no stay holds."""
        row = self.add(STAYS)
        session = self._session
        return (
            None if row is None else (row, editing.free_day(session.traveller, session.view.on, session.view.on))
        )

    def remove_stay(self, row: int) -> Callable[[], object]:
        """Remove a stay, or a row that is to be one, and return what brings it back."""
        return self.remove(STAYS, row)

    def record_done(self, stay: Number, field: str, move: Number | None = None) -> None:
        """Record that a duty of a stay, or of a change of address during it, was done on the day of reckoning."""
        session = self._session
        before = next(one for one in shown(session.state).stays if one.key.number == stay)
        values: dict[str, Any] = {field: session.view.on}
        if move is not None:
            values = {
                "moves": tuple(
                    msgspec.structs.replace(one, **values) if one.key.number == move else one
                    for one in before.moves
                )
            }
        after = STAYS.put(shown(session.state), msgspec.structs.replace(before, **values))
        assert after is not None
        change = editing.Change(after.stays, place_of(after.stays, stay) or 0)
        session.change(change, STAYS.step(field, new=False))

    def record_tasks(self, tasks: Collection[Task], day: date) -> int:
        """Record notices, or registrations, of any travellers as done on a day, in one step, and count them."""
        session = self._session
        on = session.view.on
        done = [task for task in tasks if can_be_marked(task, day, on)]
        if not done or session.refuses_change():
            return 0
        step = "record-notices" if done[0].kind == NOTICE else "record-registrations"
        session.change_case(marked(session.case, done, day, on), step)
        return len(done)

    # How

    def _with(
        self,
        state: State,
        listed: RecordList,
        at: Row,
        typed: dict[str, str],
        kind: str | None = None,
        untouched: bool | None = None,
        gone: bool = False,
    ) -> tuple[Draft, ...]:
        """Return the drafts with what is typed in a row; a record of which nothing is open needs no keeping.

        ``gone``: nor does a row to be whose last word has made it a record.
        """
        before = at.draft
        own = Draft(
            traveller=state.traveller,
            list=listed.name,
            key=at.key,
            to_be=at.record is None,
            kind=at.kind if kind is None else kind,
            typed=typed,
            untouched=bool(before and before.untouched) if untouched is None else untouched,
        )
        kept = [own] if typed or own.untouched or (own.to_be and not gone) else []
        place = next((i for i, draft in enumerate(state.drafts) if draft.key == at.key), len(state.drafts))
        return (*state.drafts[:place], *kept, *state.drafts[place + 1 :])

    def _now(self, listed: RecordList, at: Row, before: int) -> int:
        """Return where a row is by now; where it was if it is nowhere."""
        row = self.place_of(listed, at.key)
        return before if row is None else row

    def _withdraw(self, state: State, listed: RecordList, at: Row, typed: dict[str, str]) -> None:
        """Take a new stay back out of the case: what is typed of it cannot be so, and nothing else was meant."""
        w, record = self._session.view.w, at.record
        assert record is not None
        texts = {field: listed.typed(w, record, field) for field in listed.columns if field != "exit"}
        texts = {field: text for field, text in texts.items() if text} | typed
        case = with_traveller(state.case, listed.removed(shown(state), at.key))
        own = Draft(traveller=state.traveller, list=listed.name, key=at.key, to_be=True, kind=at.kind, typed=texts)
        drafts = (*without_row(state.drafts, at.key), own)
        self._session.change_state(
            msgspec.structs.replace(state, case=case, drafts=drafts, selection=None),
            listed.step("exit", new=False),
        )
