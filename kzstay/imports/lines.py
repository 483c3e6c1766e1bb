"""Lines: the days in a line that a person wrote, and the words between them, as tokens."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal

import msgspec

from kzstay.core.law import toml
from kzstay.imports.days import Written, written
from kzstay.imports.vocabulary import ROMAN, month, months, vocabulary
from kzstay.paths import resource

Kind = Literal[
    "day", "bare", "year", "link", "since", "onwards", "between", "and", "after", "or", "open", "no-day", "mark",
    "word",
]  # fmt: skip

LONGEST_LINE = 2_000  # characters


class LineWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"and_": "and", "or_": "or"}):
    """The rows of ``resources/imports/lines.toml``."""

    link: frozenset[str]
    since: frozenset[str]
    onwards: frozenset[str]
    between: frozenset[str]
    and_: frozenset[str]
    after: frozenset[str]
    or_: frozenset[str]
    unclear: frozenset[str]
    person: frozenset[str]
    page: frozenset[str]
    from_endings: tuple[str, ...]
    to_endings: tuple[str, ...]


@lru_cache(maxsize=1)
def line_words() -> LineWords:
    """Return the words between days, read once."""
    return msgspec.convert(toml.read(resource("imports/lines.toml")), LineWords)


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A day as far as it is written: ``day`` alone, with its ``month``, or whole.

    ``sign`` is what stands between figures without a year, whose order is open.
    """

    whole: Written | None = None
    day: int = 0
    month: int = 0
    sign: str = ""
    year: int = 0  # that follows a day alone: Jan 18–25, 2026
    from_here: bool = False  # its Kazakh ending says from


class Token(msgspec.Struct, frozen=True):
    """A piece of a line, and where it stands."""

    kind: Kind
    start: int
    end: int
    text: str
    part: Part | None = None


_TIME = (
    r"(?:(?:[T,]\s?|\s)\s?\d{1,2}[:.]\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?[ap]m)?"
    r"(?:\s?(?:z|utc|[+-](?:0\d|1[0-4]):?\d{2}))?(?![\d.]\d))?"
)
_CLOCK_AFTER = re.compile(r",?\s([01]?\d|2[0-3]):([0-5]\d)(?::\d{2})?(?!\d)(?!\s?[ap]m)", re.IGNORECASE)
_NUMERIC = re.compile(
    r"(?:\d{4}(?P<a>[-./])\d{1,2}(?P=a)\d{1,2}(?!\d)|\d{1,2}(?P<b>[-./])\d{1,2}(?P=b)(?:\d{4}|\d{2})(?!\d)"
    r"|\d{4}年\d{1,2}月\d{1,2}日?|(?:19|20)\d{6}(?!\d))" + _TIME,
    re.IGNORECASE,
)
_WORD = r"[^\W\d_]+"
_TH = r"(?:st|nd|rd|th|-?е|-?го|-?ое)?"
_YEAR_END = re.compile(r"\s?(?:г\.|г|года|год|ж\.|ж|жылғы|жылы|жылдың|жыл)(?!\w)", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"(?P<day>\d{{1,2}}){_TH}(?P<gap>[\s.\-]*)(?:of\s+)?(?P<name>{_WORD})", re.IGNORECASE)
_YEAR_AFTER = re.compile(r"(?P<gap>\.?[\s,.]*|-)(?P<year>\d{4})(?!\d)")
_SHORT_YEAR_AFTER = re.compile(r"(?P<gap>\.?\s?['’]?|[.\-])(?P<year>\d{2})(?![\d:]|[.,]\d)")
_MONTH_FIRST = re.compile(rf"(?P<name>{_WORD})\.?\s?(?P<day>\d{{1,2}}){_TH}(?![\d:/]|\.\d)", re.IGNORECASE)
_YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})(?:\s?(?:г\.?|года|ж\.?|жылғы|жылы|жылдың))?[\s,.\-]+"
    rf"(?:(?P<day>\d{{1,2}}){_TH}[\s.\-]*(?P<name>{_WORD})|(?P<name2>{_WORD})[\s.\-]*(?P<day2>\d{{1,2}})(?!\d))",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(r"((?:19|20)\d{2})(?![\d./\-]*\d)")
