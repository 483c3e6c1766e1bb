"""A command is one file and one line; what may reach the window, and what a file may hold in common."""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from types import ModuleType

import pytest

from kzstay.cli import commands
from kzstay.cli.commands import COMMANDS, asks_for_window, command, module_of
from kzstay.cli.parser import main
from tests.cli.command_line import EXAMPLE, ON, ROOT, Told

FOLDER = ROOT / "kzstay" / "cli"
SHARED = {"__init__", "commands", "entry_section", "exit_codes", "input", "output", "parser"}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_its_module_with_all_that_is_asked_of_one(name: str) -> None:
    found = command(name)
    found.add_arguments(ArgumentParser())
    assert found.HELP
    assert callable(found.run)


def test_every_file_is_a_command_or_is_shared_by_them() -> None:
    files = {f"kzstay.cli.{path.stem}" for path in FOLDER.glob("*.py") if path.stem not in SHARED}
    assert files == {module_of(name) for name in COMMANDS}


def test_the_bundle_holds_what_is_imported_by_name() -> None:
    """PyInstaller sees no import in a list of names, nor what a library asks for by its name."""
    spec = (ROOT / "packaging" / "kzstay.spec").read_text(encoding="utf-8")
    assert 'hiddenimports=[*collect_submodules("kzstay"), *collect_submodules("tzdata")]' in spec


@pytest.fixture
def trial(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add a command as a person does: a module and a line."""

    def add_arguments(parser: ArgumentParser) -> None:
        parser.add_argument("words", nargs="*")

    def run(options: Namespace) -> int:
        print("tried", *options.words)
        return 7

    module = ModuleType("kzstay.cli.try_for_once")
    vars(module).update(HELP="try it", add_arguments=add_arguments, run=run)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    for place in ("kzstay.cli.commands", "kzstay.cli.parser"):
        monkeypatch.setattr(f"{place}.COMMANDS", (*COMMANDS, "try-for-once"))


@pytest.mark.usefixtures("trial")
def test_a_line_and_a_module_make_a_command(capsys: Told) -> None:
    assert not asks_for_window(["try-for-once"])
    assert main(["try-for-once", "once", "more"]) == 7
    assert capsys.readouterr().out == "tried once more\n"
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "try it" in capsys.readouterr().out


def test_the_list_reads_in_no_command() -> None:
    script = "import sys, kzstay.cli.commands; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True)
    loaded = set(done.stdout.split())
    assert commands.__name__ in loaded
    assert loaded.isdisjoint(
        {module_of(name) for name in COMMANDS} | {"argparse", "kzstay.core", "importlib.util"}
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", EXAMPLE, "--on", ON],
        ["plan", EXAMPLE, "--on", ON, "--entry", "2027-06-01"],
        ["report", EXAMPLE, "--on", ON, "-o", "out.pdf"],
        ["contacts", "Almaty"],
    ],
)
def test_what_needs_no_window_reads_none_in(arguments: list[str], tmp_path: Path) -> None:
    script = (
        "import sys\nfrom kzstay.cli.parser import main\n"
        "code = main(sys.argv[1:])\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr)\nsys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{script}", *arguments],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    loaded = done.stderr.splitlines()
    assert done.returncode == 0
    assert "kzstay.cli.parser" in loaded
    assert [name for name in loaded if name == "kzstay.ui" or name.startswith("kzstay.ui.")] == []
    assert ("PySide6.QtGui" in loaded) is (arguments[0] == "report")
    assert "PySide6.QtWidgets" not in loaded
