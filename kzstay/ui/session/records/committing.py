"""Committing: what becomes of a state when typed rows are taken over as far as they can be; it changes nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from kzstay.core.case import Move, Record, Stay, Traveller
from kzstay.texts import Words
from kzstay.texts import problems as problem_texts
from kzstay.ui.session.records.drafts import LISTS, Draft, carried
from kzstay.ui.session.records.lists import RecordList, Value
from kzstay.ui.session.records.rows import Row, followed, goes_along, row_of, shown, with_traveller
from kzstay.ui.session.records.stays import STAYS
from kzstay.ui.session.undo import State


class Committer:
    """What reads typed fields in a language, as of a day, and judges whether they can be."""

    def __init__(self, w: Words, today: date) -> None:
        self._w = w
        self._today = today

    def rows(self, state: State, listed: RecordList) -> list[Row]:
        """List the rows of a state: the records of the shown traveller, then those to be."""
        here = [draft for draft in state.drafts if (draft.traveller, draft.list) == (state.traveller, listed.name)]
        held = {draft.row: draft for draft in here if draft.row is not None}
        rows = [
            row_of(record, held.get(number))
            for number, record in enumerate(listed.records(state.case.travellers[state.traveller]))
        ]
        return rows + [row_of(None, draft) for draft in here if draft.row is None]

    def read(self, listed: RecordList, field: str, text: str) -> Value | None:
        """Return what a text is understood as; None where it is empty or cannot be understood."""
        return listed.read(self._w, field, text.strip(), self._today)

    def misread(self, listed: RecordList, field: str, text: str) -> str:
        """Say why a text is none for its field."""
        w, text = self._w, text.strip()
        if text and self.read(listed, field, text) is None:
            return listed.unread(w, field, text)
        if not text and field in listed.required:
            return w.gettext("Enter a day here, it cannot be left out.")
        return ""

    def is_held(self, listed: RecordList, record: Record, field: str, text: str) -> bool:
        """Tell whether a text says what the record holds already."""
        return not self.misread(listed, field, text) and self.read(listed, field, text) == getattr(record, field)

    def settled(self, state: State, before: State) -> State:
        """Take over what a change has made possible of what waits; the step that made it so brings it about.

        What was possible before it waits on: it has nothing to do with the step.
        """
        able = [
            (at.kind, at.typed)
            for listed, row, at in self._waiting(before)
            if self._can_be(before, listed, row, at)
        ]
        waiting = True
        while waiting:
            waiting = False
            for listed, row, at in self._waiting(state):
                if (at.kind, at.typed) not in able and (
                    found := self.taken(state, listed, at, row, dict(at.typed))
                ):
                    waiting, after = True, found[0]
                    state = msgspec.structs.replace(after, selection=followed(state, after))
                    break
        return state

    def _waiting(self, state: State) -> list[tuple[RecordList, int, Row]]:
        """List the rows of the shown traveller in which something waits."""
        names = {draft.list for draft in state.drafts if draft.traveller == state.traveller and draft.typed}
        lists = [LISTS[name] for name in sorted(names)]
        return [
            (listed, row, at) for listed in lists for row, at in enumerate(self.rows(state, listed)) if at.typed
        ]

    def _can_be(self, state: State, listed: RecordList, row: int, at: Row) -> bool:
        return self.taken(state, listed, at, row, dict(at.typed)) is not None

    def taken(
        self,
        state: State,
        listed: RecordList,
        at: Row,
        row: int,
        typed: dict[str, str],
        field: str | None = None,
    ) -> tuple[State, int, str] | None:
        """Return what becomes of a state with typed fields taken over, the row and the step; None if none can be.

        With a field, that one must be among them: two days that are wrong one by one may be right together, so all
        that can be read is tried first, and then the field alone.
        """
        usable = [name for name, text in typed.items() if not self.misread(listed, name, text)]
        if at.record is None:
            choices = [usable] if len(usable) == len(typed) else []
        else:
            choices = [usable, *([name] for name in ([field] if field else usable))]
        for names in choices:
            if not names or (field and field not in names) or not set(names) <= set(usable):
                continue
            values: dict[str, Any] = {name: self.read(listed, name, typed[name]) for name in names}
            placed = self._made_and_placed(state, listed, at, row, values)
            if placed is None or self._problem(state, listed, *placed, list(values)):
                continue
            rest = {name: text for name, text in typed.items() if name not in values}
            after = self.committed(state, listed, at, placed, rest, values)
            return after, placed[1], listed.step(field or names[-1], new=at.record is None)
        return None

    def refused(self, state: State, listed: RecordList, at: Row, row: int, values: dict[str, Value | None]) -> str:
        """Say why values that can be read cannot be so."""
        w = self._w
        made = self._made(listed, at, values)
        if made is None:
            return ""
        placed = listed.put(shown(state), row if at.record is not None else None, made)
        if placed is None:
            assert isinstance(made, Move)
            return w.gettext("There is no stay on {day}.").format(day=w.day(made.on))
        # An undone step, or another language, may have made it possible without being a change
        why = self._problem(state, listed, *placed, list(values))
        return why or w.gettext("This can be used now. Press Enter here to use it.")

    def _made(self, listed: RecordList, at: Row, values: dict[str, Any]) -> Record | None:
        if at.record is None:
            return listed.made(at.kind, values) if set(listed.required) <= set(values) else None
        if "entry" in values and "exit" not in values and goes_along(at):
            values = {**values, "exit": values["entry"]}
        return listed.changed(at.record, values)

    def _made_and_placed(
        self, state: State, listed: RecordList, at: Row, row: int, values: dict[str, Any]
    ) -> tuple[Traveller, int] | None:
        made = self._made(listed, at, values)
        if made is None:
            return None
        return listed.put(shown(state), row if at.record is not None else None, made)

    def _problem(self, state: State, listed: RecordList, after: Traveller, row: int, fields: list[str]) -> str:
        if why := listed.objection(self._w, listed.records(after)[row], fields):
            return why
        found = next(iter(listed.problems(state.traveller, after, row, self._today)), None)
        if found is None:
            return ""
        if found.code == "overlap":
            other = found.stay if found.other == row else found.other
            return problem_texts.overlaps(self._w, after.stays[other or 0].entry)
        return problem_texts.short_problem(self._w, found)

    def committed(
        self,
        state: State,
        listed: RecordList,
        at: Row,
        placed: tuple[Traveller, int],
        typed: dict[str, str],
        values: dict[str, Any],
        kind: str | None = None,
    ) -> State:
        """Return the state with a traveller changed by a row, and with what is still typed there."""
        after, place = placed
        case = with_traveller(state, after)
        others = tuple(draft for draft in state.drafts if draft is not at.draft)
        record = listed.records(after)[place]
        begun = at.record is None or goes_along(at)
        untouched = isinstance(record, Stay) and begun and "exit" not in values and record.exit == record.entry
        own = Draft(state.traveller, listed.name, place, kind or at.kind, typed, untouched)
        drafts = (*carried(others, state.case, case), *([own] if typed or untouched else []))
        selection = place if listed is STAYS else state.selection
        return msgspec.structs.replace(state, case=case, drafts=drafts, selection=selection)
