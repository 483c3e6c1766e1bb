"""Pages that are saved as PDF: named by what they are, written whole, offered to be opened, told where not."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from kzstay.content.blocks import Block, Paragraph, Title
from kzstay.i18n import LANGUAGES, Language
from kzstay.ui.places.guide.place import GuidePlace
from kzstay.ui.window.main_window import MainWindow
from tests.ui.conftest import OpenCase
from tests.ui.window.files.file_dialogs import ANNA, Answer

BLOCKS: list[Block] = [Title("Who needs a visa?", "Guide"), Paragraph("Look it up.")]


def words_of(path: Path) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(path).pages)


def guide_of(window: MainWindow) -> GuidePlace:
    window.places.show_place("guide")
    place = window.places.place("guide")
    assert isinstance(place, GuidePlace)
    return place


def test_a_page_is_written_and_offered_to_be_opened(
    open_case: OpenCase, tmp_path: Path, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_case(ANNA)
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    proposed = answer(tmp_path / "visas")
    window.files.save_pdf("Who needs a visa?", lambda: BLOCKS)
    assert Path(proposed[0]).name == "Who needs a visa.pdf"
    assert "Look it up." in words_of(tmp_path / "visas.pdf")
    assert window.info.text.text() == "Page written: visas.pdf"
    assert window.info.button.text() == "Open"
    window.info.button.click()
    assert [Path(url.toLocalFile()) for url in opened] == [tmp_path / "visas.pdf"]


@pytest.mark.parametrize(("title", "name"), [("A/B: “C”?", "AB “C”.pdf"), ("...", "page.pdf"), ("  ", "page.pdf")])
def test_the_name_that_is_proposed_is_one_that_every_system_takes(
    open_case: OpenCase, answer: Answer, title: str, name: str
) -> None:
    window = open_case(ANNA)
    proposed = answer("")
    window.files.save_pdf(title, lambda: BLOCKS)
    assert Path(proposed[0]).name == name


def test_cancel_makes_no_page(open_case: OpenCase, answer: Answer) -> None:
    window = open_case(ANNA)
    answer("")
    window.files.save_pdf("Visas", lambda: pytest.fail("nothing was to be made"))
    assert not window.info.isVisible()


def test_a_page_that_cannot_be_written_is_told(open_case: OpenCase, tmp_path: Path, answer: Answer) -> None:
    window = open_case(ANNA)
    answer(tmp_path / "no such folder" / "visas.pdf")
    window.files.save_pdf("Visas", lambda: BLOCKS)
    assert window.info.text.text() == "visas.pdf: the page could not be written (no such file or folder)."
    assert window.info.property("caution") is True


def test_a_file_that_is_there_is_not_replaced_unasked(open_case: OpenCase, tmp_path: Path, answer: Answer) -> None:
    window = open_case(ANNA)
    (tmp_path / "visas.pdf").write_text("mine")
    answer(tmp_path / "visas")
    window.files.save_pdf("Visas", lambda: BLOCKS)
    assert (tmp_path / "visas.pdf").read_text() == "mine"
    assert "exists already" in window.info.text.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_topic_that_is_read_is_saved_in_the_language_of_the_window(
    open_case: OpenCase, tmp_path: Path, answer: Answer, language: Language
) -> None:
    window = open_case(ANNA)
    place = guide_of(window)
    window.preferences.set_language(language)
    place.show_topic("stay-limits")
    answer(tmp_path / "topic.pdf")
    place.save.click()
    text, w = words_of(tmp_path / "topic.pdf"), window.session().view.w
    assert w.gettext("For {name}").format(name=ANNA.name) in text
    assert w.gettext("Text of the acts") in text
    assert w.gettext("Show on the timeline") not in text
    window.preferences.set_language("en")
