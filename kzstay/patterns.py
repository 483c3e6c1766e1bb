"""Patterns that are made when they are first asked: a start reads in dozens, and asks hardly one of them."""

from __future__ import annotations

import re
from typing import cast


class _Later:
    """Stands for a pattern until something is asked of it, and keeps what was asked."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> object:
        asked: object = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, asked)
        return asked


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what does all that a pattern of ``re.compile`` does. Raises re.error when it is first asked."""
    return cast("re.Pattern[str]", _Later(text, flags))
