"""What is done to chosen stays of the shown traveller, by menu or key: each is one step that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

import msgspec

from kzstay.core import editing
from kzstay.core.agenda import recordable
from kzstay.core.case import Number, Stay, Traveller, place_of
from kzstay.core.hosts import NOTICE, REGISTRATION
from kzstay.core.problems import Problem, traveller_problems
from kzstay.texts import problems as problem_texts
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.records.rows import with_traveller
from kzstay.ui.session.session import Session

FIELD_OF = {NOTICE: "notified", REGISTRATION: "registered"}


class StayActs:
    """The stays are told by key. It holds nothing of its own."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # What may be done

    def stay(self, key: Number | None) -> Stay | None:
        """Return a stay of the shown traveller; None where none has the key."""
        stays = self._session.traveller.stays
        place = place_of(stays, key)
        return None if place is None else stays[place]

    def may_duplicate(self, key: Number) -> bool:
        """Tell whether there is room for another stay like one."""
        return self._duplicated(key) is not None

    def may_split(self, key: Number, day: date) -> bool:
        """Tell whether a stay goes on before and after a day."""
        return self._split(key, day) is not None

    def split_day(self, key: Number) -> date:
        """Return where a stay is split if nobody points at a day: on that of reckoning, else in its middle."""
        session, on = self._session, self._session.view.on
        if self.may_split(key, on):
            return on
        index = place_of(session.traveller.stays, key) or 0
        entry, last = session.traveller.stays[index].entry, editing.end_of(session.traveller, index, on)
        return entry + (last - entry) // 2

    def may_record(self, field: str, keys: Collection[Number]) -> list[Number]:
        """List the stays for which a notice, or a registration, can be recorded on the day of reckoning."""
        a = self._session.assessment
        wanted = {
            a.traveller.stays[duty.stay].key.number
            for duty in a.duties
            if duty.stay is not None and duty.move is None and recordable(duty, a.on) == field
        }
        return [key for key in keys if key in wanted]

    # What is done

    def remove(self, keys: Collection[Number]) -> tuple[int, Callable[[], object]]:
        """Remove stays, and rows that are to be some, in one step; return how many, and what brings them back."""
        session, state = self._session, self._session.state
        gone = {number for number in keys if self.stay(number) is not None}
        drafts = tuple(draft for draft in state.drafts if draft.key not in keys)
        if not keys or session.refuses_change():
            return 0, session.undo
        if not gone:
            back = tuple(draft for draft in state.drafts if draft.key in keys)
            session.keep_drafts(drafts)
            return len(back), lambda: session.keep_drafts((*session.state.drafts, *back))
        after = with_traveller(state.case, editing.without(session.traveller, gone))
        step = "delete-stay" if len(gone) == 1 else "delete-stays"
        session.change_state(msgspec.structs.replace(state, case=after, drafts=drafts, selection=None), step)
        return len(keys), session.undo

    def duplicate(self, key: Number) -> bool:
        """Put another stay like one behind it, and select that."""
        change = self._duplicated(key)
        if change is None or self._session.refuses_change():
            return False
        self._session.change(change, "duplicate-stay")
        return True

    def split(self, key: Number, day: date) -> bool:
        """Make two stays of one, as if the person had left and come back on a day."""
        change = self._split(key, day)
        if change is None or self._session.refuses_change():
            return False
        self._session.change(change, "split-stay")
        self._session.select_stay(key)  # of which the exit is the next thing to be typed
        return True

    def record(self, field: str, keys: Collection[Number]) -> int:
        """Record notices, or registrations, of stays as done on the day of reckoning, and count them."""
        session, wanted = self._session, self.may_record(field, keys)
        if not wanted or session.refuses_change():
            return 0
        if len(wanted) == 1:
            Editing(session).record_done(wanted[0], field)
            return 1
        stays = tuple(
            msgspec.structs.replace(stay, **{field: session.view.on}) if stay.key.number in wanted else stay
            for stay in session.traveller.stays
        )
        step = "record-notices" if field == FIELD_OF[NOTICE] else "record-registrations"
        session.change_traveller(msgspec.structs.replace(session.traveller, stays=stays), step)
        return len(wanted)

    def hand_over(self, keys: Collection[Number], taker: Number | None) -> tuple[int, str]:
        """Move stays to another traveller, with None to a new one, whole or not at all.

        Returns how many were moved, and why none was.
        """
        session, state, w = self._session, self._session.state, self._session.view.w
        given = {number for number in keys if self.stay(number) is not None}
        if session.refuses_change() or not given:
            return 0, ""
        case = state.case
        if taker is None:
            new = Traveller(name="", citizenship="")
            taker = new.key.number
            case = msgspec.structs.replace(case, travellers=(*case.travellers, new))
        after = editing.handed_over(case, given, state.traveller, taker)
        place = place_of(after.travellers, taker) or 0
        if why := self._refusal(case.travellers[place], after.travellers[place], place):
            return 0, w.gettext("Nothing was moved. {reason}").format(reason=problem_texts.problem(w, why, after))
        drafts = tuple(
            msgspec.structs.replace(draft, traveller=taker) if draft.key in given else draft
            for draft in state.drafts
        )
        step = "hand-over-stay" if len(given) == 1 else "hand-over-stays"
        session.change_state(msgspec.structs.replace(state, case=after, drafts=drafts, selection=None), step)
        return len(given), ""

    def text(self, keys: Collection[Number]) -> str:
        """Write stays as cells that a spreadsheet takes; empty where none of them is one."""
        from kzstay.content.copied_stays import copied  # once somebody copies

        session = self._session
        indexes = [place for place, stay in enumerate(session.traveller.stays) if stay.key.number in keys]
        return copied(session.view.w, session.assessment, indexes) if indexes else ""

    # How

    def _refusal(self, before: Traveller, after: Traveller, place: int) -> Problem | None:
        """Return what cannot be so with the one who takes stays, and could be before."""
        today = self._session.view.today
        known = [after.citizenship, *(stay.citizenship for stay in after.stays if stay.citizenship)]
        were = {(one.code, one.value) for one in traveller_problems(place, before, known, today)}
        found = traveller_problems(place, after, known, today)
        return next((one for one in found if one.code == "overlap" or (one.code, one.value) not in were), None)

    def _duplicated(self, key: Number) -> editing.Change | None:
        traveller = self._session.traveller
        index = place_of(traveller.stays, key)
        return None if index is None else editing.duplicated(traveller, index, self._session.view.on)

    def _split(self, key: Number, day: date) -> editing.Change | None:
        traveller = self._session.traveller
        index = place_of(traveller.stays, key)
        return None if index is None else editing.split(traveller, index, day, self._session.view.on)
