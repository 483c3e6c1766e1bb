"""Print what CHANGELOG.md says of a version: ``python packaging/release_notes.py v0.1.0``."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import project

if TYPE_CHECKING:
    from kzstay.identity import Identity  # the workflow prints notes where kzstay is not installed


def notes(changelog: str, version: str) -> str:
    """Return the section of a version. Raises BuildError where there is none, or where it is not released yet."""
    pattern = rf"^## \[{re.escape(version)}\] - ([^\n]+)\n(.*?)(?=^## \[|\Z)"
    found = re.search(pattern, changelog, re.MULTILINE | re.DOTALL)
    if not found:
        raise project.BuildError(f"CHANGELOG.md has no section for {version}")
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", found[1].strip()):
        raise project.BuildError(f"CHANGELOG.md has no date for {version}, but {found[1].strip()}")
    return found[2].strip() + "\n"


def links(changelog: str, identity: Identity) -> str:
    """Return the lines of the foot that lead from each version to its changes; none without an address."""
    if not identity.address:
        return ""
    found = re.findall(r"^## \[([^\]]+)\] - ([^\n]+)$", changelog, re.MULTILINE)
    lines: list[str] = []
    for version, day in found:
        released = re.fullmatch(r"\d{4}-\d{2}-\d{2}", day.strip())
        place = f"releases/tag/v{version}" if released else "commits/main"
        lines.append(f"[{version}]: {identity.address}/{place}\n")
    return "".join(lines)


def released(changelog: str) -> list[tuple[str, str, str]]:
    """Return the version, the day and the notes of everything that was released, the newest first."""
    pattern = r"^## \[([^]]+)\] - (\d{4}-\d{2}-\d{2})[ \t]*\n(.*?)(?=^## \[|\Z)"
    return [
        (version, day, notes.strip() + "\n")
        for version, day, notes in re.findall(pattern, changelog, re.MULTILINE | re.DOTALL)
    ]


def main() -> int:
    """Print the notes of the tag that is named, which must be that of the version in the sources."""
    if len(sys.argv) != 2:
        print("usage: release_notes.py TAG", file=sys.stderr)
        return 2
    version = project.version()
    try:
        if sys.argv[1] != f"v{version}":
            raise project.BuildError(f"The tag is {sys.argv[1]}, and the version in the sources {version}")
        text = notes((project.ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), version)
    except project.BuildError as error:
        print(error, file=sys.stderr)
        return 1
    print(text, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
