"""The command line, through ``main`` and, where the process itself matters, as a program of its own."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from pypdf import PdfReader

import kzstay
from kzstay.cli import main
from kzstay.core.case import Case
from kzstay.files.codec import encode
from kzstay.files.store import save_case
from kzstay.i18n import LANGUAGES, Language
from kzstay.paths import resource
from kzstay.texts.words import words
from tests.files.strategies import CONTRACT, changed, written
from tests.helpers import case, day, permit, stay, traveller
from tests.test_answer_json import DOCUMENT, misfit

ROOT = Path(kzstay.__file__).resolve().parents[1]
EXAMPLE = str(resource("examples/anna.kzstay"))
ON = "2026-11-22"

languages = pytest.mark.parametrize("language", LANGUAGES)
Told = pytest.CaptureFixture[str]

HERE = traveller("DE", stay("2026-11-11", notified="2026-11-12"))
OVERSTAYED = traveller("DE", stay("2026-10-01", notified="2026-10-02"))
MISSED = traveller("DE", stay("2026-11-11"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.kzstay"


@pytest.fixture
def saved(path: Path) -> Callable[[Case | bytes], str]:
    def save(found: Case | bytes) -> str:
        if isinstance(found, bytes):
            path.write_bytes(found)
        else:
            save_case(found, path, keep_backup=False)
        return str(path)

    return save


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a person does."""
    # In a locale that is not UTF-8 Qt itself tells so
    own = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "HOME": str(cwd), "LC_ALL": "C.UTF-8"}
    inherited = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "kzstay", *arguments],
        env=inherited | own | environment,
        cwd=cwd,
        capture_output=True,
        encoding=environment.get("PYTHONIOENCODING", "utf-8"),
        check=False,
    )


def refused(told: Told, *arguments: str) -> str:
    """Return the one line that says why."""
    assert main(arguments) == 2
    out, err = told.readouterr()
    assert out == ""
    assert err.endswith("\n")
    assert len(err.splitlines()) == 1
    assert "Traceback" not in err
    assert "{" not in err
    return err.removesuffix("\n")


# check


