"""The manual in words: its chapters with the names of the window, keys and links filled in."""

from __future__ import annotations

from collections.abc import Callable

from kzstay import bundled
from kzstay.core.law.loading import Law
from kzstay.guide import topics
from kzstay.guide.manual import KEYS, Manual, title_of
from kzstay.guide.topics import Guide
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


def unknown(w: Words, name: str, near: str | None) -> str:
    """Say that there is no such chapter."""
    told = [w.gettext("There is no chapter “{name}”.").format(name=name)]
    if near:
        told.append(w.gettext("Did you mean “{name}”?").format(name=near))
    return " ".join(
        [*told, w.gettext("“kzstay manual” lists them all, “kzstay manual --search” looks for words.")]
    )
