from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from kzstay.ui.system.folders import settings_path
from kzstay.ui.system.remembered import LARGEST, remembered


@given(st.binary(max_size=40) | st.text(max_size=20).map(lambda text: json.dumps(text).encode()))
def test_whatever_stands_in_the_file_of_choices_it_is_a_choice_by_name_or_none(content: bytes) -> None:
    settings_path().write_bytes(content)
    found = remembered()
    assert isinstance(found, dict)
    try:
        wanted = json.loads(content.decode())
    except ValueError:
        wanted = None
    assert found == (wanted if isinstance(wanted, dict) else {})


def test_a_file_of_choices_that_is_far_too_large_is_none() -> None:
    settings_path().write_text(f'{{"language": "ru"{" " * LARGEST}}}')
    assert remembered() == {}


def test_without_a_file_nothing_was_chosen() -> None:
    settings_path().unlink()
    assert remembered() == {}
