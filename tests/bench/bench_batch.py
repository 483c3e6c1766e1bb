"""A batch against nothing but the counting: ``Presence`` and ``Rolling.used`` of the same stays, in the same run.

All times are seconds of the processor, so that what else the machine does counts little. The table is as many
travellers as ``KZSTAY_BATCH`` says, 200000 for the aim of the design; each has eight stays. The answers of one and
of two processes are compared to the byte, and some of them with those of ``kzstay check``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from kzstay.batch.answers import unswept
from kzstay.bundled import law
from kzstay.core.assess import assess
from kzstay.core.case import Stay, Traveller
from kzstay.core.days import Presence
from kzstay.core.limits import Rolling
from kzstay.core.readings import Reading
from kzstay.export import json as answer_json

TRAVELLERS = int(os.environ.get("KZSTAY_BATCH", "20000"))
FEWER = 10  # times, for the memory
STAYS = 8
AT_ONCE = 2000  # travellers in memory, about as many as in a piece of a table
SAMPLE = 400
ON = date(2026, 11, 22)
CITIZENSHIPS = "DE", "FR", "US", "TR", "KR", "JP", "GB", "IT", "RU", "UZ", "KG", "CN", "IN", "TH", "GE", "PL"
HEADER = "traveller,citizenship,passport,born,entry,exit,notified,registered\n"
Stays = list[tuple[date, date | None, date | None]]


def stays_of(random: Random) -> Stays:
    """Return eight stays, the last of half of the travellers going on; some of them were too long."""
    here = random.random() < 0.5
    entry = ON - timedelta(random.randrange(35) if here else random.randrange(40, 80))
    found: Stays = [(entry, None if here else entry + timedelta(random.randrange(14)), None)]
    while len(found) < STAYS:
        leaving = found[-1][0] - timedelta(random.randrange(10, 75))
        entry = leaving - timedelta(random.randrange(14))
        found.append((entry, leaving, entry + timedelta(2) if random.random() < 0.6 else None))
    return found[::-1]


def write(path: Path, count: int) -> None:
    """Write a table of travellers, the same for the same number."""
    random = Random(1)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        for number in range(count):
            person = f"Traveller {number},{CITIZENSHIPS[number % 16]},national,{1950 + number % 50}-05-01"
            for entry, leaving, told in stays_of(random):
                file.write(f"{person},{entry},{leaving or ''},{told or ''},\n")


def batch(table: Path, result: Path, jobs: int) -> tuple[float, float]:
    """Answer a table; return the seconds of the processor, and the most megabytes of the program."""
    command = [
        sys.executable,
        "-m",
        "kzstay",
        "batch",
        table,
        "-o",
        result,
        "--on",
        ON.isoformat(),
        "--jobs",
        str(jobs),
    ]
    process = subprocess.Popen(command)
    most = 0.0
    while True:
        most = max(most, peak(process.pid))
        ended, status, used = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        time.sleep(0.02)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1)
    return used.ru_utime + used.ru_stime, most


def peak(process: int) -> float:
    """Return the most megabytes that a process has had; what it is told of at its end counts ours too."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    return max((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), default=0)


def plainly(count: int) -> float:
    """Return the seconds of the counting alone, for one traveller; of the same stays, each once as in a batch."""
    random, rule, spent = Random(1), Rolling(90, 180), 0.0
    for begin in range(0, count, AT_ONCE):
        travellers = min(AT_ONCE, count - begin)
        people = [[(entry, leaving or ON) for entry, leaving, _ in stays_of(random)] for _ in range(travellers)]
        with unswept():  # as in a batch
            began = time.process_time()
            for stays in people:
                rule.used(Presence(stays), ON)
            spent += time.process_time() - began
    return spent / count


def check(result: Path) -> None:
    """Compare the first answers with those of ``kzstay check``."""
    random = Random(1)
    with result.open(encoding="utf-8") as file:
        names = next(file).rstrip("\n").split(",")
        rows = [dict(zip(names, next(file).rstrip("\n").split(","), strict=True)) for _ in range(SAMPLE)]
    for number, row in enumerate(rows):
        stays = tuple(Stay(entry=entry, exit=leaving, notified=told) for entry, leaving, told in stays_of(random))
        person = Traveller(
            name="A", citizenship=CITIZENSHIPS[number % 16], born=date(1950 + number % 50, 5, 1), stays=stays
        )
        found = [assess(person, ON, law())]
        (said,) = answer_json.check(found, ON, Reading.SAFE, law())["travellers"]
        assert row["standing"] == said["standing"]
        leave_by = said["leave_by"] and said["leave_by"].safe
        assert row["leave_by"] == str(leave_by or "")
        assert int(row["overstay_days"]) == sum(stay["overstay_days"] for stay in said["stays"])
        assert int(row["missed"]) == sum(duty["state"] == "missed" for duty in said["duties"])


def measure() -> Iterator[tuple[str, float, float]]:
    """Give what was done, our seconds and those of the reference; of memory megabytes for seconds."""
    with tempfile.TemporaryDirectory() as place:
        table, few, one, two = (Path(place) / name for name in ("in.csv", "few.csv", "one.csv", "two.csv"))
        write(table, TRAVELLERS)
        write(few, TRAVELLERS // FEWER)
        empty = Path(place) / "empty.csv"
        write(empty, 1)
        start = batch(empty, two, 1)[0]
        small = batch(few, two, 1)[1]
        before = plainly(TRAVELLERS)
        ours, large = batch(table, one, 1)
        plain = (before + plainly(TRAVELLERS)) / 2  # the machine may be slower by then
        shared, _ = batch(table, two, 2)
        assert one.read_bytes() == two.read_bytes()
        check(one)
        yield f"batch, a traveller of {TRAVELLERS}", (ours - start) / TRAVELLERS, plain
        yield "batch by two processes, a traveller", (shared - 2 * start) / TRAVELLERS, plain
        yield f"memory of a batch, {TRAVELLERS // FEWER} to {TRAVELLERS} travellers, GB", large / 1e3, small / 1e3
