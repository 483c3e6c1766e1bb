"""Committing: what becomes of a state when typed rows are taken over as far as they can be; it changes nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from kzstay.core.case import Key, Move, Number, Record, Stay, Traveller, place_of
from kzstay.texts import Words
from kzstay.texts import problems as problem_texts
from kzstay.texts.typed_days import counted_from, typed_count
from kzstay.ui.session.records.drafts import LISTS, Draft, without_row
from kzstay.ui.session.records.lists import RecordList, Value
from kzstay.ui.session.records.rows import Row, goes_along, row_of, row_to_be, shown, with_traveller
from kzstay.ui.session.records.state import State
from kzstay.ui.session.records.stays import STAYS


class Committer:
    """What reads typed fields in a language, as of a day, and judges whether they can be."""

    def __init__(self, w: Words, today: date) -> None:
        self._w = w
        self._today = today

    def rows(self, state: State, listed: RecordList) -> list[Row]:
        """List the rows of a state: the records of the shown traveller, then those to be."""
        here = [draft for draft in state.drafts if (draft.traveller, draft.list) == (state.traveller, listed.name)]
        held = {draft.key: draft for draft in here if not draft.to_be}
        rows = [row_of(record, held.get(record.key.number)) for record in listed.records(shown(state))]
        return rows + [row_to_be(draft) for draft in here if draft.to_be]

    def read(self, listed: RecordList, field: str, text: str) -> Value | None:
        """Return what a text is understood as; None where it is empty or cannot be understood."""
        return listed.read(self._w, field, text.strip(), self._today)

    def counted(self, listed: RecordList, at: Row, typed: dict[str, str]) -> dict[str, str]:
        """Write each number of days that is typed as the last of them, where the first is known by now."""
        written = dict(typed)
        for field in listed.counted:
            days, begin = typed_count(typed.get(field, "")), self.first_of(listed, at, field, typed)
            if days and begin and (day := counted_from(begin, days)):
                written[field] = self._w.numeric_day(day)
        return written

    def first_of(
        self, listed: RecordList, at: Row, field: str, typed: dict[str, str] | None = None
    ) -> date | None:
        """Return the day from which a number of days counts that is typed in a field; None where there is none."""
        typed = at.typed if typed is None else typed
        first = listed.counted.get(field, "")
        found = self.read(listed, first, typed[first]) if first in typed else getattr(at.record, first, None)
        return found if isinstance(found, date) else None

    def misread(self, listed: RecordList, field: str, text: str) -> str:
        """Say why a text is none for its field."""
        w, text = self._w, text.strip()
        if text and self.read(listed, field, text) is None:
            return listed.unread(w, field, text, self._today)
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
        able = {at.key: at for listed, at in self._waiting(before) if self._can_be(before, listed, at)}
        waiting = True
        while waiting:
            waiting = False
            for listed, at in self._waiting(state):
                if _says_the_same(at, able.get(at.key)):
                    continue
                if found := self.taken(state, listed, at, dict(at.typed)):
                    waiting = True
                    state = msgspec.structs.replace(found[0], selection=state.selection)
                    break
        return state

    def _waiting(self, state: State) -> list[tuple[RecordList, Row]]:
        """List the rows of the shown traveller in which something waits."""
        names = {draft.list for draft in state.drafts if draft.traveller == state.traveller and draft.typed}
        lists = [LISTS[name] for name in sorted(names)]
        return [(listed, at) for listed in lists for at in self.rows(state, listed) if at.typed]

    def _can_be(self, state: State, listed: RecordList, at: Row) -> bool:
        return self.taken(state, listed, at, dict(at.typed)) is not None

    def taken(
        self, state: State, listed: RecordList, at: Row, typed: dict[str, str], field: str | None = None
    ) -> tuple[State, str] | None:
        """Return what becomes of a state with typed fields taken over, and the step; None if none can be.

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
            made = self._made(listed, at, values)
            after = listed.put(shown(state), made) if made is not None else None
            if after is None or self._problem(listed, after, at.key, list(values)):
                continue
            rest = {name: text for name, text in typed.items() if name not in values}
            step = listed.step(field or names[-1], new=at.record is None)
            return self.committed(state, listed, at, after, rest, values), step
        return None

    def refused(self, state: State, listed: RecordList, at: Row, values: dict[str, Value | None]) -> str:
        """Say why values that can be read cannot be so."""
        w = self._w
        made = self._made(listed, at, values)
        if made is None:
            return ""
        after = listed.put(shown(state), made)
        if after is None:
            assert isinstance(made, Move)
            return w.gettext("There is no stay on {day}.").format(day=w.day(made.on))
        # An undone step, or another language, may have made it possible without being a change
        why = self._problem(listed, after, at.key, list(values))
        return why or w.gettext("This can be used now. Press Enter here to use it.")

    def _made(self, listed: RecordList, at: Row, values: dict[str, Any]) -> Record | None:
        if at.record is None:
            if not set(listed.required) <= set(values):
                return None
            return msgspec.structs.replace(listed.made(at.kind, values), key=Key(at.key))
        if "entry" in values and "exit" not in values and goes_along(at):
            values = {**values, "exit": values["entry"]}
        return listed.changed(at.record, values)

    def _problem(self, listed: RecordList, after: Traveller, key: Number, fields: list[str]) -> str:
        if why := listed.objection(self._w, _record(listed, after, key), fields):
            return why
        found = next(iter(listed.problems(after, key, self._today)), None)
        if found is None:
            return ""
        if found.code == "overlap":
            other = found.stay if found.other == place_of(after.stays, key) else found.other
            return problem_texts.overlaps(self._w, after.stays[other or 0].entry)
        return problem_texts.short_problem(self._w, found)

    def committed(
        self,
        state: State,
        listed: RecordList,
        at: Row,
        after: Traveller,
        typed: dict[str, str],
        values: dict[str, Any],
        kind: str | None = None,
    ) -> State:
        """Return the state with a traveller changed by a row, and with what is still typed there."""
        record = _record(listed, after, at.key)
        begun = at.record is None or goes_along(at)
        untouched = isinstance(record, Stay) and begun and "exit" not in values and record.exit == record.entry
        own = Draft(
            traveller=state.traveller,
            list=listed.name,
            key=at.key,
            kind=kind or at.kind,
            typed=typed,
            untouched=untouched,
        )
        drafts = (*without_row(state.drafts, at.key), *([own] if typed or untouched else []))
        selection = at.key if listed is STAYS else state.selection
        case = with_traveller(state.case, after)
        return msgspec.structs.replace(state, case=case, drafts=drafts, selection=selection)


def _record(listed: RecordList, traveller: Traveller, key: Number) -> Record:
    return next(record for record in listed.records(traveller) if record.key.number == key)


def _says_the_same(at: Row, before: Row | None) -> bool:
    return before is not None and (at.kind, at.typed) == (before.kind, before.typed)
