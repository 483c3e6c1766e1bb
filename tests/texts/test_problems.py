from __future__ import annotations

import errno
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.bundled import countries
from kzstay.core.case import Case, Ruling, Traveller
from kzstay.core.problems import Problem, problems
from kzstay.files.codec import VERSION, CaseFileError, Code, Place, Shape, decode
from kzstay.files.store import StoreCode, StoreError
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import problems as texts
from kzstay.texts.words import words
from tests.core.builders import visa
from tests.files.strategies import spoilt
from tests.helpers import case, day, permit, stay, traveller

languages = pytest.mark.parametrize("language", LANGUAGES)
TODAY = day("2026-11-22")
PLACE: Place = ("travellers", 0, "stays", 2, "moves", 0, "on")

IMPOSSIBLE: dict[str, Case] = {
    "exit-before-entry": case(traveller("DE", stay("2026-01-01", "2026-01-09"), stay("2026-05-20", "2026-05-10"))),
    "overlap": case(traveller("DE", stay("2026-01-01", "2026-01-09"), stay("2026-01-08", "2026-01-20"))),
    "year": case(traveller("DE", stay("2026-01-01", "2026-01-09"), stay("1926-05-20"))),
    "unknown-country": case(traveller("QQ")),
    "born-later": case(traveller("DE", born="2027-02-01")),
    "permit-order": case(
        traveller("DE", permits=[permit("2026-01-01", "2026-02-01"), permit("2026-05-20", "2026-05-10")])
    ),
    "permit-days": case(
        traveller(
            "DE", permits=[permit("2026-01-01", "2026-02-01"), visa("2026-05-01", "2026-05-10", days=10**30)]
        )
    ),
    "permit-entries": case(
        traveller("DE", permits=[permit("2026-01-01", "2026-02-01"), visa("2026-05-01", "2026-05-10", entries=0)])
    ),
    "permit-period": case(
        traveller(
            "DE",
            permits=[
                permit("2026-01-01", "2026-02-01"),
                visa("2026-05-01", "2026-05-10", days=60, period=59),
            ],
        )
    ),
    "stay-country": case(traveller("DE", stay("2026-01-01", "2026-01-09"), stay("2026-05-20", citizenship="QQ"))),
    "stay-passport": case(
        traveller("DE", stay("2026-01-01", "2026-01-09"), stay("2026-05-20", passport="service"))
    ),
    "ruling-order": case(
        Traveller(
            name="Anna Schmidt",
            citizenship="DE",
            rulings=(
                Ruling(kind="fine", served=day("2026-01-01")),
                Ruling(kind="expulsion", served=day("2026-05-20"), leave_by=day("2026-05-10")),
            ),
        )
    ),
}


IMPOSSIBLE["ruling-part"] = case(
    msgspec.structs.replace(
        traveller("DE"),
        rulings=(
            Ruling(kind="fine", served=day("2026-01-01"), part="517(3)"),
            Ruling(kind="fine", served=day("2026-05-20"), part="517(99)"),
        ),
    )
)
IMPOSSIBLE["born-after-entry"] = case(
    traveller("DE", stay("2026-05-20", "2026-05-22"), stay("2026-01-01", "2026-01-09"), born="2026-01-02")
)
RVP = msgspec.structs.replace(permit("2026-05-01", "2027-05-01", "rvp"), days=90)
IMPOSSIBLE["permit-field"] = case(traveller("DE", permits=[permit("2026-01-01", "2026-02-01"), RVP]))
IMPOSSIBLE["ruling-field"] = case(
    msgspec.structs.replace(
        traveller("DE"),
        rulings=(
            Ruling(kind="fine", served=day("2026-01-01")),
            Ruling(kind="warning", served=day("2026-05-20"), paid=day("2026-05-21")),
        ),
    )
)
PARTS = {"517(3)"}


def told(language: Language, found: Case) -> list[str]:
    return [
        texts.problem(words(language), problem, found) for problem in problems(found, countries(), TODAY, PARTS)
    ]


