"""Cells of tables that others open: no text in one is taken for a formula, CWE-1236."""

from __future__ import annotations

# What takes a text for a formula; a reader takes the sign before it away again
GUARDED, GUARD = frozenset("=+-@\t\r\0"), "'"


def guarded(text: str) -> str:
    """Return a text so that no program takes it for a formula.

    One that begins as a guarded text does is guarded too, so that what is taken away was always put there.
    """
    return f"{GUARD}{text}" if text.lstrip(GUARD)[:1] in GUARDED else text


def unguarded(text: str) -> str:
    """Return a text that was guarded as it was before."""
    return text[1:] if text.startswith(GUARD) and text.lstrip(GUARD)[:1] in GUARDED else text
