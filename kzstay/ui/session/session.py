"""The session: the open case, what is shown of it, and its undo stack."""

from __future__ import annotations

from collections.abc import Collection

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from kzstay import bundled
from kzstay.core.assess import Assessment, reckon
from kzstay.core.case import Case, Host, Number, Stay, Traveller, another, place_of
from kzstay.core.editing import Change, with_stays_in_order
from kzstay.core.law.loading import Law
from kzstay.core.problems import Problem, traveller_problems
from kzstay.core.readings import Both
from kzstay.core.reckoning import Reckoning
from kzstay.drawing.proposal import Proposal
from kzstay.guard import guarded
from kzstay.ui.session.records.committing import Committer
from kzstay.ui.session.records.drafts import Drafts, overruled
from kzstay.ui.session.records.rows import with_traveller
from kzstay.ui.session.records.state import State, beginning
from kzstay.ui.session.undo import ChangeState
from kzstay.ui.session.view import View

DONE, UNDONE, REDONE = "done", "undone", "redone"  # how a step was gone


@guarded
class Session(QObject):
    """What the parts of the window share: the value, the selection, what a drag would make of it, and undo.

    Signals: ``changed`` after the case, the traveller or how it is looked at changed, and ``renewed`` right
    before it, when models take their rows up, so that no layout asks them for what is no more; ``previewed``
    while a drag shows what would be, and where the selected stay would stand; ``selected`` for another stay;
    ``proposed`` for another trip in mind, or none; ``message`` for a sentence to the person, with a flag that
    says whether it is a caution; ``commit_requested`` before something else is shown, so that what is being
    typed is taken over; ``opened`` for another case, new or from a file; ``touched`` before each change, for who
    looks at the clock, and ``edited`` with each, for who saves it; ``stepped`` after each step with its code and
    how it was gone: done, undone or redone.
    """

    touched = Signal()
    edited = Signal()
    renewed = Signal()
    changed = Signal()
    previewed = Signal()
    selected = Signal(int)
    proposed = Signal()
    message = Signal(str, bool)
    commit_requested = Signal()
    opened = Signal()
    stepped = Signal(str, str)

    def __init__(self, view: View) -> None:
        super().__init__()
        self.law: Law = bundled.law()
        self.view = view
        self.host: Host | None = None  # of whoever is added
        self.read_only = False  # the file that the case is from takes no change
        self.undo_stack = QUndoStack(self)
        self.proposal: Proposal | None = None
        self._state = beginning(self.blank_case())
        self._shown = 0  # where the shown traveller stands
        self._preview: Traveller | None = None
        self._pair: Both[Reckoning] | None = None
        self._assessment: Assessment | None = None
        view.leaving.connect(self.commit_requested)
        view.changed.connect(self._refresh)

    # The value

    @property
    def state(self) -> State:
        """Return what is open and what is shown of it."""
        return self._state

    @property
    def case(self) -> Case:
        """Return the current value, without what a drag only shows."""
        return self._state.case

    @property
    def traveller(self) -> Traveller:
        """Return the traveller as shown, with what a drag would make of the stays."""
        return self._preview or self._settled_traveller

    @property
    def _settled_traveller(self) -> Traveller:
        return self._state.case.travellers[self._shown]

    @property
    def previewing(self) -> bool:
        """Tell whether a drag is going on."""
        return self._preview is not None

    @property
    def selection(self) -> int:
        """Return the index of the selected stay among those that are shown, or -1."""
        number = self._state.selection
        place = None if number is None else place_of(self.traveller.stays, number)
        return -1 if place is None else place

    @property
    def pair(self) -> Both[Reckoning]:
        """Return the stays as shown, reckoned under each reading."""
        if self._pair is None:
            self._pair = reckon(self.traveller, self.view.on, self.law)
        return self._pair

    @property
    def assessment(self) -> Assessment:
        """Return the whole answer for what is shown."""
        if self._assessment is None:
            self._assessment = Assessment(self.pair, self.view.reading)
        return self._assessment

    @property
    def committer(self) -> Committer:
        """Return what takes typed rows over, in the language and on the day of the view."""
        return Committer(self.view.w, self.view.today)

    # What is looked at

    def select(self, index: int) -> None:
        """Select a stay, or none with -1."""
        stays = self.traveller.stays
        self.select_stay(stays[index].key.number if 0 <= index < len(stays) else None)

    def select_stay(self, key: Number | None) -> None:
        """Select the stay of the shown traveller that has a key, or none; what a drag only shows is none yet."""
        key = key if place_of(self._settled_traveller.stays, key) is not None else None
        if key != self._state.selection:
            self._state = msgspec.structs.replace(self._state, selection=key)
            self.selected.emit(self.selection)

    def propose(self, proposal: Proposal | None) -> None:
        """Show a trip that is thought of, or none."""
        if proposal != self.proposal:
            self.proposal = proposal
            self.proposed.emit()

    def show(self, key: Number) -> None:
        """Show the traveller that has a key."""
        self.commit_requested.emit()
        if place_of(self.case.travellers, key) is not None:
            self._show(key)

    def _show(self, key: Number) -> None:
        if key != self._state.traveller:
            self._become_state(msgspec.structs.replace(self._state, traveller=key, selection=None))

    # Changes

    def preview(self, change: Change | None) -> None:
        """Show what a gesture would do, or, with None, what is."""
        self._preview = None
        if change is not None:
            self._preview = msgspec.structs.replace(self._settled_traveller, stays=change.stays)
        self._pair = self._assessment = None
        self.previewed.emit()

    def change(self, change: Change, text: str, *, merge: bool = False) -> None:
        """Make a change of stays that can be undone, and select the stay that it was about."""
        before = self._settled_traveller
        if change.stays == before.stays and _keys(change.stays) == _keys(before.stays):
            self._become_state(msgspec.structs.replace(self._state, selection=change.about))
            return
        after = msgspec.structs.replace(before, stays=change.stays)
        if self.problems_of(after) and not self.problems_of(before):
            # No gesture makes what a file would refuse; should one, the case is worth more than the gesture
            self._refresh()
            return
        case = with_traveller(self.case, after)
        self._change(msgspec.structs.replace(self._state, case=case, selection=change.about), text, merge=merge)

    def change_traveller(self, after: Traveller, text: str) -> None:
        """Change the shown traveller, whatever the key of what it becomes, so that it can be undone."""
        after = msgspec.structs.replace(after, key=self._settled_traveller.key)
        self.change_case(with_traveller(self.case, after), text)

    def add_traveller(self, traveller: Traveller, text: str) -> None:
        """Add a traveller and show it; one who is there already is added as another one."""
        self.commit_requested.emit()
        held = self.case.travellers
        added = traveller if place_of(held, traveller.key.number) is None else another(traveller)
        case = msgspec.structs.replace(self.case, travellers=(*held, added))
        self._change(State(case, added.key.number, None, self._state.drafts), text)

    def begin_traveller(self, text: str) -> None:
        """Add a traveller of whom nothing is known yet and show it."""
        self.add_traveller(self.blank_case().travellers[0], text)

    def remove_traveller(self, text: str) -> None:
        """Remove the shown traveller; the last one leaves a blank one behind."""
        self.remove_travellers({self._state.traveller}, text)

    def remove_travellers(self, gone: Collection[Number], text: str) -> None:
        """Remove travellers in one step; who is shown stays so, or gives way to the one before."""
        self.commit_requested.emit()
        held, state = self.case.travellers, self._state
        kept = tuple(one for one in held if one.key.number not in gone) or self.blank_case().travellers
        after = msgspec.structs.replace(self.case, travellers=kept)
        if state.traveller not in gone:
            self._change(msgspec.structs.replace(state, case=after), text)
            return
        before = sum(one.key.number not in gone for one in held[: self._shown])
        self._change(State(after, kept[max(0, before - 1)].key.number, None, state.drafts), text)

    def duplicate_travellers(self, wanted: Collection[Number], text: str) -> list[Number]:
        """Add a copy of travellers behind each, in one step, and return the keys of the copies."""
        self.commit_requested.emit()
        named = self.view.w.gettext("{name} (copy)")
        travellers: list[Traveller] = []
        copies: list[Number] = []
        for one in self.case.travellers:
            travellers.append(one)
            if one.key.number in wanted:
                copy = another(one)
                name = named.format(name=one.name) if one.name else ""
                travellers.append(msgspec.structs.replace(copy, name=name))
                copies.append(copy.key.number)
        self.change_case(msgspec.structs.replace(self.case, travellers=tuple(travellers)), text)
        return copies

    def change_case(self, after: Case, text: str) -> None:
        """Change the whole case so that it can be undone."""
        self._change(msgspec.structs.replace(self._state, case=after), text)

    def _change(self, after: State, text: str, *, merge: bool = False) -> None:
        """Make a change otherwise than by typing: what it sets is no longer meant as it was typed."""
        drafts = overruled(after.drafts, self.case, after.case)
        self.change_state(msgspec.structs.replace(self._settled_in(after), drafts=drafts), text, merge=merge)

    def change_state(self, after: State, text: str, *, merge: bool = False, undone: Drafts | None = None) -> None:
        """Change the case, and what is typed and shown with it, in one step that can be undone.

        ``undone`` is what waits again once it was undone; by default all that waited before.
        """
        if self.refuses_change():
            return
        self.touched.emit()
        after, before = self.committer.settled(after, self._state), self._state
        after = msgspec.structs.replace(after, case=with_stays_in_order(after.case, before.case))
        if undone is not None:
            before = msgspec.structs.replace(before, drafts=undone)
        self.undo_stack.push(ChangeState(self._take, lambda: self._state.drafts, before, after, text, merge=merge))
        self.stepped.emit(text, DONE)

    def keep_drafts(self, drafts: Drafts) -> None:
        """Keep what is typed and counts for nothing yet: nothing of the case is changed, so it is no step."""
        self._become_state(msgspec.structs.replace(self._state, drafts=drafts))

    def refuses_change(self) -> bool:
        """Tell whether nothing may be changed, and if so say why."""
        if self.read_only:
            self.refuse_change()
        return self.read_only

    def refuse_change(self) -> None:
        """Say that a file for reading only takes no change."""
        self._refresh()
        self.message.emit(
            self.view.w.gettext("The file is open for reading only. Save it under another name."), True
        )

    def undo(self) -> None:
        """Take the last step back; what is being typed is taken over first, for the step may change its row."""
        self.commit_requested.emit()
        code, can = self.undo_stack.undoText(), self.undo_stack.canUndo()
        self.undo_stack.undo()
        if can:
            self.stepped.emit(code, UNDONE)

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self.commit_requested.emit()
        code, can = self.undo_stack.redoText(), self.undo_stack.canRedo()
        self.undo_stack.redo()
        if can:
            self.stepped.emit(code, REDONE)

    def problems_of(self, traveller: Traveller) -> list[Problem]:
        """List what cannot be so with the shown traveller as it would be."""
        return list(traveller_problems(self._shown, traveller, [traveller.citizenship], self.view.today))

    def _take(self, state: State) -> None:
        """Become another value: an undo, a redo or a new step."""
        self.edited.emit()
        self._become_state(state)

    def _become_state(self, state: State) -> None:
        """Become another state: the one place where value, selection and what is shown of them change together."""
        before, self._preview = (self._state.selection, self.selection), None
        self._state = state = self._settled_in(state)
        self._shown = place_of(state.case.travellers, state.traveller) or 0
        after = state.selection, self.selection
        self._refresh()
        if (self._state.selection, self.selection) == after != before:
            self.selected.emit(self.selection)

    def _settled_in(self, state: State) -> State:
        """Return a state in which a traveller is shown, and no stay selected, but those that are there.

        Where another case takes the place of this one, that is the traveller who stands where one was shown.
        """
        travellers = state.case.travellers
        place = place_of(travellers, state.traveller)
        shown = travellers[min(self._shown, len(travellers) - 1) if place is None else place]
        selected = state.selection if place_of(shown.stays, state.selection) is not None else None
        return msgspec.structs.replace(state, traveller=shown.key.number, selection=selected)

    def _refresh(self) -> None:
        """Have everybody show what is: nothing of a drag, of an answer or of a proposal from before stays."""
        self._preview = self._pair = self._assessment = None
        self.proposal = None  # it was found for what was shown before
        self.renewed.emit()
        self.changed.emit()

    def become(self, case: Case) -> None:
        """Become another case, which nothing can be undone of."""
        before, self._state, self._shown = self.selection, beginning(with_stays_in_order(case)), 0
        self._preview = self._pair = self._assessment = None
        self.undo_stack.clear()
        self.opened.emit()
        self._refresh()
        if before != self.selection:
            self.selected.emit(self.selection)

    def blank_case(self) -> Case:
        """Return a case in which nothing was entered yet."""
        return Case(travellers=(Traveller(name="", citizenship="", host=self.host),))

    def set_host(self, host: Host | None) -> None:
        """Give whoever is added from now on a host, and also who is there while nothing was entered yet."""
        was_blank, self.host = self.blank, host
        if was_blank:
            self.become(self.blank_case())

    @property
    def blank(self) -> bool:
        """Tell whether nothing was entered yet."""
        return self.case == self.blank_case() and not self._state.drafts


def _keys(stays: tuple[Stay, ...]) -> list[Number]:
    return [stay.key.number for stay in stays]