def opening(language: Language, error: CaseFileError | StoreError) -> str:
    return texts.opening(words(language), error, "anna.kzstay")


# Cases


@languages
@pytest.mark.parametrize("code", IMPOSSIBLE)
def test_what_cannot_be_so_is_told_with_traveller_and_stay(language: Language, code: str) -> None:
    (found,) = problems(IMPOSSIBLE[code], countries(), TODAY, PARTS)
    assert found.code == code
    (text,) = told(language, IMPOSSIBLE[code])
    assert text.startswith("Anna Schmidt")
    assert "{" not in text
    assert text.endswith(".")
    assert ("2" in text) is (code != "unknown-country")


def test_a_part_that_does_not_exist_is_told_with_how_one_is_written() -> None:
    (text,) = told("en", IMPOSSIBLE["ruling-part"])
    assert text == (
        "Anna Schmidt, ruling 2: “517(99)” is not a part of an article that kzstay knows. Write it like 517(3), "
        "or leave it empty where the ruling names another one."
    )


def test_what_cannot_be_so_is_told_with_what_was_entered() -> None:
    assert told("en", IMPOSSIBLE["exit-before-entry"]) == [
        "Anna Schmidt, stay 2: the exit on 2026-05-10 is before the entry on 2026-05-20."
    ]
    assert told("en", IMPOSSIBLE["overlap"]) == [
        "Anna Schmidt, stay 2: it overlaps stay 1 by more than the one day on which one may leave and come back."
    ]
    assert told("en", IMPOSSIBLE["permit-days"]) == [
        "Anna Schmidt, permit 2: it allows 1000000000000000000… days. Enter a whole number from 1 to 9999."
    ]
    assert told("en", IMPOSSIBLE["permit-entries"]) == [
        "Anna Schmidt, permit 2: it allows 0 entries. Enter a whole number from 1 to 9999."
    ]
    assert told("en", IMPOSSIBLE["unknown-country"]) == [
        "Anna Schmidt: unknown country code “QQ”. Use two letters, such as DE or UZ."
    ]
    assert "1926-05-20" in told("en", IMPOSSIBLE["year"])[0]
    assert told("en", IMPOSSIBLE["born-later"]) == [
        "Anna Schmidt: the date of birth, 2027-02-01, is in the future."
    ]
    assert told("en", IMPOSSIBLE["permit-order"]) == [
        "Anna Schmidt, permit 2: it ends on 2026-05-10, before it begins on 2026-05-20."
    ]
    (text,) = told("en", IMPOSSIBLE["ruling-order"])
    assert text == (
        "Anna Schmidt, ruling 2: day to leave by (leave_by), 2026-05-10, is before 2026-05-20, the day on "
        "which it was served."
    )
    (text,) = told("en", IMPOSSIBLE["ruling-field"])
    assert text == (
        "Anna Schmidt, ruling 2: a ruling of this kind does not have the field "
        "“day of payment (paid)”. Take it out."
    )
    assert told("en", IMPOSSIBLE["permit-field"]) == [
        "Anna Schmidt, permit 2: only a visa has the field “number of days (days)”. Take it out."
    ]
    assert told("en", IMPOSSIBLE["born-after-entry"]) == [
        "Anna Schmidt, stay 2: the entry on 2026-01-01 is before the date of birth, 2026-01-02."
    ]


def test_a_year_is_told_with_the_paper_it_stands_in_and_the_years_that_can_be() -> None:
    paper = case(traveller("DE", permits=[permit("2026-01-01", "2026-02-01"), permit("1899-05-20", "2026-05-10")]))
    assert told("en", paper) == ["Anna Schmidt, permit 2: the year of 1899-05-20 is not between 1900 and 2199."]
    served = Ruling(kind="fine", served=day("2226-01-01"))
    paper = case(Traveller(name="Anna Schmidt", citizenship="DE", rulings=(served,)))
    assert told("en", paper) == ["Anna Schmidt, ruling 1: the year of 2226-01-01 is not between 1900 and 2199."]
    assert texts.short_problem(words("en"), problems(paper, countries(), TODAY)[0]) == (
        "The year is not between 1900 and 2199."
    )
    assert texts.short_problem(words("en"), problems(IMPOSSIBLE["year"], countries(), TODAY)[0]) == (
        "The year is not between 1991 and 2199."
    )


