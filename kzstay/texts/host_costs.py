"""Costs of a guest's overstay for the host, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from kzstay.core.host_costs import HostCost
from kzstay.core.law.schema import Offence
from kzstay.core.sanctions import Penalty
from kzstay.texts import costs, law
from kzstay.texts.costs import Fact
from kzstay.texts.words import Words


def told(w: Words, cost: HostCost) -> list[Fact]:
    """Tell what a guest's overstay costs the host, each offence with its label, and who pays for an expulsion."""
    labels = _labels(w)
    rows = [
        (labels[offence], "; ".join(f"{label}: {text}" for label, text in costs.steps(w, found)))
        for offence, found in cost.offences.items()
    ]
    return [*rows, expulsion(w)]


def brief(w: Words, cost: HostCost) -> list[Fact]:
    """Tell the same of each offence in a few words."""
    labels = _labels(w)
    return [(labels[offence], ranging(w, found)) for offence, found in cost.offences.items()]


def ranging(w: Words, found: Sequence[Penalty]) -> str:
    """Name the penalty of a host, or the least and the gravest where the type of host is not known."""
    if len(found) < 2:
        return "".join(costs.penalty(w, one, dated=True) for one in found)
    # Translators: two penalties, the least and the gravest, both in the nominative
    return w.gettext("{least} – {gravest}, by the type of host").format(
        least=costs.penalty(w, found[0], dated=True), gravest=costs.penalty(w, found[-1], dated=True)
    )


def expulsion(w: Words) -> Fact:
    """Tell who pays for an expulsion."""
    return w.gettext("Expulsion"), law.expulsion_cost(w)


def _labels(w: Words) -> dict[Offence, str]:
    return {
        "host-notice": w.gettext("Host who does not see to papers or departure"),
        "host-housing": w.gettext("Host who houses a guest beyond the last day"),
    }
