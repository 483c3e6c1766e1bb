"""What a guest's overstay costs the host: KoAP 518(1), 518(2), 916(1), ML 60(2)."""

from __future__ import annotations

import pytest

from kzstay.core.assess import assess
from kzstay.core.case import HostKind, Traveller
from kzstay.core.host_costs import HostCost, host_cost_of
from tests.core.builders import LAW, fine, ruled
from tests.helpers import day, stay, traveller


def cost(person: Traveller, kind: str, on: str = "2026-11-22") -> HostCost | None:
    a = assess(person, day(on), LAW)
    return host_cost_of(a, next(duty for duty in a.duties if duty.kind == kind))


@pytest.mark.parametrize("kind", ["leave", "longer"])
@pytest.mark.parametrize(
    ("host", "measures", "housing"),
    [("individual", 0, 25), ("small", 10, 40), ("medium", 15, 55), ("large", 20, 75)],
)
def test_the_host_pays_for_taking_no_measures_and_for_the_home(
    kind: str, host: HostKind, measures: int, housing: int
) -> None:
    found = cost(traveller("DE", stay("2026-11-11"), host=host), kind)
    assert found is not None
    assert {offence: [one.row.mci for one in rows] for offence, rows in found.offences.items()} == {
        "host-notice": [measures],
        "host-housing": [housing],
    }
    assert found.articles == ["KoAP 518(1)", "KoAP 518(2)", "ML 60(2)", "KoAP 916(1)"]


def test_of_a_host_whose_kind_is_not_known_every_kind_is_told() -> None:
    found = cost(traveller("DE", stay("2026-11-11")), "leave")
    assert found is not None
    assert all(len(rows) > 1 for rows in found.offences.values())


def test_other_duties_cost_the_host_nothing_by_the_guest() -> None:
    assert cost(traveller("DE", stay("2026-11-11")), "host-notice") is None
    assert cost(ruled(traveller("DE"), fine("2026-11-18")), "fine") is None


def test_before_the_penalties_of_today_nothing_is_told() -> None:
    assert cost(traveller("DE", stay("2019-12-01", "2020-01-05")), "leave", "2020-02-01") is None
