"""Markup: words as they stand between the tags of what Qt and a browser show.

``html`` does the same, and reads in the names of two thousand characters with it, at every start.
"""

from __future__ import annotations

_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def escape(text: str) -> str:
    """Return a text of which no sign is taken for markup, in quotation marks neither."""
    return text.translate(_SIGNS)
