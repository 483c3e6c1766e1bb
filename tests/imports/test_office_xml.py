from __future__ import annotations

import pytest

from kzstay.imports.office_xml import column_number, noted
from kzstay.imports.packages import Package
from kzstay.imports.result import ImportFileError
from tests.imports.books import PARTS, inline, of_sheet


@pytest.mark.parametrize(("letters", "number"), [("A", 0), ("Z", 25), ("AA", 26), ("XFD", 16_383)])
def test_columns_by_their_letters(letters: str, number: int) -> None:
    assert column_number(letters) == number


def test_errors_and_formulas_without_a_value() -> None:
    rows = (
        '<row r="2"><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="e" r="C2"><v>#N/A</v></c>'
        '<c r="D2"><f>A2&amp;"x"</f></c><c r="E2"><f>A2</f><v>3</v></c>'
        '<c r="F2" t="str"><f>A2</f><v></v></c></row>'
    )
    found = noted(Package(of_sheet(rows))).of("S")
    assert found.errors == {(1, 1): "#DIV/0!", (1, 2): "#N/A", (1, 3): '=A2&"x"'}


def test_error_without_its_place() -> None:
    with pytest.raises(ImportFileError, match="damaged"):
        noted(Package(of_sheet('<row><c t="e"><v>#N/A</v></c></row>')))


def test_year_from_which_days_count_and_names_of_our_columns() -> None:
    book = PARTS["xl/workbook.xml"].replace(
        "<sheets>",
        '<workbookPr date1904="1"/><definedNames><definedName name="stays_entry">S!$C$2:$C$9</definedName>'
        "<definedName name=\"stays_kind\">'S'!$D$2:$D$9</definedName>"
        '<definedName name="other">S!$E$2</definedName></definedNames><sheets>',
    )
    found = noted(Package(of_sheet("", **{"xl/workbook.xml": book})))
    assert found.epoch_1904
    assert (found.of("S").columns, found.of("S").head) == ({2: "entry", 3: "kind of stay"}, 0)


def test_single_far_cell_of_a_small_sheet() -> None:
    rows = f'<row r="1">{inline("XFD1", "x")}</row><row r="9">{inline("A9", "x")}</row>'
    assert noted(Package(of_sheet(rows)))
    with pytest.raises(ImportFileError, match="too-large"):
        noted(Package(of_sheet(rows + f'<row r="99999">{inline("A99999", "x")}</row>')))
