from __future__ import annotations

from pathlib import Path

import pytest

from kzstay.bundled import law
from kzstay.core.assess import assess
from kzstay.export.formats import Told
from kzstay.export.layout import Chapter
from kzstay.export.report_pdf import write_report
from kzstay.texts import Words
from kzstay.texts.words import words
from tests.content.block_reader import GERMAN, sentences
from tests.helpers import day


def test_rows_that_cannot_be_used_yet_are_told_on_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def note(parts: list[Chapter], w: Words, path: Path, *, title: str, told: Told) -> None:
        said.extend(sentences(parts[0].blocks))

    monkeypatch.setattr("kzstay.export.pdf.write_pdf", note)
    found = [assess(GERMAN, day("2026-11-22"), law())]
    write_report(found, words("en"), tmp_path / "out.pdf", left_out=(2, 1))
    assert sum(text.startswith("2 rows are left out") for text in said) == 1
    said.clear()
    write_report(found, words("en"), tmp_path / "out.pdf")
    assert not any("unfinished or wrong" in text for text in said)
