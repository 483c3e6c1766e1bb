"""The modules in which shiboken keeps what it knows of signatures, compiled once.

Its library carries them as packed sources, which each start would unpack and compile anew. Where a folder
``files.dir`` lies beside the package it reads them there, and ``SBK_EMBED=0`` has it make that folder.
"""

from __future__ import annotations

import importlib.util
import os
import py_compile
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

PLACE = "shiboken6/files.dir"


def compiled(work: Path) -> Iterator[tuple[str, Path]]:
    """Yield the place in the bundle and the compiled file of each module; ``work`` is a folder to be made anew."""
    shutil.rmtree(work, ignore_errors=True)
    found = importlib.util.find_spec("shiboken6")
    assert found is not None
    assert found.origin is not None
    left = shutil.ignore_patterns("files.dir", "include", "__pycache__")
    shutil.copytree(Path(found.origin).parent, work / "shiboken6", ignore=left)
    subprocess.run(
        [sys.executable, "-c", "import shiboken6.Shiboken"],
        env=os.environ | {"PYTHONPATH": str(work), "SBK_EMBED": "0"},
        check=True,
    )
    folder = work / PLACE
    for source in sorted(folder.rglob("*.py")):
        name = source.relative_to(folder).as_posix()
        if "/" in name:  # what starts shiboken stays in its library
            target = source.with_suffix(".pyc")
            mode = py_compile.PycInvalidationMode.UNCHECKED_HASH  # the same sources give the same bytes
            py_compile.compile(str(source), str(target), name, doraise=True, invalidation_mode=mode)
            yield f"{PLACE}/{name}c", target
