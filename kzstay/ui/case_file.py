"""The file of the open case: opening and saving it, and where it is kept while it has none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from kzstay import bundled
from kzstay.core.case import Case, problems
from kzstay.files.codec import CaseFileError
from kzstay.files.store import Stamp, StoreError, backup_of, open_case, save_case
from kzstay.texts import problems as problem_texts
from kzstay.ui.unsaved import Unsaved

if TYPE_CHECKING:
    from kzstay.ui.session import Session

AUTOSAVE = 1000  # milliseconds after the last change


class CaseFile(QObject):
    """What a session does with files.

    Signals: ``changed`` for another name, or where all is saved or no longer is; ``put_away`` for a case without
    a file that was kept under a name before another was opened.
    """

    changed = Signal()
    put_away = Signal(Path)

    def __init__(self, session: Session, unsaved: Path | None) -> None:
        super().__init__(session)
        self._session = session
        self.path: Path | None = None
        self.read_only = False
        self._unsaved = Unsaved(unsaved) if unsaved else None
        self._stamp: Stamp | None = None
        self._backed_up = False
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(AUTOSAVE)
        self._autosave.timeout.connect(self.autosave)
        session.undo_stack.cleanChanged.connect(self.changed)

    def edited(self) -> None:
        """Save soon: the case was changed."""
        self._autosave.start()

    def new(self) -> None:
        """Begin an empty case."""
        self._session.settling.emit()
        self._put_away()
        self._become(self._session.blank_case(), None, None)

    def open(self, path: Path, *, as_copy: bool = False) -> bool:
        """Open a file and tell whether it could be; if not, say why and keep what is open."""
        self._session.settling.emit()
        # Before it is read: it may be the very file that is open
        self.autosave()
        try:
            opened = open_case(path)
        except (StoreError, CaseFileError) as error:
            self._refuse(error, path)
            return False
        case = opened.document.case
        found = [
            p
            for p in problems(case, bundled.countries(), self._session.today)
            if p.value or p.code != "unknown-country"
        ]
        if found:
            self._session.told.emit(f"{path.name}: {problem_texts.problem(self._session.w, found[0], case)}", True)
            return False
        self._put_away()
        if not case.travellers:
            case = msgspec.structs.replace(case, travellers=self._session.blank_case().travellers)
        self._become(case, None if as_copy else path, None if as_copy else opened.stamp, opened.document.newer)
        if self.read_only:
            self._session.told.emit(problem_texts.newer(self._session.w, path.name), True)
        return True

    def save(self, path: Path | None = None) -> bool:
        """Save to a path, or where the case came from, and tell whether it worked; if not, say why."""
        target = path or self.path
        if target is None:
            return False
        same = self.path is not None and target.resolve() == self.path.resolve()
        if same and self.read_only:
            self._session.refuse_change()
            return False
        try:
            self._stamp = save_case(
                self._session.case,
                target,
                known=self._stamp if same else None,
                keep_backup=not (same and self._backed_up),
            )
        except StoreError as error:
            self._session.told.emit(problem_texts.saving(self._session.w, error), True)
            return False
        self._backed_up = True
        self.path = target
        self.read_only = False
        self._session.undo_stack.setClean()
        if self._unsaved is not None:
            self._unsaved.forget()
        self.changed.emit()
        return True

    def autosave(self) -> None:
        """Save what was changed: to its file, or beside the settings while it has none."""
        self._autosave.stop()
        if self.read_only or self._session.undo_stack.isClean():
            return
        if self.path is not None and self.save():
            return
        # What has no file yet, or a file that cannot be written now, is kept where the next start finds it
        if self._unsaved is not None:
            self._tell_aside(self._unsaved.keep(self._session.case))

    def _put_away(self) -> None:
        """Keep what is open before something else is; a case without a file gets one of its own."""
        self.autosave()
        if self._unsaved is not None and self._unsaved.ours:
            self._tell_aside(self._unsaved.set_aside())

    def _tell_aside(self, aside: Path | None) -> None:
        if aside is not None:
            self.put_away.emit(aside)

    def restore(self) -> None:
        """Take up a case that was never saved to a file."""
        if self._unsaved is None:
            return
        try:
            case = self._unsaved.take_up()
        except (StoreError, CaseFileError) as error:
            self._refuse(error, self._unsaved.path)
            return
        if case is not None:
            self._session.change_case(case, "restore")

    def let_go(self) -> None:
        """End with this window: what is kept of it is for the next run."""
        if self._unsaved is not None:
            self._unsaved.let_go()

    def _refuse(self, error: StoreError | CaseFileError, path: Path) -> None:
        text = problem_texts.opening(self._session.w, error, path.name)
        if backup := backup_of(path):
            text += " " + self._session.w.gettext("A copy of an earlier version lies beside it: {name}.").format(
                name=backup.name
            )
        self._session.told.emit(text, True)

    def _become(self, case: Case, path: Path | None, stamp: Stamp | None, read_only: bool = False) -> None:
        self.path, self.read_only, self._stamp = path, read_only, stamp
        self._backed_up = False
        if self._unsaved is not None:
            self._unsaved.ours = False
        self._autosave.stop()
        self._session.become(case)
        self.changed.emit()
