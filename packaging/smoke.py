"""Try a built bundle as a stranger would: ``python packaging/smoke.py dist/kzstay``.

The program runs from its own folder and from a copy in a folder with another name, with no Python, no display and
an empty home around it. What goes wrong is said, and the exit code is 1.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from kzstay.i18n import LANGUAGES
from kzstay.ui.system.portable import FOLDER, MARKER
from measure import CLOSED, ENDS_AT

EXAMPLE = "anna.kzstay"
ON = "--on", "2026-11-22"
SECONDS = 120
BATCH = 1_500  # travellers, with names so long that they are two pieces of the work
LONG = "x" * 1_000
UTF_8 = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"  # which macOS has from 15 on only
ELSEWHERE = "O'Brien 100% (қаріптер)"  # a name that a careless path would break on


class Broken(Exception):  # noqa: N818 - what the bundle is
    """The bundle does something else than it should."""


class Bundle:
    """A bundle in one place, with a home of its own."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.home = home
        programs = folder / "Contents" / "MacOS" if sys.platform == "darwin" else folder
        ending = ".exe" if sys.platform == "win32" else ""
        self.window = programs / f"kzstay{ending}"
        self.program = programs / f"kzstay-cli{ending}"
        found = sorted(folder.rglob(EXAMPLE))
        if not self.window.is_file() or not self.program.is_file() or not found:
            raise Broken(f"{folder} lacks a program or {EXAMPLE}")
        self.example = found[0]

    def environment(self) -> dict[str, str]:
        """Return an environment with nothing of the builder's in it."""
        kept = ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR")  # without these Windows starts nothing
        env = {name: os.environ[name] for name in kept if name in os.environ}
        homes = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMPDIR", "TEMP")
        env |= dict.fromkeys(homes, str(self.home))
        return env | ({} if sys.platform == "win32" else {"PATH": "/usr/bin:/bin", "LANG": UTF_8})

    def run(self, *arguments: str | Path, code: int = 0, said: bool = False) -> str:
        """Run the program and return what it printed; ``said`` tells whether it speaks on standard error."""
        done = subprocess.run(
            [self.program, *arguments],
            env=self.environment(),
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS,
            check=False,
        )
        if done.returncode != code:
            raise Broken(f"exit code {done.returncode} instead of {code}\n{done.stdout}{done.stderr}")
        if "Traceback" in done.stderr or bool(done.stderr.strip()) != said:
            raise Broken(f"standard error holds {done.stderr.strip() or 'nothing'}")
        return done.stderr if said else done.stdout


