"""Scale of the timeline: days to pixels and back."""

from __future__ import annotations

from datetime import date
from math import floor

import msgspec

NARROWEST, WIDEST = 0.05, 64.0  # pixels a day: forty years on a screen, and two weeks
_FIRST, _LAST = date(1950, 1, 1).toordinal(), date(2250, 1, 1).toordinal()


class Scale(msgspec.Struct, frozen=True):
    """Where days lie on a line of pixels; a day reaches from its own x to that of the next day."""

    start: float  # the ordinal at x = 0
    per_day: float  # pixels
    width: float

    @classmethod
    def showing(cls, first: date, last: date, width: float) -> Scale:
        """Fit the days from first to last, both whole."""
        days = (last - first).days + 1
        return cls(first.toordinal(), min(WIDEST, max(NARROWEST, width / days)), width)

    def x_at(self, ordinal: float) -> float:
        """Return where an ordinal lies."""
        return (ordinal - self.start) * self.per_day

    def x_of(self, day: date) -> float:
        """Return where a day begins."""
        return self.x_at(day.toordinal())

    def ordinal_at(self, x: float) -> float:
        """Return the ordinal at a place."""
        return self.start + x / self.per_day

    def day_at(self, x: float) -> date:
        """Return the day that holds a place."""
        # A place computed from a day may fall short of it by less than a rounding error
        return date.fromordinal(min(_LAST, max(_FIRST, floor(self.ordinal_at(x) + 1e-6))))

    @property
    def first(self) -> date:
        """Return the first day of which something is seen."""
        return self.day_at(0)

    @property
    def last(self) -> date:
        """Return the last day of which something is seen."""
        return self.day_at(self.width)

    def zoomed(self, factor: float, about: float) -> Scale:
        """Zoom; the day under ``about`` stays where it is."""
        per_day = min(WIDEST, max(NARROWEST, self.per_day * factor))
        return self._at(self.ordinal_at(about) - about / per_day, per_day)

    def panned(self, pixels: float) -> Scale:
        """Move the days to the left."""
        return self._at(self.start + pixels / self.per_day, self.per_day)

    def with_seen(self, day: date, margin: float = 40) -> Scale:
        """Move no more than is needed to see a day."""
        x = self.x_of(day)
        if x < margin:
            return self.panned(x - margin)
        if x + self.per_day > self.width - margin:
            return self.panned(x + self.per_day - self.width + margin)
        return self

    def _at(self, start: float, per_day: float) -> Scale:
        start = min(_LAST - self.width / per_day, max(_FIRST, start))
        return Scale(start, per_day, self.width)
