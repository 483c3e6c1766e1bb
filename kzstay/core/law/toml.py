"""TOML, in which the law is written; beside which a bundle carries the same made quick to read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

COMPILED = ".msgpack"


def read(path: Path) -> dict[str, Any]:
    """Return the values of a TOML file, from beside it where they were compiled.

    Dates are then text in the ISO form, so whoever reads them converts them to their type.
    """
    compiled = path.with_suffix(COMPILED)
    if compiled.exists():
        return msgspec.msgpack.decode(compiled.read_bytes())
    return parse(path)


def parse(path: Path) -> dict[str, Any]:
    """Return the values of a TOML file as they stand in it."""
    import tomllib  # which takes a while, and a bundle never asks for it

    return tomllib.loads(path.read_text(encoding="utf-8"))


def compiled(path: Path) -> bytes:
    """Return the values of a TOML file in the form that is quick to read."""
    return msgspec.msgpack.encode(parse(path))
