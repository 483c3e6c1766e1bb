"""Drive the program by faults, fuzz and hands, as long as wanted: ``python -m tests.campaign NAME``.

``kill`` ends the program in the middle of things, ``fuzz`` hands it spoilt files and arguments, ``monkey`` presses
keys and drags in the real window, ``faults`` gives it a disk that refuses, ``growth`` gives it much. Each prints a
table with its seed, keeps a minimal input for each kind of failure in ``build/campaign``, and ends with 1 where
something failed. The same seed does the same again; ``--replay FOLDER`` does again what one folder holds.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import SystemRandom

import msgspec

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from tests.campaign import faults, fuzz, growth, kill, monkey
from tests.campaign.processes import Clock
from tests.campaign.table import FOLDER, Failure, Table


class Campaign(msgspec.Struct, frozen=True):
    """One of the campaigns: what it does, how much without being told, and how a failure is repeated."""

    run: Callable[[Table, Clock, int, int], None]
    replay: Callable[[Path], list[Failure]]
    runs: int
    counted: str


CAMPAIGNS = {
    "kill": Campaign(kill.campaign, kill.replay, 400, "kills"),
    "fuzz": Campaign(fuzz.campaign, fuzz.replay, 100_000, "inputs"),
    "monkey": Campaign(monkey.campaign, monkey.replay, 30_000, "acts"),
    "faults": Campaign(faults.campaign, faults.replay, len(faults.CHECKS), "checks"),
    "growth": Campaign(growth.campaign, growth.replay, len(growth.MEASURES), "measurements"),
}


def main(arguments: Sequence[str]) -> int:
    """Run a campaign and return 1 where something failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.campaign", description=__doc__)
    parser.add_argument("name", choices=CAMPAIGNS)
    parser.add_argument("--minutes", type=float, help="stop after so long")
    parser.add_argument(
        "--runs", type=int, help=", ".join(f"{name}: {one.runs} {one.counted}" for name, one in CAMPAIGNS.items())
    )
    parser.add_argument("--seed", type=int, help="do the same again; a new one if left out")
    parser.add_argument("--jobs", type=int, default=1, help="so many processes at once")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where inputs are kept, build/campaign")
    parser.add_argument("--replay", type=Path, metavar="FOLDER", help="do again what is kept in a folder")
    options = parser.parse_args(arguments)
    chosen = CAMPAIGNS[options.name]
    if options.replay:
        failures = chosen.replay(options.replay)
        print("\n".join(f"{failure.kind}\n{failure.told}" for failure in failures) or "no failure")
        return bool(failures)
    seed = SystemRandom().getrandbits(32) if options.seed is None else options.seed
    table = Table(options.name, seed, options.folder)
    chosen.run(table, Clock(options.minutes), options.runs or chosen.runs, options.jobs)
    print(table)
    return bool(table.failures)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
