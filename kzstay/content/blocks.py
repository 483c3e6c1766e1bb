"""Blocks, what a page is made of, without a word about how it looks: the window, the HTML and the PDF share it."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from kzstay.core.verdict import Standing


class Title(msgspec.Struct, frozen=True):
    """The name of the page; ``line`` says what it was reckoned by.

    At the foot of each printed page stands whose it is, else the line, and the mark that is never cut short.
    """

    text: str
    line: str = ""
    foot: str = ""
    mark: str = ""


class Heading(msgspec.Struct, frozen=True):
    """The name of a section, or of a part of one."""

    text: str
    minor: bool = False


class Link(msgspec.Struct, frozen=True):
    """Words that lead to a topic of the guide; nothing of them is shown where nobody can follow."""

    text: str
    topic: str


class Paragraph(msgspec.Struct, frozen=True):
    """A sentence or more."""

    text: str
    muted: bool = False
    link: Link | None = None  # behind it


class Ways(msgspec.Struct, frozen=True):
    """A line of ways into the guide."""

    links: tuple[Link, ...]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The large answer; number and unit are empty where there is no number to give."""

    number: str
    unit: str
    lead: str
    standing_code: Standing
    standing_text: str
    facts: list[str]


class Facts(msgspec.Struct, frozen=True):
    """Labels with their values; on paper those that are beside the point run on in small letters."""

    rows: list[tuple[str, str]]
    beside_the_point: bool = False


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Rows under a header; ``align`` has one letter a column, l or r."""

    header: list[str]
    rows: list[list[str]]
    align: str
    widths: tuple[int, ...] = ()  # shares of the columns in percent; by what they hold where there are none
    total: bool = False  # the last row sums up the others
    marked: int | None = None  # the row that is about the present stay


class Prose(msgspec.Struct, frozen=True):
    """A text with headings, lists, tables and links, written in Markdown by this project alone."""

    markdown: str


class Box(msgspec.Struct, frozen=True, kw_only=True):
    """What a page means for one person, set apart from what it says of everybody."""

    name: str
    line: str  # by what it was reckoned
    told: list[str]
    pressing: bool = False  # something is over, or forbids
    show: str = ""  # the words that lead to the timeline, where there is one
    day: date | None = None  # to be brought into sight there; None where there is none
    stay: int | None = None  # to be selected there


class Figure(msgspec.Struct, frozen=True):
    """A place for a picture, drawn by whoever shows the page; the caption says the same in words."""

    name: Literal["timeline"]
    caption: str


Block = Title | Heading | Paragraph | Ways | Answer | Facts | Table | Prose | Box | Figure
