"""Signing for Windows by a service that keeps the key; macOS has its own scripts in packaging/macos.

No authority gives a key for signing code into a file any more, so what is given here is a command that has a
service sign one file. Programs come first, then the uninstaller, then the setup that holds them: NSIS runs this
file for the last two, ``python packaging/signing.py FILE``. windows/README.md has the commands of two services.
"""

from __future__ import annotations

import os
import shlex
import struct
import subprocess
import sys
from pathlib import Path

from project import BuildError

COMMAND = "KZSTAY_SIGN_COMMAND"  # signs the file %1 in place
SKIPPED = f"SKIPPED: nobody signs ({COMMAND} is not set), so Windows will warn of what was built"
_OPTIONAL, _SECURITY = 24, 4  # bytes from the mark of a PE to its optional header; which of its tables is that
_TABLES = {0x10B: 96, 0x20B: 112}  # bytes from there to the tables, of 32 and of 64 bits


def command() -> str | None:
    """Return the command that has a file signed, or nothing where none is given."""
    return os.environ.get(COMMAND) or None


def for_nsis() -> str | None:
    """Return the command by which NSIS has the file ``%1`` signed, or nothing where nobody signs."""
    return f'"{sys.executable}" "{Path(__file__).resolve()}" "%1"' if command() else None


def is_signed(program: Path) -> bool:
    """Tell whether a program of Windows bears a signature, whoever gave it."""
    data = program.read_bytes()
    try:
        mark = struct.unpack_from("<I", data, 0x3C)[0]
        kind = struct.unpack_from("<H", data, mark + _OPTIONAL)[0]
        return data[:2] == b"MZ" and any(
            struct.unpack_from("<II", data, mark + _OPTIONAL + _TABLES[kind] + 8 * _SECURITY)
        )
    except (struct.error, KeyError):
        return False


def sign(program: Path) -> None:
    """Have one file signed. Raises BuildError where the command fails, or signs nothing."""
    given = command()
    assert given is not None
    filled = given.replace("%1", str(program))
    done = subprocess.run(filled if sys.platform == "win32" else shlex.split(filled), check=False)
    if done.returncode:
        raise BuildError(f"{program.name} was not signed: {COMMAND} ended with exit code {done.returncode}")
    if not is_signed(program):
        raise BuildError(f"{program.name} was not signed, though {COMMAND} ended well")


def programs(bundle: Path) -> str:
    """Have the programs in a bundle signed, and say so; say that nothing is signed where nobody signs."""
    if command() is None:
        return SKIPPED
    found = sorted(bundle.glob("*.exe"))
    for program in found:
        sign(program)
    return f"signed: {', '.join(program.name for program in found)}"


def main() -> int:
    """Have the file that is named signed."""
    try:
        sign(Path(sys.argv[1]))
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
