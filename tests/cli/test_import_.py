"""``kzstay import``: what is sure is written, what is not is told, and nothing else is touched."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from kzstay.cli.parser import main
from kzstay.files.store import open_case
from kzstay.i18n import Language
from kzstay.imports import reading
from tests.cli.command_line import Told, languages, refused

WHOLE = "name,citizenship,entry,exit\nLi Na,CN,2026-03-05,2026-03-28\nLi Na,CN,2026-05-05,\n"
OPEN = "entry,exit\n2026-03-05,2026-03-28\nsoon,2026-05-09\n"


def stays(path: Path) -> list[tuple[str, str | None]]:
    """List the stays of a written case."""
    return [
        (one.entry.isoformat(), one.exit.isoformat() if one.exit else None)
        for who in open_case(path).document.case.travellers
        for one in who.stays
    ]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(WHOLE, encoding="utf-8")
    return path


@languages
def test_what_leaves_nothing_open_ends_well(
    source: Path, tmp_path: Path, language: Language, capsys: Told
) -> None:
    output = tmp_path / "out.kzstay"
    assert main(["import", str(source), "-o", str(output), "--lang", language]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("out.kzstay: ")
    assert err == ""
    assert stays(output) == [("2026-03-05", "2026-03-28"), ("2026-05-05", None)]
    assert main(["check", str(output), "--on", "2026-05-06", "--lang", language]) == 0


@languages
def test_a_refused_row_is_told_with_its_line_and_what_is_sure_is_written(
    source: Path, tmp_path: Path, language: Language, capsys: Told
) -> None:
    source.write_text(OPEN, encoding="utf-8")
    output = tmp_path / "out.kzstay"
    given = ["import", str(source), "-o", str(output), "--citizenship", "de", "--lang", language]
    assert main(given) == 1
    out = capsys.readouterr().out
    assert "3" in out
    assert "soon" in out
    assert stays(output) == [("2026-03-05", "2026-03-28")]
    assert main([*given, "--json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert (document["schema"], document["taken"]) == (1, 1)
    assert [one["line"] for one in document["refused"]] == [3]


def test_a_citizenship_may_be_given_by_its_name(source: Path, tmp_path: Path) -> None:
    source.write_text("entry,exit\n2026-03-05,2026-03-28\n", encoding="utf-8")
    output = tmp_path / "out.kzstay"
    assert (
        main(["import", str(source), "-o", str(output), "--citizenship", "Германия", "--traveller", "Anna"]) == 0
    )
    (anna,) = open_case(output).document.case.travellers
    assert (anna.name, anna.citizenship) == ("Anna", "DE")


def test_without_a_citizenship_that_is_what_is_open(source: Path, tmp_path: Path, capsys: Told) -> None:
    source.write_text("entry,exit\n2026-03-05,2026-03-28\n", encoding="utf-8")
    output = tmp_path / "out.kzstay"
    assert main(["import", str(source), "-o", str(output), "--json"]) == 1
    assert [one["code"] for one in json.loads(capsys.readouterr().out)["questions"]] == ["citizenship"]
    assert stays(output) == [("2026-03-05", "2026-03-28")]


def test_text_comes_from_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WHOLE.encode())))
    output = tmp_path / "out.kzstay"
    assert main(["import", "-", "-o", str(output)]) == 0
    assert len(stays(output)) == 2


@languages
def test_what_cannot_be_used_is_refused_in_one_line_and_the_old_case_stays(
    source: Path, tmp_path: Path, language: Language, capsys: Told
) -> None:
    output = tmp_path / "out.kzstay"
    output.write_text("what was there", encoding="utf-8")
    given = ("-o", str(output), "--lang", language)
    source.write_text("A sentence, and no stay.", encoding="utf-8")
    assert refused(capsys, "import", str(source), *given).startswith("list.csv: ")
    assert refused(capsys, "import", "none.csv", *given).startswith("none.csv: ")
    told = refused(capsys, "import", str(source), *given, "--citizenship", "Elbonia")
    assert "Elbonia" in told
    assert output.read_text(encoding="utf-8") == "what was there"


def test_what_is_read_is_not_replaced(source: Path, capsys: Told) -> None:
    assert refused(capsys, "import", str(source), "-o", str(source), "--lang", "en") == (
        "list.csv: the case would replace what is read. Give it another name."
    )
    assert source.read_text(encoding="utf-8") == WHOLE


def test_a_case_that_cannot_be_written_is_told(source: Path, tmp_path: Path, capsys: Told) -> None:
    told = refused(capsys, "import", str(source), "-o", str(tmp_path / "none" / "out.kzstay"), "--lang", "en")
    assert told.startswith("out.kzstay: ")
    assert refused(capsys, "import", str(source), "-o", "a\0b.kzstay", "--lang", "en")


def test_what_a_case_replaces_is_kept_beside_it(source: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.kzstay"
    assert main(["import", str(source), "-o", str(output)]) == 0
    source.write_text("name,citizenship,entry,exit\nWei,CN,2026-01-05,2026-01-08\n", encoding="utf-8")
    assert main(["import", str(source), "-o", str(output)]) == 0
    assert stays(output) == [("2026-01-05", "2026-01-08")]
    assert len(stays(tmp_path / "out.kzstay.bak")) == 2


@languages
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("entry,exit\n2026-05-10,2026-05-09\n", "2"),  # all is refused: with its line and what stands there
        ("entry,exit,country\n2026-05-05,2026-05-09,FR\n", "FR"),
    ],
)
def test_nothing_that_can_be_used_replaces_no_case(
    source: Path, tmp_path: Path, language: Language, capsys: Told, text: str, told: str
) -> None:
    output = tmp_path / "out.kzstay"
    output.write_text("what was there", encoding="utf-8")
    source.write_text(text, encoding="utf-8")
    line = refused(capsys, "import", str(source), "-o", str(output), "--lang", language, "--json")
    assert line.startswith("list.csv: ")
    assert told in line
    assert output.read_text(encoding="utf-8") == "what was there"


def test_a_name_that_nobody_has_is_told(source: Path, tmp_path: Path, capsys: Told) -> None:
    given = ("import", str(source), "-o", str(tmp_path / "out.kzstay"), "--lang", "en", "--traveller", "Wei")
    assert refused(capsys, *given) == "list.csv: there is no traveller “Wei”."


def test_of_a_case_only_the_one_who_is_named_comes_in(source: Path, tmp_path: Path) -> None:
    source.write_text(WHOLE + "Wei,CN,2026-01-05,2026-01-08\n", encoding="utf-8")
    first, second = tmp_path / "all.kzstay", tmp_path / "one.kzstay"
    assert main(["import", str(source), "-o", str(first)]) == 0
    assert main(["import", str(first), "-o", str(second), "--traveller", "wei"]) == 0
    assert [one.name for one in open_case(second).document.case.travellers] == ["Wei"]


def test_standard_input_that_is_too_long_is_not_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    monkeypatch.setattr(reading, "LARGEST", 60)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WHOLE.encode())))
    assert "MB" in refused(capsys, "import", "-", "-o", str(tmp_path / "out.kzstay"), "--lang", "en")


def test_a_question_shows_its_answers(source: Path, tmp_path: Path, capsys: Told) -> None:
    source.write_text("entry,exit\n05/06/2026,07/06/2026\n", encoding="utf-8")
    assert (
        main(["import", str(source), "-o", str(tmp_path / "o.kzstay"), "--lang", "en", "--citizenship", "DE"]) == 1
    )
    out = capsys.readouterr().out
    assert "The day comes first: 5 Jun 2026 · 7 Jun 2026" in out
    assert "The month comes first: 6 May 2026 · 6 Jul 2026" in out