_PARTIAL = re.compile(r"(?P<first>\d{1,2})(?P<sign>[./])(?P<second>\d{1,2})(?![\d:/?])(?!\.\d)")
_BARE = re.compile(
    rf"(?P<day>\d{{1,2}}){_TH}(?![\d:])(?:,?\s+(?P<year>(?:19|20)\d{{2}})(?![\d./-]))?", re.IGNORECASE
)
_EITHER = re.compile(r"(\d{1,2})\s?/\s?(\d{1,2})\s?\?")
_ARROW = re.compile(r"[-–—‒―−~]+>?|[→⟶➔➜➝⇒]|=>|\.{2,}|…|>+")
_WORDS = re.compile(rf"{_WORD}(?:[-'’.]{_WORD})*\.?")
_NUMBER = re.compile(r"\d+")


@lru_cache(maxsize=1)
def _day_signs() -> re.Pattern[str]:
    beginnings = sorted({name[:3] for name in months() if len(name) > 2})
    return re.compile(
        rf"(?:19|20)\d\d|\d\s?[./年-]\s?\d|\d\D{{0,5}}(?:{'|'.join(beginnings)})|(?:{'|'.join(beginnings)})\w*\W{{0,2}}\d",
        re.IGNORECASE,
    )


def may_tell_a_day(line: str) -> bool:
    """Tell quickly whether a line may hold a day, so that what holds none need not be taken apart."""
    return _day_signs().search(line) is not None


def tokens(line: str, today: date) -> list[Token]:
    """Take a line apart. ``today`` is what years of two figures are told by."""
    found: list[Token] = []
    at = 0
    while at < len(line):
        if line[at].isspace():
            at += 1
            continue
        made = _token(line, at, today)
        found += made
        at = made[-1].end
    return found


def _token(line: str, at: int, today: date) -> list[Token]:
    """Return what begins at a place of a line."""
    if line[at].isdigit():
        return _figures(line, at, today)
    if line[at].isalpha():
        return [_month_first(line, at, today) or _phrase(line, at)]
    if open_word := _opening(line, at):
        return [open_word]
    if arrow := _ARROW.match(line, at):
        return [Token("link", at, arrow.end(), arrow[0])]
    return [Token("mark", at, at + 1, line[at])]


def _figures(line: str, at: int, today: date) -> list[Token]:
    """Return what begins with a figure at a place."""
    if (number := _NUMERIC.match(line, at)) and _apart(line, at):
        return [_numeric(line, at, number, today)]
    for reader in (_day_first, _year_first):
        if found := reader(line, at, today):
            return [found]
    if either := _EITHER.match(line, at):
        one, other = (Part(day=int(either[group])) for group in (1, 2))
        middle, end = either.end(1), either.end()
        return [
            Token("bare", at, middle, either[1], one),
            Token("or", middle, middle, ""),
            Token("bare", middle, end, either[2], other),
        ]
    if year := _YEAR_ALONE.match(line, at):
        return [Token("year", at, _past_year(line, year.end()), year[1])]
    if partial := _PARTIAL.match(line, at):
        first, second = int(partial["first"]), int(partial["second"])
        part = Part(day=first, month=second, sign=partial["sign"])
        return [Token("day", at, partial.end(), partial[0], part)]
    if bare := _BARE.match(line, at):
        part = Part(day=int(bare["day"]), year=int(bare["year"] or 0))
        return [Token("bare", at, _past_year(line, bare.end()), bare[0], part)]
    number = _NUMBER.match(line, at)
    end = number.end() if number else at + 1
    return [Token("word", at, end, line[at:end])]


def _apart(line: str, at: int) -> bool:
    """Tell whether figures begin a number of their own."""
    return at == 0 or line[:at].endswith("..") or not (line[at - 1].isalnum() or line[at - 1] in "/.")


def _numeric(line: str, at: int, match: re.Match[str], today: date) -> Token:
    end = match.end()
    found = written(match[0], today)
    if found is None:
        return Token("no-day", at, end, match[0])
    return Token("day", at, _past_year(line, end), match[0], Part(whole=found))


def _past_year(line: str, end: int) -> int:
    """Return where a year ends together with the word beside it."""
    word = _YEAR_END.match(line, end)
    return word.end() if word else end


def _day_first(line: str, at: int, today: date) -> Token | None:
    match = _DAY_FIRST.match(line, at)
    if match is None or not _apart(line, at):
        return None
    number, from_here = _month(match["name"])
    if not number:
        return None
    end = match.end()
    year, end = _year_after(line, end, match, today)
    if not year and match["name"].casefold() in ROMAN:
        return None  # a word of one letter, and no month
    return _worded(line, at, end, (year, number, int(match["day"])), from_here)


