"""Options that do not exist are refused, and help is given."""

from __future__ import annotations

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
