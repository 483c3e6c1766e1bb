"""List what of Qt is in PySide6's wheels for macOS, and what links to what: packaging/macos/wheel.txt.

``python packaging/tools/list_macos_wheel.py WHEEL`` for a wheel that pip got on any system::

    pip download --platform macosx_13_0_universal2 --only-binary=:all: --no-deps "PySide6-Essentials<6.12"
"""

from __future__ import annotations

import re
import struct
import sys
import zipfile
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "macos" / "wheel.txt"
_LISTED = re.compile(
    r"PySide6/Qt/lib/(Qt\w+)\.framework/Versions/A/\1"
    r"|PySide6/Qt/plugins/[\w-]+/lib\w+\.dylib"
    r"|PySide6/Qt/translations/qtbase_\w+\.qm"
    r"|PySide6/Qt\w+\.abi3\.so"
    r"|PySide6/libpyside6\.[\w.]+\.dylib"
)
_FAT, _MACHO = 0xCAFEBABE, 0xFEEDFACF
_LOADS = {0xC, 0x80000018, 0x8000001F}  # LC_LOAD_DYLIB, weak, re-exported
_BUILD_VERSION = 0x32


def linked(data: bytes) -> tuple[set[str], set[str]]:
    """Return the libraries that a Mach-O file links to beside it, and the systems that it asks for."""
    if struct.unpack_from(">I", data)[0] == _FAT:
        number = struct.unpack_from(">I", data, 4)[0]
        places = [struct.unpack_from(">5I", data, 8 + 20 * each)[2:4] for each in range(number)]
        found = [linked(data[offset : offset + size]) for offset, size in places]
        return set().union(*(names for names, _ in found)), set().union(*(systems for _, systems in found))
    if struct.unpack_from("<I", data)[0] != _MACHO:
        return set(), set()
    names: set[str] = set()
    systems: set[str] = set()
    place = 32
    for _ in range(struct.unpack_from("<I", data, 16)[0]):
        command, size = struct.unpack_from("<II", data, place)
        if command in _LOADS:
            start = place + struct.unpack_from("<I", data, place + 8)[0]
            path = data[start : place + size].partition(b"\0")[0].decode()
            if path.startswith("@rpath/"):
                names.add(path.rpartition("/")[2])
        elif command == _BUILD_VERSION:
            system = struct.unpack_from("<I", data, place + 12)[0]
            systems.add(f"{system >> 16}.{system >> 8 & 0xFF}")
        place += size
    return names, systems


def lines(wheel: zipfile.ZipFile) -> list[str]:
    """Return a line for each file that could go along: its place, the oldest macOS for it, what it links to."""
    found: list[str] = []
    for name in sorted(wheel.namelist()):
        if _LISTED.fullmatch(name):
            names, systems = linked(wheel.read(name)) if not name.endswith(".qm") else (set(), {"-"})
            names.discard(name.rpartition("/")[2])
            newest = max(systems, key=lambda system: [int(part) for part in system.split(".") if part != "-"])
            found.append(" ".join([name, newest, *sorted(names)]))
    return found


def main() -> int:
    """List the wheel that is named."""
    if len(sys.argv) != 2:
        print("usage: list_macos_wheel.py WHEEL", file=sys.stderr)
        return 2
    path = Path(sys.argv[1])
    with zipfile.ZipFile(path) as wheel:
        made = [f"# {path.name}, written by packaging/tools/list_macos_wheel.py", *lines(wheel)]
    TARGET.write_text("\n".join(made) + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
