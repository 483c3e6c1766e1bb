"""``kzstay batch``: what is told beside the two tables, the exit code, and how it ends where it is told to."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kzstay.batch.pieces import Endless
from kzstay.batch.source import Changed
from kzstay.batch.workers import Gone
from kzstay.cli import batch as module
from kzstay.cli.parser import main
from kzstay.core.case import Case, Stay, Traveller
from kzstay.files.store import save_case
from tests.batch.tables import CITIZENSHIPS, OUT, cells, many, read, table
from tests.cli.command_line import ON, ROOT, Told, languages, refused, run
from tests.helpers import day

GOOD = table("A,DE,,,2026-11-11,,,", "B,FR,,,2026-01-01,2026-01-05,,")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def given(text: str | bytes, name: str = "in.csv") -> str:
    Path(name).write_bytes(text.encode() if isinstance(text, str) else text)
    return name


def done(told: Told, *arguments: str, text: str = GOOD, lang: str = "en") -> tuple[int, str]:
    """Answer a table; return the exit code and what was said."""
    code = main(["batch", given(text), "-o", "out.csv", "--on", ON, "--lang", lang, *arguments])
    out, err = told.readouterr()
    assert out == ""
    return code, err


def test_the_exit_code_is_that_of_check(here: Path, capsys: Told) -> None:
    assert done(capsys) == (0, "")
    assert read(here / "out.csv").startswith(f"{OUT}\nA,DE,")
    assert done(capsys, text=table("A,DE,,,2026-08-01,,,")) == (1, "")
    assert done(capsys, "--errors", "err.csv") == (0, "")
    assert done(capsys, "--reading", "usual", "--jobs", "2") == (0, "")


@languages
def test_what_was_refused_is_told_with_file_line_and_reason(here: Path, capsys: Told, language: str) -> None:
    text = table("A,DE,,,2026-11-11,,,", "B,DE,,,x,,,", *(f"C{number},XX,,,,,," for number in range(30)))
    code, err = done(capsys, text=text, lang=language)
    lines = err.splitlines()
    assert (code, len(lines)) == (1, 21)
    assert lines[0].startswith("in.csv")
    assert "3" in lines[0]
    assert "“x”" in lines[0]
    assert "31" in lines[-1]
    assert "--errors" in lines[-1]
    code, err = done(capsys, "--errors", "err.csv", text=text, lang=language)
    assert (code, len(err.splitlines()), len(cells(read(here / "err.csv")))) == (1, 1, 31)
    assert "err.csv" in err
    assert "{" not in err


def test_columns_that_are_not_known_are_named(here: Path, capsys: Told) -> None:
    text = "traveller,citizenship,entry,exit,dept,a,b,c,d,e\nA,DE,2026-11-11,,x\n"
    assert done(capsys, text=text) == (0, "in.csv: these columns are not used: dept, a, b, c, d….\n")


def test_a_table_of_nobody_is_told(here: Path, capsys: Told) -> None:
    assert done(capsys, text=table()) == (0, "in.csv: the table holds no traveller.\n")


@languages
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "in.csv"),
        (b"a,b\n", "traveller"),
        ("traveller,citizenship,entry,exit,отдел\n".encode("cp1251"), "UTF-8"),
        (GOOD.encode("utf-16"), "UTF-8"),
        (GOOD.encode() + b"\xff\n", "UTF-8"),
        (b"traveller,citizenship,entry,exit,exit\n", "exit"),
    ],
)
def test_what_is_no_table_is_refused(text: bytes, said: str, language: str, here: Path, capsys: Told) -> None:
    err = refused(capsys, "batch", given(text), "-o", "out.csv", "--lang", language)
    assert err.startswith("in.csv")
    assert said in err
    assert [path.name for path in here.iterdir()] == ["in.csv"]


def test_where_nobody_can_be_answered_nothing_could_be_read(here: Path, capsys: Told) -> None:
    (here / "out.csv").write_text("old")
    code, err = done(capsys, text=table("A,XX,,,,,,"))
    assert (code, len(err.splitlines()), read(here / "out.csv")) == (2, 3, "old")


@pytest.mark.parametrize(
    "arguments",
    [
        ("in.csv", "-o", "in.csv"),
        ("in.csv", "-o", "link.csv"),
        ("in.csv", "-o", "out.csv", "--errors", "in.csv"),
        ("in.csv", "-o", "out.csv", "--errors", "out.csv"),
        ("in.csv", "-o", "nowhere/out.csv"),
        ("in.csv", "-o", "."),
        ("in.csv", "-o", "a\0b"),
        ("nowhere.csv", "-o", "out.csv"),
        (".", "-o", "out.csv"),
        ("in.csv", "-o", "out.csv", "--jobs", "0"),
        ("in.csv", "-o", "out.csv", "--jobs", "two"),
        ("in.csv", "-o", "out.csv", "--on", "soon"),
    ],
)
@languages
def test_what_cannot_be_done_is_told_in_one_line(
    arguments: tuple[str, ...], language: str, here: Path, capsys: Told
) -> None:
    (here / "link.csv").symlink_to("in.csv")
    given(GOOD)
    refused(capsys, "batch", *arguments, "--lang", language)
    assert sorted(path.name for path in here.iterdir()) == ["in.csv", "link.csv"]
    assert read(here / "in.csv") == GOOD


@pytest.mark.parametrize("error", [Changed(), Gone(), Endless(7)])
def test_what_happens_meanwhile_is_told(
    error: Exception, here: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def happen(*_: object) -> None:
        raise error

    monkeypatch.setattr(module, "answer", happen)
    assert refused(capsys, "batch", given(GOOD), "-o", "out.csv", "--lang", "en")


def test_how_far_it_is_is_told_on_a_terminal(here: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(module, "_OFTEN", 0)
    code, err = done(capsys, "--jobs", "1", text=table("A,DE,,,2026-11-11,,,"))
    assert (code, err.count("\r")) == (0, 3)
    assert "1 traveller · 100 % · 0 seconds left" in err
    assert err.endswith(" \r")


def test_a_row_says_what_check_says(here: Path, capsys: Told) -> None:
    text = many(200, seed=5)
    assert main(["batch", given(text), "-o", "out.csv", "--on", ON]) == 1
    stays: dict[str, list[Stay]] = {}
    people: dict[str, str] = {}
    for row in cells(text):
        people[row["traveller"]] = row["citizenship"]
        held = stays.setdefault(row["traveller"], [])
        if row["entry"]:
            leaving, told = (day(row[field]) if row[field] else None for field in ("exit", "notified"))
            held.append(Stay(entry=day(row["entry"]), exit=leaving, notified=told))
    travellers = [
        Traveller(name=name, citizenship=citizenship, born=day("1990-05-01"), stays=tuple(stays[name]))
        for name, citizenship in people.items()
    ]
    told = cells(read(here / "out.csv"))
    answered = {row["traveller"].removeprefix("'") for row in told}
    assert len(answered) > 150
    save_case(Case(travellers=tuple(one for one in travellers if one.name in answered)), here / "all.kzstay")
    capsys.readouterr()
    main(["check", "all.kzstay", "--json", "--on", ON])
    said = json.loads(capsys.readouterr().out)["travellers"]
    assert {row["citizenship"] for row in told} == set(CITIZENSHIPS)
    for row, one in zip(told, said, strict=True):
        assert (row["standing"], row["missed"]) == (
            one["standing"],
            str(sum(d["state"] == "missed" for d in one["duties"])),
        )
        assert row["leave_by"] == ((one["leave_by"] or {}).get("safe") or "")
        assert row["next_entry"] == ((one["next_entry"] or {}).get("date") or "")
        assert int(row["overstay_days"]) == sum(stay["overstay_days"] for stay in one["stays"])


# As a process


def test_no_qt_is_read_in(here: Path) -> None:
    program = (
        "import sys; from kzstay.cli.parser import main; code = main(sys.argv[1:]);"
        "print(code, *[name for name in sys.modules if name.startswith(('PySide6', 'kzstay.ui'))])"
    )
    given(GOOD)
    command = [sys.executable, "-c", program, "batch", "in.csv", "-o", "out.csv", "--on", ON]
    found = subprocess.run(command, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False)
    assert (found.stdout, found.stderr) == ("0\n", "")


def test_a_pipe_is_read_and_written(here: Path) -> None:
    command = [sys.executable, "-W", "error", "-m", "kzstay", "batch", "-", "-o", "-", "--on", ON, "--jobs", "2"]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    found = subprocess.run(command, input=many(50).encode(), env=env, capture_output=True, check=False)
    assert found.stderr == b""
    assert len(cells(found.stdout.decode())) == 50


def test_two_processes_are_started_as_a_person_does(here: Path) -> None:
    given(many(5000))
    one = run("batch", "in.csv", "-o", "one.csv", "--on", ON, "--jobs", "1", cwd=here)
    two = run("batch", "in.csv", "-o", "two.csv", "--on", ON, "--jobs", "2", cwd=here)
    assert (one.returncode, one.stderr) == (two.returncode, two.stderr) == (1, "")
    assert read(here / "one.csv") == read(here / "two.csv")


def _hear() -> None:
    """Hear Ctrl+C and a terminal that is closed also where the tests were started deaf to them."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a signal ends a process at once")
