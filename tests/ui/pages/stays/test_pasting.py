"""Whether what was copied is one cell or a list of stays."""

from __future__ import annotations

import pytest

from kzstay.ui.pages.stays.pasting import is_list
from tests.helpers import day

TODAY = day("2026-11-22")


@pytest.mark.parametrize(
    "text",
    ["3.3.2026\t10.3.2026", "3.3.2026\n10.3.2026", "entry,exit\r\n2026-03-03,2026-03-10", "3.3.26-10.3.26"],
)
def test_a_list(text: str) -> None:
    assert is_list(text, TODAY)


@pytest.mark.parametrize(
    "text", ["", "3.3.2026", "2026-03-03\n", "by train", "3 March 2026", "room 12", "7" * 300, "12"]
)
def test_one_cell(text: str) -> None:
    assert not is_list(text, TODAY)
