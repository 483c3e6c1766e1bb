"""The works of others that are linked into works of others: they are no files of their own in a bundle.

What is linked in is seen in the library itself, so each system tells its own; Qt's documentation has the rest.
"""

from __future__ import annotations

import json
import re
import struct
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution
from pathlib import Path
from typing import NamedTuple


class Inner(NamedTuple):
    """A work, whose library it is in, by the name of that file, and what shows it there, with its version."""

    name: str
    licence: str
    home: str
    within: str
    library: re.Pattern[str]
    shown: re.Pattern[bytes]


def _library(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_CORE, _GUI, _TREE = (
    _library(r"(lib)?qt6?core(?!\.abi3)(?!\.pyd)"),
    _library(r"(lib)?qt6?gui(?!\.abi3)(?!\.pyd)"),
    _library("etree"),
)
_ZLIB = re.compile(rb"(?:in|de)flate (1\.\d[\d.]*) Copyright")
_ZLIB_HOME = "https://zlib.net"
INNER = [
    Inner(
        "pcre2", "BSD-3-Clause", "https://www.pcre.org", "qt", _CORE, re.compile(rb"\b(10\.\d\d) \d{4}-\d\d-\d\d")
    ),
    Inner("zlib", "Zlib", _ZLIB_HOME, "qt", _CORE, _ZLIB),
    Inner(
        "libpng", "libpng-2.0", "http://www.libpng.org", "qt", _GUI, re.compile(rb"libpng version (1\.\d[\d.]*)")
    ),
    Inner(
        "harfbuzz", "MIT-Modern-Variant", "https://harfbuzz.github.io", "qt", _GUI, re.compile(rb"HB_FONT_FUNCS()")
    ),
    Inner("md4c", "MIT", "https://github.com/mity/md4c", "qt", _GUI, re.compile(rb"mity/md4c()")),
    Inner(
        "freetype", "FTL OR GPL-2.0-or-later", "https://freetype.org", "qt", _GUI, re.compile(rb"\0autofitter\0()")
    ),
    Inner("zlib", "Zlib", _ZLIB_HOME, "lxml", _TREE, _ZLIB),
    Inner(
        "libiconv",
        "LGPL-2.1-or-later",
        "https://www.gnu.org/software/libiconv/",
        "lxml",
        _TREE,
        re.compile(rb"\blibiconv_open\b()|\blibiconv\0()"),
    ),
]


def find(files: Iterable[tuple[str, Path]]) -> list[tuple[Inner, str]]:
    """Return the works in libraries, which are told by name and place, each with its version or ""."""
    found: dict[tuple[str, str], tuple[Inner, str]] = {}
    for name, path in files:
        wanted = [inner for inner in INNER if inner.library.match(name)]
        data = path.read_bytes() if wanted else b""
        for inner in wanted:
            if seen := inner.shown.search(data):
                found[inner.within, inner.name] = inner, (seen[1] or b"").decode()
    return [found[key] for key in sorted(found)]


def told(owner: Distribution) -> list[tuple[str, str, str, str]]:
    """Return what a package has in it by a bill of its own: name, version, licence and address of each work."""
    found: list[tuple[str, str, str, str]] = []
    for file in owner.files or []:
        if "sboms" not in file.parts or not file.name.endswith(".json"):
            continue
        bill = json.loads(Path(str(file.locate())).read_text(encoding="utf-8"))
        for each in bill.get("components", []):
            if each.get("scope") != "excluded":
                licences = [
                    one.get("expression") or one["license"].get("id", "") for one in each.get("licenses", [])
                ]
                found.append(
                    (each["name"], each["version"], licences[0] if len(licences) == 1 else "", each["purl"])
                )
    return sorted(found)


def of_lxml() -> list[tuple[str, str, str, str]]:
    """Return the libraries that lxml tells that it was built with: name, version, licence, home."""
    from lxml import etree  # type: ignore[attr-defined]

    def number(version: tuple[int, ...]) -> str:
        return ".".join(map(str, version))

    home = "https://gitlab.gnome.org/GNOME"
    return [
        ("libxml2", number(etree.LIBXML_COMPILED_VERSION), "MIT", f"{home}/libxml2"),
        ("libxslt", number(etree.LIBXSLT_COMPILED_VERSION), "MIT", f"{home}/libxslt"),
    ]


def of_python() -> list[tuple[str, str, str, str]]:
    """Return the libraries in Python's own, where it brings them; that of Debian links to those of the system."""
    if sys.platform == "linux":
        return []
    import zlib
    from pyexpat import EXPAT_VERSION

    return [
        ("expat", EXPAT_VERSION.removeprefix("expat_"), "MIT", "https://libexpat.github.io"),
        ("zlib", zlib.ZLIB_RUNTIME_VERSION, "Zlib", _ZLIB_HOME),
    ]


def icu_version(path: Path) -> str:
    """Return the version of ICU that one of its libraries, whose name ends in the first number, says it is."""
    major = re.search(r"\.so\.(\d+)", path.name)
    found = re.search(rb"\0(%s\.\d[\d.]*)\0" % major[1].encode(), path.read_bytes()) if major else None
    return found[1].decode() if found else major[1] if major else ""


def file_version(path: Path) -> str:
    """Return the version of a library of Windows, as it stands in its resources; "" without one."""
    data = path.read_bytes()
    at = data.find(struct.pack("<I", 0xFEEF04BD))  # begins VS_FIXEDFILEINFO
    if at < 0:
        return ""
    high, low = struct.unpack_from("<II", data, at + 8)
    return f"{high >> 16}.{high & 0xFFFF}.{low >> 16}.{low & 0xFFFF}"
