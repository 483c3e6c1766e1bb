"""The works of others in a bundle, as the Python that froze it knows them.

The spec calls this, because under Wine another Python freezes than the one that runs the build. What it finds lies
as ``parts.json`` beside the bundle; the notices and the bill of materials are written from it.
"""

from __future__ import annotations

import json
import platform
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import TypedDict

import contents

FILE = "parts.json"
# Where a wheel carries no text of its licence, the texts in packaging/licenses stand for it
_LICENCE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)


class Part(TypedDict):
    """A work of others: ``kind`` is ``pypi``, ``generic`` or ``deb``; ``texts`` are licence texts by file name."""

    name: str
    version: str
    licence: str
    home: str
    kind: str
    texts: dict[str, str]


def describe(system_libraries: Iterable[str]) -> list[Part]:
    """Return the works in a bundle that holds these libraries of the system, by their paths."""
    found = [_package(distribution(name)) for name in contents.DISTRIBUTIONS]
    found += [_python(), _qt(), _starter(distribution("pyinstaller"))]
    return found + _system(sorted(system_libraries))


def write(folder: Path, system_libraries: Iterable[str]) -> None:
    """Write the works beside a bundle in ``folder``."""
    text = json.dumps(describe(system_libraries), indent=1, ensure_ascii=False)
    (folder / FILE).write_text(text, encoding="utf-8")


def read(bundle: Path) -> list[Part]:
    """Return the works in a bundle, as they were found when it was frozen."""
    return json.loads((bundle.parent / FILE).read_text(encoding="utf-8"))


def _package(found: Distribution) -> Part:
    about = found.metadata.json
    urls = {kind.lower(): url for kind, url in (line.split(", ", 1) for line in about.get("project_url", []))}
    name = re.sub(r"[-_.]+", "-", found.name).lower()
    licence = str(about.get("license_expression") or about.get("license") or "")
    return Part(
        name=name,
        version=found.version,
        licence=_LICENCES.get(name, licence),
        home=str(about.get("home_page") or urls.get("homepage", "")),
        kind="pypi",
        texts=_texts(found, name),
    )


# Where the metadata of a package tells no expression of SPDX
_LICENCES = {"markdown-it-py": "MIT", "mdurl": "MIT", "python-dateutil": "Apache-2.0 OR BSD-3-Clause"}


def _texts(found: Distribution, name: str) -> dict[str, str]:
    files = [file for file in found.files or [] if _LICENCE.match(file.name) and "dist-info" in str(file)]
    plain = {f"{name}.txt": Path(str(file.locate())).read_text(encoding="utf-8") for file in files[:1]}
    more = {f"{name}-{file.name}": Path(str(file.locate())).read_text(encoding="utf-8") for file in files[1:]}
    return plain | more


def _python() -> Part:
    places = (
        Path(sysconfig.get_path("stdlib"), "LICENSE.txt"),
        Path(sys.base_prefix, "LICENSE.txt"),
        Path(f"/usr/share/doc/python{sys.version_info[0]}.{sys.version_info[1]}/copyright"),  # of Debian
    )
    there = [place for place in places if place.exists()]
    return Part(
        name="python",
        version=platform.python_version(),
        licence="PSF-2.0",
        home="https://www.python.org",
        kind="generic",
        texts={"Python.txt": there[0].read_text(encoding="utf-8")} if there else {},
    )


def _qt() -> Part:
    from PySide6.QtCore import qVersion

    home = "https://www.qt.io"
    return Part(name="qt", version=qVersion(), licence="LGPL-3.0-only", home=home, kind="generic", texts={})


def _starter(found: Distribution) -> Part:
    part = _package(found)
    return Part(
        name="pyinstaller",
        version=found.version,
        licence="GPL-2.0-or-later WITH Bootloader-exception",
        home="https://pyinstaller.org",
        kind="pypi",
        texts={"PyInstaller.txt": next(iter(part["texts"].values()), "")},
    )


def _system(libraries: Sequence[str]) -> list[Part]:
    """Return the packages of Debian that libraries come from; nothing on other systems."""
    found: dict[str, Part] = {}
    for library in libraries:
        name, version = _debian(Path(library))
        copyright_ = Path("/usr/share/doc", name, "copyright")
        if name and name not in found and copyright_.exists():
            text = copyright_.read_text(encoding="utf-8", errors="replace")
            found[name] = Part(
                name=name,
                version=version,
                licence="",
                home=f"https://packages.debian.org/{name}",
                kind="deb",
                texts={f"system/{name}.txt": text},
            )
    return [found[name] for name in sorted(found)]


def _debian(library: Path) -> tuple[str, str]:
    """Return the package of a file and its version; on record is its place under /lib or under /usr/lib."""
    real = library.resolve()
    short = Path("/", *real.parts[2:]) if real.parts[1:2] == ("usr",) else real
    for path in dict.fromkeys((library, real, short)):
        try:
            owner = subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True, check=False)
        except FileNotFoundError:
            return "", ""
        if owner.returncode == 0:
            package = owner.stdout.splitlines()[0].rpartition(": ")[0]
            asked = ["dpkg-query", "-W", "-f", "${Version}", package]
            version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
            return package.partition(":")[0], version
    return "", ""
