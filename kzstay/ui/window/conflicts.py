"""Conflicts: what can be done where a case is not in its file, offered until it is answered or no longer so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kzstay.files.codec import CaseFileError
from kzstay.files.store import StoreError, open_case
from kzstay.guard import guarded
from kzstay.texts import keeping
from kzstay.texts import problems as problem_texts
from kzstay.ui.session.case_file import CaseFile
from kzstay.ui.session.session import Session
from kzstay.ui.window.files import FileActions
from kzstay.ui.window.info_bar import InfoBar, Offer

CONFLICT = "conflict", "outside"  # with another program


@guarded
class Conflicts(QObject):
    """Says what stands between a case and its file, with the buttons that help."""

    def __init__(
        self, window: QWidget, session: Session, case_file: CaseFile, files: FileActions, info: InfoBar
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._file = case_file
        self._files = files
        self._info = info
        self._text = ""
        self._kind = ""  # of what is said, as long as it is so
        self._path: Path | None = None
        case_file.stuck.connect(self._say)
        case_file.changed_outside.connect(self._say_outside)
        case_file.changed.connect(self._look)
        session.opened.connect(self._forget)

    def _say_outside(self, path: Path) -> None:
        self._say(keeping.changed_outside(self._session.view.w, path.name), "outside")

    def _say(self, text: str, kind: str) -> None:
        self._text, self._kind, self._path = text, kind, self._file.path
        w, files = self._session.view.w, self._files
        save: Offer = (w.gettext("Save as…"), self._until_saved(files.save_as))
        if kind == "restored":  # nothing is lost, and nobody has to decide
            self._info.tell(text, False, *save)
            return
        offers = [save]
        if kind in CONFLICT and self._path is not None:
            again: Offer = (w.gettext("Open it again"), self._until_saved(self._reload))
            look: Offer = (w.gettext("Compare"), self.compare)
            offers = [again, look, save] if kind == "outside" else [save, again, look]
        self._info.keep(text, offers)

    def _until_saved(self, do: Callable[[], bool]) -> Callable[[], None]:
        """Do something, and go on saying what is the matter where it was not done after all."""

        def tried() -> None:
            kind, text = self._kind, self._text
            if not do() and kind and kind != "restored":
                self._say(text, kind)

        return tried

    def _reload(self) -> bool:
        return self._path is not None and self._files.open(self._path)

    def compare(self) -> None:
        """Show what differs between the window and the file."""
        from kzstay.ui.window.comparison import Comparison

        self._session.commit_requested.emit()
        path, w = self._path, self._session.view.w
        if path is None:
            return
        try:
            there = open_case(path).document.case
        except (StoreError, CaseFileError) as error:
            self._info.tell(problem_texts.opening(w, error, path.name), True)
            return
        dialog = Comparison(w, path.name, self._session.case, there, self._window)
        dialog.save_asked.connect(self._until_saved(self._files.save_as))
        dialog.reload_asked.connect(self._until_saved(self._reload))
        dialog.rejected.connect(self._say_again)
        dialog.open()

    def _say_again(self) -> None:
        """Go on saying it: to have looked is no answer."""
        if self._kind:
            self._say(self._text, self._kind)

    def _look(self) -> None:
        """Stop saying what is no longer so."""
        if not self._kind:
            return
        if self._kind in CONFLICT:
            over = self._file.path != self._path or not self._file.outdated
        else:
            over = self._file.path is not None and self._session.undo_stack.isClean()
        if over:
            self._forget()
            self._info.release()

    def _forget(self) -> None:
        self._kind, self._text, self._path = "", "", None
