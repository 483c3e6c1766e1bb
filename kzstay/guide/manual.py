"""Chapters of the manual: how the program is used, in its own words, with their sections in order.

A text is Markdown as a topic of the guide is, with placeholders in braces: ``{ui Save as…}`` is what the window
calls something, ``{key save_as}`` the keys of a command, ``{see timeline/zoom}`` a link to a chapter or section,
``{guide overstay}`` one to a topic of the guide. ``kzstay.texts.manual`` fills them.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from kzstay.core.law import toml
from kzstay.patterns import pattern

KEYS = "keys"  # the chapter that is made of the commands of the window
_LINK = pattern(r"\]\(manual:([^)]+)\)")


class Chapter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A chapter: its file in the folder of each language, and a name for each of its sections, in their order."""

    id: str
    sections: list[str] = []


class Manual(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The chapters in their order; ``keys`` are those of commands, for who reads without a window."""

    chapter: list[Chapter]
    keys: dict[str, str]
    folder: Path = Path()

    @property
    def chapters(self) -> dict[str, Chapter]:
        """Return every chapter by its name."""
        return {one.id: one for one in self.chapter}

    def text(self, chapter: str, language: str) -> str:
        """Return the text of a chapter as it was written."""
        return (self.folder / language / f"{chapter}.md").read_text(encoding="utf-8")

    def title(self, chapter: str, language: str) -> str:
        """Return the first heading of a chapter."""
        return title_of(self.text(chapter, language))

    def place(self, name: str) -> tuple[str, int]:
        """Return the chapter of ``chapter`` or ``chapter/section``, and which section that is, counted from 1.

        It is 0 for the chapter as a whole. Raises KeyError for what is not there.
        """
        chapter, _, section = name.partition("/")
        if chapter not in self.chapters or (section and section not in self.chapters[chapter].sections):
            raise KeyError(name)
        return chapter, self.chapters[chapter].sections.index(section) + 1 if section else 0

    def part(self, chapter: str, section: int) -> str:
        """Return the name of a section of a chapter, counted from 1; of the chapter itself for 0."""
        names = self.chapters[chapter].sections
        return f"{chapter}/{names[section - 1]}" if 0 < section <= len(names) else chapter


def title_of(text: str) -> str:
    """Return the first heading of a text."""
    return text.partition("\n")[0].removeprefix("# ").strip()


def load(folder: Path) -> Manual:
    """Read which chapters the manual has, from its folder."""
    return msgspec.structs.replace(msgspec.convert(toml.read(folder / "index.toml"), Manual), folder=folder)


def leads_to(text: str) -> list[str]:
    """List the chapters and sections that a text links to, its placeholders filled."""
    return [found[1] for found in _LINK.finditer(text)]
