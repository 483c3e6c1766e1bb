"""Costs of missing a duty: the penalties that fit the days, the host and the year."""

from __future__ import annotations

import msgspec

from kzstay.core.assess import Assessment
from kzstay.core.bars import REFUSALS
from kzstay.core.duties import Duty
from kzstay.core.sanctions import Penalty, penalised, penalties


class Cost(msgspec.Struct, frozen=True):
    """What missing a duty costs, the first time and again."""

    days: int | None  # of the overstay that it is or will be; None where it is not known or is no overstay
    first: list[Penalty]
    again: list[Penalty]
    repeated: bool  # a ruling of the case makes it a repeated offence


def cost_of(a: Assessment, duty: Duty) -> Cost | None:
    """Return what it costs to miss a duty, or None where no penalty is known.

    An overstay that has happened or is planned costs what its days cost; of one that threatens all steps are told.
    """
    law, traveller, row, day = a.law, a.traveller, duty.row, duty.due.under(a.reading)
    if row.offence is None:
        return None
    if row.who == "host":
        kind = traveller.host.kind if traveller.host else None
        again = penalties(law, row.again, day, host=kind) if row.again else []
        return Cost(None, penalties(law, row.offence, day, host=kind), again, False)
    verdict = a.reckoning.verdict(duty.stay) if duty.stay is not None else None
    if verdict and verdict.because in REFUSALS:
        return None  # who enters in spite of a refusal does not stay too long, but commits another offence
    days = verdict.overstay_days or None if verdict else None
    again = penalties(law, row.again, day, days=days) if row.again else []
    return Cost(days, penalties(law, row.offence, day, days=days), again, penalised(law, traveller.rulings, day))
