from __future__ import annotations

from kzstay.imports.pipes import piped


def test_rows_are_lines_without_the_columns_that_mean_something_else() -> None:
    lines = ["# Trips", "| Trip | Dates | Days |", "|----|:---:|----|", "| Ski | 18–25 Jan 2026 | 8 |", "", "end"]
    found = [(number, one.text, one.count) for number, one in piped(lines)]
    assert found == [(1, "# Trips", None), (4, "Ski · 18–25 Jan 2026", 8), (5, "", None), (6, "end", None)]


def test_a_pair_of_columns_is_a_range() -> None:
    lines = ["| Name | Entry | Exit | Country |", "|-|-|-|-|", "| Anna | 5 Mar 2026 | | Kazakhstan |"]
    ((number, one),) = piped(lines)
    assert (number, one.text, one.state) == (3, "5 Mar 2026 – ?", "KZ")
    assert one.person is not None
    assert one.person.name == "Anna"


def test_rows_without_heads_are_lines_too() -> None:
    assert [one.text for _, one in piped(["| a | b |"])] == ["a · b"]
    assert [one.text for _, one in piped(["|"])] == [""]
