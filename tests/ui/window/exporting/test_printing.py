"""Pages on paper: those that were asked for, and a file where the printer is one, whole or as it was."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageRanges, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kzstay.export.formats import Stopped, quiet
from kzstay.export.layout import Chapter
from kzstay.texts.words import words
from kzstay.ui.window.exporting import printing
from tests.ui.window.exporting.open_dialogs import ANNA, BORIS, OLD
from tests.ui.window.exporting.test_picture import order

pytestmark = pytest.mark.usefixtures("qapp")
EN = words("en")


def chapters() -> list[Chapter]:
    wanted = order(ANNA, BORIS)
    return wanted.chapters(wanted.assessed())


def printer_to(path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    return made


def text_of(path: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


def test_every_page_is_printed_and_the_work_is_told(tmp_path: Path) -> None:
    told: list[float] = []
    printing.print_on(printer_to(tmp_path / "a.pdf"), chapters(), EN, told.append)
    pages = text_of(tmp_path / "a.pdf")
    assert "Report on the stays of 2 travellers" in pages[0]
    assert f"page 1 of {len(pages)}" in pages[0]
    assert any(BORIS.name in page for page in pages)
    assert told == sorted(told)
    assert len(told) == len(chapters()) + len(pages)
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize(("first", "last", "pages"), [(1, 1, [1]), (2, 3, [2, 3]), (2, 99, None), (99, 99, None)])
def test_a_range_of_pages_is_printed_alone(tmp_path: Path, first: int, last: int, pages: list[int] | None) -> None:
    printing.print_on(printer_to(tmp_path / "all.pdf"), chapters(), EN, quiet)
    count = len(text_of(tmp_path / "all.pdf"))
    printer = printer_to(tmp_path / "a.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    ranges = QPageRanges()
    ranges.addRange(first, last)
    printer.setPageRanges(ranges)
    printing.print_on(printer, chapters(), EN, quiet)
    wanted = pages or list(range(min(first, count), count + 1))
    told = text_of(tmp_path / "a.pdf")
    assert [f"page {page} of {count}" in text for page, text in zip(wanted, told, strict=True)] == [True] * len(
        told
    )


def test_the_last_page_comes_first_where_that_was_asked_for(tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "a.pdf")
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    printing.print_on(printer, chapters(), EN, quiet)
    told = text_of(tmp_path / "a.pdf")
    assert f"page {len(told)} of {len(told)}" in told[0]


def test_who_stops_it_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(OLD)

    def stop(share: float) -> None:
        if share > 0.7:
            raise Stopped

    with pytest.raises(Stopped):
        printing.print_on(printer_to(path), chapters(), EN, stop)
    assert path.read_bytes() == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(OLD)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("kzstay.files.atomic.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        printing.print_on(printer_to(path), chapters(), EN, quiet)
    assert path.read_bytes() == OLD


def test_a_printer_that_takes_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPainter, "begin", lambda *_: False)
    with pytest.raises(printing.NotPrinted):
        printing.print_on(printer_to(tmp_path / "a.pdf"), chapters(), EN, quiet)
    assert list(tmp_path.iterdir()) == []


def test_a_printer_that_takes_no_more_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinter, "newPage", lambda *_: False)
    with pytest.raises(printing.NotPrinted):
        printing.print_on(printer_to(tmp_path / "a.pdf"), chapters(), EN, quiet)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("answered", [True, False])
def test_what_the_dialog_of_the_system_begins_with(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answered: bool
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    code = QPrintDialog.DialogCode.Accepted if answered else QPrintDialog.DialogCode.Rejected
    monkeypatch.setattr(QPrintDialog, "exec", lambda _self: code)
    printer = printing.choose_printer(parent, "Report · Anna")
    assert (printer is not None) is answered
    if printer is not None:
        assert printer.docName() == "Report · Anna"
        assert printer.pageLayout().pageSize().key() == "A4"
