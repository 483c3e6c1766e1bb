"""The README keeps its word: its commands work, and what it shows is what the program says."""

from __future__ import annotations

import re
import shlex
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from kzstay import bundled
from kzstay.__main__ import main as program
from kzstay.cli import parser as cli
from kzstay.cli.commands import COMMANDS, module_of
from kzstay.cli.exit_codes import GOOD, UNSOUND

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = [block.strip("\n") for block in re.findall(r"^```\w*\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)]
SHOWN = [line for block in BLOCKS for line in block.splitlines() if re.match(r"(\$ )?kzstay\b", line)]
SET_UP = [
    "python -m pip install -e . && kzstay resources/examples/anna.kzstay",
    'python -m pip install -e ".[test]" && python -m pytest -n auto',
]


def arguments(line: str) -> list[str]:
    return shlex.split(line.removeprefix("$ "), comments=True)[1:]


@pytest.mark.parametrize("command", SET_UP)
def test_a_set_up_command_stands_once_and_alone_in_its_block(command: str) -> None:
    assert TEXT.count(command) == 1
    assert command in BLOCKS


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


def test_every_command_is_looked_at() -> None:
    assert {"check", "plan", "report", "self-test"} <= {word for line in SHOWN for word in arguments(line)}


@pytest.mark.parametrize("line", SHOWN)
def test_a_shown_command_can_be_given(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Namespace] = []

    def note(options: Namespace) -> int:
        given.append(options)
        return GOOD

    for name in COMMANDS:
        monkeypatch.setattr(f"{module_of(name)}.run", note)
    assert cli.main(arguments(line)) == GOOD
    assert len(given) == 1


@pytest.mark.parametrize(("name", "code"), [("check", GOOD), ("plan", UNSOUND)])
def test_a_shown_answer_is_the_one_that_is_given(
    name: str, code: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    block = next(block for block in BLOCKS if block.startswith(f"$ kzstay {name}"))
    command, _, answer = block.partition("\n")
    monkeypatch.chdir(ROOT)
    assert cli.main([*arguments(command), "--lang", "en"]) == code
    assert capsys.readouterr().out.rstrip("\n") == answer


def test_the_program_for_other_programs_prints_what_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    place = next(place for place, block in enumerate(BLOCKS) if block.startswith("from datetime import date"))
    exec(compile(BLOCKS[place], "README.md", "exec"), {})
    assert capsys.readouterr().out.rstrip("\n") == BLOCKS[place + 1]


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_somewhere(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in link]
    assert [link for link in links if not (ROOT / link).exists()] == []
