"""The report as CSV, read back as an office program or an importer does."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.content import rows
from kzstay.content.table import Cell
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Traveller
from kzstay.core.readings import Reading
from kzstay.export.csv import csv_bytes, write_report
from kzstay.files.cells import GUARD, GUARDED
from kzstay.i18n import LANGUAGES, SPOKEN, Language
from kzstay.texts import foreign
from kzstay.texts.words import words
from tests.content.test_rows import PEOPLE
from tests.core.builders import LAW, SAFE
from tests.helpers import day, stay, traveller

ON = day("2026-11-22")
HERE = traveller("DE", stay("2026-08-01", "2026-08-30", notified="2026-08-03"), stay("2026-11-11"))
HARMFUL = [
    *("=1+1", "+7 700", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")', "'=1", "''@", "=cmd|' /C calc'!A0"),
    *("<script>alert(1)</script>", "\u202eevil", "\t=1", "\r=1", "\0=1", "a\0b\x1b[31m", "я" * 10_000, "\ud800"),
    *('a;b,c"d', "a\nb", "\u2028=1", " =1", "'", "", "ＡＢ"),
]


def assessed(who: Traveller, on: date = ON, reading: Reading = SAFE) -> Assessment:
    return assess(who, on, LAW, reading)


def read(data: bytes, language: Language) -> list[dict[str, str]]:
    """Read a file as another program does, and check what must be so of each."""
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert text.count("\n") == text.count("\r\n")
    header, *lines = csv.reader(text.splitlines(keepends=True), delimiter=SPOKEN[language].separator, strict=True)
    assert {len(line) for line in lines} == {len(header)}
    assert len({name.casefold() for name in header}) == len(header)
    assert not any(cell[:1] in GUARDED for line in lines for cell in line if cell and not is_number(cell))
    return [dict(zip(header, line, strict=True)) for line in lines]


def is_number(cell: str) -> bool:
    return re.fullmatch(r"-?\d+", cell) is not None


def written(cell: Cell) -> str:
    """Write a cell as the file must have it: what an importer makes of it is the cell."""
    return cell.isoformat() if isinstance(cell, date) else "" if cell is None else str(cell)


def bare(text: str) -> str:
    """Take away what guards a text, as who reads a file in does."""
    return text[1:] if text.startswith(GUARD) and text.lstrip(GUARD)[:1] in GUARDED else text


@given(st.lists(PEOPLE, min_size=1, max_size=2), st.sampled_from(list(Reading)), st.sampled_from(LANGUAGES))
def test_every_cell_is_what_the_rows_say(people: list[Traveller], reading: Reading, language: Language) -> None:
    w, found = words(language), [assessed(one, reading=reading) for one in people]
    header = {column.key: column.header for table in rows.tables(w, found[0]) for column in table.columns}
    expected = [row for one in rows.told(found, w) for row in (one.summary, *one.stays, *one.duties)]
    lines = read(csv_bytes(found, w), language)
    about = [line for line in lines if line[w.pgettext("paper", "Kind")] == w.gettext("About this report")]
    assert len(lines) == len(expected) + len(about)
    for row, line in zip(expected, lines, strict=False):
        told = {name: bare(cell) for name, cell in line.items()}
        assert all(told[header[key]] == written(value) for key, value in row.items())
        empty = header.keys() - row.keys()
        assert not any(told[header[key]] for key in empty)
    assert {line[w.gettext("Calculated for")] for line in lines} == {ON.isoformat()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_of_stays_finds_them_by_their_headers(language: Language) -> None:
    w = words(language)
    who, kind, entry, leaving, notified, registered = (
        w.gettext("Traveller"),
        w.pgettext("paper", "Kind"),
        w.gettext("Entry"),
        w.gettext("Exit"),
        w.gettext("Host's notice"),
        w.gettext("Registration"),
    )
    lines = read(csv_bytes([assessed(HERE)], w), language)
    stays = [line for line in lines if line[kind] == w.gettext("Stay")]
    assert [(line[who], line[entry], line[leaving], line[notified], line[registered]) for line in stays] == [
        ("Anna Schmidt", "2026-08-01", "2026-08-30", "2026-08-03", ""),
        ("Anna Schmidt", "2026-11-11", "", "", ""),
    ]
    # No other row can be taken for a stay
    assert [line for line in lines if line[entry]] == stays


@pytest.mark.parametrize(("language", "first"), [("en", "Traveller,"), ("ru", "Иностранец;"), ("kk", "Шетелдік;")])
def test_the_separator_is_that_of_lists_in_the_language(language: Language, first: str) -> None:
    text = csv_bytes([assessed(HERE)], words(language)).decode("utf-8-sig")
    assert text.startswith(first)
    assert "sep=" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", HARMFUL, ids=range(len(HARMFUL)))
def test_no_text_is_a_formula_and_each_comes_back(name: str, language: Language) -> None:
    w = words(language)
    who = traveller("DE", stay("2026-11-11", note=name), name=name)
    lines = read(csv_bytes([assessed(who)], w), language)
    told = [line[w.gettext("Traveller")] for line in lines if line[w.gettext("Citizenship")]]
    assert {bare(text) for text in told} == {foreign.name(name)}
    note = next(line for line in lines if line[w.gettext("Entry")])[w.gettext("Note")]
    assert bare(note) == foreign.remark(name)
    assert foreign.clean(note) == note


@given(st.text() | st.sampled_from(HARMFUL))
def test_what_guards_a_text_can_always_be_taken_away(name: str) -> None:
    lines = read(csv_bytes([assessed(traveller("DE", name=name))], words("en")), "en")
    assert bare(lines[0]["Traveller"]) == foreign.name(name)


def test_a_number_below_nought_is_a_number() -> None:
    (line, *_) = read(csv_bytes([assessed(traveller("DE", stay("2026-10-01")))], words("en")), "en")
    assert line["Days until departure"] == "-23"


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_has_no_stays_has_a_row(language: Language) -> None:
    w = words(language)
    lines = read(csv_bytes([assessed(traveller("ZA")), assessed(traveller("XX"))], w), language)
    kinds = [line[w.pgettext("paper", "Kind")] for line in lines]
    assert kinds[:2] == [w.gettext("Summary")] * 2
    assert set(kinds[2:]) == {w.gettext("About this report")}


def test_what_is_left_out_and_what_it_is_not_are_told() -> None:
    lines = read(csv_bytes([assessed(HERE)], words("en"), left_out=(2, 1)), "en")
    told = [(line["Status"], line["Note"]) for line in lines if line["Kind"] == "About this report"]
    assert [text.split(",")[0] for label, text in told if label == "Left out"] == [
        "2 rows are left out",
        "1 change is not used: what was typed is unfinished or wrong",
        "Duties of earlier stays that are done or were not required are left out.",
    ]
    assert "It is not legal advice" in told[-1][1]


def test_the_same_input_is_the_same_file(tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    write_report([assessed(HERE)], words("kk"), first)
    write_report([assessed(HERE)], words("kk"), second)
    assert first.read_bytes() == second.read_bytes()


def test_it_is_told_how_far_the_work_is() -> None:
    heard: list[float] = []
    csv_bytes([assessed(HERE)] * 4, words("en"), told=heard.append)
    assert heard == [0, 0.25, 0.5, 0.75]


def test_what_cannot_be_written_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_bytes(b"earlier")
    path.chmod(0o444)
    with pytest.raises(PermissionError):
        write_report([assessed(HERE)], words("en"), path)
    assert path.read_bytes() == b"earlier"
    with pytest.raises(FileNotFoundError):
        write_report([assessed(HERE)], words("en"), tmp_path / "gone" / "out.csv")
    assert [file.name for file in tmp_path.iterdir()] == ["out.csv"]
