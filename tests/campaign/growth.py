"""Much of everything: the time and the memory that answers take as the stays, travellers and visas grow.

Each measurement is a process of its own. Where the aims name a bound, the ratio to it is printed, and more than 1
is a failure; else the figures alone, for a comparison with the run before. Seconds are those of this machine as it
is now: on a busy one they say little.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import msgspec

from tests.campaign.processes import ROOT, Clock, apart, environment
from tests.campaign.random_cases import ON, Raw, case_of, written
from tests.campaign.table import Failure, Table

PATIENCE = 120  # seconds for one measurement
FIRST = date(1991, 1, 1)
NAME = "measure.txt"


class Measure(msgspec.Struct, frozen=True):
    """What is measured: a command on a case of some size, or the window on it; and the bounds aimed at."""

    command: str
    stays: int
    travellers: int = 1
    visas: int = 0
    seconds: float | None = None
    megabytes: float | None = None
    milliseconds: dict[str, float] = {}

    @property
    def name(self) -> str:
        """Name it for the table."""
        visas = f", {self.visas} visas" if self.visas else ""
        return f"{self.command}, {self.stays:,} x {self.travellers:,}{visas}"


def _of(command: str, stays: Sequence[int], **bounds: Any) -> list[Measure]:  # noqa: ANN401
    largest = stays[-1]
    return [Measure(command, number, **(bounds if number == largest else {})) for number in stays]


MEASURES = {
    measure.name: measure
    for measure in (
        *_of("check", (60, 600, 6000, 60_000), seconds=5, megabytes=300),
        *_of("plan", (60, 600, 6000), seconds=2),
        *_of("report", (60, 600, 6000), seconds=30),
        *(Measure(command, 6000, 100) for command in ("check", "plan", "report")),
        *(Measure(command, 800, visas=50, seconds=5) for command in ("check", "plan")),
        *_of("window", (60, 1000), milliseconds={"open": 1000, "edit": 60}),
    )
}


class Took(msgspec.Struct, frozen=True):
    """What a measurement came to; ``milliseconds`` of what was done in the window."""

    seconds: float
    megabytes: float
    code: int
    milliseconds: dict[str, float] = {}
    errors: str = ""

    def ratios(self, measure: Measure) -> dict[str, float]:
        """Return how much of each bound was taken."""
        bounds = {"s": (self.seconds, measure.seconds), "MB": (self.megabytes, measure.megabytes)}
        bounds |= {name: (self.milliseconds.get(name, 0), bound) for name, bound in measure.milliseconds.items()}
        return {name: value / bound for name, (value, bound) in bounds.items() if bound}


def case_for(measure: Measure) -> bytes:
    """Write the case of a measurement: short stays in a row up to the day of reckoning, or from the first on."""
    each = max(1, measure.stays // measure.travellers)
    people = [_person(f"T{number}", each, measure.visas) for number in range(measure.travellers)]
    return written(case_of(*people))


def _person(name: str, stays: int, visas: int) -> Raw:
    step = max(1, min(20, (ON - FIRST).days // stays))
    first = max(FIRST, ON - timedelta(step * stays))
    entries = [first + timedelta(step * number) for number in range(stays)]
    found: Raw = {
        "name": name,
        "citizenship": "DE",
        "stays": [
            # Where a day is all there is for one, they share it with the next
            {"entry": entry.isoformat(), "exit": (entry + timedelta(step // 2)).isoformat()}
            for entry in entries
        ],
    }
    if visas:
        length = (ON - first).days // visas
        begins = [first + timedelta(length * number) for number in range(visas)]
        found["permits"] = [
            {
                "kind": "visa",
                "from": begin.isoformat(),
                "until": (begin + timedelta(length)).isoformat(),
                "days": 90,
                "entries": 30,
            }
            for begin in begins
        ]
    return found


def measured(measure: Measure) -> Took:
    """Measure once."""
    if measure.command == "window":
        ended = apart("growth_window", measure.stays, timeout=PATIENCE)
        if ended.found is None:
            return Took(PATIENCE, 0, ended.code, errors=ended.errors)
        return msgspec.json.decode(ended.found, type=Took)
    with TemporaryDirectory(prefix="growth-") as name:
        folder = Path(name)
        (folder / "case.kzstay").write_bytes(case_for(measure))
        return _command(folder, measure.command)


def _command(folder: Path, command: str) -> Took:
    options = {
        "check": ["--on", ON.isoformat()],
        "plan": ["--traveller", "T0", "--entry", (ON + timedelta(30)).isoformat(), "--on", ON.isoformat()],
        "report": ["-o", str(folder / "report.pdf"), "--on", ON.isoformat()],
    }
    (folder / "home").mkdir()
    with (folder / "errors").open("wb") as errors:
        begun = perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "kzstay", command, str(folder / "case.kzstay"), *options[command]],
            env=environment(folder / "home"),
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    seconds = perf_counter() - begun
    return Took(seconds, _peak(), process.returncode, errors=(folder / "errors").read_text("utf-8", "replace"))


def _peak() -> float:
    if os.name != "posix":
        return 0.0
    import resource

    # In kilobytes, but on macOS; the largest of all children so far, which the first of a measurement's is
    size = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return size / (2**20 if sys.platform == "darwin" else 2**10)


def told(took: Took) -> str:
    """Tell the figures of a measurement."""
    parts = [f"{took.seconds:.2f} s", f"{took.megabytes:.0f} MB"]
    parts += [f"{name} {value:.0f} ms" for name, value in took.milliseconds.items()]
    return ", ".join(parts)


def failure_of(measure: Measure, took: Took) -> Failure | None:
    """Say what is wrong with how long or how much it took, or with how it ended."""
    kept = {NAME: measure.name.encode()}
    if took.code not in (0, 1):
        kind = f"{measure.name}: ended with {took.code} after {took.seconds:.0f} s"
        return Failure(kind=kind, told=took.errors[-3000:], kept=kept)
    over = {name: ratio for name, ratio in took.ratios(measure).items() if ratio > 1}
    if not over:
        return None
    ratios = ", ".join(f"{name} {ratio:.1f}" for name, ratio in over.items())
    return Failure(
        kind=f"{measure.name}: more than is aimed at", told=f"{told(took)}; of the aim {ratios}", kept=kept
    )


def campaign(table: Table, clock: Clock, runs: int, _jobs: int) -> None:
    """Measure so much, in an order of the seed; never two at once, which would measure each other."""
    for name in Random(table.seed).sample(list(MEASURES), min(runs, len(MEASURES))):
        if clock.over:
            return
        ended = apart("growth_once", name, timeout=2 * PATIENCE)
        took = msgspec.json.decode(ended.found, type=Took) if ended.found else Took(0, 0, -1, errors=ended.errors)
        measure = MEASURES[name]
        table.ran(name)
        ratios = ", ".join(f"{ratio:.2f} of the aim for {what}" for what, ratio in took.ratios(measure).items())
        table.figures[name] = "; ".join(filter(None, (told(took), ratios)))
        if failure := failure_of(measure, took):
            table.failed(name, failure)


def replay(folder: Path) -> list[Failure]:
    """Measure again."""
    measure = MEASURES[(folder / NAME).read_text()]
    failure = failure_of(measure, measured(measure))
    return [failure] if failure else []
