"""Bends of a line of counts: the days at which a line through one count a day has to be drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

DENSE = 0.5  # pixels a day, below which many days lie on one pixel


def bends(counts: Sequence[int], per_day: float) -> Iterator[tuple[int, int]]:
    """Yield the place of a day and its count wherever the line bends; of days on one pixel the ends of its stroke.

    These are the first, the lowest, the highest and the last of them, so that what is drawn is the same.
    """
    end = len(counts) - 1
    step = int(1 / per_day) if per_day < DENSE else 1
    if step == 1:
        for place, count in enumerate(counts):
            if place in (0, end) or counts[place + 1] - count != count - counts[place - 1]:
                yield place, count
        return
    for start in range(0, end + 1, step):
        held = counts[start : start + step]
        low, high = min(held), max(held)
        if low == high and start > 0 and start + step <= end and counts[start - 1] == low == counts[start + step]:
            continue
        places = {0, held.index(low), held.index(high), len(held) - 1}
        yield from ((start + place, held[place]) for place in sorted(places))
