"""Tools of the guide in words: their names, what they are for, and whom a question to one is about."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from kzstay.core.case import PassportKind
from kzstay.guide.tools import TOOLS, ToolName, asked_for
from kzstay.guide.words import plain, words
from kzstay.i18n import LANGUAGES
from kzstay.texts import entry_check, visa_table
from kzstay.texts.words import Words
from kzstay.texts.words import words as words_of

_FEW = 5  # words of a question that is about a state and no more
_BEGINNING = 5  # letters that a name and what people call who are of there share at least
# What is said of the other kinds of passport, by its beginning
_PASSPORTS: dict[PassportKind, tuple[str, ...]] = {
    "service": ("service", "official", "служебн", "қызметтік"),
    "diplomatic": ("diplomat", "дипломат"),
}


class Asked(msgspec.Struct, frozen=True):
    """A tool, and the state and the passport that a question to it names."""

    tool: ToolName
    country: str = ""
    passport: PassportKind = "national"

    @property
    def link(self) -> str:
        """Write it as the name of a topic, as links have it."""
        return f"{self.tool}/{self.country}/{self.passport}" if self.country else self.tool


def read_link(text: str) -> Asked | None:
    """Read a tool from the name that a link has; None where it is the name of a topic."""
    tool, country, passport = [*text.split("/"), "", ""][:3]
    if tool not in TOOLS:
        return None
    return msgspec.convert({"tool": tool, "country": country, "passport": passport or "national"}, Asked)


def asked(question: str) -> list[Asked]:
    """List the tools that a question asks for, with whom it is about."""
    spoken = [word for _, _, word in words(question)]
    country, found = _country(spoken), asked_for(question)
    if country and not found and len(spoken) <= _FEW:
        return [Asked("entry-check", country, _passport(spoken))]
    return [Asked(tool, country, _passport(spoken)) for tool in found]


def _passport(spoken: list[str]) -> PassportKind:
    for kind, beginnings in _PASSPORTS.items():
        if any(word.startswith(beginnings) for word in spoken):
            return kind
    return "national"


def _country(spoken: list[str]) -> str:
    """Return the state that a question names, by its name or by a word for its people; else nothing."""
    best, longest = "", 0
    for code, names in _names().items():
        for name in names:
            shared = max((_shared(word, name) for word in spoken), default=0)
            if shared > longest or (shared == longest and name in spoken):
                best, longest = code, shared
    return best


def _shared(word: str, name: str) -> int:
    """Count the letters that a word and a name begin with, where that is enough of both to mean the same."""
    count = next((place for place, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), None)
    count = min(len(word), len(name)) if count is None else count
    return count if count >= _BEGINNING - (word == name) and count + 3 >= len(name) else 0


@lru_cache(maxsize=1)
def _names() -> dict[str, list[str]]:
    """Return the names of one word of every state, in all languages."""
    found: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for code, name in words_of(language).countries():
            if name.isalpha() and code != "KZ":
                found.setdefault(code, []).append(plain(name))
    return found


def name(w: Words, tool: ToolName) -> str:
    """Name a tool."""
    return entry_check.name(w) if tool == "entry-check" else visa_table.name(w)


def purpose(w: Words, tool: ToolName) -> str:
    """Say what a tool answers."""
    if tool == "entry-check":
        return w.gettext(
            "Whether you can enter, for how long and for what, which papers to bring, and what to do after the "
            "arrival."
        )
    return w.gettext("Who needs a visa, state by state, for ordinary, service and diplomatic passports.")


def title(w: Words, found: Asked) -> str:
    """Name a tool, with the state that was asked for."""
    return f"{name(w, found.tool)}: {w.country(found.country)}" if found.country else name(w, found.tool)
