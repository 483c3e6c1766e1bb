"""Count how often something is made, where making it twice would be work for nothing."""

from __future__ import annotations

from typing import Any

import pytest


def count(patch: pytest.MonkeyPatch, made: type[Any]) -> list[Any]:
    """Return a list that grows with every instance of a class."""
    found: list[Any] = []
    begin = made.__init__

    def counted(self: object, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - whatever the class takes
        found.append(self)
        begin(self, *arguments, **named)

    patch.setattr(made, "__init__", counted)
    return found
