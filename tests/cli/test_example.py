"""``kzstay example``: a case to try the commands on, which takes nothing's place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kzstay.bundled import EXAMPLES
from kzstay.cli.parser import main
from kzstay.files.store import open_case
from kzstay.i18n import Language
from kzstay.paths import resource
from kzstay.texts.examples import about
from kzstay.texts.words import words
from tests.cli.command_line import ON, Told, languages, refused


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_written_as_it_is_shipped(name: str, path: Path, capsys: Told) -> None:
    assert main(["example", str(path), "--name", name]) == 0
    assert "case.kzstay" in capsys.readouterr().out
    assert open_case(path).document.case == open_case(resource(f"examples/{name}.kzstay")).document.case
    assert main(["check", str(path), "--on", ON]) in (0, 1)


def test_the_first_one_is_written_if_none_is_named(path: Path, capsys: Told) -> None:
    assert main(["example", str(path)]) == 0
    assert open_case(path).document.case.travellers[0].name == "Anna Schmidt"
    assert capsys.readouterr().err == ""


@languages
@pytest.mark.parametrize("arguments", [["--list"], []])
def test_all_are_listed(arguments: list[str], language: Language, capsys: Told) -> None:
    assert main(["example", *arguments, "--lang", language]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(maxsplit=1) for line in lines] == [
        [name, about(words(language), name)] for name in EXAMPLES
    ]


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_it_is_for_its_owner_alone(path: Path) -> None:
    assert main(["example", str(path)]) == 0
    assert path.stat().st_mode & 0o777 == 0o600


@languages
def test_what_is_there_stays(path: Path, language: Language, capsys: Told) -> None:
    path.write_text("mine", encoding="utf-8")
    assert "case.kzstay" in refused(capsys, "example", str(path), "--lang", language)
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(os.name != "posix", reason="Windows lets not everybody make links")
def test_a_link_to_nothing_is_not_written_through(path: Path, tmp_path: Path, capsys: Told) -> None:
    path.symlink_to(tmp_path / "elsewhere.kzstay")
    refused(capsys, "example", str(path))
    assert not (tmp_path / "elsewhere.kzstay").exists()


@pytest.mark.parametrize("name", ["nowhere/case.kzstay", "nul\0.kzstay"])
def test_a_place_that_takes_none_is_told(name: str, tmp_path: Path, capsys: Told) -> None:
    refused(capsys, "example", str(tmp_path / name))


def test_a_name_that_is_none_is_told_with_those_that_are(path: Path, capsys: Told) -> None:
    told = refused(capsys, "example", str(path), "--name", "nobody")
    assert all(name in told for name in EXAMPLES)
