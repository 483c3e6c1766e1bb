"""The open case: its current value, what is shown of it, its undo stack, and its file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from kzstay import bundled
from kzstay.core.assess import Assessment, reckon
from kzstay.core.case import Case, Problem, Traveller, problems, traveller_problems
from kzstay.core.law import Law
from kzstay.core.readings import Both, Reading
from kzstay.core.reckoning import Reckoning
from kzstay.files.codec import CaseFileError
from kzstay.files.store import Stamp, StoreError, backup_of, open_case, save_case
from kzstay.guard import guarded
from kzstay.i18n import Language
from kzstay.texts import Words
from kzstay.texts import problems as problem_texts
from kzstay.texts.words import words
from kzstay.ui.commands import ChangeCase
from kzstay.ui.sketch import Sketch
from kzstay.ui.stay_editing import StayEditing
from kzstay.ui.timeline.gestures import Change
from kzstay.ui.unsaved import Unsaved

AUTOSAVE = 1000  # milliseconds after the last change


@guarded
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
    file_changed = Signal()
    put_away = Signal(Path)
    opened = Signal()

    def __init__(self, today: date, language: Language, unsaved: Path | None = None) -> None:
        super().__init__()
        self.law: Law = bundled.law()
        self.w: Words = words(language)
        self.today = today
        self.on = today
        self.reading = Reading.SAFE
        self.path: Path | None = None
        self.read_only = False
        self.undo_stack = QUndoStack(self)
        self.sketch: Sketch | None = None
        self._unsaved = Unsaved(unsaved) if unsaved else None
        self._stamp: Stamp | None = None
        self._backed_up = False
        self._case = self._blank()
        self._traveller = 0
        self._selection = -1
        self._preview: Traveller | None = None
        self._pair: Both[Reckoning] | None = None
        self._assessment: Assessment | None = None
        self.editing = StayEditing(self)
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(AUTOSAVE)
        self._autosave.timeout.connect(self.autosave)
        self.undo_stack.cleanChanged.connect(self.file_changed)

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
            self._refuse_change()
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
        self.add_traveller(self._blank().travellers[0], text)

    def remove_traveller(self, text: str) -> None:
        """Remove the shown traveller; the last one leaves a blank one behind."""
        self.settling.emit()
        kept = (*self._case.travellers[: self._traveller], *self._case.travellers[self._traveller + 1 :])
        after = msgspec.structs.replace(self._case, travellers=kept or self._blank().travellers)
        self.change_case(after, text, show=max(0, self._traveller - 1))

    def change_case(self, after: Case, text: str, *, merge: bool = False, show: int | None = None) -> None:
        """Change the whole case so that it can be undone."""
        if self.read_only:
            self._refuse_change()
            return
        shown = self._traveller if show is None else show
        self.undo_stack.push(
            ChangeCase(self._take, self._case, after, (self._traveller, shown), self._selection, text, merge)
        )

    def _refuse_change(self) -> None:
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
        self._autosave.start()
        self._refresh()
        self.file_changed.emit()

    def _refresh(self) -> None:
        self._pair = self._assessment = None
        self.sketch = None  # it was found for what was shown before
        self.changed.emit()

    def _blank(self) -> Case:
        return Case(travellers=(Traveller(name="", citizenship=""),))

    # The file

    @property
    def blank(self) -> bool:
        """Tell whether nothing was entered yet."""
        return self.path is None and not any(t.stays or t.name or t.citizenship for t in self._case.travellers)

    def new(self) -> None:
        """Begin an empty case."""
        self.settling.emit()
        self._put_away()
        self._become(self._blank(), None, None)

    def open(self, path: Path, *, as_copy: bool = False) -> bool:
        """Open a file and tell whether it could be; if not, say why and keep what is open."""
        self.settling.emit()
        # Before it is read: it may be the very file that is open
        self.autosave()
        try:
            opened = open_case(path)
        except (StoreError, CaseFileError) as error:
            self._refuse(error, path)
            return False
        case = opened.document.case
        found = [
            p for p in problems(case, bundled.countries(), self.today) if p.value or p.code != "unknown-country"
        ]
        if found:
            self.told.emit(f"{path.name}: {problem_texts.problem(self.w, found[0], case)}", True)
            return False
        self._put_away()
        if not case.travellers:
            case = msgspec.structs.replace(case, travellers=self._blank().travellers)
        self._become(case, None if as_copy else path, None if as_copy else opened.stamp, opened.document.newer)
        if self.read_only:
            self.told.emit(problem_texts.newer(self.w, path.name), True)
        return True

    def save(self, path: Path | None = None) -> bool:
        """Save to a path, or where the case came from, and tell whether it worked; if not, say why."""
        target = path or self.path
        if target is None:
            return False
        same = self.path is not None and target.resolve() == self.path.resolve()
        if same and self.read_only:
            self._refuse_change()
            return False
        try:
            self._stamp = save_case(
                self._case, target, known=self._stamp if same else None, keep_backup=not (same and self._backed_up)
            )
        except StoreError as error:
            self.told.emit(problem_texts.saving(self.w, error), True)
            return False
        self._backed_up = True
        self.path = target
        self.read_only = False
        self.undo_stack.setClean()
        if self._unsaved is not None:
            self._unsaved.forget()
        self.file_changed.emit()
        return True

    def autosave(self) -> None:
        """Save what was changed: to its file, or beside the settings while it has none."""
        self._autosave.stop()
        if self.read_only or self.undo_stack.isClean():
            return
        if self.path is not None and self.save():
            return
        # What has no file yet, or a file that cannot be written now, is kept where the next start finds it
        if self._unsaved is not None:
            self._tell_aside(self._unsaved.keep(self._case))

    def _put_away(self) -> None:
        """Keep what is open before something else is; a case without a file gets one of its own."""
        self.autosave()
        if self._unsaved is not None and self._unsaved.ours:
            self._tell_aside(self._unsaved.set_aside())

    def _tell_aside(self, aside: Path | None) -> None:
        if aside is not None:
            self.put_away.emit(aside)

    def restore_unsaved(self) -> None:
        """Take up a case that was never saved to a file."""
        if self._unsaved is None:
            return
        try:
            case = self._unsaved.take_up()
        except (StoreError, CaseFileError) as error:
            self._refuse(error, self._unsaved.path)
            return
        if case is not None:
            self.change_case(case, "restore")

    def let_go(self) -> None:
        """End with this window: what is kept of it is for the next run."""
        if self._unsaved is not None:
            self._unsaved.let_go()

    def _refuse(self, error: StoreError | CaseFileError, path: Path) -> None:
        text = problem_texts.opening(self.w, error, path.name)
        if backup := backup_of(path):
            text += " " + self.w.gettext("A copy of an earlier version lies beside it: {name}.").format(
                name=backup.name
            )
        self.told.emit(text, True)

    def _become(self, case: Case, path: Path | None, stamp: Stamp | None, read_only: bool = False) -> None:
        self._case, self.path, self._stamp = case, path, stamp
        self._backed_up = False
        if self._unsaved is not None:
            self._unsaved.ours = False
        self.read_only = read_only
        self._traveller, self._selection, self._preview = 0, -1, None
        self.editing.forget()
        self.undo_stack.clear()
        self._autosave.stop()
        self.opened.emit()
        self._refresh()
        self.file_changed.emit()
