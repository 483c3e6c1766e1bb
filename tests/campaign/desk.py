"""One person with one window: a folder, a home, and what can be seen from outside of what is kept where."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from types import TracebackType
from unittest.mock import patch

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox

from kzstay.core.case import Case
from kzstay.files.codec import CaseFileError, decode, encode
from kzstay.ui.app import open_window
from kzstay.ui.window.main_window import MainWindow
from tests.campaign.processes import kind_of_traceback
from tests.campaign.random_cases import ON, UNLIKE, case_of, written
from tests.campaign.stays import add_stay

PATIENCE = 9  # seconds for something that a timer does
THE_FILE = Path()  # stands for the file of the desk


class Checks(dict[str, Callable[["Desk"], Iterator[str]]]):
    """Checks by name; what stands before the colon is the row of the table."""

    def check(self, name: str) -> Callable[[Callable[[Desk], Iterator[str]]], None]:
        """List a check."""

        def listed(trial: Callable[[Desk], Iterator[str]]) -> None:
            self[name] = trial

        return listed


class Desk:
    """A case in a folder, the home of the program, and its windows."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.home = home
        self.data = home / "data" / "kzstay"
        self.file = folder / "case.kzstay"
        self.file.write_bytes(written(case_of(UNLIKE[0])))
        self.exceptions: list[str] = []
        self._windows: list[MainWindow] = []
        self._app = QApplication.instance() or QApplication(["kzstay"])
        self._hook = sys.excepthook
        sys.excepthook = self._on_exception

    @property
    def backup(self) -> Path:
        """Return where the earlier version of the file lies."""
        return self.file.with_name(self.file.name + ".bak")

    def leave(self) -> None:
        """Close everything."""
        for window in self._windows:
            self.close_and_tell_if_asked(window)
            window.deleteLater()
        sys.excepthook = self._hook

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        told = "".join(traceback.format_exception(kind, error, trace))
        self.exceptions += [kind_of_traceback(told), told]

    # What is done

    def open(self, path: Path | None = THE_FILE) -> MainWindow:
        """Open a window: on the file, on another or, with None, on nothing."""
        window = open_window(self.file if path == THE_FILE else path, today=ON)
        self._windows.append(window)
        return window

    def edit(self, window: MainWindow, times: int = 1) -> Case:
        """Move the first stay by a day with the keys, or add one; return the case that it makes."""
        session, before = window.session(), window.session().case
        if not session.traveller.stays:
            add_stay(window)
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if session.case == before:
                session.select(session.traveller.in_order()[0 if key == Qt.Key.Key_Left else -1])
                for _ in range(times):
                    QTest.keyClick(window.stay.timeline, key, Qt.KeyboardModifier.AltModifier)
        assert session.case != before, "nothing was edited"
        return session.case

    def edit_and_close(self) -> Case:
        """Open the file, edit it and close it."""
        window = self.open()
        case = self.edit(window)
        window.close()
        return case

    def close_and_read(self, window: MainWindow) -> Case | None:
        """Close a window and return what the file holds then."""
        window.close()
        return self.stored()

    def close_and_tell_if_asked(self, window: MainWindow) -> bool:
        """Close a window as a person does who answers no question, and tell whether there was one."""
        asked: list[str] = []

        def ask(box: object, *_: object) -> int:
            asked.append(type(box).__name__)
            # An answer that closes nothing is the careful one
            return int(QMessageBox.StandardButton.Cancel)

        def choose(*_: object, **__: object) -> tuple[str, str]:
            return "", ""

        with (
            patch.object(QDialog, "exec", ask),
            patch.object(QMessageBox, "exec", ask),
            patch.object(QFileDialog, "getSaveFileName", choose),
        ):
            stays_open = window.isVisible() and not window.close()
        return bool(asked) or stays_open

    def damage_the_file(self) -> Path:
        """Leave the file as its backup and damage it; return the backup."""
        data = self.file.read_bytes()
        self.backup.write_bytes(data)
        self.file.write_bytes(data[:-40])
        return self.backup

    def turn_until(self, done: Callable[[], bool]) -> None:
        """Let the loop turn until something is so, or for long enough."""
        begun = monotonic()
        while not done() and monotonic() - begun < PATIENCE:
            QTest.qWait(50)

    # What can be seen

    def told(self, window: MainWindow) -> bool:
        """Tell whether the window says something."""
        return not window.info.isHidden()

    def stored(self) -> Case | None:
        """Return what the file holds."""
        return _read(self.file)

    def kept(self) -> list[Case]:
        """List what is kept in the home."""
        return [case for path in self.data.glob("*.kzstay") if (case := _read(path)) is not None]

    def whole_copies(self) -> list[Case]:
        """List every case that can still be read, wherever it lies."""
        places = (path for folder in (self.folder, self.data) if folder.exists() for path in folder.iterdir())
        return [case for path in places if path.is_file() and (case := _read(path)) is not None]

    def damage(self, *good: Case) -> Iterator[str]:
        """Say what is wrong with the file and its backup, which hold one of some cases."""
        if self.stored() not in good:
            yield "the file is damaged or another"
        if self.backup.exists() and _read(self.backup) is None:
            yield "the backup is damaged"

    def offers(self, case: Case) -> bool:
        """Tell whether opening the file shows edits that were kept, or says that there are some."""
        window = self.open()
        return window.session().case == case or self.told(window)


def _read(path: Path) -> Case | None:
    try:
        case = decode(path.read_bytes()).case
    except (OSError, CaseFileError):
        return None
    # As it is after a file holds it
    return decode(encode(case)).case
