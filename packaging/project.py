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

TARGETS = {"linux": "linux", "windows": "win32", "macos": "darwin"}  # name -> sys.platform


class BuildError(Exception):
    """A build that must not go on; its text is what the person who builds is told."""


def version() -> str:
    """Return the version of kzstay, without importing it."""
    text = (ROOT / "kzstay" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    assert found is not None
    return found[1]


def python(*command: str | Path, **variables: str) -> None:
    """Run a command of this environment's Python in the root of the project."""
    # The same sources give the same bytes
    environment = {"PYTHONHASHSEED": "1", **os.environ, **variables}
    try:
        subprocess.run([sys.executable, *map(str, command)], cwd=ROOT, env=environment, check=True)
    except subprocess.CalledProcessError as error:
        raise BuildError(f"{Path(command[0]).name} ended with exit code {error.returncode}") from None


def shown(path: Path) -> str:
    """Return a path as a person reads it: from the project's root where it lies there."""
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
