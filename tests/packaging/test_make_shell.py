"""The manual page and the completion: equal to the parser, and taken by those who read them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from kzstay.cli.commands import COMMANDS
from kzstay.cli.parser import make_parser
from tools import make_shell

WRITTEN = make_shell.written()
MANUAL = WRITTEN[make_shell.MANUAL]


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_kept_is_what_the_parser_says(name: str) -> None:
    assert (make_shell.FOLDER / name).read_text(encoding="utf-8") == WRITTEN[name]
    assert {path.name for path in make_shell.FOLDER.iterdir()} == set(WRITTEN)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_manual_tells_of_every_command_and_each_of_its_options(command: str) -> None:
    chapter = MANUAL.partition(f'.SS "{command}"'.replace("-", r"\-"))[2].partition(".SS")[0]
    assert chapter
    parser = make_shell._commands(make_parser())[command]
    options = {name for action in parser._actions for name in action.option_strings} - {"-h", "--help"}
    assert {name for name in options if name.replace("-", r"\-") not in chapter} == set()


@pytest.mark.parametrize("name", make_shell.SHELLS.values())
def test_completion_knows_every_command(name: str) -> None:
    assert {command for command in COMMANDS if command not in WRITTEN[name]} == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_says_what_it_is(command: str) -> None:
    actions = make_shell._commands(make_parser())[command]._actions
    assert [action.option_strings[0] for action in actions if action.option_strings and not action.help] == []


on_linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere man and bash are others, or very old")


@on_linux
@pytest.mark.parametrize(
    "reader", [["man", "--warnings", "-l"], ["groff", "-man", "-ww", "-z"], ["mandoc", "-Tlint"]]
)
def test_the_manual_is_shown_without_a_complaint(reader: list[str]) -> None:
    if shutil.which(reader[0]) is None:
        pytest.skip(f"There is no {reader[0]}")
    page = str(make_shell.FOLDER / make_shell.MANUAL)
    environment = os.environ | {"MANWIDTH": "72", "LC_ALL": "C.UTF-8"}
    done = subprocess.run([*reader, page], env=environment, capture_output=True, encoding="utf-8", check=False)
    told = done.stderr + (done.stdout if reader[0] == "mandoc" else "")
    assert [line for line in told.splitlines() if "missing date" not in line] == []


@on_linux
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["kzstay", "self"], {"self-test"}),
        (["kzstay", "check", "--reading", ""], {"safe", "usual"}),
        (["kzstay", "complaint", "--exp"], {"--explain"}),
        (["kzstay", "check", "an"], {"anna.kzstay"}),
        (["kzstay", "guide", "overst"], {"overstay"}),
        (["kzstay", "guide", "visa-t"], {"visa-table"}),
        (["kzstay", "manual", "time"], {"timeline"}),
    ],
)
def test_bash_completes_what_is_typed(typed: list[str], offered: set[str]) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("There is no bash")
    script = '. "$0"; complete -p kzstay kzstay-cli >&2; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _shtab_kzstay'
    script += "; printf '%s\\n' \"${COMPREPLY[@]}\""
    command = [bash, "-c", script, str(make_shell.FOLDER / make_shell.SHELLS["bash"]), *typed]
    folder = make_shell.FOLDER.parents[1] / "resources" / "examples"
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True)
    assert "-F _shtab_kzstay kzstay-cli" in done.stderr
    assert set(done.stdout.split()) == offered


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_can_read_theirs(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"There is no {shell}")
    path = make_shell.FOLDER / make_shell.SHELLS[shell]
    done = subprocess.run([shell, "-n", path], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
