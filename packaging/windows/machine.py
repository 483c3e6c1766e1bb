"""The Windows that programs are run on: this one, or Wine where this is none."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar

from project import BuildError

SECONDS = 900
TOOLS = "apt-get install --no-install-recommends wine wine64 nsis gcc-mingw-w64-x86-64"


def tool(name: str, *elsewhere: Path) -> str:
    """Return the path of a program of this system. Raises BuildError with how to get it."""
    places = [shutil.which(name), *(str(path) for path in elsewhere if path.is_file())]
    found = next(filter(None, places), None)
    if found is None:
        raise BuildError(f"{name} is not there; on Debian: {TOOLS}")
    return found


class Windows:
    """Run programs on this machine, which runs Windows."""

    # The variables that let Qt paint without a screen, where there is none
    offscreen: ClassVar[Mapping[str, str]] = {}

    @property
    def local_data(self) -> Path:
        """Return the folder of the account for data that stays on the machine."""
        return Path(os.environ["LOCALAPPDATA"])

    @property
    def roaming_data(self) -> Path:
        """Return the folder of the account for data that follows it."""
        return Path(os.environ["APPDATA"])

    def shown(self, path: Path) -> str:
        """Return a path as Windows spells it."""
        return str(path)

    def command(self, *command: str | Path) -> list[str]:
        """Return a command as this system starts it."""
        return [self.shown(part) if isinstance(part, Path) else part for part in command]

    def environment(self) -> dict[str, str]:
        """Return the environment that programs get."""
        return dict(os.environ)

    def run(
        self, *command: str | Path, cwd: Path | None = None, variables: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a program to its end and return its exit code and what it printed.

        ``variables`` come to those of the environment. Raises BuildError where the program does not end.
        """
        try:
            return subprocess.run(
                self.command(*command),
                cwd=cwd,
                env=self.environment() | dict(variables or {}),
                # Wine's console functions fail on a file; a pipe they take
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise BuildError(f"{Path(command[0]).name} did not end within {SECONDS} seconds") from None

    def start(self, *command: str | Path) -> subprocess.Popen[bytes]:
        """Start a program and do not wait for it."""
        nothing = subprocess.DEVNULL
        return subprocess.Popen(
            self.command(*command), env=self.environment(), stdin=nothing, stdout=nothing, stderr=nothing
        )

    def open(self, file: Path, command: str) -> subprocess.Popen[bytes]:
        """Open a file as a double click does; ``command`` is what the registry has for its type."""
        del command  # which Windows finds by itself
        return self.start("cmd", "/c", "start", "/wait", "", file)

    def running(self, program: str) -> bool:
        """Tell whether a program runs."""
        return program.lower() in self.run("tasklist").stdout.lower()

    def end(self) -> None:
        """End what still runs."""


class Wine(Windows):
    """Run programs in a Wine prefix with a home of its own, so that nothing of the person's is touched."""

    # Wine keeps variables of Qt from programs, but for those with its own name before
    offscreen: ClassVar[Mapping[str, str]] = {"WINEQT_QPA_PLATFORM": "offscreen"}

    def __init__(self, prefix: Path) -> None:
        self.prefix = prefix
        self.disk = prefix / "drive_c"

    def make(self, stub: Path) -> None:
        """Make the prefix, as a Windows 10 with an icuuc.dll."""
        self.end()
        shutil.rmtree(self.prefix, ignore_errors=True)
        (self.prefix / "home").mkdir(parents=True)
        for command in (("wineboot", "-i"), ("winecfg", "-v", "win10")):
            done = self.run(*command)
            if done.returncode:
                raise BuildError(f"{' '.join(command)} ended with exit code {done.returncode}\n{done.stdout}")
        shutil.copy(stub, self.disk / "windows" / "system32" / "icuuc.dll")

    @property
    def local_data(self) -> Path:
        return next(self.disk.glob("users/*/AppData/Local"))

    @property
    def roaming_data(self) -> Path:
        return next(self.disk.glob("users/*/AppData/Roaming"))

    def shown(self, path: Path) -> str:
        path = path.absolute()
        if path.is_relative_to(self.disk.absolute()):
            return "\\".join(["C:", *path.relative_to(self.disk.absolute()).parts])
        return "\\".join(["Z:", *path.parts[1:]])

    def command(self, *command: str | Path) -> list[str]:
        return [tool("wine"), *super().command(*command)]

    def environment(self) -> dict[str, str]:
        # Nobody is to see windows come and go, and with a display Qt 6.12 asks Wine for colour profiles and ends
        env = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
        return env | {
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            # no menu entries in the person's home; no question whether to get Mono and Gecko
            "WINEDLLOVERRIDES": "winemenubuilder.exe=d;mscoree=;mshtml=",
            "HOME": str(self.prefix / "home"),
            "LC_ALL": "C.UTF-8",  # else there are no files with Kazakh names
            "PYTHONHASHSEED": "1",
            "PYTHONUTF8": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def open(self, file: Path, command: str) -> subprocess.Popen[bytes]:
        # Wine's shell looks for types of the whole machine only, not for those of one account
        return self.start(*(part.replace("%1", self.shown(file)) for part in re.findall(r'"(.+?)"', command)))

    def running(self, program: str) -> bool:
        # Wine's tasklist lists nothing, and its wmic may never end; but its programs are processes of this system
        ours = f"WINEPREFIX={self.prefix}\0".encode()
        for process in Path("/proc").glob("[0-9]*"):
            try:
                name = (process / "cmdline").read_bytes().split(b"\0")[0]
                if name.endswith(f"\\{program}".encode()) and ours in (process / "environ").read_bytes():
                    return True
            except OSError:  # it has ended meanwhile
                continue
        return False

    def end(self) -> None:
        """End what runs in this prefix, and nothing else."""
        if self.prefix.exists():
            server = [tool("wineserver"), "-k"]
            subprocess.run(server, env=self.environment(), capture_output=True, check=False, timeout=60)


def native() -> bool:
    """Tell whether this machine runs Windows."""
    return sys.platform == "win32"


def wait_for(holds: Callable[[], bool], what: str, seconds: float = 60) -> None:
    """Wait until a function returns true. Raises BuildError with what was waited for."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise BuildError(f"{what}: not within {seconds:.0f} seconds")
        time.sleep(0.2)
