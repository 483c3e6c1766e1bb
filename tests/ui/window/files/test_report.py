"""The report of a window: each format is listed, chosen and written, by what was chosen or what a name says."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kzstay.export import formats
from kzstay.export.formats import BESIDES, FORMATS, Format
from tests.ui.conftest import TODAY, OpenCase
from tests.ui.sessions import type_day
from tests.ui.window.exporting.open_dialogs import answer, choose, opened
from tests.ui.window.files.file_dialogs import ANNA


def test_every_format_is_offered(open_case: OpenCase) -> None:
    dialog = opened(open_case(ANNA))
    listed = [dialog.choices.format.itemText(row) for row in range(dialog.choices.format.count())]
    assert listed[:3] == ["PDF document", "Web page", "JSON for other programs"]
    assert listed[3:] == [
        *("CSV table", "Excel workbook", "Calendar file"),
        "Calendar file, reminders as days of their own",
    ]
    dialog.close()


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.suffix)
def test_every_format_is_written(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: Format
) -> None:
    window = open_case(ANNA)
    asked = answer(monkeypatch, tmp_path / "out")
    dialog = opened(window)
    choose(dialog.choices.format, kind.suffix)
    dialog.save()
    assert asked == [
        (
            str(tmp_path / f"case {TODAY.isoformat()}{kind.suffix}"),
            f"{kind.name(window.session().view.w)} (*{kind.suffix})",
        )
    ]
    assert (tmp_path / f"out{kind.suffix}").stat().st_size > 0
    assert window.info.text.text().startswith(f"Report written: out{kind.suffix}")


def test_reminders_as_days_of_their_own_are_seen_written_and_remembered(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    answer(monkeypatch, tmp_path / "dates.ics")
    counts: list[int] = []
    for key in (".ics", BESIDES[0].module):
        dialog = opened(window)
        choose(dialog.choices.format, key)
        dialog.preview.draw()
        shown = dialog.preview.text.toPlainText().count("BEGIN:VEVENT")
        dialog.save()
        counts.append((tmp_path / "dates.ics").read_text("utf-8").count("BEGIN:VEVENT"))
        assert shown == counts[-1]
    assert counts[0] < counts[1]
    dialog = opened(window)
    assert dialog.choices.chosen_format() == BESIDES[0]
    dialog.close()


def test_a_calendar_is_written_from_the_page_of_duties(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    answer(monkeypatch, tmp_path / "dates")
    dialog = opened(window, ".ics")
    choose(dialog.choices.language, "kk")
    dialog.save()
    found = Calendar.from_ical((tmp_path / "dates.ics").read_text("utf-8")).walk("VEVENT")
    assert all("соңғы күн" in event["SUMMARY"] for event in found)
    assert found


def test_the_report_of_a_window_tells_of_rows_that_count_for_nothing(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    told: list[object] = []
    type_day(window.session(), 0, "exit", "31.02.2026")
    answer(monkeypatch, tmp_path / "report.pdf")
    dialog = opened(window)
    monkeypatch.setattr(
        "kzstay.export.report_pdf.write_report", lambda *_, left_out, **_more: told.append(left_out)
    )
    dialog.save()
    assert told == [(0, 1)]


# Formats that are listed


PDF, TRIAL = ".pdf", ".trial"


@pytest.fixture
def trial(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add a format as a person does: a module and a line."""

    def write_report(_assessed: object, _w: object, path: Path, **_: object) -> None:
        path.write_text("trial", encoding="utf-8")

    module = ModuleType("kzstay.export.report_trial")
    vars(module).update(write_report=write_report)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(formats, "FORMATS", [*FORMATS[:1], Format(".trial", lambda w: "Trial", "report_trial")])
    monkeypatch.setattr(formats, "BESIDES", [])


@pytest.mark.usefixtures("trial")
@pytest.mark.parametrize(
    ("name", "kind", "written"),
    [
        ("out.trial", PDF, "out.trial"),  # the name is what a person wrote
        ("out.TRIAL", PDF, "out.TRIAL"),
        ("out", TRIAL, "out.trial"),
        ("out.2026", TRIAL, "out.2026.trial"),
        (None, TRIAL, f"case {TODAY.isoformat()}.trial"),
        ("out.pdf", TRIAL, "out.pdf"),
        ("out", PDF, "out.pdf"),
        (None, PDF, f"case {TODAY.isoformat()}.pdf"),
    ],
)
def test_what_a_person_wrote_is_meant_and_else_what_was_chosen(
    name: str | None, kind: str, written: str, open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)

    def ask(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        return str(tmp_path / name) if name else start, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    dialog = opened(window)
    choose(dialog.choices.format, kind)
    dialog.save()
    assert window.info.text.text() == f"Report written: {written}"
    data = (tmp_path / written).read_bytes()
    assert data.startswith(b"%PDF" if written.endswith(".pdf") else b"trial")


@pytest.mark.usefixtures("trial")
def test_a_format_that_is_listed_has_a_preview(open_case: OpenCase, qtbot: QtBot) -> None:
    dialog = opened(open_case(ANNA))
    with qtbot.waitSignal(dialog.preview.drawn):
        choose(dialog.choices.format, TRIAL)
    assert dialog.preview.shown.currentWidget() is dialog.preview.paper
    dialog.close()


@pytest.mark.parametrize("lacking", ["김", ""])
def test_a_file_that_lacks_letters_is_told_until_that_is_read(
    open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lacking: str
) -> None:
    window = open_case(ANNA)
    answer(monkeypatch, tmp_path / "report.pdf")
    dialog = opened(window)
    monkeypatch.setattr("kzstay.export.report_pdf.write_report", lambda *_, **_more: lacking)
    dialog.save()
    told = window.info.text.text()
    letters = ". The file lacks letters that no font of this computer can draw: " if lacking else ""
    assert told.startswith(f"Report written: report.pdf{letters}")
    assert ("김 (U+AE40). Install" in told) is bool(lacking)
    assert window.info.property("caution") is bool(lacking)
    assert window.info.second_button.text() == "Show in folder"


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