def test_what_is_in_order_is_told_with_0(capsys: Told) -> None:
    assert main(["check", EXAMPLE, "--on", ON, "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines()[:4] == [
        "Anna Schmidt · Germany · ordinary passport · 22 November 2026",
        "  within limits: 18 days left",
        "  Leave by Thursday, 10 December 2026",
        "  day 12 of 30 in this entry",
    ]
    assert "8 Jan 2027 – 24 Jan 2027: planned · possible" in out


def test_an_overstay_is_told_with_1(capsys: Told, saved: Callable[..., str]) -> None:
    assert main(["check", saved(case(HERE, OVERSTAYED)), "--on", ON, "--lang", "en"]) == 1
    assert "overstay: 23 days over" in capsys.readouterr().out


def test_a_missed_duty_is_told_with_1(capsys: Told, saved: Callable[..., str]) -> None:
    assert main(["check", saved(case(MISSED)), "--on", ON, "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert "within limits" in out
    assert "Host's notice of arrival: 13 Nov 2026 (by the usual count 16 Nov 2026) · missed" in out


def test_the_reading_decides_what_is_missed(capsys: Told, saved: Callable[..., str]) -> None:
    file = saved(case(MISSED))
    assert main(["check", file, "--on", "2026-11-14", "--reading", "safe"]) == 1
    assert main(["check", file, "--on", "2026-11-14", "--reading", "usual"]) == 0
    assert main(["check", file, "--on", "2026-11-17", "--reading", "usual"]) == 1
    capsys.readouterr()


@languages
def test_every_traveller_is_told_in_every_language(
    language: Language, capsys: Told, saved: Callable[..., str]
) -> None:
    people = [traveller("DE", stay("2026-11-11", notified="2026-11-12"), name=name) for name in ("Әлия", "Иван")]
    assert main(["check", saved(case(*people)), "--on", ON, "--lang", language]) == 0
    out = capsys.readouterr().out
    assert words(language).country("DE") in out
    assert words(language).long_day(day("2026-12-10")) in out
    assert [part.split(" · ")[0] for part in out.split("\n\n")] == ["Әлия", "Иван"]


def test_a_case_of_nobody_is_in_order_and_says_so(capsys: Told, saved: Callable[..., str]) -> None:
    assert main(["check", saved(case()), "--on", ON, "--lang", "en"]) == 0
    assert capsys.readouterr().out == "case.kzstay: the case holds no traveller.\n"


def test_nobody_has_no_report(capsys: Told, saved: Callable[..., str]) -> None:
    told = refused(capsys, "report", saved(case()), "-o", "out.pdf", "--lang", "en")
    assert told.strip() == "case.kzstay: the case holds no traveller."


@pytest.mark.parametrize(
    "text", ["2026-11-22", "22.11.2026", "22.11.26", "22/11/2026", "22 11 2026", "22112026", "22 November 2026"]
)
@languages
def test_the_day_of_reckoning_is_read_as_a_person_types_it(text: str, language: Language, capsys: Told) -> None:
    assert main(["check", EXAMPLE, "--json", "--on", text, "--lang", language]) == 0
    assert json.loads(capsys.readouterr().out)["on"] == "2026-11-22"


def test_months_are_read_in_the_language_asked_for(capsys: Told) -> None:
    for language, text in (("ru", "22 ноября 2026 г."), ("kk", "2026 жылғы 22 қараша")):
        assert main(["check", EXAMPLE, "--json", "--on", text, "--lang", language]) == 0
        assert json.loads(capsys.readouterr().out)["on"] == "2026-11-22"


@pytest.mark.parametrize("text", ["", "31.02.2026", "2026-02-30", "11/22/2026", "tomorrow", "22 қантар"])
@languages
def test_what_is_no_day_is_refused_as_the_day_of_reckoning(text: str, language: Language, capsys: Told) -> None:
    told = refused(capsys, "check", EXAMPLE, "--on", text, "--lang", language)
    assert told.startswith("--on: ")
    assert text in told


def test_any_day_can_be_reckoned_for(capsys: Told) -> None:
    for text in ("0001-01-01", "1991-12-16", "2199-12-31", "9999-12-31"):
        assert main(["check", EXAMPLE, "--on", text, "--json"]) in (0, 1)
        assert misfit(json.loads(capsys.readouterr().out), DOCUMENT) == ""


# check --json


@pytest.mark.parametrize("reading", ["safe", "usual"])
def test_the_answer_for_programs_keeps_the_contract(reading: str, capsys: Told) -> None:
    assert main(["check", EXAMPLE, "--on", ON, "--json", "--reading", reading]) == 0
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert err == ""
    assert misfit(found, DOCUMENT) == ""
    assert (found["schema"], found["on"], found["reading"]) == (1, ON, reading)
    used = {"safe": 68, "usual": 67}[reading]
    limit = found["travellers"][0]["regime"]["limits"][1]
    assert (limit["used"], limit["remaining"]) == (used, 90 - used)
    notice = next(duty for duty in found["travellers"][0]["duties"] if duty["stay"] == 6)
    assert notice["due"] == {"safe": "2026-11-13", "usual": "2026-11-16"}


def test_the_answer_for_programs_is_the_same_in_every_language(capsys: Told) -> None:
    answers = set[str]()
    for language in LANGUAGES:
        main(["check", EXAMPLE, "--on", ON, "--json", "--lang", language])
        answers.add(capsys.readouterr().out)
    assert len(answers) == 1


def test_the_answer_for_programs_tells_by_its_code_too(capsys: Told, saved: Callable[..., str]) -> None:
    assert main(["check", saved(case(OVERSTAYED)), "--on", ON, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["travellers"][0]["standing"] == "overstay"


# Bad input

GOOD = encode(case(HERE))
GRANTED = permit("2026-05-01", "2026-05-31")
BAD: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "exit before entry": (
        encode(case(traveller("DE", stay("2026-01-01", "2026-01-02"), stay("2026-06-08", "2026-06-07")))),
        ("Anna Schmidt", "2", "07.06.2026", "08.06.2026"),
    ),
    "no such date": (
        written(changed(("travellers", 0, "stays", 2, "exit"), "2026-02-30")),
        ("1", "3", "exit", "2026-02-30"),
    ),
    "overlap": (
        encode(case(traveller("DE", stay("2026-01-01", "2026-01-10"), stay("2026-01-09", "2026-01-20")))),
        ("Anna Schmidt", "1", "2"),
    ),
    "year": (encode(case(traveller("DE", stay("0026-11-11")))), ("Anna Schmidt", "1")),
    "unknown country": (encode(case(traveller("QQ"))), ("Anna Schmidt", "QQ")),
    "cut short": (GOOD[: len(GOOD) // 2], ()),
    "not JSON": (b"entry;exit\n2026-01-01;2026-01-02\n", ("1",)),
    "not text": (b"\x89PNG\r\n\x1a\n", ()),
    "another JSON": (b'{"travellers": []}', ()),
    "a list": (b"[]", ()),
    "empty": (b"", ()),
    "nested without end": (b"[" * 100_000, ()),
    "a number without end": (b'{"format": "kzstay", "version": ' + b"1" * 10_000 + b"}", ()),
    "newer version": (written(changed(("version",), 2)), ()),
    "newer version that cannot be read": (written(changed(("version",), 7, changed(("travellers",), 1))), ("7",)),
    "no version": (b'{"format": "kzstay"}', ()),
    "wrong type": (
        written(changed(("travellers", 0, "stays", 2, "moves", 0, "on"), 7)),
        ("1", "3", "1", "on", "7"),
    ),
    "missing": (written(changed(("travellers", 0, "stays", 1), {})), ("1", "2", "entry")),
    "born in the future": (encode(case(traveller("DE", born="2190-02-01"))), ("Anna Schmidt", "01.02.2190")),
    "a permit that ends before it begins": (
        encode(case(traveller("DE", permits=[GRANTED, permit("2026-05-01", "2026-04-30")]))),
        ("Anna Schmidt", "2", "30.04.2026", "01.05.2026"),
    ),
    "a permit of a year that nobody means": (
        encode(case(traveller("DE", permits=[permit("2026-05-01", "9999-12-31")]))),
        ("Anna Schmidt", "1", "9999"),
    ),
    "a ruling with a day before its service": (
        written(changed(("travellers", 0, "rulings", 1, "leave_by"), "2026-09-30")),
        ("Әлия Ким", "2", "30.09.2026", "01.10.2026"),
    ),
    "a ruling of a year that nobody means": (
        written(changed(("travellers", 0, "rulings"), [{"kind": "fine", "served": "0026-05-02"}])),
        ("Әлия Ким", "1", "0026"),
    ),
    "a ruling that was not served": (
        written(changed(("travellers", 0, "rulings"), [{"kind": "expulsion"}])),
        ("1", "1", "served"),
    ),
    "unknown word": (written(changed(("travellers", 0, "passport"), "blue")), ("1", "passport", "blue")),
}


@pytest.mark.parametrize("name", BAD)
@languages
def test_bad_input_is_told_in_one_line_with_file_and_place(
    name: str, language: Language, capsys: Told, saved: Callable[..., str]
) -> None:
    data, places = BAD[name]
    told = refused(capsys, "check", saved(data), "--on", ON, "--lang", language)
    file, _, rest = told.partition(": ")
    assert file == "case.kzstay"
    for place in places:
        assert place in rest
        rest = rest.replace(place, "", 1)


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_told_alike_by_every_command(name: str, capsys: Told, saved: Callable[..., str]) -> None:
    file = saved(BAD[name][0])
    told = refused(capsys, "check", file)
    assert refused(capsys, "check", file, "--json") == told
    assert refused(capsys, "report", file, "-o", "out.pdf") == told


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_told_in_the_language_asked_for(name: str, capsys: Told, saved: Callable[..., str]) -> None:
    file = saved(BAD[name][0])
    assert len({refused(capsys, "check", file, "--lang", language) for language in LANGUAGES}) == len(LANGUAGES)


@languages
def test_a_file_far_too_long_is_told_by_its_length(language: Language, capsys: Told, path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100 * 2**20)
    told = refused(capsys, "check", str(path), "--lang", language)
    assert told.startswith("case.kzstay: ")
    assert "100" in told
    assert "16" in told


@languages
def test_a_file_that_is_not_there_is_named(language: Language, capsys: Told, path: Path) -> None:
    assert refused(capsys, "check", str(path), "--lang", language).startswith("case.kzstay: ")


@languages
def test_a_folder_is_no_file(language: Language, capsys: Told, tmp_path: Path) -> None:
    folder = tmp_path / "Құжаттар"
    folder.mkdir()
    assert refused(capsys, "check", str(folder), "--lang", language).startswith("Құжаттар: ")


def test_of_several_problems_the_first_is_told_and_how_many_more(capsys: Told, saved: Callable[..., str]) -> None:
    file = saved(case(traveller("QQ", stay("2026-06-08", "2026-06-07")), traveller("ZZ", name="Иван")))
    told = refused(capsys, "check", file, "--lang", "en")
    assert told.startswith("case.kzstay: Anna Schmidt: unknown country code “QQ”.")
    assert told.strip().endswith("And 2 more.")


def test_who_has_no_name_is_named_by_number_and_what_is_empty_is_said_to_be(
    capsys: Told, saved: Callable[..., str]
) -> None:
    told = refused(capsys, "check", saved(case(traveller("", name=""))), "--lang", "en")
    assert told.strip() == "case.kzstay: traveller 1: no citizenship is given."


def test_a_slip_in_a_paper_is_told_with_the_paper_and_the_reason(capsys: Told, saved: Callable[..., str]) -> None:
    told = {
        name: refused(capsys, "check", saved(BAD[name][0]), "--lang", "en")
        for name in BAD
        if "permit" in name or "ruling" in name or "born" in name
    }
    assert told["a ruling that was not served"] == "case.kzstay: traveller 1, ruling 1, “served” is missing."
    assert told["a permit that ends before it begins"] == (
        "case.kzstay: Anna Schmidt, permit 2: it ends on 30.04.2026, before it begins on 01.05.2026."
    )
    assert told["a ruling with a day before its service"] == (
        "case.kzstay: Әлия Ким, ruling 2: 30.09.2026 is before 01.10.2026, the day on which it was served."
    )
    assert told["born in the future"] == (
        "case.kzstay: Anna Schmidt: the date of birth, 01.02.2190, is in the future."
    )


def test_half_a_character_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "case.kzstay").write_bytes(json.dumps(changed(("travellers", 0, "name"), "Anna \ud83d")).encode())
    for options in ([], ["--json"]):
        found = run("check", "case.kzstay", "--on", ON, *options, cwd=tmp_path)
        assert (found.returncode, found.stderr) == (1, "")
        assert "Anna ?" in found.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", EXAMPLE, "--reading", "strict"],
        ["check", EXAMPLE, "--lang", "de"],
        ["check", EXAMPLE, "--colour"],
        ["report", EXAMPLE],
        ["--none"],
        ["self-test", "all"],
    ],
)
def test_options_that_do_not_exist_are_refused_in_one_line(arguments: list[str], capsys: Told) -> None:
    assert main(arguments) == 2
    told = capsys.readouterr().err
    assert told.startswith("kzstay")
    assert len(told.splitlines()) == 1


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["report", "-h"], ["--version"]])
def test_help_is_given(arguments: list[str], capsys: Told) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 0
    assert "kzstay" in capsys.readouterr().out


# report


def test_a_report_is_written_as_pdf_in_every_language(tmp_path: Path) -> None:
    found = [
        run("report", EXAMPLE, "-o", f"Есеп {language}.PDF", "--on", ON, "--lang", language, cwd=tmp_path)
        for language in LANGUAGES
    ]
    assert [(one.returncode, one.stdout, one.stderr) for one in found] == [(0, "", "")] * 3
    files = sorted(file for file in tmp_path.iterdir() if file.is_file())
    assert [file.name for file in files] == sorted(f"Есеп {language}.PDF" for language in LANGUAGES)
    assert all(file.read_bytes().startswith(b"%PDF-") for file in files)


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


@pytest.mark.parametrize(("output", "reason"), [("gone/out.pdf", errno.ENOENT), ("folder.pdf", errno.EISDIR)])
def test_a_report_that_cannot_be_written_is_told_with_the_reason(output: str, reason: int, tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()
    found = run("report", EXAMPLE, "-o", output, "--on", ON, "--lang", "en", cwd=tmp_path)
    assert found.returncode == 2
    assert found.stderr.startswith(f"{Path(output).name}: The report could not be written (")
    assert len(found.stderr.splitlines()) == 1
    if os.name == "posix":
        assert os.strerror(reason) in found.stderr
    assert {file.name for file in tmp_path.iterdir() if file.is_file()} == set()


def test_a_report_tells_which_libraries_it_lacks(
    capsys: Told, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("kzstay.display.missing_for_drawing", lambda w: "The system lacks libraries.")
    output = tmp_path / "out.pdf"
    assert refused(capsys, "report", EXAMPLE, "-o", str(output), "--on", ON) == "The system lacks libraries."
    assert not output.exists()


# The window


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """Files on which the window was opened; it says that all went well with 0."""
    found: list[Path | None] = []

    def open_on(path: Path | None) -> int:
        found.append(path)
        return 0

    monkeypatch.setattr("kzstay.display.missing_display", lambda w: "")
    monkeypatch.setattr("kzstay.ui.app.run", open_on)
    return found


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        ([], None),
        (["gui"], None),
        (["gui", "anna.kzstay"], Path("anna.kzstay")),
        (["anna.kzstay"], Path("anna.kzstay")),
        (["Құжаттар/Әлия Ким.kzstay"], Path("Құжаттар/Әлия Ким.kzstay")),
        (["./check"], Path("check")),
    ],
)
def test_without_another_command_the_window_is_opened(
    arguments: list[str], file: Path | None, opened: list[Path | None]
) -> None:
    assert main(arguments) == 0
    assert opened == [file]


def test_what_the_window_ends_with_is_what_the_program_ends_with(
    opened: list[Path | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kzstay.ui.app.run", lambda path: 3)
    assert main([]) == 3


@pytest.mark.parametrize("environment", [{}, {"QT_QPA_PLATFORM": "xcb"}])
@languages
def test_without_a_display_the_window_is_not_opened_but_the_way_out_is_told(
    environment: dict[str, str], language: Language, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def abort(*_: object) -> NoReturn:
        raise AssertionError("Qt would abort the process")

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("kzstay.ui.app.run", abort)
    monkeypatch.setattr("kzstay.display._absent", lambda libraries: [])
    monkeypatch.setattr("kzstay.cli.system_language", lambda: language)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert "kzstay check" in refused(capsys)
    assert "kzstay check" in refused(capsys, "anna.kzstay")


# The process


def test_the_program_runs_from_anywhere(tmp_path: Path) -> None:
    found = run("check", EXAMPLE, "--on", ON, "--lang", "kk", cwd=tmp_path)
    assert (found.returncode, found.stderr) == (0, "")
    assert "Кетудің соңғы күні" in found.stdout


def test_bad_input_ends_the_process_with_2(tmp_path: Path) -> None:
    found = run("check", "none.kzstay", "--lang", "en", cwd=tmp_path)
    assert (found.returncode, found.stdout, found.stderr) == (2, "", "none.kzstay: There is no such file.\n")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp1251"])
def test_an_output_of_another_encoding_breaks_no_answer(encoding: str, path: Path) -> None:
    save_case(case(traveller("DE", stay("2026-11-11", notified="2026-11-12"), name="Әлия")), path)
    told = run("check", path.name, "--on", ON, "--lang", "kk", cwd=path.parent, PYTHONIOENCODING=encoding)
    assert (told.returncode, told.stderr) == (0, "")
    found = run("check", path.name, "--on", ON, "--json", cwd=path.parent, PYTHONIOENCODING=encoding)
    assert json.loads(found.stdout)["travellers"][0]["name"] == "Әлия"


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_reader_who_has_gone_is_no_error(options: list[str], tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        found = subprocess.run(
            [sys.executable, "-m", "kzstay", "check", EXAMPLE, "--on", ON, *options],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            cwd=tmp_path,
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)
    assert (found.returncode, found.stderr) == (0, b"")


def test_the_contract_is_a_case_that_can_be_checked(path: Path, capsys: Told) -> None:
    path.write_bytes(written(CONTRACT))
    assert main(["check", str(path), "--on", ON, "--json"]) in (0, 1)
    assert misfit(json.loads(capsys.readouterr().out), DOCUMENT) == ""
