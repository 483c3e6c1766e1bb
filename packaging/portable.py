"""The copy for Windows that is carried along: a zip of the bundle that keeps what it remembers in its folder."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
import zipfile
from pathlib import Path

import project
from kzstay.ui.system.portable import FOLDER, MARKER
from measure import CLOSED, ENDS_AT
from project import BuildError
from windows import machine, steps

TEXT = project.PACKAGING / "windows" / MARKER  # what the marker says, in three languages
ELSEWHERE = "Құжаттар 1"  # a name that a careless path would break on
EARLIEST = 315_532_800  # the first second of 1980, and of zip


def pack(bundle: Path, version: str) -> Path:
    """Write the zip of a bundle and return it; the same bundle makes the same zip."""
    made = project.DIST / project.PORTABLE.format(version)
    made.parent.mkdir(parents=True, exist_ok=True)
    moment = time.gmtime(max(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), EARLIEST))[:6]
    entries = {path.relative_to(bundle).as_posix(): path for path in bundle.rglob("*") if path.is_file()}
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, path in sorted({**entries, MARKER: TEXT}.items()):
            entry = zipfile.ZipInfo(f"{project.PORTABLE_FOLDER.format(version)}/{name}", moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, path.read_bytes(), compresslevel=9)
    return made


def make(bundle: Path, version: str) -> tuple[Path, str]:
    """Pack the zip and try it, on this Windows or in a fresh Wine prefix; return it, and what was found."""
    made = pack(bundle, version)
    if machine.native():
        with tempfile.TemporaryDirectory() as place:
            return made, try_zip(machine.Windows(), made, version, Path(place))
    wine = machine.Wine(steps.WORK / "trial")
    wine.make(steps.STUB)
    try:
        return made, try_zip(wine, made, version, wine.disk)
    finally:
        wine.end()
        shutil.rmtree(wine.prefix)


def try_zip(windows: machine.Windows, zipped: Path, version: str, place: Path) -> str:
    """Unpack the zip in an empty place and use it; say where it kept what. Raises BuildError.

    ``place`` is on the disk of the Windows that tries it, and is removed in the end.
    """
    before = _kept_by(windows)
    home = place / ELSEWHERE
    shutil.unpack_archive(zipped, home)
    program = home / project.PORTABLE_FOLDER.format(version)
    try:
        told = _run(windows, program / "kzstay-cli.exe", "self-test").strip().splitlines()[-1]
        if (program / FOLDER).exists():
            raise BuildError(f"The self-test leaves something behind: {program / FOLDER}")
        _run(windows, program / "kzstay.exe", variables={**windows.offscreen, ENDS_AT: CLOSED})
        kept = {path.name for path in (program / FOLDER).glob("*")}
        if not {"settings.json", "crash.log"} <= kept:
            raise BuildError(f"The portable copy keeps {', '.join(sorted(kept)) or 'nothing'} in its folder")
        if more := _kept_by(windows) - before:
            raise BuildError("The portable copy leaves something in the profile:\n" + "\n".join(sorted(more)))
    finally:
        shutil.rmtree(home)
    return f"{told}; settings beside the program, nothing in the profile"


def _run(windows: machine.Windows, program: Path, *arguments: str, variables: dict[str, str] | None = None) -> str:
    done = windows.run(program, *arguments, variables=variables)
    if done.returncode:
        raise BuildError(f"{program.name} of the portable copy ended with {done.returncode}\n{done.stdout}")
    return done.stdout


def _kept_by(windows: machine.Windows) -> set[str]:
    """Return all that lies in the profile under the name of the program."""
    folders = [each / "kzstay" for each in (windows.local_data, windows.roaming_data)]
    return {str(path) for each in folders if each.exists() for path in (each, *each.rglob("*"))}
