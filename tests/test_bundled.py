"""What the program ships: the law, the countries that exist, and the example."""

from __future__ import annotations

from kzstay.bundled import law

LAW = law()


def test_the_bundled_law_is_read_once() -> None:
    assert law() is LAW
