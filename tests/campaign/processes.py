"""Work in processes of its own, so that one that crashes is counted like any other failure."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path
from time import monotonic
from typing import TypeVar

import msgspec

import kzstay

ROOT = Path(kzstay.__file__).resolve().parents[1]
Task = TypeVar("Task")
Found = TypeVar("Found")
# The innermost place in the program, in a traceback (last) or in what faulthandler writes (first)
_PLACE = re.compile(r'File "[^"\n]*?kzstay/((?!resources)[\w/]+\.py)", line \d+,? in (\S+)')
_LAST_LINE = re.compile(r"^(\w[\w.]*(?:Error|Exception|Interrupt|Exit)\b)", re.MULTILINE)


class Clock:
    """When a campaign has done enough."""

    def __init__(self, minutes: float | None) -> None:
        self._until = None if minutes is None else monotonic() + minutes * 60

    @property
    def over(self) -> bool:
        """Tell whether the time is up."""
        return self._until is not None and monotonic() > self._until


class Ended(msgspec.Struct, frozen=True):
    """How a process ended: its code, negative for a signal; what it found, if it came to that, or left."""

    code: int
    found: bytes | None
    errors: str
    left: dict[str, bytes] = {}

    @property
    def crash(self) -> str:
        """Name the kind of a crash."""
        for word in ("Fatal Python error", "Timeout ("):
            if word in self.errors:
                places = _PLACE.findall(self.errors.partition(word)[2])
                return (f"signal {-self.code}" if self.code < 0 else "not done in time") + _in(places[:1])
        if self.code < 0:
            return f"signal {-self.code}"
        return kind_of_traceback(self.errors) or f"ended with {self.code}"


def kind_of_traceback(text: str) -> str:
    """Name what was raised and the innermost place of the program; empty where nothing was."""
    if "Traceback" not in text:
        return ""
    last = text.rpartition("Traceback (most recent call last)")[2]
    raised = _LAST_LINE.findall(last)
    return (raised[-1] if raised else "exception") + _in(_PLACE.findall(last)[-1:])


def _in(places: list[tuple[str, str]]) -> str:
    return "".join(f" in {file}, {function}" for file, function in places)


def environment(home: Path) -> dict[str, str]:
    """Return an environment in which the program keeps everything in a folder and shows nothing."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME")
    own = {name: value for name, value in os.environ.items() if name not in hidden}
    folders = {
        "HOME": home,
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_CACHE_HOME": home / "cache",
        "PYTHONPATH": ROOT,
    }
    return (
        own
        | {name: str(path) for name, path in folders.items()}
        | {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "PYTHONFAULTHANDLER": "1"}
    )


def apart(module: str, task: object, *, timeout: float | None = None) -> Ended:
    """Do a task of a module of this package in a process, in a home of its own."""
    with tempfile.TemporaryDirectory(prefix="campaign-") as name:
        folder = Path(name)
        (folder / "task").write_bytes(msgspec.json.encode(task))
        (folder / "home").mkdir()
        with (folder / "errors").open("wb") as errors:
            try:
                code = subprocess.run(
                    [sys.executable, "-m", f"tests.campaign.{module}", str(folder)],
                    env=environment(folder / "home"),
                    cwd=ROOT,
                    stdin=subprocess.DEVNULL,
                    stdout=errors,
                    stderr=errors,
                    timeout=timeout,
                    check=False,
                ).returncode
            except subprocess.TimeoutExpired:
                code = -9
                errors.write(f"\nnot done after {timeout} s".encode())
        told = (folder / "errors").read_text("utf-8", "replace")
        if (folder / "found").exists():
            return Ended(code, (folder / "found").read_bytes(), told)
        left = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        return Ended(code, None, told, left)


def take_task(kind: type[Task]) -> tuple[Task, Path]:
    """Return the task of this process and the folder that it was given."""
    folder = Path(sys.argv[1])
    return msgspec.json.decode((folder / "task").read_bytes(), type=kind), folder


def hand_in(folder: Path, found: object) -> None:
    """Hand in what was found."""
    (folder / "found").write_bytes(msgspec.json.encode(found))


def side_by_side(
    tasks: Iterable[Task], do: Callable[[Task], Found], jobs: int, clock: Clock
) -> Iterator[tuple[Task, Found]]:
    """Do some tasks at once until all are done or the time is up; yield each with what came out."""
    waiting = iter(tasks)
    with ThreadPoolExecutor(jobs) as pool:
        running: dict[Future[Found], Task] = {}
        while True:
            while len(running) < jobs and not clock.over:
                task = next(waiting, None)
                if task is None:
                    break
                running[pool.submit(do, task)] = task
            if not running:
                return
            for done in wait(running, return_when=FIRST_COMPLETED).done:
                yield running.pop(done), done.result()
