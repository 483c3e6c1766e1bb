"""The names of permits and rulings."""

from __future__ import annotations

from typing import get_args

import pytest

from kzstay.core.case import PermitKind, RulingKind
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import papers
from kzstay.texts.words import words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_a_name_of_its_own_in_each_language(language: Language) -> None:
    w = words(language)
    for name, kinds in (
        (papers.permit, get_args(PermitKind)),
        (papers.short_permit, get_args(PermitKind)),
        (papers.ruling, get_args(RulingKind)),
    ):
        names = [name(w, kind) for kind in kinds]
        assert all(names)
        assert len(set(names)) == len(kinds)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", get_args(PermitKind))
def test_a_name_for_a_tight_place_is_no_longer_than_the_whole_one(language: Language, kind: str) -> None:
    w = words(language)
    assert len(papers.short_permit(w, kind)) <= len(papers.permit(w, kind))


@pytest.mark.parametrize("kind", get_args(PermitKind))
def test_a_name_is_translated(kind: str) -> None:
    names = {papers.permit(words(language), kind) for language in LANGUAGES}
    assert len(names) > 1


@pytest.mark.parametrize("name", [papers.permit, papers.short_permit, papers.ruling])
def test_a_kind_that_there_is_not_has_no_name(name: object) -> None:
    assert callable(name)
    with pytest.raises(KeyError):
        name(words("en"), "passport")
