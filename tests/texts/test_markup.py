from __future__ import annotations

import html

from hypothesis import given
from hypothesis import strategies as st

from kzstay.texts.markup import escape


@given(st.text() | st.text(alphabet="&<>\"'a;#"))
def test_a_text_is_escaped_as_the_standard_library_does_it(text: str) -> None:
    assert escape(text) == html.escape(text)
