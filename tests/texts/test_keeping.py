from __future__ import annotations

import errno
from pathlib import Path

import pytest

from kzstay.files.store import StoreError
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import keeping
from kzstay.texts.words import words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_names_its_file(language: Language) -> None:
    w, origin = words(language), Path("folder") / "anna.kzstay"
    told = [
        keeping.saved_again(w, origin.name),
        keeping.recovered(w, origin),
        keeping.kept_of(w, origin.name),
        keeping.open_elsewhere(w, origin.name),
        keeping.changed_outside(w, origin.name),
    ]
    assert all("anna.kzstay" in text and "folder" not in text for text in told)
    told += [keeping.recovered(w, None), keeping.kept_aside(w)]
    assert len(set(told)) == 7
    assert all(text.endswith(".") and "{" not in text for text in told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_file_refused_is_told_to_be_safe(language: Language) -> None:
    w, file = words(language), Path("folder") / "anna.kzstay"
    (changed,) = keeping.refused(w, StoreError("changed", file))
    why, safe = keeping.refused(w, StoreError("protected", file))
    assert "anna.kzstay" in changed
    assert "anna.kzstay" in why
    assert safe == keeping.kept_aside(w)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nothing_takes_is_told_with_the_reason(language: Language) -> None:
    w = words(language)
    full = StoreError("unwritable", Path("unsaved.kzstay"), "Disk full", number=errno.ENOSPC)
    assert w.gettext("no space left") in keeping.not_kept(w, full)
    other = StoreError("unwritable", Path("unsaved.kzstay"), "Input/output error", number=errno.EIO)
    assert "Input/output error" in keeping.not_kept(w, other)
