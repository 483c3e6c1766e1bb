"""A complaint drafted in the window: from the ruling that is chosen to a file and a sentence."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kzstay.core.case import Ruling, Traveller
from kzstay.ui.pages.papers.section import Section
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import day, stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase
from tests.ui.window.files.file_dialogs import Answer

FINE = Ruling(kind="fine", served=day("2026-11-15"), part="517(3)(3)")
OVER = Ruling(kind="warning", served=day("2020-11-15"))
LATER = Ruling(kind="fine", served=day("2026-12-15"))


def ruled(*rulings: Ruling) -> Traveller:
    return msgspec.structs.replace(traveller("DE", stay("2026-10-12")), rulings=rulings)


def papers(open_case: OpenCase, *rulings: Ruling) -> tuple[MainWindow, Section]:
    window = open_case(ruled(*rulings))
    window.stay.show_page("papers")
    QApplication.processEvents()
    return window, pages_of.papers(window).rulings


def choose(section: Section, row: int) -> None:
    section.table.setFocus()
    section.table.setCurrentIndex(section.table.papers.index(row, 0))


def draft(section: Section, language: str) -> None:
    next(action for action in section.languages.actions() if action.data() == language).trigger()


def test_the_button_is_there_for_rulings_alone_and_works_for_a_chosen_one(open_case: OpenCase) -> None:
    window, section = papers(open_case, FINE)
    assert section.draft.isVisible()
    assert not section.draft.isEnabled()
    choose(section, 0)
    assert section.draft.isEnabled()
    page = pages_of.papers(window)
    assert not page.permits.draft.isVisible()
    assert not page.moves.draft.isVisible()
    assert section.draft.text() == "Draft a complaint"
    assert [action.text() for action in section.languages.actions()] == ["Русский…", "Қазақша…"]


def test_without_a_ruling_there_is_no_button(open_case: OpenCase) -> None:
    assert not papers(open_case)[1].draft.isVisible()


@pytest.mark.parametrize(("language", "word"), [("ru", "Прошу"), ("kk", "Сұраймын")])
def test_the_complaint_is_written_in_the_language_chosen_and_explained_in_that_of_the_window(
    open_case: OpenCase, tmp_path: Path, answer: Answer, language: str, word: str
) -> None:
    window, section = papers(open_case, FINE)
    proposed = answer(tmp_path / "out.docx")
    choose(section, 0)
    draft(section, language)
    assert Path(proposed[0]).name == "case complaint 1.docx"
    paper = Document(str(tmp_path / "out.docx"))
    told = [line.text for line in paper.paragraphs]
    assert word in told
    assert "How to use this draft" in told
    assert window.info.text.text() == "Complaint written: out.docx. It is a draft: have a lawyer read it."
    assert window.info.property("caution") is False


def test_the_keyboard_reaches_the_button_and_opens_its_menu(open_case: OpenCase, qtbot: QtBot) -> None:
    _, section = papers(open_case, FINE)
    choose(section, 0)
    reached: list[str] = []
    for _ in range(4):
        at = QApplication.focusWidget()
        assert at is not None
        reached.append(at.objectName())
        qtbot.keyClick(at, Qt.Key.Key_Backtab)
    assert "draft_complaint" in reached
    assert section.draft.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert section.draft.toolTip()
    assert section.draft.menu() is section.languages


@pytest.mark.parametrize(("ruling", "why"), [(OVER, "is settled"), (LATER, "is not served yet")])
def test_what_there_is_nothing_to_complain_of_is_told(
    open_case: OpenCase, monkeypatch: pytest.MonkeyPatch, ruling: Ruling, why: str
) -> None:
    window, section = papers(open_case, ruling)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("nothing is asked for"))
    choose(section, 0)
    draft(section, "ru")
    assert why in window.info.text.text()
    assert window.info.property("caution") is True


def test_cancel_writes_nothing(open_case: OpenCase, answer: Answer) -> None:
    window, section = papers(open_case, FINE)
    answer("")
    choose(section, 0)
    draft(section, "ru")
    assert not window.info.isVisible()


def test_one_that_cannot_be_written_is_told(open_case: OpenCase, tmp_path: Path, answer: Answer) -> None:
    window, section = papers(open_case, FINE)
    answer(tmp_path / "gone" / "out.docx")
    choose(section, 0)
    draft(section, "ru")
    text = "out.docx: the complaint could not be written (no such file or folder)."
    assert window.info.text.text() == text
    assert window.info.property("caution") is True


@pytest.mark.parametrize(
    ("name", "kind", "written"),
    [
        ("out.pdf", "", "out.pdf"),
        ("out", "", "out.docx"),
        ("out", "PDF document (*.pdf)", "out.pdf"),
        ("out.PDF", "Word document (*.docx)", "out.PDF"),
        (None, "PDF document (*.pdf)", "case complaint 1.pdf"),
        (None, "Word document (*.docx)", "case complaint 1.docx"),
    ],
)
def test_the_name_or_the_kind_that_is_chosen_decides(
    name: str | None, kind: str, written: str, open_case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, section = papers(open_case, FINE)

    def ask(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        return str(tmp_path / name) if name else start, kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    choose(section, 0)
    draft(section, "ru")
    assert window.info.text.text().startswith(f"Complaint written: {written}.")
    begins = b"%PDF" if written.lower().endswith(".pdf") else b"PK"
    folder = tmp_path if (tmp_path / written).exists() else Path(str(window.case_file.path)).parent
    assert (folder / written).read_bytes().startswith(begins)


def test_a_row_that_is_not_finished_has_no_complaint(open_case: OpenCase) -> None:
    _, section = papers(open_case, FINE)
    section.begin("fine")
    assert not section.draft.isEnabled()
