"""Result of an import: who came out of it, which rows were taken, refused or left out, and what has to be asked.

A reader of one shape (a table, stamps, a calendar) yields ``Evidence``; ``assembling`` makes the result of it.
What the source does not say is a question, never a guess: a day that nobody wrote is in no stay before it is
answered. One that is written and may be another, such as that of a blurred stamp, stands as it is written and is
asked about. An import is read again, from the beginning, with each answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

import msgspec

from kzstay.core.case import Host, PassportKind, Permit, Stay, Traveller

Order = Literal["dmy", "mdy", "ymd"]
Sense = Literal["here", "away"]  # what the days of a source are: days in Kazakhstan, or days abroad
Kind = Literal["case", "table", "text", "calendar", "records"]

QuestionCode = Literal[
    "dates",  # day or month first? ``samples`` are what stands there, ``values`` the orders
    "sense",  # are these days in Kazakhstan, or days away from home?
    "other-state",  # these are crossings of another state: where did the person go to?
    "missing-exit",  # ``days``: entry, and the next one if there is one
    "missing-entry",  # ``days``: the last exit if there is one, and this
    "doubtful-day",  # ``days``: that it may be
    "arrival-day",  # left abroad on the first of ``days``; landed on which?
    "transit",  # stayed airside, or went through the border?
    "gap",  # nothing is known between ``days``: was here ("inside"), or left on the first and came on the last?
    "last-day",  # left on the last of ``days`` or before?
    "first-day",  # was here on ``days`` already; entered on the first of them, or before?
    "last-seen",  # was here on the last of ``days``, and nothing later is recorded; left when?
    "near-border",  # points so near to the border that none can tell: in Kazakhstan ("inside") or not ("outside")?
    "crossing",  # where the person went to is not said
    "overlap",  # two rows hold the same days
    "citizenship",  # none is given, or what is given is no state; ``samples``: what stands there
    "blank-name",  # a row without a name under one that has one: whose is it?
    "same-person",  # two who are called alike, or two passports: one person? ``samples`` are the two
    "stay-here",  # a row of stays names a place in another state: was the stay in Kazakhstan?
    "encoding",  # which letters are these? ``samples`` in each of ``values``
    "clash",  # a stay that is there already holds some of these days
    "permit-clash",  # a permit of the kind does
]
RefusedCode = Literal[
    "no-date",  # what stands where a day belongs is none
    "no-entry",
    "exit-before-entry",
    "year",
    "formula-error",  # #REF!
    "country",
    "direction",
    "too-long",
    "columns",
    "citizenship",
    "value",
    "several-days",  # in a line of text that says neither entry nor exit
    "overlap",
]
LeftCode = Literal[
    "other-country",
    "no-days",
    "double",
    "total",
    "not-a-trip",
    "domestic",
    "empty",
    "column",  # a column that means nothing to us; ``value`` is its head
    "as-here",  # the whole was taken for days in Kazakhstan, as its heads say entry and exit
    "no-name",  # a row without a name, and nobody says whose it is
    "days-differ",  # the source counts other days than lie between its dates; ``value`` is its number
]


class Origin(msgspec.Struct, frozen=True):
    """Where something stands: the line of the file from one on, nought for the whole; its sheet; what it says."""

    line: int = 0
    text: str = ""
    sheet: str = ""


WHOLE = Origin()


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """What a row says of who travels; ``assembling`` tells which rows are of one person."""

    number: str = ""  # by which the source tells people apart
    name: str = ""
    native_name: str = ""
    citizenship: str = ""  # a code, empty where none is known
    nationality: str = ""  # as it is written, where that is no state
    passport: PassportKind | None = None
    document: str = ""
    born: date | None = None
    host: Host | None = None

    @property
    def called(self) -> str:
        """Return what to call the person in a question; empty where the source says nothing."""
        return self.name or self.document or self.number


NOBODY = Person()


class FoundStay(msgspec.Struct, frozen=True, kw_only=True):
    """A stay of a row, or of two: ``also`` is where its exit stands."""

    at: Origin
    also: Origin | None = None
    person: Person = NOBODY
    stay: Stay


class FoundPermit(msgspec.Struct, frozen=True, kw_only=True):
    """A permit of a row."""

    at: Origin
    person: Person = NOBODY
    permit: Permit


class Crossing(msgspec.Struct, frozen=True, kw_only=True):
    """One crossing of the border of Kazakhstan."""

    at: Origin
    person: Person = NOBODY
    day: date
    into: bool
    minutes: int | None = None  # since midnight
    place: str = ""
    note: str = ""


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """A row that cannot be used: a code, the field it is about, and what stands there."""

    code: RefusedCode
    at: Origin
    field: str = ""
    value: str = ""


class Left(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was left out, or taken in a way, on good grounds; told, and nothing to do about it."""

    code: LeftCode
    at: Origin = WHOLE
    value: str = ""
    other: int = 0  # the line that it is a double of