def _year_after(line: str, end: int, match: re.Match[str], today: date) -> tuple[int, int]:
    """Return the year that stands after a month, nought where none does, and where it ends."""
    if year := _YEAR_AFTER.match(line, end):
        return int(year["year"]), _past_year(line, year.end())
    short = _SHORT_YEAR_AFTER.match(line, end)
    if short is None or (short["gap"] == "-") != ("-" in match["gap"]):
        return 0, end  # a hyphen before figures makes a year only where one stands before the month too
    following = _WORDS.match(line, short.end() + (line[short.end() : short.end() + 1] == " "))
    if (len(match["name"]) > 4 and not short["gap"].strip()) or (following and _month(following[0])[0]):
        return 0, end
    whole = written(f"01.01.{short['year']}", today)
    day = whole.by.get("dmy") if whole else None
    return (day.year if day else 0), _past_year(line, short.end())


def _month_first(line: str, at: int, today: date) -> Token | None:
    match = _MONTH_FIRST.match(line, at)
    if match is None or match["name"].casefold() in ROMAN:
        return None
    number, from_here = _month(match["name"])
    if not number:
        return None
    year = _YEAR_AFTER.match(line, match.end())
    parts = (int(year["year"]) if year else 0, number, int(match["day"]))
    end = _past_year(line, year.end()) if year else match.end()
    return _worded(line, at, end, parts, from_here)


def _year_first(line: str, at: int, today: date) -> Token | None:
    match = _YEAR_FIRST.match(line, at)
    if match is None:
        return None
    number, from_here = _month(match["name"] or match["name2"])
    if not number:
        return None
    parts = (int(match["year"]), number, int(match["day"] or match["day2"]))
    return _worded(line, at, match.end(), parts, from_here)


def _worded(line: str, at: int, end: int, parts: tuple[int, int, int], from_here: bool) -> Token:
    year, number, day = parts
    part = Part(day=day, month=number, from_here=from_here)
    if year:
        whole = made(year, number, day)
        if whole is None:
            return Token("no-day", at, end, line[at:end])
        clock = _CLOCK_AFTER.match(line, end)
        minutes = int(clock[1]) * 60 + int(clock[2]) if clock else None
        end = clock.end() if clock else end
        part = Part(whole=Written({"ymd": whole}, minutes=minutes), from_here=from_here)
    return Token("day", at, end, line[at:end], part)


def made(year: int, number: int, day: int) -> date | None:
    """Return a day by its parts; None where there is none."""
    try:
        return date(year, number, day)
    except ValueError:
        return None


def _month(word: str) -> tuple[int, bool]:
    """Return the number of the month of a word, nought where it is none, and whether its ending says from."""
    folded = word.casefold().rstrip(".")
    if number := month(folded):
        return number, False
    for endings, from_here in ((line_words().from_endings, True), (line_words().to_endings, False)):
        for ending in endings:
            stem = folded.removesuffix(ending)
            if stem != folded and len(stem) > 3 and (number := month(stem)):
                return number, from_here
    return 0, False


def _phrase(line: str, at: int) -> Token:
    """Return a word, or several that mean one thing between days."""
    words = line_words()
    kinds: tuple[tuple[Kind, frozenset[str]], ...] = (
        ("open", vocabulary().open_words),
        ("link", words.link),
        ("since", words.since),
        ("onwards", words.onwards),
        ("between", words.between),
        ("and", words.and_),
        ("or", words.or_),
        ("after", words.after),
    )
    for length in (3, 2, 1):
        end = _words_end(line, at, length)
        phrase = " ".join(line[at:end].casefold().split())
        for kind, known in kinds:
            if phrase in known or phrase.rstrip(".") in known:
                return Token(kind, at, end, line[at:end])
    end = _words_end(line, at, 1)
    return Token("word", at, end, line[at:end])


def _words_end(line: str, at: int, length: int) -> int:
    end = at
    for _ in range(length):
        gap = end
        while gap < len(line) and line[gap] == " " and end > at:
            gap += 1
        word = _WORDS.match(line, gap)
        if word is None:
            break
        end = word.end()
    return max(end, at + 1)


def _opening(line: str, at: int) -> Token | None:
    """Return the sign that leaves an end open."""
    return Token("open", at, at + 1, "?") if line[at] == "?" else None
