"""The manual in words: its chapters with the names of the window, keys and links filled in, and what answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from kzstay import bundled
from kzstay.core.law.loading import Law
from kzstay.guide import topics
from kzstay.guide.manual import KEYS, Manual, title_of
from kzstay.guide.search import Document, Index
from kzstay.guide.topics import Guide
from kzstay.guide.usual import usual_words_of_manual
from kzstay.i18n import LANGUAGES
from kzstay.texts import guide as guide_texts
from kzstay.texts import prose
from kzstay.texts.words import Words

Key = Callable[[str], str]  # the name of a command, or keys as Qt writes them for files, to keys as they are read


def title(w: Words) -> str:
    """Name the manual."""
    return w.gettext("Manual")


def keys_title(w: Words) -> str:
    """Name the chapter with the list of keys, which the window makes."""
    return w.gettext("Keyboard")


def filled(w: Words, law: Law, guide: Guide, manual: Manual, text: str, key: Key) -> str:
    """Return a text as Markdown, every placeholder filled. Raises KeyError for one that means nothing."""

    def value(placeholder: str) -> str:
        kind, _, name = placeholder.partition(" ")
        if kind == "ui":
            return f"**{prose.literal(label(w, name))}**"
        if kind == "key":
            return f"**{prose.literal(key(name))}**"
        if kind == "see":
            return f"[{_heading(w, manual, name)}](manual:{name})"
        if kind == "guide":
            return f"[{guide.title(guide.topics[name].id, w.language)}](guide:{name})"
        return guide_texts.value(w, law, guide, placeholder)

    return topics.fill(text, value)


def label(w: Words, name: str) -> str:
    """Return what the window calls something, by its message, or by ``context|message``, as it is read."""
    context, _, message = name.rpartition("|")
    said = w.pgettext(context, message) if context else w.gettext(message)
    return said.replace("&", "").removesuffix("…").removesuffix(":")


def _heading(w: Words, manual: Manual, name: str) -> str:
    if name == KEYS:
        return keys_title(w)
    chapter, section = manual.place(name)
    text = manual.text(chapter, w.language)
    return topics.headings(text)[section - 1] if section else title_of(text)


def usual_key(manual: Manual) -> Key:
    """Return how keys are written where there is no window to ask for them."""
    return lambda name: manual.keys.get(name, name)


def chapters(w: Words, key: Key) -> dict[str, str]:
    """Return every written chapter as Markdown, by its name and in order."""
    manual = bundled.manual()
    return {
        name: filled(w, bundled.law(), bundled.guide(), manual, manual.text(name, w.language), key)
        for name in manual.chapters
    }


def documents(manual: Manual, texts: Mapping[str, str]) -> Iterator[Document]:
    """Yield what a question is looked for in: what each chapter begins with, and each of its sections."""
    for chapter, text in texts.items():
        title = title_of(text)
        if chapter == KEYS:  # of which a line says all there is to say
            yield Document(chapter, title, prose.plain(text).partition("\n")[2])
            continue
        headings = topics.headings(text)
        yield Document(chapter, title, prose.plain(text.partition("\n## ")[0]).partition("\n")[2])
        for number, heading in enumerate(headings, 1):
            body = prose.plain(topics.section(text, number))
            yield Document(manual.part(chapter, number), f"{title}: {prose.plain(heading)}", body)


def index(w: Words, texts: Mapping[str, str]) -> Index:
    """Return what a question to the manual is looked for in."""
    return Index(documents(bundled.manual(), texts), w.language, usual_words_of_manual())


@lru_cache(maxsize=len(LANGUAGES))
def written_index(w: Words) -> Index:
    """Return the same without a window: what is written, and not the list of keys."""
    return index(w, chapters(w, usual_key(bundled.manual())))


def unknown(w: Words, name: str, near: str | None) -> str:
    """Say that there is no such chapter."""
    told = [w.gettext("There is no chapter “{name}”.").format(name=name)]
    if near:
        told.append(w.gettext("Did you mean “{name}”?").format(name=near))
    return " ".join([*told, w.gettext("“kzstay manual” lists them all.")])
