"""Bad input is told in one line, with the file, the place in it and the reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kzstay.files.codec import VERSION, encode
from kzstay.i18n import LANGUAGES, Language
from tests.cli.command_line import HERE, ON, Told, languages, refused, run
from tests.files.strategies import changed, written
from tests.helpers import case, permit, stay, traveller

GOOD = encode(case(HERE))
GRANTED = permit("2026-05-01", "2026-05-31")
BAD: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "exit before entry": (
        encode(case(traveller("DE", stay("2026-01-01", "2026-01-02"), stay("2026-06-08", "2026-06-07")))),
        ("Anna Schmidt", "2", "2026-06-07", "2026-06-08"),
    ),
    "no such date": (
        written(changed(("travellers", 0, "stays", 2, "exit"), "2026-02-30")),
        ("1", "3", "exit", "2026-02-30"),
    ),
    "overlap": (
        encode(case(traveller("DE", stay("2026-01-01", "2026-01-10"), stay("2026-01-09", "2026-01-20")))),
        ("Anna Schmidt", "1", "2"),
    ),
    "year": (encode(case(traveller("DE", stay("0026-11-11")))), ("Anna Schmidt", "1")),
    "unknown country": (encode(case(traveller("QQ"))), ("Anna Schmidt", "QQ")),
    "cut short": (GOOD[: len(GOOD) // 2], ()),
    "not JSON": (b"entry;exit\n2026-01-01;2026-01-02\n", ("1",)),
    "not text": (b"\x89PNG\r\n\x1a\n", ()),
    "another JSON": (b'{"travellers": []}', ()),
    "a list": (b"[]", ()),
    "empty": (b"", ()),
    "nested without end": (b"[" * 100_000, ()),
    "a number without end": (b'{"format": "kzstay", "version": ' + b"1" * 10_000 + b"}", ()),
    "newer version": (written(changed(("version",), VERSION + 1)), ()),
    "newer version that cannot be read": (written(changed(("version",), 7, changed(("travellers",), 1))), ("7",)),
    "no version": (b'{"format": "kzstay"}', ()),
    "wrong type": (
        written(changed(("travellers", 0, "stays", 2, "moves", 0, "on"), 7)),
        ("1", "3", "1", "on", "7"),
    ),
    "missing": (written(changed(("travellers", 0, "stays", 1), {})), ("1", "2", "entry")),
    "born in the future": (encode(case(traveller("DE", born="2190-02-01"))), ("Anna Schmidt", "2190-02-01")),
    "a permit that ends before it begins": (
        encode(case(traveller("DE", permits=[GRANTED, permit("2026-05-01", "2026-04-30")]))),
        ("Anna Schmidt", "2", "2026-04-30", "2026-05-01"),
    ),
    "a permit of a year that nobody means": (
        encode(case(traveller("DE", permits=[permit("2026-05-01", "9999-12-31")]))),
        ("Anna Schmidt", "1", "9999"),
    ),
    "a permit of too many days": (
        written(changed(("travellers", 0, "permits", 0, "days"), 10_000_000)),
        ("ALIYA KIM", "1", "10000000", "9999"),
    ),
    "a permit of no entries": (
        written(changed(("travellers", 0, "permits", 0, "entries"), -5)),
        ("ALIYA KIM", "1", "-5", "9999"),
    ),
    "a ruling with a day before its service": (
        written(changed(("travellers", 0, "rulings", 1, "leave_by"), "2026-09-30")),
        ("ALIYA KIM", "2", "2026-09-30", "2026-10-01"),
    ),
    "a ruling by a part that does not exist": (
        written(changed(("travellers", 0, "rulings", 1, "part"), "517(8)")),
        ("ALIYA KIM", "2", "517(8)", "517(3)"),
    ),
    "a ruling of a year that nobody means": (
        written(changed(("travellers", 0, "rulings"), [{"kind": "fine", "served": "0026-05-02"}])),
        ("ALIYA KIM", "1", "0026"),
    ),
    "a ruling that was not served": (
        written(changed(("travellers", 0, "rulings"), [{"kind": "expulsion"}])),
        ("1", "1", "served"),
    ),
    "unknown word": (written(changed(("travellers", 0, "passport"), "blue")), ("1", "passport", "blue")),
}


@pytest.mark.parametrize("name", BAD)
@languages
def test_bad_input_is_told_in_one_line_with_file_and_place(
    name: str, language: Language, capsys: Told, saved: Callable[..., str]
) -> None:
    data, places = BAD[name]
    told = refused(capsys, "check", saved(data), "--on", ON, "--lang", language)
    file, _, rest = told.partition(": ")
    assert file == "case.kzstay"
    for place in places:
        assert place in rest
        rest = rest.replace(place, "", 1)


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_told_alike_by_every_command(name: str, capsys: Told, saved: Callable[..., str]) -> None:
    file = saved(BAD[name][0])
    told = refused(capsys, "check", file)
    assert refused(capsys, "check", file, "--json") == told
    assert refused(capsys, "report", file, "-o", "out.pdf") == told


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_told_in_the_language_asked_for(name: str, capsys: Told, saved: Callable[..., str]) -> None:
    file = saved(BAD[name][0])
    assert len({refused(capsys, "check", file, "--lang", language) for language in LANGUAGES}) == len(LANGUAGES)


@languages
def test_a_file_far_too_long_is_told_by_its_length(language: Language, capsys: Told, path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100 * 2**20)
    told = refused(capsys, "check", str(path), "--lang", language)
    assert told.startswith("case.kzstay: ")
    assert "100" in told
    assert "16" in told


@languages
def test_a_file_that_is_not_there_is_named(language: Language, capsys: Told, path: Path) -> None:
    assert refused(capsys, "check", str(path), "--lang", language).startswith("case.kzstay: ")


@languages
def test_a_folder_is_no_file(language: Language, capsys: Told, tmp_path: Path) -> None:
    folder = tmp_path / "Құжаттар"
    folder.mkdir()
    assert refused(capsys, "check", str(folder), "--lang", language).startswith("Құжаттар: ")


def test_of_several_problems_the_first_is_told_and_how_many_more(capsys: Told, saved: Callable[..., str]) -> None:
    file = saved(case(traveller("QQ", stay("2026-06-08", "2026-06-07")), traveller("ZZ", name="Иван")))
    told = refused(capsys, "check", file, "--lang", "en")
    assert told.startswith("case.kzstay: Anna Schmidt: unknown country code “QQ”.")
    assert told.strip().endswith("And 2 more.")


def test_who_has_no_name_is_named_by_number_and_what_is_empty_is_said_to_be(
    capsys: Told, saved: Callable[..., str]
) -> None:
    told = refused(capsys, "check", saved(case(traveller("", name=""))), "--lang", "en")
    assert told.strip() == "case.kzstay: traveller 1: no citizenship is given."


def test_a_slip_in_a_paper_is_told_with_the_paper_and_the_reason(capsys: Told, saved: Callable[..., str]) -> None:
    told = {
        name: refused(capsys, "check", saved(BAD[name][0]), "--lang", "en")
        for name in BAD
        if "permit" in name or "ruling" in name or "born" in name
    }
    assert told["a ruling that was not served"] == "case.kzstay: traveller 1, ruling 1, “served” is missing."
    assert told["a permit that ends before it begins"] == (
        "case.kzstay: Anna Schmidt, permit 2: it ends on 2026-04-30, before it begins on 2026-05-01."
    )
    assert told["a ruling with a day before its service"] == (
        "case.kzstay: ALIYA KIM, ruling 2: day to leave by (leave_by), 2026-09-30, is before 2026-10-01, the "
        "day on which it was served."
    )
    assert told["born in the future"] == (
        "case.kzstay: Anna Schmidt: the date of birth, 2190-02-01, is in the future."
    )


def test_half_a_character_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "case.kzstay").write_bytes(json.dumps(changed(("travellers", 0, "name"), "Anna \ud83d")).encode())
    for options in ([], ["--json"]):
        found = run("check", "case.kzstay", "--on", ON, *options, cwd=tmp_path)
        assert (found.returncode, found.stderr) == (1, ""), "an entry is banned"
        assert "Anna ?" in found.stdout


def test_of_a_list_it_is_told_what_makes_a_case_of_it(capsys: Told, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("entry;exit\n2026-01-01;2026-01-02\n", encoding="utf-8")
    told = refused(capsys, "check", str(path), "--lang", "en").strip()
    assert told == (
        "list.csv: this is not a kzstay case: it is not JSON at line 1. “kzstay import” makes a case of it."
    )
