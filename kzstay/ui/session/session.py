"""The session: the open case, what is shown of it, and its undo stack."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from kzstay import bundled
from kzstay.core.assess import Assessment, reckon
from kzstay.core.case import Case, Problem, Traveller, traveller_problems
from kzstay.core.editing import Change
from kzstay.core.law.loading import Law
from kzstay.core.readings import Both
from kzstay.core.reckoning import Reckoning
from kzstay.drawing.proposal import Proposal
from kzstay.guard import guarded
from kzstay.ui.session.records.committing import Committer
from kzstay.ui.session.records.drafts import Drafts, overruled
from kzstay.ui.session.undo import ChangeState, State
from kzstay.ui.session.view import View


@guarded
class Session(QObject):
    """What the parts of the window share: the value, the selection, what a drag would make of it, and undo.

    Signals: ``changed`` after the case, the traveller or how it is looked at changed, and ``renewed`` right before
    it, when models take their rows up, so that no layout asks them for what is no more; ``previewed`` while a drag
    shows what would be; ``selected`` for another stay; ``proposed`` for another trip in mind, or none; ``message``
    for a sentence to the person, with a flag that says whether it is a caution; ``commit_requested`` before
    something else is shown, so that what is being typed is taken over; ``opened`` for another case, new or from a
    file; ``touched`` before each change, for who looks at the clock, and ``edited`` with each, for who saves it.
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

    def __init__(self, view: View) -> None:
        super().__init__()
        self.law: Law = bundled.law()
        self.view = view
        self.read_only = False  # the file that the case is from takes no change
        self.undo_stack = QUndoStack(self)
        self.proposal: Proposal | None = None
        self._state = State(self.blank_case())
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
    def traveller_index(self) -> int:
        """Return which traveller is shown."""
        return self._state.traveller

    @property
    def traveller(self) -> Traveller:
        """Return the traveller as shown, with what a drag would make of the stays."""
        return self._preview or self._settled_traveller

    @property
    def _settled_traveller(self) -> Traveller:
        return self._state.case.travellers[self._state.traveller]

    @property
    def previewing(self) -> bool:
        """Tell whether a drag is going on."""
        return self._preview is not None

    @property
    def selection(self) -> int:
        """Return the index of the selected stay, or -1."""
        return self._state.selection

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
        index = index if 0 <= index < len(self.traveller.stays) else -1
        if index != self.selection:
            self._state = msgspec.structs.replace(self._state, selection=index)
            self.selected.emit(index)

    def propose(self, proposal: Proposal | None) -> None:
        """Show a trip that is thought of, or none."""
        if proposal != self.proposal:
            self.proposal = proposal
            self.proposed.emit()

    def show_traveller(self, index: int) -> None:
        """Show another traveller."""
        self.commit_requested.emit()
        if index != self.traveller_index and 0 <= index < len(self.case.travellers):
            self._become_state(msgspec.structs.replace(self._state, traveller=index, selection=-1))

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
        if change.stays == before.stays:
            self._become_state(msgspec.structs.replace(self._state, selection=change.index))
            return
        after = msgspec.structs.replace(before, stays=change.stays)
        if self.problems_of(after) and not self.problems_of(before):
            # No gesture makes what a file would refuse; should one, the case is worth more than the gesture
            self._refresh()
            return
        self.change_traveller(after, text, merge=merge, select=change.index)

    def change_traveller(
        self, after: Traveller, text: str, *, merge: bool = False, select: int | None = None
    ) -> None:
        """Change the shown traveller so that it can be undone."""
        travellers = list(self.case.travellers)
        travellers[self.traveller_index] = after
        case = msgspec.structs.replace(self.case, travellers=tuple(travellers))
        self.change_case(case, text, merge=merge, select=select)

    def add_traveller(self, traveller: Traveller, text: str) -> None:
        """Add a traveller and show it."""
        self.commit_requested.emit()
        travellers = (*self.case.travellers, traveller)
        case = msgspec.structs.replace(self.case, travellers=travellers)
        self.change_case(case, text, show=len(travellers) - 1, select=-1)

    def begin_traveller(self, text: str) -> None:
        """Add a traveller of whom nothing is known yet and show it."""
        self.add_traveller(self.blank_case().travellers[0], text)

    def remove_traveller(self, text: str) -> None:
        """Remove the shown traveller; the last one leaves a blank one behind."""
        self.commit_requested.emit()
        gone, held = self.traveller_index, self.case.travellers
        kept = (*held[:gone], *held[gone + 1 :])
        after = msgspec.structs.replace(self.case, travellers=kept or self.blank_case().travellers)
        others = tuple(draft for draft in self._state.drafts if draft.traveller != gone)
        drafts = overruled(others, self.case, after)
        self.change_state(State(after, drafts, traveller=max(0, gone - 1)), text)

    def change_case(
        self,
        after: Case,
        text: str,
        *,
        merge: bool = False,
        show: int | None = None,
        select: int | None = None,
    ) -> None:
        """Change the whole case so that it can be undone."""
        state = self._state
        self.change_state(
            State(
                case=after,
                drafts=overruled(state.drafts, state.case, after),
                traveller=state.traveller if show is None else show,
                selection=state.selection if select is None else select,
            ),
            text,
            merge=merge,
        )

    def change_state(self, after: State, text: str, *, merge: bool = False, undone: Drafts | None = None) -> None:
        """Change the case, and what is typed and shown with it, in one step that can be undone.

        ``undone`` is what waits again once it was undone; by default all that waited before.
        """
        if self.refuses_change():
            return
        self.touched.emit()
        after, before = self.committer.settled(after, self._state), self._state
        if undone is not None:
            before = msgspec.structs.replace(before, drafts=undone)
        self.undo_stack.push(ChangeState(self._take, lambda: self._state.drafts, before, after, text, merge=merge))

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
        self.undo_stack.undo()

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self.commit_requested.emit()
        self.undo_stack.redo()

    def problems_of(self, traveller: Traveller) -> list[Problem]:
        """List what cannot be so with the shown traveller as it would be."""
        return list(traveller_problems(self.traveller_index, traveller, [traveller.citizenship], self.view.today))

    def _take(self, state: State) -> None:
        """Become another value: an undo, a redo or a new step."""
        self.edited.emit()
        self._become_state(state)

    def _become_state(self, state: State) -> None:
        """Become another state: the one place where value, selection and what is shown of them change together."""
        traveller = max(0, min(state.traveller, len(state.case.travellers) - 1))
        selection = max(-1, min(state.selection, len(state.case.travellers[traveller].stays) - 1))
        before = self.selection
        self._state = msgspec.structs.replace(state, traveller=traveller, selection=selection)
        self._refresh()
        if self.selection == selection != before:
            self.selected.emit(selection)

    def _refresh(self) -> None:
        """Have everybody show what is: nothing of a drag, of an answer or of a proposal from before stays."""
        self._preview = self._pair = self._assessment = None
        self.proposal = None  # it was found for what was shown before
        self.renewed.emit()
        self.changed.emit()

    def become(self, case: Case) -> None:
        """Become another case, which nothing can be undone of."""
        before, self._state = self.selection, State(case)
        self._preview = self._pair = self._assessment = None
        self.undo_stack.clear()
        self.opened.emit()
        self._refresh()
        if before != self.selection:
            self.selected.emit(self.selection)

    def blank_case(self) -> Case:
        """Return a case in which nothing was entered yet."""
        return Case(travellers=(Traveller(name="", citizenship=""),))

    @property
    def blank(self) -> bool:
        """Tell whether nothing was entered yet."""
        return self.case == self.blank_case() and not self._state.drafts
