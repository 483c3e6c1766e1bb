from __future__ import annotations

import pytest

from kzstay.imports.encoding import CODE_PAGES, decoded
from kzstay.imports.result import Answers, ImportFileError
from tests.imports.told import asked, stays, told

RUSSIAN = "ФИО;Дата въезда;Дата выезда;Примечание\nИванов Пётр;12.02.26;01.03.26;а/п Алматы\n"
KAZAKH_HEADS = "Аты-жөні;Келген күні;Кеткен күні\nӘлия Қасымова;12.02.26;01.03.26\n"
KAZAKH_NAME = "Name;Entry;Exit\nӘлия Қасымова;12.02.26;01.03.26\n"
UKRAINIAN = "Name;Entry;Exit\nЇжак Євген;12.02.26;01.03.26\n"
GERMAN = "Name;Entry;Exit\nMüller Zoë;12.02.26;01.03.26\nÇelik;12.02.26;01.03.26\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "cp866", "mac_cyrillic"],
)
def test_russian_is_read_in_each_encoding_without_asking(encoding: str) -> None:
    found = decoded(RUSSIAN.encode(encoding), Answers())
    assert found.text.removeprefix("\ufeff") == RUSSIAN
    assert not found.questions


def test_latin_letters_never_ask() -> None:
    found = decoded(GERMAN.encode("cp1252"), Answers())
    assert (found.text, found.questions) == (GERMAN, ())


def test_heads_prove_the_code_page_of_kazakhstan() -> None:
    found = decoded(KAZAKH_HEADS.encode("kz1048"), Answers())
    assert (found.text, found.encoding, found.questions) == (KAZAKH_HEADS, "kz1048", ())


@pytest.mark.parametrize(("source", "encoding"), [(KAZAKH_NAME, "kz1048"), (UKRAINIAN, "cp1251")])
def test_name_that_may_be_of_two_code_pages_is_asked_about(source: str, encoding: str) -> None:
    (question,) = decoded(source.encode(encoding), Answers()).questions
    assert set(question.values) <= set(CODE_PAGES)
    assert source.splitlines()[1] == question.samples[question.values.index(encoding)]
    for answers in (Answers(encoding=encoding), Answers(chosen={question.id: encoding})):
        found = decoded(source.encode(encoding), answers)
        assert (found.text, found.questions) == (source, ())


def test_question_comes_with_the_stays() -> None:
    found = told(KAZAKH_NAME.encode("kz1048"))
    assert asked(found, "encoding")
    assert stays(found) == [("2026-02-12", "2026-03-01")]


def test_code_page_that_does_not_fit_is_not_taken() -> None:
    assert decoded(RUSSIAN.encode("cp1251"), Answers(encoding="ascii")).text == RUSSIAN
    assert decoded(RUSSIAN.encode(), Answers(encoding="cp866")).text == RUSSIAN  # UTF-8 shows itself


@pytest.mark.parametrize(
    "data",
    [
        b"Entry;Exit\n2026-03-01\0;2026-03-05\n",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        bytes(range(1, 256)) * 20,
        b"\xff\xfeE",
        b"\xff\xfe\x00\xd8",
        b"A\0B\0\x00\xd8C\0" * 30,
        b"%PDF-1.7\n" + bytes(range(1, 32)) * 40,
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ImportFileError) as caught:
        decoded(data, Answers())
    assert caught.value.code == "not-text"
