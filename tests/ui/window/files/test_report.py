"""The report of a window: in a language of its own, with a sentence where it cannot be written."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest
from icalendar import Calendar
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog

from kzstay.export import formats
from kzstay.export.formats import FORMATS, Format
from kzstay.i18n import Language
from tests.helpers import traveller
from tests.ui.conftest import TODAY, OpenCase
from tests.ui.sessions import type_day
from tests.ui.window.files.file_dialogs import ANNA, Answer, do


@pytest.mark.parametrize(("language", "word"), [("en", "Leave by"), ("ru", "Последний"), ("kk", "Кетудің")])
def test_the_report_speaks_its_own_language(
    open_case: OpenCase, tmp_path: Path, answer: Answer, language: Language, word: str
) -> None:
    window = open_case(ANNA)
    proposed = answer(tmp_path / "report")
    do(window, f"export_{language}")
    assert Path(proposed[0]).name == f"case {TODAY.isoformat()}.pdf"
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "report.pdf").pages)
    assert word in " ".join(text.split())
    assert window.info.text.text() == "Report written: report.pdf"
    assert window.session().view.w.language == "en"


def test_a_report_that_cannot_be_written_is_told(open_case: OpenCase, tmp_path: Path, answer: Answer) -> None:
    window = open_case(ANNA)
    answer(tmp_path / "no such folder" / "report.pdf")
    do(window, "export_en")
    assert window.info.text.text() == "report.pdf: the report could not be written (no such file or folder)."
    assert window.info.property("caution") is True


def test_cancel_writes_no_report(open_case: OpenCase, answer: Answer) -> None:
    window = open_case(ANNA)
    answer("")
    do(window, "export_en")
    assert not window.info.isVisible()


def test_the_report_of_a_window_tells_of_rows_that_count_for_nothing(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    told: list[object] = []
    monkeypatch.setattr("kzstay.export.report_pdf.write_report", lambda *_, left_out: told.append(left_out))
    type_day(window.session(), 0, "exit", "31.02.2026")
    assert window.files.write_report(tmp_path / "report.pdf", "en")
    assert told == [(0, 1)]


def test_the_calendar_is_offered_and_written(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    offered: list[str] = []

    def ask(_parent: object, _title: str, _start: str, kinds: str) -> tuple[str, str]:
        offered.extend(kinds.split(";;"))
        return str(tmp_path / "dates"), offered[-1]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    do(window, "export_kk")
    assert offered == [
        "PDF document (*.pdf)",
        "Web page (*.html)",
        "JSON for other programs (*.json)",
        "CSV table (*.csv)",
        "Excel workbook (*.xlsx)",
        "Calendar file (*.ics)",
    ]
    assert window.info.text.text() == "Report written: dates.ics"
    found = Calendar.from_ical((tmp_path / "dates.ics").read_text("utf-8")).walk("VEVENT")
    assert all("соңғы күн" in event["SUMMARY"] for event in found)
    assert found


def test_a_calendar_that_would_be_empty_is_told(open_case: OpenCase, tmp_path: Path) -> None:
    window = open_case(traveller("DE"))
    assert not window.files.write_report(tmp_path / "dates.ics", "ru")
    assert window.info.text.text().startswith("dates.ics: no calendar was written")
    assert window.info.property("caution") is True
    assert not (tmp_path / "dates.ics").exists()


# Formats that are listed


PDF, TRIAL = "PDF document (*.pdf)", "Trial (*.trial)"


@pytest.fixture
def trial(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add a format as a person does: a module and a line."""

    def write_report(_assessed: object, _w: object, path: Path, **_: object) -> None:
        path.write_text("trial", encoding="utf-8")

    module = ModuleType("kzstay.export.report_trial")
    vars(module).update(write_report=write_report)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(formats, "FORMATS", [*FORMATS[:1], Format(".trial", lambda w: "Trial", "report_trial")])


@pytest.mark.usefixtures("trial")
@pytest.mark.parametrize(
    ("name", "kind", "written"),
    [
        ("out.trial", PDF, "out.trial"),  # the name is what a person wrote
        ("out.TRIAL", "", "out.TRIAL"),
        ("out", TRIAL, "out.trial"),
        ("out.2026", TRIAL, "out.2026.trial"),
        (None, TRIAL, f"case {TODAY.isoformat()}.trial"),  # as proposed, and another kind chosen
        ("out.pdf", TRIAL, "out.pdf"),
        ("out", PDF, "out.pdf"),
        ("out", "", "out.pdf"),
        (None, PDF, f"case {TODAY.isoformat()}.pdf"),
    ],
)
def test_the_dialog_offers_every_format_and_writes_the_chosen_one(
    name: str | None, kind: str, written: str, open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    offered: list[str] = []

    def ask(_parent: object, _title: str, start: str, kinds: str) -> tuple[str, str]:
        offered.extend(kinds.split(";;"))
        return str(tmp_path / name) if name else start, kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    do(window, "export_en")
    assert offered == [PDF, TRIAL]
    assert window.info.text.text() == f"Report written: {written}"
    data = (tmp_path / written).read_bytes()
    assert data.startswith(b"%PDF" if written.endswith(".pdf") else b"trial")


@pytest.mark.usefixtures("trial")
def test_a_report_of_another_kind_replaces_nothing_that_nobody_was_asked_about(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    there = tmp_path / f"case {TODAY.isoformat()}.trial"
    there.write_text("mine", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda _parent, _title, start, _kinds: (start, TRIAL))
    do(window, "export_en")
    assert there.read_text(encoding="utf-8") == "mine"
    assert "exists already" in window.info.text.text()


def test_letters_that_no_font_has_are_told_by_the_window(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    monkeypatch.setattr("kzstay.export.report_pdf.write_report", lambda *_, **__: "김")
    assert window.files.write_report(tmp_path / "report.pdf", "en")
    told = window.info.text.text()
    assert told.startswith(
        "Report written: report.pdf The file lacks letters that no font of this computer can draw: "
    )
    assert "김 (U+AE40). Install" in told
    assert window.info.property("caution") is True
    monkeypatch.setattr("kzstay.export.report_pdf.write_report", lambda *_, **__: "")
    assert window.files.write_report(tmp_path / "report.pdf", "en")
    assert window.info.text.text() == "Report written: report.pdf"
    assert window.info.property("caution") is False


def test_letters_are_told_of_a_page_and_of_a_complaint(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    monkeypatch.setattr("kzstay.export.pdf.write_pdf", lambda *_, **__: "김")
    assert window.files.write_pdf(tmp_path / "page.pdf", "T", [])
    assert "김 (U+AE40)" in window.info.text.text()
    assert window.info.button.text() == "Open"
    monkeypatch.setattr("kzstay.export.complaint.write_complaint", lambda *_, **__: "김")
    assert window.files.write_complaint(tmp_path / "complaint.pdf", 0, "ru")
    assert "김 (U+AE40)" in window.info.text.text()
