"""Keys, clicks, drags, the wheel, texts and commands at random in the real window, in its running loop.

Each run is a process of its own with its own case, size, language and colours, so that a segmentation fault is a
failure like any other. An act is a name and a seed: what it does depends on these and on what the window shows, so
that a list of acts can be played again, and parts of it too. That is how a failure is made smaller: the same
start, fewer acts. It is kept as ``run.json``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import msgspec

from tests.campaign.acts import WEIGHTS
from tests.campaign.monkey_run import LOG, Act, Done, Run
from tests.campaign.processes import Clock, Ended, apart, side_by_side
from tests.campaign.table import Failure, Table

ACTS = 250  # in one run
TOO_SLOW = 300  # seconds for one run
SIZES = (900, 690), (900, 690), (1280, 900), (1600, 1000), (640, 480)
RUN = "run.json"
REPLAYS = 30  # to make a failure smaller


def drawn(random: Random, count: int) -> Run:
    """Draw a run: how it starts and so many acts."""
    names = random.choices(list(WEIGHTS), list(WEIGHTS.values()), k=count)
    return Run(
        seed=random.getrandbits(32),
        size=random.choice(SIZES),
        language=random.choice(("en", "ru", "kk")),
        dark=random.random() < 0.3,
        acts=[Act(name, random.getrandbits(32)) for name in names],
    )


def outcome(run: Run) -> tuple[int, Failure | None]:
    """Do a run in a process; return how many acts were done and what went wrong."""
    ended = apart("monkey_run", run, timeout=TOO_SLOW)
    if ended.found is not None:
        done = msgspec.json.decode(ended.found, type=Done)
        if done.failure is None:
            return done.acts, None
        return done.acts, _kept(done.failure, done.told, run, done.acts)
    begun = _begun(ended)
    return begun, _kept(ended.crash, ended.errors[-6000:], run, begun)


def _begun(ended: Ended) -> int:
    return len(ended.left.get(LOG, b"").splitlines())


def _kept(kind: str, told: str, run: Run, acts: int) -> Failure:
    """Return a failure with the acts that led to it."""
    led = msgspec.structs.replace(run, acts=run.acts[:acts])
    names = " ".join(act.name for act in led.acts[-8:])
    told = f"{told}\n\n{run.language}, {run.size}, {acts} acts, the last of them: {names}"
    return Failure(kind=kind, told=told, kept={RUN: msgspec.json.encode(led)})


def smaller(failure: Failure, clock: Clock) -> Failure:
    """Return the failure with as few acts as can be found."""
    best, left = failure, REPLAYS

    def fails(run: Run) -> bool:
        nonlocal best, left
        left -= 1
        found = outcome(run)[1]
        if found is None or found.kind != failure.kind:
            return False
        best = found if found.size <= best.size else best
        return True

    run = msgspec.json.decode(failure.kept[RUN], type=Run)
    for last in (1, 4, 16, 64):  # most often it is the end that does it
        if last < len(run.acts) and left > 0 and fails(msgspec.structs.replace(run, acts=run.acts[-last:])):
            break
    size = 0
    while left > 0 and not clock.over:
        run = msgspec.json.decode(best.kept[RUN], type=Run)
        size = min(size or len(run.acts) // 2, len(run.acts) // 2)
        if size == 0:
            break
        if not any(left > 0 and fails(one) for one in _without(run, size)):
            if size == 1:
                break
            size //= 2
    return best


def _without(run: Run, count: int) -> Iterator[Run]:
    """Yield the run without some acts in a row, each time others."""
    for start in range(0, len(run.acts), count):
        yield msgspec.structs.replace(run, acts=[*run.acts[:start], *run.acts[start + count :]])


def campaign(table: Table, clock: Clock, runs: int, jobs: int) -> None:
    """Do so many acts, run by run."""
    random = Random(table.seed)
    drawn_runs = (drawn(random, min(ACTS, runs - done)) for done in range(0, runs, ACTS))
    count = 0
    for run, (acts, failure) in side_by_side(drawn_runs, outcome, jobs, clock):
        count += 1
        row = f"{run.language}, {'dark' if run.dark else 'light'}, {run.size[0]} x {run.size[1]}"
        table.ran(row, acts)
        if failure and table.failed(row, failure):
            table.keep(smaller(failure, clock))
    table.figures["windows"] = f"{count:,}"


def replay(folder: Path) -> list[Failure]:
    """Do again what is kept in a folder."""
    failure = outcome(msgspec.json.decode((folder / RUN).read_bytes(), type=Run))[1]
    return [failure] if failure else []
