"""Freezing with PyInstaller, in the Python that runs the build."""

from __future__ import annotations

import shutil
from pathlib import Path

import project


def catalogs() -> None:
    """Compile the message catalogs that the bundle takes along."""
    project.python(project.PACKAGING / "build_catalogs.py")


def freeze(dist: Path = project.DIST, name: str = "kzstay") -> Path:
    """Freeze the program and return its folder, or on macOS the app."""
    bundle = dist / name
    for old in (dist / "kzstay", bundle):
        shutil.rmtree(old, ignore_errors=True)
    project.python(
        *("-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
        *("--distpath", dist, "--workpath", project.WORK, project.PACKAGING / "kzstay.spec"),
        # Which column of a line it was is shown under the line alone, and the bundle has no lines
        PYTHONNODEBUGRANGES="1",
    )
    return bundle