Days = tuple[date, date | None]


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What the source leaves open. Its answer goes to ``Answers.chosen`` by its ``id``.

    ``also`` is where the other rows stand that hang on it. ``values`` are the answers to choose from; where there
    are none, one is written: a day, as ISO 8601 has it, a name, or the code of a state. ``stays`` are those that
    hang on it.
    """

    code: QuestionCode
    at: Origin = WHOLE
    also: tuple[Origin, ...] = ()
    person: str = ""
    days: tuple[date, ...] = ()
    samples: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    stays: tuple[Days, ...] = ()
    part: str = ""  # tells questions of one kind about one row apart
    readings: tuple[tuple[date, ...], ...] = ()  # for each of ``values``, what ``samples`` would be by it

    @property
    def id(self) -> str:
        """Return what an answer is filed under, the same each time the source is read."""
        return ":".join(filter(None, (self.code, self.at.sheet, str(self.at.line), self.person, self.part)))


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """What the person has said: beforehand, with an option, or when asked."""

    dates: Order | None = None
    days: Sense | None = None
    traveller: str = ""  # whose stays they are, where the source does not say
    citizenship: str = ""
    encoding: str = ""
    chosen: Mapping[str, str] = msgspec.field(default_factory=dict[str, str])  # the id of a question: the answer

    def to(self, question: Question) -> str:
        """Return the answer to a question; empty as long as there is none."""
        return self.chosen.get(question.id, "")


def day_between(answer: str, first: date, last: date) -> date | None:
    """Return a day that was answered; None where it is none, or cannot be it."""
    try:
        day = date.fromisoformat(answer)
    except ValueError:
        return None
    return day if first <= day <= last else None


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """What one source says, before it is put together."""

    kind: Kind
    travellers: tuple[Traveller, ...] = ()  # whole ones, of a case
    stays: tuple[FoundStay, ...] = ()
    permits: tuple[FoundPermit, ...] = ()
    people: tuple[tuple[Origin, Person], ...] = ()  # rows that tell of somebody and of no days
    crossings: tuple[Crossing, ...] = ()
    refused: tuple[Refused, ...] = ()
    left: tuple[Left, ...] = ()
    questions: tuple[Question, ...] = ()  # that are open still

    @property
    def says_something(self) -> bool:
        """Tell whether there is anything in it that is worth showing."""
        found = (
            self.travellers,
            self.stays,
            self.permits,
            self.people,
            self.crossings,
            self.refused,
            self.questions,
        )
        return any(found) or any(one.code in ("other-country", "not-a-trip") for one in self.left)


class Taken(msgspec.Struct, frozen=True):
    """A row that was taken: whose it is, and the stay or the permit that came of it, by their indexes."""

    at: Origin
    traveller: int
    stay: int | None = None
    permit: int | None = None


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a source."""

    kind: Kind
    travellers: tuple[Traveller, ...] = ()
    taken: tuple[Taken, ...] = ()
    refused: tuple[Refused, ...] = ()
    left: tuple[Left, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def rows(self) -> int:
        """Return how many rows were taken; one that gave a stay and a permit is one."""
        return len({(one.at.sheet, one.at.line) for one in self.taken})

    @property
    def whole(self) -> bool:
        """Tell whether nothing is refused or open."""
        return not self.refused and not self.questions


SourceCode = Literal[
    "absent",
    "folder",
    "unreadable",
    "too-large",
    "bomb",  # a package that unpacks to far more than it is
    "changed",  # while it was read
    "encrypted",
    "damaged",
    "not-text",
    "empty",
    "unknown",  # nothing in it is a crossing or a stay
]


class ImportFileError(Exception):
    """A source that nothing can be made of: a code, and the system's own reason with its number."""

    def __init__(self, code: SourceCode, value: str = "", number: int = 0) -> None:
        super().__init__(code, value, number)
        self.code: SourceCode = code
        self.value = value
        self.number = number
