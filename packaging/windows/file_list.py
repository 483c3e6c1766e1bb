"""The list of what gets installed: installer.nsi lays these files, and takes away these and no others."""

from __future__ import annotations

import re
from pathlib import Path

from project import BuildError

LIST = "installed.txt"
UNINSTALLER = "uninstall.exe"
# NSIS expands $ and ends a text at "; the list is read byte by byte; what is not here has no business in a bundle
_PLAIN = re.compile(r"[A-Za-z0-9_.+@()\[\] -]+")


def files(bundle: Path) -> list[Path]:
    """Return the files of a bundle from its folder, always in the same order. Raises BuildError."""
    found = sorted(
        (path.relative_to(bundle) for path in bundle.rglob("*") if not path.is_dir()),
        key=lambda path: (path.parent.as_posix(), path.name),
    )
    odd = [path for path in found if not all(_PLAIN.fullmatch(part) for part in path.parts)]
    odd += [path for path in found if str(path) in (LIST, UNINSTALLER) or (bundle / path).is_symlink()]
    if odd:
        raise BuildError(f"The installer cannot lay {', '.join(map(str, odd))}")
    return found


def folders(found: list[Path]) -> list[Path]:
    """Return the folders of the files, each before the one that it lies in."""
    known = {parent for path in found for parent in path.parents if parent != Path()}
    return sorted(known, key=lambda path: (-len(path.parts), path.as_posix()))


def listing(found: list[Path]) -> str:
    """Return the list for installer.nsi: a file a line, then the folders, which end in a backslash."""
    lines = ["\\".join(path.parts) for path in found] + ["\\".join(path.parts) + "\\" for path in folders(found)]
    return "".join(f"{line}\r\n" for line in lines)


def script(found: list[Path]) -> str:
    """Return the part of the script that lays the files; makensis runs it in the folder of the bundle."""
    lines, last = ["!macro LAY_FILES"], None
    for path in found:
        if path.parent != last:
            last = path.parent
            lines.append('  SetOutPath "' + "\\".join(["$INSTDIR", *last.parts]) + '"')
        # with the separator of the system that makensis runs on
        lines.append(f'  File "{path}"')
    return "\n".join([*lines, "!macroend", ""])
