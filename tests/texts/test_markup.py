"""A text in HTML is shown as it is, whatever stands in it."""

from __future__ import annotations

import html

from hypothesis import given
from hypothesis import strategies as st

from kzstay.texts.markup import escape


@given(st.text() | st.text("&<>'\"; amp#x27"))
def test_it_is_written_as_python_writes_it(text: str) -> None:
    assert escape(text) == html.escape(text)
    assert html.unescape(escape(text)) == text
