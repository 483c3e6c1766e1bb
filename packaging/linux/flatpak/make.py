"""Fill in the Flatpak manifest: ``python packaging/linux/flatpak/make.py FOLDER``; README.md tells the rest."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parents[2])]

import contents  # noqa: E402 - found by the lines above
import project  # noqa: E402
from kzstay.identity import IDENTITY, Identity  # noqa: E402
from project import BuildError  # noqa: E402

OF_THE_BASE = ("PySide6-Essentials", "shiboken6")
TOOLS = ("hatchling", "babel", "packaging", "pathspec", "pluggy", "trove-classifiers")  # what makes a wheel of us


def manifest(identity: Identity, version: str) -> str:
    """Return the manifest. Raises BuildError where the project has no address or id."""
    if not (identity.id and identity.address):
        raise BuildError("A Flatpak goes by the id and comes from the address, which kzstay/identity.py lacks")
    text = (HERE / "manifest.json").read_text(encoding="utf-8")
    for name, value in {"id": identity.id, "address": identity.address, "version": version}.items():
        text = text.replace(f"{{{name}}}", value)
    return json.dumps(json.loads(text), indent=2) + "\n"


def locked(lock: str, names: tuple[str, ...]) -> str:
    """Return the lines of a lock for packages, with their hashes. Raises BuildError for one that it lacks."""
    entries = re.split(r"^(?=[\w.-]+==)", lock, flags=re.MULTILINE)[1:]
    found = {entry.partition("==")[0]: entry for entry in entries}
    wanted = sorted(name.lower() for name in names)
    if absent := [name for name in wanted if name not in found]:
        raise BuildError(f"The lock lacks {', '.join(absent)}")
    return "".join(found[name] for name in wanted)


def files(identity: Identity, version: str) -> dict[str, str]:
    """Return all that is written, by its name. Raises BuildError."""
    lock = (project.PACKAGING / "requirements-build.txt").read_text(encoding="utf-8")
    run = tuple(name for name in contents.DISTRIBUTIONS if name not in OF_THE_BASE)
    return {
        f"{identity.id}.json": manifest(identity, version),
        "packages.txt": locked(lock, run),
        "tools.txt": locked(lock, TOOLS),
    }


def main() -> int:
    """Write the files into the folder that is named."""
    if len(sys.argv) != 2:
        print("usage: make.py FOLDER", file=sys.stderr)
        return 2
    try:
        made = files(IDENTITY, project.version())
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
