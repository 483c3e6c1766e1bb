"""Signing for Windows, where a certificate is given; macOS has its own scripts in packaging/macos."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

COMMAND = "KZSTAY_SIGN_COMMAND"  # signs the file %1 in place, such as: signtool sign /sha1 THUMBPRINT ... "%1"
SKIPPED = f"SKIPPED: no certificate ({COMMAND}), so nothing is signed and Windows will warn of it"


def command() -> str | None:
    """Return the command that signs a file, or nothing where none is given."""
    return os.environ.get(COMMAND) or None


def programs(bundle: Path) -> str:
    """Sign the programs in a bundle, and say so; say that nothing is signed where no certificate is given."""
    given = command()
    if given is None:
        return SKIPPED
    found = sorted(bundle.glob("*.exe"))
    for program in found:
        filled = given.replace("%1", str(program))
        subprocess.run(filled if sys.platform == "win32" else shlex.split(filled), check=True)
    return f"signed: {', '.join(program.name for program in found)}"
