from __future__ import annotations

import pytest

from kzstay.imports.open_document import noted
from kzstay.imports.packages import Package
from kzstay.imports.result import ImportFileError
from tests.imports.books import package
from tests.imports.test_sheets import FILES
from tests.imports.told import asked, refused, stays, told

MIME = "application/vnd.oasis.opendocument.spreadsheet"


def of_rows(rows: str, manifest: str = "<m/>") -> Package:
    content = f'<table:table table:name="S">{rows}</table:table>'
    return Package(package({"mimetype": MIME, "content.xml": content, "META-INF/manifest.xml": manifest}))


def test_real_file() -> None:
    data = (FILES / "libreoffice.ods").read_bytes()
    known = noted(Package(data)).of("Поездки")
    assert known.merged == [(2, 0, 3, 0)]
    assert known.errors == {(4, 2): "#DIV/0!"}
    found = told(data)
    assert stays(found) == [("2026-03-14", "2026-03-25"), ("2026-05-12", "2026-05-13")]
    assert refused(found) == [("formula-error", 5, "#DIV/0!")]
    assert not asked(found, "blank-name")


def test_places_after_repeated_rows_and_cells() -> None:
    error = '<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#REF!</text:p>'
    error += "</table:table-cell>"
    found = noted(
        of_rows(
            '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
            f'<table:table-row><table:table-cell table:number-columns-repeated="2"/>{error}</table:table-row>'
            '<table:table-row table:number-rows-repeated="1048570"><table:table-cell'
            ' table:number-columns-repeated="16384"/></table:table-row>'
        )
    )
    assert found.of("S").errors == {(3, 2): "#REF!"}


def test_cells_that_are_repeated_beyond_all_measure() -> None:
    cell = '<table:table-cell office:value-type="float" table:number-columns-repeated="16384"/>'
    with pytest.raises(ImportFileError, match="too-large"):
        noted(of_rows(f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'))


def test_locked() -> None:
    with pytest.raises(ImportFileError, match="encrypted"):
        of_rows("", "<manifest:encryption-data/>")