def test_the_words_of_the_glossary_are_used() -> None:
    assert "неизвестный код страны" in told("ru", IMPOSSIBLE["unknown-country"])[0]
    assert "елгісіз ел коды" in told("kk", IMPOSSIBLE["unknown-country"])[0]


@languages
@pytest.mark.parametrize("code", IMPOSSIBLE)
def test_beside_the_field_the_place_is_left_out(language: Language, code: str) -> None:
    (found,) = problems(IMPOSSIBLE[code], countries(), TODAY, PARTS)
    text = texts.short_problem(words(language), found)
    assert "Anna" not in text
    assert "{" not in text
    assert text.endswith(".")


@languages
def test_every_problem_has_a_short_sentence_of_its_own(language: Language) -> None:
    codes = get_args(next(field.type for field in msgspec.structs.fields(Problem) if field.name == "code"))
    sentences = {texts.short_problem(words(language), Problem(code=code, traveller=0, other=0)) for code in codes}
    assert len(sentences) == len(codes)
    assert set(codes) == set(IMPOSSIBLE)


# Files


@languages
@pytest.mark.parametrize("code", get_args(Code))
def test_every_reason_why_a_file_is_no_case_has_a_sentence(language: Language, code: Code) -> None:
    text = opening(language, CaseFileError(code, PLACE, "3:12"))
    assert text.startswith("anna.kzstay: ")
    assert "{" not in text
    assert "\n" not in text
    assert text.endswith(".")


@languages
def test_no_two_reasons_are_told_alike(language: Language) -> None:
    content = [opening(language, CaseFileError(code, PLACE, "3:12")) for code in get_args(Code)]
    store = [
        opening(language, StoreError(code, Path("anna.kzstay"), "why", 2**20)) for code in get_args(StoreCode)
    ]
    assert len(set(content + store)) == len(content + store)


@languages
@pytest.mark.parametrize("code", get_args(StoreCode))
def test_every_reason_why_a_file_is_not_read_or_written_has_a_sentence(
    language: Language, code: StoreCode
) -> None:
    error = StoreError(code, Path("folder") / "anna.kzstay", "Disk full", 100 * 2**20)
    for text in (opening(language, error), texts.saving(words(language), error)):
        assert text.startswith("anna.kzstay: ")
        assert "{" not in text
        assert text.endswith(".")
        assert ("Disk full" in text) is (code in ("unreadable", "unwritable"))
        assert ("100" in text) is (code == "too-large")


@languages
def test_the_advice_fits_the_reason_why_nothing_was_saved(language: Language) -> None:
    numbers = [errno.EACCES, errno.ENOSPC, errno.ENAMETOOLONG, errno.ENOENT, errno.EIO]
    errors = [StoreError("unwritable", Path("a"), "why", number=number) for number in numbers]
    advice = {texts.why_not_saved(words(language), error) for error in errors}
    assert len(advice) == len(numbers)
    assert all("{" not in sentence for sentence in advice)
    assert sum("why" in sentence for sentence in advice) == 1  # the others are told in words of the language
    same = StoreError("unwritable", Path("a"), "why", number=errno.EROFS)
    assert texts.why_not_saved(words(language), same) in advice


@languages
@pytest.mark.parametrize("code", ["missing", "date", "value", "type"])
def test_a_place_in_a_file_is_named_by_its_numbers_and_its_key(language: Language, code: Code) -> None:
    text = opening(language, CaseFileError(code, PLACE, "2026-02-30"))
    first = text.replace("anna.kzstay: ", "")
    positions = [first.find(number) for number in ("1", "3", "1")]
    assert -1 not in positions
    quoted = "“on”" if language == "en" else "«on»"
    assert quoted in text


