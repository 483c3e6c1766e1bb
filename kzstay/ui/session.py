"""The open case: its current value, what is shown of it, and its undo stack."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from kzstay import bundled
from kzstay.core.assess import Assessment, reckon
from kzstay.core.case import Case, Problem, Traveller, traveller_problems
from kzstay.core.law import Law
from kzstay.core.readings import Both, Reading
from kzstay.core.reckoning import Reckoning
from kzstay.i18n import Language
from kzstay.texts import Words
from kzstay.texts.words import words
from kzstay.ui.case_file import CaseFile
from kzstay.ui.commands import ChangeCase
from kzstay.ui.sketch import Sketch
from kzstay.ui.stay_editing import StayEditing
from kzstay.ui.timeline.gestures import Change


class Session(QObject):
    """Everything the parts of the window share.

    Signals: ``changed`` after the case, the traveller, the day or the reading changed; ``previewed`` while a
    drag shows what would be; ``selected`` for another stay; ``sketched`` for another trip in mind, or none;
    ``retranslated`` for another language; ``told`` for a sentence to the person, with a flag that says whether
    it is a caution; ``settling`` before something else is shown, so that what is being typed is taken over;
    ``put_away`` for a case without a file that was kept under a name before another was opened; ``opened`` for
    another case, new or from a file.
    """

    changed = Signal()
    previewed = Signal()
    selected = Signal(int)
    sketched = Signal()
    retranslated = Signal()
    told = Signal(str, bool)
    settling = Signal()
    opened = Signal()

    def __init__(self, today: date, language: Language, unsaved: Path | None = None) -> None:
        super().__init__()
        self.law: Law = bundled.law()
        self.w: Words = words(language)
        self.today = today
        self.on = today
        self.reading = Reading.SAFE
        self.undo_stack = QUndoStack(self)
        self.sketch: Sketch | None = None
        self._case = self.blank_case()
        self._traveller = 0
        self._selection = -1
        self._preview: Traveller | None = None
        self._pair: Both[Reckoning] | None = None
        self._assessment: Assessment | None = None
        self.editing = StayEditing(self)
        self.file = CaseFile(self, unsaved)

    # The value

    @property
    def case(self) -> Case:
        """Return the current value, without what a drag only shows."""
        return self._case

    @property
    def traveller_index(self) -> int:
        """Return which traveller is shown."""
        return self._traveller

    @property
    def traveller(self) -> Traveller:
        """Return the traveller as shown, with what a drag would make of the stays."""
        return self._preview or self._case.travellers[self._traveller]

    @property
    def previewing(self) -> bool:
        """Tell whether a drag is going on."""
        return self._preview is not None

    @property
    def selection(self) -> int:
        """Return the index of the selected stay, or -1."""
        return self._selection

    @property
    def pair(self) -> Both[Reckoning]:
        """Return the stays as shown, reckoned under each reading."""
        if self._pair is None:
            self._pair = reckon(self.traveller, self.on, self.law)
        return self._pair

    @property
    def assessment(self) -> Assessment:
        """Return the whole answer for what is shown."""
        if self._assessment is None:
            self._assessment = Assessment(self.pair, self.reading)
        return self._assessment

    # What is looked at

    def select(self, index: int) -> None:
        """Select a stay, or none with -1."""
        index = index if 0 <= index < len(self.traveller.stays) else -1
        if index != self._selection:
            self._selection = index
            self.selected.emit(index)

    def sketch_trip(self, sketch: Sketch | None) -> None:
        """Show a trip that is thought of, or none."""
        if sketch != self.sketch:
            self.sketch = sketch
            self.sketched.emit()

    def show_traveller(self, index: int) -> None:
        """Show another traveller."""
        self.settling.emit()
        if index != self._traveller and 0 <= index < len(self._case.travellers):
            self._traveller = index
            self._selection = -1
            self._refresh()

    def wake(self, today: date) -> None:
        """Go on to another day where the window was left open over midnight."""
        if today != self.today:
            follows, self.today = self.on == self.today, today
            if follows:
                self.reckon_on(today)

    def reckon_on(self, day: date) -> None:
        """Reckon on another day."""
        self.on = day
        self._refresh()

    def read_as(self, reading: Reading) -> None:
        """Count in another way."""
        self.reading = reading
        self._refresh()

    def speak(self, language: Language) -> None:
        """Speak another language."""
        self.settling.emit()
        self.w = words(language)
        self.retranslated.emit()
        self._refresh()

    # Changes

    def preview(self, change: Change | None) -> None:
        """Show what a gesture would do, or, with None, what is."""
        self._preview = None
        if change is not None:
            self._preview = msgspec.structs.replace(self.traveller, stays=change.stays)
        self._pair = self._assessment = None
        self.previewed.emit()

    def change(self, change: Change, text: str, *, merge: bool = False) -> None:
        """Make a change of stays that can be undone, and select the stay that it was about."""
        self._preview = None
        before = self._case.travellers[self._traveller]
        if change.stays != before.stays and self.read_only:
            self.refuse_change()
            return
        self._selection = change.index
        if change.stays == before.stays:
            self._refresh()
            return
        after = msgspec.structs.replace(before, stays=change.stays)
        if self.problems_of(after) and not self.problems_of(before):
            # No gesture makes what a file would refuse; should one, the case is worth more than the gesture
            self._refresh()
            return
        if len(change.stays) == len(before.stays):
            self.editing.carry(before.stays[change.index], change.stays[change.index])
        self.change_traveller(after, text, merge=merge)

    def change_traveller(self, after: Traveller, text: str, *, merge: bool = False) -> None:
        """Change the shown traveller so that it can be undone."""
        travellers = list(self._case.travellers)
        travellers[self._traveller] = after
        self.change_case(msgspec.structs.replace(self._case, travellers=tuple(travellers)), text, merge=merge)

    def add_traveller(self, traveller: Traveller, text: str) -> None:
        """Add a traveller and show it."""
        self.settling.emit()
        travellers = (*self._case.travellers, traveller)
        self.change_case(
            msgspec.structs.replace(self._case, travellers=travellers), text, show=len(travellers) - 1
        )

    def begin_traveller(self, text: str) -> None:
        """Add a traveller of whom nothing is known yet and show it."""
        self.add_traveller(self.blank_case().travellers[0], text)

    def remove_traveller(self, text: str) -> None:
        """Remove the shown traveller; the last one leaves a blank one behind."""
        self.settling.emit()
        kept = (*self._case.travellers[: self._traveller], *self._case.travellers[self._traveller + 1 :])
        after = msgspec.structs.replace(self._case, travellers=kept or self.blank_case().travellers)
        self.change_case(after, text, show=max(0, self._traveller - 1))

    def change_case(self, after: Case, text: str, *, merge: bool = False, show: int | None = None) -> None:
        """Change the whole case so that it can be undone."""
        if self.read_only:
            self.refuse_change()
            return
        shown = self._traveller if show is None else show
        self.undo_stack.push(
            ChangeCase(self._take, self._case, after, (self._traveller, shown), self._selection, text, merge)
        )

    def refuse_change(self) -> None:
        """Say that a file for reading only takes no change."""
        self._preview = None
        self._refresh()
        self.told.emit(self.w.gettext("The file is open for reading only. Save it under another name."), True)

    def problems_of(self, traveller: Traveller) -> list[Problem]:
        """List what cannot be so with the shown traveller as it would be."""
        return list(traveller_problems(self._traveller, traveller, [traveller.citizenship], self.today))

    def _take(self, case: Case, traveller: int, selection: int) -> None:
        """Become another value: an undo, a redo or a new step."""
        self._case = case
        self._preview = None
        self._traveller = min(traveller, len(case.travellers) - 1)
        self._selection = min(selection, len(case.travellers[self._traveller].stays) - 1)
        self.file.edited()
        self._refresh()
        self.file.changed.emit()

    def _refresh(self) -> None:
        self._pair = self._assessment = None
        self.sketch = None  # it was found for what was shown before
        self.changed.emit()

    def become(self, case: Case) -> None:
        """Become another case, which nothing can be undone of."""
        self._case = case
        self._traveller, self._selection, self._preview = 0, -1, None
        self.editing.forget()
        self.undo_stack.clear()
        self.opened.emit()
        self._refresh()

    def blank_case(self) -> Case:
        """Return a case in which nothing was entered yet."""
        return Case(travellers=(Traveller(name="", citizenship=""),))

    @property
    def blank(self) -> bool:
        """Tell whether nothing was entered yet."""
        return self.path is None and not any(t.stays or t.name or t.citizenship for t in self._case.travellers)

    # Its file, by the words that are asked for most

    @property
    def path(self) -> Path | None:
        """Return where the case comes from and is saved to."""
        return self.file.path

    @property
    def read_only(self) -> bool:
        """Tell whether the file takes no change."""
        return self.file.read_only

    def new(self) -> None:
        """Begin an empty case."""
        self.file.new()

    def open(self, path: Path, *, as_copy: bool = False) -> bool:
        """Open a file and tell whether it could be; if not, say why and keep what is open."""
        return self.file.open(path, as_copy=as_copy)

    def save(self, path: Path | None = None) -> bool:
        """Save to a path, or where the case came from, and tell whether it worked; if not, say why."""
        return self.file.save(path)

    def autosave(self) -> bool:
        """Save what was changed, to its file or beside the settings; tell whether all of it is on the disk."""
        return self.file.autosave()
