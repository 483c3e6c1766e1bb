"""Hints take nothing for HTML."""

from __future__ import annotations

import re

from kzstay.ui.timeline.hints import as_hint


def test_each_line_stands_alone_and_as_it_was_typed() -> None:
    assert plain(as_hint(["a <b>", "c"])) == "a &lt;b&gt;c"
    assert as_hint([]) == ""


def test_only_a_long_line_wraps() -> None:
    short, long = as_hint(["word " * 5]), as_hint(["word " * 50])
    assert "nowrap" in short
    assert "nowrap" not in long


def plain(hint: str) -> str:
    return re.sub("<[^>]*>", "", hint)
