"""File actions: opening, saving, recent files, report and complaints, each with its dialog and its sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kzstay import bundled
from kzstay.core.case import Number
from kzstay.files.atomic import fitting
from kzstay.files.kept import same_file
from kzstay.files.store import BACKUP
from kzstay.guard import guarded
from kzstay.i18n import Language
from kzstay.imports.suffixes import SUFFIXES, is_source
from kzstay.paths import resource
from kzstay.texts import Words, foreign, keeping, lettering
from kzstay.texts import problems as problem_texts
from kzstay.texts.words import words
from kzstay.ui.session.case_file import CaseFile
from kzstay.ui.session.editing import Editing
from kzstay.ui.session.session import Session
from kzstay.ui.session.unsaved import Kept
from kzstay.ui.system import opening
from kzstay.ui.system.settings import Exported
from kzstay.ui.widgets import file_dialogs
from kzstay.ui.window.info_bar import InfoBar
from kzstay.ui.window.preferences import Preferences
from kzstay.ui.window.recent import RecentFiles
from kzstay.ui.window.targets import as_name, replaced_unasked, with_suffix

if TYPE_CHECKING:
    from kzstay.content.blocks import Block

SUFFIX = ".kzstay"
PDF = ".pdf"


@guarded
class FileActions(QObject):
    """What a person does with files; ``opened`` after another case was opened.

    ``source_found`` with a file that is none to open and can be imported.
    """

    opened = Signal()
    source_found = Signal(Path)

    def __init__(
        self, window: QWidget, session: Session, case_file: CaseFile, preferences: Preferences, info: InfoBar
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._file = case_file
        self._editing = Editing(session)
        self._preferences = preferences
        self._settings = preferences.settings
        self._info = info
        self.recent = RecentFiles(self, session, case_file, preferences)
        self._shows_example = False

    def new(self) -> None:
        """Begin an empty case."""
        if self._file.new():
            self._leave_example()

    def open(self, path: Path) -> bool:
        """Open a file and tell whether it could be; what can only be imported is handed on."""
        if is_source(path):
            self.source_found.emit(path)
            return False
        if same_file(path, resource(bundled.EXAMPLE)):
            # It is for everybody, and stays as it is
            return self.open_example()
        # The earlier version beside a file is looked at as a copy, and stays what it is
        copy = path.suffix == BACKUP
        if not self._file.open(path, as_copy=copy):
            return False
        if not copy:
            self._preferences.remember_file(path)
        self._leave_example()
        self.opened.emit()
        return True

    def open_example(self) -> bool:
        """Open the example as a case of one's own, on the day it was made for; tell whether it could be."""
        session = self._session
        if not self._file.open_pattern(resource(bundled.EXAMPLE)):
            return False
        session.view.set_day(session.law.collected)
        self._shows_example = True
        self.opened.emit()
        w = session.view.w
        text = w.gettext("An example, calculated for {day}.").format(day=w.full_day(session.view.on))
        self._info.tell(text, False, w.gettext("New case"), self.new)
        return True

    def _leave_example(self) -> None:
        if self._shows_example:
            self._shows_example = False
            self._session.view.set_day(self._session.view.today)

    def choose_and_open(self) -> None:
        """Ask for a file and open it."""
        w = self._session.view.w
        earlier = w.gettext("Earlier versions") + f" (*{SUFFIX}{BACKUP})"
        lists = w.gettext("Tables, texts and calendars") + f" ({' '.join(f'*{one}' for one in SUFFIXES)})"
        kinds = f"{self._filter()};;{lists};;{earlier}"
        name = file_dialogs.open_name(w, self._window, w.gettext("Open case"), self._folder(), kinds)
        if name:
            self.open(Path(name))

    def save(self) -> bool:
        """Save to the file of the case, or ask for one."""
        session = self._session
        self._session.commit_requested.emit()
        return self._file.save() if self._file.path and not session.read_only else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and save to it."""
        w, session = self._session.view.w, self._session
        start = self._file.path or Path(self._folder()) / f"{self._proposed()}{SUFFIX}"
        if session.read_only:
            start = start.with_stem(f"{start.stem} 2")
        title, kind = w.gettext("Save case"), self._filter()
        name, _ = file_dialogs.save_name(w, self._window, title, str(start), kind)
        if not name or self._would_replace(name, SUFFIX) or not self._file.save(with_suffix(name, SUFFIX)):
            return False
        self._preferences.remember_file(with_suffix(name, SUFFIX))
        return True

    def _proposed(self) -> str:
        """Return a name for a case without a file: that of its traveller, or of none where there are several."""
        w, held = self._session.view.w, self._session.case.travellers
        if self._file.origin is not None:
            return self._file.origin.stem
        if len(held) > 1:
            # Translators: the name of a file
            return w.ngettext("{count} traveller", "{count} travellers", len(held)).format(count=len(held))
        return as_name(self._session.traveller.name) or "kzstay"

    def export_report(self, suffix: str = "", travellers: Sequence[Number] | None = None) -> None:
        """Open the dialog that a report is chosen, seen and saved in.

        ``suffix`` is of a format that is wanted, and ``travellers`` are those who are.
        """
        self._choose_report(suffix=suffix, document="report" if suffix else "", travellers=travellers)

    def print_report(self) -> None:
        """Open the same dialog for paper."""
        self._choose_report(on_paper=True)

    def export_list(self, travellers: Sequence[Number], *, on_paper: bool = False) -> None:
        """Open the same dialog for a list of travellers, in the order in which they are given."""
        self._choose_report(document="list", travellers=travellers, on_paper=on_paper)

    def _choose_report(
        self,
        *,
        suffix: str = "",
        document: str = "",
        travellers: Sequence[Number] | None = None,
        on_paper: bool = False,
    ) -> None:
        from kzstay.ui.window.exporting.dialog import ExportDialog

        self._session.commit_requested.emit()
        exported, case = self._settings.exported, self._file.path
        # Where one was saved last, as long as that is there
        folder = Path(exported.folder) if exported.folder and Path(exported.folder).is_dir() else self._folder()
        dialog = ExportDialog(
            self._session,
            exported,
            self._window,
            case=case,
            folder=Path(folder),
            suffix=suffix,
            document=document,
            travellers=travellers,
            on_paper=on_paper,
        )
        dialog.remembered.connect(self._remember_export)
        dialog.written.connect(self._tell_written)
        dialog.printed.connect(self._tell_printed)
        dialog.open()

    def _remember_export(self, exported: Exported) -> None:
        self._settings.exported = exported
        self._preferences.keep()

    def _tell_printed(self, lacking: str) -> None:
        w = self._session.view.w
        told = (w.gettext("Sent to the printer."), lettering.missing(w, lacking))
        self._info.tell(" ".join(filter(None, told)), bool(lacking))

    def _tell_written(self, path: Path, lacking: str) -> None:
        """Say that a report is there, and offer to open it or its folder; one that lacks letters stays told."""
        w = self._session.view.w
        told = w.gettext("Report written: {file}").format(file=foreign.file(path))
        self._info.tell(
            _with_letters(w, told, lacking),
            bool(lacking),
            w.pgettext("file", "Open"),
            lambda: opening.open_file(path),
            second=(w.gettext("Show in folder"), lambda: opening.show_in_folder(path)),
        )

    def draft_complaint(self, number: int, language: Language) -> None:
        """Ask for a file and write a complaint against a ruling to it, in a language of the courts."""
        from kzstay.core.complaint import refusal
        from kzstay.export import complaint
        from kzstay.texts import complaint_hints

        w, session = self._session.view.w, self._session
        if reason := refusal(session.assessment, number):
            self._info.tell(complaint_hints.refused(w, reason, number + 1), True)
            return
        first, folder = complaint.FORMATS[0], Path(self._folder())
        stem = self._file.path.stem if self._file.path else session.traveller.name or "kzstay"
        told = w.pgettext("file", "complaint {number}").format(number=number + 1)
        start = folder / fitting(stem, f" {told}{first.suffix}", folder)
        kinds = {f"{found.name(w)} (*{found.suffix})": found for found in complaint.FORMATS}
        name, kind = file_dialogs.save_name(
            w, self._window, w.gettext("Draft a complaint"), str(start), ";;".join(kinds)
        )
        found = complaint.format_of(name) or kinds.get(kind, first)
        if Path(name) == start and kinds.get(kind, first) is not first:  # as proposed, but another kind was chosen
            name, found = str(start.with_suffix("")), kinds[kind]
        if name and not self._would_replace(name, found.suffix):
            self.write_complaint(with_suffix(name, found.suffix), number, language)

    def write_complaint(self, path: Path, number: int, language: Language) -> bool:
        """Write a complaint of the shown traveller, explained in the window's language; tell whether it worked."""
        from kzstay.export import complaint

        w, info = self._session.view.w, self._info
        try:
            lacking = complaint.write_complaint(self._session.assessment, number, words(language), w, path)
        except OSError as error:
            reason = w.gettext("{file}: the complaint could not be written ({reason}).")
            why = problem_texts.of_writing(w, error)
            info.tell(reason.format(file=foreign.file(path), reason=why), True)
            return False
        text = w.gettext("Complaint written: {file}. It is a draft: have a lawyer read it.")
        written = text.format(file=foreign.file(path))
        info.tell(" ".join(filter(None, (written, lettering.missing(w, lacking)))), bool(lacking))
        return True

    def save_pdf(self, title: str, make: Callable[[], list[Block]]) -> None:
        """Ask for a file and write a page of blocks to it, in the window's language."""
        w, folder = self._session.view.w, Path(self._folder())
        start = folder / fitting(as_name(title) or w.pgettext("file", "page"), PDF, folder)
        kind = w.gettext("PDF document") + f" (*{PDF})"
        name, _ = file_dialogs.save_name(w, self._window, w.gettext("Save as PDF"), str(start), kind)
        if name and not self._would_replace(name, PDF):
            self.write_pdf(with_suffix(name, PDF), title, make())

    def write_pdf(self, path: Path, title: str, blocks: list[Block]) -> bool:
        """Write a page of blocks, offer to open it, and tell whether it worked."""
        from kzstay.export import pdf

        w, info = self._session.view.w, self._info
        try:
            lacking = pdf.write_pdf([pdf.Chapter(blocks)], w, path, title=title)
        except OSError as error:
            reason = w.gettext("{file}: the page could not be written ({reason}).")
            why = problem_texts.of_writing(w, error)
            info.tell(reason.format(file=foreign.file(path), reason=why), True)
            return False
        told = w.gettext("Page written: {file}").format(file=foreign.file(path))
        told = _with_letters(w, told, lacking)
        info.tell(told, bool(lacking), w.pgettext("file", "Open"), lambda: opening.open_file(path))
        return True

    def _would_replace(self, name: str, suffix: str) -> bool:
        """Tell whether a name would replace what nobody was asked about, and say so."""
        if text := replaced_unasked(self._session.view.w, name, suffix):
            self._info.tell(text, True)
        return bool(text)

    def remember_set_aside(self, _path: Path) -> None:
        """Say where a case without a file went."""
        self._info.also(self._session.view.w.gettext("The case was kept: it stands under Recent files."))

    def new_window(self) -> None:
        """Open another window, a process of its own: neither takes the other with it when it ends."""
        if not opening.open_another():
            w = self._session.view.w
            self._info.tell(w.gettext("Another window could not be opened. Start kzstay once more."), True)

    def offer_kept(self, found: Kept) -> None:
        """Say that edits of the opened file were kept aside, and offer them."""
        w, file = self._session.view.w, self._file
        text = keeping.kept_of(w, (self._file.path or found.place).name)
        self._info.also(text, True, w.gettext("Restore these edits"), lambda: file.take_up(found))

    def offer_copy(self, path: Path) -> None:
        """Offer the earlier version beside a file that cannot be opened."""
        self._info.offer(self._session.view.w.gettext("Open the copy"), lambda: self.open(path))

    @property
    def folder(self) -> Path:
        """Return the folder to look for files in."""
        return Path(self._folder())

    def _folder(self) -> str:
        if self._file.path:
            return str(self._file.path.parent)
        return str(Path(self._settings.recent[0]).parent if self._settings.recent else Path.home())

    def _filter(self) -> str:
        return self._session.view.w.gettext("kzstay case") + f" (*{SUFFIX})"


def _with_letters(w: Words, told: str, lacking: str) -> str:
    """Add to a sentence without its full stop which letters a file lacks."""
    return f"{told}. {lettering.missing(w, lacking)}" if lacking else told
