"""Usual words: what people say where the law has another word, and the topics of the guide that answer it.

They are the rows of ``resources/guide/words.toml``, in every language, with the topics that answer them; those of
``resources/manual/words.toml`` name chapters of the manual.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from kzstay.core.law import toml
from kzstay.guide.vocabulary import Term, Vocabulary, languages_of
from kzstay.guide.words import words
from kzstay.paths import resource

_MORE_WORDS = 0.35  # what each further word of a phrase adds to it
_NEXT_TOPIC = 0.6  # what a row's second topic gets of the first one's, and the third of the second one's
_SYNONYMS = 2  # so many of a row's phrases are looked for in texts of another language than the question's


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Usual words for one thing; ``also`` are words of the texts that mean the same, by language."""

    topics: list[str] = []
    en: list[str] = []
    ru: list[str] = []
    kk: list[str] = []
    also: dict[str, str] = {}

    def phrases(self, language: str) -> list[str]:
        """Return the phrases in a language."""
        found: list[str] = getattr(self, language)
        return found


class UsualWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file; of a question, words in ``dropped`` say nothing, and words in ``faint`` only beside others."""

    dropped: dict[str, set[str]]
    faint: dict[str, set[str]]
    usual: list[Row]

    def says_nothing(self, word: str) -> bool:
        """Tell whether a word of a question says nothing at all."""
        return any(word in self.dropped[language] for language in languages_of(word))

    def is_faint(self, word: str) -> bool:
        """Tell whether a word of a question says something only beside others."""
        return any(word in self.faint[language] for language in languages_of(word))

    def telling(self, text: str, language: str) -> Iterator[str]:
        """Give the words of a text that are neither dropped nor faint."""
        silent = self.dropped[language] | self.faint[language]
        return (word for _, _, word in words(text) if word not in silent)


class Asked(msgspec.Struct, frozen=True):
    """A word of a question: what it may mean and how surely."""

    meant: dict[Term, float]
    faint: bool


class Match(msgspec.Struct, frozen=True):
    """A row that a question has words of: which words, how strongly, and in which language."""

    row: Row
    used: frozenset[int]
    strength: float
    language: str

    def gains(self) -> Iterator[tuple[str, float]]:
        """Give the row's topics with what each of them gets."""
        return ((topic, self.strength * _NEXT_TOPIC**place) for place, topic in enumerate(self.row.topics))

    def other_words(self, language: str) -> list[str]:
        """Return what means the same in texts of a language; the row's own where the question was in another."""
        own = self.row.phrases(language)[:_SYNONYMS] if language != self.language else []
        return [self.row.also.get(language, ""), *own]


class Phrases:
    """The phrases of all rows, found by the words of a question."""

    def __init__(self, usual: UsualWords, vocabularies: Mapping[str, Vocabulary]) -> None:
        self._holding: defaultdict[Term, dict[tuple[int, frozenset[Term]], Row]] = defaultdict(dict)
        self._topics: defaultdict[frozenset[Term], set[str]] = defaultdict(set)
        self._all = len({topic for row in usual.usual for topic in row.topics})
        for number, row in enumerate(usual.usual):
            for language, vocabulary in vocabularies.items():
                for phrase in row.phrases(language):
                    plain = (word for _, _, word in words(phrase) if word not in usual.dropped[language])
                    self._take(number, row, frozenset(vocabulary.add(word) for word in plain))

    def _take(self, number: int, row: Row, terms: frozenset[Term]) -> None:
        self._topics[terms].update(row.topics[:1])
        for term in terms:
            self._holding[term][number, terms] = row

    def matches(self, asked: Sequence[Asked]) -> list[Match]:
        """Return the rows with a phrase whose words are all in a question.

        Of two phrases the one with more of the question's words says what was meant: a visa run is no visa.
        """
        places: dict[Term, tuple[int, float]] = {}
        for place, word in enumerate(asked):
            for term, weight in word.meant.items():
                if weight > places.get(term, (0, 0.0))[1]:
                    places[term] = place, weight
        found: dict[tuple[int, frozenset[int]], Match] = {}
        for (number, terms), row in self._whole(places):
            used = frozenset(places[term][0] for term in terms)
            if len(used) < len(terms) or (len(used) == 1 and asked[min(used)].faint):
                continue
            match = Match(row, used, self._strength(terms, places), next(iter(terms))[0])
            known = found.get((number, used))
            if known is None or known.strength < match.strength:
                found[number, used] = match
        return [one for one in found.values() if not any(one.used < other.used for other in found.values())]

    def _whole(self, places: Mapping[Term, object]) -> Iterator[tuple[tuple[int, frozenset[Term]], Row]]:
        some = {key: row for term in places for key, row in self._holding.get(term, {}).items()}
        return ((key, row) for key, row in some.items() if all(term in places for term in key[1]))

    def _strength(self, terms: frozenset[Term], places: Mapping[Term, tuple[int, float]]) -> float:
        """Return 1 for a word of one topic, less for one of many or one with errors, more for a phrase."""
        rare = math.log(1 + self._all / max(1, len(self._topics[terms]))) / math.log(1 + max(1, self._all))
        return min(places[term][1] for term in terms) * rare * (1 + _MORE_WORDS * (len(terms) - 1))


@lru_cache(maxsize=1)
def usual_words() -> UsualWords:
    """Return the usual words of the guide."""
    return msgspec.convert(toml.read(resource("guide/words.toml")), UsualWords)


@lru_cache(maxsize=1)
def usual_words_of_manual() -> UsualWords:
    """Return those of the manual: its own rows; which words say nothing is the same for both."""
    rows = msgspec.convert(toml.read(resource("manual/words.toml"))["usual"], list[Row])
    return msgspec.structs.replace(usual_words(), usual=rows)
