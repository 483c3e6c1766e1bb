"""What answers a question to the manual: its sections as they read in a language, indexed when asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from kzstay import bundled
from kzstay.guide import topics
from kzstay.guide.manual import KEYS, Manual, title_of
from kzstay.guide.search import Document, Index
from kzstay.guide.usual import usual_words_of_manual
from kzstay.i18n import LANGUAGES
from kzstay.texts import manual, prose
from kzstay.texts.words import Words


def documents(shelf: Manual, texts: Mapping[str, str]) -> Iterator[Document]:
    """Yield what a question is looked for in: what each chapter begins with, and each of its sections."""
    for chapter, text in texts.items():
        title = title_of(text)
        if chapter == KEYS:  # of which a line says all there is to say
            yield Document(chapter, title, prose.plain(text).partition("\n")[2])
            continue
        headings = topics.headings(text)
        before = prose.plain(text.partition("\n## ")[0]).partition("\n")[2]
        yield Document(chapter, title, before or " · ".join(headings))  # an answer of no words would look cut
        for number, heading in enumerate(headings, 1):
            body = prose.plain(topics.section(text, number))
            yield Document(shelf.part(chapter, number), f"{title}: {prose.plain(heading)}", body)


def index(w: Words, texts: Mapping[str, str]) -> Index:
    """Return what a question to the manual is looked for in."""
    return Index(documents(bundled.manual(), texts), w.language, usual_words_of_manual())


@lru_cache(maxsize=len(LANGUAGES))
def written_index(w: Words) -> Index:
    """Return the same without a window: what is written, and not the list of keys."""
    return index(w, manual.chapters(w, manual.usual_key(bundled.manual())))
