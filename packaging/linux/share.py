"""What goes under share/ of a Linux system, with the names that the program's identity gives.

Stores ask that the desktop entry, its icon and the id are one name, and a sandbox hands out only files that begin
with it. So every name follows ``IDENTITY``; without an id it is ``kzstay``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import project
from kzstay.identity import Identity
from linux import metainfo

HERE = Path(__file__).resolve().parent

SIZES = 16, 22, 24, 32, 48, 64, 128, 256, 512
ICONS = {  # {name} is that of the program, {case} that of the picture of its files
    f"icons/hicolor/{size}x{size}/{folder}.png": HERE / "icons" / f"{picture}-{size}.png"
    for picture, folder in (("kzstay", "apps/{name}"), ("case", "mimetypes/{case}"))
    for size in SIZES
} | {
    "icons/hicolor/scalable/apps/{name}.svg": project.ROOT / "resources" / "icons" / "kzstay.svg",
    "icons/hicolor/scalable/mimetypes/{case}.svg": project.PACKAGING / "icons" / "case.svg",
    "icons/hicolor/symbolic/apps/{name}-symbolic.svg": project.PACKAGING / "icons" / "symbolic.svg",
}


def names(identity: Identity) -> dict[str, str]:
    """Return the names by which an identity goes in the places of files."""
    # The second is what desktops look for by themselves; a sandbox only hands out what begins with the id
    case = f"{identity.id}-case" if identity.id else "application-x-kzstay"
    return {"name": identity.desktop_name, "case": case}


def files(sources: Mapping[str, Path], identity: Identity) -> dict[str, bytes]:
    """Return the files under share/ by their place, with the metadata for stores where there is an id."""
    given = names(identity)
    made = {place.format(**given): _named(source, given) for place, source in sources.items()}
    if text := metainfo.text(identity):
        made[f"metainfo/{identity.id}.metainfo.xml"] = text.encode()
    return dict(sorted(made.items()))


def write(folder: Path, made: Mapping[str, bytes]) -> None:
    """Write files below a folder."""
    for place, data in made.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_bytes(data)


def _named(source: Path, given: Mapping[str, str]) -> bytes:
    """Return a file in which the entry of the menu and the type of file bear the given names."""
    if source.suffix not in {".desktop", ".xml"}:
        return source.read_bytes()
    text = source.read_text(encoding="utf-8")
    text = re.sub(r"^(Icon|StartupWMClass)=.*$", rf"\1={given['name']}", text, flags=re.MULTILINE)
    return re.sub(r'(<icon name=")[^"]*', rf"\g<1>{given['case']}", text).encode()
