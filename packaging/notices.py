"""The notices and licence texts that go with a bundle."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import owners
import project
from parts import Part
from project import BuildError

LICENSES = project.PACKAGING / "licenses"
FOLDER = "licenses"
COMMON_FOLDER = "common"
_OWN_TEXTS = {
    "kzstay.txt": project.ROOT / "LICENSE",
    "Inter-OFL.txt": project.ROOT / "resources/fonts/OFL.txt",
    "Noto-OFL.txt": project.ROOT / "resources/fonts/scripts/OFL.txt",
    "CLDR.txt": project.ROOT / "resources/cldr/LICENSE.txt",
    "holidays.txt": project.ROOT / "resources/calendar/LICENSE.txt",
}
# The texts that Debian's copyright files refer to and only a system of Debian has: one name, or several in braces
COMMON = Path("/usr/share/common-licenses")
_REFERRED = re.compile(r"common-licenses/(?:\{([^}]*)\}|([A-Za-z0-9.-]*[A-Za-z0-9]))")
# Whose text is one of those that always go along
_LGPL = {"pyside6-essentials", "shiboken6", "qt"}
_ELSEWHERE = {owners.VISUAL_C}  # whose text the notices name

# Where the libraries of Qt lie, and how another build of them takes their place
REPLACING = {
    "linux": (
        "They are the files under `_internal/PySide6` and `_internal/shiboken6`; what lies in `_internal` beside "
        "these folders and has their names is a link to them. Put your own files in their place and start it."
    ),
    "windows": (
        "They are the files under `_internal\\PySide6` and `_internal\\shiboken6` in the folder of kzstay. Put "
        "your own files in their place and start it."
    ),
    "macos": (
        "They are under `Contents/Frameworks/PySide6` and `Contents/Frameworks/shiboken6` in `kzstay.app`. Put "
        "your own in their place, sign the result for yourself (`codesign --force --deep --sign - kzstay.app`), "
        "and start it."
    ),
}


def folder(bundle: Path, target: str) -> Path:
    """Return where the licences of a bundle lie: beside the program, where a person looks."""
    return bundle / "Contents" / "Resources" / FOLDER if target == "macos" else bundle / FOLDER


def text(target: str, found: list[Part], referred: Iterable[str] = ()) -> str:
    """Return the notices of a bundle: those that are kept, and a table of what is in this one.

    ``referred`` are the names of the common licences.
    """
    kept = (LICENSES / "NOTICES.md").read_text(encoding="utf-8").rstrip()
    rows = [
        f"| {part['name']} {part['version']} | {part['licence'] or 'see its text'} | {_named_texts(part)} |"
        for part in found
        if "within" not in part
    ]
    for holder in dict.fromkeys(part["within"] for part in found if "within" in part):
        linked = [part for part in found if part.get("within") == holder]
        told = ", ".join(f"{part['name']} {part['version']}".rstrip() + f" ({part['licence']})" for part in linked)
        rows.append(f"| linked into {holder}: {told} | each its own | see {holder} |")
    if shared := ", ".join(f"`{COMMON_FOLDER}/{name}`" for name in referred):
        rows.append(f"| what files of Debian refer to | | {shared} |")
    table = "\n".join(["| work | licence | text |", "|---|---|---|", *rows])
    replacing = f"## Replacing Qt and PySide6 in this copy\n\n{REPLACING[target]}"
    return f"{kept}\n\n{replacing}\n\n## In this copy\n\n{table}\n"


def _named_texts(part: Part) -> str:
    if part["name"] in _ELSEWHERE:
        return part["home"]
    return ", ".join(f"`{name}`" for name in part["texts"]) or "`LGPL-3.0.txt`, `GPL-3.0.txt`"


def texts(found: list[Part]) -> dict[str, str]:
    """Return the licence texts by their places. Raises BuildError where a work has none."""
    own = [part for part in found if "within" not in part and part["name"] not in _LGPL | _ELSEWHERE]
    bare = [part["name"] for part in own if not any(part["texts"].values())]
    if bare:
        raise BuildError(f"No licence text was found for {', '.join(bare)}")
    return {name: text for part in found for name, text in part["texts"].items()}


def common(found: Iterable[str]) -> dict[str, Path]:
    """Return the common licences that texts refer to, by their names. Raises BuildError where one is not there."""
    names = {
        name.strip()
        for content in found
        for several, one in _REFERRED.findall(content)
        for name in (several.split(",") if several else [one])
    }
    absent = sorted(name for name in names if not (COMMON / name).is_file())
    if absent:
        raise BuildError(f"Licence texts refer to what is not in {COMMON}: {', '.join(absent)}")
    return {name: COMMON / name for name in sorted(names)}


def write(bundle: Path, target: str, found: list[Part]) -> str:
    """Put the notices and the licence texts into a bundle and say how many there are."""
    place = folder(bundle, target)
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    written = texts(found)
    for name, content in written.items():
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text(content, encoding="utf-8", newline="\n")
    referred = common(written.values())
    for name, source in referred.items():
        (place / COMMON_FOLDER).mkdir(exist_ok=True)
        shutil.copyfile(source, place / COMMON_FOLDER / name)  # of a link what it leads to
    for name, source in _OWN_TEXTS.items():
        shutil.copy(source, place / name)
    for source in LICENSES.glob("*.txt"):
        shutil.copy(source, place)
    (place / "NOTICES.md").write_text(text(target, found, referred), encoding="utf-8", newline="\n")
    return f"{sum(file.is_file() for file in place.rglob('*'))} notices and licence texts"
