"""The README keeps its word, in each language: its commands work, and what it shows is what the program says."""

from __future__ import annotations

import ast
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import kzstay
from contents import LEFT_OUT
from kzstay import bundled
from kzstay.__main__ import main as program
from kzstay.cli import parser as cli
from kzstay.files.store import BACKUP, BROKEN
from kzstay.i18n import LANGUAGES, OWN_NAMES, Language
from linux.processor import PROCESSORS
from tests.documents import (
    READMES,
    ROOT,
    Reader,
    blocks,
    commands,
    followed,
    headings,
    links,
    of_kzstay,
    read,
    words_to_read,
)

SET_UP = [
    "python -m pip install -e . && kzstay resources/examples/anna.kzstay",
    'python -m pip install -e ".[test]" && python -m pytest -n auto',
]
MOST_WORDS = 800
NETWORK = {
    *("asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver", "ssl", "telnetlib"),
    *("urllib.request", "xmlrpc", "requests", "httpx", "aiohttp", "PySide6.QtNetwork", "PySide6.QtWebEngineCore"),
}
# A socket of the machine itself, of whoever shows windows
LOCAL = {("display.py", "socket")}

languages = pytest.mark.parametrize("language", LANGUAGES)
each = pytest.mark.parametrize("name", READMES.values())


def without_remarks(text: str) -> list[str]:
    """List the lines of a block of commands, without what is said of them."""
    return [" ".join(line.partition("  #")[0].split()) for line in text.splitlines()]


def code(name: str) -> list[tuple[str, object]]:
    """List what has to be the same in every language: the commands, and the code without its remarks."""
    found: list[tuple[str, object]] = []
    for block in blocks(read(name)):
        if block.language == "sh":
            found.append(("sh", without_remarks(block.text)))
        elif block.language == "python":
            found.append(("python", ast.dump(ast.parse(block.text))))
        else:
            found.append(("text", block.text.partition("\n")[0]))
    return found


def test_there_is_one_in_each_language() -> None:
    assert list(READMES) == list(LANGUAGES)
    assert {path.name for path in ROOT.glob("README*")} == set(READMES.values())


@languages
def test_the_first_line_leads_to_the_other_languages(language: Language) -> None:
    expected = [
        OWN_NAMES[other] if other == language else f"[{OWN_NAMES[other]}]({READMES[other]})" for other in LANGUAGES
    ]
    assert read(READMES[language]).splitlines()[0] == " · ".join(expected)


@each
def test_it_is_short(name: str) -> None:
    assert words_to_read(read(name)) <= MOST_WORDS


@each
def test_it_has_the_parts_of_the_english_one(name: str) -> None:
    """As many headings of the same rank, commands, code, pictures, links and rows, in the same order."""
    english, text = read(READMES["en"]), read(name)
    assert [rank for rank, _ in headings(text)] == [rank for rank, _ in headings(english)]
    assert len({title for _, title in headings(text)}) == len(headings(text))
    assert code(name) == code(READMES["en"])
    assert text.count("\n|") == english.count("\n|")
    assert text.count("\n- ") == english.count("\n- ")
    assert len(links(text)) == len(links(english))


@each
def test_the_state_of_the_release_stands_before_the_files(name: str) -> None:
    text = read(name)
    table = text.index("\n|")
    bold = text.index("\n**")
    assert bold < table
    assert "kzstay-VERSION" not in text[:bold]


@each
@pytest.mark.parametrize("command", SET_UP)
def test_a_set_up_command_stands_once_and_alone_in_its_block(command: str, name: str) -> None:
    text = read(name)
    assert text.count(command) == 1
    assert command in [block.text for block in blocks(text)]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a window can always be opened")
def test_the_first_command_gives_its_answer_where_no_window_can_be_opened(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(ROOT)
    given = shlex.split(SET_UP[0].partition(" && ")[2])[1:]
    code = program(given)
    out, err = capsys.readouterr()
    assert cli.main(["check", *given, "--on", bundled.law().collected.isoformat()]) == code
    assert capsys.readouterr().out == out
    assert out.startswith("Anna Schmidt · ")
    assert len(err.splitlines()) == 1


@languages
@pytest.mark.usefixtures("qapp")  # a PDF would begin an application of its own, in the language of this reader
def test_who_follows_it_from_its_beginning_gets_what_it_shows(
    language: Language, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader(tmp_path, capsys, monkeypatch, language)
    shown = of_kzstay(read(READMES[language]))
    assert {"example", "check", "plan", "report", "guide", "import", "batch"} == {
        one.arguments[0] for one in shown
    }
    assert followed(reader, shown) == {}
    assert {"report.pdf", "list.xlsx", "answers.csv", "wrong.csv", "people.kzstay"} <= {
        path.name for path in tmp_path.iterdir()
    }


@each
def test_the_program_for_other_programs_prints_what_is_shown(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = blocks(read(name))
    place = next(place for place, block in enumerate(found) if block.language == "python")
    exec(compile(found[place].text, name, "exec"), {})
    assert capsys.readouterr().out.rstrip("\n") == found[place + 1].text


@each
def test_every_command_that_can_be_run_is_one_that_the_program_has(name: str) -> None:
    assert {one.program for one in commands(read(name))} >= {"kzstay", "python", "sh", "sha256sum", "gh"}


@pytest.mark.skipif(sys.platform != "linux", reason="each system has folders of its own")
@each
def test_what_is_kept_lies_where_it_is_said_to(name: str, tmp_path: Path) -> None:
    """Asked of a process of its own, which Qt has not told of folders for tests."""
    script = (
        "from kzstay.ui.system.folders import crash_path, settings_path, unsaved_path\n"
        "print(settings_path(), unsaved_path(), crash_path(), sep='\\n')"
    )
    own = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    own |= {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    told = subprocess.run([sys.executable, "-c", script], env=own, capture_output=True, text=True, check=True)
    settings, unsaved, crash = (f"~/{Path(line).relative_to(tmp_path)}" for line in told.stdout.splitlines())
    assert (Path(settings).name, Path(unsaved).name) == ("settings.json", "unsaved.kzstay")
    lines = read(name).splitlines()
    assert any(f"`{Path(settings).parent}`" in line for line in lines)
    assert any(f"`{Path(unsaved).parent}`" in line and f"`{Path(crash).name}`" in line for line in lines)


@each
def test_what_stands_beside_a_case_is_named_as_it_is(name: str) -> None:
    assert all(f"(`{suffix}`)" in read(name) for suffix in (BACKUP, BROKEN))


def imported(path: Path) -> set[str]:
    """List the modules that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_nothing_in_the_program_speaks_to_a_network() -> None:
    """README, Your data."""
    root = Path(kzstay.__file__).parent
    found = {
        (path.relative_to(root).as_posix(), module)
        for path in root.rglob("*.py")
        for module in imported(path)
        if module in NETWORK or module.partition(".")[0] in NETWORK
    }
    assert found == LOCAL


@each
def test_the_bundle_leaves_out_what_is_said_to_be_left_out(name: str) -> None:
    assert {"PySide6.QtNetwork", "ssl"} <= set(LEFT_OUT)
    assert "`QtNetwork`" in read(name)
    assert "`ssl`" in read(name)


@each
def test_the_files_of_a_release_have_the_names_that_the_build_gives_them(name: str) -> None:
    named = re.findall(r"`kzstay-VERSION-linux-(\w+)(\.[\w.]+)`", read(name))
    assert {processor for processor, _ in named} == {PROCESSORS["x86_64"].name}
    assert {ending for _, ending in named} == {".deb", ".AppImage", ".tar.xz"}
