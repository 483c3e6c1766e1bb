"""Age of the law data: how many days it is older than a day of reckoning, and from when on that is told."""

from __future__ import annotations

from datetime import date

import msgspec


class OldRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From how many days on the law data is said to be old, and from how many on in strong words."""

    over_days: int
    strong_days: int

    def __post_init__(self) -> None:
        if not 0 <= self.over_days < self.strong_days:
            raise ValueError("old: strong_days comes after over_days, and neither before the day itself")

    def days(self, collected: date, on: date) -> int | None:
        """Count the days from the one on which the law was gathered; None as long as it is not old."""
        passed = (on - collected).days
        return passed if passed > self.over_days else None

    def strong(self, days: int) -> bool:
        """Tell whether law data of so many days is told of in strong words."""
        return days >= self.strong_days
