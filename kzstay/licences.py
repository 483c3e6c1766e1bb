"""The licences of what this copy is made of: the notices, and where the text of each lies."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from kzstay.paths import resource

FOLDER, NOTICES = "licenses", "NOTICES.md"  # as packaging/notices.py lays them
_PACKAGE = Path(__file__).resolve().parent


class Work(NamedTuple):
    """A work in the package of Python itself, its licence as SPDX names it, and the text."""

    name: str
    licence: str
    text: Path


def bundled() -> Path | None:
    """Return the folder of licences of a bundle, or None where Python's own packages are what runs."""
    if not getattr(sys, "frozen", False):
        return None
    program = Path(sys.executable).resolve().parent
    return program.parent / "Resources" / FOLDER if sys.platform == "darwin" else program / FOLDER


def notices(folder: Path) -> str:
    """Return the notices of a bundle, as Markdown."""
    return (folder / NOTICES).read_text(encoding="utf-8")


def texts(folder: Path) -> dict[str, Path]:
    """Return the texts of a bundle by the names that its notices have for them."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != NOTICES)
    return {path.relative_to(folder).as_posix(): path for path in found}


def own() -> list[Work]:
    """Return the works in the package: the program, and what it carries of others, beside what it runs on."""
    return [
        Work("kzstay", "MIT", _of_program()),
        Work("Inter", "OFL-1.1", resource("fonts/OFL.txt")),
        Work("Noto Sans", "OFL-1.1", resource("fonts/scripts/OFL.txt")),
        Work("Unicode CLDR", "Unicode-3.0", resource("cldr/LICENSE.txt")),
        Work("holidays", "MIT", resource("calendar/LICENSE.txt")),
    ]


def _of_program() -> Path:
    """Return the licence of kzstay: of what was installed, or of the sources."""
    installed = sorted(_PACKAGE.parent.glob("kzstay-*.dist-info/licenses/LICENSE"))
    return installed[-1] if installed else _PACKAGE.parent / "LICENSE"
