"""The import dialog: what a source was taken for, its questions beside its rows, and what is done with it.

Nothing has to be answered: what is sure comes in, and what is not is told. Each answer has the source read again.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QProgressBar, QSplitter, QStackedWidget, QWidget

from kzstay.drawing.colours import Theme
from kzstay.guard import guarded
from kzstay.imports.result import Answers, ImportFileError, Question
from kzstay.imports.suffixes import SUFFIXES
from kzstay.texts import Words, foreign, import_rows
from kzstay.ui.session.session import Session
from kzstay.ui.widgets import file_dialogs, parts
from kzstay.ui.widgets.announce import announce
from kzstay.ui.widgets.fitted_dialog import fit_dialog
from kzstay.ui.widgets.letters import Dialog
from kzstay.ui.widgets.theme import picture
from kzstay.ui.window.importing import telling
from kzstay.ui.window.importing.cards import Cards
from kzstay.ui.window.importing.preview import Preview
from kzstay.ui.window.importing.rows import WHOLE_CODES
from kzstay.ui.window.importing.source import Found, Source, Task, found
from kzstay.ui.window.importing.taking import Taking
from kzstay.ui.window.importing.worker import Worker

LEAST = 720, 480
WIDE = 1140, 780  # where there is room
_QUESTIONS = 310  # pixels of the left side
_AMPLE = 1000  # pixels of a dialog with room for both


@guarded
class ImportDialog(Dialog):
    """A source is seen, asked about and taken here.

    ``settled`` once it is known what came of a source, or that nothing did; ``taken`` with a ``Found`` that is
    to become a part of the case; ``chosen`` with the path of another file; the dialog is closed by ``taken``.
    """

    settled = Signal()
    taken = Signal(object)
    chosen = Signal(object)

    def __init__(self, session: Session, source: Source, theme: Theme, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("import_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._source, self._folder = session, source, folder
        self._theme = theme
        self._data: bytes | str | None = None
        self._answers: dict[str, str] = {}
        self._asked: dict[str, Question] = {}
        self.found: Found | None = None
        self.error: ImportFileError | None = None
        w = session.view.w
        self.heading = parts.label("lead", wrap=True, name="import_heading")
        self.recognised = parts.label("muted", wrap=True, name="import_recognised")
        self.remarks = parts.label("muted", wrap=True, name="import_remarks")
        self.cards = Cards(session)
        self.preview = Preview(w, theme)
        self.taking = Taking(session)
        self.progress = QProgressBar()
        self.progress.setObjectName("import_progress")
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(w.gettext("Reading the source"))
        self.summary = parts.label(wrap=True, name="import_summary")
        self.refusal = parts.label("heading", wrap=True, name="import_error")
        self.other = parts.button("import_other", self.choose_other)
        self.cancel = parts.button("import_cancel", self.reject)
        self.take_button = parts.button("import_take", self.take, look="primary")
        for button in (self.other, self.cancel, self.take_button):
            button.setAutoDefault(False)
        self.worker = Worker(self)
        self._lay_out()
        self._name()
        self.cards.answered.connect(self._answer)
        self.preview.asked.connect(self.cards.go_to)
        self.taking.changed.connect(self._read)
        self.worker.done.connect(self._show)
        self.worker.failed.connect(self._refuse)
        self.worker.slow.connect(self._wait)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.take)

    def _lay_out(self) -> None:
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.sides.setObjectName("import_sides")
        self.sides.setHandleWidth(14)
        self.sides.setChildrenCollapsible(False)
        self.sides.addWidget(self.cards)
        self.sides.addWidget(self.preview)
        self.sides.setStretchFactor(0, 0)
        self.sides.setStretchFactor(1, 1)
        self.pages = QStackedWidget()
        sign = parts.label()
        sign.setPixmap(picture("warning", self._theme.close, 28))
        card = parts.frame("card")
        line = parts.row(sign, spacing=16, margins=(24, 22, 24, 22))
        line.addWidget(self.refusal, 1)
        card.setLayout(line)
        card.setMaximumWidth(620)
        middle = parts.row(spacing=0)
        middle.addStretch(1)
        middle.addWidget(card, 8)
        middle.addStretch(1)
        self.told = QWidget()
        self.told.setLayout(parts.column(1, middle, 2))
        self.blank = QWidget()
        for page in (self.sides, self.told, self.blank):
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(self.blank)
        head = parts.column(self.heading, self.recognised, self.remarks, spacing=3)
        foot = QWidget()
        foot.setLayout(parts.row(self.other, 1, self.cancel, self.take_button, spacing=10))
        column = parts.column(spacing=12, margins=(20, 18, 20, 6))
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        for part in (self.taking, self.summary, self.progress):
            column.addWidget(part)
        for part in (self.recognised, self.remarks, self.taking, self.summary, self.progress, self.take_button):
            part.hide()
        fit_dialog(self, column, foot, QSize(*LEAST), QSize(*WIDE))

    @property
    def told_error(self) -> str:
        """Say why nothing can be made of the source; empty where something can."""
        if self.error is None:
            return ""
        return import_rows.source_error(self._session.view.w, self.error, self._called)

    @property
    def _called(self) -> str:
        name = self._source.name
        return foreign.file(name) if name else self._session.view.w.gettext("Pasted text")

    @property
    def pasted(self) -> bool:
        """Tell whether it is about a text, and no file."""
        return self._source.path is None

    def _name(self) -> None:
        w = self._session.view.w
        self.setWindowTitle(w.gettext("Import"))
        self.heading.setText(self._called)
        self.other.setText(w.gettext("Choose another &file…"))
        self.cancel.setText(w.gettext("Cancel"))

    # What is read

    def begin(self) -> None:
        """Read the source; ``settled`` tells when that is done, perhaps at once."""
        self._read()

    def _read(self) -> None:
        session = self._session
        task = Task(
            source=self._source,
            data=self._data,
            today=session.view.today,
            answers=Answers(chosen=dict(self._answers)),
            case=session.case,
            shown=session.state.traveller,
            replace=self.taking.replaces,
            target=self.taking.target,
        )
        self.take_button.setEnabled(False)
        self.worker.begin(lambda: found(task))

    def _answer(self, name: str, answer: str) -> None:
        """Take an answer, or take it back, and read the source again by it."""
        if answer:
            self._answers[name] = answer
        else:
            self._answers.pop(name, None)
        card = self.cards.cards.get(name)
        if card is not None and card.question.code in WHOLE_CODES:
            # The rows are others then, and what was said of one means nothing any more
            for gone in self.cards.forget_rows():
                self._answers.pop(gone, None)
        self._read()

    def _wait(self) -> None:
        self.progress.show()
        if self.found is None:
            self.recognised.setText(self._session.view.w.gettext("Reading…"))
            self.recognised.show()
        self.open_now()

    def open_now(self) -> None:
        """Show the dialog where it is not seen yet."""
        if not self.isVisible():
            self.open()

    # What is shown

    def _show(self, came: Found) -> None:
        first, self.found, self.error = self.found is None, came, None
        self._data = came.data
        w = self._session.view.w
        self.progress.hide()
        self.pages.setCurrentWidget(self.sides)
        self.recognised.setText(telling.recognised(w, came))
        self.recognised.show()
        told = " ".join(telling.remarks(w, came, self._session.case))
        self.remarks.setText(told)
        self.remarks.setVisible(bool(told))
        self.cards.show_questions(came.questions)
        if first:
            # Where the rows would lack room, the questions have no more than they need
            questions = _QUESTIONS if self.width() >= _AMPLE else self.cards.minimumWidth()
            self.sides.setSizes([questions, self.width() - questions])
        self.cards.setVisible(not self.cards.empty)
        self.preview.show_found(came)
        self.taking.show_found(came)
        self.taking.setVisible(self.taking.offers)
        self.summary.setText(telling.summary(w, came))
        self.summary.show()
        changes = came.merged.case is not self._session.case
        self.take_button.setText(telling.button(w, came.merged, replace=self.taking.replaces, changes=changes))
        self.take_button.setEnabled(changes)
        self.take_button.show()
        self.setAccessibleDescription(f"{self.recognised.text()}. {self.summary.text()}")
        if first:
            self._begin()
        else:
            announce(self, self.summary.text())
        self.settled.emit()

    def _begin(self) -> None:
        """Let the keyboard begin where something is to be said, else where it is done."""
        if self.cards.empty:
            self.take_button.setFocus()
        else:
            next(iter(self.cards.cards.values())).begin()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, ImportFileError):
            self.reject()
            raise error  # a fault of the program, which is told as one
        self.found, self.error = None, error
        self.progress.hide()
        for part in (self.recognised, self.remarks, self.taking, self.summary, self.take_button):
            part.hide()
        self.refusal.setText(self.told_error)
        self.pages.setCurrentWidget(self.told)
        self.cancel.setText(self._session.view.w.gettext("Close"))
        parts.mark(self.other, "primary", True)
        self.other.setFocus()
        announce(self, self.refusal.text())
        self.settled.emit()

    # What is done

    def choose_other(self) -> None:
        """Ask for another file and read that."""
        if path := ask_for_file(self, self._session.view.w, self._folder):
            self.worker.stop()
            super().reject()
            self.chosen.emit(path)

    def take(self) -> None:
        """Take over what is sure."""
        if self.found is None or self.worker.running or not self.take_button.isEnabled():
            return
        came = self.found
        if came.before is not self._session.case:
            self._read()  # the case has changed under it: what would come of it is seen first
            return
        self.accept()
        self.taken.emit(came)

    def reject(self) -> None:
        """Close; the case stays what it is."""
        self.worker.stop()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.worker.stop()
        super().closeEvent(event)


def ask_for_file(parent: QWidget, w: Words, folder: Path) -> Path | None:
    """Ask for a file that can be imported."""
    kinds = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    filters = [
        w.gettext("Tables, texts and calendars") + f" ({kinds})",
        w.gettext("All files") + " (*)",
    ]
    name = file_dialogs.open_name(w, parent, w.gettext("Import"), str(folder), ";;".join(filters))
    return Path(name) if name else None
