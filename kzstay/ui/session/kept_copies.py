"""Kept copies: cases that were put by before another was opened. They are offered, and do not pile up for ever."""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from pathlib import Path

MANY = 20  # that are kept however old they are
LONG = 60 * 24 * 60 * 60  # seconds for which each is kept however many there are


def copies(first: Path) -> list[Path]:
    """List the copies that lie beside the place of unsaved cases, the last one first."""
    name = re.compile(rf"{re.escape(first.stem)}(\.\d+)?-\d+{re.escape(first.suffix)}")
    aged: list[tuple[int, str, Path]] = []
    with suppress(OSError):
        for place in first.parent.iterdir():
            if name.fullmatch(place.name):
                with suppress(OSError):
                    aged.append((place.stat().st_mtime_ns, place.name, place))
    return [place for *_, place in sorted(aged, reverse=True)]


def clean(first: Path, now: float) -> None:
    """Remove what a later copy says too, and what is both old and not among the last ones.

    ``now`` are seconds since 1970, as a file tells its age.
    """
    seen: set[bytes] = set()
    for number, place in enumerate(copies(first)):
        with suppress(OSError):
            told = hashlib.sha256(place.read_bytes()).digest()
            if told in seen or (number >= MANY and now - place.stat().st_mtime > LONG):
                place.unlink()
            seen.add(told)
