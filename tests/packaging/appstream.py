"""What AppStream finds wrong in metadata for software centres."""

from __future__ import annotations

import subprocess
from pathlib import Path

YOUNGER = "spdx-license-unknown Unicode-3.0"  # than AppStream of Debian 12


def faults(command: str, path: Path) -> list[str]:
    """List errors and warnings."""
    done = subprocess.run(
        ["appstreamcli", command, "--no-net", "--no-color", path],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    lines = [line.strip() for line in (done.stdout + done.stderr).splitlines()]
    found = [line for line in lines if line.startswith(("E:", "W:")) and not line.endswith(YOUNGER)]
    return found if lines else ["It said nothing."]
