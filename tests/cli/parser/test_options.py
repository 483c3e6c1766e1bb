"""Options that do not exist are refused, and help is given."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzstay.cli.parser import main
from tests.cli.command_line import EXAMPLE, Told


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


@pytest.mark.parametrize(("typed", "meant"), [("chek", "check"), ("plans", "plan"), ("self_test", "self-test")])
def test_a_command_that_is_mistyped_is_told_with_the_one_that_was_meant(
    typed: str, meant: str, capsys: Told
) -> None:
    assert main([typed, EXAMPLE]) == 2
    told = capsys.readouterr().err
    assert told == f"There is no command “{typed}”. Did you mean “{meant}”? “kzstay --help” lists them all.\n"


def test_a_command_that_is_like_none_is_told_without_another(capsys: Told) -> None:
    assert main(["xyz", EXAMPLE]) == 2
    assert capsys.readouterr().err == "There is no command “xyz”. “kzstay --help” lists them all.\n"


def test_a_file_without_an_ending_is_no_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "chek").touch()
    assert main(["chek", "--none"]) == 2
    assert "--none" in capsys.readouterr().err


def test_the_usage_names_a_file_alone_too(capsys: Told) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert capsys.readouterr().out.startswith("usage: kzstay [-h] [--version] [FILE | COMMAND ...]\n")
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    assert capsys.readouterr().out.startswith("usage: kzstay check [-h] ")


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["report", "-h"], ["--version"]])
def test_help_is_given(arguments: list[str], capsys: Told) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 0
    assert "kzstay" in capsys.readouterr().out
