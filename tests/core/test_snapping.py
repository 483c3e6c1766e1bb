"""Days that are easily hit with the mouse."""

from __future__ import annotations

from kzstay.core.snapping import marks, shifted
from tests.helpers import day, permit, stay, traveller

ON = day("2026-11-22")
ANNA = traveller(
    "DE", stay("2026-09-01", "2026-09-20"), stay("2026-11-11"), permits=[permit("2026-11-01", "2026-12-31")]
)


def test_today_the_edges_of_other_stays_and_the_ends_of_permits_are_worth_being_hit() -> None:
    assert marks(ANNA, 1, ON) == [day("2026-09-01"), day("2026-09-20"), ON, day("2026-12-31")]
    assert marks(ANNA, None, ON) == [
        day("2026-09-01"),
        day("2026-09-20"),
        day("2026-11-11"),
        ON,
        day("2026-12-31"),
    ]


def test_a_move_is_drawn_to_where_either_edge_hits_a_day() -> None:
    edges = [day("2026-09-01"), day("2026-09-20")]
    assert shifted(edges, 62, [ON], 1) == 63
    assert shifted(edges, 81, [ON], 1) == 82
    assert shifted(edges, 70, [ON], 1) == 70
    assert shifted(edges, 70, [], 1) == 70
