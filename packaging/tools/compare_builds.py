"""Compare two builds of one version, file by file: ``compare_builds.py ONE OTHER``.

Each is an archive of Linux, a wheel, an sdist or a folder. Where both hold the same, nothing is printed and the
exit code is 0; else each line names a file and what is different, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Member(NamedTuple):
    """A file as it was packed: its rights, its time, and the SHA-256 of what is in it, or where a link leads."""

    mode: int
    time: object
    held: str


def members(build: Path) -> dict[str, Member]:
    """Return what a build holds, by its places; of a folder the rights and times of files are not looked at."""
    if build.is_dir():
        return dict(_of_folder(build))
    if zipfile.is_zipfile(build):
        with zipfile.ZipFile(build) as packed:
            return {
                one.filename: Member(one.external_attr >> 16, one.date_time, _digest(packed.read(one)))
                for one in packed.infolist()
            }
    with tarfile.open(build) as packed:
        return {one.name: Member(one.mode, one.mtime, _of_tar(packed, one)) for one in packed}


def _of_folder(folder: Path) -> Iterator[tuple[str, Member]]:
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            yield path.relative_to(folder).as_posix(), Member(0, 0, f"-> {os.readlink(path)}")  # noqa: PTH115 - as it stands
        elif path.is_file():
            yield path.relative_to(folder).as_posix(), Member(0, 0, _digest(path.read_bytes()))


def _of_tar(packed: tarfile.TarFile, one: tarfile.TarInfo) -> str:
    held = packed.extractfile(one) if one.isreg() else None
    return _digest(held.read()) if held else f"-> {one.linkname}"


def _digest(held: bytes) -> str:
    return hashlib.sha256(held).hexdigest()


def differences(one: Path, other: Path) -> list[str]:
    """Return a line for everything in which two builds differ, and one where only the way of packing does."""
    first, second = members(one), members(other)
    told = [f"only in {one}: {name}" for name in first.keys() - second.keys()]
    told += [f"only in {other}: {name}" for name in second.keys() - first.keys()]
    for name in first.keys() & second.keys():
        pair = first[name], second[name]
        told += [
            f"another {what}: {name}"
            for what, field in (("content", "held"), ("mode", "mode"), ("time", "time"))
            if getattr(pair[0], field) != getattr(pair[1], field)
        ]
    if not told and one.is_file() and other.is_file() and one.read_bytes() != other.read_bytes():
        told = ["the same files, packed in another way"]
    return sorted(told)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Compare two builds of one version, file by file.")
    parser.add_argument("builds", type=Path, nargs=2, metavar="BUILD")
    found = differences(*parser.parse_args().builds)
    print("\n".join(found), end="\n" if found else "")
    sys.exit(bool(found))
