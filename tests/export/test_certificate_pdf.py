"""The certificate as a PDF file: one page a traveller, read back with another library."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from kzstay import bundled
from kzstay.content.certificate import ROOMS, certificate
from kzstay.core.assess import assess
from kzstay.core.case import Case, Traveller
from kzstay.core.problems import problems
from kzstay.core.readings import Reading
from kzstay.export import pdf
from kzstay.export.certificate_pdf import drafts, markup, write_report
from kzstay.export.html import Paper
from kzstay.files.codec import decode, encode
from kzstay.files.report_id import report_id
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import answers
from kzstay.texts.words import words
from tests.content.certificate_cases import LONG, ON, PEOPLE
from tests.export.paper import text
from tests.export.pdf_a_check import invalid
from tests.test_any_case import travellers

pytestmark = pytest.mark.usefixtures("qapp")
PAIRS: list[tuple[Language, ...]] = [*((one,) for one in LANGUAGES), *permutations(LANGUAGES, 2)]
LONGEST: tuple[Language, ...] = ("kk", "ru")
pairs = pytest.mark.parametrize("pair", PAIRS, ids="+".join)


def written(people: list[Traveller], path: Path, *pair: Language, left_out: tuple[int, int] = (0, 0)) -> PdfReader:
    first, *second = (words(language) for language in pair or ("en",))
    found = [assess(who, ON, bundled.law()) for who in people]
    write_report(found, first, path, left_out=left_out, second=second[0] if second else None)
    return PdfReader(path)


@pairs
@pytest.mark.parametrize("name", ["present", "all at once", "letters without end"])
def test_it_is_one_page_that_says_what_it_is_not_and_who(
    name: str, pair: tuple[Language, ...], tmp_path: Path
) -> None:
    (page,) = written([PEOPLE[name]], tmp_path / "c.pdf", *pair, left_out=(2, 1)).pages
    told = text(page)
    sheets = certificate(
        assess(PEOPLE[name], ON, bundled.law()), [words(one) for one in pair], ON, ROOMS[0], (0, 0)
    )
    for sheet in sheets:
        assert told.count(" ".join(sheet.caution.split())) >= 1
        assert " ".join(sheet.answer.standing_text.split()) in told
        assert " ".join(sheet.answer.number.split()) in told
        assert " ".join(sheet.about[1].split()[:4]) in told
    assert told.index(sheets[0].caution.split(".")[0]) < told.index(sheets[0].title.split()[0])


@pytest.mark.parametrize("name", PEOPLE)
def test_whoever_it_is_about_it_is_one_page_in_the_longest_pair(name: str, tmp_path: Path) -> None:
    assert len(written([PEOPLE[name]], tmp_path / "c.pdf", *LONGEST, left_out=(9, 9)).pages) == 1


def test_that_the_law_data_is_out_of_date_has_its_room_on_the_page(tmp_path: Path) -> None:
    found = [assess(PEOPLE["all at once"], bundled.law().collected + timedelta(days=2000), bundled.law())]
    first, second = (words(language) for language in LONGEST)
    write_report(found, first, tmp_path / "c.pdf", left_out=(9, 9), second=second)
    (page,) = PdfReader(tmp_path / "c.pdf").pages
    assert "устарели" in text(page)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(travellers(), st.sampled_from(PAIRS))
def test_whatever_a_case_holds_it_is_one_page(
    tmp_path_factory: pytest.TempPathFactory, who: Traveller, pair: tuple[Language, ...]
) -> None:
    (read,) = decode(encode(Case(travellers=(who,)))).case.travellers
    assume(not problems(Case(travellers=(read,)), bundled.countries(), ON))
    path = tmp_path_factory.mktemp("any") / "c.pdf"
    assert len(written([read], path, *pair).pages) == 1


@pairs
def test_several_travellers_have_a_page_and_a_bookmark_each(pair: tuple[Language, ...], tmp_path: Path) -> None:
    reader = written([PEOPLE["present"], PEOPLE["no name"], PEOPLE["many stays"]], tmp_path / "c.pdf", *pair)
    assert len(reader.pages) == 3
    outline: Any = reader.outline
    named = [one.title for one in outline if not isinstance(one, list)]
    assert [named[0], named[-1]] == ["Anna Schmidt", LONG.strip()]
    assert "Anna Schmidt" in text(reader.pages[0])
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == pair[0]
    for page, name in zip(reader.pages, ("present", "no name", "many stays"), strict=True):
        mark = report_id([PEOPLE[name]], ON, Reading.SAFE, bundled.law().collected)
        assert mark in "".join(text(page).split())  # that of a certificate of this traveller alone


def test_it_is_a_pdf_a_file(tmp_path: Path) -> None:
    files: list[Path] = []
    for pair in PAIRS:
        for name in ("present", "all at once", "attack"):
            files.append(tmp_path / f"{name}-{'-'.join(pair)}.pdf")
            written([PEOPLE[name], PEOPLE["no regime"]], files[-1], *pair)
    assert invalid(files, tmp_path) == []


def test_what_a_person_wrote_stays_text(tmp_path: Path) -> None:
    told = text(written([PEOPLE["attack"]], tmp_path / "c.pdf", "kk", "ru").pages[0])
    assert "<script>alert(1)</script>" in told
    assert "\u202e" not in told


def test_letters_are_as_large_as_the_page_allows() -> None:
    a = assess(PEOPLE["present"], ON, bundled.law())
    sizes = [draft()[1] for draft in drafts(a, [words("en")], ON, (0, 0))]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] >= 6.4


def test_more_than_the_limit_is_told_in_its_colour() -> None:
    def colour(name: str) -> str:
        found = certificate(assess(PEOPLE[name], ON, bundled.law()), [words("en")], ON, ROOMS[0], (0, 0))
        match = re.search(r'class="number" style="color: (#\w+)"', markup(found, 9))
        return match[1] if match else ""

    assert colour("present") == Paper().within
    assert colour("over the days") == Paper().over
    assert colour("not recorded") == Paper().close
    assert colour("no regime") == ""


def test_the_answer_is_that_of_the_report() -> None:
    a, w = assess(PEOPLE["over"], ON, bundled.law()), words("ru")
    made = markup(certificate(a, [w], ON, ROOMS[0], (0, 0)), 9)
    assert w.unbroken(answers.lead(w, a)) in made
    assert pdf.Chapter([], drafts=()).drafts == ()


def test_a_day_is_not_broken_over_lines_in_either_language() -> None:
    a, both = assess(PEOPLE["over"], ON, bundled.law()), [words("ru"), words("kk")]
    made = markup(certificate(a, both, ON, ROOMS[0], (0, 0)), 9)
    for w in both:
        assert w.unbroken(w.full_day(ON)) in made
        assert w.unbroken(made) == made


def test_letters_that_no_font_has_are_told_and_no_name_has_a_hole(tmp_path: Path) -> None:
    who = msgspec.structs.replace(PEOPLE["present"], name="Anna \U000f0000", native_name="Anna")
    found = [assess(who, ON, bundled.law())]
    assert write_report(found, words("en"), tmp_path / "c.pdf", second=words("ru")) == "\U000f0000"
    told = text(PdfReader(tmp_path / "c.pdf").pages[0])
    assert "Name as in the passport" in told
    assert "[…]" not in told
    assert write_report([assess(PEOPLE["present"], ON, bundled.law())], words("en"), tmp_path / "c.pdf") == ""
