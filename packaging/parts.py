"""The works of others in a bundle, as the Python that froze it knows them.

The spec calls this, because under Wine another Python freezes than the one that runs the build. What it finds lies
as ``parts.json`` beside the bundle; the notices and the bill of materials are written from it.
"""

from __future__ import annotations

import json
import platform
import re
import sys
import sysconfig
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import NotRequired, TypedDict

import contents
import dep5
import inner
import owners
import project
from project import BuildError

FILE = "parts.json"
Held = Iterable[tuple[str, str]]  # files of a bundle: the place of each, and where it comes from
# Where a wheel carries no text of its licence, the texts in packaging/licenses stand for it
_ICU = project.PACKAGING / "licenses" / "linux" / "ICU.txt"  # of ICU 72, the nearest that Debian has
_LICENCE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)


class Part(TypedDict):
    """A work of others: ``kind`` is ``pypi``, ``generic``, ``deb`` or ``cargo``; ``texts`` are licence texts.

    ``licence`` is an expression of SPDX, or "" where ``named`` or the text tells more; ``files`` are its places in
    the bundle, ``within`` is the part that it is linked into, ``qualifiers`` are what its address among packages
    says besides.
    """

    name: str
    version: str
    licence: str
    home: str
    kind: str
    texts: dict[str, str]
    files: NotRequired[list[str]]
    within: NotRequired[str]
    named: NotRequired[list[str]]
    qualifiers: NotRequired[dict[str, str]]


def describe(held: Held) -> list[Part]:
    """Return the works in a bundle that holds these files. Raises BuildError where one is of no work."""
    files = list(held)
    placed: dict[str, list[tuple[str, str]]] = {}
    for name, source in files:
        owner = owners.owner(name, source)
        if owner is None:
            raise BuildError(f"Nobody knows whose {name} is, which comes from {source}")
        placed.setdefault(owner, []).append((name, source))
    found = [_package(distribution(name)) for name in contents.DISTRIBUTIONS]
    found += [_python(), _qt(), _starter(distribution("pyinstaller"))]
    found += _beside_qt(placed)
    known = {owners.KZSTAY, *(part["name"] for part in found)}
    found += _system({name: files for name, files in placed.items() if name not in known})
    for part in found:
        part["files"] = sorted({"/".join(contents.parts(name)) for name, _ in placed.get(part["name"], ())})
    return found + _inner(files)


def write(folder: Path, held: Held) -> None:
    """Write the works beside a bundle in ``folder``."""
    text = json.dumps(describe(held), indent=1, ensure_ascii=False)
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
    texts = {"Python.txt": there[0].read_text(encoding="utf-8")} if there else {}
    return _generic("python", platform.python_version(), "PSF-2.0", "https://www.python.org", texts=texts)


def _qt() -> Part:
    from PySide6.QtCore import qVersion

    return _generic("qt", qVersion(), "LGPL-3.0-only", "https://www.qt.io")


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


def _beside_qt(placed: dict[str, list[tuple[str, str]]]) -> list[Part]:
    """Return what the packages of Python bring as files of their own, and what no package tells of."""
    found: list[Part] = []
    if libraries := placed.get("icu"):
        version = max(inner.icu_version(Path(source)) for _, source in libraries)
        texts = {"ICU.txt": _ICU.read_text(encoding="utf-8")}
        found.append(_generic("icu", version, "Unicode-DFS-2016", "https://icu.unicode.org", texts))
    if libraries := placed.get(owners.VISUAL_C):
        version = max(inner.file_version(Path(source)) for _, source in libraries)
        home = "https://visualstudio.microsoft.com/license-terms/"
        runtime = _generic(owners.VISUAL_C, version, "", home)
        runtime["named"] = ["Microsoft Visual C++ Runtime"]
        found.append(runtime)
    return found


def _system(placed: dict[str, list[tuple[str, str]]]) -> list[Part]:
    """Return the packages of Debian among the owners of files; nothing on other systems."""
    found: list[Part] = []
    for name in sorted(placed):
        package, version, processor = owners.debian(Path(placed[name][0][1]))
        copyright_ = Path("/usr/share/doc", package, "copyright")
        if package == name and copyright_.exists():
            text = copyright_.read_text(encoding="utf-8", errors="replace")
            named = dep5.licences(text)
            found.append(
                Part(
                    name=package,
                    version=version,
                    licence=dep5.expression(named),
                    home=f"https://packages.debian.org/{package}",
                    kind="deb",
                    texts={f"system/{package}.txt": text},
                    named=named,
                    qualifiers={"arch": processor} | _distro(),
                )
            )
    return found


def _distro() -> dict[str, str]:
    name = platform.freedesktop_os_release().get("VERSION_CODENAME", "")
    return {"distro": name} if name else {}


def _inner(files: list[tuple[str, str]]) -> list[Part]:
    """Return what is linked into the libraries of others."""
    seen = inner.find((contents.parts(name)[-1], Path(source)) for name, source in files)
    found = [_within(one.within, one.name, version, one.licence, one.home) for one, version in seen]
    found += [_within("lxml", *told) for told in inner.of_lxml()]
    found += [_within("python", *told) for told in inner.of_python()]
    for name, version, licence, _address in inner.told(distribution("python-calamine")):
        crate = _within("python-calamine", name, version, licence, "")
        crate["kind"] = "cargo"
        found.append(crate)
    return found


def _within(within: str, name: str, version: str, licence: str, home: str) -> Part:
    part = _generic(name, version, licence, home)
    part["within"] = within
    return part


def _generic(name: str, version: str, licence: str, home: str, texts: dict[str, str] | None = None) -> Part:
    return Part(name=name, version=version, licence=licence, home=home, kind="generic", texts=texts or {})
