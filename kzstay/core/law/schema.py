"""Rows of the law as ``resources/law`` holds them: typed, each with source, certainty and dates of force."""

from datetime import date
from typing import Literal

import msgspec

from kzstay.core.case import HostKind, PassportKind, PermitKind, RulingKind, StayKind
from kzstay.core.limits import CalendarYear, Forward, Limit, PerEntry, Rolling
from kzstay.core.readings import Both, Reading

Certainty = Literal["high", "medium", "low"]
LimitKind = Literal["per-entry", "rolling", "forward", "calendar-year"]
Need = Literal[
    "visa",
    "e-visa",
    "days-unknown",
    "unknown",
    "unknown-then",  # the law data does not reach to that day; today the person needs none
    "citizen",  # of Kazakhstan, so no foreigner
]
Longer = Literal[
    "rvp",  # a temporary residence permit, on one of its grounds
    "visa",  # a visa: the permit is not given to these citizens
]
Ground = Literal["family", "work", "study", "treatment", "mission", "business"]
Offence = Literal[
    "overstay", "overstay-again", "purpose", "transit", "court-order", "host-notice", "host-housing", "host-again"
]
Authority = Literal[
    "police",  # or the Border Service
    "court",
]
Prominence = Literal[
    "stay",  # its day is the last lawful one of a stay, and is told with each stay
    "answer",  # its day is another one to leave by, and the answer tells it
    "duty",  # it is a thing to do of its own
    "bar",  # it keeps out, and asks for nothing
]
OF_TRAVELLER: tuple[Offence, ...] = ("overstay", "overstay-again")
OF_HOST: tuple[Offence, ...] = ("host-notice", "host-housing", "host-again")
OF_RULED: tuple[Offence, ...] = ("court-order",)
Outcome = Literal[
    "warning",
    "fine",
    "fine-work-or-arrest",
    "fine-or-expulsion",
    "fine-arrest-or-expulsion",
    "arrest-and-expulsion",
]
Remark = Literal[
    "floor",  # an agreement exists whose days were not seen: this is the least that holds
    "half-year",  # the text speaks of months or of half a year, taken as 180 days
    "tourism",  # tourism only
    "short-visits",  # tourism and business only
    "private-visits",  # business, private visits and tourism; no work
    "no-mission",  # anything but work and mission
    "no-study-mission",  # neither work nor study nor mission
    "no-religion",  # neither work nor study nor religious activity nor residence
    "no-work-permit",  # no work without a permit
    "thirty-on-lists",  # some lists print the days after which one must be registered
    "no-work",  # neither work nor study nor business
    "extension",  # the authorities may extend it once
    "force-not-seen",  # the day on which it came into force was not seen
    "days-from-table",  # the days are those of the table for citizens of Kazakhstan
    "border-region",  # residents of the border region may enter for a few days
    "certificate",  # a certificate that Kazakhstan gives is a residence paper
]
# What a stay may be for, and work among it
OF_PURPOSE: frozenset[Remark] = frozenset(
    {
        "tourism",
        "short-visits",
        "private-visits",
        "no-mission",
        "no-study-mission",
        "no-religion",
        "no-work-permit",
        "no-work",
    }
)


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every row tells of itself."""

    source: list[str]
    certainty: Certainty
    articles: list[str] = []


class LimitRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One limit of a regime."""

    kind: LimitKind
    days: int
    period: int | None = None
    since: date | Both[date] | None = msgspec.field(name="from", default=None)
    reading: Reading | None = None  # only under this reading: where sources conflict, each takes its side

    def begins(self, reading: Reading) -> date | None:
        """Return the day before which the limit counts nothing."""
        return self.since.under(reading) if isinstance(self.since, Both) else self.since

    def rule(self, look_back: int = 0) -> Limit:
        """Build the rule; ``look_back`` days are added to the period of a rolling one."""
        if self.kind == "per-entry":
            return PerEntry(self.days)
        if self.kind == "calendar-year":
            return CalendarYear(self.days)
        if self.period is None:
            raise ValueError(f"a {self.kind} limit needs a period")
        if self.kind == "forward":
            return Forward(self.days, self.period)
        return Rolling(self.days, self.period + look_back)


class GeneralRow(Row, frozen=True, kw_only=True):
    """What holds for everybody without a visa, unless a treaty or the Government sets another order."""

    limit: LimitRow