def window(bundle: Bundle) -> str:
    """Start the program with the window, as far as its version: a console it may have none."""
    done = subprocess.run(
        [bundle.window, "--version"],
        env=bundle.environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    _expect(done.returncode == 0, f"exit code {done.returncode}")
    return bundle.window.name


def self_test(bundle: Bundle) -> str:
    """Let the program try all of its parts."""
    return bundle.run("self-test").splitlines()[-1]


def version(bundle: Bundle) -> str:
    """Ask for the version."""
    told = bundle.run("--version").strip()
    _expect(told.startswith("kzstay "), told)
    return told


def check(bundle: Bundle) -> str:
    """Reckon the example, as text."""
    told = bundle.run("check", bundle.example, *ON, "--lang", "en").splitlines()
    _expect(told[0].startswith("Anna Schmidt") and len(told) > 3, "\n".join(told))
    return told[1].strip()


def check_json(bundle: Bundle) -> str:
    """Reckon the example for another program."""
    answer = json.loads(bundle.run("check", bundle.example, *ON, "--json"))
    _expect(answer["schema"] == 2 and answer["on"] == ON[1], str(answer)[:200])
    return f"schema {answer['schema']}, law of {answer['law']['collected']}"


def report(bundle: Bundle) -> str:
    """Write the report in every language."""
    sizes: list[int] = []
    for language in LANGUAGES:
        path = bundle.home / f"{language}.pdf"
        bundle.run("report", bundle.example, *ON, "--lang", language, "-o", path)
        data = path.read_bytes()
        _expect(data.startswith(b"%PDF-"), f"the {language} report is no PDF")
        sizes.append(len(data))
    return ", ".join(f"{size // 1024} KB" for size in sizes)


def calendar(bundle: Bundle) -> str:
    """Write the days that lie ahead for a calendar."""
    path = bundle.home / "dates.ics"
    bundle.run("report", bundle.example, *ON, "--lang", "en", "-o", path)
    data = path.read_bytes()
    _expect(data.startswith(b"BEGIN:VCALENDAR\r\n"), "the calendar is none")
    return f"{data.count(b'BEGIN:VEVENT')} events"


def tables(bundle: Bundle) -> str:
    """Write the report as a workbook and as a table of text."""
    book, table = bundle.home / "tables.xlsx", bundle.home / "tables.csv"
    for path in (book, table):
        bundle.run("report", bundle.example, *ON, "--lang", "kk", "-o", path)
    _expect(book.read_bytes().startswith(b"PK"), "the workbook is none")
    _expect(table.read_bytes().startswith(b"\xef\xbb\xbf"), "the table has no mark of its encoding")
    return f"{book.stat().st_size // 1024} and {table.stat().st_size // 1024} KB"


def batch(bundle: Bundle) -> str:
    """Answer a table, by two processes and by one."""
    table, alone, shared = (bundle.home / name for name in ("many.csv", "alone.csv", "shared.csv"))
    rows = [f"Traveller {number} {LONG},DE,2026-11-{number % 20 + 1:02},\n" for number in range(BATCH)]
    table.write_text("traveller,citizenship,entry,exit\n" + "".join(rows), encoding="utf-8")
    for jobs, path in (("1", alone), ("2", shared)):
        bundle.run("batch", table, "-o", path, "--jobs", jobs, *ON)
    answers = shared.read_text(encoding="utf-8").splitlines()
    _expect(len(answers) == BATCH + 1 and answers[0].startswith("traveller,"), "\n".join(answers[:3]))
    _expect(shared.read_bytes() == alone.read_bytes(), "two processes answer otherwise than one")
    return f"{len(answers) - 1} travellers"


def missing_file(bundle: Bundle) -> str:
    """Ask about a file that is not there."""
    told = bundle.run("check", bundle.home / "nowhere.kzstay", code=2, said=True).strip()
    _expect("nowhere.kzstay" in told and "\n" not in told, told)
    return told


def no_display(bundle: Bundle) -> str:
    """Ask for the window where there is no display."""
    told = bundle.run("gui", code=2, said=True).strip()
    _expect("\n" not in told, told)
    return told


def carried_along(bundle: Bundle) -> str:
    """Keep what is remembered beside the program, where the marker lies there, and nothing in the home."""
    marker, kept = bundle.folder / MARKER, bundle.folder / FOLDER
    before = set(bundle.home.rglob("*"))
    marker.touch()
    try:
        done = subprocess.run(
            [bundle.window],
            env=bundle.environment() | {ENDS_AT: CLOSED, "QT_QPA_PLATFORM": "offscreen"},
            cwd=bundle.home,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        _expect(done.returncode == 0, f"exit code {done.returncode}")
        names = sorted(path.name for path in kept.glob("*.*"))
        _expect({"crash.log", "settings.json"} <= set(names), f"{FOLDER} holds {names}")
        more = [path for path in set(bundle.home.rglob("*")) - before if "kzstay" in path.name]
        _expect(not more, f"the home has {', '.join(map(str, more))}")
        return ", ".join(names)
    finally:
        marker.unlink()
        shutil.rmtree(kept, ignore_errors=True)


TESTS: dict[str, Callable[[Bundle], str]] = {
    "version": version,
    "program with a window": window,
    "self-test": self_test,
    "check": check,
    "check --json": check_json,
    "report": report,
    "calendar": calendar,
    "tables": tables,
    "batch": batch,
    "missing file": missing_file,
}
# In a copy alone: what is to be packed stays as it is, and on a Mac nothing may be laid into an app
OF_A_COPY: dict[str, Callable[[Bundle], str]] = {"carried along": carried_along}
if sys.platform == "darwin":
    OF_A_COPY.clear()
if sys.platform == "linux":
    TESTS["no display"] = no_display  # elsewhere there always is one


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Broken(otherwise)


def smoke(folder: Path) -> int:
    """Try a bundle in its own folder and elsewhere, and return how much went wrong."""
    failed = 0
    with tempfile.TemporaryDirectory() as place:
        # With its name: macOS takes only a folder that ends in .app for a program
        elsewhere = Path(place) / ELSEWHERE / folder.name
        shutil.copytree(folder, elsewhere, symlinks=True)
        for where, copy, tests in (
            ("own folder", folder.resolve(), TESTS),
            ("elsewhere", elsewhere, TESTS | OF_A_COPY),
        ):
            home = Path(place) / f"home of {where}"
            home.mkdir()
            for name, test in tests.items():
                try:
                    print(f"ok      {where}, {name}: {test(Bundle(copy, home))}")
                except (Broken, OSError, ValueError, LookupError, subprocess.TimeoutExpired) as error:
                    failed += 1
                    print(f"FAILED  {where}, {name}: {type(error).__name__}: {error}", file=sys.stderr)
    return failed


def main() -> int:
    """Try the bundle that is named."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        print("usage: smoke.py FOLDER", file=sys.stderr)
        return 2
    return 1 if smoke(Path(sys.argv[1])) else 0


if __name__ == "__main__":
    sys.exit(main())
