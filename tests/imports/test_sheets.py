from __future__ import annotations

import shutil
import subprocess
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from kzstay.core.case import Traveller
from kzstay.export.xlsx import xlsx_bytes
from kzstay.i18n import LANGUAGES, Language
from kzstay.imports.result import ImportFileError
from kzstay.texts.words import words
from tests.export.test_xlsx import PROFILE
from tests.imports.books import book, compound, inline, of_sheet, package, saved
from tests.imports.told import asked, refused, stays, told
from tests.imports.travellers import assessed, by_name, travellers

FILES = Path(__file__).parent / "files"  # that LibreOffice made
HEADS = ("Name", "Entry", "Exit", "Note")
ROW = ("Anna", date(2026, 3, 1), date(2026, 3, 5), "x")


def code_of(data: bytes) -> str:
    with pytest.raises(ImportFileError) as caught:
        told(data)
    return caught.value.code


@given(travellers(), st.sampled_from(LANGUAGES))
def test_our_own_workbook_comes_in_as_it_went_out(people: list[Traveller], language: Language) -> None:
    found = told(xlsx_bytes(assessed(people), words(language)))
    assert by_name(found.travellers) == by_name(people)
    assert (found.refused, found.left, found.questions) == ((), (), ())


def test_days_and_moments() -> None:
    found = told(book([HEADS, ROW, ("Anna", datetime.fromisoformat("2026-04-01T23:40"), None, "")]))
    assert stays(found) == [("2026-03-01", "2026-03-05"), ("2026-04-01", None)]
    assert found.travellers[0].stays[0].note == "x"
    assert found.taken[0].at.sheet == "Sheet1"


def test_text_dates_in_a_column_of_days() -> None:
    rows = [
        HEADS,
        ROW,
        ("A", "12.05.2026", "14.05.2026", ""),
        ("B", "05.07.2026", 46209, ""),
        ("C", "soon", None, ""),
    ]
    found = told(book(rows))
    assert [stays(found, number) for number in range(3)] == [
        [("2026-03-01", "2026-03-05")],
        [("2026-05-12", "2026-05-14")],
        [("2026-07-05", "2026-07-06")],
    ]
    assert refused(found) == [("no-date", 5, "soon")]


def test_years_counted_from_1904() -> None:
    made = Workbook()
    made.epoch = CALENDAR_MAC_1904
    for row in (HEADS, ROW, ("A", 44683, 44684, "")):
        made.worksheets[0].append(row)
    found = told(saved(made))
    assert [stays(found, number) for number in (0, 1)] == [
        [("2026-03-01", "2026-03-05")],
        [("2026-05-03", "2026-05-04")],
    ]


def test_formula_without_a_value_is_no_stay_that_goes_on() -> None:
    made = Workbook()
    sheet = made.worksheets[0]
    for row in (HEADS, ROW, ("B", date(2026, 4, 1), "=B3+30", ""), ("C", date(2026, 4, 1), "#REF!", "")):
        sheet.append(row)
    sheet["C4"].data_type = "e"
    found = told(saved(made))
    assert refused(found) == [("formula-error", 3, "=B3+30"), ("formula-error", 4, "#REF!")]
    assert len(found.travellers) == 1


def test_formula_that_gives_no_text_is_empty() -> None:
    cell = '<c r="C2" t="str"><f>IF(1,"","x")</f><v></v></c>'
    rows = "".join(
        f'<row r="{number}">{cells}</row>'
        for number, cells in (
            (1, inline("B1", "Entry") + inline("C1", "Exit")),
            (2, inline("B2", "2026-03-01") + cell),
        )
    )
    assert stays(told(of_sheet(rows))) == [("2026-03-01", None)]


def test_names_in_merged_cells_are_filled_down_and_no_further() -> None:
    made = Workbook()
    sheet = made.worksheets[0]
    rows = [HEADS, ROW, ("", date(2026, 4, 1), date(2026, 4, 5), ""), ("", date(2026, 5, 1), date(2026, 5, 5), "")]
    for row in rows:
        sheet.append([value or None for value in row])
    sheet.merge_cells("A2:A3")
    found = told(saved(made))
    assert stays(found) == [("2026-03-01", "2026-03-05"), ("2026-04-01", "2026-04-05")]
    (question,) = asked(found, "blank-name")
    assert question.at.line == 4


def test_sheets_that_say_nothing_are_passed_over() -> None:
    notes = [("Remember the milk",), ("Field", "Value")]
    found = told(
        book(Notes=notes, First=[HEADS, ROW], Second=[HEADS, ("Ben", date(2026, 1, 1), date(2026, 1, 2), "")])
    )
    assert [one.name for one in found.travellers] == ["Anna", "Ben"]
    assert {one.at.sheet for one in found.taken} == {"First", "Second"}


def test_hidden_sheets_are_not_read() -> None:
    made = Workbook()
    made.worksheets[0].append(["nothing"])
    hidden = made.create_sheet("Old")
    for row in (HEADS, ROW):
        hidden.append(row)
    hidden.sheet_state = "hidden"
    assert code_of(saved(made)) == "unknown"


def test_journeys_out_of_another_country() -> None:
    travel = [
        ("#", "Date Out", "Date In", "Departure", "Return"),
        (1, "2026-01-05", "2026-01-20", "London to Almaty", "Almaty to London"),
    ]
    found = told(
        book(
            **{
                "Travel History": travel,
                "Visa Details": [("Field", "Value"), ("Visa Start Date", "2024-01-01")],
                "Goals": [
                    ("Name", "Type", "Jurisdiction", "Start Date", "Config (JSON)"),
                    ("ILR", "days", "UK", "2024-01-01", "{}"),
                ],
            }
        )
    )
    assert asked(found, "sense")
    assert found.travellers == ()