class PersonRow(Row, frozen=True, kw_only=True):
    """A row for those of some citizenships and passports who enter on some days."""

    id: str
    countries: list[str]
    group: str = ""  # the list of countries in the file that the row names in their stead
    passports: list[PassportKind]
    begins: date | Both[date] = msgspec.field(name="from")
    ends: date | Both[date] | None = msgspec.field(name="until", default=None)
    remarks: list[Remark] = []

    def in_force(self, day: date, reading: Reading) -> bool:
        """Tell whether the row is for one who enters on a day."""
        ends = self.last_entry(reading)
        return self.first_entry(reading) <= day and (ends is None or day <= ends)

    def first_entry(self, reading: Reading) -> date:
        """Return the first day of entry that the row is for."""
        return self.begins.under(reading) if isinstance(self.begins, Both) else self.begins

    def last_entry(self, reading: Reading) -> date | None:
        """Return the last day of entry that the row is for; None while it is in force."""
        return self.ends.under(reading) if isinstance(self.ends, Both) else self.ends


class Regime(PersonRow, frozen=True, kw_only=True):
    """What some citizenships and passports get on entry without a visa."""

    limits: list[LimitRow]
    longer: Longer  # what a stay beyond its days needs

    def limits_under(self, reading: Reading) -> list[LimitRow]:
        """List the limits that a reading takes."""
        return [limit for limit in self.limits if limit.reading in (None, reading)]

    def days_per_entry(self, reading: Reading) -> int:
        """Return the days that one entry gives at most."""
        return min(limit.days for limit in self.limits_under(reading))


class VisaRow(PersonRow, frozen=True, kw_only=True):
    """What those need who have no regime, or whose regime is not known."""

    needs: Need


