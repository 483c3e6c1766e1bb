"""The modules of shiboken that a bundle carries compiled."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import signatures


def test_shiboken_takes_its_own_modules_from_the_compiled_files(tmp_path: Path) -> None:
    found = dict(signatures.compiled(tmp_path))
    folder = tmp_path / signatures.PLACE
    assert {f"{signatures.PLACE}/{path.relative_to(folder).as_posix()}" for path in folder.rglob("*.pyc")} == set(
        found
    )
    for source in folder.rglob("*.py"):
        source.unlink()
    asked = (
        "import sys, shiboken6.Shiboken\n"
        "print(*(module.__file__ for name, module in sys.modules.items() if name.startswith('shibokensupport')))"
    )
    kept = {name: value for name, value in os.environ.items() if name != "SBK_EMBED"}
    told = subprocess.run(
        [sys.executable, "-c", asked],
        env=kept | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert {Path(file) for file in told.stdout.split()} == set(found.values())
