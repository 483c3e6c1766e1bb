"""``kzstay complaint``: what the code asks for stands in the file, and what cannot be drafted is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from docx import Document
from pypdf import PdfReader

from kzstay.cli.parser import main
from kzstay.core.case import Ruling, Traveller
from tests.cli.command_line import EXAMPLE, Told, languages, refused, run
from tests.helpers import case, day, stay, traveller

pytestmark = pytest.mark.usefixtures("qapp")  # a PDF would begin an application of its own, for all tests after it

ON = "2026-11-20"
EXPULSION = Ruling(kind="expulsion", served=day("2026-11-16"), part="517(4)", leave_by=day("2026-12-10"))
FINE = Ruling(kind="fine", served=day("2026-11-15"), part="517(3)(3)")
Save = Callable[..., str]


def ruled(*rulings: Ruling, name: str = "Anna Schmidt") -> Traveller:
    person = traveller("DE", stay("2026-10-12", notified="2026-10-13"), name=name)
    return msgspec.structs.replace(person, rulings=rulings, document="C01X00T47", born=day("1990-05-17"))


def text_of(path: Path) -> str:
    """Read a file back as one line."""
    if path.suffix == ".pdf":
        told = [page.extract_text() for page in PdfReader(path).pages]
    else:
        paper = Document(str(path))
        told = [line.text for line in paper.paragraphs]
        told += [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join(told).split()).replace("\N{NON-BREAKING HYPHEN}", "-")


# What KoAP 833(1) asks for: who it is addressed to, who complains and where they live, whose ruling it is, what
# the ruling says and why it breaks the person's rights, and a clear request; then who signs, and two copies
HELD = {
    "ru": [
        "[наименование вышестоящего суда]",
        "Anna Schmidt",
        "[почтовый адрес",
        "[наименование суда, вынесшего постановление]",
        "привлечён(а) к ответственности (КоАП РК, ст. 517, ч. 4), назначено административное выдворение",
        "нарушает мои права и свободы",
        "КоАП РК, ст. 840",
        "отменить постановление и прекратить дело",
        "исключив выдворение",
        "приостановить выдворение до рассмотрения жалобы (КоАП РК, ст. 834, ч. 4)",
        "бесплатным переводчиком",
        "[подпись]",
        "число экземпляров: 2",
    ],
    "kk": [
        "[жоғары тұрған соттың атауы]",
        "Anna Schmidt",
        "пошта мекенжайы",
        "[қаулы шығарған соттың атауы]",
        "жауаптылыққа тартылдым (ҚР ӘҚБтК, 517-бап, 4-бөлік)",
        "құқықтарым мен бостандықтарымды бұзады",
        "840-бап",
        "қаулының күшін жойып, істі тоқтатуды",
        "шығарып жіберуді тоқтата тұруды (ҚР ӘҚБтК, 834-бап, 4-бөлік)",
        "тегін аудармашының көмегімен",
        "[қолтаңба]",
        "дана саны: 2",
    ],
}


@pytest.mark.parametrize("kind", ["docx", "pdf"])
@pytest.mark.parametrize("language", list(HELD))
def test_the_draft_holds_all_that_the_code_asks_for(language: str, kind: str, saved: Save, path: Path) -> None:
    saved(case(ruled(EXPULSION)))
    out = path.parent / f"Шағым.{kind}"
    asked = ("--lang", language, "--explain", "en", "--on", ON)
    assert main(("complaint", str(path), "--ruling", "1", "-o", str(out), *asked)) == 0
    text = text_of(out)
    for held in HELD[language]:
        assert held in text
    for held in ("C01X00T47", "This is a draft, made from data that you entered. Have a lawyer read it."):
        assert held in text
    assert "What it says" in text  # each paragraph, for the reader
    assert "[name of the higher court]" in text


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_fine_of_the_police_takes_the_other_road_with_the_days_of_the_count(
    kind: str, saved: Save, path: Path
) -> None:
    saved(case(ruled(FINE)))
    out = path.parent / f"out.{kind}"
    asked = ("--lang", "ru", "--explain", "ru", "--on", ON)
    assert main(("complaint", str(path), "--ruling", "1", "-o", str(out), *asked)) == 0
    text = text_of(out)
    assert "специализированного суда по административным правонарушениям" in text
    assert "Последний законный день: 10 ноября 2026 г." in text
    assert "не менее 6" in text
    assert "выдворени" not in text


def test_it_is_a_program_of_its_own_that_writes_and_says_nothing(saved: Save, path: Path) -> None:
    saved(case(ruled(EXPULSION)))
    found = run("complaint", path.name, "--ruling", "1", "-o", "out.docx", "--on", ON, cwd=path.parent)
    assert (found.returncode, found.stdout, found.stderr) == (0, "", "")
    assert (path.parent / "out.docx").read_bytes().startswith(b"PK")


def test_a_name_goes_in_as_typed_and_does_no_harm(saved: Save, path: Path) -> None:
    saved(case(ruled(EXPULSION, name="<b>Әлия</b> & {day} \u202eneb")))
    for kind in ("docx", "pdf"):
        out = path.parent / f"out.{kind}"
        assert main(("complaint", str(path), "--ruling", "1", "-o", str(out), "--on", ON)) == 0
        assert "<b>Әлия</b>&{day}neb" in text_of(out).replace(" ", "")  # a PDF may set letters apart


def test_the_traveller_who_has_rulings_is_taken(saved: Save, path: Path) -> None:
    saved(case(traveller("GB", name="Boris"), ruled(FINE)))
    out = path.parent / "out.docx"
    assert main(("complaint", str(path), "--ruling", "1", "-o", str(out), "--on", ON)) == 0
    assert "Anna Schmidt" in text_of(out)
    saved(case(ruled(EXPULSION, name="Boris"), ruled(FINE)))
    assert main(("complaint", str(path), "--ruling", "1", "-o", str(out), "--on", ON, "--traveller", "Boris")) == 0
    assert "Boris" in text_of(out)


# What cannot be drafted


@pytest.mark.parametrize("number", ["0", "3", "-1", "1.0", "x", "", "01", "²", "9" * 5000])
@languages
def test_a_number_out_of_range_is_told_with_those_there_are(
    number: str, language: str, saved: Save, path: Path, capsys: Told
) -> None:
    saved(case(ruled(EXPULSION, FINE)))
    told = refused(capsys, "complaint", str(path), f"--ruling={number}", "-o", "out.pdf", "--explain", language)
    assert told.startswith("case.kzstay: ")
    assert "1: " in told
    assert "2: " in told


@pytest.mark.parametrize("name", ["out.html", "out", "out.docx.txt", "docx", "out.doc"])
@languages
def test_another_format_is_refused(name: str, language: str, saved: Save, path: Path, capsys: Told) -> None:
    saved(case(ruled(EXPULSION)))
    told = refused(capsys, "complaint", str(path), "--ruling", "1", "-o", name, "--explain", language)
    assert told.startswith(f"{name}: ")
    assert ".docx" in told
    assert ".pdf" in told


@languages
def test_without_a_ruling_there_is_nothing_to_complain_of(language: str, capsys: Told) -> None:
    told = refused(capsys, "complaint", EXAMPLE, "--ruling", "1", "-o", "out.pdf", "--explain", language)
    assert told.startswith("anna.kzstay: ")


@pytest.mark.parametrize(
    ("ruling", "why"),
    [
        (Ruling(kind="warning", served=day("2025-11-01")), "is settled"),
        (Ruling(kind="fine", served=day("2025-06-01"), paid=day("2025-06-05")), "is settled"),
        (Ruling(kind="fine", served=day("2010-06-01")), "is older than the law"),
        (Ruling(kind="fine", served=day("2026-11-25")), "is not served yet"),
    ],
)
def test_what_is_over_is_not_complained_of(
    ruling: Ruling, why: str, saved: Save, path: Path, capsys: Told
) -> None:
    saved(case(ruled(ruling)))
    asked = ("--on", ON, "--explain", "en")
    told = refused(capsys, "complaint", str(path), "--ruling", "1", "-o", "out.pdf", *asked)
    assert told.startswith("case.kzstay: Ruling 1 ")
    assert why in told


def test_several_with_rulings_have_to_be_named(saved: Save, path: Path, capsys: Told) -> None:
    saved(case(ruled(EXPULSION), ruled(FINE, name="Boris")))
    told = refused(capsys, "complaint", str(path), "--ruling", "1", "-o", "out.pdf", "--explain", "en")
    assert told.endswith("Name one with --traveller: Anna Schmidt, Boris")
    named = ("--traveller", "Иван", "--explain", "en")
    told = refused(capsys, "complaint", str(path), "--ruling", "1", "-o", "out.pdf", *named)
    assert "Иван" in told


def test_an_empty_case_has_nobody(saved: Save, capsys: Told) -> None:
    told = refused(capsys, "complaint", saved(case()), "--ruling", "1", "-o", "out.pdf", "--explain", "en")
    assert told == "case.kzstay: the case holds no traveller."


def test_a_complaint_never_replaces_the_case(saved: Save, path: Path, capsys: Told) -> None:
    saved(case(ruled(EXPULSION)))
    own = path.rename(path.with_suffix(".docx"))
    before = own.read_bytes()
    told = refused(capsys, "complaint", str(own), "--ruling", "1", "-o", str(own), "--explain", "en")
    assert told.startswith("case.docx: the complaint would replace the case.")
    assert own.read_bytes() == before


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_place_that_is_not_there_is_told(kind: str, saved: Save, path: Path, capsys: Told) -> None:
    saved(case(ruled(EXPULSION)))
    out = path.parent / "gone" / f"out.{kind}"
    asked = ("--on", ON, "--explain", "en")
    told = refused(capsys, "complaint", str(path), "--ruling", "1", "-o", str(out), *asked)
    assert told.startswith(f"out.{kind}: the complaint could not be written (")


def test_libraries_that_the_system_lacks_are_told_for_pdf_alone(
    saved: Save, path: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kzstay.cli.complaint.missing_for_drawing", lambda w: "The system lacks libraries.")
    saved(case(ruled(EXPULSION)))
    out = path.parent / "out.pdf"
    told = refused(capsys, "complaint", str(path), "--ruling", "1", "-o", str(out), "--on", ON)
    assert told == "The system lacks libraries."
    asked = ("-o", str(out.with_suffix(".docx")), "--on", ON)
    assert main(("complaint", str(path), "--ruling", "1", *asked)) == 0


def test_only_languages_of_a_case_are_offered_for_the_draft(saved: Save, path: Path, capsys: Told) -> None:
    saved(case(ruled(EXPULSION)))
    told = refused(capsys, "complaint", str(path), "--ruling", "1", "-o", "out.pdf", "--lang", "en")
    assert "--lang" in told


@languages
def test_letters_that_no_font_has_are_told(language: str, saved: Save, path: Path, capsys: Told) -> None:
    file = saved(case(ruled(FINE, name="Anna \ue000")))
    given = ["complaint", file, "--ruling", "1", "--on", ON, "--lang", "ru", "--explain", language]
    assert main([*given, "-o", str(path.with_name("out.pdf"))]) == 0
    out, err = capsys.readouterr()
    assert (out, err.count("\n"), err.count("U+E000")) == ("", 1, 1)
    assert main([*given, "-o", str(path.with_name("out.docx"))]) == 0
    assert capsys.readouterr().err == ""