class Road(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a complaint goes against the ruling of one authority, and which articles say so."""

    where: list[str]
    articles: list[str]
    late: list[str] = []  # the articles by which it is accepted after its term


class ContractRow(Row, frozen=True, kw_only=True):
    """Whose citizens may stay on a labour contract, with their families, as long as it runs."""

    countries: list[str]


class ResidenceRow(Row, frozen=True, kw_only=True):
    """How many days one who lives here permanently has to be here in so many months in a row."""

    days: int
    months: int


class DutyRow(Row, frozen=True, kw_only=True):
    """Something that must be done, by whom and by when."""

    kind: str
    who: Literal["traveller", "host"]
    right: bool = False  # it may be done: whoever lets its term pass has missed nothing
    prominence: Prominence = "duty"  # what tells it already, and so where it is shown
    implied_by: list[str] = []  # the duties that say it too: beside them it is not said again
    recorded: str | None = None  # the field of a stay or a ruling in which it is written down that it was done
    silent: Literal["missed", "unrecorded"] = "missed"  # what it is after its term where no record tells of it
    question: str | None = None  # the open question that bears on its day
    bound: str | None = None  # the open question whether some have it at all
    bound_permits: list[PermitKind] = []  # it is one for those whose stay is on these
    bound_regimes: list[str] = []  # and for those of these regimes
    free_permits: list[PermitKind] = []  # who is here on these does not have it
    stay_kinds: list[StayKind] = []  # the stays that bring it about; empty: all
    told_kinds: list[StayKind] = []  # the stays of which it is known only where it is recorded
    where: list[str] = []
    where_for: dict[Longer, list[str]] = {}  # in its stead, for those who need this for a longer stay
    begins: date = msgspec.field(name="from")
    days: int | None = None
    working_days: int | None = None
    months: int | None = None
    years: int | None = None
    days_before_leaving: int | None = None  # no later than so many days before the day that a court set to leave
    over_days: int | None = None  # only where an entry gives more days than these
    from_age: int | None = None
    days_after_birthday: int | None = None
    waived_passports: list[PassportKind] = []
    grounds: list[Ground] = []  # on which a residence permit is given
    waived_for: list[Longer] = []  # age and passport waive it for those alone who need this for a longer stay
    rulings: list[RulingKind] = []  # the decisions that bring it about
    # From a day off its last day moves to the next working day, always or as this open question is settled
    moves: bool | str = False
    roads: dict[Authority, Road] = {}  # of a complaint, by who ruled
    stops: list[str] = []  # the articles by which a complaint stops what it is against
    offence: Offence | None = None  # what it is to miss it
    again: Offence | None = None  # and what to miss it once more, while one counts as penalised
    host_offences: list[Offence] = []  # what the host commits by it, each by itself
    derived: Certainty | None = None  # how sure its day is where the law does not name it and it is inferred

    @property
    def leaving(self) -> bool:
        """Tell whether to do it is to leave, so that the answer itself says by when."""
        return self.prominence in ("stay", "answer")

    @property
    def places(self) -> list[str]:
        """List where it is done, by whichever road."""
        return list(dict.fromkeys([*self.where, *(place for road in self.roads.values() for place in road.where)]))

    @property
    def cited(self) -> list[str]:
        """List every article that says so, by whichever road."""
        ours = (article for road in self.roads.values() for article in (*road.articles, *road.late))
        return list(dict.fromkeys([*self.articles, *ours]))

    @property
    def questions(self) -> list[str]:
        """List the open questions that bear on its day."""
        return [code for code in (self.question, self.moves) if isinstance(code, str)]


class PenaltyRow(Row, frozen=True, kw_only=True):
    """What an offence costs, in monthly calculation indexes."""

    id: str
    offence: Offence
    outcome: Outcome
    begins: date = msgspec.field(name="from")
    ends: date | None = msgspec.field(name="until", default=None)
    mci: int = 0
    work_hours: int = 0  # of community work
    arrest_days: int = 0
    over_days: int = 0  # more days of overstay than these
    up_to_days: int | None = None
    hosts: list[HostKind] = []  # empty: the traveller
    after: list[str] = []  # of a repeated offence, the parts of articles that one was penalised by before
    by: Authority


class PartRow(Row, frozen=True, kw_only=True):
    """A part of an article by which a foreigner may be penalised, such as ``517(3)``."""

    part: str
    by: Authority
    expels: bool = False  # an expulsion may be what it brings
    mixed: bool = False  # of what is punished as an overstay: it punishes other deeds too
    points: int = 0  # it has so many points, such as ``517(3)(2)``
    begins: date = msgspec.field(name="from")
    ends: date | None = msgspec.field(name="until", default=None)

    @property
    def names(self) -> list[str]:
        """List what a ruling may call it: the part, or a point of it."""
        return [self.part, *(f"{self.part}({point})" for point in range(1, self.points + 1))]


class Index(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The monthly calculation index of a year, or of the part of it that begins on a day."""

    year: int
    tenge: int
    source: list[str]
    certainty: Certainty
    since: date | None = msgspec.field(name="from", default=None)

    @property
    def begins(self) -> date:
        """Return the first day on which it is the index."""
        return self.since or date(self.year, 1, 1)

    @property
    def name(self) -> str:
        """Return what a case calls it."""
        return f"mci-{self.since:%Y-%m}" if self.since else f"mci-{self.year}"


class Prolongation(Row, frozen=True, kw_only=True):
    """A time in which terms of stay that ended were prolonged for everybody."""

    id: str
    begins: date = msgspec.field(name="from")
    ends: date = msgspec.field(name="until")
    to: date
    leaving: bool = False  # it helps only those who had left by then


class FormerDuty(Row, frozen=True, kw_only=True):
    """A duty of another time, which is told of stays of that time and not reckoned."""

    id: str
    days: int
    begins: date = msgspec.field(name="from")
    ends: date = msgspec.field(name="until")


class PenalisedRow(Row, frozen=True, kw_only=True):
    """How long a penalty makes the next offence a repeated one, and what it bars."""

    months: int
    begins: date = msgspec.field(name="from")
    offences: int = 1


class TermRow(Row, frozen=True, kw_only=True):
    """A term that follows an offence or a ruling, in days or in months."""

    days: int = 0
    months: int = 0
    begins: date = msgspec.field(name="from")


class MinorRow(Row, frozen=True, kw_only=True):
    """From what age one is liable for an offence, and how a minor is."""

    from_age: int
    of_age: int
    mci: int  # the most that a minor is fined
    parents_from: date  # from this day on the parents pay the fine of a minor who has no means
    begins: date = msgspec.field(name="from")


class Shortened(Row, frozen=True, kw_only=True):
    """A stay that the police cut short."""

    ends_permits: list[PermitKind]  # that are taken to end with the stay on them; whether they do was not found


class ToldRow(Row, frozen=True, kw_only=True):
    """Something to know of a stay that is no duty with a day."""

    code: str
    begins: date = msgspec.field(name="from")
    permits: list[PermitKind] = []  # of stays on these alone; empty: of all


class Question(Row, frozen=True, kw_only=True):
    """A count that the law leaves open: days to add, or 1 for yes and 0 for no, under each reading."""

    id: str
    value: Both[int]


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An act or another text that rows refer to by its key.

    An agreement with one state needs no name: the texts make it of the state, the kind and the day of signing.
    """

    name: dict[str, str] = {}  # language -> how it is cited
    parts: Literal["paragraph", "part", "point"] = "paragraph"  # what its articles have; a decree has points alone
    country: str = ""
    form: Literal["agreement", "protocol", "notes", "memorandum", "arrangement"] = "agreement"
    signed: str = ""  # a day, a month or a year, such as 2010-11-11, 2010-11 or 2010; empty where not known
    address: str = ""
    edition: date | None = None  # of an act that is changed again and again: the one that was read
    read: str = ""  # the copy in which it was read
    main: bool = False  # named wherever it is told how old the law data is
