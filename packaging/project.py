"""Where things are, and how the build runs commands and fails."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
ROOT = PACKAGING.parent
DIST = ROOT / "dist"
WORK = ROOT / "build"

SETUP = "kzstay-{}-windows-x64-setup.exe"  # what people download, by its version
PORTABLE = "kzstay-{}-windows-x64-portable.zip"
PORTABLE_FOLDER = "kzstay-{}-portable"  # which that unpacks to
IMAGE = "kzstay-{}-macos-{}.dmg"  # and by the processor, as Python calls it

TARGETS = {"linux": "linux", "windows": "win32", "macos": "darwin"}  # name -> sys.platform


class BuildError(Exception):
    """A build that must not go on; its text is what the person who builds is told."""


def version() -> str:
    """Return the version of kzstay, without importing it."""
    text = (ROOT / "kzstay" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    assert found is not None
    return found[1]


def numbers(version: str) -> tuple[int, int, int]:
    """Return the three numbers of a version, without a suffix such as rc1. Raises ValueError."""
    found = re.match(r"(\d+)\.(\d+)\.(\d+)", version)
    if found is None:
        raise ValueError(f"{version} is no version with three numbers")
    major, minor, patch = map(int, found.groups())
    return major, minor, patch


def python(*command: str | Path, **variables: str) -> None:
    """Run a command of this environment's Python in the root of the project."""
    # The same sources give the same bytes, whatever the builder has set
    environment = {**os.environ, "PYTHONHASHSEED": "1", **variables}
    try:
        subprocess.run([sys.executable, *map(str, command)], cwd=ROOT, env=environment, check=True)
    except subprocess.CalledProcessError as error:
        raise BuildError(f"{Path(command[0]).name} ended with exit code {error.returncode}") from None


def shown(path: Path) -> str:
    """Return a path as a person reads it: from the project's root where it lies there."""
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
