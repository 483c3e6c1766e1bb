"""The name of a file that was chosen: its suffix, and what it must not take the place of."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzstay.texts.words import words
from kzstay.ui.window.targets import as_name, replaced_unasked, with_suffix


@pytest.mark.parametrize(
    ("name", "path"),
    [("a", "a.pdf"), ("a.pdf", "a.pdf"), ("a.PDF", "a.PDF"), ("Anna 22.11.2026", "Anna 22.11.2026.pdf")],
)
def test_a_name_gets_the_suffix_that_it_lacks(name: str, path: str) -> None:
    assert with_suffix(name, ".pdf") == Path(path)


def test_a_suffix_that_is_added_replaces_nothing_unasked(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("mine")
    w = words("en")
    told = replaced_unasked(w, str(tmp_path / "a"), ".pdf")
    assert told == "a.pdf exists already. Choose it in the dialog to replace it."
    assert replaced_unasked(w, str(tmp_path / "a.pdf"), ".pdf") == ""
    assert replaced_unasked(w, str(tmp_path / "b"), ".pdf") == ""


@pytest.mark.parametrize(("title", "name"), [("A/B: “C”?", "AB “C”"), ("...", ""), ("  ", ""), ("Anna", "Anna")])
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert as_name(title) == name
