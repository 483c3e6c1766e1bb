"""Topics of the guide: what there is, what each rests on, and its text as it was written.

A text is Markdown with placeholders in braces, such as ``{n host-notice.working_days}`` or ``{ML 48}``: nothing
that the law sets is typed. ``kzstay.texts.guide`` fills them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from kzstay.core.law import toml
from kzstay.core.law.loading import Law
from kzstay.core.law.schema import Certainty
from kzstay.patterns import pattern

T = TypeVar("T", int, date)
GroupName = Literal["before", "while", "life", "trouble", "hosts", "who", "about"]
SectionName = Literal["do", "bring", "rights", "cost"]
_PLACEHOLDER = pattern(r"\{([^{}]+)\}")
_HEADING = pattern(r"(?m)^## .*\n")
_LINK = pattern(r"\]\(guide:([^)]+)\)")


class Basis(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Articles that a topic names, where they were read, and how sure that is."""

    articles: list[str]
    source: list[str]
    certainty: Certainty


class NumberRow(Basis, frozen=True, kw_only=True):
    """A number that the law sets and no row of ``resources/law`` has: days, people, indexes."""

    value: int


class DateRow(Basis, frozen=True, kw_only=True):
    """A day from which the law says something."""

    value: date


class Topic(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A topic: when it was last checked, what it answers of the seed documents, and what it rests on.

    ``sections`` says which section of its text, counted from 1, tells what to do, what to bring, which rights one
    has, and what it costs or what follows if nothing is done.
    """

    checked: date
    seeds: list[str] = []
    sections: dict[SectionName, int] = {}
    basis: list[Basis]
    number: dict[str, NumberRow] = {}
    date: dict[str, DateRow] = {}
    id: str = ""
    group: GroupName = "about"

    @property
    def rests_on(self) -> list[Basis]:
        """List everything that it rests on."""
        return [*self.basis, *self.number.values(), *self.date.values()]


class Guide:
    """The topics in their order, and their texts; each is read when it is asked for."""

    def __init__(self, folder: Path, groups: dict[GroupName, list[str]]) -> None:
        self._folder = folder
        self.groups = groups
        self._groups: dict[str, GroupName] = {name: group for group, names in groups.items() for name in names}

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """Return every topic by its name, in order.

        Raises msgspec.ValidationError for one with a wrong or missing field.
        """
        return {name: self._topic(name, group) for name, group in self._groups.items()}

    def _topic(self, name: str, group: GroupName) -> Topic:
        described = toml.read(self._folder / f"{name}.toml")
        return msgspec.convert(described | {"id": name, "group": group}, Topic)

    def text(self, topic: str, language: str) -> str:
        """Return the text of a topic as it was written."""
        return (self._folder / language / f"{topic}.md").read_text(encoding="utf-8")

    def title(self, topic: str, language: str) -> str:
        """Return the first heading of a topic."""
        return self.text(topic, language).partition("\n")[0].removeprefix("# ").strip()


def load(folder: Path) -> Guide:
    """Read which topics the guide has, from its folder."""
    groups = msgspec.convert(toml.read(folder / "index.toml")["group"], list[_Group])
    return Guide(folder, {group.id: group.topics for group in groups})


class _Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: GroupName
    topics: list[str]


# What a text holds


def placeholders(text: str) -> Iterator[str]:
    """Yield what stands in the braces of a text."""
    yield from (found[1] for found in _PLACEHOLDER.finditer(text))


def fill(text: str, value: Callable[[str], str]) -> str:
    """Put a value in the place of each placeholder; ``value`` is given what stands in the braces."""
    return _PLACEHOLDER.sub(lambda found: value(found[1]), text)


def headings(text: str) -> list[str]:
    """List the headings of the sections of a text."""
    return [found.removeprefix("## ").strip() for found in _HEADING.findall(text)]


def section(text: str, number: int) -> str:
    """Return a section of a text, counted from 1, without its heading.

    Raises IndexError for a number that the text does not have.
    """
    if not 1 <= number < len(parts := _HEADING.split(text)):
        raise IndexError(number)
    return parts[number].strip()


def leads_to(text: str) -> Iterator[str]:
    """Yield the topics that a text links to."""
    yield from (found[1] for found in _LINK.finditer(text))
    yield from (found.removeprefix("see ") for found in placeholders(text) if found.startswith("see "))


# What a placeholder means


def number(law: Law, topic: Topic | None, name: str) -> int:
    """Return a number of a topic, or of a row of the law such as ``appeal.days``. Raises KeyError for neither."""
    return topic.number[name].value if topic and name in topic.number else _field(law, name, int)


def day(law: Law, topic: Topic | None, name: str) -> date:
    """Return a day of a topic, or of a row of the law, ``registration.from``. Raises KeyError for neither."""
    return topic.date[name].value if topic and name in topic.date else _field(law, name, date)


def row_of(name: str) -> str:
    """Return the row that the name of a field begins with."""
    return name.rpartition(".")[0]


def _field(law: Law, name: str, kind: type[T]) -> T:
    row, _, field = name.rpartition(".")
    value = getattr(law.named[row], {"from": "begins", "until": "ends"}.get(field, field), None)
    if not isinstance(value, kind):
        raise KeyError(name)
    return value
