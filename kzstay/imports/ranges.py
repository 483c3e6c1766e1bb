"""Ranges in words: the first and the last day of a stay as a person writes them, in one cell or among other words.

Month and year may stand at one of the two days only; the other one takes them over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from kzstay.imports.days import Written, written
from kzstay.imports.lines import LONGEST_LINE, Part, Token, made, tokens
from kzstay.imports.result import Order

_ORDERS: tuple[Order, ...] = ("dmy", "mdy", "ymd")


class End(msgspec.Struct, frozen=True):
    """A day at an end of a range, and the days that it may be besides: of its month, or whole ones.

    ``borrowed`` tells that its year stands at the other end.
    """

    day: Written
    borrowed: bool = False
    or_days: tuple[int, ...] = ()
    or_others: tuple[Written, ...] = ()

    def under(self, orders: Mapping[str, Order]) -> date | None:
        """Return the day under the orders that were settled; None where it is none by them."""
        return self.day.under(orders)

    def doubts(self, orders: Mapping[str, Order]) -> tuple[date, ...]:
        """Return the days that it may be, the written one first; none where it is clear."""
        day = self.under(orders)
        if day is None:
            return ()
        others = [made(day.year, day.month, number) for number in self.or_days]
        others += [other.under(orders) for other in self.or_others]
        found = tuple(dict.fromkeys([day, *filter(None, others)]))
        return found if len(found) > 1 else ()


class Range(msgspec.Struct, frozen=True):
    """What is written of a stay: a first day, and a last one, none or an open end; where in its line it stands.

    ``first`` is None where what stands there is no day, or lacks its year.
    """

    first: End | None
    last: End | None
    is_open: bool
    start: int
    end: int
    linked: bool = False  # two ends, or an end that was left open on purpose

    @property
    def ends(self) -> Iterator[End]:
        """Yield the days that are written."""
        yield from filter(None, (self.first, self.last))

    def under(self, orders: Mapping[str, Order]) -> tuple[date, date | None] | None:
        """Return the days under the orders that were settled; None where they are none by them."""
        first = self.first.under(orders) if self.first else None
        last = self.last.under(orders) if self.last else None
        if first is None or self.first is None or (self.last is not None and last is None):
            return None
        if last is not None and self.last is not None and last < first:  # over New Year, with one year written
            if self.first.borrowed:
                first = made(first.year - 1, first.month, first.day) or first
            elif self.last.borrowed:
                last = made(last.year + 1, last.month, last.day) or last
        if self.last is None and not self.is_open:
            last = first
        return first, last


def ranged(text: str, today: date) -> Range | None:
    """Return the range that a whole cell is; None where it is none, and where it is a day alone."""
    if len(text) > LONGEST_LINE:
        return None
    found = ranges(tokens(text, today), today)
    if len(found) != 1 or not found[0].linked or found[0].first is None:
        return None
    rest = (text[: found[0].start] + text[found[0].end :]).strip(" .,;()[]")
    return None if rest else found[0]


def forms(found: Iterable[Range]) -> Iterator[Written]:
    """Yield the days whose order is to be settled."""
    for one in found:
        for end in one.ends:
            yield from filter(lambda day: bool(day.form), (end.day, *end.or_others))


def ranges(found: list[Token], today: date, year: int = 0) -> list[Range]:
    """Return the ranges and single days in a line; ``year`` is that of days without one, nought if none is."""
    return _Parser(found, today, year).ranges()


class _Day(msgspec.Struct, frozen=True):
    """A day that was read, not yet whole."""

    part: Part | None  # None for what is no day
    or_days: tuple[int, ...]
    or_others: tuple[Written, ...]
    start: int
    end: int
    next: int  # the index after it

    @property
    def named(self) -> bool:
        """Tell whether there is more than the number of a day, of which any number has the form."""
        return self.part is None or self.part.whole is not None or self.part.month > 0 or self.part.year > 0


class _Parser:
    def __init__(self, found: list[Token], today: date, year: int) -> None:
        self._tokens = found
        self._today = today
        self._year = year or next((int(token.text) for token in found if token.kind == "year"), 0)

    def ranges(self) -> list[Range]:
        found: list[Range] = []
        at = 0
        while at < len(self._tokens):
            one, at = self._range(at)
            if one is not None:
                found.append(one)
        return found

    def _kind(self, at: int) -> str:
        return self._tokens[at].kind if 0 <= at < len(self._tokens) else ""

    def _range(self, at: int) -> tuple[Range | None, int]:
        """Read a range, or a day; return it, and where to go on."""
        lead = self._kind(at) if self._kind(at) in ("since", "between") else ""
        first = self._day(at + bool(lead))
        if first is None:
            return None, at + 1
        start = self._tokens[at].start
        link = self._link(first, lead)
        last = self._day(link) if link else None
        if last is not None and (first.named or last.named):
            end = last.next + (self._kind(last.next) in ("after", "link") and self._word(last.next) == "дейін")
            return self._made(first, last, start, max(last.end, self._end(end))), end
        if self._tokens[first.next - 1].kind == "bare" or (first.part and first.part.sign and not lead):
            return None, first.next  # a number or a fraction, and no day
        if link and self._kind(link) == "open":
            return self._alone(first, start, self._tokens[link].end, is_open=True), link + 1
        if link and link == len(self._tokens) and self._word(link - 1) not in ("to", "по"):
            return self._alone(first, start, self._end(link), is_open=True), link
        if lead == "since" or self._kind(first.next) == "onwards":
            behind = first.next + (self._kind(first.next) == "onwards")
            return self._alone(first, start, max(first.end, self._end(behind)), is_open=True), behind
        return self._alone(first, start, first.end, is_open=False), first.next

    def _end(self, at: int) -> int:
        return self._tokens[at - 1].end

    def _word(self, at: int) -> str:
        return self._tokens[at].text.casefold() if 0 <= at < len(self._tokens) else ""

    def _link(self, first: _Day, lead: str) -> int:
        """Return where a second day may stand; nought where nothing leads on to one."""
        kind = self._kind(first.next)
        framed = lead == "between" or self._kind(first.next + 2) == "after"  # 5 наурыз бен 19 наурыз аралығында
        if kind == "link" or (framed and kind == "and"):
            return first.next + 1
        if first.part is not None and first.part.from_here and self._kind(first.next) in ("day", "bare"):
            return first.next
        return 0

    def _day(self, at: int) -> _Day | None:
        """Read a day, and what else it may be."""
        if self._kind(at) not in ("day", "bare", "no-day"):
            return None
        token = self._tokens[at]
        part, start, end, following = token.part, token.start, token.end, at + 1
        or_days: list[int] = []
        others: list[Written] = []
        while self._kind(following) == "or" and self._kind(following + 1) in ("day", "bare"):
            other = self._tokens[following + 1]
            end, following = other.end, following + 2
            if other.part is None:
                continue
            if part is not None and part.whole is None and not part.month:  # 3 or 8 September
                or_days.append(other.part.day or self._day_number(other.part))
                part = _with_day(other.part, part.day)
            elif other.part.whole is not None:
                others.append(other.part.whole)
            else:
                or_days.append(other.part.day)
        return _Day(part, tuple(or_days), tuple(others), start, end, following)

    def _day_number(self, part: Part) -> int:
        days = {day.day for day in part.whole.by.values()} if part.whole else set[int]()
        return part.whole.by.get("dmy", min(part.whole.by.values())).day if part.whole and days else 0

    def _alone(self, first: _Day, start: int, end: int, *, is_open: bool) -> Range:
        return Range(self._full(first, None), None, is_open, start, end, linked=is_open)

    def _made(self, first: _Day, last: _Day, start: int, end: int) -> Range:
        one, other = self._full(first, last), self._full(last, first)
        return Range(one if other else None, other, False, start, end, linked=True)

    def _full(self, found: _Day, other: _Day | None) -> End | None:
        """Return an end with what it lacks taken from the other one, or from the year of the text."""
        part = found.part
        if part is None:
            return None
        if part.whole is not None:
            return End(part.whole, False, found.or_days, found.or_others)
        beside = other.part if other else None
        day = self._completed(part, beside)
        return End(day, True, found.or_days, found.or_others) if day else None

    def _completed(self, part: Part, beside: Part | None) -> Written | None:
        year = self._year or part.year
        if beside is None or (beside.whole is None and not (year or beside.year)):
            return self._with_year(part, part, year)
        if beside.whole is None:
            return self._with_year(part, beside, year or beside.year)
        by: dict[Order, date] = {}
        for order, whole in beside.whole.by.items():
            if part.sign:
                number, day = (part.day, part.month) if order in ("mdy", "ymd") else (part.month, part.day)
            else:
                number, day = part.month or whole.month, part.day
            if completed := made(whole.year, number, day):
                by[order] = completed
        return Written(by, beside.whole.form) if by else None

    def _with_year(self, part: Part, beside: Part, year: int) -> Written | None:
        if not year:
            return None
        if part.sign:
            return written(f"{part.day}{part.sign}{part.month}{part.sign}{year}", self._today)
        day = made(year, part.month or beside.month, part.day)
        return Written({"ymd": day}) if day else None


def _with_day(part: Part, day: int) -> Part:
    """Return a day of the same month and year as another."""
    if part.whole is None:
        return msgspec.structs.replace(part, day=day)
    by: dict[Order, date] = {}
    for order, whole in part.whole.by.items():
        if found := made(whole.year, whole.month, day):
            by[order] = found
    return msgspec.structs.replace(part, whole=Written(by, part.whole.form) if by else None)
