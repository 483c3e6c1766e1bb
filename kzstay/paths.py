"""Paths of the program's own data."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """Return the path of a bundled data file or folder, such as ``"law/regimes.toml"``.

    A wheel and a frozen bundle carry ``resources`` inside the package; a source tree has it beside the
    package. Raises FileNotFoundError when there is no such resource, which means a broken installation.
    """
    for root in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        path = root / name
        if path.exists():
            return path
    raise FileNotFoundError(f"kzstay is not installed completely: resources/{name} is missing")
