from __future__ import annotations

import pytest

from kzstay.imports.compound import MARK, Compound
from kzstay.imports.result import ImportFileError
from tests.imports.books import compound
from tests.imports.test_sheets import FILES


def test_streams_in_sectors() -> None:
    found = Compound(compound(Workbook=b"abc" * 3000, Other=b"x"))
    assert found.stream("Nothing", "Workbook") == b"abc" * 3000
    assert (found.has("Other"), found.has("Nothing"), found.stream("Nothing")) == (True, False, None)


def test_streams_of_a_real_file() -> None:
    found = Compound((FILES / "libreoffice.xls").read_bytes())
    small = found.stream("\x01CompObj")
    assert found.has("Workbook")
    assert small is not None
    assert b"Excel" in small  # it stands among the small sectors


def test_chain_that_never_ends() -> None:
    data = bytearray(compound(Workbook=b"x"))
    data[-512:-508] = (0).to_bytes(4, "little")
    with pytest.raises(ImportFileError, match="damaged"):
        Compound(bytes(data)).stream("Workbook")


@pytest.mark.parametrize("data", [MARK, MARK + bytes(600), MARK + b"\xff" * 600])
def test_what_is_none(data: bytes) -> None:
    with pytest.raises(ImportFileError, match="damaged"):
        Compound(data)
