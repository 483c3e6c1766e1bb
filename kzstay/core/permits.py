"""What permits cover: of each stay the days that are outside the visa-free count.

A residence permit covers its days whatever the crossings. A visa that allows so many days or entries covers those
stays alone that were entered on it, in their order, until its entries and its days are used.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from kzstay.core.case import Permit
from kzstay.core.days import DAY

Days = tuple[date, date]


class Cover:
    """The days of one stay that permits cover, also those after its end."""

    __slots__ = ("spans",)

    def __init__(self, spans: Iterable[Days] = ()) -> None:
        self.spans = sorted(spans)

    def on(self, day: date) -> date | None:
        """Return the last day of the permit that covers a day and lasts longest."""
        return max((last for first, last in self.spans if first <= day <= last), default=None)

    def extended(self, until: date) -> date:
        """Extend a last lawful day by permits that begin no later than the day after it."""
        for first, last in self.spans:
            if first <= until + DAY:
                until = max(until, last)
        return until

    def to(self, day: date) -> Cover:
        """Return the same days without those after one."""
        return Cover((first, min(last, day)) for first, last in self.spans if first <= day)

    def without(self, first: date, last: date) -> list[Days]:
        """List the parts of some days that no permit covers."""
        pieces = [(first, last)] if first <= last else []
        for begin, end in self.spans:
            before, after = begin - DAY, end + DAY
            pieces = [
                piece
                for first, last in pieces
                for piece in ((first, min(last, before)), (max(first, after), last))
                if piece[0] <= piece[1]
            ]
        return pieces


NOTHING = Cover()


class Permits:
    """The permits of a traveller, used by the stays in their order.

    ``together``: the days that a visa allows are those of all its stays together; else each entry has them anew.
    """

    def __init__(self, permits: Sequence[Permit], stays: Sequence[Days], together: bool) -> None:
        self._stays = stays  # in order of entry, each with the last day counted
        self._together = together
        self._whole = [(permit.first, permit.until) for permit in permits if not limited(permit)]
        self._visas = [permit for permit in permits if limited(permit)]

    def cover(self, entry: date, place: int | None = None) -> Cover:
        """Return what covers a stay entered on a day: the one in a place of the order, or one not recorded."""
        spans = [span for span in self._whole if span[1] >= entry]
        if self._visas:
            spans += self._used_by(entry, place).grants(entry).values()
        return Cover(spans) if spans else NOTHING

    def used_up(self, entry: date, place: int) -> bool:
        """Tell whether a stay was entered while a visa was valid whose entries were used, and none covers it."""
        if not self._visas or self.cover(entry, place).on(entry):
            return False
        used = self._used_by(entry, place)
        return any(
            visa.first <= entry <= visa.until and not used.entries_left(number)
            for number, visa in enumerate(self._visas)
        )

    def _used_by(self, entry: date, place: int | None) -> _Use:
        used = _Use(self._visas, self._together)
        before = [stay for stay in self._stays if stay[0] < entry] if place is None else self._stays[:place]
        for stay in before:
            used.spend(*stay)
        return used


class _Use:
    """How much of each visa the stays so far have used."""

    def __init__(self, visas: list[Permit], together: bool) -> None:
        self._visas = visas
        self._together = together
        self._entries = [0] * len(visas)
        self._days = [0] * len(visas)
        self._latest = [date.min] * len(visas)  # the last day spent on each

    def entries_left(self, number: int) -> bool:
        """Tell whether a visa may still be entered on."""
        entries = self._visas[number].entries
        return entries is None or self._entries[number] < entries

    def grants(self, entry: date) -> dict[int, Days]:
        """Return what visas give a stay: the one that it is entered on, and those that begin while it lasts.

        Of several that are valid the one is used that lasts longest; an entry is never charged to two.
        """
        found: dict[int, Days] = {}
        valid: list[tuple[date, int]] = []
        for number, visa in enumerate(self._visas):
            last = self._last(number, max(entry, visa.first))
            if last < max(entry, visa.first):
                continue
            if visa.first > entry:
                found[number] = (visa.first, last)
            elif self.entries_left(number):
                valid.append((last, number))
        if valid:
            last, number = max(valid)
            found[number] = (entry, last)
        return found

    def spend(self, first: date, last: date) -> None:
        """Charge a stay to the visas that it uses; a day of leaving and coming back counts once."""
        for number, (begin, end) in self.grants(first).items():
            if begin > last:
                continue
            self._entries[number] += self._visas[number].first <= first
            self._days[number] += (min(end, last) - begin).days + (begin != self._latest[number])
            self._latest[number] = min(end, last)

    def _last(self, number: int, begin: date) -> date:
        """Return the last day that a visa gives from a day on; the day before where nothing is left."""
        visa = self._visas[number]
        if visa.days is None:
            return visa.until
        left = visa.days
        if self._together:
            left += (begin == self._latest[number]) - self._days[number]
        return min(visa.until, begin + DAY * (left - 1))


def limited(permit: Permit) -> bool:
    """Tell whether a permit is a visa that allows so many days or so many entries."""
    return permit.kind == "visa" and (permit.days is not None or permit.entries is not None)
