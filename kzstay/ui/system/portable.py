"""A copy that is carried along: it keeps what it remembers beside the program, and nothing in the home.

A file ``portable.txt`` beside the frozen program makes it one; the variable ``KZSTAY_HOME`` names another place
for any copy, and comes first. There all lies in a folder ``data``: what the program keeps is for its owner alone,
and the place itself may be for others too. Where nothing can be written the usual folders serve, and that is told.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kzstay.texts import Words
    from kzstay.ui.system.crash import Teller

VARIABLE = "KZSTAY_HOME"
MARKER = "portable.txt"
FOLDER = "data"  # beside the marker, or in the place that the variable names


def wanted() -> Path | None:
    """Return the folder that this copy is to keep its things in, or nothing where the usual ones serve."""
    if named := os.environ.get(VARIABLE):
        return Path(named).absolute() / FOLDER
    if getattr(sys, "frozen", False):  # from sources there is no program that something could lie beside
        beside = Path(sys.executable).resolve().parent
        if (beside / MARKER).is_file():
            return beside / FOLDER
    return None


def place() -> Path | None:
    """Return the folder that this copy keeps its things in: the one that is wanted, where it can be written to."""
    folder = wanted()
    return folder if folder and writable(folder) else None


def refused() -> Path | None:
    """Return the folder that was wanted and cannot be written to, or nothing."""
    folder = wanted()
    return folder if folder and not writable(folder) else None


@cache  # one answer for one run, so that its files never part
def writable(folder: Path) -> bool:
    """Tell whether a file can be made in a folder, by making one: on Windows the rights alone do not tell."""
    import tempfile  # here, as it would delay the first look of every other copy

    from kzstay.files.atomic import make_private

    try:
        make_private(folder)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def tell_of(info: Teller, w: Words) -> None:
    """Say in the window that the folder that was wanted cannot be written to."""
    if folder := refused():
        text = w.gettext(
            "The folder “{folder}” cannot be written to. "
            "Settings and unsaved cases are kept in the usual folder instead."
        )
        info.also(text.format(folder=folder), caution=True)
