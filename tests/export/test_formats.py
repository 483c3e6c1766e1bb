"""A format is one file and one line: the command line and the window's dialog offer what is listed."""

from __future__ import annotations

import sys
from inspect import signature
from pathlib import Path
from types import ModuleType

import pytest

from kzstay.cli.input import one_of
from kzstay.cli.parser import main
from kzstay.core.assess import Assessment
from kzstay.export import formats
from kzstay.export.formats import CERTIFICATES, FORMATS, LISTS, Format, format_of, telling
from kzstay.i18n import Language
from kzstay.texts.words import words
from tests.cli.command_line import EXAMPLE, ON, Told, languages, refused

PDF = FORMATS[0]
TRIAL = Format(".trial", lambda w: "Trial", "report_trial")


def write_report(assessed: list[Assessment], w: object, path: Path, *, left_out: object = (0, 0)) -> None:
    path.write_text(f"{len(assessed)} {assessed[0].reading} {left_out}", encoding="utf-8")


@pytest.fixture
def trial(monkeypatch: pytest.MonkeyPatch) -> Format:
    """Add a format as a person does: a module and a line."""
    module = ModuleType("kzstay.export.report_trial")
    vars(module).update(write_report=write_report)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(formats, "FORMATS", [PDF, TRIAL])
    return TRIAL


def test_a_format_is_found_by_the_end_of_a_name_however_it_is_spelt() -> None:
    assert format_of("out.pdf") is format_of(Path("a b/Есеп.PDF")) is PDF
    assert [format_of(name) for name in ("out", "pdf", ".pdf", "out.pdf.other", "")] == [None] * 5


@pytest.mark.parametrize("found", [*FORMATS, *CERTIFICATES, *LISTS], ids=lambda found: found.module)
def test_a_format_has_a_suffix_a_name_and_a_module_that_writes(found: Format) -> None:
    assert found.suffix.startswith(".")
    assert found.suffix == found.suffix.lower()
    assert found.name(words("en"))
    assert callable(found.writer())


@pytest.mark.parametrize("listed", [FORMATS, CERTIFICATES, LISTS], ids=["report", "certificate", "list"])
def test_no_two_formats_have_one_suffix(listed: list[Format]) -> None:
    assert len({found.suffix for found in listed}) == len(listed)


def test_a_certificate_has_formats_of_its_own() -> None:
    assert [found.kind for found in CERTIFICATES] == ["PDF", "HTML"]
    assert format_of("out.PDF", CERTIFICATES) is CERTIFICATES[0]
    assert format_of("out.json", CERTIFICATES) is None
    assert format_of("out.pdf") is FORMATS[0]
    for found in CERTIFICATES:
        assert "second" in signature(found.writer()).parameters


REFUSED: dict[Language, str] = {
    "en": "out.other: the report is written as PDF; give it a name that ends in .pdf.",
    "ru": "out.other: отчёт записывается в формате PDF, поэтому имя файла должно оканчиваться на .pdf.",
    "kk": "out.other: есеп PDF пішімінде жазылады. Файлға .pdf деп аяқталатын атау беріңіз.",
}


@languages
def test_another_kind_of_file_is_refused_with_the_one_that_there_is(
    language: Language, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(formats, "FORMATS", [PDF])
    assert refused(capsys, "report", EXAMPLE, "-o", "out.other", "--lang", language) == REFUSED[language]


@pytest.mark.usefixtures("trial")
@languages
def test_another_kind_of_file_is_refused_with_all_that_there_are(language: Language, capsys: Told) -> None:
    told = refused(capsys, "report", EXAMPLE, "-o", "out.other", "--lang", language)
    one_or_other = {"en": "{} or {}", "ru": "{} или {}", "kk": "{} немесе {}"}[language]
    assert one_or_other.format("PDF", "TRIAL") in told
    assert one_or_other.format(".pdf", ".trial") in told


def test_several_kinds_are_one_list() -> None:
    assert one_of(words("en"), ["PDF"]) == "PDF"
    assert one_of(words("en"), ["PDF", "HTML", "CSV"]) == "PDF, HTML or CSV"


@pytest.mark.usefixtures("trial")
def test_the_command_line_offers_and_writes_what_is_listed(tmp_path: Path, capsys: Told) -> None:
    output = tmp_path / "out.Trial"
    assert main(["report", EXAMPLE, "-o", str(output), "--on", ON, "--lang", "en"]) == 0
    assert output.read_text(encoding="utf-8") == "1 safe (0, 0)"
    with pytest.raises(SystemExit):
        main(["report", "--help"])
    assert ".pdf|.trial" in capsys.readouterr().out


def test_of_a_list_each_is_told_before_it_is_written() -> None:
    told: list[float] = []
    assert list(telling([1, 2], told.append)) == [1, 2]  # type: ignore[list-item]
    assert told == [0, 0.5]