def test_lines_in_a_sheet() -> None:
    found = told(book([("My trips",), ("1–5 March 2026, Almaty",), ("7 April 2026 – 9 April 2026",)]))
    assert stays(found) == [("2026-03-01", "2026-03-05"), ("2026-04-07", "2026-04-09")]
    assert {one.at.sheet for one in found.taken} == {"Sheet1"}


def test_cell_of_a_megabyte_is_refused_with_its_row() -> None:
    rows = f'<row r="1">{inline("A1", "Entry")}{inline("B1", "Exit")}</row>'
    rows += f'<row r="2">{inline("A2", "2026-03-01")}{inline("B2", "x" * 1_000_000)}</row>'
    rows += f'<row r="3">{inline("A3", "2026-04-01")}{inline("B3", "2026-04-05")}</row>'
    found = told(of_sheet(rows, **{"docProps/noise.bin": bytes(range(256)) * 400}))
    assert refused(found) == [("too-long", 2, "1000000")]
    assert stays(found) == [("2026-04-01", "2026-04-05")]


# What is no workbook that can be read


def test_cells_at_the_far_corner_take_no_memory() -> None:
    rows = f'<row r="1">{inline("A1", "Entry")}</row><row r="1048576">{inline("XFD1048576", "x")}</row>'
    assert code_of(of_sheet(rows)) == "too-large"


def test_bomb() -> None:
    data = package({"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": b" " * (40 * 2**20)})
    assert len(data) < 100_000
    assert code_of(data) == "bomb"


def test_directory_that_lies_about_sizes() -> None:
    data = bytearray(package({"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": b" " * 2**20}))
    size = (2**20).to_bytes(4, "little")
    assert data.count(size) == 2
    assert code_of(bytes(data.replace(size, (1000).to_bytes(4, "little")))) == "damaged"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04", "damaged"),
        (b"PK\x05\x06" + bytes(18), "unknown"),
        (book([HEADS, ROW])[:2000], "damaged"),
        (package({"word/document.xml": "<w/>"}), "unknown"),
        (package({"readme.txt": "hello"}), "unknown"),
        (of_sheet(""), "unknown"),
        (package({"xl/workbook.xml": "no xml"}), "damaged"),
        (package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a"}), "damaged"),
        (
            package(
                {
                    "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                    "content.xml": b"\x8f\x01 no XML",
                    "META-INF/manifest.xml": "<manifest:encryption-data/>",
                }
            ),
            "encrypted",
        ),
        (compound(EncryptedPackage=b"x", EncryptionInfo=b"y"), "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "damaged"),
    ],
)
def test_what_is_no_workbook(data: bytes, code: str) -> None:
    assert code_of(data) == code


# Whatever is in a file, it is read or refused


@lru_cache
def originals() -> list[bytes]:
    return [book([HEADS, ROW, ROW]), *(path.read_bytes() for path in sorted(FILES.iterdir()))]


@given(st.data())
def test_spoilt_workbooks(data: st.DataObject) -> None:
    whole = bytearray(data.draw(st.sampled_from(originals())))
    for _ in range(data.draw(st.integers(1, 12))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        del whole[data.draw(st.integers(1, len(whole))) :]
    try:
        told(bytes(whole))
    except ImportFileError:
        return


@given(st.data())
def test_spoilt_sheets(data: st.DataObject) -> None:
    cells = st.sampled_from(
        ["", "2026-03-01", "Entry", "Name", 46100, 12, 10**12, True, date(2026, 3, 1), "#REF!", "=A1"]
    )
    rows = data.draw(st.lists(st.lists(cells, max_size=5), max_size=6))
    try:
        told(book([HEADS, *rows]))
    except ImportFileError:
        return


# As office programs write them


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("locale", ["en-US", "ru-RU", "kk-KZ"])
def test_files_of_libreoffice(locale: str, tmp_path: Path) -> None:
    profile = tmp_path / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(PROFILE.replace("LOCALE", locale), encoding="utf-8")
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title = "Поездки"
    sheet.append(["Отчёт"])
    sheet.append(["ФИО", "Дата въезда", "Дата выезда", "Пункт пропуска"])
    sheet.append(["Иванов Пётр", date(2026, 3, 14), date(2026, 3, 25), "Қордай"])
    sheet.append([None, date(2026, 5, 12), date(2026, 5, 13), "Алматы"])
    sheet.append(["Петров", date(2026, 6, 1), "=1/0", ""])
    sheet.merge_cells("A3:A4")
    for row in (3, 4, 5):
        sheet.cell(row, 2).number_format = sheet.cell(row, 3).number_format = "mm-dd-yy"  # as the reader has it
    made.save(tmp_path / "in.xlsx")
    for suffix, filtered in {
        "xlsx": "",
        "xls": "",
        "ods": "",
        "csv": ":Text - txt - csv (StarCalc):59,34,76",
    }.items():
        subprocess.run(
            [
                *("soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"),
                *(
                    "--convert-to",
                    f"{suffix}{filtered}",
                    "--outdir",
                    str(tmp_path / suffix),
                    str(tmp_path / "in.xlsx"),
                ),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        found = told((tmp_path / suffix / f"in.{suffix}").read_bytes())
        assert found.travellers[0].name == "Иванов Пётр"
        assert ("formula-error", 5, "#DIV/0!") in refused(found)
        days = [("2026-03-14", "2026-03-25"), ("2026-05-12", "2026-05-13")]
        if suffix == "csv":  # which has forgotten what was merged
            assert asked(found, "blank-name")
            days = days[:1]
        assert stays(found) == days
        assert found.travellers[0].stays[0].checkpoint == "Қордай"
