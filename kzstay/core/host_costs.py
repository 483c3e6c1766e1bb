"""Costs of a guest's overstay for the host: for taking no measures, for the home, and for the expulsion."""

from __future__ import annotations

import msgspec

from kzstay.core.assess import Assessment
from kzstay.core.costs import opened_on
from kzstay.core.duties import Duty
from kzstay.core.law.schema import Offence
from kzstay.core.sanctions import Penalty, penalties


class HostCost(msgspec.Struct, frozen=True):
    """What a guest's overstay costs the host; of a host whose kind is not known, every kind."""

    offences: dict[Offence, list[Penalty]]
    articles: list[str]  # of the penalties, and of who bears the cost of an expulsion


def host_cost_of(a: Assessment, duty: Duty) -> HostCost | None:
    """Return what it costs the host if the traveller misses a duty, or None where that is no offence of the host.

    Source: KoAP 518(1), 518(2), 916(1), ML 60(2).
    """
    day, kind = opened_on(a, duty), a.traveller.host.kind if a.traveller.host else None
    found: dict[Offence, list[Penalty]] = {}
    for offence in duty.row.host_offences:
        if rows := penalties(a.law, offence, day, host=kind):
            found[offence] = rows
    if not found:
        return None
    articles = [article for rows in found.values() for one in rows for article in one.row.articles]
    return HostCost(found, list(dict.fromkeys([*articles, *a.law.expulsion_cost.articles])))
