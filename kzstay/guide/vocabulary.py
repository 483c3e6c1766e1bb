"""Vocabulary, the words that a search knows in each language, and which of them somebody may have meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from kzstay.guide.words import CYRILLIC, distance, forgiven, letters_of, slips_into, spelling, stem
from kzstay.i18n import LANGUAGES, SOURCE, TRANSLATED

# How much a word counts by how it was found, an error for each
SPELT, ERROR, BEGUN, SHARES = 0.95, 0.8, 0.6, 0.4
_BEGINNING = 5  # letters of a word that is still being typed
_SHARED = 6  # letters that words of one family share at least

Term = tuple[str, str]  # a language and a stem


class Vocabulary:
    """The words of one language, by stem and by spelling."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._stems: set[str] = set()
        self._spellings: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, word: str) -> Term:
        """Take a plain word up and return its term."""
        found = stem(word, self.language)
        if word not in self._taken:
            self._taken.add(word)
            self._stems.add(found)
            self._spellings[spelling(word)].add(found)
        return self.language, found

    @cached_property
    def _taken(self) -> set[str]:
        return set()

    @cached_property
    def _by_length(self) -> dict[int, list[tuple[int, str]]]:
        found: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        for word in self._spellings:
            found[len(word)].append((letters_of(word), word))
        return found

    def exact(self, word: str) -> set[Term]:
        """Return the term of a plain word where it is known."""
        found = stem(word, self.language)
        return {(self.language, found)} if found in self._stems else set()

    def spelt(self, typed: str) -> set[Term]:
        """Return the terms that are spelt so in Latin letters."""
        return {(self.language, found) for found in self._spellings.get(typed, ())}

    def near(self, typed: str, most: int) -> dict[int, set[Term]]:
        """Return the terms that lie within ``most`` edits of a spelling, by how many they are."""
        found: defaultdict[int, set[Term]] = defaultdict(set)
        bits = letters_of(typed)
        for length in range(len(typed) - most, len(typed) + most + 1):
            for other, word in self._by_length.get(length, ()):
                if (bits ^ other).bit_count() > 2 * most or not slips_into(typed, word):
                    continue
                if (edits := distance(typed, word, most)) <= most:
                    found[edits] |= self.spelt(word)
        return found

    def begun(self, typed: str) -> set[Term]:
        """Return the terms of words that begin with a spelling, for a word that is still being typed."""
        if len(typed) < _BEGINNING:
            return set()
        return {term for word in self._spellings if word.startswith(typed) for term in self.spelt(word)}

    def sharing(self, typed: str) -> set[Term]:
        """Return the terms of words that share a long beginning with a spelling."""
        least = max(_SHARED, len(typed) * 2 // 3)
        if len(typed) < least:
            return set()
        return {term for word in self._spellings if word[:least] == typed[:least] for term in self.spelt(word)}


def languages_of(word: str) -> tuple[str, ...]:
    """Return the languages that are written in the letters of a word."""
    return LANGUAGES if word.isdigit() else TRANSLATED if CYRILLIC.search(word) else (SOURCE,)


def meant(word: str, vocabularies: dict[str, Vocabulary]) -> dict[Term, float]:
    """Return what a plain word may mean and how surely: the word itself, or what is spelt so, or what lies near.

    Russian in Latin letters and Kazakh without its own letters are found by their spelling; who types Cyrillic
    letters means no English word.
    """
    typed, every = spelling(word), list(vocabularies.values())
    own = [vocabularies[language] for language in languages_of(word)] if CYRILLIC.search(word) else every
    return (
        _sure((term for language in languages_of(word) for term in vocabularies[language].exact(word)), 1.0)
        or _sure((term for each in every for term in each.spelt(typed)), SPELT)
        or _nearest(typed, own)
        or _sure((term for each in own for term in each.begun(typed)), BEGUN)
        or _sure((term for each in own for term in each.sharing(typed)), SHARES)
    )


def _sure(terms: Iterable[Term], weight: float) -> dict[Term, float]:
    return dict.fromkeys(terms, weight)


def _nearest(typed: str, every: list[Vocabulary]) -> dict[Term, float]:
    most = forgiven(typed)
    near = [each.near(typed, most) for each in every] if most else []
    for edits in range(1, most + 1):
        if found := {term for each in near for term in each.get(edits, ())}:
            return _sure(found, ERROR**edits)
    return {}
