"""Rows on an entry: what a stay may be for, which papers it needs, and what an entry may be refused for."""

from datetime import date
from typing import Any, Literal

import msgspec

from kzstay.core.case import PassportKind, PermitKind, StayKind
from kzstay.core.law.schema import Remark, Row

Way = Literal[
    "visa-free",
    "permit",  # a visa or a permit that is entered
    "visa",
    "e-visa",
    "days-unknown",
    "unknown",
    "unknown-then",
    "citizen",
]
Fit = Literal[
    "allowed",
    "permit",  # with a visa or a permit for it alone
    "refused",  # the visa-free term is not for it
    "open",  # no text was found that says
    "contract",  # who has a contract of labour needs no permit for it
]
Weight = Literal["required", "may-be-asked", "advised"]
Shown = Literal["fine", "expulsion", "ban", "days"]  # what a case itself shows


class EntryRow(Row, frozen=True, kw_only=True):
    """A row that is for those who enter on some days; ``topic`` of the guide tells more."""

    id: str
    topic: str = ""
    begins: date | None = msgspec.field(name="from", default=None)
    ends: date | None = msgspec.field(name="until", default=None)

    def in_force(self, day: date) -> bool:
        """Tell whether the row is for one who enters on a day."""
        return (self.begins or day) <= day <= (self.ends or day)


class PurposeRow(EntryRow, frozen=True, kw_only=True):
    """What a stay may be for, the visas for it, and whether a visa-free one may be, where its regime is silent."""

    visas: list[str]
    visa_free: Fit
    electronic: bool = False  # an electronic visa is issued for it
    stay: StayKind = "visit"  # what the stay for it is entered as
    rvp: bool = False  # a temporary residence permit is given for it


class UseRow(Row, frozen=True, kw_only=True):
    """What a remark on a regime says of purposes; where no list names one, the purpose's own row holds.

    ``opens`` are those of which it is not clear whether what the remark names takes them in.
    """

    id: str
    remark: Remark
    allows: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()


class PaperRow(EntryRow, frozen=True, kw_only=True):
    """A paper to bring or another thing to see to, and for whom; an empty list is for all."""

    weight: Weight
    ways: list[Way]
    passports: tuple[PassportKind, ...] = ()
    countries: tuple[str, ...] = ()
    not_countries: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    spared_purposes: tuple[str, ...] = ()  # who comes for these is not asked,
    spared_countries: tuple[str, ...] = ()  # where these are named, with one of these citizenships alone
    free_permits: tuple[PermitKind, ...] = ()  # nor who comes on one of these
    under_age: int | None = None
    hours: int = 0  # before the entry
    days: int = 0  # that it is valid
    months: int = 0
    pages: int = 0
    years: int = 0


class GroundRow(EntryRow, frozen=True, kw_only=True):
    """What an entry may be refused for; ``shown`` is what a case itself shows."""

    shown: Shown | None = None
    spared_purposes: tuple[str, ...] = ()  # nobody who comes for these is refused for it,
    free_permits: tuple[PermitKind, ...] = ()  # nor who comes on one of these


class EntryLaw(msgspec.Struct, frozen=True, kw_only=True):
    """The file ``entry.toml``."""

    purposes: dict[str, PurposeRow]
    uses: dict[Remark, UseRow]
    papers: list[PaperRow]
    grounds: list[GroundRow]


def entry_law(read: dict[str, Any]) -> EntryLaw:
    """Take up what ``entry.toml`` says. Raises msgspec.ValidationError for a row with a wrong or missing field."""
    return EntryLaw(
        purposes={row.id: row for row in msgspec.convert(read["purpose"], list[PurposeRow])},
        uses={row.remark: row for row in msgspec.convert(read["use"], list[UseRow])},
        papers=msgspec.convert(read["paper"], list[PaperRow]),
        grounds=msgspec.convert(read["ground"], list[GroundRow]),
    )
