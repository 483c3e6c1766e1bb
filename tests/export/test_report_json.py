"""The report as JSON, read back as another program does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import kzstay
from kzstay.core.assess import assess
from kzstay.core.case import Case
from kzstay.export import json as answer_json
from kzstay.export.report_json import json_bytes, write_report
from kzstay.files import codec
from kzstay.i18n import LANGUAGES
from kzstay.texts.words import words
from tests.core.builders import LAW, SAFE
from tests.helpers import day, stay, traveller

ON = day("2026-11-22")
HARMFUL = ["=1+1", "<script>alert(1)</script>", "\u202eevil", "a\0b\x1b[31m", "я" * 10_000, "\ud800"]
FOUND = [assess(traveller("DE", stay("2026-11-11"), name=name), ON, LAW, SAFE) for name in ("Anna", "Әлия")]


def test_it_holds_the_answer_the_case_and_the_program() -> None:
    told = json.loads(json_bytes(FOUND))
    checked = json.loads(answer_json.text(answer_json.check(FOUND, ON, SAFE, LAW)))
    assert {key: told[key] for key in checked} == checked
    assert told.keys() - checked.keys() == {"made_with", "case"}
    assert told["made_with"] == {"program": "kzstay", "version": kzstay.__version__}
    read = codec.decode(json.dumps(told["case"]).encode()).case
    assert read == Case(travellers=tuple(a.traveller for a in FOUND))


def test_what_is_left_out_is_told() -> None:
    assert json.loads(json_bytes(FOUND, left_out=(2, 1)))["left_out"] == {"rows": 2, "changes": 1}


@pytest.mark.parametrize("name", HARMFUL, ids=range(len(HARMFUL)))
def test_any_name_is_one_text_in_ascii(name: str) -> None:
    data = json_bytes([assess(traveller("DE", name=name), ON, LAW, SAFE)])
    assert data.isascii()
    assert json.loads(data)["travellers"][0]["name"] == name
    assert not any(byte < 32 and byte != 10 for byte in data)


def test_it_is_the_same_in_every_language(tmp_path: Path) -> None:
    for language in LANGUAGES:
        write_report(FOUND, words(language), tmp_path / f"{language}.json")
    assert len({file.read_bytes() for file in tmp_path.iterdir()}) == 1


def test_what_cannot_be_written_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_bytes(b"earlier")
    path.chmod(0o444)
    with pytest.raises(PermissionError):
        write_report(FOUND, words("en"), path)
    assert path.read_bytes() == b"earlier"
    with pytest.raises(FileNotFoundError):
        write_report(FOUND, words("en"), tmp_path / "gone" / "out.json")
    assert [file.name for file in tmp_path.iterdir()] == ["out.json"]
