"""Tools of the guide: the entry check and the table of visas, found by what people say who want one."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, get_args

import msgspec

from kzstay.core.law import toml
from kzstay.guide.words import stem, words
from kzstay.i18n import LANGUAGES
from kzstay.paths import resource

ToolName = Literal["entry-check", "visa-table"]
TOOLS: tuple[ToolName, ...] = get_args(ToolName)
_LETTERS = 2_000  # of a question; a whole letter pasted in asks for no tool


class _Tool(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: ToolName
    en: list[str]
    ru: list[str]
    kk: list[str]


def asked_for(question: str) -> list[ToolName]:
    """List the tools that a question in any of the languages asks for."""
    found = [word for _, _, word in words(question[:_LETTERS])]
    stems = {language: {stem(word, language) for word in found} for language in LANGUAGES}
    return [
        tool
        for tool in TOOLS
        if any(phrase <= stems[language] for language in LANGUAGES for phrase in _phrases()[tool, language])
    ]


@lru_cache(maxsize=1)
def _phrases() -> dict[tuple[ToolName, str], list[frozenset[str]]]:
    tools = msgspec.convert(toml.read(resource("guide/tools.toml"))["tool"], list[_Tool])
    return {
        (tool.id, language): [
            frozenset(stem(word, language) for _, _, word in words(phrase)) for phrase in getattr(tool, language)
        ]
        for tool in tools
        for language in LANGUAGES
    }
