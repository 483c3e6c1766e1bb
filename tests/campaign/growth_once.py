"""One measurement in a process of its own, whose only child is what it measures: so the peak is that child's."""

from __future__ import annotations

from tests.campaign.growth import MEASURES, measured
from tests.campaign.processes import hand_in, take_task

if __name__ == "__main__":
    name, folder = take_task(str)
    hand_in(folder, measured(MEASURES[name]))
