"""The export dialog: choices beside a preview of the first page, and what becomes of them, a file or paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from kzstay.core.case import Number
from kzstay.display import not_loaded
from kzstay.export.formats import NothingAhead, Stopped
from kzstay.files.atomic import fitting
from kzstay.files.kept import same_file
from kzstay.guard import guarded
from kzstay.texts import Words, calendar, foreign
from kzstay.texts import problems as problem_texts
from kzstay.ui.session.session import Session
from kzstay.ui.system.settings import Exported
from kzstay.ui.widgets import file_dialogs, parts
from kzstay.ui.widgets.announce import announce
from kzstay.ui.widgets.fitted_dialog import fit_dialog
from kzstay.ui.widgets.letters import Dialog
from kzstay.ui.window.exporting import printing
from kzstay.ui.window.exporting.choices import Choices
from kzstay.ui.window.exporting.head import has_pages
from kzstay.ui.window.exporting.order import LIST, Order
from kzstay.ui.window.exporting.preview import Preview
from kzstay.ui.window.exporting.progress import Progress
from kzstay.ui.window.targets import as_name, replaced_unasked, with_suffix

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

LEAST = 600, 400
WIDE = 1020, 760  # where there is room
_CHOICES = 300  # pixels of the left side
_ASSESSED, _COMPOSED = 0.3, 0.5  # of the work, before anything is printed


@guarded
class ExportDialog(Dialog):
    """What is exported is chosen, seen and written here.

    ``written`` with the path of a file and the letters that it lacks, ``printed`` with these where it went to a
    printer; the dialog is closed by then. ``remembered`` before, with the ``Exported`` to propose the next time.
    """

    remembered = Signal(object)
    written = Signal(object, str)
    printed = Signal(str)

    def __init__(
        self,
        session: Session,
        last: Exported,
        parent: QWidget,
        *,
        case: Path | None,
        folder: Path,
        suffix: str = "",
        document: str = "",
        travellers: Sequence[Number] | None = None,
        on_paper: bool = False,
    ) -> None:
        """Open on what was chosen last. ``suffix`` is of the format that is wanted, ``on_paper`` for printing.

        ``case`` is the file of the case, which nothing may take the place of; ``folder`` the one to propose.
        ``document`` names the one that is wanted, and ``travellers`` are those who are, in that order.
        """
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._case, self._folder = session, case, folder
        self._wanted, self._on_paper = suffix, on_paper
        self._document, self._given = document, travellers is not None
        self._last = last
        self.choices = Choices(session)
        self.preview = Preview()
        self.progress = Progress()
        self.error = parts.label("error", wrap=True, name="export_error")
        self.error.hide()
        self.print_button = parts.button("export_print", self.print_it)
        self.close_button = parts.button("export_close", self.reject)
        self.save_button = parts.button("export_save", self.save)
        (self.print_button if on_paper else self.save_button).setProperty("primary", True)
        for button in (self.print_button, self.close_button, self.save_button):
            button.setAutoDefault(False)
        self._lay_out()
        self._name()
        self.choices.fill(last, suffix, document=document, travellers=travellers)
        self.choices.see_formats(not on_paper)
        self.save_button.setVisible(not on_paper)
        self.choices.changed.connect(self._show_order)
        self.progress.shown.connect(self._see_progress)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.print_it if on_paper else self.save)
        self._show_order()

    def _lay_out(self) -> None:
        side = QScrollArea()
        side.setObjectName("export_side")
        side.setWidgetResizable(True)
        side.setFrameShape(QFrame.Shape.NoFrame)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.choices.setObjectName("export_choices")
        self.choices.setContentsMargins(2, 2, 10, 2)
        side.setWidget(self.choices)
        self._side = side
        upper = parts.row(spacing=16)
        upper.addWidget(side)
        upper.addWidget(self.preview, 1)
        self._buttons = QWidget()
        row = (self.print_button, 1, self.close_button, self.save_button)
        if self._on_paper:
            row = (1, self.close_button, self.print_button)
            self.save_button.setParent(self._buttons)
        self._buttons.setLayout(parts.row(*row, spacing=10))
        column = parts.column(spacing=12, margins=(20, 18, 20, 6))
        column.addLayout(upper, 1)
        for part in (self.error, self.progress):
            column.addWidget(part)
        fit_dialog(self, column, self._buttons, QSize(*LEAST), QSize(*WIDE))

    def _name(self) -> None:
        w = self._session.view.w
        self.setWindowTitle(self._title())
        self.print_button.setText(w.gettext("&Print…"))
        self.close_button.setText(w.gettext("Close"))
        self.save_button.setText(w.gettext("&Save…"))
        self.progress.retranslate(w)

    def _title(self) -> str:
        w = self._session.view.w
        if self._document == LIST:
            return w.gettext("Print list") if self._on_paper else w.gettext("Export list")
        return w.gettext("Print report") if self._on_paper else w.gettext("Export report")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        self.preview.draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._fit()

    def _fit(self) -> None:
        """Let the choices be as wide as the longest of them, in whichever language."""
        bar = self._side.verticalScrollBar().sizeHint().width()
        self._side.setFixedWidth(max(_CHOICES, self.choices.widest(self.width() * 2 // 5) + bar))

    # What is shown

    def _show_order(self) -> None:
        self._say("")
        order, w = self.choices.order(), self._session.view.w
        if order is not None or not self.choices.travellers.chosen():
            self.preview.show_order(order, w)  # else a day is being typed: what was there stays
        pages = has_pages(self.choices.chosen_format())
        self.print_button.setEnabled(pages or self._on_paper)

    def _see_progress(self) -> None:
        self._buttons.hide()
        self.progress.cancel.setFocus()

    def _say(self, text: str) -> None:
        text = foreign.clean(text)
        self.error.setText(text)
        self.error.setVisible(bool(text))
        if text:
            announce(self, text)

    # What is done

    def _ordered(self) -> Order | None:
        """Return what is wanted, or say what is still lacking."""
        order = self.choices.order()
        if order is None:
            text, place = self.choices.lacking()
            self._say(text)
            place.setFocus()
        return order

    def save(self) -> None:
        """Ask for a file and write to it."""
        if self.progress.running or (order := self._ordered()) is None:
            return
        self._say("")
        w, found = self._session.view.w, order.format
        start = self._folder / self._proposed(order)
        kind = f"{found.name(w)} (*{found.suffix})"
        name, _ = file_dialogs.save_name(w, self, self.windowTitle(), str(start), kind)
        if not name:
            return
        # What a person wrote is what is meant, whatever was chosen before
        ends = Path(name).suffix.lower()
        if ends != found.suffix:
            found = next((other for other in order.document.formats() if other.suffix == ends), found)
        if refused := self._refused(name, found.suffix):
            self._say(refused)
            return
        self.write(with_suffix(name, found.suffix), msgspec.structs.replace(order, format=found))

    def _proposed(self, order: Order) -> str:
        """Return the name of a file: of the case, and of the traveller where it is about one of several."""
        names = [self._case.stem] if self._case else []
        if len(order.travellers) == 1 and (not names or len(self._session.case.travellers) > 1):
            names.append(as_name(foreign.name(order.travellers[0].name)))
        stem = " ".join(filter(None, (*names, order.document.stem(self._session.view.w)))) or "kzstay"
        return fitting(stem, f" {order.on.isoformat()}{order.format.suffix}", self._folder)

    def _refused(self, name: str, suffix: str) -> str:
        """Say why nothing may be written to a file of a name; nothing where it may."""
        w = self._session.view.w
        path = with_suffix(name, suffix)
        if self._case is not None and same_file(path, self._case):
            text = w.gettext("{file}: the report would replace the case. Give the report another name.")
            return text.format(file=foreign.file(path))
        return replaced_unasked(w, name, suffix)

    def write(self, path: Path, order: Order) -> bool:
        """Write what is ordered to a file and tell whether it worked; where it did, the dialog closes."""
        w = self._session.view.w
        with self._working():
            try:
                lacking = order.write(path, self.progress.told)
            except Stopped:
                self._say(w.gettext("Stopped: nothing was written."))
                return False
            except NothingAhead:
                self._say(calendar.nothing(w, path.name))
                return False
            except (OSError, ValueError) as error:
                self._say(_not_written(w, path, error))
                return False
            except ImportError as error:
                self._say(not_loaded(lambda: w, error))
                return False
        self._remember(folder=str(path.absolute().parent))
        self.accept()
        self.written.emit(path, lacking)
        return True

    def print_it(self) -> None:
        """Ask for a printer and print the pages of the document on it."""
        if self.progress.running or not self.print_button.isEnabled() or (order := self._ordered()) is None:
            return
        self._say("")
        w = self._session.view.w
        printer = printing.choose_printer(self, order.title(order.first()))
        if printer is None:
            return
        file = printer.outputFileName()  # none where it is paper
        if file and (refused := self._refused(file, "")):
            self._say(refused)
            return
        with self._working():
            try:
                lacking = self._print(order, printer)
            except Stopped:
                self._say(w.gettext("Stopped. What the printer has already may still be printed."))
                return
            except printing.NotPrinted:
                self._say(w.gettext("The printer does not answer. Check that it is switched on and connected."))
                return
            except OSError as error:
                self._say(_not_written(w, Path(file), error))
                return
        self._remember()
        self.accept()
        if file:
            self.written.emit(Path(file), lacking)
        else:
            self.printed.emit(lacking)

    def _remember(self, folder: str = "") -> None:
        chosen = self.choices.chosen_now()
        # What was not chosen here is not remembered
        if self._wanted or self._on_paper or self._document:
            chosen.format = self._last.format
        if self._document:
            chosen.document = self._last.document
        if self._given:
            chosen.everyone = self._last.everyone
        chosen.folder = folder or self._last.folder
        self.remembered.emit(chosen)

    def _print(self, order: Order, printer: QPrinter) -> str:
        """Print what is ordered and return the letters that it lacks."""
        told, rest = self.progress.told, 1 - _COMPOSED
        found = order.assessed(lambda share: told(share * _ASSESSED))
        pages = order.chapters(found, lambda share: told(_ASSESSED + share * (_COMPOSED - _ASSESSED)))
        return printing.print_on(printer, pages, order.words, lambda share: told(_COMPOSED + share * rest))

    @contextmanager
    def _working(self) -> Iterator[None]:
        """Take no other choice while something is made."""
        at = QApplication.focusWidget()
        self.progress.begin()
        for part in (self._side, self.preview, self._buttons):
            part.setEnabled(False)
        QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        try:
            yield
        finally:
            QApplication.restoreOverrideCursor()
            self.progress.end()
            for part in (self._side, self.preview, self._buttons):
                part.setEnabled(True)
            self._buttons.show()
            if at is not None and self.isAncestorOf(at):
                at.setFocus()

    # The end

    def reject(self) -> None:
        """Close; what is being made ends first, and leaves nothing."""
        if self.progress.running:
            self.progress.stop()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.progress.running:
            self.progress.stop()
            event.ignore()
        else:
            super().closeEvent(event)


def _not_written(w: Words, path: Path, error: OSError | ValueError) -> str:
    """Say why a file could not be written; a name may hold what no system takes for one."""
    told = problem_texts.of_writing(w, error) if isinstance(error, OSError) else ""
    text = w.gettext("{file}: the report could not be written ({reason}).")
    return text.format(file=foreign.file(path), reason=told or foreign.echo(str(error)))
