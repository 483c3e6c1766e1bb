"""The entrance of what is imported: chosen, pasted or dropped; and what the window shows of it after."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kzstay.core.days import DAY
from kzstay.drawing.scale import Scale
from kzstay.guard import guarded
from kzstay.imports.suffixes import SUFFIXES
from kzstay.texts import foreign
from kzstay.ui.places.frame import Places
from kzstay.ui.places.registry import PLACES
from kzstay.ui.session.session import Session
from kzstay.ui.window.controller import Controller
from kzstay.ui.window.files import FileActions
from kzstay.ui.window.info_bar import InfoBar
from kzstay.ui.window.preferences import Preferences

if TYPE_CHECKING:  # all that reads and shows a source is read in when there is one
    from kzstay.ui.window.importing.dialog import ImportDialog
    from kzstay.ui.window.importing.source import Found, Source

STEP = "import"
PEOPLE = "people"


@guarded
class Importing(QObject):
    """What a person brings in from elsewhere, from the first click to the stays in the window."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        controller: Controller,
        files: FileActions,
        preferences: Preferences,
        places: Places,
        info: InfoBar,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._controller = controller
        self._files = files
        self._preferences = preferences
        self._places = places
        self._info = info
        self._folder: Path | None = None  # where the last source was
        self.dialog: ImportDialog | None = None  # which is open, or about to be
        session.opened.connect(self._close)

    # What brings something in

    def choose(self) -> None:
        """Ask for a file and import it."""
        from kzstay.ui.window.importing.dialog import ask_for_file

        self._controller.finish_typing()
        if not self._session.refuses_change() and (
            path := ask_for_file(self._window, self._session.view.w, self._start)
        ):
            self.import_file(path)

    def import_file(self, path: Path) -> None:
        """Import a file."""
        from kzstay.ui.window.importing.source import Source

        self._folder = path.absolute().parent
        self._begin(Source(path=path))

    def import_text(self, text: str) -> None:
        """Import a text."""
        from kzstay.ui.window.importing.source import Source

        self._begin(Source(text=text))

    def paste(self) -> None:
        """Import what the clipboard holds, a text or a file."""
        held = QGuiApplication.clipboard().mimeData()
        files = [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()] if held is not None else []
        if files:
            self.drop(files)
        elif held is not None and held.text().strip():
            self.import_text(held.text())
        else:
            w = self._session.view.w
            self._info.tell(w.gettext("The clipboard holds no text. Copy a list of stays first."), False)

    def drop(self, paths: Sequence[Path]) -> None:
        """Import the first of some files, or open it if it is a case; say that the others are left."""
        for path in paths[:1]:
            if path.suffix.casefold() in SUFFIXES:
                self.import_file(path)
            else:
                self._files.open(path)
        if len(paths) > 1:
            w = self._session.view.w
            told = w.gettext("One file at a time: {file} was taken, the others were not.")
            self._info.also(told.format(file=foreign.file(paths[0])))

    def offer(self, path: Path) -> None:
        """Offer to import a file that was to be opened and is no case."""
        self._info.offer(self._session.view.w.gettext("Import it…"), lambda: self.import_file(path))

    @property
    def _start(self) -> Path:
        return self._folder if self._folder is not None and self._folder.is_dir() else self._files.folder

    # What becomes of it

    def _begin(self, source: Source) -> None:
        from kzstay.ui.window.importing.dialog import ImportDialog

        self._controller.finish_typing()
        self._session.commit_requested.emit()
        if self._session.refuses_change():
            return
        self._close()  # one at a time
        theme = self._preferences.dress()
        self.dialog = dialog = ImportDialog(self._session, source, theme, self._start, self._window)
        dialog.settled.connect(lambda: self._settle(dialog))
        dialog.taken.connect(self._take)
        dialog.chosen.connect(self.import_file)
        dialog.finished.connect(lambda _how: self._forget(dialog))
        dialog.begin()

    def _settle(self, dialog: ImportDialog) -> None:
        """Show what came of a source; of a text that is nothing of ours one sentence is enough."""
        if dialog.error is not None and dialog.pasted and not dialog.isVisible():
            self._info.tell(dialog.told_error, True)
            self._forget(dialog)
            dialog.deleteLater()
        else:
            dialog.open_now()

    def _close(self) -> None:
        """Close the dialog where another case was handed over: what is in it is no part of that."""
        if self.dialog is not None:
            self.dialog.reject()

    def _forget(self, dialog: ImportDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None

    def _take(self, found: Found) -> None:
        """Make what was found a part of the case, in one step, and show it."""
        from kzstay.ui.window.importing import telling

        session = self._session
        if session.refuses_change():
            return
        session.change_case(found.merged.case, STEP)
        self._show(found)
        self._controller.offer_back(telling.done(session.view.w, found), session.undo)

    def _show(self, found: Found) -> None:
        people = [one.key for one in found.merged.joined]
        if len(people) > 1 and any(place.name == PEOPLE for place in PLACES):
            self._places.show_place(PEOPLE)
            return
        if not people:
            return
        self._session.show(people[0])
        self._controller.show_page("stays")
        self._see(found)

    def _see(self, found: Found) -> None:
        """Show the days that came on the timeline, and now."""
        session, timeline = self._session, self._places.stay.timeline
        joined = found.merged.joined[0]
        keys = {key for key in joined.keys if key is not None}
        stays = [stay for stay in session.traveller.stays if stay.key.number in keys]
        if not stays:
            return
        on = session.view.on
        first = min(stay.entry for stay in stays)
        last = max(stay.exit or on for stay in stays)
        first, last = min(first, on), max(last, on)
        margin = max(DAY * 10, (last - first) // 20)
        timeline.look_at(Scale.showing(first - margin, last + margin, timeline.width()))
        session.select_stay(max(stays, key=lambda stay: stay.entry).key.number)
