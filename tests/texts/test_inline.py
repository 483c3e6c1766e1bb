from __future__ import annotations

import pytest

from kzstay.texts.inline import inside


@pytest.mark.parametrize(
    ("sentence", "within"),
    [
        ("The file is cut short.", "the file is cut short."),
        ("JSON is expected.", "JSON is expected."),
        ("KoAP 834 says so.", "KoAP 834 says so."),
        ("Этого достаточно.", "этого достаточно."),
        ("РВП продлевают.", "РВП продлевают."),
        ("Шағым беріледі.", "шағым беріледі."),
        ("", ""),
    ],
)
def test_a_sentence_within_a_line_begins_small_unless_it_is_an_abbreviation(sentence: str, within: str) -> None:
    assert inside(sentence) == within
