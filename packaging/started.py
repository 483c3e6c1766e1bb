"""The modules that a start reads in up to the answer, which the bundle keeps as they are.

To unpack them took a fourteenth of the start. The others, which are more, stay packed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

import project

_READ_IN = re.compile(r"^import time: .*\|\s*(\S+)$", re.MULTILINE)
# Of PyInstaller, which asks for one level for all
_LEVEL, _WRITE = "_COMPRESSION_LEVEL", "_write_entry"
_AS_IT_IS, _PACKED = 0, 9


def modules() -> frozenset[str]:
    """Start the program from its sources, on no screen; return the modules that it has read in by its answer."""
    told = subprocess.run(
        [sys.executable, "-X", "importtime", project.PACKAGING / "entry.py"],
        env=os.environ | {"KZSTAY_ENDS_AT": "answer", "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        check=True,
        timeout=600,
    )
    return frozenset(_READ_IN.findall(told.stderr))


def archive(make: Callable[[Any], Any], modules: object, unpacked: frozenset[str]) -> Any:  # noqa: ANN401 - a PYZ
    """Return the archive that PyInstaller makes of modules, with some of them as they are and the rest packed."""
    writer = import_module("PyInstaller.archive.writers").ZlibArchiveWriter
    usual = vars(writer)[_WRITE]
    write: Callable[..., Any] = usual.__func__

    def written(kind: type[Any], file: object, entry: tuple[str, str, str], *more: object) -> object:
        setattr(kind, _LEVEL, _AS_IT_IS if entry[0] in unpacked else _PACKED)
        return write(kind, file, entry, *more)

    setattr(writer, _WRITE, classmethod(written))
    try:
        return make(modules)
    finally:
        setattr(writer, _WRITE, usual)
