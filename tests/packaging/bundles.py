"""A small bundle for Windows, for what packs one."""

from __future__ import annotations

from pathlib import Path

FILES = "kzstay.exe", "kzstay-cli.exe", "_internal/a.dll"


def small(folder: Path) -> Path:
    """Lay a bundle of three files, each of which says its name, and return its folder."""
    made = folder / "bundle"
    for name in FILES:
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(name, encoding="utf-8")
    return made
