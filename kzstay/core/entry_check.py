"""Entry check: what an entry on a day takes: by which right, for what, how long, which papers, and what follows.

It is asked of a traveller, so that stays, permits and rulings count; for a stranger, of one without any.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec
from dateutil.relativedelta import relativedelta

from kzstay.core import agenda
from kzstay.core.assess import Assessment, assess
from kzstay.core.bars import REFUSALS, Bar
from kzstay.core.case import PassportKind, Permit, Stay
from kzstay.core.days import DAY
from kzstay.core.duties import Duty
from kzstay.core.law.entry_rows import Fit, GroundRow, PaperRow, PurposeRow, UseRow, Way
from kzstay.core.law.schema import Certainty, Regime, VisaRow
from kzstay.core.plan import COUNTING, Longest, Trip, longest_stay, refusal_of, taken_by, trip
from kzstay.core.reckoning import Reckoning

NEEDS_VISA: tuple[Way, ...] = ("visa", "e-visa")


class EntryQuestion(msgspec.Struct, frozen=True):
    """What is asked of an entry; without a citizenship, of the traveller who is shown."""

    citizenship: str = ""
    passport: PassportKind = "national"
    entry: date | None = None  # None: as soon as may be
    days: int | None = None
    left: date | None = None  # the day on which the present stay is taken to end
    purpose: str | None = None


class Purposed(msgspec.Struct, frozen=True):
    """Whether an entry fits a purpose, how sure that is, and where it is said; the visas that are for it."""

    row: PurposeRow
    fit: Fit | None  # of a visa-free entry; None where a visa or a permit says what a stay is for
    certainty: Certainty
    articles: list[str]
    visas: list[str]
    electronic: bool = False  # an electronic visa may be issued to this person for it
    rvp: bool = False  # nor is a visa needed: a temporary residence permit may be had after the arrival


class Paper(msgspec.Struct, frozen=True):
    """A paper to bring."""

    row: PaperRow
    supposed: bool = False  # it is for children, and nobody said how old the person is


class Ground(msgspec.Struct, frozen=True):
    """What an entry may be refused for."""

    row: GroundRow
    found: bool = False  # the case shows that it is so
    bar: Bar | None = None  # by this


class EntryCheck(msgspec.Struct, frozen=True):
    """The whole answer for an entry on a day."""

    assessment: Assessment
    entry: date
    way: Way
    regime: Regime | None  # of a visa-free entry
    need: VisaRow | None  # what the law says is needed, where there is no regime
    permit_until: date | None  # the last day of the permit that lets the person in
    resides: bool  # it is one to live here permanently
    refused: str | None  # by what: a ban, an expulsion, a fine
    taken: int | None  # the stay within which the day lies
    longest: Longest | None
    asked: Trip | None
    purpose: Purposed | None
    papers: list[Paper]
    grounds: list[Ground]
    planned: Assessment | None  # with this stay added; None where no stay can begin
    duties: list[Duty]  # of that stay, the earliest due first
    visa_supposed: bool  # the days asked for are taken to be those of a visa

    @property
    def possible(self) -> bool:
        """Tell whether the days and the rulings let somebody in on the day, without a visa or on a permit."""
        return self.longest is not None and self.longest.days > 0

    @property
    def found(self) -> list[Ground]:
        """List the grounds that the case shows."""
        return [ground for ground in self.grounds if ground.found]

    @property
    def to_rule_out(self) -> list[Ground]:
        """List the grounds that only the person can rule out."""
        return [ground for ground in self.grounds if not ground.found]

    @property
    def unfit(self) -> bool:
        """Tell whether somebody who needs no visa as such needs one for the purpose."""
        return _unfit(self.purpose)


def check_entry(a: Assessment, entry: date, days: int | None = None, purpose: str | None = None) -> EntryCheck:
    """Answer what an entry takes. Raises KeyError for a purpose that ``entry.toml`` does not have."""
    reckoning = a.reckoning
    way = way_in(reckoning, entry)
    regime = reckoning.regime(entry) if way == "visa-free" else None
    taken = taken_by(reckoning, entry) if way != "citizen" else None
    leaving = entry + DAY * (days - 1) if days else None
    foreign = way != "citizen"
    longest = longest_stay(reckoning, entry) if foreign else None
    refused = refusal_of(reckoning, entry) if foreign else None
    meant = _purposed(a, way, regime, purpose) if purpose and foreign else None
    visa = way in NEEDS_VISA or _unfit(meant)
    supposed = visa and leaving is not None
    planned = None
    barred = taken is not None or refused is not None or reckoning.undated
    if foreign and not barred and (longest is None or longest.days):
        stay = Stay(entry=entry, exit=leaving, kind=meant.row.stay if meant else "visit")
        planned = _planned(a, stay, visa=supposed)
    return EntryCheck(
        assessment=a,
        entry=entry,
        way=way,
        regime=regime,
        need=reckoning.need(entry) if way not in ("visa-free", "permit") else None,
        permit_until=reckoning.history.cover_on(entry).on(entry) if way == "permit" else None,
        resides=way == "permit" and reckoning.history.holder.resides(entry),
        refused=refused,
        taken=taken,
        longest=longest,
        asked=trip(reckoning, entry, leaving) if leaving and foreign else None,
        purpose=meant,
        papers=list(_papers(a, entry, "visa" if _unfit(meant) else way, purpose)),
        grounds=list(_grounds(a, entry, longest, purpose)) if foreign else [],
        planned=planned,
        duties=_duties(planned, on_visa_of_unknown_days=visa and not supposed),
        visa_supposed=supposed,
    )


def way_in(reckoning: Reckoning, entry: date) -> Way:
    """Name by what right somebody comes in on a day, whatever the days say and whatever refuses it."""
    if reckoning.needs(entry) == "citizen":
        return "citizen"
    if reckoning.history.cover_on(entry).on(entry):
        return "permit"
    return "visa-free" if reckoning.regime(entry) else reckoning.needs(entry)


# What it is for


def _purposed(a: Assessment, way: Way, regime: Regime | None, purpose: str) -> Purposed:
    entry_law = a.law.entry
    row = entry_law.purposes[purpose]
    electronic = way == "e-visa" and row.electronic
    if regime is None:
        return Purposed(row, None, row.certainty, row.articles, row.visas, electronic)
    contract = a.law.contract
    if purpose == "work" and a.traveller.citizenship in contract.countries:
        return Purposed(row, "contract", contract.certainty, contract.articles, [])
    for remark in regime.remarks:
        use = entry_law.uses.get(remark)
        if use is not None and (fit := _said(use, purpose)):
            return Purposed(row, fit, use.certainty, regime.articles, row.visas)
    rvp = row.rvp and row.visa_free == "permit" and regime.longer == "rvp"
    return Purposed(row, row.visa_free, row.certainty, row.articles, row.visas, rvp=rvp)


def _said(use: UseRow, purpose: str) -> Fit | None:
    """Return what a remark says of a purpose; None where it is silent."""
    if purpose in use.opens:
        return "open"
    if purpose in use.refuses:
        return "refused"
    return "allowed" if purpose in use.allows else None


def _unfit(found: Purposed | None) -> bool:
    return found is not None and (found.fit == "refused" or (found.fit == "permit" and not found.rvp))


# What to bring


def _papers(a: Assessment, entry: date, way: Way, purpose: str | None) -> Iterator[Paper]:
    born, held = a.traveller.born, _held(a, entry)
    for row in a.law.entry.papers:
        if not row.in_force(entry) or way not in row.ways or not _for(row, a, purpose):
            continue
        if held.intersection(row.free_permits):
            continue
        if row.under_age is None or born is None:
            yield Paper(row, supposed=row.under_age is not None)
        elif entry < born + relativedelta(years=row.under_age):
            yield Paper(row)


def _held(a: Assessment, entry: date) -> set[str]:
    return {permit.kind for permit in a.traveller.permits if permit.first <= entry <= permit.until}


def _for(row: PaperRow, a: Assessment, purpose: str | None) -> bool:
    """Tell whether a paper is for a citizenship, a passport and a purpose."""
    citizenship, passport = a.traveller.shown(None)
    spared = purpose in row.spared_purposes and citizenship in (row.spared_countries or (citizenship,))
    return (
        not spared
        and passport in (row.passports or (passport,))
        and citizenship in (row.countries or (citizenship,))
        and citizenship not in row.not_countries
        and purpose in (row.purposes or (purpose,))
    )


# What it may be refused for


def _grounds(a: Assessment, entry: date, longest: Longest | None, purpose: str | None) -> Iterator[Ground]:
    held = _held(a, entry)
    bars: dict[str | None, Bar] = {
        _because(a, bar): bar for bar in reversed(a.reckoning.bars) if _bars(a, bar, entry)
    }
    used_up = longest is not None and not longest.days and longest.because in {*COUNTING, "per-entry"}
    for row in a.law.entry.grounds:
        if not row.in_force(entry) or purpose in row.spared_purposes or held.intersection(row.free_permits):
            continue
        bar = bars.get(row.shown)
        yield Ground(row, found=bar is not None or (row.shown == "days" and used_up), bar=bar)


def _because(a: Assessment, bar: Bar) -> str:
    """Name what bars: who was told by a court to leave has not left yet, so that an expulsion is open."""
    expelled = bar.because == "ordered" and a.traveller.rulings[bar.ruling].kind == "expulsion"
    return "expulsion" if expelled else bar.because


def _bars(a: Assessment, bar: Bar, entry: date) -> bool:
    """Tell whether what forbids on the day of reckoning refuses an entry on another one."""
    ban_over = bar.because == "ban" and bar.until is not None and entry > bar.until
    return _because(a, bar) in REFUSALS and not ban_over


# What has to be done after it


def _planned(a: Assessment, stay: Stay, *, visa: bool) -> Assessment:
    """Assess the traveller with the stay added, and with a visa for its days where one is taken to be held."""
    permits = a.traveller.permits
    if visa and stay.exit:
        permits = (*permits, Permit(kind="visa", first=stay.entry, until=stay.exit))
    person = msgspec.structs.replace(a.traveller, stays=(*a.traveller.stays, stay), permits=permits)
    # Of an entry that is past nothing is told as missed: it is a question of what it takes
    return assess(person, min(a.on, stay.entry), a.law, a.reading)


def _duties(planned: Assessment | None, *, on_visa_of_unknown_days: bool) -> list[Duty]:
    if planned is None:
        return []
    found = planned.stay_duties(len(planned.traveller.stays) - 1)
    return agenda.in_order(
        planned,
        (
            duty
            for duty in found
            if duty.state != "waived"
            and not agenda.doubled(planned, duty)
            and not (on_visa_of_unknown_days and duty.row.leaving)
        ),
    )
