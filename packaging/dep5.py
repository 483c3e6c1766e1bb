"""Debian's copyright files that a machine can read (DEP-5), and their licences as SPDX names them.

They tell of the whole source package, of which a bundle holds some libraries.
"""

from __future__ import annotations

import re

_FORMAT = re.compile(r"\s*Format(-Specification)?:.*(copyright-format/1|dep5|DEP5)", re.IGNORECASE)
# By the short names of Debian; those that mean one text to one package and another to the next, such as MIT, are
# left out
_SPDX = {
    **{
        name: name
        for name in ("AFL-2.0", "AFL-2.1", "Apache-2.0", "Beerware", "BSL-1.0", "bzip2-1.0.6", "CC0-1.0")
    },
    **{name: name for name in ("CC-BY-SA-3.0", "FSFAP", "FSFULLR", "FTL", "ISC", "MPL-1.1", "MPL-2.0", "X11")},
    "Apache-2.0 with LLVM exception": "Apache-2.0 WITH LLVM-exception",
    "BSD-2-clause": "BSD-2-Clause",
    "BSD-3-clause": "BSD-3-Clause",
    "BSD-4-clause": "BSD-4-Clause",
    "Expat": "MIT",
    "GPL-2 with Linux-syscall-note exception": "GPL-2.0-only WITH Linux-syscall-note",
    "Zlib": "Zlib",
}
_GNU = re.compile(r"(A?GPL|LGPL|GFDL)-(\d(?:\.\d)?)(\+?)")
_KNOWN = {name.lower(): spdx for name, spdx in _SPDX.items()}


def licences(text: str) -> list[str]:
    """Return the licences of the files of a package as they are named there, each once; none of another format."""
    if not _FORMAT.match(text):
        return []
    found: dict[str, None] = {}
    for paragraph in re.split(r"\n[ \t]*\n", text):
        files = re.search(r"^Files:((?:.*)(?:\n[ \t].*)*)", paragraph, re.MULTILINE)
        licence = re.search(r"^License:[ \t]*(.+)$", paragraph, re.MULTILINE)
        # What Debian adds of its own is in no library
        if files and licence and not all(name.startswith("debian/") for name in files[1].split()):
            found[licence[1].strip()] = None
    return list(found)


def spdx(named: str) -> str:
    """Return a licence of Debian, or several joined by words, as an expression of SPDX; "" where that is not sure.

    A comma ends what belongs together before it.
    """
    first, *rest = re.split(r",\s+(?=(?:and|or)\s)", named)
    made = _joined(first)
    for part in rest:
        word, _, after = part.partition(" ")
        right = _joined(after)
        if not made or not right:
            return ""
        made = f"{_grouped(made)} {word.upper()} {_grouped(right)}"
    return made


def _joined(named: str) -> str:
    pieces = re.split(r"\s+(and|or)\s+", named, flags=re.IGNORECASE)
    names = [_one(piece.strip()) for piece in pieces[::2]]
    if not all(names):
        return ""
    words = [word.upper() for word in pieces[1::2]]
    return names[0] + "".join(f" {word} {name}" for word, name in zip(words, names[1:], strict=True))


def _one(name: str) -> str:
    if gnu := _GNU.fullmatch(name):
        number = gnu[2] if "." in gnu[2] else f"{gnu[2]}.0"
        return f"{gnu[1]}-{number}-{'or-later' if gnu[3] else 'only'}"
    return _KNOWN.get(name.lower(), "")


def _grouped(expression: str) -> str:
    return f"({expression})" if " AND " in expression or " OR " in expression else expression


def expression(named: list[str]) -> str:
    """Return all of them as one expression, or "" where one of them has no sure name."""
    found = list(dict.fromkeys(spdx(one) for one in named))
    if not all(found):
        return ""
    return found[0] if len(found) == 1 else " AND ".join(_or_grouped(one) for one in sorted(found))


def _or_grouped(expression: str) -> str:
    return f"({expression})" if " OR " in expression else expression
