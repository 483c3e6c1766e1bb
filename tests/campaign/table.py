"""What a campaign found: runs and failures, the seed, figures, and for each kind of failure what repeats it.

The smallest input of each kind is kept in a folder of its own, ``build/campaign/NAME/KIND``, with ``what.txt``
that says what happened. ``python -m tests.campaign NAME --replay FOLDER`` does it again.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import msgspec

import kzstay

FOLDER = Path(kzstay.__file__).resolve().parents[1] / "build" / "campaign"
LONGEST_NAME = 80


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """Something that went wrong: ``kind`` is the same for the same fault, ``kept`` are files that repeat it."""

    kind: str
    told: str
    kept: dict[str, bytes] = {}

    @property
    def size(self) -> int:
        """Return how many bytes repeat it; the fewer the better."""
        return sum(map(len, self.kept.values()))


class Table:
    """The runs of one campaign, row by row."""

    def __init__(self, name: str, seed: int, folder: Path = FOLDER) -> None:
        self.name = name
        self.seed = seed
        self.folder = folder / name
        self.figures: dict[str, str] = {}
        self.smallest: dict[str, Failure] = {}
        self._runs: Counter[str] = Counter()
        self._failures: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter()
        # What an earlier run kept is not of this one
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def runs(self) -> int:
        """Return how much was tried."""
        return self._runs.total()

    @property
    def failures(self) -> int:
        """Return how often something went wrong."""
        return self._failures.total()

    def ran(self, row: str, runs: int = 1) -> None:
        """Count what was tried."""
        self._runs[row] += runs

    def failed(self, row: str, failure: Failure) -> bool:
        """Count a failure, keep its input if it is the smallest of its kind, and tell whether the kind is new."""
        self._failures[row] += 1
        self._kinds[failure.kind] += 1
        earlier = self.smallest.get(failure.kind)
        if earlier is None or failure.size < earlier.size:
            self.keep(failure)
        return earlier is None

    def keep(self, failure: Failure) -> None:
        """Keep what repeats a failure, in place of what was kept of its kind before."""
        self.smallest[failure.kind] = failure
        place = self.place_of(failure.kind)
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        again = f"python -m tests.campaign {self.name} --replay {place}"
        (place / "what.txt").write_text(f"{failure.kind}\n\n{failure.told}\n\n{again}\n", "utf-8", "replace")
        for name, data in failure.kept.items():
            (place / name).write_bytes(data)

    def place_of(self, kind: str) -> Path:
        """Return the folder of a kind of failure."""
        return self.folder / (re.sub(r"\W+", "-", kind.casefold()).strip("-")[:LONGEST_NAME] or "failure")

    def __str__(self) -> str:
        lines = [f"{self.name}, seed {self.seed}", f"{'':44} {'runs':>9} {'failures':>9}"]
        lines += [f"{row:44} {runs:9,} {self._failures[row]:9,}" for row, runs in self._runs.items()]
        if len(self._runs) > 1:
            lines.append(f"{'all':44} {self.runs:9,} {self.failures:9,}")
        lines += [f"{name}: {value}" for name, value in self.figures.items()]
        lines += [f"{times} x {kind}: {self.place_of(kind)}" for kind, times in self._kinds.most_common()]
        return "\n".join(lines)
