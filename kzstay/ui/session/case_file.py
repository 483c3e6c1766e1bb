"""The file of the open case: opening and saving it, and where it is kept while it has none."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from kzstay import bundled
from kzstay.core.case import Case
from kzstay.core.problems import OUT_OF_PLACE, Problem, problems
from kzstay.files import kept
from kzstay.files.atomic import remove_stale
from kzstay.files.codec import CaseFileError
from kzstay.files.store import Stamp, StoreError, backup_of, changed_since, open_case, save_case
from kzstay.guard import guarded
from kzstay.texts import foreign, keeping
from kzstay.texts import problems as problem_texts
from kzstay.ui.session.claim import Claim
from kzstay.ui.session.session import Session
from kzstay.ui.session.unsaved import Kept, Unsaved

SOON = 1000  # milliseconds after the last change
LATEST = 4000  # milliseconds after the first change that is not saved, however steadily others follow
RESTORE = "restore"
STRANGE = "not-text", "not-json", "foreign"


@guarded
class CaseFile(QObject):
    """The file of a session.

    Signals: ``changed`` for another name, or where all is saved or no longer is; ``set_aside`` for a case that was
    kept under a name before another was opened; ``kept_found`` for edits of the opened file that were kept aside;
    ``copy_found`` for the earlier version beside a file that cannot be opened; ``stranger_found`` for one that is
    no case at all; ``changed_outside`` for a file that another program has changed while nothing here was;
    ``stuck`` with a sentence on what is not in its file, and why: conflict, failed, recovered, or restored.
    """

    changed = Signal()
    set_aside = Signal(Path)
    kept_found = Signal(object)
    copy_found = Signal(Path)
    stranger_found = Signal(Path)
    changed_outside = Signal(Path)
    stuck = Signal(str, str)

    def __init__(self, session: Session, unsaved: Path | None) -> None:
        super().__init__(session)
        self._session = session
        self.path: Path | None = None
        # Asked where a case is about to go that could be kept nowhere: may it?
        self.may_lose: Callable[[], bool] = lambda: False
        # Asked where typed rows are about to go that cannot be used yet, and hence are not saved: may they?
        self.may_drop: Callable[[], bool] = lambda: True
        self._unsaved = Unsaved(unsaved) if unsaved else None
        self._stamp: Stamp | None = None
        self.claim = Claim(self._unsaved.folder if self._unsaved else None)
        self._backed_up = self._told_outside = self._gone = False
        self._refusal = ""  # why the last save failed, as it was told
        self.origin: Path | None = None  # the file that a recovered case could not be saved to
        self._taken_up: tuple[int, Path] | None = None  # the step that took kept edits up, and where they lie
        self._soon, self._latest = self._timer(SOON), self._timer(LATEST)
        session.edited.connect(self._save_soon)
        session.undo_stack.cleanChanged.connect(self.changed)

    def _timer(self, wait: int) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=wait)
        timer.timeout.connect(self.autosave)
        return timer

    @property
    def blank(self) -> bool:
        """Tell whether there is no file, and nothing was entered yet."""
        return self.path is None and self._session.blank

    @property
    def saves_soon(self) -> bool:
        """Tell whether what was changed is in its file in a moment, as far as is known."""
        return self.path is not None and self._soon.isActive() and not self._refusal

    def _save_soon(self) -> None:
        self._soon.start()
        if not self._latest.isActive():
            self._latest.start()

    # Opening

    def new(self) -> bool:
        """Begin an empty case and tell whether what was open may go."""
        self._session.commit_requested.emit()
        if not self.may_go():
            return False
        aside = self._put_away()
        self._become(self._session.blank_case(), None, None)
        self._tell_set_aside(aside)
        return True

    def open(self, path: Path, *, as_copy: bool = False) -> bool:
        """Open a file and tell whether it could be; if not, say why and keep what is open.

        What is opened as a copy has no file and is not saved yet.
        """
        if not self._open(path, as_copy=as_copy):
            return False
        if as_copy:
            self._session.undo_stack.resetClean()
            self._save_soon()
        return True

    def open_pattern(self, path: Path) -> bool:
        """Open a copy of what nobody can lose, as the example is; it is kept from the first edit on."""
        return self._open(path, as_copy=True)

    def _open(self, path: Path, *, as_copy: bool) -> bool:
        session = self._session
        session.commit_requested.emit()
        # Before it is read: it may be the very file that is open, and hold what is typed while a question stands
        if not self.may_go():
            return False
        try:
            opened = open_case(path)
        except (StoreError, CaseFileError) as error:
            self._refuse(error, path)
            if isinstance(error, CaseFileError) and error.code in STRANGE and backup_of(path) is None:
                self.stranger_found.emit(path)
            return False
        case = opened.document.case
        if problem := self._problem_of(case):
            session.message.emit(f"{foreign.file(path)}: {problem}", True)
            return False
        aside = self._put_away()
        if as_copy:
            self._become(case, None, None, opened.document.newer)
        else:
            self._become(case, path, opened.stamp, opened.document.newer)
            remove_stale(path.parent)
        told = [problem_texts.newer(session.view.w, path.name)] if self._session.read_only else []
        # What means nothing is told once; nothing is lost, and it can be mended here
        told += [
            problem_texts.problem(session.view.w, one, case)
            for one in self._problems(case)
            if one.code in OUT_OF_PLACE
        ]
        if not as_copy and not self.claim.take(path):
            told.append(keeping.open_elsewhere(session.view.w, path.name))
        if told:
            session.message.emit(" ".join(told), True)
        self._tell_set_aside(aside)
        if not as_copy and not self._session.read_only:
            self._look_for_kept(path)
        return True

    def _problem_of(self, case: Case) -> str:
        found = [
            problem
            for problem in self._problems(case)
            if problem.code not in OUT_OF_PLACE and (problem.value or problem.code != "unknown-country")
        ]
        return problem_texts.problem(self._session.view.w, found[0], case) if found else ""

    def _problems(self, case: Case) -> list[Problem]:
        return problems(case, bundled.countries(), self._session.view.today, bundled.law().part_names)

    def _refuse(self, error: StoreError | CaseFileError, path: Path) -> None:
        w = self._session.view.w
        text = problem_texts.opening(w, error, path.name)
        backup = backup_of(path)
        if backup is not None:
            text += " " + w.gettext("A copy of an earlier version is kept next to it: {name}.").format(
                name=foreign.file(backup)
            )
        self._session.message.emit(text, True)
        if backup is not None:
            self.copy_found.emit(backup)

    def _become(self, case: Case, path: Path | None, stamp: Stamp | None, read_only: bool = False) -> None:
        self.path, self._session.read_only, self._stamp = path, read_only, stamp
        self._backed_up = self._told_outside = False
        self._refusal = ""
        self.origin = self._taken_up = None
        self.claim.release()
        if self._unsaved is not None:
            self._unsaved.ours = False
        self._stop()
        if not case.travellers:
            case = msgspec.structs.replace(case, travellers=self._session.blank_case().travellers)
        self._session.become(case)
        self.changed.emit()

    # Saving

    def save(self, path: Path | None = None) -> bool:
        """Save to a path, or where the case came from, and tell whether it worked; if not, say why."""
        target = path or self.path
        if target is None:
            return False
        if self._is_open(target) and self._session.read_only:
            self._session.refuse_change()
            return False
        error = self._write(target)
        if error is None:
            return True
        self._refusal = ""  # who asks is told, even once more
        self._keep(error)
        return False

    def autosave(self) -> bool:
        """Save what was changed, to its file or beside the settings; tell whether all of it is on the disk."""
        self._stop()
        if self._gone or self._session.read_only:
            return True
        if self._session.undo_stack.isClean():
            # What was kept of it and is undone since is not to come back; what is refused after that is told anew
            self._forget_undone()
            self._refusal = ""
            if self._unsaved is not None:
                self._unsaved.forget()
            return True
        error = self._write(self.path) if self.path is not None else None
        if self.path is not None and error is None:
            return True
        return self._keep(error)

    def may_go(self) -> bool:
        """Keep what is open, and tell whether it may go: it is on the disk, or the person lets it go."""
        if not (self.autosave() or self._unsaved is None or self.blank or self.may_lose()):
            return False
        return not any(draft.typed for draft in self._session.state.drafts) or self.may_drop()

    def _write(self, target: Path) -> StoreError | None:
        same = self._is_open(target)
        known, keep_backup = self._stamp if same else None, not (same and self._backed_up)
        try:
            self._stamp = save_case(self._session.case, target, known=known, keep_backup=keep_backup)
        except StoreError as error:
            return error
        self._stop()
        self._drop_kept()
        self._backed_up, self._told_outside, self.origin = True, False, None
        self.path, self._session.read_only = target, False
        w, refused_before, self._refusal = self._session.view.w, self._refusal, ""
        self._session.undo_stack.setClean()
        self.changed.emit()
        if refused_before:
            self._session.message.emit(keeping.saved_again(w, target.name), False)
        if not same:
            remove_stale(target.parent)
            if not self.claim.take(target):
                self._session.message.emit(keeping.open_elsewhere(w, target.name), True)
        return None

    def _is_open(self, path: Path) -> bool:
        return self.path is not None and kept.same_file(path, self.path)

    # Keeping what has no file, or a file that cannot be written now, where the next start finds it

    def _keep(self, error: StoreError | None) -> bool:
        """Keep the case, say what was refused, and try again later; tell whether it is kept."""
        w, told = self._session.view.w, [problem_texts.saving(self._session.view.w, error)] if error else []
        aside, safe = None, self._session.undo_stack.isClean()
        if self._unsaved is not None and not safe:
            self._forget_undone()
            try:
                aside = self._unsaved.keep(self._session.case, self.path or self.origin)
                safe = True
                self._drop_older()
                told = keeping.refused(w, error) if error and self.path else told
            except StoreError as refused:
                told.append(keeping.not_kept(w, refused))
        text = " ".join(told)
        if text and text != self._refusal:
            self.stuck.emit(text, "conflict" if error and error.code == "changed" else "failed")
        self._refusal = text
        self.changed.emit()
        self._tell_set_aside(aside)
        if text and not self._session.undo_stack.isClean():
            self._latest.start()
        return safe

    def _put_away(self) -> Path | None:
        """Give what was kept of an open case that may go a place of its own, and return it."""
        self._forget_undone()
        if self._unsaved is not None and self._unsaved.ours:
            with suppress(OSError):
                return self._unsaved.set_aside()
        return None

    def _tell_set_aside(self, aside: Path | None) -> None:
        if aside is not None:
            self.set_aside.emit(aside)

    def restore(self) -> None:
        """Take up a case that was never saved to a file, or whose file did not take it."""
        if self._unsaved is None:
            return
        try:
            found = self._unsaved.take_up()
        except (StoreError, CaseFileError) as error:
            self._refuse(error, self._unsaved.path)
            return
        if found is None:
            return
        if problem := self._problem_of(found.case):
            self._session.message.emit(f"{foreign.file(found.place)}: {problem}", True)
            with suppress(OSError):
                self.set_aside.emit(self._unsaved.set_aside())
            return
        self._go_on(found)

    def copies(self) -> list[Kept]:
        """Return the cases that were put by, the last one first."""
        return self._unsaved.copies() if self._unsaved is not None else []

    def open_copy(self, found: Kept) -> None:
        """Go on with a case that was put by, in place of what is open."""
        if problem := self._problem_of(found.case):
            self._session.message.emit(f"{foreign.file(found.place)}: {problem}", True)
        elif self.new():
            self._go_on(found)

    def _go_on(self, found: Kept) -> None:
        self.take_up(found)
        self.origin = found.origin
        self.changed.emit()  # whose copy it is
        kind = "restored" if found.origin is None else "recovered"
        self.stuck.emit(keeping.recovered(self._session.view.w, found.origin), kind)

    def take_up(self, found: Kept) -> None:
        """Go on with edits that were kept aside, in a step that can be undone."""
        session = self._session
        session.commit_requested.emit()
        self._taken_up = session.undo_stack.index(), found.place
        if self._unsaved is not None and self._unsaved.path == found.place:
            self._unsaved.ours = True
        session.change_case(found.case, RESTORE)

    def _look_for_kept(self, path: Path) -> None:
        found = self._unsaved.kept_of(path) if self._unsaved is not None else None
        if found is None or self._problem_of(found.case):
            return
        if found.case != self._session.case:
            self.kept_found.emit(found)
            return
        with suppress(OSError):
            found.place.unlink()

    def _drop_kept(self) -> None:
        """Remove what was kept of the case, which its file holds now."""
        self._forget_undone()
        if self._taken_up is not None:
            with suppress(OSError):
                self._taken_up[1].unlink(missing_ok=True)
            self._taken_up = None
        if self._unsaved is not None:
            self._unsaved.forget()

    def _drop_older(self) -> None:
        """Remove the kept edits that were taken up: what was made of them is kept now."""
        if self._taken_up is not None and self._unsaved is not None and self._taken_up[1] != self._unsaved.path:
            with suppress(OSError):
                self._taken_up[1].unlink(missing_ok=True)

    def _forget_undone(self) -> None:
        """Leave kept edits where they lie if the step is undone that took them up."""
        if self._taken_up is None:
            return
        stack, (at, place) = self._session.undo_stack, self._taken_up
        if stack.index() <= at or stack.text(at) != RESTORE:
            self._taken_up = None
            if self._unsaved is not None and self._unsaved.path == place:
                self._unsaved.ours = False

    # Others: programs and windows

    @property
    def outdated(self) -> bool:
        """Tell whether another program has changed the file since it was read or saved here."""
        return self.path is not None and self._stamp is not None and changed_since(self.path, self._stamp)

    def look_again(self) -> None:
        """Tell once if another program has changed the file while nothing was changed here."""
        if not self._told_outside and self._session.undo_stack.isClean() and self.outdated:
            self._told_outside = True
            self.changed_outside.emit(self.path)

    def let_go(self) -> None:
        """End with this window: what is kept of it is for the next run."""
        self._gone = True
        self._stop()
        self.claim.release()
        if self._unsaved is not None:
            self._unsaved.let_go()

    def _stop(self) -> None:
        self._soon.stop()
        self._latest.stop()
