"""Whose a file in a bundle is: the name of a part for each, or "" where it is kzstay's own."""

from __future__ import annotations

import os
import re
import subprocess
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

import contents

KZSTAY = ""
VISUAL_C = "visual-c-runtime"
# By their names in a bundle, whoever laid them there
_BY_NAME = [
    (re.compile(r"(vcruntime|msvcp|concrt)\d+(_\w+)?\.dll", re.IGNORECASE), VISUAL_C),
    (re.compile(r"libicu(data|i18n|uc)\..*"), "icu"),
]
_QT = re.compile(r"(lib)?Qt\w*\.(so\.|dll|framework)|(lib)?Qt[A-Z]\w*$", re.IGNORECASE)
_PYSIDE = "pyside6-essentials"


def owner(name: str, source: str) -> str | None:
    """Return the name of the part that a file of a bundle is of, "" for kzstay, or None where nobody knows.

    ``name`` is its place as PyInstaller has it, ``source`` the file that it comes from.
    """
    place = contents.parts(name)
    for pattern, part in _BY_NAME:
        if pattern.fullmatch(place[-1]):
            return part
    if place[0] in ("kzstay", contents.SPARES) and not _is_library(place[-1]):
        return KZSTAY
    if contents.of_python(name) or place[-1] == "base_library.zip":
        return "python"
    if package := _packages().get(_key(Path(source))):
        return "qt" if package == _PYSIDE and _is_qt(place) else package
    if place[0] == "shiboken6":  # the modules of signatures, which are made when it is frozen
        return "shiboken6"
    return debian(Path(source))[0] or (_loose(place) or None)


def _is_library(file: str) -> bool:
    return re.search(r"\.(so|dylib)(\.|$)", file) is not None


def _is_qt(place: tuple[str, ...]) -> bool:
    """Tell whether a file of PySide6 is Qt's: a library that is no binding, a plugin, words."""
    if {"plugins", "translations"}.intersection(place):
        return True
    return ".abi3." not in place[-1] and not place[-1].endswith(".pyd") and _QT.match(place[-1]) is not None


def _loose(place: tuple[str, ...]) -> str:
    """Return whose a library is that lies in no package: of Python, where that brings all that it needs."""
    return "python" if len(place) == 1 or place[0].startswith(("lib", "python")) else ""


@cache
def _packages() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in contents.DISTRIBUTIONS:
        package = distribution(name)
        short = re.sub(r"[-_.]+", "-", package.name).lower()
        found |= {_key(Path(str(file.locate()))): short for file in package.files or []}
    return found


def _key(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))


@cache
def debian(library: Path) -> tuple[str, str, str]:
    """Return the package of Debian that a file is of, its version and its processor; nothing on other systems.

    On record is its place under /lib or under /usr/lib.
    """
    real = library.resolve()
    short = Path("/", *real.parts[2:]) if real.parts[1:2] == ("usr",) else real
    for path in dict.fromkeys((library, real, short)):
        try:
            asked = subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True, check=False)
        except FileNotFoundError:
            return "", "", ""
        if asked.returncode == 0:
            package = asked.stdout.splitlines()[0].rpartition(": ")[0]
            form = "${Version}\t${Architecture}"
            told = subprocess.run(
                ["dpkg-query", "-W", "-f", form, package], capture_output=True, text=True, check=True
            )
            version, _, processor = told.stdout.partition("\t")
            return package.partition(":")[0], version, processor
    return "", "", ""
