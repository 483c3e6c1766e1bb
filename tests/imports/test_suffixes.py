from __future__ import annotations

from pathlib import Path

import pytest

from kzstay.imports.suffixes import is_source


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("list.csv", True),
        ("LIST.XLSX", True),
        ("calendar.ics", True),
        ("case.kzstay", False),
        ("case.json", False),  # a case may be called that
        ("case", False),
        ("case.kzstay.bak", False),
    ],
)
def test_a_file_that_can_only_be_imported_is_known_by_its_name(name: str, told: bool) -> None:
    assert is_source(Path(name)) is told
