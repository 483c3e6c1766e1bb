"""A case that was kept aside, because its file could not be written: it tells which file that was.

The path stands in the kept file itself, so that whatever moves or copies it keeps the two together.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes


def told(origin: Path | None) -> str:
    """Write the path of a file in ASCII: the bytes of a name need not be text. Nothing for no file."""
    return quote(os.fsencode(os.path.realpath(origin))) if origin is not None else ""


def origin(text: str) -> Path | None:
    """Read what ``told`` wrote; None where it wrote nothing, or somebody else something."""
    with suppress(ValueError):
        name = os.fsdecode(unquote_to_bytes(text))
        return Path(name) if name and "\0" not in name else None
    return None


def same_file(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file, whether it is there or not; what no system takes leads to none."""
    try:
        return name_of(one) == name_of(other)
    except ValueError:
        return False


def name_of(path: Path) -> str:
    """Return the one name of a file, however it is reached."""
    return os.path.normcase(os.path.realpath(path))
