from __future__ import annotations

import re

from kzstay.export.certificate_style import SIZES, sheet


def test_letters_on_paper_have_one_of_a_few_sizes() -> None:
    found = re.findall(r"article\.size-(\d+) \{ font-size: ([\d.]+)pt; \}", sheet())
    assert [(int(number), float(points)) for number, points in found] == list(enumerate(SIZES))
    assert list(SIZES) == sorted(SIZES, reverse=True)


def test_every_bracket_is_closed_and_every_colour_known() -> None:
    assert sheet().count("{") == sheet().count("}")
    known = set(re.findall(r"(--[\w-]+):", sheet()))
    assert set(re.findall(r"var\((--[\w-]+)\)", sheet())) <= known


def test_nothing_is_loaded() -> None:
    assert "url(" not in sheet()
    assert "@import" not in sheet()
