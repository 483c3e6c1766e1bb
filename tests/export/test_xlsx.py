"""The report as a workbook, read back by openpyxl and, where there is one, by an office program."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import time
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from kzstay.content import rows
from kzstay.content.table import Cell, Row
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Traveller
from kzstay.core.readings import Reading
from kzstay.export import workbook
from kzstay.export.formats import Stopped
from kzstay.export.workbook import NARROWEST, WIDEST
from kzstay.export.xlsx import write_report, xlsx_bytes
from kzstay.i18n import LANGUAGES, SPOKEN, Language
from kzstay.texts import Words, foreign
from kzstay.texts.words import words
from tests.content.test_rows import PEOPLE
from tests.core.builders import LAW, SAFE, fine
from tests.export.test_csv import HARMFUL, HERE
from tests.helpers import day, stay, traveller

ON = day("2026-11-22")
OVER = traveller("DE", stay("2026-10-01"), name="Over")
REFUSED = Traveller(name="Refused", citizenship="DE", rulings=(fine("2026-08-05"),))


def assessed(who: Traveller, on: date = ON, reading: Reading = SAFE) -> Assessment:
    return assess(who, on, LAW, reading)


def opened(found: list[Assessment], w: Words, **more: Any) -> Any:  # noqa: ANN401
    return load_workbook(BytesIO(xlsx_bytes(found, w, **more)))


def read(value: Any) -> Cell:  # noqa: ANN401
    return value.date() if isinstance(value, datetime) else value


def expected(found: list[Assessment], w: Words) -> dict[str, list[Row]]:
    told = list(rows.told(found, w))
    return {
        "summary": [one.summary for one in told],
        "stays": [row for one in told for row in one.stays],
        "duties": [row for one in told for row in one.duties],
    }


@given(st.lists(PEOPLE, min_size=1, max_size=2), st.sampled_from(list(Reading)), st.sampled_from(LANGUAGES))
def test_every_cell_is_what_the_rows_say(people: list[Traveller], reading: Reading, language: Language) -> None:
    w, found = words(language), [assessed(one, reading=reading) for one in people]
    book, told = opened(found, w), expected(found, w)
    for table in rows.tables(w, found[0]):
        header, *lines = list(book[table.title])
        assert [cell.value for cell in header] == [column.header for column in table.columns]
        assert len(lines) == len(told[table.key])
        for row, line in zip(told[table.key], lines, strict=True):
            for column, cell in zip(table.columns, line, strict=True):
                value = row.get(column.key)
                assert read(cell.value) == (None if value == "" else value)
                assert cell.data_type != "f"
                assert isinstance(cell.value, datetime) == isinstance(value, date)
                assert cell.number_format == (SPOKEN[language].days if isinstance(value, date) else "General")


@pytest.mark.parametrize("name", HARMFUL, ids=range(len(HARMFUL)))
def test_no_text_is_a_formula_nor_does_any_harm(name: str) -> None:
    who = traveller("DE", stay("2026-11-11", note=name), name=name)
    book = opened([assessed(who)], words("en"))
    for sheet in ("Summary", "Stays", "Duties"):
        for line in list(book[sheet])[1:]:
            assert line[0].value == (foreign.name(name) or None)
            assert line[0].data_type in ("s", "n" if line[0].value is None else "s")
            assert line[0].quotePrefix == (foreign.name(name)[:1] in ("=", "+", "-", "@") and name != "")
    note = next(cell for cell in book["Stays"][2] if book["Stays"].cell(1, cell.column).value == "Note")
    assert note.value == (foreign.remark(name) or None)


@pytest.mark.parametrize("name", ["a\ufffeb", "a\uffffb"])
def test_what_xml_has_no_place_for_is_left_out(name: str) -> None:
    assert opened([assessed(traveller("DE", name=name))], words("en"))["Summary"]["A2"].value == "ab"


def test_no_mark_of_direction_comes_in_by_the_escapes_of_excel() -> None:
    data = xlsx_bytes([assessed(traveller("DE", name="_x202E_a _x0041_ _x_ x0041"))], words("en"))
    with ZipFile(BytesIO(data)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<t>_x005F_x202E_a _x005F_x0041_ _x_ x0041</t>" in sheet


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 1), ("one two", 2), ("one", 1), ("one two three", 4), ("abcdefgh", 2), ("a abcdefgh", 3)],
)
def test_a_row_is_as_high_as_its_words_take(text: str, lines: int) -> None:
    assert workbook.lines_of(text, 4) == lines
    found = [assessed(traveller("DE", stay("2026-11-11", note=text), name=text))]
    sheet = opened(found, words("en"))["Stays"]
    widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
    cells = [cell.value for cell in sheet[2]]
    assert sheet.row_dimensions[2].height == 15 * max(map(workbook.lines_of, cells, map(int, widths)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheets_are_set_up_to_read_to_filter_and_to_print(language: Language) -> None:
    w, found = words(language), [assessed(HERE), assessed(OVER)]
    book = opened(found, w)
    tables = rows.tables(w, found[0])
    assert book.sheetnames == [*(table.title for table in tables), w.gettext("About this report")]
    for table in tables:
        sheet = book[table.title]
        (listed,) = sheet.tables.values()
        assert listed.displayName == f"kzstay_{table.key}"
        assert listed.ref == listed.autoFilter.ref == sheet.dimensions
        assert listed.tableStyleInfo.name == "TableStyleMedium2"
        assert [column.name for column in listed.tableColumns] == [cell.value for cell in sheet[1]]
        assert (sheet.freeze_panes, sheet.print_title_rows) == ("B2", "$1:$1")
        widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
        assert all(NARROWEST <= width <= WIDEST for width in widths)
        last = sheet.cell(sheet.max_row, len(table.printed))
        assert sheet.print_area == f"'{table.title}'!$A$1:${last.column_letter}${last.row}"
        assert all(cell.alignment.wrap_text for cell in sheet[1])
    for sheet in book:
        assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter.right.text == "&P / &N"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_column_has_one_name_in_every_language(language: Language) -> None:
    w = words(language)
    book = opened([assessed(HERE)], w)
    ((title, place),) = book.defined_names["stays_entry"].destinations
    cells = [read(cell.value) for (cell,) in book[title][place]]
    assert cells == [day("2026-08-01"), day("2026-11-11")]
    names = {f"{table.key}_{column.key}" for table in rows.tables(w, assessed(HERE)) for column in table.columns}
    assert set(book.defined_names) == names
    assert not any(re.fullmatch(r"[A-Za-z]{1,3}\d+", name) for name in names)  # none could be a cell


def test_a_tint_stands_beside_the_word_that_says_it() -> None:
    sheet = opened([assessed(HERE), assessed(OVER), assessed(REFUSED)], words("en"))["Summary"]
    told = {row[2].value: row[2].fill.fgColor.rgb if row[2].fill.fill_type else None for row in list(sheet)[1:]}
    assert told.keys() == {"within limits", "overstay", "entry is refused"}
    assert told["within limits"] is None
    assert told["overstay"] == told["entry is refused"] is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_has_no_stays_has_sheets_with_headers_alone(language: Language) -> None:
    w = words(language)
    book = opened([assessed(traveller("ZA")), assessed(traveller("XX"))], w)
    _, stays, duties = (book[table.title] for table in rows.tables(w, assessed(HERE)))
    assert (stays.max_row, duties.max_row, len(stays.tables), len(duties.tables)) == (1, 1, 0, 0)
    assert book.worksheets[0].max_row == 3


def test_what_the_report_says_of_itself_has_its_sheet() -> None:
    w, found = words("en"), [assessed(HERE)]
    told = rows.about(found, w, (2, 1))
    sheet = opened(found, w, left_out=(2, 1))["About this report"]
    assert [(line[0].value, read(line[1].value)) for line in list(sheet)[1:]] == told
    assert sheet["A1"].value == "About this report"


def test_the_same_input_is_the_same_file_whatever_the_clock_says(monkeypatch: pytest.MonkeyPatch) -> None:
    first = xlsx_bytes([assessed(HERE)], words("kk"))
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 1_000_000)
    assert xlsx_bytes([assessed(HERE)], words("kk")) == first
    with ZipFile(BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2026, 11, 22, 0, 0, 0)}
        assert archive.testzip() is None
    properties = load_workbook(BytesIO(first)).properties
    assert properties.created == properties.modified == datetime(2026, 11, 22)  # noqa: DTZ001 - as the file has it
    assert properties.language == "kk-KZ"


def test_a_day_before_there_were_zip_files_is_one_too() -> None:
    assert xlsx_bytes([assessed(HERE, day("1992-01-01"))], words("en")).startswith(b"PK")


def test_nothing_is_left_in_the_folder_for_what_is_temporary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    xlsx_bytes([assessed(HERE)], words("en"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("stage", [0, 1, 2])
def test_who_no_longer_wants_it_gets_no_file_and_nothing_is_left(
    stage: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[float] = []

    def tell(share: float) -> None:
        heard.append(share)
        if len(heard) > stage:
            raise Stopped

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(Stopped):
        write_report([assessed(HERE)] * 3, words("en"), tmp_path / "out.xlsx", told=tell)
    assert heard == [0, 1 / 3, 2 / 3][: stage + 1]
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full_keeps_no_half_written_sheets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(workbook.ExcelWriter, "_write_worksheets", full)
    with pytest.raises(OSError, match="No space left"):
        write_report([assessed(HERE)], words("en"), tmp_path / "out.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"earlier")
    path.chmod(0o444)
    with pytest.raises(PermissionError):
        write_report([assessed(HERE)], words("en"), path)
    assert path.read_bytes() == b"earlier"
    with pytest.raises(FileNotFoundError):
        write_report([assessed(HERE)], words("en"), tmp_path / "gone" / "out.xlsx")
    assert [file.name for file in tmp_path.iterdir()] == ["out.xlsx"]


# As an office program shows it

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>LOCALE</value></prop></item></oor:items>"""


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("locale", ["en-US", "ru-RU"])
def test_a_day_is_one_day_in_every_locale_of_libreoffice(locale: str, tmp_path: Path) -> None:
    from kzstay.export.csv import write_report as write_csv

    profile = tmp_path / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(PROFILE.replace("LOCALE", locale), encoding="utf-8")
    harmful = [assessed(traveller("DE", stay("2026-03-04", "2026-03-05"), name=name)) for name in ("=1+1", "@A1")]
    for language in LANGUAGES:
        write_report(harmful, words(language), tmp_path / f"{language}.xlsx")
        write_csv(harmful, words(language), tmp_path / f"{language}.csv")
    for suffix, separators in (("xlsx", {"": LANGUAGES}), ("csv", {"44": ["en"], "59": ["ru", "kk"]})):
        for separator, languages in separators.items():
            filtered = [f"--infilter=CSV:{separator},34,76,1,,0,false,true,false"] if separator else []
            subprocess.run(
                [
                    *("soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"),
                    *(*filtered, "--convert-to", "fods", "--outdir", str(tmp_path / suffix)),
                    *(str(tmp_path / f"{language}.{suffix}") for language in languages),
                ],
                check=True,
                capture_output=True,
                timeout=120,
            )
        for language in LANGUAGES:
            told = (tmp_path / suffix / f"{language}.fods").read_text(encoding="utf-8")
            assert "table:formula" not in told
            days = re.findall(r'office:date-value="([^"]+)"[^>]*>\s*<text:p>([^<]+)', told)
            shown = "2026-03-04" if suffix == "csv" or language == "en" else "04.03.2026"
            assert ("2026-03-04", shown) in days
