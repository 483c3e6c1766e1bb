"""Rows of an import in sentences: every reason, in every language."""

from __future__ import annotations

import errno
from typing import get_args

import pytest

from kzstay.i18n import LANGUAGES, Language
from kzstay.imports.result import (
    WHOLE,
    ImportFileError,
    Left,
    LeftCode,
    Origin,
    Question,
    Refused,
    RefusedCode,
    Result,
    SourceCode,
    Taken,
)
from kzstay.texts import import_rows
from kzstay.texts.words import words

EN = words("en")
languages = pytest.mark.parametrize("language", LANGUAGES)


@languages
@pytest.mark.parametrize("code", get_args(RefusedCode))
def test_every_refusal_has_its_reason(code: RefusedCode, language: Language) -> None:
    told = import_rows.refused(words(language), Refused(code=code, at=WHOLE, value="{x}\n"))
    assert told
    assert "\n" not in told


@languages
@pytest.mark.parametrize("code", get_args(LeftCode))
def test_every_row_left_out_has_its_reason(code: LeftCode, language: Language) -> None:
    assert import_rows.left(words(language), Left(code=code, value="KG", other=3))


@languages
@pytest.mark.parametrize("code", get_args(SourceCode))
def test_every_source_that_nothing_can_be_made_of_has_its_reason(code: SourceCode, language: Language) -> None:
    told = import_rows.source_error(words(language), ImportFileError(code, "denied", errno.EACCES), "list.csv")
    assert told.startswith("list.csv: ")
    assert told.endswith(".")


def test_pasted_text_has_no_name() -> None:
    assert import_rows.source_error(EN, ImportFileError("empty"), "") == "the file holds nothing."


def test_what_came_is_counted() -> None:
    taken = tuple(Taken(Origin(line), 0, stay=line) for line in range(1200))
    refused, asked = (Refused(code="columns", at=WHOLE),), (Question(code="dates"),)
    found = Result(kind="table", taken=taken, refused=refused, questions=asked)
    told = import_rows.summary(EN, found)
    assert told == "1\N{NO-BREAK SPACE}200 rows were taken · 1 row was refused · 1 question is open"
    assert import_rows.summary(EN, Result(kind="table")) == "0 rows were taken"
