"""Costs of a guest's overstay for the host, in sentences."""

from __future__ import annotations

from kzstay.core.host_costs import HostCost
from kzstay.core.law.schema import Offence
from kzstay.texts import costs, law
from kzstay.texts.costs import Fact
from kzstay.texts.words import Words


def told(w: Words, cost: HostCost) -> list[Fact]:
    """Tell what a guest's overstay costs the host, each offence with its label, and who pays for an expulsion."""
    labels: dict[Offence, str] = {
        "host-notice": w.gettext("Host who does not see to papers or departure"),
        "host-housing": w.gettext("Host who houses a guest beyond the last day"),
    }
    rows = [
        (labels[offence], "; ".join(f"{label}: {text}" for label, text in costs.steps(w, found)))
        for offence, found in cost.offences.items()
    ]
    return [*rows, (w.gettext("Expulsion"), law.expulsion_cost(w))]
