"""What keeps a report from being written: a sentence in the dialog, the old file whole, and nothing left."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kzstay.core.case import Case
from kzstay.export import formats
from kzstay.export.formats import FORMATS, Format, Told
from kzstay.files.store import save_case
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from kzstay.ui.window.exporting import printing, progress
from kzstay.ui.window.exporting.dialog import ExportDialog
from tests.helpers import traveller
from tests.ui.conftest import OpenCase
from tests.ui.window.exporting.open_dialogs import ANNA, BORIS, OLD, answer, choose, gone, opened


def left_in(folder: Path) -> list[str]:
    """List what lies in a folder beside the case and its earlier version."""
    return sorted(path.name for path in folder.iterdir() if path.suffix not in (".kzstay", ".bak"))


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A report that is there already, and is chosen to be replaced."""
    path = tmp_path / "report.pdf"
    path.write_bytes(OLD)
    answer(monkeypatch, path)
    return path


def fails(error: OSError) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def held() -> OSError:
    """Return what Windows says of a file that another program has open."""
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = 32  # type: ignore[attr-defined] - there on Windows alone
    return error


def refused() -> OSError:
    error = PermissionError(errno.EACCES, "Access is denied")
    error.winerror = 5  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize(
    ("where", "error", "reason"),
    [
        ("os.fsync", OSError(errno.ENOSPC, "No space left on device"), "no space left"),
        ("create", OSError(errno.EROFS, "Read-only file system"), "access denied"),
        ("create", PermissionError(errno.EACCES, "Permission denied"), "access denied"),
        ("Path.replace", held(), "another program has it open"),
        ("Path.replace", refused(), "access denied, or another program has it open"),
        ("create", OSError(errno.EIO, "Input/output error"), "Input/output error"),
    ],
    ids=["full", "read-only disk", "read-only folder", "open elsewhere", "refused by Windows", "broken"],
)
def test_a_file_that_cannot_be_written_is_told_and_the_old_one_is_whole(
    open_case: OpenCase, old: Path, monkeypatch: pytest.MonkeyPatch, where: str, error: OSError, reason: str
) -> None:
    window = open_case(ANNA)
    dialog = opened(window)
    with monkeypatch.context() as patch:
        patch.setattr(f"kzstay.files.atomic.{where}", fails(error))
        dialog.save()
    assert dialog.error.text() == f"report.pdf: the report could not be written ({reason})."
    assert dialog.error.isVisible()
    assert old.read_bytes() == OLD
    assert left_in(old.parent) == ["report.pdf"]
    assert not window.info.isVisible()
    dialog.save()  # and now it works
    assert gone(window)
    assert old.read_bytes().startswith(b"%PDF")


@pytest.mark.skipif(os.name != "posix", reason="the mode of a file")
def test_a_write_protected_file_stays_as_it_is(open_case: OpenCase, old: Path) -> None:
    old.chmod(0o444)
    dialog = opened(open_case(ANNA))
    dialog.save()
    assert dialog.error.text() == "report.pdf: the report could not be written (access denied)."
    assert old.read_bytes() == OLD
    dialog.close()


def test_a_folder_that_is_gone_is_told(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, tmp_path / "gone" / "report.pdf")
    dialog = opened(open_case(ANNA))
    dialog.save()
    assert dialog.error.text() == "report.pdf: the report could not be written (no such file or folder)."
    dialog.close()


def test_the_case_is_never_replaced_by_its_report(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "case.json"
    save_case(Case(travellers=(ANNA,)), path)
    before = path.read_bytes()
    (tmp_path / "link.json").symlink_to(path)
    window = open_case(path=path)
    window.files.open(path)
    for name in ("case.json", "case", "link.json"):
        answer(monkeypatch, tmp_path / name)
        dialog = opened(window, ".json")
        dialog.save()
        told = dialog.error.text()
        assert told.endswith("the report would replace the case. Give the report another name."), name
        assert path.read_bytes() == before
        dialog.close()


def test_a_suffix_that_is_added_replaces_nothing_unasked(
    open_case: OpenCase, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, old.with_suffix(""))
    dialog = opened(open_case(ANNA))
    dialog.save()
    assert dialog.error.text() == "report.pdf exists already. Choose it in the dialog to replace it."
    assert old.read_bytes() == OLD
    dialog.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_calendar_with_nothing_ahead_is_told(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    window = open_case(traveller("DE"))
    window.preferences.set_language(language)
    answer(monkeypatch, tmp_path / "dates.ics")
    dialog = opened(window, ".ics")
    w = words(language)
    assert dialog.preview.sentence.text() == w.gettext(
        "No day lies ahead on which something is due, so a calendar would be empty."
    )
    dialog.save()
    assert dialog.error.text().startswith("dates.ics: ")
    assert left_in(tmp_path) == []
    dialog.close()


def test_without_a_traveller_or_a_day_nothing_is_asked_for(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, "")
    dialog = opened(open_case(ANNA, BORIS))
    dialog.choices.travellers.every.click()
    dialog.choices.travellers.every.click()
    dialog.save()
    assert dialog.error.text() == "Choose at least one traveller."
    assert QApplication.focusWidget() is dialog.choices.travellers.listed
    dialog.choices.travellers.every.click()
    assert dialog.error.isHidden()
    dialog.choices.day.setText("soon")
    dialog.print_it()
    assert dialog.error.text() == "Type the day to calculate for first."
    assert QApplication.focusWidget() is dialog.choices.day
    assert asked == []
    dialog.close()


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (printing.NotPrinted(), "The printer does not answer. Check that it is switched on and connected."),
        (formats.Stopped(), "Stopped. What the printer has already may still be printed."),
        (OSError(errno.ENOSPC, ""), "printed.pdf: the report could not be written (no space left)."),
    ],
    ids=["not printed", "stopped", "full"],
)
def test_what_cannot_be_printed_is_told(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch, error: Exception, told: str
) -> None:
    class Paper:
        def outputFileName(self) -> str:
            return "/somewhere/printed.pdf"

    window = open_case(ANNA)
    monkeypatch.setattr(printing, "choose_printer", lambda *_: Paper())
    monkeypatch.setattr(printing, "print_on", lambda *_: (_ for _ in ()).throw(error))
    dialog = opened(window, on_paper=True)
    dialog.print_it()
    assert dialog.error.text() == told
    assert dialog.print_button.isEnabled()
    dialog.close()


