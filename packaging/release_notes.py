"""Print what CHANGELOG.md says of a version: ``python packaging/release_notes.py v0.1.0``."""

from __future__ import annotations

import re
import sys

import project


def released(changelog: str) -> list[tuple[str, str, str]]:
    """Return the version, the day and the notes of everything that was released, the newest first."""
    pattern = r"^## \[([^]]+)\] - (\d{4}-\d{2}-\d{2})[ \t]*\n(.*?)(?=^## \[|\Z)"
    return [
        (version, day, notes.strip() + "\n")
        for version, day, notes in re.findall(pattern, changelog, re.MULTILINE | re.DOTALL)
    ]


def notes(changelog: str, version: str) -> str:
    """Return the section of a version. Raises BuildError where there is none, or where it is not released yet."""
    pattern = rf"^## \[{re.escape(version)}\] - ([^\n]+)\n(.*?)(?=^## \[|\Z)"
    found = re.search(pattern, changelog, re.MULTILINE | re.DOTALL)
    if not found:
        raise project.BuildError(f"CHANGELOG.md has no section for {version}")
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", found[1].strip()):
        raise project.BuildError(f"CHANGELOG.md has no date for {version}, but {found[1].strip()}")
    return found[2].strip() + "\n"


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
