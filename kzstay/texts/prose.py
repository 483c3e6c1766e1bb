"""Prose: Markdown read into what a terminal, a search and a page need."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SIGNS = re.compile(r"[!-/:-@\[-`{-~]")  # what CommonMark may be told to take as it is


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt  # which takes a while, and most commands never ask for it

    return MarkdownIt("commonmark", {"html": False}).enable("table")


def html(markdown: str, *, links: bool = True) -> str:
    """Write Markdown as HTML; tables are lists of the style sheet, and whatever looks like HTML is escaped.

    Without ``links`` nothing can be followed: their words stay, those of a citation as they are and all others,
    which name something to be read, underlined.
    """
    tokens = _reader().parse(markdown)
    tag = "a"
    for token in tokens:
        if token.type == "table_open":
            token.attrSet("class", "list")
            token.attrSet("width", "100%")
        if token.type == "fence":
            token.content = token.content.rstrip("\n")  # of which Qt would make an empty line
        for child in token.children or ():
            if child.type == "link_open":
                # Citations are many; they stand back behind the sentence that they carry
                cites = str(child.attrGet("href")).startswith("act:")
                tag = "a" if links else "span" if cites else "u"
                child.attrs = ({"href": child.attrs["href"]} if links else {}) | (
                    {"class": "cite"} if cites else {}
                )
                child.tag = tag
            elif child.type == "link_close":
                child.tag = tag
    return _reader().renderer.render(tokens, _reader().options, {})


def cited(markdown: str) -> Iterator[str]:
    """Yield the acts that a text cites, as often as it does."""
    for token in _reader().parse(markdown):
        for child in token.children or ():
            kind, _, act = str(child.attrGet("href") or "").partition(":")
            if child.type == "link_open" and kind == "act":
                yield act


def plain(markdown: str) -> str:
    """Write Markdown for a terminal: a line for each paragraph, row and entry of a list, links by their words.

    Commands are set in.
    """
    lines: list[str] = []
    numbers: list[int | None] = []
    row: list[str] | None = None
    for token in _reader().parse(markdown):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            numbers.append(1 if token.type.startswith("ordered") else None)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            numbers.pop()
        elif token.type == "list_item_open":
            number = numbers[-1]
            lines.append("- " if number is None else f"{number}. ")
            numbers[-1] = number if number is None else number + 1
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            lines.append(" | ".join(row or []))
            row = None
        elif token.type == "heading_open" and lines:
            lines.append("")
        elif token.type == "fence":
            lines += [f"    {line}" for line in token.content.rstrip("\n").split("\n")]
        elif token.type == "inline":
            text = _words(token)
            if row is not None:
                row.append(text)
            elif numbers and lines and lines[-1].endswith((". ", "- ")):
                lines[-1] += text
            else:
                lines.append(text)
    return "\n".join(lines)


def literal(text: str) -> str:
    """Write a text so that Markdown reads nothing into it."""
    return _SIGNS.sub(r"\\\g<0>", text)


def _words(token: Token) -> str:
    parts = (" " if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or ())
    return "".join(parts)
