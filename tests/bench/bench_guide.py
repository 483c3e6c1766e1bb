"""A question to the guide against a plain search for its words in the same texts."""

from __future__ import annotations

from collections.abc import Iterator

from kzstay import bundled
from kzstay.guide.search import Document, Index
from kzstay.i18n import Language
from kzstay.texts import guide as guide_texts
from kzstay.texts import prose
from kzstay.texts.words import words
from tests.bench.bench_core import timed

QUESTIONS: dict[Language, str] = {
    "en": "my landlord did not tell the police, and I overstaied by ten days: can they deport me?",
    "ru": "хозяин квартиры не сообщил в полицию, я просрочил десять дней: могут ли меня департировать?",
    "kk": "пәтер иесі полицияға хабарламады, мерзім он күнге өтіп кетті: елден шығарып жибере ме?",
}


def measure() -> Iterator[tuple[str, float, float]]:
    """Give what was done, our seconds and those of the reference."""
    for language, question in QUESTIONS.items():
        w, law, guide = words(language), bundled.law(), bundled.guide()
        documents = [
            Document(
                topic.id,
                guide.title(topic.id, language),
                prose.plain(guide_texts.filled(w, law, guide, topic)),
            )
            for topic in guide.topics.values()
        ]

        def plainly(question: str = question, documents: list[Document] = documents) -> list[tuple[int, str]]:
            asked = question.casefold().split()
            return sorted((sum(map(each.text.casefold().count, asked)), each.topic) for each in documents)

        def first(question: str = question, documents: list[Document] = documents, to: str = language) -> object:
            return Index(documents, to).search(question)

        index = Index(documents, language)
        index.search(question)
        plain = timed(plainly)[0]
        yield f"question to the guide, {language}", timed(lambda: index.search(question))[0], plain  # noqa: B023
        yield f"first question, {language}, which makes the index", timed(first)[0], plain