@pytest.mark.parametrize(
    ("word", "jobs"), [("SIGINT", "1"), ("SIGINT", "2"), ("SIGTERM", "2"), ("SIGHUP", "1"), ("SIGHUP", "2")]
)
def test_who_is_told_to_end_leaves_the_old_file_and_nothing_else(word: str, jobs: str, here: Path) -> None:
    number: signal.Signals = getattr(signal, word)
    (here / "out.csv").write_text("old")
    given(many(12_000))  # seconds of work
    command = [sys.executable, "-m", "kzstay", "batch", "in.csv", "-o", "out.csv", "--jobs", jobs]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, env=env, preexec_fn=_hear)
    assert process.stderr is not None
    while len(list(here.iterdir())) < 3 and process.poll() is None:
        pass  # the work has begun when there is a file for its result
    process.send_signal(number)
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), said) == (-number if number == signal.SIGINT else 128 + number, b"")
    assert sorted(path.name for path in here.iterdir()) == ["in.csv", "out.csv"]
    assert read(here / "out.csv") == "old"


@pytest.mark.parametrize(
    ("on", "said"), [("2027-05-21", ""), ("2027-05-22", "old"), ("2027-11-22", "out of date")]
)
def test_old_law_data_is_told_once_beside_the_table(here: Path, capsys: Told, on: str, said: str) -> None:
    # Collected on 22 November 2026
    text = table("A,DE,,,2026-11-11,2026-11-12,,", "B,FR,,,2026-01-01,2026-01-05,,")
    main(["batch", given(text), "-o", "out.csv", "--on", on, "--lang", "en"])
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == bool(said)
    assert said in err
