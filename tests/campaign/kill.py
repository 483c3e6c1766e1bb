"""The program is ended in the middle of whatever it does: by SIGKILL, and by the signals that ask it to end.

Several lives follow each other on one file (or on none) in one home, so that each start shows what the end before
it left. After each end the file decodes and so does its backup; no edit is lost that had rested longer than the
autosave waits, or that is older than its longest wait; the next start shows what was kept. Whoever is asked to end
saves everything. In the last life, temporary files that are old by then are cleared away. What is kept of a
failure is the chain of lives, ``chain.json``: the moments are the same again, but for what the machine makes of
them.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic, sleep, time

import msgspec

from kzstay.core.case import Case, Traveller
from kzstay.files.codec import CaseFileError, decode
from tests.campaign.killed import Life
from tests.campaign.killed_hand import digest
from tests.campaign.processes import ROOT, Clock, environment, kind_of_traceback, side_by_side
from tests.campaign.random_cases import UNLIKE, case_of, written
from tests.campaign.table import Failure, Table

CHAIN = "chain.json"
BLANK = Case(travellers=(Traveller(name="", citizenship=""),))
LIVES = 8  # in one home
REST = 1.7  # seconds: the autosave waits one after the last edit
LONGEST = 6.5  # seconds: under steady work it waits no longer than five
TOO_LONG = 30  # seconds for a start, or for an end that was asked for
TIDYING = 1.0  # seconds in which a few edits are made and saved
TIDIED = "no kill: old temporary files"  # the row of the starts that clear them away
OLD = 2 * 60 * 60  # seconds by which temporary files are made older, so that they are stale
ASKING = {"SIGTERM": signal.SIGTERM, "SIGINT": signal.SIGINT}
if os.name == "posix":
    ASKING["SIGHUP"] = signal.SIGHUP


class Death(msgspec.Struct, frozen=True):
    """One life and its end: a signal, so many seconds after the start or after the window is whole."""

    life: Life
    signal: str
    after: float
    starting: bool


class Chain(msgspec.Struct, frozen=True):
    """Lives that follow each other in one home."""

    traveller: int
    titled: bool
    deaths: list[Death]


class Told(msgspec.Struct, frozen=True):
    """What came of one life."""

    row: str
    moment: str
    edits: int
    failures: list[tuple[str, str]]


def drawn(random: Random, lives: int = LIVES) -> Chain:
    """Draw a chain."""
    titled = random.random() < 0.75
    return Chain(random.choice((0, 1, 3, 4, 6)), titled, [_death(random) for _ in range(lives)])


def _death(random: Random) -> Death:
    slow = random.choice((0.0, 0.05, 0.3)) if random.random() < 0.57 else 0.0
    life = Life(
        seed=random.getrandbits(32),
        file=None,
        log="",
        pause=random.choice((150, 500, 1500)),
        slow=slow,
        saving=random.choice((0.0, 1.0, 1.0)),
    )
    starting = random.random() < 0.12
    after = random.uniform(0, 1.2) if starting else random.choice((1.0, 3.0, 3.0, 8.0)) * random.random()
    name = random.choice(sorted(ASKING)) if random.random() < 0.2 else "SIGKILL"
    return Death(life, name, after, starting)


# One life


class Home:
    """Where the lives of a chain are lived."""

    def __init__(self, folder: Path, chain: Chain) -> None:
        self.folder = folder
        self.file = folder / "case.kzstay" if chain.titled else None
        if self.file:
            self.file.write_bytes(written(case_of(UNLIKE[chain.traveller])))
        self.data = folder / "home" / "data" / "kzstay"
        (folder / "home").mkdir(exist_ok=True)

    def kept(self) -> dict[str, str]:
        """Return the digest of every case that is kept, by the name of its file; empty for what is no case."""
        files = [self.file] if self.file else []
        found: dict[str, str] = {}
        for path in (*files, *self.data.glob("unsaved*.kzstay")):
            try:
                found[path.name] = digest(decode(path.read_bytes()).case)
            except (CaseFileError, OSError):
                found[path.name] = ""
        return found

    def backups(self) -> list[Path]:
        """List the earlier versions."""
        return [*self.folder.glob("*.bak"), *self.data.glob("*.bak")]

    def temporary(self) -> list[Path]:
        """List what was to become a file and did not."""
        return [path for folder in (self.folder, self.data) for path in folder.glob(".*.tmp")]


def live(home: Home, death: Death, number: int) -> tuple[list[tuple[float, str, str]], int, str]:
    """Live one life to its end; return its log, how it ended and what it said."""
    task = home.folder / f"life {number}"
    task.mkdir()
    log = task / "log"
    life = msgspec.structs.replace(death.life, file=str(home.file) if home.file else None, log=str(log))
    (task / "task").write_bytes(msgspec.json.encode(life))
    with (task / "errors").open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.campaign.killed", str(task)],
            env=environment(home.folder / "home"),
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=errors,
            stderr=errors,
            start_new_session=True,
        )
        begun = monotonic()
        if not death.starting:
            while " opened " not in _text(log) and monotonic() - begun < TOO_LONG and process.poll() is None:
                sleep(0.02)
        sleep(death.after)
        process.send_signal(getattr(signal, death.signal))
        try:
            code = process.wait(TOO_LONG)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            code = TOO_LONG
    events = [line.split() for line in _text(log).splitlines()]
    return [(float(at), what, state) for at, what, state in events], code, _text(task / "errors")


def _text(path: Path) -> str:
    return path.read_text("utf-8", "replace") if path.exists() else ""


# What must hold


def judge(
    home: Home, before: dict[str, str], death: Death, events: list[tuple[float, str, str]], code: int, errors: str
) -> Iterator[tuple[str, str]]:
    """Say what one end has cost; ``before`` is what was kept when the life began."""
    kept = home.kept()
    yield from ((f"{name.removesuffix('.kzstay')} is damaged", "") for name, state in kept.items() if not state)
    for path in home.backups():
        try:
            decode(path.read_bytes())
        except CaseFileError:
            yield "a backup is damaged", path.name
    if home.file and not home.file.exists():
        yield "the file is gone", ""
    kind = kind_of_traceback(errors)
    if kind and (events or not kind.startswith("KeyboardInterrupt")):  # before the program is there
        yield f"{death.signal} {'while starting' if not _opened(events) else ''}: {kind}", errors[-3000:]
    states = [(at, state) for at, what, state in events if what in ("opened", "edited")]
    if not states:
        return
    if before and states[0][1] not in before.values():
        yield "a start shows something else than what was kept", f"{states[0][1]}, {before}"
    # A case without a file into which nothing was entered, or nothing that was not taken back, is not kept;
    # a recovered case that was taken back lies where it lay
    if home.file or states[-1][1] != digest(BLANK):
        yield from lost(states, set(kept.values()), events[-1][0], death)
    elif before and not kept:
        yield "a recovered case is gone", f"{before}"
    if death.signal in ASKING and code != 0:
        yield f"{death.signal} ends with another code than 0", f"{code}\n{errors[-3000:]}"


def _opened(events: list[tuple[float, str, str]]) -> bool:
    return any(what == "opened" for _, what, _ in events)


def lost(states: list[tuple[float, str]], kept: set[str], end: float, death: Death) -> Iterator[tuple[str, str]]:
    """Say which edits are lost that should not be; ``end`` is when the loop turned last."""
    there = max((number for number, (_, state) in enumerate(states) if state in kept), default=0)
    if there == len(states) - 1:
        return
    ends = [at for at, _ in states[1:]] + [end]
    slow = 4 * death.life.slow
    rested = [number for number, (at, _) in enumerate(states) if ends[number] - at > REST + slow]
    old = [number for number, (at, _) in enumerate(states) if end - at > LONGEST + slow]
    told = f"kept state {there} of {len(states) - 1}, the loop turned {end - states[there + 1][0]:.2f} s after it"
    if death.signal in ASKING:
        yield f"{death.signal} loses an edit", told
    elif rested and rested[-1] > there:
        yield "an edit is lost that had rested", told
    elif old and old[-1] > there:
        yield "steady work is lost", told


# Chains


def outcome(chain: Chain) -> list[Told]:
    """Live a chain and tell what came of each life."""
    found: list[Told] = []
    with TemporaryDirectory(prefix="kill-") as name:
        home = Home(Path(name), chain)
        for number, death in enumerate(chain.deaths):
            before = home.kept()
            events, code, errors = live(home, death, number)
            failures = list(judge(home, before, death, events, code, errors))
            edits = sum(what == "edited" for _, what, _ in events)
            found.append(Told(_row(death, events), _moment(events), edits, failures))
        found.append(_tidied(home, len(chain.deaths)))
    return found


def _row(death: Death, events: list[tuple[float, str, str]]) -> str:
    when = "" if _opened(events) else ", while starting"
    return f"{death.signal}{when}, {'slow disk' if death.life.slow else 'disk'}"


def _moment(events: list[tuple[float, str, str]]) -> str:
    """Name what went on at the end."""
    last = events[-1][1] if events else "begun"
    if last in ("writing", "moving"):
        return "writing"
    return {"begun": "starting", "edit": "in an edit", "moved": "just written"}.get(last, "between edits")


def _tidied(home: Home, number: int) -> Told:
    """Start once more, long after, and save: what the lives before left of temporary files is cleared away."""
    stale = home.temporary()
    for path in stale:
        os.utime(path, (time() - OLD, time() - OLD))
    life = Life(seed=number, file=None, log="", pause=10, slow=0, saving=1, edits=5)
    events, code, _ = live(
        home, Death(life, "SIGTERM" if os.name == "posix" else "SIGKILL", TIDYING, False), number
    )
    left = [path.name for path in stale if path.exists()]
    failures = [("temporary files stay for ever", ", ".join(left))] if left and code == 0 else []
    return Told(TIDIED, "between edits", sum(what == "edited" for _, what, _ in events), failures)


def campaign(table: Table, clock: Clock, runs: int, jobs: int) -> None:
    """End so many lives."""
    random = Random(table.seed)
    moments: Counter[str] = Counter()
    edits = kills = 0
    chains = (drawn(random, min(LIVES, runs - done)) for done in range(0, runs, LIVES))
    for chain, lives in side_by_side(chains, outcome, jobs, clock):
        for told in lives:
            table.ran(told.row)
            edits += told.edits
            if told.row != TIDIED:
                kills += 1
                moments[told.moment] += 1
            for kind, what in told.failures:
                table.failed(told.row, Failure(kind=kind, told=what, kept={CHAIN: msgspec.json.encode(chain)}))
    table.figures["kills"] = f"{kills:,}"
    table.figures["edits"] = f"{edits:,}"
    table.figures["moments"] = ", ".join(f"{moment} {count}" for moment, count in moments.most_common())


def replay(folder: Path) -> list[Failure]:
    """Live a chain again."""
    chain = msgspec.json.decode((folder / CHAIN).read_bytes(), type=Chain)
    return [Failure(kind=kind, told=what) for told in outcome(chain) for kind, what in told.failures]
