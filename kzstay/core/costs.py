"""What it costs to miss a duty: the penalties that fit the days, the host and the year."""

from __future__ import annotations

import msgspec

from kzstay.core.duties import Duty
from kzstay.core.law.schema import Offence
from kzstay.core.reckoning import Reckoning
from kzstay.core.sanctions import Penalty, penalised, penalties

# The offence that it is to do the same again within the time for which one counts as penalised
AGAIN: dict[Offence, Offence] = {"overstay": "overstay-again", "host-notice": "host-again"}


class Cost(msgspec.Struct, frozen=True):
    """What missing a duty costs, the first time and again."""

    days: int | None  # of the overstay that it is or will be; None where it is not known or is no overstay
    first: list[Penalty]
    again: list[Penalty]
    repeated: bool  # a ruling of the case makes it a repeated offence


def cost_of(reckoning: Reckoning, duty: Duty) -> Cost | None:
    """Return what it costs to miss a duty, or None where no penalty is known.

    An overstay that has happened or is planned costs what its days cost; of one that threatens all steps are told.
    """
    law, traveller = reckoning.law, reckoning.traveller
    offence = law.duties[duty.kind].offence
    if offence is None:
        return None
    day = duty.due.under(reckoning.reading)
    if offence == "host-notice":
        kind = traveller.host.kind if traveller.host else None
        return Cost(
            None, penalties(law, offence, day, host=kind), penalties(law, AGAIN[offence], day, host=kind), False
        )
    verdict = reckoning.verdict(duty.stay) if duty.stay is not None else None
    if verdict and verdict.because == "ban":
        return None  # who enters in spite of a ban does not stay too long, but commits another offence
    days = verdict.overstay_days or None if verdict else None
    return Cost(
        days,
        penalties(law, offence, day, days=days),
        penalties(law, AGAIN[offence], day, days=days),
        penalised(law, traveller.rulings, day),
    )
