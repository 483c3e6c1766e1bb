"""The report of a window: in a language of its own, with a sentence where it cannot be written."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from kzstay.i18n import Language
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
    assert window.info.text.text() == "report.pdf: The report could not be written (No such file or directory)."
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
