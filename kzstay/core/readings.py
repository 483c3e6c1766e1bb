"""Readings: the two ways to settle what the law leaves open, and anything that is answered in both."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")
U = TypeVar("U")


class Reading(StrEnum):
    """How an open question of counting is settled."""

    SAFE = "safe"  # the stricter side of every open question
    USUAL = "usual"  # the common one

    @property
    def other(self) -> Reading:
        """Return the one that this is not."""
        return Reading.USUAL if self is Reading.SAFE else Reading.SAFE


class Both(msgspec.Struct, Generic[T], frozen=True):
    """One thing in both readings."""

    safe: T
    usual: T

    def under(self, reading: Reading) -> T:
        """Return the side that a reading takes."""
        return self.safe if reading is Reading.SAFE else self.usual

    @property
    def differs(self) -> bool:
        """Tell whether the readings part."""
        return self.safe != self.usual

    @classmethod
    def of(cls, answer: Callable[[Reading], U]) -> Both[U]:
        """Ask a question under each reading."""
        return Both(answer(Reading.SAFE), answer(Reading.USUAL))
