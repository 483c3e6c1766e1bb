"""Costs of missing a duty: the penalties that fit the days, the host, the age and the year."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec
from dateutil.relativedelta import relativedelta

from kzstay.core.assess import Assessment
from kzstay.core.bars import REFUSALS
from kzstay.core.case import Ruling
from kzstay.core.days import DAY
from kzstay.core.duties import Duty
from kzstay.core.law.schema import OF_TRAVELLER, Offence, PenaltyRow
from kzstay.core.sanctions import PENALTIES, Penalty, age_on, penalised_by, penalties

Repeated = Literal[
    "no",
    "yes",  # by a ruling for the same part of an article
    "part-unknown",  # if a ruling was for the same part, which is not recorded
    "if-punished",  # if an earlier overstay was punished, of which no ruling is recorded
]


class Cost(msgspec.Struct, frozen=True):
    """What missing a duty costs, the first time and again."""

    days: int | None  # of the overstay that it is or will be; None where it is not known or is no overstay
    first: list[Penalty]
    again: list[Penalty]  # what may be repeated; without any earlier offence all that a repeated one costs
    repeated: Repeated
    opened: date  # the earliest day on which a case may be opened, which sets the index
    too_young: bool = False  # nobody of that age is penalised
    minor: bool = False  # old enough to be penalised, and not of age
    ruled: date | None = None  # when the ruling on it was served, after which no half of a fine is enough

    @property
    def likely(self) -> list[Penalty]:
        """List what the law knows for it: of each step the penalty of a repeated offence where it is one."""
        if self.repeated != "yes":
            return self.first
        kept = (one for one in self.first if not any(_covers(other.row, one.row) for other in self.again))
        return sorted([*kept, *self.again], key=lambda one: one.row.over_days)

    @property
    def halved(self) -> list[Penalty]:
        """List the fines of which half is enough before a ruling: no other penalty is named beside them."""
        return [] if self.ruled else [one for one in self.likely if one.row.outcome == "fine"]


def _covers(row: PenaltyRow, step: PenaltyRow) -> bool:
    """Tell whether the days over of a step are among those of a row."""
    up_to = step.up_to_days
    return row.over_days <= step.over_days and (
        row.up_to_days is None or (up_to is not None and up_to <= row.up_to_days)
    )


def cost_of(a: Assessment, duty: Duty, days: int | None = None) -> Cost | None:
    """Return what it costs to miss a duty, or None where no penalty is known; ``days`` that an overstay may reach.

    An overstay that has happened or is planned costs what its days cost; of one that threatens all steps are told.
    """
    law, row, traveller = a.law, duty.row, a.traveller
    if row.offence is None:
        return None
    opened = opened_on(a, duty)
    if row.who == "host":
        kind = traveller.host.kind if traveller.host else None
        again = penalties(law, row.again, opened, host=kind) if row.again else []
        return Cost(None, penalties(law, row.offence, opened, host=kind), again, "no", opened)
    verdict = a.reckoning.verdict(duty.stay) if duty.stay is not None else None
    if verdict and verdict.because in REFUSALS:
        return None  # who enters in spite of a refusal does not stay too long, but commits another offence
    days = days or (verdict.overstay_days or None if verdict else None)
    age = age_on(traveller.born, opened)
    if age is not None and age < law.minor.from_age:
        return Cost(days, [], [], "no", opened, too_young=True)
    minor = age is not None and age < law.minor.of_age

    def found(offence: Offence | None) -> list[Penalty]:
        return penalties(law, offence, opened, days=days, minor=minor) if offence else []

    if verdict and verdict.because == "ruling" and _expelled(a, duty):
        # The term was set by the court, and not by the law: KoAP 517(3), 669(1)
        return Cost(None, found(law.duties["depart"].offence), [], "no", opened, minor=minor)
    repeated, again = _repeated(a, duty, found(row.again))
    return Cost(days, found(row.offence), again, repeated, opened, minor=minor, ruled=_ruled(a, duty))


class Step(msgspec.Struct, frozen=True):
    """What an overstay will cost from a day on."""

    day: date
    cost: Cost


def next_step(a: Assessment, duty: Duty) -> Step | None:
    """Return when the overstay of the present stay will cost more, and what; None where it does not.

    Source: the rows of the penalties, by the days over.
    """
    cost = cost_of(a, duty)
    if cost is None or cost.days is None or cost.too_young or cost.ruled or duty.stay != a.current:
        return None  # what was ruled on does not grow; whether staying on is another offence was not found
    days = cost.days
    rows = a.law.by_offence.get(duty.row.offence, ()) if duty.row.offence else ()
    for reach in sorted({row.over_days for row in rows if row.over_days >= days}):
        later = cost_of(a, duty, reach + 1)
        # What a minor is fined at most is the same for several steps
        if later and later.first and _amounts(later) != _amounts(cost):
            return Step(a.on + DAY * (reach + 1 - days), later)
    return None


def _amounts(cost: Cost) -> list[tuple[str, int]]:
    return [(one.row.outcome, one.mci) for one in cost.likely]


def threatening(a: Assessment) -> set[Literal["fine", "expulsion"]]:
    """Tell what may follow on the overstay of the present stay that would bar a later entry: ML 48, LF 22."""
    cost = _of_overstay(a)
    if cost is None:
        return set()
    open_ones = cost.again if cost.repeated in ("part-unknown", "if-punished") else []
    outcomes = {one.row.outcome for one in [*cost.likely, *open_ones]}
    found: set[Literal["fine", "expulsion"]] = set()
    if any("fine" in outcome for outcome in outcomes):
        found.add("fine")
    if any("expulsion" in outcome for outcome in outcomes):
        found.add("expulsion")
    return found


def surely_expelled(a: Assessment) -> bool:
    """Tell whether the law names no penalty for the overstay of the present stay without an expulsion."""
    cost = _of_overstay(a)
    likely = cost.likely if cost else []
    return bool(likely) and all(one.row.outcome == "arrest-and-expulsion" for one in likely)


def _of_overstay(a: Assessment) -> Cost | None:
    duties = [] if a.current is None else a.stay_duties(a.current)
    costs = [cost_of(a, duty) for duty in duties if duty.kind == "leave"]
    return next((one for one in costs if one and one.days is not None), None)


def opened_on(a: Assessment, duty: Duty) -> date:
    """Return the earliest day on which the case of a missed duty may be opened.

    An overstay lasts until somebody leaves, and so does a notice that was not given: KoAP 62.
    """
    ends = duty.done or a.on
    if duty.stay is not None and duty.done is None:
        ends = a.reckoning.end(duty.stay)
    return max(duty.due.under(a.reading) + DAY, ends)


def _ruled(a: Assessment, duty: Duty) -> date | None:
    """Return when a ruling on an overstay was served: after it began, and before another stay."""
    if duty.stay is None:
        return None
    stays = a.traveller.stays
    entry, due = stays[duty.stay].entry, duty.due.under(a.reading)
    last = min((stay.entry for stay in stays if stay.entry > entry), default=date.max)
    about = {part for offence in OF_TRAVELLER for one in penalties(a.law, offence, due) for part in (_part(one),)}
    served = [
        ruling.served
        for ruling in a.traveller.rulings
        if ruling.kind in PENALTIES
        and due < ruling.served <= min(last, a.on)
        and (not ruling.part or any(ruling.part.startswith(part) for part in about))
    ]
    return max(served, default=None)


def _expelled(a: Assessment, duty: Duty) -> bool:
    order = None if duty.stay is None else a.reckoning.history.ruling(duty.stay)
    return order is not None and order.kind == "expulsion"


# Repetition: the same is what the same part of an article says


def _repeated(a: Assessment, duty: Duty, again: list[Penalty]) -> tuple[Repeated, list[Penalty]]:
    """Tell whether it is a repeated offence, and which penalties of one then fit."""
    if duty.stay is None or not again:
        return "no", again
    begins = duty.due.under(a.reading) + DAY
    before = [ruling for ruling in a.traveller.rulings if ruling.served < begins]
    penalised = penalised_by(a.law, before, begins)
    same = [one for one in again if any(_is_for(ruling, one) for ruling in penalised)]
    if same:
        return "yes", same
    if any(not ruling.part for ruling in penalised):
        return "part-unknown", again
    parts = {
        _part(one) for days in _unpunished(a, duty.stay) for one in penalties(a.law, "overstay", begins, days=days)
    }
    same = [one for one in again if parts.intersection(one.row.after)]
    return ("if-punished", same) if same else ("no", again)


def _is_for(ruling: Ruling, penalty: Penalty) -> bool:
    """Tell whether a ruling was for what a penalty names as the offence before."""
    return any(ruling.part == part or ruling.part.startswith(f"{part}(") for part in penalty.row.after)


def _part(penalty: Penalty) -> str:
    """Return the part of the article that a penalty stands in, such as ``517(3)``."""
    place = penalty.row.articles[0].partition(" ")[2]
    return ")".join(place.split(")")[:1]) + ")"


def _unpunished(a: Assessment, stay: int) -> list[int]:
    """List the days over of earlier stays after which no penalty is recorded, if one may still count.

    A penalty is carried out within a time, and counts for another one after that.
    """
    entry = a.traveller.stays[stay].entry
    first = entry - relativedelta(months=a.law.lapse.months + a.law.repeated.months)
    return [
        days
        for index, earlier in enumerate(a.traveller.stays)
        if earlier.entry < entry
        and a.reckoning.end(index) >= first
        and (days := a.reckoning.verdict(index).overstay_days)
        and not any(
            earlier.entry <= ruling.served < entry and ruling.kind in PENALTIES for ruling in a.traveller.rulings
        )
    ]
