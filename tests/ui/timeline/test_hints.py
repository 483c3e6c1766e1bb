"""Hints take nothing for HTML."""

from __future__ import annotations

from kzstay.ui.timeline.hints import as_hint


def test_each_line_stands_alone_and_as_it_was_typed() -> None:
    assert as_hint(["a <b>", "c"]) == "<div>a &lt;b&gt;</div><div>c</div>"
    assert as_hint([]) == ""
