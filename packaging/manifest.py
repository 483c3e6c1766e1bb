"""The list of a bundle's files that is kept, one for each target: what comes or goes unseen fails the build.

A name stands without what changes with every release of Python or Qt, so that one list holds for all that a bundle
may be frozen with. What the program itself brings is compared
with the sources instead; Python's own modules are one entry, and so are the zones of the world, since each release
of Python and of tzdata has others.
A line that begins with ``? `` may be absent: it comes from the system of the builder.
"""

from __future__ import annotations

import os
import platform
import re
from pathlib import Path

import contents
import project
from kzstay.core.law import toml
from project import BuildError

MANIFESTS = project.PACKAGING / "manifests"
MAY_LACK = "? "
UNSEEN = {"macos"}  # targets that no machine has built yet: a first build leaves the list, for a person to look at
_VOLATILE = [
    (re.compile(r"\.(cpython-3\d+|cp3\d+)[-\w]*(?=\.(so|pyd)$)"), ""),
    (re.compile(r"(libpython|[Pp]ython)3\.?\d+"), r"\g<1>3*"),
    (re.compile(r"(\.so|\.abi3)((\.\d+)+)(?=$|\.dylib$)"), r"\1.*"),
    (re.compile(r"\.abi3\.so\.\*$"), ".abi3.so.*"),
    (re.compile(r"-\d[\w.]*(?=\.dist-info/)"), "-*"),
    (re.compile(r"/Versions/3\.\d+/"), "/Versions/3.*/"),
]
_MODULE_OF_PYTHON = re.compile(r"(.*/)?lib-dynload/.*|_internal/_?[a-z_0-9]+\.pyd")
_ZONE = re.compile(r"(.*/)?tzdata/zoneinfo/.*")
_OWN = re.compile(r"(?:.*/)?kzstay/resources/(.*)")


def normal(name: str) -> str:
    """Return the name of a file as it stands in the manifest."""
    if _MODULE_OF_PYTHON.fullmatch(name):
        return "(modules of Python)"
    if _ZONE.fullmatch(name):
        return "(zones of the world)"
    for pattern, replacement in _VOLATILE:
        name = pattern.sub(replacement, name)
    if name.lower().endswith(".dll"):  # Windows takes MSVCP140.dll and msvcp140.dll for one
        folder, found, file = name.rpartition("/")
        return f"{folder}{found}{file.lower()}"
    return name


def files(bundle: Path) -> list[str]:
    """Return the places of all files and links in a bundle."""
    return sorted(
        (Path(folder) / name).relative_to(bundle).as_posix()
        for folder, folders, names in os.walk(bundle)
        for name in [*names, *(each for each in folders if (Path(folder) / each).is_symlink())]
    )


def listing(names: list[str]) -> list[str]:
    """Return the lines of a manifest for the files of a bundle."""
    return sorted({normal(name) for name in names if not _OWN.fullmatch(name)})


def own_differences(names: list[str]) -> list[str]:
    """Return what a bundle lacks of the program's own data, and what it has too much."""
    root = project.ROOT / "resources"
    ours = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    expected = {name for name in ours if not name.endswith(".po")}
    expected |= {name.removesuffix(".toml") + toml.COMPILED for name in ours if name.endswith(".toml")}
    found = {match[1] for match in map(_OWN.fullmatch, names) if match}
    return [f"- resources/{name}" for name in sorted(expected - found)] + [
        f"+ resources/{name}" for name in sorted(found - expected)
    ]


def differences(kept: list[str], found: list[str], *, release: bool) -> list[str]:
    """Return what differs from the lines of a manifest; in a release the libraries of the system do not either."""
    known = {line.removeprefix(MAY_LACK) for line in kept}
    wanted = known if release else {line for line in kept if not line.startswith(MAY_LACK)}
    more = {name for name in set(found) - known if release or not is_spare(name)}
    return [f"- {name}" for name in sorted(wanted - set(found))] + [f"+ {name}" for name in sorted(more)]


def path(target: str) -> Path:
    """Return the manifest of a target."""
    return MANIFESTS / f"{target}.txt"


def is_spare(name: str) -> bool:
    """Tell whether a file is a spare library; another system than the one that releases has others."""
    return f"/{contents.SPARES}/lib" in name


def may_lack(name: str) -> bool:
    """Tell whether a file comes from the system of the builder, and is not there on every one."""
    file = name.rpartition("/")[2]
    return is_spare(name) or bool(contents.CARRIED.match(file) and not contents.of_python(name))


def accept(bundle: Path, target: str) -> Path:
    """Take the files of a bundle for right."""
    lines = [f"{MAY_LACK if may_lack(name) else ''}{name}" for name in listing(files(bundle))]
    path(target).parent.mkdir(exist_ok=True)
    path(target).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    return path(target)


def _leave(names: list[str], target: str) -> str:
    """Write the list of a first build beside what people download, and say what is to be done with it.

    Raises BuildError where the bundle lacks what every one has to hold.
    """
    wrong = [f"- {line}" for line in contents.lacking(names, project.TARGETS[target])] + own_differences(names)
    if wrong:
        raise BuildError("The bundle differs from what each has to hold:\n" + "\n".join(wrong))
    lines = listing(names)
    left = project.DIST / f"kzstay-{project.version()}-{target}-{platform.machine()}-manifest.txt"
    left.parent.mkdir(parents=True, exist_ok=True)
    left.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    print("\n".join(lines))
    return (
        f"SKIPPED: there is no list yet that these {len(names)} files could differ from. They hold all of Qt and "
        "of the program that they have to, and nothing that is refused. "
        f"Look at {project.shown(left)} line by line, and take it in as {project.shown(path(target))}"
    )


def check(bundle: Path, target: str, *, release: bool = False) -> str:
    """Compare a bundle with its manifest and say how many files it has. Raises BuildError with the difference."""
    names = files(bundle)
    wrong = contents.refused(names, project.TARGETS[target])
    if wrong:
        raise BuildError("The bundle holds what it must not:\n" + "\n".join(wrong))
    if not path(target).exists() and target in UNSEEN:
        return _leave(names, target)
    if not path(target).exists():
        told = f"{project.shown(path(target))} is not there; --accept-manifest writes it, with these files:\n"
        raise BuildError(told + "\n".join(listing(names)))
    kept = path(target).read_text(encoding="utf-8").splitlines()
    wrong = differences(kept, listing(names), release=release) + own_differences(names)
    if wrong:
        told = f"The bundle differs from {project.shown(path(target))} (--accept-manifest takes it for right):\n"
        raise BuildError(told + "\n".join(wrong))
    return f"{len(names)} files, as in {project.shown(path(target))}"
