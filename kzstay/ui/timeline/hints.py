"""Hints: lines as they are shown beside the pointer, with nothing in them taken for HTML."""

from __future__ import annotations

from collections.abc import Iterable

from kzstay.texts.markup import escape

LONGEST = 90  # letters of a line that is not broken; Qt would break it much sooner


def as_hint(lines: Iterable[str]) -> str:
    """Return lines as a hint, in which only long ones wrap; empty where there is none."""
    return "".join(f"<div{'' if len(line) > LONGEST else _WHOLE}>{escape(line)}</div>" for line in lines)


_WHOLE = ' style="white-space: nowrap"'
