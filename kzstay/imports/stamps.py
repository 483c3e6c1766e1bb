"""Stamps: what else a line with days says: the way over the border, the place, doubt, and the number of days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from kzstay.imports.lines import Token, line_words, tokens
from kzstay.imports.places import is_abroad, is_crossing, named_state
from kzstay.imports.ranges import Range, ranges
from kzstay.imports.vocabulary import folded, vocabulary

_WORD = re.compile(r"[^\W\d_]+")
_COUNT = re.compile(r"\(?\b(\d{1,3})\s?(?:days?|дней|дня|день|дн\.?|күн)(?!\w)\)?", re.IGNORECASE)
_SIGNS = " \t,;:.|·[]{}-–—/→=*#>_?!"
_TOWARDS = {"to", "from", "via", "в", "во", "из", "через", "towards"}
_PARTS = re.compile(r"[,;|·()]|\s[-–—→]\s")
_NEXT_TO = 2  # characters between a day and a word that is a direction only beside one
_WEAK = {"in", "out", "left"}  # directions that may be any word


class Way(msgspec.Struct, frozen=True):
    """A word that tells a direction, and where it stands."""

    into: bool
    start: int
    end: int


class Line(msgspec.Struct, frozen=True):
    """A line taken apart."""

    text: str
    tokens: tuple[Token, ...]
    ranges: tuple[Range, ...]
    ways: tuple[Way, ...]
    or_days: tuple[int, ...]  # that stand apart from the day that they doubt
    unclear: bool
    count: int | None  # of days, that the line tells
    rest: str

    @property
    def linked(self) -> bool:
        """Tell whether there is a range."""
        return any(one.linked for one in self.ranges)

    @property
    def steps(self) -> tuple[bool, ...]:
        """Return the directions, those that follow each other and mean the same once."""
        found: list[bool] = []
        for way in self.ways:
            if not found or found[-1] != way.into:
                found.append(way.into)
        return tuple(found)

    @property
    def bridged(self) -> bool:
        """Tell whether two days stand at the ends of a dash, with other words between, or the two alone."""
        if len(self.ranges) != 2 or self.linked:
            return False
        apart = self.text[self.ranges[0].end : self.ranges[1].start]
        if not self.rest and not apart.strip():  # as from a spreadsheet; beside an amount they are of a payment
            return True
        between = [token for token in self.tokens if self.ranges[0].end <= token.start < self.ranges[1].start]
        return sum(token.kind == "link" for token in between) == 1

    @property
    def places(self) -> tuple[str, ...]:
        """Return the checkpoints that the line names, as far as they are known."""
        return tuple(part for part in self._parts() if is_crossing(part))

    @property
    def note(self) -> str:
        """Return what else it says."""
        if not self.places:
            return self.rest
        return ", ".join(part for part in self._parts() if part and part not in self.places)

    @property
    def codes_abroad(self) -> bool:
        """Tell whether it names airports at which somebody crossed a border, and none of Kazakhstan."""
        words = _WORD.findall(self.rest)
        codes = [word for at, word in enumerate(words) if is_abroad(word) and not _towards(words[:at])]
        return bool(codes) and not self.places and not any(is_crossing(word) for word in words)

    @property
    def elsewhere(self) -> str:
        """Return the state that it names, another than Kazakhstan; none to which or from which somebody went."""
        if self.places or (len(self.rest) < 4 and not self.rest.isupper()):
            return ""
        state = named_state(self.rest)
        return "" if state == "KZ" or _TOWARDS & set(self.text.casefold().split()) else state

    def _parts(self) -> Iterator[str]:
        yield from (part.strip(_SIGNS) for part in _PARTS.split(self.rest))


def line(text: str, today: date, year: int = 0) -> Line:
    """Take a line apart; ``year`` is that of days without one, nought where none was said above."""
    found = tokens(text, today)
    spans = ranges(found, today, year)
    ways = tuple(_ways(text, found, spans))
    taken = [(one.start, one.end) for one in spans] + [(one.start, one.end) for one in ways]
    or_days, doubted = _or_days(found, spans)
    unclear, unsure = _unclear(text, spans)
    counted = _COUNT.search(text) if spans else None
    taken += doubted + unsure + list(_pages(found)) + list(_beside(found)) + ([counted.span()] if counted else [])
    return Line(
        text=text,
        tokens=tuple(found),
        ranges=tuple(spans),
        ways=ways,
        or_days=or_days,
        unclear=unclear,
        count=int(counted[1]) if counted else None,
        rest=_rest(text, taken),
    )


def _towards(words: Sequence[str]) -> bool:
    """Tell whether the word before a place makes it one to which or from which somebody went."""
    return bool(words) and words[-1].casefold() in _TOWARDS


def _outside(found: Sequence[Token], spans: Sequence[Range]) -> list[Token]:
    """Return the tokens that are in no range."""
    return [token for token in found if not any(one.start <= token.start < one.end for one in spans)]


def _ways(text: str, found: Sequence[Token], spans: Sequence[Range]) -> Iterator[Way]:
    directions = vocabulary().directions
    for token in _outside(found, spans):
        for word in _WORD.finditer(token.text):
            into = directions.get(folded(word[0]))
            start, end = token.start + word.start(), token.start + word.end()
            if into is None or (folded(word[0]) in _WEAK and not _by_a_day(text, start, end, spans)):
                continue
            yield Way(into, start, end)


def _by_a_day(text: str, start: int, end: int, spans: Sequence[Range]) -> bool:
    """Tell whether a word stands beside a day, or before a colon."""
    if text[end : end + 1] == ":":
        return True
    return any(0 <= one.start - end <= _NEXT_TO or 0 <= start - one.end <= _NEXT_TO for one in spans)


def _or_days(found: Sequence[Token], spans: Sequence[Range]) -> tuple[tuple[int, ...], list[tuple[int, int]]]:
    """Return days of which one is meant, written apart from their date, and where that stands."""
    loose = _outside(found, spans)
    for at, token in enumerate(loose[:-2]):
        first, last = token, loose[at + 2]
        if first.kind == last.kind == "bare" and loose[at + 1].kind == "or" and spans:
            days = [one.part.day for one in (first, last) if one.part]
            return tuple(days), [(first.start, last.end)]
    return (), []


def _unclear(text: str, spans: Sequence[Range]) -> tuple[bool, list[tuple[int, int]]]:
    """Tell whether a day is said to be hard to read, and where."""
    lowered = text.casefold()
    found = [(at, at + len(word)) for word in line_words().unclear if (at := lowered.find(word)) >= 0]
    asked = any(text[one.end :].lstrip(" (")[:1] == "?" for one in spans if not one.is_open)
    return bool(spans) and (bool(found) or asked), found


def _pages(found: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where a passport and a page of it are named."""
    for at, token in enumerate(found):
        if folded(token.text) not in line_words().page:
            continue
        following = found[at + 1] if at + 1 < len(found) else None
        numbered = following is not None and following.text.isdigit()
        if numbered or len(folded(token.text)) > 4:
            yield token.start, following.end if numbered and following else token.end


def _beside(found: Sequence[Token]) -> Iterator[tuple[int, int]]:
    yield from ((token.start, token.end) for token in found if token.kind in ("year", "after"))


def _rest(text: str, taken: Sequence[tuple[int, int]]) -> str:
    """Return what is left of a line; brackets around what was taken go with it."""
    kept = list(text)
    for start, end in taken:
        opened, closed = text.rfind("(", 0, start), text.find(")", end)
        if opened >= 0 and closed >= 0 and ")" not in text[opened:start] and "(" not in text[end:closed]:
            start, end = opened, closed + 1
        kept[start:end] = " " * (end - start)
    words = " ".join("".join(kept).split())
    words = re.sub(r"\s+([,;:.])", r"\1", words).strip(_SIGNS)
    return words if "(" in words and ")" in words else words.strip(_SIGNS + "()")
