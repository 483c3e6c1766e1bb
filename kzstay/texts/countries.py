"""Countries as people type them: by name in any language, code, short or own name, best first."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category, normalize

import msgspec

from kzstay.core.law import toml
from kzstay.i18n import LANGUAGES, SOURCE, Language
from kzstay.imports.states import state_of
from kzstay.paths import resource
from kzstay.patterns import pattern
from kzstay.texts import foreign
from kzstay.texts import problems as problem_texts
from kzstay.texts.words import Words, words

LONGEST = 80  # characters of a name
LISTED = 4  # names in a sentence
INSIDE, NEAR = 3, 4  # letters from which on a part of a name, or another spelling, says something
_APART = pattern(r"[^\w]+")
_APOSTROPHES = pattern(r"['’‘ʻʼ`]")
_CODE = pattern(r"[A-Z]{2,3}")  # found as a whole only: a beginning of one says nothing


class Rank(IntEnum):
    """How well a country fits what was typed, the best first."""

    NAME = 0  # in the language of the window
    CALLED = 1  # a name in another language, a code, an alias
    BEGINNING = 2  # of its name in the language of the window
    OTHER_BEGINNING = 3  # of another name of it
    WORD = 4  # each word is the beginning of one in a name
    INSIDE = 5
    NEAR = 6  # spelt otherwise; offered, and never taken


class Found(NamedTuple):
    """A country that may be meant."""

    code: str
    rank: Rank


class _Shared(msgspec.Struct, frozen=True):
    states: list[str]
    names: list[str]


class _Spelling(msgspec.Struct, frozen=True):
    """What the search knows of spelling, by ``[search]`` of the file of aliases."""

    territories: frozenset[str]
    ignored: frozenset[str]
    same: dict[str, str]
    letters: list[str]
    keys: dict[str, str]


class _State(NamedTuple):
    code: str
    shown: dict[Language, str]  # its name in each language, folded
    names: tuple[str, ...]  # those and its aliases, folded
    whole: frozenset[str]  # what is it by itself, codes too


def listed(w: Words) -> list[tuple[str, str]]:
    """List code and name of every country by name; who has no citizens of its own comes last."""
    return sorted(w.countries(), key=lambda pair: is_territory(pair[0]))


def is_territory(code: str) -> bool:
    """Tell whether a country gives nobody a citizenship of its own."""
    return code in _spelling().territories


def find(w: Words, text: str) -> tuple[Found, ...]:
    """List the countries that may be meant, best first; where none is, by the other keyboard, then by spelling."""
    return _find(w.language, text[:LONGEST])


def meant(w: Words, text: str) -> str | None:
    """Return the code of the country that is meant; None where none is, or several are equally well."""
    found = find(w, text)
    best = [one.code for one in found if one.rank == found[0].rank]
    return best[0] if len(best) == 1 and found[0].rank is not Rank.NEAR else None


def not_meant(w: Words, text: str) -> str:
    """Say why a text names no country, and which ones may be meant."""
    found = find(w, text)
    if not found:
        return problem_texts.no_country(w, text)
    best = [w.country(one.code) for one in found if one.rank == found[0].rank]
    names = "; ".join(best[:LISTED]) + ("; …" if len(best) > LISTED else "")
    if found[0].rank is Rank.NEAR:
        told = w.gettext("No country is called “{text}”. Is it one of these? {names}")
    else:
        told = w.gettext("“{text}” may be more than one country. Choose one: {names}")
    return told.format(text=foreign.echo(text), names=names)


# How well one fits


@lru_cache(maxsize=512)
def _find(language: Language, text: str) -> tuple[Found, ...]:
    if found := _search(language, text):
        return found
    if code := state_of(text):  # in another form: a citizen of it, a Russian adjective
        return (Found(code, Rank.CALLED),)
    other = (_search(language, each) for each in _other_keys(text))
    return next((found for found in other if found and found[0].rank < Rank.INSIDE), ()) or _near(text)


def _search(language: Language, text: str) -> tuple[Found, ...]:
    asked = _folded(text)
    if not asked:
        return ()
    found = [Found(state.code, rank) for state in _states() if (rank := _rank(state, asked, language)) is not None]
    places = {code: place for place, (code, _) in enumerate(words(language).countries())}
    return tuple(sorted(found, key=lambda one: (one.rank, is_territory(one.code), places[one.code])))


def _rank(state: _State, asked: str, language: Language) -> Rank | None:
    if asked == state.shown[language]:
        return Rank.NAME
    if asked in state.whole:
        return Rank.CALLED
    if state.shown[language].startswith(asked):
        return Rank.BEGINNING
    if any(name.startswith(asked) for name in state.names):
        return Rank.OTHER_BEGINNING
    if any(_has_words(name, asked) for name in state.names):
        return Rank.WORD
    return Rank.INSIDE if len(asked) >= INSIDE and any(asked in name for name in state.names) else None


def _has_words(name: str, asked: str) -> bool:
    there = name.split()
    return all(any(each.startswith(word) for each in there) for word in asked.split())


def _near(text: str) -> tuple[Found, ...]:
    from difflib import get_close_matches  # only where nothing else was found

    asked = _folded(text)
    if len(asked) < NEAR:
        return ()
    by_name = {name: state.code for state in reversed(_states()) for name in state.names}
    codes = dict.fromkeys(by_name[name] for name in get_close_matches(asked, by_name, n=LISTED, cutoff=0.75))
    return tuple(Found(code, Rank.NEAR) for code in codes)


def _other_keys(text: str) -> Iterable[str]:
    """Return what the same keys give with the other keyboard."""
    keys = _spelling().keys
    latin, cyrillic = keys["latin"], keys["cyrillic"]
    typed = text.casefold()
    for one, other in ((latin, cyrillic), (cyrillic, latin)):
        if any(letter.isalpha() and letter in one for letter in typed):
            yield typed.translate(str.maketrans(one, other))


# What they are called


def _folded(text: str) -> str:
    """Return a name as all are compared: without case, signs, and words and letters that make no difference."""
    spelling = _spelling()
    text = " ".join(spelling.same.get(word, word) for word in text.casefold().split())
    text = "".join(letter for letter in normalize("NFKD", text) if category(letter) != "Mn")
    text = text.translate(_letters())
    found = _APART.sub(" ", text).split()
    return " ".join([word for word in found if word not in spelling.ignored] or found)


@lru_cache(maxsize=1)
def _letters() -> dict[int, str]:
    return {ord(normalize("NFKD", pair[0])[0]): pair[1:] for pair in _spelling().letters}


@lru_cache(maxsize=1)
def _spelling() -> _Spelling:
    return msgspec.convert(toml.read(resource("imports/countries.toml"))["search"], _Spelling)


@lru_cache(maxsize=1)
def _states() -> tuple[_State, ...]:
    raw = toml.read(resource("imports/countries.toml"))
    own = json.loads(resource("imports/own_names.json").read_text(encoding="utf-8"))
    shared = msgspec.convert(raw["shared"], list[_Shared])
    of_several = {_folded(name) for group in shared for name in group.names}
    found: list[_State] = []
    for code, _ in words(SOURCE).countries():
        spoken = [words(language).country(code) for language in LANGUAGES]
        shown: dict[Language, str] = dict(zip(LANGUAGES, map(_folded, spoken), strict=True))
        called = [*raw["states"].get(code, ()), *own.get(code, ())]
        aliases = {_folded(name) for name in called if not _CODE.fullmatch(name)} - of_several
        # Of d’Ivoire and Oʻzbekiston some leave the apostrophe out
        aliases |= {
            _folded(_APOSTROPHES.sub("", name)) for name in (*spoken, *called) if _APOSTROPHES.search(name)
        }
        aliases |= {_folded(name) for group in shared if code in group.states for name in group.names}
        short = {_folded(name) for name in (code, *called) if _CODE.fullmatch(name)}
        names = tuple(dict.fromkeys((*shown.values(), *sorted(aliases))))
        found.append(_State(code, shown, names, frozenset({*names, *short})))
    return tuple(found)
