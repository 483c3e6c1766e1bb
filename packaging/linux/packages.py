"""What people with Linux download beside the archive: a package for Debian and its like, and an AppImage."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from kzstay.identity import IDENTITY
from linux import appimage, deb, share
from linux.steps import SHARE
from parts import Part
from project import BuildError


def make(bundle: Path, version: str, *, release: bool = False) -> Iterator[tuple[Path | None, str, list[Part]]]:
    """Make and try each; yield its file, or None, what was done, and the works that it has beside the bundle.

    Where a tool or the runtime of AppImage is not at hand that is said, and in a release it is a BuildError.
    """
    made = share.files(SHARE, IDENTITY)
    for module in (deb, appimage):
        if shutil.which(module.TOOL):
            path, told = module.build(bundle, version, made)
        else:
            path, told = None, f"SKIPPED: {module.TOOL} is missing"
        if release and path is None:
            raise BuildError(told)
        yield path, told, module.PARTS
