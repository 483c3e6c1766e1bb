"""Hints: lines as they are shown beside the pointer, with nothing in them taken for HTML."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


def as_hint(lines: Iterable[str]) -> str:
    """Return lines as a hint that wraps; empty where there is none."""
    return "".join(f"<div>{escape(line)}</div>" for line in lines)