def test_the_case_is_never_replaced_by_what_is_printed(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    path = window.case_file.path
    assert path is not None
    before = path.read_bytes()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    monkeypatch.setattr(printing, "choose_printer", lambda *_: printer)
    dialog = opened(window, on_paper=True)
    dialog.print_it()
    assert "would replace the case" in dialog.error.text()
    assert path.read_bytes() == before
    dialog.close()


# Long ones


Work = Callable[[Told], object]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Callable[[Work], None]:
    """Make a format of what a test does while it is written; every work counts as a long one."""
    monkeypatch.setattr(progress, "PATIENCE", 0)

    def become(work: Work) -> None:
        def write_report(_found: object, _w: object, path: Path, *, told: Told, **_: object) -> None:
            work(told)
            path.write_text("done", encoding="utf-8")

        module = ModuleType("kzstay.export.report_slow")
        vars(module).update(write_report=write_report)
        monkeypatch.setitem(sys.modules, module.__name__, module)
        slow = Format(".slow", lambda _w: "Slow", "report_slow")
        monkeypatch.setattr(formats, "FORMATS", [*FORMATS[:1], slow])
        monkeypatch.setattr(formats, "BESIDES", [])

    return become


def begin(open_case: OpenCase, path: Path, monkeypatch: pytest.MonkeyPatch) -> ExportDialog:
    path.write_bytes(OLD)
    answer(monkeypatch, path)
    dialog = opened(open_case(ANNA, BORIS))
    choose(dialog.choices.format, ".slow")
    return dialog


@pytest.mark.parametrize("how", ["cancel", "escape", "close"])
def test_a_long_work_can_be_stopped_and_leaves_the_old_file(
    open_case: OpenCase,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    slow: Callable[[Work], None],
    how: str,
) -> None:
    seen: list[object] = []

    def stop(dialog: ExportDialog) -> None:
        seen.append((dialog.progress.isVisible(), QApplication.focusWidget() is dialog.progress.cancel))
        if how == "cancel":
            qtbot.mouseClick(dialog.progress.cancel, Qt.MouseButton.LeftButton)
        elif how == "escape":
            qtbot.keyClick(dialog.progress.cancel, Qt.Key.Key_Escape)
        else:
            dialog.close()

    def work(told: Told) -> None:
        told(0.5)
        QTimer.singleShot(0, lambda: stop(dialog))
        told(0.6)
        pytest.fail("it was stopped")

    slow(work)
    dialog = begin(open_case, tmp_path / "a.slow", monkeypatch)
    dialog.save_button.setFocus()
    dialog.save()
    assert seen == [(True, True)]
    assert dialog.isVisible()
    assert dialog.error.text() == "Stopped: nothing was written."
    assert (tmp_path / "a.slow").read_bytes() == OLD
    assert left_in(tmp_path) == ["a.slow"]
    assert QApplication.focusWidget() is dialog.save_button
    assert dialog.progress.isHidden()
    assert QApplication.overrideCursor() is None
    dialog.close()


def test_while_it_is_written_nothing_else_can_be_begun(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slow: Callable[[Work], None]
) -> None:
    begun: list[bool] = []

    def work(told: Told) -> None:
        begun.append(True)
        dialog.save()
        dialog.print_it()
        parts: list[QWidget] = [dialog.choices, dialog.preview, dialog.save_button, dialog.print_button]
        assert not any(part.isEnabled() for part in parts)
        told(0.9)
        assert dialog.progress.isVisible()
        assert not dialog.save_button.isVisible()

    slow(work)
    dialog = begin(open_case, tmp_path / "a.slow", monkeypatch)
    dialog.save()
    assert begun == [True]
    assert (tmp_path / "a.slow").read_text(encoding="utf-8") == "done"


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.suffix)
def test_whatever_the_format_cancel_leaves_the_old_file_whole(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: Format
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    path = tmp_path / f"a{kind.suffix}"
    path.write_bytes(OLD)
    answer(monkeypatch, path)
    dialog = opened(open_case(ANNA, BORIS))
    choose(dialog.choices.format, kind.suffix)
    dialog.choices.travellers.every.click()
    dialog.progress.shown.connect(dialog.progress.stop)
    dialog.save()
    assert dialog.error.text() == "Stopped: nothing was written."
    assert path.read_bytes() == OLD
    assert left_in(tmp_path) == [path.name]
    dialog.close()
