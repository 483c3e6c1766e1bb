"""A disk that refuses, odd names, links and modes, two windows on one file, broken settings.

Each check has a folder and a home of its own and the real window. Whatever happens, what was entered is saved, or
the window says that it is not and keeps it, or closing asks; and a good copy is never lost. A failure keeps the
name of its check, ``check.txt``.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import msgspec

from tests.campaign.processes import Clock, apart, side_by_side
from tests.campaign.table import Failure, Table
from tests.campaign.trials import CHECKS

BATCH = 12
TOO_SLOW = 240  # seconds for one batch
NAME = "check.txt"


def outcome(names: list[str]) -> list[tuple[str, Failure | None]]:
    """Do some checks in a process; one that ends it has failed, those after it are done in another."""
    found: list[tuple[str, Failure | None]] = []
    while names:
        ended = apart("trials", names, timeout=TOO_SLOW)
        if ended.found is not None:
            told = msgspec.json.decode(ended.found, type=dict[str, list[str]])
            names = []
        else:
            told = msgspec.json.decode(ended.left.get("so far", b"{}"), type=dict[str, list[str]])
            culprit, *names = names[len(told) :]
            told[culprit] = [ended.crash, ended.errors]
        found += [(name, _failure(name, lines)) for name, lines in told.items()]
    return found


def _failure(name: str, lines: list[str]) -> Failure | None:
    if not lines:
        return None
    return Failure(kind=lines[0], told="\n".join([name, *lines]), kept={NAME: name.encode()})


def campaign(table: Table, clock: Clock, runs: int, jobs: int) -> None:
    """Do so many checks, in an order of the seed."""
    names = Random(table.seed).sample(list(CHECKS), min(runs, len(CHECKS)))
    batches = [names[start : start + BATCH] for start in range(0, len(names), BATCH)]
    for _, results in side_by_side(batches, outcome, jobs, clock):
        for name, failure in results:
            row = name.partition(":")[0]
            table.ran(row)
            if failure:
                table.failed(row, failure)


def replay(folder: Path) -> list[Failure]:
    """Do a check again."""
    return [failure for _, failure in outcome([(folder / NAME).read_text()]) if failure]