def test_a_place_is_named_from_the_outside_inwards() -> None:
    assert opening("en", CaseFileError("date", PLACE, "2026-02-30")) == (
        "anna.kzstay: traveller 1, stay 3, change of address 1, “on” is “2026-02-30”, which is not a date that "
        "exists. Dates look like 2026-12-15."
    )
    assert "traveller 2, permit 1 " in opening("en", CaseFileError("type", ("travellers", 1, "permits", 0), "7"))
    assert "traveller 1, ruling 2, “kind” " in opening(
        "en", CaseFileError("missing", ("travellers", 0, "rulings", 1, "kind"))
    )
    assert "traveller 1, “host”, “kind” " in opening(
        "en", CaseFileError("missing", ("travellers", 0, "host", "kind"))
    )


@languages
@pytest.mark.parametrize("code", ["not-json", "cut-short"])
def test_a_file_that_is_no_json_is_told_with_the_line(language: Language, code: Code) -> None:
    text = opening(language, CaseFileError(code, value="314:12"))
    assert "314" in text
    assert "12" not in text


@languages
def test_a_newer_file_is_told_with_both_versions(language: Language) -> None:
    text = opening(language, CaseFileError("newer", value="7"))
    assert "7" in text
    assert str(VERSION) in text
    assert "anna.kzstay" in texts.newer(words(language), "anna.kzstay")


@languages
def test_braces_in_a_file_are_no_placeholders(language: Language) -> None:
    text = opening(language, CaseFileError("value", ("travellers", 0, "passport"), "{place}{0}{"))
    assert "{place}{0}{" in text
    who = case(traveller("{x}", name="{name}"))
    assert "{name}" in told(language, who)[0]


@given(spoilt, st.sampled_from(LANGUAGES))
def test_whatever_is_wrong_with_a_file_can_be_told(data: bytes, language: Language) -> None:
    try:
        found = decode(data).case
    except CaseFileError as error:
        text = opening(language, error)
        assert text.startswith("anna.kzstay: ")
        assert len(text.splitlines()) == 1
    else:
        assert all(told(language, found)) or problems(found, countries(), TODAY) == []


# What may stand in a place of a file


def test_a_word_that_is_not_possible_is_told_with_those_that_are() -> None:
    error = CaseFileError("value", ("travellers", 0, "host", "kind"), "friend", ("individual", "official"))
    assert opening("en", error) == (
        "anna.kzstay: traveller 1, “host”, “kind” is “friend”. Possible there: individual, official."
    )


@pytest.mark.parametrize(
    ("shape", "words_of_it"),
    [
        ("text", "a text in quotation marks"),
        ("number", "a whole number"),
        ("date", "such as 2026-12-15"),
        ("list", "square brackets"),
        ("record", "curly brackets"),
        (None, "of the wrong kind"),
    ],
)
def test_what_is_of_the_wrong_kind_is_told_with_what_belongs_there(shape: Shape | None, words_of_it: str) -> None:
    assert words_of_it in opening("en", CaseFileError("type", ("travellers", 0, "x"), "5", expected=shape))


def test_json_of_another_program_is_told_by_its_format() -> None:
    assert "“format” is missing" in opening("en", CaseFileError("foreign", ("format",)))
    assert "“format” is “other” and not “kzstay”" in opening("en", CaseFileError("foreign", ("format",), "other"))


@languages
def test_travellers_entered_twice_are_told_by_their_numbers(language: Language) -> None:
    assert "1" in texts.twins(words(language), 0, 2)
    assert "3" in texts.twins(words(language), 0, 2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_that_another_program_has_open_is_told(language: Language) -> None:
    w = words(language)

    def of(code: int | None) -> str:
        error = PermissionError(errno.EACCES, "Access is denied")
        if code is not None:
            error.winerror = code  # type: ignore[attr-defined] - there on Windows alone
        return texts.of_writing(w, error)

    assert of(None) == w.gettext("access denied")
    assert of(32) == of(33) == w.gettext("another program has it open")
    assert of(5) == w.gettext("access denied, or another program has it open")
    assert texts.of_writing(w, OSError(errno.ENOSPC, "")) == w.gettext("no space left")
    assert texts.of_writing(w, OSError("odd")) == ""
