from __future__ import annotations

from kzstay.core.verdict import Standing, Verdict


def test_a_standing_is_the_word_that_other_programs_read() -> None:
    assert [str(one) for one in Standing] == [
        "outside",
        "lawful",
        "ending",
        "overstay",
        "ordered",
        "permit",
        "no-regime",
        "barred",
    ]


def test_nothing_is_perhaps_over_unless_it_is_said() -> None:
    assert Verdict(None, None, None, 0).perhaps_over == 0
