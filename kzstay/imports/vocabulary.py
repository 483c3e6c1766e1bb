"""Vocabulary: what people and programs call columns, directions, states and months, in every language we read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal
from unicodedata import normalize

import msgspec

from kzstay.core.law import toml
from kzstay.i18n import LANGUAGES, SPOKEN, cldr
from kzstay.paths import resource
from kzstay.patterns import pattern

_SIGNS = pattern(r"[\s_.,:;()#№*\N{NO-BREAK SPACE}-]+")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


class Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two heads that make a stay, or a time away: what its days are, as far as the heads say."""

    first: str
    last: str
    sense: Literal["here", "away", "ask"]


class Records(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The records of crossings that another state keeps."""

    state: str
    words: tuple[str, ...]
    zone: str
    posts: tuple[str, ...]


class Vocabulary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rows of ``resources/imports/words.toml``, folded."""

    heads: Mapping[str, str]  # what a head says: what it means
    pair: tuple[Pair, ...]
    directions: Mapping[str, bool]  # a word: whether it is a way into the country
    kazakhstan: frozenset[str]
    open_words: frozenset[str]
    asked: frozenset[str]  # of the directions, those that say nothing of a state
    passports: Mapping[str, str]
    stay_kinds: Mapping[str, str]
    hosts: Mapping[str, str]
    permits: Mapping[str, str]
    rows: Mapping[str, str]
    totals: frozenset[str]
    records: tuple[Records, ...]


def folded(text: str) -> str:
    """Return a word or a head as all are compared: without case, signs and doubled spaces."""
    return _SIGNS.sub(" ", normalize("NFKC", text).casefold()).strip()


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Return what things are called, read once."""
    raw = toml.read(resource("imports/words.toml"))
    return Vocabulary(
        heads={folded(word): meaning for meaning, words in raw["heads"].items() for word in words},
        pair=tuple(msgspec.convert(raw["pair"], list[Pair])),
        directions={folded(word): way == "into" for way in ("into", "out") for word in raw["directions"][way]},
        kazakhstan=frozenset(folded(word) for word in raw["kazakhstan"]["names"]),
        # Signs fold to nothing, and here they are the word
        open_words=frozenset(word.casefold() for word in raw["open"]["words"]),
        asked=frozenset(folded(word) for word in raw["directions"]["ask"]),
        passports=_meanings(raw["passports"]),
        stay_kinds=_meanings(raw["stay-kinds"]),
        hosts=_meanings(raw["hosts"]),
        permits=_meanings(raw["permits"]),
        rows=_meanings(raw["rows"]),
        totals=frozenset(folded(word) for word in raw["totals"]["words"]),
        records=tuple(msgspec.convert(raw["records"], list[Records])),
    )


def _meanings(rows: Mapping[str, list[str]]) -> dict[str, str]:
    return {folded(word): meaning for meaning, words in rows.items() for word in words}


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Return the number of the month by each of its names, also by a short one and by a figure of Rome."""
    found: dict[str, int] = {word: number for number, word in enumerate(ROMAN, 1)}
    for language in LANGUAGES:
        for names in cldr(language)["months"].values():
            for number, name in enumerate(names, 1):
                found.setdefault(name.casefold().rstrip("."), number)
    return found


def month(word: str) -> int | None:
    """Return the number of a month by its name or by at least three letters that it begins with."""
    word = word.casefold().rstrip(".")
    names = months()
    if word in names:
        return names[word]
    if len(word) < 3:
        return None
    numbers = {number for name, number in names.items() if name.startswith(word)}
    return numbers.pop() if len(numbers) == 1 else None


@lru_cache(maxsize=1)
def year_words() -> frozenset[str]:
    """Return what may stand beside a year."""
    return frozenset(word for speech in SPOKEN.values() for word in speech.year_words)


@lru_cache(maxsize=1)
def country_codes() -> dict[str, str]:
    """Return the ISO 3166 alpha-2 code of a state by its names in our languages, folded, and by itself."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in cldr(language)["countries"].items():
            found[folded(name)] = code
            found[folded(code)] = code
    return found
