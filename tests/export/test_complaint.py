"""The complaint as a file of either kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from kzstay.core.assess import assess
from kzstay.export import complaint
from kzstay.texts.words import words
from tests.core.builders import LAW, ruled
from tests.core.test_complaint import ANNA, made
from tests.helpers import day

pytestmark = pytest.mark.usefixtures("qapp")  # a PDF would begin an application of its own, for all tests after it


@pytest.mark.parametrize(("name", "begins"), [("a.pdf", b"%PDF"), ("a.PDF", b"%PDF"), ("a.docx", b"PK")])
def test_the_end_of_the_name_decides(name: str, begins: bytes, tmp_path: Path) -> None:
    a = assess(ruled(ANNA, made("fine", "2026-11-16", "517(3)")), day("2026-11-20"), LAW)
    complaint.write_complaint(a, 0, words("ru"), words("en"), tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(begins)
    if begins == b"%PDF":
        assert "Anna Schmidt" in str((PdfReader(tmp_path / name).metadata or {}).get("/Title"))


def test_a_format_is_found_by_the_end_of_the_name() -> None:
    kinds = [found and found.kind for found in map(complaint.format_of, ("a.docx", "A.PDF", "a.doc", "a", "docx"))]
    assert kinds == ["DOCX", "PDF", None, None, None]
    assert all(found.name(words("en")) for found in complaint.FORMATS)
