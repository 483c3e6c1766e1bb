"""States: whose citizen somebody is, and which state a row is about, by whatever name it is called."""

from __future__ import annotations

from functools import lru_cache

from kzstay.core.law import toml
from kzstay.imports.vocabulary import country_codes, folded, vocabulary
from kzstay.paths import resource
from kzstay.patterns import pattern

_LONGEST = 80  # characters of a name
# Adjectives of Russian are listed in one form: ирландский, -ая, -ое, -ие
_ENDING = pattern(r"(?<=..)(?:ий|ый|ой|ая|яя|ое|ее|ие|ые)$")
# What stands beside a name and says nothing: citizen of, азаматы
_BESIDE = pattern(
    r"^(?:citizens?|nationals?) (?:of )?|^the | (?:citizens?|nationals?|азаматы|азаматшасы|азаматтары)$"
)
# After it stands the genitive, which of most names has another last letter
_CITIZEN = pattern(r"^(?:гражданин|гражданка|граждане|гражданство|гр) ")
_LAST_LETTERS = ("", "й", "я", "а", "ь")


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Return the code of each state by all its names, folded."""
    raw = toml.read(resource("imports/countries.toml"))
    found: dict[str, str] = dict.fromkeys(vocabulary().kazakhstan, "KZ")
    for code, words in raw["states"].items():
        for word in words:
            found.setdefault(_stem(folded(word)), code)
    for name, code in country_codes().items():
        found[_stem(name)] = code
    return found


def _stem(words: str) -> str:
    return _ENDING.sub("", words)


@lru_cache(maxsize=4096)
def state_of(text: str) -> str | None:
    """Return the code of a state by a name, a code of two or three letters, or what its people are called."""
    if len(text) > _LONGEST:
        return None
    words = folded(text.replace("'", "’"))
    known = [words, folded(text), _BESIDE.sub("", words)]
    if _CITIZEN.match(words):
        bare = _CITIZEN.sub("", words)
        known += [bare, *(f"{bare[:-1]}{letter}" for letter in _LAST_LETTERS)]
    return next((code for one in known if (code := _names().get(_stem(one)))), None)


@lru_cache(maxsize=1)
def _elsewhere() -> frozenset[str]:
    return frozenset(folded(word) for word in toml.read(resource("imports/countries.toml"))["elsewhere"]["names"])


def is_abroad(text: str) -> bool | None:
    """Tell whether what a row is about is no part of Kazakhstan; None where nobody knows."""
    if folded(text) in _elsewhere():
        return True
    code = state_of(text)
    return None if code is None else code != "KZ"
