"""Case, what a file holds: travellers with their stays, permits and rulings. Plain immutable values."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count
from typing import Any, Literal, NewType, TypeVar, cast

import msgspec

PassportKind = Literal["national", "service", "diplomatic"]
HostKind = Literal["individual", "official", "nonprofit", "small", "medium", "large"]
StayKind = Literal[
    "visit",
    "transit",  # on the way to another state: nobody receives the person
    "transport",  # a driver or a member of a crew, whose days are outside the count
]
PermitKind = Literal[
    "visa",
    "rvp",
    "residence",
    "contract",  # of labour, within the Eurasian Economic Union
]
RulingKind = Literal[
    "warning",
    "fine",
    "expulsion",
    "shortened",  # the stay is cut to a day
    "readmission",
]
STATELESS = "XXA"  # ISO 3166 leaves the codes with X to its users; passports and ICAO 9303 use this one

# A crossing outside these years is a slip of the pen: the Republic is younger, and nobody plans so far
FIRST_YEAR, LAST_YEAR = 1991, 2199
FIRST_DAY, LAST_DAY = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
BORN_FROM = 1900
LEAST, MOST = 1, 9999  # days or entries that a permit may allow: ten years are 3653


Number = NewType("Number", int)
_numbers = cast("Iterator[Number]", count(1))


class Key(msgspec.Struct, frozen=True, eq=False, gc=False):
    """What a record is told from all others by, whatever it says and wherever it stands.

    All keys are equal, so that two records that say the same are; ``number`` tells them apart, as long as the
    program runs. It is the same in the pickled copy that another process works on.
    """

    number: Number = msgspec.field(default_factory=_numbers.__next__)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key)

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "Key()"  # what says the same is written the same


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A part of a case; keys of the file that this version does not know are kept with it.

    What becomes of it by ``msgspec.structs.replace`` is the same record, changed; ``another`` makes a second one.
    """

    unknown: dict[str, Any] = msgspec.field(default_factory=dict[str, Any], name="")
    key: Key = msgspec.field(default_factory=Key, name="#")  # in memory alone; no file holds it


AnyRecord = TypeVar("AnyRecord", bound=Record)


class Move(Record, frozen=True, kw_only=True):
    """A change of address during a stay."""

    on: date
    notified: date | None = None


class Stay(Record, frozen=True, kw_only=True):
    """One stay; without an exit the person is still here, or plans no end.

    ``citizenship`` and ``passport`` are those that were shown at the border, where they are other ones than the
    traveller's: the days are the person's all the same, the term is that of what was shown. A citizenship alone is
    that of an ordinary passport.
    """

    entry: date
    exit: date | None = None
    kind: StayKind = "visit"
    citizenship: str | None = None
    passport: PassportKind | None = None
    notified: date | None = None  # by the host
    registered: date | None = None  # by the traveller
    moves: tuple[Move, ...] = ()
    checkpoint: str = ""
    exit_checkpoint: str = ""
    note: str = ""


class Permit(Record, frozen=True, kw_only=True):
    """A visa, a temporary or a permanent residence permit, or a labour contract that allows to stay.

    A visa may allow so many ``days`` in all, or so many of each ``period`` of days that is looked back on.
    """

    kind: PermitKind
    first: date = msgspec.field(name="from")
    until: date
    days: int | None = None
    period: int | None = None
    entries: int | None = None


class Ruling(Record, frozen=True, kw_only=True):
    """A decision of a court or an authority."""

    kind: RulingKind
    served: date
    part: str = ""  # of the article that it was made by, such as 517(3)
    leave_by: date | None = None
    appealed: date | None = None
    executed: date | None = None
    paid: date | None = None


class Host(Record, frozen=True, kw_only=True):
    """Who receives the traveller."""

    kind: HostKind
    name: str = ""


class Traveller(Record, frozen=True, kw_only=True):
    """A person and everything that bears on the stay."""

    name: str
    native_name: str = ""
    citizenship: str
    passport: PassportKind = "national"
    document: str = ""  # the number of the passport
    born: date | None = None
    host: Host | None = None
    stays: tuple[Stay, ...] = ()
    permits: tuple[Permit, ...] = ()
    rulings: tuple[Ruling, ...] = ()

    def shown(self, stay: int | None) -> tuple[str, PassportKind]:
        """Return the citizenship and the passport of a stay; of an entry to come, None, the traveller's own."""
        held = None if stay is None else self.stays[stay]
        if held is None or held.citizenship is None:
            return self.citizenship, self.passport
        return held.citizenship, held.passport or "national"

    def resides(self, day: date) -> bool:
        """Tell whether a permit to live here permanently is valid on a day."""
        return self.resides_until(day) is not None

    def resides_until(self, day: date) -> date | None:
        """Return the last day of the permit to live here permanently that is valid on a day."""
        held = (one for one in self.permits if one.kind == "residence" and one.first <= day <= one.until)
        return max((one.until for one in held), default=None)

    def in_order(self) -> list[int]:
        """List the indexes of the stays by day of entry, then of exit."""
        found = sorted([(stay.entry, stay.exit or date.max, index) for index, stay in enumerate(self.stays)])
        return [index for *_, index in found]


class Case(Record, frozen=True, kw_only=True):
    """All travellers of one file."""

    travellers: tuple[Traveller, ...] = ()


def place_of(records: Sequence[Record], number: Number | None) -> int | None:
    """Return where the record stands that has a key; None where none has."""
    return next((place for place, record in enumerate(records) if record.key.number == number), None)


def another(record: AnyRecord) -> AnyRecord:
    """Make a second record that says the same.

    It and all in it have keys of their own, and not the ``id`` that a file gives the first.
    """
    parts: dict[str, Any] = {}
    for name in record.__struct_fields__:
        value: Any = getattr(record, name)
        if isinstance(value, Record):
            parts[name] = another(value)
        elif isinstance(value, tuple):
            parts[name] = tuple(another(part) for part in cast("tuple[Record, ...]", value))
    unknown = {name: value for name, value in record.unknown.items() if name != "id"}
    return msgspec.structs.replace(record, key=Key(), unknown=unknown, **parts)


def nearest_of_these_years(day: date) -> date:
    """Return a day, or the first or last one that is reckoned for where a clock is far out."""
    return min(max(day, FIRST_DAY), LAST_DAY)


def of_these_years(day: date) -> bool:
    """Tell whether a day may be one of a crossing, or one to reckon on."""
    return FIRST_DAY <= day <= LAST_DAY


def registration(stay: Stay) -> date | None:
    """Return when somebody registered; a day after the exit counts for nothing."""
    late = stay.exit is not None and stay.registered is not None and stay.registered > stay.exit
    return None if late else stay.registered


def early_record(about: Stay | Move, day: date) -> bool:
    """Tell whether what was recorded on a day is dated before what it tells of: an entry, a change of address."""
    return day < (about.entry if isinstance(about, Stay) else about.on)
