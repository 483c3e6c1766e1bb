"""The package for Debian, Ubuntu and what is made of them: the bundle in /usr/lib, links, the desktop's files.

It has no script of its own: the desktop's lists are renewed by the triggers of the folders that files lie in.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
import textwrap
from collections.abc import Mapping
from pathlib import Path

import project
from kzstay.identity import IDENTITY, Identity
from linux import metainfo, processor, share, stranger
from parts import Part
from project import BuildError

HERE = Path(__file__).resolve().parent
TOOL = "dpkg-deb"
PARTS: list[Part] = []  # of others, beside those in the bundle
LIB = "usr/lib/kzstay"
DOC = "usr/share/doc/kzstay"
OVERRIDES = HERE / "lintian-overrides"
# One thread packs otherwise than several; level 4 as for the archive
PACKING = "-Zxz", "-z4", "--threads-max=2"
_GLIBC = re.compile(rb"GLIBC_2\.(\d+)")
_KEPT = ("control", "md5sums")  # all that may be told to dpkg


def build(bundle: Path, version: str, made: Mapping[str, bytes]) -> tuple[Path, str]:
    """Make and try the package, and return it and how it was tried. Raises BuildError."""
    package = pack(bundle, version, made)
    return package, try_out(package, version, made)


def pack(bundle: Path, version: str, made: Mapping[str, bytes]) -> Path:
    """Pack a bundle and the files under share/, and return the package; the same bundle makes the same one."""
    package = project.DIST / processor.download(version, ".deb")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        root.chmod(0o755)
        shutil.copytree(bundle, root / LIB, symlinks=True)
        share.write(root / "usr/share", _for_debian(made))
        (root / "usr/bin").mkdir(parents=True)
        for name in ("kzstay", "kzstay-cli"):
            (root / "usr/bin" / name).symlink_to(f"../lib/kzstay/{name}")
        page = root / "usr/share/man/man1/kzstay.1.gz"
        if page.is_file():  # both names are one program
            page.with_name("kzstay-cli.1.gz").symlink_to(page.name)
        _document(root)
        _tell(root, version, IDENTITY)
        # Whatever the builder's umask is; what tells of the package among them
        for path in (root, *root.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path == root / LIB / "kzstay" else 0o644)
        packing = [TOOL, "--root-owner-group", *PACKING, "--build", root, package]
        # The tool dates all files by it
        environment = {"SOURCE_DATE_EPOCH": "0", **os.environ}
        subprocess.run(packing, env=environment, check=True, capture_output=True)
    return package


def _for_debian(made: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files as Debian has them: pages of the manual packed, and for zsh where it looks."""
    found: dict[str, bytes] = {}
    for place, data in made.items():
        if place.startswith("man/"):
            found[f"{place}.gz"] = _packed(data)
        else:
            found[place.replace("zsh/site-functions/", "zsh/vendor-completions/")] = data
    return found


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


def _document(root: Path) -> None:
    """Put in what Debian wants beside a program."""
    (root / DOC).mkdir(parents=True)
    licence = (project.ROOT / "LICENSE").read_text(encoding="utf-8").strip()
    (root / DOC / "copyright").write_text(
        f"kzstay\n\n{licence}\n\nThe package carries works of others, such as Qt and PySide6 (LGPL-3, see\n"
        f"/usr/share/common-licenses/LGPL-3). /{LIB}/licenses/NOTICES.md\n"
        "names them all, and their texts lie beside it.\n",
        encoding="utf-8",
    )
    changelog = (project.ROOT / "CHANGELOG.md").read_bytes()
    (root / DOC / "CHANGELOG.md.gz").write_bytes(_packed(changelog))
    overrides = root / "usr/share/lintian/overrides/kzstay"
    overrides.parent.mkdir(parents=True)
    shutil.copy(OVERRIDES, overrides)


def _tell(root: Path, version: str, identity: Identity) -> None:
    """Write what dpkg reads: who the package is, and the sum of each file."""
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    size = sum(-(-path.stat().st_size // 1024) for path in files)
    sums = [
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root)}\n"
        for path in files
    ]
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(
        control(version, size, needed(root / LIB), identity), encoding="utf-8"
    )
    (root / "DEBIAN" / "md5sums").write_text("".join(sums), encoding="utf-8")


def needed(bundle: Path) -> str:
    """Return the packages that the bundle cannot start without; all else that Qt needs is carried or a spare."""
    newest = max(
        (
            int(number)
            for path in bundle.rglob("*")
            if path.is_file() and not path.is_symlink() and _is_program(path)
            for number in _GLIBC.findall(path.read_bytes())
        ),
        default=0,
    )
    return f"libc6 (>= 2.{newest}), libgcc-s1, libstdc++6"


def _is_program(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def control(version: str, size: int, needs: str, identity: Identity) -> str:
    """Return the fields of the package; ``size`` is in kilobytes."""
    fields = {
        "Package": "kzstay",
        "Version": re.sub(r"(?<=\d)(a|b|rc)(?=\d)", r"~\1", version),
        "Architecture": processor.here().debian,
        "Maintainer": "The kzstay maintainers",
        "Installed-Size": str(size),
        "Depends": needs,
        "Section": "utils",
        "Priority": "optional",
        "Homepage": identity.address,
    }
    said = metainfo.words()["en"]
    lines = [f"{name}: {value}\n" for name, value in fields.items() if value]
    about = "\n .\n".join(
        textwrap.fill(paragraph, 78, initial_indent=" ", subsequent_indent=" ")
        for paragraph in metainfo.paragraphs(said["description"])
    )
    summary = said["summary"]
    return "".join(lines) + f"Description: {summary[0].lower()}{summary[1:]}\n{about}\n"


def try_out(package: Path, version: str, made: Mapping[str, bytes]) -> str:
    """Unpack a package and let another than its builder run it. Raises BuildError; says how it was tried."""
    with stranger.place() as folder:
        root = folder / "root"
        subprocess.run([TOOL, "-x", package, root], check=True)
        subprocess.run([TOOL, "-e", package, folder / "control"], check=True)
        told = sorted(path.name for path in (folder / "control").iterdir())
        if told != sorted(_KEPT):
            raise BuildError(f"The package tells dpkg more than it should: {', '.join(told)}")
        absent = [place for place in _for_debian(made) if not (root / "usr/share" / place).is_file()]
        if absent:
            raise BuildError(f"The package lacks {', '.join(absent)}")
        who = stranger.trial([root / "usr/bin/kzstay"], root / LIB / stranger.EXAMPLE, version)
    return f"{package.name} was unpacked and {who}"
