"""The folder that an MSIX package is made of, as the Microsoft Store takes and signs it.

A publisher is known to the Store by three values, which it tells whoever has an account; nothing is laid out
without them. What packs the folder comes with the tools of Windows alone; elsewhere the commands are only named.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

import project
import stores
from project import BuildError
from windows import steps, tiles, version_resource

TEMPLATE = Path(__file__).resolve().parent / "AppxManifest.xml"
FOLDER = steps.DIST / "msix"
# The names of the variables, and what each holds
NAME = "KZSTAY_MSIX_NAME"  # Package/Identity/Name
PUBLISHER = "KZSTAY_MSIX_PUBLISHER"  # Package/Identity/Publisher, such as CN=...
SHOWN = "KZSTAY_MSIX_PUBLISHER_NAME"  # Package/Properties/PublisherDisplayName
_NAME = re.compile(r"[-.A-Za-z0-9]{3,50}")


@dataclass(frozen=True)
class Publisher:
    """Who publishes, as the Store knows them. Raises ValueError for a value that it would refuse."""

    name: str
    publisher: str
    shown: str

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"{NAME} is {self.name!r}: 3 to 50 letters, digits, dots and hyphens")
        if not self.publisher.startswith("CN="):
            raise ValueError(f"{PUBLISHER} is {self.publisher!r}: it begins with CN=")
        if not self.shown:
            raise ValueError(f"{SHOWN} is empty")


def publisher(environment: Mapping[str, str]) -> Publisher | None:
    """Return who publishes, or nothing where nobody is named. Raises BuildError where they are named by halves."""
    values = [environment.get(name, "") for name in (NAME, PUBLISHER, SHOWN)]
    if not any(values):
        return None
    try:
        return Publisher(*values)
    except ValueError as error:
        raise BuildError(str(error)) from None


def manifest(version: str, who: Publisher) -> str:
    """Return the manifest of the package."""
    languages = "\n".join(f'    <Resource Language="{locale}" />' for locale in stores.LOCALES.values())
    plain = {
        "name": who.name,
        "publisher": who.publisher,
        "publisher_name": who.shown,
        "version": ".".join(map(str, version_resource.numbers(version))),  # the Store wants nought at the end
        "summary": stores.WORDS["en"]["summary"],
        "oldest": stores.OLDEST_WINDOWS,
    }
    filled = {name: escape(value, {'"': "&quot;"}) for name, value in plain.items()}
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(filled, resources=languages)


def lay_out(bundle: Path, folder: Path, version: str, who: Publisher) -> None:
    """Make the folder of the package anew: the bundle, the pictures, the manifest."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(bundle, folder)
    tiles.write(folder / "Assets")
    (folder / "AppxManifest.xml").write_text(manifest(version, who), encoding="utf-8", newline="\n")


def commands(folder: Path, package: Path) -> list[list[str]]:
    """Return the commands that make the index of the pictures and pack the folder, in their order."""
    settings = folder.with_name("priconfig.xml")
    return [
        ["makepri", "createconfig", "/cf", str(settings), "/dq", stores.LOCALES["en"], "/o"],
        ["makepri", "new", "/pr", str(folder), "/cf", str(settings), "/of", str(folder / "resources.pri"), "/o"],
        ["makeappx", "pack", "/d", str(folder), "/p", str(package), "/o"],
    ]


def make(bundle: Path, version: str) -> str:
    """Lay the folder out and pack it where the tools are, and say what was done. Raises BuildError."""
    who = publisher(os.environ)
    if who is None:
        return f"SKIPPED: nobody publishes in the Store ({NAME} is not set), so nothing is laid out for MSIX"
    lay_out(bundle, FOLDER, version, who)
    package = project.DIST / f"kzstay-{version}-windows-x64.msix"
    if not all(shutil.which(tool) for tool in ("makepri", "makeappx")):
        told = "\n".join(f"    {subprocess.list2cmdline(command)}" for command in commands(FOLDER, package))
        return f"laid out for MSIX: {project.shown(FOLDER)}. What packs it is not here:\n{told}"
    for command in commands(FOLDER, package):
        if subprocess.run(command, check=False).returncode:
            raise BuildError(f"{' '.join(command[:2])} failed on {project.shown(FOLDER)}")
    return f"{package.name} is packed; the Store signs it"
