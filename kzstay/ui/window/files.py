"""Files of the window: opening, saving, recent ones and the report, each with its dialog and its sentence."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from kzstay import bundled
from kzstay.files.atomic import fitting
from kzstay.files.kept import same_file
from kzstay.files.store import BACKUP
from kzstay.i18n import Language
from kzstay.paths import resource
from kzstay.texts import foreign, keeping
from kzstay.texts.words import words
from kzstay.ui.system import settings as settings_file

if TYPE_CHECKING:
    from kzstay.ui.session.unsaved import Kept
    from kzstay.ui.window.main_window import MainWindow

SUFFIX = ".kzstay"


class FileActions:
    """What a window does with files."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._session = window.session()
        self._settings = window.settings
        self._shows_example = False

    def new(self) -> None:
        """Begin an empty case."""
        if self._session.new():
            self._leave_example()

    def open(self, path: Path) -> bool:
        """Open a file and tell whether it could be."""
        if same_file(path, resource(bundled.EXAMPLE)):
            # It is for everybody, and stays as it is
            return self.open_example()
        # The earlier version beside a file is looked at as a copy, and stays what it is
        copy = path.suffix == BACKUP
        if not self._session.open(path, as_copy=copy):
            return False
        if not copy:
            self._remember(path)
        self._leave_example()
        self._window.timeline.show_period()
        return True

    def open_example(self) -> bool:
        """Open the example as a case of one's own, on the day it was made for; tell whether it could be."""
        session = self._session
        if not session.file.open_pattern(resource(bundled.EXAMPLE)):
            return False
        session.set_day(session.law.date)
        self._shows_example = True
        self._window.timeline.show_period()
        w = session.w
        text = w.gettext("An example, reckoned for {day}.").format(day=w.full_day(session.on))
        self._window.info.tell(text, False, w.gettext("New case"), self.new)
        return True

    def _leave_example(self) -> None:
        if self._shows_example:
            self._shows_example = False
            self._session.set_day(self._session.today)

    def choose_and_open(self) -> None:
        """Ask for a file and open it."""
        from PySide6.QtWidgets import QFileDialog

        w = self._session.w
        earlier = w.gettext("Earlier versions") + f" (*{SUFFIX}{BACKUP})"
        kinds = f"{self._filter()};;{earlier}"
        name, _ = QFileDialog.getOpenFileName(self._window, w.gettext("Open case"), self._folder(), kinds)
        if name:
            self.open(Path(name))

    def save(self) -> bool:
        """Save to the file of the case, or ask for one."""
        session = self._session
        self._window.finish_typing()
        return session.save() if session.path and not session.read_only else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and save to it."""
        from PySide6.QtWidgets import QFileDialog

        w, session = self._session.w, self._session
        start = session.path or Path(self._folder()) / f"{session.traveller.name or 'kzstay'}{SUFFIX}"
        if session.read_only:
            start = start.with_stem(f"{start.stem} 2")
        name, _ = QFileDialog.getSaveFileName(self._window, w.gettext("Save case"), str(start), self._filter())
        if not name or self._would_replace(name, SUFFIX) or not session.save(_with_suffix(name, SUFFIX)):
            return False
        self._remember(_with_suffix(name, SUFFIX))
        return True

    def export_report(self, language: Language) -> None:
        """Ask for a file and write the report of the shown traveller to it, in a language of its own."""
        from PySide6.QtWidgets import QFileDialog

        w, session = self._session.w, self._session
        stem = session.path.stem if session.path else session.traveller.name or "kzstay"
        folder = Path(self._folder())
        start = folder / fitting(stem, f" {session.on.isoformat()}.pdf", folder)
        kind = w.gettext("PDF document") + " (*.pdf)"
        name, _ = QFileDialog.getSaveFileName(self._window, w.gettext("Export report"), str(start), kind)
        if name and not self._would_replace(name, ".pdf"):
            self.write_report(_with_suffix(name, ".pdf"), language)

    def write_report(self, path: Path, language: Language) -> bool:
        """Write the report of the shown traveller and tell whether it worked."""
        from kzstay.export.report_pdf import write_report

        session, w, info = self._session, self._session.w, self._window.info
        try:
            write_report(
                [session.assessment],
                words(language),
                path,
                left_out=session.editing.left_out(),
            )
        except OSError as error:
            reason = w.gettext("{file}: The report could not be written ({reason}).")
            info.tell(reason.format(file=foreign.file(path), reason=error.strerror or ""), True)
            return False
        info.tell(w.gettext("Report written: {file}").format(file=foreign.file(path)), False)
        return True

    def _would_replace(self, name: str, suffix: str) -> bool:
        """Tell whether a suffix added after the dialog makes it another file, which nobody was asked about."""
        path = _with_suffix(name, suffix)
        if str(path) == str(Path(name)) or not path.exists():
            return False
        w = self._session.w
        text = w.gettext("{file} exists already. Choose it in the dialog to replace it.").format(
            file=foreign.file(path)
        )
        self._window.info.tell(text, True)
        return True

    def list_recent(self, menu: QMenu) -> None:
        """Fill a menu with the recent files."""
        menu.clear()
        menu.setToolTipsVisible(True)
        for name in self._settings.recent:
            shown = foreign.file(Path(name)).replace("&", "&&")  # a single one would underline a letter
            action = menu.addAction(shown, lambda name=name: self.open(Path(name)))
            action.setToolTip(f"<span>{escape(foreign.clean(name))}</span>")
        if not self._settings.recent:
            menu.addAction(self._session.w.gettext("No recent files")).setEnabled(False)

    def remember_put_away(self, path: Path) -> None:
        """Say where a case without a file went; it is among the recent ones."""
        self._remember(path)
        w = self._session.w
        kept = w.gettext("The case was kept as {name}, see Recent files.").format(name=foreign.file(path))
        self._window.info.also(kept)

    def offer_kept(self, found: Kept) -> None:
        """Say that edits of the opened file were kept aside, and offer them."""
        w, file = self._session.w, self._session.file
        text = keeping.kept_of(w, (self._session.path or found.place).name)
        self._window.info.also(text, True, w.gettext("Restore these edits"), lambda: file.take_up(found))

    def offer_copy(self, path: Path) -> None:
        """Offer the earlier version beside a file that cannot be opened."""
        self._window.info.offer(self._session.w.gettext("Open the copy"), lambda: self.open(path))

    def offer_again(self, path: Path) -> None:
        """Say that another program has changed the file, and offer to read it again."""
        w = self._session.w
        self._window.info.tell(
            keeping.changed_outside(w, path.name), True, w.gettext("Open it again"), lambda: self.open(path)
        )

    def keep_settings(self) -> None:
        """Keep what was chosen for the next start."""
        settings_file.save(self._settings)

    def _remember(self, path: Path) -> None:
        settings_file.remember_recent(self._settings, path)
        self.keep_settings()

    def _folder(self) -> str:
        if self._session.path:
            return str(self._session.path.parent)
        return str(Path(self._settings.recent[0]).parent if self._settings.recent else Path.home())

    def _filter(self) -> str:
        return self._session.w.gettext("kzstay case") + f" (*{SUFFIX})"


def _with_suffix(name: str, suffix: str) -> Path:
    # A dot alone is no suffix: “Anna 22.11.2026” is a name that people give
    return Path(name if name.casefold().endswith(suffix) else name + suffix)
