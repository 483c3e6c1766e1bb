"""Search, which takes a question in plain words and gives the topics of the guide that answer it.

It counts by Okapi's BM25 over titles and texts, and adds what the usual words say: these know what people mean by
words that no text has, and in which topic the answer is, whatever the language of the question.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice

import msgspec

from kzstay.guide.usual import Asked, Match, Phrases, UsualWords, usual_words
from kzstay.guide.vocabulary import SHARES, Vocabulary, meant
from kzstay.guide.words import stem, words
from kzstay.i18n import LANGUAGES

_TITLE = 4  # a word of the title counts as often
_SATURATION, _LENGTH = 1.2, 0.5  # k1 and b of BM25
_USUAL = 8.0  # a topic that usual words name, against words of the text; so much the unknown words ask for too
_OTHER_WORDS = 0.5  # a word that means the same, against one that was typed
_LEAST = 0.12  # of the best score; what lies below is left out
_LETTERS, _WORDS = 20_000, 40  # of a question; a whole letter pasted in is not read to its end
_EXCERPT = 220
_SENTENCE = re.compile(r"(?<=\D[.!?…])\s+(?=[^\Wa-zа-яёәғқңөұүһі\d]|[«“(])")  # not behind “1.” or in “art. 22”
_SAYS_LITTLE = 0.5  # of a line that is no sentence, such as a heading


class Document(msgspec.Struct, frozen=True):
    """A topic of the guide in one language, as plain text."""

    topic: str
    title: str
    text: str


class Hit(msgspec.Struct, frozen=True):
    """A topic that answers, what of it comes nearest, and where in that the words are."""

    topic: str
    title: str
    excerpt: str
    score: float
    marks: list[tuple[int, int]]


class Index:
    """The topics of the guide in one language; made when it is first asked."""

    def __init__(self, documents: Iterable[Document], language: str, usual: UsualWords | None = None) -> None:
        """Take the topics up; without ``usual``, with the usual words that the program ships."""
        self._documents = list(documents)
        self._language = language
        self._given = usual

    def search(self, question: str, most: int = 10) -> list[Hit]:
        """Return the topics that answer a question in any of the languages, best first; none for nothing found.

        The more of the question nobody knows, the more must be found of the rest, so that what has nothing to do
        with the topics finds none.
        """
        asked = self._asked(question)
        matches = self._phrases.matches(asked)
        weights = self._texts.weights(self._looked_for(asked, matches))
        scores = self._texts.scores(weights, sum(1 for word in asked if word.meant and not word.faint))
        for topic, gain in (each for match in matches for each in match.gains()):
            scores[topic] = scores.get(topic, 0) + _USUAL * gain
        found = [document for document in self._documents if scores.get(document.topic, 0) > 0]
        found.sort(key=lambda document: -scores[document.topic])
        best = scores[found[0].topic] if found else 0
        if best < _USUAL * self._unknown(asked, matches, weights):
            return []
        return [
            self._hit(document, scores[document.topic], weights)
            for document in found[:most]
            if scores[document.topic] >= _LEAST * best
        ]

    @cached_property
    def _made(self) -> tuple[UsualWords, dict[str, Vocabulary], Phrases, _Texts]:
        usual = self._given or usual_words()
        vocabularies = {language: Vocabulary(language) for language in LANGUAGES}
        phrases = Phrases(usual, vocabularies)
        return usual, vocabularies, phrases, _Texts(self._documents, vocabularies[self._language], usual)

    @property
    def _phrases(self) -> Phrases:
        return self._made[2]

    @property
    def _texts(self) -> _Texts:
        return self._made[3]

    def _asked(self, question: str) -> list[Asked]:
        usual, vocabularies, *_ = self._made
        found = dict.fromkeys(word for _, _, word in words(question[:_LETTERS]))
        kept = islice((word for word in found if not usual.says_nothing(word)), _WORDS)
        return [Asked(meant(word, vocabularies), usual.is_faint(word)) for word in kept]

    def _looked_for(self, asked: Sequence[Asked], matches: Sequence[Match]) -> dict[str, float]:
        """Return the stems to look for in the texts, and how much each of them counts."""
        found: dict[str, float] = {}
        for (language, each), weight in (item for word in asked if not word.faint for item in word.meant.items()):
            if language == self._language:
                found[each] = max(weight, found.get(each, 0))
        for match in matches:
            for text in match.other_words(self._language):
                for word in self._made[0].telling(text, self._language):
                    each = stem(word, self._language)
                    found[each] = max(_OTHER_WORDS * match.strength, found.get(each, 0))
        return found

    def _unknown(self, asked: Sequence[Asked], matches: Sequence[Match], weights: Mapping[str, float]) -> float:
        """Return the share of a question that neither a usual phrase nor a text has, from 0 to 1."""
        used = {place for match in matches for place in match.used}
        counted = [(place, word) for place, word in enumerate(asked) if place in used or not word.faint]
        known = sum(
            _known(word)
            for place, word in counted
            if place in used or any(term[0] == self._language and term[1] in weights for term in word.meant)
        )
        return 1 - known / len(counted) if counted else 0

    def _hit(self, document: Document, score: float, weights: Mapping[str, float]) -> Hit:
        excerpt = _excerpt(document.text, weights, self._language)
        marks = [(first, last) for first, last, word in words(excerpt) if stem(word, self._language) in weights]
        return Hit(document.topic, document.title, excerpt, round(score, 3), marks)


def _known(word: Asked) -> float:
    """Return how well a word is known: one with errors is, one that only begins as another does is in part."""
    return 1 if max(word.meant.values()) > SHARES else SHARES


class _Texts:
    """The stems of the topics, counted."""

    def __init__(self, documents: Sequence[Document], vocabulary: Vocabulary, usual: UsualWords) -> None:
        self._counts: dict[str, Counter[str]] = {}
        for document in documents:
            count = self._counts[document.topic] = Counter[str]()
            for text, weight in (document.title, _TITLE), (document.text, 1):
                for word in usual.telling(text, vocabulary.language):
                    count[vocabulary.add(word)[1]] += weight
        self._holders = Counter(each for count in self._counts.values() for each in count)
        self._mean = sum(count.total() for count in self._counts.values()) / max(1, len(documents)) or 1

    def weights(self, looked_for: Mapping[str, float]) -> dict[str, float]:
        """Return how much the stems tell that any topic has: the fewer have it, the more."""
        return {
            each: weight * math.log(1 + (len(self._counts) - holders + 0.5) / (holders + 0.5))
            for each, weight in looked_for.items()
            if (holders := self._holders[each])
        }

    def scores(self, weights: Mapping[str, float], telling: int) -> dict[str, float]:
        """Return the scores of the topics; ``telling`` is how many words of the question should be found."""
        return {topic: self._score(count, weights, telling) for topic, count in self._counts.items()}

    def _score(self, count: Counter[str], weights: Mapping[str, float], telling: int) -> float:
        norm = _SATURATION * (1 - _LENGTH + _LENGTH * count.total() / self._mean)
        hits = [(weight, count[each]) for each, weight in weights.items() if count[each]]
        share = min(1.0, len(hits) / max(1, telling))
        return (0.5 + 0.5 * share) * sum(
            weight * times * (_SATURATION + 1) / (times + norm) for weight, times in hits
        )


def _excerpt(text: str, weights: Mapping[str, float], language: str) -> str:
    """Return the sentence that tells most with those behind it, or the first one where none tells."""
    lines = [_SENTENCE.split(line.strip()) for line in text.splitlines() if line.strip()]
    places = [(line, place) for line, sentences in enumerate(lines) for place in range(len(sentences))]

    def told(place: tuple[int, int]) -> float:
        sentence = lines[place[0]][place[1]]
        stems = {stem(word, language) for _, _, word in words(sentence)}
        return sum(weights.get(each, 0) for each in stems) * (1 if sentence[-1] in ".!?…:;" else _SAYS_LITTLE)

    if not places:
        return ""
    line, place = max(places, key=told)
    chosen, *others = lines[line][place:]
    for other in others:
        if len(chosen) + len(other) >= _EXCERPT:
            break
        chosen += " " + other
    return chosen if len(chosen) <= _EXCERPT else _cut(chosen, weights, language)


def _cut(sentence: str, weights: Mapping[str, float], language: str) -> str:
    """Return the part of a long sentence that begins a little before its first telling word."""
    first = next((start for start, _, word in words(sentence) if stem(word, language) in weights), 0)
    start = max(0, min(first - _EXCERPT // 4, len(sentence) - _EXCERPT))
    start = sentence.find(" ", start, first) + 1 if start else 0
    end = len(sentence) if start + _EXCERPT >= len(sentence) else sentence.rfind(" ", start, start + _EXCERPT)
    end = end if end > start else start + _EXCERPT
    return ("… " if start else "") + sentence[start:end] + (" …" if end < len(sentence) else "")
