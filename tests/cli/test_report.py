"""``kzstay report``: whom it is about, and what is told where it cannot be written."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from pypdf import PdfReader

from kzstay.cli.parser import main
from kzstay.files.store import save_case
from kzstay.i18n import LANGUAGES, Language
from tests.cli.command_line import EXAMPLE, HERE, ON, ROOT, Told, languages, refused, run
from tests.export.lettered import NAMES
from tests.helpers import case, day, stay, traveller

pytestmark = pytest.mark.usefixtures("qapp")  # a PDF would begin an application of its own, for all tests after it


def test_a_report_is_written_as_pdf_in_every_language(tmp_path: Path) -> None:
    found = [
        run("report", EXAMPLE, "-o", f"Есеп {language}.PDF", "--on", ON, "--lang", language, cwd=tmp_path)
        for language in LANGUAGES
    ]
    assert [(one.returncode, one.stdout, one.stderr) for one in found] == [(0, "", "")] * 3
    files = sorted(file for file in tmp_path.iterdir() if file.is_file())
    assert [file.name for file in files] == sorted(f"Есеп {language}.PDF" for language in LANGUAGES)
    assert all(file.read_bytes().startswith(b"%PDF-") for file in files)


def test_a_certificate_is_written_in_one_language_or_two(tmp_path: Path) -> None:
    for name, second in (("a.pdf", []), ("b.HTML", ["--second-lang", "ru"]), ("c.PDF", ["--second-lang", "en"])):
        output = tmp_path / name
        given = ["report", EXAMPLE, "-o", str(output), "--certificate", *second, "--on", ON, "--lang", "kk"]
        assert main(given) == 0
        assert output.exists()
    assert len(PdfReader(tmp_path / "c.PDF").pages) == 1
    assert 'lang="ru"' in (tmp_path / "b.HTML").read_text("utf-8")


@pytest.mark.parametrize("name", ["list.csv", "list.XLSX", "list.pdf"])
def test_a_list_has_a_line_for_each_traveller_whoever_has_the_least_time_first(name: str, tmp_path: Path) -> None:
    over = traveller("DE", stay("2026-09-01"), name="Over")
    file, output = tmp_path / "case.kzstay", tmp_path / name
    save_case(case(traveller("DE", name="Outside"), over, HERE), file)
    assert main(["report", str(file), "--list", "-o", str(output), "--on", ON]) == 0
    if name.endswith("csv"):
        lines = output.read_text("utf-8-sig").splitlines()[1:]
        found = [line.partition(",")[0] for line in lines]
    elif name.endswith("pdf"):
        text = " ".join(PdfReader(output).pages[0].extract_text().split())
        found = sorted(("Over", HERE.name, "Outside"), key=text.index)
    else:
        found = [line[0].value for line in list(load_workbook(output)["Travellers"])[1:]]
    assert found == ["Over", HERE.name, "Outside"]


@languages
def test_a_list_of_another_kind_is_refused_and_it_is_no_certificate(language: Language, capsys: Told) -> None:
    told = refused(capsys, "report", EXAMPLE, "-o", "out.html", "--list", "--lang", language)
    assert told.startswith("out.html: ")
    assert all(suffix in told for suffix in (".pdf", ".csv", ".xlsx"))
    both = refused(capsys, "report", EXAMPLE, "-o", "out.pdf", "--list", "--certificate")
    assert "--list" in both


@languages
@pytest.mark.parametrize("name", ["out.json", "out.ics", "out", "out.pdf.txt"])
def test_a_certificate_of_another_kind_is_refused(name: str, language: Language, capsys: Told) -> None:
    told = refused(capsys, "report", EXAMPLE, "-o", name, "--certificate", "--lang", language)
    assert told.startswith(f"{name}: ")
    assert ".pdf" in told
    assert ".html" in told
    assert ".json" not in told.removeprefix(name)


@languages
def test_a_second_language_is_that_of_a_certificate_and_another_one(language: Language, capsys: Told) -> None:
    given = ["report", EXAMPLE, "-o", "out.pdf", "--lang", language, "--second-lang"]
    other: Language = "ru" if language == "en" else "en"
    alone = refused(capsys, *given, other)
    same = refused(capsys, *given, language, "--certificate")
    assert alone.startswith("--second-lang: ")
    assert "--certificate" in alone
    assert same.startswith("--second-lang: ")
    assert "--lang" in same
    assert not Path("out.pdf").exists()


def test_a_certificate_is_about_each_traveller_or_the_one_that_is_named(
    saved: Callable[..., str], tmp_path: Path
) -> None:
    file = saved(case(HERE, traveller("DE", name="Иван")))
    for named, pages in (([], 2), (["--traveller", "Иван"], 1)):
        output = tmp_path / f"{pages}.pdf"
        assert main(["report", file, "-o", str(output), "--certificate", "--on", ON, *named]) == 0
        assert len(PdfReader(output).pages) == pages


@languages
def test_a_calendar_is_written_in_every_language(language: Language, tmp_path: Path) -> None:
    output = tmp_path / "Күнтізбе.ICS"
    assert main(["report", EXAMPLE, "-o", str(output), "--on", ON, "--lang", language]) == 0
    (event,) = [
        one
        for one in Calendar.from_ical(output.read_text("utf-8")).walk("VEVENT")
        if one["DTSTART"].dt == day("2026-12-10")
    ]
    assert event["SUMMARY"].params["LANGUAGE"] == language


@languages
def test_where_nothing_lies_ahead_no_calendar_is_written(
    language: Language, capsys: Told, saved: Callable[..., str], tmp_path: Path
) -> None:
    output = tmp_path / "out.ics"
    output.write_bytes(b"earlier")
    told = refused(capsys, "report", saved(case(traveller("DE"))), "-o", str(output), "--lang", language)
    assert told.startswith("out.ics: ")
    assert output.read_bytes() == b"earlier"


@languages
def test_tables_are_written_in_every_language(
    language: Language, path: Path, saved: Callable[..., str], tmp_path: Path
) -> None:
    saved(case(HERE, traveller("ZA", name="Әлия"), traveller("DE", stay("2026-10-01"), name="=1+1")))
    for name in ("Кесте.XLSX", "Кесте.csv"):
        assert main(["report", str(path), "-o", str(tmp_path / name), "--on", ON, "--lang", language]) == 0
    sheet = load_workbook(tmp_path / "Кесте.XLSX").worksheets[0]
    # Whoever has the least time comes first
    assert [cell.value for cell in sheet["A"]][1:] == ["=1+1", "Anna Schmidt", "Әлия"]
    table = (tmp_path / "Кесте.csv").read_text("utf-8-sig")
    assert "'=1+1" in table
    assert "Әлия" in table


@pytest.mark.parametrize("name", ["out.ics", "out.csv", "out.xlsx"])
def test_calendar_and_tables_need_no_qt(name: str, path: Path, saved: Callable[..., str]) -> None:
    saved(case(HERE))
    code = "import sys; from kzstay.cli.parser import main; code = main(sys.argv[1:]); "
    code += "sys.exit(code or any(name.startswith('PySide6') for name in sys.modules))"
    given = [sys.executable, "-W", "error", "-c", code, "report", path.name, "-o", name, "--on", ON]
    assert subprocess.run(given, cwd=path.parent, env=os.environ | {"PYTHONPATH": str(ROOT)}).returncode == 0


def test_a_report_is_of_the_traveller_asked_for(path: Path, saved: Callable[..., str]) -> None:
    saved(case(HERE, traveller("KZ", stay("2026-11-11"), name="Әлия")))
    found = run("report", path.name, "-o", "out.pdf", "--traveller", "Әлия", "--on", ON, cwd=path.parent)
    assert (found.returncode, found.stderr) == (0, "")
    assert (path.parent / "out.pdf").exists()


@pytest.mark.parametrize("name", ["out.docx", "out", "out.pdf.txt", "pdf"])
@languages
def test_a_report_of_another_kind_is_refused(name: str, language: Language, capsys: Told) -> None:
    told = refused(capsys, "report", EXAMPLE, "-o", name, "--lang", language)
    assert told.startswith(f"{name}: ")
    assert ".pdf" in told


@languages
def test_a_traveller_that_the_case_does_not_hold_is_named(language: Language, capsys: Told) -> None:
    told = refused(capsys, "report", EXAMPLE, "-o", "out.pdf", "--traveller", "Иван", "--lang", language)
    assert told.startswith("anna.kzstay: ")
    assert "Иван" in told


def test_a_report_holds_every_traveller_or_the_one_that_is_named(
    saved: Callable[..., str], tmp_path: Path
) -> None:
    file = saved(case(HERE, traveller("DE", name="Иван")))
    for named, held in (([], {"Anna Schmidt", "Иван"}), (["--traveller", "Иван"], {"Иван"})):
        found = run("report", file, "-o", "out.pdf", "--on", ON, "--lang", "en", *named, cwd=tmp_path)
        assert found.returncode == 0, found.stderr
        text = "".join(page.extract_text() for page in PdfReader(tmp_path / "out.pdf").pages)
        told = " ".join(text.split())
        assert {name for name in ("Anna Schmidt", "Иван") if f"Name {name}" in told} == held


@pytest.mark.parametrize(
    ("output", "reason"), [("gone/out.pdf", "no such file or folder"), ("folder.pdf", "it is a folder")]
)
def test_a_report_that_cannot_be_written_is_told_with_the_reason(output: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()
    found = run("report", EXAMPLE, "-o", output, "--on", ON, "--lang", "en", cwd=tmp_path)
    assert found.returncode == 2
    assert found.stderr.startswith(f"{Path(output).name}: the report could not be written (")
    assert len(found.stderr.splitlines()) == 1
    if os.name == "posix":
        assert reason in found.stderr
    assert {file.name for file in tmp_path.iterdir() if file.is_file()} == set()


def test_a_report_tells_which_libraries_it_lacks(
    capsys: Told, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("kzstay.cli.report.missing_for_drawing", lambda w: "The system lacks libraries.")
    output = tmp_path / "out.pdf"
    assert refused(capsys, "report", EXAMPLE, "-o", str(output), "--on", ON) == "The system lacks libraries."
    assert not output.exists()


def test_nobody_has_no_report(capsys: Told, saved: Callable[..., str]) -> None:
    told = refused(capsys, "report", saved(case()), "-o", "out.pdf", "--lang", "en")
    assert told.strip() == "case.kzstay: the case holds no traveller."


def test_a_report_never_replaces_the_case(path: Path, saved: Callable[..., str], capsys: Told) -> None:
    saved(case(HERE))
    own = path.rename(path.with_suffix(".pdf"))
    before = own.read_bytes()
    for output in (own, own.parent / "." / own.name):
        told = refused(capsys, "report", str(own), "-o", str(output), "--lang", "en")
        assert told == "case.pdf: the report would replace the case. Give the report another name."
    assert own.read_bytes() == before


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt asks for no locale")
def test_a_report_says_nothing_in_a_locale_that_is_not_utf_8(tmp_path: Path) -> None:
    found = run("report", EXAMPLE, "-o", "report.pdf", cwd=tmp_path, LC_ALL="C")
    assert (found.returncode, found.stdout, found.stderr) == (0, "", "")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


@languages
def test_letters_that_no_font_has_are_told_in_one_line(
    language: Language, path: Path, saved: Callable[..., str]
) -> None:
    saved(case(traveller("DE", stay("2026-11-11", note="a \ue000 b \ue000"), name="Anna")))
    found = run("report", path.name, "-o", "out.pdf", "--on", ON, "--lang", language, cwd=path.parent)
    assert (found.returncode, found.stdout) == (0, "")
    assert found.stderr.count("\n") == 1
    assert found.stderr.count("U+E000") == 1
    assert (path.parent / "out.pdf").exists()
    page = run("report", path.name, "-o", "out.html", "--on", ON, "--lang", language, cwd=path.parent)
    assert (page.returncode, page.stderr) == (0, "")


def test_what_inter_lacks_and_another_font_has_is_no_matter_for_the_terminal(
    path: Path, saved: Callable[..., str]
) -> None:
    saved(case(*(traveller("DE", stay("2026-11-11"), name=name) for name in NAMES.values())))
    found = run("report", path.name, "-o", "out.pdf", "--on", ON, cwd=path.parent)
    assert (found.returncode, found.stdout, found.stderr) == (0, "", "")


@pytest.mark.parametrize("suffix", [".pdf", ".html", ".json", ".ics"])
@pytest.mark.parametrize(
    ("where", "code", "reason"),
    [
        ("os.fsync", errno.ENOSPC, "no space left"),
        ("create", errno.EROFS, "access denied"),
        ("Path.replace", 32, "another program has it open"),
    ],
    ids=["full", "read-only", "open elsewhere"],
)
def test_what_keeps_a_report_from_being_written_is_told_and_the_old_one_is_whole(
    tmp_path: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch, suffix: str, where: str, code: int, reason: str
) -> None:
    output = tmp_path / f"report{suffix}"
    output.write_bytes(b"the old report")

    def fail(*_: object, **__: object) -> None:
        error = OSError(errno.EACCES if code == 32 else code, "as the system says it")
        if code == 32:
            error.winerror = code  # type: ignore[attr-defined] - there on Windows alone
        raise error

    monkeypatch.setattr(f"kzstay.files.atomic.{where}", fail)
    told = refused(capsys, "report", EXAMPLE, "-o", str(output), "--on", ON, "--lang", "en")
    assert told == f"report{suffix}: the report could not be written ({reason})."
    assert output.read_bytes() == b"the old report"
    assert [path.name for path in tmp_path.iterdir()] == [output.name]


@pytest.mark.skipif(os.name != "posix", reason="the mode of a file")
def test_a_write_protected_report_stays_as_it_is(tmp_path: Path, capsys: Told) -> None:
    output = tmp_path / "report.json"
    output.write_bytes(b"the old report")
    output.chmod(0o444)
    told = refused(capsys, "report", EXAMPLE, "-o", str(output), "--on", ON, "--lang", "en")
    assert told == "report.json: the report could not be written (access denied)."
    assert output.read_bytes() == b"the old report"


@pytest.mark.skipif(os.name != "posix", reason="Windows says of such a name that it is none")
@pytest.mark.parametrize(("language", "why"), [("en", "the name is too long"), ("ru", "слишком длинное имя")])
def test_a_name_that_is_too_long_for_the_system_is_told_in_the_language(
    tmp_path: Path, language: str, why: str, capsys: Told
) -> None:
    name = str(tmp_path / f"{'a' * 300}.json")
    assert why in refused(capsys, "report", EXAMPLE, "-o", name, "--lang", language)
